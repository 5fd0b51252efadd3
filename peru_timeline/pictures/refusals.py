"""Why a picture cannot be made: the sentences in English; their Spanish is in resources/translations."""

from __future__ import annotations

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP


class Refusal:
    """What is wrong with the picture that was asked for, and what to choose instead."""

    TOO_MANY_PIXELS = QT_TRANSLATE_NOOP(
        "Faults",
        "{0}x{1} pixels are too many for one picture; choose a smaller size or scale, or a PDF",
    )
    PIXELS = QT_TRANSLATE_NOOP("Faults", "a picture has {0} to {1} pixels each way, not {2}x{3}")
    MILLIMETRES = QT_TRANSLATE_NOOP("Faults", "a sheet has {0} to {1} mm each way, not {2}x{3}")
    NO_SIZE = QT_TRANSLATE_NOOP("Faults", '"{0}" is not a size such as 1600x900, 297x210mm, {1}')
    NO_ROOM = QT_TRANSLATE_NOOP(
        "Faults",
        "a picture of {0}x{1} px has no room for a timeline under its title; "
        "choose a larger size, or leave out title, legend or foot",
    )
    NOT_A_DECK = QT_TRANSLATE_NOOP("Faults", "this is not a PowerPoint file that can be read")
    NOT_OUR_DECK = QT_TRANSLATE_NOOP(
        "Faults",
        "no slide in this file was made by this program, so nothing in it is replaced; choose another name",
    )
    NO_LAYOUT = QT_TRANSLATE_NOOP(
        "Faults",
        "the template has no wide layout with a title and room below it; choose another template",
    )
    TOO_MANY_SLIDES = QT_TRANSLATE_NOOP(
        "Faults",
        "these are {0} slides of events, and {1} are the most; choose a filter, or no slides for events",
    )
    NO_MEMORY = QT_TRANSLATE_NOOP("Faults", "no memory for a picture of {0}x{1} pixels")
    SHEETS_ACROSS = QT_TRANSLATE_NOOP(
        "Faults", "a poster has 1 to 100 sheets side by side, not {0}"
    )
    TOO_MANY_SHEETS = QT_TRANSLATE_NOOP("Faults", "more than {0} sheets; choose larger paper")
    TITLE_LEFT_OUT = QT_TRANSLATE_NOOP(
        "Faults",
        'these sheets have no room for 1 title, that of "{0}"; '
        "choose larger paper, fewer sheets side by side, or a filter",
    )
    TITLES_LEFT_OUT = QT_TRANSLATE_NOOP(
        "Faults",
        'these sheets have no room for {0} titles, the first of them that of "{1}"; '
        "choose larger paper, fewer sheets side by side, or a filter",
    )
    TOO_HIGH_A_STRIP = QT_TRANSLATE_NOOP(
        "Faults", "a strip of {0} mm would be {1} mm high; make it longer"
    )
    TOO_SMALL_A_SHEET = QT_TRANSLATE_NOOP(
        "Faults", "the sheet is too small for title, legend and foot; choose larger paper"
    )
    NOTHING_TO_SHOW = QT_TRANSLATE_NOOP(
        "Faults", "no event is left for a poster; remove some of the filters"
    )
    TOO_HIGH_A_ROW = QT_TRANSLATE_NOOP(
        "Faults", "a row is higher than the sheet; choose larger paper"
    )
    TOO_NARROW_A_SHEET = QT_TRANSLATE_NOOP(
        "Faults", "the sheet is too narrow for a timeline; choose larger paper"
    )
