"""``reportgen check``: the data held against itself, what is open before what is settled."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from reportgen.cli.options import data_option
from reportgen.errors import EXIT_FINDINGS, EXIT_OK
from reportgen.facts.check import CHECKS, check
from reportgen.facts.check.acknowledge import load_acknowledged, settle
from reportgen.facts.check.finding import SEVERITIES, Finding, Severity
from reportgen.facts.load import load

_MOST_FACTS = 8
"""A finding about more facts than this is counted in the table and listed in the other formats."""


@click.command("check")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@data_option
def check_command(format_: str, data: Path) -> int:
    """Hold the data against itself: what disagrees, what is settled.

    Exit status 1 if an error is neither mended nor acknowledged.
    """
    findings = settle(check(load(data)), load_acknowledged(data, CHECKS))
    ordered = sorted(findings, key=lambda finding: (not finding.open, SEVERITIES.index(finding.severity)))
    click.echo(_FORMATS[format_](ordered), nl=False)
    click.echo(summary(findings), err=True)
    return EXIT_FINDINGS if any(finding.open and finding.severity == "error" for finding in findings) else EXIT_OK


def summary(findings: Sequence[Finding]) -> str:
    """``28 checks: 0 errors, 1 warning and 10 points of care open, 25 findings acknowledged``"""
    counts = Counter(finding.severity for finding in findings if finding.open)
    left = [_counted(counts[severity], noun) for severity, noun in _NOUNS.items()]
    settled = _counted(sum(not finding.open for finding in findings), "finding{}")
    return f"{len(CHECKS)} checks: {left[0]}, {left[1]} and {left[2]} open, {settled} acknowledged"


_NOUNS: dict[Severity, str] = {"error": "error{}", "warning": "warning{}", "care": "point{} of care"}


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun.format('' if count == 1 else 's')}"


def record(finding: Finding) -> dict[str, object]:
    """One finding for other programs; its facts as an acknowledgement names them, each with its place."""
    return {
        "check": finding.check,
        "severity": finding.severity,
        "open": finding.open,
        "facts": list(finding.ids),
        "places": [cited.place for cited in finding.facts],
        "computation": finding.computation,
        "advice": finding.advice,
        "reason": finding.reason,
    }


def _json(findings: Sequence[Finding]) -> str:
    return json.dumps([record(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def _csv(findings: Sequence[Finding]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, record(Finding("", "care", (), "", "")), lineterminator="\n")
    writer.writeheader()
    for finding in findings:
        row = record(finding)
        writer.writerow({key: ";".join(map(str, value)) if isinstance(value, list) else value for key, value in row.items()})
    return stream.getvalue()


def _table(findings: Sequence[Finding]) -> str:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 2, 1, 0))
    for heading in ("finding", "facts", "computation, with remedy or reason"):
        table.add_column(heading, overflow="fold")  # Chinese has no spaces to break at
    for finding in findings:
        state = finding.severity if finding.open else f"settled {finding.severity}"
        told = f"{finding.computation}\n{finding.reason or f'→ {finding.advice}'}"
        table.add_row(f"{state}\n{finding.check}", _facts(finding), told)
    stream = io.StringIO()
    console = Console(file=stream, width=None if sys.stdout.isatty() else 200, highlight=False, markup=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n" if findings else ""


def _facts(finding: Finding) -> str:
    if len(finding.facts) > _MOST_FACTS:
        return f"{len(finding.facts)} facts; --format json lists them"
    return "\n".join(map(str, finding.facts))


_FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"table": _table, "json": _json, "csv": _csv}
