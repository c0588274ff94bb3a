"""What figures have to do with one another: which series a figure speaks of, and whether the figures agree.

An indicator names series by patterns: ``iva.growth`` is the series of all industry, ``iva.growth/*`` that of the fact's own dimension, and
``iva.growth@jiangxi`` that of another place. A pattern without a place is of the fact's own place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.facts.check.finding import figure
from reportgen.facts.check.span import Span, image, span_of
from reportgen.facts.dataset import Dataset
from reportgen.facts.derive import LETTERS
from reportgen.facts.model import Basis, Fact


def series(pattern: str, fact: Fact) -> str:
    """The series key that a pattern means for a fact.

    ``iva.growth/*`` is ``iva.growth/chains`` for a fact of the chains and ``iva.growth`` for one of the whole.
    """
    dimension = f"/{fact.dimension.key}" if fact.dimension else ""
    place = "" if fact.place.home or "@" in pattern else f"@{fact.place.key}"
    return pattern.replace("/*", dimension) + place


def own(pattern: str) -> str:
    """The pattern for the fact's own dimension, where none is given."""
    return pattern if "/" in pattern or "@" in pattern else f"{pattern}/*"


def best(facts: Iterable[Fact], like: Fact) -> Fact | None:
    """The figure to hold another against: of the same source, else the last published; a derived one only where none is printed."""
    return max(facts, key=lambda fact: (not fact.derived, fact.source == like.source, fact.published), default=None)


def same_time(dataset: Dataset, pattern: str, fact: Fact) -> Fact | None:
    """The figure of a series for the very period or date of a fact; beside a figure of a year also that of its last day."""
    found = best((one for one in dataset.by_key.get(series(pattern, fact), ()) if one.when.text == fact.when.text), fact)
    return found or (of_year(dataset, pattern, fact, fact.year) if fact.when.is_year else None)


def of_year(dataset: Dataset, pattern: str, fact: Fact, year: int) -> Fact | None:
    """The figure of a series for a whole year, or for its last day, as balances and counts are given.

    A fact that itself counts up to a date short of the year's end (``2012-2022`` as of ``2022Q4``) goes with the figure of that date.
    """
    of_series = [one for one in dataset.by_key.get(series(pattern, fact), ()) if one.year == year]
    return best((one for one in of_series if _is_whole(one) or (fact.as_of and one.as_of == fact.as_of)), fact)


def _is_whole(fact: Fact) -> bool:
    """Whether it is the figure of a year, or of its last day."""
    return fact.when.is_year or (fact.when.kind == "day" and (fact.when.end.month, fact.when.end.day) == (12, 31))


@dataclass(frozen=True, slots=True)
class Relation:
    """A figure that says what others have to come to."""

    claim: Fact
    operands: tuple[Fact, ...]
    formula: str
    """Of the operands ``a``, ``b``, … in base values."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.claim, *self.operands)

    def expected(self, dataset: Dataset) -> Span:
        """What the operands come to."""
        return image(self.formula, [span_of(fact, dataset) for fact in self.operands])

    def holds(self, dataset: Dataset) -> bool:
        return self.expected(dataset).meets(span_of(self.claim, dataset))

    def is_circular(self, dataset: Dataset) -> bool:
        """Whether one of the figures is computed from nothing but the others, so that they agree whatever they are."""
        printed = {fact.id for fact in self.facts}
        return any(fact.derived and _roots(fact, dataset) <= printed for fact in self.facts)

    def text(self, dataset: Dataset) -> str:
        """The computation with its figures: ``10.8% - 7.7% = 3 to 3.2, printed 3.1个百分点``."""
        return f"{self.sum()} = {self.expected(dataset).text(self.claim.quantity.scale)}, but {figure(self.claim)} is printed"

    def sum(self) -> str:
        """The formula with the figures in it."""
        return "".join(_operand(self.operands[LETTERS.index(sign)]) if sign in LETTERS else sign for sign in self.formula)


def _operand(fact: Fact) -> str:
    return f"({figure(fact)})" if fact.quantity.base < 0 else figure(fact)


def _roots(fact: Fact, dataset: Dataset) -> set[str]:
    """Ids of the printed figures that a fact goes back to."""
    roots, seen, ahead = set(), {fact.id}, [fact]
    while ahead:
        one = ahead.pop()
        if not one.derived:
            roots.add(one.id)
        ahead += [dataset.by_id[parent] for parent in one.parents if parent not in seen]
        seen.update(one.parents)
    return roots


def basis_of(fact: Fact) -> Basis:
    return fact.basis or fact.indicator.basis
