"""Events in the order of time: each on a line of its own, with its date beside it, over the years."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.charts.bands import Band, Bands, bands
from reportgen.charts.geometry import Box, Reach, Scale, fitted
from reportgen.charts.lettering import MIDDLE, width
from reportgen.charts.plot import Room, TooTightError, label_of
from reportgen.charts.sheet import Frame, Pen, Sheet
from reportgen.charts.style import MARK_SIZE, Style, paint_bar, paint_mark
from reportgen.charts.surround import Key
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

NAMES = 0.46
"""Share of the width that the words of the events take at most."""
YEARS = 7
"""Ems that the years must have at least."""
THICK = 0.72
"""Ems that the bar of an event is thick that lasts."""
PAD = 0.4
"""Ems between an event and its date."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
"""Years between two that are named."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event in years."""

    index: int
    point: Point
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plot of events that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    bands: Bands
    events: tuple[Event, ...]
    first: int
    """The year in which the scale begins."""
    last: int
    """The year with whose beginning it ends."""
    across: Scale
    """Of years after the first."""
    keys: tuple[Key, ...] = ()
    form: Form = "event"
    remarks: tuple[str, ...] = ()

    @property
    def least(self) -> float:
        return self.bands.least + self.foot

    @property
    def natural(self) -> float:
        return self.bands.natural + self.foot

    @property
    def foot(self) -> float:
        return 1.6 * self.style.em

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw the years, and each event with its words on the left and its date on the right."""
        placed = self.bands.placed(Box(box.left, box.bottom + self.foot, box.right, box.top))
        inner = Box(self.across.zero, placed[-1].bottom, self.across.at(self.last - self.first), placed[0].top)
        self._paint_years(sheet, inner, box.right)
        self.bands.paint(sheet, self.style, placed)
        for event, band in zip(self.events, placed, strict=True):
            self._paint_event(sheet, event, band)
        return ()

    def _paint_years(self, sheet: Sheet, inner: Box, right: float) -> None:
        style, words = self.style, self.style.words
        step = step_of(self.first, self.last, self.across, style) or 1
        sheet.line("baseline", [(inner.left, inner.bottom), (inner.right, inner.bottom)], style.pen(style.theme.axis, 0.09))
        for year in range(self.first, self.last + 1, step):
            x = self.across.at(year - self.first)
            sheet.line("year", [(x, inner.bottom), (x, inner.top)], style.pen(style.theme.grid, 0.08), order=0.5)
            wide = width(words.year(year), style.em)
            # A single year is named in its middle, the first of several where it begins.
            left = x + (self.across.unit - wide) / 2 if step == 1 else x + 0.2 * style.em
            if year < self.last and left + wide <= right:
                sheet.write("category", words.year(year), (left, inner.bottom - 1.2 * style.em), style.em, style.theme.ink)

    def _paint_event(self, sheet: Sheet, event: Event, band: Band) -> None:
        style, label = self.style, label_of(self.spec, 0, event.index)
        frame = Frame(across=Scale(self.across.at(-self.first), self.across.unit))
        if (event.end - event.start) * self.across.unit > MARK_SIZE * style.em:
            bar = Box(event.start, band.middle - THICK / 2 * style.em, event.end, band.middle + THICK / 2 * style.em)
            paint_bar(sheet, style, f"bar: {label}", bar, frame, style.theme.series[0], event.point.state)
            right = self.across.at(event.end - self.first)
        else:
            paint_mark(sheet, style, f"mark: {label}", (event.middle, band.middle), frame, 0, event.point.state)
            right = self.across.at(event.middle - self.first) + MARK_SIZE / 2 * style.em
        at = (right + PAD * style.em, band.middle - MIDDLE * style.em)
        # The lines of the years are open where a date is written.
        ground = Box(at[0], at[1] - 0.2 * style.em, at[0] + width(event.point.label, style.em), at[1] + style.em)
        sheet.rectangle("ground", ground, style.theme.paper, Pen(style.theme.paper, 0), order=0.7)
        sheet.write(f"value: {label}", event.point.label, at, style.em, style.theme.ink)


def step_of(first: int, last: int, across: Scale, style: Style) -> int | None:
    """Return how many years lie between two that are named, so that their names stand apart."""
    widest = max(width(style.words.year(year), style.em) for year in (first, last)) + 0.6 * style.em
    return next((step for step in STEPS if step * across.unit >= widest), None)


def events(spec: ChartSpec) -> Iterator[Event]:
    """Yield the events of a chart; one whose end is not known lasts no time."""
    ends = spec.series[1].points if len(spec.series) > 1 else spec.series[0].points
    for index, (point, end) in enumerate(zip(spec.series[0].points, ends, strict=True)):
        start = float(point.value or 0)
        yield Event(index, point, start, start if end.value is None else float(end.value))


def timeline(spec: ChartSpec, style: Style, room: Room) -> Timeline:
    """Return the events of a chart, in the order given."""
    em, known = style.em, tuple(events(spec))
    names = bands(spec, style, room, 1.3 * em, NAMES)
    first = math.floor(min(event.start for event in known))
    last = max(first + 1, math.ceil(max(event.end for event in known)))
    beside = [width(event.point.label, em) + (MARK_SIZE / 2 + PAD) * em for event in known]
    reaches = [Reach(event.end - first, wide) for event, wide in zip(known, beside, strict=True)]
    across = fitted([*reaches, Reach(last - first)], names.edge, room.width - 0.1 * em)
    if (last - first) * across.unit < YEARS * em or step_of(first, last, across, style) is None:
        raise TooTightError(spec, "the words of its events leave no room for the years", "shorten them")
    return Timeline(spec, style, names, known, first, last, across)
