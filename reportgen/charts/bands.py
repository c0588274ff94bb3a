"""Names under each other at the left, and the band of the plot that belongs to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reportgen.charts.geometry import Box
from reportgen.charts.lettering import Block, balanced
from reportgen.charts.plot import Room, TooTightError
from reportgen.charts.sheet import Sheet
from reportgen.charts.style import Style
from reportgen.document.model import ChartSpec

NAMES = 0.36
"""Share of the width that the names take at most."""
NAME_LINES = 3
PAD = 0.5
"""Ems between the names and what stands beside them."""
AIR = (0.35, 0.9, 2.6)
"""Ems between what stands in two bands: at least, on a page, and at most."""


@dataclass(frozen=True, slots=True)
class Band:
    """The place of one category, in points."""

    bottom: float
    top: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Bands:
    """The categories of a plot under each other."""

    names: tuple[Block, ...]
    heights: tuple[float, ...]
    """What stands beside each name needs so much height, in points."""
    em: float

    @property
    def edge(self) -> float:
        """Where the room beside the names begins, in points."""
        return max(name.width for name in self.names) + PAD * self.em

    @property
    def least(self) -> float:
        return sum(self._needs(AIR[0]))

    @property
    def natural(self) -> float:
        """The height on a page, where bands of one kind are of one height."""
        return max(self._needs(AIR[1])) * len(self.names)

    def _needs(self, air: float) -> tuple[float, ...]:
        heights = zip(self.names, self.heights, strict=True)
        return tuple(max(name.height, height) + air * self.em for name, height in heights)

    def placed(self, box: Box) -> tuple[Band, ...]:
        """Return the bands from the top of a box; what the widest spacing leaves over is shared by both sides."""
        needs, count = self._needs(AIR[0]), len(self.names)
        even = min(box.height / count, max(self._needs(AIR[2])))
        heights = (even,) * count if even >= max(needs) else tuple(need + (box.height - sum(needs)) / count for need in needs)
        highest = box.top - max(0.0, box.height - sum(heights)) / 2
        tops = accumulate(heights, lambda top, height: top - height, initial=highest)
        return tuple(Band(bottom, top) for top, bottom in pairwise(tops))

    def paint(self, sheet: Sheet, style: Style, bands: tuple[Band, ...], lower: Sequence[float] = ()) -> None:
        """Draw the names, flush with the room beside them; each ``lower`` than the middle of its band as far as there is room."""
        right = self.edge - PAD * self.em
        for name, band, wish in zip(self.names, bands, lower or (0.0,) * len(bands), strict=True):
            middle = band.middle - min(wish, (band.top - band.bottom - name.height) / 2)
            sheet.block("category", name, (right, middle + name.height / 2), style.theme.ink, "right")


def bands(spec: ChartSpec, style: Style, room: Room, height: float, share: float = NAMES) -> Bands:
    """Return the categories of a chart under each other, their names in a share of the width, ``height`` points beside each.

    Raises :class:`TooTightError` for names of more than three lines.
    """
    names = tuple(balanced(name, share * room.width, style.em) for name in spec.categories)
    if any(len(name.lines) > NAME_LINES for name in names):
        raise TooTightError(spec, "the names of its categories take more than three lines", "shorten them")
    return Bands(names, (height,) * len(names), style.em)
