"""Native charts on slides: python-pptx's own parts and a graphic frame."""

from __future__ import annotations

from typing import Any, Protocol

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from reportgen.writers.native.chart import SHAPES_RELATION, SHAPES_TYPE, NativeChart
from reportgen.writers.native.palette import PLAIN, Palette, palette_of
from reportgen.writers.native.xml import NAMESPACES, e, written


class Frame(Protocol):
    """A place on a slide in EMU, such as the boxes of the deck writer."""

    @property
    def left(self) -> int: ...
    @property
    def top(self) -> int: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


def palette(slide: Any) -> Palette:
    """Return the colours of the theme of a slide; plain ones where its master has no theme."""
    try:
        return palette_of(slide.slide_layout.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    except KeyError:
        return PLAIN


def embed(slide: Any, chart: NativeChart, box: Frame, number: int, name: str) -> Any:
    """Add the parts of a chart to the package of a slide and return its ``p:graphicFrame``, to be put among the shapes.

    ``number`` is the id of the shape, unique on the slide. The frame stands in no placeholder: one for pictures must not hold
    a chart.
    """
    package = slide.part.package
    part = ChartPart.load(
        package.next_partname(ChartPart.partname_template), CONTENT_TYPE.DML_CHART, package, chart.xml("rId1", "rId2")
    )
    relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    # A new part numbers its relations from rId1 in the order in which they are made.
    part.relate_to(EmbeddedXlsxPart.new(chart.workbook, package), RELATIONSHIP_TYPE.PACKAGE)
    if chart.shapes:
        drawing = Part(package.next_partname("/ppt/drawings/drawing%d.xml"), SHAPES_TYPE, package, chart.shapes)
        part.relate_to(drawing, SHAPES_RELATION)
    return _frame(chart, relation, box, number, name)


def _frame(chart: NativeChart, relation: str, box: Frame, number: int, name: str) -> Any:
    about = e(
        "p:nvGraphicFramePr",
        e("p:cNvPr", id=number, name=name, descr=chart.alt),
        e("p:cNvGraphicFramePr", e("a:graphicFrameLocks", noGrp=1)),
        e("p:nvPr"),
    )
    place = e("p:xfrm", e("a:off", x=box.left, y=box.top), e("a:ext", cx=box.width, cy=box.height))
    data = e("a:graphicData", e("c:chart", r_id=relation), uri=NAMESPACES["c"])
    # Parsed again, so that python-pptx knows it as one of its own shapes.
    return parse_xml(written(e("p:graphicFrame", about, place, e("a:graphic", data))))
