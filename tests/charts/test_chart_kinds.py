"""Each kind of chart, by the artists that it draws."""

from __future__ import annotations

from typing import get_args

import pytest
from chart_reading import bar, heights, labels, lines, text, texts
from chart_samples import GALLERY, HALF, chart, percent, point, series
from matplotlib.colors import to_rgb

from reportgen.charts.draw import DRAWERS, draw, figure
from reportgen.charts.size import PAGE, SLIDE
from reportgen.charts.theme import HOUSE
from reportgen.document.model import ChartKind, Point


def rgb(color: str) -> tuple[float, ...]:
    return tuple(int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))


def test_no_kind_of_chart_is_missing() -> None:
    assert tuple(DRAWERS) == get_args(ChartKind)


# --- rates over years ----------------------------------------------------------------------------------------------------


def test_rates_of_many_years_make_a_line_through_their_values() -> None:
    drawn = figure(GALLERY["iva of a decade"], PAGE)
    assert heights(drawn, "line: 规上工业增加值增速") == [[9.1, 9.3, 9.0, 8.6, 4.2, 11.3, -9.9, 2.8, 5.4, 7.7]]
    assert texts(drawn, "value") == ["9.1", "9.3", "9.0", "8.6", "4.2", "11.3", "−9.9", "2.8", "5.4", "7.7"]


def test_rates_with_fewer_than_three_years_in_a_row_are_columns() -> None:
    drawn = figure(GALLERY["iva with a gap"], PAGE)
    assert [bar(drawn, f"bar: 规上工业增加值增速: {year}").get_height() for year in (2022, 2023, 2025)] == [-9.9, 2.8, 7.7]
    assert labels(drawn, "line") == []


def test_a_year_without_a_value_keeps_its_place_and_says_so() -> None:
    drawn = figure(GALLERY["iva with a gap"], PAGE)
    assert texts(drawn, "category") == ["2022", "2023", "2024", "2025"]
    assert texts(drawn, "gap") == ["无数据"]


def test_a_line_is_not_joined_across_a_gap() -> None:
    drawn = figure(GALLERY["changed definition"], PAGE)
    assert heights(drawn, "line: 战略性新兴产业") == [[12.4, 13.1, 9.8, 18.6], [16.0, 17.2], [17.2, 18.5]]


def test_a_line_is_not_joined_across_a_change_of_definition_which_is_marked() -> None:
    drawn = figure(GALLERY["one line with a break"], PAGE)
    assert heights(drawn, "line: 新动能") == [[10.2, 8.8, 15.5], [13.2, 12.9, 14.1, 14.9]]
    assert len(lines(drawn, "break")) == 1
    assert texts(drawn, "break") == ["口径调整"]


def test_a_break_of_one_of_two_lines_names_it() -> None:
    assert texts(figure(GALLERY["changed definition"], PAGE), "break") == ["口径调整（高新技术产业）"]


def test_a_line_is_not_joined_across_years_that_are_left_out() -> None:
    spec = chart("growth-years", "增速", "%", "2015|2016|2017|2022|2023|2024", series("增速", "5", "6", "7", "8", "9", "10"))
    drawn = figure(spec, PAGE)
    assert heights(drawn, "line: 增速") == [[5, 6, 7], [8, 9, 10]]
    assert texts(drawn, "years left out") == ["…"]


def test_the_way_to_a_target_is_dashed() -> None:
    solid, *_, dashed = lines(figure(GALLERY["changed definition"], PAGE), "line: 战略性新兴产业")
    assert (solid.get_linestyle(), dashed.get_linestyle()) == ("-", "--")


def test_lines_that_end_apart_are_named_at_their_ends() -> None:
    drawn = figure(GALLERY["changed definition"], PAGE)
    assert texts(drawn, "ending") == ["战略性新兴产业", "高新技术产业"]
    assert texts(drawn, "legend") == []


