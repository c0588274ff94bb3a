"""Which fact of a series a report on a year uses, and what a programme has reached in it."""

from __future__ import annotations

import pytest

from facts.conftest import Folder

ROWS = {
    "of the year": "firms,city,,2024,,1,,家,exact,1家,reported,,,000,1,,,,",
    "state in the year": "firms,city,,,2024-06,2,,家,exact,2家,reported,,,000,1,,,,",
    "state at its end": "firms,city,,,2024-12-31,3,,家,exact,3家,reported,,,000,1,,,,",
    "years that end in it": "firms,city,,2021-2024,,4,,家,exact,4家,reported,,,000,1,,,,",
    "half of it": "firms,city,,2024H1,,5,,家,exact,5家,reported,,,000,1,,,,",
    "soon after": "firms,city,,,2025-06,6,,家,exact,6家,reported,,,000,1,,,,",
    "late after": "firms,city,,,2025-07,7,,家,exact,7家,reported,,,000,1,,,,",
    "so far": "firms,city,,2022-2025,2025-05,8,,家,exact,8家,reported,,,000,1,,,,",
}


def found(folder: Folder, *names: str) -> str:
    folder.add("facts.csv", "".join(f"{ROWS[name]}\n" for name in names))
    fact = folder.load().find("firms", 2024)
    return next((name for name in names if fact and ROWS[name].split(",")[5] == str(fact.quantity.value)), "")


@pytest.mark.parametrize(
    ("there", "used"),
    [
        (tuple(ROWS), "of the year"),
        (("state in the year", "state at its end", "half of it", "soon after"), "state at its end"),
        (("half of it", "years that end in it", "soon after"), "years that end in it"),
        (("half of it", "soon after"), "half of it"),
        (("soon after", "late after"), "soon after"),
        (("late after",), ""),
        (("so far",), "so far"),
    ],
)
def test_the_figure_nearest_to_the_year_is_used(folder: Folder, there: tuple[str, ...], used: str) -> None:
    assert found(folder, *there) == used


def test_of_several_sources_the_last_published_is_used_and_the_others_are_its_twins(folder: Folder) -> None:
    folder.add("facts.csv", "growth,city,,2025,,7.70,,%,exact,7.70%,reported,,,000,1,,,,\n")
    dataset = folder.load()
    used = dataset.find("growth", 2025)
    assert used
    assert used.id == "growth:2025#001"
    assert [twin.id for twin in dataset.twins(used)] == ["growth:2025#001", "growth:2025#000"]


def test_a_figure_can_be_asked_for_by_its_period_as_written(folder: Folder) -> None:
    folder.add("facts.csv", f"{ROWS['half of it']}\n{ROWS['years that end in it']}\n")
    half = folder.load().at("firms", "2024H1")
    assert half
    assert half.quantity.value == 5
    assert folder.load().at("firms", "2024") is None


def test_facts_are_counted_by_the_year_they_are_told_in(folder: Folder) -> None:
    assert folder.load().years() == {2024: 1, 2025: 6}


def test_a_programme_has_reached_what_is_reported_for_the_year_and_soon_after(folder: Folder) -> None:
    folder.add("facts.csv", f"{ROWS['soon after']}\n{ROWS['late after']}\n")
    folder.replace(
        "programmes.yaml", "    2025: [growth:2025#001]", "    2025-06: [firms:2025-06#000]\n    2025-07: [firms:2025-07#000]"
    )
    (drive, chief) = folder.load().programmes
    assert drive.reached(2024) == ("firms:2025-06#000",)
    assert drive.reached(2025) == ("firms:2025-06#000", "firms:2025-07#000")
    assert chief.reached(2025) == ()


def test_a_quarter_is_not_told_as_the_year_where_the_series_has_years(folder: Folder) -> None:
    quarter = "growth,city,,2026Q1,,6.1,,%,exact,6.1%,reported,,,001,1,,,,"
    folder.add("facts.csv", f"{quarter}\n{quarter.replace('city,,', 'province,chains,')}\n")
    dataset = folder.load()
    assert dataset.find("growth", 2026) is None
    assert dataset.at("growth", "2026Q1") is not None
    alone = dataset.find("growth/chains@province", 2026)
    assert alone
    assert alone.when.text == "2026Q1"


def test_a_state_of_a_month_is_a_state_and_no_part_of_a_year(folder: Folder) -> None:
    folder.add("facts.csv", "firms,city,,2025,,9,,家,exact,9家,reported,,,001,1,,,,\n" + ROWS["state in the year"] + "\n")
    state = folder.load().find("firms", 2024)
    assert state
    assert state.when.text == "2024-06"
