"""The line of categories under an upright chart: their names, gaps in the years, changes of definition, a reference value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reportgen.charts.geometry import Box, Scale
from reportgen.charts.lettering import LINE, MIDDLE, Block, balanced, width
from reportgen.charts.sheet import Sheet
from reportgen.charts.style import Style
from reportgen.charts.table import Table, table
from reportgen.charts.words import Form
from reportgen.document.model import ChartSpec

YEAR = re.compile(r"(\d{4})年?")
SKIP = 0.5
"""Additional distance where years are left out, in slots."""
NAME_LINES = 3
MARK_WIDTH = 0.28
"""Share of the width that the label of a reference value takes at most."""
TIGHT = 0.82
"""The smaller size at which crowded values are tried, as part of the full size."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Categories side by side."""

    names: tuple[Block, ...]
    offsets: tuple[float, ...]
    """Where the categories stand, in slots from the first."""
    skips: tuple[int, ...]
    """Indices of the categories before which years are left out."""
    em: float
    table: Table | None = None
    """The values, where they are not written at their marks."""

    @property
    def left(self) -> float:
        """Room on the left of the plot in points."""
        return self.table.left if self.table else 0.0

    @property
    def height(self) -> float:
        """Height of names and table below the plot in points."""
        return self._names + (self.table.height if self.table else 0.0)

    @property
    def _names(self) -> float:
        return max(name.height for name in self.names) + 0.25 * self.em

    @property
    def needed(self) -> float:
        """Width of the narrowest slot in which names and table fit, in points."""
        names = max(name.width for name in self.names) + 0.4 * self.em
        return max(names, self.table.widest) if self.table else names

    def places(self, left: float, right: float, edge: float | None = None, most: float = float("inf")) -> tuple[float, ...]:
        """Return where the categories stand between two edges, in points.

        The outermost stand ``edge`` points from the edges, half a slot where it is ``None``; a slot is at most ``most`` wide
        and what is left over is shared by both sides.
        """
        span = self.offsets[-1] + (1 if edge is None else 0)
        slot = min(most, (right - left - 2 * (edge or 0)) / span) if span else 0.0
        first = (left + right) / 2 - self.offsets[-1] * slot / 2
        return tuple(first + offset * slot for offset in self.offsets)

    def edge(self, room: float, wish: float) -> float:
        """Return the distance of the outermost categories from the edges of a room, near to a wish, so that all names fit."""
        return max(self.needed / 2, min(wish, room / 2 / (self.offsets[-1] + 1)))

    def slot(self, places: tuple[float, ...], room: float) -> float:
        """Return the distance of two neighbours in points; the whole room where there is but one category."""
        return min((after - before for before, after in pairwise(places)), default=room)

    def paint(self, sheet: Sheet, style: Style, places: tuple[float, ...], inner: Box, zero: float) -> None:
        """Draw the names under a box and the baseline at ``zero``."""
        bottom = inner.bottom
        sheet.line("baseline", [(inner.left, zero), (inner.right, zero)], style.pen(style.theme.axis, 0.09), order=3.5)
        for name, place in zip(self.names, places, strict=True):
            sheet.block("category", name, (place, bottom - 0.25 * self.em), style.theme.ink, "center")
        if self.table:
            self.table.paint(sheet, style, inner.left - self.left, places, inner.right, bottom - self._names)
        for index in self.skips:
            middle = (places[index - 1] + places[index]) / 2
            baseline = bottom - 0.25 * self.em - (0.5 * LINE + MIDDLE) * self.em
            sheet.write("years left out", "…", (middle, baseline), self.em, style.theme.muted, align="center")


def axis(spec: ChartSpec, style: Style, room: float, tabled: Form | None = None) -> Axis | None:
    """Return the categories of a chart side by side in a width, with a table of their values where one is asked for.

    ``None`` where the names do not fit in three lines, or the values not under each other.
    """
    if tabled:
        sizes = (style.em, max(style.type.least, TIGHT * style.em))
        return next(
            (found for size in sizes if (found := _axis(spec, style, room, table(spec, style, room, tabled, size)))), None
        )
    return _axis(spec, style, room, None)


