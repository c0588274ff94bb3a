"""A scale at the left edge with a light grid, for charts whose values are too many to be written at their marks."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from reportgen.charts.geometry import Box, Scale
from reportgen.charts.lettering import MIDDLE, width
from reportgen.charts.sheet import Sheet
from reportgen.charts.style import Style


@dataclass(frozen=True, slots=True)
class Ticks:
    """Round values of a scale."""

    values: tuple[float, ...]
    up: Scale
    size: float

    @property
    def width(self) -> float:
        """Room for the numbers in points."""
        return max(width(written(value), self.size) for value in self.values) + 0.6 * self.size

    def paint(self, sheet: Sheet, style: Style, inner: Box) -> None:
        """Draw a line across a box at each value and the number on its left."""
        for value in self.values:
            y = self.up.at(value)
            sheet.line("grid", [(inner.left, y), (inner.right, y)], style.pen(style.theme.grid, 0.06), order=0.5)
            at = (inner.left - 0.4 * self.size, y - MIDDLE * self.size)
            sheet.write("tick", written(value), at, self.size, style.theme.muted, align="right")


def ticks(up: Scale, inner: Box, style: Style) -> Ticks:
    """Return four to six round values of a scale between the edges of a box."""
    low, high = ((edge - up.zero) / up.unit for edge in (inner.bottom, inner.top - 0.5 * style.em))
    values = MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    return Ticks(tuple(float(value) for value in values if low - 1e-9 <= value <= high), up, style.type.small)


def written(value: float) -> str:
    """Return a round value as text, with a true minus sign.

    >>> written(-2.5), written(1000.0), written(0.0)
    ('−2.5', '1000', '0')
    """
    return f"{value:.10g}".replace("-", "−") if value else "0"
