"""The part of a Word file that says which facts its numbers stand for, and what was written at first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.passages import paragraphs
from reportgen.writers.docx.xml import Element
from reportgen.writers.manifest import NAMESPACE, STORE, Passage, Piece, manifest_of, part

XML_TYPE = "application/xml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_RELATION = f"{_RELATIONS}/customXml"
PROPERTIES_RELATION = f"{_RELATIONS}/customXmlProps"
_STORE_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def add_manifest(manuscript: Manuscript) -> None:
    """Add the part and the properties that carry its id; the text must be complete."""
    word = manuscript.look.word.part
    _drop_old(word)
    passages = (*_passages(manuscript), *manuscript.alternatives)
    manifest = manifest_of(manuscript.document, "docx", passages, manuscript.drawn)
    number = _free({str(one.partname) for one in word.package.iter_parts()})
    added = Part(PackURI(f"/customXml/item{number}.xml"), XML_TYPE, part(manifest, manuscript.figures), word.package)
    about = Part(PackURI(f"/customXml/itemProps{number}.xml"), PROPERTIES_TYPE, store_properties(), word.package)
    word.relate_to(added, XML_RELATION)
    added.relate_to(about, PROPERTIES_RELATION)


def _drop_old(word: Any) -> None:
    """A look that is itself a report of ours has a manifest of its own, which speaks of what is no longer in it."""
    for key, relation in list(word.rels.items()):
        if relation.reltype == XML_RELATION and NAMESPACE.encode() in relation.target_part.blob:
            del word.rels[key]


def store_properties() -> bytes:
    """Return the part that gives the manifest its id."""
    root = etree.Element(f"{{{_STORE_NAMESPACE}}}datastoreItem", nsmap={"ds": _STORE_NAMESPACE})
    root.set(f"{{{_STORE_NAMESPACE}}}itemID", STORE)
    schemas = etree.SubElement(root, f"{{{_STORE_NAMESPACE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE_NAMESPACE}}}schemaRef").set(f"{{{_STORE_NAMESPACE}}}uri", NAMESPACE)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _free(taken: set[str]) -> int:
    """The first number that no part of the package has: a second entry of one name would be dropped without a word."""
    return next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)


def _passages(manuscript: Manuscript) -> Iterator[Passage]:
    known = {piece.id: piece for piece in manuscript.figures}
    yield from _below(manuscript.look.word.element.body, "body", known)
    for note in manuscript.footnotes:
        yield from _below(note, "footnote", known)


def _below(root: Element, place: str, known: dict[str, Piece]) -> Iterator[Passage]:
    for _, pieces in paragraphs(root):
        yield Passage(place, tuple(known.get(piece.id, piece) for piece in pieces))
