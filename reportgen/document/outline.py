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
from reportgen.document.words import Words

B = TypeVar("B")


def number(sections: Iterable[Section], words: Words) -> tuple[Section, ...]:
    """Number everything and put the labels into the references; references to what was left out go, with their brackets."""
    counted = _Counter(words)
    numbered = [counted.section(section) for section in sections]
    resolve = _Resolver(counted.labels, words.REFERENCE)
    return tuple(map(resolve.section, numbered))


class _Counter:
    """Counts through one document; ``labels`` collects what each anchor is called."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.labels: dict[str, str] = {}
        self._sections = count(1)
        self._tables = count(1)
        self._charts = count(1)
        self._anchors = count(1)

    def section(self, section: Section) -> Section:
        written = self.words.heading_number(1, next(self._sections))
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
                    number=self.words.heading_number(block.level, next(upper if block.level == 2 else lower)),
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
            self.labels[anchor] = self._label(block)
        return replace(block, anchor=anchor, label=self.labels[anchor])

    def _label(self, block: Table | Chart) -> str:
        if isinstance(block, Table):
            return self.words.table_label(next(self._tables))
        return self.words.chart_label(next(self._charts))

    def _slide(self, slide: Slide) -> Slide:
        """Charts that only a slide shows have no number in the report, and none on the slide."""
        blocks = tuple(
            replace(block, label=self.labels.get(block.anchor, "")) if isinstance(block, Table | Chart) else block
            for block in slide.blocks
        )
        return replace(slide, blocks=blocks)


class _Resolver:
    """Puts labels into references; ``brackets`` are what stands round a reference and goes with it."""

    def __init__(self, labels: Mapping[str, str], brackets: tuple[str, str]) -> None:
        self.labels = labels
        self.opening, self.closing = brackets

    def section(self, section: Section) -> Section:
        return replace(section, blocks=tuple(map(self._block, section.blocks)))

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph() | Heading():
                return replace(block, spans=self._spans(block.spans))
            case Bullets():
                return replace(block, items=tuple(map(self._spans, block.items)))
        return block

    def _spans(self, spans: Spans) -> Spans:
        """References with their label; without a target they go, together with ``（见`` before and ``）`` after."""
        result: list[Span] = []
        open_ = False
        for span in spans:
            if isinstance(span, Reference):
                if label := self.labels.get(span.target):
                    result.append(Reference(span.target, label))
                else:
                    open_ = self._open_bracket(result)
            elif open_ and isinstance(span, Text):
                result.append(Text(span.text.removeprefix(self.closing), span.strong))
                open_ = False
            else:
                result.append(span)
        return tuple(span for span in result if not (isinstance(span, Text) and not span.text))

    def _open_bracket(self, result: list[Span]) -> bool:
        """Take ``（见`` off the end; say whether it was there."""
        last = result[-1] if result else None
        if isinstance(last, Text) and last.text.endswith(self.opening):
            result[-1] = Text(last.text.removesuffix(self.opening), last.strong)
            return True
        return False
