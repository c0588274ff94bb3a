"""One row of ``facts.csv`` or ``projects.csv`` to a value of the model, with every fault at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar, cast

from reportgen.errors import DataError, did_you_mean
from reportgen.facts.dataset import Dataset
from reportgen.facts.derive import LETTERS
from reportgen.facts.model import BASES, KEY, KEY_FORM, STATUSES, Basis, Fact, Indicator, Milestone, Name, Project, Source, Status
from reportgen.facts.period import Period, parse
from reportgen.facts.period import advice as date_advice
from reportgen.facts.quantity import QUALIFIERS, SCALES, UNITS, Qualifier, Quantity, alike, parse_value
from reportgen.facts.quantity import advice as number_advice

V = TypeVar("V")
PLANNED = "计划"
"""How the words of a milestone begin that had not been reached when it was written down."""


def read_fact(place: str, line: int, row: Mapping[str, str], known: Dataset) -> Fact:
    """The fact of one row; a derived one still has value 0, which the loader computes from its parents."""
    cells = _Cells(place, row)
    fact = Fact(
        indicator=_indicator(cells, known),
        place=cells.known("place", known.places),
        dimension=cells.known("dimension", known.dimensions) if row["dimension"] else None,
        period=cells.period("period"),
        as_of=cells.period("as_of"),
        quantity=cells.quantity(),
        printed=row["printed"],
        status=cast(Status, cells.one_of("status", STATUSES)),
        basis=cast(Basis, cells.one_of("basis", BASES)),
        coverage=row["coverage"],
        source=_source(cells, known),
        paragraph=cells.integer("paragraph"),
        also=tuple(cells.integers("also")),
        parents=_split(row["parents"]),
        formula=row["formula"],
        note=row["note"],
        line=line,
    )
    _check_fact(cells, fact)
    return fact


def read_project(place: str, row: Mapping[str, str], known: Dataset) -> Project:
    """The project of one row of ``projects.csv``."""
    cells = _Cells(place, row)
    return Project(
        key=cells.key("id"),
        name=Name(row["name"], row["en"]),
        firm=row["firm"],
        place=cells.known("place", known.places) if row["place"] else None,
        industry=cells.known("industry", known.dimensions) if row["industry"] else None,
        investment=_split(row["investment"]),
        durations=_split(row["durations"]),
        milestones=tuple(cells.milestone(text) for text in row["milestones"].split("|") if text.strip()),
        programmes=_split(row["programmes"]),
        sources=tuple(cells.citation(text, known) for text in _split(row["sources"])),
        note=row["note"],
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _indicator(cells: _Cells, known: Dataset) -> Indicator:
    """The indicator, under its names of a part where the fact is of a dimension."""
    indicator = cells.known("indicator", known.indicators)
    return indicator.of_a_part() if cells.row["dimension"] else indicator


def _source(cells: _Cells, known: Dataset) -> Source | None:
    return cells.known("source", known.sources) if cells.row["source"] else None


class _Cells:
    """The cells of a row, read to types; every fault names the row's place."""

    def __init__(self, place: str, row: Mapping[str, str]) -> None:
        self.place = place
        self.row = row

    def fault(self, message: str, hint: str) -> DataError:
        return DataError(message, place=self.place, hint=hint)

    def known(self, column: str, table: Mapping[str, V]) -> V:
        key = self.row[column]
        if key in table:
            return table[key]
        if whole := next((known for known in table if key.isdigit() and known.lstrip("0") == key), ""):
            raise self.fault(f"unknown {column} '{key}'", f"write {whole}; Excel drops leading zeros: format the column as Text")
        raise self.fault(f"unknown {column} '{key}'", did_you_mean(key, table, otherwise=f"define '{key}' first"))

    def key(self, column: str) -> str:
        if not KEY.fullmatch(self.row[column]):
            raise self.fault(f"'{self.row[column]}' cannot be an {column}", KEY_FORM)
        return self.row[column]

    def one_of(self, column: str, choices: Iterable[str]) -> str:
        value = self.row[column]
        if value not in choices:
            raise self.fault(f"unknown {column} '{value}'", f"one of {', '.join(choice or '(empty)' for choice in choices)}")
        return value

    def period(self, column: str) -> Period | None:
        text = self.row[column]
        try:
            return parse(text) if text else None
        except ValueError as error:
            raise self.fault(f"bad {column}: {error}", date_advice(text)) from None

    def integer(self, column: str) -> int | None:
        return self._int(column, self.row[column]) if self.row[column] else None

    def integers(self, column: str) -> Iterable[int]:
        return (self._int(column, part) for part in _split(self.row[column]))

    def _int(self, column: str, text: str) -> int:
        if not re.fullmatch("[1-9][0-9]{0,5}", text):
            raise self.fault(f"{column} '{text}' is not a whole number", "count the non-empty lines of the source from 1")
        return int(text)

    def quantity(self) -> Quantity:
        unit, scale = self.row["unit"], self.row["scale"]
        if unit not in UNITS:
            raise self.fault(f"unknown unit '{unit}'", did_you_mean(unit, UNITS, otherwise=f"the units are {' '.join(UNITS)}"))
        if scale not in SCALES:
            raise self.fault(f"unknown scale '{scale}'", "leave it empty, or write 万 or 亿")
        qualifier = cast(Qualifier, self.one_of("qualifier", QUALIFIERS))
        return Quantity(self.value(), unit, scale, qualifier)

    def value(self) -> Decimal:
        if self.row["status"] == "derived":
            return Decimal(0)
        try:
            return parse_value(self.row["value"])
        except ValueError as error:
            raise self.fault(str(error), number_advice(self.row["value"])) from None

    def milestone(self, text: str) -> Milestone:
        when, _, what = text.strip().partition(" ")
        try:
            return Milestone(parse(when), what.strip(), what.strip().startswith(PLANNED))
        except ValueError as error:
            raise self.fault(f"bad milestone: {error}", date_advice(when)) from None

    def citation(self, text: str, known: Dataset) -> tuple[str, int]:
        source, _, paragraph = text.partition(":")
        if source not in known.sources:
            raise self.fault(f"unknown source '{source}'", "write 003:9")
        return source, self._int("paragraph", paragraph)


