"""Tables on slides: widths of columns, heights of rows, sizes of type, and the rows that go on a further slide.

A table is a native one in the three-line style: a rule above, one under the header, one below. Figures of a column stand with
their decimal points under each other, by the right margins of their cells, so that the text of a cell stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.document.model import Column, Table
from reportgen.writers.pptx import fit
from reportgen.writers.pptx.geometry import EMU_PER_POINT, Box, Emu, Points, emu
from reportgen.writers.pptx.look import LEADING
from reportgen.writers.pptx.model import Cell, Row, Run
from reportgen.writers.pptx.text import Word, evenly, limits, refusal, words

MARGIN: Points = 7.2
"""Between a cell's sides and its text."""
PADDING: Points = 4.0
"""Above and below the text of a cell."""
COMFORT = 2.7
"""A row of one line is at most this many times the size of its type high."""
FEW_ROWS, LOOSE = 5, 3.4
"""With so few rows, the header among them, a row may be this many times as high: a short table does not cling to the top."""

# --- rows ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A row before its size is known."""

    cells: tuple[tuple[Word, ...], ...]
    kind: str = "body"
    """``header``, ``body`` or ``group``; a group title has one cell that spans the row."""


def header(table: Table) -> Entry:
    return Entry(tuple((Word(column.title, bold=True),) for column in table.columns), "header")


def entries(table: Table) -> tuple[Entry, ...]:
    """Return the rows under the header; group titles are bold."""
    return tuple(_entry(table, n) for n in range(len(table.rows)))


def _entry(table: Table, number: int) -> Entry:
    row = table.rows[number]
    if number in table.groups:
        return Entry((words(row[0], bold=True),), "group")
    return Entry(tuple(words(cell) for cell in row))


def parted(rows: Sequence[Entry], bounds: Sequence[tuple[int, int]]) -> tuple[tuple[Entry, ...], ...]:
    """Return the rows in parts from start to end; a part that starts within a group repeats its title, and none ends with one."""
    starts = [_before_title(rows, start) for start, _ in bounds]
    ends = [*starts[1:], len(rows)]
    return tuple((*_title_of(rows, start), *rows[start:end]) for start, end in zip(starts, ends, strict=True) if start < end)


def _before_title(rows: Sequence[Entry], start: int) -> int:
    """Return ``start``, or the group title just before it."""
    while start and rows[start - 1].kind == "group":
        start -= 1
    return start


def _title_of(rows: Sequence[Entry], start: int) -> tuple[Entry, ...]:
    """Return the title of the group that goes on at ``start``."""
    titles = [row for row in rows[:start] if row.kind == "group"]
    return tuple(titles[-1:]) if rows[start].kind != "group" else ()


# --- widths ----------------------------------------------------------------------------------------------------------------


def widths(naturals: Sequence[Points], weights: Sequence[int], total: Points) -> tuple[Points, ...]:
    """Return widths that add up to ``total``.

    Every column gets what its longest text needs, and the rest goes by weight. Where that is too much, columns that need less
    than their share keep what they need, and the others share what is left.

    >>> widths([50, 50], [1, 3], 200)
    (75.0, 125.0)
    >>> widths([40, 400, 400], [1, 1, 1], 300)
    (40, 130.0, 130.0)
    """
    if sum(naturals) <= total:
        spare = (total - sum(naturals)) / sum(weights)
        return tuple(natural + spare * weight for natural, weight in zip(naturals, weights, strict=True))
    kept = _kept(naturals, weights, total)
    unit = (total - sum(kept.values())) / sum(weight for n, weight in enumerate(weights) if n not in kept)
    return tuple(kept.get(n, unit * weight) for n, weight in enumerate(weights))


def _kept(naturals: Sequence[Points], weights: Sequence[int], total: Points) -> dict[int, Points]:
    """Return the columns that need no more than their share of what the others leave."""
    kept: dict[int, Points] = {}
    while True:
        unit = (total - sum(kept.values())) / sum(weight for n, weight in enumerate(weights) if n not in kept)
        more = {n: natural for n, natural in enumerate(naturals) if n not in kept and natural <= unit * weights[n]}
        if not more:
            return kept
        kept |= more


def natural(cells: Sequence[tuple[Word, ...]], size: Points) -> Points:
    """Return the width that the longest of the cells needs on one line, margins included."""
    return max(fit.width(_pieces(cell)) for cell in cells) * size + 2 * MARGIN


def _pieces(cell: tuple[Word, ...]) -> tuple[fit.Piece, ...]:
    return tuple(fit.Piece(word.text, word.bold) for word in cell)


# --- one size --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table laid out in one size."""

    size: Points
    columns: tuple[Points, ...]
    heights: tuple[tuple[Points, ...], ...]
    """Row heights of each part, header included."""

    def fits(self, room: Points) -> bool:
        return all(sum(part) <= room for part in self.heights)


def measured(columns: Sequence[Column], head: Entry, parts: Sequence[Sequence[Entry]], total: Points, size: Points) -> Sheet:
    """Return the parts of a table of width ``total`` laid out in ``size``."""
    single = [entry for part in parts for entry in (head, *part) if entry.kind != "group"]
    naturals = [natural([entry.cells[n] for entry in single], size) for n in range(len(columns))]
    across = widths(naturals, [column.weight for column in columns], total)
    return Sheet(size, across, tuple(tuple(_height(entry, across, size) for entry in (head, *part)) for part in parts))


def _height(entry: Entry, across: Sequence[Points], size: Points) -> Points:
    spans = [sum(across)] if entry.kind == "group" else across
    lines = (len(fit.wrap(_pieces(cell), (span - 2 * MARGIN) / size)) for cell, span in zip(entry.cells, spans, strict=True))
    return max(lines) * size * LEADING + 2 * PADDING


