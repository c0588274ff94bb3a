"""Specifications of charts that compare: two years, parts with their whole, places in a ranking."""

from __future__ import annotations

from collections import Counter

from reportgen.document.chart_parts import (
    NO_MARK,
    Mark,
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
    state,
    written,
)
from reportgen.document.context import Omitted, joined, labels, listed, resolve
from reportgen.document.markup import Directive
from reportgen.document.model import ChartSpec, Figure, Point, Series, Text
from reportgen.document.words import wordbook
from reportgen.errors import DocumentError
from reportgen.facts.model import Fact
from reportgen.facts.quantity import alike
from reportgen.narrative.scope import Scope

FEWEST_CHANGES = 2
"""The change of one series is a sentence."""

# --- change between two years --------------------------------------------------------------------------------------------


def slope(directive: Directive, scope: Scope) -> ChartSpec:
    """The series that have a value in the year and in an earlier one of the window: the one that most have, the latest of these."""
    keys = listed(directive, "facts")
    named = list(zip(labels(directive, len(keys)), (scope.series(key) for key in keys), strict=True))
    index = _earlier([row for _, row in named])
    pairs = [(name, (row[index], row[-1])) for name, row in named if row[index] and row[-1]]
    if len(pairs) < FEWEST_CHANGES:
        raise Omitted("fewer than two series have an earlier value to compare with")
    series = tuple(_row(name, pair, scope) for name, pair in pairs)
    categories = (scope.wording.year(scope.years[index]), scope.wording.year(scope.year))
    return chart_spec(directive, scope, categories, series, coverage_notes((pair for _, pair in pairs), scope))


def _row(name: str, facts: Row, scope: Scope) -> Series:
    return Series(name or series_name(facts, scope), tuple(point(fact, scope) for fact in facts), breaks(facts))


def _earlier(rows: list[Row]) -> int:
    """The index of the year before the last that most rows can be compared with."""
    years = range(len(rows[0]) - 1)
    return max(years, key=lambda year: (sum(bool(row[year] and row[-1]) for row in rows), year), default=0)


# --- parts of a whole ----------------------------------------------------------------------------------------------------


def composition(directive: Directive, scope: Scope) -> ChartSpec:
    """Known parts of wholes: a bar each fact, or with ``over=years`` each year, or with ``whole`` or ``of`` one bar of all parts.

    ``whole`` is the key of the fact that the parts are parts of; ``of`` says in words what that is. Without it a whole is 100 %.
    """
    if directive.attributes.get("over") == "years":
        return _over_years(directive, scope)
    if "whole" in directive.attributes or "of" in directive.attributes:
        return _one_whole(directive, scope)
    categories, facts = side_by_side(directive, scope)
    series = (Series(shared_date(facts, scope), points(facts, scope)),)
    return chart_spec(directive, scope, categories, series, date_notes(categories, facts, scope))


def _over_years(directive: Directive, scope: Scope) -> ChartSpec:
    keys = listed(directive, "facts")
    named = [(name, row) for name, row in zip(labels(directive, len(keys)), map(scope.series, keys), strict=True) if any(row)]
    years = [index for index in range(len(scope.years)) if any(row[index] for _, row in named)]
    if not years or years[-1] != len(scope.years) - 1:
        raise Omitted(f"no values of {scope.year}")
    rows = [tuple(row[index] for index in years) for _, row in named]
    series = tuple(_row(name, row, scope) for (name, _), row in zip(named, rows, strict=True))
    categories = tuple(scope.wording.year(scope.years[index]) for index in years)
    return chart_spec(directive, scope, categories, series, coverage_notes(rows, scope))


def _one_whole(directive: Directive, scope: Scope) -> ChartSpec:
    names, parts = side_by_side(directive, scope)
    whole = resolve(scope, directive.attributes["whole"]) if "whole" in directive.attributes else None
    if "whole" in directive.attributes and whole is None:
        raise Omitted("the whole is not known")
    facts = (*parts, *([whole] if whole else []))
    _hold_to_one_unit(directive, facts)
    words, said = scope.wording, wordbook(scope)
    scale = words.common_scale(facts)
    category = said.of_date(shared_date(facts, scope), directive.attributes.get("of") or (words.label(whole) if whole else ""))
    series = tuple(Series(name, (point(part, scope, scale),)) for name, part in zip(names, parts, strict=True))
    mark = Mark(scale.of(whole.quantity), said.total(words.amount(whole)), (whole.id,)) if whole else NO_MARK
    unit = words.unit(scale, facts[0].quantity.unit) if facts else ""
    parts_told = joined(((Text(words.stated(row.name)), written(row.points[0], unit, scope)) for row in series), words.LISTED)
    of_all = (Text(words.stated(category)), Figure(mark.label, mark.facts)) if mark.facts else (Text(category),)
    telling = (*of_all, Text(said.OF_WHICH), *parts_told)
    return chart_spec(directive, scope, (category,), series, mark=mark, unit=unit, telling=telling)


def _hold_to_one_unit(directive: Directive, facts: tuple[Fact, ...]) -> None:
    units = list(dict.fromkeys(fact.quantity.unit for fact in facts))
    for unit in units[1:]:
        if not alike(units[0], unit):
            message = f"'::: chart' adds up {units[0]} and {unit}"
            raise DocumentError(message, place=directive.place, hint="give parts and whole in one unit")


# --- places in a ranking -------------------------------------------------------------------------------------------------


def ranking(directive: Directive, scope: Scope) -> ChartSpec:
    """Places, the best first, with those among whom they were reached; what most of them share is said once."""
    names, facts = side_by_side(directive, scope)
    ranked = sorted(zip(names, facts, strict=True), key=lambda pair: pair[1].quantity.value)
    names, facts = tuple(name for name, _ in ranked), tuple(fact for _, fact in ranked)
    words = scope.wording
    group, unsaid = _group(facts, scope)
    categories = tuple(name if fact.coverage == group else name + words.BRACKETS.format(fact.coverage) for name, fact in ranked)
    places = tuple(Point(fact.quantity.value, words.amount(fact), (fact.id,), state(fact)) for fact in facts)
    date = shared_date(facts, scope)
    series = Series(wordbook(scope).dated(date, group) if group and not unsaid else date, places)
    return chart_spec(directive, scope, categories, (series,), (*unsaid, *date_notes(names, facts, scope)), unit="")


def _group(facts: tuple[Fact, ...], scope: Scope) -> tuple[str, tuple[str, ...]]:
    """The group that most facts rank in, where names need not say it, and the note that says so where some rank in another."""
    counts = Counter(fact.coverage for fact in facts).most_common(1)
    group = counts[0][0] if counts and (counts[0][1] > 1 or len(facts) == 1) else ""
    mixed = group and any(fact.coverage != group for fact in facts)
    return group, (wordbook(scope).ranked_in(group),) if mixed else ()
