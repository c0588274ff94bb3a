"""Several facts told as one text, as the cell of a table holds it.

Each date is said once, before the facts that share it; a subject or part that stays the same is said once, before its first figure:
``重点产业链增加值增长10.8%，高于规上工业增加值增速3.1个百分点；截至2025年底，规模以上工业企业940家``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.document.context import joined, spans_of, worded
from reportgen.document.markup import merge
from reportgen.document.model import Spans, Text
from reportgen.facts.dataset import is_standing
from reportgen.facts.model import Fact
from reportgen.narrative import comparison
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import Wording
from reportgen.narrative.wording.protocol import Phrase


def told(facts: Iterable[Fact], scope: Scope, *, plan: bool = False, under: str = "") -> Spans:
    """The facts as one text.

    With ``plan`` they are what was set out: targets say the time they are for. Names that begin with ``under``, the proper name in
    quotation marks that they stand beside, go without it.
    """
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(lead(fact, scope, plan=plan), []).append(fact)
    return joined((_group(words, group, scope, under) for words, group in groups.items()), scope.wording.SEMICOLON)


def lead(fact: Fact, scope: Scope, *, plan: bool = False) -> str:
    """The date to be said before a fact; empty where it is the year of the report."""
    words = scope.wording
    if plan and fact.indicator.kind == "target":
        return words.lead(fact.when) if fact.period else words.proposed(fact.when)
    if plan and not is_standing(fact, scope.year):
        return ""
    if fact.when.is_year and fact.year == scope.year:
        return ""
    if fact.period is None and fact.as_of is not None:
        return words.until(fact.as_of)
    if fact.as_of is not None and fact.when.kind == "years" and fact.as_of.end < fact.when.end:
        return words.stretch(fact)
    return words.lead(fact.when)


def _group(words: str, facts: list[Fact], scope: Scope, under: str) -> Spans:
    clauses = tuple(span for clause in _clauses(_side_by_side(facts, scope), scope, under) for span in clause)
    return (Text(words + scope.wording.COMMA), *clauses) if words else clauses


def _side_by_side(facts: list[Fact], scope: Scope) -> list[Fact]:
    """The facts in their order, those of one subject next to its first."""
    subjects: dict[str, list[Fact]] = {}
    for fact in facts:
        subjects.setdefault(scope.wording.subject(fact), []).append(fact)
    return [fact for group in subjects.values() for fact in group]


def _clauses(facts: list[Fact], scope: Scope, under: str) -> Iterator[Spans]:
    """Subject and predicate of each fact, parted by what the language sets between them."""
    last: Fact | None = None
    for fact in facts:
        subject = _opening(fact, last, scope.wording).removeprefix(under if under.startswith("“") else "")
        between = "" if last is None else scope.wording.NEXT_SUBJECT if subject else scope.wording.COMMA
        yield merge([Text(between)])
        yield merge([Text(scope.wording.stated(subject) if subject else ""), *_predicate(fact, scope)])
        last = fact


def _opening(fact: Fact, last: Fact | None, words: Wording) -> str:
    """The subject as far as the clause before does not say it."""
    if last is None or (last.place, last.dimension) != (fact.place, fact.dimension):
        return words.label(fact)
    if words.subject(last) == words.subject(fact):
        return ""
    return words.named(fact.indicator.noun) if fact.dimension else words.label(fact)


def _predicate(fact: Fact, scope: Scope) -> Spans:
    """Figure with its verb, if it has one."""
    phrase = _phrase(fact, scope)
    return worded(phrase, fact, scope) if phrase else spans_of(fact, scope)


def _phrase(fact: Fact, scope: Scope) -> Phrase | None:
    words = scope.wording
    match fact.indicator.kind:
        case "rank":
            return words.ranked(fact.coverage)
        case "completion":
            return words.completed()
        case "growth":
            return words.growth(fact.quantity.value, "")
        case "difference":
            return _difference(fact, scope)
    return None


def _difference(fact: Fact, scope: Scope) -> Phrase:
    """A difference against the year before, or against what its indicator compares."""
    value, words = fact.quantity.value, scope.wording
    if reference := comparison.reference(fact, scope):
        return words.above(value, reference)
    return words.difference(value, words.LAST_YEAR, comparison.of_rates(fact, scope))
