"""Make ``official.docx``, the look of Chinese official reports (the body style of GB/T 9704-2012), and ``official.en.docx``, its
counterpart for reports in English.

Run it after a change here and commit the files::

    python templates/office/make_official.py

The Chinese page holds 22 lines of 28 characters: the type area is 225 mm high and 156 mm wide, so that 22 lines of exactly 28.95 pt
and 28 characters of 16 pt, each set 0.25 pt closer, fill it. Fonts that a machine lacks are named with a stand-in in the
font table. The file opens as a specimen that shows every style once; writers use its styles, numbering, page and footers.
"""

from __future__ import annotations

from pathlib import Path

from official_english import ENGLISH
from official_specimen import CHINESE_TEXT, ENGLISH_TEXT, specimen
from official_styles import CHARACTER, FANG, HEI, KAI, SONG, TITLE, sheet
from word_package import Design, Margin, kept, level, make

from reportgen.writers.docx.xml import Element, w

HERE = Path(__file__).parent

STAND_INS = {
    FANG: "FangSong,仿宋",
    KAI: "KaiTi,楷体",
    HEI: "SimHei",
    SONG: "SimSun",
    TITLE: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,STZhongsong",
}

PAGE = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1434, "gutter": 0}
"""37, 26, 35 and 28 mm; the footer's line ends so that its dashes stand 7 mm under the type area."""


def chinese_lists() -> tuple[Element, ...]:
    """Return dashes for bullets, as official texts set them; 1. and （1） for ordered lists. Further lines start at the edge."""
    indent = {"firstLineChars": 200, "firstLine": 2 * CHARACTER}
    dash = w("rPr", w("rFonts", hint="eastAsia", ascii=FANG, hAnsi=FANG, eastAsia=FANG))
    wide = w("rPr", w("rFonts", hint="eastAsia"))
    return (
        level(0, "none", "——", "nothing", indent, dash, "ListBullet"),  # as "bullet", LibreOffice shows one of the two dashes
        level(0, "decimal", "%1.", "space", indent, None, "ListNumber"),
        level(1, "decimal", "（%2）", "nothing", indent, wide),
    )


def english_lists() -> tuple[Element, ...]:
    """Return round bullets, 1. and (a), the text hanging beside them."""
    return (
        level(0, "bullet", "•", "tab", {"left": 360, "hanging": 360}, None, "ListBullet"),
        level(0, "decimal", "%1.", "tab", {"left": 360, "hanging": 360}, None, "ListNumber"),
        level(1, "lowerLetter", "(%2)", "tab", {"left": 720, "hanging": 360}, None),
    )


def footer(align: str) -> Element:
    """Return a footer: the page number between dashes, one character in from the ``align`` edge."""

    def run(child: Element) -> Element:
        return w("r", w("rPr", w("rFonts", hint="eastAsia")), child)

    indent = w("ind", **{f"{align}Chars": 100, align: 280})
    text = (run(kept("— ")), w("fldSimple", run(w("t", "1")), instr=" PAGE "), run(kept(" —")))
    return w("ftr", w("p", w("pPr", w("pStyle", val="Footer"), indent, w("jc", val=align)), *text))


FOOTERS = (Margin("footer", "default", lambda: footer("right")), Margin("footer", "even", lambda: footer("left")))
EDITIONS = {
    "official.docx": Design(
        "公文版式（GB/T 9704-2012）",
        sheet(),
        chinese_lists,
        "decimalEnclosedCircleChinese",
        STAND_INS,
        FOOTERS,
        PAGE,
        lambda: specimen(CHINESE_TEXT),
        "official_theme.xml",
    ),
    "official.en.docx": Design(
        "Report layout",
        sheet(ENGLISH),
        english_lists,
        "decimal",
        STAND_INS,
        FOOTERS,
        PAGE,
        lambda: specimen(ENGLISH_TEXT),
        "official_theme.xml",
    ),
}


if __name__ == "__main__":
    for name, edition in EDITIONS.items():
        (HERE / name).write_bytes(make(edition))
