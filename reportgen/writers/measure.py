"""Widths of texts in ems, by the metrics of Times New Roman and full-width Chinese characters.

They serve to share out the columns of a table and to line up numbers; a program that sets the page measures for itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NARROW = {
    **dict.fromkeys("0123456789$£€", 0.5),
    **dict.fromkeys(" .,;:!|'ijlt/\\", 0.28),
    **dict.fromkeys("()[]-frI", 0.35),
    **dict.fromkeys("mw", 0.75),
    **dict.fromkeys("MW%", 0.86),
    **dict.fromkeys("+−<>=", 0.56),
}
BETWEEN_SCRIPTS = 0.25
"""Room that programs leave between Chinese and Latin letters or digits, in ems."""
_SCRIPTS_MEET = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u3400-\u9fff])")
_UNBREAKABLE = re.compile(r"[^\s/\-\u2e80-\uffff]+[/\-]?")
_NUMBER = re.compile(r"[-+−]?\d[\d,]*")


@lru_cache(maxsize=16_384)
def width(text: str) -> float:
    """Return the width of a text in ems.

    >>> width("工业"), width("1234"), width("12亿元")
    (2.0, 2.0, 3.25)
    """
    return sum(map(_width, text)) + BETWEEN_SCRIPTS * len(_SCRIPTS_MEET.findall(text))


def _width(character: str) -> float:
    if character in _NARROW:
        return _NARROW[character]
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 0.68 if character.isupper() else 0.48


def longest_word(text: str) -> float:
    """Return the width of the longest piece of a text that cannot be broken over lines, in ems."""
    return max(map(width, _UNBREAKABLE.findall(text)), default=1.0 if text else 0.0)


_PIECES = re.compile(r"[“‘《（【]*(?:[^\s/\-“”‘’\u2e80-\uffff]+[/\-]?|\s|.)[”’》）】、，。；：！？]*")


def lines(text: str, room: float) -> int:
    """Return how many lines a text takes in ``room`` ems: broken between Chinese characters and between words, closing marks kept
    with what they close and opening ones with what follows.

    >>> lines("工业增加值", 5), lines("工业增加值，", 5), lines("完成120家", 4), lines("", 4)
    (1, 2, 2, 1)
    """
    count, line, used = 1, "", 0.0
    for piece in _PIECES.findall(text):
        wide = width(line[-1:] + piece) - width(line[-1:])
        if line and used + wide > room:
            count, line, used = count + 1, "", 0.0
            wide = width(piece)
        line, used = line + piece, used + wide
        count, used = count + int(used // room) * (used > room), used % room if used > room else used
    return count


def around_point(text: str) -> tuple[str, str] | None:
    """Split a number where its decimal point stands or would stand; ``None`` for a text without digits.

    >>> around_point("1068.21亿元"), around_point("第9位"), around_point("—")
    (('1068', '.21亿元'), ('第9', '位'), None)
    """
    number = _NUMBER.search(text)
    return (text[: number.end()], text[number.end() :]) if number else None


def display_width(text: str) -> int:
    """Return the width of a text in columns of a fixed-width font: two for Chinese, one for Latin characters.

    >>> display_width("工业12")
    6
    """
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text if not unicodedata.combining(character)
    )
