"""Tables of the register and of the end matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from making import PROVINCE, dataset
from making import SOURCE as PAPER

from reportgen.document.context import Context, Omitted, plain
from reportgen.document.markup import Directive
from reportgen.document.model import Table
from reportgen.document.tables import table
from reportgen.facts.model import Area, Name, Programme
from reportgen.facts.period import parse
from reportgen.narrative.scope import Scope

GOAL = {"key": "goal", "kind": "target", "unit": "%", "noun": "增速目标", "period": "2023-2026", "value": 10, "status": "target"}
DONE = {
    "key": "done",
    "kind": "completion",
    "unit": "%",
    "noun": "年度投资计划",
    "name": "年度投资计划完成率",
    "period": 2025,
    "value": "105.46",
}
SPENT = {"key": "spent", "kind": "money", "unit": "元", "scale": "亿", "noun": "完成投资", "period": 2025, "value": "594.21"}
FROM = {"status": "derived", "parents": ["spent:2025#000", "done:2025#000"], "formula": "a / (b / 100)"}
MEANT = {
    "key": "meant",
    "kind": "target",
    "unit": "元",
    "scale": "亿",
    "noun": "计划投资",
    "period": 2025,
    "value": "563.45",
    **FROM,
}
PARTS = {"key": "parts", "noun": "集群", "as_of": "2023", "value": 2}
RATE = {
    "key": "rate",
    "kind": "growth",
    "unit": "%",
    "noun": "增加值",
    "period": 2025,
    "value": "7.7",
    "basis": "constant-prices",
}


def programme(key: str, area: Area = "industry", **fields: Any) -> Programme:
    """A programme of the year whose ``progress`` is given as ids of 2025."""
    reached = ((parse("2025"), tuple(fields.pop("progress"))),) if "progress" in fields else ()
    made = Programme(key, Name(key), key, Name(f"{key}是什么"), "plan", area, parse("2023-2026"), "", "", (), (), reached, ())
    return replace(made, **fields)


def context(facts: Iterable[Mapping[str, Any]], programmes: Iterable[Programme] = (), year: int = 2025) -> Context:
    return Context(Scope(dataset(facts, programmes), year, (year - 3, year)))


def built(kind: str, made: Context, said: Iterable[str] = (), **attributes: str) -> Table:
    made.said.update(said)
    return table(Directive("table", "s.md.j2", {"kind": kind, **attributes}, ()), made)


def rows(made: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in made.rows]


def test_programmes_stand_by_area_and_under_their_parents() -> None:
    facts = [{**SPENT, "key": f"spent{n}"} for n in range(5)]
    register = [
        programme("丙", "green", progress=["spent0:2025#000"]),
        programme("乙", parent="甲", progress=["spent1:2025#000"]),
        programme("戊", parent="乙", progress=["spent2:2025#000"]),
        programme("丁", parent="别处", progress=["spent3:2025#000"]),
        programme("甲", progress=["spent4:2025#000"]),
    ]
    made = built("programmes", context(facts, register))
    assert [row[0] for row in rows(made)] == ["产业发展", "丁", "甲", "　乙", "　　戊", "绿色低碳", "丙"]
    assert made.groups == (0, 5)


def test_a_programme_shows_its_figures_or_what_it_is_and_what_was_reached() -> None:
    register = [
        programme("甲", targets=("goal:2023-2026#000",), scope=("parts:2023#000",), progress=["done:2025#000"]),
        programme("乙", targets=("goal:2023-2026#000",)),
        programme("丙", scope=("parts:2023#000",)),
        programme("丁", progress=["spent:2025#000"]),
    ]
    made = built("programmes", context([GOAL, PARTS, DONE, SPENT], register))
    assert rows(made)[1:] == [
        ["甲", "2023—2026年，增速目标10%；集群2家", "年度投资计划完成105.46%"],
        ["乙", "2023—2026年，增速目标10%", "未见公布当年数据"],
        ["丙", "集群2家", "—"],
        ["丁", "丁是什么", "完成投资594.21亿元"],
    ]
    assert [column.title for column in made.columns] == ["工作部署", "目标与安排", "2025年进展"]
    assert [plain(note) for note in made.notes] == [
        "“目标与安排”栏没有数据的，所列为主要内容；“未见公布”指所据资料没有当年数据。"
    ]


def test_a_programme_without_figures_of_the_year_has_no_row() -> None:
    made = built("programmes", context([DONE], [programme("甲", progress=["done:2025#000"]), programme("乙")]))
    assert [row[0] for row in rows(made)] == ["产业发展", "甲"]


def test_a_table_of_programmes_that_all_have_figures_needs_no_note() -> None:
    plan = programme("甲", targets=("goal:2023-2026#000",), progress=["done:2025#000"])
    assert built("programmes", context([GOAL, DONE], [plan])).notes == ()


def test_a_target_without_a_period_says_when_it_was_set_out() -> None:
    expected = {**GOAL, "key": "expected", "noun": "预计新增收入", "unit": "元", "scale": "亿", "value": 200}
    del expected["period"]
    register = [programme("甲", targets=("expected:2026-01#000",), progress=["done:2025#000"])]
    made = built("programmes", context([{**expected, "as_of": "2026-01"}, DONE], register))
    assert rows(made)[1][1] == "2026年1月提出，预计新增收入200亿元"


def test_a_cell_of_many_figures_stops_and_says_so() -> None:
    facts = [{**SPENT, "key": f"spent{n}", "noun": f"指标{n}为", "value": n} for n in range(7)]
    made = built("programmes", context(facts, [programme("甲", progress=[f"spent{n}:2025#000" for n in range(7)])]))
    assert rows(made)[1][2] == "指标0为0亿元，指标1为1亿元，指标2为2亿元，指标3为3亿元，指标4为4亿元等"


def test_a_part_that_repeats_its_parent_shares_its_row() -> None:
    register = [
        programme("甲", scope=("parts:2023#000",), progress=["done:2025#000", "spent:2025#000"]),
        programme("乙", parent="甲", scope=("parts:2023#000",), progress=["done:2025#000"]),
        programme("丙", parent="乙", progress=["rate:2025#000"]),
        programme("丁", parent="丙", progress=["rate:2025#000"]),
    ]
    assert rows(built("programmes", context([PARTS, DONE, SPENT, RATE], register)))[1:] == [
        ["甲、乙", "集群2家", "年度投资计划完成105.46%，完成投资594.21亿元"],
        ["　丙、丁", "丙是什么", "增加值增长7.7%"],
    ]


def test_a_figure_that_a_target_is_held_against_is_not_said_again_in_a_row_without_one() -> None:
    register = [
        programme("总战略", progress=["rate:2025#000", "done:2025#000"]),
        programme("方案", targets=("goal:2023-2026#000",), progress=["done:2025#000"]),
        programme("配套", progress=["done:2025#000"]),
    ]
    assert [row[2] for row in rows(built("programmes", context([GOAL, RATE, DONE], register)))[1:]] == [
        "增加值增长7.7%",
        "年度投资计划完成105.46%",
        "年度投资计划完成105.46%",
    ]


def test_a_figure_of_two_sources_is_said_once_in_a_cell() -> None:
    register = [programme("甲", progress=["spent:2025#000", "spent:2025#001"])]
    made = dataset([SPENT], register)
    twin = replace(made.facts[0], source=replace(PAPER, key="001"))
    both = replace(made, facts=(*made.facts, twin), sources={**made.sources, "001": replace(PAPER, key="001")})
    assert rows(built("programmes", Context(Scope(both, 2025, (2022, 2025)))))[1][2] == "完成投资594.21亿元"


def test_only_the_areas_asked_for_are_shown_and_a_table_without_one_is_left_out() -> None:
    register = [programme("甲", progress=["rate:2025#000"]), programme("乙", "farming", progress=["done:2025#000"])]
    assert [row[0] for row in rows(built("programmes", context([RATE, DONE], register), areas="farming"))] == ["农业农村", "乙"]
    with pytest.raises(Omitted):
        built("programmes", context([RATE, DONE], register), areas="tourism")


def test_what_nothing_has_said_is_listed() -> None:
    made = built("unsaid", context([RATE, DONE, {**GOAL, "period": "2026"}]), said=["done:2025#000"])
    assert rows(made) == [["增加值", "7.7%", "2025年"]]


def test_a_computed_figure_shows_what_it_comes_from() -> None:
    made = built("derived", context([SPENT, DONE, MEANT]), said=["meant:2025#derived"])
    assert rows(made) == [["计划投资（2025年）", "563.45亿元（推算）", "2025年完成投资594.21亿元÷年度投资计划105.46%"]]
    with pytest.raises(Omitted):
        built("derived", context([SPENT, DONE, MEANT]), said=["spent:2025#000"])


def test_a_negative_figure_stands_in_brackets_in_a_formula() -> None:
    gap = {"key": "gap", "kind": "difference", "unit": "个百分点", "noun": "与全省增速之差", "period": 2025, "value": "-0.3"}
    parents = {"status": "derived", "parents": ["rate:2025#000", "gap:2025#000"], "formula": "a - b"}
    province = {**RATE, "key": "rate@province", "value": "-1.8", **parents}
    made = built("derived", context([{**RATE, "value": "-2.1"}, gap, province]), said=["rate@province:2025#derived"])
    assert rows(made)[0][2] == "2025年增加值（−2.1%）−与全省增速之差（−0.3个百分点）"


def test_definitions_of_what_was_said_share_a_row_where_they_are_alike() -> None:
    other = {**RATE, "key": "rate@province"}
    made = built(
        "definitions", context([RATE, other, DONE]), ["rate:2025#000", "rate@province:2025#000"], facts="rate rate@province done"
    )
    assert rows(made) == [[f"增加值、{PROVINCE.name}增加值", "按可比价格计算。"]]


def test_a_series_that_meant_something_else_before_has_a_row_for_each_time() -> None:
    facts = [
        {**DONE, "coverage": "甲乙丙"},
        {**DONE, "period": 2023, "coverage": "甲乙"},
        {**DONE, "period": 2024, "coverage": "甲乙"},
    ]
    made = built("definitions", context(facts), [f"done:{year}#000" for year in (2023, 2024, 2025)], facts="done")
    assert rows(made) == [
        ["年度投资计划完成率（2023年、2024年）", "口径为甲乙。"],
        ["年度投资计划完成率（2025年）", "口径为甲乙丙。"],
    ]


def test_sources_are_listed_with_how_many_printed_figures_they_give() -> None:
    made = built("sources", context([SPENT, DONE, MEANT, RATE]), said=["meant:2025#derived", "rate:2025#000"])
    assert rows(made) == [[PAPER.title, "—", "2024年1月", "3项"]]


def test_a_table_that_compares_years_has_only_rows_and_years_to_compare() -> None:
    facts = [RATE, {**RATE, "period": 2023, "value": 2}, {**SPENT}, {**DONE, "period": 2023}, DONE]
    made = built("indicators", context(facts), facts="rate spent done", years="2")
    assert rows(made) == [["增加值", "%", "2", "7.7"], ["年度投资计划完成率", "%", "105.46", "105.46"]]
    with pytest.raises(Omitted):
        built("indicators", context([RATE, SPENT]), facts="rate spent", years="2")
