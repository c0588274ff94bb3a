"""The text that a look shows when it is opened: every style once, and what may be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.writers.docx.xml import Element, w

Lines = tuple[tuple[str, str], ...]
Rows = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of a specimen, by style."""

    body: Lines
    above_table: Lines
    table: Rows
    below_table: Lines
    figure: Lines
    key_figures: Rows
    contents: Lines


PURPOSE = (
    "生成报告时，取用本文件的样式、编号、页面和页脚，正文内容不取用。需要调整字体、字号、间距时，在“样式”窗格中修改同名样式并保存；"
    "样式名称不要改动，也不要删除。正文每页22行，每行28字，行距固定值28.95磅，字符间距紧缩0.25磅。"
)
CHINESE_TEXT = Texts(
    body=(
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
    ),
    above_table=(("TableCaption", "表1　表题"), ("TableUnit", "单位：亿元")),
    table=(("TableHeader", "指标", "数值"), ("TableGroup", "组标题", ""), ("TableText", "营业收入", "12.3")),
    below_table=(("TableNote", "注：表注。"), ("TableNote", "资料来源：表的资料来源。")),
    figure=(("Figure", "（图）"), ("FigureNote", "资料来源：图的资料来源。"), ("Caption", "图1　图题")),
    key_figures=(("KeyFigureLabel", "名称", "名称"), ("KeyFigureNumber", "7.7%", "100家"), ("KeyFigureDetail", "说明", "说明")),
    contents=(("TOCHeading", "目录"), ("TOC1", "一、目录的一级标题"), ("TOC2", "（一）目录的二级标题")),
)
REPORT_PURPOSE = (
    "生成报告时，取用本文件第一节作封面，取用样式、编号、页面和页眉页脚，此处正文不取用。封面上的标题、副题、单位、日期和页眉中的标题、单位自动填入。"
    "需要调整字体、字号、颜色时，在“样式”窗格中修改同名样式并保存，颜色也可改主题颜色；样式名称不要改动，也不要删除。"
)
REPORT_TEXT = replace(
    CHINESE_TEXT,
    body=(
        ("Title", "报告版式样本"),
        ("Subtitle", "没有封面时的副标题"),
        ("Author", "编制单位"),
        ("Date", "2026年1月1日"),
        ("Heading1", "一、本文件的用途"),
        ("BodyText", REPORT_PURPOSE),
        ("Heading2", "（一）二级标题"),
        ("Heading3", "1.三级标题"),
        ("Heading4", "（1）四级标题"),
        ("ListBullet", "不分先后的条目。"),
        ("ListNumber", "分先后的条目编号。"),
        ("Note", "注：说明性文字。"),
    ),
)
ENGLISH_PURPOSE = (
    "Reports take the styles, numbering, page and footers of this file; its text is not used. To change type or spacing, modify the "
    "style of the same name and save the file. Do not rename or delete styles."
)
ENGLISH_TEXT = Texts(
    body=(
        ("Title", "Specimen of the report layout"),
        ("Subtitle", "Subtitle"),
        ("Author", "Issuing office"),
        ("Date", "1 January 2026"),
        ("Heading1", "1. What this file is for"),
        ("BodyText", ENGLISH_PURPOSE),
        ("Heading2", "1.1 Heading of the second level"),
        ("Heading3", "1.1.1 Heading of the third level"),
        ("Heading4", "Heading of the fourth level"),
        ("ListBullet", "An item without order."),
        ("ListNumber", "An item in order."),
        ("Note", "Note: an explanation."),
    ),
    above_table=(("TableCaption", "Table 1. Caption"), ("TableUnit", "Unit: billion yuan")),
    table=(("TableHeader", "Indicator", "Value"), ("TableGroup", "Group", ""), ("TableText", "Revenue", "12.3")),
    below_table=(("TableNote", "Note: of the table."), ("TableNote", "Source: of the table.")),
    figure=(("Figure", "(figure)"), ("FigureNote", "Source: of the figure."), ("Caption", "Figure 1. Caption")),
    key_figures=(("KeyFigureLabel", "Name", "Name"), ("KeyFigureNumber", "7.7%", "100"), ("KeyFigureDetail", "detail", "detail")),
    contents=(("TOCHeading", "Contents"), ("TOC1", "1. First level"), ("TOC2", "1.1 Second level")),
)


def specimen(text: Texts) -> Iterator[Element]:
    """Return the paragraphs and tables of a specimen."""
    yield from _lines(text.body)
    yield from _lines(text.above_table)
    yield _table("ThreeLineTable", text.table)
    yield from _lines(text.below_table)
    yield from _lines(text.figure)
    yield _table("KeyFigures", text.key_figures)
    yield from _lines(text.contents)


def _lines(lines: Lines) -> Iterator[Element]:
    return (_paragraph(style, text) for style, text in lines)


def _paragraph(style: str, text: str) -> Element:
    chinese = w("rPr", w("rFonts", hint="eastAsia")) if not text.isascii() else None
    return w("p", w("pPr", w("pStyle", val=style)), w("r", chinese, w("t", text)))


def _table(style: str, rows: Rows) -> Element:
    width = 4422
    sizes = (w("tblW", w=2 * width, type="dxa"), w("tblLayout", type="fixed"))
    properties = w("tblPr", w("tblStyle", val=style), *sizes, w("tblLook", firstRow=1))
    grid = w("tblGrid", w("gridCol", w=width), w("gridCol", w=width))
    return w("tbl", properties, grid, *(_row(kind, cells, width) for kind, *cells in rows))


def _row(style: str, cells: list[str], width: int) -> Element:
    number = "TableNumber" if style == "TableText" else style
    filled = zip((style, number), cells, strict=True)
    return w("tr", *(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), _paragraph(kind, text)) for kind, text in filled))
