"""Nothing stands on anything else, in charts as they occur and in charts that nobody would make."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from chart_reading import faults
from chart_samples import GALLERY, SIZES, chart, series
from further_samples import FURTHER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.charts.breaking import balance
from reportgen.charts.draw import figure
from reportgen.document.model import ChartKind, ChartSpec, Point, Series
from reportgen.errors import ChartError

NAMES = "计算机通信和其他电子设备制造业规模以上工业增加值萍乡经济技术开发区重点产业链强链补链项目新动能"


@pytest.mark.parametrize("place", SIZES)
@pytest.mark.parametrize("name", [*GALLERY, *FURTHER])
def test_in_no_sample_does_a_text_touch_a_bar_a_mark_another_text_or_the_edge(name: str, place: str) -> None:
    assert faults(figure({**GALLERY, **FURTHER}[name], SIZES[place])) == []


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


def decimals(low: str, high: str, places: int = 1) -> st.SearchStrategy[Decimal]:
    return st.decimals(low, high, places=places)


@st.composite
def row(draw: st.DrawFn, count: int, values: st.SearchStrategy[Decimal], gaps: bool = True) -> Series:
    """A series of values, each with a label that need not be its number."""
    state = st.sampled_from(("reported", "reported", "derived", "approximate", "preliminary", "target"))
    label = st.builds(lambda value, words: f"{value}{words}", decimals("-9999", "9999", 2), st.sampled_from(("", "亿元", "以上")))
    known = st.builds(lambda value, label, state: Point(value, label, (), state), values, label, state)
    points = known | st.builds(lambda words: Point(None, words), name(8)) if gaps else known
    return Series(draw(name(12)), draw(st.tuples(*[points] * count)))


@st.composite
def slopes(draw: st.DrawFn) -> ChartSpec:
    values = decimals("-999", "999") | decimals("-2", "2")
    rows = [draw(row(2, values)) for _ in range(draw(st.integers(1, 4)))]
    return chart("slope", draw(name(30)), "%", "|".join(draw(name(8)) for _ in range(2)), *rows)


@st.composite
def compositions(draw: st.DrawFn) -> ChartSpec:
    count, parts = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    rows = [draw(row(count, decimals("0", str(100 // parts)))) for _ in range(parts)]
    mark = draw(st.none() | st.just(("100", "合计100亿元")))
    return chart("composition", draw(name(30)), "%", "|".join(draw(name(20)) for _ in range(count)), *rows, mark=mark)


@st.composite
def rankings(draw: st.DrawFn) -> ChartSpec:
    count, last = draw(st.integers(1, 8)), draw(st.integers(1, 40))
    mark = draw(st.none() | st.just((str(last), "共计若干")))
    places = st.integers(1, last).map(Decimal)
    return chart(
        "ranking", draw(name(30)), "", "|".join(draw(name(20)) for _ in range(count)), draw(row(count, places)), mark=mark
    )


@st.composite
def bullets(draw: st.DrawFn) -> ChartSpec:
    count, unit = draw(st.integers(1, 6)), draw(st.sampled_from(("", "%")))
    values = decimals("-99", "999") | decimals("0", "9")
    rows = [draw(row(count, values)), draw(row(count, values, gaps=bool(unit)))]
    return chart("bullet", draw(name(30)), unit, "|".join(draw(name(20)) for _ in range(count)), *rows)


@st.composite
def timelines(draw: st.DrawFn) -> ChartSpec:
    count, ended = draw(st.integers(1, 8)), draw(st.booleans())
    starts = draw(row(count, decimals("2010", "2030", 2) | decimals("1000", "2999", 2), gaps=False))
    long = st.tuples(*[st.none() | decimals("0", "9", 2)] * count)
    ends = [
        Point(None) if years is None else Point((point.value or Decimal(0)) + years, "止")
        for point, years in zip(starts.points, draw(long), strict=True)
    ]
    rows = [starts, Series("止", tuple(ends))] if ended else [starts]
    return chart("timeline", draw(name(30)), "", "|".join(draw(name(24)) for _ in range(count)), *rows)


@given(charts(), st.sampled_from(sorted(SIZES)))
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_chart_is_drawn_clear_of_overlaps_or_refused_with_a_reason(spec: ChartSpec, place: str) -> None:
    assert drawn_or_refused(spec, place) in ([], ["refused"])


@pytest.mark.parametrize("kind", [slopes, compositions, rankings, bullets, timelines])
@given(st.data(), st.sampled_from(sorted(SIZES)))
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_chart_of_a_kind_is_drawn_clear_of_overlaps_or_refused_with_a_reason(
    kind: Callable[[], st.SearchStrategy[ChartSpec]], data: st.DataObject, place: str
) -> None:
    assert drawn_or_refused(data.draw(kind()), place) in ([], ["refused"])


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


def test_a_text_that_is_no_title_is_filled_and_not_balanced() -> None:
    """Balancing takes time that grows with the cube of the length: five thousand characters took minutes."""
    lines = balance("长" * 5000, 20, len)
    assert [len(line) for line in lines] == [20] * 250
