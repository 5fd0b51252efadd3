"""The web page of Peru as a browser shows it, for docs/sharing.md: `python packaging/page_pictures.py`.

Needs Chromium; where there is none, they stay as they are, and that is said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage  # noqa: E402

from peru_timeline.cli import main  # noqa: E402
from peru_timeline.paths import default_chronology, seeds_dir  # noqa: E402

IMAGES = ROOT / "docs" / "images"
PAGES = (("page-phone.png", 390, 844, "#chancay-sez"), ("page-desk.png", 1440, 900, ""))
NARROWEST_PX = 500
"""Chromium makes no narrower window: a narrower page stands in a frame, and the picture is cut to it."""
WAIT_MS = "3000"


def make_pictures(browser: str) -> int:
    """Write both pictures; the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "peru.html"
        story = seeds_dir() / default_chronology().name.replace(".chronology", ".views.json")
        status = main(["render", str(page), "--story", str(story)])
        for file, width, height, event in PAGES:
            frame = folder / "frame.html"
            frame.write_text(
                f'<!DOCTYPE html><body style="margin:0"><iframe src="peru.html{event}" '
                f'style="border:0;width:{width}px;height:{height}px"></iframe>',
                encoding="utf-8",
            )
            shot = folder / file
            options = [
                "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                f"--window-size={max(width, NARROWEST_PX)},{height + 200}",
                f"--virtual-time-budget={WAIT_MS}",
            ]  # fmt: skip
            asked = [browser, *options, f"--screenshot={shot}", frame.as_uri()]
            subprocess.run(asked, check=True, capture_output=True)
            QImage(str(shot)).copy(0, 0, width, height).save(str(IMAGES / file))
    return status


if __name__ == "__main__":
    found = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if found is None:
        print(
            "page_pictures: Chromium was not found; the pictures of the page stay as they are",
            file=sys.stderr,
        )
    sys.exit(make_pictures(found) if found else 0)
