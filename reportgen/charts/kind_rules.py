"""What each kind of chart must be like besides what all must be: how many series, which values, what they may add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from reportgen.document.model import ChartKind, ChartSpec

Rule = Callable[[ChartSpec], Iterator[tuple[str, str]]]
"""Yields each fault with its hint."""


def _values(spec: ChartSpec) -> Iterator[Decimal]:
    return (point.value for series in spec.series for point in series.points if point.value is not None)


def _no_mark(spec: ChartSpec, name: str) -> Iterator[tuple[str, str]]:
    if spec.mark is not None:
        yield f"{name} has no reference value", "leave the mark out"


def _ladder(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if len(spec.series) != 1:
        yield f"a ladder shows one moment, not {len(spec.series)} series", "use kind 'levels' to compare moments"
    yield from _no_mark(spec, "a ladder")
    if any(value < 0 for value in _values(spec)):
        yield "a ladder counts, and a count is not negative", "use kind 'growth-bars' for changes"


def _slope(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if len(spec.categories) != 2:
        yield f"a slope leads from one period to another, not over {len(spec.categories)}", "use kind 'growth-years' for more"
    yield from _no_mark(spec, "a slope")


def _composition(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    whole = Decimal(100) if spec.mark is None else spec.mark
    if whole <= 0:
        yield f"a whole of {whole} has no parts", "give the value of the whole as the mark"
    if any(value < 0 for value in _values(spec)):
        yield "a part of a whole is not negative", "use kind 'growth-bars' for changes"
    for index, name in enumerate(spec.categories):
        total = sum((series.points[index].value or Decimal(0) for series in spec.series), Decimal(0))
        if total > whole:
            yield f"the parts of '{name}' are {total} of {whole}", "show only parts that do not overlap"


def _ranking(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if len(spec.series) != 1:
        yield f"a ranking shows one moment, not {len(spec.series)} series", "make a chart of each moment, or a table"
    for value in (*_values(spec), *(mark for mark in (spec.mark,) if mark is not None)):
        if value < 1 or value != value.to_integral_value():
            yield f"{value} is not a place in a ranking", "places are whole numbers from 1 on"
    if spec.mark is not None and any(value > spec.mark for value in _values(spec)):
        yield (
            f"a place lies beyond the last of {spec.mark}",
            "the mark says how many are ranked: leave it out where that is not known",
        )


def _bullet(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if len(spec.series) != 2:
        yield f"targets against outcomes are 2 series, not {len(spec.series)}", "give what was reached first, the targets second"
        return
    yield from _no_mark(spec, "a chart of targets")
    for name, reached, aim in zip(spec.categories, *(series.points for series in spec.series), strict=True):
        if reached.value is None and aim.value is None:
            yield f"'{name}' has neither target nor outcome", "leave it out"
        if not spec.unit and not aim.value:
            yield f"'{name}' has no target to draw its outcome against", "give it a target, or all rows one unit"


def _timeline(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if len(spec.series) > 2:
        yield f"events have a beginning and an end, not {len(spec.series)} series", "give the beginnings first, the ends second"
        return
    yield from _no_mark(spec, "a timeline")
    ends = spec.series[-1].points
    for name, start, end in zip(spec.categories, spec.series[0].points, ends, strict=True):
        if start.value is None:
            yield f"'{name}' has no date", "leave it out"
        elif end.value is not None and end.value < start.value:
            yield f"'{name}' ends before it begins", "give the beginnings first, the ends second"


KIND_RULES: Mapping[ChartKind, Rule] = {
    "ladder": _ladder,
    "slope": _slope,
    "composition": _composition,
    "ranking": _ranking,
    "bullet": _bullet,
    "timeline": _timeline,
}
"""The rule of each kind that has one."""
PAIRED: tuple[ChartKind, ...] = ("bullet", "timeline")
"""Kinds whose second series belongs to the first: neither is left out where it has no value."""
