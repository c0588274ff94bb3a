"""What stands around the plot: title, unit and legend above it, notes and source below."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.lettering import MIDDLE, Block, balanced, filled, width
from reportgen.charts.sheet import Sheet
from reportgen.charts.size import Size
from reportgen.charts.style import Style, paint_key, sample
from reportgen.charts.theme import Tone
from reportgen.charts.words import Form, note_line
from reportgen.document.model import ChartSpec
from reportgen.errors import ChartError

TITLE_LINES = 2
SHRINK = (1.0, 0.93, 0.86, 0.8)
"""Sizes at which a title is tried, as parts of the full size."""


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend."""

    name: str
    tone: Tone | None = None
    """``None`` for the only series of a chart, which is named without a sample."""
    shape: str = ""
    """The mark of a line; empty for bars."""

    @property
    def sample(self) -> float:
        """Room for the sample before the name in ems."""
        return sample("mark" if self.shape else "bar") if self.tone else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A key with its place in the legend."""

    key: Key
    row: int
    left: float
    """In points from the left edge of the picture."""


@dataclass(frozen=True, slots=True)
class Surround:
    """All texts around the plot, broken into lines and measured."""

    style: Style
    title: Block
    unit: str
    legend: tuple[Placed, ...]
    notes: Block
    source: Block

    @property
    def head(self) -> float:
        """Height above the plot in points."""
        rows = max((placed.row + 1 for placed in self.legend), default=1 if self.unit else 0)
        title = self.title.height + 0.15 * self.style.em if self.title.lines else 0.0
        return title + (rows * 1.5 + 0.4) * self.style.em if rows else title + 0.3 * self.style.em

    @property
    def foot(self) -> float:
        """Height below the plot in points."""
        height = self.notes.height + self.source.height
        return height + (0.8 if height else 0.3) * self.style.em

    def paint(self, sheet: Sheet) -> None:
        """Draw the texts on a sheet."""
        theme, em = self.style.theme, self.style.em
        sheet.block("title", self.title, (0, sheet.height), theme.ink)
        line = sheet.height - (self.title.height + 0.15 * em if self.title.lines else 0.0) - 0.75 * em
        if self.unit:
            sheet.write("unit", self.unit, (0, line - MIDDLE * em), em, theme.muted)
        for placed in self.legend:
            self._paint_key(sheet, placed, line - placed.row * 1.5 * em)
        sheet.block("note", self.notes, (0, self.notes.height + self.source.height), theme.muted)
        sheet.block("source", self.source, (0, self.source.height), theme.muted)

    def _paint_key(self, sheet: Sheet, placed: Placed, middle: float) -> None:
        em = self.style.em
        if placed.key.tone:
            paint_key(sheet, self.style, (placed.left, middle), placed.key.tone, placed.key.shape)
        at = (placed.left + placed.key.sample * em, middle - MIDDLE * em)
        sheet.write("legend", placed.key.name, at, em, self.style.theme.ink if placed.key.tone else self.style.theme.muted)


def surround(
    spec: ChartSpec, size: Size, style: Style, keys: tuple[Key, ...] = (), form: Form = "bar", remarks: tuple[str, ...] = ()
) -> Surround:
    """Return the texts around the plot of a chart, set for the width of a size."""
    limit = size.points[0]
    unit = style.words.unit + spec.unit if spec.unit else ""
    notes = filled(note_line(spec, style.words, form, remarks), limit, style.type.small)
    source = filled(spec.source if size.sourced else "", limit, style.type.small)
    title = _title(spec, limit, style) if size.titled else Block((), style.type.title)
    return Surround(style, title, unit, _legend(keys, width(unit, style.em) if unit else 0.0, limit, style), notes, source)


def _title(spec: ChartSpec, limit: float, style: Style) -> Block:
    for factor in SHRINK:
        block = balanced(spec.title, limit, style.type.title * factor, "bold")
        if len(block.lines) <= TITLE_LINES:
            return block
    raise ChartError(
        f"the title takes {len(block.lines)} lines of a picture {limit / 72 * 2.54:.1f} cm wide",
        place=f"chart '{spec.title}'",
        hint="say the message in fewer words: two lines at most",
    )


def _legend(keys: tuple[Key, ...], unit: float, limit: float, style: Style) -> tuple[Placed, ...]:
    """Set keys behind the unit where they fit on its line, else on lines of their own below it."""
    widths = [key.sample * style.em + width(key.name, style.em) for key in keys]
    for key, wide in zip(keys, widths, strict=True):
        if wide > limit:
            raise ChartError(f"the name '{key.name}' is wider than the picture", hint="name the series in fewer words")
    gap = 1.6 * style.em
    start = unit + gap if unit else 0.0
    if start + sum(widths) + gap * (len(keys) - 1) <= limit:
        lefts = [start + sum(widths[:index]) + gap * index for index in range(len(keys))]
        return tuple(Placed(key, 0, left) for key, left in zip(keys, lefts, strict=True))
    return _rows(keys, widths, gap, limit, 1 if unit else 0)


def _rows(keys: tuple[Key, ...], widths: list[float], gap: float, limit: float, first: int) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    row, left = first, 0.0
    for key, wide in zip(keys, widths, strict=True):
        if left and left + wide > limit:
            row, left = row + 1, 0.0
        placed.append(Placed(key, row, left))
        left += wide + gap
    return tuple(placed)
