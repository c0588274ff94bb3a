"""Facts told as one text in a table's cell: dates and subjects once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from making import scope

from reportgen.document.context import plain
from reportgen.document.telling import told

RATE = {"key": "rate", "kind": "growth", "unit": "%", "noun": "增加值", "period": 2025, "value": "7.7"}
GAP = {
    "key": "gap",
    "kind": "difference",
    "unit": "个百分点",
    "noun": "增加值增速",
    "period": 2025,
    "compares": ["rate", "rate@province"],
}
CHANGE = {
    "key": "change",
    "kind": "difference",
    "unit": "个百分点",
    "noun": "增加值增速",
    "period": 2025,
    "value": "-1.2",
    "compares": ["rate"],
}
PART = {**RATE, "key": "rate/part", "dimension": "部分", "value": "14.9"}
PART_GAP = {**GAP, "key": "gap/part", "dimension": "部分", "value": "7.2", "compares": ["rate/part", "rate"]}
SHARE = {"key": "share/part", "kind": "share", "unit": "%", "noun": "比重", "dimension": "部分", "period": 2025, "value": "53.5"}
COUNT = {"key": "count", "noun": "企业", "as_of": "2025-12-31", "value": 940}
LATER = {"key": "later", "noun": "平台", "as_of": "2026-06", "value": 3}
TARGET = {
    "key": "goal",
    "kind": "target",
    "unit": "%",
    "noun": "年均增速目标",
    "period": "2023-2026",
    "value": 10,
    "status": "target",
}
RANK = {"key": "place", "kind": "rank", "unit": "位", "noun": "增速", "period": 2025, "value": 9, "coverage": "全省设区市"}
NAMED = {"key": "loans", "noun": "“甲贷”试点贷款", "period": 2025, "value": 5}


def tell(*facts: Mapping[str, Any], **how: Any) -> str:
    """The facts as told in a dataset that knows the rate of the whole as well."""
    made = scope([*facts, {**RATE, "period": 2021}])
    return plain(told(made.dataset.facts[: len(facts)], made, **how))


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ([RATE, {**GAP, "value": "0.2"}], "增加值增长7.7%，高于全省0.2个百分点"),
        ([RATE, {**GAP, "value": "0"}], "增加值增长7.7%，与全省持平"),
        ([RATE, CHANGE], "增加值增长7.7%，比上年回落1.2个百分点"),
        ([{**RATE, "value": "0"}], "增加值持平"),
        ([CHANGE, RATE], "增加值增速比上年回落1.2个百分点，增长7.7%"),
        ([PART, PART_GAP, SHARE], "部分增加值增长14.9%，高于增加值增速7.2个百分点，比重53.5%"),
        ([RANK], "增速列全省设区市第9位"),
    ],
)  # fmt: skip
def test_a_subject_is_said_once(facts: list[Mapping[str, Any]], text: str) -> None:
    assert tell(*facts) == text


def test_facts_of_one_subject_stand_together() -> None:
    assert tell(RATE, {**COUNT, "as_of": "2025"}, CHANGE) == "增加值增长7.7%，比上年回落1.2个百分点，企业940家"


def test_each_date_is_said_once_and_the_year_of_the_report_never() -> None:
    assert (
        tell(COUNT, RATE, {**LATER, "key": "more"}, LATER)
        == "截至2025年底，企业940家；增加值增长7.7%；截至2026年6月，平台3家，3家"
    )


def test_a_flow_reported_so_far_says_from_when_to_when() -> None:
    assert tell({**LATER, "period": "2022-2026"}) == "2022年至2026年6月，平台3家"


def test_a_plan_says_the_time_of_its_targets_and_no_date_of_its_scope() -> None:
    assert tell(TARGET, {**COUNT, "as_of": "2025"}, plan=True) == "2023—2026年，年均增速目标10%；企业940家"


def test_a_proper_name_beside_the_text_is_not_said_again() -> None:
    assert tell(NAMED, under="“甲贷”试点") == "贷款5家"
    assert tell(COUNT, under="企业") == "截至2025年底，企业940家"
