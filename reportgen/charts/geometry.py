"""Boxes, scales and what touches what; every distance in points from the lower left corner of the picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Spot = tuple[float, float]
"""A place: x and y."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def grown(self, by: float) -> Box:
        """Return the box with ``by`` points more on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def overlaps(self, other: Box) -> bool:
        """Return whether the two share more than an edge.

        >>> Box(0, 0, 2, 2).overlaps(Box(2, 0, 3, 2)), Box(0, 0, 2, 2).overlaps(Box(1, 1, 3, 3))
        (False, True)
        """
        return self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top

    def holds(self, other: Box) -> bool:
        """Return whether the other box lies within this one."""
        return self.left <= other.left and other.right <= self.right and self.bottom <= other.bottom and other.top <= self.top

    def crossed(self, start: Spot, end: Spot) -> bool:
        """Return whether the straight line between two places runs through the box (Liang and Barsky's test).

        >>> Box(1, 1, 2, 2).crossed((0, 0), (3, 3)), Box(1, 1, 2, 2).crossed((0, 2), (1, 3))
        (True, False)
        """
        enter, leave = 0.0, 1.0
        for low, high, first, last in ((self.left, self.right, start[0], end[0]), (self.bottom, self.top, start[1], end[1])):
            if first == last:
                if not low < first < high:
                    return False
                continue
            near, far = sorted(((low - first) / (last - first), (high - first) / (last - first)))
            enter, leave = max(enter, near), min(leave, far)
        return enter < leave


@dataclass(frozen=True, slots=True)
class Scale:
    """How values become points along one direction."""

    zero: float = 0.0
    """Where the value 0 lies."""
    unit: float = 1.0
    """Points to one unit of value."""

    def at(self, value: float) -> float:
        """Return the place of a value in points."""
        return self.zero + value * self.unit


@dataclass(frozen=True, slots=True)
class Reach:
    """A value and the room that stands beyond it, away from zero: the label at the end of a bar."""

    value: float
    room: float = 0.0
    """In points."""


def fitted(reaches: Iterable[Reach], start: float, end: float) -> Scale:
    """Return the largest scale on which zero and every value with its room lie between ``start`` and ``end``.

    >>> fitted([Reach(10, 20), Reach(-5, 10)], 0, 180)
    Scale(zero=60.0, unit=10.0)
    """
    known = tuple(reaches)
    above = (Reach(0), *(reach for reach in known if reach.value >= 0))
    below = (Reach(0), *(reach for reach in known if reach.value < 0))
    free = ((high, low, end - start - high.room - low.room) for high in above for low in below)
    unit = min((room / (high.value - low.value) for high, low, room in free if high.value > low.value), default=1.0)
    return Scale(start + max(reach.room - reach.value * unit for reach in below), unit)
