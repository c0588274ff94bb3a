"""Small datasets for tests, made in memory: each fact is a mapping of the few fields that a case cares about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Dimension, Fact, Indicator, Name, Place, Programme, Project, Source
from reportgen.facts.period import parse
from reportgen.facts.quantity import Quantity
from reportgen.narrative.scope import Scope

HOME = Place("home", Name("本市", "the city"), home=True)
PROVINCE = Place("province", Name("全省", "the province"))
SOURCE = Source("000", "一篇文章", "《一篇文章》", parse("2024-01"), Name(""))


def indicator(fields: Mapping[str, Any]) -> Indicator:
    key, _, _ = split(fields["key"])
    noun = fields.get("noun", key)
    return Indicator(
        key=key,
        name=Name(fields.get("name", noun)),
        kind=fields.get("kind", "count"),
        unit=fields.get("unit", "家"),
        polarity=fields.get("polarity", "good"),
        precision=fields.get("precision", 1),
        basis=fields.get("basis_of_indicator", fields.get("basis", "")),
        noun=Name(noun),
        short=Name(noun),
        definition=Name(fields.get("definition", "")),
        compares=tuple(fields.get("compares", ())),
        of=tuple(fields.get("of", ())),
        within=fields.get("within", ""),
    )


def split(key: str) -> tuple[str, str, str]:
    """Indicator, dimension and place of a series key."""
    rest, _, place = key.partition("@")
    name, _, dimension = rest.partition("/")
    return name, dimension, place


def fact(fields: Mapping[str, Any], line: int = 2) -> Fact:
    _, dimension, place = split(fields["key"])
    derived = fields.get("status") == "derived"
    value = Decimal(str(fields["value"]))
    unit = fields.get("unit", "家")
    scale = fields.get("scale", "")
    return Fact(
        indicator=indicator(fields),
        place=PROVINCE if place else HOME,
        dimension=Dimension(dimension, Name(fields.get("dimension", dimension)), fields.get("of_dimension", ""))
        if dimension
        else None,
        period=parse(str(fields["period"])) if "period" in fields else None,
        as_of=parse(str(fields["as_of"])) if "as_of" in fields else None,
        quantity=Quantity(value, unit, scale, fields.get("qualifier", "exact")),
        printed="" if derived else fields.get("printed", f"{abs(value)}{scale}{unit}"),
        status=fields.get("status", "reported"),
        basis=fields.get("basis", ""),
        coverage=fields.get("coverage", ""),
        source=None if derived else fields.get("source", SOURCE),
        paragraph=None if derived else 1,
        parents=tuple(fields.get("parents", ())),
        formula=fields.get("formula", ""),
        note=fields.get("note", ""),
        line=line,
    )


def dataset(
    facts: Iterable[Mapping[str, Any]],
    programmes: Iterable[Programme] = (),
    projects: Iterable[Project] = (),
    names: Iterable[str] = (),
) -> Dataset:
    made = tuple(fact(fields, line) for line, fields in enumerate(facts, start=2))
    return Dataset(
        name="test",
        indicators={item.indicator.key: item.indicator for item in made},
        places={HOME.key: HOME, PROVINCE.key: PROVINCE},
        dimensions={item.dimension.key: item.dimension for item in made if item.dimension},
        sources={item.source.key: item.source for item in made if item.source} | {SOURCE.key: SOURCE},
        facts=made,
        programmes=tuple(programmes),
        projects=tuple(projects),
        names=tuple(names),
    )


def scope(facts: Iterable[Mapping[str, Any]], year: int = 2025, years: int = 4) -> Scope:
    return Scope(dataset(facts), year, (year - years + 1, year))
