"""What is asked about the dates of a file, and what its columns show: the pure side of the page of dates."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.importing.dating import Question
from peru_timeline.ui.importing.steps import Understanding
from peru_timeline.ui.importing.words import answer_of, answers_to, date_words, way_names
from peru_timeline.ui.look.plain_text import one_line

MOST_ROWS_NAMED = 8
LONGEST_EXAMPLE = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """One drop-down: a way of reading dates.

    Attributes:
        way: the field of the mapping that holds the answer.
        undecided: what no answer means: left open, or what the column shows.
        answer: that of the mapping; None for none.
        why: the rows, an example with its meanings, and how many dates show which answer.

    """

    way: str
    undecided: str
    answer: object
    why: str


def asked_of(understanding: Understanding, language: str) -> list[Asked]:
    """The ways that matter to this file: those that are open, that the mapping sets, or that a column shows."""
    _, dated, mapping = understanding
    questions = {question.way: question for question in dated.questions if question.way}
    asked = []
    for way in way_names():
        question, answer = questions.get(way), answer_of(mapping, way)
        shown = _shown(understanding, way)
        if question is None and answer is None and shown is None:
            continue
        undecided = QCoreApplication.translate("Import", "Not known")
        if shown is not None and answer is None:
            undecided = QCoreApplication.translate("Import", "As the column shows: {0}").format(
                shown
            )
        elif answer is not None:
            undecided = QCoreApplication.translate("Import", "Let the column decide")
        why = "" if question is None else why_asked(question, language)
        asked.append(Asked(way, undecided, answer, why))
    return asked


def _shown(understanding: Understanding, way: str) -> str | None:
    """The answer that the column itself gives, in words; None if it gives none, or the usual one."""
    _, dated, mapping = understanding
    answers = answers_to(way)
    if answer_of(mapping, way) is not None:
        return None
    if way == "countdown":
        return next(iter(answers.values())) if dated.losses else None
    answer = getattr(dated.ways, way)
    if answer is None or (way == "january" and not answer):
        return None
    return answers.get(answer)


def why_asked(question: Question, language: str) -> str:
    """The rows, the example with its meanings, and the evidence, in a sentence or two."""
    rows = ", ".join(map(str, question.rows[:MOST_ROWS_NAMED]))
    more = len(question.rows) - MOST_ROWS_NAMED
    if more > 0:
        rows = QCoreApplication.translate("Import", "{0} and {1} more").format(rows, more)
    meanings = QCoreApplication.translate("Import", " or ").join(
        dict.fromkeys(date_words(edtf, language) for edtf in question.choices)
    )
    example = one_line(question.example, LONGEST_EXAMPLE)
    if not meanings:
        meanings = QCoreApplication.translate("Import", "several things")
    said = QCoreApplication.translate("Import", "Rows {0}: “{1}” may be {2}.").format(
        rows, example, meanings
    )
    if not question.evidence:
        return said
    answers = {str(answer): words for answer, words in answers_to(question.way).items()}
    counted = "; ".join(
        f"{answers.get(answer, answer)}: {count}" for answer, count in question.evidence
    )
    told = QCoreApplication.translate("Import", "Other dates of the column can only be: {0}.")
    return f"{said} {told.format(counted)}"


def own_answers(understanding: Understanding, language: str) -> list[str]:
    """What must be settled in the file, row by row; until then those dates allow for all their meanings."""
    questions = (question for question in understanding.dated.questions if not question.way)
    told = QCoreApplication.translate("Import", "Only the file can settle this, row by row.")
    return [f"{why_asked(question, language)} {told}" for question in questions]
