"""English figures say exactly what is stored: no digit is lost, added or rounded when 万 and 亿 become million and billion."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from making import fact

from reportgen.facts.quantity import SCALES
from reportgen.narrative.wording import en, en_numbers

POWERS = {"": 1, "million": 10**6, "billion": 10**9}
VALUES = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999999.99"), places=2, allow_nan=False)


def money(value: Decimal, scale: str) -> str:
    return en.amount(fact({"key": "money", "kind": "money", "unit": "元", "scale": scale, "period": 2025, "value": str(value)}))


def read(text: str) -> Decimal:
    number, word = re.fullmatch(r"([\d,.]+)(?: (million|billion))? yuan", text).groups()  # type: ignore[union-attr]
    return Decimal(number.replace(",", "")) * POWERS[word or ""]


@given(VALUES, st.sampled_from(list(SCALES)))
def test_a_sum_reads_back_as_what_is_stored(value: Decimal, scale: str) -> None:
    assert read(money(value, scale)) == value * SCALES[scale]


@given(st.integers(1, 10**9), st.sampled_from(list(SCALES)))
def test_a_whole_sum_shows_no_decimals_that_say_nothing(value: int, scale: str) -> None:
    number = money(Decimal(value), scale).partition(" ")[0]
    assert "." not in number or not number.endswith("0")


@given(st.integers(1, 10**6))
def test_an_ordinal_ends_as_it_is_spoken(number: int) -> None:
    said = en_numbers.ordinal(number)
    assert said.startswith(str(number))
    assert said[-2:] == ("th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


@given(st.integers(0, 10**6), st.integers(0, 3))
def test_thousands_are_parted_and_read_back(whole: int, places: int) -> None:
    value = Decimal(whole).scaleb(-places)
    assert Decimal(en_numbers.numeral(value).replace(",", "")) == value