def _axis(spec: ChartSpec, style: Style, room: float, values: Table | None) -> Axis | None:
    skips = tuple(left_out(spec.categories))
    steps = (1 + SKIP if index in skips else 1.0 for index in range(1, len(spec.categories)))
    offsets = tuple(accumulate(steps, initial=0.0))
    slot = (room - (values.left if values else 0.0)) / (offsets[-1] + 1)
    names = tuple(balanced(name, slot - 0.5 * style.em, style.em) for name in spec.categories)
    found = Axis(names, offsets, skips, style.em, values)
    fits = found.needed <= slot and all(len(name.lines) <= NAME_LINES for name in names)
    return found if fits and not _torn(names) else None


def _torn(names: tuple[Block, ...]) -> bool:
    """Whether a short name, such as a year, was broken."""
    return any(len(name.lines) > 1 and len("".join(name.lines)) <= 5 for name in names)


def left_out(categories: tuple[str, ...]) -> Iterator[int]:
    """Yield the indices of years before which others are left out; nothing where the steps are even.

    >>> list(left_out(("2020", "2023", "2024", "2025"))), list(left_out(("2015年", "2020年", "2025年")))
    ([1], [])
    """
    years = [int(match[1]) for name in categories if (match := YEAR.fullmatch(name))]
    if len(years) < len(categories):
        return
    steps = [after - before for before, after in pairwise(years)]
    for index, step in enumerate(steps, start=1):
        if step > min(steps):
            yield index


def breaks(spec: ChartSpec) -> tuple[int, ...]:
    """Return the indices of the categories before which a definition changes."""
    return tuple(sorted({index for series in spec.series for index in series.breaks}))


def break_words(spec: ChartSpec, style: Style) -> tuple[str, str]:
    """Return what is written at a break, long and short: with the series that it concerns where others run on, and without."""
    broken = [series.name for series in spec.series if series.breaks]
    named = len(broken) < len(spec.series) and len(breaks(spec)) == 1
    return style.words.changed + (style.words.series(broken) if named else ""), style.words.changed


def paint_breaks(sheet: Sheet, style: Style, spec: ChartSpec, places: tuple[float, ...], box: Box) -> None:
    """Draw a dashed line where a definition changes, with its words at the top of the box, unless they stand there already."""
    size, free = style.type.small, box.left
    words = next((words for words in break_words(spec, style) if width(words, size) <= box.width), "")
    half = width(words, size) / 2
    for index in breaks(spec):
        middle = (places[index - 1] + places[index]) / 2
        centre = min(max(middle, box.left + half), box.right - half)
        top = box.top - LINE * size
        sheet.line("break", [(middle, box.bottom), (middle, top)], style.pen(style.theme.muted, 0.07).dashed(3, 2.5))
        if centre - half >= free:
            sheet.write("break", words, (centre, top + 0.3 * size), size, style.theme.muted, align="center")
            free = centre + half + size


@dataclass(frozen=True, slots=True)
class MarkNote:
    """The reference value of an upright chart: a line across, its label at the right end."""

    value: float
    label: Block

    @property
    def width(self) -> float:
        return self.label.width + 0.4 * self.label.size if self.label.lines else 0.0

    def paint(self, sheet: Sheet, style: Style, up: Scale, left: float, right: float) -> None:
        """Draw the line between two edges and the label on its right."""
        y = up.at(self.value)
        sheet.line("mark", [(left, y), (right, y)], style.pen(style.theme.axis, 0.11).dashed(4, 2.2), order=2.5)
        sheet.block("mark", self.label, (right + 0.4 * style.em, y + self.label.height / 2), style.theme.axis)


def mark_note(spec: ChartSpec, style: Style, room: float) -> MarkNote | None:
    """Return the reference value of a chart with its label broken for a good quarter of the width."""
    if spec.mark is None:
        return None
    return MarkNote(float(spec.mark), balanced(spec.mark_label, MARK_WIDTH * room, style.em))
