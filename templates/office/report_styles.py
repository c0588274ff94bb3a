"""The styles of ``report.docx``: deep blue headings, sans-serif type, tinted tables, key figures as cards.

Colours are those of the decks' theme (``deck.pptx``) and of the charts, so that the three look alike.
"""

from __future__ import annotations

from dataclasses import replace

from word_styles import Sheet, Style, cell_margins, normal_table, rule, table_style

from reportgen.writers.docx.xml import Element, w

FACE = "微软雅黑"
BLUE, INK, GREY, ORANGE = "163E6E", "1F2A37", "5A6472", "D9782D"
TINT, PALE, HAIR = "DCE5F0", "F1F4F8", "C9D3DF"
"""Grounds of table headers and cards, and the lines between rows."""
DEEP = f"{BLUE} text2"
SIZE, LINE = 11.5, 430
"""Type of the text in points and its pitch in twips: 1.87 of the size, 1.4 of the height of the characters' own line."""
TEXT_WIDTH = 8958
"""158 mm in twips: 39 characters."""

HEADING = {"follow": "Body Text", "align": "left", "line": -264, "keep": True}
TABLE = {"size": 9.5, "line": 310}
NOTE = {"size": 8.5, "line": 260, "colour": GREY}

STYLES = (
    Style("Normal", based="", colour=f"{INK} text1"),
    Style("Title", follow="Author", size=24, bold=True, colour=DEEP, align="left", line=-264, before=0, after=120, keep=True),
    Style("Subtitle", follow="Author", size=14, colour=GREY, align="left", after=80, keep=True),
    Style("Author", follow="Date", colour=GREY, align="left", before=120),
    Style("Date", follow="heading 1", colour=GREY, align="left", after=480),
    Style("Cover Title", size=30, bold=True, colour=DEEP, align="left", line=-300, after=160),
    Style("Cover Subtitle", size=16, colour=GREY, align="left", line=-288, after=0),
    Style("Cover Rule", align="left", right=33, line=240, before=0, after=0, rule=("bottom", 36, 1, ORANGE)),
    Style("Cover Author", size=14, bold=True, colour=DEEP, align="left", line=-312),
    Style("Cover Date", size=12, colour=GREY, align="left", line=-312),
    Style("heading 1", **HEADING, size=18, bold=True, colour=DEEP, before=480, after=200, level=0, rule=("bottom", 8, 5, HAIR)),
    Style("heading 2", **HEADING, size=14, bold=True, colour=DEEP, before=300, after=120, level=1),
    Style("heading 3", **HEADING, size=12, bold=True, before=220, after=80, level=2),
    Style("heading 4", **HEADING, bold=True, colour=GREY, before=180, after=60, level=3),
    Style("Body Text", indent=2, after=100),
    Style("List Bullet", after=80, numbering=1),
    Style("List Number", after=80, numbering=2),
    Style("Note", size=9.5, line=320, colour=GREY, before=60, after=120, tight=True),
    Style("Figure", follow="caption", align="center", line=-240, before=200, after=40, keep=True),
    Style("caption", follow="Body Text", size=10, bold=True, colour=DEEP, align="center", line=340, before=40, after=260),
    Style("Table Caption", based="caption", follow="Table Unit", before=260, after=60, keep=True),
    Style("Table Unit", **NOTE, align="right", after=40, keep=True),
    Style("Table Header", **TABLE, bold=True, colour=DEEP, align="center", keep=True),
    Style("Table Text", **TABLE, align="left"),
    Style("Table Number", **TABLE, align="right"),
    Style("Table Group", **TABLE, bold=True, colour=DEEP, align="left", keep=True),
    Style("Table Header Small", based="Table Header", size=8.5, line=260),
    Style("Table Text Small", based="Table Text", size=8.5, line=260),
    Style("Table Number Small", based="Table Number", size=8.5, line=260),
    Style("Table Group Small", based="Table Group", size=8.5, line=260),
    Style("Table Note", **NOTE, align="both", before=80, after=260, tight=True),
    Style("Figure Note", based="Table Note", follow="caption", align="left", before=0, after=0, keep=True),
    Style("Key Figure Label", size=9.5, line=300, colour=GREY, align="center", before=140, keep=True),
    Style("Key Figure Number", size=22, bold=True, colour=DEEP, align="center", line=620, keep=True),
    Style("Key Figure Detail", size=9, line=300, colour=GREY, align="center", after=140),
    Style("footnote text", size=8.5, line=260, align="both"),
    Style("header", size=9, line=300, colour=GREY, align="left", rule=("bottom", 4, 4, HAIR), shown=False),
    Style("footer", size=9.5, line=300, colour=DEEP, align="right", shown=False),
    Style("TOC Heading", follow="toc 1", size=20, bold=True, colour=DEEP, align="left", line=-264, after=360, shown=False),
    Style("toc 1", follow="Normal", bold=True, align="left", before=140, tabs=(TEXT_WIDTH,), shown=False),
    Style("toc 2", follow="Normal", size=10.5, align="left", left=2, tabs=(TEXT_WIDTH,), shown=False),
    Style("toc 3", follow="Normal", size=10.5, align="left", left=4, tabs=(TEXT_WIDTH,), shown=False),
    Style("Default Paragraph Font", kind="character", based="", shown=False),
    Style("Strong", kind="character", based="DefaultParagraphFont", bold=True),
    Style("footnote reference", kind="character", based="DefaultParagraphFont", raised=True, shown=False),
    Style("Hyperlink", kind="character", based="DefaultParagraphFont", shown=False),
)  # fmt: skip

LOOSE = {"indent": -1, "after": 160}
CHANGES: dict[str, dict[str, object]] = {
    "Normal": {"size": 10.5, "line": -300, "align": "left"},
    "Body Text": LOOSE,
    "List Bullet": {**LOOSE, "after": 80},
    "List Number": {**LOOSE, "after": 80},
    "Table Note": {"align": "left"},
    "footnote text": {"align": "left"},
}
"""What the edition for reports in English changes: no indents, looser paragraphs."""
ENGLISH: tuple[Style, ...] = tuple(replace(style, **CHANGES.get(style.name, {})) for style in STYLES)  # type: ignore[arg-type]


def tables() -> tuple[Element, ...]:
    """Return the table styles: a tinted header and hairlines; cards parted by white."""
    margins = (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    lines = w("tblBorders", rule("top", 12, BLUE), rule("bottom", 8, BLUE), rule("insideH", 4, HAIR))
    header = w("tblStylePr", w("tcPr", w("tcBorders", rule("bottom", 8, BLUE)), _ground(TINT)), type="firstRow")
    gaps = w("tblBorders", rule("insideH", 72, "FFFFFF"), rule("insideV", 72, "FFFFFF"))
    cards = w("tblPr", w("jc", val="center"), gaps, cell_margins((("top", 0), ("left", 0), ("bottom", 0), ("right", 0))))
    return (
        normal_table(),
        table_style("Three-Line Table", "NormalTable", w("tblPr", w("jc", val="center"), lines, cell_margins(margins)), header),
        table_style("Key Figures", "NormalTable", cards, cell=(_ground(PALE),)),
    )


def _ground(colour: str) -> Element:
    return w("shd", val="clear", color="auto", fill=colour)


def sheet(table: tuple[Style, ...] = STYLES, latin: str = FACE) -> Sheet:
    """Return the sheet of an edition."""
    return Sheet(FACE, latin, SIZE, LINE, table, tables())
