"""A deck as values: which layout, which texts in which sizes, which boxes. Everything is decided, nothing is written.

``plan(document, look)`` in :mod:`~reportgen.writers.pptx.deck` makes a :class:`Deck`; :mod:`~reportgen.writers.pptx.writing`
puts it into a file and decides nothing any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportgen.document.model import ChartForm, ChartSpec, NumberKind, Spans
from reportgen.notices import Notice
from reportgen.writers.pptx.geometry import Box, Emu, Points

# --- text ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one size."""

    text: str
    size: Points
    bold: bool = False
    """Set bold against its surroundings; where false, the placeholder's own weight holds."""
    facts: tuple[str, ...] = ()
    """Ids of the facts behind a number; empty for words."""
    derived: bool = False
    number: NumberKind = ""
    """What a number without facts of its own is."""


Mark = Literal["own", "none", "number"]
"""What stands before a paragraph: the bullet of its placeholder, nothing, or a running number."""


@dataclass(frozen=True, slots=True)
class Lines:
    """One paragraph of a shape."""

    runs: tuple[Run, ...]
    level: int = 1
    """Level of the placeholder whose style it takes, from 1."""
    mark: Mark = "own"
    before: Points | None = None
    """Space above, where it differs from the placeholder's."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


# --- shapes ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextShape:
    """A placeholder filled with text."""

    name: str
    """Unique in the deck: the slide's key and the placeholder's name, such as ``growth-1 Points``."""
    idx: int
    """The placeholder's number in its layout."""
    paragraphs: tuple[Lines, ...]
    box: Box
    """Where the shape lies."""
    moved: bool = False
    """Whether the box differs from the layout's and has to be written."""
    hung: Emu | None = None
    """Distance of the text from the top of the shape, where neighbours are to begin at one height; else the layout decides."""
    leads_to: str = ""
    """Key of the slide that a click on the shape leads to."""


@dataclass(frozen=True, slots=True)
class NumberShape:
    """The placeholder of the slide number, filled with a field."""

    name: str
    idx: int
    size: Points


@dataclass(frozen=True, slots=True)
class PictureShape:
    """A placeholder filled with a chart, drawn for exactly this box."""

    name: str
    idx: int
    box: Box
    spec: ChartSpec
    titled: bool
    """Whether the picture has to say itself what it shows, because the layout has no place for a heading."""
    alt: Spans


@dataclass(frozen=True, slots=True)
class Cell:
    runs: tuple[Run, ...]
    align: Literal["left", "right", "center"] = "left"
    left: Emu = 91440
    right: Emu = 91440
    """Margins inside the cell; figures of one column are brought under each other by them."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    height: Emu
    kind: Literal["header", "body", "group"] = "body"


@dataclass(frozen=True, slots=True)
class TableShape:
    """A placeholder filled with a native table."""

    name: str
    idx: int
    box: Box
    columns: tuple[Emu, ...]
    rows: tuple[Row, ...]
    rules: Literal["three lines", "none"]
    alt: Spans


@dataclass(frozen=True, slots=True)
class Ornament:
    """A line or dot that says nothing: it is marked as decorative."""

    name: str
    kind: Literal["line", "dot"]
    box: Box


Shape = TextShape | NumberShape | PictureShape | TableShape | Ornament

# --- slides ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """One slide of the file."""

    key: str
    """Unique in the deck: the section's key and a number, such as ``growth-1``; ``growth-1-2`` continues it."""
    layout: str
    """Name of the layout in the look."""
    shapes: tuple[Shape, ...]
    """In reading order, the title first."""
    notes: tuple[Spans, ...] = ()
    """Paragraphs of the speaker's notes."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Slides that belong together, shown as a section in the list of slides."""

    title: str
    first: int
    """Index of its first slide."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself."""

    title: str
    author: str
    subject: str
    keywords: str
    language: Literal["zh-CN", "en-GB"]
    date: date


@dataclass(frozen=True, slots=True)
class Deck:
    slides: tuple[SlidePlan, ...]
    properties: Properties
    chapters: tuple[Chapter, ...] = ()
    notices: tuple[Notice, ...] = ()
    charts: ChartForm = "picture"
