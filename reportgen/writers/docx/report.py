"""A document to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.document.model import Block, Bullets, Chart, Document, Heading, KeyFigures, Paragraph, Table
from reportgen.writers import Written
from reportgen.writers.docx.footnotes import add_footnotes
from reportgen.writers.docx.key_figures import key_figures
from reportgen.writers.docx.look import clear, edition, open_look
from reportgen.writers.docx.manuscript import Manuscript, bookmark_names
from reportgen.writers.docx.paragraphs import body, bullets, heading, section_heading, title_block
from reportgen.writers.docx.parts import parts_of
from reportgen.writers.docx.pictures import chart
from reportgen.writers.docx.properties import set_properties
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


def write(document: Document, look: Path, draw: Draw | None = None) -> Written:
    """Return the report of a document in the look of a reference file (.docx).

    Where the look has an edition for the document's language beside it (``official.en.docx`` for ``official.docx``), that one
    is taken. ``draw`` makes the pictures of charts, :func:`reportgen.charts.draw.draw` where it is not given. The same document, look
    and pictures give the same bytes. Raises :class:`~reportgen.errors.WriterError` for a look that cannot be read or lacks
    a style, and for a table whose rows do not fit its columns.
    """
    manuscript = Manuscript(document, open_look(edition(look, document.language)), draw or _drawn, bookmark_names(document))
    page = clear(manuscript.look)
    for position, element in enumerate(_report(manuscript)):
        page.insert(position, element)
    add_footnotes(manuscript)
    set_properties(manuscript.look, document)
    return Written(_saved(manuscript), tuple(manuscript.notices))


def _drawn(*arguments: Any) -> Any:
    from reportgen.charts.draw import draw

    return draw(*arguments)


def _report(manuscript: Manuscript) -> Iterator[Element]:
    yield from title_block(manuscript)
    for section in manuscript.document.sections:
        yield section_heading(manuscript, section)
        for block in section.blocks:
            yield from _block(manuscript, block)


def _block(manuscript: Manuscript, block: Block) -> Iterator[Element]:
    return BLOCKS[type(block)](manuscript, block)


def _saved(manuscript: Manuscript) -> bytes:
    when = manuscript.document.date
    return pack({name: dated(name, part, when) for name, part in parts_of(manuscript.look.word.part.package)})
