"""``reportgen audit``: finished documents held against the facts, number by number."""

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
from reportgen.facts.load import load
from reportgen.facts.quantity import plain
from reportgen.review.conflicts import Conflict, conflicts
from reportgen.review.opening import open_document
from reportgen.review.passage import Document
from reportgen.review.verdict import OUT_OF_ORDER, VERDICTS, Audit, Finding, figure

_AROUND = 14
"""How many characters on each side of a number the table shows."""


@click.command("audit")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--year", type=int, help="The year that the files are about, for what they say without a date.")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--all", "everything", is_flag=True, help="List every number, not only what is not in order.")
@click.option(
    "--annotate",
    "folder",
    type=click.Path(path_type=Path),
    help="Folder for copies of the files with a comment at each such number.",
)
@data_option
def audit_command(
    files: tuple[Path, ...], year: int | None, format_: str, everything: bool, folder: Path | None, data: Path
) -> int:
    """Hold the numbers of finished .docx, .pptx, .txt and .md files against the facts.

    Exit status 1 if a number was changed, is stale or has no fact behind it.
    """
    audit = Audit(load(data), year)
    documents = [open_document(file) for file in files]
    by_file = [list(audit.findings(document)) for document in documents]
    findings = [finding for found in by_file for finding in found]
    apart = conflicts(findings)
    listed = findings if everything else [finding for finding in findings if not in_order(finding)]
    click.echo(_FORMATS[format_](listed, apart, len(files) > 1), nl=False)
    if folder is not None:
        _annotate(files, documents, by_file, folder)
    click.echo(summary(findings, apart), err=True)
    return EXIT_FINDINGS if apart or any(finding.verdict in OUT_OF_ORDER for finding in findings) else EXIT_OK


def in_order(finding: Finding) -> bool:
    """Whether a person need not look at it: it agrees in every respect, or is no figure."""
    return finding.verdict == "not a figure" or (finding.verdict in ("agrees", "known") and not finding.note)


def _annotate(files: Sequence[Path], documents: Sequence[Document], by_file: Sequence[Sequence[Finding]], folder: Path) -> None:
    from reportgen.review.annotate import annotated

    listed = [[finding for finding in found if not in_order(finding)] for found in by_file]
    for path in annotated(files, documents, listed, folder):
        click.echo(path)


def summary(findings: Sequence[Finding], apart: Sequence[Conflict]) -> str:
    """``219 numbers: 1 changed, 0 stale, 2 unknown, 0 known, 160 agree, 56 are no figures``"""
    counts = Counter(finding.verdict for finding in findings)
    parts = [f"{counts[verdict]} {_SAID.get(verdict, verdict)}" for verdict in VERDICTS]
    end = f"; {len(apart)} {'fact differs' if len(apart) == 1 else 'facts differ'} between the files" if apart else ""
    return f"{len(findings)} {'number' if len(findings) == 1 else 'numbers'}: {', '.join(parts)}{end}"


_SAID = {"agrees": "agree", "not a figure": "are no figures"}


def record(finding: Finding) -> dict[str, object]:
    """One finding for other programs; values as strings in the bare unit."""
    reading = finding.reading
    return {
        "file": finding.document,
        "place": finding.passage.place,
        "text": reading.text,
        "start": reading.start,
        "value": plain(reading.base) if reading.is_figure else "",
        "unit": reading.unit,
        "qualifier": reading.qualifier if reading.is_figure else "",
        "verdict": finding.verdict,
        "facts": [fact.id for fact in finding.facts],
        "figures": [figure(fact) for fact in finding.facts],
        "note": finding.note,
    }


def _json(findings: Sequence[Finding], apart: Sequence[Conflict], several: bool) -> str:
    told = {"numbers": [record(finding) for finding in findings], "differences": [_difference(one) for one in apart]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _difference(conflict: Conflict) -> dict[str, object]:
    return {"fact": conflict.fact.id, "numbers": [record(finding) for finding in conflict.findings]}


def _csv(findings: Sequence[Finding], apart: Sequence[Conflict], several: bool) -> str:
    stream = io.StringIO()
    rows = [record(finding) for finding in findings]
    writer = csv.DictWriter(stream, list(rows[0]) if rows else _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: ";".join(map(str, value)) if isinstance(value, list) else value for key, value in row.items()})
    return stream.getvalue()


_COLUMNS = ("file", "place", "text", "start", "value", "unit", "qualifier", "verdict", "facts", "figures", "note")


def _table(findings: Sequence[Finding], apart: Sequence[Conflict], several: bool) -> str:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 2, 1, 0))
    for heading in ("verdict", "place", "number", "facts"):
        table.add_column(heading, overflow="fold")  # Chinese has no spaces to break at
    for finding in sorted(findings, key=lambda finding: VERDICTS.index(finding.verdict)):
        place = f"{finding.document}\n{finding.passage.place}" if several else finding.passage.place
        table.add_row(finding.verdict, place, _excerpt(finding), _told(finding))
    for conflict in apart:
        shown = "\n".join(f"{finding.document}, {finding.passage.place}: {finding.reading.text}" for finding in conflict.findings)
        table.add_row("differs", "between the files", shown, f"{conflict.fact.id}: {figure(conflict.fact)}")
    stream = io.StringIO()
    console = Console(file=stream, width=None if sys.stdout.isatty() else 200, highlight=False, markup=False)
    console.print(table)
    text = "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"
    return text if findings or apart else ""


def _excerpt(finding: Finding) -> str:
    """The number in brackets with the words round it."""
    text, reading = finding.passage.text, finding.reading
    before, after = text[max(0, reading.start - _AROUND) : reading.start], text[reading.end : reading.end + _AROUND]
    return f"{before}【{reading.text}】{after}".replace("\n", " ")


def _told(finding: Finding) -> str:
    facts = [f"{fact.id}: {figure(fact)}" for fact in finding.facts]
    lead = "nearest: " if finding.verdict == "unknown" and facts and finding.note == "no such fact" else ""
    return "\n".join([*filter(None, (finding.note,)), *(f"{lead}{fact}" for fact in facts)])


_FORMATS: dict[str, Callable[[Sequence[Finding], Sequence[Conflict], bool], str]] = {"table": _table, "json": _json, "csv": _csv}
