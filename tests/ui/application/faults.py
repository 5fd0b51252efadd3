"""What the tests of the application read from it."""

from __future__ import annotations

from peru_timeline.application import Application
from peru_timeline.ui.session.faults_dialog import FaultsDialog


def faults_of(whole: Application) -> FaultsDialog:
    dialogs = [d for d in whole.shell.findChildren(FaultsDialog) if d.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]
