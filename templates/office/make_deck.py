"""Make ``deck.pptx``, the look of the slide decks: one 16:9 master and fourteen layouts found by name.

Run it after a change here and commit both files::

    python templates/office/make_deck.py

Everything that people may want to restyle is a theme colour, a theme font or a placeholder. All lengths are inches, all type is
in points. The writer finds a layout by its name and a placeholder by its name without the number at the end (``Chart 2`` is a
chart); names of placeholders are English, what people read in an empty one is Chinese.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deck_xml import ACCENT, DEEP, INK, MUTED, PALE, RED, RULE, WHITE, Bar, Design, Layout, Place, Style, package

WIDTH, HEIGHT = 13.333, 7.5
LEFT, WIDE = 0.75, 11.833
"""Left margin and the width between the margins."""

THEME = {
    "dk1": "1F2A37",
    "lt1": "FFFFFF",
    "dk2": "163E6E",
    "lt2": "F1F4F8",
    "accent1": "163E6E",
    "accent2": "D9782D",
    "accent3": "0B6058",
    "accent4": "777B80",
    "accent5": "A61E22",
    "accent6": "B07A1E",
    "hlink": "163E6E",
    "folHlink": "5B4A8A",
}
FONT = "微软雅黑"
# --- the page ---------------------------------------------------------------------------------------------------------------

TOP, FOOT = 1.7, 6.62
"""The body of a slide lies between these heights."""

TITLE_STYLE = Style(28, DEEP, bold=True, line=90)
BODY = (
    Style(20, bullet=True, before=50),
    Style(18, bullet=True, before=40),
    Style(16, bullet=True, before=30),
)
SIDE = tuple(replace(style, size=style.size - 2) for style in BODY)
SMALL = (Style(11, MUTED),)

TITLE = Place("title", "Title", (LEFT, 0.72, WIDE, 0.92), (TITLE_STYLE,), "标题：一句话说出本页结论，不超过两行")
MARKER = Place("body", "Marker", (LEFT, 0.36, WIDE, 0.32), (Style(12, ACCENT),), "所属章节", "ctr")
FOOTER = (
    Place("dt", "Date", (9.95, 6.88, 1.75, 0.4), (Style(11, MUTED, align="r"),), "", "ctr"),
    Place("ftr", "Source", (LEFT, 6.88, 9.0, 0.4), SMALL, "", "ctr"),
    Place("sldNum", "Slide number", (11.8, 6.88, 0.783, 0.4), (Style(11, DEEP, bold=True, align="r"),), "", "ctr"),
)
MASTER_BARS = (
    Bar((0, 0.42, 0.16, 0.86), ACCENT),
    Bar((LEFT, 6.8, WIDE, 0.01), RULE),
)


def points(box: tuple[float, float, float, float], levels: tuple[Style, ...], prompt: str, anchor: str = "t") -> Place:
    return Place("body", "Points", box, levels, prompt, anchor)


def strip(top: float = 5.3, high: float = 0.85) -> Place:
    """Two lines of text under the main matter; its room goes to the matter where it is not used."""
    return points((LEFT, top, WIDE, high), tuple(replace(s, size=16, before=25) for s in BODY), "要点：一至两条", "b")


def note(left: float = LEFT, width: float = WIDE, top: float = 6.2) -> Place:
    return Place("body", "Note", (left, top, width, 0.42), SMALL, "注：口径、定义等说明", "b")


def chart(number: str, left: float, width: float, bottom: float = 6.1) -> tuple[Place, Place]:
    """A heading with the subject of a picture, and the picture."""
    heading = Style(14, DEEP, bold=True)
    return (
        Place("body", f"Heading{number}", (left, TOP, width, 0.36), (heading,), "图题", "ctr"),
        Place("pic", f"Chart{number}", (left, TOP + 0.42, width, bottom - TOP - 0.42), (Style(14, MUTED),), "图表"),
    )


def cards(count: int, high: float) -> tuple[Place, ...]:
    """So many cards, four in a row."""
    levels = (
        Style(40, ACCENT, bold=True, line=90),
        Style(16, INK, bold=True, before=40),
        Style(14, MUTED, before=30),
    )
    gap, wide = 0.25, (WIDE - 3 * 0.25) / 4
    return tuple(
        Place(
            "body",
            f"Card {n + 1}",
            (LEFT + n % 4 * (wide + gap), TOP + n // 4 * (high + gap), wide, high),
            levels,
            "数字",
            "ctr",
            (0.22, 0.12, 0.15, 0.12),
            PALE,
        )
        for n in range(count)
    )


def contents() -> tuple[Place, ...]:
    """Twelve entries in two columns with the numbers of their slides; the writer spreads those that are used over the same area."""
    high, wide, end = 0.66, 4.89, 0.9
    corners = [(LEFT + n // 6 * (WIDE - wide - end), TOP + n % 6 * (high + 0.16)) for n in range(12)]
    number = Style(18, ACCENT, bold=True, align="r")
    entries = tuple(
        Place("body", f"Contents {n}", (left, top, wide, high), (Style(20),), "章节标题", "ctr", (0.25, 0.05, 0, 0.05), PALE)
        for n, (left, top) in enumerate(corners, 1)
    )
    pages = tuple(
        Place("body", f"Page {n}", (left + wide, top, end, high), (number,), "页", "ctr", (0, 0.05, 0.25, 0.05), PALE)
        for n, (left, top) in enumerate(corners, 1)
    )
    return (*entries, *pages)


LAYOUTS = (
    Layout(
        "cover",
        (
            Place("ctrTitle", "Title", (1.0, 1.3, 11.3, 1.95), (Style(40, WHITE, bold=True, line=95),), "标题", "b"),
            Place("subTitle", "Subtitle", (1.0, 3.45, 11.3, 0.85), (Style(22, WHITE),), "副标题", "t"),
            Place("body", "Author", (1.0, 5.35, 11.3, 0.5), (Style(20, INK),), "单位名称", "ctr"),
            Place("body", "Day", (1.0, 5.9, 11.3, 0.45), (Style(16, MUTED),), "日期", "ctr"),
        ),
        (Bar((0, 0, WIDTH, 4.7), DEEP), Bar((0, 4.7, WIDTH, 0.07), RED)),
        plain=True,
    ),
    Layout("contents", (TITLE, *contents())),
    Layout(
        "section",
        (
            Place("title", "Title", (1.6, 3.0, 10.7, 1.5), (Style(36, DEEP, bold=True),), "章节标题", "t"),
            Place("body", "Number", (1.6, 2.3, 10.7, 0.65), (Style(24, ACCENT),), "章节序号", "b"),
        ),
        (Bar((0, 0, 0.9, HEIGHT), DEEP), Bar((0.9, 0, 0.05, HEIGHT), RED)),
        plain=True,
    ),
    Layout("key figures", (TITLE, MARKER, *cards(8, 1.7), strip(5.45, 0.7), note())),
    Layout(
        "figures and points",
        (TITLE, MARKER, *cards(4, 2.1), points((LEFT, TOP + 2.45, WIDE, 1.95), SIDE, "要点：两至四条", "ctr"), note()),
    ),
    Layout(
        "chart and points",
        (
            TITLE,
            MARKER,
            *chart("", LEFT, 7.3),
            points((8.5, TOP, 4.083, FOOT - TOP), SIDE, "要点：三至五条，每条不超过三行", "ctr"),
            note(width=7.3),
        ),
        (Bar((8.27, TOP, 0.01, FOOT - TOP), RULE),),
    ),
    Layout(
        "two charts",
        (
            TITLE,
            MARKER,
            *chart(" 1", LEFT, 5.75, 5.2),
            *chart(" 2", 6.833, 5.75, 5.2),
            strip(),
            note(),
        ),
    ),
    Layout("chart", (TITLE, MARKER, *chart("", LEFT, WIDE), note())),
    Layout("points", (TITLE, MARKER, points((LEFT, TOP, WIDE, 6.15 - TOP), BODY, "要点：三至六条，每条不超过两行"), note())),
    Layout(
        "table",
        (
            TITLE,
            MARKER,
            Place("body", "Heading", (LEFT, TOP, 8.5, 0.36), (Style(14, DEEP, bold=True),), "表题", "ctr"),
            Place("body", "Unit", (9.35, TOP, 3.233, 0.36), (Style(12, MUTED, align="r"),), "单位：", "ctr"),
            Place("tbl", "Table", (LEFT, TOP + 0.42, WIDE, 4.78 - TOP), (Style(16),), "表格"),
            strip(),
            note(),
        ),
    ),
    Layout(
        "progress",
        (
            TITLE,
            MARKER,
            *chart("", LEFT, 8.0),
            points((9.2, TOP, 3.383, FOOT - TOP), SIDE, "要点：二至四条，每条不超过三行", "ctr"),
            note(width=8.0),
        ),
        (Bar((8.97, TOP, 0.01, FOOT - TOP), RULE),),
    ),
    Layout(
        "timeline",
        (
            TITLE,
            MARKER,
            Place("tbl", "Timeline", (LEFT, TOP, WIDE, 5.2 - TOP), (Style(18),), "时间轴"),
            strip(),
            note(),
        ),
    ),
    Layout("sources", (TITLE, points((LEFT, TOP, WIDE, FOOT - TOP), (Style(16, bullet=True, before=40),), "资料来源"))),
    Layout(
        "closing",
        (
            Place("title", "Title", (1.0, 2.2, 11.3, 1.6), (Style(36, WHITE, bold=True),), "结束语", "b"),
            Place("body", "Author", (1.0, 5.35, 11.3, 0.5), (Style(20, INK),), "单位名称", "ctr"),
            Place("body", "Day", (1.0, 5.9, 11.3, 0.45), (Style(16, MUTED),), "日期", "ctr"),
        ),
        (Bar((0, 0, WIDTH, 4.7), DEEP), Bar((0, 4.7, WIDTH, 0.07), RED)),
        plain=True,
    ),
)

DESIGN = Design(
    colours=THEME,
    font=FONT,
    master=(TITLE, points((LEFT, TOP, WIDE, FOOT - TOP), BODY, "单击此处编辑文本")),
    footer=FOOTER,
    bars=MASTER_BARS,
    layouts=LAYOUTS,
)

if __name__ == "__main__":
    Path(__file__).with_name("deck.pptx").write_bytes(package(DESIGN))
