"""How events lie in their room: bars over the years that begin where an unseen bar ends, as plans of projects are drawn."""

from __future__ import annotations

from decimal import Decimal

from reportgen.charts.geometry import Box, Reach, Scale, fitted
from reportgen.charts.lettering import width
from reportgen.charts.style import MARK_SIZE
from reportgen.charts.timeline import PAD, THICK, Event, Timeline, step_of
from reportgen.document.model import ChartSpec, Point
from reportgen.writers.native.lying import AIR
from reportgen.writers.native.scheme import Arrangement, Place
from reportgen.writers.native.strands import Strand
from reportgen.writers.native.upright import WIDEST_GAP
from reportgen.writers.native.words import Phrases


def dated(plot: Timeline, box: Box) -> Arrangement:
    """Return events under each other in a box that also holds their words and the years."""
    em = plot.style.em
    placed = plot.bands.placed(Box(box.left, box.bottom + plot.foot, box.right, box.top))
    left = box.left + plot.bands.edge + 3 * AIR * em
    reaches = [Reach(event.end - plot.first, _beside(event, em)) for event in plot.events]
    across = fitted([*reaches, Reach(plot.last - plot.first)], left, box.right - 0.1 * em)
    room = Box(left, placed[-1].bottom, across.at(plot.last - plot.first), placed[0].top)
    gap = min(WIDEST_GAP, round((room.height / len(placed) / (THICK * em) - 1) * 100))
    return Arrangement(
        "rows",
        plot.spec,
        room,
        float(plot.first),
        float(plot.last),
        gap,
        size=em,
        places={(0, event.index): _place(event, across, em) for event in plot.events},
        stacked=True,
        years=step_of(plot.first, plot.last, across, plot.style) or 1,
    )


def _beside(event: Event, em: float) -> float:
    """Room that a date takes beside its event, in points."""
    return width(event.point.label, em) + (MARK_SIZE / 2 + 2 * PAD) * em


def _place(event: Event, across: Scale, em: float) -> Place:
    """Where a date stands from the middle of its bar."""
    half = max(MARK_SIZE / 2 * em, (event.end - event.start) / 2 * across.unit)
    return Place("ctr", half + 2 * PAD * em + width(event.point.label, em) / 2)


def event_strands(spec: ChartSpec, plot: Timeline, phrases: Phrases) -> tuple[Strand, ...]:
    """Return the time before each event, unseen, and how long it lasts, with its date."""
    starts = spec.series[0]
    lengths = tuple(Point(_length(event), event.point.label, (), event.point.state) for event in plot.events)
    bare = tuple(Point(point.value) for point in starts.points)
    return Strand(phrases.dated.format(starts.name).strip(), bare, 0, "start", False), Strand(phrases.lasting, lengths)


def _length(event: Event) -> Decimal:
    """Years with four digits behind the point, a tenth of a day."""
    return Decimal(repr(event.end - event.start)).quantize(Decimal("0.0001"))
