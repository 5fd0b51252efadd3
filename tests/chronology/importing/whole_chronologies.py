"""Strategies for chronologies with every field of the format, whose texts are hard to write in a table."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

DATES = [
    "2013", "2013-11", "2012-05-27", "2002/2021", "1993/..", "2011~", "2009?", "2012-10%", "201X", "2012-XX-05",
    "[2012-10-01..2012-10-07]", "2023-21", "-0043-03-15", "-0043/0012", "0000", "Y-13800000000", "Y12345", "XXXX",
    "XXXX-12-25", "/2022-08", "[..2022-08-03]", "2022-12-07T11:00", "2022-12-07T23:59:59+02:30", "2022-12-07T11:00Z",
    "1950S2", "~1945", "[2010,2012]", "../2013",
]  # fmt: skip
_HARD = [
    "=SUM(A1)", "'quoted", "-1", "+1", "@x", "|x", "a, b", 'say "so"', "“so”", "<b>x</b>", "2012", "2012-05-03", "id",
    "Record", "&joint&", "null", "TRUE", "1e5", "=", "'=1", "_x0041_", "Perú, China y Rusia", "上海", "العربية",
]  # fmt: skip
_SIGNS = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
lines = st.one_of(
    st.sampled_from(_HARD),
    st.text(st.one_of(_SIGNS, st.just(" ")), min_size=1, max_size=30).map(str.strip).filter(bool),
).map(lambda text: f"{text}.")
prose = st.one_of(lines, st.lists(lines, min_size=2, max_size=3).map("\n".join))


def texts(of: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """A text of no stated language, or one in each language that the title may have and perhaps in another."""
    both = {"en": of, "es": of}
    return st.one_of(
        of, st.fixed_dictionaries(both), st.fixed_dictionaries(both, optional={"qu": of})
    )


EVENTS = st.fixed_dictionaries(
    {"date": st.sampled_from(DATES), "title": texts(lines)},
    optional={
        "date_note": texts(prose),
        "summary": texts(prose),
        "sector": st.sampled_from(["trade", "politics"]),
        "actors": st.lists(
            st.fixed_dictionaries(
                {"actor": st.sampled_from(["north", "port-office", "harbour-master", "south"])},
                optional={"role": texts(lines)},
            ),
            unique_by=lambda role: role["actor"],
            max_size=3,
        ),
        "status": st.sampled_from(["happened", "reported", "alleged", "planned", "cancelled"]),
        "importance": st.integers(1, 3),
        "amounts": st.lists(
            st.fixed_dictionaries(
                {
                    "value": st.one_of(st.integers(-(10**18), 10**18), st.floats(-1e9, 1e9)),
                    "unit": lines,
                    "of": texts(lines),
                }
            ),
            max_size=2,
        ),
        "evidence": st.lists(
            st.fixed_dictionaries(
                {
                    "source": st.sampled_from(["gazette", "almanac"]),
                    "quote": lines.map(lambda text: f"{' '.join(text.split()[:20])} and five more words here"),
                },
                optional={"section": lines, "paragraph": st.integers(1, 99), "supports": st.just(["date"])},
            ),
            max_size=2,
        ),
        "notes": st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["gap", "context"]), "text": texts(prose)},
                optional={"sources": st.just(["almanac"])},
            ),
            max_size=2,
        ),
    },
)  # fmt: skip
HEADS = st.fixed_dictionaries(
    {"title": st.one_of(lines, st.fixed_dictionaries({"en": lines, "es": lines}))},
    optional={
        "description": texts(prose),
        "version": lines,
        "bands": st.just(
            [
                {
                    "id": "rule",
                    "label": "A rule",
                    "date": "2001/2004",
                    "evidence": [{"source": "almanac", "quote": "five words or more of it"}],
                }
            ]
        ),
    },
)
