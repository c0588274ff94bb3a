"""Lines over periods: rates of growth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reportgen.charts.axis import NAME_LINES, TIGHT, Axis, axis, breaks, mark_note, paint_breaks
from reportgen.charts.columns import INK, TABLED, empty
from reportgen.charts.geometry import Box, Reach, Scale, Spot, fitted
from reportgen.charts.lettering import LINE, Block, balanced, width
from reportgen.charts.placing import Anchor, Chosen, Segment, placed
from reportgen.charts.plot import Room, ValuesUnwritten, ink_of, label_of, legend
from reportgen.charts.sheet import Frame, Pen, Sheet
from reportgen.charts.style import MARK_SIZE, SHAPES, Style, paint_mark
from reportgen.charts.surround import Key
from reportgen.charts.ticks import ticks
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point, Series
from reportgen.notices import Notice

EDGE = 2.4
"""Ems between the outermost marks and the edges of the plot."""
END = 1.0
"""Ems between the last mark and the name of its line, at least."""
SHIFT = 1.0
"""Ems that a name may stand above or below the end of its line; beyond that a legend serves better."""
NAMES = 0.2
"""Share of the width that names at the ends of lines take at most."""
LONG = 3
"""Values in a row that make a line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring values that a line may join: no gap, no break of definition, no years left out between them."""

    series: int
    indices: tuple[int, ...]


def stretches(spec: ChartSpec, skips: tuple[int, ...]) -> tuple[Stretch, ...]:
    """Return what lines may join, series by series; single values too."""
    return tuple(Stretch(row, part) for row in range(len(spec.series)) for part in _parts(spec, row, skips))


def _parts(spec: ChartSpec, row: int, skips: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    series, part = spec.series[row], list[int]()
    for index, point in enumerate(series.points):
        if part and (point.value is None or index in series.breaks or index in skips):
            yield tuple(part)
            part = []
        if point.value is not None:
            part.append(index)
    if part:
        yield tuple(part)


def make_lines(spec: ChartSpec, skips: tuple[int, ...]) -> bool:
    """Return whether the values of a chart are enough for lines: each series has three or more in a row somewhere."""
    known = stretches(spec, skips)
    longest = (max(len(part.indices) for part in known if part.series == row) for row in range(len(spec.series)))
    return all(length >= LONG for length in longest)


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands at the right end of a line: the name of its series, or that of the reference value."""

    name: Block
    value: float
    """Where the line ends."""
    color: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A plot of lines that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    axis: Axis
    endings: tuple[Ending, ...]
    named: bool
    """Whether the series are named at their ends; else by a legend, or not at all where there is one only."""
    natural: float | None = None
    form: Form = "mark"
    remarks: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        return () if self.named or self.axis.table else legend(self.spec, self.style, SHAPES)

    @property
    def least(self) -> float:
        return self.axis.height + 9 * self.style.em

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw the lines; values that cannot be written clear of the others are left to a scale."""
        if self.axis.table:
            self.drawing(box, self.style.em).paint(sheet, ())
            return ()
        drawings = [self.drawing(box, size) for size in sizes(self.style)]
        clean = next((drawing for drawing in drawings if drawing.clean), None)
        best = clean or next((drawing for drawing in drawings if all(place.clear for place in drawing.chosen())), None)
        if best:
            best.paint(sheet, best.chosen())
            return ()
        scale = ticks(drawings[-1].up, drawings[-1].inner, self.style)
        scaled = self.drawing(box, drawings[-1].size, scale.width)
        scale.paint(sheet, self.style, scaled.inner)
        scaled.paint(sheet, scaled.chosen())
        return (ValuesUnwritten(self.spec.title),)

    @property
    def end(self) -> float:
        """Distance of the endings from the last marks in points: the values there stand clear of them."""
        return ending_distance(self.spec, self.style)

    def drawing(self, box: Box, size: float, left: float = 0.0) -> Drawing:
        """Return the plot in its box, ``left`` points of it kept for a scale, its values written in a size."""
        em = self.style.em
        beside = max((ending.name.width for ending in self.endings), default=-self.end) + self.end
        edge = self.axis.edge(box.width - self.axis.left - left, EDGE * em)
        right = box.right - max(beside - edge, 0.0)
        inner = Box(box.left + self.axis.left + left, box.bottom + self.axis.height, right, box.top)
        return Drawing(self, box, inner, self.axis.places(inner.left, inner.right, edge), self._scale(inner, size), size)

    def _scale(self, inner: Box, size: float) -> Scale:
        """The scale of the values; zero always belongs to it."""
        room = (0 if self.axis.table else INK * size) + (MARK_SIZE / 2 + 0.5) * self.style.em
        values = [float(point.value) for series in self.spec.series for point in series.points if point.value is not None]
        reaches = [Reach(value, room) for value in values]
        reaches += [Reach(ending.value, ending.name.height / 2) for ending in self.endings]
        if tuple(empty(self.spec)):
            reaches.append(Reach(0, 1.6 * self.style.type.small))
        words = LINE * self.style.type.small + 0.3 * self.style.em if breaks(self.spec) else 0.0
        return fitted(reaches, inner.bottom, inner.top - words)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plot of lines in its box."""

    plot: Lines
    box: Box
    inner: Box
    """Without the names below, the scale on the left, the endings on the right."""
    places: tuple[float, ...]
    up: Scale
    size: float
    """Of the values, in points."""

    @property
    def beside(self) -> float:
        """Where the endings begin."""
        return self.places[-1] + self.plot.end

    def ends(self) -> tuple[Box, ...]:
        """Return where the endings stand: as near to their lines as the others let them."""
        names = [ending.name for ending in self.plot.endings]
        middles = spread([self.up.at(ending.value) for ending in self.plot.endings], [name.height for name in names])
        pairs = zip(names, middles, strict=True)
        return tuple(Box(self.beside, y - name.height / 2, self.beside + name.width, y + name.height / 2) for name, y in pairs)

    def values(self) -> tuple[tuple[int, int, Point, Spot], ...]:
        """Return every value with its series, its category and its place in points."""
        return tuple(
            (row, index, point, (self.places[index], self.up.at(float(point.value))))
            for row, series in enumerate(self.plot.spec.series)
            for index, point in enumerate(series.points)
            if point.value is not None
        )

    def chosen(self) -> tuple[Chosen, ...]:
        """Return where the values are written."""
        style = self.plot.style
        clear = (MARK_SIZE / 2 + 0.2) * style.em
        spots = {(row, index): at for row, index, _, at in self.values()}
        anchors = [
            Anchor(at, width(point.label, self.size), INK * self.size, clear, row, *leaning(spots, row, index, 2 * self.size))
            for row, index, point, at in self.values()
        ]
        room = Box(self.inner.left, self.inner.bottom, self.box.right, self.inner.top)
        return placed(anchors, tuple(self._segments(spots)), (*self.ends(), *self._gaps()), room)

    def _segments(self, spots: dict[tuple[int, int], Spot]) -> Iterator[Segment]:
        """Yield every straight line in the plot: of the series, the baseline, the reference value, the breaks."""
        spec, inner = self.plot.spec, self.inner
        for part in stretches(spec, self.plot.axis.skips):
            for before, after in pairwise(part.indices):
                yield Segment(spots[part.series, before], spots[part.series, after], part.series)
        for value in (0.0, *(float(mark) for mark in (spec.mark,) if mark is not None)):
            yield Segment((inner.left, self.up.at(value)), (inner.right, self.up.at(value)))
        for index in breaks(spec):
            middle = (self.places[index - 1] + self.places[index]) / 2
            yield Segment((middle, inner.bottom), (middle, inner.top))

    @property
    def clean(self) -> bool:
        """Whether every value can be written off all lines, marks and other values."""
        return all(place.clean for place in self.chosen())

    def _gaps(self) -> tuple[Box, ...]:
        """Where the words of gaps stand: on the baseline."""
        style = self.plot.style
        half, size = width(style.words.gap, style.type.small) / 2, style.type.small
        bottom = self.up.zero + 0.4 * style.em
        return tuple(
            Box(self.places[index] - half, bottom, self.places[index] + half, bottom + size) for index in empty(self.plot.spec)
        )

    def paint(self, sheet: Sheet, chosen: tuple[Chosen, ...]) -> None:
        """Draw lines, marks, values and names."""
        plot, style = self.plot, self.plot.style
        paint_breaks(sheet, style, plot.spec, self.places, self.inner)
        for part in stretches(plot.spec, plot.axis.skips):
            self._paint_stretch(sheet, part)
        for row, index, point, at in self.values():
            paint_mark(
                sheet,
                style,
                f"mark: {label_of(plot.spec, row, index)}",
                (at[0], float(point.value or 0)),
                Frame(up=self.up),
                row,
                point.state,
            )
        for place, (row, index, point, _) in zip(chosen, self.values(), strict=bool(chosen)):
            self._paint_value(sheet, place, row, index, point)
        for gap in self._gaps():
            sheet.write("gap", style.words.gap, (gap.left, gap.bottom), style.type.small, style.theme.muted)
        self._paint_endings(sheet)
        plot.axis.paint(sheet, style, self.places, self.inner, self.up.zero)

    def _paint_stretch(self, sheet: Sheet, part: Stretch) -> None:
        series, style = self.plot.spec.series[part.series], self.plot.style
        pen = style.pen(style.theme.series[part.series].fill, 0.2)
        for aims, indices in runs(series, part.indices):
            spots = [(self.places[index], float(series.points[index].value or 0)) for index in indices]
            sheet.line(f"line: {series.name}", spots, pen.dashed(2.6, 1.6) if aims else pen, frame=Frame(up=self.up), order=4)

    def _paint_value(self, sheet: Sheet, place: Chosen, row: int, index: int, point: Point) -> None:
        if not place.clear:
            return
        plot, style = self.plot, self.plot.style
        if not place.clean:
            sheet.rectangle("ground", place.box.grown(0.1 * style.em), style.theme.paper, Pen(style.theme.paper, 0), order=5.5)
        ink = ink_of(plot.spec, style, row, float(point.value or 0))
        sheet.write(f"value: {label_of(plot.spec, row, index)}", point.label, (place.box.left, place.box.bottom), self.size, ink)

    def _paint_endings(self, sheet: Sheet) -> None:
        plot, style = self.plot, self.plot.style
        for ending, box in zip(plot.endings, self.ends(), strict=True):
            sheet.block("ending", ending.name, (box.left, box.top), ending.color)
        if plot.spec.mark is not None:
            y = self.up.at(float(plot.spec.mark))
            right = self.beside - 0.2 * style.em if plot.endings else self.inner.right
            sheet.line("mark", [(self.inner.left, y), (right, y)], style.pen(style.theme.axis, 0.11).dashed(4, 2.2), order=2.5)


