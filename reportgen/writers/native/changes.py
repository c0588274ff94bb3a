"""How the change between two periods lies in its room: a line each series, its name beside its last value."""

from __future__ import annotations

from reportgen.charts.geometry import Box, Scale
from reportgen.charts.slope import SLIGHT, Ending, Slope, within
from reportgen.writers.native.scheme import Arrangement, Place
from reportgen.writers.native.upright import rounded


def changing(plot: Slope, box: Box) -> Arrangement:
    """Return lines between two periods in a box that also holds what is written at their ends and the names of the periods."""
    left, right = plot.places
    room = Box(box.left + left, box.bottom + plot.foot, box.left + right, box.top)
    up = plot.scale(room)
    low, high = (rounded((edge - up.zero) / up.unit) for edge in (room.bottom, room.top))
    places = {(item.series, item.end): place for end in (0, 1) for item, place in _ends(plot, end, up, room)}
    return Arrangement("lines", plot.spec, room, low, high, size=plot.style.em, places=places, edged=True)


def _ends(plot: Slope, end: int, up: Scale, room: Box) -> list[tuple[Ending, Place]]:
    endings = plot.at(end)
    wishes = [up.at(item.value) for item in endings]
    middles = within(wishes, [item.height for item in endings], room.bottom, room.top)
    return [(item, _place(item, middle - wish)) for item, middle, wish in zip(endings, middles, wishes, strict=True)]


def _place(ending: Ending, up: float) -> Place:
    moved = up if abs(up) > SLIGHT * ending.em else 0.0
    return Place("r" if ending.end else "l", up=moved, name=ending.name.lines if ending.name else ())
