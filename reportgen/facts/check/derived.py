"""Derived facts: whether a bound was lost on the way, and whether what is computed with goes together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.facts.check.finding import Finding, cited, figure, figures
from reportgen.facts.check.relation import basis_of
from reportgen.facts.dataset import Dataset
from reportgen.facts.derive import LETTERS, evaluate
from reportgen.facts.model import Fact
from reportgen.facts.quantity import Qualifier

_AMOUNTS = ("level", "money", "count", "cumulative")
_UPWARDS: dict[Qualifier, int] = {"over": 1, "at least": 1, "nearly": -1, "under": -1}
"""On which side of the printed figure the true one lies; on either for ``about``."""
_ALLOWED: dict[int, tuple[Qualifier, ...]] = {1: ("over", "at least", "about"), -1: ("nearly", "under", "about"), 0: ("about",)}


def check_exactness(dataset: Dataset) -> tuple[Finding, ...]:
    """Derived facts that are recorded as exact, or as another bound, although a parent is only a bound or an approximation."""
    return tuple(
        Finding(
            "exactness",
            "error",
            cited([fact, *parents]),
            f"recorded as {fact.quantity.qualifier}, but {fact.formula} of {figures(parents)} is {' or '.join(allowed)}",
            f"write the qualifier {' or '.join(allowed)}",
        )
        for fact in dataset.facts
        if (parents := _parents(fact, dataset))
        and (allowed := _allowed(fact, parents))
        and fact.quantity.qualifier not in allowed
    )


def _parents(fact: Fact, dataset: Dataset) -> list[Fact]:
    return [dataset.by_id[parent] for parent in fact.parents]


def _allowed(fact: Fact, parents: list[Fact]) -> tuple[Qualifier, ...]:
    """The qualifiers that bounds among the parents leave; none where all are exact, so that any will do."""
    sides = {_side(fact, parents, n) for n, parent in enumerate(parents) if parent.quantity.is_bound}
    if not sides:
        return ()
    return _ALLOWED[sides.pop()] if len(sides) == 1 else _ALLOWED[0]


def _side(fact: Fact, parents: list[Fact], n: int) -> int:
    """On which side of the derived value the true one lies, as far as the ``n``-th parent is concerned."""
    values = {letter: parent.quantity.base for letter, parent in zip(LETTERS, parents, strict=False)}
    more = {**values, LETTERS[n]: values[LETTERS[n]] + max(abs(values[LETTERS[n]]), Decimal(1)) / 1000}
    try:
        rises = 1 if evaluate(fact.formula, more) > evaluate(fact.formula, values) else -1
    except ValueError:
        return 0
    return rises * _UPWARDS.get(parents[n].quantity.qualifier, 0)


def check_basis(dataset: Dataset) -> tuple[Finding, ...]:
    """Derived facts that mix figures of unlike basis, and growth rates that are computed from levels against the rule.

    Growth at constant prices or on the same set of enterprises does not go with levels at current prices. A rate may be computed from
    levels only where its own basis says that this is how it is published.
    """
    return tuple(finding for fact in dataset.facts if fact.derived for finding in _mixed(fact, _parents(fact, dataset)))


def _mixed(fact: Fact, parents: list[Fact]) -> Iterator[Finding]:
    bases = {basis_of(parent) for parent in parents} - {""}
    if len(bases) > 1:
        said = "; ".join(f"{figure(parent)}: {basis_of(parent) or 'no basis'}" for parent in parents)
        advice = "delete the derived fact: these figures are never computed from one another"
        yield Finding("basis", "error", cited([fact, *parents]), f"{fact.formula} of {said}", advice)
    elif _is_rate_of_levels(fact, parents) and {basis_of(fact)} != bases:
        said = f"{fact.formula} of {figures(parents)} makes a growth rate ({basis_of(fact) or 'no basis'}) of levels"
        advice = "cite the published rate; a computed one needs the basis of the levels as its own"
        yield Finding("basis", "error", cited([fact, *parents]), said, advice)


def _is_rate_of_levels(fact: Fact, parents: list[Fact]) -> bool:
    return fact.indicator.kind == "growth" and all(parent.indicator.kind in _AMOUNTS for parent in parents)
