"""Figures that other figures have to come to: differences, completion, shares, growth, multiples."""

from __future__ import annotations

import pytest

from facts.check.cases import LATER, Figure, count, derived, findings, found, money, points, rate, share

# --- differences -----------------------------------------------------------------------------------------------------------

GAP = points("gap/chains", 2025, "3.1", compares=["growth/*", "growth"])
CHAINS, ALL = rate("growth/chains", 2025, "10.8"), rate("growth", 2025, "7.7")
THREE = "gap/chains:2025#000 growth/chains:2025#000 growth:2025#000"


def test_a_gap_that_is_not_the_difference_of_its_rates_is_an_error() -> None:
    (finding,) = findings("difference", {**GAP, "value": "3.3"}, CHAINS, ALL)
    assert (finding.severity, " ".join(finding.ids)) == ("error", THREE)
    assert finding.computation == "10.8% - 7.7% = 3 to 3.2, but 3.3个百分点 is printed"


@pytest.mark.parametrize("value", ["3.0", "3.1", "3.2", "3"])
def test_a_gap_within_the_rounding_of_its_rates_is_none(value: str) -> None:
    assert found("difference", {**GAP, "value": value}, CHAINS, ALL) == []


def test_a_gap_in_the_wrong_direction_is_an_error() -> None:
    assert found("difference", {**GAP, "value": "-3.1"}, CHAINS, ALL) == [("error", THREE)]


@pytest.mark.parametrize(
    "others",
    [
        [CHAINS],
        [ALL],
        [CHAINS, {**ALL, "period": 2024}],
        [{**CHAINS, "key": "growth/clusters"}, ALL],
        [CHAINS, {**ALL, "key": "growth@province"}],
    ],
    ids=["no whole", "no part", "another year", "another part", "another place"],
)
def test_a_gap_without_both_of_its_rates_is_not_judged(others: list[Figure]) -> None:
    assert found("difference", {**GAP, "value": "9.9"}, *others) == []


def test_a_gap_to_another_place_is_held_against_that_place() -> None:
    gap = points("gap", 2025, "0.5", compares=["growth", "growth@province"])
    assert found("difference", gap, ALL, rate("growth@province", 2025, "7.5")) == [
        ("error", "gap:2025#000 growth:2025#000 growth@province:2025#000")
    ]


def test_the_rates_of_the_same_source_come_before_those_of_another() -> None:
    later = {**CHAINS, "value": "11.5", "source": LATER}
    assert found("difference", GAP, CHAINS, later, ALL) == []


CHANGE = points("change", 2023, "12.7", compares=["growth"])


def test_a_change_is_held_against_the_year_before() -> None:
    rates = [rate("growth", 2023, "2.8"), rate("growth", 2022, "-8.9")]
    assert found("difference", CHANGE, *rates) == [("error", "change:2023#000 growth:2023#000 growth:2022#000")]
    assert found("difference", CHANGE, rates[0], rate("growth", 2022, "-9.9")) == []
    assert found("difference", CHANGE, rates[0], rate("growth", 2021, "-8.9")) == []


def test_a_change_of_a_part_is_held_against_the_part() -> None:
    change = points("change/part", 2023, "3.9", compares=["share"])
    parts = [share("share/part", 2023, "12.2"), share("share/part", 2022, "9.3")]
    assert found("difference", change, *parts, share("share", 2023, 50), share("share", 2022, "46.1")) == [
        ("error", "change/part:2023#000 share/part:2023#000 share/part:2022#000")
    ]


def test_a_change_that_made_the_earlier_rate_proves_nothing() -> None:
    before = derived(rate("growth", 2022, "-9.9"), ("growth:2023#000", "change:2023#000"))
    (finding,) = findings("difference", CHANGE, rate("growth", 2023, "2.8"), before)
    assert finding.severity == "care"
    assert (
        finding.computation
        == "12.7个百分点 = 2.8% - (-9.9%) holds by construction: growth:2022#derived is computed from the others"
    )


def test_a_derived_rate_that_goes_back_to_another_figure_does_prove_something() -> None:
    other = points("other", 2023, "11.7")
    before = derived(rate("growth", 2022, "-8.9"), ("growth:2023#000", "other:2023#000"))
    assert found("difference", CHANGE, rate("growth", 2023, "2.8"), other, before) == [
        ("error", "change:2023#000 growth:2023#000 growth:2022#derived")
    ]


# --- completion and shares -------------------------------------------------------------------------------------------------

DONE: Figure = {"key": "done", "kind": "completion", "unit": "%", "period": 2023, "value": "105.46", "of": ["actual", "plan"]}
ACTUAL, PLAN = money("actual", 2023, "594.21"), money("plan", 2023, "563.45")


def test_completion_that_is_not_actual_by_plan_is_an_error() -> None:
    assert found("completion", {**DONE, "value": "106.46"}, ACTUAL, PLAN) == [
        ("error", "done:2023#000 actual:2023#000 plan:2023#000")
    ]
    assert found("completion", DONE, ACTUAL, money("plan", 2023, 500)) == [
        ("error", "done:2023#000 actual:2023#000 plan:2023#000")
    ]


