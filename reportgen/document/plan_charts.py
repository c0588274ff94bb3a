"""Specifications of charts of plans: completion in percent, outcomes against targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document.chart_parts import (
    Mark,
    chart_spec,
    date_notes,
    points,
    shared_date,
    side_by_side,
    state,
    written,
)
from reportgen.document.context import Omitted, joined, labels, listed, resolve
from reportgen.document.markup import Directive
from reportgen.document.model import ChartSpec, Point, Series, Spans, Text
from reportgen.document.words import wordbook
from reportgen.errors import DocumentError
from reportgen.facts.model import Fact
from reportgen.narrative.scope import MissingFact, Scope
from reportgen.narrative.wording.protocol import Scale


def progress(directive: Directive, scope: Scope) -> ChartSpec:
    """Completion of plans in percent against the 100 % mark."""
    categories, facts = side_by_side(directive, scope)
    said = wordbook(scope)
    whole = Mark(Decimal(100), said.WHOLE_PLAN)
    return chart_spec(directive, scope, categories, (Series(said.REACHED, points(facts, scope)),), (), whole)


# --- targets against outcomes --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Aim:
    """A target with what was reached of it, if that is known."""

    name: str
    target: Fact
    reached: Fact | None

    def unknown(self, scope: Scope) -> str:
        """Why there is no outcome."""
        early = self.target.period and self.target.period.start.year > scope.year
        return wordbook(scope).NOT_YET_DUE if early else wordbook(scope).OUTCOME_UNPUBLISHED


def bullet(directive: Directive, scope: Scope) -> ChartSpec:
    """What was reached (``facts``) of what was aimed at (``targets``, a key for each): targets that are known, with or without it.

    A target is that of the year, of a plan that runs in it, or of a later year. Where units differ, the labels name them.
    """
    aims = tuple(_aims(directive, scope))
    known = {aim.name: aim.reached for aim in aims if aim.reached}
    if not known:
        raise Omitted("no target has an outcome")
    alike = len({aim.target.quantity.unit for aim in aims}) == 1
    scale = scope.wording.common_scale(fact for aim in aims for fact in (aim.target, aim.reached) if fact) if alike else None
    unit = scope.wording.unit(scale, aims[0].target.quantity.unit) if scale else ""
    series = _series(directive, aims, scale, scope)
    names = tuple(aim.name for aim in aims)
    notes = (*_period_notes(aims, scope), *date_notes(tuple(known), tuple(known.values()), scope))
    return chart_spec(directive, scope, names, series, notes, unit=unit, telling=_told(names, series, unit, scope))


def _series(directive: Directive, aims: tuple[Aim, ...], scale: Scale | None, scope: Scope) -> tuple[Series, Series]:
    """Outcomes and targets."""
    said = wordbook(scope)
    date = shared_date((aim.reached for aim in aims if aim.reached), scope)
    reached = tuple(_point(aim.reached, scale, scope) if aim.reached else Point(None, aim.unknown(scope)) for aim in aims)
    targets = tuple(_point(aim.target, scale, scope) for aim in aims)
    return Series(said.reached_at(date), reached), Series(directive.attributes.get("aim") or said.AIM, targets)


def _aims(directive: Directive, scope: Scope) -> Iterator[Aim]:
    keys, targets = listed(directive, "facts"), listed(directive, "targets")
    if len(keys) != len(targets):
        message = f"'::: chart' has {len(targets)} targets for {len(keys)} facts"
        raise DocumentError(message, place=directive.place, hint="name a target for each fact, in the same order")
    for name, key, target in zip(labels(directive, len(keys)), keys, targets, strict=True):
        if aim := _target(scope, target):
            yield Aim(name or scope.wording.label(aim), aim, resolve(scope, key))


def _target(scope: Scope, reference: str) -> Fact | None:
    try:
        return resolve(scope, reference) or (None if ":" in reference else scope.ahead(reference))
    except MissingFact:
        return None


def _point(fact: Fact, scale: Scale | None, scope: Scope) -> Point:
    """The point of a fact: its label names the unit where the rows do not share one, and that a target was computed."""
    words = scope.wording
    label = words.cell(fact, scale=scale) if scale else words.amount(fact, signed=True)
    mark = words.DERIVED_MARK if fact.derived and fact.indicator.kind == "target" else ""
    return Point((scale or words.scale(fact)).of(fact.quantity), label + mark, (fact.id,), state(fact))


def _period_notes(aims: tuple[Aim, ...], scope: Scope) -> tuple[str, ...]:
    """The times of targets that are not of the year, a clause a time."""
    times: dict[str, list[str]] = {}
    for aim in aims:
        if aim.target.when.text != str(scope.year):
            times.setdefault(scope.wording.period_text(aim.target.when), []).append(scope.wording.label(aim.target))
    said = (wordbook(scope).due(scope.wording.LISTED.join(names), time) for time, names in times.items())
    return (scope.wording.SEMICOLON.join(said),) if times else ()


def _told(names: tuple[str, ...], series: tuple[Series, Series], unit: str, scope: Scope) -> Spans:
    """Outcomes and targets in words."""
    reached, aims = series
    words = scope.wording
    clauses = (
        (
            Text(words.stated(wordbook(scope).aim(name, aims.name))),
            *(written(aim, unit, scope), Text(words.COMMA), *_outcome(reached.name, done, unit, scope)),
        )
        for name, done, aim in zip(names, reached.points, aims.points, strict=True)
    )
    return joined(clauses, words.SEMICOLON)


def _outcome(name: str, done: Point, unit: str, scope: Scope) -> Spans:
    if done.value is None:
        return (Text(done.label),)
    return Text(scope.wording.stated(name)), written(done, unit, scope)
