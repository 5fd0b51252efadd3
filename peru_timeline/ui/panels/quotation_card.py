"""One quotation with its citation: what the source says, word for word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QVBoxLayout,
)

from peru_timeline.chronology.citation import citation, quotation_with_citation
from peru_timeline.chronology.formats.bibliography import bibtex, csl_json, ris
from peru_timeline.chronology.models import Evidence, Source
from peru_timeline.chronology.search import matched_spans
from peru_timeline.paths import user_config_dir
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.plain_text import LONGEST_TEXT, highlighted, tooltip
from peru_timeline.ui.look.text_labels import FlowLayout, label
from peru_timeline.ui.look.theme import HEADING_PX, SMALL_PX, Theme

if TYPE_CHECKING:
    from peru_timeline.pictures.export_choice import Cited

BAR_PX = 3
_GROUPS: tuple[tuple[Cited, ...], ...] = (
    ("text",),
    ("apa", "mla", "chicago", "iso690"),
    ("bib", "ris", "json"),
)
_NAMES = {
    "apa": "APA", "mla": "MLA", "chicago": "Chicago", "iso690": "ISO 690",
    "bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON",
}  # fmt: skip


class QuotationCard(QFrame):
    """A quotation in serif type, its citation, and buttons to copy, cite and open it."""

    read_in_context = Signal()

    def __init__(
        self,
        evidence: Evidence,
        source: Source,
        theme: Theme,
        language: str,
        *,
        accent: QColor,
        search: str = "",
        has_document: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("quotation_card")
        self._theme = theme
        self._copied = quotation_with_citation(evidence, source, language)
        self._evidence, self._source, self._language = evidence, source, language
        self.setAccessibleName(self.tr("Quotation"))
        self.setAccessibleDescription(self._copied)
        bar = QFrame()
        bar.setFixedWidth(theme.px(BAR_PX))
        bar.setStyleSheet(f"background: {accent.name()}; border: none;")
        cited = label(
            citation(evidence, source, language, address=False), theme, px=SMALL_PX, ink="soft"
        )
        cited.setObjectName("citation")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._quote(evidence.quote, search))
        column.addWidget(cited)
        column.addLayout(self._buttons(source.url, has_document))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(10), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(14))
        row.addWidget(bar)
        row.addLayout(column, 1)

    def _quote(self, text: str, search: str) -> QLabel:
        spans = matched_spans(text[:LONGEST_TEXT], search) if search.strip() else []
        quote = label(text, self._theme, px=HEADING_PX, serif=True)
        quote.setObjectName("quotation")
        if spans:
            # The only markup is our own: `highlighted` escapes the text.
            quote.setTextFormat(Qt.TextFormat.RichText)
            quote.setText(highlighted(text, spans, self._theme.highlight.name()))
        quote.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return quote

    def _buttons(self, url: str | None, has_document: bool) -> FlowLayout:
        buttons = FlowLayout(gap_px=0)
        self._copy_button = self._button(
            "copy_quotation", "copy", self.tr("Copy"), self.tr("Quotation with citation"), self.copy
        )
        buttons.addWidget(self._copy_button)
        buttons.addWidget(self._cite_menu())
        address = web_address(url)
        if address is not None:
            buttons.addWidget(
                self._button(
                    "open_source",
                    "external",
                    self.tr("Open source"),
                    address_in_words(address),
                    lambda: open_address(url),
                )
            )
        if has_document:
            buttons.addWidget(
                self._button(
                    "read_in_context",
                    "book",
                    self.tr("Read in context"),
                    self.tr("Show it in the full text"),
                    self.read_in_context.emit,
                )
            )
        return buttons

    def _button(
        self, name: str, picture: str, text: str, hint: str, action: Callable[[], None]
    ) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setIcon(icon(picture, self._theme.ink_soft))
        side = self._theme.px(13)
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFont(self._theme.font(SMALL_PX))
        button.setToolTip(tooltip(hint))
        button.setAccessibleName(text)
        button.setAccessibleDescription(hint)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: action())
        return button

    def _cite_menu(self) -> QToolButton:
        hint = self.tr("Copy the source for a bibliography")
        button = self._button("cite_source", "quote", self.tr("Cite"), hint, lambda: None)
        menu = QMenu(button)
        names = {"text": self.tr("As text"), **_NAMES}
        for group in _GROUPS:
            for form in group:
                action = menu.addAction(names[form])
                action.setData(form)
                action.setCheckable(True)
            menu.addSeparator()
        menu.aboutToShow.connect(partial(_tick_remembered, menu))
        menu.triggered.connect(lambda action: self._cite(action.data(), button))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _cite(self, form: Cited, button: QToolButton) -> None:
        """Copy the source in one of the forms, and remember it."""
        # Here, because no panel waits for them.
        from peru_timeline.chronology.formats.styles.references import style_of, styled
        from peru_timeline.pictures.export_choice import load_choice, save_choice
        from peru_timeline.ui.look.rich_clipboard import copy_references

        source, language = self._source, self._language
        if (style := style_of(form)) is not None:
            copy_references(styled([source], style, language))
            _tell_copied(button)
        elif form == "text":
            _copy(citation(self._evidence, source, language), button)
        else:
            write = {"bib": bibtex, "ris": ris, "json": csl_json}[form]
            _copy(write([source], language), button)
        choice, _ = load_choice(_remembered_in())
        save_choice(_remembered_in(), choice.model_copy(update={"cited": form}))

    def copy(self) -> None:
        """Copy the quotation with its citation to the clipboard."""
        _copy(self._copied, self._copy_button)


def _remembered_in() -> Path:
    return user_config_dir() / "export.json"


def _tick_remembered(menu: QMenu) -> None:
    """Tick the form that was copied last; Enter copies it again."""
    from peru_timeline.pictures.export_choice import load_choice

    choice, _ = load_choice(_remembered_in())
    for action in menu.actions():
        action.setChecked(action.data() == choice.cited)
        if action.isChecked():
            menu.setActiveAction(action)


def _copy(text: str, button: QToolButton) -> None:
    QGuiApplication.clipboard().setText(text)
    _tell_copied(button)


def _tell_copied(button: QToolButton) -> None:
    told = QCoreApplication.translate("QuotationCard", "Copied")
    QToolTip.showText(button.mapToGlobal(QPoint(0, 0)), told, button)


def web_address(url: str | None) -> QUrl | None:
    """An address that may be opened in the browser, http or https with a host; else None.

    A user name before the host (https://bank.example@other.example) would disguise the host, so none is allowed.
    """
    address = QUrl(url or "", QUrl.ParsingMode.StrictMode)
    if address.scheme() not in ("http", "https") or not address.isValid() or address.userInfo():
        return None
    return address if address.host() else None


def address_in_words(address: QUrl) -> str:
    """An address as the browser gets it: no character of another script can pose as a letter."""
    return bytes(address.toEncoded().data()).decode("ascii")


def open_address(url: str | None) -> None:
    """Ask the browser to open a web address; ignore anything else."""
    address = web_address(url)
    if address is not None:
        QDesktopServices.openUrl(address)
