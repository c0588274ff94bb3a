"""Native charts in Word documents: three parts and a drawing that stands in a run."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.writers.native.chart import SHAPES_RELATION, SHAPES_TYPE, NativeChart
from reportgen.writers.native.palette import PLAIN, Palette, palette_of
from reportgen.writers.native.xml import NAMESPACES, Element, e


def palette(document: Any) -> Palette:
    """Return the colours of the theme of a document part; plain ones where it has no theme."""
    try:
        return palette_of(document.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    except KeyError:
        return PLAIN


def embed(document: Any, chart: NativeChart, number: int, name: str) -> Element:
    """Add the parts of a chart to the package of a document part and return its ``wp:inline``, to be put into a ``w:drawing``.

    ``number`` is the id of the drawing, unique among all drawings of the document; ``name`` is what the selection pane shows.
    """
    free = _free(document.package)
    workbook = Part(PackURI(f"/word/embeddings/chart{free}.xlsx"), CONTENT_TYPE.SML_SHEET, chart.workbook, document.package)
    part = Part(PackURI(f"/word/charts/chart{free}.xml"), CONTENT_TYPE.DML_CHART, chart.xml("rId1", "rId2"), document.package)
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, workbook, "rId1")
    if chart.shapes:
        shapes = Part(PackURI(f"/word/drawings/drawing{free}.xml"), SHAPES_TYPE, chart.shapes, document.package)
        part.load_rel(SHAPES_RELATION, shapes, "rId2")
    return _inline(chart, document.relate_to(part, RELATIONSHIP_TYPE.CHART), number, name)


def _free(package: Any) -> int:
    """The first number that no chart, workbook or drawing of a package has."""
    taken = {str(part.partname) for part in package.iter_parts()}
    names = ("/word/charts/chart{}.xml", "/word/embeddings/chart{}.xlsx", "/word/drawings/drawing{}.xml")
    return next(n for n in range(1, len(taken) + 2) if not any(name.format(n) in taken for name in names))


def _inline(chart: NativeChart, relation: str, number: int, name: str) -> Element:
    data = e("a:graphicData", e("c:chart", r_id=relation), uri=NAMESPACES["c"])
    return e(
        "wp:inline",
        e("wp:extent", cx=chart.width, cy=chart.height),
        e("wp:docPr", id=number, name=name, descr=chart.alt),
        e("wp:cNvGraphicFramePr"),
        e("a:graphic", data),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )
