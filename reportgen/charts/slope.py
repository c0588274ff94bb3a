"""How several series change between two periods: a line each, its values and its name written at its ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.charts.geometry import Box, Reach, Scale, Spot, fitted
from reportgen.charts.lettering import LINE, MIDDLE, Block, balanced, width
from reportgen.charts.lines import spread
from reportgen.charts.plot import Room, TooTightError, label_of
from reportgen.charts.sheet import Align, Frame, Sheet
from reportgen.charts.style import MARK_SIZE, Style, paint_mark
from reportgen.charts.surround import Key
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

NAMES = 0.3
"""Share of the width that the names of the series take at most."""
NAME_LINES = 3
AWAY = 1.1
"""Ems between a mark and its value: room for a thin line to a value that stands a little higher or lower."""
PAD = 0.5
"""Ems between a value and the name of its series."""
SPAN = (6.0, 30.0)
"""Ems between the two periods: at least and at most."""
TALL = 10.0
"""Ems that the lines have at least."""
SLIGHT = 0.2
"""Ems by which a value may stand off its mark without a line that leads to it."""
OPEN = 0.8
"""Ems that are left open on both sides of the middle of a line whose ends are of unlike definition."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is written at one end of a line."""

    series: int
    end: int
    """0 on the left, 1 on the right."""
    point: Point
    value: float
    name: Block | None
    """The name of the series, at the end of its last value."""
    label: float
    """Width of the value in points."""
    em: float

    @property
    def height(self) -> float:
        return max(self.name.height if self.name else 0.0, LINE * self.em)

    @property
    def width(self) -> float:
        """Room from the mark to the outer edge in points."""
        return AWAY * self.em + self.label + (self.name.width + PAD * self.em if self.name else 0.0)


@dataclass(frozen=True, slots=True)
class Slope:
    """A plot of changes that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    endings: tuple[Ending, ...]
    places: tuple[float, float]
    """Where the two periods stand, in points."""
    periods: tuple[Block, ...]
    natural: float | None = None
    form: Form = "mark"
    keys: tuple[Key, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        return (self.style.words.broken,) if any(series.breaks for series in self.spec.series) else ()

    @property
    def least(self) -> float:
        stacked = max(sum(ending.height for ending in self.at(end)) for end in (0, 1))
        return max(TALL * self.style.em, stacked) + self.foot

    @property
    def foot(self) -> float:
        """Height of the names of the periods in points."""
        return max(period.height for period in self.periods) + 0.4 * self.style.em

    def at(self, end: int) -> tuple[Ending, ...]:
        """Return what is written at one side."""
        return tuple(ending for ending in self.endings if ending.end == end)

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw the periods, the lines, and at their ends the values as near as the others let them stand."""
        inner = Box(box.left, box.bottom + self.foot, box.right, box.top)
        up = self.scale(inner)
        self._paint_periods(sheet, inner, up.zero)
        for row in range(len(self.spec.series)):
            self._paint_line(sheet, row, up)
        for end in (0, 1):
            endings = self.at(end)
            middles = within([up.at(item.value) for item in endings], [item.height for item in endings], inner.bottom, inner.top)
            for ending, middle in zip(endings, middles, strict=True):
                self._paint_ending(sheet, ending, up, middle)
        return ()

    def scale(self, inner: Box) -> Scale:
        """Return the scale of the values; zero always belongs to it."""
        reaches = [Reach(ending.value, ending.height / 2) for ending in self.endings]
        return fitted(reaches, inner.bottom, inner.top)

    def _paint_periods(self, sheet: Sheet, inner: Box, zero: float) -> None:
        theme = self.style.theme
        for period, x in zip(self.periods, self.places, strict=True):
            sheet.line("period", [(x, inner.bottom), (x, inner.top)], self.style.pen(theme.grid, 0.09), order=0.5)
            sheet.block("category", period, (x, inner.bottom - 0.3 * self.style.em), theme.ink, "center")
        left, right = self.places
        reach = 0.7 * self.style.em
        sheet.line("baseline", [(left - reach, zero), (right + reach, zero)], self.style.pen(theme.axis, 0.09), order=3)

    def _paint_line(self, sheet: Sheet, row: int, up: Scale) -> None:
        series = self.spec.series[row]
        ends = [(x, float(point.value)) for x, point in zip(self.places, series.points, strict=True) if point.value is not None]
        pen = self.style.pen(self.style.theme.series[row].fill, 0.2)
        dashed = pen.dashed(2.6, 1.6)
        if len(ends) < 2:
            return
        if series.breaks:
            for part in parted(ends, OPEN * self.style.em):
                sheet.line(f"line: {series.name}", part, dashed, frame=Frame(up=up), order=4)
            return
        aims = any(point.state == "target" for point in series.points)
        sheet.line(f"line: {series.name}", ends, dashed if aims else pen, frame=Frame(up=up), order=4)

    def _paint_ending(self, sheet: Sheet, ending: Ending, up: Scale, middle: float) -> None:
        style, tone = self.style, self.style.theme.series[ending.series]
        x, y, away = self.places[ending.end], up.at(ending.value), 1 if ending.end else -1
        start = x + away * AWAY * style.em
        if abs(middle - y) > SLIGHT * style.em:
            leader = [(x + away * 0.6 * MARK_SIZE * style.em, y), (start - away * 0.2 * style.em, middle)]
            sheet.line("leader", leader, style.pen(tone.fill, 0.05), order=3)
        label = label_of(self.spec, ending.series, ending.end)
        paint_mark(sheet, style, f"mark: {label}", (x, ending.value), Frame(up=up), ending.series, ending.point.state)
        self._write(sheet, label, ending, (start, middle))

    def _write(self, sheet: Sheet, label: str, ending: Ending, at: Spot) -> None:
        style, ink, away = self.style, self.style.theme.series[ending.series].ink, 1 if ending.end else -1
        align: Align = "left" if ending.end else "right"
        baseline = at[1] - MIDDLE * style.em
        sheet.write(f"value: {label}", ending.point.label, (at[0], baseline), style.em, ink, align=align, weight="bold")
        if ending.name:
            beyond = at[0] + away * (ending.label + PAD * style.em)
            sheet.block("ending", ending.name, (beyond, at[1] + ending.name.height / 2), ink, align)


