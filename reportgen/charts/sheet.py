"""The paper that plots draw on: a matplotlib figure measured in points from its lower left corner.

Plots decide in points and hand over finished places. Bars and lines keep the units of their values, under a :class:`Frame`, so
that what was drawn can be read back; every artist has a label that says what it is: ``title``, ``bar: 工业增加值: 2025``.
There are no axes: nothing of what they draw is wanted, and they cost half of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from reportgen.charts.fonts import Weight
from reportgen.charts.geometry import Box, Scale, Spot
from reportgen.charts.lettering import LINE, MIDDLE, Block, letter, properties, width

DPI = 220
"""Of the PNG; print asks for 200 or more."""
Align = Literal["left", "center", "right"]
SHARES: dict[Align, float] = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Pen:
    """How an outline or line looks."""

    color: str
    thick: float
    """In points."""
    dashes: tuple[float, float] | None = None
    """Lengths of dash and gap, in thicknesses of the line."""

    def dashed(self, dash: float, gap: float) -> Pen:
        """Return the same pen, drawing dashes."""
        return Pen(self.color, self.thick, (dash, gap))

    @property
    def style(self) -> tuple[float, tuple[float, float]] | Literal["solid"]:
        """What matplotlib calls a line style."""
        return (0, self.dashes) if self.dashes else "solid"


POINTS = Scale()
"""The scale of places that are in points already."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The directions in which places are given in values instead of points."""

    across: Scale = POINTS
    up: Scale = POINTS

    def box(self, box: Box) -> Box:
        """Return a box in points, its edges in order also where values are negative."""
        left, right = sorted((self.across.at(box.left), self.across.at(box.right)))
        bottom, top = sorted((self.up.at(box.bottom), self.up.at(box.top)))
        return Box(left, bottom, right, top)

    def transform(self) -> Affine2D:
        return Affine2D.from_values(self.across.unit, 0, 0, self.up.unit, self.across.zero, self.up.zero)


PLAIN = Frame()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A white figure and the ways to draw on it."""

    figure: Figure
    width: float
    height: float

    @classmethod
    def blank(cls, width: float, height: float) -> Sheet:
        """Return an empty sheet of a width and height in points."""
        return cls(
            Figure(figsize=(width / 72, height / 72), dpi=DPI, facecolor="white", edgecolor="none", linewidth=0), width, height
        )

    def write(
        self,
        label: str,
        text: str,
        at: Spot,
        size: float,
        color: str,
        *,
        align: Align = "left",
        weight: Weight = "regular",
        upright: bool = False,
    ) -> None:
        """Set one line with its baseline at a place; ``upright`` turns it to be read from below, its baseline on the right."""
        if not text:
            return
        lettering = letter(text, weight)
        # The left end is computed here and not left to the canvas, so that PNG and SVG agree on it.
        shift = SHARES[align] * width(text, size, weight)
        x, y = (at[0], at[1] - shift) if upright else (at[0] - shift, at[1])
        artist = Text(
            x, y, lettering.text, color=color, fontproperties=properties(lettering, size), rotation=90 if upright else 0
        )
        artist.set(rotation_mode="anchor", ha="left", va="baseline", usetex=False, parse_math=False)
        self._add(label, artist, 6)

    def block(self, label: str, block: Block, at: Spot, color: str, align: Align = "left") -> None:
        """Set lines under each other, the upper edge of the first at a place."""
        for number, line in enumerate(block.lines):
            baseline = at[1] - (number + 0.5) * block.size * LINE - MIDDLE * block.size
            self.write(label, line, (at[0], baseline), block.size, color, align=align, weight=block.weight)

    def line(self, label: str, places: Sequence[Spot], pen: Pen, *, frame: Frame = PLAIN, order: float = 2) -> None:
        """Draw a line through places."""
        xs, ys = zip(*places, strict=True)
        line = Line2D(xs, ys, color=pen.color, linewidth=pen.thick, linestyle=pen.style)
        line.set(dash_capstyle="butt", solid_capstyle="butt", solid_joinstyle="round", antialiased=True)
        self._add(label, line, order, frame)

    def mark(self, label: str, at: Spot, shape: str, size: float, fill: str, pen: Pen, *, frame: Frame = PLAIN) -> None:
        """Draw a mark of a line chart, ``size`` points wide."""
        mark = Line2D([at[0]], [at[1]], linestyle="none", marker=shape, markersize=size, markerfacecolor=fill)
        mark.set(markeredgecolor=pen.color, markeredgewidth=pen.thick)
        self._add(label, mark, 5, frame)

    def rectangle(self, label: str, box: Box, fill: str, pen: Pen, *, frame: Frame = PLAIN, order: float = 3) -> None:
        """Draw a rectangle; one that starts at zero may have a negative width or height."""
        artist = Rectangle((box.left, box.bottom), box.width, box.height, facecolor=fill, edgecolor=pen.color)
        artist.set(linewidth=pen.thick, linestyle=pen.style, joinstyle="miter", antialiased=True)
        self._add(label, artist, order, frame)

    def polygon(self, label: str, corners: Sequence[Spot], fill: str, order: float = 1) -> None:
        """Fill a polygon."""
        self._add(label, Polygon(list(corners), facecolor=fill, edgecolor="none", linewidth=0), order)

    def strokes(self, label: str, strokes: Sequence[tuple[Spot, Spot]], pen: Pen, order: float) -> None:
        """Draw many short lines at once, as hatching is made of."""
        self._add(label, LineCollection(list(strokes), colors=pen.color, linewidths=pen.thick, capstyle="butt"), order)

    def _add(self, label: str, artist: Artist, order: float, frame: Frame = PLAIN) -> None:
        inches: Transform = frame.transform().scale(1 / 72)
        artist.set(label=label, zorder=order, transform=inches + self.figure.dpi_scale_trans)
        self.figure.add_artist(artist)
