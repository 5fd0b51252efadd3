"""Hit testing: what lies at a point of the scene, and what a click there would do.

Points are in scene pixels: px at text scale 1, with (0, 0) at the top left of the lane area.
"""

from __future__ import annotations

from dataclasses import dataclass

from peru_timeline.timeline.axis.beyond import Offer
from peru_timeline.timeline.axis.time_bands import LABEL_STRIP_PX
from peru_timeline.timeline.drawn_shelf import ShelfItem, ShelfLane
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX, HEADER_INDENT_PX, HEADER_PADDING_PX
from peru_timeline.timeline.scene import Cluster, LaneBand, Mark, Scene

SLACK_PX = 4.0  # a click this near a mark counts as a click on it


DIVIDER_PX = 4.0  # as near the shelf's left edge as this, a drag makes it wider or narrower


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies at a point.

    Attributes:
        mark: the mark whose shape or title is there.
        cluster: the cluster there.
        is_header: whether the point lies in the column of lane headers; else it lies in the time area.
        header: the lane whose header is there.
        on_fold_button: whether the point lies on the part of the header that folds the lane.
        is_shelf: whether the point lies on the shelf, its heading included.
        shelved: the event on the shelf whose line is there.
        more: the lane whose line "n more" is there.
        offer: the offer to go to another event that is there.
        is_divider: whether the point lies on the edge between time area and shelf.
        bands: numbers of the bands whose strip above the lanes is there, the uppermost first.

    """

    mark: Mark | None = None
    cluster: Cluster | None = None
    is_header: bool = False
    header: LaneBand | None = None
    on_fold_button: bool = False
    is_shelf: bool = False
    shelved: ShelfItem | None = None
    more: ShelfLane | None = None
    is_divider: bool = False
    offer: Offer | None = None
    bands: tuple[int, ...] = ()

    @property
    def is_clickable(self) -> bool:
        """Whether a click does something there."""
        if self.is_header:
            return self.header is not None and (
                self.header.folded or self.header.collapsed or self.on_fold_button
            )
        found = (self.mark, self.cluster, self.offer)
        return self.is_shelf or bool(self.bands) or any(thing is not None for thing in found)


def hit_at(scene: Scene, x: float, y: float) -> Hit:
    """Find what lies at a point of the scene."""
    if x < scene.left:
        header = scene.lane_at(y) if y >= 0 else None
        indent = 0.0 if header is None else header.depth * HEADER_INDENT_PX
        return Hit(is_header=True, header=header, on_fold_button=x < HEADER_PADDING_PX + indent)
    if scene.shelf.width and abs(x - scene.right) <= DIVIDER_PX:
        return Hit(is_shelf=True, is_divider=True)
    if x >= scene.right and scene.shelf.width:
        shelf = scene.shelf
        return Hit(is_shelf=True, shelved=shelf.item_at(x, y), more=shelf.more_at(x, y))
    offer = next((offer for offer in scene.offers if offer.contains(x, y)), None)
    if offer is not None:
        return Hit(offer=offer)
    return Hit(
        mark=scene.mark_at(x, y, SLACK_PX),
        cluster=scene.cluster_at(x, y, SLACK_PX),
        bands=_bands_at(scene, x, y),
    )


def _bands_at(scene: Scene, x: float, y: float) -> tuple[int, ...]:
    if x > scene.right or not -AXIS_HEIGHT_PX <= y <= LABEL_STRIP_PX - AXIS_HEIGHT_PX:
        return ()
    return tuple(band.number for band in reversed(scene.bands) if band.contains(x, SLACK_PX))
