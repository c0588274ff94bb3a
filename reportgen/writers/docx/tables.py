"""Tables with three lines: heavy rules above and below, a thin one under the header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportgen.document.model import Spans, Table, Text
from reportgen.errors import WriterError
from reportgen.notices import TableTooWide
from reportgen.writers.docx.captions import caption
from reportgen.writers.docx.columns import Need, need, number_insets, shared, tight
from reportgen.writers.docx.look import Look
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import gap, paragraph
from reportgen.writers.docx.runs import runs, words
from reportgen.writers.docx.xml import Element, w
from reportgen.writers.lines import note_lines, plain, source_line, unit_line
from reportgen.writers.measure import lines

SMALL = " Small"
PADDING = {"": 170, SMALL: 90}
"""Left and right cell margins together, in twips, by the suffix of the styles: those of the look, those of small tables."""
LEADING = 1.6
"""Line pitch in ems, cell margins included, to judge the height of a table."""
SHORT = 0.5
"""A table not higher than this part of the page stays on one page."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that is decided about a table before a line of it is written."""

    suffix: str
    """Of the names of its styles: `` Small`` where the columns would not fit otherwise."""
    fits: bool
    """Whether no number or word has to be broken."""
    widths: tuple[int, ...]
    """Of the columns, in twips."""
    insets: tuple[tuple[int | None, ...], ...]
    """For each row and column the distance of a number from the right edge in twips; ``None`` for texts."""
    kept: frozenset[int]
    """Indices of the rows that stay on the page of the next row (of the notes, for the last row)."""
    counts: tuple[int, ...] = ()
    """How many lines the header and each row have."""


def table(manuscript: Manuscript, block: Table) -> Iterator[Element]:
    """Return caption, unit line, table, notes and source."""
    look, labels = manuscript.look, manuscript.document.labels
    plan = plan_of(manuscript, block)
    if block.anchor in manuscript.broken:
        plan = replace(plan, kept=_kept(block, short=False))
    if not plan.fits:
        manuscript.notices.append(TableTooWide(block.label, len(block.columns)))
    yield caption(manuscript, block, "Table Caption")
    if block.unit:
        yield paragraph(look, "Table Unit", words(manuscript, unit_line(block.unit, labels)))
    yield _table(manuscript, block, plan)
    yield from _below(manuscript, block)


def _below(manuscript: Manuscript, block: Table) -> Iterator[Element]:
    labels = manuscript.document.labels
    lines: list[Spans] = list(note_lines(block.notes, manuscript.document))
    if block.source:
        lines.append((Text(source_line(block.source, labels)),))
    if not lines:
        yield gap(manuscript.look)  # else Word would join this table to a next one
    for position, spans in enumerate(lines, 1):
        yield paragraph(
            manuscript.look, "Table Note", *runs(manuscript, spans), keep=position < len(lines), more=(w("keepLines"),)
        )


def _demand_columns(block: Table) -> None:
    wrong = [index for index, row in enumerate(block.rows, 1) if index - 1 not in block.groups and len(row) != len(block.columns)]
    if not block.columns:
        raise WriterError("a table needs at least one column", place=block.label)
    if wrong:
        raise WriterError(f"row {wrong[0]} has not as many cells as the table has columns", place=block.label)


def plan_of(manuscript: Manuscript, block: Table) -> Layout:
    """Return the layout of a table of a report, made once."""
    if block.anchor not in manuscript.plans:
        manuscript.plans[block.anchor] = layout_in(manuscript.look, block)
    return manuscript.plans[block.anchor]


def layout_in(look: Look, block: Table, *, small: bool = False) -> Layout:
    """Return the layout of a table in the text area and the type of a look, perhaps in the small one; one not in order is refused."""
    _demand_columns(block)
    suffixes = (SMALL,) if small else tuple(PADDING)
    return layout(block, look.width, look.height, {suffix: look.points(f"Table Text{suffix}") for suffix in suffixes})


def layout(block: Table, room: int, page: int, points: Mapping[str, float]) -> Layout:
    """Return the layout of a table in a text area of ``room`` x ``page`` twips; ``points`` are the sizes of type by suffix."""
    cells = [
        ("",) * len(block.columns) if index in block.groups else tuple(plain(cell, "*") for cell in row)
        for index, row in enumerate(block.rows)
    ]
    columns = list(zip(*cells, strict=True)) if cells else [()] * len(block.columns)
    for suffix, size in points.items():
        em, padding = size * 20, PADDING[suffix] / (size * 20)
        needs = _needs(block, columns, padding)
        if not tight(needs, room / em):
            break
    widths = shared(needs, room / em)
    inner = [wide - padding for wide in widths]
    counts = [_lines(row, inner) for row in ([column.title for column in block.columns], *cells)]
    short = sum(counts[1:]) * LEADING * em <= page * SHORT
    insets = _insets(block, columns, inner, em) if cells else ()
    return Layout(suffix, not tight(needs, room / em), _whole(widths, room), insets, _kept(block, short), tuple(counts))


