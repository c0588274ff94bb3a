"""Numerals, in digits and in Chinese words, as decimals.

Every function here keeps the length of the text, so that offsets in the text as written stay good.
"""

from __future__ import annotations

import re
from decimal import Decimal

_AS_SHOWN = {
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("−－﹣", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " "),
    "％": "%", "．": ".", "（": "(", "）": ")", "＋": "+", "／": "/", "：": ":",
}  # fmt: skip
_TABLE = str.maketrans(_AS_SHOWN)

ARABIC = r"[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])(?:\.[0-9]{1,30})?|[0-9]{1,40}(?:\.[0-9]{1,30})?"
"""Digits with a point, or with commas between thousands; ``，`` is a comma of the sentence."""
CHINESE = r"[零〇一二两三四五六七八九十百千]{1,12}(?:点[零一二三四五六七八九]{1,8})?"

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}


def halfwidth(text: str) -> str:
    """The text with half-width digits, signs and spaces, character for character.

    >>> halfwidth("增长１．８％，下降－３")
    '增长1.8%，下降-3'
    """
    return text.translate(_TABLE)


def arabic(text: str) -> Decimal:
    """The value of a numeral in digits.

    >>> arabic("1,068.21")
    Decimal('1068.21')
    """
    return Decimal(text.replace(",", ""))


def chinese(text: str) -> Decimal | None:
    """The value of a numeral in words, below 万; ``None`` where the words make none (``一一``, ``百十``).

    >>> [chinese(text) for text in ("十二", "三百二十", "两千零五", "三点五", "千", "一一")]
    [Decimal('12'), Decimal('320'), Decimal('2005'), Decimal('3.5'), Decimal('1000'), None]
    """
    whole, point, rest = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    return value + Decimal("0." + "".join(str(_DIGITS[character]) for character in rest))


def _whole(text: str) -> Decimal | None:
    """Digits each followed by a step that is smaller than the one before."""
    total, digit, last = 0, None, 10_000
    for character in text:
        if character in _STEPS:
            step = _STEPS[character]
            if step >= last:
                return None
            total, digit, last = total + (1 if digit is None else digit) * step, None, step
        elif digit:
            return None
        else:
            digit = _DIGITS[character]
    return Decimal(total + (digit or 0))


SCALES: dict[str, Decimal] = {
    "万亿": Decimal(10**12), "千亿": Decimal(10**11), "百亿": Decimal(10**10), "十亿": Decimal(10**9), "亿": Decimal(10**8),
    "千万": Decimal(10**7), "百万": Decimal(10**6), "十万": Decimal(10**5), "万": Decimal(10**4), "千": Decimal(10**3),
    "百": Decimal(100),
    "trillion": Decimal(10**12), "billion": Decimal(10**9), "bn": Decimal(10**9), "million": Decimal(10**6),
    "mn": Decimal(10**6), "thousand": Decimal(10**3),
}  # fmt: skip
"""What stands between a numeral and its unit, as a factor."""


def choice(words: object) -> str:
    """A pattern for any of the words, the longest first."""
    assert isinstance(words, dict | tuple | list | set | frozenset)
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
