"""Words round a number that bound it (近, 超, 余, 以上, at least) or turn its sign (下降, fell by)."""

from __future__ import annotations

import re

from reportgen.facts.quantity import Qualifier
from reportgen.review.numerals import choice
from reportgen.review.units import TIMES

NEAR = 24
"""How far before a number such words are looked for, in characters."""
_BEFORE: dict[str, Qualifier] = {
    "近": "nearly", "接近": "nearly", "将近": "nearly", "nearly": "nearly", "almost": "nearly", "close to": "nearly",
    "约": "about", "大约": "about", "约为": "about", "大概": "about", "about": "about", "around": "about",
    "approximately": "about", "some": "about", "roughly": "about",
    "超": "over", "超过": "over", "逾": "over", "突破": "over", "多于": "over", "over": "over", "more than": "over",
    "above": "over", "exceeding": "over",
    "至少": "at least", "不少于": "at least", "不低于": "at least", "at least": "at least", "no fewer than": "at least",
    "no less than": "at least", "not less than": "at least",
    "不足": "under", "不到": "under", "少于": "under", "不超过": "under", "至多": "under", "under": "under",
    "fewer than": "under", "less than": "under", "below": "under", "within": "under", "at most": "under", "up to": "under",
}  # fmt: skip
_BEHIND: dict[str, Qualifier] = {
    "以上": "at least", "及以上": "at least", "or more": "at least", "and more": "at least", "and above": "at least",
    "or above": "at least",
    "以下": "under", "以内": "under", "之内": "under", "or less": "under", "or fewer": "under",
    "左右": "about", "上下": "about", "or so": "about",
    "余": "over", "多": "over", "+": "over", "-plus": "over",
}  # fmt: skip
_NO_BOUND = re.compile(r"(?:最|附|邻|临|靠|远|相|就|条|节|制|合|预|签|公|里)$")
"""What makes 近 and 约 part of another word: 最近, 附近, 节约, 条约."""
_BEFORE_END = re.compile(rf"(?P<word>{choice(_BEFORE)})\s?$", re.I)
BEHIND = choice(_BEHIND).replace(r"\+", r"\+(?![0-9A-Za-z(㐀-鿿])")
_FALL = (
    r"(?:下降|下跌|减少|降低|回落|缩减|萎缩|负增长|降幅|跌幅|放缓|减缓|低|慢|fell|fallen|falling|down|declined?|decreased?|dropped|drop|lower|slowed"
    r"|fall|shrank|slower|reduced)"
)
_LINK = r"(?:了|为|达到|达|:|by|of|约|近|超过?|逾|at|\(|\s){0,4}"
_FELL = re.compile(rf"{_FALL}{_LINK}$", re.I)
_LOWER_THAN = re.compile(r"(?:低于|慢于|少于|lower than|below|slower than)[^,，。；;、0-9]{1,24}$", re.I)
_FALL_BEHIND = re.compile(
    r"\s?(?:percent|percentage points?|个百分点|points?)?\s?(?:lower|slower|decline|decrease|fall|drop|below)\b", re.I
)
_ROSE = re.compile(r"(?:增长|上升|提高|提升|增加|加快|上涨|回升|扩大|增幅|涨幅|高于|快于|rose|grew|up|growth of|higher)", re.I)


def bound_before(text: str, start: int, unit: str) -> tuple[Qualifier, int]:
    """The bound that stands right before ``start`` and where it begins; exact and ``start`` where there is none.

    Of a stretch of time 近 is no bound: 近三年 are the last three years.
    """
    match = _BEFORE_END.search(text, max(0, start - NEAR), start)
    if not match or (match["word"] in ("近", "约") and _NO_BOUND.search(text, max(0, match.start() - 2), match.start())):
        return "exact", start
    if match["word"] == "近" and unit in TIMES:
        return "exact", start
    if match["word"][0].isascii() and text[max(0, match.start() - 1) : match.start()].isalpha():
        return "exact", start
    return _BEFORE[match["word"].lower()], match.start()


def bound_behind(word: str) -> Qualifier:
    """The bound that a word amid or behind the number says.

    >>> bound_behind("余"), bound_behind("左右")
    ('over', 'about')
    """
    return _BEHIND[word]


def falls(text: str, start: int, end: int, of_rates: bool) -> bool:
    """Whether the words round the number say that it goes down or lies below.

    >>> falls("能耗下降20.02%", 4, 10, True), falls("缩短至18分钟", 3, 5, False)
    (True, False)
    """
    first = max(0, start - 2 * NEAR)
    clause = max(first, *(text.rfind(mark, first, start) + 1 for mark in "，,。；;、"))
    lead = max(clause, start - NEAR)
    if _FELL.search(text, lead, start) or _FALL_BEHIND.match(text, end):
        return True
    return of_rates and bool(_LOWER_THAN.search(text, clause, start))


def rises(text: str, start: int) -> bool:
    """Whether a word just before the number says that it goes up."""
    return bool(_ROSE.search(text, max(0, start - 12), start))
