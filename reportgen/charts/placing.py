"""Where the values of a line chart are written: beside their marks, off the lines, and never on each other.

Each label takes the cheapest of a few spots round its mark, first from left to right, then again for as long as some label
finds a cheaper one now that the others stand. The order of everything is fixed, so the same chart is set the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.geometry import Box, Spot

ROUNDS = 4
TOUCHING = 100.0
"""Cost of covering another label or a mark, or of leaving the room: no label is left there."""
ON_OWN_LINE, ON_OTHER_LINE = 9.0, 14.0
"""Costs of a line through the label; where it cannot be helped the label gets a white ground."""
SPOTS: tuple[tuple[float, float, float], ...] = (
    (0, 1, 0.0), (0, -1, 1.2), (0.55, 1, 2.0), (-0.55, 1, 2.0), (0.55, -1, 2.6), (-0.55, -1, 2.6),
    (0, 1.7, 3.2), (0, -1.7, 3.8), (1, 0, 3.0), (-1, 0, 3.4), (0.55, 1.7, 4.5), (-0.55, 1.7, 4.5), (0, 2.5, 6.0), (0, -2.5, 6.5),
)  # fmt: skip
"""Across and up in half widths and heights of the label away from the mark, and what the distance costs."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mark whose value wants to be written."""

    at: Spot
    width: float
    height: float
    clear: float
    """Half the width of the mark with the air round it."""
    line: int
    """Index of its series."""
    below: bool = False
    """Whether the spot under the mark is the better one: in a valley, or on the lowest of several lines."""
    firm: bool = False
    """Whether the other side would be misread, because the mark of another line is near."""

    def spots(self) -> list[tuple[Box, float]]:
        """Return the boxes that its label may take, each with its cost."""
        turn = -1 if self.below else 1
        wrong = ON_OWN_LINE if self.firm else 0.0
        return [(self._box(across, up * turn), cost + (wrong if up < 0 else 0.0)) for across, up, cost in SPOTS]

    def _box(self, across: float, up: float) -> Box:
        x = self.at[0] + across * (self.width / 2 + self.clear)
        side = (up > 0) - (up < 0)
        y = self.at[1] + side * (self.clear + self.height / 2) + (up - side) * self.height
        return Box(x - self.width / 2, y - self.height / 2, x + self.width / 2, y + self.height / 2)


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight part of a line."""

    start: Spot
    end: Spot
    line: int = -1
    """Index of its series; -1 where it belongs to none."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Where a label stands."""

    box: Box
    cost: float

    @property
    def clear(self) -> bool:
        """Whether it covers no label and no mark and lies in the room."""
        return self.cost < TOUCHING

    @property
    def clean(self) -> bool:
        """Whether it covers no line either."""
        return self.cost < ON_OWN_LINE


def placed(anchors: Sequence[Anchor], segments: Sequence[Segment], taken: Sequence[Box], room: Box) -> tuple[Chosen, ...]:
    """Return a place for every label, in the order of the anchors; not every place need be clear."""
    ground = _Ground(tuple(segments), tuple(taken), tuple(_mark(anchor) for anchor in anchors), room)
    options = [[(box, cost + ground.cost(box, anchor.line)) for box, cost in anchor.spots()] for anchor in anchors]
    chosen: list[Chosen] = []
    for spots in options:
        chosen.append(_cheapest(spots, [other.box for other in chosen]))
    for _ in range(ROUNDS):
        before = tuple(chosen)
        for index, spots in enumerate(options):
            chosen[index] = _cheapest(spots, [other.box for place, other in enumerate(chosen) if place != index])
        if tuple(chosen) == before:
            break
    return tuple(chosen)


def _cheapest(spots: list[tuple[Box, float]], others: list[Box]) -> Chosen:
    costs = [cost + TOUCHING * sum(box.overlaps(other) for other in others) for box, cost in spots]
    best = min(range(len(spots)), key=costs.__getitem__)
    return Chosen(spots[best][0], costs[best])


def _mark(anchor: Anchor) -> Box:
    return Box(*anchor.at, *anchor.at).grown(0.8 * anchor.clear)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Everything that stands already."""

    segments: tuple[Segment, ...]
    taken: tuple[Box, ...]
    marks: tuple[Box, ...]
    room: Box

    def cost(self, box: Box, line: int) -> float:
        touching = sum(box.overlaps(other) for other in (*self.taken, *self.marks)) + (not self.room.holds(box))
        crossing = (segment.line for segment in self.segments if box.crossed(segment.start, segment.end))
        return TOUCHING * touching + sum(ON_OWN_LINE if other == line else ON_OTHER_LINE for other in crossing)
