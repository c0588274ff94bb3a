"""How columns and lines over periods lie in their room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportgen.charts.axis import breaks, mark_note
from reportgen.charts.columns import GAP, INK, PAD, Columns, Layout, settings
from reportgen.charts.geometry import Box, Scale, Spot
from reportgen.charts.lettering import LINE
from reportgen.charts.lines import Drawing, Lines, sizes
from reportgen.charts.style import MARK_SIZE, Style
from reportgen.document.model import ChartSpec
from reportgen.writers.native.scheme import Arrangement, Key, Place, Side
from reportgen.writers.native.strands import positions, spaced

WIDEST_GAP = 500
"""Percent of a bar's thickness; programs take no more."""
SLACK = 1.25
"""How much further than in the picture the scale reaches below: the program chooses its upper end, and so its unit, itself."""
BEYOND = 1.1
"""How far a program lets the scale of lines reach beyond the highest value, as a part of it, at least."""
LEAST_MOVE = 0.5
"""Points by which a label is moved at least."""
TICKS = 3.6
"""Ems for the numbers of a scale."""


def standing(plot: Columns, box: Box) -> Arrangement:
    """Return columns in a box that also holds the names of their categories."""
    room, spec, em = plot.inner(box), spaced(plot.spec), plot.style.em
    found = None if plot.axis.table else plot.clear(room, settings(plot.style))
    layout = found or plot.laid_out(room, None)
    slot, gap = _slots(layout, len(spec.categories), len(spec.series))
    room = _lowered(room, words_height(plot.spec, plot.style))
    low, high = ends(plot.spec, layout.up, room.bottom) if found else ends(plot.spec)
    arranged = Arrangement("columns", spec, room, low, high, gap, "table" if plot.axis.table else "scale", em)
    if plot.axis.table:
        return replace(arranged, room=box, size=plot.axis.table.size)
    if not found or not found.setting:
        return replace(arranged, room=Box(room.left + TICKS * em, room.bottom, room.right, room.top - PAD * em))
    label = max(found.setting.extent(column.point.label)[1] for column in found.columns) + 2 * PAD * em
    middle, half = (room.left + room.right) / 2, slot * len(spec.categories) / 2
    compact = _lowered(Box(middle - half, room.bottom, middle + half, room.top), label)
    written = replace(arranged, room=compact, writing="labels", size=found.setting.size, upright=found.setting.upright)
    return replace(written, places=_crossed(plot, found))


def _slots(layout: Layout, count: int, bars: int) -> tuple[float, int]:
    """Width of a category in points, and the gap between two of them in percent of a column."""
    first = layout.columns[0]
    wide = (first.right - first.left) / (1 - GAP)
    steps = (after - before for before, after in pairwise(layout.centres))
    slot = min(*steps, layout.inner.width / count, wide * (bars + WIDEST_GAP / 100))
    return slot, round((slot / wide - bars) * 100)


def stretched(plot: Lines, box: Box) -> Arrangement:
    """Return lines in a box that also holds the names of their categories."""
    spec, em = spaced(plot.spec), plot.style.em
    if plot.axis.table:
        return Arrangement("lines", spec, box, *ends(plot.spec), 0, "table", plot.axis.table.size)
    # Programs name series in a legend: nothing stands at the ends of the lines but the reference value.
    bare = replace(plot, endings=(), named=False)
    mark = mark_note(plot.spec, plot.style, box.width)
    room = Box(box.left, box.bottom, box.right - (mark.width if mark else 0.0), box.top)
    drawings = [_drawing(bare, room, size) for size in sizes(plot.style)]
    clean = next((drawing for drawing in drawings if drawing.clean), None)
    best = clean or next((drawing for drawing in drawings if all(place.clear for place in drawing.chosen())), None)
    drawing = best or drawings[-1]
    places, unwritten = _labels(drawing)
    inner, low, high = drawing.inner, *ends(plot.spec, drawing.up, drawing.inner.bottom)
    room = Box(inner.left, inner.bottom, inner.right, inner.top - _above(plot, drawing.size))
    if best:
        return Arrangement("lines", spec, room, low, high, 0, "labels", drawing.size, places=places)
    low, high = ends(plot.spec)
    room = Box(room.left + TICKS * em, room.bottom, room.right, room.top)
    return Arrangement("lines", spec, room, low, high, 0, "scale", drawing.size, places=places, unwritten=unwritten)


