"""Points of a slide, and how they flow on to further slides when they are too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.notices import TextFitted
from reportgen.writers.pptx.arrange import Cast, cast, settled
from reportgen.writers.pptx.geometry import Box
from reportgen.writers.pptx.layouts import resolve, without_place
from reportgen.writers.pptx.look import Layout, Place
from reportgen.writers.pptx.page import Band, Composed, Page, foot, head
from reportgen.writers.pptx.text import Draft, common_drop, fill, greedy, quiet_drop, smallest_drop, split


@dataclass(frozen=True, slots=True)
class Flow:
    """The points of one slide in parts."""

    first: tuple[Draft, ...] = ()
    """On the slide itself."""
    rest: tuple[tuple[Draft, ...], ...] = ()
    """On each further slide."""
    layout: Layout | None = None
    """Of the further slides."""
    place: Place | None = None
    """The placeholder that the further slides fill."""
    box: Box | None = None
    """Its box on them."""
    drop: int = 0
    """By how many points the parts that share a placeholder are lowered together."""


def role_of(page: Page) -> str:
    """Return whose limits hold for the points of the page: a list of sources may be smaller than what is spoken about."""
    return "sources" if page.slide.layout == "sources" else "points"


def flow(page: Page, layout: Layout, actors: Cast, lower: Band, drafts: tuple[Draft, ...]) -> Flow:
    """Return the points as they go on the slide beside or under its main matter, and on further ones."""
    place, role = actors.points, role_of(page)
    if place is None:
        return _continued(page, (), drafts)
    box = lower.box(place)
    if not actors.mains:
        first, *rest = parts = split(place, role, box, drafts)
        return Flow(first, tuple(rest), layout, place, box, common_drop(place, role, box, parts))
    if smallest_drop(place, role, box, drafts) is not None:
        return Flow(drafts)
    first = greedy(place, role, box, drafts, quiet_drop(place, role))[0]
    return _continued(page, first, drafts[len(first) :])


def _continued(page: Page, first: tuple[Draft, ...], more: tuple[Draft, ...]) -> Flow:
    """Return a flow whose rest stands on slides of the layout for points."""
    if not more:
        return Flow(first)
    layout, _ = resolve(page.look, "points")
    actors = cast(layout, {"points": 1})
    if actors is None or actors.points is None:
        raise without_place(page.look, layout, "points")
    place, role = actors.points, role_of(page)
    box = settled(place, layout.all("note"), {})
    rest = split(place, role, box, more)
    return Flow(first, rest, layout, place, box, common_drop(place, role, box, rest))


def fill_first(composed: Composed, place: Place, box: Box, points: Flow, *, loose: bool) -> None:
    """Add the points of the slide itself."""
    lowest = points.drop if place == points.place else 0
    composed.add(fill(composed.target(place, box, role=role_of(composed.page)), points.first, loose=loose, lowest=lowest))


def further(page: Page, points: Flow, number: int, drafts: Sequence[Draft]) -> Composed:
    """Return slide ``number`` of the page, from 0, with nothing but points."""
    if points.layout is None or points.place is None:
        raise AssertionError("points that go on have a layout to go on in")
    composed = Composed(page, points.layout, number)
    head(composed)
    composed.notices.append(TextFitted(page.title, points.place.name, "continued on a further slide"))
    composed.add(fill(composed.target(points.place, points.box, role=role_of(page)), drafts, loose=True, lowest=points.drop))
    foot(composed)
    return composed
