"""The time span ``[start, end)``, in days."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A half-open span ``[start, end)`` of days; floats, as a view may begin at any time of a day.

    Raises ValueError if it ends before it starts.
    """

    start: float
    end: float

    def __post_init__(self) -> None:
        if not self.start <= self.end:
            raise ValueError(f"a time span cannot end before it starts: {self.start} to {self.end}")

    @property
    def width(self) -> float:
        """Length in days; may be zero."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        return self.start + self.width / 2

    def contains(self, day: float) -> bool:
        return self.start <= day < self.end

    def overlaps(self, other: TimeSpan) -> bool:
        """Whether both share any time. Spans that only touch do not; an empty span inside the other one does."""
        if self.width == 0 or other.width == 0:
            return (
                self.contains(other.start)
                or other.contains(self.start)
                or self.start == other.start
            )
        return self.start < other.end and other.start < self.end

    def intersect(self, other: TimeSpan) -> TimeSpan | None:
        """The time that both share, or None."""
        if not self.overlaps(other):
            return None
        return TimeSpan(max(self.start, other.start), min(self.end, other.end))

    def pad(self, fraction: float) -> TimeSpan:
        """The span extended at both ends by `fraction` of its width; a negative one trims it, at most to its middle."""
        by = max(self.width * fraction, -self.width / 2)
        return TimeSpan(self.start - by, max(self.end + by, self.start - by))

    def shift(self, days: float) -> TimeSpan:
        return TimeSpan(self.start + days, self.end + days)

    def zoom(self, factor: float, about_day: float) -> TimeSpan:
        """The span made `factor` times shorter, with `about_day` at the same relative position."""
        if factor <= 0:
            raise ValueError(f"a zoom factor must be above zero: {factor}")
        return TimeSpan(
            about_day + (self.start - about_day) / factor,
            about_day + (self.end - about_day) / factor,
        )

    def fit_within(self, limits: TimeSpan) -> TimeSpan:
        """The span moved inside `limits`, or `limits` itself if the span is longer."""
        if self.width >= limits.width:
            return limits
        if self.start < limits.start:
            return TimeSpan(limits.start, min(limits.start + self.width, limits.end))
        if self.end > limits.end:
            return TimeSpan(max(limits.end - self.width, limits.start), limits.end)
        return self
