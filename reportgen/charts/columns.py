"""Columns over periods: levels, and rates that make no line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from reportgen.charts.axis import TIGHT, Axis, MarkNote, axis, breaks, mark_note, paint_breaks
from reportgen.charts.geometry import Box, Reach, Scale, fitted
from reportgen.charts.lettering import LINE, width
from reportgen.charts.plot import Room, ValuesUnwritten, ink_of, label_of, legend, tone_of
from reportgen.charts.sheet import Frame, Pen, Sheet
from reportgen.charts.style import Style, paint_bar
from reportgen.charts.surround import Key
from reportgen.charts.ticks import Ticks, ticks
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

GROUP = (0.5, 0.7, 0.8, 0.86)
"""Share of a slot that the columns of a category take, by the number of series."""
WIDEST = (4.4, 3.4, 2.8, 2.4)
"""Ems that a column is at most wide, by the number of series."""
GAP = 0.06
"""Share of its place that a column leaves free."""
PAD = 0.3
"""Ems between the end of a column and its label."""
INK = 0.78
"""Height of digits in ems."""
BROAD = 0.25
"""Share of the width that a category takes at most."""
TABLED = 12
"""Ems that a plot takes on a page above a table of its values."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the values are written at the columns."""

    size: float
    upright: bool = False

    def extent(self, label: str) -> tuple[float, float]:
        """Return width and height of a label in points."""
        wide, high = width(label, self.size), INK * self.size
        return (high, wide) if self.upright else (wide, high)


