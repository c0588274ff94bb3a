"""Styles of Word looks: a style as a value, and a table of them as ``w:styles``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.writers.docx.xml import Element, w


@dataclass(frozen=True, slots=True)
class Style:
    """One style of a look; what is empty is inherited."""

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
    """``RRGGBB``, with the name of a theme colour behind a space where it is one: ``163E6E text2``."""
    align: str = ""
    indent: int = -1
    """First line, in characters."""
    left: int = -1
    """Left edge, in characters of the sheet."""
    right: int = -1
    """Right edge, in characters of the sheet."""
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
    """Right tabs with dots."""
    rule: tuple[str, int, int, str] | None = None
    """A rule beside the paragraph: edge, eighths of a point, distance in points, colour."""
    raised: bool = False
    loose: bool = False
    """Characters at their natural distance instead of 0.25 pt closer."""
    shown: bool = True

    @property
    def id(self) -> str:
        """The name without spaces, each word with a capital: ``Heading1``; ``TOC1`` as Word writes it."""
        words = self.name.replace("toc", "TOC").replace("-", " ").split()
        return "".join(word[:1].upper() + word[1:] for word in words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of a look with what all of them rest on."""

    font: str
    latin: str
    size: float
    """Of the type of the text, in points; a character is so wide."""
    line: int
    """Of the text: exact pitch in twips."""
    styles: tuple[Style, ...]
    tables: tuple[Element, ...]
    """Table styles, as :func:`table_style` makes them."""
    close: int = 0
    """What is added between characters, in twips."""
    widows: bool = True
    """Whether single lines at the head or foot of a page are avoided."""

    @property
    def character(self) -> int:
        return round(self.size * 20)


def styles(sheet: Sheet) -> Element:
    """Return ``w:styles``: defaults, the styles of a sheet, its table styles."""
    rest = w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0, count=376)
    return w("styles", _defaults(sheet), rest, *(_style(style, sheet) for style in sheet.styles), *sheet.tables)


def _defaults(sheet: Sheet) -> Element:
    font = w("rFonts", ascii=sheet.latin, hAnsi=sheet.latin, eastAsia=sheet.font, cs=sheet.latin)
    size = round(sheet.size * 2)
    language = w("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA")
    return w("docDefaults", w("rPrDefault", w("rPr", font, w("sz", val=size), w("szCs", val=size), language)), w("pPrDefault"))


def _style(style: Style, sheet: Sheet) -> Element:
    default = {"default": 1} if style.name in ("Normal", "Default Paragraph Font") else {}
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style_id(style.based)) if style.based else None,
        w("next", val=style_id(style.follow)) if style.follow else None,
        w("uiPriority", val=1 if style.shown else 99),
        w("semiHidden") if style.id == "DefaultParagraphFont" else None,
        w("unhideWhenUsed") if not style.shown else None,
        w("qFormat") if style.shown else None,
        _paragraph_properties(style, sheet) if style.kind == "paragraph" else None,
        _run_properties(style, sheet),
        type=style.kind,
        styleId=style.id,
        **default,
    )


def style_id(name: str) -> str:
    """Return the id of a style by its name."""
    return Style(name).id


def _paragraph_properties(style: Style, sheet: Sheet) -> Element:
    base = style.name == "Normal"
    return w(
        "pPr",
        w("keepNext") if style.keep else None,
        w("keepLines") if style.keep else None,
        w("widowControl", val=0) if base and not sheet.widows else None,
        w("numPr", w("numId", val=style.numbering)) if style.numbering else None,
        w("pBdr", rule(style.rule[0], style.rule[1], style.rule[3], style.rule[2])) if style.rule else None,
        w("tabs", *(w("tab", val="right", leader="dot", pos=at) for at in style.tabs)) if style.tabs else None,
        _spacing(style, sheet),
        _indent(style, sheet),
        w("contextualSpacing") if style.tight else None,
        w("jc", val=style.align or "both") if style.align or base else None,
        w("outlineLvl", val=style.level) if style.level >= 0 else None,
    )


def _spacing(style: Style, sheet: Sheet) -> Element | None:
    values: dict[str, str | int] = {}
    if style.before >= 0:
        values["before"] = style.before
    if style.after >= 0:
        values["after"] = style.after
    if style.line or style.name == "Normal":
        exact = {"line": style.line or sheet.line, "lineRule": "exact"}
        values |= {"line": -style.line, "lineRule": "auto"} if style.line < 0 else exact
    return w("spacing", **values) if values else None


def _indent(style: Style, sheet: Sheet) -> Element | None:
    values: dict[str, str | int] = {}
    for edge, characters in (("left", style.left), ("right", style.right), ("firstLine", style.indent)):
        if characters >= 0:
            values |= {f"{edge}Chars": characters * 100, edge: characters * sheet.character}
    return w("ind", **values) if values else None


def _run_properties(style: Style, sheet: Sheet) -> Element | None:
    latin = {"ascii": style.latin, "hAnsi": style.latin} if style.latin else {}
    size = int(style.size * 2)
    apart = sheet.close and (style.loose or style.name == "Normal")
    properties = w(
        "rPr",
        w("rFonts", **latin, eastAsia=style.font) if style.font else None,
        w("b") if style.bold else None,
        w("bCs") if style.bold else None,
        _colour(style.colour) if style.colour else None,
        w("spacing", val=0 if style.loose else sheet.close) if apart else None,
        w("sz", val=size) if size else None,
        w("szCs", val=size) if size else None,
        w("vertAlign", val="superscript") if style.raised else None,
    )
    return properties if len(properties) else None


def _colour(colour: str) -> Element:
    value, _, theme = colour.partition(" ")
    return w("color", val=value, **({"themeColor": theme} if theme else {}))


def table_style(name: str, based: str, properties: Element, *more: Element, cell: Iterable[Element] = ()) -> Element:
    """Return one table style; ``cell`` are properties of all its cells, ``more`` are conditional parts."""
    default = {} if based else {"default": 1}
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based) if based else None,
        w("uiPriority", val=99),
        None if based else w("semiHidden"),
        None if based else w("unhideWhenUsed"),
        properties,
        w("tcPr", *cell, w("vAlign", val="center")) if based else None,
        *more,
        type="table",
        styleId=style_id(name),
        **default,
    )


def normal_table() -> Element:
    """Return the style that all tables rest on."""
    margins = cell_margins((("left", 108), ("right", 108)))
    return table_style("Normal Table", "", w("tblPr", w("tblInd", w=0, type="dxa"), margins))


def rule(edge: str, eighths: int, colour: str = "000000", space: int = 0) -> Element:
    """Return one border, its width in eighths of a point."""
    return w(edge, val="single", sz=eighths, space=space, color=colour)


def cell_margins(edges: Iterable[tuple[str, int]]) -> Element:
    """Return the margins of cells: edges and twips, in the order top, left, bottom, right."""
    return w("tblCellMar", *(w(edge, w=twips, type="dxa") for edge, twips in edges))
