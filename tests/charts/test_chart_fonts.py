"""Chinese shows on every machine, and what no font has is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chart_reading import texts
from chart_samples import chart, series
from PIL import ImageFont

from reportgen.charts import fonts, lettering
from reportgen.charts.draw import draw, figure
from reportgen.charts.lettering import CharactersMissing, letter, width, without
from reportgen.charts.size import PAGE

SEEDS = Path(__file__).parents[2] / "seeds"
WEIGHTS: tuple[fonts.Weight, ...] = ("regular", "bold")
BEYOND = "𠮷"
"""A character that neither GB 2312 nor matplotlib's own fonts have."""


@pytest.fixture
def no_machine_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(lettering, "machine_fonts", lambda weight: ())
    letter.cache_clear()
    lettering._font_with.cache_clear()
    yield
    letter.cache_clear()
    lettering._font_with.cache_clear()


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_bundled_fonts_are_small_and_carry_their_own_names(weight: fonts.Weight) -> None:
    font = ImageFont.truetype(str(fonts.path(weight)), 10)
    assert font.getname() == (fonts.FAMILY, weight.capitalize())
    assert fonts.path(weight).stat().st_size < 2_000_000


def test_the_licence_lies_beside_the_fonts() -> None:
    licence = (fonts.path().parent / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Adobe" in licence


@pytest.mark.parametrize("weight", WEIGHTS)
def test_gb_2312_and_the_signs_of_official_texts_are_there(weight: fonts.Weight) -> None:
    rows = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    assert without("".join(rows), fonts.path(weight)) == frozenset()
    assert without("−—–“”‘’…·①⑳〇〓％‰℃㎡¥€ÀéñAz09", fonts.path(weight)) <= frozenset("㎡")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_character_of_the_dataset_is_there(weight: fonts.Weight) -> None:
    written = {
        char for file in SEEDS.rglob("*.*") if file.suffix in (".csv", ".yaml", ".txt") for char in file.read_text("utf-8-sig")
    }
    assert without("".join(char for char in written if char.isprintable()), fonts.path(weight)) == frozenset()


def test_widths_agree_with_another_library() -> None:
    text = "规上工业增加值增长7.7%，“十四五” Growth"
    assert width(text, 9) == pytest.approx(ImageFont.truetype(str(fonts.path()), 900).getlength(text) / 100, rel=1e-3)


def test_a_text_is_set_in_the_bundled_font_named_by_its_file() -> None:
    assert letter("工业", "bold") == lettering.Lettering("工业", fonts.path("bold"))


@pytest.mark.usefixtures("no_machine_fonts")
def test_a_character_without_any_font_becomes_a_blank_type_and_a_notice_names_it() -> None:
    spec = chart("growth-bars", f"{BEYOND}氏企业增长", "%", f"{BEYOND}乡|安源", series("2025年", "1", "2"))
    assert texts(figure(spec, PAGE), "title", "category") == ["〓氏企业增长", "〓乡", "安源"]
    assert draw(spec, PAGE).notices == (CharactersMissing(f"{BEYOND}氏企业增长", BEYOND),)
    assert str(draw(spec, PAGE).notices[0]) == "chart '𠮷氏企业增长': no font has 𠮷; shown as 〓"


def test_a_character_that_a_font_of_the_machine_has_is_taken_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    import matplotlib

    other = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    monkeypatch.setattr(lettering, "machine_fonts", lambda weight: (other,))
    letter.cache_clear()
    lettering._font_with.cache_clear()
    assert letter("Ǆ", "regular") == lettering.Lettering("Ǆ", other)
    letter.cache_clear()
    lettering._font_with.cache_clear()


def test_fonts_that_only_show_placeholders_are_no_help() -> None:
    assert not [font for font in lettering.machine_fonts("regular") if "LastResort" in font.name]