def test_completion_that_agrees_or_has_nothing_to_agree_with_is_none() -> None:
    assert found("completion", DONE, ACTUAL, PLAN) == []
    assert found("completion", {**DONE, "value": 105}, ACTUAL, PLAN) == []
    assert found("completion", {**DONE, "value": 90}, ACTUAL) == []
    assert found("completion", {**DONE, "value": 90}, ACTUAL, {**PLAN, "period": 2022}) == []


def test_a_share_of_the_last_day_stands_beside_a_figure_of_the_year() -> None:
    figures = [count("actual", "2023-12-31", 90), count("plan", "2023-12-31", 100)]
    assert len(found("completion", DONE, *figures)) == 1
    assert found("completion", DONE, count("actual", "2023-06-30", 90), figures[1]) == []
    assert found("completion", {**DONE, "period": "2023H2"}, *figures) == []


def test_completion_over_a_plan_computed_from_it_proves_nothing() -> None:
    plan = derived(PLAN, ("actual:2023#000", "done:2023#000"), "a / (b / 100)", qualifier="about")
    assert [severity for severity, _ in found("completion", DONE, ACTUAL, plan)] == ["care"]


PART = share("share", 2025, "53.5", of=["sum/part", "sum"])


def test_a_share_that_is_not_part_by_whole_is_an_error() -> None:
    figures = [money("sum/part", 2025, 535), money("sum", 2025, 1000)]
    assert found("share", PART, *figures) == []
    assert found("share", {**PART, "value": "55.5"}, *figures) == [("error", "share:2025#000 sum/part:2025#000 sum:2025#000")]
    assert found("share", {**PART, "value": "55.5"}, figures[0]) == []


SHARE = share("share/part", 2022, "12.2", of=["growth/*", "growth"])
BEFORE = share("share/part", 2021, "8.3")
PART_GROWTH, GROWTH = rate("growth/part", 2022, "24.7"), rate("growth", 2022, "-9.9")


def test_a_share_that_moved_otherwise_than_growth_would_move_it_is_told_with_the_basis() -> None:
    (finding,) = findings("share-growth", SHARE, BEFORE, PART_GROWTH, GROWTH)
    assert finding.severity == "warning"
    assert finding.computation == (
        "8.3% * (1 + 24.7% / 100) / (1 + (-9.9%) / 100) = 11.41 to 11.57, but 12.2% is printed; the basis of growth and share is not recorded"
    )


@pytest.mark.parametrize(
    ("rates", "shares", "severity"),
    [("constant-prices", "current-prices", "care"), ("current-prices", "current-prices", "error")],
)
def test_prices_explain_a_share_that_moved_otherwise(rates: str, shares: str, severity: str) -> None:
    figures = [{**SHARE, "basis": shares}, BEFORE, {**PART_GROWTH, "basis": rates}, {**GROWTH, "basis": rates}]
    assert [one for one, _ in found("share-growth", *figures)] == [severity]


def test_a_share_that_moved_with_growth_is_none() -> None:
    assert found("share-growth", {**SHARE, "value": "11.5"}, BEFORE, PART_GROWTH, GROWTH) == []
    assert found("share-growth", SHARE, PART_GROWTH, GROWTH) == []


# --- growth ----------------------------------------------------------------------------------------------------------------

NOW, THEN = money("output", 2021, "123.77", basis="current-prices"), money("output", 2020, "100", basis="current-prices")


def grown(value: object, period: object = 2021, **more: object) -> Figure:
    return rate("output.growth", period, value, of=["output"], **more)


@pytest.mark.parametrize(
    ("basis", "severity", "why"),
    [
        ("current-prices", "error", "both current-prices"),
        ("", "warning", "the basis of output.growth is not recorded"),
        ("constant-prices", "care", "other basis: output.growth constant-prices, output current-prices"),
        ("same-enterprises", "care", "other basis: output.growth same-enterprises, output current-prices"),
    ],
)
def test_growth_that_levels_do_not_show_is_as_serious_as_its_basis_makes_it(basis: str, severity: str, why: str) -> None:
    (finding,) = findings("growth", grown("9.9", basis=basis), NOW, THEN)
    assert finding.severity == severity
    assert finding.computation == f"(123.77亿元 / 100亿元 - 1) * 100 = 23.15 to 24.4, but 9.9% is printed; {why}"


@pytest.mark.parametrize(
    "figure",
    [grown("23.8"), grown(24), grown("23.15"), grown(20, qualifier="over"), grown("9.9", 2020), grown("9.9", "2021H1")],
    ids=["exact", "rounded", "at the edge", "a bound", "another year", "half a year"],
)
def test_growth_that_levels_show_or_cannot_show_is_none(figure: Figure) -> None:
    assert found("growth", figure, NOW, THEN) == []


