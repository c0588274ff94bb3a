"""What is computed: bounds that are lost on the way, and bases that do not go together."""

from __future__ import annotations

import pytest

from facts.check.cases import Figure, count, derived, findings, found, money, points, rate

# --- bounds ----------------------------------------------------------------------------------------------------------------


def difference(qualifiers: tuple[str, str], own: str, formula: str = "a - b") -> list[tuple[str, str]]:
    a, b = (count(key, 2025, value, qualifier=one) for key, value, one in zip("ab", (940, 331), qualifiers, strict=True))
    return found("exactness", a, b, derived(count("c", 2025, 609), ("a:2025#000", "b:2025#000"), formula, qualifier=own))


LOST = [("error", "c:2025#derived a:2025#000 b:2025#000")]


@pytest.mark.parametrize(
    ("qualifiers", "own"),
    [
        (("over", "exact"), "exact"),
        (("exact", "about"), "exact"),
        (("exact", "over"), "over"),
        (("nearly", "exact"), "at least"),
        (("over", "over"), "over"),
        (("about", "over"), "over"),
    ],
)
def test_a_bound_that_is_lost_or_turned_round_is_an_error(qualifiers: tuple[str, str], own: str) -> None:
    assert difference(qualifiers, own) == LOST


@pytest.mark.parametrize(
    ("qualifiers", "own"),
    [
        (("exact", "exact"), "exact"),
        (("exact", "exact"), "about"),
        (("over", "exact"), "over"),
        (("over", "exact"), "at least"),
        (("exact", "over"), "under"),
        (("over", "nearly"), "over"),
        (("over", "over"), "about"),
        (("about", "exact"), "about"),
    ],
)
def test_a_bound_that_is_kept_is_none(qualifiers: tuple[str, str], own: str) -> None:
    assert difference(qualifiers, own) == []


def test_a_bound_in_a_divisor_turns_round() -> None:
    assert difference(("exact", "over"), "over", "a / b") == LOST
    assert difference(("exact", "over"), "under", "a / b") == []
    assert difference(("exact", "over"), "over", "a / (0 - b)") == []


def test_the_finding_says_what_the_figure_is() -> None:
    a = count("a", 2025, 940, qualifier="over")
    (finding,) = findings("exactness", a, derived(count("c", 2025, 470), ("a:2025#000",), "a / 2"))
    assert finding.computation == "recorded as exact, but a / 2 of over 940家 (2025) is over or at least or about"


# --- bases -----------------------------------------------------------------------------------------------------------------

LEVEL = money("revenue", 2025, "1267.05", basis="current-prices")


def before(growth: Figure, level: Figure = LEVEL) -> list[tuple[str, str]]:
    parents = ("revenue:2025#000", "revenue.growth:2025#000")
    return found("basis", level, growth, derived(money("revenue", 2024, "1195.33"), parents, "a / (1 + b / 100)"))


@pytest.mark.parametrize("basis", ["same-enterprises", "constant-prices"])
def test_a_level_from_a_rate_of_another_basis_is_an_error(basis: str) -> None:
    assert before(rate("revenue.growth", 2025, 6, basis=basis)) == [
        ("error", "revenue:2024#derived revenue:2025#000 revenue.growth:2025#000")
    ]


def test_a_level_from_a_rate_of_its_own_or_of_no_basis_is_none() -> None:
    assert before(rate("revenue.growth", 2025, 6, basis="current-prices")) == []
    assert before(rate("revenue.growth", 2025, 6)) == []


def of_levels(**more: object) -> list[tuple[str, str]]:
    parents = ("revenue:2025#000", "revenue:2024#000")
    growth = derived(rate("revenue.growth", 2025, 6), parents, "(a / b - 1) * 100", **more)
    return found("basis", LEVEL, {**LEVEL, "period": 2024}, growth)


def test_a_rate_from_two_levels_is_an_error_unless_it_has_their_basis() -> None:
    wrong = [("error", "revenue.growth:2025#derived revenue:2025#000 revenue:2024#000")]
    assert of_levels() == wrong
    assert of_levels(basis="same-enterprises") == wrong
    assert of_levels(basis="current-prices") == []


def test_a_rate_from_a_rate_and_a_difference_is_none() -> None:
    growth = derived(rate("growth", 2022, "-9.9"), ("growth:2023#000", "change:2023#000"))
    assert found("basis", rate("growth", 2023, "2.8"), points("change", 2023, "12.7"), growth) == []
