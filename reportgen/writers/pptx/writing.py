"""A planned deck into a file, with python-pptx: nothing is decided here."""

from __future__ import annotations

import io
import uuid
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE

from reportgen.document.model import ChartSpec, Document, Spans, words_of
from reportgen.errors import WriterError
from reportgen.notices import Notice
from reportgen.writers import Written
from reportgen.writers.manifest import Manifest
from reportgen.writers.package import repack
from reportgen.writers.pptx.deck import plan
from reportgen.writers.pptx.identity import add_manifest, digested, manifest
from reportgen.writers.pptx.layouts import renamed
from reportgen.writers.pptx.look import read_look
from reportgen.writers.pptx.model import (
    Chapter,
    Deck,
    NumberShape,
    Ornament,
    PictureShape,
    Properties,
    Run,
    SlidePlan,
    TableShape,
    TextShape,
)
from reportgen.writers.pptx.write_picture import picture_shape
from reportgen.writers.pptx.write_shapes import Canvas, number_shape, ornament, text_run, text_shape
from reportgen.writers.pptx.write_table import table_shape
from reportgen.writers.pptx.xml import Element, e

if TYPE_CHECKING:
    from reportgen.charts.draw import Picture
    from reportgen.charts.size import Size

    Draw = Callable[[ChartSpec, Size], Picture]

WRITERS: dict[type, Callable[[Canvas, Any, int], Element]] = {
    TextShape: text_shape,
    NumberShape: number_shape,
    PictureShape: picture_shape,
    TableShape: table_shape,
    Ornament: ornament,
}
"""One function for each kind of shape."""
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that groups slides in PowerPoint's list of slides."""
_JUMP = "ppaction://hlinksldjump"
"""What a click on a shape that is related to a slide does."""


def write(document: Document, look: Path, draw: Draw | None = None, *, layouts: Mapping[str, str] | None = None) -> Written:
    """Return the deck of ``document`` in the layouts of the .pptx file ``look``, and what could not be done as asked.

    ``draw`` makes the pictures of charts and is :func:`reportgen.charts.draw.draw` where none is given. ``layouts`` says what
    the look calls the layouts that slides ask for, as far as it calls them otherwise: ``{"cover": "封面页"}``.

    Raises :class:`~reportgen.errors.WriterError` for a look that is no presentation or lacks a layout, and for text that
    does not fit.
    """
    presentation = _opened(look)
    deck = plan(document, renamed(read_look(presentation, look.name), layouts or {}))
    data, notices = fill(presentation, deck, draw or _house_draw(), manifest(document, deck))
    return Written(repack(data, document.date), (*deck.notices, *notices))


def _house_draw() -> Draw:
    from reportgen.charts.draw import draw

    return draw


def fill(presentation: Any, deck: Deck, draw: Draw, made: Manifest) -> tuple[bytes, tuple[Notice, ...]]:
    """Return the file of the opened look with the slides of the deck instead of its own, and what the pictures have to say."""
    notices: list[Notice] = []
    drawn: dict[str, bytes] = {}
    _remove_slides(presentation)
    # Two masters may have layouts of one name; the plan took the first, and so does the file.
    layouts = {
        layout.name: layout for master in reversed(presentation.slide_masters) for layout in reversed(master.slide_layouts)
    }
    slides = {planned.key: presentation.slides.add_slide(layouts[planned.layout]) for planned in deck.slides}
    for planned in deck.slides:
        _fill_slide(Canvas(slides[planned.key], deck.properties.language, draw, notices, deck.charts, drawn), planned)
        _link_shapes(planned, slides)
    _set_sections(presentation, deck.chapters)
    _set_properties(presentation.core_properties, deck.properties)
    add_manifest(presentation, digested(made, drawn))
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue(), tuple(dict.fromkeys(notices))


_BROKEN = (PythonPptxError, BadZipFile, KeyError, ValueError, AttributeError, TypeError, OSError, XMLSyntaxError, zlib.error)


def _opened(look: Path) -> Any:
    try:
        return Presentation(str(look))
    except _BROKEN as fault:  # python-pptx trusts what it reads
        raise WriterError("this is no PowerPoint presentation", place=str(look), hint="give a .pptx file as the look") from fault


def _remove_slides(presentation: Any) -> None:
    """Take out the slides that the look has itself."""
    ids = presentation.slides._sldIdLst
    for slide_id in list(ids):
        presentation.part.drop_rel(slide_id.rId)
        ids.remove(slide_id)


# --- slides ----------------------------------------------------------------------------------------------------------------


def _fill_slide(canvas: Canvas, planned: SlidePlan) -> None:
    canvas.slide._element.cSld.set("name", planned.key)
    tree = canvas.slide.shapes._spTree
    for shape in list(canvas.slide.shapes):
        tree.remove(shape._element)  # python-pptx clones some of the layout's placeholders; the plan says which ones there are
    for number, shape in enumerate(planned.shapes, 2):
        tree.append(WRITERS[type(shape)](canvas, shape, number))
    if planned.notes:
        _set_notes(canvas, planned.notes)


def _link_shapes(planned: SlidePlan, slides: Mapping[str, Any]) -> None:
    """Let shapes lead to other slides by a click: the shape and not its text, which would turn into a link to look at."""
    slide = slides[planned.key]
    for shape, written in zip(planned.shapes, slide.shapes, strict=True):
        if isinstance(shape, TextShape) and shape.leads_to:
            relation = slide.part.relate_to(slides[shape.leads_to].part, RELATIONSHIP_TYPE.SLIDE)
            written._element.nvSpPr.cNvPr.append(e("a:hlinkClick", r_id=relation, action=_JUMP))


def _set_notes(canvas: Canvas, notes: tuple[Spans, ...]) -> None:
    body = canvas.slide.notes_slide.notes_text_frame._txBody
    for paragraph in list(body.p_lst):
        body.remove(paragraph)
    for spans in notes:
        body.append(e("a:p", text_run(canvas.language, Run(words_of(spans), 12))))


# --- the presentation ------------------------------------------------------------------------------------------------------


def _set_sections(presentation: Any, chapters: tuple[Chapter, ...]) -> None:
    """Group the slides by the sections of the document; the look's own groups go with its slides."""
    root = presentation.part._element
    ids = [slide_id.get("id") for slide_id in presentation.slides._sldIdLst]
    ends = [chapter.first for chapter in chapters[1:]] + [len(ids)]
    groups = [
        _section(n, chapter.title, ids[chapter.first : end]) for n, (chapter, end) in enumerate(zip(chapters, ends, strict=True))
    ]
    extension = e("p:ext", e("p14:sectionLst", *groups), uri=_SECTIONS)
    for old in root.xpath(f"p:extLst/p:ext[@uri='{_SECTIONS}']"):
        old.getparent().remove(old)
    lists = root.xpath("p:extLst")
    if lists:
        lists[0].insert(0, extension)
    else:
        root.append(e("p:extLst", extension))


def _section(number: int, title: str, ids: list[str]) -> Element:
    name = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"reportgen/section/{number}/{title}")).upper() + "}"
    slides = e("p14:sldIdLst", *(e("p14:sldId", id=slide_id) for slide_id in ids))
    return e("p14:section", slides, name=title, id=name)


def _set_properties(core: Any, properties: Properties) -> None:
    when = datetime(properties.date.year, properties.date.month, properties.date.day)  # noqa: DTZ001 - the file says Z
    core.title, core.author, core.subject = properties.title, properties.author, properties.subject
    core.keywords, core.language, core.last_modified_by = properties.keywords, properties.language, properties.author
    core.created = core.modified = when
    core.revision = 1
