"""What a slide has to show, sorted by kind, and the layout that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.document.model import (
    Bullets,
    Chart,
    Event,
    Footnote,
    KeyFigure,
    KeyFigures,
    Labels,
    Paragraph,
    Slide,
    Span,
    Spans,
    Table,
    Text,
    Timeline,
)
from reportgen.errors import WriterError
from reportgen.writers.pptx.model import Mark

# --- sorting ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph or an item of a list."""

    spans: Spans
    mark: Mark = "own"


@dataclass(frozen=True, slots=True)
class Matter:
    """The blocks of one slide by kind, each kind in the author's order."""

    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    events: tuple[Event, ...] = ()
    points: tuple[Point, ...] = ()
    notes: tuple[Spans, ...] = ()
    """Explanations that belong at the foot of the slide, footnotes among them."""

    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind that needs a place of its own; a slide has one list, of any length."""
        found = {
            "chart": len(self.charts),
            "table": len(self.tables),
            "figures": min(len(self.figures), 1),
            "timeline": min(len(self.events), 1),
            "points": min(len(self.points), 1),
        }
        return {kind: count for kind, count in found.items() if count}


def gather(slide: Slide) -> Matter:
    """Return the blocks of the slide sorted by kind."""
    charts = tuple(block for block in slide.blocks if isinstance(block, Chart))
    tables = tuple(block for block in slide.blocks if isinstance(block, Table))
    return Matter(
        charts=charts,
        tables=tables,
        figures=tuple(item for block in slide.blocks if isinstance(block, KeyFigures) for item in block.items),
        events=tuple(event for block in slide.blocks if isinstance(block, Timeline) for event in block.events),
        points=tuple(_points(slide)),
        notes=tuple(_notes(slide, tables)),
    )


def _points(slide: Slide) -> Iterator[Point]:
    for block in slide.blocks:
        if isinstance(block, Paragraph) and block.role == "body":
            yield Point(block.spans, "none")
        elif isinstance(block, Bullets):
            yield from (Point(item, "number" if block.ordered else "own") for item in block.items)


def _notes(slide: Slide, tables: tuple[Table, ...]) -> Iterator[Spans]:
    yield from (block.spans for block in slide.blocks if isinstance(block, Paragraph) and block.role == "note")
    yield from (note for table in tables for note in table.notes)
    yield from (span.spans for span in _spans(slide) if isinstance(span, Footnote))


def _spans(slide: Slide) -> Iterator[Span]:
    yield from slide.title
    for block in slide.blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        elif isinstance(block, Bullets):
            yield from (span for item in block.items for span in item)
        elif isinstance(block, Table):
            yield from (span for row in block.rows for cell in row for span in cell)


def listed(figures: tuple[KeyFigure, ...], labels: Labels) -> tuple[Point, ...]:
    """Return key figures as items of a list, for a look without cards."""
    return tuple(Point(_sentence(item, labels)) for item in figures)


def _sentence(item: KeyFigure, labels: Labels) -> Spans:
    detail = (Text(labels.comma), *item.detail) if item.detail else ()
    return (Text(item.label + labels.colon), replace(item.figure, strong=True), *detail)


# --- choosing --------------------------------------------------------------------------------------------------------------

Need = Literal["needs", "may"]

_SHOWS: dict[str, tuple[dict[str, int], bool]] = {
    "key figures": ({"figures": 1}, True),
    "chart and points": ({"chart": 1, "points": 1}, True),
    "progress": ({"chart": 1, "points": 1}, True),
    "two charts": ({"chart": 2}, True),
    "chart": ({"chart": 1}, False),
    "points": ({"points": 1}, True),
    "sources": ({"points": 1}, True),
    "table": ({"table": 1}, True),
    "timeline": ({"timeline": 1}, True),
}
"""Layout to what it shows: how many of each kind, and whether points may go with it. Where what the author asked for does not
hold, because a block was left out for want of facts, the first that does is taken."""


MOST_BESIDE_POINTS = 4
"""So many key figures stand in one row and leave room for a list of points."""


def choose(slide: Slide, matter: Matter, title: str) -> str:
    """Return the layout for ``matter``: the author's where it can show it, else the first that can.

    Raises :class:`~reportgen.errors.WriterError` where none can.
    """
    counts = matter.counts()
    if len(matter.figures) <= MOST_BESIDE_POINTS and set(counts) == {"figures", "points"}:
        return "figures and points"
    for name in (slide.layout, *_SHOWS):
        shown, points = _SHOWS[name]
        if counts == shown or (points and counts == shown | {"points": 1}):
            return name
    asked = " and ".join(f"{count} {kind}" for kind, count in counts.items()) or "nothing"
    raise WriterError(
        f"no layout shows {asked} on one slide",
        place=f"slide '{title}'",
        hint="a slide shows key figures, one or two charts, a table, a timeline or points; make two slides of it",
    )
