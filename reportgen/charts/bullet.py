"""Targets against outcomes: a bar for what was reached, a tick for the target; a dashed frame where no outcome is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.charts.bands import Band, Bands, bands
from reportgen.charts.geometry import Box, Reach, Scale, fitted
from reportgen.charts.lettering import LINE, MIDDLE, width
from reportgen.charts.plot import Room, TooTightError, label_of
from reportgen.charts.sheet import Align, Frame, Pen, Sheet
from reportgen.charts.style import Style, paint_bar
from reportgen.charts.surround import Key
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

THICK = (1.15, 1.7)
"""Ems that a bar is thick: at least, and at most."""
PAD = 0.45
"""Ems between bars, ticks and what is written beside them."""
BARS = 5
"""Ems that the bars must have at least."""
OVER = 0.25
"""Ems that a tick stands out of its bar."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A target with what was reached of it."""

    index: int
    reached: Point
    aim: Point
    aim_label: str
    """What is written over the tick."""
    said: str
    """What is written beside the bar: the value reached, or why there is none."""
    unit: float
    """The value that is drawn as long as any other row's: 1 on a common scale, else the size of the target."""

    @property
    def end(self) -> float:
        """Where the bar or the dashed frame ends, in values."""
        return float((self.aim if self.reached.value is None else self.reached).value or 0)

    @property
    def target(self) -> float | None:
        return None if self.aim.value is None else float(self.aim.value)

    def frame(self, across: Scale) -> Frame:
        """Return the scale of this row."""
        return Frame(across=Scale(across.zero, across.unit / self.unit))

    def away(self, style: Style) -> float:
        """Room that the words beside its bar take, in points."""
        return width(self.said, style.em) + PAD * style.em


@dataclass(frozen=True, slots=True)
class Bullet:
    """A plot of targets that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    bands: Bands
    pairs: tuple[Pair, ...]
    across: Scale
    form: Form = "tick"

    @property
    def keys(self) -> tuple[Key, ...]:
        name = self.spec.series[0].name
        return (Key(name),) if name and any(pair.reached.value is not None for pair in self.pairs) else ()

    @property
    def remarks(self) -> tuple[str, ...]:
        return (self.style.words.scales,) if own_scales(self.spec) and len(self.pairs) > 1 else ()

    @property
    def least(self) -> float:
        return self.bands.least

    @property
    def natural(self) -> float:
        return self.bands.natural

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw names, bars and ticks."""
        placed = self.bands.placed(box)
        self.bands.paint(sheet, self.style, placed, [(LINE + OVER) / 2 * self.style.em] * len(placed))
        for pair, band in zip(self.pairs, placed, strict=True):
            self._paint_pair(sheet, pair, band, box)
        ends = [(self.across.zero, placed[-1].bottom), (self.across.zero, placed[0].top)]
        sheet.line("baseline", ends, self.style.pen(self.style.theme.axis, 0.09), order=3.5)
        return ()

    def _paint_pair(self, sheet: Sheet, pair: Pair, band: Band, box: Box) -> None:
        em = self.style.em
        thick = min(THICK[1] * em, max(THICK[0] * em, 0.5 * (band.top - band.bottom) - LINE * em))
        bottom = band.middle - (thick + (LINE + OVER) * em) / 2
        bar = Box(0, bottom, pair.end, bottom + thick)
        self._paint_bar(sheet, pair, bar)
        if pair.target is not None:
            self._paint_tick(sheet, pair, pair.frame(self.across).across.at(pair.target), bar, box)
        self._paint_said(sheet, pair, (bar.bottom + bar.top) / 2)

    def _paint_bar(self, sheet: Sheet, pair: Pair, bar: Box) -> None:
        style, label = self.style, label_of(self.spec, 0 if pair.reached.value is not None else 1, pair.index)
        tone, frame = style.theme.series[0], pair.frame(self.across)
        if pair.reached.value is None:
            paint_bar(sheet, style, f"bar: {label}", bar, frame, tone, "target")
            return
        paint_bar(sheet, style, f"bar: {label}", bar, frame, style.theme.fall if pair.end < 0 else tone, pair.reached.state)
        target = pair.target or 0.0
        if 0 < target < pair.end and pair.reached.state == "reported":
            beyond = Box(target, bar.bottom, pair.end, bar.top)
            sheet.rectangle(f"beyond: {label}", beyond, tone.tint, style.pen(tone.fill), frame=frame, order=3.1)

    def _paint_tick(self, sheet: Sheet, pair: Pair, x: float, bar: Box, box: Box) -> None:
        style, em = self.style, self.style.em
        ends = [(x, bar.bottom - OVER * em), (x, bar.top + OVER * em)]
        sheet.line("tick ground", ends, style.pen(style.theme.paper, 0.5), order=4)
        sheet.line(f"tick: {label_of(self.spec, 1, pair.index)}", ends, Pen(style.theme.axis, 0.22 * em), order=4.1)
        half = width(pair.aim_label, em) / 2
        middle = max(min(x, box.right - half), self.bands.edge + half)
        at = (middle, bar.top + (OVER + 0.38) * em)
        sheet.write(f"target: {label_of(self.spec, 1, pair.index)}", pair.aim_label, at, em, style.theme.axis, align="center")

    def _paint_said(self, sheet: Sheet, pair: Pair, middle: float) -> None:
        """Write what was reached beyond the bar, and beyond the tick where it would stand on it."""
        style, em, falls = self.style, self.style.em, pair.end < 0
        align: Align = "right" if falls else "left"
        ink = style.theme.muted if pair.reached.value is None else style.theme.ink
        at = (said_at(pair, style, self.across), middle - MIDDLE * em)
        label = "gap" if pair.reached.value is None else f"value: {label_of(self.spec, 0, pair.index)}"
        sheet.write(label, pair.said, at, em, ink, align=align)


