"""All editorial checks of a chronology and of the story beside it."""

from __future__ import annotations

from pathlib import Path

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.review.editorial.dating import dating_remarks
from peru_timeline.chronology.review.editorial.evidence import evidence_remarks
from peru_timeline.chronology.review.editorial.remark import Remark
from peru_timeline.chronology.review.editorial.story import story_remarks
from peru_timeline.chronology.review.editorial.wording import wording_remarks
from peru_timeline.chronology.views import SUFFIX, load_views


def editorial_remarks(chronology: Chronology, path: Path) -> tuple[Remark, ...]:
    """Return what an editor should look at again in a chronology read from `path`.

    The story is NAME.views.json beside NAME.chronology; where there is none, only the chronology
    is checked. What is wrong with the story comes first. Its faults are remarks too, as when it is
    made for another chronology.
    """
    tied = {pair.other for pair in chronology.event_columns.related_pairs}
    dates = {event.id: event.date for event in (chronology.events[number] for number in tied)}
    quoted: dict[tuple[str, str], str] = {}
    remarks: list[Remark] = []
    story = path.with_name(path.stem + SUFFIX)
    if story.is_file():
        try:
            remarks += story_remarks(chronology, load_views(story, chronology))
        except ChronologyError as error:
            remarks += (
                Remark(story.name, str(fault), "mend the story, or move it elsewhere")
                for fault in error.faults
            )
    for event in chronology.events:
        remarks += dating_remarks(event, dates)
        remarks += wording_remarks(event, chronology.source_by_id)
        remarks += evidence_remarks(event, quoted)
    return tuple(remarks)
