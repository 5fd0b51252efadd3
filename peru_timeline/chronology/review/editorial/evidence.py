"""Check of evidence: one quotation carries one event."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from peru_timeline.chronology.models import Event
from peru_timeline.chronology.review.editorial.remark import Remark

Quoted = MutableMapping[tuple[str, str], str]
"""(source id, quotation) -> id of the first event that has it."""


def evidence_remarks(event: Event, quoted: Quoted) -> Iterator[Remark]:
    """Find an event's quotations that stand in an earlier one, and add the others to `quoted`.

    A note on one of two events with the same quotation does not reach who reads the other.
    """
    for index, evidence in enumerate(event.evidence):
        earlier = quoted.setdefault((evidence.source, evidence.quote), event.id)
        if earlier != event.id:
            yield Remark(
                f"events[{event.id}].evidence[{index}].quote",
                f"the same quotation stands in {earlier}",
                "quote in each only the words that carry it",
            )
