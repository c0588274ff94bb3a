"""The evidence pack: every number of a report with its sentence, its fact, source and paragraph, formula, meaning and status.

It is a document of its own, made from the finished report alone, so that it can say nothing that the report does not; offices keep it
with the report, signed by those who wrote and checked it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.document.model import (
    Bullets,
    Chart,
    Column,
    Document,
    FactRecord,
    Figure,
    Footnote,
    Heading,
    KeyFigures,
    Paragraph,
    Section,
    Spans,
    Table,
    Text,
    words_of,
)
from reportgen.document.table_parts import NONE
from reportgen.document.words import WORDS, Words

MARK = "\u0000"
"""Stands for a figure while sentences are taken apart."""
_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+")
_LETTERS = "abcdefghij"
"""What the formulas of a dataset call the parents of a fact."""
_LINE = "＿" * 8
"""Where somebody signs."""


@dataclass(frozen=True, slots=True)
class Item:
    """One number of the report where it stands."""

    section: str
    """Number and title of the section."""
    sentence: str
    """The sentence that says it, or the cell, card or point of a chart that shows it."""
    figure: str
    facts: tuple[FactRecord, ...]
    parents: tuple[FactRecord, ...] = ()
    """What the first fact comes from, where it is derived."""


def items(document: Document) -> tuple[Item, ...]:
    """Every number of the report, in reading order."""
    known = {record.id: record for record in document.facts}
    return tuple(
        _item(section, sentence, figure, known) for section in document.sections for sentence, figure in _section(section)
    )


def _item(section: Section, sentence: str, figure: Figure, known: Mapping[str, FactRecord]) -> Item:
    facts = tuple(known[id_] for id_ in figure.facts if id_ in known)
    parents = tuple(known[id_] for record in facts[:1] for id_ in record.parents if id_ in known)
    return Item(section.number + section.title, sentence, figure.text, facts, parents)


Said = tuple[str, Figure]
"""A figure with the words that it is read in."""


def _section(section: Section) -> Iterator[Said]:
    for block in section.blocks:
        match block:
            case Heading() | Paragraph():
                yield from _sentences(block.spans)
            case Bullets():
                yield from (said for item in block.items for said in _sentences(item))
            case KeyFigures():
                yield from (said for item in block.items for said in _whole((Text(f"{item.label} "), item.figure, *item.detail)))
            case Table():
                yield from _table(block)
            case Chart():
                yield from _chart(block)


def _sentences(spans: Spans) -> Iterator[Said]:
    """The figures of a text, each with its sentence; a footnote is read behind the sentence that it hangs on."""
    figures = iter([span for span in spans if isinstance(span, Figure)])
    plain = "".join(MARK + span.text + MARK if isinstance(span, Figure) else words_of((span,)) for span in spans)
    for sentence in _SENTENCE.split(plain):
        for _ in range(sentence.count(MARK) // 2):
            yield sentence.replace(MARK, "").strip(), next(figures)
    for span in spans:
        if isinstance(span, Footnote):
            yield from _sentences(span.spans)


def _whole(spans: Spans) -> Iterator[Said]:
    yield from ((words_of(spans).strip(), span) for span in spans if isinstance(span, Figure))


def _table(block: Table) -> Iterator[Said]:
    """The figures of cells; a cell that is more than its figure is read as it stands, any other with its row and column."""
    for row in block.rows:
        for column, cell in zip(block.columns, row, strict=False):
            for said, figure in _sentences(cell):
                where = f"{block.label} {words_of(row[0])} × {column.title}"
                yield (where if said == figure.text else f"{block.label} {words_of(row[0])}: {said}", figure)
    yield from (said for note in block.notes for said in _sentences(note))


def _chart(block: Chart) -> Iterator[Said]:
    spec = block.spec
    for row in spec.series:
        for category, point in zip(spec.categories, row.points, strict=True):
            if point.facts:
                yield f"{block.label} {row.name} × {category}", Figure(point.label + spec.unit, point.facts)
    if spec.mark_facts:
        yield f"{block.label} {spec.mark_label}", Figure(spec.mark_label, spec.mark_facts)


# --- as a document ---------------------------------------------------------------------------------------------------------


def on_pages(document: Document) -> Document:
    """The evidence pack of a report for print: one table with the sections as its groups, and lines to sign on."""
    words, found = WORDS[document.language], items(document)
    rows, groups = _grouped(found, words)
    columns = _columns(words.EVIDENCE, (2, 15, 6, 13, 13, 3))
    note = (Text(words.EVIDENCE_NOTE + words.EVIDENCE_STOP),)
    caption = words.EVIDENCE_CAPTION.format(len(found))
    table = Table("evidence", words.table_label(1), caption, "", columns, tuple(rows), (note,), groups=tuple(groups))
    signed = Paragraph((Text("　".join(label + _LINE for label in words.SIGNATURES)),), "note")
    section = Section("evidence", "", words.EVIDENCE_HEADING, "evidence", (signed, table))
    title = words.EVIDENCE_TITLE.format(document.title)
    return replace(document, title=title, subtitle="", sections=(section,), contents=False, official=None, opening=())


def on_a_sheet(document: Document) -> Document:
    """The same for a workbook, in which rows are sorted and filtered: each row says all, its section and the facts included."""
    words, found = WORDS[document.language], items(document)
    number, *others = words.EVIDENCE
    columns = _columns((number, *words.EVIDENCE_MORE, *others), (2, 6, 9, 15, 5, 13, 13, 3))
    rows = tuple(_sheet_row(number, item, words) for number, item in enumerate(found, 1))
    table = Table("evidence", "", words.EVIDENCE_CAPTION.format(len(found)), "", columns, rows)
    page = on_pages(document)
    (section,) = page.sections
    return replace(page, sections=(replace(section, blocks=(section.blocks[0], table)),))


def _columns(titles: Iterable[str], weights: Iterable[int]) -> tuple[Column, ...]:
    return tuple(Column(title, weight=weight) for title, weight in zip(titles, weights, strict=True))


def _grouped(found: Iterable[Item], words: Words) -> tuple[list[tuple[Spans, ...]], list[int]]:
    """Rows under the titles of their sections; what a fact means is said once, and a sentence once for all its figures."""
    rows: list[tuple[Spans, ...]] = []
    groups: list[int] = []
    last, explained = Item("", "", "", ()), set[FactRecord]()
    for number, item in enumerate(found, 1):
        if last.section != item.section:
            groups.append(len(rows))
            rows.append(((Text(item.section),),))
        sentence = words.SAME if (last.section, last.sentence) == (item.section, item.sentence) else item.sentence
        whole = not explained.issuperset(item.facts[:1])
        rows.append(((Text(str(number), number="count"),), (Text(sentence),), *_cells(item, words, whole=whole)))
        explained.update(item.facts[:1])
        last = item
    return rows, groups


def _sheet_row(number: int, item: Item, words: Words) -> tuple[Spans, ...]:
    ids = "\n".join(record.id for record in item.facts)
    head = (str(number), item.section, ids, item.sentence)
    return (*((Text(text),) for text in head), *_cells(item, words, whole=True))


def _cells(item: Item, words: Words, *, whole: bool) -> tuple[Spans, ...]:
    """Figure, meaning, source and status; how the figure is defined only where ``whole`` is asked for."""
    if not item.facts:
        return ((Text(item.figure),), NONE, NONE, NONE)
    first = item.facts[0]
    meaning = "\n".join(filter(None, (f"{first.name} {first.when}", first.definition if whole else "")))
    sources = dict.fromkeys(text for record in item.facts for text in _origin(record, item.parents, words))
    figure = Figure(item.figure, tuple(record.id for record in item.facts))
    return (figure,), (Text(meaning),), (Text("\n".join(sources)),), (Text(words.STATUSES[first.status]),)


def _origin(record: FactRecord, parents: Sequence[FactRecord], words: Words) -> Iterator[str]:
    """Where a fact is from: source, paragraph and print, or the formula with what it is computed from."""
    if record.source:
        yield record.source + words.paragraph(record.paragraph) + words.printed(record.printed)
    if record.formula:
        signs = {ord(sign): written for sign, written in words.SIGNS.items()}
        yield words.COMPUTED.format(record.formula.replace(" ", "").translate(signs))
    for letter, parent in zip(_LETTERS, parents, strict=False):
        place = parent.source + words.paragraph(parent.paragraph) if parent.source else parent.formula
        yield words.operand(letter, f"{parent.name} {parent.when}", parent.text, place)
