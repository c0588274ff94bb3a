"""What a person has settled: findings that are known, each with the reason, in ``acknowledged.yaml`` of a dataset folder.

An entry names the check and all facts of one finding::

    - check: falls
      facts: ["giants.national:2024Q1#000", "giants.national:2026-06#001"]
      reason: 称号有有效期，复核未通过的退出名单；报告只写两个时点的数，不写增减

It settles that finding and no other: when a figure joins the finding or leaves it, the finding is open again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.errors import DataError, did_you_mean
from reportgen.facts import files, records
from reportgen.facts.check.finding import Cited, Finding

FILE = "acknowledged.yaml"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One settled finding."""

    check: str
    facts: frozenset[str]
    reason: str
    place: str
    """File and line."""

    def settles(self, finding: Finding) -> bool:
        return self.check == finding.check and self.facts == frozenset(finding.ids)


class AcknowledgementRecord(records.Record, frozen=True):
    """An entry of ``acknowledged.yaml`` as it is written."""

    check: str
    facts: tuple[str, ...]
    reason: str


def load_acknowledged(folder: Path, checks: Collection[str]) -> tuple[Acknowledgement, ...]:
    """The settled findings of a dataset folder, none where it has no such file; a fault in the file is a :class:`DataError`."""
    path = folder / FILE
    file = files.open_yaml(path) if path.exists() else None
    return tuple(_acknowledgement(entry, checks) for entry in file.items()) if file and file.node else ()


def _acknowledgement(entry: files.Entry, checks: Collection[str]) -> Acknowledgement:
    record = files.convert(entry, AcknowledgementRecord)
    if record.check not in checks:
        hint = did_you_mean(record.check, checks, otherwise=f"the checks are {', '.join(checks)}")
        raise DataError(f"unknown check '{record.check}'", place=entry.place, hint=hint)
    for value, name in ((record.facts, "facts"), (record.reason.strip(), "reason")):
        if not value:
            raise DataError(f"an acknowledgement without {name}", place=entry.place, hint="say what is settled, and why")
    return Acknowledgement(record.check, frozenset(record.facts), record.reason.strip(), entry.place)


def settle(findings: Iterable[Finding], acknowledged: Iterable[Acknowledgement]) -> tuple[Finding, ...]:
    """The findings with their reasons where they are settled, and a warning for each acknowledgement that settles nothing."""
    found, known = tuple(findings), tuple(acknowledged)
    settled = tuple(replace(finding, reason=_reason(finding, known)) for finding in found)
    idle = tuple(_idle(one) for one in known if not any(one.settles(finding) for finding in found))
    return settled + idle


def _reason(finding: Finding, known: tuple[Acknowledgement, ...]) -> str:
    return next((one.reason for one in known if one.settles(finding)), "")


def _idle(one: Acknowledgement) -> Finding:
    facts = tuple(Cited(id_, one.place) for id_ in sorted(one.facts))
    said = f"{one.place}: the check '{one.check}' finds nothing about just these facts"
    advice = "delete the entry, or name all facts of the finding as 'reportgen check --format json' lists them"
    return Finding("acknowledged", "warning", facts, said, advice)
