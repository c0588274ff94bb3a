"""A dataset folder, read into the model.

The folder holds ``facts.csv``, ``indicators.yaml`` (with ``places``, ``dimensions`` and ``indicators``), ``sources.yaml``,
``programmes.yaml``, ``projects.csv`` and ``names.yaml``. Everything is checked at this border: references lead somewhere, ids are
unique, dates exist, units are known, printed figures cite a paragraph, derived ones have parents and a formula. The first fault is
raised as :class:`DataError` with file, line and a hint.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.errors import DataError, did_you_mean
from reportgen.facts import files, records
from reportgen.facts.dataset import Dataset
from reportgen.facts.derive import evaluate
from reportgen.facts.load_facts import read_fact, read_project
from reportgen.facts.model import Dimension, Fact, Indicator, Name, Part, Place, Programme, Project, Source
from reportgen.facts.period import FORMS, Period, parse
from reportgen.facts.quantity import UNITS

FACT_COLUMNS = (
    "indicator", "place", "dimension", "period", "as_of", "value", "scale", "unit", "qualifier", "printed", "status", "basis",
    "coverage", "source", "paragraph", "also", "parents", "formula", "note",
)  # fmt: skip
PROJECT_COLUMNS = (
    "id", "name", "en", "firm", "place", "industry", "investment", "durations", "milestones", "programmes", "sources", "note",
)  # fmt: skip


def load(folder: Path) -> Dataset:
    """Read and check the dataset in ``folder``; the first fault is raised as :class:`DataError`."""
    if not folder.is_dir():
        raise DataError("no such dataset folder", place=str(folder), hint="give --data a folder that holds facts.csv")
    empty = _vocabulary(folder)
    facts = _facts(folder / "facts.csv", empty)
    known = {fact.id: fact for fact in facts}
    programmes = _programmes(folder / "programmes.yaml", empty, known)
    dataset = replace(
        empty,
        facts=tuple(_computed(fact, known) for fact in facts),
        programmes=programmes,
        projects=_projects(folder / "projects.csv", replace(empty, programmes=programmes), known),
    )
    _check_compares(folder / "indicators.yaml", dataset)
    return dataset


def _vocabulary(folder: Path) -> Dataset:
    """The dataset without its facts: all that facts refer to."""
    file = files.open_yaml(folder / "indicators.yaml")
    names = files.convert(files.read_yaml(folder / "names.yaml"), records.NamesFile).names
    return Dataset(
        name=folder.name,
        indicators={key: _indicator(key, entry) for key, entry in file.entries("indicators")},
        places=_places(file),
        dimensions={key: Dimension(key, _name(entry)) for key, entry in file.entries("dimensions")},
        sources={key: _source(key, entry) for key, entry in files.open_yaml(folder / "sources.yaml").entries()},
        facts=(),
        programmes=(),
        projects=(),
        names=tuple(entry.name for entry in names),
    )


def _name(entry: files.Entry) -> Name:
    record = files.convert(entry, records.NameRecord)
    return Name(record.zh, record.en)


def _places(file: files.YamlFile) -> dict[str, Place]:
    found = [(key, files.convert(entry, records.PlaceRecord)) for key, entry in file.entries("places")]
    if sum(record.home for _, record in found) != 1:
        hint = "mark the place the dataset is about"
        raise DataError("not exactly one place is marked 'home: true'", place=file.name, hint=hint)
    return {key: Place(key, Name(record.zh, record.en), record.home) for key, record in found}


def _indicator(key: str, entry: files.Entry) -> Indicator:
    record = files.convert(entry, records.IndicatorRecord)
    if record.unit not in UNITS:
        hint = did_you_mean(record.unit, UNITS, otherwise=f"the units are {' '.join(UNITS)}")
        raise DataError(f"indicator '{key}' has the unknown unit '{record.unit}'", place=entry.place, hint=hint)
    return Indicator(
        key=key,
        name=Name(record.zh, record.en),
        kind=record.kind,
        unit=record.unit,
        polarity=record.polarity,
        precision=record.precision,
        basis=record.basis,
        noun=Name(record.noun or record.zh, record.en_noun or record.en),
        short=Name(record.short or record.zh, record.en_short or record.en),
        definition=Name(record.definition, record.en_definition),
        compares=record.compares,
        part=_part(record.part) if record.part else None,
    )


def _part(record: records.PartRecord) -> Part:
    return Part(
        name=Name(record.zh, record.en),
        noun=Name(record.noun, record.en_noun or record.en),
        short=Name(record.short or record.zh, record.en_short or record.en),
    )


def _source(key: str, entry: files.Entry) -> Source:
    record = files.convert(entry, records.SourceRecord)
    return Source(
        key=key,
        title=record.title,
        short=record.short,
        published=period_at(entry.place, record.published) if record.published else None,
        about=Name(record.about, record.about_en),
        publisher=record.publisher,
        writer=record.writer,
    )


def period_at(place: str, text: str) -> Period:
    """Read a period, or raise the fault with its place."""
    try:
        return parse(text)
    except ValueError as error:
        raise DataError(str(error), place=place, hint=FORMS) from None


def _facts(path: Path, empty: Dataset) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    for line, row in files.read_rows(path, FACT_COLUMNS):
        fact = read_fact(f"{path.name}:{line}", line, row, empty)
        if first := facts.get(fact.id):
            hint = f"line {first.line} has it too; tell them apart by period, place or dimension, or delete one"
            raise DataError(f"duplicate fact '{fact.id}'", place=f"{path.name}:{line}", hint=hint)
        facts[fact.id] = fact
    return tuple(facts.values())


def _computed(fact: Fact, known: dict[str, Fact]) -> Fact:
    """A derived fact with its value; any other as it is."""
    if not fact.derived:
        return fact
    value = _derive(fact, known, ())
    return replace(fact, quantity=replace(fact.quantity, value=value, scale=""))


def _derive(fact: Fact, known: dict[str, Fact], above: tuple[str, ...]) -> Decimal:
    place = f"facts.csv:{fact.line}"
    if fact.id in above:
        raise DataError(f"'{fact.id}' is derived from itself", place=place, hint="break the circle of parents")
    values = {}
    for letter, parent in zip("abcdefgh", fact.parents, strict=False):
        found = known_fact(place, parent, known)
        values[letter] = _derive(found, known, (*above, fact.id)) if found.derived else found.quantity.base
    try:
        return evaluate(fact.formula, values)
    except ValueError as error:
        raise DataError(str(error), place=place, hint="for example: a - b") from None


def known_fact(place: str, id_: str, known: dict[str, Fact]) -> Fact:
    """The fact with an id, or the fault that names the nearest ids."""
    if id_ not in known:
        raise DataError(f"unknown fact '{id_}'", place=place, hint=did_you_mean(id_, known, otherwise="see 'reportgen facts'"))
    return known[id_]


def _programmes(path: Path, empty: Dataset, known: dict[str, Fact]) -> tuple[Programme, ...]:
    entries = files.open_yaml(path).items()
    programmes = [_programme(entry, empty, known) for entry in entries]
    _check_parents([entry.place for entry in entries], programmes)
    return tuple(programmes)


def _programme(entry: files.Entry, empty: Dataset, known: dict[str, Fact]) -> Programme:
    record = files.convert(entry, records.ProgrammeRecord)
    for id_ in (*record.targets, *record.scope, *(id_ for ids in record.progress.values() for id_ in ids)):
        known_fact(entry.place, id_, known)
    for citation in record.sources:
        if citation.article not in empty.sources:
            hint = did_you_mean(citation.article, empty.sources, otherwise="define it in sources.yaml")
            raise DataError(f"unknown source '{citation.article}'", place=entry.place, hint=hint)
    return Programme(
        key=record.id,
        name=Name(record.zh, record.en),
        short=record.short or record.zh,
        what=Name(record.what, record.what_en),
        kind=record.kind,
        area=record.area,
        period=period_at(entry.place, record.period) if record.period else None,
        owner=record.owner,
        parent=record.parent,
        targets=record.targets,
        scope=record.scope,
        progress=tuple((period_at(entry.place, at), ids) for at, ids in record.progress.items()),
        sources=tuple((citation.article, citation.paragraph) for citation in record.sources),
    )


def _check_parents(places: list[str], programmes: list[Programme]) -> None:
    keys = [programme.key for programme in programmes]
    for index, (place, programme) in enumerate(zip(places, programmes, strict=True)):
        if programme.parent and programme.parent not in keys:
            hint = did_you_mean(programme.parent, keys, otherwise="write the id of another programme")
            raise DataError(f"unknown parent '{programme.parent}' of '{programme.key}'", place=place, hint=hint)
        if programme.key in keys[:index]:
            raise DataError(f"duplicate programme '{programme.key}'", place=place, hint="merge the two entries")


def _projects(path: Path, known: Dataset, facts: dict[str, Fact]) -> tuple[Project, ...]:
    return tuple(_project(path, line, row, known, facts) for line, row in files.read_rows(path, PROJECT_COLUMNS))


def _project(path: Path, line: int, row: dict[str, str], known: Dataset, facts: dict[str, Fact]) -> Project:
    place = f"{path.name}:{line}"
    project = read_project(place, row, known)
    for id_ in (*project.investment, *project.durations):
        known_fact(place, id_, facts)
    keys = [programme.key for programme in known.programmes]
    for key in project.programmes:
        if key not in keys:
            raise DataError(
                f"unknown programme '{key}'", place=place, hint=did_you_mean(key, keys, otherwise="add it to programmes.yaml")
            )
    return project


def _check_compares(path: Path, dataset: Dataset) -> None:
    for indicator in dataset.indicators.values():
        for key in indicator.compares:
            base = key.split("@")[0].split("/")[0]
            if base not in dataset.indicators:
                hint = did_you_mean(base, dataset.indicators, otherwise="write the key of an indicator")
                raise DataError(f"'{indicator.key}' compares the unknown '{key}'", place=path.name, hint=hint)


def raw_values(folder: Path) -> dict[str, Any]:
    """The exceptions and names of ``names.yaml``, for the check that no numeral of a source is lost."""
    record = files.convert(files.read_yaml(folder / "names.yaml"), records.NamesFile)
    return {"names": record.names, "exceptions": record.exceptions}
