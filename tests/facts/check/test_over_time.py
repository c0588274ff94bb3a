"""The figures of one series: scale, units, definitions, repetition, order."""

from __future__ import annotations

import pytest

from facts.check.cases import LATER, Figure, count, derived, findings, found, money, points, rate, share

# --- scale -----------------------------------------------------------------------------------------------------------------


def test_a_figure_ten_thousand_times_its_neighbours_is_an_error() -> None:
    series = [money("sum", 2022, 1050), money("sum", 2023, 1068, scale="万"), money("sum", 2024, 1200)]
    assert found("scale", *series) == [("error", "sum:2023#000 sum:2022#000 sum:2024#000")]


def test_a_figure_a_hundred_million_times_its_neighbours_is_an_error() -> None:
    series = [money("sum", 2022, 105), money("sum", 2023, "106.8", scale=""), money("sum", 2024, 120)]
    (finding,) = findings("scale", *series)
    assert finding.computation == "106.8元 (2023) beside 105亿元 (2022), 120亿元 (2024)"


def test_of_two_figures_ten_thousand_apart_either_may_be_off() -> None:
    assert found("scale", count("firms", 2022, 5), count("firms", 2023, 50_000)) == [("error", "firms:2022#000 firms:2023#000")]


@pytest.mark.parametrize(
    "values",
    [(5, 5_000), (5, 500), (0, 50_000), (5,), (1, 100, 10_000)],
    ids=["a thousand", "a hundred", "from 0", "one", "steps"],
)
def test_growth_without_a_slip_of_scale_is_none(values: tuple[int, ...]) -> None:
    assert found("scale", *(count("firms", 2020 + n, value) for n, value in enumerate(values))) == []


def test_rates_have_no_scale_to_slip() -> None:
    assert found("scale", rate("growth", 2022, "0.01"), rate("growth", 2023, 100)) == []


def test_another_series_is_no_neighbour() -> None:
    assert found("scale", money("sum", 2022, 105), money("sum/part", 2022, 105, scale="万")) == []


# --- units -----------------------------------------------------------------------------------------------------------------

TIME: Figure = {"key": "time", "kind": "duration", "unit": "天", "period": 2024, "value": 42}


def test_years_beside_days_are_a_warning() -> None:
    assert found("units", TIME, {**TIME, "period": 2025, "unit": "年", "value": "0.5"}) == [
        ("warning", "time:2024#000 time:2025#000")
    ]


def test_measure_words_of_one_kind_are_not() -> None:
    assert found("units", count("things", 2024, 5), count("things", 2025, 6, unit="项")) == []
    assert found("units", TIME, {**TIME, "period": 2025}) == []


# --- definitions -----------------------------------------------------------------------------------------------------------


def test_a_series_with_two_definitions_is_a_warning_that_lists_them() -> None:
    one, other = (
        rate("growth/drivers", 2023, "7.9", coverage="四个赛道"),
        rate("growth/drivers", 2025, "14.9", coverage="三个赛道"),
    )
    (finding,) = findings("definitions", one, other)
    assert (finding.severity, finding.computation) == ("warning", "2 definitions: 7.9% (2023): 四个赛道; 14.9% (2025): 三个赛道")


def test_a_series_with_two_bases_is_a_warning_that_names_them() -> None:
    one, other = rate("growth", 2023, 6, basis="same-enterprises"), rate("growth", 2025, 7)
    (finding,) = findings("definitions", one, other)
    assert finding.computation == "2 definitions: 6% (2023): same-enterprises; 7% (2025): no definition"


def test_a_basis_that_all_share_is_not_repeated_with_each_definition() -> None:
    one, other = (
        rate("growth", year, 6, basis="constant-prices", coverage=coverage) for year, coverage in ((2023, "甲"), (2025, "乙"))
    )
    (finding,) = findings("definitions", one, other)
    assert finding.computation == "2 definitions: 6% (2023): 甲; 6% (2025): 乙"


