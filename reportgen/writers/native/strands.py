"""What becomes a series of the native chart, a column of its workbook: the series of the chart and what stands for its marks.

A line must not join values of different definitions: such a series becomes several strands of one colour. Years that were left
out become a row of the workbook without values, so that the distance of the years shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from reportgen.charts.axis import left_out
from reportgen.document.model import ChartSpec, Point, Series
from reportgen.writers.native.words import Phrases

Form = Literal["lines", "columns", "rows"]
"""Lines over periods, columns over periods, bars that lie."""
Role = Literal["data", "mark", "track", "aim", "within", "rest", "before", "start"]
"""Values; a reference value across an upright chart; what a plan asks for, behind the bars of its completion; targets behind their
outcomes; the part of an outcome within its target; what is left of a whole; the places before the one reached; the time before an
event, unseen."""
SKIPPED = "…"
"""Names the row that stands for years left out."""
WHOLE = Decimal(100)
"""What progress is measured against, in percent."""


@dataclass(frozen=True, slots=True)
class Strand:
    """One series of the native chart."""

    name: str
    points: tuple[Point, ...]
    series: int = 0
    """Index of its series in the chart, which gives its colour."""
    role: Role = "data"
    named: bool = True
    """Whether a legend names it."""
    formula: str = ""
    """How the workbook computes its values from those of the other columns, ``{row}`` being the row; empty where they are data."""

    @property
    def known(self) -> Iterator[tuple[int, Point]]:
        """Its points that have a value, with their indices."""
        return ((index, point) for index, point in enumerate(self.points) if point.value is not None)

    @property
    def values(self) -> tuple[str | None, ...]:
        """Its numbers as the workbook and the chart's own copy of it hold them; ``None`` for a gap."""
        return tuple(None if point.value is None else number(point.value) for point in self.points)


def number(value: Decimal) -> str:
    """Return a value in plain digits, without zeros that say nothing.

    >>> number(Decimal("105.460")), number(Decimal("1.2E+3")), number(Decimal("-0.0"))
    ('105.46', '1200', '0')
    """
    return f"{value.normalize():f}" if value else "0"


def complete(spec: ChartSpec) -> ChartSpec:
    """Return the chart with the mark that progress always has."""
    if spec.kind != "progress" or spec.mark is not None:
        return spec
    return replace(spec, mark=WHOLE, mark_label=f"{WHOLE}%")


def spaced(spec: ChartSpec) -> ChartSpec:
    """Return the chart with a category without values wherever years were left out."""
    order = _order(spec)
    series = tuple(_spaced(row, order) for row in spec.series)
    return replace(spec, categories=tuple(SKIPPED if place is None else spec.categories[place] for place in order), series=series)


def positions(spec: ChartSpec) -> tuple[int, ...]:
    """Return where each category of a chart stands once it is :func:`spaced`."""
    return tuple(place for place, index in enumerate(_order(spec)) if index is not None)


def _order(spec: ChartSpec) -> list[int | None]:
    skips = set(left_out(spec.categories))
    return [place for index in range(len(spec.categories)) for place in ((None, index) if index in skips else (index,))]


def _spaced(series: Series, order: list[int | None]) -> Series:
    points = tuple(Point(None) if place is None else series.points[place] for place in order)
    return replace(series, points=points, breaks=tuple(order.index(index) for index in series.breaks))


def strands(spec: ChartSpec, form: Form, phrases: Phrases) -> tuple[Strand, ...]:
    """Return the series of the native chart, the reference value last."""
    rows = [part for row in range(len(spec.series)) for part in _parts(spec, row, form, phrases)]
    return (*rows, *_mark(spec, form))


def _parts(spec: ChartSpec, row: int, form: Form, phrases: Phrases) -> Iterator[Strand]:
    series = spec.series[row]
    breaks = series.breaks if form == "lines" else ()
    for start, end in zip((0, *breaks), (*breaks, len(series.points)), strict=True):
        points = tuple(point if start <= index < end else Point(None) for index, point in enumerate(series.points))
        name = series.name + (phrases.since.format(spec.categories[start]) if start else "")
        yield Strand(name, points, row, named=not start)


def _mark(spec: ChartSpec, form: Form) -> Iterator[Strand]:
    if spec.mark is None:
        return
    points = (Point(spec.mark, spec.mark_label or number(spec.mark)),) * len(spec.categories)
    if form != "rows":
        yield Strand(spec.mark_label or number(spec.mark), points, role="mark", named=False)
    elif spec.kind == "progress" and len(spec.series) == 1:
        yield Strand(spec.mark_label, points, role="track", named=False)
