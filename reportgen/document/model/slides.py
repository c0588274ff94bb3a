"""Slides as their author meant them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportgen.document.model.blocks import Bullets, Chart, KeyFigures, Paragraph, Table
from reportgen.document.model.spans import Spans

SlideLayout = Literal[
    "key figures", "points", "chart and points", "two charts", "table", "progress", "timeline", "sources", "chart"
]


@dataclass(frozen=True, slots=True)
class Event:
    """One project or milestone on a timeline."""

    when: str
    what: Spans
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    events: tuple[Event, ...]


SlideBlock = Paragraph | Bullets | Table | Chart | KeyFigures | Timeline


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide as the author meant it; the deck writer may continue it on further slides."""

    layout: SlideLayout
    title: Spans
    """States the conclusion."""
    blocks: tuple[SlideBlock, ...]
    notes: tuple[Spans, ...] = ()
    """The speaker's script, a paragraph each."""
    source: str = ""
    """The source line of the slide, whole."""
