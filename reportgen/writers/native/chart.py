"""The chart part: a native Office chart that people can edit, the same for Word and PowerPoint."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from reportgen.charts.check import checked
from reportgen.charts.lettering import width
from reportgen.charts.plot import ValuesUnwritten
from reportgen.charts.size import EMU_PER_POINT, Size
from reportgen.document.model import ChartSpec
from reportgen.notices import Notice
from reportgen.writers.native import look
from reportgen.writers.native.around import KEY
from reportgen.writers.native.axes import axis_ids, category_axis, value_axis
from reportgen.writers.native.palette import GRID, INK, PLAIN, Palette
from reportgen.writers.native.plan import planned
from reportgen.writers.native.scheme import Scheme
from reportgen.writers.native.series import series
from reportgen.writers.native.shapes import shapes
from reportgen.writers.native.text import Type, rich
from reportgen.writers.native.workbook import workbook
from reportgen.writers.native.xml import Element, e, flag, written

SHAPES_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
SHAPES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"
"""Content type of the part of shapes, and how the chart refers to it (ECMA-376 part 1, 14.2.2)."""


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart as the parts of an Office package; the same bytes for the same specification, size and palette."""

    space: bytes
    """The chart part without its relations; :meth:`xml` adds them."""
    workbook: bytes
    """The numbers as an ``.xlsx`` file."""
    shapes: bytes
    """The part of the shapes drawn on the chart; empty where there are none."""
    alt: str
    """Alternative text, for the frame that holds the chart."""
    width: int
    """In EMU (914,400 to the inch)."""
    height: int
    notices: tuple[Notice, ...] = ()

    def xml(self, workbook: str, shapes: str = "") -> bytes:
        """Return the chart part with the ids of its relations to the workbook and to the shapes, where it has any."""
        root = etree.fromstring(self.space)
        root.append(e("c:externalData", flag("c:autoUpdate", False), r_id=workbook))
        if self.shapes:
            root.append(e("c:userShapes", r_id=shapes))
        return written(root)


def native_chart(spec: ChartSpec, size: Size, palette: Palette = PLAIN) -> NativeChart:
    """Return a chart that Office programs can edit, for a size and in the colours of a theme.

    A :class:`~reportgen.errors.ChartError` says what is wrong with a chart, or that it does not fit.
    """
    tidy, notices = checked(spec)
    scheme = planned(tidy, size, palette)
    wide, high = round(scheme.width * EMU_PER_POINT), round(scheme.height * EMU_PER_POINT)
    if scheme.arrangement.writing == "scale":
        notices = (*notices, ValuesUnwritten(tidy.title))
    return NativeChart(written(_space(scheme)), workbook(scheme), shapes(scheme), spec.alt, wide, high, notices)


def _space(scheme: Scheme) -> Element:
    chart = e(
        "c:chart",
        _title(scheme),
        flag("c:autoTitleDeleted", not scheme.around.title.lines),
        _plot(scheme),
        _legend(scheme),
        flag("c:plotVisOnly", True),
        e("c:dispBlanksAs", val="gap"),
    )
    language = e("c:lang", val=scheme.phrases.language)
    clear = look.shape(None, look.outline(None))
    text = Type(scheme.phrases.language, scheme.style.em, INK).defaults()
    return e("c:chartSpace", flag("c:date1904", False), language, flag("c:roundedCorners", False), chart, clear, text)


# --- title and legend ------------------------------------------------------------------------------------------------------


def _title(scheme: Scheme) -> Element | None:
    """The message, at the upper left corner."""
    block = scheme.around.title
    if not block.lines:
        return None
    face = Type(scheme.phrases.language, block.size, INK, bold=True, heading=True)
    return e("c:title", rich(face.paragraph(line) for line in block.lines), _layout(x=0, y=0), flag("c:overlay", True))


