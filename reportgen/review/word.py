"""Word files: paragraphs, tables, notes, headers, text boxes, alternative texts and charts as passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen.review import chart_parts, grid
from reportgen.review.grid import Cell
from reportgen.review.identity import facts_by_name, manifest_in, recognised
from reportgen.review.package import Element, Package
from reportgen.review.passage import Document, Mark, Passage
from reportgen.review.plain_text import breaks_off
from reportgen.review.surroundings import Around
from reportgen.review.words import W, children, pieces, text_of
from reportgen.writers.docx.passages import control_id
from reportgen.writers.manifest import Piece

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CAPTION = re.compile(r"\s*(?P<label>(?:附?[表图]|Table|Figure)\s?[0-9]{1,3})")
_HEADING = re.compile(r"(?:heading|title|标题)\s*(?P<level>[1-9])?", re.I)
_ASIDE = (("header", "header"), ("footer", "footer"), ("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))
"""Parts beside the body with the name of a passage in them."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands in the file: the part, its paragraphs by number in the part, and where each begins in the passage."""

    part: str
    paragraphs: tuple[tuple[int, int], ...]
    """Offset in the passage, number of the paragraph in the part."""


@dataclass
class _Reader:
    """Walks one part and knows the heading and paragraphs that it has passed."""

    package: Package
    part: str
    name: str = ""
    """How a passage outside the body is called; empty in the body."""
    styles: dict[str, str] = field(default_factory=dict)
    heading: str = ""
    count: int = 0
    """Paragraphs since the heading."""
    last: str = ""
    """The paragraph before."""
    picture: str = ""
    """What the file calls the last picture or chart."""
    caption: str = ""
    """The label of the last caption, to call a table or chart by."""
    numbers: dict[Element, int] = field(default_factory=dict)
    known: Mapping[str, Piece] = field(default_factory=dict)
    """Numbers that content controls name."""

    def passages(self, root: Element) -> Iterator[Passage]:
        self.numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"))}
        blocks = list(_blocks(root))
        for index, block in enumerate(blocks):
            if block.tag == f"{W}tbl":
                yield from self._table(block, _text_before(blocks, index))
            else:
                yield from self._paragraph(block, _text_of_block(blocks, index + 1))

    # --- paragraphs ---

    def _paragraph(self, paragraph: Element, after: str) -> Iterator[Passage]:
        text = text_of(paragraph)
        if text.strip():
            yield self._worded(paragraph, text, after)
        if match := _CAPTION.match(text):
            self.caption = match["label"]
        yield from self._inside(paragraph, text, after)

    def _worded(self, paragraph: Element, text: str, after: str) -> Passage:
        if self.name == "" and _HEADING.match(self.styles.get(_style(paragraph), "")):
            self.heading, self.count, self.last = text.strip(), 0, ""
        self.count += 1
        around = Around(self.heading, self.last if breaks_off(self.last) else "", after if breaks_off(text) else "")
        self.last = text
        marks, anchor = tuple(self._marks(paragraph, 0)), self._anchor(((0, paragraph),))
        return Passage(text, self._place(f"paragraph {self.count}"), around, marks=marks, holder=self._holder(), anchor=anchor)

    def _holder(self) -> str:
        """What the manifest calls the part."""
        return self.name or "body"

    def _marks(self, paragraph: Element, offset: int) -> Iterator[Mark]:
        """The numbers that stand in content controls of ours."""
        at = offset
        for element, text in pieces(paragraph):
            control = next((name for parent in element.iterancestors(f"{W}sdt") if (name := control_id(parent))), "")
            if piece := self.known.get(control):
                yield Mark(at, at + len(text), piece.facts, piece.text, piece.id, piece.number)
            at += len(text)

    def _place(self, what: str) -> str:
        return " › ".join(part for part in (self.name or self.heading, what) if part)

    def _anchor(self, paragraphs: Sequence[tuple[int, Element]]) -> Anchor:
        return Anchor(self.part, tuple((offset, self.numbers[paragraph]) for offset, paragraph in paragraphs))

    # --- what hangs in a paragraph ---

    def _inside(self, paragraph: Element, text: str, after: str = "") -> Iterator[Passage]:
        """Alternative texts, text boxes and charts that hang in a paragraph."""
        around = Around(self.heading, text or after or self.last)
        anchor = self._anchor(((0, paragraph),))
        for element in children(paragraph, frozenset({f"{_MC}Fallback"})):
            if element.tag == f"{_WP}docPr":
                self.picture = element.get("name", "")
            if element.tag == f"{_WP}docPr" and (told := " ".join(filter(None, (element.get("title"), element.get("descr"))))):
                yield Passage(
                    told,
                    self._place(f"alternative text of {element.get('name', 'a picture')}"),
                    around,
                    holder="alt",
                    anchor=anchor,
                )
            elif element.tag == f"{W}txbxContent":
                for box in element.iter(f"{W}p"):
                    if words := text_of(box):
                        yield Passage(
                            words, self._place("text box"), around, holder=self._holder(), anchor=self._anchor(((0, box),))
                        )
            elif element.tag == f"{_C}chart":
                yield from self._chart(element.get(f"{_R}id", ""), after, around, anchor)

    def _chart(self, id_: str, after: str, around: Around, anchor: Anchor) -> Iterator[Passage]:
        """A chart by the label of the caption below it, else by what the file calls it."""
        match = _CAPTION.match(after)
        called = self._place(f"chart {match['label'] if match else self.picture}")
        for related in self.package.related(self.part, "chart"):
            if related.id == id_:
                found = chart_parts.passages(self.package, related.part, called, self.picture, around)
                yield from (_anchored(passage, anchor) for passage in found)

    # --- tables ---

    def _table(self, table: Element, before: str) -> Iterator[Passage]:
        rows = [list(self._cells(row)) for row in table.iter(f"{W}tr") if _owner(row) is table]
        match = _CAPTION.match(before)
        name = match["label"] if match else self._place(f"table after paragraph {self.count}")
        for passage in grid.passages(rows, name, Around(self.heading, before)):
            yield replace(passage, holder=self._holder())
        for paragraph in table.iter(f"{W}p"):
            yield from self._inside(paragraph, text_of(paragraph))

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in children(row, frozenset({f"{W}tbl", f"{W}trPr", f"{W}p"})):
            if cell.tag != f"{W}tc":
                continue
            text, paragraphs = "", []
            marks: list[Mark] = []
            for paragraph in cell.iter(f"{W}p"):
                text += "\n" if text else ""
                paragraphs.append((len(text), paragraph))
                marks += self._marks(paragraph, len(text))
                text += text_of(paragraph)
            yield Cell(text, tuple(marks), self._anchor(paragraphs))
            yield from (Cell("") for _ in range(_span(cell) - 1))