@dataclass(frozen=True, slots=True)
class Column:
    """One value with its place in points."""

    series: int
    category: int
    point: Point
    value: float
    left: float
    right: float

    def label_box(self, up: Scale, setting: Setting, pad: float) -> Box:
        """Return where its label stands: beyond its end."""
        wide, high = setting.extent(self.point.label)
        end = up.at(self.value)
        bottom = end - pad - high if self.value < 0 else end + pad
        middle = (self.left + self.right) / 2
        return Box(middle - wide / 2, bottom, middle + wide / 2, bottom + high)

    def box(self, up: Scale) -> Box:
        """Return where the column stands."""
        bottom, top = sorted((up.zero, up.at(self.value)))
        return Box(self.left, bottom, self.right, top)


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns in their places."""

    inner: Box
    """The room of columns, labels and words, without names below and notes beside it."""
    centres: tuple[float, ...]
    columns: tuple[Column, ...]
    gaps: tuple[tuple[str, Box], ...]
    """What is written where values are missing."""
    up: Scale
    setting: Setting | None
    """``None`` where the values are read from a scale."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A plot of columns that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    axis: Axis
    mark: MarkNote | None
    natural: float | None = None
    form: Form = "bar"
    remarks: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        return () if self.axis.table else legend(self.spec, self.style)

    @property
    def least(self) -> float:
        return self.axis.height + 8 * self.style.em

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw the columns with the first way of writing their values that leaves nothing on top of anything else."""
        inner = self.inner(box)
        layout = self.laid_out(inner, None) if self.axis.table else self.clear(inner, settings(self.style))
        if layout:
            self._paint(sheet, layout)
            return ()
        self._paint_with_ticks(sheet, inner)
        return (ValuesUnwritten(self.spec.title),)

    def inner(self, box: Box) -> Box:
        """Return the room of the columns and their values in the box of the plot."""
        right = box.right - (self.mark.width if self.mark else 0.0)
        return Box(box.left + self.axis.left, box.bottom + self.axis.height, right, box.top)

    def clear(self, inner: Box, choices: tuple[Setting, ...]) -> Layout | None:
        """Return the columns with the first setting of their values in which none of them touches anything."""
        layouts = (self.laid_out(inner, setting) for setting in choices)
        return next((layout for layout in layouts if not crowded(layout, self.style.em)), None)

    def laid_out(self, inner: Box, setting: Setting | None) -> Layout:
        """Return the columns in a box, their values written in a setting or not at all."""
        rank = len(self.spec.series) - 1
        em = self.style.em
        centres = self.axis.places(inner.left, inner.right, most=max(BROAD * inner.width, self.axis.needed))
        wide = min(WIDEST[rank] * em * (rank + 1), GROUP[rank] * self.axis.slot(centres, inner.width)) / (rank + 1)
        up = self._scale(inner, setting)
        return Layout(inner, centres, tuple(self._columns(centres, wide)), tuple(self._gaps(centres, wide, up)), up, setting)

    def _columns(self, centres: tuple[float, ...], wide: float) -> Iterator[Column]:
        for row, series in enumerate(self.spec.series):
            for index, point in enumerate(series.points):
                if point.value is not None:
                    left = centres[index] + (row - len(self.spec.series) / 2) * wide
                    yield Column(row, index, point, float(point.value), left + GAP / 2 * wide, left + (1 - GAP / 2) * wide)

    def _scale(self, inner: Box, setting: Setting | None) -> Scale:
        points = [point for series in self.spec.series for point in series.points if point.value is not None]
        pad = 2.2 * PAD * self.style.em
        reaches = [Reach(float(point.value or 0), setting.extent(point.label)[1] + pad if setting else pad) for point in points]
        if self.mark:
            reaches.append(Reach(self.mark.value, self.mark.label.height / 2))
        if any(point.value is None for series in self.spec.series for point in series.points):
            reaches.append(Reach(0, 1.6 * self.style.type.small))
        words = LINE * self.style.type.small + PAD * self.style.em if breaks(self.spec) else 0.0
        return fitted(reaches, inner.bottom, inner.top - words)

    def _paint(self, sheet: Sheet, layout: Layout) -> None:
        inner, up, style = layout.inner, layout.up, self.style
        paint_breaks(sheet, style, self.spec, layout.centres, inner)
        for column in layout.columns:
            self._paint_column(sheet, column, layout)
        if self.mark:
            self.mark.paint(sheet, style, up, inner.left, inner.right)
        for words, box in layout.gaps:
            sheet.write("gap", words, (box.left, box.bottom), style.type.small, style.theme.muted)
        self.axis.paint(sheet, style, layout.centres, inner, up.zero)

    def _gaps(self, centres: tuple[float, ...], wide: float, up: Scale) -> Iterator[tuple[str, Box]]:
        """Say where values are missing: in a whole category, or as shortly as the place of a column asks for."""
        size, bottom, none = self.style.type.small, up.zero + 0.45 * self.style.em, tuple(empty(self.spec))
        places = [(centres[index], float("inf")) for index in none]
        for row, series in enumerate(self.spec.series if not self.axis.table else ()):
            missing = (index for index, point in enumerate(series.points) if point.value is None and index not in none)
            places += [(centres[index] + (row + 0.5 - len(self.spec.series) / 2) * wide, wide) for index in missing]
        for middle, room in places:
            words = next((words for words in (self.style.words.gap, "—") if width(words, size) <= room), "")
            half = width(words, size) / 2
            yield words, Box(middle - half, bottom, middle + half, bottom + INK * size)

    def _paint_column(self, sheet: Sheet, column: Column, layout: Layout) -> None:
        spec, style, setting = self.spec, self.style, layout.setting
        label = label_of(spec, column.series, column.category)
        tone = tone_of(spec, style, column.series, column.value)
        box = Box(column.left, 0, column.right, column.value)
        second = column.value < 0 and len(spec.series) > 1
        paint_bar(sheet, style, f"bar: {label}", box, Frame(up=layout.up), tone, column.point.state, second)
        if setting:
            ink = ink_of(spec, style, column.series, column.value)
            self._paint_value(sheet, column, column.label_box(layout.up, setting, PAD * style.em), setting, layout.up, ink)

    def _paint_value(self, sheet: Sheet, column: Column, place: Box, setting: Setting, up: Scale, ink: str) -> None:
        label = f"value: {label_of(self.spec, column.series, column.category)}"
        ground = place.grown(0.15 * self.style.em)
        if self.mark and ground.bottom < up.at(self.mark.value) < ground.top:
            # The reference line is open where a value is written, and lies under the columns.
            sheet.rectangle("ground", ground, self.style.theme.paper, Pen(self.style.theme.paper, 0), order=2.7)
        at = (place.right if setting.upright else place.left, place.bottom)
        sheet.write(label, column.point.label, at, setting.size, ink, upright=setting.upright)

    def _paint_with_ticks(self, sheet: Sheet, inner: Box) -> None:
        marks: Ticks = ticks(self._scale(inner, None), inner, self.style)
        layout = self.laid_out(Box(inner.left + marks.width, inner.bottom, inner.right, inner.top), None)
        marks.paint(sheet, self.style, layout.inner)
        self._paint(sheet, layout)


def crowded(layout: Layout, em: float) -> bool:
    """Return whether a label touches another one, a column, the words of a gap, or leaves the room of the plot."""
    if layout.setting is None:
        return False
    setting, inner = layout.setting, layout.inner
    labels = [column.label_box(layout.up, setting, PAD * em).grown(0.06 * em) for column in layout.columns]
    standing = [*(column.box(layout.up) for column in layout.columns), *(box for words, box in layout.gaps if words)]
    beside = any(label.left < inner.left or label.right > inner.right for label in labels)
    touching = any(label.overlaps(other) for label in labels for other in standing)
    return beside or touching or any(one.overlaps(other) for one, other in combinations(labels, 2))


def empty(spec: ChartSpec) -> Iterator[int]:
    """Yield the indices of categories without any value."""
    for index in range(len(spec.categories)):
        if all(series.points[index].value is None for series in spec.series):
            yield index


def settings(style: Style) -> tuple[Setting, ...]:
    """Return the ways of writing values, the best first: level in two sizes, then upright."""
    small = max(style.type.least, TIGHT * style.em)
    return Setting(style.em), Setting(small), Setting(style.em, upright=True), Setting(small, upright=True)


def columns(spec: ChartSpec, style: Style, room: Room) -> Columns | None:
    """Return a chart as columns; ``None`` where the names of its categories do not fit under them.

    Values of several series that cannot be written level stand in a table under the columns, if they fit there.
    """
    mark = mark_note(spec, style, room.width)
    wide = room.width - (mark.width if mark else 0.0)
    names = axis(spec, style, wide)
    if not names:
        return None
    plot = Columns(spec, style, names, mark)
    if len(spec.series) == 1 or plot.clear(plot.inner(Box(0, 0, room.width, room.height)), settings(style)[:2]):
        return plot
    tabled = axis(spec, style, wide, "bar")
    return replace(plot, axis=tabled, natural=max(room.height, tabled.height + TABLED * style.em)) if tabled else plot
