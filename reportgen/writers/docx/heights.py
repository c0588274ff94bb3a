"""How much room each block of a report takes on its page, by the styles of the look; an estimate, in twips.

It serves to decide what stands where before a program sets the page. In a look of exact line pitches, such as the official one,
it is right but for a line here and there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from reportgen.document.model import (
    Block,
    Bullets,
    Chart,
    Document,
    Footnote,
    Heading,
    KeyFigures,
    Paragraph,
    Spans,
    Table,
    Text,
)
from reportgen.writers.docx.key_figures import grid
from reportgen.writers.docx.look import Look
from reportgen.writers.docx.tables import Layout
from reportgen.writers.docx.xml import Element, find, qualified, value
from reportgen.writers.lines import heading_text, note_lines, plain, source_line, unit_line
from reportgen.writers.measure import lines

UNEVEN = 1.03
"""What lines lose to punctuation that may not begin a line, to words that do not break, and to digits wider than those measured."""
CARD_PADDING = 40


@dataclass(frozen=True, slots=True)
class Lines:
    """Text that a page may break between its lines."""

    count: int
    pitch: int
    before: int = 0
    after: int = 0
    notes: int = 0
    """Height of its footnotes."""
    kept: bool = False
    """Whether it stays with what follows, as headings do."""


@dataclass(frozen=True, slots=True)
class Solid:
    """What stays on one page."""

    height: int
    before: int = 0
    after: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """A table that a page may break between its rows; its head stands on every page."""

    above: int
    """Caption and unit line."""
    head: int
    rows: tuple[int, ...]
    below: int
    before: int = 0
    after: int = 0
    notes: int = 0

    @property
    def whole(self) -> Solid:
        """The same table kept on one page."""
        return Solid(self.above + self.head + sum(self.rows) + self.below, self.before, self.after, self.notes)


Thing = Lines | Solid | Rows
PictureHeight = Callable[[Chart], int]


@dataclass(frozen=True, slots=True)
class Heights:
    """Measures the blocks of one report."""

    look: Look
    document: Document
    picture: PictureHeight
    """Height of a chart's picture at its usual size."""
    plan: Callable[[Table], Layout]
    known: dict[int, tuple[Block, tuple[Thing, ...]]] = field(default_factory=dict)
    """What was measured already, by identity; the block is held so that it stays the same one."""

    def of(self, block: Block) -> tuple[Thing, ...]:
        """Return what a block puts on the page, top to bottom."""
        if id(block) not in self.known:
            self.known[id(block)] = (block, self._of(block))
        return self.known[id(block)][1]

    def _of(self, block: Block) -> tuple[Thing, ...]:
        match block:
            case Heading():
                lead = heading_text(block.number, self.document.language)
                return (self.lines(f"heading {block.level}", (Text(lead), *block.spans), kept=True),)
            case Paragraph():
                return (self.lines("Note" if block.role == "note" else "Body Text", block.spans),)
            case Bullets():
                style = "List Number" if block.ordered else "List Bullet"
                return tuple(self.lines(style, (Text("——"), *item)) for item in block.items)
            case KeyFigures():
                return (self._cards(block),) if block.items else ()
            case Table():
                return (self.table(block),)
            case Chart():
                return (self.chart(block, self.picture(block)),)

    def lines(self, style: str, spans: Spans, *, kept: bool = False) -> Lines:
        """Return a paragraph."""
        set_, text = self.look.typeset(style), plain(spans)
        em = set_.points * 20 + set_.closer
        count = lines("　" * round(set_.first / em) + text, (self.look.width - set_.left) / em)
        space = set_.spacing
        return Lines(count, space.line, space.before, space.after, self._notes(spans), kept)

    def made(self, paragraph: Element) -> Lines:
        """Return a paragraph that is written already, with the spacing of its own that it has."""
        style, own = find(paragraph, "w:pPr/w:pStyle"), find(paragraph, "w:pPr/w:spacing")
        text = "".join(node.text or "" for node in paragraph.iter(qualified("w:t")))
        lines = self.lines(self.look.name(value(style)) if style is not None else "Normal", (Text(text),))
        if own is None:
            return lines
        pitch, before, after = (int(value(own, key) or usual) for key, usual in _usual(lines))
        return replace(lines, pitch=pitch, before=before, after=after)

    def height(self, style: str, spans: Spans) -> int:
        """Return the height of the lines of a paragraph without the white around it."""
        text = self.lines(style, spans)
        return text.count * text.pitch

    def chart(self, block: Chart, picture: int) -> Solid:
        """Return a chart whose picture is so high."""
        figure, caption = self.look.spacing("Figure"), self.look.spacing("caption")
        source = source_line(block.spec.source, self.document.labels)
        words = self.height("Figure Note", (Text(source),)) if source else 0
        under = self.height("caption", (Text(f"{block.label}　"), *block.subject)) + max(0, caption.before)
        return Solid(picture + figure.after + words + under, figure.before, caption.after)

    def table(self, block: Table) -> Rows:
        """Return a table with caption, unit line, notes and source."""
        labels, plan = self.document.labels, self.plan(block)
        pitch = self.look.spacing(f"Table Text{plan.suffix}").line
        margins = self.look.cell_margins(self.look.settings.table_style)
        head, *rows = (count * pitch + margins for count in plan.counts)
        caption, unit = self.look.spacing("Table Caption"), self.look.spacing("Table Unit")
        above = self.height("Table Caption", (Text(f"{block.label}　{block.caption}"),)) + max(caption.after, unit.before)
        if block.unit:
            above += self.height("Table Unit", (Text(unit_line(block.unit, labels)),)) + unit.after
        note = self.look.spacing("Table Note")
        below = sum(self.height("Table Note", spans) for spans in self._below(block)) + note.before
        notes = sum(self._notes(cell) for row in block.rows for cell in row)
        return Rows(above, head, tuple(rows), below, caption.before, note.after, notes)

    def _below(self, block: Table) -> Iterator[Spans]:
        yield from note_lines(block.notes, self.document)
        if block.source:
            yield (Text(source_line(block.source, self.document.labels)),)

    def _cards(self, block: KeyFigures) -> Solid:
        plan = grid(block, self.look.width, self.look.points("Key Figure Number"))
        names = ("Label", "Number", "Detail")
        spaces = [self.look.spacing(f"Key Figure {name}") for name in names]
        one = sum(space.line + space.before + space.after for space in spaces) + CARD_PADDING
        return Solid(len(plan.rows) * one + 400)

    def _notes(self, spans: Spans) -> int:
        return sum(self.height("footnote text", span.spans) for span in spans if isinstance(span, Footnote))


def _usual(lines: Lines) -> tuple[tuple[str, int], ...]:
    return ("line", lines.pitch), ("before", lines.before), ("after", lines.after)
