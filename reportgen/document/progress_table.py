"""Two tables for slides: what programmes have reached, and how targets stand.

They are shorter than the table of programmes in a report: only what has figures, a row a programme and time, without what was set out.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.context import Context, labels, listed, spans_of, worded
from reportgen.document.markup import Directive, merge
from reportgen.document.model import Column, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.document.telling import lead, told
from reportgen.errors import DocumentError, did_you_mean
from reportgen.facts.model import Fact, Programme
from reportgen.narrative.scope import MissingFact, Scope

MOST_FACTS = 4
"""Figures in one row; a longer one is not taken in from a screen."""
MOST_SLIDES = 2
"""A figure that so many slides show already, such as the overview and its section's, is not shown once more."""

# --- what was reached ----------------------------------------------------------------------------------------------------


def progress(directive: Directive, context: Context) -> Table:
    """Progress of the programmes ``keys`` in their order, or of all of the ``areas``.

    Figures that slides have shown often enough are left out.
    """
    work, reached, time = context.words.PROGRESS
    columns = (Column(work, weight=4), Column(reached, weight=9), Column(time, weight=4))
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
        said = said[1:] if said[0] == Text(when + scope.wording.COMMA) else said
        yield () if number else (Text(programme.short),), said, (Text(when or scope.wording.year(scope.year)),)


def _is_news(fact: Fact, context: Context) -> bool:
    return max(context.shown[twin.id] for twin in context.scope.dataset.twins(fact)) < MOST_SLIDES


def _figure(fact: Fact) -> tuple[str, str, str]:
    """What a fact says, whichever source says it."""
    return fact.key, fact.when.text, fact.quantity.base_text


# --- how targets stand ---------------------------------------------------------------------------------------------------


def targets(directive: Directive, context: Context) -> Table:
    """The targets ``facts`` that run in the year or ended last, each with what it belongs to and the last known ``outcomes``."""
    keys, outcomes = listed(directive, "facts"), listed(directive, "outcomes")
    if len(keys) != len(outcomes):
        message = f"'::: table' has {len(outcomes)} outcomes for {len(keys)} targets"
        raise DocumentError(message, place=directive.place, hint="name the series of each target in outcomes, in the same order")
    aim, basis, time, value, last, verdict = context.words.TARGETS
    columns = (
        *(Column(aim, weight=6), Column(basis, weight=4), Column(time, weight=3), Column(value, "number", 3)),
        *(Column(last, weight=4), Column(verdict, weight=3)),
    )
    found = zip(labels(directive, len(keys)), keys, outcomes, strict=True)
    rows = [
        _target_row(name, target, outcome, context) for name, key, outcome in found if (target := _target(key, context.scope))
    ]
    return finished(directive, context, columns, rows)


def _target(key: str, scope: Scope) -> Fact | None:
    for look_up in (scope.ahead, scope.latest):
        try:
            return look_up(key)
        except MissingFact:
            continue
    return None


def _target_row(name: str, target: Fact, key: str, context: Context) -> tuple[Spans, ...]:
    scope, words = context.scope, context.wording
    outcome = _outcome(target, key, scope)
    basis = [programme.short for programme in scope.dataset.programmes if target.id in programme.targets]
    return (
        (Text(name or words.aim(target)),),
        (Text(basis[0]),) if basis else NONE,
        (Text(words.period_label(target.when)),),
        spans_of(target, scope),
        _said(outcome, scope) if outcome else NONE,
        (Text(_verdict(target, outcome, context)),),
    )


def _outcome(target: Fact, key: str, scope: Scope) -> Fact | None:
    """The last figure of the series that lies in the time of the target."""
    try:
        found = scope.latest(key)
    except MissingFact:
        return None
    return found if target.when.covers(found.year) else None


def _said(outcome: Fact, scope: Scope) -> Spans:
    """Time and figure; a rate with its verb, which says it alone where nothing has changed."""
    words = scope.wording
    moment = words.moment(outcome)
    if outcome.indicator.kind != "growth":
        return (Text(moment + words.COMMA), *spans_of(outcome, scope))
    return merge([Text(words.stated(moment)), *worded(words.growth(outcome.quantity.value, ""), outcome, scope)])


def _verdict(target: Fact, outcome: Fact | None, context: Context) -> str:
    """How the outcome stands against the target; of a target for the average of several years, how the last one does."""
    if outcome is None:
        return context.words.NOT_DUE if target.year > context.scope.year else context.words.UNKNOWN
    return context.words.verdict(outcome.quantity.base >= target.quantity.base, target.when.kind == "years")
