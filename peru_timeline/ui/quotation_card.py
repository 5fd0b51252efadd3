"""One quotation with its citation: what the source says, word for word."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from peru_timeline.chronology.citation import citation, quotation_with_citation
from peru_timeline.chronology.models import Evidence, Source
from peru_timeline.chronology.search import matched_spans
from peru_timeline.ui.labels import FlowLayout, label
from peru_timeline.ui.plain_text import highlighted, one_line
from peru_timeline.ui.theme import HEADING_PX, SMALL_PX, Theme


class QuotationCard(QFrame):
    """A quotation in serif type, its citation, and what can be done with it."""

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
        self.setAccessibleName(self.tr("Quotation"))
        self._copied = quotation_with_citation(evidence, source, language)
        bar = QFrame()
        bar.setFixedWidth(3)
        bar.setStyleSheet(f"background: {accent.name()}; border: none;")
        quote = self._quote(evidence.quote, search, theme)
        cited = label(
            citation(evidence, source, language, address=False), theme, px=SMALL_PX, ink="soft"
        )
        cited.setObjectName("citation")
        buttons = FlowLayout(gap_px=theme.px(4))
        buttons.addWidget(
            self._button("copy_quotation", self.tr("Copy"), self.tr("Copy quotation and citation"))
        )
        if web_address(source.url):
            opening = self._button(
                "open_source", self.tr("Open source"), one_line(source.url or "")
            )
            opening.clicked.connect(lambda: open_address(source.url))
            buttons.addWidget(opening)
        if has_document:
            reading = self._button(
                "read_in_context", self.tr("Read in context"), self.tr("Show it in the full text")
            )
            reading.clicked.connect(self.read_in_context)
            buttons.addWidget(reading)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(quote)
        column.addWidget(cited)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(12), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(14))
        row.addWidget(bar)
        row.addLayout(column, 1)

    def _quote(self, text: str, search: str, theme: Theme) -> QLabel:
        spans = matched_spans(text, search) if search.strip() else []
        quote = label(text, theme, px=HEADING_PX, serif=True)
        quote.setObjectName("quotation")
        if spans:
            # The only markup is our own: `highlighted` escapes all of the text.
            quote.setTextFormat(Qt.TextFormat.RichText)
            quote.setText(highlighted(text, spans, theme.highlight.name()))
        quote.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return quote

    def _button(self, name: str, text: str, hint: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(hint)
        button.setAccessibleName(f"{text}: {hint}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRaise(True)
        if name == "copy_quotation":
            button.clicked.connect(self.copy)
        return button

    def copy(self) -> None:
        """Put the quotation with its citation on the clipboard."""
        QGuiApplication.clipboard().setText(self._copied)


def web_address(url: str | None) -> QUrl | None:
    """Give an address that may be opened in the browser: http or https with a host, else None."""
    address = QUrl(url or "", QUrl.ParsingMode.StrictMode)
    if address.isValid() and address.scheme() in ("http", "https") and address.host():
        return address
    return None


def open_address(url: str | None) -> None:
    """Ask the browser to open a web address; anything else is not opened."""
    address = web_address(url)
    if address is not None:
        QDesktopServices.openUrl(address)
