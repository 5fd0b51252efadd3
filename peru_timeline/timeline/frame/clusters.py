"""Clusters and density strips of one frame."""

from __future__ import annotations

import numpy as np

from peru_timeline.timeline.arrangement import Arrangement, LaneClustering
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.scene import Cluster, Strip

CLUSTER_INSET_PX = 1.0  # between a cluster and either end of its bin


def clusters_and_strips(
    arrangement: Arrangement, scale: TimeScale, scroll_y: float
) -> tuple[tuple[Cluster, ...], tuple[Strip, ...]]:
    """The clusters and the strips in the window."""
    clusters: list[Cluster] = []
    strips: list[Strip] = []
    for of_lane in arrangement.clusterings:
        top = of_lane.top - scroll_y
        if of_lane.hidden or not -of_lane.height < top < arrangement.height:
            continue
        bins = of_lane.clustering.visible_bins(scale)
        if bins.start == bins.stop:
            continue
        if of_lane.clustering.is_strip:
            strips.append(_strip(of_lane, bins, scale, top))
        else:
            clusters.extend(_clusters(of_lane, bins, scale, top))
    return tuple(clusters), tuple(strips)


def _strip(of_lane: LaneClustering, bins: slice, scale: TimeScale, top: float) -> Strip:
    clustering = of_lane.clustering
    numbers = clustering.bin_numbers[bins]
    counts = np.zeros(int(numbers[-1] - numbers[0]) + 1, dtype=np.int64)
    counts[numbers - numbers[0]] = np.diff(clustering.offsets[bins.start : bins.stop + 1])
    return Strip(
        lane=of_lane.lane,
        top=top,
        height=of_lane.height,
        left_px=scale.to_px(clustering.bin_start(int(numbers[0]))),
        bin_px=clustering.bin_days * scale.px_per_day,
        counts=tuple(counts.tolist()),
        peak=clustering.peak,
    )


def _clusters(of_lane: LaneClustering, bins: slice, scale: TimeScale, top: float) -> list[Cluster]:
    clustering = of_lane.clustering
    numbers = clustering.bin_numbers[bins].tolist()
    counts = np.diff(clustering.offsets[bins.start : bins.stop + 1]).tolist()
    first_events = clustering.events[clustering.offsets[bins]].tolist()
    bin_px = clustering.bin_days * scale.px_per_day
    left = scale.to_px(clustering.bin_start(numbers[0]))
    clusters = []
    for number, count, first_event, blocs in zip(
        numbers, counts, first_events, clustering.blocs_by_bin(bins), strict=True
    ):
        begin = left + (number - numbers[0]) * bin_px
        clusters.append(
            Cluster(
                lane=of_lane.lane,
                left=begin + CLUSTER_INSET_PX,
                right=begin + bin_px - CLUSTER_INSET_PX,
                y=top + of_lane.height / 2,
                height=of_lane.height - 2,
                count=count,
                first_event=first_event,
                blocs=blocs,
                span=(clustering.bin_start(number), clustering.bin_start(number + 1)),
            )
        )
    return clusters
