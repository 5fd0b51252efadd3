"""Tables made to take an hour or all memory, refused before they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Understood
from peru_timeline.chronology.importing import headers
from peru_timeline.chronology.importing.found import ImportRefusedError
from peru_timeline.chronology.importing.parsing import xml_stream
from peru_timeline.chronology.importing.readers import excel
from tests.chronology.importing import spreadsheets
from tests.chronology.importing.imports import events, imported


def test_a_wide_table_is_not_tried_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand columns are not a thousand times slower: fewer of their cells are tried."""
    tried: list[str] = []

    def counted(text: str) -> Understood:
        tried.append(text)
        return understand(text)

    monkeypatch.setattr(headers, "understand", counted)
    row = ",".join(f"w{number}" for number in range(900))
    text = "\n".join([row, *[row.replace("w", "x")] * 100])
    with pytest.raises(ImportRefusedError, match="dates"):
        imported(tmp_path, "x.csv", text)
    assert 900 <= len(tried) <= 900 * headers.FEWEST_ROWS_TRIED


def test_too_many_rows_of_a_workbook_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = spreadsheets.sheet_of("<c><v>2013</v></c>")
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    assert len(events(imported(tmp_path, "x.xlsx", content))) == 2
    monkeypatch.setattr(excel, "MOST_ROWS", 2)
    monkeypatch.setattr(excel, "_workbook", None)  # it is not come to
    with pytest.raises(ImportRefusedError, match="more than 2 rows"):
        imported(tmp_path, "x.xlsx", content)


def test_a_workbook_whose_rows_lie_beyond_the_last_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row may say that it is the two thousand millionth, and all before it are gone through as empty ones."""
    content = spreadsheets.sheet_of("<c><v>2013</v></c>")
    monkeypatch.setattr(excel, "LAST_ROW", 3)
    assert len(events(imported(tmp_path, "x.xlsx", content))) == 2
    monkeypatch.setattr(excel, "LAST_ROW", 2)
    with pytest.raises(ImportRefusedError, match="damaged"):
        imported(tmp_path, "x.xlsx", content)


def test_a_tag_without_end_in_a_workbook_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "LONGEST_LINE", 200_000)
    noise = "".join(f"{number:x}" for number in range(100_000))
    content = spreadsheets.sheet_of(f'<c x="{noise}"><v>2013</v></c>')
    with pytest.raises(ImportRefusedError, match="damaged"):
        imported(tmp_path, "x.xlsx", content)


@pytest.mark.parametrize("inner", ["<!-- {} -->", '<event start="1901" x="{}"/>'])
def test_a_tag_or_comment_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inner: str
) -> None:
    """The reader of XML begins such a piece anew with each part of the file."""
    text = f'<data><event start="1900" title="x"/>{inner.format("x>" * 200_000)}</data>'
    assert events(imported(tmp_path, "x.xml", text))[0] == ("x", "1900")
    monkeypatch.setattr(xml_stream, "LONGEST_TEXT", 100_000)
    with pytest.raises(ImportRefusedError, match="characters"):
        imported(tmp_path, "x.xml", text)
