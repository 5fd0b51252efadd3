from __future__ import annotations

import pytest

from peru_timeline.pictures.sizes import (
    NAMED,
    SizeError,
    a_size,
    for_audience,
    of_pixels,
    parse_size,
)


def test_a_larger_picture_is_the_same_picture_larger() -> None:
    size = parse_size("3840x2160")
    assert (size.width, size.height, size.zoom) == (1600, 900, 2.4)
    assert size.pixels(1) == (3840, 2160)
    assert size.pixels(2) == (7680, 4320)


def test_a_small_picture_keeps_its_own_pixels() -> None:
    assert parse_size("800x450").zoom == 1.0
    assert parse_size(" 800 x 450 px ").width == 800


def test_a_slide_is_as_large_as_powerpoint_makes_it() -> None:
    width, height = NAMED["16:9"].mm
    assert (round(width / 25.4, 2), round(height / 25.4, 2)) == (13.33, 7.5)


@pytest.mark.parametrize(("number", "mm"), [(4, (297, 210)), (3, (420, 297)), (0, (1189, 841))])
def test_paper_is_as_large_as_paper(number: int, mm: tuple[int, int]) -> None:
    assert tuple(round(side) for side in a_size(number).mm) == mm
    assert tuple(round(side) for side in a_size(number, portrait=True).mm) == mm[::-1]


def test_larger_paper_shows_more() -> None:
    assert NAMED["a3"].width > NAMED["a4"].width


@pytest.mark.parametrize(
    "text",
    ["", "big", "0x0", "100x100", "1600", "-1x900", "9x9mm", "99999x900", "1e9x5", "6000x60mm"],
)
def test_impossible_sizes_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(SizeError) as caught:
        parse_size(text)
    assert len(str(caught.value)) > 20


def test_more_pixels_than_memory_are_refused() -> None:
    with pytest.raises(SizeError, match="too many"):
        of_pixels(16384, 16384).pixels(4)


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ("1920x1080", (1600, 900)),
        ("1024x768", (1600, 1200)),
        ("1080x1920", (900, 1600)),
        ("2560x720", (3200, 900)),
        ("1600x320", (1600, 320)),  # a strip: larger letters, or none
    ],
)
def test_design_px_before_an_audience(asked: str, size: tuple[float, float]) -> None:
    found = for_audience(parse_size(asked))
    assert (found.width, found.height) == pytest.approx(size)
    assert found.pixels(1) == parse_size(asked).pixels(1)


@pytest.mark.parametrize(
    ("asked", "pixels", "millimetres"),
    [("1280x720", (1280, 720), None), ("3840x2160", (3840, 2160), None), ("a2", None, (594, 420))],
)
def test_for_an_audience_every_size_is_composed_alike(
    asked: str, pixels: tuple[int, int] | None, millimetres: tuple[int, int] | None
) -> None:
    size = for_audience(parse_size(asked))
    assert max(size.width, size.height) == pytest.approx(1600)
    if pixels:
        assert size.pixels(1.0) == pixels
    if millimetres:
        assert size.mm == pytest.approx(millimetres)
