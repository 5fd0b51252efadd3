"""The words for dates, in English and Spanish; other languages use English.

The system's locale plays no part: the same date reads the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and patterns of one language; {} stands for a date, {0} and {1} for two."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    seasons: tuple[str, ...]
    day: str  # day, month, year
    day_in_year: str  # day, month
    month: str  # month, year
    season: str
    bce: str
    decade: str
    century: str
    the_day: str  # a full day after a preposition
    around: str
    uncertain: str
    either: str
    either_before_o: str
    since: str
    until: str
    during: str
    unknown_start: str
    as_of: str  # a state, at the date of its source
    not_given: str
    unknown_end: str
    before: str
    after: str
    or_earlier: str
    or_later: str
    between: str
    between_days: str
    from_to: str
    from_about_to: str  # where one end is approximate or uncertain
    short_decade: str
    short_around: str
    short_since: str
    short_until: str
    short_before: str
    short_by: str
    short_as_of: str
    short_after: str
    short_unknown_end: str
    southern_season: str
    short_southern_season: str
    quarters: tuple[str, ...]
    short_quarters: tuple[str, ...]
    four_months: tuple[str, ...]
    short_four_months: tuple[str, ...]
    halves: tuple[str, ...]
    short_halves: tuple[str, ...]
    estimated: str  # a year of which only the first digits count: the year, the first and the last possible
    short_estimated: str
    day_of_unknown_year: str
    month_of_unknown_year: str
    thousands: str  # between the digits of a large number
    years_ago: tuple[tuple[int, str], ...]  # units of a number of years, the largest first


ENGLISH = Vocabulary(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    short_months=(
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    day="{0} {1} {2}",
    day_in_year="{0} {1}",
    month="{0} {1}",
    season="{0} {1}",
    bce="{} BCE",
    decade="the {}s",
    century="between {0} and {1}",
    the_day="{}",
    around="around {}",
    uncertain="{}, uncertain",
    either="{0} or {1}",
    either_before_o="{0} or {1}",
    since="since {}",
    until="until {}",
    during="during {}",
    unknown_start="until {}, start not known",
    as_of="as of {}",
    not_given="date not given",
    unknown_end="from {}, end not known",
    before="some time before {}",
    after="some time after {}",
    or_earlier="{} or earlier",
    or_later="{} or later",
    between="some time between {0} and {1}",
    between_days="some day between {0} and {1}",
    from_to="{0} to {1}",
    from_about_to="{0} to {1}",
    short_decade="{}s",
    short_around="c. {}",
    short_since="since {}",
    short_until="until {}",
    short_before="before {}",
    short_by="by {}",
    short_as_of="as of {}",
    short_after="after {}",
    short_unknown_end="from {}",
    southern_season="southern {0} {1}",
    short_southern_season="southern {0} {1}",
    quarters=(
        "the first quarter of {}", "the second quarter of {}", "the third quarter of {}", "the last quarter of {}",
    ),
    short_quarters=("Q1 {}", "Q2 {}", "Q3 {}", "Q4 {}"),
    four_months=("the first third of {}", "the second third of {}", "the last third of {}"),
    short_four_months=("Jan–Apr {}", "May–Aug {}", "Sep–Dec {}"),
    halves=("the first half of {}", "the second half of {}"),
    short_halves=("H1 {}", "H2 {}"),
    estimated="around {0}, between {1} and {2}",
    short_estimated="c. {0} ({1}–{2})",
    day_of_unknown_year="{0} {1}, year not given",
    month_of_unknown_year="{0}, year not given",
    thousands=",",
    years_ago=((10**9, "{} billion years ago"), (10**6, "{} million years ago")),
)  # fmt: skip

SPANISH = Vocabulary(
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    short_months=(
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ),
    seasons=("primavera", "verano", "otoño", "invierno"),
    day="{0} de {1} de {2}",
    day_in_year="{0} de {1}",
    month="{0} de {1}",
    season="{0} de {1}",
    bce="{} a. C.",
    decade="la década de {}",
    century="entre {0} y {1}",
    the_day="el {}",
    around="hacia {}",
    uncertain="{}, incierto",
    either="{0} o {1}",
    either_before_o="{0} u {1}",
    since="desde {}",
    until="hasta {}",
    during="durante {}",
    unknown_start="hasta {}, inicio desconocido",
    as_of="a {}",
    not_given="sin fecha indicada",
    unknown_end="desde {}, fin desconocido",
    before="en algún momento antes de {}",
    after="en algún momento después de {}",
    or_earlier="{} o antes",
    or_later="{} o después",
    between="en algún momento entre {0} y {1}",
    between_days="algún día entre {0} y {1}",
    from_to="de {0} a {1}",
    from_about_to="desde {0} hasta {1}",
    short_decade="década de {}",
    short_around="h. {}",
    short_since="desde {}",
    short_until="hasta {}",
    short_before="antes de {}",
    short_by="a más tardar {}",
    short_as_of="a {}",
    short_after="después de {}",
    short_unknown_end="desde {}",
    southern_season="{0} austral de {1}",
    short_southern_season="{0} austral {1}",
    quarters=(
        "el primer trimestre de {}", "el segundo trimestre de {}", "el tercer trimestre de {}",
        "el último trimestre de {}",
    ),
    short_quarters=("1.er trim. {}", "2.º trim. {}", "3.er trim. {}", "4.º trim. {}"),
    four_months=("el primer cuatrimestre de {}", "el segundo cuatrimestre de {}", "el último cuatrimestre de {}"),
    short_four_months=("ene–abr {}", "may–ago {}", "sep–dic {}"),
    halves=("el primer semestre de {}", "el segundo semestre de {}"),
    short_halves=("1.er sem. {}", "2.º sem. {}"),
    estimated="hacia {0}, entre {1} y {2}",
    short_estimated="h. {0} ({1}–{2})",
    day_of_unknown_year="{0} de {1}, sin año",
    month_of_unknown_year="{0}, sin año",
    thousands="\u00a0",
    years_ago=((2 * 10**6, "hace {} millones de años"), (10**6, "hace {} millón de años")),
)  # fmt: skip


def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language (a BCP 47 tag such as es or es-PE)."""
    return SPANISH if language.split("-")[0].lower() == "es" else ENGLISH
