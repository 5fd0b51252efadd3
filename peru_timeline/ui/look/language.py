"""The language of the interface: which one, and its translations."""

from __future__ import annotations

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
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak a language from now on; widgets that exist keep their texts."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        QLocale.setDefault(QLocale(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{language}", qt_folder),
            (f"peru_timeline_{language}", str(paths.translations_dir())),
        ):
            translator = QTranslator(self)
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
