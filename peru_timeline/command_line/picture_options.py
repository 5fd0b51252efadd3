"""The options of `render` for the look of a picture, for slides and for sheets of paper."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_look(parser: argparse.ArgumentParser) -> None:
    """Add size, colours, and what is drawn in which way."""
    parser.add_argument(
        "--size",
        default="16:9",
        help="such as 16:9, 4:3, a4, a4-portrait, 1920x1080 or 420x297mm (default: 16:9)",
    )
    parser.add_argument(
        "--scale",
        type=_scale,
        default=1.0,
        help="how many times larger a PNG is, 1 to 4 (default: 1)",
    )
    parser.add_argument(
        "--theme", choices=("light", "dark", "contrast"), default="light", help="the colours"
    )
    parser.add_argument("--no-legend", action="store_true", help="leave out the legend")
    parser.add_argument(
        "--no-foot", action="store_true", help="leave out all of the foot but the counts"
    )
    parser.add_argument(
        "--style",
        choices=("full", "audience"),
        help="every event, or few in large type for an audience (default: full; of a view: audience)",
    )
    parser.add_argument(
        "--text",
        choices=("outlines", "live"),
        default="outlines",
        help="draw the letters of an SVG as outlines, or as text that needs its fonts",
    )


def add_even_time(parser: argparse.ArgumentParser) -> None:
    """Add the option that stretches crowded years."""
    parser.add_argument(
        "--even-time",
        action="store_true",
        help="give crowded years more room, at most 8 times as much; the axis shows where",
    )


def add_slides_and_sheets(parser: argparse.ArgumentParser) -> None:
    """Add what makes slides, posters and strips."""
    parser.add_argument(
        "--story",
        metavar="VIEWS",
        type=Path,
        help="make slides of a .views.json file, or tell it in a web page",
    )
    parser.add_argument(
        "--view",
        metavar="NAME",
        help="show this saved view as it was arranged: one of yours, or of those beside the chronology",
    )
    parser.add_argument(
        "--views",
        metavar="VIEWS",
        type=Path,
        help="the .views.json file that --view names a view of",
    )
    parser.add_argument(
        "--template",
        metavar="FILE",
        type=Path,
        help="take layouts, typefaces and colours of slides from this .potx or .pptx",
    )
    parser.add_argument(
        "--rest",
        action="store_true",
        help="add a second slide for what has no room on the first",
    )
    parser.add_argument(
        "--events",
        choices=("shown", "selected", "none"),
        help="which events get a slide of their own (default: the selected one, or all shown)",
    )
    parser.add_argument(
        "--handout",
        action="store_true",
        help="make a handout on A4: the picture for an audience, its events and quotations below (PDF)",
    )
    parser.add_argument(
        "--poster",
        metavar="N",
        type=int,
        help="put every title on sheets of --size, N side by side (PDF)",
    )
    parser.add_argument(
        "--strip", metavar="MM", type=float, help="put every title on one strip, MM long (PDF)"
    )


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 1.0 <= scale <= 4.0:
        raise argparse.ArgumentTypeError(f'"{text}" is not a scale from 1 to 4')
    return scale
