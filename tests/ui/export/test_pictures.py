"""Pictures as files: the same bytes each time, whole or not at all, and what their readers find in them."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.query import Query
from peru_timeline.chronology.views import SavedView, load_views
from peru_timeline.paths import default_chronology, seeds_dir
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.export_choice import PICTURES, SHEETS, TABLES, ExportChoice
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.poster import PosterSpec
from peru_timeline.pictures.sizes import NAMED, parse_size
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.view import View
from peru_timeline.ui.export import rendering
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.export.printing import clipboard_text, copy_picture, print_with_preview
from peru_timeline.ui.look.theme import DARK, LIGHT
from peru_timeline.ui.paint.pdf_file import pdf
from peru_timeline.ui.paint.png_file import image_of, png
from peru_timeline.ui.paint.svg_file import svg
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.stage.presentation import Presentation, between
from peru_timeline.ui.stage.saved_views_dialog import SavedViewsDialog
from peru_timeline.ui.stage.saved_views_file import load_own_views, own_views_path, save_own_views
from peru_timeline.ui.stage.view_naming import ViewNaming, named, renamed
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from tests.pictures.overlaps import outside, overlapping, titles_on_marks

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def opened(qapp: object) -> OpenChronology:
    return open_chronology(default_chronology())


def subject_of(opened: OpenChronology, query: Query | None = None, language: str = "en") -> Subject:
    view = View(exact=False, query=query or Query())
    return make_subject(opened.chronology, opened.columns, opened.facets, view, language)


@pytest.fixture
def subject(opened: OpenChronology) -> Subject:
    return subject_of(opened)


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4", "a4-portrait", "800x600"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_overlaps_in_the_fonts_that_are_drawn(
    opened: OpenChronology, size: str, language: str
) -> None:
    for query in (Query(), Query(sectors=frozenset({"military", "politics"})), Query(text="port")):
        page = compose(subject_of(opened, query, language), PageSpec(parse_size(size)), text_width)
        assert overlapping(page) == []
        assert outside(page) == []
        assert titles_on_marks(page) == []


# --- PNG -------------------------------------------------------------------------------------


def test_png_is_the_same_each_time_and_says_what_it_is(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    content = png(page, LIGHT, 2)
    assert content is not None
    assert content == png(compose(subject, PageSpec(NAMED["16:9"]), text_width), LIGHT, 2)
    image = QImage.fromData(content)
    assert (image.width(), image.height()) == (3200, 1800)
    assert round(image.dotsPerMeterX() * 0.0254) == 240
    assert b"sRGB" in content[:200]
    assert image.text("Title") == page.title
    assert image.pixelColor(2, 2) == LIGHT.ground


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_png_holds_what_was_painted(subject: Subject, scale: float) -> None:
    page = compose(subject, PageSpec(parse_size("801x603")), text_width)
    painted = image_of(page, DARK, scale)
    content = png(page, DARK, scale)
    assert content is not None
    read = QImage.fromData(content).convertToFormat(QImage.Format.Format_RGB32)
    painted.setColorSpace(read.colorSpace())
    assert read.size() == painted.size()
    assert bytes(read.constBits()) == bytes(painted.constBits())


def pixels(content: bytes | None) -> np.ndarray:
    assert content is not None
    image = QImage.fromData(content).convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


def test_a_png_painted_band_by_band_is_the_one_painted_at_once(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    at_once = pixels(png(page, LIGHT, 1.3))
    monkeypatch.setattr("peru_timeline.ui.paint.png_file.BAND_PIXELS", 2080 * 97)
    heard: list[tuple[int, int]] = []

    def progress(done: int, every: int) -> bool:
        heard.append((done, every))
        return True

    difference = np.abs(pixels(png(page, LIGHT, 1.3, progress)) - at_once)
    assert heard == [(number, 13) for number in range(1, 14)]
    # Edges of bars round otherwise by a shade nobody sees.
    assert difference.max() <= 16
    assert (difference > 0).mean() < 0.001


def test_a_png_can_be_stopped(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peru_timeline.ui.paint.png_file.BAND_PIXELS", 1600 * 100)
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    assert png(page, LIGHT, 1, lambda done, _every: done < 3) is None


# --- SVG -------------------------------------------------------------------------------------


def test_svg_is_the_same_each_time_and_small(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    content = svg(page, LIGHT)
    assert content == svg(compose(subject, PageSpec(NAMED["16:9"]), text_width), LIGHT)
    assert len(content) < 1_000_000


def test_titles_before_marks_end_there_whatever_the_font(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    root = ElementTree.fromstring(svg(page, LIGHT).decode())
    anchored = {element.text for element in root.iter(f"{SVG}text") if element.get("text-anchor")}
    before = set()
    for label in page.scene.labels:
        mark = page.scene.mark_of(label.event, label.lane)
        if mark is not None and label.x + label.width <= mark.box_left:
            before.add(label.text)
    assert before
    assert anchored >= before
    assert not anchored & {line.text for line in page.lines}


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_bar_of_a_file_is_round_only_where_it_ends(goes_on: bool) -> None:
    from peru_timeline.ui.paint.bar_vectors import BarLook, fill_bar

    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    look = BarLook(QRectF(0, 0, 60, 20), 10, 0, 90 if goes_on else 60, 0, 0, 1)
    with QPainter(image) as painter:
        fill_bar(painter, look, LIGHT.ink, LIGHT.ground)
    assert (image.pixelColor(59, 0) == LIGHT.ink) is goes_on
    assert image.pixelColor(0, 0) != LIGHT.ink


@pytest.mark.parametrize("orientation", list(QPageLayout.Orientation))
def test_the_print_preview_prints_the_page_with_its_text(
    qtbot: QtBot, subject: Subject, tmp_path: Path, orientation: QPageLayout.Orientation
) -> None:
    out = tmp_path / "printed.pdf"
    seen: list[int] = []

    def use() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        preview = dialog.findChild(QPrintPreviewWidget)
        assert preview is not None
        preview.setOrientation(orientation)
        seen.append(preview.pageCount())
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        preview.print_()
        dialog.reject()

    QTimer.singleShot(0, use)
    window = QWidget()
    qtbot.addWidget(window)
    print_with_preview(
        window, "Print", lambda size: compose(subject, PageSpec(size), text_width), LIGHT
    )
    assert seen == [1]
    written = out.read_bytes()
    assert written.startswith(b"%PDF")
    assert b"/FontFile2" in written
    assert b"/Count 1" in written


def test_text_of_an_svg_is_text(opened: OpenChronology) -> None:
    subject = subject_of(opened, Query(sectors=frozenset({"energy"})), "es")
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    root = ElementTree.fromstring(svg(page, LIGHT).decode("utf-8"))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    for label in page.scene.labels:
        assert label.text in texts
    for line in page.lines:
        assert line.text in texts
    assert all(element.get("textLength") for element in root.iter(f"{SVG}text"))
    assert root.findtext(f"{SVG}title") == page.title
    assert "@font-face" in (root.findtext(f"{SVG}style") or "")
    assert not list(root.iter(f"{SVG}image"))


def test_every_gradient_of_an_svg_is_opaque(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    root = ElementTree.fromstring(svg(page, LIGHT).decode("utf-8"))
    stops = list(root.iter(f"{SVG}stop"))
    assert stops
    assert {stop.get("stop-opacity", "1") for stop in stops} == {"1"}


def test_text_that_looks_like_markup_stays_text(subject: Subject) -> None:
    spec = PageSpec(NAMED["16:9"], "</text><script>x</script> & \x07", "<b>")
    content = svg(compose(subject, spec, text_width), LIGHT)
    root = ElementTree.fromstring(content.decode("utf-8"))
    assert not list(root.iter(f"{SVG}script"))


# --- PDF -------------------------------------------------------------------------------------


def test_pdf_has_pages_of_the_size_asked_for_and_no_bitmaps(subject: Subject) -> None:
    pages = [compose(subject, PageSpec(NAMED[name]), text_width) for name in ("a4", "16:9")]
    content = pdf(pages, LIGHT) or b""
    assert content.startswith(b"%PDF")
    assert b"/Subtype /Image" not in content
    assert b"/FontFile2" in content
    assert content.count(b"/MediaBox") == 2
    assert len(content) < 2_000_000


def test_a_poster_can_be_stopped_while_it_is_drawn(subject: Subject) -> None:
    spec = PosterSpec(PageSpec(NAMED["a4"]), 2)
    asked: list[int] = []

    def progress(done: int, _everything: int) -> bool:
        asked.append(done)
        return len(asked) < 4

    assert rendering.poster(subject, spec, LIGHT, progress) is None


# --- dialog ----------------------------------------------------------------------------------


def dialog_of(qtbot: QtBot, subject: Subject, **choice: object) -> ExportDialog:
    dialog = ExportDialog(None, LIGHT, subject, (1000, 600), ExportChoice(**choice))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize("form", [*PICTURES, "pptx", *SHEETS, *TABLES])
def test_each_form_is_written(
    qtbot: QtBot, opened: OpenChronology, tmp_path: Path, form: str
) -> None:
    subject = subject_of(opened, Query(sectors=frozenset({"energy"})))
    dialog = dialog_of(qtbot, subject, form=form, what="whole", scale=1, size="a4")
    path = tmp_path / f"out{dialog.choice.ending}"
    assert dialog.save(path)
    assert path.stat().st_size > 100
    assert list(tmp_path.glob(".*")) == []


def test_a_failed_export_leaves_what_was_there(
    qtbot: QtBot, subject: Subject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "old.png"
    path.write_bytes(b"old")
    dialog = dialog_of(qtbot, subject)
    monkeypatch.setattr("peru_timeline.files.os.fsync", full)
    assert not dialog.save(path)
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == ["old.png"]
    assert "No space left" in dialog._message.text()


def test_a_large_picture_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, subject: Subject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peru_timeline.ui.paint.png_file.BAND_PIXELS", 1600 * 100)
    monkeypatch.setattr("peru_timeline.ui.export.export_dialog.WAIT_SHOWN_MS", 0)
    dialog = dialog_of(qtbot, subject, form="png", scale=1)
    dialog.show()

    def stop() -> None:
        waiting = dialog.findChild(QProgressDialog, "export_progress")
        assert waiting is not None
        waiting.cancel()

    QTimer.singleShot(0, dialog, stop)
    assert not dialog.save(tmp_path / "out.png")
    assert list(tmp_path.iterdir()) == []
    assert dialog._message.text() == "Stopped; nothing was written."


def test_what_cannot_be_drawn_is_told_and_not_saved(qtbot: QtBot, subject: Subject) -> None:
    dialog = dialog_of(qtbot, subject, what="span", size="16:9")
    for text in ("soon", "2013", ""):
        dialog.form._first.setText(text)
        dialog.form._last.setText("2009")
        dialog.refresh()
        assert not dialog._save.isEnabled()
        assert len(dialog._message.text()) > 10
    dialog.form._first.setText("2009")
    dialog.form._last.setText("2013-05")
    dialog.refresh()
    assert dialog._save.isEnabled()
    dialog.form._size.setEditText("17 elephants")
    dialog.refresh()
    assert "no size" in dialog._message.text()


def test_the_dialog_remembers_its_choices(qtbot: QtBot, subject: Subject, tmp_path: Path) -> None:
    from peru_timeline.pictures.export_choice import load_choice, save_choice

    dialog = dialog_of(qtbot, subject, form="svg", size="420x297mm", theme="dark", legend=False)
    assert dialog.choice.form == "svg"
    assert dialog.choice.size == "420x297mm"
    assert not dialog.choice.legend
    save_choice(tmp_path / "export.json", dialog.choice)
    assert load_choice(tmp_path / "export.json")[0] == dialog.choice
    (tmp_path / "export.json").write_text("{", "utf-8")
    assert load_choice(tmp_path / "export.json")[0] == ExportChoice()


def test_the_clipboard_takes_picture_and_citations(qtbot: QtBot, opened: OpenChronology) -> None:
    from PySide6.QtGui import QGuiApplication

    subject = subject_of(opened, Query(sectors=frozenset({"energy"})))
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    copy_picture(page, subject, LIGHT)
    assert not QGuiApplication.clipboard().image().isNull()
    assert QGuiApplication.clipboard().text() == clipboard_text(page, subject)
    assert "[1] " in clipboard_text(page, subject)


# --- views -----------------------------------------------------------------------------------


def test_views_are_kept_and_the_story_comes_along(opened: OpenChronology) -> None:
    chronology = opened.chronology
    views, trouble = load_own_views(chronology, opened.path)
    assert not trouble
    assert len(views.views) >= 8
    changed = views.with_view(SavedView(name={"en": "Mine"}))
    assert save_own_views(chronology, changed) == ""
    assert own_views_path(chronology).exists()
    assert load_own_views(chronology, opened.path) == (changed, "")


def test_a_damaged_views_file_is_told_and_kept(opened: OpenChronology) -> None:
    place = own_views_path(opened.chronology)
    place.parent.mkdir(parents=True)
    place.write_text("{", "utf-8")
    views, trouble = load_own_views(opened.chronology, opened.path)
    assert views.views == ()
    assert "views.json" in trouble
    assert place.with_name(place.name + ".bad").read_text("utf-8") == "{"
    assert load_own_views(opened.chronology, opened.path)[1] == ""  # said once


def test_a_view_holds_what_is_on_the_screen(qtbot: QtBot, opened: OpenChronology) -> None:
    subject = subject_of(opened, Query(text="oil"), "es").within(
        opened.columns.span or TimeSpan(0, 1)
    )
    dialog = ViewNaming(None, LIGHT, "", "", "Save view", {"Oil"})
    qtbot.addWidget(dialog)
    assert not dialog._save.isEnabled()
    dialog.name.setText("Oil")
    assert "replaces" in dialog._warning.text()
    dialog.name.setText("Petróleo")
    assert dialog._warning.text() == ""
    dialog.caption.setPlainText("Unas palabras")
    view = named(subject.view, "es", *dialog.entered())
    assert view.name == {"es": "Petróleo"}
    assert view.query.text == "oil"
    assert view.days is not None


def test_the_list_of_views_moves_deletes_and_takes(
    qtbot: QtBot, opened: OpenChronology, tmp_path: Path
) -> None:
    story = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    kept: list[object] = []

    def keep(views: object) -> str:
        kept.append(views)
        return ""

    dialog = SavedViewsDialog(None, LIGHT, opened.chronology, story, "en", keep)
    qtbot.addWidget(dialog)
    dialog._move(1)
    assert dialog.views.views[1] == story.views[0]
    dialog._delete()
    assert len(dialog.views.views) == len(story.views) - 1
    dialog.take(seeds_dir() / "peru-1992-2023.views.json")
    assert len(dialog.views.views) == len(story.views)
    dialog.take(tmp_path / "nothing.views.json")
    assert "does not exist" in dialog._said.text()
    assert len(kept) == 3
    for _ in range(3):
        dialog._buttons["undo_views"].click()
    assert dialog.views == story
    assert not dialog._buttons["undo_views"].isEnabled()
    assert kept[-1] == story


def test_a_view_gets_another_name_in_one_language(opened: OpenChronology) -> None:
    story = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    view = renamed(story.views[0], "es", "Otro nombre", "Otras palabras")
    assert view.name == {**story.views[0].name, "es": "Otro nombre"}
    assert view.caption == {**(story.views[0].caption or {}), "es": "Otras palabras"}
    assert renamed(view, "en", "Name", "").caption is None
    assert story.with_view(view).views[0] == view


def test_arrows_turn_the_views_and_escape_ends(qtbot: QtBot, opened: OpenChronology) -> None:
    story = load_views(seeds_dir() / "peru-1992-2023.views.json", opened.chronology)
    shown = Presentation(opened, story.views, LIGHT, "es", motion=False)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    with qtbot.waitExposed(shown):
        shown.show()
    canvas = shown.timeline.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert shown.at == 1
    assert shown._name.text() == story.views[1].name["es"]
    days = story.views[1].days
    assert days is not None
    assert abs(shown.timeline.visible_span().middle - sum(days) / 2) < 40
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert shown.at == len(story.views) - 1
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.at == 0
    with qtbot.waitSignal(shown.closed):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_a_flight_narrows_by_equal_factors() -> None:
    start, end = TimeSpan(0, 10_000), TimeSpan(4_000, 4_100)
    half = between(start, end, 0.5)
    assert half.width == pytest.approx(1000)
    assert between(start, end, 1) == end
    assert between(start, end, 0).width == pytest.approx(start.width)
    assert start.start <= half.start <= half.end <= start.end


def test_a_page_is_painted_within_its_edges(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    image = QImage(1700, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    painter.translate(50, 50)
    from peru_timeline.ui.paint.page_painting import paint_page

    paint_page(painter, page, LIGHT)
    painter.end()
    beyond = [
        QRectF(0, 0, 1700, 50), QRectF(0, 950, 1700, 50), QRectF(0, 0, 50, 1000), QRectF(1650, 0, 50, 1000),
    ]  # fmt: skip
    magenta = struct.pack("<I", 0xFFFF00FF)
    for area in beyond:
        part = image.copy(area.toRect())
        assert bytes(part.constBits()) == magenta * (part.width() * part.height())
