"""The styles of ``official.docx``, as a table and as XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.writers.docx.xml import Element, w

FANG, SONG, HEI, KAI, TITLE = "仿宋_GB2312", "宋体", "黑体", "楷体_GB2312", "方正小标宋简体"
LATIN = "Times New Roman"
LINE = 579
"""28.95 pt in twips: 225 mm over 22 lines."""
CHARACTER = 320
"""A character of 16 pt in twips."""
TEXT_WIDTH = 8845
"""156 mm in twips."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style of the look; what is empty is inherited."""

    name: str
    kind: str = "paragraph"
    based: str = "Normal"
    follow: str = ""
    font: str = ""
    latin: str = ""
    size: float = 0
    """In points."""
    bold: bool = False
    colour: str = ""
    align: str = ""
    indent: int = -1
    """First line, in characters."""
    left: int = -1
    """Left edge, in characters of 16 pt."""
    line: int = 0
    """Exact line pitch in twips; negative for one that grows with a picture, in 240ths of a line."""
    before: int = -1
    after: int = -1
    """In twips; not between paragraphs of this style where ``tight``."""
    tight: bool = False
    keep: bool = False
    """Stays with the next paragraph, and its own lines together."""
    level: int = -1
    """Outline level, 0 for the first."""
    numbering: int = 0
    tabs: tuple[int, ...] = ()
    raised: bool = False
    loose: bool = False
    """Characters at their natural distance instead of 0.25 pt closer."""
    shown: bool = True

    @property
    def id(self) -> str:
        """The name without spaces, each word with a capital: ``Heading1``; ``TOC1`` as Word writes it."""
        words = self.name.replace("toc", "TOC").replace("-", " ").split()
        return "".join(word[:1].upper() + word[1:] for word in words)


SMALL = {"based": "Normal", "font": SONG, "size": 10.5, "line": 320, "loose": True}

STYLES = (
    Style("Normal", based=""),
    Style("Title", follow="Author", font=TITLE, size=22, align="center", before=289, loose=True, keep=True),
    Style("Subtitle", follow="Author", font=KAI, align="center", keep=True),
    Style("Author", follow="Date", font=KAI, align="center", before=290),
    Style("Date", follow="heading 1", font=KAI, align="center", after=LINE),
    Style("heading 1", follow="Body Text", font=HEI, indent=2, keep=True, level=0),
    Style("heading 2", follow="Body Text", font=KAI, indent=2, keep=True, level=1),
    Style("heading 3", follow="Body Text", font=FANG, bold=True, indent=2, keep=True, level=2),
    Style("heading 4", follow="Body Text", font=FANG, indent=2, keep=True, level=3),
    Style("Body Text", indent=2),
    Style("List Bullet", based="Body Text", indent=2, numbering=1),
    Style("List Number", based="Body Text", indent=2, numbering=2),
    Style("Note", font=KAI, size=12, line=400, indent=2, before=60, after=120, tight=True, loose=True),
    Style("Figure", follow="caption", align="center", line=-240, before=240, after=60, keep=True),
    Style("caption", follow="Body Text", font=HEI, size=12, align="center", line=400, before=40, after=240, loose=True),
    Style("Table Caption", based="caption", follow="Table Unit", before=240, after=60, keep=True),
    Style("Table Unit", **SMALL, align="right", after=40, keep=True),
    Style("Table Header", **{**SMALL, "font": HEI}, align="center", keep=True),
    Style("Table Text", **SMALL, align="left"),
    Style("Table Number", **SMALL, align="right"),
    Style("Table Group", **{**SMALL, "font": HEI}, align="left", keep=True),
    Style("Table Header Small", based="Table Header", size=9, line=260),
    Style("Table Text Small", based="Table Text", size=9, line=260),
    Style("Table Number Small", based="Table Number", size=9, line=260),
    Style("Table Group Small", based="Table Group", size=9, line=260),
    Style("Table Note", **{**SMALL, "size": 9, "line": 260}, align="both", before=60, after=240, tight=True),
    Style("Figure Note", based="Table Note", follow="caption", align="left", before=0, after=0, keep=True),
    Style("Key Figure Label", **{**SMALL, "font": HEI}, align="center", before=80, keep=True),
    Style("Key Figure Number", font=TITLE, size=22, align="center", line=600, loose=True, keep=True),
    Style("Key Figure Detail", **SMALL, align="center", after=80),
    Style("footnote text", **{**SMALL, "size": 9, "line": 260}, align="both"),
    Style("footer", font=SONG, latin=SONG, size=14, line=320, loose=True, shown=False),
    Style("header", font=SONG, size=9, line=260, align="center", loose=True, shown=False),
    Style("TOC Heading", follow="toc 1", font=HEI, align="center", after=LINE, shown=False),
    Style("toc 1", follow="Normal", indent=0, tabs=(TEXT_WIDTH,), shown=False),
    Style("toc 2", follow="Normal", left=2, tabs=(TEXT_WIDTH,), shown=False),
    Style("toc 3", follow="Normal", left=4, tabs=(TEXT_WIDTH,), shown=False),
    Style("Default Paragraph Font", kind="character", based="", shown=False),
    Style("Strong", kind="character", based="DefaultParagraphFont", bold=True),
    Style("footnote reference", kind="character", based="DefaultParagraphFont", raised=True, shown=False),
    Style("Hyperlink", kind="character", based="DefaultParagraphFont", shown=False),
)


