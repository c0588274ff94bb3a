"""Slide directives to slides: title, blocks, layout by what they are, and the script of the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from reportgen.document.context import Context, Omitted, source_line, source_names
from reportgen.document.markup import Directive, Node, Title
from reportgen.document.model import (
    Bullets,
    Chart,
    KeyFigures,
    Paragraph,
    Slide,
    SlideBlock,
    SlideLayout,
    Spans,
    Table,
    Text,
    Timeline,
)
from reportgen.document.script import spoken
from reportgen.document.walk import facts_of_slide
from reportgen.errors import DocumentError, did_you_mean


def slide(
    directive: Directive, context: Context, blocks: tuple[SlideBlock, ...], script: tuple[Spans, ...], fallback: str
) -> Slide:
    """The slide of a directive whose inner blocks are already made; :class:`Omitted` where it would show no fact."""
    title = next((node.spans for node in directive.body if isinstance(node, Title)), ())
    made = Slide(_asked(directive) or layout_of(blocks), title or (Text(fallback),), blocks, spoken(script, context.wording.tidy))
    ids = tuple(facts_of_slide(made))
    if not blocks or not (ids or made.layout == "sources"):
        raise Omitted("no facts")
    context.shown.update(set(ids))
    return replace(made, source=source_line(source_names(context.scope, ids), context.scope) if ids else "")


def _asked(directive: Directive) -> SlideLayout | None:
    """The layout that the author asked for; only ``layout=sources`` cannot be seen from the blocks."""
    name = directive.attributes.get("layout")
    known: tuple[SlideLayout, ...] = get_args(SlideLayout)
    if name and name not in known:
        hint = did_you_mean(name, known, otherwise=f"the layouts are {', '.join(known)}")
        raise DocumentError(f"no slide has the layout '{name}'", place=directive.place, hint=hint)
    return next((layout for layout in known if layout == name), None)


def note(directive: Directive, context: Context) -> Paragraph:
    """A line of small type at the foot of a slide, such as the date of its figures; left out where it says nothing."""
    if not directive.spans:
        raise Omitted("no facts")
    return Paragraph(directive.spans, "note")


def inner(directive: Directive) -> Iterator[Node]:
    """What stands on the slide below its title."""
    for node in directive.body:
        if isinstance(node, Directive) and node.name == "slide":
            raise DocumentError(
                "a slide inside a slide", place=directive.place, hint="close the first with as many colons as opened it"
            )
        if not isinstance(node, Title):
            yield node


def layout_of(blocks: tuple[SlideBlock, ...]) -> SlideLayout:
    """The layout that has a place for these blocks."""
    charts = [block for block in blocks if isinstance(block, Chart)]
    for type_, layout in _BY_BLOCK:
        if any(isinstance(block, type_) for block in blocks):
            return layout
    if len(charts) > 1:
        return "two charts"
    if not charts:
        return "points"
    points = any(isinstance(block, Bullets | Paragraph) for block in blocks)
    if charts[0].spec.kind == "progress" and points:
        return "progress"
    return "chart and points" if points else "chart"


_BY_BLOCK: tuple[tuple[type, SlideLayout], ...] = ((KeyFigures, "key figures"), (Timeline, "timeline"), (Table, "table"))
