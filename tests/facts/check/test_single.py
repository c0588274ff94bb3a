"""One figure by itself: what it can be, and whether it is recorded as it is printed."""

from __future__ import annotations

import pytest

from facts.check.cases import Figure, count, findings, found, money, points, rate, share

RANK: Figure = {"key": "place", "kind": "rank", "unit": "位", "period": 2025, "value": 6}
TIME: Figure = {"key": "time", "kind": "duration", "unit": "天", "period": 2025, "value": 42}


@pytest.mark.parametrize(
    "figure",
    [
        {**RANK, "value": 0},
        {**RANK, "value": "1.5"},
        share("part", 2025, "100.1"),
        share("part", 2025, "-0.1"),
        {**TIME, "value": -1},
        count("firms", 2025, -3),
        count("firms", 2025, "3.5"),
        rate("growth", 2025, "-100.5"),
        {"key": "done", "kind": "completion", "unit": "%", "period": 2025, "value": -5},
        {"key": "times", "kind": "multiple", "unit": "倍", "period": 2025, "value": -2},
    ],
    ids=lambda figure: f"{figure['kind']} {figure['value']}",
)
def test_a_value_that_its_kind_cannot_have_is_an_error(figure: Figure) -> None:
    assert [severity for severity, _ in found("range", figure)] == ["error"]


@pytest.mark.parametrize(
    "figure",
    [
        {**RANK, "value": 1},
        share("part", 2025, 0),
        share("part", 2025, 100),
        {**TIME, "value": "0.5"},
        count("firms", 2025, 0),
        count("people", 2025, "27.5", scale="万"),
        rate("growth", 2025, -100),
        rate("growth", 2025, 307),
        money("profit", 2025, -3),
        {"key": "done", "kind": "completion", "unit": "%", "period": 2025, "value": "148.4"},
    ],
    ids=lambda figure: f"{figure['kind']} {figure['value']}",
)
def test_a_value_at_the_edge_of_its_kind_is_none(figure: Figure) -> None:
    assert found("range", figure) == []


def test_a_finding_says_what_is_wrong_and_what_to_do() -> None:
    (finding,) = findings("range", share("part", 2025, "100.1"))
    assert (finding.computation, finding.advice) == (
        "100.1%: a share lies between 0 and 100%",
        "mend the value, or the kind of the indicator",
    )
    assert str(finding.facts[0]) == "part:2025#000 (000:1)"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (money("sum", 2025, "1068.12", printed="1068.21亿元"), "recorded as 106812000000, but '1068.21亿元' is 106821000000"),
        (money("sum", 2025, "6000", printed="6000万元"), "recorded as 600000000000, but '6000万元' is 60000000"),
        (money("sum", 2025, "7000", scale="万", printed="7000余亿元"), "recorded as 70000000, but '7000余亿元' is 700000000000"),
        (money("sum", 2025, "3", scale="万", printed="3千万元"), "recorded as 30000, but '3千万元' is 30000000"),
        (rate("growth", 2025, "7.6", printed="7.7%"), "recorded as 7.6, but '7.7%' is 7.7"),
    ],
    ids=lambda case: case["printed"] if isinstance(case, dict) else "",
)
def test_a_value_that_is_not_the_one_printed_is_an_error(figure: Figure, said: str) -> None:
    (finding,) = findings("printed", figure)
    assert (finding.severity, finding.computation) == ("error", said)


@pytest.mark.parametrize(
    "figure",
    [
        money("sum", 2025, "1068.21", printed="1068.21亿元"),
        money("sum", 2025, "70000000", scale="", printed="7000余万元"),
        money("sum", 2025, "3000", scale="", printed="3,000.00元"),
        rate("energy", 2025, "-20.02", printed="20.02%"),
        points("gap", 2025, "3", printed="3百分点"),
        {**RANK, "printed": "第六位", "value": 7},
        rate("range", 2025, "6", printed="6%～8%"),
        {"key": "power", "kind": "level", "unit": "千瓦时", "period": 2025, "value": "500", "printed": "500千瓦时"},
    ],
    ids=lambda figure: figure["printed"],
)
def test_a_value_in_another_scale_without_its_sign_or_in_chinese_numerals_is_none(figure: Figure) -> None:
    assert found("printed", figure) == []


@pytest.mark.parametrize(
    ("printed", "qualifier"),
    [("近3亿元", "exact"), ("超5亿元", "exact"), ("7000余万元", "exact"), ("10亿元左右", "exact"), ("90亿元以上", "over")],
)
def test_a_bound_that_is_recorded_as_something_else_is_an_error(printed: str, qualifier: str) -> None:
    assert found("qualifier", money("sum", 2025, 1, printed=printed, qualifier=qualifier)) == [("error", "sum:2025#000")]


@pytest.mark.parametrize(
    ("printed", "qualifier"),
    [
        ("近3亿元", "nearly"),
        ("超5亿元", "over"),
        ("1000余项", "over"),
        ("约50%", "about"),
        ("10%左右", "about"),
        ("90个以上", "at least"),
        ("50亩以下", "under"),
        ("十强", "under"),
        ("三年", "exact"),
        ("5亿元", "exact"),
    ],
)
def test_a_bound_that_is_recorded_as_printed_is_none(printed: str, qualifier: str) -> None:
    assert found("qualifier", money("sum", 2025, 1, printed=printed, qualifier=qualifier)) == []


def test_a_bound_without_a_word_for_it_is_a_warning() -> None:
    (finding,) = findings("qualifier", money("sum", 2025, 5, printed="5亿元", qualifier="over"))
    assert (finding.severity, finding.computation) == ("warning", "recorded as over, but '5亿元' has no word for it")


def test_a_derived_figure_has_no_printed_word_to_follow() -> None:
    figure = money("sum", 2025, 5, qualifier="about", status="derived", parents=("sum:2024#000",), formula="a / 2")
    assert found("qualifier", figure) == []


@pytest.mark.parametrize(
    ("figure", "severity"),
    [
        (points("gap", 2025, "0.6", printed="0.6%"), "warning"),
        (rate("growth", 2025, "0.6", printed="0.6个百分点"), "error"),
        (points("gap", 2025, "0.6", unit="%", printed="0.6%"), "error"),
        (count("firms", 2025, 6, printed="6%"), "error"),
    ],
    ids=["points printed as %", "% printed as points", "a difference in %", "a count printed as %"],
)
def test_percent_and_points_that_change_places_are_found(figure: Figure, severity: str) -> None:
    assert [one for one, _ in found("points", figure)] == [severity]


@pytest.mark.parametrize(
    "figure",
    [
        points("gap", 2025, "0.6"),
        rate("growth", 2025, "0.6"),
        share("part", 2025, 30, printed="三成以上"),
        count("firms", 2025, 6),
    ],
    ids=["points", "growth", "share in Chinese numerals", "count"],
)
def test_percent_and_points_in_their_places_are_not(figure: Figure) -> None:
    assert found("points", figure) == []
