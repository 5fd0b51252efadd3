"""The dialog that says what the program is and what it is made of."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from peru_timeline import __version__
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.paths import licences_dir
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.icons import program_icon
from peru_timeline.ui.look.plain_text import displayable
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import TITLE_PX, Theme


class AboutDialog(Dialog):
    """Says what the program is, what it is made of, and on what sources the open chronology rests."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, chronology: Chronology, language: str
    ) -> None:
        super().__init__(parent, theme, self.tr("About Peru Timeline"))
        self.setObjectName("about_dialog")
        self.resize(theme.px(640), theme.px(560))
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(program_icon().pixmap(theme.px(48), theme.px(48)))
        head.addWidget(picture)
        head.addWidget(
            label("Peru Timeline " + __version__, theme, px=TITLE_PX, weight=SEMIBOLD), 1
        )
        self.column.addLayout(head)
        text = QPlainTextEdit(about_text(chronology, language))
        text.setObjectName("about_text")
        text.setReadOnly(True)
        text.document().setDocumentMargin(theme.px(10))
        text.setAccessibleName(self.tr("Versions, sources and licences"))
        self.column.addWidget(text, 1)
        self.finish()


def about_text(chronology: Chronology, language: str) -> str:
    """Versions, sources and licences as plain text."""
    sources = (f"· {reference(source, language)}" for source in chronology.sources)
    parts = [
        QCoreApplication.translate(
            "About",
            "A timeline of a source-cited chronology. It works offline and sends nothing anywhere.",
        ),
        "{} {}: {}".format(
            QCoreApplication.translate("About", "Chronology"),
            displayable(chronology.version),
            isolated(displayable(in_language(chronology.title, language))),
        ),
        "\n".join(
            [
                QCoreApplication.translate("About", "Sources of this chronology:"),
                *(displayable(line) for line in sources),
            ]
        ),
        QCoreApplication.translate(
            "About",
            "The program is under the MIT licence. The chronology that comes with it is under "
            "CC BY 4.0; the quotations in it belong to their authors.",
        ),
        QCoreApplication.translate(
            "About",
            "It uses Qt and PySide6 (LGPL-3), pyqtgraph (MIT), NumPy (BSD), pydantic (MIT), "
            "msgspec (BSD), platformdirs (MIT), python-pptx and python-docx (MIT), fontTools (MIT), "
            "python-isal (PSF-2.0) with ISA-L (BSD), and the fonts "
            "Inter, Source Serif 4, Arimo and Tinos (SIL Open Font License).",
        ),
        f"Python {platform.python_version()} · Qt {qVersion()} · PySide6 {pyside_version}",
    ]
    if (folder := licences_dir()) is not None:
        words = QCoreApplication.translate("About", "The licence of each part is in {0}")
        parts.append(words.format(folder))
    return "\n\n".join(parts)