def test_lines_too_close_for_their_values_have_them_in_a_table_below() -> None:
    drawn = figure(GALLERY["close lines"], PAGE)
    assert texts(drawn, "legend") == ["湘东区", "芦溪县", "上栗县", "莲花县"]
    rows = {text(drawn, f"value: {name}: 2021").get_position()[1] for name in ("湘东区", "芦溪县", "上栗县", "莲花县")}
    assert len(rows) == 4
    assert len({text(drawn, f"value: 湘东区: {year}").get_position()[1] for year in range(2021, 2026)}) == 1


def test_the_lowest_of_two_lines_that_touch_has_its_value_below() -> None:
    drawn = figure(GALLERY["english"], PAGE)
    higher, lower = (text(drawn, f"value: {place}: 2021").get_position()[1] for place in ("Jiangxi", "Pingxiang"))
    assert higher > lower


def test_zero_lies_on_the_scale_of_every_line() -> None:
    drawn = figure(GALLERY["one line with a break"], PAGE)
    zero = lines(drawn, "baseline")[0].get_ydata()[0]
    assert zero < text(drawn, "value: 新动能: 2020").get_position()[1]
    assert zero > text(drawn, "category").get_position()[1]


@pytest.mark.parametrize(
    ("state", "look"),
    [
        ("reported", (rgb(HOUSE.series[0].fill), "o")),
        ("derived", (rgb(HOUSE.paper), "o")),
        ("approximate", (rgb(HOUSE.series[0].tint), "o")),
        ("preliminary", (rgb(HOUSE.paper), "o")),
        ("target", (rgb(HOUSE.paper), "D")),
    ],
)
def test_every_state_of_a_value_has_a_mark_of_its_own(state: str, look: tuple[tuple[float, ...], str]) -> None:
    spec = chart("growth-years", "增速", "%", "2022|2023|2024|2025", series("增速", "5", "6", point("7", state), "8"))  # type: ignore[arg-type]
    drawn = figure(spec, PAGE)
    mark = lines(drawn, "mark: 增速: 2024")[0]
    assert (to_rgb(mark.get_markerfacecolor()), mark.get_marker()) == look  # type: ignore[arg-type]
    assert len(lines(drawn, "dot of mark: 增速: 2024")) == (state == "preliminary")


# --- columns -------------------------------------------------------------------------------------------------------------


def test_columns_are_as_high_as_their_values_on_one_scale() -> None:
    drawn = figure(GALLERY["enterprises"], PAGE)
    earlier, later = (bar(drawn, f"bar: 规上工业企业: {year}") for year in (2020, 2025))
    assert (earlier.get_height(), later.get_height()) == (609, 940)
    assert earlier.get_window_extent().height / later.get_window_extent().height == pytest.approx(609 / 940)


def test_columns_of_several_series_stand_side_by_side_under_a_legend() -> None:
    drawn = figure(GALLERY["grouped"], PAGE)
    left, right = (bar(drawn, f"bar: {name}: 2025") for name in ("全部规上工业企业", "其中：制造业企业"))
    assert left.get_x() + left.get_width() <= right.get_x()
    assert texts(drawn, "legend") == ["全部规上工业企业", "其中：制造业企业"]


def test_a_single_series_is_named_beside_the_unit() -> None:
    drawn = figure(GALLERY["enterprises"], PAGE)
    assert texts(drawn, "unit", "legend") == ["单位：家", "规上工业企业"]
    assert labels(drawn, "key") == []


def test_a_fall_hangs_below_zero_in_a_colour_of_its_own_with_its_label_beneath() -> None:
    drawn = figure(GALLERY["two years"], PAGE)
    fall = bar(drawn, "bar: 利润总额增速: 2024")
    assert fall.get_facecolor()[:3] == pytest.approx(rgb(HOUSE.fall.fill))
    bottom = fall.get_window_extent().y0 * 72 / 220
    assert text(drawn, "value: 利润总额增速: 2024").get_position()[1] < bottom


def test_falls_among_several_series_keep_the_hue_of_their_series() -> None:
    fall = bar(figure(GALLERY["profit and loss"], PAGE), "bar: 钢铁: 2022")
    assert fall.get_facecolor()[:3] == pytest.approx(rgb(HOUSE.series[1].tint))
    assert fall.get_edgecolor()[:3] == pytest.approx(rgb(HOUSE.series[1].fill))


