"""A dataset folder, read into the model.

The folder holds ``facts.csv``, ``indicators.yaml`` (with ``places``, ``dimensions`` and ``indicators``) and ``sources.yaml``, and where
there is something to say in them ``programmes.yaml``, ``projects.csv``, ``names.yaml`` and ``terms.yaml``. Everything is checked here:
references lead somewhere, ids are unique, dates exist, units are known, printed figures cite a paragraph, derived ones have parents and
a formula. The first fault is raised as :class:`DataError` with file, line and a hint.
"""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from reportgen.errors import DataError, did_you_mean
from reportgen.facts import files, records
from reportgen.facts.dataset import Dataset
from reportgen.facts.derive import LETTERS, evaluate
from reportgen.facts.load_facts import read_fact, read_project
from reportgen.facts.model import KEY, KEY_FORM, Dimension, Fact, Indicator, Name, Part, Place, Programme, Project, Source
from reportgen.facts.period import Period, advice, parse
from reportgen.facts.quantity import UNITS
from reportgen.facts.sheets import read_rows

FACT_COLUMNS = (
    "indicator", "place", "dimension", "period", "as_of", "value", "scale", "unit", "qualifier", "printed", "status", "basis",
    "coverage", "source", "paragraph", "also", "parents", "formula", "note",
)  # fmt: skip
PROJECT_COLUMNS = (
    "id", "name", "en", "firm", "place", "industry", "investment", "durations", "milestones", "programmes", "sources", "note",
)  # fmt: skip
NEEDED_COLUMNS = ("indicator", "place", "value", "unit", "qualifier", "printed", "status", "source", "paragraph")
"""A dataset may leave out the other columns of ``facts.csv``; of ``projects.csv`` all but id and name."""
DEEPEST = 20
"""A figure that is derived over more steps than this cannot be followed by a reader."""


def load(folder: Path) -> Dataset:
    """Read and check the dataset in ``folder``; the first fault is raised as :class:`DataError`."""
    if not os.path.isdir(folder):  # unlike Path.is_dir it says no to names that no file system takes
        raise DataError("no such dataset folder", place=str(folder), hint="give --data a folder that holds facts.csv")
    empty = _vocabulary(folder)
    facts = _facts(folder / "facts.csv", empty)
    known = {fact.id: fact for fact in facts}
    values: dict[str, Decimal] = {}
    programmes = _programmes(_optional(folder, "programmes.yaml"), empty, known)
    dataset = replace(
        empty,
        facts=tuple(_computed(fact, known, values) for fact in facts),
        programmes=programmes,
        projects=_projects(_optional(folder, "projects.csv"), replace(empty, programmes=programmes), known),
    )
    _check_references(folder / "indicators.yaml", dataset)
    return dataset


def _optional(folder: Path, name: str) -> Path | None:
    """A file that a dataset need not have; one with nearly its name is a slip."""
    if (folder / name).exists():
        return folder / name
    stem = name.partition(".")[0]
    for other in sorted(path.name for path in folder.iterdir()):
        if SequenceMatcher(None, stem, other.rpartition(".")[0]).ratio() > ALIKE:
            hint = f"rename {other} or save it as {name}; if it is something else, move it out of the folder"
            raise DataError(f"there is no {name}, but {other}", place=str(folder), hint=hint)
    return None


ALIKE = 0.85
"""``programs`` for ``programmes``, ``project`` for ``projects``."""


def _vocabulary(folder: Path) -> Dataset:
    """The dataset without its facts: all that facts refer to."""
    file = files.open_yaml(folder / "indicators.yaml")
    names = _optional(folder, "names.yaml")
    return Dataset(
        name=folder.resolve().name,
        indicators={key: _indicator(key, entry) for key, entry in _keyed(file, "indicators")},
        places=_places(file),
        dimensions={key: _dimension(key, entry) for key, entry in _keyed(file, "dimensions")},
        sources={key: _source(key, entry) for key, entry in _keyed(files.open_yaml(folder / "sources.yaml"))},
        facts=(),
        programmes=(),
        projects=(),
        names=tuple(entry.name for entry in _names(names).names) if names else (),
        terms=_terms(_optional(folder, "terms.yaml")),
    )


def _terms(path: Path | None) -> dict[str, str]:
    """The glossary of free texts; a text without English is a fault of the file, not a term."""
    entries = files.open_yaml(path).entries() if path else []
    for chinese, entry in entries:
        if not isinstance(entry.value, str) or not entry.value.strip():
            raise DataError(f"the term '{chinese}' has no English text", place=entry.place, hint="write it behind the colon")
    return {chinese: str(entry.value).strip() for chinese, entry in entries}


def _keyed(file: files.YamlFile, under: str = "") -> list[tuple[str, files.Entry]]:
    """The entries of a mapping whose keys go into the ids of facts."""
    entries = file.entries(under)
    for key, entry in entries:
        _check_key(key, entry.place)
    return entries


def _check_key(key: str, place: str) -> None:
    if not KEY.fullmatch(key):
        raise DataError(f"'{key}' cannot be a key", place=place, hint=KEY_FORM)


def _names(path: Path) -> records.NamesFile:
    entry = files.read_yaml(path)
    return files.convert(replace(entry, value=entry.value or {}), records.NamesFile)  # a file of comments only has no value


def _dimension(key: str, entry: files.Entry) -> Dimension:
    record = files.convert(entry, records.NameRecord)
    return Dimension(key, Name(record.zh, record.en), record.within)


def _places(file: files.YamlFile) -> dict[str, Place]:
    found = [(key, files.convert(entry, records.PlaceRecord)) for key, entry in _keyed(file, "places")]
    if sum(record.home for _, record in found) != 1:
        hint = "mark the place the dataset is about"
        raise DataError("not exactly one place is marked 'home: true'", place=file.name, hint=hint)
    return {key: Place(key, Name(record.zh, record.en), record.home, record.within) for key, record in found}


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
        of=record.of,
        within=record.within,
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
        raise DataError(str(error), place=place, hint=advice(text)) from None


