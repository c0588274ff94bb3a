"""Facts that a number may be: equal in unit, value and sign."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reportgen.facts.model import Fact
from reportgen.facts.quantity import alike
from reportgen.review.reading import Reading
from reportgen.review.units import COUNTING

_ROUGHEST = Decimal("0.05")
"""How far a rounded figure may be from the fact, as a part of it: 8 for 7.7, but not 1 亿 for 6000 万."""
_SIGNED = ("growth", "difference")
"""Kinds whose sign is part of the figure; costs that fell by 22.05 亿元 are a sum of 22.05."""


def same_unit(reading: Reading, fact: Fact, *, bare: bool = False) -> bool:
    """Whether the number can be of the fact's unit; ``bare`` numbers have theirs elsewhere, as in the head of a table."""
    unit = fact.quantity.unit
    if not reading.unit:
        return bare or unit in COUNTING
    if reading.unit in ("大", "个") and unit in COUNTING:
        return True
    return alike(reading.unit, unit) or (reading.unit == "%" and unit == "个百分点")


def same_value(reading: Reading, fact: Fact, *, bare: bool = False) -> bool:
    """Whether the number is the fact's, or the fact rounded to the digits that it shows."""
    return same_amount(reading, fact, bare=bare) and same_sign(reading, fact)


def same_amount(reading: Reading, fact: Fact, *, bare: bool = False) -> bool:
    """The same, whatever the sign."""
    return any(_equal(reading, base) for base in _bases(reading, fact, bare=bare))


def same_sign(reading: Reading, fact: Fact) -> bool:
    value = fact.quantity.value
    return fact.indicator.kind not in _SIGNED or value == 0 or (value < 0) == reading.signed


def is_rounded(reading: Reading, fact: Fact, *, bare: bool = False) -> bool:
    return all(abs(reading.base) != abs(base) for base in _bases(reading, fact, bare=bare))


def _bases(reading: Reading, fact: Fact, *, bare: bool) -> tuple[Decimal, ...]:
    """The fact in the bare unit, and for a bare number also in its scale."""
    quantity = fact.quantity
    if not bare or reading.unit or reading.factor != 1:
        return (quantity.base,)
    scaled = tuple(quantity.base / scale for scale in _HEADS) if abs(quantity.base) >= 10_000 else ()
    return (quantity.base, *scaled)


_HEADS = (Decimal(10_000), Decimal(100_000_000), Decimal(1_000_000), Decimal(1_000_000_000))
"""万, 亿, million and billion, which the head of a table may say."""


def _equal(reading: Reading, base: Decimal) -> bool:
    shown, value = abs(reading.base), abs(base)
    if shown == value:
        return True
    if shown == 0 or abs(shown - value) > min(reading.step, value * _ROUGHEST):
        return False
    return (value / reading.step).quantize(Decimal(1), ROUND_HALF_UP) * reading.step == shown
