"""A Word look as a package: its design as a value, and the file made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from word_styles import Sheet, styles

from reportgen.writers.docx.xml import NAMESPACES, Element, w
from reportgen.writers.package import pack

HERE = Path(__file__).parent
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
A4 = {"w": 11906, "h": 16838}


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer."""

    kind: str
    """``header`` or ``footer``."""
    pages: str
    """``default`` or ``even``."""
    content: Callable[[], Element]


@dataclass(frozen=True, slots=True)
class Design:
    """A look for one language."""

    title: str
    sheet: Sheet
    lists: Callable[[], tuple[Element, ...]]
    """The levels of its lists: without order, ordered, ordered under the lowest heading."""
    notes: str
    """Number format of footnotes."""
    stand_ins: Mapping[str, str]
    """For each Chinese font the ones that stand in for it on a machine that lacks it."""
    margins: tuple[Margin, ...]
    page: Mapping[str, int]
    """Margins in twips."""
    content: Callable[[], Iterable[Element]]
    """What the file shows when it is opened: a cover where it has one, and a specimen of every style."""
    theme: str
    """Name of the file with the theme."""
    paper: Mapping[str, int | str] = field(default_factory=lambda: A4)
    """Width and height in twips, and the way it lies."""


def level(
    number: int, form: str, text: str, suffix: str, indent: Mapping[str, int], characters: Element | None, style: str = ""
) -> Element:
    """Return one level of a list."""
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("pStyle", val=style) if style else None,
        w("suff", val=suffix),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", **indent)),
        characters,
        ilvl=number,
    )


def kept(text: str) -> Element:
    """Return a text whose spaces are kept."""
    node = w("t", text)
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node


def make(design: Design) -> bytes:
    """Return a whole look; the same bytes every time."""
    parts = tuple(_parts(design))
    xml = {name: _xml(root) for name, root, _, _ in parts}
    relations = [(relation, name.removeprefix("word/")) for name, _, _, relation in parts if relation]
    rest = {
        "docProps/core.xml": CORE.format(title=design.title),
        "word/theme/theme1.xml": (HERE / design.theme).read_text("utf-8"),
        "[Content_Types].xml": _content_types((name, content_type) for name, _, content_type, _ in parts),
        "_rels/.rels": _relations((("officeDocument", "word/document.xml"),), core="docProps/core.xml"),
        "word/_rels/document.xml.rels": _relations((*relations, ("theme", "theme/theme1.xml"))),
    }
    return pack(xml | {name: text.encode() for name, text in rest.items()})


def _parts(design: Design) -> Iterator[tuple[str, Element, str, str]]:
    """The parts of the main document: name, content, content type, relation; the n-th relation is ``rIdn``."""
    yield "word/document.xml", _document(design), f"{WORD}.document.main+xml", ""
    yield "word/styles.xml", styles(design.sheet), f"{WORD}.styles+xml", "styles"
    yield "word/numbering.xml", _numbering(design), f"{WORD}.numbering+xml", "numbering"
    yield "word/settings.xml", _settings(design), f"{WORD}.settings+xml", "settings"
    yield "word/fontTable.xml", _fonts(design), f"{WORD}.fontTable+xml", "fontTable"
    for name, margin in _margins(design):
        yield f"word/{name}.xml", margin.content(), f"{WORD}.{margin.kind}+xml", margin.kind
    yield "word/footnotes.xml", _footnotes(), f"{WORD}.footnotes+xml", "footnotes"


def _margins(design: Design) -> Iterator[tuple[str, Margin]]:
    for kind in ("header", "footer"):
        yield from ((f"{kind}{n}", margin) for n, margin in enumerate((m for m in design.margins if m.kind == kind), 1))


def _document(design: Design) -> Element:
    references = [w(f"{margin.kind}Reference", type=margin.pages) for _, margin in _margins(design)]
    for number, reference in enumerate(references, 5):
        reference.set(f"{{{NAMESPACES['r']}}}id", f"rId{number}")
    notes = w("footnotePr", w("numFmt", val=design.notes))
    page = w("sectPr", *references, notes, w("pgSz", **design.paper), w("pgMar", **design.page), w("cols", space=425))
    root = etree.Element(f"{{{NAMESPACES['w']}}}document", nsmap={prefix: NAMESPACES[prefix] for prefix in ("w", "r")})
    root.append(w("body", *design.content(), page))
    return root  # "r" is declared here, or lxml invents a prefix that depends on which libraries are loaded


def _numbering(design: Design) -> Element:
    bullet, *ordered = design.lists()
    kinds = (w("multiLevelType", val="multilevel"), w("multiLevelType", val="multilevel"))
    lists = (w("abstractNum", kinds[0], bullet, abstractNumId=1), w("abstractNum", kinds[1], *ordered, abstractNumId=2))
    return w("numbering", *lists, *(w("num", w("abstractNumId", val=number), numId=number) for number in (1, 2)))


def _settings(design: Design) -> Element:
    """Odd and even pages that differ where the look has margins for both; the form of footnote numbers; Chinese line breaking."""
    notes = w("footnotePr", w("numFmt", val=design.notes), w("footnote", id=-1), w("footnote", id=0))
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=2 * design.sheet.character),
        w("evenAndOddHeaders") if any(margin.pages == "even" for margin in design.margins) else None,
        w("characterSpacingControl", val="compressPunctuation"),
        notes,
        w("compat", w("doNotExpandShiftReturn"), w("useFELayout"), mode),
        w("themeFontLang", val="en-GB", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _fonts(design: Design) -> Element:
    chinese = [
        w("font", w("altName", val=other), w("charset", val="86"), w("family", val="auto"), name=name)
        for name, other in design.stand_ins.items()
    ]
    latin = w("font", w("charset", val="00"), w("family", val="roman"), name=design.sheet.latin)
    return w("fonts", *chinese, *([] if design.sheet.latin in design.stand_ins else [latin]))


def _footnotes() -> Element:
    return w("footnotes", _line_above("separator", -1), _line_above("continuationSeparator", 0))


def _line_above(kind: str, number: int) -> Element:
    line = w("p", w("pPr", w("spacing", line=240, lineRule="auto")), w("r", w(kind)))
    return w("footnote", line, type=kind, id=number)


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator/>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
)


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types(parts: Iterable[tuple[str, str]]) -> str:
    more = (
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{content_type}"/>' for name, content_type in (*parts, *more))
        + "</Types>"
    )


def _relations(targets: Iterable[tuple[str, str]], core: str = "") -> str:
    numbered = enumerate(targets, 1)
    rows = [f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in numbered]
    if core:
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        rows.append(f'<Relationship Id="rIdCore" Type="{kind}" Target="{core}"/>')
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}</Relationships>'
