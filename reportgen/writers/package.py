"""Office packages (zip files) whose bytes depend on their content alone.

The same parts always give the same file: ``[Content_Types].xml`` stands first, as the Open Packaging Conventions advise,
the other entries follow by name, every entry carries the date 1980-01-01 (the earliest that zip knows), and the document
properties carry the date of the report instead of the time of the run. Workbooks embedded for charts are treated likewise.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from reportgen.errors import WriterError

CONTENT_TYPES = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".xlsx", ".docx", ".pptx")
_PACKAGES = (".xlsx", ".docx", ".pptx")
_W3C_DATE = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def repack(data: bytes, when: date) -> bytes:
    """Return the package ``data`` with entries in fixed order and the date ``when`` (midnight UTC) in its properties.

    Raises :class:`~reportgen.errors.WriterError` for bytes that are no zip file and for two entries of one name, which
    programs resolve differently.
    """
    return pack({name: dated(name, part, when) for name, part in _entries(data)})


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of ``parts`` (name to content), independent of the order in which they are given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in _ordered(parts):
            archive.writestr(_entry(name), parts[name])
    return out.getvalue()


def dated(name: str, part: bytes, when: date) -> bytes:
    """Return a part with the date ``when`` where it has one: document properties, and those of packages inside."""
    if name == "docProps/core.xml":
        return _W3C_DATE.sub(rb"\g<1>" + f"{when.isoformat()}T00:00:00Z".encode() + rb"\g<3>", part)
    return repack(part, when) if name.lower().endswith(_PACKAGES) else part


def _entries(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            _refuse_twins(names)
            return [(name, archive.read(name)) for name in names]
    except zipfile.BadZipFile as fault:
        raise WriterError(f"the file is no Office package: {fault}") from fault


def _refuse_twins(names: Iterable[str]) -> None:
    twins = sorted(name for name, count in Counter(names).items() if count > 1)
    if twins:
        raise WriterError(f"two parts of the package have one name: {', '.join(twins)}")


def _ordered(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != CONTENT_TYPES, name))


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_PACKED_ALREADY) else zipfile.ZIP_DEFLATED
    info.create_system = 0  # else the byte differs between Windows and the rest
    info.external_attr = 0
    return info
