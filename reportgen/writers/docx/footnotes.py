"""The part that holds the footnotes, which python-docx does not make."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.xml import Element, find, local_name, qualified, w

LINES = (("separator", -1), ("continuationSeparator", 0))
"""The lines between text and notes: kinds and their customary ids."""


def add_footnotes(manuscript: Manuscript) -> None:
    """Add the part and announce its separators in the settings."""
    part = manuscript.look.word.part
    blob = etree.tostring(footnotes(manuscript.footnotes), xml_declaration=True, encoding="UTF-8", standalone=True)
    added = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, part.package)
    part.relate_to(added, RELATIONSHIP_TYPE.FOOTNOTES)
    _announce(manuscript.look.word.settings.element)


def footnotes(notes: list[Element]) -> Element:
    """Return ``w:footnotes``: the separators, then the notes with ids from 1."""
    numbered = (w("footnote", note, id=number) for number, note in enumerate(notes, 1))
    return w("footnotes", *(_line(kind, number) for kind, number in LINES), *numbered)


def _line(kind: str, number: int) -> Element:
    spacing = w("pPr", w("spacing", line=240, lineRule="auto"))
    return w("footnote", w("p", spacing, w("r", w(kind))), type=kind, id=number)


_LATER = frozenset((
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
    "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
))  # fmt: skip
"""What stands behind ``w:footnotePr`` in the settings, by the schema (ECMA-376, CT_Settings)."""


def _announce(settings: Element) -> None:
    announced = find(settings, "w:footnotePr")
    if announced is None:
        announced = w("footnotePr")
        later = (index for index, node in enumerate(settings) if local_name(node) in _LATER)
        settings.insert(next(later, len(settings)), announced)
    for child in announced.findall(qualified("w:footnote")):
        announced.remove(child)
    announced.extend([w("footnote", id=number) for _, number in LINES])
