"""The export dialog: its form and preview, saving and copying."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressDialog,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.formats.files import WRITERS, losses_of
from peru_timeline.chronology.formats.styles.references import STYLES, style_of, styled
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.files import write_atomically
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.picture import picture_of
from peru_timeline.pictures.composition.unmet import unmet
from peru_timeline.pictures.export_choice import PICTURES, WRITTEN, ExportChoice
from peru_timeline.pictures.progress import Progress
from peru_timeline.pictures.subject import Subject, filter_in_words
from peru_timeline.pictures.webpage.page_data import Story
from peru_timeline.pictures.webpage.page_html import refuse_too_many
from peru_timeline.ui.export import rendering
from peru_timeline.ui.export.arranging.arranger import Arranger
from peru_timeline.ui.export.export_form import ExportForm
from peru_timeline.ui.export.printing import copy_picture
from peru_timeline.ui.export.subject_fields import KeptViews
from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.rich_clipboard import copy_references
from peru_timeline.ui.look.saving import ask_where_to_save
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import HEADING_PX, THEMES, Theme
from peru_timeline.ui.look.wording import reason_of, translated
from peru_timeline.ui.paint.audience.picture_painting import MEASURES

PREVIEW_DELAY_MS = 120
WAIT_SHOWN_MS = 400


class ExportDialog(FittingDialog):
    """Asks what to export, shows a preview, and writes or copies it."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        subject: Subject,
        screen_px: tuple[int, int],
        choice: ExportChoice,
        story: Story | None = None,
        kept: KeptViews | None = None,
    ) -> None:
        """`subject` is what the window shows, in a timeline of `screen_px`.

        `story` are the reader's saved views, for a web page; `kept` are the same, to arrange and to save.
        """
        super().__init__(parent)
        self._story, self._can_keep = story, kept is not None
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self.resize(theme.px(1240), theme.px(740))
        self._theme = theme
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_DELAY_MS)
        self._soon.timeout.connect(self.refresh)
        self.form = ExportForm(theme, subject, screen_px, choice, story is not None, kept)
        self._arranger = Arranger(self, theme, self.form, kept)
        self._message = label("", theme, ink="soft")
        self._message.setObjectName("export_message")
        self._assemble()
        self.form.changed.connect(self._changed)
        self._arranger.changed.connect(self.refresh)
        self._changed()
        self.refresh()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen, to be remembered."""
        return self.form.choice

    def _assemble(self) -> None:
        px = self._theme.px
        left = _scrolling(self.form, "export_fields", self.tr("What to export"))
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setMinimumWidth(self.form.minimumSizeHint().width() + px(12))
        shown = QWidget()
        right = QVBoxLayout(shown)
        right.setContentsMargins(0, 0, 0, 0)
        self._heading = label(self.tr("Preview"), self._theme, px=HEADING_PX, selectable=False)
        self._heading.setObjectName("export_heading")
        right.addWidget(self._heading)
        right.addWidget(self._arranger.preview, 1)
        right.addWidget(self._arranger.bar)
        right.addWidget(self._message)
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        columns.addWidget(left, 2)
        columns.addWidget(_scrolling(shown, "export_shown", self.tr("Preview")), 5)
        buttons = QDialogButtonBox()
        self._save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._save.setObjectName("export_save")
        self._save.setDefault(True)
        self._copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.setObjectName("export_copy")
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("export_close")
        self._save.clicked.connect(self._ask_and_save)
        self._copy.clicked.connect(self._copy_now)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(12))
        column.addLayout(columns, 1)
        column.addWidget(buttons)

    def _changed(self) -> None:
        copied = (*PICTURES, "pptx", "md", "html", "bib", "ris", "txt", "json", *STYLES)
        self._copy.setEnabled(self.choice.form in copied)
        self._soon.start()

    def refresh(self) -> None:
        """Update the preview, or say why there is none."""
        self._soon.stop()
        theme = THEMES[self.choice.theme]
        self._heading.setVisible(self.choice.form not in (*WRITTEN, "page"))
        try:
            subject = self.form.subject()
            many = self.tr("%n event(s)", "", len(subject.events))
            if self.choice.form == "page":
                refuse_too_many(subject)
            if self.choice.form in (*WRITTEN, "page"):
                self._arranger.follow(None, None, theme)
                many = "\n".join((many, *self._losses(subject)))
            else:
                page = picture_of(subject, self.form.spec(), MEASURES)
                self._arranger.follow(subject, page, theme)
                width, height = page.size.pixels(self.choice.scale)
                if self.choice.form == "png":
                    many = self.tr("{0} · {1} × {2} pixels").format(many, width, height)
                if isinstance(page, Composition):
                    many = "\n".join((many, *map(translated, unmet(subject, page))))
            self._show_message(many)
            self._save.setEnabled(True)
        except ValueError as error:  # such as PageError and SizeError
            self._arranger.follow(None, None, theme)
            self._show_message(reason_of(error))
            self._save.setEnabled(False)

    def _losses(self, subject: Subject) -> list[str]:
        """What the chosen format cannot hold, to be known before anything is saved."""
        if self.choice.form not in WRITTEN:
            return []
        told = losses_of(self.choice.form, subject.chronology, subject.events.tolist())
        heading = [self.tr("What this format cannot hold, and how many events that concerns:")]
        return [*heading, *(f"– {translated(loss)}" for loss in told)] if told else []

    def _show_message(self, text: str) -> None:
        self._message.setText(text)

    def reject(self) -> None:
        """Close, unless the reader wants to keep what was arranged first."""
        if not self._can_keep or self._arranger.leaving.may_close():
            super().reject()

    # --- saving and copying ------------------------------------------------------------------

    def _ask_and_save(self) -> None:
        folder = Path(self.choice.folder or Path.home())
        name = self.form.subject().chronology.id + self.choice.ending
        path = ask_where_to_save(self, self.tr("Save as"), folder / name, self.choice.ending)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> bool:
        """Write the file, and say in the dialog how that went; True if it was written."""
        try:
            content = self._content(path)
            if content is None:
                self._show_message(self.tr("Stopped; nothing was written."))
                return False
            write_atomically(path, content)
        except OSError as error:
            reason = translated(system_reason(error))
            self._show_message(self.tr("{0} could not be written: {1}").format(path, reason))
            return False
        except (ValueError, MemoryError) as error:
            self._show_message(reason_of(error))
            return False
        self.form.choice = self.choice.model_copy(update={"folder": str(path.parent)})
        self._show_message(self.tr("Written: {0}").format(path))
        return True

    def _content(self, path: Path | None = None) -> bytes | None:
        """The bytes of the file, which may renew a deck at `path`; None if stopped."""
        form, choice, theme = self.form, self.choice, THEMES[self.choice.theme]
        subject = form.subject()
        if choice.form in WRITTEN:
            events = subject.events.tolist()
            filtered = filter_in_words(subject.query, subject.chronology, subject.language)
            return WRITERS[choice.form](subject.chronology, events, subject.language, filtered)

        files = self._deck_files(path) if choice.form == "pptx" else rendering.NO_FILES

        def work(progress: Progress) -> bytes | None:
            if choice.form == "page":
                return rendering.page(subject, self._story if choice.story else None, progress)
            if choice.form in PICTURES:
                return rendering.picture(
                    subject, choice.form, form.spec(), theme, choice.scale, progress
                )
            if choice.form == "pptx":
                events = form.slide_events(subject)
                return rendering.slides(subject, events, form.spec(), theme, progress, files)
            if choice.form == "handout":
                return rendering.handout(subject, form.spec(), theme, progress)
            return rendering.poster(subject, form.poster(), theme, progress)

        return self._with_progress(work)

    def _deck_files(self, path: Path | None) -> rendering.DeckFiles:
        """The template, and the deck that is there already: our slides in it are made anew."""
        template = Path(self.choice.template).read_bytes() if self.choice.template else None
        existing = path.read_bytes() if path is not None and path.exists() else None
        return rendering.DeckFiles(template, existing, self.choice.rest)

    def _with_progress(self, work: Callable[[Progress], bytes | None]) -> bytes | None:
        """Do work that may take a while, with a progress bar and a Cancel button."""
        waiting = QProgressDialog(self.tr("Drawing…"), self.tr("Cancel"), 0, 1, self)
        waiting.setObjectName("export_progress")
        waiting.setWindowTitle(self.windowTitle())
        waiting.setMinimumDuration(WAIT_SHOWN_MS)

        def progress(done: int, steps: int) -> bool:
            waiting.setMaximum(steps)
            waiting.setValue(done)
            QApplication.processEvents()
            return not waiting.wasCanceled()

        try:
            return work(progress)
        finally:
            waiting.close()
            waiting.deleteLater()

    def _copy_now(self) -> None:
        try:
            subject = self.form.subject()
            if (style := style_of(self.choice.form)) is not None:
                sources = cited_sources(subject.chronology, subject.events.tolist())
                copy_references(styled(sources, style, subject.language))
            elif self.choice.form in WRITTEN:
                content = self._content() or b""
                QApplication.clipboard().setText(content.decode("utf-8-sig"))
            else:
                page = picture_of(subject, self.form.spec(), MEASURES)
                copy_picture(page, subject, THEMES[self.choice.theme])
        except (ValueError, MemoryError) as error:
            self._show_message(reason_of(error))
            return
        self._show_message(self.tr("Copied."))


def _scrolling(part: QWidget, name: str, said: str) -> QScrollArea:
    """The part in an area that scrolls: with large text a small screen has no room for all of it."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setAccessibleName(said)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(part)
    part.setAutoFillBackground(False)
    return area
