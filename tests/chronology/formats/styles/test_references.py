"""Sources in four styles and two languages, as the handbooks of the styles write them."""

from __future__ import annotations

from typing import Any

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.formats.files import WRITERS, ending_of
from peru_timeline.chronology.formats.styles.headline import headline
from peru_timeline.chronology.formats.styles.references import (
    STYLES,
    Style,
    styled,
    styled_page,
    styled_text,
)
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.models import Source
from peru_timeline.paths import default_chronology

URL = "https://example.org/a"


@pytest.fixture(scope="module")
def peru() -> Chronology:
    return load_chronology(default_chronology())


def source(edtf: str | None = "2012-05-27", **told: Any) -> Source:
    raw: dict[str, Any] = {
        "id": "one",
        "type": "article-newspaper",
        "title": {"en": "Who pays for the “new” quay"},
        "author": ("Kelly Hearn",),
        "publisher": "The Gazette",
        "issued": None if edtf is None else parse_date(edtf),
        "url": URL,
        "language": "en",
    }
    return Source(**raw | told)


def told(style: Style, one: Source, language: str = "en") -> str:
    (reference,) = styled([one], style, language)
    return reference.html


@pytest.mark.parametrize(
    ("style", "english", "spanish"),
    [
        (
            "apa",
            f"Hearn, K. (2012, May 27). Who pays for the “new” quay. <i>The Gazette</i>. {URL}",
            f"Hearn, K. (2012, 27 de mayo). Who pays for the “new” quay. <i>The Gazette</i>. {URL}",
        ),
        (
            "mla",
            f"Hearn, Kelly. “Who Pays for the ‘New’ Quay.” <i>The Gazette</i>, 27 May 2012, {URL}.",
            f"Hearn, Kelly. «Who Pays for the “New” Quay». <i>The Gazette</i>, 27 de mayo de 2012, {URL}.",
        ),
        (
            "chicago",
            f"Hearn, Kelly. “Who Pays for the ‘New’ Quay.” <i>The Gazette</i>, May 27, 2012. {URL}.",
            f"Hearn, Kelly. «Who Pays for the “New” Quay». <i>The Gazette</i>, 27 de mayo de 2012. {URL}.",
        ),
        (
            "iso690",
            "HEARN, Kelly, 2012. Who pays for the “new” quay. <i>The Gazette</i>. Online. 27 May 2012. "
            f"Available from: {URL}",
            "HEARN, Kelly, 2012. Who pays for the “new” quay. <i>The Gazette</i>. En línea. 27 de mayo de 2012. "
            f"Disponible en: {URL}",
        ),
    ],
)
def test_an_article_in_a_newspaper(style: Style, english: str, spanish: str) -> None:
    assert told(style, source()) == english
    assert told(style, source(), "es") == spanish


@pytest.mark.parametrize(
    ("style", "english", "spanish"),
    [
        (
            "apa",
            "Ministerio de Defensa. (2012). <i>Libro blanco</i>. Imprenta.",
            "Ministerio de Defensa. (2012). <i>Libro blanco</i>. Imprenta.",
        ),
        (
            "mla",
            "Ministerio de Defensa. <i>Libro blanco</i>. Imprenta, 2012.",
            "Ministerio de Defensa. <i>Libro blanco</i>. Imprenta, 2012.",
        ),
        (
            "chicago",
            "Ministerio de Defensa. <i>Libro blanco</i>. Imprenta, 2012.",
            "Ministerio de Defensa. <i>Libro blanco</i>. Imprenta, 2012.",
        ),
        (
            "iso690",
            "MINISTERIO DE DEFENSA, 2012. <i>Libro blanco</i>. Imprenta.",
            "MINISTERIO DE DEFENSA, 2012. <i>Libro blanco</i>. Imprenta.",
        ),
    ],
)
def test_a_book_by_an_organisation_in_spanish(style: Style, english: str, spanish: str) -> None:
    book = source(
        type="book",
        author=("Ministerio de Defensa",),
        title={"und": "Libro blanco"},
        publisher="Imprenta",
        url=None,
        language="es",
    )
    assert told(style, book) == english
    assert told(style, book, "es") == spanish


