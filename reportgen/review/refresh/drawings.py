"""Where the charts of a file are: the picture or frame with its name, size, and the parts behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.review.package import Element
from reportgen.review.refresh.deck import slides
from reportgen.review.refresh.parts import Parts
from reportgen.writers.docx.xml import local_name

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or native chart in a file."""

    part: str
    """The document or slide that it stands in."""
    where: str
    """For a person."""
    name: str
    element: Element
    """``wp:inline``, ``p:pic``, ``p:graphicFrame`` and the like."""

    @property
    def extents(self) -> tuple[Element, ...]:
        """The elements with its width and height, outer before inner."""
        found = (one for one in self.element.iter() if local_name(one) in ("extent", "ext") and one.get("cx"))
        return tuple(found)

    @property
    def size(self) -> tuple[int, int]:
        first = self.extents[:1]
        return (int(first[0].get("cx", "0")), int(first[0].get("cy", "0"))) if first else (0, 0)

    def resize(self, width: int, height: int) -> None:
        for one in self.extents:
            one.set("cx", str(width))
            one.set("cy", str(height))

    def target(self, parts: Parts, kind: str) -> str:
        """The part behind it: ``bitmap``, ``vector`` or ``chart``; empty where it has none."""
        attribute, tag = _REFERENCES[kind]
        node = next((one for one in self.element.iter() if local_name(one) == tag), None)
        id_ = node.get(attribute, "") if node is not None else ""
        return next((one.part for one in parts.related(self.part) if one.id == id_), "")


_REFERENCES = {"bitmap": (f"{_R}embed", "blip"), "vector": (f"{_R}embed", "svgBlip"), "chart": (f"{_R}id", "chart")}


def in_report(parts: Parts) -> Iterator[Drawing]:
    main = parts.main()
    for holder in parts.root(main).iter():
        if local_name(holder) in ("inline", "anchor"):
            name = _name(holder, "docPr")
            yield Drawing(main, name, name, holder)


def in_deck(parts: Parts) -> Iterator[Drawing]:
    for number, part in enumerate(slides(parts), 1):
        for holder in parts.root(part).iter():
            if local_name(holder) in ("pic", "graphicFrame"):
                name = _name(holder, "cNvPr")
                yield Drawing(part, f"slide {number}, {name}", name, holder)


def _name(holder: Element, tag: str) -> str:
    node = next((one for one in holder.iter() if local_name(one) == tag), None)
    return node.get("name", "") if node is not None else ""
