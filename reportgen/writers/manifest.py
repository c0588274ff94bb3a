"""What a produced file carries about itself, so that its numbers can be traced, audited and refreshed without the dataset.

A :class:`Manifest` says what was asked for, which facts the file rests on, every passage as it was written with the numbers in it,
and the data of every chart. It travels as JSON inside a part of XML, which Word, PowerPoint and WPS keep when they save the file::

    <document xmlns="urn:reportgen:document:1">
      <figures><f id="f1" facts="iva.growth:2025#001">7.7%</f>…</figures>
      <manifest>{"version": 1, …}</manifest>
    </document>

The content controls of a Word file are bound to the elements ``f``, so that Word itself writes there what somebody types into a
number; the passages keep what was written at first. In decks, where LibreOffice drops the part, the same JSON also lies in the
custom properties of the file (:mod:`reportgen.writers.pptx.identity`).
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec
from lxml import etree

from reportgen.document.model import (
    ChartForm,
    ChartSpec,
    Document,
    FactRecord,
    Figure,
    NumberKind,
    Official,
    Origin,
    Reference,
    Span,
    Spans,
    Text,
)

Element: TypeAlias = etree._Element

NAMESPACE = "urn:reportgen:document:1"
VERSION = 1
STORE = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper() + "}"
"""The id by which content controls find the part (``w:storeItemID``)."""
MOST_BYTES = 32_000_000
"""Of a manifest that is read; that of a year's report has some 200,000."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that are words, or one number."""

    text: str
    """Of a number its digits with sign and percent sign; its unit and qualifier are words beside it."""
    facts: tuple[str, ...] = ()
    """Ids of the facts that the number stands for; empty for words."""
    id: str = ""
    """The number's own name in the file, such as ``f12``; decks have none."""
    whole: str = ""
    """Of a number the expression that it is read in: ``7000余万元``."""
    derived: bool = False
    number: NumberKind = ""
    """What a number without facts of its own is."""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, cell or alternative text as it was written."""

    place: str
    """Where it stands: ``body``, ``footnote``, ``alt 图1``, or slide, shape and kind: ``growth-1/growth-1 Points``."""
    pieces: Pieces
    open: bool = False
    """Whether new facts asked for a change here that was left to a person, who had changed the same words."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PointRecord:
    value: Decimal | None
    label: str = ""
    facts: tuple[str, ...] = ()
    state: str = "reported"


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    name: str
    points: tuple[PointRecord, ...]


@dataclass(frozen=True, slots=True)
class ChartRecord:
    """The data of a chart, picture or native."""

    name: str
    """What the file calls the picture or frame."""
    place: str
    """Key of the slide; empty in a report."""
    anchor: str
    unit: str
    title: Pieces
    categories: tuple[str, ...]
    series: tuple[SeriesRecord, ...]
    mark: Decimal | None = None
    mark_label: str = ""
    mark_facts: tuple[str, ...] = ()
    width: int = 0
    """In EMU."""
    height: int = 0
    digest: str = ""
    """Of the bitmap, or of the chart part, as it was written: it tells whether a person has put another picture there."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that a produced file says about itself."""

    year: int
    date: str
    """``2026-06-30``"""
    language: Literal["zh", "en"]
    title: str
    format: Literal["docx", "pptx"]
    charts: ChartForm
    contents: bool | None
    official: dict[str, str]
    origin: Origin
    facts: tuple[FactRecord, ...]
    passages: tuple[Passage, ...]
    drawn: tuple[ChartRecord, ...] = ()
    names: tuple[str, ...] = ()
    """Proper names with digits in them."""
    version: int = field(default=VERSION)

    def record(self, id_: str) -> FactRecord | None:
        return next((record for record in self.facts if record.id == id_), None)


def manifest_of(
    document: Document, format_: Literal["docx", "pptx"], passages: Iterable[Passage], drawn: Iterable[ChartRecord]
) -> Manifest:
    """Return the manifest of a document that has been written as ``passages`` and charts."""
    official = document.official
    parts = {name: getattr(official, name) for name in official.__dataclass_fields__} if official else {}
    return Manifest(
        year=document.year,
        date=document.date.isoformat(),
        language=document.language,
        title=document.title,
        format=format_,
        charts=document.charts,
        contents=document.contents,
        official={name: text for name, text in parts.items() if text},
        origin=document.origin,
        facts=document.facts,
        passages=tuple(passages),
        drawn=tuple(drawn),
        names=document.names,
    )


