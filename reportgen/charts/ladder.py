"""Stages of a ladder: counts of one moment as a pyramid, its first stage at the bottom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reportgen.charts.geometry import Box, Scale
from reportgen.charts.lettering import MIDDLE, Block, balanced, width
from reportgen.charts.plot import Room, TooTightError, label_of, legend
from reportgen.charts.sheet import Frame, Sheet
from reportgen.charts.style import Style, paint_bar
from reportgen.charts.surround import Key
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec, Point
from reportgen.notices import Notice

NAMES = 0.36
"""Share of the width that the names of the stages take at most."""
PAD = 0.5
"""Ems between names, bars and values."""
BAR = 0.66
"""Share of a step that its bar fills."""
STEPS = (2.1, 3.1, 5.0)
"""Height of a step in ems: at least, on a page, and at most."""
BARS = 8
"""Ems that the widest bar must have at least."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """A pyramid that has decided everything but its height."""

    spec: ChartSpec
    style: Style
    names: tuple[Block, ...]
    edge: float
    """Where the names end, in points."""
    across: Scale
    """From the middle of the pyramid, half a value to each side."""
    form: Form = "bar"
    remarks: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        return legend(self.spec, self.style)

    @property
    def least(self) -> float:
        return len(self.names) * self._step(STEPS[0])

    @property
    def natural(self) -> float:
        return len(self.names) * self._step(STEPS[1])

    def _step(self, ems: float) -> float:
        return max(ems * self.style.em, max(name.height for name in self.names) + 0.5 * self.style.em)

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw the stages upwards, each joined to the next by a pale slope."""
        step = min(box.height / len(self.names), self._step(STEPS[2]))
        bottom = (box.bottom + box.top - step * len(self.names)) / 2
        middles = [bottom + (index + 0.5) * step for index in range(len(self.names))]
        self._paint_slopes(sheet, middles, BAR / 2 * step)
        for index, (middle, point) in enumerate(zip(middles, self.spec.series[0].points, strict=True)):
            self._paint_stage(sheet, index, middle, BAR / 2 * step, point)
        return ()

    def _paint_slopes(self, sheet: Sheet, middles: list[float], half: float) -> None:
        values = [point.value for point in self.spec.series[0].points]
        for (low, wide), (high, narrow) in pairwise(zip(middles, values, strict=True)):
            if wide is not None and narrow is not None:
                lower, upper = float(wide) / 2, float(narrow) / 2
                at = self.across.at
                corners = [(at(-lower), low + half), (at(lower), low + half), (at(upper), high - half), (at(-upper), high - half)]
                sheet.polygon("slope", corners, self.style.theme.track)

    def _paint_stage(self, sheet: Sheet, index: int, middle: float, half: float, point: Point) -> None:
        style, theme, name = self.style, self.style.theme, self.names[index]
        sheet.block("category", name, (self.edge - PAD * style.em, middle + name.height / 2), theme.ink, "right")
        if point.value is None:
            at = (self.across.zero, middle - MIDDLE * style.type.small)
            sheet.write("gap", style.words.gap, at, style.type.small, theme.muted, align="center")
            return
        value, label = float(point.value), label_of(self.spec, 0, index)
        bar = Box(-value / 2, middle - half, value / 2, middle + half)
        paint_bar(sheet, style, f"bar: {label}", bar, Frame(across=self.across), theme.series[0], point.state)
        at = (self.across.at(value / 2) + PAD * style.em, middle - MIDDLE * style.em)
        sheet.write(f"value: {label}", point.label, at, style.em, theme.ink, weight="bold")


def ladder(spec: ChartSpec, style: Style, room: Room) -> Ladder:
    """Return the stages of a ladder."""
    em = style.em
    names = tuple(balanced(name, NAMES * room.width, em) for name in spec.categories)
    edge = max(name.width for name in names) + PAD * em
    points = [point for point in spec.series[0].points if point.value is not None]
    beside = max(width(point.label, em, "bold") for point in points) + PAD * em
    wide = room.width - edge - beside
    if wide < BARS * em or any(len(name.lines) > 3 for name in names):
        raise TooTightError(spec, "the names of its stages leave no room for bars", "shorten the names")
    largest = max(float(point.value or 0) for point in points)
    return Ladder(spec, style, names, edge, Scale(edge + wide / 2, wide / largest if largest else 1.0))
