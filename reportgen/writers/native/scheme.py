"""A native chart as values: everything is decided, nothing is written.

Distances are points from the lower left corner of the chart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reportgen.charts.geometry import Box
from reportgen.charts.style import Style
from reportgen.document.model import ChartSpec, Point
from reportgen.writers.native.around import Around
from reportgen.writers.native.palette import AXIS, INK, Colour, Palette, Tone
from reportgen.writers.native.strands import Form, Strand
from reportgen.writers.native.words import Phrases

Side = Literal["outEnd", "ctr", "t", "b", "l", "r"]
"""Where a value is written: beyond the end of its bar or in its middle; above, below, left or right of its mark (as DrawingML
names them)."""
Writing = Literal["labels", "scale", "table"]
"""How values are read: at their bars and marks, from a scale at the left, or from a table under the categories."""
Key = tuple[int, int]
"""A value: index of its series and of its category."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands."""

    side: Side
    right: float = 0.0
    """Points to the right of where the program would put it."""
    up: float = 0.0
    """Points above it."""
    ground: bool = False
    """Whether it hides a line that runs through it, or the pattern of its bar."""
    inside: bool = False
    """Whether it stands on the colour of its bar."""
    name: tuple[str, ...] = ()
    """The name of the series in lines, where it stands beside the value."""


@dataclass(frozen=True, slots=True)
class Words:
    """A few words on the plot that belong to no value."""

    text: str
    at: float
    """Where their middle is, in points from the left."""
    bottom: float
    size: float
    """In points."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the plot lies in its room."""

    form: Form
    spec: ChartSpec
    """With a category for years left out."""
    room: Box
    """Of the plot, without the names of its categories; with them where there is a table."""
    low: float | None
    """Where the scale of values begins; ``None`` leaves it to the program."""
    high: float | None
    gap: int = 0
    """Free room between two categories in percent of a bar's thickness."""
    writing: Writing = "labels"
    size: float = 0.0
    """Of the values in points."""
    upright: bool = False
    """Whether the values are turned, to be read from below."""
    places: Mapping[Key, Place] = field(default_factory=dict)
    """Where values stand otherwise than usual."""
    unwritten: frozenset[Key] = frozenset()
    """Values for which there is no room."""
    stacked: bool = False
    """Whether the bars of a category follow each other."""
    edged: bool = False
    """Whether first and last category stand at the edges of the plot, a thin line from each down to its name."""
    years: int = 0
    """Years between two that the scale names; 0 where the scale is none of years."""
    words: tuple[Words, ...] = ()

    @property
    def labelled(self) -> bool:
        """Whether values are written at their places: on lines some can be also where there is a scale."""
        return self.writing == "labels" or (self.writing == "scale" and self.form == "lines")


@dataclass(frozen=True, slots=True)
class Scheme:
    """A whole chart."""

    arrangement: Arrangement
    around: Around
    style: Style
    phrases: Phrases
    width: float
    height: float
    strands: tuple[Strand, ...]
    palette: Palette

    @property
    def spec(self) -> ChartSpec:
        return self.arrangement.spec

    @property
    def form(self) -> Form:
        return self.arrangement.form

    @property
    def alone(self) -> bool:
        """Whether there is one series of values only, which has its falls in a colour of their own."""
        return len({strand.series for strand in self.strands if strand.role == "data"}) == 1

    def tone(self, strand: Strand, point: Point | None = None) -> Tone:
        """Return the colour of a series, or of one of its values."""
        fall = self.alone and point is not None and (point.value or 0) < 0
        return self.palette.fall if fall else self.palette.series[strand.series]

    def ink(self, strand: Strand, point: Point | None = None) -> Colour:
        """Return the colour of labels: that of the series where there are several, and that of falls."""
        if strand.role == "aim":
            return AXIS
        tone = self.tone(strand, point)
        return INK if self.alone and tone != self.palette.fall else tone.ink

    def x(self, points: float) -> float:
        """Return a place from the left as a part of the width."""
        return points / self.width

    def y(self, points: float) -> float:
        """Return a place from below as a part of the height from above, as charts count."""
        return 1 - points / self.height