# --- from the document model -----------------------------------------------------------------------------------------------


def pieces_of(spans: Spans) -> Pieces:
    """Return spans as pieces, without footnotes, which are passages of their own."""
    return tuple(piece for span in spans for piece in _pieces(span) if piece.text)


def _pieces(span: Span) -> Iterator[Piece]:
    match span:
        case Figure():
            before, number, after = parted(span.text)
            yield Piece(before)
            yield Piece(number, span.facts, whole=span.text, derived=span.derived)
            yield Piece(after)
        case Text():
            yield Piece(span.text, number=span.number)
        case Reference():
            yield Piece(span.text)


_NUMERAL = re.compile(r"[-−]?[0-9][0-9,.]*(?<=[0-9])%?")


def parted(figure: str) -> tuple[str, str, str]:
    """Return the digits of a figure with what stands before and after them; a figure in words is a number as a whole.

    >>> parted("7000余万元"), parted("第9位"), parted("−20.02%"), parted("持平")
    (('', '7000', '余万元'), ('第', '9', '位'), ('', '−20.02%', ''), ('', '持平', ''))
    """
    found = _NUMERAL.search(figure)
    return (figure[: found.start()], found[0], figure[found.end() :]) if found else ("", figure, "")


def chart_record(spec: ChartSpec, name: str, place: str, anchor: str, size: tuple[int, int], drawn: bytes = b"") -> ChartRecord:
    """Return the data of a chart that the file calls ``name``, with its width and height in EMU; ``drawn`` as in :func:`digest`."""
    rows = (
        SeriesRecord(row.name, tuple(PointRecord(one.value, one.label, one.facts, one.state) for one in row.points))
        for row in spec.series
    )
    return ChartRecord(
        name=name,
        place=place,
        anchor=anchor,
        unit=spec.unit,
        title=pieces_of(spec.message),
        categories=spec.categories,
        series=tuple(rows),
        mark=spec.mark,
        mark_label=spec.mark_label,
        mark_facts=spec.mark_facts,
        width=int(size[0]),
        height=int(size[1]),
        digest=digest(drawn) if drawn else "",
    )


def digest(drawn: bytes) -> str:
    """Return what tells one bitmap, or one chart part without its relations, from all others."""
    return hashlib.sha256(drawn).hexdigest()[:32]


# --- as a part of a file ---------------------------------------------------------------------------------------------------


def packed(manifest: Manifest) -> bytes:
    """Return the manifest as JSON."""
    return msgspec.json.encode(manifest)


def unpacked(data: bytes) -> Manifest:
    """Read a manifest from JSON; raise ``ValueError`` where it is none, or one of a later version of the program."""
    if len(data) > MOST_BYTES:
        raise ValueError(f"the manifest has more than {MOST_BYTES:,} bytes")
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as fault:
        raise ValueError(f"the manifest cannot be read: {fault}") from fault
    if unheard := [name for name in manifest.official if name not in Official.__dataclass_fields__]:
        raise ValueError(f"the manifest cannot be read: an official document has no '{unheard[0]}'")
    if manifest.version > VERSION:
        raise ValueError("the file was made by a later version of reportgen")
    return manifest


def part(manifest: Manifest, figures: Iterable[Piece] = ()) -> bytes:
    """Return the part of XML with the manifest and the numbers that content controls are bound to."""
    root = etree.Element(_name("document"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    store = etree.SubElement(root, _name("figures"))
    for figure in (figure for figure in figures if figure.facts):
        etree.SubElement(store, _name("f"), id=figure.id, facts=" ".join(figure.facts)).text = figure.text
    etree.SubElement(root, _name("manifest")).text = packed(manifest).decode("utf-8")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_part(data: bytes) -> Manifest | None:
    """Read the manifest of a part of XML; ``None`` where the part is somebody else's. Raises ``ValueError`` for a broken one."""
    if NAMESPACE.encode() not in data or len(data) > 2 * MOST_BYTES:
        return None
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True))
    except etree.XMLSyntaxError as fault:
        raise ValueError(f"the manifest cannot be read: {fault}") from fault
    text = root.findtext(_name("manifest")) if root.tag == _name("document") else None
    return unpacked(text.encode("utf-8")) if text else None


def store_path(id_: str) -> str:
    """Return the XPath, with the prefix ``r``, of the element that holds a number.

    >>> store_path("f12")
    "/r:document/r:figures/r:f[@id='f12']"
    """
    return f"/r:document/r:figures/r:f[@id='{id_}']"


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"
