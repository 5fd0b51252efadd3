"""Dates in EDTF for tests of properties."""

from __future__ import annotations

from datetime import date as civil_date

from hypothesis import strategies as st

years = st.integers(-9999, 9999).map(lambda year: f"{year:05}" if year < 0 else f"{year:04}")
real_days = st.dates(min_value=civil_date(1, 1, 1)).map(lambda date: date.isoformat())
plain = st.one_of(
    years,
    st.tuples(years, st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
    real_days,
)
marked = st.tuples(plain, st.sampled_from(["", "~", "?", "%"])).map("".join)
