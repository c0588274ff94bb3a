"""What the kinds of plot have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reportgen.charts.geometry import Box
from reportgen.charts.sheet import Sheet
from reportgen.charts.style import Style
from reportgen.charts.surround import Key
from reportgen.charts.theme import Tone
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec
from reportgen.errors import ChartError
from reportgen.notices import Notice


class TooTightError(ChartError):
    """A chart that does not fit in its room at this size of type."""

    def __init__(self, spec: ChartSpec, message: str, hint: str) -> None:
        super().__init__(message, place=f"chart '{spec.title}'", hint=hint)


@dataclass(frozen=True, slots=True)
class ValuesUnwritten(Notice):
    """The values of a chart are too many to be written in its room."""

    chart: str

    def __str__(self) -> str:
        return f"chart '{self.chart}': there is no room to write all values; a scale was drawn instead"


@dataclass(frozen=True, slots=True)
class Room:
    """The room between the texts above and below, in points."""

    width: float
    height: float


class Plot(Protocol):
    """A plot that has decided everything but its height."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """The legend it needs; empty where series are named at their ends or there is only one."""

    @property
    def form(self) -> Form:
        """How its values are drawn."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What it adds to the notes of the chart."""

    @property
    def least(self) -> float:
        """The least height in points at which nothing overlaps."""

    @property
    def natural(self) -> float | None:
        """The height that it takes on a page; ``None`` for whatever there is."""

    def paint(self, sheet: Sheet, box: Box) -> tuple[Notice, ...]:
        """Draw it into a box."""


def tone_of(spec: ChartSpec, style: Style, series: int, value: float) -> Tone:
    """Return the colour of a value: a single series shows its falls in a colour of their own."""
    return style.theme.fall if value < 0 and len(spec.series) == 1 else style.theme.series[series]


def ink_of(spec: ChartSpec, style: Style, series: int, value: float) -> str:
    """Return the colour of a value's label: that of its series where there are several."""
    tone = tone_of(spec, style, series, value)
    return tone.ink if len(spec.series) > 1 or value < 0 else style.theme.ink


def label_of(spec: ChartSpec, series: int, category: int) -> str:
    """Return what the artists of a value are labelled with."""
    return f"{spec.series[series].name}: {spec.categories[category]}"


def legend(spec: ChartSpec, style: Style, shapes: str = "") -> tuple[Key, ...]:
    """Return a key for each series, the bare name where there is one only; ``shapes`` are the marks of lines."""
    if len(spec.series) < 2:
        return tuple(Key(series.name) for series in spec.series if series.name)
    tones = style.theme.series
    return tuple(Key(series.name, tones[row], shapes[row] if shapes else "") for row, series in enumerate(spec.series))
