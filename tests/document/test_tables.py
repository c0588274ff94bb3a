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
DONE = {"key": "done", "kind": "completion", "unit": "%", "noun": "年度计划完成率", "period": 2025, "value": "105.46"}
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
    register = [programme("丙", "green"), programme("乙", parent="甲"), programme("丁", parent="别处"), programme("甲")]
    made = built("programmes", context([RATE], register))
    assert [row[0] for row in rows(made)] == ["产业发展", "丁", "甲", "　乙", "绿色低碳", "丙"]
    assert made.groups == (0, 4)


def test_a_programme_shows_its_figures_or_what_it_is_and_what_was_reached() -> None:
    plan = programme("甲", targets=("goal:2023-2026#000",), scope=("parts:2023#000",), progress=["done:2025#000"])
    made = built("programmes", context([GOAL, PARTS, DONE], [plan, programme("乙")]))
    assert rows(made)[1:] == [
        ["甲", "2023—2026年，增速目标10%；集群2家", "年度计划完成率105.46%"],
        ["乙", "乙是什么", "未见公布当年数据"],
    ]
    assert [column.title for column in made.columns] == ["工作部署", "目标与安排", "2025年进展"]
    assert [plain(note) for note in made.notes] == [
        "“目标与安排”栏无数据的，未公布量化目标，所列为主要内容；“未见公布”指所据资料没有当年数据。"
    ]


def test_a_table_of_programmes_that_all_have_figures_needs_no_note() -> None:
    plan = programme("甲", targets=("goal:2023-2026#000",), progress=["done:2025#000"])
    assert built("programmes", context([GOAL, DONE], [plan])).notes == ()


def test_a_cell_of_many_figures_stops_and_says_so() -> None:
    facts = [{**DONE, "key": f"done{n}", "noun": f"指标{n}", "value": n} for n in range(7)]
    made = built("programmes", context(facts, [programme("甲", progress=[f"done{n}:2025#000" for n in range(7)])]))
    assert rows(made)[1][2] == "指标00%，指标11%，指标22%，指标33%，指标44%等"


def test_a_part_that_repeats_its_parent_refers_to_it() -> None:
    above = programme("甲", scope=("parts:2023#000",), progress=["done:2025#000", "spent:2025#000"])
    below = programme("乙", parent="甲", scope=("parts:2023#000",), progress=["done:2025#000"])
    assert rows(built("programmes", context([PARTS, DONE, SPENT], [above, below])))[2] == ["　乙", "乙是什么", "同上级工作"]


def test_only_the_areas_asked_for_are_shown_and_a_table_without_one_is_left_out() -> None:
    register = [programme("甲"), programme("乙", "farming")]
    assert [row[0] for row in rows(built("programmes", context([RATE], register), areas="farming"))] == ["农业农村", "乙"]
    with pytest.raises(Omitted):
        built("programmes", context([RATE], register), areas="tourism")


def test_what_nothing_has_said_is_listed() -> None:
    made = built("unsaid", context([RATE, DONE, {**GOAL, "period": "2026"}]), said=["done:2025#000"])
    assert rows(made) == [["增加值", "7.7%", "2025年"]]


def test_a_computed_figure_shows_what_it_comes_from() -> None:
    made = built("derived", context([SPENT, DONE, MEANT]), said=["meant:2025#derived"])
    assert rows(made) == [["计划投资（2025年）", "563.45亿元（推算）", "2025年完成投资594.21亿元÷年度计划完成率105.46%"]]
    with pytest.raises(Omitted):
        built("derived", context([SPENT, DONE, MEANT]), said=["spent:2025#000"])


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
    assert rows(made) == [["年度计划完成率（2023年、2024年）", "口径为甲乙。"], ["年度计划完成率（2025年）", "口径为甲乙丙。"]]


def test_sources_are_listed_with_how_many_printed_figures_they_give() -> None:
    made = built("sources", context([SPENT, DONE, MEANT, RATE]), said=["meant:2025#derived", "rate:2025#000"])
    assert rows(made) == [[PAPER.title, "—", "2024年1月", "3项"]]
