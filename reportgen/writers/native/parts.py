"""How the parts of a whole lie in their room: stacked bars, and what no figure is known of as an open rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.composition import THICK, Composition, Part, parts
from reportgen.charts.geometry import Box, Scale
from reportgen.charts.lettering import width
from reportgen.document.model import Point
from reportgen.writers.native.lying import AIR
from reportgen.writers.native.scheme import Arrangement, Key, Place, Words
from reportgen.writers.native.strands import Strand
from reportgen.writers.native.upright import WIDEST_GAP
from reportgen.writers.native.words import Phrases
from reportgen.writers.native.workbook import column

ABOVE = 0.95
"""Ems between the upper edge of a bar and the middle of a value above it."""


def stacked(plot: Composition, box: Box) -> Arrangement:
    """Return wholes under each other in a box that also holds their names."""
    em = plot.style.em
    placed = plot.bands.placed(Box(box.left, box.bottom, box.right, box.top - plot.strip))
    room = Box(box.left + plot.bands.edge + AIR * em, placed[-1].bottom, box.right - 0.1 * em, placed[0].top)
    eased = replace(plot, across=Scale(room.left, room.width / plot.whole))
    slot = room.height / len(placed)
    thick = min(THICK[1] * em, max(THICK[0] * em, 0.6 * slot))
    return Arrangement(
        "rows",
        replace(plot.spec, mark=None, mark_label=""),
        room,
        0.0,
        plot.whole,
        min(WIDEST_GAP, round((slot / thick - 1) * 100)),
        size=em,
        places={key: place for index in range(len(placed)) for key, place in _places(eased, index, thick)},
        stacked=True,
        words=_whole(plot, room),
    )


def _places(plot: Composition, index: int, thick: float) -> Iterator[tuple[Key, Place]]:
    """Values in the middle of their parts, those of small parts above them."""
    raised, across = plot.raised[index], plot.across
    for part in parts(plot.spec, index):
        if part not in raised:
            plain = part.point.state == "reported"
            yield (part.series, index), Place("ctr", ground=not plain, inside=plain)
    for part, middle in zip(raised, plot.above(raised), strict=True):
        up = thick / 2 + ABOVE * plot.style.em
        yield (part.series, index), Place("ctr", middle - _middle(part, across), up)


def _middle(part: Part, across: Scale) -> float:
    return across.at((part.start + part.end) / 2)


def _whole(plot: Composition, room: Box) -> tuple[Words, ...]:
    """How much the whole is, above the end of the bars."""
    text, em = plot.spec.mark_label, plot.style.em
    return (Words(text, room.right - width(text, em) / 2, room.top + 0.1 * em, em),) if text else ()


def part_strands(plot: Composition, phrases: Phrases) -> tuple[Strand, ...]:
    """Return the parts, and what is left of each whole as the workbook computes it."""
    known = tuple(Strand(series.name, series.points, row) for row, series in enumerate(plot.spec.series))
    whole = plot.spec.mark or Decimal(100)
    rest = tuple(_rest(plot, index, whole) for index in range(len(plot.spec.categories)))
    if all(point.value is None for point in rest):
        return known
    formula = f"{whole}-SUM({column(0)}{{row}}:{column(len(known) - 1)}{{row}})"
    return (*known, Strand(phrases.words.rest, rest, len(known), "rest", len(known) > 1, formula))


def _rest(plot: Composition, index: int, whole: Decimal) -> Point:
    """What is left of a whole: no published figure, so that it is not written."""
    left = whole - sum((series.points[index].value or Decimal(0) for series in plot.spec.series), Decimal(0))
    return Point(left or None)
