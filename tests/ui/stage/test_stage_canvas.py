from __future__ import annotations

import pytest

from peru_timeline.ui.stage.stage_canvas import opacities


@pytest.mark.parametrize(
    ("share", "old", "new"),
    [(0.0, 1.0, 0.0), (1.0, 0.0, 1.0), (0.25, 0.575, 0.0), (0.5, 0.15, 0.15)],
)
def test_old_and_new_words_are_hardly_seen_together(share: float, old: float, new: float) -> None:
    assert list(opacities(share)) == pytest.approx([old, new])