def _facts(path: Path, empty: Dataset) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    for line, row in read_rows(path, FACT_COLUMNS, NEEDED_COLUMNS):
        fact = read_fact(f"{path.name}:{line}", line, row, empty)
        if first := facts.get(fact.id):
            hint = f"line {first.line} has it too; tell them apart by period, place or dimension, or delete one"
            raise DataError(f"duplicate fact '{fact.id}'", place=f"{path.name}:{line}", hint=hint)
        facts[fact.id] = fact
    return tuple(facts.values())


def _computed(fact: Fact, known: dict[str, Fact], values: dict[str, Decimal]) -> Fact:
    """A derived fact with its value; any other as it is."""
    if not fact.derived:
        return fact
    return replace(fact, quantity=replace(fact.quantity, value=_base(fact, known, values, ()), scale=""))


def _base(fact: Fact, known: dict[str, Fact], values: dict[str, Decimal], above: tuple[str, ...]) -> Decimal:
    """The base value of a fact; ``values`` keeps those that have been derived."""
    if fact.derived and fact.id not in values:
        place = f"facts.csv:{fact.line}"
        _check_above(fact, place, above)
        parents = (known_fact(place, parent, known) for parent in fact.parents)
        found = [_base(parent, known, values, (*above, fact.id)) for parent in parents]
        values[fact.id] = _evaluated(place, fact.formula, dict(zip(LETTERS, found, strict=False)))
    return values[fact.id] if fact.derived else fact.quantity.base


def _check_above(fact: Fact, place: str, above: tuple[str, ...]) -> None:
    if fact.id in above:
        raise DataError(f"'{fact.id}' is derived from itself", place=place, hint="break the circle of parents")
    if len(above) >= DEEPEST:
        hint = "derive it from printed figures"
        raise DataError(f"'{above[0]}' is derived over more than {DEEPEST} steps", place=place, hint=hint)


def _evaluated(place: str, formula: str, values: dict[str, Decimal]) -> Decimal:
    try:
        return evaluate(formula, values)
    except ValueError as error:
        raise DataError(str(error), place=place, hint="for example: a - b") from None


def known_fact(place: str, id_: str, known: dict[str, Fact]) -> Fact:
    """The fact with an id, or the fault that names the nearest ids."""
    if id_ not in known:
        raise DataError(f"unknown fact '{id_}'", place=place, hint=did_you_mean(id_, known, otherwise="see 'reportgen facts'"))
    return known[id_]


def _programmes(path: Path | None, empty: Dataset, known: dict[str, Fact]) -> tuple[Programme, ...]:
    entries = files.open_yaml(path).items() if path else []
    programmes = [_programme(entry, empty, known) for entry in entries]
    places = [entry.place for entry in entries]
    _check_parents(places, programmes)
    _check_circles(places, programmes)
    return tuple(programmes)


def _programme(entry: files.Entry, empty: Dataset, known: dict[str, Fact]) -> Programme:
    record = files.convert(entry, records.ProgrammeRecord)
    _check_key(record.id, entry.place)
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


def _check_circles(places: list[str], programmes: list[Programme]) -> None:
    parents = {programme.key: programme.parent for programme in programmes}
    for place, programme in zip(places, programmes, strict=True):
        above = programme.parent
        for _ in programmes:
            above = parents.get(above, "")
        if above:
            hint = "break the circle of parents"
            raise DataError(f"'{programme.key}' stands below itself", place=place, hint=hint)


def _projects(path: Path | None, known: Dataset, facts: dict[str, Fact]) -> tuple[Project, ...]:
    if path is None:
        return ()
    found: dict[str, Project] = {}
    for line, row in read_rows(path, PROJECT_COLUMNS, ("id", "name")):
        project = _project(path, line, row, known, facts)
        if project.key in found:
            hint = "merge the two rows"
            raise DataError(f"duplicate project '{project.key}'", place=f"{path.name}:{line}", hint=hint)
        found[project.key] = project
    return tuple(found.values())


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


def _check_references(path: Path, dataset: Dataset) -> None:
    """What indicators, dimensions and places name of one another."""
    for indicator in dataset.indicators.values():
        for verb, keys in (("compares", indicator.compares), ("is of", indicator.of), ("is within", (indicator.within,))):
            for key in filter(None, keys):
                _check_series(path, f"'{indicator.key}' {verb}", key, dataset)
    for table in (dataset.dimensions, dataset.places):
        for one in table.values():
            if one.within and one.within not in table:
                hint = did_you_mean(one.within, table, otherwise="write the key of another entry of the list")
                raise DataError(f"'{one.key}' is within the unknown '{one.within}'", place=path.name, hint=hint)


def _check_series(path: Path, who: str, key: str, dataset: Dataset) -> None:
    series, _, place = key.partition("@")
    base, _, dimension = series.partition("/")
    known: tuple[tuple[str, dict[str, Any]], ...] = (
        (base, dataset.indicators),
        (dimension, {**dataset.dimensions, "": 0, "*": 0}),
        (place, {**dataset.places, "": 0}),
    )
    for name, table in known:
        if name not in table:
            hint = did_you_mean(name, table, otherwise="write the key of an indicator")
            raise DataError(f"{who} the unknown '{key}'", place=path.name, hint=hint)


def raw_values(folder: Path) -> dict[str, Any]:
    """The exceptions and names of ``names.yaml``, for the check that no numeral of a source is lost."""
    record = _names(folder / "names.yaml")
    return {"names": record.names, "exceptions": record.exceptions}
