from __future__ import annotations

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from peru_timeline.chronology.review.report import report_html, report_markdown
from peru_timeline.chronology.review.report_markup import Block, Kind, as_html, as_markdown
from tests.chronology.made_up import load, small
from tests.chronology.review.test_documents import DOCUMENT, GOOD, chronology_of

HOSTILE = "<script>alert(1)</script> *a* [x](http://e.vil) `c` # h | _u_ & [31m"


def hostile_chronology() -> str:
    raw = small()
    raw["events"][0]["title"] = HOSTILE[:55]
    raw["events"][0]["summary"] = f"{HOSTILE}\nline"
    raw["events"][0]["evidence"][0]["quote"] = f"{HOSTILE} one two three four five"
    raw["events"][0]["notes"][0]["text"] = HOSTILE
    raw["title"] = HOSTILE
    return report_html(load(raw), {}, "en")


class Tags(HTMLParser):
    """Collects what tags and what text a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_holds_the_files_texts_as_text_only() -> None:
    page = hostile_chronology()
    reader = Tags()
    reader.feed(page)
    assert reader.tags <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "b", "blockquote",
        "footer",
    }  # fmt: skip
    assert "<script>alert(1)</script> *a* [x](http://e.vil)" in reader.text
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "=== line",
        "> quote",
        "a\n\n    code",
        "~~gone~~",
        "http://example.org/_a_",
        "&amp; &lt;",
        "**bold** __bold__ \\",
        "![image](x)",
        "<!-- x -->",
    ],
)
@pytest.mark.parametrize("kind", Kind)
def test_markdown_reads_back_as_the_same_text(kind: Kind, text: str) -> None:
    markdown = as_markdown([Block(kind, text, text)])
    tokens = MarkdownIt("commonmark").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {
        "text", "strong_open", "strong_close", "softbreak", "text_special",
    }  # fmt: skip
    read = "".join(child.content for child in inline)
    assert " ".join(text.replace("\x1b", "\\x1b").split()) in read


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_block_has_both_forms(kind: Kind) -> None:
    assert "some text" in as_markdown([Block(kind, "some text", "label")])
    assert "some text" in as_html([Block(kind, "some text", "label")], "en")


def test_events_stand_in_order_with_date_as_written_words_quotations_and_notes() -> None:
    text = report_markdown(load(small()), {}, "en")
    first, second, third = (text.index(f"### {n}\\.") for n in (1, 2, 3))
    assert first < second < third
    event = text[second:third]
    for part in (
        "Quay built",
        "Se construye el muelle",
        "2004/2006-08 = 2004 to August 2006",
        "Trade, happened, importance 3",
        "Port Office (builder); Southland",
        "2\u202f500\u202f000 USD, cost",
        "> “the quay, begun in 2004, was finished in August 2006”",
        "The quay, ¶ 1",
        "supports: date",
        "A line is lost.",
        "follows: Quay planned (quay-planned)",
    ):
        assert part in event
    assert "No year is printed." in text[third:]


def test_the_sheet_in_spanish() -> None:
    text = report_markdown(load(small()), {}, "es")
    for part in ("Hoja de revisión: El puerto", "de 2004 a agosto de 2006", "sustenta: fecha"):
        assert part in text
    for english in ("Review", "supports", "happened", "importance", "Events"):
        assert english not in text


def test_coverage_is_told_where_the_document_is_at_hand() -> None:
    chronology = chronology_of(GOOD, {"quote": "a passage that is not there at all"})
    text = report_markdown(chronology, {"gazette": DOCUMENT}, "en")
    assert "found in the document" in text
    assert "NOT FOUND in the document" in text
    assert "Paragraphs that no event quotes: 3 of 4" in text
    assert "- **The quay, ¶ 2:** It had been promised for years and years, the" in text
    assert "- **before any heading, ¶ 1:** The new quay" in text
    coverage = text[text.index("## What no event quotes") :]
    assert coverage.count("Its full text is not at hand") == 1  # the almanac's


def test_a_document_quoted_throughout() -> None:
    quote = "one two three four five"
    text = report_markdown(chronology_of({"quote": quote}), {"gazette": quote}, "en")
    assert "1 quotations cover 100 % of its words." in text
    assert "Every paragraph is quoted by some event." in text
