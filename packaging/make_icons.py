"""Make the program's icon from its drawing: PNGs for Linux, .ico for Windows, .icns for macOS.

.venv/bin/python packaging/make_icons.py
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)


def render(source: Path, size_px: int) -> QImage:
    """The drawing as a square picture with a transparent ground."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return image


def main() -> int:
    """Write one PNG for each size, and one file of all sizes for each system that wants that."""
    application = QGuiApplication([])
    for size_px in SIZES_PX:
        target = ICONS / f"peru-timeline-{size_px}.png"
        if not render(ICONS / "peru-timeline.svg", size_px).save(str(target)):
            print(f"Cannot write {target}")
            return 1
    application.quit()
    pictures = [Image.open(ICONS / f"peru-timeline-{size_px}.png") for size_px in SIZES_PX]
    for name, chosen in (("ico", pictures[:-1]), ("icns", pictures)):  # .ico ends at 256
        chosen[-1].save(
            ICONS / f"peru-timeline.{name}",
            sizes=[picture.size for picture in chosen],
            append_images=chosen[:-1],
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
