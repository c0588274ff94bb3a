"""The look of every picture: colours, sizes of type, and what a place asks for.

Colours lie at least nine steps of CIE lightness apart, so that they differ on a grey print and for readers who confuse hues,
and every fill has a contrast of 3:1 or more to white (WCAG 2.1, success criterion 1.4.11; 4.5:1 for ink, criterion 1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal["page", "slide"]
"""Where the picture stands: on a printed page, read at arm's length, or on a slide, read across a room."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One colour in its three uses, each as ``#RRGGBB``."""

    fill: str
    """Bars, lines and marks."""
    tint: str
    """The lighter second tone: what lies beyond a plan, a fall among several series, the ground of approximate values."""
    ink: str
    """Text in this colour."""
    on: str = "#FFFFFF"
    """Text on the fill."""


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of type in points."""

    title: float
    base: float
    """Names, values and the unit line; one em of every distance in the picture."""
    small: float
    """Notes and the source line."""
    least: float
    """No text is set smaller than this."""

    def scaled(self, factor: float) -> Type:
        """Return the sizes times ``factor``, none of them below :attr:`least`.

        >>> Type(18, 14, 11, 10.5).scaled(0.7)
        Type(title=12.6, base=10.5, small=10.5, least=10.5)
        """
        title, base, small = (max(self.least, round(size * factor, 2)) for size in (self.title, self.base, self.small))
        return Type(title, base, small, self.least)


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about a picture that is not its data."""

    series: tuple[Tone, ...]
    """In the order of the series; as many as a chart may have."""
    fall: Tone
    """Negative values of a single series."""
    ink: str
    muted: str
    """Notes, source and unit."""
    axis: str
    """The baseline, the zero line and the reference line."""
    grid: str
    track: str
    """What is still missing to 100 %."""
    paper: str
    page: Type
    """Related to the report around it, whose captions are set in 12 pt, tables in 10.5 pt and their notes in 9 pt."""
    slide: Type

    def type(self, place: Place) -> Type:
        """Return the sizes of type of a place."""
        return self.page if place == "page" else self.slide


HOUSE = Theme(
    series=(
        Tone("#163E6E", "#A2B2C5", "#163E6E"),
        Tone("#D9782D", "#F0C9AB", "#9C4F12", on="#222222"),
        Tone("#0B6058", "#9DBFBC", "#0B6058"),
        Tone("#73777C", "#C7C9CB", "#5B5F64"),
    ),
    fall=Tone("#A63D28", "#DBB1A9", "#A63D28"),
    ink="#222222",
    muted="#5A5A5A",
    axis="#4A4A4A",
    grid="#DDDDDD",
    track="#E9ECEF",
    paper="#FFFFFF",
    page=Type(title=12, base=10.5, small=9, least=9),
    slide=Type(title=18, base=14, small=11, least=10.5),
)
"""The one theme there is."""
