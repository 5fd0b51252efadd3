from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.event_date import DateError, parse_date
from peru_timeline.chronology.dates.unit_wording import day_in_words, month_names, year_in_words
from peru_timeline.chronology.dates.wording import date_in_words, short_date
from tests.chronology.dates.test_event_date import any_date

TABLE = [
    ("2013", "2013", "2013"),
    ("2013-11", "November 2013", "noviembre de 2013"),
    ("2012-05-27", "27 May 2012", "27 de mayo de 2012"),
    ("2011~", "around 2011", "hacia 2011"),
    ("2012-05-03~", "around 3 May 2012", "hacia el 3 de mayo de 2012"),
    ("2009?", "2009, uncertain", "2009, incierto"),
    ("2012-10%", "around October 2012, uncertain", "hacia octubre de 2012, incierto"),
    ("201X", "the 2010s", "la década de 2010"),
    ("20XX", "between 2000 and 2099", "entre 2000 y 2099"),
    ("2023-21", "spring 2023", "primavera de 2023"),
    ("2023-22", "summer 2023", "verano de 2023"),
    ("2023-23", "autumn 2023", "otoño de 2023"),
    ("2023-24", "winter 2023", "invierno de 2023"),
    ("-0043", "44 BCE", "44 a. C."),
    ("0000", "1 BCE", "1 a. C."),
    ("-0043-03-15", "15 March 44 BCE", "15 de marzo de 44 a. C."),
    ("Y12345", "12,345", "12\u00a0345"),
    ("Y-12000", "12,001 BCE", "12\u00a0001 a. C."),
    ("Y-13800000000", "13.8 billion years ago", "hace 13\u00a0800 millones de años"),
    ("Y-66043000", "66.043 million years ago", "hace 66.043 millones de años"),
    ("Y-1000000", "1 million years ago", "hace 1 millón de años"),
    ("Y-170000002", "170,000,003 BCE", "170\u00a0000\u00a0003 a. C."),
    ("-0001/0001", "2 BCE to 1", "de 2 a. C. a 1"),
    ("~1945", "around 1945", "hacia 1945"),
    ("2004-06-~11", "around 11 June 2004", "hacia el 11 de junio de 2004"),
    ("2004?-06-11", "11 June 2004, uncertain", "11 de junio de 2004, incierto"),
    ("2023-25", "spring 2023", "primavera de 2023"),
    ("2023-29", "southern spring 2023", "primavera austral de 2023"),
    ("2023-30", "southern summer 2023", "verano austral de 2023"),
    ("2023-34", "the second quarter of 2023", "el segundo trimestre de 2023"),
    ("2023-33/2023-36", "the first quarter of 2023 to the last quarter of 2023",
     "del primer trimestre de 2023 al último trimestre de 2023"),
    ("2023-37", "the first third of 2023", "el primer cuatrimestre de 2023"),
    ("2023-41", "the second half of 2023", "el segundo semestre de 2023"),
    ("1950S2", "around 1950, between 1900 and 1999", "hacia 1950, entre 1900 y 1999"),
    ("1950S4", "1950", "1950"),
    ("1950S2/1960S2", "between 1900 and 1999", "entre 1900 y 1999"),
    ("20XX/20XX", "between 2000 and 2099", "entre 2000 y 2099"),
    ("201X/201X", "during the 2010s", "durante la década de 2010"),
    ("Y-17E7S3", "around 170 million years ago, between 171 million years ago and 170 million years ago",
     "hace unos 170 millones de años, entre hace 171 millones de años y hace 170 millones de años"),
    ("[1667, 1668]", "1667 or 1668", "1667 o 1668"),
    ("XXXX", "date not given", "sin fecha indicada"),
    ("XXXX-XX-XX", "date not given", "sin fecha indicada"),
    ("XXXX-12-25", "25 December, year not given", "25 de diciembre, sin año"),
    ("XXXX-12-XX", "December, year not given", "diciembre, sin año"),
    ("XXXX/2005", "until 2005, start not known", "hasta 2005, inicio desconocido"),
    # Ends of which not every digit is known: never one day of many.
    ("1X99/2005", "between 1099 and 1999 to 2005", "de entre 1099 y 1999 a 2005"),
    ("2003-06-25/2004-XX-03", "25 June 2003 to between 3 January and 3 December 2004",
     "del 25 de junio de 2003 a entre el 3 de enero y el 3 de diciembre de 2004"),
    ("19X1/1950", "between 1901 and 1950 to 1950", "de entre 1901 y 1950 a 1950"),
    ("[2000..,2010]", "2000 or later", "2000 o después"),
    ("[..2000,2010-05]", "May 2010 or earlier", "mayo de 2010 o antes"),
    ("Y-4540000000~", "around 4.54 billion years ago", "hace unos 4540 millones de años"),
    # Times of day.
    ("2022-12-07T11:00", "7 December 2022, 11:00", "7 de diciembre de 2022, 11:00"),
    ("2022-12-07T11:00-05:00", "7 December 2022, 11:00 UTC-05:00", "7 de diciembre de 2022, 11:00 UTC-05:00"),
    ("2022-12-07T23:59:59", "7 December 2022, 23:59:59", "7 de diciembre de 2022, 23:59:59"),
    ("2022-12-07T23:59:59.5Z", "7 December 2022, 23:59:59.5 UTC", "7 de diciembre de 2022, 23:59:59.5 UTC"),
    ("2022-12-07T10:00:00+0230", "7 December 2022, 10:00:00 UTC+0230", "7 de diciembre de 2022, 10:00:00 UTC+0230"),
    ("2022-12-07T10:00:00/2022-12-07T12:30:00", "7 December 2022, 10:00:00 to 12:30:00",
     "7 de diciembre de 2022, de 10:00:00 a 12:30:00"),
    ("2022-12-07T10:00:00/2022-12-08T12:00:00", "7 December 2022, 10:00:00 to 8 December 2022, 12:00:00",
     "del 7 de diciembre de 2022, 10:00:00 al 8 de diciembre de 2022, 12:00:00"),
    ("2022-12-07T10:00:00/..", "since 7 December 2022, 10:00:00", "desde el 7 de diciembre de 2022, 10:00:00"),
    ("[2022-12-07T10:00:00..2022-12-07T12:00:00]",
     "some time between 7 December 2022, 10:00:00 and 7 December 2022, 12:00:00",
     "en algún momento entre el 7 de diciembre de 2022, 10:00:00 y el 7 de diciembre de 2022, 12:00:00"),
    ("[..2022-12-07T10:00:00]", "some time before 7 December 2022, 10:00:00",
     "en algún momento antes del 7 de diciembre de 2022, 10:00:00"),
    (
        "2012-XX-05",
        "some day between 5 January and 5 December 2012",
        "algún día entre el 5 de enero y el 5 de diciembre de 2012",
    ),
    # One-of sets.
    (
        "[2012-10-01..2012-10-07]",
        "some day between 1 and 7 October 2012",
        "algún día entre el 1 y el 7 de octubre de 2012",
    ),
    (
        "[2012-12-30..2013-01-02]",
        "some day between 30 December 2012 and 2 January 2013",
        "algún día entre el 30 de diciembre de 2012 y el 2 de enero de 2013",
    ),
    (
        "[2012-05..2012-08]",
        "some time between May and August 2012",
        "en algún momento entre mayo y agosto de 2012",
    ),
    (
        "[2010..2012]",
        "some time between 2010 and 2012",
        "en algún momento entre 2010 y 2012",
    ),
    ("[2012-10-01..2012-10-31]", "October 2012", "octubre de 2012"),
    ("[2010,2012]", "2010 or 2012", "2010 o 2012"),
    ("[2010,2011,2013]", "2010, 2011 or 2013", "2010, 2011 o 2013"),
    ("[2012-09,2012-10]", "September 2012 or October 2012", "septiembre de 2012 u octubre de 2012"),
    ("[2012]", "2012", "2012"),
    (
        "[..2022-08-03]",
        "some time before 3 August 2022",
        "en algún momento antes del 3 de agosto de 2022",
    ),
    ("[..2022-08]", "August 2022 or earlier", "agosto de 2022 o antes"),
    ("[..2022]", "2022 or earlier", "2022 o antes"),
    ("[2022..]", "2022 or later", "2022 o después"),
    (
        "[2022-05-01..]",
        "some time after 1 May 2022",
        "en algún momento después del 1 de mayo de 2022",
    ),
    # What lasted.
    ("2009/2010", "2009 to 2010", "de 2009 a 2010"),
    ("2012/2012", "during 2012", "durante 2012"),
    ("2020-12/2022-08", "December 2020 to August 2022", "de diciembre de 2020 a agosto de 2022"),
    ("2012-05/2012-08", "May to August 2012", "de mayo a agosto de 2012"),
    ("2012-05-01/2012-05-03", "1 to 3 May 2012", "del 1 al 3 de mayo de 2012"),
    (
        "2012-05-30/2012-06-03",
        "30 May to 3 June 2012",
        "del 30 de mayo al 3 de junio de 2012",
    ),
    ("2012-05-30/2014", "30 May 2012 to 2014", "del 30 de mayo de 2012 a 2014"),
    ("1993/..", "since 1993", "desde 1993"),
    ("2012-05-03/..", "since 3 May 2012", "desde el 3 de mayo de 2012"),
    ("../2010", "until 2010", "hasta 2010"),
    ("2010/", "from 2010, end not known", "desde 2010, fin desconocido"),
    ("/2022-08", "until August 2022, start not known", "hasta agosto de 2022, inicio desconocido"),
    ("2010~/2012-05", "around 2010 to May 2012", "desde hacia 2010 hasta mayo de 2012"),
    ("2023-21/2023-24", "spring 2023 to winter 2023", "de primavera de 2023 a invierno de 2023"),
    ("-0044/-0042", "45 BCE to 43 BCE", "de 45 a. C. a 43 a. C."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "english", "spanish"), TABLE)
