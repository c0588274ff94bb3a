"""Figures that cases are made of, and how a case names what a check finds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from making import dataset

from reportgen.facts.check import CHECKS, Finding
from reportgen.facts.model import Name, Source
from reportgen.facts.period import parse

Figure = Mapping[str, Any]
Found = list[tuple[str, str]]
"""Severity and the facts of each finding, in one text."""

LATER = Source("001", "后一篇", "《后一篇》", parse("2026-06"), Name(""))


def rate(key: str, period: object, value: object, **more: Any) -> Figure:
    return {"key": key, "kind": "growth", "unit": "%", "period": period, "value": value, **more}


def points(key: str, period: object, value: object, **more: Any) -> Figure:
    return {"key": key, "kind": "difference", "unit": "个百分点", "period": period, "value": value, **more}


def share(key: str, period: object, value: object, **more: Any) -> Figure:
    return {"key": key, "kind": "share", "unit": "%", "period": period, "value": value, **more}


def money(key: str, period: object, value: object, **more: Any) -> Figure:
    return {"key": key, "kind": "money", "unit": "元", "scale": "亿", "period": period, "value": value, **more}


def count(key: str, as_of: object, value: object, **more: Any) -> Figure:
    """A count that stands at a day; with ``period=`` one of a period."""
    moment = {} if "period" in more else {"as_of": as_of}
    return {"key": key, "kind": "count", "unit": "家", "value": value, **moment, **more}


def derived(figure: Figure, parents: tuple[str, ...], formula: str = "a - b", **more: Any) -> Figure:
    return {**figure, "status": "derived", "parents": parents, "formula": formula, **more}


def findings(check: str, *figures: Figure) -> tuple[Finding, ...]:
    return CHECKS[check](dataset(figures))


def found(check: str, *figures: Figure) -> Found:
    return named(CHECKS[check](dataset(figures)))


def named(findings: tuple[Finding, ...]) -> Found:
    return [(finding.severity, " ".join(finding.ids)) for finding in findings]


__all__ = ["LATER", "Figure", "Found", "count", "derived", "findings", "found", "money", "named", "points", "rate", "share"]
