"""Where lines break, and that what was measured stays inside its room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.writers.pptx.fit import POWERPOINT, Piece, Setting, height, lone_lines, width, wrap

CHINESE = "萍乡市规模以上工业增加值增长高于全省平均水平"
MARKS = "，。、；：）》”（《“％"
LATIN = "abcdefgXYZ0123456789.%-,() "
texts = st.text(alphabet=CHINESE + MARKS + LATIN, max_size=80)


def test_chinese_breaks_between_any_two_characters() -> None:
    assert wrap([Piece("规模以上工业增加值")], 4) == ("规模以上", "工业增加", "值")


def test_a_closing_mark_never_starts_a_line_and_an_opening_mark_never_ends_one() -> None:
    assert wrap([Piece("规模以上，工业")], 4) == ("规模以", "上，工业")
    assert wrap([Piece("规模以（上）工业")], 4) == ("规模以", "（上）工", "业")


def test_a_number_keeps_its_decimals_and_its_percent_sign() -> None:
    assert wrap([Piece("增加值增长7.7%")], 6) == ("增加值增长", "7.7%")


def test_latin_breaks_between_words_and_a_space_at_the_end_of_a_line_takes_no_room() -> None:
    assert wrap([Piece("value added of industry")], 7) == ("value added", "of industry")


def test_a_word_wider_than_its_line_breaks_anywhere() -> None:
    assert wrap([Piece("1234567890")], 3) == ("1234", "5678", "90")
    assert wrap([Piece("共1234567890")], 3) == ("共", "1234", "5678", "90")


def test_an_empty_text_has_one_empty_line() -> None:
    assert wrap([Piece("")], 10) == ("",)


def test_bold_letters_are_wider_but_bold_chinese_is_not() -> None:
    assert width([Piece("7.7%", bold=True)]) > width([Piece("7.7%")])
    assert width([Piece("工业", bold=True)]) == width([Piece("工业")]) == 2


def test_a_small_affix_takes_its_share_of_the_width() -> None:
    assert width([Piece("亿元", scale=0.5)]) == 1


def test_a_space_is_counted_where_programs_add_one_between_the_scripts() -> None:
    assert width([Piece("年5")]) == pytest.approx(width([Piece("年")]) + width([Piece("5")]) + 0.24)


def test_a_character_that_the_font_lacks_is_counted_as_a_full_square() -> None:
    assert width([Piece("㙍")]) == 1


def test_height_counts_lines_and_the_space_above_each_paragraph() -> None:
    one = Setting((Piece("工业" * 5),), 20.0, before=10.0)
    assert height([one], 100) == pytest.approx(10 + 2 * 20 * 1.448)


def test_an_indent_narrows_the_line() -> None:
    assert Setting((Piece("规模以上工业"),), 10.0, indent=20.0).lines(60) == ("规模以上", "工业")


def test_a_last_line_of_one_character_is_seen_as_alone() -> None:
    paragraph = Setting((Piece("规模以上工业增加值"),), 10.0)
    assert lone_lines([paragraph], 80) == 2  # in PowerPoint and in LibreOffice
    assert lone_lines([paragraph], 90) == 0


@given(texts, st.booleans(), st.floats(min_value=2, max_value=40))
def test_no_line_is_wider_than_its_room(text: str, bold: bool, room: float) -> None:
    lines = wrap([Piece(text, bold)], room)
    assert all(width([Piece(line, bold)]) <= room + 1e-9 for line in lines)


@given(texts, st.floats(min_value=2, max_value=40))
def test_breaking_loses_nothing_but_spaces(text: str, room: float) -> None:
    assert "".join("".join(wrap([Piece(text)], room)).split()) == "".join(text.split())


@given(texts, st.floats(min_value=6, max_value=40), st.floats(min_value=0, max_value=20))
def test_more_room_never_takes_more_lines(text: str, room: float, more: float) -> None:
    assert len(wrap([Piece(text)], room + more)) <= len(wrap([Piece(text)], room))


@given(texts, st.floats(min_value=6, max_value=40))
def test_what_fits_in_the_widest_setting_fits_in_powerpoint(text: str, room: float) -> None:
    assert len(wrap([Piece(text)], room, POWERPOINT)) <= len(wrap([Piece(text)], room))
