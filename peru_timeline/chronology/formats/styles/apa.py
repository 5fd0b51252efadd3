"""APA, seventh edition: author, date in brackets, title, where it stands."""

from __future__ import annotations

from peru_timeline.chronology.formats.styles.facts import (
    Facts,
    italic,
    sentences,
    stopped,
    translated,
)
from peru_timeline.chronology.formats.styles.names import joined
from peru_timeline.chronology.formats.styles.style_dates import Order, date_of, year_of

_MOST_NAMES = 20
_FIRST_NAMES = 19


def apa(facts: Facts) -> str:
    """“Hearn, K. (2012, May 27). Title. *The Washington Times*. https://…”."""
    is_titled_first = not facts.names
    is_upright = facts.is_part and not facts.is_page
    title = translated(facts.title if is_upright else italic(facts.title), facts)
    head = stopped(title if is_titled_first else _names(facts))
    where = (facts.container if facts.is_page else italic(facts.container)) or facts.publisher
    if [name.in_order for name in facts.names] == [facts.container or facts.publisher]:
        where = ""
    body = sentences(f"{head} ({_date(facts)})".strip(), "" if is_titled_first else title, where)
    return f"{body} {facts.url}" if facts.url else body


def _date(facts: Facts) -> str:
    if facts.is_book or facts.issued is None or facts.issued.is_unknown:
        return year_of(facts.issued, facts.language, facts.letter)
    return date_of(facts.issued, facts.language, Order.YEAR_FIRST, facts.letter)


def _names(facts: Facts) -> str:
    names = [name.with_initials for name in facts.names]
    if len(names) == 1:
        return names[0]
    if len(names) > _MOST_NAMES:
        return f"{', '.join(names[:_FIRST_NAMES])}, … {names[-1]}"
    if facts.is_spanish:
        return joined(names, facts.language)
    return f"{', '.join(names[:-1])}, & {names[-1]}"
