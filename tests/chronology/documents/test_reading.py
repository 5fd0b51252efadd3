"""Documents of each kind, read as paragraphs under headings; what they say of themselves; what is refused."""

from __future__ import annotations

import io
import random

import pytest
from pypdf import PdfWriter

from peru_timeline.chronology.documents.reading import LARGEST_DOCUMENT, read_document
from peru_timeline.chronology.documents.refusals import UnreadableError
from peru_timeline.chronology.documents.said_of_itself import day_of
from tests.chronology.documents.pdfs import pdf_of

PAGE = """<!doctype html><html lang="es-PE"><head><meta charset="utf-8"><title>A &amp; B</title>
<meta property="og:site_name" content="El Diario"><meta name="author" content="Nobody">
<link rel="canonical" href="https://example.org/a">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "headline": "no"},
 {"@type": "NewsArticle", "headline": "Puerto", "datePublished": "2012-05-27T10:00:00Z",
  "author": [{"@type": "Person", "name": "Ana Paz"}]}]}</script></head>
<body><nav>Menu</nav><h1>El puerto</h1><p>Hola <b>mundo</b><script>alert(1)</script> y<br>más.</p>
<ul><li>one<li>two</ul><p hidden>&lt;b&gt;</p></body></html>"""

NOTE = """---
title: The harbour
author: [Ana Paz, {name: B. Cruz}]
date: 2012-05-27
link: https://example.org/1
lang: en
---
Ships
=====

See [the *port*](https://a.example/b_(c)) and ![a picture](x.png) now.
- one
- two

## Later on ##

> Said **she**, _softly_.
"""


@pytest.mark.parametrize(
    ("name", "content", "paragraphs", "headings"),
    [
        ("a.txt", b"One.\r\n\r\nTwo\x00".replace(b"\0", b"\x07"), ["One.", "Two"], ()),
        ("a.txt", "\ufeffaño\n\n".encode("utf-8"), ["año"], ()),
        ("a.txt", "año".encode("cp1252"), ["año"], ()),
        ("a.txt", "año".encode("utf-16"), ["año"], ()),
        ("a.htm", b"<meta charset=iso-8859-2><p>\xb1", ["ą"], ()),
        (
            "a.html",
            PAGE.encode(),
            ["El puerto", "Hola mundo y más.", "one", "two", "<b>"],
            ("El puerto",),
        ),
        (
            "a.md",
            NOTE.encode(),
            [
                "Ships",
                "See the *port* and  now.",
                "one",
                "two",
                "Later on",
                "Said **she**, softly.",
            ],
            ("Ships", "Later on"),
        ),
    ],
)
def test_text_is_read_as_paragraphs(
    name: str, content: bytes, paragraphs: list[str], headings: tuple[str, ...]
) -> None:
    found = read_document(content, name)
    assert [part.strip() for part in found.text.split("\n\n") if part.strip()] == paragraphs
    assert found.headings == headings


def test_a_page_of_the_web_says_what_it_is() -> None:
    said = read_document(PAGE.encode(), "a.html").said
    assert said == (
        "Puerto", ("Ana Paz",), "El Diario", "2012-05-27", "https://example.org/a", "es-PE", "article-newspaper",
    )  # fmt: skip


def test_markdown_says_what_it_is_in_its_fields() -> None:
    said = read_document(NOTE.encode(), "a.md").said
    assert said[:2] == ("The harbour", ("Ana Paz", "B. Cruz"))
    assert said[3:6] == ("2012-05-27", "https://example.org/1", "en")
    assert read_document(b"# Only a heading\n\nText", "a.md").said.title == "Only a heading"
    assert read_document(b"---\n&a [*a]\n---\nText", "a.md").text.strip().endswith("Text")


def test_the_first_line_of_a_text_may_be_its_title() -> None:
    assert read_document(b"Peru and the sea\n\nText.", "a.txt").said.title == "Peru and the sea"
    assert read_document(b"A sentence.\n\nText.", "a.txt").said.title == ""


def test_what_is_no_word_is_broken() -> None:
    text = read_document(b"a " + b"x" * 4500 + b" b", "a.txt").text
    assert [len(word) for word in text.split()] == [1, 2000, 2000, 500, 1]


def test_the_pages_of_a_pdf_are_its_headings() -> None:
    content = pdf_of(
        ["A mili-", "tary base, a long-", "term lease; long-term."], [], ["Third page"]
    )
    pages: list[tuple[int, int]] = []
    found = read_document(content, "a.pdf", lambda *page: pages.append(page))
    assert found.headings == ("p. 1", "p. 3")
    assert "A military base, a long-term lease" in " ".join(found.text.split())
    assert found.text.endswith("p. 3\n\nThird page")
    assert pages == [(1, 3), (2, 3), (3, 3)]
    assert found.said[:2] == ("A report", ("Ana Paz", "B. Cruz"))
    assert found.said.issued == "2012-05-27"


def _locked_with_aes() -> bytes:
    """A PDF that says it is encrypted with AES; pypdf needs another package to look any further."""
    words = (
        b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -44 /EncryptMetadata true"
        b" /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF"
        b" /O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s> >> /ID [<00> <00>] "
    ) % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
    return pdf_of(["Text"]).replace(b"trailer\n<<", b"trailer\n<< " + words)


def _locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", _locked(), "password"),
        ("a.pdf", _locked_with_aes(), "password"),
        ("a.pdf", pdf_of([]), "pictures of its pages"),
        ("a.pdf", pdf_of(["Text"])[:60], "damaged"),
        ("a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 9, "damaged"),
        ("a.pdf", b"no PDF", "damaged"),
        ("a.txt", b"PK\x03\x04\0\0", "no text"),
        ("a.txt", b" \n ", "contains no text"),
        ("a.html", b"<script>x()</script>", "contains no text"),
        ("a.txt", b"a" * (LARGEST_DOCUMENT + 1), "larger than 50 MB"),
        ("a.txt", b"a " * 6_000_000, "more than 10000000 characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_told_in_a_sentence(name: str, content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_document(content, name)


def test_a_damaged_pdf_is_read_or_refused() -> None:
    whole, chance = pdf_of(["One two three", "four"], ["Five"]), random.Random(7)
    refused = 0
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(damaged))
            if chance.random() < 0.7:
                damaged[place] = chance.randrange(256)
            else:
                del damaged[place : place + chance.randint(1, 20)]
        try:
            assert read_document(bytes(damaged), "a.pdf").text
        except UnreadableError as error:
            refused += bool(str(error))
    assert 0 < refused < 300


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2012-05-27T10:00:00Z", "2012-05-27"),
        ("D:20120527101112+02'00'", "2012-05-27"),
        ("2012/05", "2012-05"),
        ("27 May 2012", "2012-05-27"),
        ("2012", "2012"),
        ("soon", ""),
        ({"no": "text"}, ""),
    ],
)
def test_dates_as_programs_write_them(written: object, edtf: str) -> None:
    assert day_of(written) == edtf
