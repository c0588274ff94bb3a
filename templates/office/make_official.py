"""Make ``official.docx``, the look of Chinese official reports (the body style of GB/T 9704-2012), and ``official.en.docx``, its
counterpart for reports in English.

Run it after a change here and commit the files::

    python templates/office/make_official.py

The Chinese page holds 22 lines of 28 characters: the type area is 225 mm high and 156 mm wide, so that 22 lines of exactly 28.95 pt
and 28 characters of 16 pt, each set 0.25 pt closer, fill it. Fonts that a machine lacks are named with a stand-in in the
font table. The file opens as a specimen that shows every style once; writers use its styles, numbering, page and footers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from official_english import ENGLISH
from official_specimen import CHINESE_TEXT, ENGLISH_TEXT, Texts, specimen
from official_styles import CHARACTER, FANG, HEI, KAI, LATIN, SONG, STYLES, TITLE, Style, styles

from reportgen.writers.docx.xml import NAMESPACES, Element, w
from reportgen.writers.package import pack

HERE = Path(__file__).parent
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STAND_INS = {
    FANG: "FangSong,仿宋",
    KAI: "KaiTi,楷体",
    HEI: "SimHei",
    SONG: "SimSun",
    TITLE: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,STZhongsong",
}

PAGE = {"w": 11906, "h": 16838}
MARGINS = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1434, "gutter": 0}
"""37, 26, 35 and 28 mm; the footer's line ends so that its dashes stand 7 mm under the type area."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The look for one language."""

    title: str
    styles: tuple[Style, ...]
    lists: Callable[[], tuple[Element, ...]]
    """The levels of its lists: without order, ordered, ordered under the lowest heading."""
    notes: str
    """Number format of footnotes."""
    text: Texts


def chinese_lists() -> tuple[Element, ...]:
    """Return dashes for bullets, as official texts set them; 1. and （1） for ordered lists. Further lines start at the edge."""
    indent = {"firstLineChars": 200, "firstLine": 2 * CHARACTER}
    dash = w("rPr", w("rFonts", hint="eastAsia", ascii=FANG, hAnsi=FANG, eastAsia=FANG))
    wide = w("rPr", w("rFonts", hint="eastAsia"))
    return (
        _level(0, "none", "——", "nothing", indent, dash, "ListBullet"),  # as "bullet", LibreOffice shows one of the two dashes
        _level(0, "decimal", "%1.", "space", indent, None, "ListNumber"),
        _level(1, "decimal", "（%2）", "nothing", indent, wide),
    )


def english_lists() -> tuple[Element, ...]:
    """Return round bullets, 1. and (a), the text hanging beside them."""
    return (
        _level(0, "bullet", "•", "tab", {"left": 360, "hanging": 360}, None, "ListBullet"),
        _level(0, "decimal", "%1.", "tab", {"left": 360, "hanging": 360}, None, "ListNumber"),
        _level(1, "lowerLetter", "(%2)", "tab", {"left": 720, "hanging": 360}, None),
    )


EDITIONS = {
    "official.docx": Edition("公文版式（GB/T 9704-2012）", STYLES, chinese_lists, "decimalEnclosedCircleChinese", CHINESE_TEXT),
    "official.en.docx": Edition("Report layout", ENGLISH, english_lists, "decimal", ENGLISH_TEXT),
}


def numbering(edition: Edition) -> Element:
    """Return ``w:numbering`` with the lists of an edition."""
    bullet, *ordered = edition.lists()
    kinds = (w("multiLevelType", val="multilevel"), w("multiLevelType", val="multilevel"))
    lists = (w("abstractNum", kinds[0], bullet, abstractNumId=1), w("abstractNum", kinds[1], *ordered, abstractNumId=2))
    return w("numbering", *lists, *(w("num", w("abstractNumId", val=number), numId=number) for number in (1, 2)))


def _level(
    level: int, form: str, text: str, suffix: str, indent: Mapping[str, int], characters: Element | None, style: str = ""
) -> Element:
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
        ilvl=level,
    )


