"""What grows while a report is written, besides its text: notes, numbers, bookmarks, pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from reportgen.document.model import Chart, ChartSpec, Document, FactRecord, Official, Table
from reportgen.errors import WriterError
from reportgen.notices import Notice
from reportgen.writers.docx.look import Look
from reportgen.writers.docx.xml import Element
from reportgen.writers.manifest import ChartRecord, Passage, Piece

if TYPE_CHECKING:
    from reportgen.charts.draw import Picture
    from reportgen.charts.size import Size
    from reportgen.writers.docx.tables import Layout
    from reportgen.writers.native.chart import NativeChart

    Made = Picture | NativeChart
    Draw = Callable[[ChartSpec, Size], Picture]


@dataclass(slots=True)
class Manuscript:
    """One report on its way into a file."""

    document: Document
    look: Look
    draw: Draw
    official: Official
    """The parts of the document's official form; all empty where it has none."""
    bookmarks: dict[str, str]
    """Anchor of each captioned block to the name of its bookmark."""
    broken: frozenset[str] = frozenset()
    """Anchors of the short tables that a page may break, because keeping them whole would leave too much of it white."""
    low: Mapping[str, int] = field(default_factory=dict)
    """Anchors of the charts that are set lower than usual, with the height of their pictures in twips."""
    plans: dict[str, Layout] = field(default_factory=dict)
    """Layouts of tables, by anchor."""
    made: dict[tuple[str, float], Made] = field(default_factory=dict)
    """Charts that were made already, by anchor and by the height that they were given in centimetres."""
    figures: list[Piece] = field(default_factory=list)
    """The numbers written so far, each with its name; the n-th is ``fn``."""
    drawn: list[ChartRecord] = field(default_factory=list)
    """The data of the charts written so far."""
    alternatives: list[Passage] = field(default_factory=list)
    """Their alternative texts."""
    footnotes: list[Element] = field(default_factory=list)
    """One paragraph each; the n-th note has the id n."""
    notices: list[Notice] = field(default_factory=list)
    level: int = 1
    """Level of the latest heading."""
    bookmark_ids: Iterator[int] = field(default_factory=lambda: count(1))
    picture_ids: Iterator[int] = field(default_factory=lambda: count(1))

    records: Mapping[str, FactRecord] = field(init=False)
    """The document's records of facts by their ids."""

    def __post_init__(self) -> None:
        self.records = {record.id: record for record in self.document.facts}

    @property
    def chinese(self) -> bool:
        """Whether the document is in Chinese."""
        return self.document.language == "zh"


def bookmark_names(document: Document) -> dict[str, str]:
    """Return a bookmark name for each captioned block of the report, ``_Ref`` and nine digits as Word writes them.

    Word's dialog for cross references offers only bookmarks of that form.
    """
    blocks = [block for section in document.sections for block in section.blocks if isinstance(block, Table | Chart)]
    names: dict[str, str] = {}
    for block in blocks:
        if block.anchor in names:
            raise WriterError(f"two blocks have the anchor '{block.anchor}'", place=block.label)
        names[block.anchor] = f"_Ref{_digits(block.anchor)}"
    return names


def heading_bookmark(anchor: str) -> str:
    """Return the bookmark name of a heading, ``_Toc`` and nine digits as a contents page wants it."""
    return f"_Toc{_digits(anchor)}"


def _digits(anchor: str) -> str:
    return f"{int(hashlib.sha256(anchor.encode()).hexdigest()[:12], 16) % 10**9:09d}"
