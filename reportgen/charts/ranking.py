"""Places in a ranking: a dot for every place up to the one reached, and those behind it where their number is known."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.bands import Band, Bands, bands
from reportgen.charts.geometry import Box, Scale, Spot
from reportgen.charts.lettering import LINE, MIDDLE, width
from reportgen.charts.plot import Room, TooTightError, label_of, legend
from reportgen.charts.sheet import Frame, Sheet
from reportgen.charts.style import MARK_SIZE, Style, paint_mark
from reportgen.charts.surround import Key
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

NAMES = 0.46
"""Share of the width that the names take at most."""
PITCH = (0.85, 2.4)
"""Ems between two places: at least, and at most."""
DOT = 0.5
"""Width of the dot of a place that is not the one reached, in ems."""
PAD = 0.5
"""Ems between the last dot and what is written beside it."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """A plot of places that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    bands: Bands
    pitch: float
    """Points between two places."""
    form: Form = "mark"
    remarks: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        return (*legend(self.spec, self.style), *(Key(words) for words in (self.spec.mark_label,) if words))

    @property
    def least(self) -> float:
        return self.bands.least + self.strip

    @property
    def natural(self) -> float:
        return self.bands.natural + self.strip

    @property
    def strip(self) -> float:
        """Height of the line above the dots that names the first place."""
        return LINE * self.style.em

    def place(self, rank: float) -> float:
        """Where a place stands, in points."""
        return self.bands.edge + first_half(self.style) + (rank - 1) * self.pitch

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw names, dots and the place reached in words."""
        style = self.style
        placed = self.bands.placed(Box(box.left, box.bottom, box.right, box.top - self.strip))
        self.bands.paint(sheet, style, placed)
        at = (self.place(1), placed[0].top + 0.3 * style.em)
        sheet.write("first", style.words.first, at, style.type.small, style.theme.muted, align="center")
        for index, (band, point) in enumerate(zip(placed, self.spec.series[0].points, strict=True)):
            self._paint_row(sheet, index, band, point)
        return ()

    def _paint_row(self, sheet: Sheet, index: int, band: Band, point: Point) -> None:
        style, label = self.style, label_of(self.spec, 0, index)
        if point.value is None:
            at = (self.place(1) - DOT / 2 * style.em, band.middle - MIDDLE * style.type.small)
            sheet.write("gap", style.words.gap, at, style.type.small, style.theme.muted)
            return
        rank, count = int(point.value), places(self.spec, point)
        for place in range(1, count + 1):
            if place != rank:
                self._paint_dot(sheet, (self.place(place), band.middle), place < rank and point.state == "approximate")
        paint_mark(sheet, style, f"mark: {label}", (rank, band.middle), self._frame, 0, point.state)
        at = (self.place(count) + (MARK_SIZE / 2 + PAD) * style.em, band.middle - MIDDLE * style.em)
        sheet.write(f"value: {label}", point.label, at, style.em, style.theme.ink)

    @property
    def _frame(self) -> Frame:
        return Frame(across=Scale(self.place(0), self.pitch))

    def _paint_dot(self, sheet: Sheet, at: Spot, meant: bool) -> None:
        """Draw the dot of another place; ``meant`` where the place reached may be this one."""
        theme, style = self.style.theme, self.style
        pen = style.pen(theme.series[0].fill if meant else theme.muted, 0.07)
        sheet.mark("place", at, "o", DOT * style.em, theme.series[0].tint if meant else theme.paper, pen)


def first_half(style: Style) -> float:
    """Return the room that half of the words over the first place take, in points."""
    return width(style.words.first, style.type.small) / 2


def places(spec: ChartSpec, point: Point) -> int:
    """Return how many dots a place is drawn with: all there are, or, where that is not known, those up to it."""
    return int(point.value or 0) if spec.mark is None else int(spec.mark)


def ranking(spec: ChartSpec, style: Style, room: Room) -> Ranking:
    """Return the places of a chart, under each other in the order given."""
    em = style.em
    names = bands(spec, style, room, 1.5 * em, NAMES)
    points = [point for point in spec.series[0].points if point.value is not None]
    start = names.edge + first_half(style)
    beside = (MARK_SIZE / 2 + PAD) * em
    widths = [(places(spec, point) - 1, room.width - start - beside - width(point.label, em)) for point in points]
    pitch = min((free / steps for steps, free in widths if steps), default=PITCH[1] * em)
    if pitch < PITCH[0] * em or min(free for _, free in widths) < 0:
        raise TooTightError(spec, "its places are too many for a row of dots", "show them in a table")
    return Ranking(spec, style, names, min(pitch, PITCH[1] * em))
