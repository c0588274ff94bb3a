"""Formulas of derived facts: arithmetic on the parents and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts.derive import evaluate

PARENTS = {"a": Decimal("594.21"), "b": Decimal("105.46"), "c": Decimal(0)}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a - b", "488.75"),
        ("-a + b", "-488.75"),
        ("b / 100", "1.0546"),
        ("b * (1 + 0.5)", "158.190"),
        ("(a - b) / 100", "4.8875"),
        ("0.1 + 0.2", "0.3"),
    ],
)
def test_the_four_operations_with_brackets_are_exact(formula: str, value: str) -> None:
    assert evaluate(formula, PARENTS) == Decimal(value)


@pytest.mark.parametrize(
    ("formula", "culprit"),
    [
        ("d - a", "d"),
        ("a ** 9", "a ** 9"),
        ("a % b", "a % b"),
        ("a // b", "a // b"),
        ("abs(a)", "abs(a)"),
        ("a.real", "a.real"),
        ("a > b", "a > b"),
        ("a if b else c", "a if b else c"),
        ("'a'", "'a'"),
        ("True", "True"),
        ("+a", "+a"),
        ("[a]", "[a]"),
    ],
)
def test_anything_else_in_a_formula_is_refused(formula: str, culprit: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        evaluate(formula, PARENTS)
    message = f"'{culprit}' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /"
    assert str(caught.value) == message


@pytest.mark.parametrize("formula", ["a -", "a b", "", "a / c", "a / (b - b)", "c / c", "a * 1e999"])
def test_a_formula_without_a_value_is_a_fault(formula: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        evaluate(formula, PARENTS)
    assert str(caught.value) == f"the formula '{formula}' cannot be computed"


def test_a_long_formula_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match=r"^the formula is longer than 200 characters$"):
        evaluate("a" + "+a" * 100, PARENTS)


@given(st.text(alphabet="abc0123456789.+-*/() _'[]{},:%<>=", max_size=40))
def test_no_formula_does_more_than_compute_or_fail_with_a_sentence(formula: str) -> None:
    try:
        found = str(evaluate(formula, PARENTS).is_finite())
    except ValueError as error:
        found = str(error)
    assert found == "True" or "formula" in found