def parted(ends: Sequence[Spot], gap: float) -> tuple[tuple[Spot, Spot], tuple[Spot, Spot]]:
    """Return a line as two that leave its middle open by ``gap`` points on both sides.

    >>> parted([(0, 0), (10, 20)], 1)
    (((0, 0), (4.0, 8.0)), ((6.0, 12.0), (10, 20)))
    """
    (left, low), (right, high) = ends
    share = gap / (right - left)
    stop, start = ((left + part * (right - left), low + part * (high - low)) for part in (0.5 - share, 0.5 + share))
    return (ends[0], stop), (start, ends[1])


def within(middles: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Return middles near to the given ones at which things of these heights touch neither each other nor two edges.

    >>> within([1, 2, 40], [6, 6, 6], 0, 50), within([49, 48], [6, 6], 0, 50)
    ([3.0, 9.0, 40.0], [47.0, 41.0])
    """
    found = spread(middles, heights)
    order = sorted(range(len(found)), key=lambda item: (found[item], item))
    for item in order:
        found[item] = low = max(found[item], low + heights[item] / 2)
        low += heights[item] / 2
    for item in reversed(order):
        found[item] = high = min(found[item], high - heights[item] / 2)
        high -= heights[item] / 2
    return found


def slope(spec: ChartSpec, style: Style, room: Room) -> Slope:
    """Return the changes of a chart between its two periods."""
    endings = tuple(_endings(spec, style, room))
    sides = [max((ending.width for ending in endings if ending.end == end), default=0.0) for end in (0, 1)]
    periods = tuple(balanced(name, SPAN[0] * style.em, style.em) for name in spec.categories)
    sides = [max(side, period.width / 2) for side, period in zip(sides, periods, strict=True)]
    span = min(room.width - sum(sides), SPAN[1] * style.em)
    if span < max(SPAN[0] * style.em, *(period.width for period in periods)) + style.em:
        raise TooTightError(spec, "the names of its series leave no room for lines", "shorten the names")
    if any(len(ending.name.lines) > NAME_LINES for ending in endings if ending.name):
        raise TooTightError(spec, "the names of its series take more than three lines", "shorten them")
    left = sides[0] + (room.width - span - sum(sides)) / 2
    return Slope(spec, style, endings, (left, left + span), periods)


def _endings(spec: ChartSpec, style: Style, room: Room) -> Iterator[Ending]:
    for row, series in enumerate(spec.series):
        last = max(end for end, point in enumerate(series.points) if point.value is not None)
        for end, point in enumerate(series.points):
            if point.value is not None:
                name = balanced(series.name, NAMES * room.width, style.em) if end == last else None
                label = width(point.label, style.em, "bold")
                yield Ending(row, end, point, float(point.value), name, label, style.em)
