"""What a deck carries about itself: the manifest, in two places that programs keep.

PowerPoint and WPS keep the part of XML that belongs to the presentation. LibreOffice drops it when it saves a deck, and calls the
placeholders otherwise, but keeps the custom properties of the file; so the manifest lies there as well, packed and cut into texts
of 255 characters, the longest that Office shows without complaint.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from reportgen.document.model import Document, words_of
from reportgen.writers.manifest import (
    MOST_BYTES,
    NAMESPACE,
    STORE,
    ChartRecord,
    Manifest,
    Passage,
    Piece,
    Pieces,
    chart_record,
    digest,
    manifest_of,
    packed,
    part,
    parted,
    pieces_of,
    unpacked,
)
from reportgen.writers.pptx.model import Deck, PictureShape, Run, Shape, SlidePlan, TableShape, TextShape

XML_TYPE = "application/xml"
STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_RELATION = f"{_RELATIONS}/customXml"
STORE_RELATION = f"{_RELATIONS}/customXmlProps"
CUSTOM_RELATION = f"{_RELATIONS}/custom-properties"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_STORE_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
PREFIX = "reportgen."
LONGEST = 255


# --- what was written ------------------------------------------------------------------------------------------------------


def manifest(document: Document, deck: Deck) -> Manifest:
    """Return the manifest of a planned deck, without what was asked for the report beside it."""
    passages = (passage for slide in deck.slides for passage in _passages(slide))
    drawn = (record for slide in deck.slides for record in _charts(slide))
    return manifest_of(replace(document, contents=None, official=None), "pptx", passages, drawn)


def _passages(slide: SlidePlan) -> Iterator[Passage]:
    for shape in slide.shapes:
        for pieces in _texts(shape):
            yield Passage(f"{slide.key}/{shape.name}", pieces)
        if isinstance(shape, PictureShape | TableShape) and words_of(shape.alt):
            yield Passage(f"{slide.key}/alt {shape.name}", pieces_of(shape.alt))
    yield from (Passage(f"{slide.key}/notes", pieces_of(spans)) for spans in slide.notes)


def _texts(shape: Shape) -> Iterator[Pieces]:
    """Return the paragraphs and cells of a shape."""
    match shape:
        case TextShape():
            yield from (_pieces(lines.runs) for lines in shape.paragraphs)
        case TableShape():
            yield from (_pieces(cell.runs) for row in shape.rows for cell in row.cells if cell.runs)


def _pieces(runs: tuple[Run, ...]) -> Pieces:
    """Words and numbers; a card sets one figure in runs of several sizes."""
    groups = (tuple(group) for _, group in groupby(runs, lambda run: (run.facts, run.number)))
    return tuple(piece for group in groups for piece in _parts(group) if piece.text)


def _parts(group: tuple[Run, ...]) -> Iterator[Piece]:
    text, facts = "".join(run.text for run in group), group[0].facts
    if not facts:
        yield Piece(text, number=group[0].number)
        return
    before, number, after = parted(text)
    yield Piece(before)
    yield Piece(number, facts, whole=text, derived=group[0].derived)
    yield Piece(after)


def _charts(slide: SlidePlan) -> Iterator[ChartRecord]:
    for shape in slide.shapes:
        if isinstance(shape, PictureShape):
            yield chart_record(shape.spec, shape.name, slide.key, "", (shape.box.width, shape.box.height))


def digested(made: Manifest, drawn: Mapping[str, bytes]) -> Manifest:
    """Return the manifest with digests of the bitmaps and chart parts that the shapes got, by their names."""
    records = (replace(record, digest=digest(drawn[record.name])) if record.name in drawn else record for record in made.drawn)
    return replace(made, drawn=tuple(records))


# --- in the file -----------------------------------------------------------------------------------------------------------


def add_manifest(presentation: Any, made: Manifest) -> None:
    """Put the manifest into an opened presentation, in place of one that its look had."""
    package, main = presentation.part.package, presentation.part
    for key, relation in list(main.rels.items()):
        if relation.reltype == XML_RELATION and NAMESPACE.encode() in relation.target_part.blob:
            main.rels.pop(key)
    taken = {str(one.partname) for one in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)
    added = Part(PackURI(f"/customXml/item{number}.xml"), XML_TYPE, package, part(made))
    about = Part(PackURI(f"/customXml/itemProps{number}.xml"), STORE_TYPE, package, _store_properties())
    main.relate_to(added, XML_RELATION)
    added.relate_to(about, STORE_RELATION)
    _set_custom(package, made)


def _store_properties() -> bytes:
    root = etree.Element(f"{{{_STORE_NAMESPACE}}}datastoreItem", nsmap={"ds": _STORE_NAMESPACE})
    root.set(f"{{{_STORE_NAMESPACE}}}itemID", STORE)
    etree.SubElement(root, f"{{{_STORE_NAMESPACE}}}schemaRefs")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_custom(package: Any, made: Manifest) -> None:
    """Write the manifest into the custom properties of the file, beside those that the look has."""
    old = next((relation.target_part for relation in package._rels.values() if relation.reltype == CUSTOM_RELATION), None)
    root = etree.fromstring(old.blob) if old is not None else etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": VALUES})  # type: ignore[dict-item]  # fmt: skip
    custom_with(root, made)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if old is not None:
        old.blob = blob
    else:
        package.relate_to(Part(PackURI("/docProps/custom.xml"), CUSTOM_TYPE, package, blob), CUSTOM_RELATION)


def custom_with(root: Any, made: Manifest) -> None:
    """Write the manifest into custom properties, in place of an earlier one."""
    for node in [node for node in root if str(node.get("name", "")).startswith(PREFIX)]:
        root.remove(node)
    first = max((int(node.get("pid", "1")) for node in root), default=1) + 1
    for offset, text in enumerate(_cut(made)):
        _add_property(root, first + offset, f"{PREFIX}{offset + 1:03d}", text)


def _add_property(root: Any, pid: int, name: str, text: str) -> None:
    node = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=_USER_DEFINED, pid=str(pid), name=name)
    etree.SubElement(node, f"{{{VALUES}}}lpwstr").text = text


def _cut(made: Manifest) -> Iterator[str]:
    text = base64.b64encode(zlib.compress(packed(made), 9)).decode("ascii")
    yield from (text[start : start + LONGEST] for start in range(0, len(text), LONGEST))


def read_custom(data: bytes) -> Manifest | None:
    """Read the manifest from the custom properties; ``None`` where there is none. Raises ``ValueError`` for a broken one."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return None
    found = {str(node.get("name", "")): "".join(map(str, node.itertext())) for node in root}
    text = "".join(found[name].strip() for name in sorted(found) if name.startswith(PREFIX))
    if not text:
        return None
    try:
        unpack = zlib.decompressobj()
        json = unpack.decompress(base64.b64decode(text, validate=True), MOST_BYTES)
    except (binascii.Error, zlib.error) as fault:
        raise ValueError(f"the manifest cannot be read: {fault}") from fault
    return unpacked(json)
