"""Office files as parts of XML, opened without trusting them: sizes are limited, entities stay unread, nothing is fetched."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

from lxml import etree

from reportgen.errors import DataError

Element: TypeAlias = etree._Element

LARGEST = 200_000_000
"""Bytes of a file that is opened at all."""
LARGEST_PART = 60_000_000
"""Bytes of one part, unpacked: that of a report of a thousand pages has some ten million."""
LARGEST_TOTAL = 300_000_000
MOST_PARTS = 20_000
_OLE = b"\xd0\xcf\x11\xe0"
_READ = (".xml", ".rels", ".xlsx")
"""Parts that hold text or numbers; pictures, fonts and macros are not unpacked."""
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Related:
    """A relationship of a part."""

    id: str
    kind: str
    """Last word of its type, such as ``chart``, ``notesSlide``, ``footnotes``."""
    part: str


@dataclass(frozen=True)
class Package:
    """The parts of a file by name, those with text only unless the whole file was asked for."""

    name: str
    """Of the file, for messages."""
    parts: dict[str, bytes]

    def xml(self, part: str) -> Element:
        """The root of a part."""
        try:
            return etree.fromstring(self.parts[part], _parser())
        except KeyError:
            raise self.fault(f"the part '{part}' is missing") from None
        except etree.XMLSyntaxError as error:
            raise self.fault(f"the part '{part}' is damaged: {error.msg}") from None

    def related(self, part: str, kind: str = "") -> tuple[Related, ...]:
        """What a part refers to within the file, of one kind or of all."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.parts:
            return ()
        found = (_related(entry, folder) for entry in self.xml(rels).iter(_RELATIONSHIPS))
        return tuple(one for one in found if one and (not kind or one.kind == kind) and one.part in self.parts)

    def main(self) -> str:
        """The part that the file is about."""
        found = self.related("", "officeDocument")
        if not found:
            raise self.fault("it has no document in it")
        return found[0].part

    def fault(self, message: str) -> DataError:
        return DataError(message, place=self.name, hint="open it in Word, WPS or PowerPoint and save it anew")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _related(entry: Element, folder: str) -> Related | None:
    if entry.get("TargetMode") == "External":
        return None
    target, kind = entry.get("Target", ""), entry.get("Type", "").rpartition("/")[2]
    part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Related(entry.get("Id", ""), kind, part)


def opened(name: str, data: bytes, *, whole: bool = False) -> Package:
    """The file as a package, the ``whole`` of it or what holds text; raises a fault that says what it is where it is none."""
    if len(data) > LARGEST:
        raise DataError(f"the file is larger than {LARGEST // 1_000_000} MB", place=name, hint="take its pictures out")
    if data.startswith(_OLE):
        raise _old(name, data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return Package(name, dict(_unpacked(name, archive, whole)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        hint = "give a .docx or .pptx that opens in Word, WPS or PowerPoint"
        raise DataError(f"this is no Office file, or a damaged one ({error})", place=name, hint=hint) from None


def _old(name: str, data: bytes) -> DataError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DataError("the file is protected by a password", place=name, hint="save a copy without the password")
    return DataError("this is an Office file of before 2007", place=name, hint="open it and save it as .docx or .pptx")


def _unpacked(name: str, archive: zipfile.ZipFile, whole: bool) -> Iterator[tuple[str, bytes]]:
    entries, total = archive.infolist(), 0
    if len(entries) > MOST_PARTS:
        raise DataError(f"the file has more than {MOST_PARTS} parts", place=name, hint="it is no ordinary document")
    for entry in entries:
        if entry.is_dir() or not (whole or entry.filename.lower().endswith(_READ)):
            continue
        with archive.open(entry) as stream:
            data = stream.read(min(LARGEST_PART, LARGEST_TOTAL - total) + 1)  # what the entry says of its size may be a lie
        total += len(data)
        if len(data) > LARGEST_PART or total > LARGEST_TOTAL:
            message = f"its part '{entry.filename}' unpacks to more than it may"
            raise DataError(message, place=name, hint="it is no ordinary document; do not open it")
        yield entry.filename.removeprefix("/"), data