def _legend(scheme: Scheme) -> Element | None:
    """The names of several series in one or more rows under the plot."""
    rows = scheme.around.keys
    if not rows:
        return None
    em = scheme.style.em
    total = sum(width(strand.name, em) + KEY * em for strand in scheme.strands if strand.named)
    wide = min(0.96, scheme.x(total)) if rows == 1 else 0.96
    top = scheme.y(scheme.around.notes + scheme.around.legend)
    place = _layout(x=(1 - wide) / 2, y=top, w=wide, h=scheme.around.legend / scheme.height)
    text = Type(scheme.phrases.language, em, INK).defaults()
    return e("c:legend", e("c:legendPos", val="b"), *_unnamed(scheme), place, flag("c:overlay", True), text)


def _unnamed(scheme: Scheme) -> list[Element]:
    """Marks, and all but the first part of a broken line, are not in the legend; programs count trend lines after the series."""
    hidden = [position for position, strand in enumerate(scheme.strands) if not strand.named]
    marked = len(scheme.spec.categories) > 1 and any(strand.role == "mark" for strand in scheme.strands)
    trends = [len(scheme.strands)] if marked else []
    return [e("c:legendEntry", e("c:idx", val=index), flag("c:delete", True)) for index in (*hidden, *trends)]


def _layout(target: str = "", **edges: float) -> Element:
    inner = e("c:layoutTarget", val=target) if target else None
    modes = [e(f"c:{edge}Mode", val="edge") for edge in edges if edge in "xy"]
    places = [e(f"c:{edge}", val=f"{place:.5f}") for edge, place in edges.items()]
    return e("c:layout", e("c:manualLayout", inner, *modes, *places))


# --- plot ------------------------------------------------------------------------------------------------------------------


def _plot(scheme: Scheme) -> Element:
    room, tabled = scheme.arrangement.room, scheme.arrangement.writing == "table"
    place = {"x": scheme.x(room.left), "y": scheme.y(room.top), "w": scheme.x(room.width), "h": room.height / scheme.height}
    clear = look.shape(None, look.outline(None))
    layout = _layout("outer" if tabled else "inner", **place)
    table = _table(scheme) if tabled else None
    return e("c:plotArea", layout, *_groups(scheme), category_axis(scheme), value_axis(scheme), table, clear)


LAYERS = {"track": 0, "aim": 0, "within": 2, "before": 2}
"""What lies behind the bars of values, and what before them."""


def _groups(scheme: Scheme) -> list[Element]:
    """Bars, then lines; bars in the order in which they lie over each other."""
    rows = list(enumerate(scheme.strands))
    lined = [n for n, strand in rows if scheme.form == "lines" or strand.role == "mark"]
    barred = sorted((n for n, _ in rows if n not in lined), key=lambda n: LAYERS.get(scheme.strands[n].role, 1))
    groups = [_bars(scheme, barred)] if barred else []
    return [*groups, _lines(scheme, lined)] if lined else groups


def _bars(scheme: Scheme, positions: list[int]) -> Element:
    direction = e("c:barDir", val="bar" if scheme.form == "rows" else "col")
    known = [series(scheme, position) for position in positions]
    stacked = scheme.arrangement.stacked
    lapped = stacked or any(scheme.strands[position].role in LAYERS for position in positions)
    spacing = (e("c:gapWidth", val=scheme.arrangement.gap), e("c:overlap", val=100 if lapped else 0))
    group = e("c:grouping", val="stacked" if stacked else "clustered")
    return e("c:barChart", direction, group, flag("c:varyColors", False), *known, *spacing, *axis_ids())


def _lines(scheme: Scheme, positions: list[int]) -> Element:
    known = [series(scheme, position) for position in positions]
    group = e("c:grouping", val="standard")
    drop = e("c:dropLines", e("c:spPr", look.outline(GRID, 0.09 * scheme.style.em))) if scheme.arrangement.edged else None
    return e("c:lineChart", group, flag("c:varyColors", False), *known, drop, flag("c:marker", True), *axis_ids())


def _table(scheme: Scheme) -> Element:
    """The values under the categories, where they are too many to be written at their marks."""
    borders = (flag(f"c:show{side}", side == "HorzBorder") for side in ("HorzBorder", "VertBorder", "Outline", "Keys"))
    text = Type(scheme.phrases.language, scheme.arrangement.size, INK).defaults()
    return e("c:dTable", *borders, look.shape(None, look.outline(GRID)), text)
