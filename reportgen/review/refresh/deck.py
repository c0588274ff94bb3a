"""Refreshing a deck: placeholders, cards, tables, notes and alternative texts. Numbers are words here; the manifest knows them."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.review.package import Element
from reportgen.review.refresh.identity import CUSTOM_PART, manifest_part
from reportgen.review.refresh.leaves import leaves
from reportgen.review.refresh.parts import Parts
from reportgen.review.refresh.sites import Site
from reportgen.writers.docx.xml import local_name
from reportgen.writers.manifest import NAMESPACE, Manifest, packed
from reportgen.writers.pptx.identity import custom_with

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def slides(parts: Parts) -> tuple[str, ...]:
    """The parts of the slides in their order."""
    main = parts.main()
    by_id = {relation.id: relation.part for relation in parts.related(main, "slide")}
    listed = [entry.get(_RELATION, "") for entry in parts.root(main).iter(f"{_P}sldId")]
    return tuple(by_id[id_] for id_ in listed if id_ in by_id)


def sites(parts: Parts) -> Iterator[Site]:
    """Every text of the deck with its place."""
    for number, part in enumerate(slides(parts), 1):
        root = parts.root(part)
        key = _key(root)
        for element in root.iter(f"{_A}p"):
            if any(leaf.text for leaf in leaves(element)):
                name = shape_name(element)
                yield Site(part, f"{key}/{name}", f"slide {number}, {name}", element, "", (), *_around(element))
        for about in root.iter(f"{_P}cNvPr"):
            if about.get("descr"):
                name = about.get("name", "")
                yield Site(part, f"{key}/alt {name}", f"slide {number}, alternative text of {name}", about, "descr")
        for relation in parts.related(part, "notesSlide"):
            yield from _notes(parts, relation.part, key, number)


def _around(element: Element) -> tuple[Element | None, Element | None]:
    """The row or shape and the table that a paragraph is in."""
    row, table, shape = (next(element.iterancestors(name), None) for name in (f"{_A}tr", f"{_A}tbl", f"{_P}sp"))
    return (shape if row is None else row), table


def _key(root: Element) -> str:
    common = root.find(f"{_P}cSld")
    return common.get("name", "") if common is not None else ""


def shape_name(element: Element) -> str:
    """What the shape is called that an element is in."""
    shape = next((one for one in element.iterancestors() if local_name(one) in ("sp", "graphicFrame", "pic", "cxnSp")), None)
    about = next(shape.iter(f"{_P}cNvPr"), None) if shape is not None else None
    return about.get("name", "") if about is not None else ""


def _notes(parts: Parts, part: str, key: str, number: int) -> Iterator[Site]:
    for element in parts.root(part).iter(f"{_A}p"):
        if any(leaf.text and not leaf.fixed for leaf in leaves(element)):
            yield Site(part, f"{key}/notes", f"slide {number}, notes", element)


def set_manifest(parts: Parts, manifest: Manifest) -> None:
    """Write the manifest into the places that the deck has for it."""
    part = manifest_part(parts)
    if part:
        node = parts.root(part).find(f"{{{NAMESPACE}}}manifest")
        if node is not None:
            node.text = packed(manifest).decode("utf-8")
            parts.put(part)
    if CUSTOM_PART in parts.parts:
        custom_with(parts.root(CUSTOM_PART), manifest)
        parts.put(CUSTOM_PART)
