"""The blocks of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportgen.document.model.charts import ChartSpec
from reportgen.document.model.spans import Figure, Spans, Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; the section's own title is level 1, so ``level`` is 2 or 3."""

    level: int
    number: str
    """The written number of the look's first choice: ``（一）`` or ``1.1``; writers set it before the text."""
    spans: Spans
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans
    role: Literal["body", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Spans, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    align: Literal["text", "number"] = "text"
    weight: int = 1
    """Share of the table's width, relative to the other columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table with one header row."""

    anchor: str
    label: str
    """``表1``"""
    caption: str
    unit: str
    """The unit line at the top right without its label, such as ``亿元、%``; empty where the columns differ and name their own."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]
    notes: tuple[Spans, ...] = ()
    source: str = ""
    groups: tuple[int, ...] = ()
    """Indices of rows that are group titles: only their first cell has text, and it spans the row."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A captioned chart; the caption names the subject, the title inside the picture states the message."""

    anchor: str
    label: str
    """``图1``"""
    caption: str
    """Empty where the message has to serve as caption: see :attr:`subject`."""
    spec: ChartSpec

    @property
    def subject(self) -> Spans:
        """What the caption says."""
        return (Text(self.caption),) if self.caption else self.spec.message


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number: what it is, the number, and what goes with it (change, rank)."""

    label: str
    figure: Figure
    detail: Spans = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    items: tuple[KeyFigure, ...]


Block = Heading | Paragraph | Bullets | Table | Chart | KeyFigures
