"""One figure by itself: what it can be at all, and whether it is recorded as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod
from typing import NamedTuple

from reportgen.facts.check.finding import Finding, cited, figure
from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact
from reportgen.facts.quantity import Qualifier, plain


class _Limits(NamedTuple):
    """What the values of a kind can be."""

    low: Decimal | None
    high: Decimal | None
    whole: bool
    words: str


_LIMITS: dict[str, _Limits] = {
    "rank": _Limits(Decimal(1), None, True, "a rank is a whole number from 1"),
    "share": _Limits(Decimal(0), Decimal(100), False, "a share lies between 0 and 100%"),
    "count": _Limits(Decimal(0), None, True, "a count is a whole number and not negative"),
    "cumulative": _Limits(Decimal(0), None, True, "a count is a whole number and not negative"),
    "completion": _Limits(Decimal(0), None, False, "the completion of a plan is not negative"),
    "duration": _Limits(Decimal(0), None, False, "a duration is not negative"),
    "multiple": _Limits(Decimal(0), None, False, "a multiple is not negative"),
    "growth": _Limits(Decimal(-100), None, False, "nothing falls by more than 100%"),
}


def check_range(dataset: Dataset) -> tuple[Finding, ...]:
    """Ranks below 1, shares outside 0 to 100, negative durations and counts, falls by more than all there was."""
    advice = "mend the value, or the kind of the indicator"
    return tuple(
        Finding("range", "error", cited([fact]), f"{figure(fact)}: {limits.words}", advice)
        for fact in dataset.facts
        if (limits := _LIMITS.get(fact.indicator.kind)) and not _within(fact, limits)
    )


def _within(fact: Fact, limits: _Limits) -> bool:
    base = fact.quantity.base
    if limits.whole and not fact.derived and base != base.to_integral_value():
        return False
    return (limits.low is None or base >= limits.low) and (limits.high is None or base <= limits.high)


_NUMERAL = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_MYRIADS = re.compile(r"[余多]?([十百千](?![分瓦克米]))?(万)?(亿)?")
_TIMES = {None: 1, "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def check_printed(dataset: Dataset) -> tuple[Finding, ...]:
    """Values and scales that are not those of the figure as printed: ``1068.12`` for ``1068.21亿元``, 万 for 亿.

    Only figures with one Arabic numeral are read; 近五成 or 第六位 are left to a person.
    """
    return tuple(
        Finding(
            "printed",
            "error",
            cited([fact]),
            f"recorded as {plain(abs(fact.quantity.base))}, but '{fact.printed}' is {plain(read)}",
            "copy value and scale from the source once more",
        )
        for fact in dataset.facts
        if (read := _read(fact.printed)) is not None and read != abs(fact.quantity.base)
    )


def _read(printed: str) -> Decimal | None:
    """The base value of a printed figure, where it has just one Arabic numeral."""
    found = list(_NUMERAL.finditer(printed))
    if len(found) != 1:
        return None
    myriads = _MYRIADS.match(printed, found[0].end())
    return Decimal(found[0][0].replace(",", "")) * (prod(_TIMES[sign] for sign in myriads.groups()) if myriads else 1)


_BEFORE: dict[str, Qualifier] = {"近": "nearly", "超": "over", "逾": "over", "约": "about", "不足": "under", "不低于": "at least"}
_AFTER: dict[str, Qualifier] = {
    "余": "over", "多": "over", "以上": "at least", "左右": "about", "上下": "about", "以下": "under", "以内": "under", "强": "under",
}  # fmt: skip
_HEAD = re.compile("^(" + "|".join(sorted(_BEFORE, key=len, reverse=True)) + ")")
_TAIL = re.compile("(?<=.)(" + "|".join(_AFTER) + ")")


def check_qualifier(dataset: Dataset) -> tuple[Finding, ...]:
    """Bounds that are recorded as exact, or as another bound than is printed."""
    return tuple(finding for fact in dataset.facts if fact.printed for finding in _misread(fact))


def _misread(fact: Fact) -> Iterator[Finding]:
    qualifier = fact.quantity.qualifier
    words = {_BEFORE[word] for word in _HEAD.findall(fact.printed)} | {_AFTER[word] for word in _TAIL.findall(fact.printed)}
    if words and qualifier not in words:
        yield Finding(
            "qualifier",
            "error",
            cited([fact]),
            f"'{fact.printed}' is recorded as {qualifier}",
            f"write the qualifier {' or '.join(sorted(words))}",
        )
    elif not words and qualifier != "exact":
        yield Finding(
            "qualifier",
            "warning",
            cited([fact]),
            f"recorded as {qualifier}, but '{fact.printed}' has no word for it",
            "copy the word of the bound, or write exact",
        )


def check_points(dataset: Dataset) -> tuple[Finding, ...]:
    """A difference between rates in %, or a rate in percentage points: the two are different units."""
    return tuple(finding for fact in dataset.facts for finding in _confused(fact, dataset))


def _confused(fact: Fact, dataset: Dataset) -> Iterator[Finding]:
    unit, printed = fact.quantity.unit, fact.printed
    said = f"'{printed}' is printed"
    if unit == "个百分点" and printed.endswith(("%", "％")):
        said += " for a difference between rates"
        yield Finding("points", "warning", cited([fact]), said, "say 个百分点, as the fact does")
    elif unit == "%" and printed.endswith("百分点"):
        yield Finding("points", "error", cited([fact]), f"{said} for a rate", "use an indicator that is a difference")
    elif unit == "%" and fact.indicator.kind == "difference":
        yield Finding("points", "error", cited([fact]), f"{figure(fact)} is a difference", "give the indicator the unit 个百分点")
    elif "%" in printed and unit not in ("%", "个百分点"):
        yield Finding("points", "error", cited([fact]), f"{said}, and recorded in {unit}", "give the figure the unit %")