def settings(edition: Edition) -> Element:
    """Return ``w:settings``: odd and even pages differ; the form of footnote numbers; Chinese line breaking."""
    notes = w("footnotePr", w("numFmt", val=edition.notes), w("footnote", id=-1), w("footnote", id=0))
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=2 * CHARACTER),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        notes,
        w("compat", w("doNotExpandShiftReturn"), w("useFELayout"), mode),
        w("themeFontLang", val="en-GB", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def fonts() -> Element:
    """Return ``w:fonts``: each Chinese font with the one that stands in for it on a machine that lacks it."""
    chinese = (
        w("font", w("altName", val=other), w("charset", val="86"), w("family", val="auto"), name=name)
        for name, other in STAND_INS.items()
    )
    return w("fonts", *chinese, w("font", w("charset", val="00"), w("family", val="roman"), name=LATIN))


def footer(align: str) -> Element:
    """Return a footer: the page number between dashes, one character in from the ``align`` edge."""

    def run(child: Element) -> Element:
        return w("r", w("rPr", w("rFonts", hint="eastAsia")), child)

    indent = w("ind", **{f"{align}Chars": 100, align: 280})
    text = (run(_kept("— ")), w("fldSimple", run(w("t", "1")), instr=" PAGE "), run(_kept(" —")))
    return w("ftr", w("p", w("pPr", w("pStyle", val="Footer"), indent, w("jc", val=align)), *text))


def _kept(text: str) -> Element:
    node = w("t", text)
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node


def footnotes() -> Element:
    """Return ``w:footnotes`` with the two lines that part notes from text."""
    return w("footnotes", _line_above("separator", -1), _line_above("continuationSeparator", 0))


def _line_above(kind: str, number: int) -> Element:
    line = w("p", w("pPr", w("spacing", line=240, lineRule="auto")), w("r", w(kind)))
    return w("footnote", line, type=kind, id=number)


def document(edition: Edition) -> Element:
    """Return ``w:document``: the specimen on the page of the look."""
    feet = [w("footerReference", type=kind) for kind in ("default", "even")]
    for foot, relation in zip(feet, ("rId5", "rId6"), strict=True):
        foot.set(f"{{{NAMESPACES['r']}}}id", relation)
    notes = w("footnotePr", w("numFmt", val=edition.notes))
    page = w("sectPr", *feet, notes, w("pgSz", **PAGE), w("pgMar", **MARGINS), w("cols", space=425))
    return w("document", w("body", *specimen(edition.text), page))


PARTS = (
    ("word/document.xml", document, f"{WORD}.document.main+xml", ""),
    ("word/styles.xml", lambda edition: styles(edition.styles), f"{WORD}.styles+xml", "styles"),
    ("word/numbering.xml", numbering, f"{WORD}.numbering+xml", "numbering"),
    ("word/settings.xml", settings, f"{WORD}.settings+xml", "settings"),
    ("word/fontTable.xml", lambda _: fonts(), f"{WORD}.fontTable+xml", "fontTable"),
    ("word/footer1.xml", lambda _: footer("right"), f"{WORD}.footer+xml", "footer"),
    ("word/footer2.xml", lambda _: footer("left"), f"{WORD}.footer+xml", "footer"),
    ("word/footnotes.xml", lambda _: footnotes(), f"{WORD}.footnotes+xml", "footnotes"),
)
"""The parts of the main document: name, maker, content type, relation; the n-th relation is ``rIdn``."""

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator/>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
)


def make(edition: Edition) -> bytes:
    """Return a whole look; the same bytes every time."""
    xml = {name: _xml(maker(edition)) for name, maker, _, _ in PARTS}
    rest = {
        "docProps/core.xml": CORE.format(title=edition.title),
        "word/theme/theme1.xml": (HERE / "official_theme.xml").read_text("utf-8"),
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations((("officeDocument", "word/document.xml"),), core="docProps/core.xml"),
        "word/_rels/document.xml.rels": _relations((*_document_relations(), ("theme", "theme/theme1.xml"))),
    }
    return pack(xml | {name: text.encode() for name, text in rest.items()})


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _document_relations() -> Iterator[tuple[str, str]]:
    return ((relation, name.removeprefix("word/")) for name, _, _, relation in PARTS if relation)


def _content_types() -> str:
    more = (
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    )
    overrides = (*((name, content_type) for name, _, content_type, _ in PARTS), *more)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{content_type}"/>' for name, content_type in overrides)
        + "</Types>"
    )


def _relations(targets: Iterable[tuple[str, str]], core: str = "") -> str:
    numbered = enumerate(targets, 1)
    rows = [f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in numbered]
    if core:
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        rows.append(f'<Relationship Id="rIdCore" Type="{kind}" Target="{core}"/>')
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}</Relationships>'


if __name__ == "__main__":
    for name, edition in EDITIONS.items():
        (HERE / name).write_bytes(make(edition))
