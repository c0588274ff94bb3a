"""From a chart as data to a picture."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from PIL import Image

from reportgen.charts.axis import left_out
from reportgen.charts.bullet import bullet
from reportgen.charts.check import checked
from reportgen.charts.columns import columns
from reportgen.charts.composition import composition
from reportgen.charts.geometry import Box
from reportgen.charts.ladder import ladder
from reportgen.charts.lettering import CharactersMissing, missing
from reportgen.charts.lines import lines, make_lines
from reportgen.charts.plot import Plot, Room, TooTightError
from reportgen.charts.ranking import ranking
from reportgen.charts.rows import rows
from reportgen.charts.sheet import DPI, Sheet
from reportgen.charts.size import EMU_PER_POINT, POINTS_PER_CM, Size
from reportgen.charts.slope import slope
from reportgen.charts.style import Style
from reportgen.charts.surround import surround
from reportgen.charts.theme import HOUSE
from reportgen.charts.timeline import timeline
from reportgen.charts.words import words_of
from reportgen.document.model import ChartKind, ChartSpec
from reportgen.notices import Notice


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished chart."""

    png: bytes
    """220 dots per inch, for programs that show no SVG."""
    svg: bytes
    """The same, its texts as outlines, so that no font is needed to see it."""
    width: int
    """In EMU (914,400 to the inch), as python-docx and python-pptx count."""
    height: int
    notices: tuple[Notice, ...] = ()
    """Characters without a font, series without values."""


def growth_years(spec: ChartSpec, style: Style, room: Room) -> Plot:
    """Rates over periods: lines where every series has three or more values in a row, columns where gaps leave none."""
    skips = tuple(left_out(spec.categories))
    upright = lines(spec, style, room) if make_lines(spec, skips) else columns(spec, style, room)
    return upright or rows(spec, style, room)


def growth_bars(spec: ChartSpec, style: Style, room: Room) -> Plot:
    """Rates of several things in one period, as lying bars in the order given."""
    return rows(spec, style, room)


def levels(spec: ChartSpec, style: Style, room: Room) -> Plot:
    """Levels or additions over periods as columns; lying where the names of the periods are too long to stand."""
    return columns(spec, style, room) or rows(spec, style, room)


def progress(spec: ChartSpec, style: Style, room: Room) -> Plot:
    """Plans as lying bars: a track up to the whole plan, a second tone beyond it."""
    whole = spec if spec.mark is not None else replace(spec, mark=Decimal(100), mark_label="100%")
    return rows(whole, style, room, full=float(whole.mark or 100))


Drawer = Callable[[ChartSpec, Style, Room], Plot]
DRAWERS: Mapping[ChartKind, Drawer] = {
    "growth-years": growth_years,
    "growth-bars": growth_bars,
    "levels": levels,
    "ladder": ladder,
    "progress": progress,
    "slope": slope,
    "composition": composition,
    "ranking": ranking,
    "bullet": bullet,
    "timeline": timeline,
}
"""Who decides a plot, by kind of chart."""

SHRINK = (1.0, 0.94, 0.88, 0.82, 0.76)
"""Sizes of type that are tried on a slide, as parts of the full size; on a page the picture grows instead."""
SETTINGS: dict[Any, Any] = {
    "savefig.bbox": None,
    "savefig.dpi": "figure",
    "savefig.facecolor": "auto",
    "savefig.edgecolor": "auto",
    "savefig.transparent": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "reportgen",
    "svg.image_inline": True,
    "text.hinting": "none",
    "text.antialiased": True,
    "path.simplify": False,
    "path.snap": True,
    "path.sketch": None,
    "path.effects": [],
    "lines.scale_dashes": True,
}
"""matplotlib's global settings that reach a picture drawn here: fixed, so that nobody's matplotlibrc changes it."""
TALLEST = 21.0
"""Height of a picture on a page in centimetres, at most: the type area has 22.5, and a caption stands below."""
AIR = 0.3
"""Ems that stay free at the right edge of a picture."""
_ONE_AT_A_TIME = threading.RLock()


