"""Increases against the counts before and after, parts against wholes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import HOME, PROVINCE, dataset

from facts.check.cases import Figure, count, derived, findings, found, money, share
from reportgen.facts.check import CHECKS


def added(value: object, period: object = 2023, **more: object) -> Figure:
    return count("cloud.added", 0, value, period=period, of=["cloud"], **more)


BOTH = "cloud.added:2023#000 cloud:2023-12-31#000 cloud:2022-12-31#000"


def test_counts_of_the_very_days_have_to_differ_by_the_increase() -> None:
    counts = [count("cloud", "2022-12-31", 5712), count("cloud", "2023-12-31", 15749)]
    assert found("increase", added(10037), *counts) == []
    (finding,) = findings("increase", added(8053), *counts)
    assert (finding.severity, " ".join(finding.ids)) == ("error", BOTH)
    assert finding.computation == (
        "15749家 - 8053家 = 7696家 before, but 5712家 is printed: 1984 more than the increase explains"
    )


def test_some_may_have_left_a_count_that_grew_by_less_but_not_a_cumulative_one() -> None:
    counts = [count("cloud", "2022-12-31", 5712), count("cloud", "2023-12-31", 6000)]
    (finding,) = findings("increase", added(8053 - 7000), *counts)
    assert finding.severity == "warning"
    assert finding.computation.endswith("but 5712家 is printed: 765 fewer than it makes")
    assert found("increase", added(1053), *({**one, "kind": "cumulative"} for one in counts)) == [("error", BOTH)]


def test_counts_that_an_article_prints_about_the_turn_of_the_year_make_it_a_warning() -> None:
    counts = [count("cloud", "2022Q4", 5712), count("cloud", "2024Q1", 15749)]
    (finding,) = findings("increase", added(8053), *counts)
    assert finding.severity == "warning"
    assert finding.computation.endswith("; the counts are of 2022Q4 and 2024Q1")


@pytest.mark.parametrize(
    "counts",
    [
        [],
        [count("cloud", "2022-12-31", 5712)],
        [count("cloud", "2022-06", 5712)],
        [count("cloud", "2022-12-31", 5712), count("cloud", "2023-12-31", 13000, qualifier="over")],
    ],
    ids=["none", "only before", "long before", "a bound"],
)
def test_counts_that_are_missing_or_bounds_do_not_contradict(counts: list[Figure]) -> None:
    assert found("increase", added(8053), *counts) == []


def test_a_count_after_the_increase_alone_says_only_what_came_before() -> None:
    (finding,) = findings("increase", added(84), count("cloud", "2024Q1", 222))
    assert (finding.severity, finding.computation) == ("care", "222家 - 84家 = 138家 before the increase, which no source prints")


def test_an_increase_greater_than_the_count_after_it_is_an_error() -> None:
    assert [one for one, _ in found("increase", added(300), count("cloud", "2024Q1", 222))] == ["error"]


def test_the_count_of_a_month_does_not_stand_at_both_its_ends() -> None:
    assert found("increase", added(50, "2023-05"), count("cloud", "2023-05-15", 222)) == []


def test_a_net_increase_is_independent_only_of_counts_that_are_printed() -> None:
    net = count("firms.added", 0, 331, period="2021-2025", of=["firms"])
    after = count("firms", "2025-12-31", 940)
    before = derived(count("firms", "2020-12-31", 609), ("firms:2025-12-31#000", "firms.added:2021-2025#000"))
    (finding,) = findings("increase", net, after, before)
    assert finding.severity == "care"
    assert (
        finding.computation == "331家 = 940家 - 609家 holds by construction: firms:2020-12-31#derived is computed from the others"
    )
    assert found("increase", net, after, count("firms", "2020-12-31", 609)) == []
    assert [one for one, _ in found("increase", net, after, count("firms", "2020-12-31", 619))] == ["warning"]
    assert [one for one, _ in found("increase", net, after, count("firms", "2020-12-31", 599))] == ["error"]


# --- parts and wholes ------------------------------------------------------------------------------------------------------


def test_a_part_greater_than_the_whole_is_an_error() -> None:
    (finding,) = findings("parts", count("contracts", 0, 185, period=2022), count("contracts/large", 0, 233, period=2022))
    assert (finding.severity, " ".join(finding.ids)) == ("error", "contracts/large:2022#000 contracts:2022#000")
    assert finding.computation == "233家 (2022) is greater than the whole, 185家 (2022)"


@pytest.mark.parametrize(
    "part",
    [
        count("contracts/large", 0, 185, period=2022),
        count("contracts/large", 0, 233, period=2023),
        count("contracts/large", 0, 233, period="2022-2023"),
        count("contracts/large@province", 0, 233, period=2022),
        count("contracts/large", 0, 150, period=2022, qualifier="over"),
        share("contracts/large", 2022, 90),
    ],
    ids=["all of it", "another year", "a longer time", "elsewhere", "a bound", "a share"],
)
def test_what_may_be_part_of_the_whole_is_none(part: Figure) -> None:
    assert found("parts", count("contracts", 0, 185, period=2022), part) == []


def test_a_part_of_half_a_year_is_within_the_year() -> None:
    assert [
        one
        for one, _ in found("parts", count("contracts", 0, 185, period=2022), count("contracts/large", 0, 233, period="2022H1"))
    ] == ["error"]


def test_a_count_of_one_day_is_held_against_that_of_the_same_day_only() -> None:
    whole = count("firms", "2025-12-31", 940)
    assert found("parts", whole, count("firms/part", "2025Q4", 950)) == []
    assert len(found("parts", whole, count("firms/part", "2025-12-31", 950))) == 1


def test_a_dimension_within_another_is_not_greater() -> None:
    whole, part = money("invested/campaign", 2023, "382.5"), money("invested/list", 2023, "594.21", of_dimension="campaign")
    assert found("parts", whole, part) == [("error", "invested/list:2023#000 invested/campaign:2023#000")]
    assert found("parts", whole, {**part, "of_dimension": ""}) == []
    assert found("parts", {**whole, "value": 600}, part) == []


def test_an_indicator_within_another_is_not_greater() -> None:
    giants = count("giants", "2026-06", 26)
    assert found("parts", giants, count("giants.key", "2026-06", 29, within="giants")) == [
        ("error", "giants.key:2026-06#000 giants:2026-06#000")
    ]
    assert found("parts", giants, count("giants.key", "2026-06", 9, within="giants")) == []


def test_a_place_within_another_is_not_greater() -> None:
    data = dataset([count("firms", "2025-12-31", 940), count("firms@province", "2025-12-31", 900)])
    city = replace(HOME, within=PROVINCE.key)
    facts = tuple(replace(fact, place=city) if fact.place == HOME else fact for fact in data.facts)
    (finding,) = CHECKS["parts"](replace(data, facts=facts))
    assert finding.ids == ("firms:2025-12-31#000", "firms@province:2025-12-31#000")
    assert CHECKS["parts"](data) == ()
