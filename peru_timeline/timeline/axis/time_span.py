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
