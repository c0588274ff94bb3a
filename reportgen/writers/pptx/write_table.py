"""Planned tables to native ones."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.model import words_of
from reportgen.writers.pptx.geometry import emu
from reportgen.writers.pptx.model import Cell, Row, TableShape
from reportgen.writers.pptx.table import PADDING
from reportgen.writers.pptx.write_shapes import EMPHASIS, Canvas, text_run
from reportgen.writers.pptx.xml import Element, colour, e, frame

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's built-in "No Style, No Grid": the rules are the cells' own, so that they are the same in every look."""
_STRONG, _FINE = 19050, 9525
"""Widths of the outer rules and of the one under the header: 1.5 and 0.75 pt."""
_ALIGN = {"left": "l", "right": "r", "center": "ctr"}


def table_shape(canvas: Canvas, shape: TableShape, number: int) -> Element:
    """Return the frame with the table in its placeholder."""
    lock = e("p:cNvGraphicFramePr", e("a:graphicFrameLocks", noGrp=1))
    about = e("p:nvGraphicFramePr", e("p:cNvPr", id=number, name=shape.name, descr=words_of(shape.alt)), lock)
    about.append(e("p:nvPr", canvas.placeholder(shape.idx)))
    data = e("a:graphicData", _table(canvas.language, shape), uri=_TABLE)
    return e("p:graphicFrame", about, frame(shape.box, "p:xfrm"), e("a:graphic", data))


def _table(language: str, shape: TableShape) -> Element:
    lined = shape.rules == "three lines"
    about = e("a:tblPr", e("a:tableStyleId", _PLAIN_STYLE), firstRow="1" if lined else None)
    grid = e("a:tblGrid", *(e("a:gridCol", w=width) for width in shape.columns))
    last = len(shape.rows) - 1
    rows = (_row(language, row, len(shape.columns), _rules(n, last) if lined else {}) for n, row in enumerate(shape.rows))
    return e("a:tbl", about, grid, *rows)


def _rules(number: int, last: int) -> dict[str, int]:
    """Return the widths of the rules of row ``number``, 0 for none: both cells that meet at a rule carry it, else programs differ."""
    top = {0: _STRONG, 1: _FINE}.get(number, 0)
    bottom = _STRONG if number == last else _FINE if number == 0 else 0
    return {"a:lnL": 0, "a:lnR": 0, "a:lnT": top, "a:lnB": bottom}


def _rule(side: str, width: int) -> Element:
    return e(side, colour(EMPHASIS), w=width) if width else e(side, e("a:noFill"), w=0)


def _row(language: str, row: Row, columns: int, rules: dict[str, int]) -> Element:
    return e("a:tr", *_cells(language, row, columns, rules), h=row.height)


def _cells(language: str, row: Row, columns: int, rules: dict[str, int]) -> Iterator[Element]:
    if row.kind != "group":
        yield from (_cell(language, cell, row.kind, rules) for cell in row.cells)
        return
    yield _cell(language, row.cells[0], row.kind, rules, span=columns)
    yield from (_cell(language, Cell(()), row.kind, rules, merged=True) for _ in range(columns - 1))


def _cell(language: str, cell: Cell, kind: str, rules: dict[str, int], *, span: int = 1, merged: bool = False) -> Element:
    runs = [text_run(language, run) for run in cell.runs]
    end = None if runs else e("a:endParaRPr", lang=language)
    text = e("a:txBody", e("a:bodyPr"), e("a:lstStyle"), e("a:p", e("a:pPr", algn=_ALIGN[cell.align]), *runs, end))
    lines = (_rule(side, width) for side, width in rules.items())
    fill = colour("bg2") if kind == "group" else None
    padding = emu(PADDING)
    look = e("a:tcPr", *lines, fill, marL=cell.left, marR=cell.right, marT=padding, marB=padding, anchor="ctr")
    return e("a:tc", text, look, gridSpan=span if span > 1 else None, hMerge="1" if merged else None)
