"""The slides of the briefing composed: blocks into placeholders, and what goes on to further slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.model import KeyFigure, Spans, Text
from reportgen.notices import Notice, TextFitted
from reportgen.writers.pptx import cards, table, timeline
from reportgen.writers.pptx.arrange import Cast, card_boxes, cast
from reportgen.writers.pptx.geometry import Box
from reportgen.writers.pptx.layouts import resolve, without_place
from reportgen.writers.pptx.look import Layout
from reportgen.writers.pptx.matter import Matter, choose, gather, listed
from reportgen.writers.pptx.model import PictureShape, SlidePlan, TableShape
from reportgen.writers.pptx.page import Band, Composed, Page, band, foot, head, note_text
from reportgen.writers.pptx.points import Flow, fill_first, flow, further
from reportgen.writers.pptx.text import Draft, limits, words

# --- what goes where -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Setup:
    """A slide with its layout, the room of each place, and everything long cut into parts."""

    page: Page
    layout: Layout
    matter: Matter
    actors: Cast
    band: Band
    note: Spans
    table: table.Laid | None
    timeline: timeline.Laid | None
    figures: tuple[tuple[KeyFigure, ...], ...]
    points: Flow

    @property
    def parts(self) -> int:
        """On how many slides of this layout the main matter stands."""
        laid = (self.table, self.timeline)
        return max(1, len(self.figures), *(len(one.parts) for one in laid if one))


def compose(page: Page) -> Iterator[tuple[SlidePlan, tuple[Notice, ...]]]:
    """Yield the slides that show one slide of the author's, each with its notices.

    Raises :class:`~reportgen.errors.WriterError` where the look has no place for a block or a text cannot be fitted.
    """
    matter = gather(page.slide)
    layout, replaced = resolve(page.look, choose(page.slide, matter, page.title))
    setup = _setup(page, layout, matter)
    for part in range(setup.parts):
        composed = Composed(page, layout, part, notices=list(() if part else replaced))
        _fill_main(setup, composed)
        yield composed.finished(), tuple(composed.notices)
    for number, drafts in enumerate(setup.points.rest, setup.parts):
        composed = further(page, setup.points, number, drafts)
        yield composed.finished(), tuple(composed.notices)


def _setup(page: Page, layout: Layout, matter: Matter) -> Setup:
    actors, matter = _cast(page, layout, matter)
    drafts = tuple(Draft(words(point.spans), 1, point.mark) for point in matter.points)
    note = note_text(matter, page.document)
    lower = band(layout, actors, drafts, note)
    return Setup(
        page,
        layout,
        matter,
        actors,
        lower,
        note,
        table=_table(page, matter, actors, lower),
        timeline=_timeline(page, matter, actors, lower),
        figures=_shares(matter.figures, len(actors.cards)) if actors.cards else (),
        points=flow(page, layout, actors, lower, drafts),
    )


def _cast(page: Page, layout: Layout, matter: Matter) -> tuple[Cast, Matter]:
    """Return the placeholders for the matter.

    A layout without cards lists the key figures; points without a place beside the main matter go on to a further slide.
    """
    actors = cast(layout, matter.counts())
    if actors is None and matter.figures:
        matter = replace(matter, figures=(), points=(*listed(matter.figures, page.document.labels), *matter.points))
        actors = cast(layout, matter.counts())
    mains = {kind: count for kind, count in matter.counts().items() if kind != "points"}
    if actors is None and mains:
        actors = cast(layout, mains)
    if actors is None:
        raise without_place(page.look, layout, " and ".join(matter.counts()))
    return actors, matter


def _table(page: Page, matter: Matter, actors: Cast, lower: Band) -> table.Laid | None:
    place = actors.table
    return table.lay(matter.tables[0], lower.box(place), place.level(1).size, page.title) if place else None


def _timeline(page: Page, matter: Matter, actors: Cast, lower: Band) -> timeline.Laid | None:
    place = actors.timeline
    return timeline.lay(matter.events, lower.box(place), place.level(1).size, page.title) if place else None


def _shares(items: Sequence[KeyFigure], most: int) -> tuple[tuple[KeyFigure, ...], ...]:
    """Return the items in parts of no more than ``most``: of about equal length, but rather a full grid of six and the rest."""
    share = -(-len(items) // -(-len(items) // most))
    size = min(max(share, 6), most) if share < len(items) else share
    return tuple(tuple(items[start : start + size]) for start in range(0, len(items), size))


_UNDER_TABLE = 228600
"""Between a short table and the points that follow it: a quarter of an inch."""

# --- filling ---------------------------------------------------------------------------------------------------------------


def _fill_main(setup: Setup, composed: Composed) -> None:
    head(composed)
    if composed.part:
        composed.notices.append(TextFitted(composed.page.title, _main_name(setup), "continued on a further slide"))
    else:
        _fill_charts(setup, composed)
    _fill_cards(setup, composed)
    _fill_table(setup, composed)
    _fill_timeline(setup, composed)
    if not composed.part:
        _fill_points(setup, composed)
    _fill_note(setup, composed)
    foot(composed)


def _fill_points(setup: Setup, composed: Composed) -> None:
    place = setup.actors.points
    if place is None or not setup.points.first:
        return
    box, strip = setup.band.box(place), place in setup.band.places
    tables = [shape.box.bottom for shape in composed.shapes if isinstance(shape, TableShape)]
    if strip and tables:
        box = Box(box.left, min(box.top, tables[0] + _UNDER_TABLE), box.width, box.height)
    fill_first(composed, place, box, setup.points, loose=not strip)


def _main_name(setup: Setup) -> str:
    return setup.actors.mains[0].name


def _fill_note(setup: Setup, composed: Composed) -> None:
    places = setup.layout.all("note")
    if setup.note and places:
        composed.secondary(places[0], setup.band.box(places[0]), setup.note)
    elif setup.note:
        composed.moved.append(setup.note)


def _heading(setup: Setup, composed: Composed, number: int, text: Spans) -> bool:
    """Add the heading of chart or table ``number`` and return whether it has found a place."""
    places = setup.layout.all("heading")[number : number + 1]
    return any(composed.secondary(place, place.box, text) for place in places)


def _fill_charts(setup: Setup, composed: Composed) -> None:
    for number, (chart, place) in enumerate(zip(setup.matter.charts, setup.actors.charts, strict=True)):
        headed = _heading(setup, composed, number, chart.subject)
        box, name = setup.band.box(place), composed.target(place).name
        composed.shapes.append(PictureShape(name, place.idx, box, chart.spec, not headed, chart.spec.telling))


def _fill_cards(setup: Setup, composed: Composed) -> None:
    if not setup.figures:
        return
    items = setup.figures[composed.part]
    places = setup.actors.cards
    lowest = max(places, key=lambda place: place.box.bottom)
    boxes = card_boxes(places, max(map(len, setup.figures)), setup.band.box(lowest).bottom)
    smallest = min(boxes, key=lambda box: box.width)
    targets = [
        composed.target(cards.grown(place, smallest), box) for place, box in zip(places, boxes[: len(items)], strict=False)
    ]
    composed.add(*cards.fill_cards(targets, items))


def _fill_table(setup: Setup, composed: Composed) -> None:
    place, laid = setup.actors.table, setup.table
    if place is None or laid is None:
        return
    source = setup.matter.tables[0]
    _heading(setup, composed, 0, (Text(source.caption),))
    for unit in setup.layout.all("unit")[:1] if source.unit else ():
        composed.secondary(unit, unit.box, (Text(setup.page.document.labels.unit + source.unit),))
    rows = laid.parts[composed.part]
    box = setup.band.box(place)
    shape = Box(box.left, box.top, box.width, sum(row.height for row in rows))
    name = composed.target(place).name
    composed.shapes.append(TableShape(name, place.idx, shape, laid.columns, rows, "three lines", (Text(source.caption),)))
    if not composed.part and (size := laid.size) < min(limits("table").quiet, place.level(1).size):
        composed.notices.append(TextFitted(composed.page.title, place.name, f"set in {size:g} pt"))


def _fill_timeline(setup: Setup, composed: Composed) -> None:
    place, laid = setup.actors.timeline, setup.timeline
    if place is None or laid is None:
        return
    name, box = composed.target(place).name, setup.band.box(place)
    composed.shapes.extend(timeline.shapes(laid, composed.part, box, name, place.idx, setup.page.heading))
    if not composed.part and laid.size < min(limits("timeline").quiet, place.level(1).size):
        composed.notices.append(TextFitted(composed.page.title, place.name, f"set in {laid.size:g} pt"))
