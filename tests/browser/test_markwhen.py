"""Markwhen's own parser reads our text: header, days and titles, with nothing to complain of."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.exchange.formats import EXCHANGE_FORMATS
from peru_timeline.chronology.formats.exchange.losses import can_be_written
from peru_timeline.chronology.text import in_language
from tests.browser.packages import FOLDER, package
from tests.chronology.made_up import with_events
from tests.pictures.conftest import Opened

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
_READ = """
const { parse } = require("@markwhen/parser");
const found = parse(require("fs").readFileSync(0, "utf8")), events = [];
const walk = (node) => {
  if (node.children) node.children.forEach(walk);
  else events.push([node.firstLine.restTrimmed, node.dateRangeIso.fromDateTimeIso.slice(0, 10)]);
};
walk(found.events);
process.stdout.write(JSON.stringify({ events, messages: found.parseMessages, header: found.header }));
"""


def read(chronology: Chronology) -> Any:
    package("@markwhen/parser")
    written = EXCHANGE_FORMATS["markwhen"].write(chronology, range(len(chronology.events)), "en")
    command = [str(NODE), "-e", _READ]
    done = subprocess.run(command, input=written, capture_output=True, check=True, cwd=FOLDER)
    return json.loads(done.stdout)


def test_days_titles_and_header_are_read() -> None:
    days = ["2012-05-27", "1999-12-31", "0476-09-04"]
    found = read(with_events(*({"date": day, "title": f"On {day}"} for day in days)))
    assert sorted(found["events"]) == sorted([f"On {day}", day] for day in days)
    assert found["messages"] == []
    assert found["header"]["title"] == "The harbour"


def test_all_of_peru_is_read(peru: Opened) -> None:
    found = read(peru.chronology)
    unheld = EXCHANGE_FORMATS["markwhen"].unheld
    placed = [e for e in peru.chronology.events if can_be_written(e.date, unheld)]
    assert found["messages"] == []
    assert {title for title, _ in found["events"]} == {in_language(e.title, "en") for e in placed}