def test_words(text: str, english: str, spanish: str) -> None:
    date = parse_date(text)
    assert date_in_words(date, "en") == english
    assert date_in_words(date, "es") == spanish


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("2013-11", "Nov 2013", "nov 2013"),
        ("2012-05-27", "27 May 2012", "27 may 2012"),
        ("2011~", "c. 2011", "h. 2011"),
        ("2009?", "2009?", "2009?"),
        ("201X", "2010s", "década de 2010"),
        ("2009/2010", "2009–2010", "2009–2010"),
        ("2012/2012", "2012", "2012"),
        ("1993/..", "since 1993", "desde 1993"),
        ("/2022-08", "until Aug 2022", "hasta ago 2022"),
        ("[2012-10-01..2012-10-07]", "1–7 Oct 2012", "1–7 oct 2012"),
        ("2012-05-01/2012-05-03", "1–3 May 2012", "1–3 may 2012"),
        ("2012-05-30/2012-06-03", "30 May – 3 Jun 2012", "30 may – 3 jun 2012"),
        ("2012-05/2012-08", "May – Aug 2012", "may – ago 2012"),
        ("2020-12/2022-08", "Dec 2020 – Aug 2022", "dic 2020 – ago 2022"),
        ("2010~/2012", "c. 2010 – 2012", "h. 2010 – 2012"),
        ("[..2022-08-03]", "by Aug 2022", "a más tardar ago 2022"),
        ("[2010,2012]", "2010 or 2012", "2010 o 2012"),
        ("2022-12-07T23:59:59Z", "7 Dec 2022, 23:59:59 UTC", "7 dic 2022, 23:59:59 UTC"),
        ("2022-12-07T10:00:00", "7 Dec 2022, 10:00", "7 dic 2022, 10:00"),
        (
            "2022-12-07T10:00:00/2022-12-07T12:30:00",
            "7 Dec 2022, 10:00 – 12:30",
            "7 dic 2022, 10:00 – 12:30",
        ),
        ("2023-34", "Q2 2023", "2.º trim. 2023"),
        ("2023-38", "May–Aug 2023", "may–ago 2023"),
        ("2023-40", "H1 2023", "1.er sem. 2023"),
        ("2023-32", "southern winter 2023", "invierno austral 2023"),
        ("1950S2", "c. 1950 (1900–1999)", "h. 1950 (1900–1999)"),
        ("Y-13800000000", "13.8 billion years ago", "hace 13\u00a0800 millones de años"),
        ("XXXX-12-25", "25 Dec, year not given", "25 de dic, sin año"),
        ("-0044/-0042", "45 BCE – 43 BCE", "45 a. C. – 43 a. C."),
        ("1X99/2005", "(1099–1999)–2005", "(1099–1999)–2005"),
        ("2003/2004-1X", "2003–(Oct – Dec 2004)", "2003–(oct – dic 2004)"),
    ],
)
def test_short_dates(text: str, english: str, spanish: str) -> None:
    assert short_date(parse_date(text), "en") == english
    assert short_date(parse_date(text), "es") == spanish


