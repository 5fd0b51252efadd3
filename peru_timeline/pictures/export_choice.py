"""What the reader last chose when exporting, remembered in a file."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from peru_timeline.chronology.formats.files import ending_of
from peru_timeline.files import put_aside, read_small, write_atomically
from peru_timeline.pictures.page import Style

LARGEST_FILE = 100_000

What = Literal["screen", "span", "whole"]
Form = Literal[
    "png", "svg", "pdf", "pptx", "poster", "strip", "handout", "page",
    "csv", "xlsx", "md", "html", "docx", "json", "bib", "ris", "txt", "apa", "mla", "chicago", "iso690",
    "timelinejs", "timelinejs-sheet", "timeline-project", "markwhen", "icalendar", "simile",
]  # fmt: skip
Cited = Literal["text", "apa", "mla", "chicago", "iso690", "bib", "ris", "json"]
"""The form in which one source is copied."""
PICTURES: tuple[Form, ...] = ("png", "svg", "pdf")
SHEETS: tuple[Form, ...] = ("poster", "strip", "handout")
TABLES: tuple[Form, ...] = ("csv", "xlsx", "md", "html", "docx")
BIBLIOGRAPHIES: tuple[Form, ...] = (
    "json", "bib", "ris", "txt", "apa", "mla", "chicago", "iso690",
)  # fmt: skip
EXCHANGES: tuple[Form, ...] = (
    "timelinejs", "timelinejs-sheet", "timeline-project", "markwhen", "icalendar", "simile",
)  # fmt: skip
WRITTEN: tuple[Form, ...] = (*TABLES, *BIBLIOGRAPHIES, *EXCHANGES)
"""Forms that are written, not drawn."""


class ExportChoice(BaseModel):
    """Everything of a choice that is worth remembering; a `size` of "" is that of the window."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    what: What = "screen"
    form: Form = "png"
    size: str = "16:9"
    scale: Annotated[float, Field(ge=1, le=4)] = 2.0
    theme: Literal["light", "dark", "contrast"] = "light"
    style: Style = "full"
    legend: bool = True
    foot: bool = True
    story: bool = True
    events: Literal["shown", "selected", "none"] = "selected"
    across: Annotated[int, Field(ge=1, le=100)] = 2
    strip_mm: Annotated[float, Field(ge=100, le=5000)] = 2000.0
    template: str = ""
    rest: bool = False
    folder: str = ""
    cited: Cited = "text"

    @property
    def ending(self) -> str:
        """The suffix of the file's name, such as ".pdf"."""
        if self.form in WRITTEN:
            return ending_of(self.form)
        if self.form == "page":
            return ".html"
        return ".pdf" if self.form in SHEETS else f".{self.form}"


def load_choice(path: Path) -> tuple[ExportChoice, Path | None]:
    """(the remembered choice or the default one; where a damaged file was put aside, or None)."""
    try:
        return ExportChoice.model_validate_json(read_small(path, LARGEST_FILE)), None
    except OSError:
        return ExportChoice(), None
    except ValueError:  # pydantic's ValidationError is one
        return ExportChoice(), put_aside(path)


def save_choice(path: Path, choice: ExportChoice) -> None:
    """Remember the choice; if the file cannot be written, it is forgotten."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, choice.model_dump_json(indent=1).encode("utf-8"), private=True)