def styles(table: tuple[Style, ...]) -> Element:
    """Return ``w:styles``: defaults, the styles of a table, the table styles."""
    rest = w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0, count=376)
    return w("styles", _defaults(), rest, *(_style(style) for style in table), *_table_styles())


def _defaults() -> Element:
    font = w("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=FANG, cs=LATIN)
    characters = w("rPr", font, w("sz", val=32), w("szCs", val=32), w("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA"))
    return w("docDefaults", w("rPrDefault", characters), w("pPrDefault"))


def _style(style: Style) -> Element:
    default = {"default": 1} if style.name in ("Normal", "Default Paragraph Font") else {}
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=_id(style.based)) if style.based else None,
        w("next", val=_id(style.follow)) if style.follow else None,
        w("uiPriority", val=1 if style.shown else 99),
        w("semiHidden") if style.id == "DefaultParagraphFont" else None,
        w("unhideWhenUsed") if not style.shown else None,
        w("qFormat") if style.shown else None,
        _paragraph_properties(style) if style.kind == "paragraph" else None,
        _run_properties(style),
        type=style.kind,
        styleId=style.id,
        **default,
    )


def _id(name: str) -> str:
    return Style(name).id


def _paragraph_properties(style: Style) -> Element:
    base = style.name == "Normal"
    return w(
        "pPr",
        w("keepNext") if style.keep else None,
        w("keepLines") if style.keep else None,
        w("widowControl", val=0) if base else None,
        w("numPr", w("numId", val=style.numbering)) if style.numbering else None,
        w("tabs", *(w("tab", val="right", leader="dot", pos=at) for at in style.tabs)) if style.tabs else None,
        _spacing(style),
        _indent(style),
        w("contextualSpacing") if style.tight else None,
        w("jc", val=style.align or "both") if style.align or base else None,
        w("outlineLvl", val=style.level) if style.level >= 0 else None,
    )


def _spacing(style: Style) -> Element | None:
    values: dict[str, str | int] = {}
    if style.before >= 0:
        values["before"] = style.before
    if style.after >= 0:
        values["after"] = style.after
    if style.line or style.name == "Normal":
        values |= (
            {"line": -style.line, "lineRule": "auto"} if style.line < 0 else {"line": style.line or LINE, "lineRule": "exact"}
        )
    return w("spacing", **values) if values else None


def _indent(style: Style) -> Element | None:
    values: dict[str, str | int] = {}
    if style.left >= 0:
        values |= {"leftChars": style.left * 100, "left": style.left * CHARACTER}
    if style.indent >= 0:
        values |= {"firstLineChars": style.indent * 100, "firstLine": style.indent * CHARACTER}
    return w("ind", **values) if values else None


def _run_properties(style: Style) -> Element | None:
    latin = {"ascii": style.latin, "hAnsi": style.latin} if style.latin else {}
    size = int(style.size * 2)
    properties = w(
        "rPr",
        w("rFonts", **latin, eastAsia=style.font) if style.font else None,
        w("b") if style.bold else None,
        w("bCs") if style.bold else None,
        w("spacing", val=0 if style.loose else -5) if style.loose or style.name == "Normal" else None,
        w("sz", val=size) if size else None,
        w("szCs", val=size) if size else None,
        w("vertAlign", val="superscript") if style.raised else None,
    )
    return properties if len(properties) else None


def _table_styles() -> Iterator[Element]:
    margins = (("left", 85), ("right", 85))
    plain = w("tblPr", w("tblInd", w=0, type="dxa"), _cell_margins((("left", 108), ("right", 108))))
    yield _table_style("Normal Table", "", plain)
    borders = w("tblBorders", _rule("top", 12), _rule("bottom", 12))
    under_header = w("tblStylePr", w("tcPr", w("tcBorders", _rule("bottom", 6))), type="firstRow")
    three = w("tblPr", w("jc", val="center"), borders, _cell_margins((("top", 28), *margins[:1], ("bottom", 28), *margins[1:])))
    yield _table_style("Three-Line Table", "NormalTable", three, under_header)
    grid = w("tblBorders", _rule("top", 8), _rule("bottom", 8), _rule("insideH", 4, "A6A6A6"), _rule("insideV", 4, "A6A6A6"))
    yield _table_style("Key Figures", "NormalTable", w("tblPr", w("jc", val="center"), grid, _cell_margins(margins)))


def _table_style(name: str, based: str, properties: Element, *more: Element) -> Element:
    default = {} if based else {"default": 1}
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based) if based else None,
        w("uiPriority", val=99),
        None if based else w("semiHidden"),
        None if based else w("unhideWhenUsed"),
        properties,
        w("tcPr", w("vAlign", val="center")) if based else None,
        *more,
        type="table",
        styleId=_id(name),
        **default,
    )


def _rule(edge: str, eighths: int, colour: str = "000000") -> Element:
    """Return one border, its width in eighths of a point."""
    return w(edge, val="single", sz=eighths, space=0, color=colour)


def _cell_margins(edges: tuple[tuple[str, int], ...]) -> Element:
    return w("tblCellMar", *(w(edge, w=twips, type="dxa") for edge, twips in edges))