@given(any_date)
def test_every_date_has_words(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError:
        return
    for language in ("en", "es", "es-PE", "qu"):
        for words in (date_in_words(date, language), short_date(date, language)):
            assert words == words.strip()
            assert words
            assert not set("{}[]") & set(words)


@given(st.integers(-4_000_000, 4_000_000))
def test_a_day_is_told_as_the_date_of_that_day(day: int) -> None:
    english = day_in_words(day, "en").split()
    assert english[1] in month_names("en", short=False)
    assert 1 <= int(english[0]) <= 31


def test_languages() -> None:
    may = parse_date("2012-05")
    assert date_in_words(may, "es-PE") == "mayo de 2012"
    assert date_in_words(may, "fr") == "May 2012"
    assert month_names("es", short=True)[0] == "ene"


@pytest.mark.parametrize(
    ("year", "language", "words"),
    [
        (2013, "en", "2013"),
        (1, "en", "1"),
        (0, "en", "1 BCE"),
        (-43, "en", "44 BCE"),
        (-43, "es-PE", "44 a. C."),
        (-9998, "de", "9999 BCE"),
        (9999, "en", "9999"),
        (12345, "en", "12,345"),
        (-12344, "es", "12\u00a0345 a. C."),
        (-999_999, "en", "1 million years ago"),  # a tick of the axis
        (-13_799_999_999, "en", "13.8 billion years ago"),
        (-1_999_999_999, "es", "hace 2000 millones de años"),
        (-1_000_001, "en", "1,000,002 BCE"),
    ],
)
def test_years_of_more_than_four_digits_are_grouped(year: int, language: str, words: str) -> None:
    assert year_in_words(year, language) == words


@pytest.mark.parametrize("name", ["es_ES.UTF-8", "C"])
def test_the_systems_locale_changes_nothing(name: str) -> None:
    program = (
        "import locale\n"
        f"try: locale.setlocale(locale.LC_ALL, {name!r})\n"
        "except locale.Error: pass\n"
        "from peru_timeline.chronology.dates.wording import date_in_words\n"
        "from peru_timeline.chronology.dates.event_date import parse_date\n"
        "print(date_in_words(parse_date('2013-01'), 'en'))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert said.stdout.decode().strip() == "January 2013"
