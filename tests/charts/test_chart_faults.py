"""What cannot be drawn is refused by name, with a way out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from chart_samples import GALLERY, chart, point, series

from reportgen.charts.check import SeriesEmpty
from reportgen.charts.draw import draw, figure
from reportgen.charts.size import PAGE, Size
from reportgen.document.model import ChartSpec, Point, Series
from reportgen.errors import ChartError

ONE = series("2025年", "1", "2")


@pytest.mark.parametrize(
    ("spec", "fault"),
    [
        (
            chart("levels", "无数", "家", "甲|乙", series("一", "", ""), series("二", "", "")),
            "chart '无数': there is no value to draw\n  hint: leave the chart out where no fact is at hand",
        ),
        (
            chart("levels", "太多", "家", "甲|乙", *[ONE] * 5),
            "chart '太多': 5 series are too many to tell apart; 4 are possible\n  hint: make two charts of it, or a table",
        ),
        (
            chart("levels", "不齐", "家", "甲|乙|丙", ONE),
            "chart '不齐': series '2025年' has 2 points for 3 categories\n"
            "  hint: give every category a point, a gap where there is no value",
        ),
        (
            chart("levels", "断点", "家", "甲|乙", Series("2025年", ONE.points, (2,))),
            "chart '断点': series '2025年' breaks outside its points\n"
            "  hint: a break names the point before which the definition changes",
        ),
        (
            chart("levels", "无字", "家", "甲|乙", series("2025年", "1", Point(Decimal(2)))),
            "chart '无字': the value of '2025年' in 乙 has no label\n  hint: there is no scale to read it from: say how it is written",
        ),
        (
            chart("levels", "非数", "家", "甲|乙", series("2025年", "1", point("NaN"))),
            "chart '非数': the value of '2025年' in 乙 is NaN\n  hint: leave the value out",
        ),
        (
            replace(chart("levels", "参照", "家", "甲|乙", ONE), mark=Decimal("Infinity")),
            "chart '参照': the reference value is Infinity\n  hint: leave the reference value out",
        ),
        (
            chart("ladder", "两期", "家", "甲|乙", ONE, ONE),
            "chart '两期': a ladder shows one moment, not 2 series\n  hint: use kind 'levels' to compare moments",
        ),
        (
            chart("ladder", "负数", "家", "甲|乙", series("2025年", "1", "-2")),
            "chart '负数': a ladder counts, and a count is not negative\n  hint: use kind 'growth-bars' for changes",
        ),
        (
            chart("ladder", "有线", "家", "甲|乙", ONE, mark=("1", "线")),
            "chart '有线': a ladder has no reference value\n  hint: leave the mark out",
        ),
        (
            chart("slope", "三期", "%", "甲|乙|丙", series("一", "1", "2", "3")),
            "chart '三期': a slope leads from one period to another, not over 3\n  hint: use kind 'growth-years' for more",
        ),
        (
            chart("composition", "过多", "%", "工业", series("一", "60"), series("二", "41")),
            "chart '过多': the parts of '工业' are 101 of 100\n  hint: show only parts that do not overlap",
        ),
        (
            chart("composition", "负", "%", "工业", series("一", "-1")),
            "chart '负': a part of a whole is not negative\n  hint: use kind 'growth-bars' for changes",
        ),
        (
            chart("composition", "空", "%", "工业", series("一", "0"), mark=("0", "合计")),
            "chart '空': a whole of 0 has no parts\n  hint: give the value of the whole as the mark",
        ),
        (
            chart("ranking", "半位", "", "甲", series("一", "1.5")),
            "chart '半位': 1.5 is not a place in a ranking\n  hint: places are whole numbers from 1 on",
        ),
        (
            chart("ranking", "越位", "", "甲", series("一", "12"), mark=("11", "共11个")),
            "chart '越位': a place lies beyond the last of 11\n"
            "  hint: the mark says how many are ranked: leave it out where that is not known",
        ),
        (
            chart("bullet", "一列", "%", "甲", series("完成", "1")),
            "chart '一列': targets against outcomes are 2 series, not 1\n  hint: give what was reached first, the targets second",
        ),
        (
            chart("bullet", "两缺", "%", "甲|乙", series("完成", "1", ""), series("目标", "1", "")),
            "chart '两缺': '乙' has neither target nor outcome\n  hint: leave it out",
        ),
        (
            chart("bullet", "无目标", "", "甲|乙", series("完成", "1", "2"), series("目标", "1", "")),
            "chart '无目标': '乙' has no target to draw its outcome against\n  hint: give it a target, or all rows one unit",
        ),
        (
            chart("timeline", "无日", "", "甲|乙", series("起", "2021", "")),
            "chart '无日': '乙' has no date\n  hint: leave it out",
        ),
        (
            chart("timeline", "倒", "", "甲", series("起", "2021"), series("止", "2020")),
            "chart '倒': '甲' ends before it begins\n  hint: give the beginnings first, the ends second",
        ),
        (
            chart("timeline", "线", "", "甲", series("起", "2021"), mark=("2022", "今年")),
            "chart '线': a timeline has no reference value\n  hint: leave the mark out",
        ),
    ],
)
def test_a_chart_that_breaks_a_rule_is_refused_with_a_hint(spec: ChartSpec, fault: str) -> None:
    with pytest.raises(ChartError) as refused:
        figure(spec, PAGE)
    assert str(refused.value) == fault


def test_a_chart_too_high_for_its_slide_says_how_much_room_it_needs() -> None:
    with pytest.raises(ChartError) as refused:
        figure(GALLERY["twelve industries"], Size(15, 5, "slide"))
    assert str(refused.value) == (
        "chart '十二个行业中八个行业增加值实现增长，电子信息和装备制造增速居前': it needs a height of 11.0 cm and has 5.0 cm\n"
        "  hint: show fewer things, or give it more room"
    )


def test_names_that_leave_no_room_for_bars_are_refused() -> None:
    with pytest.raises(ChartError, match="take more than three lines"):
        figure(chart("growth-bars", "增速", "%", "超长名称" * 30, series("2025年", "1")), PAGE)


def test_a_series_name_wider_than_the_picture_is_refused() -> None:
    with pytest.raises(ChartError, match="is wider than the picture"):
        figure(chart("growth-bars", "增速", "%", "甲", series("超长名称" * 30, "1"), series("二", "1")), PAGE)


def test_a_series_without_values_is_left_out_and_a_notice_says_so() -> None:
    spec = chart("levels", "企业", "家", "甲|乙", ONE, series("2026年", "", ""))
    assert draw(spec, PAGE).notices == (SeriesEmpty("企业", "2026年"),)
    assert str(draw(spec, PAGE).notices[0]) == "chart '企业': series '2026年' has no values; it was left out"
