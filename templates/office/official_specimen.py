"""The text that ``official.docx`` shows when it is opened: every style once, and what may be changed."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.writers.docx.xml import Element, w

PURPOSE = (
    "生成报告时，取用本文件的样式、编号、页面和页脚，正文内容不取用。需要调整字体、字号、间距时，在“样式”窗格中修改同名样式并保存；"
    "样式名称不要改动，也不要删除。正文每页22行，每行28字，行距固定值28.95磅，字符间距紧缩0.25磅。"
)
LINES = (
    ("Title", "公文版式样本"),
    ("Subtitle", "——按照GB/T 9704-2012正文版式"),
    ("Author", "发文机关"),
    ("Date", "2026年1月1日"),
    ("Heading1", "一、本文件的用途"),
    ("BodyText", PURPOSE),
    ("Heading2", "（一）二级标题"),
    ("BodyText", "二级标题用三号楷体，三级标题用三号仿宋加粗，四级标题用三号仿宋。"),
    ("Heading3", "1.三级标题"),
    ("Heading4", "（1）四级标题"),
    ("ListBullet", "不分先后的条目以破折号引出。"),
    ("ListNumber", "分先后的条目编号。"),
    ("Note", "注：说明性文字用小四号楷体。"),
)
TABLE_LINES = (("TableCaption", "表1　表题"), ("TableUnit", "单位：亿元"))
AFTER_TABLE = (("TableNote", "注：表注。"), ("TableNote", "资料来源：表的资料来源。"))
FIGURE_LINES = (("Figure", "（图）"), ("FigureNote", "资料来源：图的资料来源。"), ("Caption", "图1　图题"))
TABLE = (("TableHeader", "指标", "数值"), ("TableGroup", "组标题", ""), ("TableText", "营业收入", "12.3"))
KEY_FIGURES = (
    ("KeyFigureLabel", "数值名称", "数值名称"),
    ("KeyFigureNumber", "7.7%", "100家"),
    ("KeyFigureDetail", "说明", "说明"),
)
CONTENTS = (("TOCHeading", "目录"), ("TOC1", "一、目录的一级标题"), ("TOC2", "（一）目录的二级标题"))


def specimen() -> Iterator[Element]:
    """Return the paragraphs and tables of the specimen."""
    yield from _lines(LINES)
    yield from _lines(TABLE_LINES)
    yield _table("ThreeLineTable", TABLE)
    yield from _lines(AFTER_TABLE)
    yield from _lines(FIGURE_LINES)
    yield _table("KeyFigures", KEY_FIGURES)
    yield from _lines(CONTENTS)


def _lines(lines: tuple[tuple[str, str], ...]) -> Iterator[Element]:
    return (_paragraph(style, text) for style, text in lines)


def _paragraph(style: str, text: str) -> Element:
    characters = w("rPr", w("rFonts", hint="eastAsia"))
    return w("p", w("pPr", w("pStyle", val=style)), w("r", characters, w("t", text)))


def _table(style: str, rows: tuple[tuple[str, str, str], ...]) -> Element:
    width = 4422
    sizes = (w("tblW", w=2 * width, type="dxa"), w("tblLayout", type="fixed"))
    properties = w("tblPr", w("tblStyle", val=style), *sizes, w("tblLook", firstRow=1))
    grid = w("tblGrid", w("gridCol", w=width), w("gridCol", w=width))
    return w("tbl", properties, grid, *(_row(kind, cells, width) for kind, *cells in rows))


def _row(style: str, cells: list[str], width: int) -> Element:
    number = "TableNumber" if style == "TableText" else style
    filled = zip((style, number), cells, strict=True)
    return w("tr", *(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), _paragraph(kind, text)) for kind, text in filled))
