"""An Office file as its parts, all of them, and parts of XML that are written again as they were read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from reportgen.review.package import Element, Package, opened
from reportgen.writers.package import pack

_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>\s*")


@dataclass(frozen=True)
class Parts(Package):
    """The parts of a file by name, to be changed. A root that was changed must be put back by :meth:`put`."""

    roots: dict[str, Element] = field(default_factory=dict)

    def root(self, part: str) -> Element:
        """The root of a part, read once."""
        if part not in self.roots:
            self.roots[part] = self.xml(part)
        return self.roots[part]

    def put(self, part: str) -> None:
        """Write the root of a part into it, with the declaration that it had."""
        head = _DECLARATION.match(self.parts[part])
        self.parts[part] = (head[0] if head else b"") + etree.tostring(self.roots[part], encoding="UTF-8")

    def packed(self) -> bytes:
        return pack(self.parts)


def parts_of(name: str, data: bytes) -> Parts:
    """Unpack a file; raises a :class:`~reportgen.errors.DataError` where it is none, is damaged, or unpacks to too much."""
    package = opened(name, data, whole=True)
    return Parts(package.name, package.parts)
