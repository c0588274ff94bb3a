"""Key figures: a grid of large numbers, each under its name and above what goes with it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportgen.document.model import KeyFigure, KeyFigures, Text
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import gap, paragraph
from reportgen.writers.docx.runs import figure, runs
from reportgen.writers.docx.xml import Element, w
from reportgen.writers.measure import width

MOST = 3
"""Numbers side by side, at most."""
PADDING = 240
"""Room beside a number in its cell, in twips."""


def key_figures(manuscript: Manuscript, block: KeyFigures) -> Iterator[Element]:
    """Return the grid and the paragraph that parts it from what follows."""
    if not block.items:
        return
    look = manuscript.look
    wide = columns(block, look.width, look.points("Key Figure Number"))
    yield gap(look)
    yield _grid(manuscript, block.items, wide)
    yield gap(look)


def columns(block: KeyFigures, room: int, points: float) -> int:
    """Return how many numbers stand side by side: two or three, fewer where a number would not fit on one line."""
    count = len(block.items)
    widest = max(width(item.figure.text) for item in block.items) * points * 20 + PADDING
    fitting = max(1, min(MOST, math.floor(room / widest)))
    return min(fitting, 2) if count in (2, 4) else min(fitting, count)


def _grid(manuscript: Manuscript, items: tuple[KeyFigure, ...], wide: int) -> Element:
    each = manuscript.look.width // wide
    rows = [items[start : start + wide] for start in range(0, len(items), wide)]
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=manuscript.look.style(manuscript.look.settings.card_style, "table")),
            w("tblW", w=each * wide, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        ),
        w("tblGrid", *(w("gridCol", w=each) for _ in range(wide))),
        *(_row(manuscript, row, wide, each, last=row is rows[-1]) for row in rows),
    )


def _row(manuscript: Manuscript, items: tuple[KeyFigure, ...], wide: int, each: int, *, last: bool) -> Element:
    filled = [_cell(each, *_lines(manuscript, item, keep=not last)) for item in items]
    empty = [_cell(each, paragraph(manuscript.look, "Key Figure Detail", keep=not last)) for _ in range(wide - len(items))]
    return w("tr", w("trPr", w("cantSplit")), *filled, *empty)


def _lines(manuscript: Manuscript, item: KeyFigure, *, keep: bool) -> Iterator[Element]:
    look = manuscript.look
    yield paragraph(look, "Key Figure Label", *runs(manuscript, (Text(item.label),)), keep=keep)
    yield paragraph(look, "Key Figure Number", figure(manuscript, item.figure), keep=keep)
    yield paragraph(look, "Key Figure Detail", *runs(manuscript, item.detail), keep=keep)


def _cell(each: int, *content: Element) -> Element:
    return w("tc", w("tcPr", w("tcW", w=each, type="dxa")), *content)
