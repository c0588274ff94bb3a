"""Walking a document: every run of spans in it, and every fact that it says."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.model import (
    Block,
    Bullets,
    Chart,
    Document,
    Figure,
    Footnote,
    Heading,
    KeyFigures,
    Paragraph,
    Slide,
    SlideBlock,
    Span,
    Spans,
    Table,
    Timeline,
)


def runs(block: Block | SlideBlock) -> Iterator[Spans]:
    """Every run of spans of a block; charts have none."""
    match block:
        case Heading() | Paragraph():
            yield block.spans
        case Bullets():
            yield from block.items
        case Table():
            yield from (cell for row in block.rows for cell in row)
            yield from block.notes
        case KeyFigures():
            yield from ((item.figure, *item.detail) for item in block.items)
        case Timeline():
            yield from (event.what for event in block.events)


def figures(spans: tuple[Span, ...]) -> Iterator[Figure]:
    """The figures of a run, those in footnotes included."""
    for span in spans:
        if isinstance(span, Figure):
            yield span
        elif isinstance(span, Footnote):
            yield from figures(span.spans)


def facts_of_block(block: Block | SlideBlock) -> Iterator[str]:
    """Ids of all facts that a block says, in words or in a chart with its message."""
    if isinstance(block, Chart):
        yield from (id_ for figure in figures(block.spec.message) for id_ in figure.facts)
        yield from (id_ for row in block.spec.series for point in row.points for id_ in point.facts)
        yield from block.spec.mark_facts
    for spans in runs(block):
        for figure in figures(spans):
            yield from figure.facts


def facts_of_slide(slide: Slide) -> Iterator[str]:
    """Ids of all facts that a slide shows; its notes are not counted."""
    for figure in figures(slide.title):
        yield from figure.facts
    for block in slide.blocks:
        yield from facts_of_block(block)


def facts_of_report(document: Document) -> set[str]:
    """Ids of all facts that the report says."""
    return {id_ for section in document.sections for block in section.blocks for id_ in facts_of_block(block)}
