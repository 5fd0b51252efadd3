"""JSON rewritten in the style of the file: what stays the same keeps its bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peru_timeline.chronology.editing.json_text import Style, rewritten, style_of

TEXT = """{
  "id": "quay",
  "title": {"en": "Quay", "es": "Muelle"},
  "actors": [
    {"actor": "north"}, {"actor": "south"}
  ],
  "importance": 2
}"""
SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(0, 1) | st.text(max_size=3)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=4)
    ),
    max_leaves=12,
)


def changed(**fields: Any) -> dict[str, Any]:
    made = {**json.loads(TEXT), **fields}
    return {key: value for key, value in made.items() if value is not None}


@pytest.mark.parametrize(
    ("value", "before", "after"),
    [
        (changed(importance=3), '"importance": 2', '"importance": 3'),
        (changed(title={"en": "Pier", "es": "Muelle"}), '"en": "Quay"', '"en": "Pier"'),
        (changed(title={"en": "Quay"}), ', "es": "Muelle"', ""),
        (changed(importance=None), ',\n  "importance": 2', ""),
        (changed(id=None), '"id": "quay",\n  ', ""),
        (changed(status="planned"), ": 2", ': 2,\n  "status": "planned"'),
        (changed(actors=[{"actor": "south"}]), '{"actor": "north"}, ', ""),
        (
            changed(actors=[{"actor": "north"}, {"actor": "east"}, {"actor": "south"}]),
            'north"}, {',
            'north"}, {"actor": "east"}, {',
        ),
        (changed(), "quay", "quay"),
    ],
)
def test_only_what_changed_is_written(value: Any, before: str, after: str) -> None:
    style = style_of(TEXT.encode())
    assert rewritten(TEXT.encode(), value, style).decode() == TEXT.replace(before, after)


@pytest.mark.parametrize(
    ("sample", "style"),
    [
        (b'{\n "a": 1\n}', Style(b"\n", b" ", b": ")),
        (b'{\r\n\t"a" : 1\r\n}', Style(b"\r\n", b"\t", b" : ")),
        (b'{"a":1,"b":2}', Style(b"\n", None, b":", b",")),
        (b'{"a": 1, "b": 2}', Style(b"\n", None, b": ", b", ")),
        (b'{\n     "a": 1\n   }', Style(b"\n", b"  ", b": ")),
        (b"{}", Style()),
    ],
)
def test_the_style_of_a_file_is_recognised(sample: bytes, style: Style) -> None:
    assert style_of(sample) == style


@settings(max_examples=300, deadline=None)
@given(VALUES, VALUES, st.sampled_from([None, 0, 1, 4]))
def test_what_is_written_says_the_new_value(before: Any, after: Any, indent: int | None) -> None:
    text = json.dumps(before, indent=indent, ensure_ascii=False).encode()
    made = rewritten(text, after, style_of(text))
    assert json.dumps(json.loads(made)) == json.dumps(after)


@settings(max_examples=100, deadline=None)
@given(VALUES, VALUES)
def test_a_file_of_this_style_stays_as_if_written_anew(before: Any, after: Any) -> None:
    text = json.dumps({"a": before, "z": 1}, indent=1).encode()
    style = style_of(text, ascii_only=True)
    assert json.loads(rewritten(text, {"a": after, "z": 1}, style)) == {"a": after, "z": 1}
    assert (
        rewritten(text, {"a": "x", "z": 1}, style)
        == json.dumps({"a": "x", "z": 1}, indent=1).encode()
    )
