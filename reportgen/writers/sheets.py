"""The tables of a document as sheets of a workbook, to be sorted, filtered and signed."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from reportgen.document.model import Document, Paragraph, Section, Table, words_of
from reportgen.writers import Written
from reportgen.writers.package import repack

WIDTH_OF_WEIGHT = 3.2
"""Width of a column for each unit of its weight, in characters."""
LONGEST_NAME = 31
"""Of a sheet, in characters; and the characters that Excel refuses in it."""
_REFUSED = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


def write(document: Document) -> Written:
    """Return a workbook with a sheet for each section that has a table: title, the table, and the paragraphs under it.

    The same document gives the same bytes.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    day = datetime.combine(document.date, datetime.min.time())
    book.set_properties({"title": document.title, "author": document.author, "created": day})
    forms = _forms(book)
    for section in document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            _fill(book.add_worksheet(_name(section)), document, section, table, forms)
    book.close()
    return Written(repack(out.getvalue(), document.date), ())


def _name(section: Section) -> str:
    return section.title.translate(_REFUSED)[:LONGEST_NAME] or "1"


def _forms(book: Any) -> dict[str, Any]:
    body = {"text_wrap": True, "valign": "top", "border": 1}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "header": book.add_format({**body, "bold": True, "bg_color": "#D9E2F3", "valign": "vcenter"}),
        "cell": book.add_format(body),
    }


def _fill(sheet: Any, document: Document, section: Section, table: Table, forms: dict[str, Any]) -> None:
    first, last = 2, 2 + len(table.rows)
    sheet.write_string(0, 0, document.title, forms["title"])
    for across, column in enumerate(table.columns):
        sheet.set_column(across, across, column.weight * WIDTH_OF_WEIGHT)
        sheet.write_string(first, across, column.title, forms["header"])
    for down, row in enumerate(table.rows, first + 1):
        for across, cell in enumerate(row):
            text = words_of(cell)
            write = sheet.write_number if across == 0 and text.isdecimal() else sheet.write_string
            write(down, across, int(text) if write == sheet.write_number else text, forms["cell"])
    sheet.freeze_panes(first + 1, 0)
    sheet.autofilter(first, 0, last, len(table.columns) - 1)
    _set_page(sheet, first)
    lines = [words_of(note) for note in table.notes]
    lines += [words_of(block.spans) for block in section.blocks if isinstance(block, Paragraph)]
    for down, text in enumerate(lines, last + 2):
        sheet.write_string(down, 0, text)


def _set_page(sheet: Any, header: int) -> None:
    """Print it across, as wide as the paper, with the header on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    sheet.set_footer("&C&P / &N")