def leaning(spots: dict[tuple[int, int], Spot], row: int, index: int, near: float) -> tuple[bool, bool]:
    """Return whether a value is better written under its mark, and whether the other side would be misread.

    Under: on the lowest of several lines, or in a valley of the only one. Misread: another mark is less than ``near`` away.
    """
    here = spots[row, index][1]
    others = [at[1] for (other, category), at in spots.items() if category == index and other != row]
    if others:
        return here < min(others), min(abs(here - other) for other in others) < near
    beside = [spots[row, place][1] for place in (index - 1, index + 1) if (row, place) in spots]
    return bool(beside) and here < min(beside), False


def runs(series: Series, indices: tuple[int, ...]) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """Yield the parts of a line that look the same: whether they lead to or from a target, and their points."""
    for aims, pairs in groupby(pairwise(indices), lambda pair: any(series.points[end].state == "target" for end in pair)):
        known = list(pairs)
        yield aims, (known[0][0], *(after for _, after in known))


def spread(middles: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Return middles as near to the given ones as things of these heights can stand without touching.

    >>> spread([10, 12, 40], [6, 6, 6])
    [8.0, 14.0, 40.0]
    """
    groups: list[list[int]] = []
    for item in sorted(range(len(middles)), key=lambda item: (middles[item], item)):
        groups.append([item])
        while len(groups) > 1 and _span(groups[-2], middles, heights)[1] > _span(groups[-1], middles, heights)[0]:
            groups[-2:] = [groups[-2] + groups[-1]]
    found = [0.0] * len(middles)
    for group in groups:
        bottom = _span(group, middles, heights)[0]
        for item in group:
            found[item] = bottom + heights[item] / 2
            bottom += heights[item]
    return found


def _span(group: list[int], middles: Sequence[float], heights: Sequence[float]) -> Spot:
    """Lower and upper end of things that stand on each other round the mean of their places."""
    middle, height = sum(middles[item] for item in group) / len(group), sum(heights[item] for item in group)
    return middle - height / 2, middle + height / 2


def sizes(style: Style) -> tuple[float, float]:
    """Return the sizes in which values are tried."""
    return style.em, max(style.type.least, TIGHT * style.em)


def lines(spec: ChartSpec, style: Style, room: Room) -> Lines | None:
    """Return a chart as lines; ``None`` where the names of its categories do not fit under them.

    Several lines are named at their ends, else by a legend; where not all of their values can be written at their marks, the
    values stand in a table below, if they fit there.
    """
    plots = [plot for plot in candidates(spec, style, room) if plot]
    box = Box(0, 0, room.width, room.height)
    clean = (plot for plot in plots if plot.axis.table or any(plot.drawing(box, size).clean for size in sizes(style)))
    return next(clean, plots[0] if plots else None)


def candidates(spec: ChartSpec, style: Style, room: Room) -> Iterator[Lines | None]:
    """Yield the ways to draw lines, the best first."""
    mark = mark_note(spec, style, room.width)
    noted = (Ending(mark.label, mark.value, style.theme.axis),) if mark and mark.label.lines else ()
    if len(spec.series) > 1:
        named = _lines(spec, style, room, (*series_endings(spec, style, room), *noted), named=True)
        yield named if named and near(named, room) else None
    yield _lines(spec, style, room, noted)
    if len(spec.series) > 1:
        yield _lines(spec, style, room, noted, tabled=True)


def _lines(
    spec: ChartSpec, style: Style, room: Room, endings: tuple[Ending, ...], named: bool = False, tabled: bool = False
) -> Lines | None:
    beside = max((ending.name.width + ending_distance(spec, style) for ending in endings), default=0.0)
    names = axis(spec, style, room.width - max(beside - EDGE * style.em, 0.0), "mark" if tabled else None)
    natural = max(room.height, names.height + TABLED * style.em) if names and tabled else None
    return Lines(spec, style, names, endings, named, natural) if names else None


def ending_distance(spec: ChartSpec, style: Style) -> float:
    """Return the distance of names at the ends of lines from the last marks, in points."""
    last = max(width(series.points[-1].label, style.em) for series in spec.series)
    return max(END * style.em, last / 2 + 0.35 * style.em)


def series_endings(spec: ChartSpec, style: Style, room: Room) -> tuple[Ending, ...]:
    """Return the names of several series for the ends of their lines; none where a line ends before the last category."""
    last = [series.points[-1].value for series in spec.series]
    if len(spec.series) < 2:
        return ()
    return tuple(
        Ending(balanced(series.name, NAMES * room.width, style.em), float(value), style.theme.series[row].ink)
        for row, (series, value) in enumerate(zip(spec.series, last, strict=True))
        if value is not None
    )


def near(plot: Lines, room: Room) -> bool:
    """Return whether every name stands at the end of its line, or nearly so."""
    drawing = plot.drawing(Box(0, 0, room.width, room.height), plot.style.em)
    complete = len(plot.endings) >= len(plot.spec.series) and all(len(ending.name.lines) <= NAME_LINES for ending in plot.endings)
    ends = zip(drawing.ends(), plot.endings, strict=True)
    return complete and all(
        abs((box.bottom + box.top) / 2 - drawing.up.at(ending.value)) <= SHIFT * plot.style.em
        and drawing.inner.holds(Box(drawing.inner.left, box.bottom, drawing.inner.right, box.top))
        for box, ending in ends
    )
