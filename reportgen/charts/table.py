"""The values of several series as a small table under their categories, where they cannot be written at their marks."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.lettering import MIDDLE, Block, balanced, width
from reportgen.charts.sheet import Sheet
from reportgen.charts.style import SHAPES, Style, paint_key, sample
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec

NAMES = 0.22
"""Share of the width that the names of the series take at most."""
AIR = 0.5
"""Ems between two values side by side, and between two rows half of it."""


@dataclass(frozen=True, slots=True)
class Table:
    """One row a series, one column a category."""

    spec: ChartSpec
    names: tuple[Block, ...]
    form: Form
    size: float
    """Of the values, in points."""
    em: float

    @property
    def left(self) -> float:
        """Room for the names on the left in points."""
        return max(name.width for name in self.names) + (sample(self.form) + AIR) * self.em

    @property
    def widest(self) -> float:
        """Room that the widest value needs in points."""
        points = (point for series in self.spec.series for point in series.points)
        return max(width(point.label, self.size) for point in points) + AIR * self.em

    @property
    def height(self) -> float:
        """Height in points, with the air above it."""
        return sum(self._heights()) + AIR * self.em

    def _heights(self) -> tuple[float, ...]:
        return tuple(name.height + AIR / 2 * self.em for name in self.names)

    def paint(self, sheet: Sheet, style: Style, left: float, places: tuple[float, ...], right: float, top: float) -> None:
        """Draw the rows from the top, each under a thin line."""
        y = top - AIR / 2 * self.em
        for row, (name, height) in enumerate(zip(self.names, self._heights(), strict=True)):
            sheet.line("table", [(left, y), (right, y)], style.pen(style.theme.grid, 0.06))
            self._paint_row(sheet, style, row, left, places, y - height / 2)
            sheet.block("legend", name, (left + sample(self.form) * self.em, y - height / 2 + name.height / 2), style.theme.ink)
            y -= height

    def _paint_row(self, sheet: Sheet, style: Style, row: int, left: float, places: tuple[float, ...], middle: float) -> None:
        series, tone = self.spec.series[row], style.theme.series[row]
        paint_key(sheet, style, (left, middle), tone, SHAPES[row] if self.form == "mark" else "")
        for category, point, place in zip(self.spec.categories, series.points, places, strict=True):
            at = (place, middle - MIDDLE * self.size)
            text, color = (point.label, tone.ink) if point.value is not None else ("—", style.theme.muted)
            sheet.write(f"value: {series.name}: {category}", text, at, self.size, color, align="center")


def table(spec: ChartSpec, style: Style, room: float, form: Form, size: float) -> Table:
    """Return the values of a chart as a table in a width, set in a size."""
    names = tuple(balanced(series.name, NAMES * room, style.em) for series in spec.series)
    return Table(spec, names, form, size, style.em)
