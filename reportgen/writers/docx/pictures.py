"""Charts in Word: as pictures, vector where the program can show it and print-quality bitmap elsewhere, or as charts to be edited."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.document.model import Chart, ChartForm
from reportgen.writers.docx.captions import caption
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import paragraph
from reportgen.writers.docx.runs import words
from reportgen.writers.docx.xml import NAMESPACES, Element, drawing, w
from reportgen.writers.lines import source_line
from reportgen.writers.manifest import Passage, chart_record, pieces_of

if TYPE_CHECKING:
    from reportgen.charts.draw import Picture
    from reportgen.charts.size import Size
    from reportgen.writers.docx.manuscript import Made
    from reportgen.writers.native.chart import NativeChart

EMU_PER_TWIP = 635
TWIPS_PER_CM = 1440 / 2.54
WIDEST = 16.0
"""Of a picture, in centimetres; where the text is narrower, the picture is as wide as the text."""
HEIGHT = 8.0
"""What an upright chart is given, in centimetres: two to a page with their captions."""
TALLEST = 0.85
"""Of a picture, as a part of the text's height: its source and caption have room below it."""
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def chart(manuscript: Manuscript, block: Chart) -> Iterator[Element]:
    """Return the picture or native chart, its source line and its caption."""
    low = manuscript.low.get(block.anchor)
    made = _made(manuscript, block, low)
    manuscript.notices.extend(made.notices)
    inline = _INLINES[manuscript.document.charts](manuscript, block, made)
    _note_down(manuscript, block, made)
    yield paragraph(manuscript.look, "Figure", w("r", w("drawing", inline)))
    if block.spec.source:
        source = words(manuscript, source_line(block.spec.source, manuscript.document.labels))
        yield paragraph(manuscript.look, "Figure Note", source)
    yield caption(manuscript, block, "caption")


def _note_down(manuscript: Manuscript, block: Chart, made: Made) -> None:
    """Keep the data of a chart and its alternative text for the manifest."""
    name = _name(block)
    drawn = getattr(made, "png", b"") or getattr(made, "space", b"")
    manuscript.drawn.append(chart_record(block.spec, name, "", block.anchor, _size(manuscript, made), drawn))
    manuscript.alternatives.append(Passage(f"alt {name}", pieces_of(block.spec.telling)))


def _name(block: Chart) -> str:
    """Return what the selection pane calls the chart."""
    return block.label or block.anchor


def usual_height(manuscript: Manuscript, block: Chart) -> int:
    """Return the height of a chart at its usual size, in twips."""
    return _twips(manuscript, _made(manuscript, block))


def lowered(manuscript: Manuscript, block: Chart, twips: int) -> int | None:
    """Return the height that a chart takes when it is given ``twips``; ``None`` where it does not become so low."""
    height = _twips(manuscript, _made(manuscript, block, twips))
    return height if height <= twips else None


def _made(manuscript: Manuscript, block: Chart, low: int | None = None) -> Made:
    """Return a chart of its usual height, or that makes do with ``low`` twips if it can; made once."""
    from reportgen.charts.size import Size

    height = low / TWIPS_PER_CM if low else HEIGHT
    key = (block.anchor, height)
    if key not in manuscript.made:
        size = Size(min(WIDEST, manuscript.look.width / TWIPS_PER_CM), height, "page", sourced=False, firm=bool(low))
        manuscript.made[key] = _MAKERS[manuscript.document.charts](manuscript, block, size)
    return manuscript.made[key]


def _twips(manuscript: Manuscript, made: Made) -> int:
    return math.ceil(_size(manuscript, made)[1] / EMU_PER_TWIP)


def _size(manuscript: Manuscript, made: Made) -> tuple[int, int]:
    return fitted((made.width, made.height), manuscript.look.height * EMU_PER_TWIP * TALLEST)


def fitted(size: tuple[int, int], tallest: float) -> tuple[int, int]:
    """Return width and height of a picture, both smaller in the same measure where it is too tall for a page.

    >>> fitted((600, 300), 400), fitted((600, 800), 400)
    ((600, 300), (300, 400))
    """
    part = min(1.0, tallest / size[1])
    return round(size[0] * part), round(size[1] * part)


def _drawn(manuscript: Manuscript, block: Chart, size: Size) -> Made:
    return manuscript.draw(block.spec, size)


def _charted(manuscript: Manuscript, block: Chart, size: Size) -> Made:
    from reportgen.writers.native.chart import native_chart
    from reportgen.writers.native.in_docx import palette

    return native_chart(block.spec, size, palette(manuscript.look.word.part))


_MAKERS: Mapping[ChartForm, Callable[[Manuscript, Chart, Size], Made]] = {"picture": _drawn, "native": _charted}


def _native(manuscript: Manuscript, block: Chart, made: NativeChart) -> Element:
    """Return the chart as one that Word can edit, in the colours of the look's theme."""
    from reportgen.writers.native.in_docx import embed

    width, height = _size(manuscript, made)
    number = next(manuscript.picture_ids)
    return embed(manuscript.look.word.part, replace(made, width=width, height=height), number, _name(block))


def _inline(manuscript: Manuscript, block: Chart, picture: Picture) -> Element:
    number = next(manuscript.picture_ids)
    width, height = _size(manuscript, picture)
    bitmap = _part(manuscript, f"chart{number}.png", "image/png", picture.png)
    vector = _part(manuscript, f"chart{number}.svg", "image/svg+xml", picture.svg)
    locks = drawing("a:graphicFrameLocks", noChangeAspect=1)
    data = drawing("a:graphicData", _picture(number, _name(block), bitmap, vector, (width, height)), uri=NAMESPACES["pic"])
    return drawing(
        "wp:inline",
        drawing("wp:extent", cx=width, cy=height),
        drawing("wp:docPr", id=number, name=_name(block), descr=block.spec.alt),
        drawing("wp:cNvGraphicFramePr", locks),
        drawing("a:graphic", data),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )


_INLINES: Mapping[ChartForm, Callable[[Manuscript, Chart, Any], Element]] = {"picture": _inline, "native": _native}


def _part(manuscript: Manuscript, name: str, content_type: str, blob: bytes) -> str:
    """Add a part to the package and return the id of its relation."""
    part = manuscript.look.word.part
    added = Part(PackURI(f"/word/media/{name}"), content_type, blob, part.package)
    return str(part.relate_to(added, RELATIONSHIP_TYPE.IMAGE))


def _picture(number: int, name: str, bitmap: str, vector: str, size: tuple[int, int]) -> Element:
    svg = drawing("a:ext", drawing("asvg:svgBlip", r_embed=vector), uri=SVG_EXTENSION)
    blip = drawing("a:blip", drawing("a:extLst", svg), r_embed=bitmap)
    place = drawing("a:xfrm", drawing("a:off", x=0, y=0), drawing("a:ext", cx=size[0], cy=size[1]))
    return drawing(
        "pic:pic",
        drawing("pic:nvPicPr", drawing("pic:cNvPr", id=number, name=name), drawing("pic:cNvPicPr")),
        drawing("pic:blipFill", blip, drawing("a:stretch", drawing("a:fillRect"))),
        drawing("pic:spPr", place, drawing("a:prstGeom", drawing("a:avLst"), prst="rect")),
    )
