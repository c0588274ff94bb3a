"""The headings of a report: numbered as its look wants them, and listed for a contents page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.document.model import Block, Document, Heading, Section
from reportgen.writers.docx.settings import Numbers
from reportgen.writers.lines import heading_text, plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a contents page."""

    level: int
    text: str
    """As printed above the text, number included."""
    anchor: str


def renumbered(document: Document, numbers: Numbers) -> Document:
    """Return the document with its headings numbered ``1``, ``1.1``, ``1.1.1``, not at all, or as they are written."""
    if numbers == "written":
        return document
    sections = (_section(section, position, numbers) for position, section in enumerate(document.sections, 1))
    return replace(document, sections=tuple(sections))


def _section(section: Section, position: int, numbers: Numbers) -> Section:
    counted = [position, 0, 0]
    blocks = tuple(_numbered(block, counted, numbers) for block in section.blocks)
    return replace(section, number=str(position) if numbers == "decimal" else "", blocks=blocks)


def _numbered(block: Block, counted: list[int], numbers: Numbers) -> Block:
    if not isinstance(block, Heading):
        return block
    counted[block.level - 1] += 1
    counted[block.level :] = [0] * (len(counted) - block.level)
    number = ".".join(map(str, counted[: block.level]))
    return replace(block, number=number if numbers == "decimal" else "")


def entries(document: Document, levels: int) -> Iterator[Entry]:
    """Return the headings down to a level, in order."""
    for section in document.sections:
        yield Entry(1, heading_text(section.number, document.language) + section.title, section.anchor)
        for block in section.blocks:
            if isinstance(block, Heading) and block.level <= levels:
                yield Entry(block.level, heading_text(block.number, document.language) + plain(block.spans), block.anchor)
