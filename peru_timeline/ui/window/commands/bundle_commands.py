"""Evidence bundles: saving the open chronology with its full texts, and checking a bundle that somebody sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.review.documents import DocumentStore
from peru_timeline.files import write_atomically
from peru_timeline.paths import user_data_dir
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.look.dialogs import plain_message, run_dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.saving import ask_where_to_save
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.state.view_state import ViewState

MOST_NAMED = 20
"""Faults of a bundle that one message names; the rest is counted."""
LONGEST_LINE = 200


class BundleCommands(QObject):
    """Saves and checks evidence bundles; shows dialogs over the window."""

    message = Signal(str)
    """What to show in the status line."""

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline

    def bindings(self) -> Bindings:
        return {
            "save_bundle": Binding(self.ask_and_save),
            "check_bundle": Binding(self.ask_and_check),
        }

    def ask_and_save(self) -> None:
        """Ask whether full texts go along, where there are any, and for the file; then save the bundle."""
        opened = self._state.opened
        documents = DocumentStore(user_data_dir() / "documents").contents(opened.chronology)
        if documents:
            wanted = self._with_documents(len(documents))
            if wanted is None:
                return
            documents = documents if wanted else {}
        title = self.tr("Save an evidence bundle")
        suggested = Path.home() / f"{opened.chronology.id}.zip"
        path = ask_where_to_save(self._timeline.window(), title, suggested, ".zip")
        if path is not None:
            self.save(path, documents)

    def _with_documents(self, count: int) -> bool | None:
        """Whether full texts are packed too; None where the reader thought better of it."""
        box = QMessageBox(self._timeline.window())
        box.setObjectName("bundle_documents")
        box.setWindowTitle(self.tr("Save an evidence bundle"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Pack the %n full text(s) that you added, too?", "", count))
        box.setInformativeText(
            self.tr(
                "With them, whoever receives the bundle can look up every quotation. Texts may be protected: pass on "
                "only what you may."
            )
        )
        role = QMessageBox.ButtonRole.AcceptRole
        with_texts = box.addButton(self.tr("With the full texts"), role)
        without = box.addButton(self.tr("Without them"), role)
        without.setObjectName("without_texts")
        with_texts.setObjectName("with_texts")
        box.setDefaultButton(without)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked is with_texts if clicked in (with_texts, without) else None

    def save(self, path: Path, documents: dict[str, bytes]) -> None:
        """Write the bundle of the open chronology with these documents: source id -> bytes."""
        from peru_timeline.chronology.review.bundle import pack_bundle

        opened = self._state.opened
        try:
            content = opened.path.read_bytes() if opened.unsaved is None else opened.unsaved.content
            write_atomically(
                path, pack_bundle(content, opened.path.name, opened.chronology, documents)
            )
        except OSError as error:
            reason = translated(system_reason(error))
            self._say(
                self.tr("Save an evidence bundle"),
                self.tr("{0} could not be written: {1}").format(one_line(str(path)), reason),
            )
            return
        self.message.emit(self.tr("Written: {0}").format(path))

    def ask_and_check(self) -> None:
        """Ask for a bundle and check it."""
        name, _ = QFileDialog.getOpenFileName(
            self._timeline.window(), self.tr("Check an evidence bundle"), str(Path.home()), "*.zip"
        )
        if name:
            self.check(Path(name))

    def check(self, path: Path) -> None:
        """Say whether every quotation of a bundle still stands."""
        from peru_timeline.chronology.review.bundle import BundleError, check_bundle

        try:
            found = check_bundle(path)
        except BundleError as error:
            self._tell_check([one_line(path.name), one_line(str(error), LONGEST_LINE)])
            return
        except OSError as error:
            self._tell_check([one_line(path.name), translated(system_reason(error))])
            return
        if found.wrong:
            verdict = self.tr("The bundle is not as it was packed:")
        elif found.looked_up == found.quotations:
            verdict = self.tr("Nothing was changed: every quotation stands.")
        else:
            verdict = self.tr(
                "Nothing was changed. Quotations whose documents are not in the bundle could not be looked up."
            )
        lines = [verdict, *(one_line(each, LONGEST_LINE) for each in found.wrong[:MOST_NAMED])]
        if len(found.wrong) > MOST_NAMED:
            lines.append(self.tr("and {0} more").format(len(found.wrong) - MOST_NAMED))
        counted = self.tr("{0} quotations, {1} of them looked up in their documents.")
        lines += ["", counted.format(found.quotations, found.looked_up)]
        lines.append(self.tr("SHA-256 of the manifest: {0}").format(found.manifest))
        self._tell_check(lines)

    def _tell_check(self, lines: list[str]) -> None:
        self._say(self.tr("Check an evidence bundle"), "\n".join(lines))

    def _say(self, title: str, text: str) -> None:
        run_dialog(plain_message(self._timeline.window(), self._timeline.theme, title, text))
