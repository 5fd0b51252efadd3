"""The stage on two screens, as Qt's offscreen platform has them in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SCREENS = [
    {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 720},
    {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080},
]
PROGRAM = """
import json
from PySide6.QtWidgets import QApplication
app = QApplication([])
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import default_chronology
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.state.open_chronology import open_chronology
path = default_chronology()
opened = open_chronology(path)
views = load_views(path.with_name(f"{path.stem}.views.json"), opened.chronology).views
stage = Presentation(opened, views, LIGHT, "en", motion=False)
stage.begin(app.screens()[0])
app.processEvents()
def places():
    return [stage.geometry().getRect(), stage.speaker.geometry().getRect()]
found = {"begun": places()}
stage.do("swap")
app.processEvents()
found["swapped"] = places()
stage.do("next_view")
found["now"] = stage.speaker.now.composition.title == stage.canvas.composition.title
stage._screen_removed(app.screens()[1])
app.processEvents()
found["alone"] = [stage.isVisible(), stage.speaker is None, stage.at, stage.geometry().getRect()]
stage.close()
found["left"] = [w.objectName() for w in app.topLevelWidgets() if w.isVisible()]
print(json.dumps(found))
"""


def test_the_audience_has_the_other_screen_until_it_is_taken_away(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    each = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens.write_text(json.dumps({"screens": [{**screen, **each} for screen in SCREENS]}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True, text=True
    )
    found = json.loads(done.stdout)
    desk, wall = [0, 0, 1280, 720], [1280, 0, 1920, 1080]
    assert found == {
        "begun": [wall, desk],
        "swapped": [desk, wall],
        "now": True,
        "alone": [True, True, 1, desk],
        "left": [],
    }