def test_derived_columns_are_hatched_and_targets_dashed() -> None:
    derived = figure(GALLERY["enterprises"], PAGE)
    assert bar(derived, "bar: 规上工业企业: 2020").get_facecolor()[:3] == pytest.approx(rgb(HOUSE.paper))
    assert "hatch of bar: 规上工业企业: 2020" in [artist.get_label() for artist in derived.artists]
    assert bar(figure(GALLERY["revenue"], PAGE), "bar: 营业收入: 2025").get_linestyle() != "solid"


def test_years_left_out_show_as_a_wider_step() -> None:
    drawn = figure(GALLERY["revenue"], PAGE)
    middles = [bar(drawn, f"bar: 营业收入: {year}").get_x() for year in (2017, 2020, 2021)]
    assert middles[1] - middles[0] == pytest.approx(1.5 * (middles[2] - middles[1]))


def test_columns_with_names_too_long_to_stand_lie_down() -> None:
    names = "|".join(f"萍乡经济技术开发区第{number}产业园区规模以上工业" for number in "一二三四五六七")
    drawn = figure(chart("levels", "园区企业", "家", names, series("企业", *"1234567")), PAGE)
    assert bar(drawn, "bar: 企业: 萍乡经济技术开发区第七产业园区规模以上工业").get_width() == 7


def test_a_reference_value_crosses_the_columns_and_is_named_beside_them() -> None:
    drawn = figure(GALLERY["two years"], PAGE)
    assert texts(drawn, "mark") == ["全省2025年5.3%"]
    across = lines(drawn, "mark")[0].get_ydata()
    zero, top = (
        lines(drawn, "baseline")[0].get_ydata()[0],
        bar(drawn, "bar: 利润总额增速: 2025").get_window_extent().y1 * 72 / 220,
    )
    assert (across[0] - zero) / (top - zero) == pytest.approx(5.3 / 35.6, rel=1e-3)


def test_the_reference_line_is_open_where_a_value_is_written() -> None:
    spec = chart("levels", "增速", "%", "2024|2025", series("增速", "5", "9"), mark=("5.3", "全省5.3%"))
    drawn = figure(spec, PAGE)
    ground = bar(drawn, "ground")
    low, high = ground.get_y(), ground.get_y() + ground.get_height()
    assert low < lines(drawn, "mark")[0].get_ydata()[0] < high
    assert low < text(drawn, "value: 增速: 2024").get_position()[1] < high


def test_a_column_without_a_value_beside_others_is_said_in_its_place() -> None:
    drawn = figure(chart("levels", "企业", "家", "2024|2025", series("甲", "", "9"), series("乙", "5", "6")), PAGE)
    assert texts(drawn, "gap") == ["无数据"]
    assert text(drawn, "gap").get_position()[0] < bar(drawn, "bar: 乙: 2024").get_x()


def test_values_without_any_room_are_left_to_a_scale_and_a_notice_says_so() -> None:
    drawn = figure(GALLERY["crowd"], HALF)
    assert texts(drawn, "tick") == ["0", "500", "1000", "1500"]
    assert texts(drawn, "value") == []
    assert [str(notice) for notice in draw(GALLERY["crowd"], HALF).notices] == [
        "chart '十二年来三项指标逐年上升': there is no room to write all values; a scale was drawn instead"
    ]


# --- lying bars ----------------------------------------------------------------------------------------------------------


def test_bars_lie_in_the_order_given_from_the_top() -> None:
    drawn = figure(GALLERY["three groups"], PAGE)
    bars = [bar(drawn, f"bar: 2025年: {name}") for name in ("智能制造", "四大新动能", "十条重点产业链")]
    assert [rectangle.get_width() for rectangle in bars] == [25.9, 14.9, 10.8]
    assert bars[0].get_y() > bars[1].get_y() > bars[2].get_y()


def test_the_rate_of_the_whole_is_a_line_across_the_bars_of_its_parts() -> None:
    drawn = figure(GALLERY["three groups"], PAGE)
    x = lines(drawn, "mark")[0].get_xdata()[0]
    extent = bar(drawn, "bar: 2025年: 智能制造").get_window_extent()
    assert (x * 220 / 72 - extent.x0) / extent.width == pytest.approx(7.7 / 25.9, rel=1e-3)
    assert texts(drawn, "mark") == ["规模以上工业7.7%"]


