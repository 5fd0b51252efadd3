"""The import wizard: pages from what was found to what is made, and the work behind them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from peru_timeline.chronology.importing.found import Progress
from peru_timeline.chronology.importing.importer import Source
from peru_timeline.chronology.importing.mapping import Mapping
from peru_timeline.ui.importing import steps
from peru_timeline.ui.importing.footer import Footer
from peru_timeline.ui.importing.jobs import Jobs
from peru_timeline.ui.importing.lists import Listed, lists_of
from peru_timeline.ui.importing.pages.columns_page import ColumnsPage
from peru_timeline.ui.importing.pages.dates_page import DatesPage
from peru_timeline.ui.importing.pages.found_page import FoundPage
from peru_timeline.ui.importing.pages.result_page import ResultPage
from peru_timeline.ui.importing.pages.scrolled import scrolled
from peru_timeline.ui.importing.remembered import Remembered
from peru_timeline.ui.importing.report_file import ask_and_write_report
from peru_timeline.ui.importing.words import as_sentence, refusal_words
from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme

PREVIEW_AFTER_MS = 120
FOUND, COLUMNS, DATES, RESULT = range(4)
SIZE_PX = (1000, 720)


class ImportDialog(FittingDialog):
    """Shows how a file of another program is understood; `result_made` is what the reader agreed to."""

    agreed = Signal()
    """The reader wants the result opened; whoever listens accepts the dialog."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        language: str,
        path: Path,
        remembered: Remembered,
        earlier: steps.Earlier | None = None,
    ) -> None:
        """`earlier` is the chronology that the import may update."""
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(self.tr("Import {0}").format(one_line(path.name, 80)))
        self.resize(*(theme.px(size) for size in SIZE_PX))
        self._theme, self._path = theme, path
        self._remembered, self._earlier = remembered, earlier
        self._source: Source | None = None
        self._understanding: steps.Understanding | None = None
        self.mapping = Mapping()
        self.made: steps.Result | None = None
        self._fits = True  # whether the first rows make a timeline
        self._work, self._previews = Jobs(self), Jobs(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self._make_preview)
        self.found = FoundPage(theme, language, path.name)
        self.columns = ColumnsPage(theme, language)
        self.dates = DatesPage(theme, language)
        self.results = ResultPage(theme, language)
        self._assemble()
        self._connect()
        self.read("", None)

    # --- assembly ----------------------------------------------------------------------------

    def _assemble(self) -> None:
        px = self._theme.px
        self._step = label("", self._theme, ink="soft", selectable=False)
        self._step.setObjectName("import_step")
        self._pages = QStackedWidget()
        names = (self.tr("What was found"), self.tr("Columns"), self.tr("Dates"), self.tr("Result"))
        self._names = names
        for page, name in zip(
            (self.found, self.columns, self.dates, self.results), names, strict=True
        ):
            self._pages.addWidget(scrolled(page, f"import_page_{self._pages.count()}", name))
        self.footer = Footer(self._theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._step)
        column.addWidget(self._pages, 1)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        self.footer.back.clicked.connect(self._go_back)
        self.footer.next.clicked.connect(self._go_on)
        self.footer.cancel.clicked.connect(self.reject)
        self.found.reading_changed.connect(self.read)
        self.found.guess_wanted.connect(self._guess_anew)
        for page in (self.columns, self.dates):
            page.mapping_changed.connect(self._change_mapping)
        self.dates.row_wanted.connect(self.go_to_row)
        self.results.row_wanted.connect(self.go_to_row)
        self.results.choice_changed.connect(self._make_result)
        self.results.report_wanted.connect(self._ask_and_report)
        self._work.began.connect(self._follow)
        self._work.ended.connect(self._follow)
        self._work.came_to.connect(self.footer.show_progress)
        self._work.refused.connect(self._refused)
        self._previews.refused.connect(self._preview_refused)

    # --- pages -------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page that is shown."""
        return self._pages.currentIndex()

    @property
    def is_busy(self) -> bool:
        """Whether anything is being computed, or will be in a moment."""
        return self._work.is_busy or self._previews.is_busy or self._soon.isActive()

    def _order(self) -> list[int]:
        """The pages of this file: only a table has columns."""
        has_columns = self._source is None or self._source.table is not None
        return [FOUND, COLUMNS, DATES, RESULT] if has_columns else [FOUND, DATES, RESULT]

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._follow()
        self.footer.next.setFocus()

    def _follow(self) -> None:
        """Bring step, buttons and progress up to date."""
        order, busy = self._order(), self._work.is_busy
        place = order.index(self.page)
        self._step.setText(
            self.tr("Step {0} of {1}: {2}").format(place + 1, len(order), self._names[self.page])
        )
        ready = self._source is not None and not busy
        if self.page == COLUMNS:
            ready = ready and self._fits
        if self.page == RESULT:
            ready = ready and self.made is not None
        self.footer.show_state(
            first=place == 0, last=self.page == RESULT, ready=ready, busy=busy, rows=self._rows()
        )

    def _rows(self) -> int:
        source = self._source
        if source is None:
            return 0
        return len(source.table.rows) if source.table is not None else 0

    def _go_back(self) -> None:
        self._work.stop()
        order = self._order()
        self._show_page(order[max(order.index(self.page) - 1, 0)])

    def _go_on(self) -> None:
        if self.page == RESULT:
            self.agreed.emit()
            return
        order = self._order()
        then = order[order.index(self.page) + 1]
        if then == DATES:
            if self._understanding is None:
                self._understand(lambda: self._show_page(DATES))
            else:
                self._show_page(DATES)
        elif then == RESULT:
            self._make_result(lambda: self._show_page(RESULT))
        else:
            self._show_page(then)

    def go_to_row(self, row: int) -> None:
        """Show a row of the file, on the page that lists its rows."""
        page = COLUMNS if COLUMNS in self._order() else FOUND
        self._pages.setCurrentIndex(page)
        self._follow()
        (self.columns if page == COLUMNS else self.found).go_to(row)

    # --- the work ----------------------------------------------------------------------------

    def read(self, format_id: str, options: Mapping | None) -> None:
        """Read the file, in a certain way if that is asked for."""
        self._previews.stop()
        path, remembered = self._path, self._remembered
        self._work.run(
            lambda progress: steps.read(path, format_id, options, remembered, progress),
            self._take_read,
        )

    def _take_read(self, read: steps.Read) -> None:
        self._source, self.mapping = read.source, read.mapping
        self._understanding = self.made = None
        self.found.show_read(read)
        if read.source.table is not None:
            self.columns.show_table(read.source.table, read.mapping)
        self._make_preview()
        self._follow()
        self.footer.next.setFocus()

    def _guess_anew(self) -> None:
        source = self._source
        if source is not None and source.table is not None:
            self._remembered.forget_mapping(source.table.columns)
            self.found.reread()

    def _change_mapping(self, changes: dict[str, Any]) -> None:
        self.mapping = self.mapping.model_copy(update=changes)
        self._understanding = self.made = None
        self._soon.start()
        if self.page == DATES:
            self._understand(lambda: None)

    def _make_preview(self) -> None:
        source, mapping = self._source, self.mapping
        if source is not None:
            self._previews.run(
                lambda progress: steps.preview(source, mapping, progress), self._take_preview
            )

    def _take_preview(self, preview: steps.Preview) -> None:
        self._fits = True
        self.found.preview.show_preview(preview)
        self.columns.preview.show_preview(preview)
        self._follow()

    def _preview_refused(self, reason: str) -> None:
        self._fits = False
        self.found.preview.show_refusal(refusal_words(reason))
        self.columns.preview.show_refusal(refusal_words(reason))
        self._follow()

    def _understand(self, then: Callable[[], None]) -> None:
        source, mapping = self._source, self.mapping
        if source is None:
            return

        def take(understanding: steps.Understanding) -> None:
            self._understanding = understanding
            self.dates.show_understanding(understanding)
            then()

        self._work.run(lambda progress: steps.understand_all(source, mapping, progress), take)

    def _make_result(self, then: Callable[[], None] = lambda: None) -> None:
        source, understanding = self._source, self._understanding
        if source is None or understanding is None:
            return
        choice, earlier = self.results.choice, self._earlier
        self.made = None

        def work(progress: Progress) -> tuple[steps.Result, list[Listed]]:
            result = steps.make_result(source, understanding, choice, earlier, progress)
            return result, lists_of(result)

        def take(made: tuple[steps.Result, list[Listed]]) -> None:
            self.made, listed = made
            self.results.show_result(self.made, len(understanding.found.events), listed)
            then()
            self._follow()

        self._work.run(work, take)

    def _refused(self, reason: str) -> None:
        """Say why the step cannot be done."""
        if self._source is None or self.page == FOUND:
            self._source = None
            self.found.show_refusal(
                self.tr("This file cannot be imported. {0}").format(as_sentence(reason))
            )
        else:
            self.footer.say(refusal_words(reason))
        self._follow()

    # --- the end -----------------------------------------------------------------------------

    def _ask_and_report(self) -> None:
        if self.made is not None:
            self.footer.say(ask_and_write_report(self, self.made))

    def remember(self) -> None:
        """Remember how such tables are read."""
        if self._source is not None and self._source.table is not None:
            self._remembered.keep_mapping(self._source.table.columns, self.mapping)

    def done(self, result: int) -> None:
        """Give up what is running, and close."""
        self._soon.stop()
        self._work.stop()
        self._previews.stop()
        super().done(result)
