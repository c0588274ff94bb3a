"""A document to plain text, much like Markdown: what a report says, without a file format in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from reportgen.document.model import (
    Bullets,
    Chart,
    Document,
    Figure,
    Footnote,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Reference,
    Section,
    Span,
    Spans,
    Table,
    Text,
    words_of,
)
from reportgen.writers.lines import caption_gap, heading_text, note_lines, source_line, unit_line, writable
from reportgen.writers.measure import around_point, display_width

GAP = "  "
"""Between the columns of a table."""


def write(document: Document) -> str:
    """Return the whole report as text: headings with number signs, tables with aligned columns, charts as their words.

    Blocks are parted by an empty line, each paragraph is one line; footnotes stand at the end, then the sources.
    """
    sheet = _Sheet(document)
    blocks = [_title(document), *sheet.sections(), *sheet.notes(), _sources(document)]
    return writable("\n\n".join(block for block in blocks if block)) + "\n"


def _title(document: Document) -> str:
    below = (document.subtitle, document.author, document.date_text)
    return "\n".join((f"# {' '.join(document.title.split())}", *filter(None, below)))


def _sources(document: Document) -> str:
    return "\n".join((document.labels.source.strip(), *(f"- {line}" for line in document.sources))) if document.sources else ""


class _Sheet:
    """The text of one document as it grows, with the footnotes met so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.footnotes: list[str] = []

    def sections(self) -> Iterator[str]:
        for section in self.document.sections:
            yield self._heading(1, section.number, section.title)
            yield from self._blocks(section)

    def notes(self) -> Iterator[str]:
        if self.footnotes:
            yield "\n".join(f"[^{number}]: {note}" for number, note in enumerate(self.footnotes, 1))

    def _blocks(self, section: Section) -> Iterator[str]:
        return (WRITERS[type(block)](self, block) for block in section.blocks)

    def _heading(self, level: int, number: str, text: str) -> str:
        return f"{'#' * (level + 1)} {heading_text(number, self.document.language)}{text}"

    def heading(self, block: Heading) -> str:
        return self._heading(block.level, block.number, self.spans(block.spans))

    def paragraph(self, block: Paragraph) -> str:
        return self.spans(block.spans)

    def bullets(self, block: Bullets) -> str:
        marks = (f"{number}." if block.ordered else "-" for number in range(1, len(block.items) + 1))
        return "\n".join(f"{mark} {self.spans(item)}" for mark, item in zip(marks, block.items, strict=True))

    def key_figures(self, block: KeyFigures) -> str:
        return "\n".join(map(self._key_figure, block.items))

    def _key_figure(self, item: KeyFigure) -> str:
        labels, detail = self.document.labels, self.spans(item.detail)
        gap, opening, closing = ("", "（", "）") if self.document.language == "zh" else (" ", "(", ")")
        if detail:
            detail = gap + (detail if detail.startswith(opening) else f"{opening}{detail}{closing}")
        return f"- {item.label}{labels.colon}{item.figure.text}{detail}"

    def chart(self, block: Chart) -> str:
        spec, labels = block.spec, self.document.labels
        told = f"[{labels.chart}{labels.colon}{spec.alt}]" if spec.alt else ""
        notes = map(self.spans, note_lines(tuple((Text(note),) for note in spec.notes), self.document))
        lines = (self._caption(block), spec.title, told, *notes, source_line(spec.source, labels))
        return "\n".join(filter(None, lines))

    def table(self, block: Table) -> str:
        labels = self.document.labels
        grid = table_lines(block, [[" ".join(self.spans(cell).split()) for cell in row] for row in block.rows])
        notes = (self.spans(note) for note in note_lines(block.notes, self.document))
        lines = (self._caption(block), unit_line(block.unit, labels), *grid, *notes, source_line(block.source, labels))
        return "\n".join(filter(None, lines))

    def _caption(self, block: Table | Chart) -> str:
        text = words_of(block.subject) if isinstance(block, Chart) else block.caption
        return f"{block.label}{caption_gap(self.document)}{text}" if text else block.label

    def spans(self, spans: Spans) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        match span:
            case Text(text, strong) | Figure(text=text, strong=strong):
                return f"**{text}**" if strong and text else text
            case Reference():
                return span.text
            case Footnote():
                note = self.spans(span.spans)
                self.footnotes.append(note)
                return f"[^{len(self.footnotes)}]"


WRITERS: Mapping[type, Callable[[_Sheet, Any], str]] = {
    Heading: _Sheet.heading,
    Paragraph: _Sheet.paragraph,
    Bullets: _Sheet.bullets,
    KeyFigures: _Sheet.key_figures,
    Table: _Sheet.table,
    Chart: _Sheet.chart,
}
"""The writer of each kind of block."""


def table_lines(block: Table, rows: Sequence[Sequence[str]]) -> list[str]:
    """Return header, rule and rows of a table, its columns aligned in a fixed-width font and numbers at their point."""
    ordinary = [row for index, row in enumerate(rows) if index not in block.groups]
    columns = [_aligned([row[place] for row in ordinary], column.align) for place, column in enumerate(block.columns)]
    widths = [max(map(display_width, (column.title, *cells))) for column, cells in zip(block.columns, columns, strict=True)]
    numbers = [column.align == "number" for column in block.columns]
    body = (_line(cells, widths, numbers) for cells in zip(*columns, strict=True))
    lines = [row[0] if index in block.groups else next(body) for index, row in enumerate(rows)]
    return [_line([column.title for column in block.columns], widths, numbers), GAP.join("-" * wide for wide in widths), *lines]


def _aligned(cells: Sequence[str], align: str) -> Sequence[str]:
    """Pad numbers behind, so that flush right their decimal points stand in one line."""
    if align == "text":
        return cells
    behind = [display_width(parts[1]) if (parts := around_point(cell)) else 0 for cell in cells]
    return [cell + " " * (max(behind) - own) for cell, own in zip(cells, behind, strict=True)]


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    padded = (_padded(cell, wide, number) for cell, wide, number in zip(cells, widths, numbers, strict=True))
    return GAP.join(padded).rstrip()


def _padded(cell: str, wide: int, right: bool) -> str:
    space = " " * (wide - display_width(cell))
    return space + cell if right else cell + space