def _check_fact(cells: _Cells, fact: Fact) -> None:
    """Rules that concern several cells of a row."""
    if fact.period is None and fact.as_of is None:
        raise cells.fault("neither period nor as_of is given", "say the year or the date that the figure is of")
    if not alike(fact.quantity.unit, fact.indicator.unit):
        message = f"unit '{fact.quantity.unit}' is not that of indicator '{fact.indicator.key}' ({fact.indicator.unit})"
        raise cells.fault(message, "percent and percentage points are different units; use another indicator or mend the unit")
    for ok, message, hint in _completeness(fact):
        if not ok:
            raise cells.fault(message, hint)


def _completeness(fact: Fact) -> tuple[tuple[Any, str, str], ...]:
    if fact.derived:
        return (
            (fact.parents, "a derived fact without parents", "name the facts it is computed from"),
            (
                len(fact.parents) <= len(LETTERS),
                f"a derived fact with more than {len(LETTERS)} parents",
                "derive it in two steps",
            ),
            (fact.formula, "a derived fact without formula", "for example: a - b"),
            (not fact.printed, "a derived fact with a printed figure", "a printed figure is reported, not derived"),
        )
    return (
        (fact.source, "a fact without source", "name the source, or derive the fact from others"),
        (fact.paragraph, "a fact without paragraph", "count the non-empty lines of the source from 1"),
        (fact.printed, "a fact without the figure as printed", "copy the figure from the source"),
        (not fact.parents and not fact.formula, "a printed fact with parents or formula", "only derived facts have them"),
    )
