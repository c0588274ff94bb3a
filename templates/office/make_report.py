"""Make ``report.docx``, the look of reports that are handed round outside official channels: a cover, a contents page, deep blue
headings, a header with the title, tinted tables, key figures as cards; and ``report.en.docx``, the same for reports in English.

Run it after a change here and commit the files::

    python templates/office/make_report.py

The settings of the look are in ``report.yaml``. Writers fill title and author into the fields of the header and into the cover.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from make_official import english_lists
from official_specimen import ENGLISH_TEXT, REPORT_TEXT, Texts, specimen
from report_cover import cover
from report_styles import ENGLISH, FACE, TEXT_WIDTH, sheet
from word_package import Design, Margin, level, make

from reportgen.writers.docx.xml import Element, w

HERE = Path(__file__).parent
STAND_INS = {FACE: "Microsoft YaHei,等线,PingFang SC"}
PAGE = {"top": 1644, "right": 1474, "bottom": 1474, "left": 1474, "header": 794, "footer": 680, "gutter": 0}
"""29, 26, 26 and 26 mm."""
LATIN = "Arial"


def lists() -> tuple[Element, ...]:
    """Return blue squares, 1. and （1）, the text hanging beside them."""
    square = w("rPr", w("rFonts", hint="eastAsia"), w("color", val="163E6E", themeColor="text2"), w("sz", val=16))
    hang = {"left": 460, "hanging": 340}
    return (
        level(0, "bullet", "■", "tab", hang, square, "ListBullet"),
        level(0, "decimal", "%1.", "tab", hang, None, "ListNumber"),
        level(1, "decimal", "（%2）", "tab", {"left": 980, "hanging": 520}, w("rPr", w("rFonts", hint="eastAsia"))),
    )


def header() -> Element:
    """Return the header: the title at the left, the author at the right, both as fields."""
    right = w("tabs", w("tab", val="right", pos=TEXT_WIDTH))
    fields = (_field("TITLE", "标题"), w("r", w("tab")), _field("AUTHOR", "单位"))
    return w("hdr", w("p", w("pPr", w("pStyle", val="Header"), right), *fields))


def footer() -> Element:
    """Return the footer: the page number at the right."""
    return w("ftr", w("p", w("pPr", w("pStyle", val="Footer")), _field("PAGE", "1")))


def _field(name: str, shown: str) -> Element:
    return w("fldSimple", w("r", w("rPr", w("rFonts", hint="eastAsia")), w("t", shown)), instr=f" {name} ")


def content(words: tuple[str, str, str, str], text: Texts) -> Iterator[Element]:
    """Return the cover and the specimen."""
    yield from cover(*words)
    yield from specimen(text)


MARGINS = (Margin("header", "default", header), Margin("footer", "default", footer))
WORDS = ("报告标题", "副标题", "编制单位", "2026年1月1日")
ENGLISH_WORDS = ("Title of the report", "Subtitle", "Issuing office", "1 January 2026")
EDITIONS = {
    "report.docx": Design(
        "报告版式",
        sheet(),
        lists,
        "decimal",
        STAND_INS,
        MARGINS,
        PAGE,
        lambda: content(WORDS, REPORT_TEXT),
        "report_theme.xml",
    ),
    "report.en.docx": Design(
        "Report layout",
        sheet(ENGLISH, LATIN),
        english_lists,
        "decimal",
        STAND_INS,
        MARGINS,
        PAGE,
        lambda: content(ENGLISH_WORDS, ENGLISH_TEXT),
        "report_theme.xml",
    ),
}

if __name__ == "__main__":
    for name, edition in EDITIONS.items():
        (HERE / name).write_bytes(make(edition))
