"""Which fonts a file names, and which of them a machine replaces."""

from __future__ import annotations

from pathlib import Path

from reportgen import bundled
from reportgen.notices import FontReplaced
from reportgen.writers.fonts import named, replaced

OFFICE = bundled.templates() / "office"


def fonts(name: str) -> tuple[str, ...]:
    return named(Path(OFFICE / name).read_bytes())


def test_the_official_look_names_the_fonts_of_official_documents() -> None:
    assert {"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "Times New Roman"} <= set(fonts("official.docx"))


def test_the_deck_names_the_fonts_of_its_theme() -> None:
    assert "微软雅黑" in fonts("deck.pptx")


def test_a_family_that_is_there_is_no_notice_and_one_that_is_not_names_its_stand_in() -> None:
    machine = {"黑体": "黑体", "仿宋_GB2312": "Noto Serif CJK SC"}
    assert replaced(machine, machine.__getitem__) == (FontReplaced("仿宋_GB2312", "Noto Serif CJK SC"),)


def test_without_fontconfig_nothing_is_claimed() -> None:
    assert replaced(["黑体"], lambda name: "") == ()