def test_growth_over_years_counts_from_the_first_or_from_the_year_before() -> None:
    levels = [money("output", 2012, "82.32"), money("output", 2021, "123.77")]
    assert found("growth", grown(50, "2012-2021", qualifier="about"), *levels) == []
    assert found("growth", grown("50.35", "2013-2021"), *levels) == []
    assert [one for one, _ in found("growth", grown(40, "2012-2021", qualifier="about"), *levels)] == ["warning"]


def test_growth_over_years_may_be_that_of_every_year() -> None:
    levels = [money("output", 2012, "82.32"), money("output", 2021, "123.77")]
    assert found("growth", grown("4.6", "2012-2021"), *levels) == []
    assert len(found("growth", grown("4.0", "2012-2021"), *levels)) == 1


def test_growth_of_a_balance_is_held_against_the_ends_of_the_years() -> None:
    balances = [count("loans", "2022-12-31", 134), count("loans", "2021-12-31", 100), count("loans", "2021-06", 120)]
    assert found("growth", rate("loans.growth", 2022, 34, of=["loans"]), *balances) == []
    assert len(found("growth", rate("loans.growth", 2022, 12, of=["loans"]), *balances)) == 1


def test_a_level_computed_from_the_rate_proves_nothing() -> None:
    before = derived(money("loans", 2021, "110.2"), ("loans:2022#000", "loans.growth:2022#000"), "a / (1 + b / 100)")
    assert [
        one
        for one, _ in found("growth", rate("loans.growth", 2022, "33.56", of=["loans"]), money("loans", 2022, "147.18"), before)
    ] == ["care"]


REVENUE = [money("revenue", 2023, "1068.21", basis="current-prices"), money("revenue", 2025, "1267.05", basis="current-prices")]


def test_levels_with_a_year_missing_between_them_are_not_recomputed_and_that_is_said() -> None:
    published = rate("revenue.growth", 2025, 6, of=["revenue"], basis="same-enterprises")
    (finding,) = findings("growth", published, *REVENUE)
    assert (finding.severity, " ".join(finding.ids)) == ("care", "revenue.growth:2025#000 revenue:2025#000 revenue:2023#000")
    assert finding.computation == (
        "not recomputable: 1068.21亿元 (2023), 1267.05亿元 (2025) lie 18.6% apart, 6% is published for 2025, and no level of 2024; "
        "levels alone would leave 11.9% to 2024; other basis: revenue.growth same-enterprises, revenue current-prices"
    )


def test_a_rate_of_the_first_level_has_no_gap_to_tell_of() -> None:
    assert found("growth", rate("revenue.growth", 2023, "1.8", of=["revenue"]), *REVENUE) == []
    assert found("growth", rate("revenue.growth", 2024, "1.8", of=["revenue"]), *REVENUE) == []


# --- multiples -------------------------------------------------------------------------------------------------------------


def multiple(value: object, printed: str = "翻了一番", unit: str = "倍") -> Figure:
    return {
        "key": "times",
        "kind": "multiple",
        "unit": unit,
        "period": "2012-2022",
        "value": value,
        "printed": printed,
        "of": ["sales"],
    }


@pytest.mark.parametrize(
    ("value", "printed", "unit"), [(1, "翻了一番", "倍"), (2, "翻两番", "倍"), (3, "翻番", "倍"), (200, "翻一番", "%")]
)
def test_a_doubling_that_is_recorded_as_something_else_is_an_error(value: int, printed: str, unit: str) -> None:
    assert found("multiple", multiple(value, printed, unit)) == [("error", "times:2012-2022#000")]


@pytest.mark.parametrize(
    ("value", "printed", "unit"),
    [
        (2, "翻了一番", "倍"),
        (4, "翻两番", "倍"),
        (2, "翻番", "倍"),
        (100, "翻一番", "%"),
        (300, "翻两番", "%"),
        ("2.13", "2.13倍", "倍"),
    ],
)
def test_a_doubling_that_doubles_is_none(value: object, printed: str, unit: str) -> None:
    assert found("multiple", multiple(value, printed, unit)) == []


def test_a_multiple_is_held_against_the_levels_of_both_ends() -> None:
    sales = [money("sales", 2022, "110.15"), money("sales", 2012, "55")]
    assert found("multiple", multiple(2), *sales) == []
    assert found("multiple", multiple(2), sales[0], money("sales", 2012, 51)) == []
    assert found("multiple", multiple("2.0", "2.0倍"), sales[0], money("sales", 2012, 51)) != []
    assert found("multiple", multiple(2), sales[0], money("sales", 2012, 40)) == [
        ("error", "times:2012-2022#000 sales:2022#000 sales:2012#000")
    ]
    base = derived(money("sales", 2012, "55.08"), ("sales:2022#000", "times:2012-2022#000"), "a / b", qualifier="about")
    assert [one for one, _ in found("multiple", multiple(2), sales[0], base)] == ["care"]
