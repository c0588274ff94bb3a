"""An Office file as its parts, all of them, and parts of XML that are written again as they were read."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypeAlias

from lxml import etree

from reportgen.errors import DataError
from reportgen.writers.package import pack

Element: TypeAlias = etree._Element

LARGEST = 200_000_000
"""Bytes of all parts, unpacked."""
MOST_PARTS = 20_000
_OLE = b"\xd0\xcf\x11\xe0"
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>\s*")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to."""

    id: str
    kind: str
    """Last word of its type, such as ``chart``, ``image``, ``notesSlide``."""
    part: str


@dataclass(slots=True)
class Parts:
    """The parts of a file by name. A root that was changed must be put back by :meth:`put`."""

    name: str
    """Of the file, for messages."""
    data: dict[str, bytes]
    roots: dict[str, Element] = field(default_factory=dict)

    def root(self, part: str) -> Element:
        """The root of a part, read once."""
        if part not in self.roots:
            try:
                self.roots[part] = etree.fromstring(self.data[part], _parser())
            except (KeyError, etree.XMLSyntaxError):
                raise fault(self.name, f"its part '{part}' is missing or damaged") from None
        return self.roots[part]

    def put(self, part: str) -> None:
        """Write the root of a part into it, with the declaration that it had."""
        head = _DECLARATION.match(self.data[part])
        self.data[part] = (head[0] if head else b"") + etree.tostring(self.roots[part], encoding="UTF-8")

    def relations(self, part: str, kind: str = "") -> tuple[Relation, ...]:
        """What a part refers to within the file, of one kind or of all, in the order of the file."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.data:
            return ()
        found = (_relation(entry, folder) for entry in self.root(rels).iter(_RELATION) if entry.get("TargetMode") != "External")
        return tuple(one for one in found if (not kind or one.kind == kind) and one.part in self.data)

    def main(self) -> str:
        """The part that the file is about."""
        found = self.relations("", "officeDocument")
        if not found:
            raise fault(self.name, "it has no document in it")
        return found[0].part

    def packed(self) -> bytes:
        return pack(self.data)


def _relation(entry: Element, folder: str) -> Relation:
    target, kind = entry.get("Target", ""), entry.get("Type", "").rpartition("/")[2]
    part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(entry.get("Id", ""), kind, part)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def fault(name: str, message: str) -> DataError:
    return DataError(message, place=name, hint="open it in Word, WPS or PowerPoint and save it anew")


def parts_of(name: str, data: bytes) -> Parts:
    """Unpack a file; raises a :class:`~reportgen.errors.DataError` where it is none, is damaged, or unpacks to too much."""
    if data.startswith(_OLE):
        hint = "save it as .docx or .pptx, without a password"
        raise DataError("the file is of before 2007, or protected by a password", place=name, hint=hint)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return Parts(name, _unpacked(name, archive))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise DataError(f"this is no Office file, or a damaged one ({error})", place=name, hint="give a .docx or .pptx") from None


def _unpacked(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    found: dict[str, bytes] = {}
    left = LARGEST
    for entry in entries if len(entries) <= MOST_PARTS else ():
        with archive.open(entry) as stream:
            found[entry.filename.removeprefix("/")] = part = stream.read(left + 1)  # what an entry says of its size may be a lie
        left -= len(part)
        if left < 0:
            raise DataError("the file unpacks to more than a document does", place=name, hint="do not open it")
    if len(found) != len(entries):
        raise DataError("the file has too many parts, or two of one name", place=name, hint="do not open it")
    return found
