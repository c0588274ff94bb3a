"""A value with its unit, scale and qualifier, exactly as far as the source gives it.

Values are ``Decimal`` and never rounded here. ``scale`` is the Chinese myriad that the source prints with the number (万, 亿); the
*base value* is value times scale: 1068.21 亿元 is 106821000000 元.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal, get_args

Qualifier = Literal["exact", "about", "over", "at least", "nearly", "under"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)

SCALES: dict[str, Decimal] = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}

UNITS = (
    *("元", "元/人", "%", "个百分点", "位", "倍", "家", "个", "项", "条", "座", "件", "所", "种", "批", "村"),
    *("人", "名", "户", "台", "台（套）", "层", "次", "年", "个月", "天", "个工作日", "小时", "分钟"),
    *("亩", "平方公里", "平方米", "公里", "吨", "吨标准煤", "千瓦时"),
)
"""The units that a dataset may use."""

_FAMILIES = (
    frozenset({"年", "个月", "天", "个工作日", "小时", "分钟"}),
    frozenset({"家", "个", "项", "条", "座", "件", "所", "种", "批", "村", "人", "名", "户", "台", "台（套）", "层"}),
)
"""Units of time, and measure words: which one a source prints does not change what is measured."""


def alike(unit: str, other: str) -> bool:
    """Whether figures in the two units may belong to one indicator.

    >>> alike("项", "个"), alike("年", "天"), alike("%", "个百分点")
    (True, True, False)
    """
    return unit == other or any(unit in family and other in family for family in _FAMILIES)


_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SHORTENED = re.compile(r"-?[0-9.]+[eE][-+]?[0-9]+")
MOST_DIGITS = 30
"""A longer numeral is no figure of a report."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """``7000余万元`` is ``Quantity(Decimal("7000"), "元", "万", "over")``."""

    value: Decimal
    """In ``scale`` times ``unit``, with the digits that the source prints."""
    unit: str
    scale: str = ""
    qualifier: Qualifier = "exact"

    @property
    def base(self) -> Decimal:
        """The value in the bare unit."""
        return self.value * SCALES[self.scale]

    @property
    def base_text(self) -> str:
        """The base value as a plain decimal numeral, without exponent or trailing zeros.

        >>> Quantity(Decimal("1068.21"), "元", "亿").base_text
        '106821000000'
        """
        return plain(self.base)

    @property
    def is_bound(self) -> bool:
        """Whether the source gives only a bound or an approximation."""
        return self.qualifier != "exact"

    def in_scale(self, scale: str) -> Decimal:
        """The value expressed in another scale of the same unit, exactly."""
        return self.base / SCALES[scale]


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros.

    >>> plain(Decimal("7.70")), plain(Decimal("1E+3")), plain(Decimal("-0.0"))
    ('7.7', '1000', '0')
    """
    text = f"{value.normalize():f}"
    return "0" if text in ("-0", "") else text


def parse_value(text: str) -> Decimal:
    """Read a plain decimal numeral; raise ``ValueError`` with a sentence for the user otherwise."""
    if len(text) > MOST_DIGITS:
        raise ValueError(f"'{text[:MOST_DIGITS]}…' has more than {MOST_DIGITS} digits")
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    try:
        Decimal(text)
    except InvalidOperation:
        raise ValueError(f"'{text}' is not a number") from None
    raise ValueError(f"'{text}' is not a plain decimal number")


def advice(text: str) -> str:
    """What to do about a text that is no value.

    >>> advice("１,068.21")
    'write 1068.21: half-width digits without thousands separators, unit or percent sign'
    """
    meant = unicodedata.normalize("NFKC", text).replace(",", "").replace("−", "-").removesuffix("%").strip()
    if _PLAIN.fullmatch(meant) and len(text) <= MOST_DIGITS:
        return f"write {meant}: half-width digits without thousands separators, unit or percent sign"
    if _SHORTENED.fullmatch(meant):
        return "write all digits: format the cell as Number in Excel, or use the scale 万 or 亿"
    return "write the figure in Arabic digits, without thousands separators or unit"
