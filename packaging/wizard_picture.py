"""The picture of the import wizard for docs/import.md: `make pictures` runs this on its own, as it needs widgets."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402

from peru_timeline.ui.importing.import_dialog import COLUMNS, ImportDialog  # noqa: E402
from peru_timeline.ui.importing.remembered import Remembered  # noqa: E402
from peru_timeline.ui.look.language import Translations  # noqa: E402
from peru_timeline.ui.look.style import apply_theme  # noqa: E402
from peru_timeline.ui.look.theme import LIGHT  # noqa: E402

OUT = ROOT / "docs" / "images" / "import-wizard.png"
SIZE_PX = (1000, 640)
TABLE = """Date,What,Topic,Who
c. 1850,The first steamers call at Callao,Ships,Pacific Steam Navigation Company
5 April 1851,The railway from Lima to Callao opens,Railways,Government
24/12/1870,A line from Mollendo to Arequipa is finished,Railways,Henry Meiggs; Government
1893,The Central Railway reaches La Oroya,Railways,Peruvian Corporation
20th century,Container ships replace the mail steamers,Ships,
early 1904,Works on the dock of Callao,Harbours,Government
about 1934,A new sea terminal is built,Harbours,Government
"""


def make(out: Path) -> None:
    """Write the picture of the wizard's second page."""
    app = QApplication(sys.argv[:1])
    Translations(app).use("en")  # which has its plurals
    apply_theme(app, LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "railways.csv"
        table.write_text(TABLE, encoding="utf-8")
        dialog = ImportDialog(None, LIGHT, "en", table, Remembered(Path(folder) / "remembered"))
        dialog.show()
        dialog.resize(*SIZE_PX)
        while dialog.is_busy or dialog.page != COLUMNS:
            if not dialog.is_busy:
                dialog.footer.next.click()
            app.processEvents()
        for _ in range(4):  # layouts settle
            app.processEvents()
        dialog.grab().save(str(out))
        dialog.reject()


if __name__ == "__main__":
    make(OUT)