def _needs(block: Table, columns: Sequence[Sequence[str]], padding: float) -> list[Need]:
    return [
        need(column.title, texts, number=column.align == "number", weight=column.weight, padding=padding)
        for column, texts in zip(block.columns, columns, strict=True)
    ]


def _insets(block: Table, columns: Sequence[Sequence[str]], inner: list[float], em: float) -> tuple[tuple[int | None, ...], ...]:
    by_column = [
        _twips(number_insets(texts, space), em) if column.align == "number" else (None,) * len(texts)
        for column, texts, space in zip(block.columns, columns, inner, strict=True)
    ]
    return tuple(zip(*by_column, strict=True))


def _twips(insets: list[float | None], em: float) -> tuple[int | None, ...]:
    return tuple(None if inset is None else round(inset * em) for inset in insets)


def _whole(widths: list[float], room: int) -> tuple[int, ...]:
    """Round widths to twips that add up to the room exactly."""
    total, edges = sum(widths), [0]
    for position in range(len(widths)):
        edges.append(round(sum(widths[: position + 1]) / total * room))
    return tuple(right - left for left, right in pairwise(edges))


def _lines(row: Sequence[str], inner: list[float]) -> int:
    return max(lines(text, max(space, 1)) for text, space in zip(row, inner, strict=True))


def _kept(block: Table, short: bool) -> frozenset[int]:
    """Keep a short table whole; of a long one the first rows with the header and the last two with the notes."""
    last = len(block.rows) - 1
    followed = {last} if block.notes or block.source else set()
    inside = set(range(last)) if short else {0, last - 1} | set(block.groups)
    return frozenset(inside | followed)


def _table(manuscript: Manuscript, block: Table, plan: Layout) -> Element:
    header = [
        _cell(wide, _header(manuscript, column.title, plan.suffix))
        for column, wide in zip(block.columns, plan.widths, strict=True)
    ]
    return w(
        "tbl",
        _properties(manuscript, block, plan),
        w("tblGrid", *(w("gridCol", w=wide) for wide in plan.widths)),
        w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *header),
        *(_row(manuscript, block, plan, index) for index in range(len(block.rows))),
    )


def _properties(manuscript: Manuscript, block: Table, plan: Layout) -> Element:
    half = PADDING[plan.suffix] // 2
    margins = w("tblCellMar", w("left", w=half, type="dxa"), w("right", w=half, type="dxa"))
    return w(
        "tblPr",
        w("tblStyle", val=manuscript.look.style(manuscript.look.settings.table_style, "table")),
        w("tblW", w=sum(plan.widths), type="dxa"),
        w("tblLayout", type="fixed"),
        margins if plan.suffix else None,
        w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=block.caption),
    )


def _header(manuscript: Manuscript, title: str, suffix: str) -> Element:
    return paragraph(manuscript.look, f"Table Header{suffix}", words(manuscript, title), keep=True)


def _row(manuscript: Manuscript, block: Table, plan: Layout, index: int) -> Element:
    keep = index in plan.kept
    if index in block.groups:
        title = paragraph(manuscript.look, f"Table Group{plan.suffix}", *runs(manuscript, block.rows[index][0]), keep=True)
        return w("tr", w("trPr", w("cantSplit")), _cell(sum(plan.widths), title, span=len(plan.widths)))
    places = map(_place, (column.align for column in block.columns), plan.insets[index])
    filled = (
        _cell(wide, _content(manuscript, spans, plan.suffix, place, keep))
        for spans, place, wide in zip(block.rows[index], places, plan.widths, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit")), *filled)


def _place(align: str, inset: int | None) -> Element | None:
    """Return what sets a number apart from the left-aligned texts: where it stands in its column."""
    if align == "text":
        return None
    return w("jc", val="center") if inset is None else w("ind", right=inset)


def _content(manuscript: Manuscript, spans: Spans, suffix: str, place: Element | None, keep: bool) -> Element:
    style = f"Table Text{suffix}" if place is None else f"Table Number{suffix}"
    more = () if place is None else (place,)
    return paragraph(manuscript.look, style, *runs(manuscript, spans), keep=keep, more=more)


def _cell(wide: int, content: Element, span: int = 1) -> Element:
    return w("tc", w("tcPr", w("tcW", w=wide, type="dxa"), w("gridSpan", val=span) if span > 1 else None), content)
