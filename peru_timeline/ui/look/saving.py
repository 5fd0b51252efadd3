"""Asking for the file to write: the one place where the reader names a file that may exist already."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from peru_timeline.files import kind_at
from peru_timeline.ui.look.plain_text import one_line

LONGEST_NAME = 120


def ask_where_to_save(
    parent: QWidget, title: str, suggested: Path, ending: str, *others: str
) -> Path | None:
    """Ask for a file to write, with this ending or one of the others; None where the reader thought better of it.

    The question whether a file may be replaced is ours, and is about the file that will be written. Qt and the
    desktops ask about the name as it was typed, before an ending is added to it, and so about another file.
    """
    options = QFileDialog.Option(0)
    if sys.platform != "darwin":  # where the panel always asks, and adds the ending by itself
        options = QFileDialog.Option.DontConfirmOverwrite
    while True:
        chosen, _ = QFileDialog.getSaveFileName(
            parent,
            title,
            str(suggested),
            ";;".join(f"*{each}" for each in (ending, *others)),
            options=options,
        )
        if not chosen:
            return None
        typed = Path(chosen).suffix.lower()
        path = with_ending(Path(chosen), typed if typed in others else ending)
        asked_by_system = sys.platform == "darwin" and str(path) == chosen
        # A link that leads nowhere exists, too; what is no file is refused when it is written.
        is_there = kind_at(path) not in (None, stat.S_IFDIR)
        if asked_by_system or not is_there or _may_replace(parent, title, path):
            return path
        suggested = path


def with_ending(path: Path, ending: str) -> Path:
    """Give the path of a file that has this ending, however it is capitalised; what is missing of it is added."""
    if path.name.lower().endswith(ending.lower()) and len(path.name) > len(ending):
        return path
    return path.with_name(path.name.rstrip(".") + ending)


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    box = QMessageBox(parent)
    box.setObjectName("replace_dialog")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    asked = QCoreApplication.translate("Saving", "“{0}” exists already. Replace it?")
    box.setText(asked.format(one_line(path.name, LONGEST_NAME)))
    box.setInformativeText(
        QCoreApplication.translate("Saving", "What is in the file now will be lost.")
    )
    replace = box.addButton(
        QCoreApplication.translate("Saving", "Replace"), QMessageBox.ButtonRole.DestructiveRole
    )
    replace.setObjectName("replace")
    keep = box.addButton(
        QCoreApplication.translate("Saving", "Cancel"), QMessageBox.ButtonRole.RejectRole
    )
    keep.setObjectName("keep")
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    is_wanted = box.clickedButton() is replace
    box.deleteLater()
    return is_wanted
