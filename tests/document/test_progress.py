"""The short tables of slides: what programmes have reached, how targets stand, and where the figures of the deck are from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from making import SOURCE, dataset

from reportgen.document.context import Context, Omitted, plain
from reportgen.document.markup import Directive
from reportgen.document.model import Table
from reportgen.document.tables import table
from reportgen.errors import DocumentError
from reportgen.facts.model import Area, Name, Programme
from reportgen.facts.period import parse
from reportgen.narrative.scope import Scope

SPENT = {"key": "spent", "kind": "money", "unit": "元", "scale": "亿", "noun": "完成投资", "period": 2025, "value": "594.21"}
FIRMS = {"key": "firms", "noun": "改造企业", "as_of": "2026-06", "value": 680}
LABS = {"key": "labs", "noun": "企业技术中心", "as_of": "2026-06", "value": 52}
GOAL = {
    "key": "goal",
    "kind": "target",
    "unit": "%",
    "noun": "营收增速目标",
    "period": "2023-2026",
    "value": 10,
    "status": "target",
}
DUE = {
    "key": "due",
    "kind": "target",
    "unit": "元",
    "scale": "亿",
    "noun": "营收目标",
    "period": 2025,
    "value": 1000,
    "status": "target",
}
RATE = {"key": "rate", "kind": "growth", "unit": "%", "noun": "营收", "period": 2025, "value": 6}
SUM = {"key": "sum", "kind": "money", "unit": "元", "scale": "亿", "noun": "营收", "period": 2025, "value": 1200}


def programme(key: str, area: Area = "industry", **fields: Any) -> Programme:
    """A programme with its ``progress`` as ids of 2025 and of the middle of 2026."""
    times = {"2025": tuple(fields.pop("year", ())), "2026-06": tuple(fields.pop("state", ()))}
    reached = tuple((parse(when), ids) for when, ids in times.items() if ids)
    made = Programme(key, Name(key), key, Name(""), "plan", area, parse("2023-2026"), "", "", (), (), reached, ())
    return replace(made, **fields)


def context(facts: Iterable[Mapping[str, Any]], *programmes: Programme, year: int = 2025) -> Context:
    return Context(Scope(dataset(facts, programmes), year, (year - 3, year)))


def rows(kind: str, made: Context, **attributes: str) -> list[list[str]]:
    found: Table = table(Directive("table", "s.md.j2", {"kind": kind, **attributes}, ()), made)
    return [[plain(cell) for cell in row] for row in found.rows]


# --- progress --------------------------------------------------------------------------------------------------------------


def test_progress_has_a_row_for_each_time_with_the_time_in_a_column_of_its_own() -> None:
    made = context(
        [SPENT, FIRMS, LABS], programme("甲", year=["spent:2025#000"], state=["firms:2026-06#000", "labs:2026-06#000"])
    )
    assert rows("progress", made) == [
        ["甲", "完成投资594.21亿元", "2025年"],
        ["", "改造企业680家，企业技术中心52家", "截至2026年6月"],
    ]


def test_programmes_stand_in_the_order_of_their_keys_and_those_without_news_are_left_out() -> None:
    made = context(
        [SPENT, FIRMS], programme("甲", year=["spent:2025#000"]), programme("乙"), programme("丙", state=["firms:2026-06#000"])
    )
    assert [row[0] for row in rows("progress", made, keys="丙 乙 甲")] == ["丙", "甲"]


def test_a_figure_that_two_programmes_reach_is_said_once() -> None:
    made = context([SPENT], programme("甲", year=["spent:2025#000"]), programme("乙", "digital", year=["spent:2025#000"]))
    assert [row[0] for row in rows("progress", made)] == ["甲"]
    assert [row[0] for row in rows("progress", made, areas="digital")] == ["乙"]


def test_a_figure_that_two_slides_show_is_not_shown_once_more() -> None:
    made = context([SPENT, FIRMS], programme("甲", year=["spent:2025#000"], state=["firms:2026-06#000"]))
    made.shown.update({"spent:2025#000": 2, "firms:2026-06#000": 1})
    assert [row[2] for row in rows("progress", made)] == ["截至2026年6月"]
    made.shown["firms:2026-06#000"] += 1
    with pytest.raises(Omitted):
        rows("progress", made)


def test_an_unknown_programme_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"^s.md.j2: unknown programme 'plan-1'\n  hint: did you mean 'plan-10'"):
        rows("progress", context([SPENT], programme("plan-10", year=["spent:2025#000"])), keys="plan-1")


# --- targets ---------------------------------------------------------------------------------------------------------------


def test_a_target_stands_with_its_programme_and_the_last_outcome() -> None:
    made = context([GOAL, RATE], programme("甲", targets=("goal:2023-2026#000",)))
    assert rows("targets", made, facts="goal", outcomes="rate") == [
        ["营收增速", "甲", "2023—2026年", "10%", "2025年增长6%", "当年低于目标"]
    ]


@pytest.mark.parametrize(
    ("value", "said", "verdict"),
    [(0, "2025年持平", "当年低于目标"), (-3, "2025年下降3%", "当年低于目标"), (10, "2025年增长10%", "当年达到目标")],
)
def test_the_words_follow_the_sign_and_the_verdict_the_values(value: int, said: str, verdict: str) -> None:
    (row,) = rows("targets", context([GOAL, {**RATE, "value": value}]), facts="goal", outcomes="rate")
    assert row[4:] == [said, verdict]


def test_a_target_that_fell_due_is_held_against_the_outcome_of_its_year() -> None:
    assert rows("targets", context([DUE, SUM]), facts="due", outcomes="sum")[0][3:] == [
        "1000亿元",
        "2025年，1200亿元",
        "达到目标",
    ]


@pytest.mark.parametrize(("year", "verdict"), [(2024, "未到期"), (2025, "未见公布")])
def test_a_target_without_an_outcome_says_whether_it_is_due(year: int, verdict: str) -> None:
    made = context([DUE, {**SUM, "period": 2020}], year=year)
    assert rows("targets", made, facts="due", outcomes="sum")[0][4:] == ["—", verdict]


def test_targets_and_outcomes_come_in_pairs() -> None:
    with pytest.raises(DocumentError, match="'::: table' has 2 outcomes for 1 targets"):
        rows("targets", context([GOAL, RATE]), facts="goal", outcomes="rate rate")


# --- sources ---------------------------------------------------------------------------------------------------------------


def test_the_sources_of_a_deck_count_what_its_slides_show() -> None:
    made = context([SPENT, FIRMS, LABS])
    made.said.update({"labs:2026-06#000"})
    made.shown.update({"spent:2025#000": 3, "firms:2026-06#000": 1})
    assert [(row[0], row[3]) for row in rows("sources", made, of="deck")] == [(SOURCE.title, "2项")]
    assert [(row[0], row[3]) for row in rows("sources", made)] == [(SOURCE.title, "1项")]