def document(package: Package) -> Document:
    """The passages of a Word file: the body in reading order, then headers, footers, notes and comments."""
    main, manifest = package.main(), manifest_in(package)
    known = facts_by_name(manifest) if manifest else {}
    found = Document(package.name, (*_body(package, main, known), *_beside(package, main, known)))
    return recognised(found, manifest) if manifest else found


def _body(package: Package, main: str, known: Mapping[str, Piece]) -> Iterator[Passage]:
    body = package.xml(main).find(f"{W}body")
    if body is None:
        raise package.fault("it is no Word document")
    return _Reader(package, main, styles=_styles(package, main), known=known).passages(body)


def _beside(package: Package, main: str, known: Mapping[str, Piece]) -> Iterator[Passage]:
    for kind, name in _ASIDE:
        for number, related in enumerate(package.related(main, kind), start=1):
            called = name if kind.endswith("s") else f"{name} {number}"
            yield from _Reader(package, related.part, name=called, known=known).passages(package.xml(related.part))


def _styles(package: Package, main: str) -> dict[str, str]:
    """The name of each paragraph style by its id."""
    names: dict[str, str] = {}
    for related in package.related(main, "styles"):
        for style in package.xml(related.part).iter(f"{W}style"):
            name = style.find(f"{W}name")
            names[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "") if name is not None else ""
    return names


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


_WRAPS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "footnote", "endnote", "comment")
)


def _blocks(root: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, from within whatever wraps them."""
    for child in root:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPS:
            yield from _blocks(child)


def _owner(row: Element) -> Element | None:
    return next(row.iterancestors(f"{W}tbl"), None)


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return min(int(value), 64) if value.isdigit() else 1


def _text_of_block(blocks: Sequence[Element], index: int) -> str:
    return text_of(blocks[index]) if 0 <= index < len(blocks) and blocks[index].tag == f"{W}p" else ""


def _text_before(blocks: Sequence[Element], index: int) -> str:
    """The caption and unit line above a table."""
    lines = [_text_of_block(blocks, at) for at in range(max(0, index - 2), index)]
    caption = next((at for at, line in enumerate(lines) if _CAPTION.match(line)), len(lines) - 1)
    return " ".join(lines[max(0, caption) :])


def _anchored(passage: Passage, anchor: Anchor) -> Passage:
    return replace(passage, anchor=anchor)


def runs_at(paragraphs: Sequence[Element], anchor: Anchor, start: int, end: int) -> list[Element]:
    """The elements of text that print a stretch of a passage; ``paragraphs`` are those of its part."""
    found = []
    for offset, number in anchor.paragraphs:
        at = offset
        for element, text in pieces(paragraphs[number]):
            if at < end and start < at + len(text):
                found.append(element)
            at += len(text)
    return found
