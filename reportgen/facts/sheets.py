"""The CSV files of a dataset, as spreadsheet programs save them.

What can be told for sure is accepted: line ends of every kind, a byte order mark, empty rows, and empty columns at the end. Columns
that a dataset does not use may be left out. Anything else is a fault that says what to do in the program.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.characters import LONGEST, one_line
from reportgen.errors import DataError, did_you_mean
from reportgen.facts.files import read_text

MAX_ROWS = 100_000
_SEPARATOR = "save it with ',' between the cells; Excel takes the list separator of the system's region settings"
_Row = tuple[int, list[str]]
"""The line that a row begins in, and its cells."""


def read_rows(path: Path, columns: Sequence[str], needed: Sequence[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line and a text for each of ``columns``; those ``needed`` must be there, and there may be no others."""
    rows = list(_filled(path))
    names = _header(path, rows, columns, needed)
    for line, cells in rows[1:]:
        if len(cells) != len(rows[0][1]) or any(cells[len(names) :]):
            hint = "quote cells that hold commas, and write numbers without them"
            raise DataError("the row has more or fewer cells than the header", place=f"{path.name}:{line}", hint=hint)
        yield line, {**dict.fromkeys(columns, ""), **dict(zip(names, cells, strict=False))}


def _filled(path: Path) -> Iterator[_Row]:
    """The rows in which a cell has text."""
    reader = csv.reader(io.StringIO(read_text(path)), strict=True)
    last, count = 0, -1  # the header is not counted
    try:
        for row in reader:
            cells = [one_line(cell) for cell in row]
            if any(len(cell) > LONGEST for cell in cells):
                hint = "shorten it, and check the quotes"
                raise DataError(f"a cell holds more than {LONGEST} characters", place=f"{path.name}:{last + 1}", hint=hint)
            count += any(cells)
            if count > MAX_ROWS:
                raise DataError(f"more than {MAX_ROWS} rows", place=path.name, hint="split the dataset")
            if any(cells):
                yield last + 1, cells
            last = reader.line_num
    except csv.Error as error:
        raise DataError(f"not valid CSV: {error}", place=f"{path.name}:{last + 1}", hint="check the quotes") from None


def _header(path: Path, rows: list[_Row], columns: Sequence[str], needed: Sequence[str]) -> list[str]:
    """The names in the first row, without empty ones at the end."""
    line, names = rows[0] if rows else (1, [])
    place, choices = f"{path.name}:{line}", f"the columns are {', '.join(columns)}"
    _check_shape(place, rows, names, columns[0])
    for name in needed:
        if name not in names:
            hint = did_you_mean(name, [given for given in names if given not in columns], otherwise=choices)
            raise DataError(f"column '{name}' is missing", place=place, hint=hint)
    names = _without_empty_end(names)
    for index, name in enumerate(names):
        if name not in columns:
            hint = did_you_mean(name, columns, otherwise=choices)
            raise DataError(f"unknown column '{name}'", place=place, hint=hint)
        if name in names[:index]:
            raise DataError(f"column '{name}' is given twice", place=place, hint="delete or rename one of the two")
    return names


def _check_shape(place: str, rows: list[_Row], names: list[str], first: str) -> None:
    """Refuse a file whose first row is no header at all, with what it looks like."""
    if first in names:
        return
    for sign, called in ((";", "';'"), ("\t", "tabs"), ("，", "'，'")):
        if first in ",".join(names).split(sign):
            raise DataError(f"the cells are separated by {called} and not by ','", place=place, hint=_SEPARATOR)
    for line, cells in rows[1:20]:
        if first in cells:
            hint = "delete the rows above it, and take merged cells apart"
            raise DataError(f"the names of the columns stand in line {line} and not at the top", place=place, hint=hint)


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells
