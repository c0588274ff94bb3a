"""Charts on a slide: as pictures, vector graphics with a fallback of print quality, or as charts to be edited."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from reportgen.charts.size import Size
from reportgen.document.model import words_of
from reportgen.writers.pptx.geometry import EMU_PER_CM
from reportgen.writers.pptx.model import PictureShape
from reportgen.writers.pptx.write_shapes import Canvas
from reportgen.writers.pptx.xml import Element, e, frame

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Tells programs that know vector graphics where the drawing lies; the others show the picture it stands in for."""


def picture_shape(canvas: Canvas, shape: PictureShape, number: int) -> Element:
    """Return the chart, made for exactly the box of its placeholder, with its alternative text."""
    size = Size(shape.box.width / EMU_PER_CM, shape.box.height / EMU_PER_CM, "slide", titled=shape.titled, sourced=False)
    return (_native if canvas.charts == "native" else _drawn)(canvas, shape, size, number)


def _native(canvas: Canvas, shape: PictureShape, size: Size, number: int) -> Element:
    """Return the chart as one that PowerPoint can edit, in the colours of the deck's theme."""
    from reportgen.writers.native.chart import native_chart
    from reportgen.writers.native.in_pptx import embed, palette

    made = native_chart(shape.spec, size, palette(canvas.slide))
    canvas.notices.extend(made.notices)
    canvas.drawn[shape.name] = made.space
    framed: Element = embed(canvas.slide, replace(made, alt=words_of(shape.alt)), shape.box, number, shape.name)
    return framed


def _drawn(canvas: Canvas, shape: PictureShape, size: Size, number: int) -> Element:
    drawn = canvas.draw(shape.spec, size)
    canvas.notices.extend(drawn.notices)
    canvas.drawn[shape.name] = drawn.png
    _, fallback = canvas.slide.part.get_or_add_image_part(io.BytesIO(drawn.png))
    lock = e("p:cNvPicPr", e("a:picLocks", noGrp=1, noChangeAspect=1))
    about = e("p:nvPicPr", e("p:cNvPr", id=number, name=shape.name, descr=words_of(shape.alt)), lock)
    about.append(e("p:nvPr", canvas.placeholder(shape.idx)))
    vector = e("asvg:svgBlip", r_embed=_svg_part(canvas.slide.part, drawn.svg))
    blip = e("a:blip", e("a:extLst", e("a:ext", vector, uri=_SVG_EXTENSION)), r_embed=fallback)
    filling = e("p:blipFill", blip, e("a:stretch", e("a:fillRect")))
    return e("p:pic", about, filling, e("p:spPr", frame(shape.box)))


def _svg_part(slide_part: Any, svg: bytes) -> str:
    """Add the drawing as a part of its own and return the relation to it."""
    taken = {str(part.partname) for part in slide_part.package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/ppt/media/drawing{n}.svg" not in taken)
    part = Part(PackURI(f"/ppt/media/drawing{number}.svg"), "image/svg+xml", slide_part.package, svg)
    relation: str = slide_part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    return relation
