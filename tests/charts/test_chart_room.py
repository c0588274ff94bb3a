"""Nothing stands on anything else, in charts as they occur and in charts that nobody would make."""

from __future__ import annotations

from decimal import Decimal

import pytest
from chart_reading import faults
from chart_samples import GALLERY, SIZES, chart, series
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.charts.draw import figure
from reportgen.document.model import ChartKind, ChartSpec, Point, Series
from reportgen.errors import ChartError

NAMES = "计算机通信和其他电子设备制造业规模以上工业增加值萍乡经济技术开发区重点产业链强链补链项目新动能"


@pytest.mark.parametrize("place", SIZES)
@pytest.mark.parametrize("name", GALLERY)
def test_in_no_sample_does_a_text_touch_a_bar_a_mark_another_text_or_the_edge(name: str, place: str) -> None:
    assert faults(figure(GALLERY[name], SIZES[place])) == []


def name(longest: int) -> st.SearchStrategy[str]:
    return st.builds(lambda start, length: NAMES[start : start + length], st.integers(0, 20), st.integers(2, longest))


def points(count: int) -> st.SearchStrategy[tuple[Point, ...]]:
    value = st.decimals("-9999", "9999", places=2) | st.decimals("-9", "9", places=1)
    state = st.sampled_from(("reported", "reported", "derived", "approximate", "preliminary", "target"))
    point = st.builds(lambda value, state: Point(value, str(value).replace("-", "−"), (), state), value, state)
    return st.tuples(*(point | st.just(Point(None)) for _ in range(count)))


@st.composite
def charts(draw: st.DrawFn) -> ChartSpec:
    kind = draw(st.sampled_from(("growth-years", "growth-bars", "levels", "progress")))
    count = draw(st.integers(1, 12))
    years = kind in ("growth-years", "levels") and draw(st.booleans())
    categories = [str(2010 + step) for step in range(count)] if years else [draw(name(20)) for _ in range(count)]
    rows = [Series(draw(name(12)), draw(points(count))) for _ in range(draw(st.integers(1, 4)))]
    mark = draw(st.none() | st.tuples(st.decimals("-100", "100", places=1).map(str), name(10)))
    return chart(kind, draw(name(30)), "%", "|".join(categories), *rows, mark=mark)


@given(charts(), st.sampled_from(sorted(SIZES)))
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_chart_is_drawn_clear_of_overlaps_or_refused_with_a_reason(spec: ChartSpec, place: str) -> None:
    assert drawn_or_refused(spec, place) in ([], ["refused"])


def drawn_or_refused(spec: ChartSpec, place: str) -> list[str]:
    try:
        return faults(figure(spec, SIZES[place]))
    except ChartError as fault:
        return ["refused"] if fault.hint and fault.place else [str(fault)]


def test_a_page_takes_twelve_categories_of_two_series_with_names_of_twenty_characters() -> None:
    rows = [Series(f"{year}年", tuple(Point(Decimal(value), f"{value}%") for value in range(-3, 9))) for year in (2024, 2025)]
    spec = chart("growth-bars", "各行业增速", "%", "|".join(NAMES[step : step + 20] for step in range(12)), *rows)
    assert faults(figure(spec, SIZES["page"])) == []
    assert faults(figure(spec, SIZES["slide"])) == []


@pytest.mark.parametrize("kind", ["growth-years", "growth-bars"])
def test_the_words_of_a_gap_have_room_where_everything_falls(kind: ChartKind) -> None:
    spec = chart(kind, "利润增速", "%", "2022|2023|2024", series("利润", "-20.02", "-8.1", ""))
    assert faults(figure(spec, SIZES["page"])) == []