def test_a_value_that_would_stand_on_the_reference_line_stands_beyond_it() -> None:
    drawn = figure(GALLERY["twelve industries"], PAGE)
    assert text(drawn, "value: 2025年: 通用设备制造业").get_position()[0] > lines(drawn, "mark")[0].get_xdata()[0]


def test_a_gap_among_bars_is_said_in_its_place() -> None:
    drawn = figure(GALLERY["two periods"], PAGE)
    assert texts(drawn, "gap") == ["无数据"]
    assert "bar: 2024年: 湘东工业园区" not in labels(drawn, "bar")


def test_the_smallest_bar_of_a_huge_range_is_still_drawn() -> None:
    assert bar(figure(GALLERY["huge range"], PAGE), "bar: 2022年: 工业陶瓷").get_window_extent().width > 5


def test_a_broken_definition_between_lying_bars_is_explained_in_the_notes() -> None:
    spec = chart("growth-bars", "增速", "%", "甲|乙", series("2025年", "1", "2", breaks=(1,)))
    drawn = figure(spec, PAGE)
    assert len(lines(drawn, "break")) == 1
    assert texts(drawn, "note") == ["注：虚线上下口径不同。"]


# --- progress ------------------------------------------------------------------------------------------------------------


def test_what_goes_beyond_the_plan_has_the_second_tone() -> None:
    drawn = figure(GALLERY["completion"], PAGE)
    beyond = bar(drawn, "beyond: 完成计划: 新建5G基站")
    assert (beyond.get_x(), beyond.get_x() + beyond.get_width()) == (100, pytest.approx(148.4))
    assert beyond.get_facecolor()[:3] == pytest.approx(rgb(HOUSE.series[0].tint))
    assert texts(drawn, "mark") == ["年度计划"]


def test_what_is_missing_to_the_plan_shows_as_a_track() -> None:
    drawn = figure(GALLERY["behind plan"], PAGE)
    missing = bar(drawn, "missing: 完成年度计划: 绿色制造项目")
    assert (missing.get_x(), missing.get_x() + missing.get_width()) == (62.5, 100)
    assert "missing: 完成年度计划: 数字化转型示范项目" not in labels(drawn, "missing")


def test_a_plan_without_a_mark_gets_the_mark_of_100_percent() -> None:
    assert texts(figure(GALLERY["progress of two years"], PAGE), "mark") == ["100%"]


# --- ladders -------------------------------------------------------------------------------------------------------------


def test_a_ladder_stands_on_its_first_stage_and_is_symmetrical() -> None:
    drawn = figure(GALLERY["specialised firms"], PAGE)
    names = ("省级专精特新中小企业", "国家级专精特新“小巨人”企业", "国家级重点“小巨人”企业")
    stages = [bar(drawn, f"bar: 2025年: {name}") for name in names]
    assert [stage.get_width() for stage in stages] == [257, 26, 9]
    assert [stage.get_x() for stage in stages] == [-128.5, -13, -4.5]
    assert stages[0].get_y() < stages[1].get_y() < stages[2].get_y()


def test_the_top_of_a_steep_ladder_can_still_be_read() -> None:
    drawn = figure(GALLERY["steep ladder"], SLIDE)
    assert texts(drawn, "value") == ["3100余", "257", "26", "2"]


def test_a_stage_without_a_count_keeps_its_step() -> None:
    drawn = figure(chart("ladder", "梯度", "家", "一|二|三", series("2025年", "100", Point(None), "3")), PAGE)
    assert texts(drawn, "category", "gap") == ["一", "二", "无数据", "三"]


def test_percent_labels_are_written_as_given() -> None:
    drawn = figure(chart("growth-bars", "增速", "%", "甲|乙", series("2025年", percent("3.10"), percent("-0.5"))), PAGE)
    assert texts(drawn, "value") == ["3.10%", "−0.5%"]
