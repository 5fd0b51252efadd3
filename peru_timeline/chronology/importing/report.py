"""The report of an import, in Markdown: what was understood and what was lost, in total and row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import islice

from peru_timeline.chronology.dates.written.understood import BareNumbers, Grade
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.again import Comparison
from peru_timeline.chronology.importing.building import Loss
from peru_timeline.chronology.importing.dating import Question
from peru_timeline.chronology.importing.importer import Imported
from peru_timeline.chronology.importing.sentences import ReportWords

MOST_ROWS = 5000
MOST_ROWS_OF_A_QUESTION = 20
_DATES_OF = dict(
    zip(
        (Grade.EXACT, Grade.COARSER, Grade.ASKED, Grade.NOT_GIVEN, Grade.NOT_READ),
        ReportWords.DATES,
        strict=True,
    )
)
_ANSWERS = {  # in the words of the mapping's file, which are of no language
    "order": '"order": "d/m/y" | "m/d/y"',
    "century": '"century": 1900 | 1930 (1930–2029) | 2000',
    "bare": '"bare": ' + " | ".join(f'"{meaning}"' for meaning in BareNumbers),
    "january": '"january": true | false',
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


def summary_of(imported: Imported) -> list[Message]:
    """What was read, in a few lines."""
    counts, events = imported.counts(), len(imported.chronology.events)
    words = ReportWords.EVENT if events == 1 else ReportWords.EVENTS
    return [
        words.of(imported.source.format.name, events),
        *(
            _DATES_OF[grade][counts[grade] != 1].of(counts[grade])
            for grade in Grade
            if counts[grade]
        ),
    ]


def report_of(
    imported: Imported,
    comparison: Comparison | None = None,
    in_words: Callable[[str], str] = str,
) -> str:
    """Write the whole report; `in_words` puts messages into the reader's language."""
    rows = [loss for loss in imported.losses if loss.row]
    told: list[str] = [ReportWords.ROW.of(loss.row, loss.message) for loss in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        told.append(ReportWords.MORE.of(len(rows) - MOST_ROWS))
    sections: list[tuple[Message, list[str]]] = [
        (ReportWords.COMPARED.of(), _compared(comparison, in_words)),
        (ReportWords.TO_BE_ANSWERED.of(), [*map(_asked, imported.dated.questions)]),
        (ReportWords.WHOLE.of(), [loss.message for loss in imported.losses if not loss.row]),
        (
            ReportWords.KINDS.of(),
            [f"{count} × {in_words(message)}" for message, count in kinds_of(imported.losses)],
        ),
        (ReportWords.DATES_HEADING.of(), _dates(imported)),
        (ReportWords.ROWS.of(), told),
    ]
    title = in_words(ReportWords.IMPORT_OF.of(imported.source.path.name))
    lines = [
        f"# {_plain(title)}",
        "",
        *(_item(in_words(line)) for line in summary_of(imported)),
        "",
    ]
    for heading, items in sections:
        if items:
            lines += [f"## {in_words(heading)}", "", *(_item(in_words(item)) for item in items), ""]
    return "\n".join(lines)


def _item(text: str) -> str:
    return f"- {_plain(text)}"


def _plain(text: str) -> str:
    """Escape a text, so that it is not read as Markdown or HTML."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _compared(comparison: Comparison | None, in_words: Callable[[str], str]) -> list[str]:
    if comparison is None:
        return []
    groups = (
        (ReportWords.NEW.of(), comparison.new),
        (ReportWords.CHANGED.of(), comparison.changed),
        (ReportWords.SAME.of(), comparison.same),
        (ReportWords.GONE.of(), comparison.gone),
    )
    lines = [f"{len(names)} {in_words(words)}" for words, names in groups if names]
    for words, names in groups:
        if names is not comparison.same:
            lines += [f"{in_words(words)}: {name}" for name in names[:MOST_ROWS]]
    return lines


def _asked(question: Question) -> Message:
    rows = ", ".join(map(str, question.rows[:MOST_ROWS_OF_A_QUESTION]))
    rows += ", …" if len(question.rows) > MOST_ROWS_OF_A_QUESTION else ""
    *others, last = question.choices
    choices = ReportWords.OR.of(", ".join(others), last) if others else last
    asked = ReportWords.MAY_BE.of(rows, question.example, choices)
    answer = _ANSWERS.get(question.way)
    return ReportWords.ANSWER.of(asked, answer) if answer else asked


def _dates(imported: Imported) -> list[str]:
    """List each date that differs from the text in the file."""
    dates = zip(imported.rows.values(), imported.dated.dates, strict=True)
    told = (
        ReportWords.DATE.of(row, date.text, date.edtf or ReportWords.NOT_GIVEN.of())
        for row, date in dates
        if date.text != date.edtf and date.text.strip()
    )
    return list(islice(told, MOST_ROWS))
