"""A document to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.document.model import Block, Bullets, Chart, Document, Heading, KeyFigures, Paragraph, Table
from reportgen.writers import Written
from reportgen.writers.docx.contents import Contents, Paginate, contents, fill, styles_of
from reportgen.writers.docx.cover import cover
from reportgen.writers.docx.doc_fields import fill_headers
from reportgen.writers.docx.footnotes import add_footnotes
from reportgen.writers.docx.headings import renumbered
from reportgen.writers.docx.key_figures import key_figures
from reportgen.writers.docx.look import clear, edition, open_look
from reportgen.writers.docx.manuscript import Manuscript, bookmark_names
from reportgen.writers.docx.pagination import pages_of
from reportgen.writers.docx.paragraphs import body, bullets, heading, section_heading, title_block
from reportgen.writers.docx.parts import parts_of
from reportgen.writers.docx.pictures import chart
from reportgen.writers.docx.properties import set_properties
from reportgen.writers.docx.sections import number_pages, page_of, section_end
from reportgen.writers.docx.settings import Settings, read_settings
from reportgen.writers.docx.tables import table
from reportgen.writers.docx.xml import Element
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
    :class:`~reportgen.errors.WriterError` for a look that cannot be read or lacks a style, and for a table whose rows do not
    fit its columns.
    """
    settings = read_settings(look)
    opened = open_look(edition(look, document.language), settings, further_styles(document, settings))
    document = renumbered(document, settings.numbers)
    manuscript = Manuscript(document, opened, draw or _drawn, bookmark_names(document))
    page = _set(manuscript)
    if page:
        fill(manuscript, page, _saved(manuscript), paginate, first=int(settings.cover))
    return Written(_saved(manuscript), tuple(manuscript.notices))


def further_styles(document: Document, settings: Settings) -> tuple[str, ...]:
    """Return the styles that this report needs besides those that every report does."""
    return styles_of(settings.contents_levels) if _has_contents(document, settings) else ()


def _has_contents(document: Document, settings: Settings) -> bool:
    return settings.contents if document.contents is None else document.contents


def _set(manuscript: Manuscript) -> Contents | None:
    """Put the whole report into the look; return its contents page, which still lacks the page numbers."""
    body = clear(manuscript.look)
    page, front = _front(manuscript, body)
    last = page_of(body)
    for element in (*front, *_text(manuscript)):
        last.addprevious(element)
    add_footnotes(manuscript)
    fill_headers(manuscript.look, manuscript.document)
    set_properties(manuscript.look, manuscript.document)
    return page


def _front(manuscript: Manuscript, body: Element) -> tuple[Contents | None, list[Element]]:
    """Return what stands before the text: cover or title, and the contents page. After a cover the text starts with page 1."""
    covered = manuscript.look.settings.cover
    front = list(cover(manuscript, body) if covered else title_block(manuscript))
    page = None
    if _has_contents(manuscript.document, manuscript.look.settings):
        page, lines = contents(manuscript)
        front += [*lines, section_end(page_of(body), form="upperRoman" if covered else "")]
    if covered:
        number_pages(page_of(body), start=1)
    return page, front


def _drawn(*arguments: Any) -> Any:
    from reportgen.charts.draw import draw

    return draw(*arguments)


def _text(manuscript: Manuscript) -> Iterator[Element]:
    for section in manuscript.document.sections:
        yield section_heading(manuscript, section)
        for block in section.blocks:
            yield from _block(manuscript, block)


def _block(manuscript: Manuscript, block: Block) -> Iterator[Element]:
    return BLOCKS[type(block)](manuscript, block)


def _saved(manuscript: Manuscript) -> bytes:
    when = manuscript.document.date
    return pack({name: dated(name, part, when) for name, part in parts_of(manuscript.look.word.part.package)})
