"""Specifications of charts of measures: rates and levels over years, things side by side."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.document.chart_parts import (
    Row,
    breaks,
    chart_spec,
    coverage_notes,
    date_notes,
    point,
    points,
    series_name,
    shared_date,
    side_by_side,
)
from reportgen.document.context import labels, listed
from reportgen.document.markup import Directive
from reportgen.document.model import ChartSpec, Series
from reportgen.document.words import wordbook
from reportgen.facts.model import Fact
from reportgen.narrative.scope import Scope


def growth_years(directive: Directive, scope: Scope) -> ChartSpec:
    """Rates over the years of the window, a line a series; years outside the known ones are cut off at both ends."""
    keys = listed(directive, "facts")
    rows = [scope.series(key) for key in keys]
    first, last = _known_span(rows)
    rows = [row[first : last + 1] for row in rows]
    years = scope.years[first : last + 1]
    series = tuple(
        Series(name or series_name(row, scope), tuple(point(fact, scope) for fact in row), breaks(row))
        for name, row in zip(labels(directive, len(keys)), rows, strict=True)
        if any(row)
    )
    notes = (*_gap_notes(years, rows, scope), *coverage_notes(rows, scope))
    return chart_spec(directive, scope, tuple(map(scope.wording.year, years)), series, notes)


def _known_span(rows: list[Row]) -> tuple[int, int]:
    known = [index for row in rows for index, fact in enumerate(row) if fact]
    return (min(known), max(known)) if known else (0, -1)


def _gap_notes(years: tuple[int, ...], rows: list[Row], scope: Scope) -> tuple[str, ...]:
    """Name the years for which no series has a value."""
    missing = [year for index, year in enumerate(years) if not any(row[index] for row in rows)]
    said = scope.wording.enumerated(map(scope.wording.year, missing))
    return (wordbook(scope).without_data(said),) if missing else ()


def growth_bars(directive: Directive, scope: Scope) -> ChartSpec:
    """Values of several things side by side in the year of the briefing, or at the date that their states share."""
    categories, facts = side_by_side(directive, scope)
    series = (Series(shared_date(facts, scope), points(facts, scope)),)
    return chart_spec(directive, scope, categories, series, date_notes(categories, facts, scope))


def levels(directive: Directive, scope: Scope) -> ChartSpec:
    """All known levels of each series up to the year, each at its own date."""
    keys = listed(directive, "facts")
    rows = {key: _history(scope, key) for key in keys}
    moments = sorted({fact.when for row in rows.values() for fact in row}, key=lambda when: (when.end, when.text))
    scale = scope.wording.common_scale(fact for row in rows.values() for fact in row)
    series = tuple(
        Series(name or series_name(row, scope), tuple(point(_at(row, when.text), scope, scale) for when in moments), breaks(row))
        for name, row in zip(labels(directive, len(keys)), rows.values(), strict=True)
        if row
    )
    categories = tuple(map(scope.wording.at, moments))
    return chart_spec(directive, scope, categories, series, coverage_notes(rows.values(), scope))


def _history(scope: Scope, key: str) -> tuple[Fact, ...]:
    """Facts of a series up to the one that the briefing uses, the last published of each moment."""
    scope.check(key)
    last = scope.maybe(key)
    facts = [fact for fact in scope.dataset.by_key.get(key, ()) if last and fact.when.end <= last.when.end]
    latest = {fact.when.text: fact for fact in sorted(facts, key=lambda fact: fact.published)}
    return tuple(sorted(latest.values(), key=lambda fact: fact.when.end))


def _at(row: Iterable[Fact], moment: str) -> Fact | None:
    return next((fact for fact in row if fact.when.text == moment), None)
