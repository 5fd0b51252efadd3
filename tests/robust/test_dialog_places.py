"""Qt's own file dialogs keep no list of the folders that were visited, and read none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the system's own dialogs are used there"
)

CHOOSE = """
import sys
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QFileDialog
from peru_timeline.startup import make_qt_application

app = make_qt_application()
dialog = QFileDialog(None, "Open", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
QTimer.singleShot(200, dialog.reject)
dialog.exec()
del dialog
settings = QSettings(QSettings.Scope.UserScope, "QtProject")
print(settings.fileName(), settings.allKeys())
settings.sync()
"""


@pytest.mark.parametrize("damaged", [False, True])
def test_no_folder_is_remembered(tmp_path: Path, damaged: bool) -> None:
    config = tmp_path / "config"
    config.mkdir()
    kept = config / "QtProject.conf"
    if damaged:
        kept.write_bytes(b"[FileDialog]\nshortcuts=" + b"@Variant(\\0" * 1000)
    before = {path: path.read_bytes() for path in config.rglob("*")}
    secret = tmp_path / "secret"
    secret.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", CHOOSE, str(secret)],
        env=os.environ | {"XDG_CONFIG_HOME": str(config), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert done.stdout.split()[0].startswith(os.devnull)
    assert done.stdout.split()[1] == "[]"
    assert {path: path.read_bytes() for path in config.rglob("*")} == before
