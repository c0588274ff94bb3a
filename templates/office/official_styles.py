"""The styles of ``official.docx``: the body style of GB/T 9704-2012."""

from __future__ import annotations

from word_styles import Sheet, Style, cell_margins, normal_table, rule, table_style

from reportgen.writers.docx.xml import Element, w

FANG, SONG, HEI, KAI, TITLE = "仿宋_GB2312", "宋体", "黑体", "楷体_GB2312", "方正小标宋简体"
LATIN = "Times New Roman"
LINE = 579
"""28.95 pt in twips: 225 mm over 22 lines."""
CHARACTER = 320
"""A character of 16 pt in twips."""
CLOSER = -5
"""What is added between characters, in twips, so that 28 of them fill a line."""
RED = "FF0000"
TEXT_WIDTH = 8845
"""156 mm in twips."""

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
    Style("Red Header", follow="Document Number", font=TITLE, colour=RED, align="center", loose=True, shown=False),
    Style("Document Number", follow="Title", align="center", before=2 * LINE, shown=False),
    Style("Red Rule", follow="Title", line=20, before=143, after=2 * LINE, rule=("top", 12, 0, RED), shown=False),
    Style("Addressee", follow="Body Text", before=LINE, shown=False),
    Style("Signature", follow="Signature Date", align="center", before=2 * LINE, keep=True, shown=False),
    Style("Signature Date", follow="Normal", align="center", shown=False),
    Style("Imprint", size=14, loose=True, align="left", shown=False),
    Style("TOC Heading", follow="toc 1", font=HEI, align="center", after=LINE, shown=False),
    Style("toc 1", follow="Normal", indent=0, tabs=(TEXT_WIDTH,), shown=False),
    Style("toc 2", follow="Normal", left=2, tabs=(TEXT_WIDTH,), shown=False),
    Style("toc 3", follow="Normal", left=4, tabs=(TEXT_WIDTH,), shown=False),
    Style("Default Paragraph Font", kind="character", based="", shown=False),
    Style("Strong", kind="character", based="DefaultParagraphFont", bold=True),
    Style("footnote reference", kind="character", based="DefaultParagraphFont", raised=True, shown=False),
    Style("Hyperlink", kind="character", based="DefaultParagraphFont", shown=False),
)


def tables() -> tuple[Element, ...]:
    """Return the table styles: three lines; a grid of key figures."""
    sides, margins = (("left", 85), ("right", 85)), (("top", 28), ("left", 85), ("bottom", 28), ("right", 85))
    borders = w("tblBorders", rule("top", 12), rule("bottom", 12))
    under_header = w("tblStylePr", w("tcPr", w("tcBorders", rule("bottom", 6))), type="firstRow")
    three = w("tblPr", w("jc", val="center"), borders, cell_margins(margins))
    grid = w("tblBorders", rule("top", 8), rule("bottom", 8), rule("insideH", 4, "A6A6A6"), rule("insideV", 4, "A6A6A6"))
    return (
        normal_table(),
        table_style("Three-Line Table", "NormalTable", three, under_header),
        table_style("Key Figures", "NormalTable", w("tblPr", w("jc", val="center"), grid, cell_margins(sides))),
    )


def sheet(table: tuple[Style, ...] = STYLES) -> Sheet:
    """Return the sheet of an edition. Widow control is off, so that every page holds its 22 lines."""
    return Sheet(FANG, LATIN, 16, LINE, table, tables(), close=CLOSER, widows=False)
