"""A note to quote from, and what a reader does in the dialog that shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton

from peru_timeline.application import Application
from peru_timeline.ui.editing.quoting.quote_dialog import QuoteDialog
from tests.ui.windows import settle

NOTE = """---
title: The harbour of Chancay
author: Ana Paz
date: 2012-05-27
publisher: The Gazette
lang: en
---
# Ships

Nothing here.

In May 2012 the first ship of the line came into the harbour of Chancay.

## Money

The loan was signed in Lima by three banks in April 2012.
"""
FIRST = "the first ship of the line came into the harbour"
SECOND = "The loan was signed in Lima by three banks"
THIRD = "two patrol boats were handed over"
EMPTY = """{"format": "chronology/1", "id": "mine", "version": "1", "title": {"en": "Mine", "es": "Mía"}}
"""


def opened(whole: Application, path: Path) -> QuoteDialog:
    whole.window.quoting.open(path)
    dialog = whole.window.quoting.dialog
    assert dialog is not None
    settle()
    return dialog


def select(dialog: QuoteDialog, words: str) -> None:
    """Select words as the reader does: by keys, from where they begin."""
    text = dialog.view.toPlainText()
    cursor = dialog.view.textCursor()
    cursor.setPosition(text.index(words))
    cursor.movePosition(
        QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(words)
    )
    dialog.view.setTextCursor(cursor)


def button(dialog: QuoteDialog, name: str) -> QPushButton:
    return dialog.buttons_by_name[name]


def said(dialog: QuoteDialog) -> str:
    label = dialog.findChild(QLabel, "quote_said")
    assert isinstance(label, QLabel)
    return label.text().replace("\u200b", "")