def draw(spec: ChartSpec, size: Size) -> Picture:
    """Return the picture of a chart.

    The same chart and size give the same bytes on every machine whose matplotlib is the same. A :class:`ChartError` says what
    is wrong with a chart, or that it does not fit. ``spec.alt`` is not drawn: it belongs to whatever holds the picture.
    """
    tidy, notices = checked(spec)
    with _settings():
        drawn, said = _compose(tidy, size)
        width, height = (round(float(inches) * 72 * EMU_PER_POINT) for inches in drawn.get_size_inches())
        return Picture(_png(drawn), _svg(drawn), width, height, (*notices, *said, *_unseen(tidy)))


def figure(spec: ChartSpec, size: Size) -> Figure:
    """Return the matplotlib figure of a chart, for looking at its artists."""
    with _settings():
        return _compose(checked(spec)[0], size)[0]


@contextmanager
def _settings() -> Iterator[None]:
    # Settings are global to the process: one picture at a time, and what was set before comes back.
    with _ONE_AT_A_TIME, matplotlib.rc_context(SETTINGS):
        yield


def _compose(spec: ChartSpec, size: Size) -> tuple[Figure, tuple[Notice, ...]]:
    """Set the chart in the largest type in which it fits."""
    steps = SHRINK if size.place == "slide" else SHRINK[:1]
    for step in steps:
        style = Style(HOUSE, HOUSE.type(size.place).scaled(step), words_of(spec), size.place)
        try:
            return _set(spec, size, style)
        except TooTightError as fault:
            tight = fault
    raise tight


def _set(spec: ChartSpec, size: Size, style: Style) -> tuple[Figure, tuple[Notice, ...]]:
    width, height = size.points
    inner = width - AIR * style.em
    about = surround(spec, size, style)
    plot = DRAWERS[spec.kind](spec, style, Room(inner, height - about.head - about.foot))
    texts = surround(spec, size, style, plot.keys, plot.form, plot.remarks)
    tall = _height(spec, size, plot, texts.head + texts.foot)
    sheet = Sheet.blank(width, tall + texts.head + texts.foot)
    texts.paint(sheet)
    return sheet.figure, plot.paint(sheet, Box(0, texts.foot, inner, texts.foot + tall))


def _height(spec: ChartSpec, size: Size, plot: Plot, around: float) -> float:
    """The height of a plot in points, where its texts take the height ``around``."""
    most = TALLEST if size.place == "page" else size.height
    if most * POINTS_PER_CM < plot.least + around:
        fault = f"it needs a height of {(plot.least + around) / POINTS_PER_CM:.1f} cm and has {most:.1f} cm"
        raise TooTightError(spec, fault, "show fewer things, or give it more room")
    given = size.points[1] - around
    if size.place == "slide":
        return given
    natural = min(plot.natural or given, given) if size.firm else plot.natural or given
    return max(plot.least, min(natural, most * POINTS_PER_CM - around))


def _unseen(spec: ChartSpec) -> tuple[Notice, ...]:
    """A notice of the characters that no font has."""
    points = (point.label for series in spec.series for point in series.points)
    texts = (spec.title, spec.unit, spec.source, spec.mark_label, *spec.notes, *spec.categories, *points)
    lacking = missing((*texts, *(series.name for series in spec.series)))
    return (CharactersMissing(spec.title, lacking),) if lacking else ()


def _png(drawn: Figure) -> bytes:
    # From the bare pixels: matplotlib's own PNG carries an alpha channel and the name of the program.
    pixels, out = io.BytesIO(), io.BytesIO()
    drawn.savefig(pixels, format="rgba")
    width, height = (int(edge) for edge in drawn.bbox.size)
    Image.frombytes("RGBA", (width, height), pixels.getvalue()).convert("RGB").save(out, "png", dpi=(DPI, DPI))
    return out.getvalue()


def _svg(drawn: Figure) -> bytes:
    out = io.BytesIO()
    drawn.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()
