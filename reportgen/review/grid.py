"""Cells of a table as passages: each knows its row and column, whatever file the table stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.review.passage import Mark, Passage
from reportgen.review.surroundings import Around


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell with what else the file knows of it."""

    text: str
    marks: tuple[Mark, ...] = ()
    anchor: Any = None


_NUMBER = re.compile(r"\s*[-−－]?[0-9０-９]")
_LISTING = re.compile(r"序号|编号|页码|引用数据|页次|^No\.?$|figures cited|data cited|^page$", re.I)
"""Columns that number or count the lines of the document itself."""


def passages(rows: Sequence[Sequence[Cell]], name: str, around: Around) -> Iterator[Passage]:
    """The cells of a table in reading order; ``around`` holds the heading and, before the table, its caption and unit."""
    heads = [cell.text for cell in rows[0]] if rows else []
    for number, row in enumerate(rows, start=1):
        label = _label(row)
        for column, cell in enumerate(row, start=1):
            if cell.text.strip():
                head = heads[column - 1] if number > 1 and column <= len(heads) else ""
                yield _passage(cell, f"{name} › row {number} column {column}", label if column > 1 else "", head, around)


def _label(row: Sequence[Cell]) -> str:
    """What a row is about: its first cells up to the first number."""
    texts = []
    for cell in row:
        if _NUMBER.match(cell.text):
            break
        texts.append(cell.text)
    return " ".join(texts[:2])


def _passage(cell: Cell, place: str, label: str, head: str, around: Around) -> Passage:
    own = " ".join(part for part in (label if label != cell.text else "", head) if part)
    there = Around(around.heading, around.before, own=own)
    listing = bool(_LISTING.search(head))
    return Passage(cell.text, place, there, bare=True, marks=cell.marks, anchor=cell.anchor, listing=listing)
