"""Periods and dates as datasets write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts.period import parse


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2023", "year", date(2023, 1, 1), date(2023, 12, 31)),
        ("2021-2025", "years", date(2021, 1, 1), date(2025, 12, 31)),
        ("2022H1", "half", date(2022, 1, 1), date(2022, 6, 30)),
        ("2022H2", "half", date(2022, 7, 1), date(2022, 12, 31)),
        ("2024Q1", "quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024Q4", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-01-28", "day", date(2023, 1, 28), date(2023, 1, 28)),
    ],
)
def test_each_form_names_its_first_and_last_day(text: str, kind: str, start: date, end: date) -> None:
    period = parse(text)
    assert (period.kind, period.start, period.end, period.text) == (kind, start, end, text)


@pytest.mark.parametrize("text", ["", "23", "2023年", "2023H3", "2023Q5", "2023-1", "2023-01-28 ", "2023/01/28", "２０２３"])
def test_other_forms_are_no_periods(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{text}' is not a period or date$"):
        parse(text)


@pytest.mark.parametrize("text", ["2023-00", "2023-13", "2023-02-29", "2023-04-31", "2025-2021", "2025-2025"])
def test_periods_that_do_not_exist_are_named(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{text}' does not exist: check the month and day, and that years run forward$"):
        parse(text)


def test_a_plan_period_belongs_to_the_year_it_ends_in() -> None:
    plan = parse("2021-2025")
    assert (plan.year, plan.is_year, plan.covers(2023), plan.covers(2026)) == (2025, False, True, False)


@pytest.mark.parametrize(("text", "expected"), [("2024Q1", True), ("2024-06", True), ("2024-07", False), ("2023Q4", False)])
def test_articles_look_back_on_a_year_until_the_middle_of_the_next(text: str, expected: bool) -> None:
    assert parse(text).soon_after(2023) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024Q1", True),
        ("2024-06", True),
        ("2023Q4", True),
        ("2023", True),
        ("2023Q1", False),
        ("2024", False),
        ("2024-07", False),
    ],
)
def test_a_source_looks_back_on_the_year_before_until_the_middle_of_its_own(text: str, expected: bool) -> None:
    assert parse(text).looks_back_on(2023) is expected


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_reads_back_as_itself(day: date) -> None:
    period = parse(day.isoformat())
    assert period.start == period.end == day


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_a_fault_with_a_sentence(text: str) -> None:
    try:
        found = parse(text).text
    except ValueError as error:
        found = str(error)
    assert found == text or f"'{text}'" in found
