"""How places in a ranking lie in their room: a step for each place up to the one reached, and the last of them filled."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.charts.geometry import Box
from reportgen.charts.lettering import width
from reportgen.charts.ranking import PAD, Ranking, places
from reportgen.document.model import Point
from reportgen.writers.native.lying import AIR
from reportgen.writers.native.scheme import Arrangement, Words
from reportgen.writers.native.strands import Strand
from reportgen.writers.native.upright import WIDEST_GAP, rounded
from reportgen.writers.native.words import Phrases
from reportgen.writers.native.workbook import column

THICK = 0.9
"""Ems that a step is thick."""


def ranked(plot: Ranking, box: Box) -> Arrangement:
    """Return places under each other in a box that also holds the names of what is ranked."""
    em = plot.style.em
    placed = plot.bands.placed(Box(box.left, box.bottom, box.right, box.top - plot.strip))
    room = Box(box.left + plot.bands.edge + AIR * em, placed[-1].bottom, box.right, placed[0].top)
    step = min(plot.pitch, *_pitches(plot, room.width))
    slot, small = room.height / len(placed), plot.style.type.small
    return Arrangement(
        "rows",
        replace(plot.spec, mark=None, mark_label=""),
        room,
        0.0,
        rounded(room.width / step),
        min(WIDEST_GAP, round((slot / (THICK * em) - 1) * 100)),
        size=em,
        words=(Words(plot.style.words.first, room.left + step / 2, room.top + 0.1 * em, small),),
    )


def _pitches(plot: Ranking, wide: float) -> list[float]:
    """The widest steps that leave room for what is written beside each place."""
    em = plot.style.em
    known = [point for point in plot.spec.series[0].points if point.value is not None]
    return [(wide - width(point.label, em) - 2 * PAD * em) / places(plot.spec, point) for point in known]


def rank_strands(plot: Ranking, phrases: Phrases) -> tuple[Strand, ...]:
    """Return the places reached, those before them, and all there are where that is known."""
    series, mark = plot.spec.series[0], plot.spec.mark
    before = tuple(_before(point) for point in series.points)
    found = (Strand(series.name, series.points), Strand(phrases.before, before, 0, "before", False, f"{column(0)}{{row}}-1"))
    if mark is None:
        return found
    return (*found, Strand(plot.spec.mark_label, (Point(mark),) * len(series.points), 0, "track", False))


def _before(point: Point) -> Point:
    """What lies before a place; nothing where the place may be any of these."""
    return Point(None if point.value is None or point.state == "approximate" else point.value - Decimal(1))
