"""Colours that stay apart, and types that are never too small."""

from __future__ import annotations

from itertools import combinations

import pytest
from chart_reading import labels, text
from chart_samples import GALLERY, HALF, SIZES
from further_samples import FURTHER
from matplotlib.text import Text

from reportgen.charts.check import MOST_SERIES
from reportgen.charts.draw import figure
from reportgen.charts.geometry import Box
from reportgen.charts.size import PAGE, SLIDE
from reportgen.charts.style import SHAPES, hatching
from reportgen.charts.theme import HOUSE, Tone

TONES = (*HOUSE.series, HOUSE.fall)
DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))
"""What readers who lack green or red see, after Machado, Oliveira and Fernandes 2009."""


def linear(color: str) -> tuple[float, ...]:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(color: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True))


def contrast(color: str) -> float:
    return 1.05 / (luminance(color) + 0.05)


def lightness(color: str) -> float:
    return 116 * luminance(color) ** (1 / 3) - 16


@pytest.mark.parametrize("tone", TONES)
def test_fills_and_inks_stand_out_from_white_paper(tone: Tone) -> None:
    assert contrast(tone.fill) >= 3
    assert contrast(tone.ink) >= 4.5


@pytest.mark.parametrize("tone", HOUSE.series)
def test_values_written_on_a_fill_stand_out_from_it(tone: Tone) -> None:
    dark, light = sorted((luminance(tone.fill), luminance(tone.on)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_texts_have_the_contrast_that_small_type_needs() -> None:
    assert min(contrast(color) for color in (HOUSE.ink, HOUSE.muted, HOUSE.axis)) >= 4.5


def test_series_differ_on_a_grey_print() -> None:
    assert min(abs(lightness(one.fill) - lightness(other.fill)) for one, other in combinations(HOUSE.series, 2)) >= 9


def test_a_fall_differs_from_a_rise_on_a_grey_print() -> None:
    assert abs(lightness(HOUSE.fall.fill) - lightness(HOUSE.series[0].fill)) >= 9


@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA])
def test_series_differ_for_readers_who_confuse_red_and_green(matrix: tuple[tuple[float, ...], ...]) -> None:
    seen = [tuple(sum(a * b for a, b in zip(row, linear(tone.fill), strict=True)) for row in matrix) for tone in HOUSE.series]
    distances = [sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 for one, other in combinations(seen, 2)]
    assert min(distances) > 0.06


@pytest.mark.parametrize("tone", TONES)
def test_the_second_tone_is_apart_from_the_first_and_from_paper(tone: Tone) -> None:
    assert lightness(tone.tint) - lightness(tone.fill) >= 20
    assert 100 - lightness(tone.tint) >= 15


def test_there_is_a_colour_and_a_mark_for_every_series() -> None:
    assert len(HOUSE.series) == len(SHAPES) == MOST_SERIES


@pytest.mark.parametrize("place", SIZES)
@pytest.mark.parametrize("name", ["crowd", "twelve industries", "close lines", "behind plan", *FURTHER])
def test_no_type_is_smaller_than_its_place_allows(name: str, place: str) -> None:
    size = SIZES[place]
    spec = {**GALLERY, **FURTHER}[name]
    sizes = [artist.get_fontsize() for artist in figure(spec, size).artists if isinstance(artist, Text)]
    assert min(sizes) >= HOUSE.type(size.place).least


def test_the_least_type_can_be_read_at_its_distance() -> None:
    assert HOUSE.page.least >= 9
    assert HOUSE.slide.least >= 10


def test_slides_are_set_in_larger_type_than_pages() -> None:
    page, slide = (text(figure(GALLERY["enterprises"], size), "category").get_fontsize() for size in (PAGE, SLIDE))
    assert (page, slide) == (10.5, 14)


def test_type_shrinks_on_a_slide_that_is_nearly_too_small() -> None:
    assert 10.5 <= text(figure(GALLERY["twelve industries"], HALF), "category").get_fontsize() < 14


def test_a_page_gives_rows_the_height_that_they_need() -> None:
    few, many = (figure(GALLERY[name], PAGE).get_size_inches()[1] * 2.54 for name in ("power", "twelve industries"))
    assert few < 5 < PAGE.height < many


def test_a_table_of_values_leaves_the_plot_above_it_room_on_a_page() -> None:
    drawn = figure(GALLERY["profit and loss"], PAGE)
    bars = [artist.get_window_extent() for artist in drawn.artists if str(artist.get_label()).startswith("bar: 钢铁")]
    assert (max(bar.y1 for bar in bars) - min(bar.y0 for bar in bars)) * 72 / 220 > 100


def test_a_slide_gives_every_chart_its_height() -> None:
    heights = {
        round(float(figure(GALLERY[name], SLIDE).get_size_inches()[1]) * 2.54, 2) for name in ("power", "crowd", "completion")
    }
    assert heights == {SLIDE.height}


def test_there_is_no_frame_no_axis_and_no_grid_where_values_are_written() -> None:
    drawn = figure(GALLERY["grouped"], PAGE)
    assert drawn.axes == []
    assert labels(drawn, "grid", "tick") == []


@pytest.mark.parametrize(("state", "rising"), [("derived", True), ("approximate", False)])
def test_hatching_slants_by_state_and_stays_in_its_bar(state: str, rising: bool) -> None:
    box = Box(10, 20, 30, 26)
    strokes = list(hatching(box, 2, state))  # type: ignore[arg-type]
    assert strokes
    assert all(box.grown(1e-9).holds(Box(*place, *place)) for stroke in strokes for place in stroke)
    assert all((end[1] > start[1]) == rising for start, end in (sorted(stroke) for stroke in strokes))


def test_hatching_of_preliminary_values_is_level() -> None:
    assert list(hatching(Box(0, 0, 9, 6), 2, "preliminary")) == [((0, 2), (9, 2)), ((0, 4), (9, 4))]
