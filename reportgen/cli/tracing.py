"""``reportgen trace``: the numbers of a produced file with the facts, sources and paragraphs behind them."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from reportgen.document.model import FactRecord
from reportgen.errors import EXIT_FINDINGS, EXIT_OK, UsageError
from reportgen.review.identity import manifest_in
from reportgen.review.opening import open_document, read_bytes
from reportgen.review.package import opened
from reportgen.review.trace import Kind, Traced, trace


@click.command("trace")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--all", "everything", is_flag=True, help="List dates, names and ordinals as well.")
def trace_command(file: Path, format_: str, everything: bool) -> int:
    """Lead every number of a produced .docx or .pptx back to its fact, source and paragraph.

    Exit status 1 if a number leads nowhere.
    """
    document = open_document(file)
    if file.suffix.lower() not in (".docx", ".pptx"):
        raise UsageError("only Word files and decks know their facts", place=str(file), hint="'reportgen audit' reads any text")
    found = trace(document, manifest_in(opened(file.name, read_bytes(file))))
    listed = [traced for traced in found if everything or traced.kind != "aside"]
    click.echo(_FORMATS[format_](listed), nl=False)
    click.echo(summary(found), err=True)
    return EXIT_FINDINGS if any(traced.kind == "typed" for traced in found) else EXIT_OK


def summary(found: Sequence[Traced]) -> str:
    """``219 numbers: 160 of 58 facts (2 changed since), 4 counts and 2 constants, 53 dates, names and ordinals, 0 without a fact``"""
    counts = Counter(traced.kind for traced in found)
    ids = {record.id for traced in found for record in traced.facts}
    changed = sum(bool(traced.written) for traced in found)
    since = f" ({changed} changed since)" if changed else ""
    return (
        f"{len(found)} numbers: {counts['fact']} of {len(ids)} facts{since}, {counts['count']} counts and "
        f"{counts['constant']} constants, {counts['aside']} dates, names and ordinals, {counts['typed']} without a fact"
    )


def records(traced: Traced) -> list[dict[str, object]]:
    """A number for other programs: one record for each fact behind it, or one without a fact."""
    number = {"place": traced.place, "number": traced.text, "said": traced.said, "kind": traced.kind, "written": traced.written}
    facts = [asdict(record) for record in traced.facts] or [dict.fromkeys(FactRecord.__dataclass_fields__, "")]
    return [
        {**number, "reason": traced.reason, **{_COLUMN.get(name, name): value for name, value in fact.items()}} for fact in facts
    ]


_COLUMN = {"id": "fact", "text": "figure"}
"""What fields of a record are called beside those of the number."""


def _json(found: Sequence[Traced]) -> str:
    return json.dumps([one for traced in found for one in records(traced)], ensure_ascii=False, indent=2) + "\n"


def _csv(found: Sequence[Traced]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(records(Traced("", "", "", "typed"))[0]), lineterminator="\n")
    writer.writeheader()
    for row in (one for traced in found for one in records(traced)):
        writer.writerow({key: ";".join(map(str, value)) if isinstance(value, tuple) else value for key, value in row.items()})
    return stream.getvalue()


def _table(found: Sequence[Traced]) -> str:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 2, 1, 0))
    for heading in ("place", "number", "fact", "source or formula"):
        table.add_column(heading, overflow="fold")  # Chinese has no spaces to break at
    for traced in found:
        said = f"{traced.said}\nwas written {traced.written}" if traced.written else traced.said
        facts = "\n".join(f"{record.name} {record.when}\n{record.id}, {record.status}" for record in traced.facts)
        table.add_row(traced.place, said, facts or _UNTRACED[traced.kind], "\n".join(map(_origin, traced.facts)) or traced.reason)
    stream = io.StringIO()
    console = Console(file=stream, width=None if sys.stdout.isatty() else 200, highlight=False, markup=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n" if found else ""


_UNTRACED: dict[Kind, str] = {
    "fact": "",
    "count": "counted by the document",
    "constant": "constant of a formula",
    "aside": "no figure",
    "typed": "no fact behind it",
}


def _origin(record: FactRecord) -> str:
    """Source and paragraph with the print, or the formula with what it is computed from."""
    if record.formula:
        return f"{record.formula}: {', '.join(record.parents)}"
    place = f", paragraph {record.paragraph}" if record.paragraph else ""
    return f"{record.source}{place}: {record.printed}" if record.printed else f"{record.source}{place}"


_FORMATS: dict[str, Callable[[Sequence[Traced]], str]] = {"table": _table, "json": _json, "csv": _csv}