# --- the whole -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Laid:
    """A finished table: its columns and, for each slide, its rows."""

    size: Points
    columns: tuple[Emu, ...]
    parts: tuple[tuple[Row, ...], ...]


def lay(table: Table, box: Box, normal: Points, slide: str) -> Laid:
    """Return the table in its largest fitting size, or on as few slides as it takes, each with the header.

    Raises :class:`~reportgen.errors.WriterError` where a single row does not fit under the header.
    """
    head, rows = header(table), entries(table)
    for bounds in _divisions(table, head, rows, box):
        parts = parted(rows, bounds)
        for size in _sizes(normal):
            sheet = measured(table.columns, head, parts, box.width_pt, size)
            if sheet.fits(box.height_pt):
                return _laid(table, head, parts, sheet, box)
    least = measured(table.columns, head, [[row] for row in rows], box.width_pt, limits("table").least)
    raise refusal(slide, "Table", max(map(sum, least.heights)) - box.height_pt, least.size, "row and its header")


def _sizes(normal: Points) -> Iterator[Points]:
    least = min(limits("table").least, normal)
    yield from (normal - drop for drop in range(int(normal - least) + 1))


def _divisions(table: Table, head: Entry, rows: Sequence[Entry], box: Box) -> Iterator[list[tuple[int, int]]]:
    """Return ways to divide the rows, fewest parts first: one, then as many equal ones as a readable size needs, and more."""
    yield [(0, len(rows))]
    sheet = measured(table.columns, head, [rows], box.width_pt, limits("table").quiet)
    top, *heights = sheet.heights[0]
    needed = int(sum(heights) // max(box.height_pt - top, 1)) + 1
    yield from (evenly(len(rows), count) for count in range(max(needed, 2), len(rows) + 1))


def _laid(table: Table, head: Entry, parts: Sequence[Sequence[Entry]], sheet: Sheet, box: Box) -> Laid:
    aligned = tuple(_aligned(table, n, sheet) for n in range(len(table.columns)))
    finished = tuple(_rows(head, part, heights, aligned, sheet, box) for part, heights in zip(parts, sheet.heights, strict=True))
    return Laid(sheet.size, _whole(sheet.columns, box.width), finished)


def _whole(columns: Sequence[Points], total: Emu) -> tuple[Emu, ...]:
    """Return the widths in EMU, the last one taking what rounding leaves."""
    first = tuple(emu(column) for column in columns[:-1])
    return (*first, total - sum(first))


# --- figures under each other ----------------------------------------------------------------------------------------------

_NUMBER = re.compile(r"\D{0,2}?[+\-−]?\d[\d,]*")


@dataclass(frozen=True, slots=True)
class Aligned:
    """How the cells of one column are set."""

    number: bool
    tail: float = 0.0
    """Widest part after the units digit, in em."""
    side: Points = MARGIN
    """Margin at the right of the widest tail: it brings the block of figures under the middle of the header."""

    def right(self, cell: tuple[Word, ...], size: Points) -> Points:
        return self.side + (self.tail - _tail(cell)) * size if self.number else MARGIN


def _tail(cell: tuple[Word, ...]) -> float:
    """Return the width of what follows the units digit: decimals and unit; a dash or an empty cell has none."""
    text = "".join(word.text for word in cell)
    found = _NUMBER.match(text)
    return fit.width([fit.Piece(text[found.end() :])]) if found else 0.0


def _aligned(table: Table, number: int, sheet: Sheet) -> Aligned:
    if table.columns[number].align != "number":
        return Aligned(False)
    cells = [words(row[number]) for n, row in enumerate(table.rows) if n not in table.groups]
    tails = [_tail(cell) for cell in cells]
    heads = [fit.width(_pieces(cell)) - tail for cell, tail in zip(cells, tails, strict=True)]
    room = sheet.columns[number] - (max(heads) + max(tails)) * sheet.size
    # Too narrow for both the longest head and the longest tail: the figures stand flush right.
    return Aligned(True, max(tails), room / 2) if room >= 2 * MARGIN else Aligned(False)


# --- finished rows ---------------------------------------------------------------------------------------------------------


def _rows(
    head: Entry, part: Sequence[Entry], heights: Sequence[Points], aligned: Sequence[Aligned], sheet: Sheet, box: Box
) -> tuple[Row, ...]:
    air = max(box.height_pt - sum(heights), 0) / len(heights)
    highest = sheet.size * (LOOSE if len(heights) <= FEW_ROWS else COMFORT)
    roomy = [max(height, min(height + air, highest)) for height in heights]
    return tuple(_row(entry, high, aligned, sheet.size) for entry, high in zip((head, *part), roomy, strict=True))


def _row(entry: Entry, high: Points, aligned: Sequence[Aligned], size: Points) -> Row:
    cells = tuple(_cell(entry, n, aligned[n], size) for n in range(len(entry.cells)))
    return Row(
        cells, int(high * EMU_PER_POINT), "group" if entry.kind == "group" else "header" if entry.kind == "header" else "body"
    )


def _cell(entry: Entry, number: int, how: Aligned, size: Points) -> Cell:
    runs = tuple(Run(word.text, size, word.bold, word.facts, word.derived, word.number) for word in entry.cells[number])
    if entry.kind == "group":
        return Cell(runs)
    if entry.kind == "header":
        return Cell(runs, "center" if how.number else "left")
    return Cell(runs, "right", right=emu(how.right(entry.cells[number], size))) if how.number else Cell(runs)
