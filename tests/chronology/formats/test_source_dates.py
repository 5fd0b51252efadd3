"""When a source was issued, in every form of bibliography, and read back by other programs' readers."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from pybtex.database import parse_string

from peru_timeline.chronology.dates.event_date import DateError, parse_date
from peru_timeline.chronology.formats.bibliography import bibtex, csl_json, ris
from peru_timeline.chronology.formats.source_dates import (
    biblatex_date,
    bibtex_month,
    csl_date,
    ris_date,
    ris_year,
    source_years,
)
from peru_timeline.chronology.models import Source
from tests.chronology.dates.test_event_date import any_date


def issued(edtf: str) -> Source:
    return Source(id="one", type="book", title={"en": "A book"}, issued=parse_date(edtf))


def parts(*dates: list[int], **more: Any) -> dict[str, Any]:
    return {"date-parts": list(dates), **more}


TABLE: list[tuple[str, dict[str, Any], str, str, str, str]] = [
    # EDTF, CSL, year of BibTeX, date of biblatex, PY and DA of RIS
    ("2012-05-27", parts([2012, 5, 27]), "2012", "2012-05-27", "2012", "2012/05/27/"),
    ("2012-05", parts([2012, 5]), "2012", "2012-05", "2012", "2012/05//"),
    ("2012", parts([2012]), "2012", "2012", "2012", "2012///"),
    ("2012-05-27T10:00:00Z", parts([2012, 5, 27]), "2012", "2012-05-27", "2012", "2012/05/27/"),
    ("2012-05~", parts([2012, 5], circa=True), "2012", "2012-05~", "2012", "2012/05//circa"),
    ("2012?", parts([2012], circa=True), "2012", "2012?", "2012", "2012///2012, uncertain"),
    ("-0044", parts([-45]), "45 BCE", "-0044", "", "///45 BCE"),
    ("-0044-03-15", parts([-45, 3, 15]), "45 BCE", "-0044-03-15", "", "///15 March 45 BCE"),
    ("-0001", parts([-2]), "2 BCE", "-0001", "", "///2 BCE"),
    ("0000", parts([-1]), "1 BCE", "0000", "", "///1 BCE"),
    ("0001", parts([1]), "1", "0001", "0001", "0001///"),
    ("0000/0001", parts([-1], [1]), "1 BCE--1", "0000/0001", "", "///1 BCE to 1"),
    ("1938/1961", parts([1938], [1961]), "1938--1961", "1938/1961", "1938", "1938///1938 to 1961"),
    ("1938-05/1961-06-07", parts([1938, 5], [1961, 6]), "1938--1961", "1938-05/1961-06-07", "1938",
     "1938///May 1938 to 7 June 1961"),
    ("2020-21", parts([2020], season=1), "2020", "2020-21", "2020", "2020///spring 2020"),
    ("2020-24", parts([2020], season=4), "2020", "2020-24", "2020", "2020///winter 2020"),
    ("2020-30", parts([2020], season=2), "2020", "2020-22", "2020", "2020///southern summer 2020"),
    ("2020-21/2020-23", parts([2020, 3], [2020, 11]), "2020", "2020-03/2020-11", "2020",
     "2020///spring 2020 to autumn 2020"),
    ("2020-34", parts([2020, 4], [2020, 6], circa=True), "2020", "2020-04/2020-06", "2020",
     "2020///the second quarter of 2020"),
    ("201X", parts([2010], [2019], circa=True), "2010--2019", "201X", "2010", "2010///the 2010s"),
    ("20XX", parts([2000], [2099], circa=True), "2000--2099", "20XX", "2000", "2000///between 2000 and 2099"),
    ("[2010,2012]", parts([2010], [2012], circa=True), "2010--2012", "2010/2012", "2010", "2010///2010 or 2012"),
    ("[2012-05-01..2012-05-07]", parts([2012, 5, 1], [2012, 5, 7], circa=True), "2012", "2012-05-01/2012-05-07",
     "2012", "2012///some day between 1 and 7 May 2012"),
    ("1993/..", {"literal": "since 1993"}, "1993", "1993/..", "1993", "1993///since 1993"),
    ("../1993", {"literal": "until 1993"}, "1993", "../1993", "", "///until 1993"),
    ("[..2022]", {"literal": "2022 or earlier"}, "2022", "/2022", "", "///2022 or earlier"),
    ("Y12345", parts([12345]), "12,345", "", "", "///12,345"),
    ("XXXX", {}, "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "csl", "year", "date", "ris_py", "ris_da"), TABLE)
def test_each_form_has_its_own_way_to_write_a_date(
    edtf: str, csl: dict[str, Any], year: str, date: str, ris_py: str, ris_da: str
) -> None:
    source = issued(edtf)
    (item,) = json.loads(csl_json([source], "en"))
    assert item.get("issued", {}) == csl
    entry = parse_string(bibtex([source], "en"), "bibtex").entries["one"]
    assert (entry.fields.get("year", ""), entry.fields.get("date", "")) == (year, date)
    (record,) = rispy.loads(ris([source], "en"))
    assert (record.get("year", ""), record.get("date", "")) == (ris_py, ris_da)


STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>A date</title><id>a-date</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><date variable="issued"><date-part name="year"/></date></layout></citation>
  <bibliography><layout>
    <date variable="issued" delimiter=" "><date-part name="month"/><date-part name="year"/></date>
  </layout></bibliography>
</style>
"""


def set_in_a_style(edtf: str, folder: Path) -> str:
    """The date of a source as citeproc-py sets it."""
    (folder / "date.csl").write_text(STYLE, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its parser of styles
        style = CitationStylesStyle(str(folder / "date.csl"), validate=False)
        library = CiteProcJSON(json.loads(csl_json([issued(edtf)], "en")))
        bibliography = CitationStylesBibliography(style, library, formatter.plain)
        bibliography.register(Citation([CitationItem("one")]))
        return str(bibliography.bibliography()[0])


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2012", "2012"),
        ("-0044", "45 BC"),
        ("0000", "1 BC"),
        ("1938/1961", "1938–1961"),
        ("2020-21", "Spring 2020"),
        ("2012-05-27", "May 2012"),
    ],
)
def test_a_processor_of_styles_tells_the_same_date(edtf: str, told: str, tmp_path: Path) -> None:
    assert set_in_a_style(edtf, tmp_path) == told


@pytest.mark.parametrize(
    ("edtf", "english", "spanish"),
    [
        ("2012-05-27", "2012", "2012"),
        ("-0044", "45 BCE", "45 a. C."),
        ("0000", "1 BCE", "1 a. C."),
        ("1938/1961", "1938–1961", "1938–1961"),
        ("2020-24", "2020", "2020"),
        ("[..2022]", "2022", "2022"),
        ("XXXX", "", ""),
    ],
)
def test_the_years_of_a_source_stand_beside_its_name(edtf: str, english: str, spanish: str) -> None:
    assert source_years(parse_date(edtf), "en") == english
    assert source_years(parse_date(edtf), "es") == spanish


@given(any_date)
def test_whatever_the_date_no_form_has_a_year_0_or_a_date_that_is_not_edtf(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError:
        return
    assert all(part[0] != 0 for part in csl_date(date, "en").get("date-parts", []))
    if written := biblatex_date(date):
        again = parse_date(written)
        assert again.approximate == date.approximate
        assert (again.earliest_start is None) == (date.earliest_start is None)
    assert bibtex_month(date) in (None, *range(1, 13))
    assert ris_year(date) in ris_date(date, "en")
    assert ris_date(date, "es").count("/") == 3