DATES: list[tuple[str | None, str, str, str, str]] = [
    # EDTF, and what stands for it in APA, MLA, Chicago and ISO 690 (year | date)
    ("2012-05-27", "2012, May 27", "27 May 2012", "May 27, 2012", "2012|27 May 2012"),
    ("2012-09", "2012, September", "Sept. 2012", "September 2012", "2012|September 2012"),
    ("2012", "2012", "2012", "2012", "2012|"),
    ("-0044", "45 BCE", "45 BCE", "45 BCE", "45 BCE|"),
    ("-0044-03-15", "45 BCE, March 15", "15 Mar. 45 BCE", "March 15, 45 BCE", "45 BCE|15 March 45 BCE"),
    ("0000", "1 BCE", "1 BCE", "1 BCE", "1 BCE|"),
    ("-0044/-0011", "45–12 BCE", "45–12 BCE", "45–12 BCE", "45–12 BCE|"),
    ("-0044/0012", "45 BCE–12 CE", "45 BCE–12 CE", "45 BCE–12 CE", "45 BCE–12 CE|"),
    ("1938/1961", "1938–1961", "1938–1961", "1938–1961", "1938–1961|"),
    ("2012-05-01/2012-05-07", "2012, May 1–7", "1–7 May 2012", "May 1–7, 2012", "2012|1–7 May 2012"),
    ("2012-05-30/2012-06-02", "2012, May 30–June 2", "30 May–2 June 2012", "May 30–June 2, 2012",
     "2012|30 May–2 June 2012"),
    ("1938-05/1961-06-07", "1938, May–1961, June 7", "May 1938–7 June 1961", "May 1938–June 7, 1961",
     "1938–1961|May 1938–7 June 1961"),
    ("1999-03~", "ca. 1999, March", "ca. Mar. 1999", "ca. March 1999", "ca. 1999|ca. March 1999"),
    ("201X", "ca. 2010–2019", "ca. 2010–2019", "ca. 2010–2019", "ca. 2010–2019|"),
    ("2020-21", "2020, Spring", "spring 2020", "Spring 2020", "2020|spring 2020"),
    ("1993/..", "since 1993", "since 1993", "since 1993", "since 1993|"),
    ("[..2022]", "2022 or earlier", "2022 or earlier", "2022 or earlier", "2022 or earlier|"),
    (None, "n.d.", "", "n.d.", "[no date]|"),
    ("XXXX", "n.d.", "", "n.d.", "[no date]|"),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "apa", "mla", "chicago", "iso"), DATES)
def test_dates_in_english(edtf: str | None, apa: str, mla: str, chicago: str, iso: str) -> None:
    one = source(edtf, url=None)
    year, _, day = iso.partition("|")
    assert (
        told("apa", one) == f"Hearn, K. ({apa}). Who pays for the “new” quay. <i>The Gazette</i>."
    )
    assert told("mla", one).endswith(
        f"<i>The Gazette</i>, {mla}." if mla else "<i>The Gazette</i>."
    )
    stop = "" if chicago.endswith(".") else "."
    assert told("chicago", one).endswith(f"<i>The Gazette</i>, {chicago}{stop}")
    assert told("iso690", one).startswith(f"HEARN, Kelly, {year}. Who")
    day = day[:1].upper() + day[1:]
    assert told("iso690", one).endswith(f"</i>. {day}." if day else "<i>The Gazette</i>.")


@pytest.mark.parametrize(
    ("edtf", "apa", "mla"),
    [
        ("-0044", "45 a. C.", "45 a. C."),
        ("-0044/0012", "45 a. C.–12 d. C.", "45 a. C.–12 d. C."),
        ("2012-05", "2012, mayo", "mayo de 2012"),
        ("2012-05-01/2012-05-07", "2012, 1–7 de mayo", "1–7 de mayo de 2012"),
        ("2020-21", "2020, primavera", "primavera de 2020"),
        ("1999~", "ca. 1999", "ca. 1999"),
        ("1993/..", "desde 1993", "desde 1993"),
        (None, "s. f.", ""),
    ],
)
def test_dates_in_spanish(edtf: str | None, apa: str, mla: str) -> None:
    one = source(edtf, url=None)
    assert f"({apa}). " in told("apa", one, "es")
    end = f", {mla}" if mla else ""
    assert told("mla", one, "es").endswith(
        f"<i>The Gazette</i>{end}" + ("" if mla.endswith(".") else ".")
    )


@pytest.mark.parametrize(
    ("style", "two", "many"),
    [
        ("apa", "Hearn, K., &amp; Roe, A. (", "A, B., A, C., "),
        ("mla", "Hearn, Kelly, and Ana Roe. ", "A, B., et al. "),
        ("chicago", "Hearn, Kelly, and Ana Roe. ", "A, B., C. A, D. A, et al. "),
        ("iso690", "HEARN, Kelly and ROE, Ana, 2012. ", "A, B. et al., 2012. "),
    ],
)
def test_several_authors(style: Style, two: str, many: str) -> None:
    assert told(style, source(author=("Kelly Hearn", "Ana Roe"))).startswith(two)
    letters = tuple(f"A, {chr(number)}." for number in range(ord("B"), ord("B") + 22))
    crowd = told(style, source(author=letters))
    assert crowd.startswith(many)
    assert style != "apa" or "A, T., … A, W. (2012" in crowd


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("apa", "Who wins? (2012, May 27). <i>The Gazette</i>. "),
        ("mla", "“Who Wins?” <i>The Gazette</i>, 27 May 2012, "),
        ("chicago", "“Who Wins?” <i>The Gazette</i>, May 27, 2012. "),
        ("iso690", "Who wins?, 2012. <i>The Gazette</i>. Online. "),
    ],
)
def test_without_an_author_the_title_comes_first_and_once(style: Style, begins: str) -> None:
    assert told(style, source(author=(), title={"en": "Who wins?"})).startswith(begins)


