"""English numbers: qualifier, numeral, scale and unit of a figure.

Sums of money are in million and billion, converted from 万 and 亿 by moving the point, so that no printed digit is lost or added:
1267.05亿元 is 126.705 billion yuan. Thousands are parted by commas.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from reportgen.facts.model import Fact
from reportgen.facts.quantity import SCALES, Quantity, plain
from reportgen.narrative.wording.protocol import Scale

DERIVED_MARK = " (derived)"
_LARGE = (Scale("billion", Decimal(1_000_000_000)), Scale("million", Decimal(1_000_000)))
UNITS = {
    "元": "yuan", "元/人": "yuan per person", "%": "%", "个百分点": "percentage points", "倍": "times", "种": "kinds", "批": "batches",
    "村": "villages", "层": "storeys", "年": "years", "个月": "months", "天": "days", "个工作日": "working days", "小时": "hours",
    "分钟": "minutes", "亩": "mu", "平方公里": "square kilometres", "平方米": "square metres", "公里": "kilometres", "吨": "tonnes",
    "吨标准煤": "tonnes of standard coal", "千瓦时": "kilowatt-hours",
}  # fmt: skip
"""The words of units; Chinese measure words, which English leaves out, have none."""
_SINGULAR = {
    "percentage points": "percentage point", "times": "time", "kinds": "kind", "batches": "batch", "villages": "village",
    "storeys": "storey", "years": "year", "months": "month", "days": "day", "working days": "working day", "hours": "hour",
    "minutes": "minute", "square kilometres": "square kilometre", "square metres": "square metre", "kilometres": "kilometre",
    "tonnes": "tonne", "tonnes of standard coal": "tonne of standard coal", "kilowatt-hours": "kilowatt-hour",
}  # fmt: skip
_QUALIFIERS = {"over": "over ", "at least": "at least ", "nearly": "nearly ", "under": "no more than ", "about": "about "}


def amount(fact: Fact, *, signed: bool = False) -> str:
    """``126.705 billion yuan``, ``over 560``, ``9th``, ``half a year``: sign only if ``signed``."""
    if words := _in_words(fact):
        return words
    quantity, scale = _shown(fact), _scale(fact.quantity)
    number = _number(quantity, scale, signed=signed)
    if fact.indicator.kind == "rank":
        place = ordinal(int(quantity.value))
        return f"top {number}" if quantity.qualifier == "under" else place
    return _QUALIFIERS.get(quantity.qualifier, _order(fact)) + _joined(number, scale.word, _unit_word(quantity.unit, number))


def _in_words(fact: Fact) -> str:
    """What is said without a numeral: half a year, and the double of a figure that its source calls 翻一番."""
    quantity = fact.quantity
    if (quantity.unit, quantity.value) == ("年", Decimal("0.5")):
        return "half a year"
    return "double" if fact.indicator.kind == "multiple" and quantity.value == 2 and "番" in fact.printed else ""


def _order(fact: Fact) -> str:
    """A sum that its source gives in words (千亿元) is an order of size, which digits would make exact."""
    in_words = bool(fact.printed) and not any(character.isdigit() for character in fact.printed)
    return "in the order of " if in_words and fact.indicator.kind == "money" else ""


def _shown(fact: Fact) -> Quantity:
    """The quantity to show: as stored, or rounded where it was computed, to the digits that the Chinese text shows."""
    if not fact.derived:
        return fact.quantity
    myriads = (name for name in ("亿", "万") if fact.quantity.unit == "元" and abs(fact.quantity.base) >= SCALES[name])
    scale = next(myriads, "")
    value = fact.quantity.in_scale(scale)
    digits = Decimal(1).scaleb(-(2 if scale else fact.indicator.precision))
    rounded = value.quantize(digits, ROUND_HALF_UP) if value != value.to_integral_value() else value
    return Quantity(Decimal(plain(rounded)), fact.quantity.unit, scale, fact.quantity.qualifier)


def _scale(quantity: Quantity) -> Scale:
    return _fitting(abs(quantity.base)) if quantity.unit not in ("%", "个百分点") else Scale()


def _fitting(value: Decimal) -> Scale:
    return next((scale for scale in _LARGE if value >= scale.factor), Scale())


def _number(quantity: Quantity, scale: Scale, *, signed: bool) -> str:
    """The numeral in a scale with the digits that its source prints: the point is moved, nothing is computed."""
    moved = quantity.value.scaleb(SCALES[quantity.scale].adjusted() - scale.factor.adjusted())
    if quantity.value == quantity.value.to_integral_value() and "." not in f"{quantity.value:f}":
        moved = Decimal(plain(moved))  # the zeros of 7700万 say how large it is, not how exact
    return numeral(moved if signed else abs(moved))


def numeral(value: Decimal) -> str:
    """A numeral with thousands parted and a true minus sign.

    >>> numeral(Decimal("-9.90")), numeral(Decimal("22862"))
    ('−9.90', '22,862')
    """
    return f"{value:,f}".replace("-", "−")


def ordinal(number: int) -> str:
    """
    >>> ordinal(1), ordinal(2), ordinal(9), ordinal(11), ordinal(23)
    ('1st', '2nd', '9th', '11th', '23rd')
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _unit_word(unit: str, number: str) -> str:
    word = UNITS.get(unit, "")
    return _SINGULAR.get(word, word) if number in ("1", "−1") else word


def _joined(*parts: str) -> str:
    """Parts with spaces between, the percent sign close to its number."""
    return " ".join(part for part in parts if part).replace(" %", "%")


def counted(text: str, one: str, many: str) -> str:
    """A count with its noun: ``1 enterprise``, ``133 enterprises``."""
    return f"{text} {one if text == '1' else many or f'{one}s'}"


def cell(fact: Fact, *, scale: Scale) -> str:
    if words := _in_words(fact):
        return words
    quantity = _shown(fact)
    return _QUALIFIERS.get(quantity.qualifier, "") + _number(quantity, scale, signed=True)


def scale(fact: Fact) -> Scale:
    return _scale(fact.quantity)


def common_scale(facts: Iterable[Fact]) -> Scale:
    """That of the largest sum of money, but none where no source prints one."""
    known = [fact for fact in facts if fact.quantity.unit == "元"]
    printed = [fact.quantity.scale for fact in known if not fact.derived]
    if printed and not any(printed):
        return Scale()
    return _fitting(max((abs(fact.quantity.base) for fact in known), default=Decimal(0)))


def unit(scale: Scale, unit: str) -> str:
    return _joined(scale.word, UNITS.get(unit, ""))


def with_unit(label: str, unit: str) -> str:
    """
    >>> with_unit("over 30", "%"), with_unit("56.345 (derived)", "billion yuan"), with_unit("940", "")
    ('over 30%', '56.345 billion yuan (derived)', '940')
    """
    number, mark = (label.removesuffix(DERIVED_MARK), DERIVED_MARK) if label.endswith(DERIVED_MARK) else (label, "")
    return _joined(number, _SINGULAR.get(unit, unit) if number == "1" else unit) + mark
