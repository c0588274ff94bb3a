"""A document to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.document.model import Block, Bullets, Chart, Document, Heading, KeyFigures, Official, Paragraph, Section, Table
from reportgen.writers import Written
from reportgen.writers.docx import contents, official
from reportgen.writers.docx.contents import Contents, Paginate
from reportgen.writers.docx.cover import cover
from reportgen.writers.docx.doc_fields import fill_headers
from reportgen.writers.docx.flow import Flow, Spot
from reportgen.writers.docx.footnotes import add_footnotes
from reportgen.writers.docx.headings import renumbered
from reportgen.writers.docx.heights import Heights
from reportgen.writers.docx.identity import add_manifest
from reportgen.writers.docx.key_figures import key_figures
from reportgen.writers.docx.look import clear, edition, open_look
from reportgen.writers.docx.manuscript import Manuscript, bookmark_names
from reportgen.writers.docx.pagination import pages_of
from reportgen.writers.docx.paragraphs import body, bullets, heading, hold_last_gap, keep_with_next, section_heading, title_block
from reportgen.writers.docx.parts import parts_of
from reportgen.writers.docx.pictures import chart, lowered, usual_height
from reportgen.writers.docx.properties import set_language, set_properties
from reportgen.writers.docx.sections import number_pages, page_of, section_end
from reportgen.writers.docx.settings import Settings, read_settings
from reportgen.writers.docx.tables import Layout, layout_in, plan_of, table
from reportgen.writers.docx.xml import Element
from reportgen.writers.lines import plain
from reportgen.writers.package import dated, pack

if TYPE_CHECKING:
    from reportgen.writers.docx.manuscript import Draw

BLOCKS: Mapping[type, Callable[[Manuscript, Any], Iterator[Element]]] = {
    Heading: heading,
    Paragraph: body,
    Bullets: bullets,
    Table: table,
    Chart: chart,
    KeyFigures: key_figures,
}
"""The writer of each kind of block."""


def write(document: Document, look: Path, draw: Draw | None = None, paginate: Paginate = pages_of) -> Written:
    """Return the report of a document in the look of a reference file (.docx), with the settings of the YAML file beside it.

    Where the look has an edition for the document's language beside it (``official.en.docx`` for ``official.docx``), that one
    is taken. ``draw`` makes the pictures of charts, :func:`reportgen.charts.draw.draw` where it is not given; ``paginate`` finds
    the pages that a contents page names. The same document, look, pictures and pages give the same bytes. Raises
    :class:`~reportgen.errors.WriterError` for a look that cannot be read or lacks a style, for a red header behind a cover
    or contents page, and for a table whose rows do not fit its columns.
    """
    manuscript = _opened(document, look, draw or _drawn)
    page = _set(manuscript)
    if page:
        first = int(manuscript.look.settings.cover)
        contents.fill(manuscript, page, _saved(manuscript), paginate, first)
    return Written(_saved(manuscript), tuple(manuscript.notices))


def _opened(document: Document, look: Path, draw: Draw) -> Manuscript:
    """Return the look, held to what this report needs of it, with nothing written as yet."""
    settings = read_settings(look)
    form = official.completed(document) if settings.official else Official()
    listed = _has_contents(document, settings)
    official.demand_first_page(form, covered=settings.cover, listed=listed)
    further = (*official.styles_of(form), *(contents.styles_of(settings.contents_levels) if listed else ()))
    opened = open_look(edition(look, document.language), settings, further)
    manuscript = Manuscript(renumbered(document, settings.numbers), opened, draw, form, bookmark_names(document))
    manuscript.notices.extend(official.left_out(document, settings, look.name))
    return manuscript


def _has_contents(document: Document, settings: Settings) -> bool:
    return settings.contents if document.contents is None else document.contents


def _drawn(*arguments: Any) -> Any:
    from reportgen.charts.draw import draw

    return draw(*arguments)


def _set(manuscript: Manuscript) -> Contents | None:
    """Put the whole report into the look; return its contents page, which still lacks the page numbers."""
    empty = clear(manuscript.look)
    page, front = _front(manuscript, empty)
    front += official.addressee(manuscript)
    arrange(manuscript, [] if page or manuscript.look.settings.cover else front)
    last = page_of(empty)
    for element in (*front, *_text(manuscript), *official.imprint(manuscript)):
        last.addprevious(element)
    add_footnotes(manuscript)
    add_manifest(manuscript)
    fill_headers(manuscript.look, manuscript.document)
    set_properties(manuscript.look, manuscript.document)
    set_language(manuscript.look, manuscript.document)
    return page


def _front(manuscript: Manuscript, empty: Element) -> tuple[Contents | None, list[Element]]:
    """Return what stands before the text: cover or title, and the contents page. After a cover the text starts with page 1."""
    covered = manuscript.look.settings.cover
    front = list(cover(manuscript, empty) if covered else (*official.red_header(manuscript), *title_block(manuscript)))
    page = None
    if _has_contents(manuscript.document, manuscript.look.settings):
        page, lines = contents.contents(manuscript)
        front += [*lines, section_end(page_of(empty), form="upperRoman" if covered else "")]
    if covered:
        number_pages(page_of(empty), start=1)
    return page, front


def arrange(manuscript: Manuscript, above: Sequence[Element]) -> Flow:
    """Put the blocks of a report into the order in which they fill its pages; ``above`` stands on the first page before them."""
    flow, sections = _flowed(manuscript, above)
    if flow.trails:
        usual, manuscript.plans = manuscript.plans, {**manuscript.plans, **dict(_small(manuscript))}
        other, others = _flowed(manuscript, above)
        if other.spot.page <= flow.spot.page and not other.trails:
            flow, sections = other, others
        else:
            manuscript.plans = usual
    manuscript.document = replace(manuscript.document, sections=sections)
    manuscript.low, manuscript.broken = flow.low, frozenset(flow.broken)
    return flow


def _flowed(manuscript: Manuscript, above: Sequence[Element]) -> tuple[Flow, tuple[Section, ...]]:
    """Return the way of the report over its pages, and its sections in the order that comes of it."""
    heights = Heights(manuscript.look, manuscript.document, partial(usual_height, manuscript), partial(plan_of, manuscript))
    spot = Spot(manuscript.look.height)
    for element in above:
        spot = spot.put(heights.made(element))
    flow = Flow(heights, partial(lowered, manuscript), spot)
    return flow, tuple(flow.section(section) for section in manuscript.document.sections)


def _small(manuscript: Manuscript) -> Iterator[tuple[str, Layout]]:
    """Yield the tables of the last section in small type, by which a last page with next to nothing on it can be pulled back."""
    for block in manuscript.document.sections[-1].blocks if manuscript.document.sections else ():
        if isinstance(block, Table):
            yield block.anchor, layout_in(manuscript.look, block, small=True)


def _text(manuscript: Manuscript) -> list[Element]:
    """Return the sections and, on a page with the last words of them, the signature."""
    text: list[Element] = []
    for section in manuscript.document.sections:
        text.append(section_heading(manuscript, section))
        for block in section.blocks:
            text.extend(_block(manuscript, block))
            if isinstance(block, Paragraph) and plain(block.spans).endswith(("：", ":")):
                keep_with_next(text[-1])
    signature = list(official.signature(manuscript))
    if signature and text:
        keep_with_next(text[-1])
    elif len(text) > 1:
        hold_last_gap(text[-2], text[-1])
    return text + signature


def _block(manuscript: Manuscript, block: Block) -> Iterator[Element]:
    return BLOCKS[type(block)](manuscript, block)


def _saved(manuscript: Manuscript) -> bytes:
    when = manuscript.document.date
    return pack({name: dated(name, part, when) for name, part in parts_of(manuscript.look.word.part.package)})
