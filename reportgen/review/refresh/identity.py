"""What a file says about itself, found in its parts."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportgen.errors import DataError
from reportgen.review.refresh.parts import Parts
from reportgen.writers.manifest import NAMESPACE, Manifest, read_part
from reportgen.writers.pptx.identity import read_custom

CUSTOM_PART = "docProps/custom.xml"


def manifest_part(parts: Parts) -> str:
    """The part of XML with the manifest; empty where there is none."""
    return next(
        (name for name in parts.parts if name.startswith("customXml/item") and NAMESPACE.encode() in parts.parts[name]), ""
    )


def manifest_of(parts: Parts) -> Manifest:
    """The manifest of a file; raises a :class:`~reportgen.errors.DataError` where there is none that can be read."""
    part = manifest_part(parts)
    try:
        found = read_part(parts.parts[part]) if part else read_custom(parts.parts.get(CUSTOM_PART, b""))
    except ValueError as error:
        raise DataError(str(error), place=parts.name, hint="update reportgen, or make the file anew") from None
    if found is None:
        hint = "only files that reportgen has made can be refreshed; make it anew with 'reportgen --year …'"
        raise DataError("the file does not say what it was made from", place=parts.name, hint=hint)
    return found


def retitle(parts: Parts, before: Manifest, after: Manifest) -> None:
    """Put the new title into the properties of a file, where the old one stands there."""
    core, old, new = "docProps/core.xml", *(f">{escape(one.title)}</dc:title>".encode() for one in (before, after))
    if core in parts.parts:
        parts.parts[core] = parts.parts[core].replace(old, new)
