"""How lying bars stand in their room."""

from __future__ import annotations

from reportgen.charts.geometry import Box, Scale
from reportgen.charts.lettering import width
from reportgen.charts.rows import PAD, Rows
from reportgen.document.model import Point
from reportgen.writers.native.scheme import Arrangement, Place
from reportgen.writers.native.upright import WIDEST_GAP, rounded

AIR = 0.9
"""Ems more than in the picture for names, and between them and the labels of falls: the reader's fonts may be wider."""
STRIP = 1.5
"""Ems above the bars for the name of the reference value."""


def lying(plot: Rows, box: Box) -> Arrangement:
    """Return lying bars in a box that also holds the names of their categories.

    The scale is fixed where labels stand left of the bars, or where a line for a reference value lies on it; else the program
    chooses its end.
    """
    spec, em = plot.spec, plot.style.em
    strip = STRIP * em if spec.mark is not None and spec.mark_label else 0.0
    rows = plot.rows(Box(box.left, box.bottom, box.right, box.top - strip))
    points = [point for series in spec.series for point in series.points if point.value is not None]
    falling = any((point.value or 0) < 0 for point in points)
    fixed = falling or spec.mark is not None
    right = box.right if fixed else box.right - max(width(point.label, em) for point in points) - 2 * PAD * em
    room = Box(plot.edge + AIR * em, rows[-1].bottom, right, rows[0].top)
    gap = min(WIDEST_GAP, round((room.height / len(rows) / rows[0].thick - len(spec.series)) * 100))
    if not fixed:
        return Arrangement("rows", spec, room, 0.0, None, gap, size=em)
    across = _eased(plot.across, plot.edge, room, AIR * em if falling else 0.0)
    low, high = (rounded((edge - across.zero) / across.unit) for edge in (room.left, room.right))
    return Arrangement("rows", spec, room, low, high, gap, size=em, places=_places(plot, across))


def _eased(across: Scale, edge: float, room: Box, left: float) -> Scale:
    """The scale of the picture, which begins at ``edge``, in a room that begins later, ``left`` points free at its beginning."""
    part = (room.width - left) / (room.right - edge)
    return Scale(room.left + left + (across.zero - edge) * part, across.unit * part)


def _places(plot: Rows, across: Scale) -> dict[tuple[int, int], Place]:
    """Labels that would stand on the line of the reference value stand beyond it."""
    found = {
        (row, index): _shift(plot, across, point)
        for row, series in enumerate(plot.spec.series)
        for index, point in enumerate(series.points)
        if point.value is not None
    }
    return {key: Place("outEnd", shift) for key, shift in found.items() if shift}


def _shift(plot: Rows, across: Scale, point: Point) -> float:
    if plot.spec.mark is None or point.value is None:
        return 0.0
    em, away = plot.style.em, -1 if point.value < 0 else 1
    near = across.at(float(point.value)) + away * PAD * em
    far, mark = near + away * width(point.label, em), across.at(float(plot.spec.mark))
    crossed = min(near, far) - 0.7 * PAD * em < mark < max(near, far) + 0.7 * PAD * em
    return mark + away * PAD * em - near if crossed else 0.0
