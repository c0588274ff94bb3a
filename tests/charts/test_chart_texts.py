"""Title, unit, notes and source, and how they are broken into lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_reading import text, texts, words
from chart_samples import GALLERY, SOURCE, chart, point, series
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.charts.breaking import CLOSING, OPENING, balance, pieces, wrap
from reportgen.charts.draw import figure
from reportgen.charts.size import PAGE, SLIDE
from reportgen.document.model import Text
from reportgen.errors import ChartError

LONG = "2025年全市规模以上工业增加值增长7.7%，高于全省0.8个百分点，比上年加快2.3个百分点，“十四五”以来年均增长3.1%"


def test_the_message_stands_above_the_unit_and_the_source_at_the_foot() -> None:
    drawn = figure(GALLERY["enterprises"], PAGE)
    title, unit, source = (text(drawn, label).get_position() for label in ("title", "unit", "source"))
    assert texts(drawn, "title", "source") == ["规模以上工业企业五年增加331家", SOURCE]
    assert title[1] > unit[1] > source[1]
    assert (title[0], unit[0], source[0]) == (0, 0, 0)
    assert text(drawn, "title").get_fontproperties().get_file().endswith("NotoSansCJKsc-Bold.subset.otf")


def test_a_slide_may_leave_title_and_source_to_its_own() -> None:
    drawn = figure(GALLERY["enterprises"], SLIDE)
    assert texts(drawn, "title", "source") == []
    assert texts(drawn, "unit") == ["单位：家"]


def test_a_long_title_takes_two_lines_broken_after_a_comma() -> None:
    lines = texts(figure(replace(GALLERY["enterprises"], message=(Text(LONG),)), PAGE), "title")
    assert lines == [
        "2025年全市规模以上工业增加值增长7.7%，高于全省0.8个百分点，",
        "比上年加快2.3个百分点，“十四五”以来年均增长3.1%",
    ]


def test_a_title_of_more_than_two_lines_is_refused() -> None:
    with pytest.raises(ChartError) as fault:
        figure(replace(GALLERY["enterprises"], message=(Text(LONG * 3),)), PAGE)
    assert fault.value.message == "the title takes 4 lines of a picture 15.4 cm wide"
    assert fault.value.hint == "say the message in fewer words: two lines at most"


def test_notes_close_with_the_key_to_the_unusual_marks_in_chinese() -> None:
    assert texts(figure(GALLERY["revenue"], PAGE), "note") == ["注：2024年数据未公布；浅底斜纹为概数；虚线框为目标数。"]


def test_notes_are_english_where_the_chart_has_no_chinese() -> None:
    drawn = figure(GALLERY["english"], PAGE)
    assert texts(drawn, "note") == ["Note: Growth at constant prices; hollow marks are derived figures."]
    assert texts(drawn, "unit") == ["Unit: %"]


def test_a_chart_of_reported_values_needs_no_note() -> None:
    assert texts(figure(GALLERY["power"], PAGE), "note") == []


def test_a_word_for_notes_that_the_notes_bring_along_is_not_said_twice() -> None:
    spec = replace(GALLERY["power"], notes=("注：增速为同比。", "数据为快报数；"))
    assert texts(figure(spec, PAGE), "note") == ["注：增速为同比；数据为快报数。"]


def test_the_state_of_a_gap_needs_no_key() -> None:
    assert texts(figure(GALLERY["progress of two years"], PAGE), "note") == []


def test_the_alternative_text_is_not_drawn() -> None:
    drawn = figure(replace(GALLERY["power"], telling=(Text("只供读屏软件"),)), PAGE)
    assert not [seen for seen in words(drawn) if "读屏" in seen.text]


def test_dollar_signs_and_spaces_in_names_are_nothing_special() -> None:
    drawn = figure(chart("growth-bars", "成本 $x^2$\n变化", "%", "甲 $_1$", series("2025年", point("1"))), PAGE)
    assert texts(drawn, "title", "category") == ["成本 $x^2$ 变化", "甲 $_1$"]


def test_long_names_take_two_lines_of_like_length() -> None:
    assert balance("重点产业链强链补链延链固链项目（四十个）", 16, len) == ("重点产业链强链补链延链固链项目", "（四十个）")
    assert balance("计算机通信和其他电子设备制造业", 12, len) == ("计算机通信和其他", "电子设备制造业")


def test_numbers_keep_their_units_and_short_quotations_stay_whole() -> None:
    assert pieces("“十四五”以来增长10.8%，居第9位") == ("“十四五”", "以", "来", "增长", "10.8%，", "居", "第9位")


def test_a_word_longer_than_a_line_is_broken_all_the_same() -> None:
    assert wrap("www.pingxiang.gov.cn", 8, len) == ("www.ping", "xiang.go", "v.cn")


@given(st.text("工业增加值，。（）“”年ab7", max_size=40), st.integers(6, 20))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(words: str, limit: int) -> None:
    assume(all(len(piece) <= limit for piece in pieces(words)))  # an endless row of brackets is broken anywhere
    for lines in (wrap(words, limit, len), balance(words, limit, len)):
        assert "".join(lines) == words
        assert all(len(line) <= limit for line in lines)
        assert not any(line[0] in CLOSING for line in lines[1:])
        assert not any(line[-1] in OPENING for line in lines[:-1])
