"""The report of an import, in Markdown: what was understood and what was lost, in total and row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.again import Comparison
from peru_timeline.chronology.importing.building import Loss
from peru_timeline.chronology.importing.dating import Question
from peru_timeline.chronology.importing.importer import Imported

MOST_ROWS = 5000
MOST_ROWS_OF_A_QUESTION = 20
_IN_WORDS = {
    Grade.EXACT: "understood exactly",
    Grade.COARSER: "understood less precisely than written",
    Grade.ASKED: "with several meanings: to be answered",
    Grade.NOT_GIVEN: "not given by the file",
    Grade.NOT_READ: "not understood: the event stands under “date not given”",
}
_ANSWERS = {
    "order": '"order": "d/m/y" or "m/d/y"',
    "century": '"century": such as 1900, 1930 (for 1930 to 2029) or 2000',
    "bare": '"bare": "years", "days since 1900", "days since 1904", "seconds since 1970" or "milliseconds since 1970"',
    "january": '"january": true where the first of January stands for the year, else false',
}


def kinds_of(losses: tuple[Loss, ...]) -> list[tuple[Message, int]]:
    """Count losses by kind: (the first of the kind, number of losses), most frequent first."""
    counts: Counter[str] = Counter()
    first: dict[str, Message] = {}
    for loss in losses:
        if loss.row:
            first.setdefault(loss.message.template, loss.message)
            counts[loss.message.template] += 1
    return [(first[template], count) for template, count in counts.most_common()]


def summary_of(imported: Imported) -> list[str]:
    """What was read, in a few lines."""
    counts, events = imported.counts(), len(imported.chronology.events)
    lines = [f"{imported.source.format.name}: {_counted(events, 'event')}"]
    lines += [
        f"{_counted(counts[grade], 'date')} {_IN_WORDS[grade]}" for grade in Grade if counts[grade]
    ]
    return lines


def report_of(
    imported: Imported,
    comparison: Comparison | None = None,
    in_words: Callable[[str], str] = str,
) -> str:
    """Write the whole report; `in_words` puts messages into the reader's language."""
    parts = [
        f"# Import of {_plain(imported.source.path.name)}",
        "",
        *map(_item, summary_of(imported)),
        "",
    ]
    if comparison is not None:
        parts += _section("Compared with the earlier import", _compared(comparison))
    parts += _section("To be answered", _questions(imported.dated.questions))
    whole = [in_words(loss.message) for loss in imported.losses if not loss.row]
    parts += _section("The file as a whole", whole)
    kinds = [f"{count} × {in_words(message)}" for message, count in kinds_of(imported.losses)]
    parts += _section("What rows lost, and what is remarked of them", kinds)
    parts += _section("Dates", _dates(imported))
    rows = [loss for loss in imported.losses if loss.row]
    told = [f"row {loss.row}: {in_words(loss.message)}" for loss in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        told.append(f"… and {len(rows) - MOST_ROWS} more")
    parts += _section("Row by row", told)
    return "\n".join(parts)


def _section(heading: str, items: list[str]) -> list[str]:
    return [f"## {heading}", "", *map(_item, items), ""] if items else []


def _item(text: str) -> str:
    return f"- {_plain(text)}"


def _plain(text: str) -> str:
    """Escape a text, so that it is not read as Markdown or HTML."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _compared(comparison: Comparison) -> list[str]:
    groups = (
        ("new", comparison.new),
        ("changed", comparison.changed),
        ("the same", comparison.same),
        ("no longer in the file (kept)", comparison.gone),
    )
    lines = [f"{len(names)} {words}" for words, names in groups if names]
    for words, names in groups:
        if words != "the same":
            lines += [f"{words}: {name}" for name in names[:MOST_ROWS]]
    return lines


def _questions(questions: tuple[Question, ...]) -> list[str]:
    lines = []
    for question in questions:
        rows = ", ".join(map(str, question.rows[:MOST_ROWS_OF_A_QUESTION]))
        more = len(question.rows) - MOST_ROWS_OF_A_QUESTION
        rows += f" and {more} more" if more > 0 else ""
        answer = _ANSWERS.get(question.way)
        how = f"; answer in a mapping with {answer}" if answer else ""
        choices = " or ".join(question.choices)
        lines.append(f"rows {rows}: “{question.example}” may be {choices}{how}")
    return lines


def _dates(imported: Imported) -> list[str]:
    """List each date that differs from the text in the file."""
    dates = zip(imported.rows.values(), imported.dated.dates, strict=True)
    told: Iterator[str] = (
        f"row {row}: “{date.text}” → {date.edtf or 'not given'}"
        for row, date in dates
        if date.text != date.edtf and date.text.strip()
    )
    return list(islice(told, MOST_ROWS))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
