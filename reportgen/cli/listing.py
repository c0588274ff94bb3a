"""``reportgen list`` and ``reportgen facts``: what there is to report on."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from reportgen.cli.options import data_option, templates_option
from reportgen.errors import UsageError
from reportgen.facts.dataset import Dataset
from reportgen.facts.load import load
from reportgen.facts.model import Fact
from reportgen.narrative import briefing as briefings
from reportgen.pipeline import years_hint


@click.command("list")
@data_option
@templates_option
def list_command(data: Path, templates: Path) -> None:
    """Briefings with their sections, and the years that have facts."""
    dataset = load(data)
    click.echo("briefings:")
    for name in briefings.names(templates):
        briefing = briefings.load(templates, name)
        click.echo(f"  {name}: {', '.join(briefing.sections)}")
    click.echo("years:" if dataset.facts else "years: none, facts.csv has no rows yet")
    for year, count in dataset.years().items():
        click.echo(f"  {year}: {count} {'fact' if count == 1 else 'facts'}")


@click.command("facts")
@click.option("--year", type=int, help="Only facts whose period or date ends in this year.")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@data_option
def facts_command(year: int | None, format_: str, data: Path) -> None:
    """The facts of the dataset, each with its source."""
    dataset = load(data)
    facts = dataset.facts if year is None else dataset.of_year(year)
    if not dataset.facts:
        raise UsageError("there are no facts", place="facts.csv", hint=years_hint(dataset))
    if not facts:
        raise UsageError(f"there are no facts for {year}", place="--year", hint=years_hint(dataset))
    click.echo(_FORMATS[format_](facts, dataset), nl=False)


def record(fact: Fact) -> dict[str, object]:
    """One fact for other programs: base value as a string, places and sources by key."""
    return {
        "id": fact.id,
        "indicator": fact.indicator.key,
        "name": fact.indicator.name.zh,
        "place": fact.place.key,
        "dimension": fact.dimension.key if fact.dimension else "",
        "period": fact.period.text if fact.period else "",
        "as_of": fact.as_of.text if fact.as_of else "",
        "value": fact.quantity.base_text,
        "unit": fact.quantity.unit,
        "printed": fact.printed,
        "qualifier": fact.quantity.qualifier,
        "kind": fact.indicator.kind,
        "status": fact.status,
        "polarity": fact.indicator.polarity,
        "basis": fact.basis or fact.indicator.basis,
        "coverage": fact.coverage,
        "source": fact.source.key if fact.source else "",
        "paragraph": fact.paragraph,
        "also": list(fact.also),
        "parents": list(fact.parents),
        "formula": fact.formula,
        "note": fact.note,
    }


def _json(facts: Iterable[Fact], dataset: Dataset) -> str:
    return json.dumps([record(fact) for fact in facts], ensure_ascii=False, indent=2) + "\n"


def _csv(facts: Iterable[Fact], dataset: Dataset) -> str:
    rows = [record(fact) for fact in facts]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {key: ";".join(map(str, value)) if isinstance(value, list) else value for key, value in row.items()} for row in rows
    )
    return stream.getvalue()


def _flat(value: object) -> object:
    return ";".join(str(item) for item in value) if isinstance(value, list) else value


def _table(facts: Iterable[Fact], dataset: Dataset) -> str:
    from rich.console import Console
    from rich.table import Table

    table = Table("id", "name", "figure", "status", "source", box=None, header_style="bold")
    for fact in facts:
        origin = f"{fact.source.key}:{fact.paragraph}" if fact.source else fact.formula
        figure = fact.printed or f"{fact.quantity.base_text}{fact.quantity.unit}"
        table.add_row(fact.id, fact.indicator.name.zh, figure, fact.status, origin)
    stream = io.StringIO()
    console = Console(file=stream, width=None if sys.stdout.isatty() else 200, highlight=False, markup=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


_FORMATS: dict[str, Callable[[Iterable[Fact], Dataset], str]] = {"table": _table, "json": _json, "csv": _csv}