def said_at(pair: Pair, style: Style, across: Scale) -> float:
    """Return where the words beside a bar begin, in points."""
    scale, away, pad = pair.frame(across).across, -1 if pair.end < 0 else 1, PAD * style.em
    near = scale.at(pair.end) + away * pad
    if pair.target is None:
        return near
    far, tick = near + away * pair.away(style), scale.at(pair.target)
    return tick + away * pad if min(near, far) - pad < tick < max(near, far) + 0.5 * pad else near


def own_scales(spec: ChartSpec) -> bool:
    """Return whether the rows of a chart are of unlike units, so that each has the scale of its own target."""
    return not spec.unit


def pairs(spec: ChartSpec, style: Style) -> Iterator[Pair]:
    """Yield the rows of a chart."""
    for index, (reached, aim) in enumerate(zip(spec.series[0].points, spec.series[1].points, strict=True)):
        aim_label = style.words.aim.format(spec.series[1].name or style.words.target, aim.label) if aim.value is not None else ""
        said = reached.label if reached.value is not None else reached.label or style.words.unpublished
        unit = abs(float(aim.value or 1)) if own_scales(spec) else 1.0
        yield Pair(index, reached, aim, aim_label, said, unit)


def bullet(spec: ChartSpec, style: Style, room: Room) -> Bullet:
    """Return the targets of a chart with what was reached of them."""
    em = style.em
    names = bands(spec, style, room, (THICK[0] + LINE + 2 * OVER) * em)
    rows = tuple(pairs(spec, style))
    reaches = [reach for pair in rows for reach in reaches_of(pair, style)]
    widest = max(width(pair.aim_label, em) for pair in rows)
    rooms = max(reach.room for reach in reaches if reach.value >= 0) if any(reach.value >= 0 for reach in reaches) else 0.0
    rooms += max((reach.room for reach in reaches if reach.value < 0), default=0.0)
    free = room.width - names.edge
    if free - rooms < BARS * em or free < widest:
        raise TooTightError(spec, "its names and values leave no room for bars", "shorten the names")
    return Bullet(spec, style, names, rows, fitted(reaches, names.edge, room.width - 0.1 * em))


def reaches_of(pair: Pair, style: Style) -> Iterator[Reach]:
    """Yield how far a row reaches: its bar with the words beside it, and its tick, beyond which the words may have to stand."""
    yield Reach(pair.end / pair.unit, pair.away(style))
    if pair.target is not None:
        beyond = (pair.target < 0) == (pair.end < 0) and abs(pair.end) <= abs(pair.target)
        yield Reach(pair.target / pair.unit, pair.away(style) if beyond else 0.3 * style.em)
