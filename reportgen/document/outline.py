"""Numbers and anchors: sections, headings, tables and charts in order, and the references to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import TypeVar

from reportgen.document.model import (
    Block,
    Bullets,
    Chart,
    Heading,
    Paragraph,
    Reference,
    Section,
    Slide,
    Span,
    Spans,
    Table,
    Text,
)
from reportgen.document.words import TABLE, ZH, heading_number

B = TypeVar("B")


def number(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Number everything and put the labels into the references; references to what was left out go, with their brackets."""
    counted = _Counter()
    numbered = [counted.section(section) for section in sections]
    return tuple(_resolved(section, counted.labels) for section in numbered)


class _Counter:
    """Counts through one document; ``labels`` collects what each anchor is called."""

    def __init__(self) -> None:
        self.labels: dict[str, str] = {}
        self._sections = count(1)
        self._tables = count(1)
        self._charts = count(1)
        self._anchors = count(1)

    def section(self, section: Section) -> Section:
        written = heading_number(1, next(self._sections))
        blocks = tuple(self._blocks(section.blocks))
        slides = tuple(self._slide(slide) for slide in section.slides)
        return replace(section, number=written, anchor=f"sec-{section.key}", blocks=blocks, slides=slides)

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        upper, lower = count(1), count(1)
        for block in blocks:
            if isinstance(block, Heading):
                if block.level == 2:
                    lower = count(1)
                yield replace(
                    block,
                    number=heading_number(block.level, next(upper if block.level == 2 else lower)),
                    anchor=block.anchor or f"h-{next(self._anchors)}",
                )
            else:
                yield self._captioned(block)

    def _captioned(self, block: B) -> B:
        """A table or chart with its label; the same anchor gets the same label again."""
        if not isinstance(block, Table | Chart):
            return block
        anchor = block.anchor or f"b-{next(self._anchors)}"
        if anchor not in self.labels:
            self.labels[anchor] = (
                f"{TABLE}{next(self._tables)}" if isinstance(block, Table) else f"{ZH.chart}{next(self._charts)}"
            )
        return replace(block, anchor=anchor, label=self.labels[anchor])

    def _slide(self, slide: Slide) -> Slide:
        """Charts that only a slide shows have no number in the report, and none on the slide."""
        blocks = tuple(
            replace(block, label=self.labels.get(block.anchor, "")) if isinstance(block, Table | Chart) else block
            for block in slide.blocks
        )
        return replace(slide, blocks=blocks)


def _resolved(section: Section, labels: Mapping[str, str]) -> Section:
    return replace(section, blocks=tuple(_resolved_block(block, labels) for block in section.blocks))


def _resolved_block(block: Block, labels: Mapping[str, str]) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, spans=_spans(block.spans, labels))
        case Bullets():
            return replace(block, items=tuple(_spans(item, labels) for item in block.items))
    return block


def _spans(spans: Spans, labels: Mapping[str, str]) -> Spans:
    """References with their label; without a target they go, together with ``（见`` before and ``）`` after."""
    result: list[Span] = []
    closing = False
    for span in spans:
        if isinstance(span, Reference):
            if label := labels.get(span.target):
                result.append(Reference(span.target, label))
            else:
                closing = _open_bracket(result)
        elif closing and isinstance(span, Text):
            result.append(Text(span.text.removeprefix("）"), span.strong))
            closing = False
        else:
            result.append(span)
    return tuple(span for span in result if not (isinstance(span, Text) and not span.text))


def _open_bracket(result: list[Span]) -> bool:
    """Take ``（见`` off the end; say whether it was there."""
    last = result[-1] if result else None
    if isinstance(last, Text) and last.text.endswith("（见"):
        result[-1] = Text(last.text.removesuffix("（见"), last.strong)
        return True
    return False