def test_the_basis_of_the_indicator_counts_where_a_figure_has_none() -> None:
    one = {**rate("growth", 2023, 6), "basis_of_indicator": "constant-prices"}
    assert found("definitions", one, {**one, "period": 2025, "basis": "constant-prices"}) == []
    assert len(found("definitions", one, {**one, "period": 2025, "basis": "same-enterprises"})) == 1


def test_one_definition_two_series_or_a_derived_figure_are_not() -> None:
    assert found("definitions", *(rate("growth", year, 7, coverage="全部") for year in (2023, 2024))) == []
    assert found("definitions", rate("growth/a", 2023, 7, coverage="甲"), rate("growth/b", 2023, 7, coverage="乙")) == []
    earlier = derived(count("firms", 2020, 600), ("firms:2025#000", "added:2025#000"))
    assert found("definitions", earlier, count("firms", 2025, 940, coverage="全部")) == []


def test_the_same_rate_under_two_definitions_is_a_warning() -> None:
    one = rate("growth/drivers", 2023, "7.9", coverage="甲")
    other = {**one, "coverage": "乙", "source": LATER}
    assert found("namesakes", one, other) == [("warning", "growth/drivers:2023#000 growth/drivers:2023#001")]


@pytest.mark.parametrize(
    "change",
    [{"coverage": "甲"}, {"value": "8.1"}, {"period": 2024}, {"kind": "count", "unit": "家", "value": 4}],
    ids=["one definition", "another value", "another year", "a count"],
)
def test_what_differs_or_is_merely_counted_is_no_namesake(change: Figure) -> None:
    one = rate("growth/drivers", 2023, "7.9", coverage="甲")
    first = {**one, **change, "coverage": "甲"} if "kind" in change else one
    assert found("namesakes", first, {**one, "coverage": "乙", "source": LATER, **change}) == []


# --- the same thing twice --------------------------------------------------------------------------------------------------


def twice(change: Figure) -> list[tuple[str, str]]:
    one = rate("growth", 2023, "7.7")
    return found("twice", one, {**one, "source": LATER, **change})


BOTH = "growth:2023#000 growth:2023#001"


def test_two_values_for_one_thing_are_an_error() -> None:
    assert twice({"value": "7.6"}) == [("error", BOTH)]
    assert twice({"value": 8, "qualifier": "over"}) == [("error", BOTH)]


def test_two_values_by_two_definitions_are_a_warning_and_a_revision_is_to_be_known() -> None:
    assert twice({"value": "7.6", "coverage": "部分"}) == [("warning", BOTH)]
    assert twice({"value": "7.6", "basis": "same-enterprises"}) == [("warning", BOTH)]
    assert twice({"value": "7.6", "status": "revised"}) == [("care", BOTH)]


@pytest.mark.parametrize(
    "change",
    [{"value": "7.70"}, {"value": "7.72"}, {"value": 8}, {"value": 7, "qualifier": "over"}, {"value": "7.6", "period": 2024}],
    ids=["the same", "more digits", "rounded", "a bound", "another year"],
)
def test_what_rounding_or_a_bound_allows_is_not(change: Figure) -> None:
    assert twice(change) == []


def test_a_printed_figure_that_contradicts_a_derived_one_is_an_error() -> None:
    parents = [rate("growth", 2023, "2.8"), points("change", 2023, "12.7")]
    computed = derived(rate("growth", 2022, "-9.9"), ("growth:2023#000", "change:2023#000"))
    assert found("twice", *parents, computed, rate("growth", 2022, "-9.8")) == []
    assert found("twice", *parents, computed, rate("growth", 2022, "-9.0")) == [("error", "growth:2022#derived growth:2022#000")]


def online(value: int, key: str = "online/part", **more: object) -> Figure:
    return {**share(key, 2022, value, qualifier="at least"), **more}


