"""Lengths and boxes on a slide: EMU (914400 to the inch, 12700 to the point) for places, points for type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Emu: TypeAlias = int
Points: TypeAlias = float

EMU_PER_POINT = 12700
EMU_PER_CM = 360000


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in EMU from its top left corner.

    >>> Box(0, 0, 127000, 254000).height_pt
    20.0
    """

    left: Emu
    top: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        return self.left + self.width

    @property
    def bottom(self) -> Emu:
        return self.top + self.height

    @property
    def width_pt(self) -> Points:
        return self.width / EMU_PER_POINT

    @property
    def height_pt(self) -> Points:
        return self.height / EMU_PER_POINT

    def within(self, other: Box) -> bool:
        """Return whether no side of this box lies outside ``other``."""
        return other.left <= self.left and other.top <= self.top and self.right <= other.right and self.bottom <= other.bottom

    def beside(self, other: Box) -> bool:
        """Return whether the two share no column of the slide."""
        return self.right <= other.left or other.right <= self.left

    def down_to(self, bottom: Emu) -> Box:
        return Box(self.left, self.top, self.width, bottom - self.top)

    def from_bottom(self, height: Emu, bottom: Emu) -> Box:
        return Box(self.left, bottom - height, self.width, height)


def emu(points: Points) -> Emu:
    """Return points as EMU.

    >>> emu(0.5)
    6350
    """
    return round(points * EMU_PER_POINT)


def around(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all ``boxes``, of which there is at least one."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