def _drawing(plot: Lines, box: Box, size: float) -> Drawing:
    """The picture's drawing, its marks in the middle of their categories, where a program puts them, and on its scale."""
    drawn = plot.drawing(box, size)
    count, inner = len(spaced(plot.spec).categories), Box(box.left, drawn.inner.bottom, box.right, box.top)
    centres = tuple(inner.left + (place + 0.5) * inner.width / count for place in positions(plot.spec))
    top = inner.top - _above(plot, size)
    low = min(0.0, (inner.bottom - drawn.up.zero) / drawn.up.unit)
    unit = (top - inner.bottom) / (max(0.0, BEYOND * max(_values(plot.spec))) - low or 1.0)
    return replace(drawn, inner=inner, places=centres, up=Scale(inner.bottom - low * unit, unit))


def _above(plot: Lines, size: float) -> float:
    """Room above the highest mark for its value and the words of a break, in points."""
    return INK * size + (MARK_SIZE / 2 + 0.5) * plot.style.em + words_height(plot.spec, plot.style)


def _labels(drawing: Drawing) -> tuple[dict[Key, Place], frozenset[Key]]:
    """Where the values stand at their marks, and those for which there is no place."""
    stands, clear = positions(drawing.plot.spec), (MARK_SIZE / 2 + 0.2) * drawing.plot.style.em
    found = [
        ((row, stands[index]), at, chosen) for (row, index, _, at), chosen in zip(drawing.values(), drawing.chosen(), strict=True)
    ]
    places = {key: _place(chosen.box, at, clear, not chosen.clean) for key, at, chosen in found if chosen.clear}
    return places, frozenset(key for key, _, chosen in found if not chosen.clear)


def _place(label: Box, mark: Spot, clear: float, ground: bool) -> Place:
    """On which side of its mark a label stands, and how far from the middle of that side; ``clear`` is half a mark with its air."""
    if label.bottom <= mark[1] <= label.top:
        return Place("r" if label.left > mark[0] else "l", ground=ground)
    across = (label.left + label.right) / 2 - mark[0]
    side: Side = "t" if label.bottom > mark[1] else "b"
    away = label.bottom - mark[1] - clear if side == "t" else label.top - mark[1] + clear
    right, up = (move if abs(move) >= LEAST_MOVE else 0.0 for move in (across, away))
    return Place(side, right, up, ground)


def _crossed(plot: Columns, layout: Layout) -> dict[Key, Place]:
    """The labels of columns through which the line of the reference value runs."""
    if layout.setting is None or plot.spec.mark is None:
        return {}
    stands, mark = positions(plot.spec), layout.up.at(float(plot.spec.mark))
    boxes = {
        (column.series, stands[column.category]): column.label_box(layout.up, layout.setting, PAD * plot.style.em)
        for column in layout.columns
    }
    near = 0.5 * plot.style.em
    return {key: Place("outEnd", ground=True) for key, box in boxes.items() if box.bottom - near < mark < box.top + near}


def ends(spec: ChartSpec, up: Scale | None = None, bottom: float = 0.0) -> tuple[float | None, float | None]:
    """Return the ends of a scale that the program must not choose.

    Columns start at zero, and below falls there is room for their labels: as much as the picture has, whose scale is ``up``.
    """
    lowest, highest = min(_values(spec)), max(_values(spec))
    if lowest >= 0:
        return 0.0, None
    return (rounded(SLACK * (bottom - up.zero) / up.unit) if up else None), (None if highest > 0 else 0.0)


def _values(spec: ChartSpec) -> list[float]:
    """Every value on the scale, the reference value among them."""
    values = [float(point.value) for series in spec.series for point in series.points if point.value is not None]
    return values + ([float(spec.mark)] if spec.mark is not None else [])


def rounded(value: float) -> float:
    """Return a value with three digits that count.

    >>> rounded(-23.456), rounded(170.31)
    (-23.5, 170.0)
    """
    return float(f"{value:.3g}")


def words_height(spec: ChartSpec, style: Style) -> float:
    """Return the room for the words of a break above the plot in points."""
    return LINE * style.type.small + PAD * style.em if breaks(spec) else 0.0


def _lowered(box: Box, by: float) -> Box:
    return Box(box.left, box.bottom, box.right, box.top - by)