def test_an_organisation_is_not_named_twice() -> None:
    own = source(type="report", author=("The Gazette",), title={"en": "A report"})
    assert told("apa", own) == f"The Gazette. (2012). <i>A report</i>. {URL}"
    assert told("mla", own) == f"<i>A Report</i>. The Gazette, 2012, {URL}."


def test_a_list_is_in_order_and_tells_equal_years_apart(peru: Chronology) -> None:
    apa = styled_text(peru.sources, "apa", "en").splitlines()
    assert [line.split(". (")[0] for line in apa] == [
        "Corbishley, N", "Ellis, E", "Hearn, K", "Hearn, K", "Peru sparks interest in defense industry",
    ]  # fmt: skip
    assert ("(2012a, May 27)" in apa[2], "(2012b, May 27)" in apa[3]) == (True, True)
    assert "2012a" not in styled_text(peru.sources, "mla", "en")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sign_stands_twice(peru: Chronology, style: Style, language: str) -> None:
    for line in styled_text(peru.sources, style, language).splitlines():
        assert not any(pair in line for pair in ("..", ",,", " .", " ,", "  ", ".,", "( ", "?."))


def test_titles_from_a_file_are_text(peru: Chronology) -> None:
    one = source(title={"en": "<script>alert(1)</script> & more"}, author=("A <b>",))
    for style in STYLES:
        page = styled_page([one], style, "en", "<i>title</i>")
        assert "<script>" not in page
        assert "<title>&lt;i&gt;title&lt;/i&gt;</title>" in page
    written = WRITERS["apa"](peru, range(len(peru.events)), "en").decode("utf-8")
    assert "<i>The Washington Times</i>" in written
    assert {ending_of(style) for style in STYLES} == {".html"}


@pytest.mark.parametrize(
    ("title", "capitals"),
    [
        ("a tale of the USA and iPhone in peru", "A Tale of the USA and iPhone in Peru"),
        ("the port: a history of", "The Port: A History Of"),
        ("China-Peru ties grow (page 1)", "China-Peru Ties Grow (Page 1)"),
        ("“new” quay", "“New” Quay"),
        ("", ""),
    ],
)
def test_english_titles_have_capitals(title: str, capitals: str) -> None:
    assert headline(title) == capitals


TRANSLATED = {"es": "El puerto avanza", "en": "The port advances"}


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("apa", "Hearn, K. (2021, May 3). El puerto avanza [The port advances]. <i>The Gazette</i>"),
        ("mla", "Hearn, Kelly. “El puerto avanza” [The port advances]. <i>The Gazette</i>, 3 May 2021"),
        ("chicago", "Hearn, Kelly. “El puerto avanza” [The port advances]. <i>The Gazette</i>, May 3, 2021"),
        ("iso690", "HEARN, Kelly, 2021. El puerto avanza [The port advances]. <i>The Gazette</i>"),
    ],
)  # fmt: skip
def test_a_title_in_another_language_stands_as_it_is_found_with_its_translation(
    style: Style, begins: str
) -> None:
    one = source("2021-05-03", title=TRANSLATED, language="es")
    assert told(style, one).startswith(begins)
    assert "The port" not in told(style, one, "es")
    assert "[" not in told(style, source("2021-05-03", title=TRANSLATED, language=None))


@pytest.mark.parametrize(
    ("style", "kind", "part"),
    [
        ("apa", "webpage", "<i>Who pays for the “new” quay</i>. The Gazette."),
        ("apa", "post-weblog", "Who pays for the “new” quay. <i>The Gazette</i>."),
        ("chicago", "webpage", "Quay.” The Gazette, Spring 2020."),
        ("chicago", "article-journal", "Quay.” <i>The Gazette</i>, Spring 2020."),
        ("mla", "webpage", "Quay.” <i>The Gazette</i>, spring 2020."),
        ("mla", "article-journal", "Quay.” <i>The Gazette</i>, spring 2020."),
        ("apa", "article-journal", "(2020). Who pays for the “new” quay. <i>The Gazette</i>."),
    ],
)
def test_pages_of_the_web_and_journals_follow_their_style(
    style: Style, kind: str, part: str
) -> None:
    assert part in told(style, source("2020-21", type=kind, url=None))
