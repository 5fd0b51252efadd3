"""The language of the interface: which one, and its translations."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from peru_timeline import paths
from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP

LANGUAGES = ("en", "es")
# Qt's Spanish says “Control” and “Mayúsculas”; keyboards and our own texts say “Ctrl” and “Mayús”.
KEY_NAMES = (QT_TRANSLATE_NOOP("QShortcut", "Ctrl"), QT_TRANSLATE_NOOP("QShortcut", "Shift"))


def language_for(name: str) -> str:
    """The language called "en", "es", or "system": the first of the system's that the interface speaks."""
    return system_language() if name == "system" else name


def system_language() -> str:
    """The first language of the system that the interface speaks, else English."""
    for name in QLocale.system().uiLanguages():
        language = name.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


class Translations(QObject):
    """The translations that are installed, those of Qt's own dialogs included."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._installed: list[_Translator] = []

    def use(self, language: str) -> None:
        """Speak a language from now on; widgets that exist keep their texts."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        QLocale.setDefault(QLocale(language))
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for path in (
            qt_folder / f"qtbase_{language}.qm",
            paths.translations_dir() / f"peru_timeline_{language}.qm",
        ):
            translator = _Translator(self)
            if translator.read(path):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)


class _Translator(QTranslator):
    """A translator that holds its file as bytes.

    Given a path, Qt maps the file; it crashes at the next word when an update or a build writes the file anew in
    place (Qt 6.11 on Linux: SIGBUS).
    """

    def read(self, path: Path) -> bool:
        """Read a .qm file; False where there is none or it holds no translations."""
        try:
            self._content = path.read_bytes()  # Qt keeps a pointer into it, not a copy
        except OSError:
            return False
        return self.load(self._content)
