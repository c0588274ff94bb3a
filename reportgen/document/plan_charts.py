"""Specifications of charts of plans: completion in percent, outcomes against targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document.chart_parts import (
    Mark,
    chart_spec,
    common_scale,
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
from reportgen.errors import DocumentError
from reportgen.facts.model import Fact
from reportgen.narrative.scope import MissingFact, Scope
from reportgen.narrative.wording import zh

UNPUBLISHED = "完成情况未公布"
"""Said of a target without an outcome."""
NOT_YET_DUE = "尚未到期"
"""Said of a target of a later year without an outcome."""


def progress(directive: Directive, scope: Scope) -> ChartSpec:
    """Completion of plans in percent against the 100 % mark."""
    categories, facts = side_by_side(directive, scope)
    whole = Mark(Decimal(100), "年度计划＝100%")
    return chart_spec(directive, scope, categories, (Series("完成", points(facts)),), (), whole)


# --- targets against outcomes --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Aim:
    """A target with what was reached of it, if that is known."""

    name: str
    target: Fact
    reached: Fact | None

    def said(self, year: int) -> str:
        """Why there is no outcome."""
        return NOT_YET_DUE if self.target.period and self.target.period.start.year > year else UNPUBLISHED


def bullet(directive: Directive, scope: Scope) -> ChartSpec:
    """What was reached (``facts``) of what was aimed at (``targets``, a key for each): targets that are known, with or without it.

    A target is that of the year, of a plan that runs in it, or of a later year. Where units differ, the labels name them.
    """
    aims = tuple(_aims(directive, scope))
    known = {aim.name: aim.reached for aim in aims if aim.reached}
    if not known:
        raise Omitted("no target has an outcome")
    alike = len({aim.target.quantity.unit for aim in aims}) == 1
    scale = common_scale(fact for aim in aims for fact in (aim.target, aim.reached)) if alike else ""
    unit = scale + aims[0].target.quantity.unit if alike else ""
    reached = tuple(_point(aim.reached, unit, scale) if aim.reached else Point(None, aim.said(scope.year)) for aim in aims)
    targets = tuple(_point(aim.target, unit, scale) for aim in aims)
    outcomes = tuple(known.values())
    series = (Series(f"{shared_date(outcomes, scope)}完成", reached), Series(directive.attributes.get("aim", "目标"), targets))
    names = tuple(aim.name for aim in aims)
    notes = (*_period_notes(aims, scope), *date_notes(tuple(known), outcomes, scope))
    return chart_spec(directive, scope, names, series, notes, unit=unit, telling=_told(names, series, unit))


def _aims(directive: Directive, scope: Scope) -> Iterator[Aim]:
    keys, targets = listed(directive, "facts"), listed(directive, "targets")
    if len(keys) != len(targets):
        message = f"'::: chart' has {len(targets)} targets for {len(keys)} facts"
        raise DocumentError(message, place=directive.place, hint="name a target for each fact, in the same order")
    for name, key, target in zip(labels(directive, len(keys)), keys, targets, strict=True):
        if aim := _target(scope, target):
            yield Aim(name or zh.label(aim), aim, resolve(scope, key))


def _target(scope: Scope, reference: str) -> Fact | None:
    try:
        return resolve(scope, reference) or (None if ":" in reference else scope.ahead(reference))
    except MissingFact:
        return None


def _point(fact: Fact, unit: str, scale: str) -> Point:
    """The point of a fact: its label names the unit where the rows do not share one, and that a target was computed."""
    label = zh.cell(fact, scale=scale) if unit else zh.amount(fact, signed=True)
    mark = zh.DERIVED_MARK if fact.derived and fact.indicator.kind == "target" else ""
    return Point(fact.quantity.in_scale(scale) if unit else fact.quantity.value, label + mark, (fact.id,), state(fact))


def _period_notes(aims: tuple[Aim, ...], scope: Scope) -> tuple[str, ...]:
    """The times of targets that are not of the year, a clause a time."""
    times: dict[str, list[str]] = {}
    for aim in aims:
        if aim.target.when.text != str(scope.year):
            times.setdefault(zh.period_text(aim.target.when), []).append(zh.label(aim.target))
    return ("；".join(f"{'、'.join(names)}的期限为{time}" for time, names in times.items()),) if times else ()


def _told(names: tuple[str, ...], series: tuple[Series, Series], unit: str) -> Spans:
    """Outcomes and targets in words."""
    reached, aims = series
    pairs = zip(names, reached.points, aims.points, strict=True)
    return joined(
        (
            (Text(f"{name}{aims.name}"), written(aim, unit), Text("，"), *_outcome(reached.name, done, unit))
            for name, done, aim in pairs
        ),
        "；",
    )


def _outcome(name: str, done: Point, unit: str) -> Spans:
    return (Text(name), written(done, unit)) if done.value is not None else (Text(done.label),)
