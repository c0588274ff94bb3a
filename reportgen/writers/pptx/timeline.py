"""Timelines: a native table of dates and events, with a line and dots between its two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.document.model import Event, Spans
from reportgen.writers.pptx import fit
from reportgen.writers.pptx.geometry import EMU_PER_POINT, Box, Emu, Points, emu
from reportgen.writers.pptx.look import LEADING
from reportgen.writers.pptx.model import Cell, Ornament, Row, Run, TableShape
from reportgen.writers.pptx.text import Word, evenly, limits, refusal, words

MOST = 7
"""Events on one slide; more are not read as one line of time."""
_GUTTER: Points = 22.0
"""Between the line and the text on either side."""
_PADDING: Points = 5.0
_TALLEST: Points = 76.0
"""A row is stretched up to this height."""
_DOT: Emu = emu(11)
_LINE: Emu = emu(2)


@dataclass(frozen=True, slots=True)
class Entry:
    when: tuple[Word, ...]
    what: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline in one size: the width of the dates and, for each slide, its rows with their heights."""

    size: Points
    dates: Points
    parts: tuple[tuple[tuple[Entry, Points], ...], ...]


def lay(events: Sequence[Event], box: Box, normal: Points, slide: str) -> Laid:
    """Return the events in the largest size that fits, on as few slides as they need.

    Raises :class:`~reportgen.errors.WriterError` where one event alone is higher than the place.
    """
    entries = [Entry((Word(event.when, bold=True),), words(event.what)) for event in events]
    least = min(limits("timeline").least, normal)
    quiet = min(limits("timeline").quiet, normal)
    for count in range(-(-len(entries) // MOST), len(entries) + 1):
        # A further slide is better than type that strains the eyes, as long as it does not leave an event alone.
        smallest = least if len(entries) < 2 * (count + 1) else quiet
        for size in (normal - drop for drop in range(int(normal - smallest) + 1)):
            laid = _laid(entries, count, box, size)
            if all(sum(height for _, height in part) <= box.height_pt for part in laid.parts):
                return laid
    tallest = max(height for part in _laid(entries, len(entries), box, least).parts for _, height in part)
    raise refusal(slide, "Timeline", tallest - box.height_pt, least, "event")


def _laid(entries: Sequence[Entry], count: int, box: Box, size: Points) -> Laid:
    dates = min(max(fit.width(_pieces(entry.when)) for entry in entries) * size, box.width_pt / 4) + _GUTTER
    parts = (entries[start:end] for start, end in evenly(len(entries), count))
    return Laid(size, dates, tuple(tuple((entry, _height(entry, dates, box, size)) for entry in part) for part in parts))


def _height(entry: Entry, dates: Points, box: Box, size: Points) -> Points:
    sides = ((entry.when, dates - _GUTTER), (entry.what, box.width_pt - dates - _GUTTER))
    return max(len(fit.wrap(_pieces(text), wide / size)) for text, wide in sides) * size * LEADING + 2 * _PADDING


def _pieces(text: Sequence[Word]) -> tuple[fit.Piece, ...]:
    return tuple(fit.Piece(word.text, word.bold) for word in text)


# --- shapes ----------------------------------------------------------------------------------------------------------------


def shapes(laid: Laid, part: int, box: Box, name: str, idx: int, alt: Spans) -> Iterator[TableShape | Ornament]:
    """Return the line, the dots and, above them, the table of one part."""
    rows = _roomy(laid, part, box)
    columns = (emu(laid.dates), box.width - emu(laid.dates))
    table = TableShape(name, idx, Box(box.left, box.top, box.width, sum(row.height for row in rows)), columns, rows, "none", alt)
    yield from _ornaments(table)
    yield table


def _roomy(laid: Laid, part: int, box: Box) -> tuple[Row, ...]:
    """Return the rows, all of one height where the highest allows it: dots at equal distances read as a line of time."""
    found = laid.parts[part]
    heights = [height for _, height in found]
    even = min(box.height_pt / len(found), _TALLEST)
    air = (box.height_pt - sum(heights)) / len(found)
    chosen = [even if even >= max(heights) else max(height, min(height + air, _TALLEST)) for height in heights]
    return tuple(_row(entry, laid.size, high) for (entry, _), high in zip(found, chosen, strict=True))


def _row(entry: Entry, size: Points, high: Points) -> Row:
    when = Cell(_runs(entry.when, size), "right", left=0, right=emu(_GUTTER))
    return Row((when, Cell(_runs(entry.what, size), left=emu(_GUTTER), right=0)), int(high * EMU_PER_POINT))


def _runs(text: Sequence[Word], size: Points) -> tuple[Run, ...]:
    return tuple(Run(word.text, size, word.bold, word.facts, word.derived, word.number) for word in text)


def _ornaments(table: TableShape) -> Iterator[Ornament]:
    middle = table.box.left + table.columns[0]
    tops = [table.box.top + sum(row.height for row in table.rows[:n]) for n in range(len(table.rows))]
    centres = [top + row.height // 2 for top, row in zip(tops, table.rows, strict=True)]
    yield Ornament(f"{table.name} line", "line", Box(middle - _LINE // 2, table.box.top, _LINE, table.box.height))
    for n, centre in enumerate(centres, 1):
        yield Ornament(f"{table.name} dot {n}", "dot", Box(middle - _DOT // 2, centre - _DOT // 2, _DOT, _DOT))
