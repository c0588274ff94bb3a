"""Key figures: a grid of large numbers, each under its name and above what goes with it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.document.model import KeyFigure, KeyFigures, Text
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import gap, paragraph
from reportgen.writers.docx.runs import figure, runs
from reportgen.writers.docx.xml import Element, w
from reportgen.writers.measure import width

MOST = 3
"""Numbers side by side, at most."""
SIZES = (1.0, 0.95, 0.9, 0.85, 0.8)
"""Parts of the look's own size that the numbers may be set in, rather than have fewer of them side by side."""
PADDING = 240
"""Room beside a number in its cell, in twips."""
SLACK = 1.2
"""What a machine's font may be wider than the one measured: a number must never part from its unit."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How the numbers stand."""

    rows: tuple[int, ...]
    """How many stand in each row; a row with fewer of them has wider cells."""
    points: float
    """Size of the numbers."""


def key_figures(manuscript: Manuscript, block: KeyFigures) -> Iterator[Element]:
    """Return the grid and the paragraph that parts it from what follows."""
    if not block.items:
        return
    look = manuscript.look
    yield gap(look)
    yield _table(manuscript, block.items, grid(block, look.width, look.points("Key Figure Number")))
    yield gap(look)


def grid(block: KeyFigures, room: int, points: float) -> Grid:
    """Return two or three numbers a row, in rows as equal as can be; where a number would not fit on one line, it is set smaller,
    and then there are fewer a row.

    ``room`` is the width of the text in twips, ``points`` the size of type that the look has for the numbers.
    """
    count = len(block.items)
    widest = max(width(item.figure.text) for item in block.items) * SLACK * 20
    most = min(2 if count in (2, 4) else MOST, count)
    for wide in range(most, 0, -1):
        for part in SIZES:
            size = math.floor(points * part * 2) / 2
            if widest * size + PADDING <= room / wide:
                return Grid(_rows(count, wide), size)
    return Grid(_rows(count, 1), math.floor(points * SIZES[-1] * 2) / 2)


def _rows(count: int, wide: int) -> tuple[int, ...]:
    rows = math.ceil(count / wide)
    return tuple(count // rows + (position < count % rows) for position in range(rows))


def _table(manuscript: Manuscript, items: tuple[KeyFigure, ...], plan: Grid) -> Element:
    look = manuscript.look
    parts = math.lcm(*plan.rows)
    each = look.width // parts
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=look.style(look.settings.card_style, "table")),
            w("tblW", w=each * parts, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=manuscript.document.labels.comma.join(item.label for item in items)),
        ),
        w("tblGrid", *(w("gridCol", w=each) for _ in range(parts))),
        *_filled(manuscript, items, plan, parts),
    )


def _filled(manuscript: Manuscript, items: tuple[KeyFigure, ...], plan: Grid, parts: int) -> Iterator[Element]:
    each, start = manuscript.look.width // parts, 0
    for number, wide in enumerate(plan.rows, 1):
        span = parts // wide
        keep = number < len(plan.rows)
        row = items[start : start + wide]
        cells = (_cell(each * span, span, *_lines(manuscript, item, plan.points, keep=keep)) for item in row)
        yield w("tr", w("trPr", w("cantSplit")), *cells)
        start += wide


def _lines(manuscript: Manuscript, item: KeyFigure, points: float, *, keep: bool) -> Iterator[Element]:
    look = manuscript.look
    yield paragraph(look, "Key Figure Label", *runs(manuscript, (Text(item.label),)), keep=keep)
    own = None if points == look.points("Key Figure Number") else points
    yield paragraph(look, "Key Figure Number", *figure(manuscript, item.figure, own), keep=keep)
    yield paragraph(look, "Key Figure Detail", *runs(manuscript, item.detail), keep=keep)


def _cell(wide: int, span: int, *content: Element) -> Element:
    return w("tc", w("tcPr", w("tcW", w=wide, type="dxa"), w("gridSpan", val=span) if span > 1 else None), *content)
