"""What every plot is told: theme, sizes of type, words; and how the states of values look."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.charts.geometry import Box, Spot
from reportgen.charts.sheet import Frame, Pen, Sheet
from reportgen.charts.theme import Place, Theme, Tone, Type
from reportgen.charts.words import Form, Words
from reportgen.document.model import PointState


@dataclass(frozen=True, slots=True)
class Style:
    """The look and language of one picture."""

    theme: Theme
    type: Type
    words: Words
    place: Place

    @property
    def em(self) -> float:
        """The size of names and values in points, the measure of all distances."""
        return self.type.base

    def pen(self, color: str, thick: float = 0.08) -> Pen:
        """Return a pen of a thickness in ems."""
        return Pen(color, thick * self.em)


HATCH_GAP = 0.42
"""Distance of two hatching lines in ems."""


def paint_bar(
    sheet: Sheet, style: Style, label: str, box: Box, frame: Frame, tone: Tone, state: PointState, second: bool = False
) -> None:
    """Draw a bar in the look of its state; ``second`` takes the second tone."""
    if state == "target":
        sheet.rectangle(label, box, style.theme.paper, Pen(tone.fill, 0.11 * style.em, (3.0, 2.0)), frame=frame)
        return
    fill = {"reported": tone.tint if second else tone.fill, "derived": style.theme.paper}.get(state, tone.tint)
    sheet.rectangle(label, box, fill, style.pen(tone.fill), frame=frame)
    if state != "reported":
        strokes = tuple(hatching(frame.box(box), HATCH_GAP * style.em, state))
        sheet.strokes(f"hatch of {label}", strokes, style.pen(tone.fill, 0.07), 3.2)


def hatching(box: Box, gap: float, state: PointState) -> Iterator[tuple[Spot, Spot]]:
    """Yield the lines that fill a box: rising for derived, falling for approximate, level for preliminary values."""
    if state == "preliminary":
        for step in range(1, math.ceil(box.height / gap)):
            yield (box.left, box.bottom + step * gap), (box.right, box.bottom + step * gap)
        return
    for step in range(1, math.ceil((box.width + box.height) / gap)):
        start, end = _slanted(box.width, box.height, step * gap)
        if state == "derived":
            yield (box.left + start[0], box.top - start[1]), (box.left + end[0], box.top - end[1])
        else:
            yield (box.left + start[0], box.bottom + start[1]), (box.left + end[0], box.bottom + end[1])


def _slanted(width: float, height: float, distance: float) -> tuple[Spot, Spot]:
    """The line on which x + y is ``distance``, within a box at the origin."""
    return (max(0.0, distance - height), min(height, distance)), (min(width, distance), max(0.0, distance - width))


SHAPES = "os^v"
"""Marks of the lines in the order of the series: apart also where colours are not."""
MARK_SIZE = 0.72
"""Width of a mark in ems."""


def paint_mark(sheet: Sheet, style: Style, label: str, at: Spot, frame: Frame, series: int, state: PointState) -> None:
    """Draw a mark of a line chart in the look of its state."""
    size, tone, shape = MARK_SIZE * style.em, style.theme.series[series], SHAPES[series]
    if state == "target":
        sheet.mark(label, at, "D", 0.8 * size, style.theme.paper, style.pen(tone.fill, 0.14), frame=frame)
        return
    fill = {"reported": tone.fill, "approximate": tone.tint}.get(state, style.theme.paper)
    sheet.mark(label, at, shape, size, fill, style.pen(tone.fill, 0.14), frame=frame)
    if state == "preliminary":
        sheet.mark(f"dot of {label}", at, "o", size * 0.3, tone.fill, style.pen(tone.fill, 0.02), frame=frame)


def sample(form: Form) -> float:
    """Return the room that the sample of a series takes before its name, in ems."""
    return 2.1 if form == "mark" else 1.5


def paint_key(sheet: Sheet, style: Style, at: Spot, tone: Tone, shape: str) -> None:
    """Draw the sample of a series, its middle left at a place: a bar, or a line with its mark where it has one."""
    x, y = at
    em = style.em
    if not shape:
        sheet.rectangle("key", Box(x, y - 0.36 * em, x + 1.1 * em, y + 0.36 * em), tone.fill, style.pen(tone.fill, 0.02))
        return
    sheet.line("key", [(x, y), (x + 1.6 * em, y)], style.pen(tone.fill, 0.2))
    sheet.mark("key", (x + 0.8 * em, y), shape, MARK_SIZE * em, tone.fill, style.pen(tone.fill, 0.14))
