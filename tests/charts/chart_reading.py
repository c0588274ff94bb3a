"""What a reader sees of a figure: texts, bars and marks as boxes in points, measured by matplotlib's own renderer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from reportgen.charts.draw import SETTINGS
from reportgen.charts.geometry import Box
from reportgen.charts.sheet import DPI

HAIR = 0.25
"""Points by which boxes may touch: the smoothing of an edge."""


@dataclass(frozen=True)
class Seen:
    label: str
    text: str
    box: Box


def kind_of(artist: Text | Rectangle | Line2D) -> str:
    return str(artist.get_label()).split(":")[0]


def texts(figure: Figure, *kinds: str) -> list[str]:
    """The words of the texts of some kinds, in the order drawn."""
    return [artist.get_text() for artist in figure.artists if isinstance(artist, Text) and kind_of(artist) in kinds]


def text(figure: Figure, label: str) -> Text:
    return next(artist for artist in figure.artists if isinstance(artist, Text) and artist.get_label() == label)


def bar(figure: Figure, label: str) -> Rectangle:
    """The rectangle with a label such as ``bar: 2025年: 工业``."""
    return next(artist for artist in figure.artists if isinstance(artist, Rectangle) and artist.get_label() == label)


def labels(figure: Figure, *kinds: str) -> list[str]:
    """The labels of bars and lines of some kinds, in the order drawn."""
    return [
        str(artist.get_label())
        for artist in figure.artists
        if isinstance(artist, Rectangle | Line2D) and kind_of(artist) in kinds
    ]


def lines(figure: Figure, label: str) -> list[Line2D]:
    return [artist for artist in figure.artists if isinstance(artist, Line2D) and artist.get_label() == label]


def heights(figure: Figure, label: str) -> list[list[float]]:
    """The values that each drawn part of a line runs through."""
    return [list(map(float, line.get_ydata())) for line in lines(figure, label)]


def words(figure: Figure) -> Iterator[Seen]:
    """Every text with the box of its ink."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    with matplotlib.rc_context(SETTINGS):
        for artist in figure.artists:
            if isinstance(artist, Text):
                ink = renderer.get_text_width_height_descent(artist.get_text(), artist.get_fontproperties(), False)
                wide, high, deep = (size * 72 / DPI for size in ink)
                x, y = (place * 72 / DPI for place in artist.get_transform().transform(artist.get_position()))
                upright = artist.get_rotation() == 90
                box = Box(x + deep - high, y, x + deep, y + wide) if upright else Box(x, y - deep, x + wide, y - deep + high)
                yield Seen(str(artist.get_label()), artist.get_text(), box)


def solids(figure: Figure) -> Iterator[Seen]:
    """Bars, samples of the legend, marks and ticks with their boxes."""
    for artist in figure.artists:
        if isinstance(artist, Rectangle) and kind_of(artist) in ("bar", "key"):
            extent = artist.get_window_extent()
            yield Seen(str(artist.get_label()), "", Box(*(edge * 72 / DPI for edge in extent.extents)))
        if isinstance(artist, Line2D) and artist.get_marker() not in ("None", None):
            x, y = artist.get_transform().transform((artist.get_xdata()[0], artist.get_ydata()[0])) * 72 / DPI
            yield Seen(str(artist.get_label()), "", Box(x, y, x, y).grown(artist.get_markersize() / 2))
        if isinstance(artist, Line2D) and kind_of(artist) == "tick":
            (x, low), (_, high) = artist.get_xydata()
            yield Seen(str(artist.get_label()), "", Box(x, low, x, high).grown(artist.get_linewidth() / 2))


def faults(figure: Figure) -> list[str]:
    """Every text that stands on something else, and everything beyond the edge, in words."""
    written, solid = list(words(figure)), list(solids(figure))
    width, height = (float(inches) * 72 for inches in figure.get_size_inches())
    paper = Box(0, 0, width, height).grown(0.5)
    found = [f"{item.text or item.label} leaves the paper" for item in (*written, *solid) if not paper.holds(item.box)]
    for index, item in enumerate(written):
        box = item.box.grown(-HAIR)
        found += [f"'{item.text}' stands on '{other.text}'" for other in written[:index] if box.overlaps(other.box)]
        found += [
            f"'{item.text}' stands on {other.label}" for other in solid if box.overlaps(other.box) and not inside(item, other)
        ]
    return found


def inside(item: Seen, other: Seen) -> bool:
    """Whether a text is a value that lies wholly in its own bar, where it is meant to."""
    return item.label.removeprefix("inside: ") == other.label.removeprefix("bar: ") != item.label and other.box.holds(item.box)
