"""Parts of a whole: a bar each whole, its known parts filled, what is not known left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.charts.axis import breaks
from reportgen.charts.bands import Band, Bands, bands
from reportgen.charts.geometry import Box, Scale
from reportgen.charts.lettering import LINE, MIDDLE, width
from reportgen.charts.plot import Room, TooTightError, label_of, legend
from reportgen.charts.sheet import Frame, Pen, Sheet
from reportgen.charts.slope import within
from reportgen.charts.style import Style, paint_bar
from reportgen.charts.surround import Key
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

THICK = (1.5, 2.2)
"""Ems that a bar is thick: at least, and at most."""
BARS = 9
"""Ems that a bar must have at least."""
INSIDE = 0.35
"""Ems that stay free on both sides of a value in its part."""


@dataclass(frozen=True, slots=True)
class Part:
    """One known part of a whole, in values."""

    series: int
    start: float
    end: float
    point: Point


@dataclass(frozen=True, slots=True)
class Composition:
    """A plot of parts that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    bands: Bands
    across: Scale
    whole: float
    raised: tuple[tuple[Part, ...], ...]
    """The parts of each bar that are too narrow for their values, which stand above it."""
    form: Form = "bar"

    @property
    def remarks(self) -> tuple[str, ...]:
        return (self.style.words.dashed,) if breaks(self.spec) else ()

    @property
    def keys(self) -> tuple[Key, ...]:
        return legend(self.spec, self.style)

    @property
    def least(self) -> float:
        return self.bands.least + self.strip

    @property
    def natural(self) -> float:
        return self.bands.natural + self.strip

    @property
    def strip(self) -> float:
        """Height of the line above the bars that says how much the whole is."""
        return LINE * self.style.em if self.spec.mark_label else 0.0

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw each whole as a frame, and its parts one after the other in it."""
        placed = self.bands.placed(Box(box.left, box.bottom, box.right, box.top - self.strip))
        self.bands.paint(sheet, self.style, placed, [self._lift(index) / 2 for index in range(len(placed))])
        for index, band in enumerate(placed):
            self._paint_bar(sheet, index, band)
        for index in breaks(self.spec):
            pen = self.style.pen(self.style.theme.muted, 0.07).dashed(3, 2.5)
            sheet.line("break", [(box.left, placed[index].top), (box.right, placed[index].top)], pen)
        self._paint_whole(sheet, placed[0].top)
        return ()

    def _lift(self, index: int) -> float:
        """Height of the line above a bar that the values of its small parts take."""
        return LINE * self.style.em if self.raised[index] else 0.0

    def _paint_whole(self, sheet: Sheet, top: float) -> None:
        words, em = self.spec.mark_label, self.style.em
        left = max(self.across.zero, self.across.at(self.whole) - width(words, em))
        sheet.write("mark", words, (left, top + 0.3 * em), em, self.style.theme.axis)

    def _paint_bar(self, sheet: Sheet, index: int, band: Band) -> None:
        style, raised, lift = self.style, self.raised[index], self._lift(index)
        thick = min(THICK[1] * style.em, max(THICK[0] * style.em, 0.6 * (band.top - band.bottom - lift)))
        bottom = band.middle - (thick + lift) / 2
        frame = Box(0, bottom, self.whole, bottom + thick)
        known = tuple(parts(self.spec, index))
        for part in known:
            self._paint_part(sheet, index, part, frame, part in raised)
        self._paint_rest(sheet, known, frame)
        self._paint_raised(sheet, index, raised, bottom + thick)

    def _paint_part(self, sheet: Sheet, index: int, part: Part, frame: Box, bare: bool) -> None:
        style, label = self.style, label_of(self.spec, part.series, index)
        tone, em = style.theme.series[part.series], style.em
        box = Box(part.start, frame.bottom, part.end, frame.top)
        paint_bar(sheet, style, f"bar: {label}", box, Frame(across=self.across), tone, part.point.state)
        if bare:
            return
        middle, wide = self.across.at((part.start + part.end) / 2), width(part.point.label, em)
        baseline = (frame.bottom + frame.top) / 2 - MIDDLE * em
        if part.point.state != "reported":
            ground = Box(middle - wide / 2, baseline - 0.12 * em, middle + wide / 2, baseline + 0.84 * em)
            sheet.rectangle("ground", ground.grown(0.1 * em), style.theme.paper, Pen(style.theme.paper, 0), order=3.3)
        ink = tone.on if part.point.state == "reported" else tone.ink
        sheet.write(f"inside: {label}", part.point.label, (middle, baseline), em, ink, align="center")

    def _paint_rest(self, sheet: Sheet, known: tuple[Part, ...], frame: Box) -> None:
        """Draw the frame of the whole; beside several parts, what no figure is known of is named without a number."""
        style, theme = self.style, self.style.theme
        outline = Frame(across=self.across)
        sheet.rectangle("whole", frame, "none", style.pen(theme.axis, 0.07), frame=outline, order=3.4)
        words, size = style.words.rest if known else style.words.gap, style.type.small
        left, right = self.across.at(known[-1].end if known else 0.0), self.across.at(self.whole)
        if (len(known) > 1 or not known) and right - left >= width(words, size) + 2 * INSIDE * style.em:
            at = ((left + right) / 2, (frame.bottom + frame.top) / 2 - MIDDLE * size)
            sheet.write("rest" if known else "gap", words, at, size, theme.muted, align="center")

    def _paint_raised(self, sheet: Sheet, index: int, raised: tuple[Part, ...], top: float) -> None:
        em = self.style.em
        for part, middle in zip(raised, self.above(raised), strict=True):
            ink, label = self.style.theme.series[part.series].ink, label_of(self.spec, part.series, index)
            x = self.across.at((part.start + part.end) / 2)
            sheet.line("leader", [(x, top), (middle, top + 0.3 * em)], self.style.pen(ink, 0.06))
            sheet.write(f"value: {label}", part.point.label, (middle, top + 0.45 * em), em, ink, align="center")

    def above(self, raised: Sequence[Part]) -> list[float]:
        """Return where the values above a bar have their middles, in points."""
        middles = [self.across.at((part.start + part.end) / 2) for part in raised]
        widths = [width(part.point.label, self.style.em) + INSIDE * self.style.em for part in raised]
        return within(middles, widths, self.across.zero, self.across.at(self.whole))


def parts(spec: ChartSpec, index: int) -> Iterator[Part]:
    """Yield the known parts of a bar, one after the other."""
    end = 0.0
    for row, series in enumerate(spec.series):
        point = series.points[index]
        if point.value is not None:
            start, end = end, end + float(point.value)
            yield Part(row, start, end, point)


def composition(spec: ChartSpec, style: Style, room: Room) -> Composition:
    """Return the parts of a chart in their wholes; a whole is 100 where the chart says nothing else."""
    spec = spec if spec.mark is not None else replace(spec, mark=Decimal(100), mark_label="100%" if spec.unit == "%" else "100")
    em, whole = style.em, float(spec.mark or 100)
    names = bands(spec, style, room, THICK[0] * em)
    long = room.width - names.edge - 0.1 * em
    if long < max(BARS * em, width(spec.mark_label, em)):
        raise TooTightError(spec, "the names of its bars leave no room for parts", "shorten the names")
    across = Scale(names.edge, long / whole)
    raised = tuple(_raised(spec, style, across, index) for index in range(len(spec.categories)))
    if any(sum(width(part.point.label, em) + INSIDE * em for part in bar) > long for bar in raised):
        raise TooTightError(spec, "the values of its small parts find no room above their bar", "show fewer parts")
    heights = tuple(THICK[0] * em + (LINE * em if bar else 0.0) for bar in raised)
    return Composition(spec, style, replace(names, heights=heights), across, whole, raised)


def _raised(spec: ChartSpec, style: Style, across: Scale, index: int) -> tuple[Part, ...]:
    """The parts of a bar that are narrower than their values."""
    room = 2 * INSIDE * style.em
    return tuple(
        part
        for part in parts(spec, index)
        if width(part.point.label, style.em) + room > across.at(part.end) - across.at(part.start)
    )
