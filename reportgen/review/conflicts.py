"""One fact with two values in two files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.facts.model import Fact
from reportgen.review.verdict import Finding


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact that files show with different values."""

    fact: Fact
    findings: tuple[Finding, ...]
    """The first finding of each value in each file."""


def conflicts(findings: Iterable[Finding]) -> tuple[Conflict, ...]:
    """The facts that at least two files show with values of which none is the rounding of another."""
    told: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.facts and finding.verdict not in ("unknown", "not a figure"):
            told.setdefault((finding.facts[0].key, finding.facts[0].when.text), []).append(finding)
    found = (Conflict(group[0].facts[0], _differing(group)) for group in told.values())
    return tuple(conflict for conflict in found if conflict.findings)


def _differing(group: list[Finding]) -> tuple[Finding, ...]:
    """One finding of each file and value, where files differ; none where they do not."""
    first: dict[tuple[str, object], Finding] = {}
    for finding in group:
        first.setdefault((finding.document, abs(finding.reading.base)), finding)
    shown = tuple(first.values())
    apart = any(_apart(one, other) for one in shown for other in shown if one.document != other.document)
    return shown if apart else ()


def _apart(one: Finding, other: Finding) -> bool:
    """Whether two values are no roundings of one another."""
    readings = one.reading, other.reading
    difference = abs(abs(readings[0].base) - abs(readings[1].base))
    unit = bool(one.reading.unit) == bool(other.reading.unit)
    return unit and difference * 2 > max(reading.step for reading in readings)
