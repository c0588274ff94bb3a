"""Several facts told as one text, as the cell of a table holds it.

Each date is said once, before the facts that share it; a subject or part that stays the same is said once, before its first figure:
``重点产业链增加值增长10.8%，高于规上工业增加值增速3.1个百分点；截至2025年底，规模以上工业企业940家``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.document.context import joined, spans_of
from reportgen.document.markup import merge
from reportgen.document.model import Figure, Spans, Text
from reportgen.facts.dataset import is_standing
from reportgen.facts.model import Fact
from reportgen.narrative import comparison
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import zh


def told(facts: Iterable[Fact], scope: Scope, *, plan: bool = False, under: str = "") -> Spans:
    """The facts as one text.

    With ``plan`` they are what was set out: targets say the time they are for. Names that begin with ``under``, the proper name in
    quotation marks that they stand beside, go without it.
    """
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(lead(fact, scope, plan=plan), []).append(fact)
    return joined((_group(words, group, scope, under) for words, group in groups.items()), "；")


def lead(fact: Fact, scope: Scope, *, plan: bool = False) -> str:
    """The date to be said before a fact; empty where it is the year of the report."""
    if plan and fact.indicator.kind == "target":
        return zh.period_text(fact.when) if fact.period else f"{zh.period_text(fact.when)}提出"
    if plan and not is_standing(fact, scope.year):
        return ""
    if fact.when.is_year and fact.year == scope.year:
        return ""
    if fact.period is None and fact.as_of is not None:
        return zh.until(fact.as_of)
    if fact.as_of is not None and fact.when.kind == "years" and fact.as_of.end < fact.when.end:
        return zh.stretch(fact)
    return zh.period_text(fact.when)


def _group(words: str, facts: list[Fact], scope: Scope, under: str) -> Spans:
    clauses = joined(_clauses(_side_by_side(facts), scope, under), "，")
    return (Text(f"{words}，"), *clauses) if words else clauses


def _side_by_side(facts: list[Fact]) -> list[Fact]:
    """The facts in their order, those of one subject next to its first."""
    subjects: dict[str, list[Fact]] = {}
    for fact in facts:
        subjects.setdefault(_subject(fact), []).append(fact)
    return [fact for group in subjects.values() for fact in group]


def _subject(fact: Fact) -> str:
    """What the fact is of; the rate of growth or the number of a thing counts as the thing."""
    return zh.label(fact).removesuffix("增速").removesuffix("数量")


def _clauses(facts: list[Fact], scope: Scope, under: str) -> Iterator[Spans]:
    last: Fact | None = None
    for fact in facts:
        words = _opening(fact, last).removeprefix(under if under.startswith("“") else "")
        yield merge([Text(words), *_predicate(fact, scope)])
        last = fact


def _opening(fact: Fact, last: Fact | None) -> str:
    """The subject as far as the clause before does not say it."""
    if last is None or (last.place, last.dimension) != (fact.place, fact.dimension):
        return zh.label(fact)
    if _subject(last) == _subject(fact):
        return ""
    return fact.indicator.noun.zh if fact.dimension else zh.label(fact)


def _predicate(fact: Fact, scope: Scope) -> Spans:
    """Verb and figure; a rate or difference of nothing is said by its verb alone."""
    verb = _verb(fact, scope)
    if fact.indicator.kind in ("growth", "difference") and fact.quantity.value == 0:
        return (Figure(verb, (fact.id,), fact.derived),)
    return (Text(verb), *spans_of(fact))


def _verb(fact: Fact, scope: Scope) -> str:
    match fact.indicator.kind:
        case "rank":
            return f"列{fact.coverage}"
        case "completion":
            return "完成"
        case "growth":
            return zh.growth_verb(fact.quantity.value, "")
        case "difference":
            return _difference(fact, scope)
    return ""


def _difference(fact: Fact, scope: Scope) -> str:
    """A difference against the year before, or against what its indicator compares."""
    value = fact.quantity.value
    if reference := comparison.reference(fact, scope.dataset):
        return zh.above_verb(value, reference)
    return f"{'比' if value else '与'}上年{zh.difference_verb(value, comparison.of_rates(fact, scope.dataset))}"
