"""Written reports opened again: parts, paragraphs with their styles, XML without its noise."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from docx_samples import annual, stub_draw
from lxml import etree

from reportgen.document.model import Block, Document, Section
from reportgen.writers.docx import write
from reportgen.writers.docx.xml import NAMESPACES, Element

LOOK = Path(__file__).parents[3] / "templates" / "office" / "official.docx"


def report(*blocks: Block, **changes: object) -> Document:
    """Return a report of one section with these blocks."""
    section = Section("section", "一、", "节", "section", blocks)
    return replace(annual(), sections=(section,), **changes)  # type: ignore[arg-type]


@cache
def written(document: Document, look: Path = LOOK) -> bytes:
    return write(document, look, stub_draw).data


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(document: Document, name: str = "word/document.xml") -> Element:
    return etree.fromstring(parts(written(document))[name])


def all_of(node: Element, path: str) -> list[Element]:
    return node.findall(path, NAMESPACES)


def attribute(node: Element, name: str) -> str | None:
    prefix, _, local = name.partition(":")
    return node.get(f"{{{NAMESPACES[prefix]}}}{local}")


def words(node: Element) -> str:
    """Return the visible text; a line break inside a paragraph is a line feed."""
    seen = node.iter(*(f"{{{NAMESPACES['w']}}}{name}" for name in ("t", "br")))
    return "".join("\n" if str(child.tag).endswith("br") else child.text or "" for child in seen)


def lines(node: Element) -> list[tuple[str | None, str]]:
    """Return style id and text of each paragraph."""
    return [(style(paragraph), words(paragraph)) for paragraph in node.iter(f"{{{NAMESPACES['w']}}}p")]


def style(paragraph: Element) -> str | None:
    found = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
    return None if found is None else attribute(found, "w:val")


def after_heading(document: Document) -> list[tuple[str | None, str]]:
    """Return the lines below the heading of the first section."""
    seen = lines(part(document))
    return seen[next(index for index, line in enumerate(seen) if line[0] == "Heading1") + 1 :]


def xml(node: Element) -> str:
    """Return an element as text without namespace declarations."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(node, encoding="unicode").strip())
