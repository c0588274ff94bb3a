"""Figures, targets, progress and milestones against the calendar, and facts that nothing refers to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import dataset

from facts.check.cases import LATER, Figure, count, derived, findings, found, money, named
from reportgen.facts.check import CHECKS
from reportgen.facts.model import Milestone, Name, Programme, Project
from reportgen.facts.period import parse

# --- figures and the date of their source, which is January 2024 ------------------------------------------------------------


@pytest.mark.parametrize("when", ["2024-02", "2024Q2", "2025", "2025-2027"])
def test_a_figure_of_a_time_after_its_source_is_an_error(when: str) -> None:
    assert found("published", money("sum", when, 5)) == [("error", f"sum:{when}#000")]


@pytest.mark.parametrize("when", ["2024", "2024Q1", "2021-2025", "2024-01-31"])
def test_a_figure_of_the_time_of_its_source_is_never_an_error(when: str) -> None:
    assert [one for one, _ in found("published", money("sum", when, 5))] in ([], ["warning"])


@pytest.mark.parametrize("when", ["2024", "2024Q1", "2021-2025"])
def test_a_figure_of_a_time_that_was_not_over_is_a_warning(when: str) -> None:
    (finding,) = findings("published", money("sum", when, 5))
    assert (finding.severity, finding.computation) == ("warning", f"5亿元 is of {when}, the source of 2024-01: not over then")


@pytest.mark.parametrize(
    "figure",
    [
        money("sum", 2023, 5),
        money("sum", "2024-01", 5),
        money("sum", "2021-2025", 5, as_of="2024-01"),
        money("sum", 2025, 5, status="target"),
        money("sum", 2025, 5, kind="target"),
        derived(money("sum", 2025, 5), ("a:2023#000",), "a"),
        money("sum", 2025, 5, source=replace(LATER, published=None)),
    ],
    ids=["the year before", "the month of the source", "counted so far", "a target", "a planned sum", "derived", "no date"],
)
def test_a_figure_that_its_source_could_know_is_none(figure: Figure) -> None:
    assert found("published", figure) == []


# --- targets, the last source being of June 2026 ----------------------------------------------------------------------------

RECENT = count("other", "2026-06", 1, source=LATER)


def target(period: object = 2025, **more: object) -> Figure:
    return money("revenue.target/electronics", period, 1000, kind="target", status="target", of=["revenue/*"], **more)


def test_a_target_past_its_date_without_an_outcome_is_a_warning() -> None:
    (finding,) = findings("targets", RECENT, target())
    assert (finding.severity, finding.computation) == ("warning", "1000亿元 was due in 2025; no source says what was reached")


def test_the_outcome_of_the_whole_is_told_beside_the_target_of_a_part() -> None:
    (finding,) = findings("targets", RECENT, target(), money("revenue", 2025, "1267.05"))
    assert finding.ids == ("revenue.target/electronics:2025#000", "revenue:2025#000")
    assert finding.computation.endswith("; all in all it was 1267.05亿元, of which the target is 78.9%")


@pytest.mark.parametrize(
    "figures",
    [
        [target(2026)],
        [target("2023-2026")],
        [target(), money("revenue/electronics", 2025, 800)],
        [target(), money("revenue/electronics", 2026, 800)],
        [derived(target(), ("other:2026-06#001",), "a"), money("revenue/electronics", 2025, 800)],
    ],
    ids=["not due", "not over", "reached or not", "reported later", "a derived plan"],
)
def test_a_target_that_is_not_due_or_has_an_outcome_is_none(figures: list[Figure]) -> None:
    assert found("targets", RECENT, *figures) == []


def test_an_outcome_before_the_date_or_of_another_part_is_no_outcome() -> None:
    assert len(found("targets", RECENT, target(), money("revenue/electronics", 2024, 800))) == 1
    assert len(found("targets", RECENT, target(), money("revenue/chains", 2025, 800))) == 1


def test_a_target_without_a_date_is_to_be_known_until_it_is_reported() -> None:
    planned = {"key": "fund", "kind": "money", "unit": "元", "scale": "亿", "as_of": "2022Q4", "value": 100, "status": "target"}
    (finding,) = findings("targets", RECENT, planned)
    assert (finding.severity, finding.computation) == ("care", "100亿元 has no date to be reached by")
    assert found("targets", RECENT, planned, {**planned, "as_of": "2022-12-31", "status": "reported"}) == []


# --- programmes and projects -----------------------------------------------------------------------------------------------


def programme(period: str, *progress: str, targets: tuple[str, ...] = ()) -> Programme:
    reached = tuple((parse(at), ("firms:2025#000",)) for at in progress)
    when = parse(period) if period else None
    return Programme("plan", Name("计划"), "", Name(""), "plan", "industry", when, "", "", targets, (), reached, (("000", 7),))


def progress(one: Programme) -> list[tuple[str, str]]:
    return named(CHECKS["progress"](dataset([count("firms", 2025, 940)], [one])))


@pytest.mark.parametrize("at", ["2022", "2022H1", "2027", "2027-01"])
def test_progress_before_a_programme_began_or_after_it_ended_is_a_warning(at: str) -> None:
    assert progress(programme("2023-2026", at)) == [("warning", "programme plan firms:2025#000")]


def test_progress_in_or_across_the_time_of_a_programme_is_none() -> None:
    assert progress(programme("2023-2026", "2023", "2026-06", "2021-2025")) == []
    assert progress(programme("", "2012")) == []


def project(*milestones: str) -> Project:
    made = tuple(Milestone(parse(one), "投产") for one in milestones)
    return Project("park", Name("园"), "", None, None, ("firms:2025#000",), (), made, (), (("003", 9),))


def milestones(*when: str) -> list[tuple[str, str]]:
    return named(CHECKS["milestones"](dataset([], projects=[project(*when)])))


def test_milestones_that_run_backwards_are_an_error() -> None:
    assert milestones("2022-10-25", "2022-05") == [("error", "project park")]
    assert milestones("2021", "2023", "2022") == [("error", "project park")]


def test_milestones_in_order_or_of_overlapping_times_are_none() -> None:
    assert milestones("2022-05", "2022-10-25") == []
    assert milestones("2022-05", "2022") == []
    assert milestones("2022-05-01", "2022-05-01") == []
    assert milestones("2022-05") == []


def test_facts_of_no_programme_and_no_project_are_counted_in_one_finding() -> None:
    figures = [count("firms", 2025, 940), count("firms", 2024, 900), count("firms", 2023, 800)]
    (finding,) = CHECKS["unused"](dataset(figures, [programme("", "2025")]))
    assert (finding.severity, finding.ids) == ("care", ("firms:2024#000", "firms:2023#000"))
    assert finding.computation == "2 of 3 facts belong to no programme and no project"


def test_targets_progress_and_investments_are_used() -> None:
    figures = [count("firms", 2025, 940), count("firms", 2024, 900)]
    assert CHECKS["unused"](dataset(figures, [programme("", "2025", targets=("firms:2024#000",))])) == ()
    assert CHECKS["unused"](dataset(figures[:1], projects=[project()])) == ()
