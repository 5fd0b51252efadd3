"""Pages as PDF."""

from __future__ import annotations

from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import NAMED
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.files.pdf_file import pdf
from peru_timeline.ui.paint.text_measure import text_width


def test_pdf_has_pages_of_the_size_asked_for_and_no_bitmaps(subject: Subject) -> None:
    pages = [compose(subject, PageSpec(NAMED[name]), text_width) for name in ("a4", "16:9")]
    content = pdf(pages, LIGHT) or b""
    assert content.startswith(b"%PDF")
    assert b"/Subtype /Image" not in content
    assert b"/FontFile2" in content
    assert content.count(b"/MediaBox") == 2
    assert len(content) < 2_000_000
