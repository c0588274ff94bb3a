"""Refreshing a Word file: paragraphs, cells, footnotes and alternative texts, with the store that its numbers are bound to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from reportgen.document.model import FactRecord
from reportgen.review.package import Element
from reportgen.review.refresh.identity import manifest_part
from reportgen.review.refresh.leaves import Fields, leaves
from reportgen.review.refresh.parts import Parts
from reportgen.review.refresh.pen import Pen
from reportgen.review.refresh.revisions import RevisingPen, first_free
from reportgen.review.refresh.sites import Site
from reportgen.writers.docx.controls import bound, titled
from reportgen.writers.docx.passages import control_id, control_text
from reportgen.writers.docx.xml import find, local_name, qualified, value
from reportgen.writers.manifest import NAMESPACE, Manifest, Piece, packed

_LONGEST_PLACE = 24


# --- its texts -------------------------------------------------------------------------------------------------------------


def sites(parts: Parts) -> Iterator[Site]:
    """Every text of the file with its place."""
    main = parts.main()
    yield from _paragraphs(main, parts.root(main), "body")
    for relation in parts.related(main):
        if relation.kind in ("footnotes", "endnotes"):
            yield from _paragraphs(relation.part, parts.root(relation.part), "footnote")
    for about in parts.root(main).iter(qualified("wp:docPr")):
        if about.get("descr"):
            name = about.get("name", "")
            yield Site(main, f"alt {name}", f"alternative text of {name}", about, "descr")


def _paragraphs(part: str, root: Element, place: str) -> Iterator[Site]:
    fields, section = Fields(), ""
    for paragraph in root.iter(qualified("w:p")):
        open_ = tuple(fields.open)
        text = "".join(leaf.text for leaf in leaves(paragraph, fields))
        if not text:
            continue
        section = text if _is_heading(paragraph) else section
        yield Site(part, place, _where(paragraph, place, section), paragraph, "", open_, *_around(paragraph))


def _around(paragraph: Element) -> tuple[Element | None, Element | None]:
    """The card or row and the table that a paragraph is in; a card is a cell of several paragraphs."""
    cell, row, table = (next(paragraph.iterancestors(qualified(f"w:{name}")), None) for name in ("tc", "tr", "tbl"))
    several = cell is not None and sum(1 for one in cell.iterchildren(qualified("w:p")) if "".join(map(str, one.itertext()))) > 1
    return (cell if several else row), table


def _is_heading(paragraph: Element) -> bool:
    style = find(paragraph, "w:pPr/w:pStyle")
    return style is not None and "eading" in value(style)


def _where(paragraph: Element, place: str, section: str) -> str:
    kind = "table" if any(local_name(one) == "tc" for one in paragraph.iterancestors()) else "text"
    kind = "footnote" if place == "footnote" else kind
    return f"{section[:_LONGEST_PLACE]} ({kind})" if section else kind


# --- its numbers -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Store:
    """The part with the manifest and the numbers that controls are bound to."""

    part: str
    root: Element
    records: dict[str, FactRecord]
    """The facts as they are now, for the titles of controls."""
    written: dict[str, Piece] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.taken = set(self._entries())

    taken: set[str] = field(init=False)

    def _entries(self) -> dict[str, Element]:
        return {entry.get("id", ""): entry for entry in self._figures()}

    def _figures(self) -> Element:
        return self.root[0]

    def name(self) -> str:
        """The first name that no number has."""
        found = next(f"f{n}" for n in range(1, len(self.taken) + 2) if f"f{n}" not in self.taken)
        self.taken.add(found)
        return found

    def bind(self, piece: Piece, run: Element) -> Element:
        self.written[piece.id] = piece
        return bound(piece, self.records.get(piece.facts[0]), run)

    def renew(self, piece: Piece, control: Element) -> None:
        self.written[piece.id] = piece
        titled(control, piece, self.records.get(piece.facts[0]))

    def pen(self, tracked: str, parts: Parts) -> Pen:
        """What writes into the file: as revisions of a date, where one is given."""
        if not tracked:
            return Pen(self.bind, self.renew)
        return RevisingPen(self.bind, self.renew, tracked, count(first_free(_roots(parts))))

    def set(self, manifest: Manifest, controls: dict[str, str]) -> None:
        """Write numbers and manifest; numbers that neither have any more are taken out, and those that a program lost put back."""
        entries = self._entries()
        for id_, text in controls.items():
            if id_ not in entries:
                entries[id_] = self.root.makeelement(f"{{{NAMESPACE}}}f", id=id_)
                entries[id_].text = text
        said = {piece.id: piece for passage in manifest.passages for piece in passage.pieces if piece.id}
        for id_, piece in self.written.items():
            entry = entries.setdefault(id_, self.root.makeelement(f"{{{NAMESPACE}}}f", id=id_))
            entry.text = piece.text
        for id_, piece in said.items():
            if id_ in entries:
                entries[id_].set("facts", " ".join(piece.facts))
        kept = [entries[id_] for id_ in sorted(entries, key=_number) if id_ in said or id_ in controls]
        self._figures()[:] = kept
        self.root[1].text = packed(manifest).decode("utf-8")


def _number(id_: str) -> tuple[int, str]:
    return (int(id_[1:]), id_) if id_[1:].isdigit() else (0, id_)


def store_of(parts: Parts, records: dict[str, FactRecord]) -> Store:
    """The store of a file of ours."""
    part = manifest_part(parts)
    root = parts.root(part)
    if [local_name(child) for child in root] != ["figures", "manifest"]:
        raise parts.fault(f"the part '{part}' is damaged")
    return Store(part, root, records)


def controls(parts: Parts) -> dict[str, str]:
    """The numbers that have a control in the file, by name, with what they show."""
    found = [control for root in _roots(parts) for control in root.iter(qualified("w:sdt"))]
    return {id_: control_text(control) for control in found if (id_ := control_id(control))}


def _roots(parts: Parts) -> list[Element]:
    """The parts with paragraphs."""
    main = parts.main()
    return [parts.root(main), *(parts.root(one.part) for one in parts.related(main) if one.kind in ("footnotes", "endnotes"))]


def retitled(parts: Parts, before: Manifest, after: Manifest) -> frozenset[str]:
    """Put the new title where the old one stands as a whole in headers and footers; returns the parts that were changed."""
    if before.title == after.title:
        return frozenset()
    names = [name for name in parts.parts if name.startswith(("word/header", "word/footer"))]
    found = set()
    for name in names:
        for element in parts.root(name).iter(qualified("w:t")):
            if element.text == before.title:
                element.text = after.title
                found.add(name)
    return frozenset(found)
