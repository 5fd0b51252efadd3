"""Every kind of picture, slide and table once, from the chronology that comes along: `make pictures`.

Those for the documents go into docs/images, the others into build/pictures, to be opened with other programs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from peru_timeline.cli import main  # noqa: E402

IMAGES, OTHERS = ROOT / "docs" / "images", ROOT / "build" / "pictures"
ARMS = [
    "--sector",
    "military",
    "--actor",
    "china",
    "united-states",
    "--from",
    "2009",
    "--to",
    "2012",
]
TROOPS = [
    "--style",
    "audience",
    "--no-foot",
    "--sector",
    "military",
    "--actor",
    "united-states",
    "--from",
    "2023-04",
    "--to",
    "2023-12",
    "--select",
    "us-troops-1172-in-peru",
    "--title",
    "1,172 troops in 2023",
    "--subtitle",
    "Government and Congress authorised US troops to enter Peru from 1 June to 29 August 2023.",
]
ASKED: tuple[tuple[Path, list[str]], ...] = (
    (IMAGES / "picture-16x9.png", [*ARMS, "--title", "Who sells Peru its weapons?"]),
    (IMAGES / "picture-whole.png", []),
    (IMAGES / "picture-dark.png", ["--theme", "dark", "--sector", "mining", "energy"]),
    (IMAGES / "picture.svg", [*ARMS, "--title", "Who sells Peru its weapons?"]),
    (IMAGES / "stage.png", TROOPS),
    (IMAGES / "whole.png", ["--style", "audience", "--even-time"]),
    (OTHERS / "whole.svg", []),
    (OTHERS / "whole.pdf", ["--size", "a3"]),
    (OTHERS / "a4.pdf", ["--size", "a4-portrait", "--actor", "russia", "--language", "es"]),
    (OTHERS / "4k.png", ["--size", "3840x2160"]),
    (OTHERS / "handout.pdf", ["--handout", "--search", "chancay"]),
    (OTHERS / "poster.pdf", ["--poster", "2", "--size", "a3"]),
    (OTHERS / "strip.pdf", ["--strip", "2500"]),
    (OTHERS / "events.pptx", ARMS),
    (OTHERS / "peru.html", ["--story", str(ROOT / "seeds" / "peru-1992-2023.views.json")]),
    (OTHERS / "story.pptx", ["--story", str(ROOT / "seeds" / "peru-1992-2023.views.json")]),
)
EVENTS = ("csv", "xlsx", "md", "html", "docx", "json", "bib", "ris", "txt", "timeline", "mw", "ics")


def make_all() -> int:
    """Make them all; the worst exit status."""
    for folder in (IMAGES, OTHERS):
        folder.mkdir(parents=True, exist_ok=True)
    worst = max(main(["render", str(out), *arguments]) for out, arguments in ASKED)
    tables = max(main(["export", str(OTHERS / f"events.{ending}")]) for ending in EVENTS)
    others = [
        subprocess.run([sys.executable, ROOT / "packaging" / name], check=False).returncode
        for name in ("wizard_picture.py", "page_pictures.py")
    ]
    return max(worst, tables, *others)


if __name__ == "__main__":
    sys.exit(make_all())
