"""A look of round numbers, in points: what a test expects can be counted on one's fingers."""

from __future__ import annotations

from reportgen.writers.pptx.geometry import Box
from reportgen.writers.pptx.look import Inset, Layout, Level, Look, Place, Spacing

NONE = Inset(0, 0, 0, 0)


def place(idx: int, role: str, box: tuple[int, int, int, int], size: float = 20, name: str = "", *, indent: float = 0) -> Place:
    """Return a placeholder at ``box`` in points, its lines one and a half times their size apart."""
    level = Level(size, line=Spacing(1.5), indent=indent)
    return Place(idx, role, name or role.capitalize(), Box(*(12700 * part for part in box)), (level,) * 3, NONE)


TITLE = place(0, "title", (0, 0, 600, 60), 28)
SOURCE = place(11, "source", (0, 400, 400, 20), 11)
NUMBER = place(12, "slide number", (500, 400, 100, 20), 11, "Number")
POINTS = place(13, "points", (0, 100, 600, 250), 20, indent=20)

COVER = Layout("cover", (place(0, "title", (0, 0, 600, 60), 40), place(1, "subtitle", (0, 100, 600, 100), 22)))
POINTS_ONLY = Layout("points", (TITLE, POINTS, SOURCE, NUMBER))
CHART = Layout("chart and points", (
    TITLE, place(14, "chart", (0, 100, 300, 200)), place(13, "points", (300, 100, 300, 250), 18), place(15, "note", (0, 310, 300, 40), 11),
))  # fmt: skip
TABLE = Layout("table", (TITLE, place(14, "table", (0, 100, 600, 200), 16), place(15, "note", (0, 310, 600, 40), 11)))

TINY = Look("tiny.pptx", (COVER, POINTS_ONLY, CHART, TABLE))
