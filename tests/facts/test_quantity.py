"""Values with unit and scale: exact as far as the source prints them, and never rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts.quantity import QUALIFIERS, SCALES, Quantity, alike, parse_value, plain

VALUES = st.decimals(min_value=-(10**9), max_value=10**9, places=4)


def test_the_base_value_is_in_the_bare_unit() -> None:
    assert Quantity(Decimal("7000"), "元", "万", "over").base == 70_000_000


def test_a_figure_keeps_the_digits_that_its_source_prints() -> None:
    assert str(parse_value("110.20")) == "110.20"


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_all_qualifiers_but_exact_make_a_bound(qualifier: str) -> None:
    assert Quantity(Decimal(5), "元", "亿", qualifier).is_bound is (qualifier != "exact")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "七", "1,068.21", "7.7%", "5亿"])
def test_words_and_units_are_no_values(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{text}' is not a number$"):
        parse_value(text)


@pytest.mark.parametrize("text", ["nan", "inf", "1e3", "-Infinity"])
def test_a_value_is_plain_and_finite(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{text}' is not a plain decimal number$"):
        parse_value(text)


def test_measure_words_are_alike_and_percent_and_points_are_not() -> None:
    assert alike("家", "个")
    assert alike("年", "个工作日")
    assert not alike("%", "个百分点")
    assert not alike("天", "个")


@given(VALUES, st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(SCALES)))
def test_a_value_goes_to_another_scale_and_back_unchanged(value: Decimal, scale: str, other: str) -> None:
    there = Quantity(Quantity(value, "元", scale).in_scale(other), "元", other)
    assert there.in_scale(scale) == value


@given(VALUES)
def test_plain_text_reads_back_as_the_same_value(value: Decimal) -> None:
    text = plain(value)
    assert parse_value(text) == value
    assert "E" not in text
    assert not (("." in text) and text.endswith(("0", ".")))


@given(VALUES, st.sampled_from(sorted(SCALES)))
def test_the_base_text_is_a_numeral_of_the_base_value(value: Decimal, scale: str) -> None:
    quantity = Quantity(value, "元", scale)
    assert Decimal(quantity.base_text) == quantity.base
