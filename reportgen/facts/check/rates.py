"""Figures that other figures have to come to: differences, completion, shares, growth and multiples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.facts.check.finding import Finding, Severity, cited, figure, figures, rounded
from reportgen.facts.check.relation import Relation, basis_of, of_year, own, same_time
from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact

_PROVES_NOTHING = "do not cite the agreement as a proof; it becomes one when a source prints the derived figure"


def circular(check: str, relation: Relation) -> Finding:
    """Figures that agree because one of them is computed from the others."""
    derived = ", ".join(fact.id for fact in relation.facts if fact.derived)
    said = f"{figure(relation.claim)} = {relation.sum()} holds by construction: {derived} is computed from the others"
    return Finding(check, "care", cited(relation.facts), said, _PROVES_NOTHING)


# --- differences -----------------------------------------------------------------------------------------------------------


def check_difference(dataset: Dataset) -> tuple[Finding, ...]:
    """Printed differences against the rates that their indicator compares: two series, or one with the year before."""
    advice = "look up the difference and both rates; one of the three is wrong, or compares something else"
    return tuple(_judged("difference", (one for fact in dataset.facts for one in _difference(fact, dataset)), dataset, advice))


def _difference(fact: Fact, dataset: Dataset) -> Iterator[Relation]:
    compares = fact.indicator.compares
    if fact.derived or not compares:
        return
    if len(compares) > 1:
        found = [same_time(dataset, pattern, fact) for pattern in compares[:2]]
    else:
        found = [of_year(dataset, own(compares[0]), fact, year) for year in (fact.year, fact.year - 1)]
    if None not in found:
        yield Relation(fact, tuple(one for one in found if one), "a - b")


def _judged(check: str, relations: Iterable[Relation], dataset: Dataset, advice: str) -> Iterator[Finding]:
    """What is wrong, and what proves nothing, among relations that leave no other reading."""
    for relation in relations:
        if relation.is_circular(dataset):
            yield circular(check, relation)
        elif not relation.holds(dataset):
            yield Finding(check, "error", cited(relation.facts), relation.text(dataset), advice)


# --- completion and shares -------------------------------------------------------------------------------------------------


def check_completion(dataset: Dataset) -> tuple[Finding, ...]:
    """Completion of a plan against what was done and what was planned."""
    advice = "look up all three; the rate may be of another plan or of another set of projects"
    return tuple(_judged("completion", _quotients("completion", "a / b * 100", dataset), dataset, advice))


def check_share(dataset: Dataset) -> tuple[Finding, ...]:
    """Shares against the part and the whole, where both are printed."""
    advice = "look up share, part and whole; the share may be of another whole"
    return tuple(_judged("share", _quotients("share", "a / b * 100", dataset), dataset, advice))


def _quotients(kind: str, formula: str, dataset: Dataset) -> Iterator[Relation]:
    """Percentages of a kind with the two amounts that their indicator is of."""
    for fact in dataset.facts:
        if fact.indicator.kind == kind and len(fact.indicator.of) == 2:
            part, whole = (same_time(dataset, pattern, fact) for pattern in fact.indicator.of)
            if part and whole and part.indicator.kind != "growth":
                yield Relation(fact, (part, whole), formula)


def check_share_growth(dataset: Dataset) -> tuple[Finding, ...]:
    """A share against the share of the year before and the growth of part and whole: a part that grows faster gains by so much."""
    return tuple(
        Finding(
            "share-growth",
            _by_basis(relation.operands[1], relation.claim),
            cited(relation.facts),
            relation.text(dataset) + _bases(relation.operands[1], relation.claim),
            "compute neither from the other: shares move with prices and revisions too",
        )
        for relation in _moved_shares(dataset)
        if not relation.is_circular(dataset) and not relation.holds(dataset)
    )


def _moved_shares(dataset: Dataset) -> Iterator[Relation]:
    for fact in dataset.facts:
        if fact.indicator.kind == "share" and len(fact.indicator.of) == 2:
            before = of_year(dataset, own(fact.indicator.key), fact, fact.year - 1)
            part, whole = (same_time(dataset, pattern, fact) for pattern in fact.indicator.of)
            if before and part and whole and part.indicator.kind == whole.indicator.kind == "growth":
                yield Relation(fact, (before, part, whole), "a * (1 + b / 100) / (1 + c / 100)")


# --- growth and multiples --------------------------------------------------------------------------------------------------


def check_growth(dataset: Dataset) -> tuple[Finding, ...]:
    """Published growth against the levels of its ends; a difference that the basis explains is told as that and never as wrong."""
    return tuple(finding for fact in dataset.facts if _is_growth(fact) for finding in _grown(fact, dataset))


def _is_growth(fact: Fact) -> bool:
    return fact.indicator.kind == "growth" and len(fact.indicator.of) == 1 and fact.when.kind in ("year", "years")


def _grown(fact: Fact, dataset: Dataset) -> Iterator[Finding]:
    relations = list(_between_levels(fact, "(a / b - 1) * 100", dataset))
    if not relations:
        yield from _over_a_gap(fact, dataset)
    elif any(relation.is_circular(dataset) for relation in relations):
        yield circular("growth", relations[0])
    elif not any(reading.holds(dataset) for relation in relations for reading in (relation, _on_average(relation))):
        relation = relations[0]
        said = relation.text(dataset) + _bases(fact, relation.operands[0])
        advice = "use the published rate and never one computed from levels; record the basis of both"
        yield Finding("growth", _by_basis(fact, relation.operands[0]), cited(relation.facts), said, advice)


def _between_levels(fact: Fact, formula: str, dataset: Dataset) -> Iterator[Relation]:
    """The level at the end of a rate's period with those that it may count from.

    The growth of a year counts from the year before. That of 2012-2021 usually means 2021 against 2012, and now and then against 2011.
    """
    first, pattern = fact.when.start.year, own(fact.indicator.of[0])
    end = of_year(dataset, pattern, fact, fact.year)
    for year in (first, first - 1) if fact.when.kind == "years" else (first - 1,):
        if end and (start := of_year(dataset, pattern, fact, year)):
            yield Relation(fact, (end, start), formula)


def _on_average(relation: Relation) -> Relation:
    """The same with the rate read as one of every year, as 年均 rates are: the level at the end has to come out."""
    end, start = relation.operands
    return Relation(end, (start, relation.claim), "a" + " * (1 + b / 100)" * min(end.year - start.year, 10))


def _over_a_gap(fact: Fact, dataset: Dataset) -> Iterator[Finding]:
    """A rate of a year whose level is known, but only with an earlier one than that of the year before."""
    pattern = own(fact.indicator.of[0])
    end = of_year(dataset, pattern, fact, fact.year) if fact.when.is_year else None
    earlier = (of_year(dataset, pattern, fact, fact.year - years) for years in range(2, 11))
    start = next(filter(None, earlier), None)
    if end and start and start.quantity.base > 0 and fact.quantity.base > -100:
        advice = "compute no rate between the two levels"
        yield Finding("growth", "care", cited([fact, end, start]), _gap(fact, end, start), advice)


def _gap(fact: Fact, end: Fact, start: Fact) -> str:
    ratio = end.quantity.base / start.quantity.base
    rest = ratio / (1 + fact.quantity.base / 100)
    missing = f"{start.year + 1}" if end.year - start.year == 2 else f"{start.year + 1} to {end.year - 1}"
    return (
        f"not recomputable: {figures([start, end])} lie {_percent(ratio)} apart, {figure(fact)} is published for {fact.year}, "
        f"and no level of {missing}; levels alone would leave {_percent(rest)} to {missing}{_bases(fact, end)}"
    )


def _percent(ratio: Decimal) -> str:
    return f"{rounded((ratio - 1) * 100, 1)}%"


def _by_basis(rate: Fact, level: Fact) -> Severity:
    """How serious it is that a rate does not follow from levels: the unlike basis of the two explains it, or nothing does."""
    bases = {basis_of(rate), basis_of(level)}
    if "" in bases:
        return "warning"
    return "error" if len(bases) == 1 else "care"


def _bases(rate: Fact, level: Fact) -> str:
    """What the bases of the two say about a rate that levels do not show."""
    unknown = [fact.indicator.key for fact in (rate, level) if not basis_of(fact)]
    if unknown:
        return f"; the basis of {' and '.join(unknown)} is not recorded"
    one, other = basis_of(rate), basis_of(level)
    return f"; both {one}" if one == other else f"; other basis: {rate.indicator.key} {one}, {level.indicator.key} {other}"


_DOUBLED = re.compile("翻了?([一两二三四])?番")
_DOUBLINGS = {None: 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4}


def check_multiple(dataset: Dataset) -> tuple[Finding, ...]:
    """Multiples against the levels of both ends, and 翻番 against the value: 翻一番 is twice, 翻两番 four times the base."""
    relations = [
        relation
        for fact in dataset.facts
        if fact.indicator.kind == "multiple" and len(fact.indicator.of) == 1
        for relation in _between_levels(fact, "a / b", dataset)
    ]
    advice = "look up both levels; 翻一番 is twice the base, and 增长一倍 the same"
    return (*_misdoubled(dataset), *_judged("multiple", relations, dataset, advice))


def _misdoubled(dataset: Dataset) -> Iterator[Finding]:
    for fact in dataset.facts:
        if match := _DOUBLED.search(fact.printed):
            times = 2 ** _DOUBLINGS[match[1]]
            right = (times - 1) * 100 if fact.quantity.unit == "%" else times
            if fact.quantity.base != right:
                said = f"'{fact.printed}' is {right}{fact.quantity.unit}, but {figure(fact)} is recorded"
                yield Finding("multiple", "error", cited([fact]), said, "each 番 doubles: mend the value")
