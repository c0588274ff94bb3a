"""Whether a chart can be drawn, before anything is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.charts import lettering
from reportgen.charts.kind_rules import KIND_RULES, PAIRED, Rule
from reportgen.charts.words import ENGLISH, words_of
from reportgen.document.model import ChartSpec, Point, Series, Text
from reportgen.errors import ChartError
from reportgen.notices import Notice

MOST_SERIES = 4
MOST_CATEGORIES = 24


@dataclass(frozen=True, slots=True)
class SeriesEmpty(Notice):
    """A series has no value at all, so that the chart is drawn without it."""

    chart: str
    series: str

    def __str__(self) -> str:
        return f"chart '{self.chart}': series '{self.series}' has no values; it was left out"


def checked(spec: ChartSpec) -> tuple[ChartSpec, tuple[Notice, ...]]:
    """Return a chart that can be drawn, its texts on one line each, and notices of series left out of it.

    A :class:`ChartError` names the first rule that the chart breaks.
    """
    for rule in RULES:
        for fault, hint in rule(spec):
            raise ChartError(fault, place=f"chart '{spec.title}'", hint=hint)
    empty = () if spec.kind in PAIRED else tuple(series for series in spec.series if not valued(series))
    kept = tuple(series for series in spec.series if series not in empty)
    return _clean_chart(replace(spec, series=kept)), tuple(SeriesEmpty(spec.title, series.name) for series in empty)


def valued(series: Series) -> tuple[Point, ...]:
    """Return the points of a series that have a value."""
    return tuple(point for point in series.points if point.value is not None)


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""The house font draws curly quotation marks as wide as a Chinese character, which parts English words."""


def _clean_chart(spec: ChartSpec) -> ChartSpec:
    english = words_of(spec) is ENGLISH

    def clean(text: str) -> str:
        return lettering.clean(text.translate(_STRAIGHT) if english else text)

    def cleaned(series: Series) -> Series:
        points = tuple(replace(point, label=clean(point.label)) for point in series.points)
        return replace(series, name=clean(series.name), points=points)

    return replace(
        spec,
        message=(Text(clean(spec.title)),),
        unit=clean(spec.unit),
        categories=tuple(map(clean, spec.categories)),
        series=tuple(map(cleaned, spec.series)),
        source=clean(spec.source),
        notes=tuple(map(clean, spec.notes)),
        mark_label=clean(spec.mark_label),
    )


def _has_content(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if not spec.categories or not any(valued(series) for series in spec.series):
        yield "there is no value to draw", "leave the chart out where no fact is at hand"


def _is_not_too_much(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if len(spec.series) > MOST_SERIES:
        yield (
            f"{len(spec.series)} series are too many to tell apart; {MOST_SERIES} are possible",
            "make two charts of it, or a table",
        )
    if len(spec.categories) > MOST_CATEGORIES:
        yield (
            f"{len(spec.categories)} categories are too many; {MOST_CATEGORIES} are possible",
            "make two charts of it, or a table",
        )


def _is_even(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    for series in spec.series:
        if len(series.points) != len(spec.categories):
            counts = f"{len(series.points)} points for {len(spec.categories)} categories"
            yield f"series '{series.name}' has {counts}", "give every category a point, a gap where there is no value"
        if not all(0 < index < len(series.points) for index in series.breaks):
            yield (
                f"series '{series.name}' breaks outside its points",
                "a break names the point before which the definition changes",
            )


def _is_readable(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    for series in spec.series:
        for category, point in zip(spec.categories, series.points, strict=True):
            if point.value is not None and not point.value.is_finite():
                yield f"the value of '{series.name}' in {category} is {point.value}", "leave the value out"
            if point.value is not None and not lettering.clean(point.label):
                yield (
                    f"the value of '{series.name}' in {category} has no label",
                    "there is no scale to read it from: say how it is written",
                )
    if spec.mark is not None and not spec.mark.is_finite():
        yield f"the reference value is {spec.mark}", "leave the reference value out"


def _suits_its_kind(spec: ChartSpec) -> Iterator[tuple[str, str]]:
    if spec.kind in KIND_RULES:
        yield from KIND_RULES[spec.kind](spec)


RULES: tuple[Rule, ...] = (_has_content, _is_not_too_much, _is_even, _is_readable, _suits_its_kind)
