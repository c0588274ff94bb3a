"""A whole dataset with the look-ups that the narrative needs.

A look-up names a *series key* (``iva.growth/chains@jiangxi``) and a year, and gets the one fact that a report on that year would use:

1. the figure of the year itself;
2. a state as of a day in the year, the latest first;
3. a figure of several years that end in it (a plan period), or of a part of the year (a half-year) where the series has none of whole
   years: a quarter is not told as the year where a reader expects years;
4. a state as of the first half of the next year, which an article on the year prints as "so far" (its wording then says the date).

Among several sources of the same figure the one published last is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from reportgen.facts.model import Dimension, Fact, Indicator, Place, Programme, Project, Source


@dataclass(frozen=True)
class Dataset:
    """Everything known about one place; loaded, checked for form, with derived values computed."""

    name: str
    indicators: dict[str, Indicator]
    places: dict[str, Place]
    dimensions: dict[str, Dimension]
    sources: dict[str, Source]
    facts: tuple[Fact, ...]
    programmes: tuple[Programme, ...]
    projects: tuple[Project, ...]
    names: tuple[str, ...]
    """Proper names with digits in them."""
    terms: Mapping[str, str] = field(default_factory=dict)
    """The English of free texts, by the Chinese; see :mod:`reportgen.facts.language`."""

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def by_key(self) -> dict[str, tuple[Fact, ...]]:
        """Facts of each series key, in order of time."""
        groups: dict[str, list[Fact]] = {}
        for fact in sorted(self.facts, key=lambda fact: fact.when.end):
            groups.setdefault(fact.key, []).append(fact)
        return {key: tuple(facts) for key, facts in groups.items()}

    @cached_property
    def home(self) -> Place:
        return next(place for place in self.places.values() if place.home)

    def of_year(self, year: int) -> tuple[Fact, ...]:
        """The facts whose period or date ends in ``year``."""
        return tuple(fact for fact in self.facts if fact.year == year)

    def years(self) -> dict[int, int]:
        """Each year that has facts, and how many."""
        found: dict[int, int] = {}
        for fact in self.facts:
            found[fact.year] = found.get(fact.year, 0) + 1
        return dict(sorted(found.items()))

    def find(self, key: str, year: int) -> Fact | None:
        """The fact that a report on ``year`` uses for a series key, by the rules above."""
        facts = self.by_key.get(key, ())
        if any(fact.period and fact.period.is_year for fact in facts):
            facts = tuple(fact for fact in facts if not fact.of_a_part)
        for rule in _RULES:
            if found := _latest(fact for fact in facts if rule(fact, year)):
                return found
        return None

    def at(self, key: str, moment: str) -> Fact | None:
        """The fact of a series key whose period or date is written ``moment`` (``2021-2025``, ``2022H1``)."""
        return _latest(fact for fact in self.by_key.get(key, ()) if fact.when.text == moment)

    def twins(self, fact: Fact) -> tuple[Fact, ...]:
        """The fact and the same figure from other sources."""
        return tuple(
            twin for twin in self.by_key[fact.key] if twin.year == fact.year and twin.quantity.base == fact.quantity.base
        )


def _latest(facts: Iterable[Fact]) -> Fact | None:
    return max(facts, key=lambda fact: (fact.when.end, fact.published), default=None)


def _of_the_year(fact: Fact, year: int) -> bool:
    return fact.period is not None and fact.period.is_year and fact.year == year


def _state_in_the_year(fact: Fact, year: int) -> bool:
    return fact.period is None and fact.year == year


def _ending_in_the_year(fact: Fact, year: int) -> bool:
    return fact.year == year


def _state_soon_after(fact: Fact, year: int) -> bool:
    return fact.as_of is not None and is_standing(fact, year) and fact.as_of.end <= date(year + 1, 6, 30)


_RULES = (_of_the_year, _state_in_the_year, _ending_in_the_year, _state_soon_after)


def is_standing(fact: Fact, year: int) -> bool:
    """Whether a report on ``year`` that says the fact must also say its later date."""
    return fact.as_of is not None and fact.as_of.year > year
