"""Two tables for slides: what programmes have reached, and how targets stand.

They are shorter than the table of programmes in a report: only what has figures, a row a programme and time, without what was set out.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.context import Context, labels, listed, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.document.telling import lead, told
from reportgen.errors import DocumentError, did_you_mean
from reportgen.facts.model import Fact, Programme
from reportgen.narrative.scope import MissingFact, Scope
from reportgen.narrative.wording import zh

MOST_FACTS = 4
"""Figures in one row; a longer one is not taken in from a screen."""
MOST_SLIDES = 2
"""A figure that so many slides show already, such as the overview and its section's, is not shown once more."""

# --- what was reached ----------------------------------------------------------------------------------------------------


def progress(directive: Directive, context: Context) -> Table:
    """Progress of the programmes ``keys`` in their order, or of all of the ``areas``.

    Figures that slides have shown often enough are left out.
    """
    columns = (Column("重点工作", weight=4), Column("进展", weight=9), Column("时间", weight=4))
    seen: set[tuple[str, str, str]] = set()
    rows = [row for programme in _chosen(directive, context.scope) for row in _rows(programme, context, seen)]
    return finished(directive, context, columns, rows)


def _chosen(directive: Directive, scope: Scope) -> Iterator[Programme]:
    keys, areas = (directive.attributes.get(name, "").split() for name in ("keys", "areas"))
    known = {programme.key: programme for programme in scope.dataset.programmes}
    for key in keys:
        if key not in known:
            hint = did_you_mean(key, known, otherwise="see the programmes of the dataset")
            raise DocumentError(f"unknown programme '{key}'", place=directive.place, hint=hint)
    wanted = [known[key] for key in keys] or known.values()
    return (programme for programme in wanted if not areas or programme.area in areas)


def _rows(programme: Programme, context: Context, seen: set[tuple[str, str, str]]) -> Iterator[tuple[Spans, ...]]:
    """A row for each time that the programme has news of, its name in the first; ``seen`` collects what the table has said."""
    scope = context.scope
    news = [
        fact for fact in map(scope.by_id, programme.reached(scope.year)) if _figure(fact) not in seen and _is_news(fact, context)
    ]
    seen.update(map(_figure, news))
    groups: dict[str, list[Fact]] = {}
    for fact in news:
        groups.setdefault(lead(fact, scope), []).append(fact)
    for number, (when, facts) in enumerate(groups.items()):
        said = told(facts[:MOST_FACTS], scope, under=programme.short)
        said = said[1:] if said[0] == Text(f"{when}，") else said
        yield () if number else (Text(programme.short),), said, (Text(when or f"{scope.year}年"),)


def _is_news(fact: Fact, context: Context) -> bool:
    return max(context.shown[twin.id] for twin in context.scope.dataset.twins(fact)) < MOST_SLIDES


def _figure(fact: Fact) -> tuple[str, str, str]:
    """What a fact says, whichever source says it."""
    return fact.key, fact.when.text, fact.quantity.base_text


# --- how targets stand ---------------------------------------------------------------------------------------------------

UNKNOWN = "未见公布"
NOT_DUE = "未到期"


def targets(directive: Directive, context: Context) -> Table:
    """The targets ``facts`` that run in the year or ended last, each with what it belongs to and the last known ``outcomes``."""
    keys, outcomes = listed(directive, "facts"), listed(directive, "outcomes")
    if len(keys) != len(outcomes):
        message = f"'::: table' has {len(outcomes)} outcomes for {len(keys)} targets"
        raise DocumentError(message, place=directive.place, hint="name the series of each target in outcomes, in the same order")
    columns = (
        *(Column("目标", weight=6), Column("依据", weight=4), Column("时间", weight=3), Column("目标值", "number", 3)),
        *(Column("最近公布", weight=4), Column("对照", weight=3)),
    )
    found = zip(labels(directive, len(keys)), keys, outcomes, strict=True)
    rows = [
        _target_row(name, target, outcome, context.scope)
        for name, key, outcome in found
        if (target := _target(key, context.scope))
    ]
    return finished(directive, context, columns, rows)


def _target(key: str, scope: Scope) -> Fact | None:
    for look_up in (scope.ahead, scope.latest):
        try:
            return look_up(key)
        except MissingFact:
            continue
    return None


def _target_row(name: str, target: Fact, key: str, scope: Scope) -> tuple[Spans, ...]:
    outcome = _outcome(target, key, scope)
    basis = [programme.short for programme in scope.dataset.programmes if target.id in programme.targets]
    return (
        (Text(name or zh.label(target).removesuffix("目标")),),
        (Text(basis[0]),) if basis else NONE,
        (Text(zh.period_text(target.when)),),
        spans_of(target),
        _said(outcome) if outcome else NONE,
        (Text(_verdict(target, outcome, scope)),),
    )


def _outcome(target: Fact, key: str, scope: Scope) -> Fact | None:
    """The last figure of the series that lies in the time of the target."""
    try:
        found = scope.latest(key)
    except MissingFact:
        return None
    return found if target.when.covers(found.year) else None


def _said(outcome: Fact) -> Spans:
    """Time and figure; a rate with its verb, which says it alone where nothing has changed."""
    moment = zh.moment(outcome)
    if outcome.indicator.kind != "growth":
        return (Text(f"{moment}，"), *spans_of(outcome))
    verb = zh.growth_verb(outcome.quantity.value, "")
    if outcome.quantity.value == 0:
        return (Text(moment), Figure(verb, (outcome.id,), outcome.derived))
    return (Text(moment + verb), *spans_of(outcome))


def _verdict(target: Fact, outcome: Fact | None, scope: Scope) -> str:
    """How the outcome stands against the target; of a target for the average of several years, how the last one does."""
    if outcome is None:
        return NOT_DUE if target.year > scope.year else UNKNOWN
    held = "当年" if target.when.kind == "years" else ""
    return held + ("低于目标" if outcome.quantity.base < target.quantity.base else "达到目标")
