"""Bars that lie: rates of several things, progress of plans, and columns whose names are too long to stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from reportgen.charts.axis import breaks
from reportgen.charts.geometry import Box, Reach, Scale, fitted
from reportgen.charts.lettering import MIDDLE, Block, balanced, width
from reportgen.charts.plot import Room, TooTightError, ink_of, label_of, legend, tone_of
from reportgen.charts.sheet import Align, Frame, Pen, Sheet
from reportgen.charts.style import Style, paint_bar
from reportgen.charts.surround import Key
from reportgen.charts.theme import Tone
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

NAMES = 0.36
"""Share of the width that the names of the categories take at most."""
NAME_LINES = 3
PAD = 0.4
"""Ems between names, bars and values."""
SLIM = 1.04
"""Ems that a bar is at least thick: the height of its value with a little air."""
STOUT = 2.7
"""Ems that a bar is at most thick."""
LOOSE = 3.4
"""Ems between the bars of two categories, at most."""
BARS = 4
"""Ems that the bars must have at least."""
BETWEEN = 0.7
"""Ems between the bars of two categories, at least."""


@dataclass(frozen=True, slots=True)
class Row:
    """One category with its place in points."""

    index: int
    bottom: float
    top: float
    thick: float
    """Thickness of each of its bars."""

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    def bar(self, series: int, count: int) -> tuple[float, float]:
        """Return lower and upper edge of the bar of a series; the first stands at the top."""
        top = self.middle + (count / 2 - series) * self.thick
        free = 0.05 * self.thick if count > 1 else 0.0
        return top - self.thick + free, top - free


@dataclass(frozen=True, slots=True)
class Rows:
    """A plot of lying bars that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    names: tuple[Block, ...]
    edge: float
    """Where the names end and the room of the bars begins, in points."""
    across: Scale
    full: float | None = None
    """The value of a whole plan: bars take their second tone beyond it, and a track shows what is missing to it."""
    form: Form = "bar"

    @property
    def keys(self) -> tuple[Key, ...]:
        return legend(self.spec, self.style)

    @property
    def remarks(self) -> tuple[str, ...]:
        return (self.style.words.dashed,) if breaks(self.spec) else ()

    @property
    def least(self) -> float:
        return sum(self._needs()) + self._strip

    @property
    def natural(self) -> float:
        bars = len(self.spec.series) * len(self.names)
        thick = 1.9 if bars <= 4 else 1.65 if bars <= 8 else 1.4
        return max(self._needs(thick, max(BETWEEN, 0.55 * thick))) * len(self.names) + self._strip

    def _needs(self, thick: float = SLIM, between: float = 0.6 * BETWEEN) -> tuple[float, ...]:
        """The height that each category needs in points, for bars and distances in ems."""
        em = self.style.em
        return tuple(max(len(self.spec.series) * thick * em, name.height) + between * em for name in self.names)

    @property
    def _strip(self) -> float:
        """Height of the line above the bars that names the reference value."""
        return 1.5 * self.style.em if self.spec.mark_label and self.spec.mark is not None else 0.0

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw names, bars, values and the reference line."""
        rows = self.rows(Box(box.left, box.bottom, box.right, box.top - self._strip))
        inner = Box(box.left, rows[-1].bottom, box.right, rows[0].top)
        for row in rows:
            self._paint_row(sheet, row)
        ends = [(self.across.zero, inner.bottom), (self.across.zero, inner.top)]
        sheet.line("baseline", ends, self.style.pen(self.style.theme.axis, 0.09), order=3.5)
        for index in breaks(self.spec):
            pen = self.style.pen(self.style.theme.muted, 0.07).dashed(3, 2.5)
            sheet.line("break", [(inner.left, rows[index].top), (inner.right, rows[index].top)], pen)
        if self.spec.mark is not None:
            self._paint_mark(sheet, inner, float(self.spec.mark))
        return ()

    def rows(self, inner: Box) -> tuple[Row, ...]:
        """Return the rows from the top of a box: of one height where that does, else each as high as it must be."""
        em, count = self.style.em, len(self.names)
        needs = self._needs()
        each = min(inner.height / count, LOOSE * em + len(self.spec.series) * STOUT * em)
        heights = (each,) * count if each >= max(needs) else tuple(need + (inner.height - sum(needs)) / count for need in needs)
        room = min(heights) / len(self.spec.series)
        thick = max(SLIM * em, min(STOUT * em, room - BETWEEN * em / len(self.spec.series), 0.7 * room))
        # What the widest spacing leaves over is shared by both sides.
        highest = inner.top - (inner.height - sum(heights)) / 2
        tops = accumulate(heights, lambda top, height: top - height, initial=highest)
        return tuple(Row(index, bottom, top, thick) for index, (top, bottom) in enumerate(pairwise(tops)))

    def _paint_row(self, sheet: Sheet, row: Row) -> None:
        name, theme = self.names[row.index], self.style.theme
        left = max(name.width for name in self.names)
        sheet.block("category", name, (left, row.middle + name.height / 2), theme.ink, "right")
        for number, series in enumerate(self.spec.series):
            point = series.points[row.index]
            bottom, top = row.bar(number, len(self.spec.series))
            if point.value is None:
                at = (self.across.zero + PAD * self.style.em, (bottom + top) / 2 - MIDDLE * self.style.type.small)
                sheet.write("gap", self.style.words.gap, at, self.style.type.small, theme.muted)
            else:
                self._paint_bar(sheet, number, row.index, Box(0, bottom, float(point.value), top))

    def _paint_bar(self, sheet: Sheet, series: int, category: int, bar: Box) -> None:
        style, value = self.style, bar.right
        point, label = self.spec.series[series].points[category], label_of(self.spec, series, category)
        tone, frame = tone_of(self.spec, style, series, value), Frame(across=self.across)
        second = value < 0 and len(self.spec.series) > 1
        paint_bar(sheet, style, f"bar: {label}", bar, frame, tone, point.state, second)
        if self.full is not None:
            self._paint_against(sheet, label, bar, frame, tone, point)
        align: Align = "right" if value < 0 else "left"
        at = self._label_at(point, value)
        middle = (bar.bottom + bar.top) / 2 - MIDDLE * style.em
        sheet.write(f"value: {label}", point.label, (at, middle), style.em, ink_of(self.spec, style, series, value), align=align)

    def _paint_against(self, sheet: Sheet, label: str, bar: Box, frame: Frame, tone: Tone, point: Point) -> None:
        """Show what is missing to the whole plan, or what goes beyond it."""
        style, full, value = self.style, self.full or 0.0, bar.right
        if value < full:
            missing = Box(max(value, 0.0), bar.bottom, full, bar.top)
            sheet.rectangle(f"missing: {label}", missing, style.theme.track, Pen(style.theme.track, 0), frame=frame, order=1)
        elif value > full and point.state == "reported":
            beyond = Box(full, bar.bottom, value, bar.top)
            sheet.rectangle(f"beyond: {label}", beyond, tone.tint, style.pen(tone.fill), frame=frame, order=3.1)

    def _label_at(self, point: Point, value: float) -> float:
        """Where a value is written: beyond the end of its bar, and beyond the reference line where it would stand on it."""
        pad, away = PAD * self.style.em, -1 if value < 0 else 1
        near = self.across.at(value) + away * pad
        far = near + away * width(point.label, self.style.em)
        mark = None if self.spec.mark is None else self.across.at(float(self.spec.mark))
        crossed = mark is not None and min(near, far) - 0.7 * pad < mark < max(near, far) + 0.7 * pad
        return mark + away * pad if mark is not None and crossed else near

    def _paint_mark(self, sheet: Sheet, inner: Box, value: float) -> None:
        """Draw the reference line over the bars and name it above them."""
        theme, em, x = self.style.theme, self.style.em, self.across.at(value)
        ends = [(x, inner.bottom), (x, inner.top + 0.1 * em)]
        sheet.line("mark ground", ends, self.style.pen(theme.paper, 0.26), order=4)
        sheet.line("mark", ends, self.style.pen(theme.axis, 0.11).dashed(4, 2.2), order=4.1)
        half = width(self.spec.mark_label, em) / 2
        centre = max(min(x, inner.right - half), inner.left + half)
        sheet.write("mark", self.spec.mark_label, (centre, inner.top + 0.45 * em), em, theme.axis, align="center")


def rows(spec: ChartSpec, style: Style, room: Room, full: float | None = None) -> Rows:
    """Return a chart as lying bars."""
    em = style.em
    names = tuple(balanced(name, NAMES * room.width, em) for name in spec.categories)
    points = [point for series in spec.series for point in series.points if point.value is not None]
    falling = any((point.value or 0) < 0 for point in points)
    edge = max(name.width for name in names) + (2 if falling else 1) * PAD * em
    reaches = [Reach(float(point.value or 0), width(point.label, em) + PAD * em) for point in points]
    if len(points) < len(spec.series) * len(spec.categories):
        reaches.append(Reach(0, width(style.words.gap, style.type.small) + PAD * em))
    if spec.mark is not None:
        mark = float(spec.mark)
        pushed = [width(point.label, em) + PAD * em for point in points if min(0, mark) <= (point.value or 0) <= max(0, mark)]
        reaches.append(Reach(mark, max(pushed, default=0.0)))
    if width(spec.mark_label, em) > room.width:
        raise TooTightError(spec, "the label of its reference value is wider than the picture", "say it in fewer words")
    if any(len(name.lines) > NAME_LINES for name in names):
        raise TooTightError(spec, "the names of its categories take more than three lines", "shorten them")
    if room.width - edge - sum(sorted(reach.room for reach in reaches)[-2:]) < BARS * em:
        raise TooTightError(spec, "its names and values leave no room for bars", "shorten the names")
    return Rows(spec, style, names, edge, fitted(reaches, edge, room.width - 0.1 * em), full)
