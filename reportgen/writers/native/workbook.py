"""The workbook behind a native chart, which opens when somebody edits its data."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from reportgen.writers.measure import display_width
from reportgen.writers.native.formats import pattern_of
from reportgen.writers.native.scheme import Scheme
from reportgen.writers.native.strands import Strand
from reportgen.writers.package import repack

SHEET = "Sheet1"
"""A name that needs no quotes in references, in any language."""
EARLIEST = date(1980, 1, 1)
"""Stands in the file until the report that holds it writes its own date."""


def column(position: int) -> str:
    """Return the letter of the column of a strand; categories have the first one.

    >>> column(0), column(3)
    ('B', 'E')
    """
    return chr(ord("B") + position)


def workbook(scheme: Scheme) -> bytes:
    """Return the numbers of a chart as an ``.xlsx`` file: categories down, series across, gaps empty."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": scheme.spec.title, "created": datetime(EARLIEST.year, 1, 1)})  # noqa: DTZ001 - the file says Z
    _fill(book.add_worksheet(SHEET), scheme, book)
    book.close()
    return repack(out.getvalue(), EARLIEST)


def _fill(sheet: Any, scheme: Scheme, book: Any) -> None:
    categories = scheme.spec.categories
    sheet.write_string(0, 0, scheme.phrases.words.unit + scheme.spec.unit if scheme.spec.unit else "")
    sheet.write_column(1, 0, categories)
    # Years are names here, not numbers.
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{len(categories) + 1}"})
    sheet.set_column(0, 0, 2 + max(map(display_width, categories)))
    for position, strand in enumerate(scheme.strands):
        sheet.write_string(0, position + 1, strand.name)
        sheet.set_column(position + 1, position + 1, 2 + max(10, display_width(strand.name)))
        _fill_column(sheet, position + 1, strand, book.add_format({"num_format": pattern_of(strand.points).code}))


def _fill_column(sheet: Any, across: int, strand: Strand, form: Any) -> None:
    for down, value in enumerate(strand.values, 1):
        if value is None:
            continue
        if strand.formula:
            sheet.write_formula(down, across, f"={strand.formula.format(row=down + 1)}", form, value)
        else:
            sheet.write_number(down, across, Decimal(value), form)
