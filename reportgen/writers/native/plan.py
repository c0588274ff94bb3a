"""Decides everything about a native chart before a line of it is written.

The decisions are those of the picture (:mod:`reportgen.charts`): lines, columns or lying bars, how values are written, where
their labels stand. What a program lays out well by itself is left to it; a scale is fixed only where something must not move.
"""

from __future__ import annotations

from reportgen.charts.bullet import Bullet
from reportgen.charts.columns import Columns
from reportgen.charts.composition import Composition
from reportgen.charts.draw import DRAWERS, SHRINK, TALLEST, growth_bars
from reportgen.charts.geometry import Box
from reportgen.charts.lines import Lines
from reportgen.charts.plot import Plot, Room, TooTightError
from reportgen.charts.ranking import Ranking
from reportgen.charts.rows import Rows
from reportgen.charts.size import POINTS_PER_CM, Size
from reportgen.charts.slope import Slope
from reportgen.charts.style import Style
from reportgen.charts.theme import HOUSE
from reportgen.charts.timeline import Timeline
from reportgen.document.model import ChartSpec
from reportgen.writers.native.aims import aim_strands, aimed
from reportgen.writers.native.around import around
from reportgen.writers.native.changes import changing
from reportgen.writers.native.happenings import dated, event_strands
from reportgen.writers.native.lying import lying
from reportgen.writers.native.palette import Palette
from reportgen.writers.native.parts import part_strands, stacked
from reportgen.writers.native.scheme import Arrangement, Scheme
from reportgen.writers.native.standings import rank_strands, ranked
from reportgen.writers.native.strands import Strand, complete, strands
from reportgen.writers.native.upright import standing, stretched
from reportgen.writers.native.words import Phrases, phrases_of


def planned(spec: ChartSpec, size: Size, palette: Palette) -> Scheme:
    """Return the scheme of a checked chart in the largest type in which it fits.

    Raises :class:`~reportgen.errors.ChartError` for a chart that does not fit its room.
    """
    whole, phrases = complete(spec), phrases_of(spec)
    for step in SHRINK if size.place == "slide" else SHRINK[:1]:
        style = Style(HOUSE, HOUSE.type(size.place).scaled(step), phrases.words, size.place)
        try:
            return _set(whole, size, style, phrases, palette)
        except TooTightError as fault:
            tight = fault
    raise tight


def _set(spec: ChartSpec, size: Size, style: Style, phrases: Phrases, palette: Palette) -> Scheme:
    width, height = size.points
    # A native ladder is made of plain lying bars: a pyramid would need columns of the workbook that say nothing.
    drawer = growth_bars if spec.kind == "ladder" else DRAWERS[spec.kind]
    plot = drawer(spec, style, Room(width, height - around(spec, size, style, phrases).height))
    # A place in a ranking is a bar here, not a mark.
    texts = around(spec, size, style, phrases, "bar" if spec.kind == "ranking" else plot.form, plot.remarks)
    tall, foot = _height(spec, size, plot, texts.height), texts.legend + texts.notes
    arrangement = _arranged(plot, Box(0, foot, width, foot + tall), phrases)
    rows = _strands(plot, arrangement, phrases)
    return Scheme(arrangement, texts, style, phrases, width, tall + texts.height, rows, palette)


def _arranged(plot: Plot, box: Box, phrases: Phrases) -> Arrangement:
    match plot:
        case Lines():
            return stretched(plot, box)
        case Columns():
            return standing(plot, box)
        case Rows():
            return lying(plot, box)
        case Slope():
            return changing(plot, box)
        case Composition():
            return stacked(plot, box)
        case Ranking():
            return ranked(plot, box)
        case Bullet():
            return aimed(plot, box, phrases)
        case Timeline():
            return dated(plot, box)
    raise TypeError(f"no native chart for {type(plot).__name__}")


def _strands(plot: Plot, arrangement: Arrangement, phrases: Phrases) -> tuple[Strand, ...]:
    match plot:
        case Composition():
            return part_strands(plot, phrases)
        case Ranking():
            return rank_strands(plot, phrases)
        case Bullet():
            return aim_strands(arrangement.spec, plot)
        case Timeline():
            return event_strands(arrangement.spec, plot, phrases)
    return strands(arrangement.spec, arrangement.form, phrases)


def _height(spec: ChartSpec, size: Size, plot: Plot, texts: float) -> float:
    """The height of a plot in points, where its texts take the height ``texts``: as in the picture."""
    most = (TALLEST if size.place == "page" else size.height) * POINTS_PER_CM
    if most < plot.least + texts:
        fault = f"it needs a height of {(plot.least + texts) / POINTS_PER_CM:.1f} cm and has {most / POINTS_PER_CM:.1f} cm"
        raise TooTightError(spec, fault, "show fewer things, or give it more room")
    given = size.points[1] - texts
    natural = min(plot.natural or given, given) if size.firm else plot.natural or given
    return given if size.place == "slide" else max(plot.least, min(natural, most - texts))
