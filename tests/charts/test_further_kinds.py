"""Change between two years, parts, places, targets and dates, by the artists that are drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from chart_reading import bar, heights, labels, lines, text, texts, words
from chart_samples import HALF, chart, point, series
from further_samples import FURTHER, place, said
from matplotlib.colors import to_rgb
from test_chart_kinds import rgb

from reportgen.charts.draw import draw, figure
from reportgen.charts.size import PAGE, SLIDE
from reportgen.charts.theme import HOUSE
from reportgen.errors import ChartError

# --- slope ---------------------------------------------------------------------------------------------------------------


def test_a_change_is_a_line_from_its_earlier_to_its_later_value() -> None:
    drawn = figure(FURTHER["change of four"], PAGE)
    assert heights(drawn, "line: 重点产业链增加值") == [[3.4, 10.8]]
    assert heights(drawn, "line: 规上工业营业收入") == [[1.8, 6.0]]
    assert texts(drawn, "category") == ["2023年", "2025年"]


def test_a_change_of_definition_leaves_the_line_open_in_the_middle_and_is_explained() -> None:
    drawn = figure(FURTHER["change of four"], PAGE)
    before, after = lines(drawn, "line: 新动能产业增加值")
    assert [before.get_linestyle(), after.get_linestyle()] == ["--", "--"]
    assert before.get_xdata()[1] < after.get_xdata()[0]
    assert "".join(texts(drawn, "note")).endswith("；断开的虚线两端口径不同。")


def test_both_values_and_the_name_of_a_change_stand_at_its_ends() -> None:
    drawn = figure(FURTHER["change of four"], PAGE)
    left, right = (text(drawn, f"value: 新动能产业增加值: {year}") for year in ("2023年", "2025年"))
    name = next(artist for artist in drawn.artists if artist.get_label() == "ending" and artist.get_text() == "新动能产业增加值")
    assert (left.get_text(), right.get_text()) == ("7.9", "14.9")
    assert left.get_position()[0] < right.get_position()[0] < name.get_position()[0]
    assert right.get_position()[1] == pytest.approx(name.get_position()[1], abs=1)
    assert texts(drawn, "legend") == []


def test_values_that_would_touch_stand_apart_and_a_thin_line_leads_to_them() -> None:
    drawn = figure(FURTHER["change of one kind"], PAGE)
    rows = [text(drawn, f"value: {name}: 2025年").get_position()[1] for name in ("湘东区", "莲花县", "上栗县", "芦溪县")]
    assert all(above - below >= 10.5 for above, below in pairwise(rows))
    assert labels(drawn, "leader")


def test_a_series_with_one_value_is_a_mark_without_a_line() -> None:
    drawn = figure(FURTHER["change of one kind"], PAGE)
    assert heights(drawn, "line: 莲花县") == []
    assert len(lines(drawn, "mark: 莲花县: 2025年")) == 1


def test_zero_lies_on_the_scale_of_every_slope() -> None:
    drawn = figure(FURTHER["change of four"], PAGE)
    zero = lines(drawn, "baseline")[0].get_ydata()[0]
    (mark,) = lines(drawn, "mark: 规上工业营业收入: 2023年")
    (other,) = lines(drawn, "mark: 规上工业营业收入: 2025年")
    low, high = (item.get_window_extent().y0 + item.get_window_extent().height / 2 for item in (mark, other))
    assert (low * 72 / 220 - zero) / (high * 72 / 220 - zero) == pytest.approx(1.8 / 6, rel=0.01)


def test_the_way_to_a_target_is_dashed_but_whole() -> None:
    (line,) = lines(figure(FURTHER["change through zero"], PAGE), "line: 利润总额")
    assert line.get_linestyle() == "--"


# --- composition ---------------------------------------------------------------------------------------------------------


def test_parts_follow_each_other_in_the_frame_of_their_whole() -> None:
    drawn = figure(FURTHER["parts of one whole"], PAGE)
    parts = [bar(drawn, f"bar: {name}: 规上工业增加值") for name in ("装备制造", "电子信息", "新材料", "食品")]
    assert [part.get_x() for part in parts] == pytest.approx([0, 24.6, 42.9, 45.0])
    assert [part.get_width() for part in parts] == pytest.approx([24.6, 18.3, 2.1, 1.4])
    whole = bar(drawn, "whole")
    assert (whole.get_x(), whole.get_width(), whole.get_facecolor()[3]) == (0, 100, 0)
    assert texts(drawn, "mark") == ["100%"]


def test_what_no_figure_is_known_of_is_named_without_a_number_beside_several_parts() -> None:
    assert texts(figure(FURTHER["parts of one whole"], PAGE), "rest") == ["其余"]
    assert texts(figure(FURTHER["share of two years"], PAGE), "rest") == []


def test_a_value_stands_in_its_part_or_above_it_where_the_part_is_too_narrow() -> None:
    drawn = figure(FURTHER["parts of one whole"], PAGE)
    assert texts(drawn, "inside") == ["24.6", "18.3"]
    assert texts(drawn, "value") == ["2.1", "1.4"]


def test_values_on_dark_and_light_fills_can_be_read() -> None:
    drawn = figure(FURTHER["parts of one whole"], PAGE)
    assert text(drawn, "inside: 装备制造: 规上工业增加值").get_color() == "#FFFFFF"
    assert text(drawn, "inside: 电子信息: 规上工业增加值").get_color() == "#222222"


def test_parts_of_an_amount_fill_the_frame_of_the_amount() -> None:
    drawn = figure(FURTHER["part of an amount"], PAGE)
    part, whole = bar(drawn, "bar: 亿元以上项目: 2022年新签约招商项目"), bar(drawn, "whole")
    assert (part.get_width(), whole.get_width()) == (133, 185)
    assert texts(drawn, "mark") == ["合计185个"]


def test_an_approximate_share_is_hatched_with_a_ground_under_its_value() -> None:
    drawn = figure(FURTHER["shares of unlike wholes"], PAGE)
    assert "hatch of bar: 2025年: 工业技改投资占工业投资的比重" in [artist.get_label() for artist in drawn.artists]
    assert len([artist for artist in drawn.artists if artist.get_label() == "ground"]) == 2
    assert texts(drawn, "note") == ["注：浅底斜纹为概数。"]


def test_a_whole_of_which_nothing_is_known_says_so() -> None:
    spec = chart("composition", "占比", "%", "2024年|2025年", series("占比", "", "12"))
    assert texts(figure(spec, PAGE), "gap") == ["无数据"]


# --- ranking -------------------------------------------------------------------------------------------------------------


def dots(spec_name: str) -> list[str]:
    return labels(figure(FURTHER[spec_name], PAGE), "place")


def test_a_place_is_a_dot_behind_those_that_are_better() -> None:
    drawn = figure(FURTHER["places"], PAGE)
    assert len(dots("places")) == 0 + 1 + 5 + 8
    (mark,) = lines(drawn, "mark: 2023年，全省设区市: 工业用电量增速")
    assert mark.get_xdata()[0] == 6
    assert texts(drawn, "value") == ["第1位", "第2位", "第6位", "第9位"]


def test_dots_end_with_the_place_where_it_is_not_known_how_many_are_ranked() -> None:
    drawn = figure(FURTHER["places"], PAGE)
    farthest = max(artist.get_xdata()[0] for artist in lines(drawn, "place"))
    (last,) = lines(drawn, "mark: 2023年，全省设区市: 规上工业增加值增速")
    assert farthest < last.get_window_extent().x0 * 72 / 220


def test_all_places_have_a_dot_where_their_number_is_known() -> None:
    assert len(dots("places of eleven")) == 3 * 10
    assert texts(figure(FURTHER["places of eleven"], PAGE), "legend") == ["2023年", "共11个设区市"]


def test_a_place_among_the_first_ten_fills_all_ten() -> None:
    drawn = figure(FURTHER["places of eleven"], PAGE)
    filled = [mark for mark in lines(drawn, "place") if to_rgb(mark.get_markerfacecolor()) == rgb(HOUSE.series[0].tint)]
    assert len(filled) == 9
    assert "前10位" in texts(drawn, "value")


def test_the_first_place_is_named_at_the_left() -> None:
    drawn = figure(FURTHER["places"], SLIDE)
    (mark,) = lines(drawn, "mark: 2023年，全省设区市: 新增规上工业企业数（“四小设区市”）")
    extent = mark.get_window_extent()
    (first,) = (seen for seen in words(drawn) if seen.label == "first")
    assert first.text == "第1位"
    assert (first.box.left + first.box.right) / 2 == pytest.approx((extent.x0 + extent.x1) / 2 * 72 / 220, abs=0.8)


# --- bullet --------------------------------------------------------------------------------------------------------------


def test_what_was_reached_is_a_bar_and_its_target_a_tick_on_the_same_scale() -> None:
    drawn = figure(FURTHER["targets of one unit"], PAGE)
    reached = bar(drawn, "bar: 2023年完成: 其中：纳入省级的项目")
    (tick,) = lines(drawn, "tick: 计划: 其中：纳入省级的项目")
    extent = reached.get_window_extent()
    assert reached.get_width() == 382.5
    assert (tick.get_xdata()[0] * 220 / 72 - extent.x0) / extent.width == pytest.approx(359.32 / 382.5, rel=1e-3)
    assert texts(drawn, "target") == ["计划约563.45", "计划约359.32", "计划120"]


def test_what_goes_beyond_a_target_has_the_second_tone() -> None:
    beyond = bar(figure(FURTHER["targets of one unit"], PAGE), "beyond: 2023年完成: 其中：纳入省级的项目")
    assert (beyond.get_x(), beyond.get_x() + beyond.get_width()) == (359.32, 382.5)


def test_a_target_without_an_outcome_is_a_dashed_frame_with_the_reason() -> None:
    drawn = figure(FURTHER["targets"], PAGE)
    frame = bar(drawn, "bar: 目标: 电子信息产业营业收入")
    assert (frame.get_width(), frame.get_linestyle() != "solid") == (1000, True)
    assert to_rgb(frame.get_facecolor()) == rgb(HOUSE.paper)
    assert texts(drawn, "gap") == ["完成情况未见公布", "完成情况未见公布"]


def test_the_reason_is_the_writers_own_where_one_is_given() -> None:
    spec = chart("bullet", "目标", "亿元", "甲|乙", series("完成", said("2027年到期"), said("")), series("目标", "5", "6"))
    assert texts(figure(spec, PAGE), "gap") == ["2027年到期", "完成情况未见公布"]


def test_rows_of_unlike_units_have_the_scales_of_their_targets_and_say_so() -> None:
    drawn = figure(FURTHER["targets"], PAGE)
    assert len({lines(drawn, label)[0].get_xdata()[0] for label in labels(drawn, "tick")}) == 1
    assert texts(drawn, "unit") == []
    assert "各行单位不同，长短以各自的目标为准" in "".join(texts(drawn, "note"))


def test_a_value_that_would_stand_on_its_target_stands_beyond_it() -> None:
    spec = chart("bullet", "目标", "%", "甲", series("完成", "5.4"), series("目标", "5.6"))
    drawn = figure(spec, PAGE)
    assert text(drawn, "value: 完成: 甲").get_position()[0] > lines(drawn, "tick: 目标: 甲")[0].get_xdata()[0]


def test_targets_to_fall_hang_to_the_left() -> None:
    drawn = figure(FURTHER["targets to fall"], PAGE)
    fall = bar(drawn, "bar: “十四五”累计: 单位增加值能耗")
    assert fall.get_width() == -20.02
    assert fall.get_facecolor()[:3] == pytest.approx(rgb(HOUSE.fall.fill))
    assert text(drawn, "value: “十四五”累计: 单位增加值能耗").get_position()[0] < fall.get_window_extent().x0 * 72 / 220


def test_the_state_of_a_target_needs_no_key() -> None:
    assert texts(figure(FURTHER["targets of one unit"], PAGE), "note") == ["注：横纹为初步数。"]


def test_outcomes_that_are_all_unpublished_leave_the_targets() -> None:
    spec = chart("bullet", "目标", "亿元", "甲|乙", series("完成", "", ""), series("目标", "5", "6"))
    assert texts(figure(spec, PAGE), "gap") == ["完成情况未见公布"] * 2
    assert draw(spec, PAGE).notices == ()


# --- timeline ------------------------------------------------------------------------------------------------------------


def test_an_event_of_a_day_is_a_mark_and_one_of_a_year_a_bar() -> None:
    drawn = figure(FURTHER["milestones"], PAGE)
    year = bar(drawn, "bar: 起: 中材锂电“5G+MEC”项目入选工业互联网平台创新领航应用案例")
    (day,) = lines(drawn, "mark: 起: 东讯精密项目（上栗县）试产")
    assert (year.get_x(), year.get_width()) == (2021, 1)
    assert day.get_xdata()[0] == pytest.approx(2022.815)
    assert year.get_window_extent().x1 < day.get_window_extent().x0


def test_the_date_of_every_event_is_written_beside_it() -> None:
    drawn = figure(FURTHER["milestones"], PAGE)
    assert texts(drawn, "value") == ["2021年", "2022年5月", "2022年10月25日", "2023年1月28日", "2024年"]
    (mark,) = lines(drawn, "mark: 起: 东讯精密项目（上栗县）落户")
    date = text(drawn, "value: 起: 东讯精密项目（上栗县）落户")
    assert date.get_position()[0] > mark.get_window_extent().x1 * 72 / 220


def test_every_year_is_named_between_its_lines_where_there_is_room() -> None:
    assert texts(figure(FURTHER["milestones"], PAGE), "category")[:4] == ["2021年", "2022年", "2023年", "2024年"]
    assert len(lines(figure(FURTHER["milestones"], PAGE), "year")) == 5


def test_many_years_are_named_in_even_steps() -> None:
    names = [name for name in texts(figure(FURTHER["plans of decades"], HALF), "category") if name.endswith("年")]
    steps = {int(after[:4]) - int(before[:4]) for before, after in pairwise(names)}
    assert names[0] == "1960年"
    assert len(steps) == 1


def test_what_is_planned_is_dashed_and_explained() -> None:
    drawn = figure(FURTHER["milestones"], PAGE)
    assert bar(drawn, "bar: 起: 龙发实业高端陶瓷结构件项目实现产业化").get_linestyle() != "solid"
    assert texts(drawn, "note") == ["注：空心菱形和虚线框为计划。"]


def test_events_without_an_end_last_no_time() -> None:
    spec = chart("timeline", "大事记", "", "开工|投产", series("起", point("2022.2", label="3月"), point("2022.9", label="11月")))
    drawn = figure(spec, PAGE)
    assert labels(drawn, "bar") == []
    assert len(labels(drawn, "mark")) == 2


# --- all -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["change of four", "parts of one whole", "places", "targets", "milestones"])
def test_the_same_chart_gives_the_same_bytes(name: str) -> None:
    assert draw(FURTHER[name], PAGE) == draw(FURTHER[name], PAGE)


@pytest.mark.parametrize("name", ["change of four", "shares of unlike wholes", "places", "milestones"])
def test_a_slide_gives_every_kind_its_height_and_a_page_what_it_needs(name: str) -> None:
    spec = replace(FURTHER[name], notes=())
    assert float(figure(spec, SLIDE).get_size_inches()[1]) * 2.54 == pytest.approx(SLIDE.height)
    assert float(figure(spec, PAGE).get_size_inches()[1]) * 2.54 < 10


def test_more_places_than_a_row_holds_are_refused() -> None:
    with pytest.raises(ChartError, match="too many for a row of dots"):
        figure(chart("ranking", "位次", "", "甲", series("一", place(99))), PAGE)
