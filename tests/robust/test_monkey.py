"""A monkey plays with the program: no exception, no warning of Qt, and nothing left behind."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.made_up import write
from peru_timeline.chronology.views import SavedView, ViewsFile
from peru_timeline.ui.stage.saved_views_file import save_own_views
from tests.robust.monkey import Monkey
from tests.ui.windows import chronology_data, open_application, open_made_up, settle

QUICK_S, LONG_S = 30.0, 300.0
MOST_WIDGETS = 1_500


class Links(QObject):
    """Takes the links that would have gone to the browser."""

    @Slot(QUrl)
    def take(self, _link: QUrl) -> None:
        """Open nothing."""


def files_in(folder: Path, largest: int) -> list[Path]:
    """Chronologies without events, with a few and with many, and a file with faults."""
    empty, large, broken = (folder / name for name in ("empty.json", "large.json", "broken.json"))
    empty.write_text(json.dumps(chronology_data() | {"id": "empty", "events": []}), "utf-8")
    write(large, largest)
    broken.write_text("{", "utf-8")
    return [empty, large, broken, folder / "made-up.chronology"]


def play(qtbot: QtBot, folder: Path, seconds: float, seed: int, largest: int) -> None:
    links = Links()
    for scheme in ("http", "https", "mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, links, "take")  # type: ignore[arg-type]  # the stub asks for bytes
    opened = open_made_up(folder)
    chronology = opened.chronology
    queries: tuple[dict[str, object], ...] = ({}, {"text": "port"}, {"sectors": ["trade"]})
    views = tuple(
        SavedView.model_validate({"name": {"en": f"View {i}"}, "query": query})
        for i, query in enumerate(queries)
    )
    file = ViewsFile(chronology=chronology.id, title=dict(chronology.title), views=views)
    assert save_own_views(chronology, file) == ""
    QAccessible.setActive(True)
    application = open_application(qtbot, opened, path=folder / "settings.json")
    monkey = Monkey(application, files_in(folder, largest), seed)
    try:
        assert monkey.play(seconds) > 0
        monkey.leave()
        application.open(folder / "made-up.chronology")
        application.state.select(None)
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert len(QApplication.allWidgets()) < MOST_WIDGETS
    except BaseException:
        print(f"seed {seed}:", *monkey.done[-60:])
        raise
    finally:
        monkey.leave()
        QAccessible.setActive(False)
        for scheme in ("http", "https", "mailto", "file"):
            QDesktopServices.unsetUrlHandler(scheme)
        application.shell.close()
        monkey.stop()


def test_a_monkey_for_half_a_minute(qtbot: QtBot, tmp_path: Path) -> None:
    seconds = float(os.environ.get("MONKEY_SECONDS", QUICK_S))
    play(qtbot, tmp_path, seconds, seed=int(os.environ.get("MONKEY_SEED", "16")), largest=2_000)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_monkeys_for_five_minutes(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    play(qtbot, tmp_path, LONG_S / 5, seed, largest=100_000)
