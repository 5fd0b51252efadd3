"""A composition as part of a larger page: smaller, and somewhere else on it."""

from __future__ import annotations

from dataclasses import replace

from peru_timeline.pictures.composition.composition import (
    Axis,
    BandDrawn,
    Composition,
    Lane,
    Panel,
    Told,
)
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.scene import Mark


def placed_on(
    composition: Composition, page: PageSize, x: float, y: float, zoom: float
) -> Composition:
    """The composition `zoom` times as large, its top left at (x, y) of a page."""

    def box(part: Box) -> Box:
        return Box(x + zoom * part.left, y + zoom * part.top, zoom * part.width, zoom * part.height)

    def mark(part: Mark) -> Mark:
        left, right = x + zoom * part.left, x + zoom * part.right
        return part._replace(left=left, right=right, y=y + zoom * part.y, height=zoom * part.height)

    def told(part: Told) -> Told:
        title = tuple(line.placed(x, y, zoom) for line in part.title)
        return part._replace(mark=mark(part.mark), title=title, date=part.date.placed(x, y, zoom))

    def band(part: BandDrawn) -> BandDrawn:
        drawn = part.band
        xs = ("left", "right", "solid_left", "solid_right")
        moved = drawn._replace(**{name: x + zoom * getattr(drawn, name) for name in xs})
        return BandDrawn(moved, box(part.body), box(part.cap), part.label.placed(x, y, zoom))

    panel, scale = composition.panel, composition.scale
    return replace(
        composition,
        size=page,
        head=tuple(line.placed(x, y, zoom) for line in composition.head),
        foot=tuple(line.placed(x, y, zoom) for line in composition.foot),
        area=box(composition.area),
        scale=replace(scale, left_px=x + zoom * scale.left_px, right_px=x + zoom * scale.right_px),
        axis=Axis(
            tuple((x + zoom * at, is_major) for at, is_major in composition.axis.grid),
            tuple(line.placed(x, y, zoom) for line in composition.axis.labels),
            tuple(
                part._replace(left=x + zoom * part.left, right=x + zoom * part.right)
                for part in composition.axis.stretched
            ),
        ),
        told=tuple(told(part) for part in composition.told),
        rest=tuple(box(part) for part in composition.rest),
        bands=tuple(band(part) for part in composition.bands),
        lanes=tuple(
            Lane(box(lane.line), lane.name.placed(x, y, zoom)) for lane in composition.lanes
        ),
        panel=panel
        and Panel(
            box(panel.box), panel.bloc, tuple(line.placed(x, y, zoom) for line in panel.lines)
        ),
        keys=tuple(key.placed(x, y, zoom) for key in composition.keys),
    )
