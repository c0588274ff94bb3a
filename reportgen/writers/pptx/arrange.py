"""Which placeholder of a layout takes what, and where its box ends when neighbours stay empty.

Notes and a strip of points at the foot of a slide take the height that their text needs, up to their box in the layout; what
stands above them is stretched or shortened accordingly, and the gaps of the layout are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.writers.pptx.geometry import Box, Emu, around
from reportgen.writers.pptx.look import Layout, Place

# --- who takes what --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cast:
    """The placeholders of a layout by what they show on this slide."""

    charts: tuple[Place, ...] = ()
    table: Place | None = None
    timeline: Place | None = None
    cards: tuple[Place, ...] = ()
    points: Place | None = None

    @property
    def mains(self) -> tuple[Place, ...]:
        """All but the points."""
        return (*self.charts, *(place for place in (self.table, self.timeline) if place), *self.cards)


def cast(layout: Layout, counts: Mapping[str, int]) -> Cast | None:
    """Return the placeholders for as many of each kind as ``counts`` says, or ``None`` where the layout has too few.

    Placeholders of the right name come first, then those that take anything, from the top left.
    """
    spare = list(layout.all("any"))
    cards = layout.all("card") if counts.get("figures") else ()
    charts = _take(layout, "chart", counts.get("chart", 0), spare)
    table = _take(layout, "table", counts.get("table", 0), spare)
    timeline = _take(layout, "timeline" if layout.all("timeline") else "table", counts.get("timeline", 0), spare)
    points = _take(layout, "points", counts.get("points", 0), spare)
    found = {
        "figures": min(len(cards), 1),
        "chart": len(charts),
        "table": len(table),
        "timeline": len(timeline),
        "points": len(points),
    }
    if any(found[kind] < count for kind, count in counts.items()):
        return None
    return Cast(charts, next(iter(table), None), next(iter(timeline), None), cards, next(iter(points), None))


def _take(layout: Layout, role: str, number: int, spare: list[Place]) -> tuple[Place, ...]:
    """Return ``number`` placeholders of the role, made up from ``spare``, which loses them."""
    own = layout.all(role)[:number]
    missing = number - len(own)
    taken, spare[:] = spare[:missing], spare[missing:]
    return (*own, *taken)


# --- where it ends ---------------------------------------------------------------------------------------------------------


def floor(box: Box, lower: Sequence[Place], heights: Mapping[int, Emu]) -> Emu:
    """Return how far down ``box`` may reach: to the used place below it, or to the bottom of the unused ones.

    ``heights`` gives the height of each used place of ``lower`` by its number.
    """
    below = [place for place in lower if place.box.top >= box.bottom and not place.box.beside(box)]
    if not below:
        return box.bottom
    nearest = min(below, key=lambda place: place.box.top)
    bottom = floor(nearest.box, lower, heights)
    if nearest.idx not in heights:
        return bottom
    return bottom - heights[nearest.idx] - (nearest.box.top - box.bottom)


def settled(place: Place, lower: Sequence[Place], heights: Mapping[int, Emu]) -> Box:
    """Return the box of the place on this slide; a place of ``lower`` keeps to its bottom with the height it needs."""
    bottom = floor(place.box, lower, heights)
    if place.idx in heights:
        return place.box.from_bottom(heights[place.idx], bottom)
    return place.box.down_to(bottom)


# --- cards and entries -----------------------------------------------------------------------------------------------------


_ENTRY_COLUMNS = (1, 1, 1, 2)
"""Columns for one entry of the contents, for two and so on; the last number holds for more."""
_ENTRY_HIGHEST = 0.07
"""An entry is at most this share of the area's width high."""
_CARD_HIGHEST = 0.24
"""The same for cards: a few of them do not become towers."""


def entry_boxes(places: Sequence[Place], count: int) -> tuple[Box, ...]:
    """Return the boxes of ``count`` entries in the area of ``places``, down the columns, with the gaps of the layout."""
    area = around([place.box for place in places])
    columns = _ENTRY_COLUMNS[min(count, len(_ENTRY_COLUMNS)) - 1]
    rows = -(-count // columns)
    wide, across = _share(area.width, columns, _gap(places, "left", "right"))
    high, down = _share(area.height, rows, _gap(places, "top", "bottom"), int(area.width * _ENTRY_HIGHEST))
    cells = (divmod(n, rows) for n in range(count))
    return tuple(Box(area.left + column * across, area.top + row * down, wide, high) for column, row in cells)


def card_boxes(places: Sequence[Place], count: int, bottom: Emu) -> tuple[Box, ...]:
    """Return the boxes of ``count`` cards in the area of ``places`` down to ``bottom``; every row fills the width."""
    area = around([place.box for place in places]).down_to(bottom)
    rows = _card_rows(count, single=len({place.box.top for place in places}) == 1)
    highest = int(area.width * _CARD_HIGHEST)
    high, down = _share(area.height, len(rows), _gap(places, "top", "bottom"), highest)
    # A single row that leaves room stands a little below the top: at the top it would leave the slide to tip over.
    top = area.top + (area.height - high) // 3 if len(rows) == 1 else area.top
    boxes: list[Box] = []
    for number, columns in enumerate(rows):
        wide, across = _share(area.width, columns, _gap(places, "left", "right"))
        boxes += (Box(area.left + n * across, top + number * down, wide, high) for n in range(columns))
    return tuple(boxes)


def _card_rows(count: int, *, single: bool) -> tuple[int, ...]:
    """Return how many cards stand in each row.

    >>> [_card_rows(count, single=False) for count in (3, 4, 5, 7, 8)]
    [(3,), (2, 2), (3, 2), (4, 3), (4, 4)]
    """
    if single or count <= 3:
        return (count,)
    return -(-count // 2), count // 2


def _share(whole: Emu, count: int, gap: Emu, most: Emu | None = None) -> tuple[Emu, Emu]:
    """Return the size of each of ``count`` parts, of no more than ``most``, and the distance from one to the next."""
    size = (whole - (count - 1) * gap) // count
    size = size if most is None else min(size, most)
    return size, size + gap


def _gap(places: Sequence[Place], near: str, far: str) -> Emu:
    """Return the distance between two neighbours in the layout; a quarter of an inch where there are none."""
    pairs = ((getattr(other.box, near), getattr(place.box, far)) for place in places for other in places)
    return min((start - end for start, end in pairs if start >= end), default=228600)