def test_unlike_bounds_of_whole_and_part_are_to_be_known() -> None:
    (finding,) = findings("bounds", online(90, "online"), online(70))
    assert finding.severity == "care"
    assert finding.computation == "at least 90% (2022), at least 70% (2022): both can be true"


def test_a_bound_beside_the_exact_figure_is_to_be_known() -> None:
    assert found("bounds", online(90), online(94, qualifier="exact", source=LATER)) == [
        ("care", "online/part:2022#000 online/part:2022#001")
    ]


@pytest.mark.parametrize(
    "other",
    [online(90), online(70, period=2023), online(70, "online/other"), online(80, "online", qualifier="exact", source=LATER)],
    ids=["the same bound", "another year", "two parts", "a contradiction"],
)
def test_the_same_bound_and_bounds_of_different_things_are_not(other: Figure) -> None:
    first = online(90) if other["key"] == "online/other" else online(90, "online")
    assert found("bounds", first, other) == []


# --- counts that fall ------------------------------------------------------------------------------------------------------


def stations(when: object, value: int, **more: object) -> Figure:
    return {"key": "stations", "kind": "cumulative", "unit": "个", "as_of": when, "value": value, **more}


def test_a_cumulative_count_that_falls_is_an_error() -> None:
    (finding,) = findings("falls", stations("2024Q1", 3476), stations("2025-12-31", 3400))
    assert (finding.severity, finding.computation) == ("error", "3476个 (2024Q1), 3400个 (2025-12-31): 76 fewer")


def test_a_count_with_a_series_of_increases_that_falls_is_a_warning() -> None:
    added = count("giants.added", 0, 5, period=2023, of=["giants"])
    fall = [count("giants", "2024Q1", 28), count("giants", "2026-06", 26)]
    assert found("falls", added, *fall) == [("warning", "giants:2024Q1#000 giants:2026-06#000")]
    assert found("falls", *fall) == [], "a count of what comes and goes"


@pytest.mark.parametrize(
    "later",
    [
        stations("2025-12-31", 3476),
        stations("2025-12-31", 3000, qualifier="over"),
        stations("2025-12-31", 100, coverage="主城区"),
        stations("2025-12-31", 100, period="2025"),
        stations("2024Q1", 100, source=LATER),
    ],
    ids=["standing still", "a bound", "another coverage", "another start", "the same day"],
)
def test_what_need_not_be_a_fall_is_none(later: Figure) -> None:
    assert found("falls", stations("2024Q1", 3476, period="2021-2024"), later) == []


# --- floors ----------------------------------------------------------------------------------------------------------------


def floor(**more: object) -> Figure:
    return {**money("floor", "2021-2025", 1000, qualifier="at least", of=["revenue"]), **more}


def test_a_year_below_the_floor_of_its_years_is_an_error() -> None:
    assert found("floor", floor(), money("revenue", 2022, 990)) == [("error", "floor:2021-2025#000 revenue:2022#000")]
    area = {
        "key": "area",
        "kind": "level",
        "unit": "亩",
        "scale": "万",
        "period": "2016-2020",
        "value": 15,
        "qualifier": "at least",
    }
    year = {**area, "period": "2019", "value": 14, "qualifier": "exact"}
    assert found("floor", area, year) == [("error", "area:2016-2020#000 area:2019#000")]


@pytest.mark.parametrize(
    ("low", "year"),
    [
        (floor(), money("revenue", 2022, 1000)),
        (floor(), money("revenue", 2020, 990)),
        (floor(), money("revenue", 2022, 900, qualifier="over")),
        (floor(status="target"), money("revenue", 2022, 990)),
        (floor(qualifier="exact"), money("revenue", 2022, 990)),
        (floor(of=[], key="paid"), money("paid", 2022, 990)),
    ],
    ids=["at the floor", "before its years", "a bound", "a target", "no floor", "a sum over the years"],
)
def test_a_year_that_need_not_be_below_a_floor_is_none(low: Figure, year: Figure) -> None:
    assert found("floor", low, year) == []
