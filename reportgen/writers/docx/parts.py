"""The parts of a package by name, without the zip file that python-docx would make of them first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.writers.package import CONTENT_TYPES

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DEFAULTS = {
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "xml": "application/xml",
}
"""Content types by the ending of a name; other parts are listed one by one."""


def parts_of(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    """Return names and contents of all parts, with their relations and the list of content types."""
    parts: Sequence[Part] = package.parts
    yield CONTENT_TYPES, _content_types(parts)
    yield "_rels/.rels", _bytes(package.rels.xml)
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, _bytes(part.rels.xml)


def _content_types(parts: Sequence[Part]) -> bytes:
    root = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})  # type: ignore[dict-item]
    for ending, content_type in DEFAULTS.items():
        etree.SubElement(root, f"{{{TYPES}}}Default", Extension=ending, ContentType=content_type)
    for part in sorted(parts, key=lambda part: str(part.partname)):
        if DEFAULTS.get(part.partname.ext) != part.content_type:
            etree.SubElement(root, f"{{{TYPES}}}Override", PartName=part.partname, ContentType=part.content_type)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml
