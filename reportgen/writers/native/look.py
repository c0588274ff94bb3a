"""How bars, lines and marks look in the states of their values, as in the pictures: fills, patterns and outlines."""

from __future__ import annotations

from reportgen.charts.style import MARK_SIZE
from reportgen.document.model import PointState
from reportgen.writers.native.palette import PAPER, Colour, Tone
from reportgen.writers.native.xml import Element, e

EMU_PER_POINT = 12_700
SYMBOLS = ("circle", "square", "triangle", "diamond")
"""Marks of the lines in the order of the series: apart also where colours are not."""
PATTERNS: dict[PointState, str] = {"derived": "wdUpDiag", "approximate": "wdDnDiag", "preliminary": "ltHorz"}
"""Rising, falling and level lines, as the notes of a chart explain them."""


THIN = 0.75
"""Thickness of an outline in points."""


def outline(colour: Colour | None, thick: float = THIN, dash: str = "") -> Element:
    """Return a line of a thickness in points; none where there is no colour."""
    if colour is None:
        return e("a:ln", e("a:noFill"))
    return e("a:ln", colour.fill(), e("a:prstDash", val=dash) if dash else None, e("a:round"), w=round(thick * EMU_PER_POINT))


def shape(fill: Element | None, line: Element) -> Element:
    """Return the look of a part of the chart; no fill where there is none."""
    return e("c:spPr", fill if fill is not None else e("a:noFill"), line)


def bar(tone: Tone, state: PointState = "reported", second: bool = False, thick: float = THIN) -> Element:
    """Return the look of a bar; ``second`` takes the lighter tone, for falls among several series."""
    if state == "reported":
        return shape((tone.tint if second else tone.fill).fill(), outline(tone.fill, thick))
    if state == "target":
        return shape(PAPER.fill(), outline(tone.fill, 1.0, "dash"))
    ground = PAPER if state == "derived" else tone.tint
    pattern = e("a:pattFill", tone.fill.within("a:fgClr"), ground.within("a:bgClr"), prst=PATTERNS[state])
    return shape(pattern, outline(tone.fill))


def line(tone: Tone, em: float, dashed: bool = False) -> Element:
    """Return the look of a line; ``dashed`` where it leads to a target."""
    return e("c:spPr", outline(tone.fill, 0.2 * em, "sysDash" if dashed else ""))


def mark(tone: Tone, series: int, em: float, state: PointState = "reported") -> Element:
    """Return the mark of a value on a line."""
    fill = {"reported": tone.fill, "approximate": tone.tint}.get(state, PAPER)
    symbol = {"preliminary": "x", "target": "diamond"}.get(state, SYMBOLS[series])
    look = shape(fill.fill(), outline(tone.fill, 0.14 * em))
    return e("c:marker", e("c:symbol", val=symbol), e("c:size", val=round(MARK_SIZE * em)), look)
