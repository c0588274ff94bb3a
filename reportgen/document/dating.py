"""Whether figures of a part of a year are said with it: a quarter that is told without its name reads as the whole year."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.context import plain
from reportgen.document.model import Block, Bullets, Document, KeyFigures, Paragraph, Spans, Text
from reportgen.document.walk import figures
from reportgen.narrative.scope import Scope
from reportgen.notices import PartUndated


def undated(document: Document, scope: Scope) -> tuple[PartUndated, ...]:
    """The figures of halves, quarters and months in paragraphs, lists and cards of the report that do not name them."""
    found = (
        notice
        for section in document.sections
        for block in section.blocks
        for spans in _said_together(block)
        for notice in _undated(section.key, spans, scope)
    )
    return tuple(dict.fromkeys(found))


def _said_together(block: Block) -> Iterator[Spans]:
    """The runs of a block that are read on their own."""
    match block:
        case Paragraph():
            yield block.spans
        case Bullets():
            yield from block.items
        case KeyFigures():
            yield from ((Text(item.label), item.figure, *item.detail) for item in block.items)


def _undated(section: str, spans: Spans, scope: Scope) -> Iterator[PartUndated]:
    words = plain(spans)
    for id_ in (id_ for figure in figures(spans) for id_ in figure.facts):
        fact = scope.by_id(id_)
        when = scope.wording.part_of_year(fact.when)
        if fact.of_a_part and when not in words:
            yield PartUndated(section, id_, when)
