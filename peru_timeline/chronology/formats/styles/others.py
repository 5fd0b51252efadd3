"""MLA (ninth edition), Chicago (eighteenth, bibliography) and ISO 690 (author and date)."""

from __future__ import annotations

from peru_timeline.chronology.formats.styles.facts import (
    Facts,
    italic,
    quoted,
    sentences,
    translated,
)
from peru_timeline.chronology.formats.styles.headline import headline
from peru_timeline.chronology.formats.styles.names import and_others, joined
from peru_timeline.chronology.formats.styles.style_dates import (
    Order,
    date_of,
    is_only_years,
    undated,
    year_of,
)


def mla(facts: Facts) -> str:
    """“Hearn, Kelly. “Title.” *The Washington Times*, 27 May 2012, https://….”."""
    where = facts.container or facts.publisher
    names = facts.names
    if [name.in_order for name in names] == [
        where
    ]:  # an organisation's own: MLA begins with the title
        names = ()
    shown = [names[0].reversed, *(name.in_order for name in names[1:])] if names else []
    told = (
        and_others(shown, 1, ", ") if len(shown) > 2 else joined(shown, facts.language, oxford=True)
    )
    date = date_of(facts.issued, facts.language, Order.DAY_FIRST_SHORT)
    if facts.is_book and not facts.is_part:
        date = year_of(facts.issued, facts.language) if date else ""
    place = ", ".join(
        part for part in (italic(facts.container) or facts.publisher, date, facts.url) if part
    )
    return sentences(told, _title(facts), place)


_MOST_IN_CHICAGO = 6
_FIRST_IN_CHICAGO = 3


def chicago(facts: Facts) -> str:
    """“Hearn, Kelly. “Title.” *The Washington Times*, May 27, 2012. https://….”."""
    names = facts.names
    shown = [names[0].reversed, *(name.in_order for name in names[1:])] if names else []
    is_long = len(shown) > _MOST_IN_CHICAGO
    told = (
        and_others(shown, _FIRST_IN_CHICAGO, ", ")
        if is_long
        else joined(shown, facts.language, oxford=True)
    )
    date = date_of(facts.issued, facts.language, Order.MONTH_FIRST) or undated(facts.language)
    if facts.is_book and not facts.is_part:
        date = year_of(facts.issued, facts.language)
    site = facts.container if facts.is_page else italic(facts.container)
    place = ", ".join(part for part in (site or facts.publisher, date) if part)
    return sentences(told, _title(facts), place, facts.url)


_MOST_IN_ISO = 3


def iso690(facts: Facts) -> str:
    """“HEARN, Kelly, 2012. Title. *The Washington Times*. Online. 27 May 2012. Available from: https://…”."""
    shown = [name._replace(family=name.family.upper()).reversed for name in facts.names]
    told = and_others(shown, 1, " ") if len(shown) > _MOST_IN_ISO else joined(shown, facts.language)
    title = translated(facts.title if facts.is_part else italic(facts.title), facts)
    head = ", ".join(part for part in (told or title, _iso_year(facts)) if part)
    is_dated = facts.is_part and not is_only_years(facts.issued)
    day = date_of(facts.issued, facts.language, Order.DAY_FIRST) if is_dated else ""
    body = sentences(
        head,
        title if told else "",
        italic(facts.container) or ("" if facts.url else facts.publisher),
        facts.word("Online", "En línea") if facts.url else "",
        facts.publisher if facts.url else "",
        day[:1].upper() + day[1:],
    )
    available = facts.word("Available from", "Disponible en")
    return f"{body} {available}: {facts.url}" if facts.url else body


def _iso_year(facts: Facts) -> str:
    if facts.issued is None or facts.issued.is_unknown:
        letter = f"-{facts.letter}" if facts.letter else ""
        return f"[{facts.word('no date', 'sin fecha')}{letter}]"
    return year_of(facts.issued, facts.language, facts.letter)


def _title(facts: Facts) -> str:
    title = headline(facts.title) if facts.is_english else facts.title
    return quoted(title, facts) if facts.is_part else translated(italic(title), facts)
