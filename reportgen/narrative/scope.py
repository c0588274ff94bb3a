"""The facts as one briefing sees them: a dataset, the year it reports on, and the window of years it compares.

Look-ups that find nothing raise :class:`MissingFact`, which the clause around them catches. A key that the dataset does not know finds
nothing either, unless it is nearly one that it knows: that is a fault of the template.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from reportgen.errors import TemplateError
from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact, Language, Programme, Project
from reportgen.facts.period import Period
from reportgen.narrative.wording import WORDINGS, Wording


class MissingFact(Exception):  # noqa: N818 - not an error: it steers clauses
    """There is no such fact; ``str()`` says what was looked for."""


@dataclass(frozen=True)
class Scope:
    """What one run of a briefing may say."""

    dataset: Dataset
    year: int
    window: tuple[int, int]
    """First and last year of comparisons and charts."""
    language: Language = "zh"

    @property
    def wording(self) -> Wording:
        """How the language of the briefing says things."""
        return WORDINGS[self.language]

    def fact(self, key: str, year: int | None = None, at: str | None = None) -> Fact:
        """The fact of a series key for a year (the briefing's own by default) or for a period as written."""
        self.check(key)
        found = self.dataset.at(key, at) if at else self.dataset.find(key, self.year if year is None else year)
        if found is None:
            raise MissingFact(f"{key} in {at or year or self.year}")
        return found

    def maybe(self, key: str, year: int | None = None, at: str | None = None) -> Fact | None:
        """The same, with ``None`` where there is none."""
        try:
            return self.fact(key, year, at)
        except MissingFact:
            return None

    def latest(self, key: str) -> Fact:
        """The last figure of a series that the year or one before it ends with; what says it must say its date."""
        self.check(key)
        known = [fact for fact in self.dataset.by_key.get(key, ()) if fact.year <= self.year]
        if not known:
            raise MissingFact(f"{key} up to {self.year}")
        return max(known, key=lambda fact: (fact.when.end, fact.published))

    def earlier(self, key: str) -> Fact:
        """The figure of a series before the one that the year uses, of the same coverage."""
        now = self.maybe(key) or self.latest(key)
        alike = [fact for fact in self.dataset.by_key[key] if fact.coverage == now.coverage and fact.when.end < now.when.end]
        if not alike:
            raise MissingFact(f"{key} before {now.when.text}")
        return max(alike, key=lambda fact: (fact.when.end, fact.published))

    def last_told(self, fact: Fact) -> Fact:
        """The same figure as the last source gives it that the report knows; the fact itself where no other repeats it."""
        alike = [
            twin
            for twin in self.dataset.by_key[fact.key]
            if twin.quantity.base == fact.quantity.base and self.tells(twin.when.end)
        ]
        return max(alike, key=lambda twin: (twin.when.end, twin.published), default=fact)

    def history(self, key: str) -> tuple[Fact, ...]:
        """All figures of a series up to the one that the year uses, or up to the year; one source of each value and year."""
        self.check(key)
        used = self.maybe(key)
        known = [fact for fact in self.dataset.by_key.get(key, ()) if fact.year <= self.year or fact is used]
        known.sort(key=lambda fact: (fact.when.end, fact.published))
        return tuple({(fact.year, fact.quantity.base): fact for fact in known}.values())

    def before(self, key: str) -> tuple[Fact, ...]:
        """The last figure of each moment before the one that the year uses, whatever its coverage; of years, those of the window."""
        now = self.fact(key)
        known = [fact for fact in self.dataset.by_key[key] if fact.when.end < now.when.end and self._shows(fact)]
        return tuple({fact.when.text: fact for fact in sorted(known, key=lambda fact: (fact.when.end, fact.published))}.values())

    def _shows(self, fact: Fact) -> bool:
        return fact.period is None or (fact.when.is_year and fact.year >= self.window[0])

    def ahead(self, key: str) -> Fact:
        """What was set out by the year for it or for a time to come: of a plan that runs in it, or a target of a later year."""
        self.check(key)
        facts = [fact for fact in self.dataset.by_key.get(key, ()) if self._lies_ahead(fact) and self.tells(fact.published)]
        if not facts:
            raise MissingFact(f"{key} ahead of {self.year}")
        return max(facts, key=lambda fact: (fact.when.end, fact.published))

    def _lies_ahead(self, fact: Fact) -> bool:
        running = fact.when.kind == "years" and fact.when.covers(self.year)
        return running or (fact.status == "target" and fact.year > self.year)

    def tells(self, day: date) -> bool:
        """Whether a report on the year, written in the half-year after it, knows of a day."""
        return day <= date(self.year + 1, 6, 30)

    def news(self, when: Period) -> bool:
        """Whether a report on the year is the one that tells of a moment: in the year, or soon after it."""
        return when.year == self.year or when.soon_after(self.year)

    def projects(self) -> Iterator[Project]:
        """The projects with a figure or milestone that a report on the year is the one to tell."""
        for project in self.dataset.projects:
            facts = [self.by_id(id_).when for id_ in (*project.investment, *project.durations)]
            if any(self.news(when) for when in (*facts, *(milestone.when for milestone in project.milestones))):
                yield project

    def by_id(self, id_: str) -> Fact:
        return self.dataset.by_id[id_]

    def series(self, key: str) -> tuple[Fact | None, ...]:
        """One fact or gap for each year of the window."""
        return tuple(self.yearly(key, year) for year in self.years)

    def yearly(self, key: str, year: int) -> Fact | None:
        """The fact for just this year: a figure of the whole year, or a state as of a day in it."""
        self.check(key)
        found = self.dataset.find(key, year)
        return found if found and found.year == year and found.when.kind != "years" and not found.of_a_part else None

    @property
    def years(self) -> tuple[int, ...]:
        first, last = self.window
        return tuple(range(first, last + 1))

    def programmes(self, *areas: str) -> Iterator[Programme]:
        """The programmes that the year has figures of: progress in it, or a target or scope that holds in it."""
        return (programme for programme in self._in(areas) if self.measures(programme))

    def unmeasured(self, *areas: str) -> Iterator[Programme]:
        """The programmes that run in the year, or that a source looking back on it speaks of, and that it has no figure of."""
        return (programme for programme in self._in(areas) if not self.measures(programme) and self._tells_of(programme))

    def _in(self, areas: tuple[str, ...]) -> Iterator[Programme]:
        return (programme for programme in self.dataset.programmes if not areas or programme.area in areas)

    def measures(self, programme: Programme) -> bool:
        return bool(programme.reached(self.year) or self.planned(programme))

    def planned(self, programme: Programme) -> tuple[Fact, ...]:
        """Targets and scope of the year: in force in it, first told soon after it, or the make-up of a plan that runs in it."""
        facts = (self.by_id(id_) for id_ in (*programme.targets, *programme.scope))
        return tuple(fact for fact in facts if self._is_planned(fact, programme.period))

    def _is_planned(self, fact: Fact, run: Period | None) -> bool:
        """Of a programme that ran at other times, only what was set out for the year itself counts."""
        if fact.period is not None or run is None:
            return self.in_force(fact)
        return run.covers(self.year) and (fact.year <= self.year or self.in_force(fact))

    def _tells_of(self, programme: Programme) -> bool:
        """Whether the programme runs in the year, or one of its sources looks back on it."""
        if programme.period is not None:
            return programme.period.covers(self.year)
        sources = (self.dataset.sources[key] for key, _ in programme.sources)
        return any(source.published and source.published.looks_back_on(self.year) for source in sources)

    def upcoming(self, *areas: str) -> Iterator[Programme]:
        """The programmes that begin after the year, as far as a report on it knows of them."""
        for programme in self.dataset.programmes:
            later = programme.period is not None and programme.period.start.year > self.year
            if later and (not areas or programme.area in areas) and any(map(self.tells, self._published(programme))):
                yield programme

    def named(self, programme: Programme) -> bool:
        """Whether the last source that a report on the year knows speaks of the programme."""
        dates = {key: source.published.end for key, source in self.dataset.sources.items() if source.published}
        last = max((day for day in dates.values() if self.tells(day)), default=None)
        return last is not None and any(dates.get(key) == last for key, _ in programme.sources)

    def _published(self, programme: Programme) -> Iterator[date]:
        for key, _ in programme.sources:
            if published := self.dataset.sources[key].published:
                yield published.end

    def in_force(self, fact: Fact) -> bool:
        """Whether a target or scope of a programme holds in the year, or is a state that was first told soon after it."""
        return fact.when.covers(self.year) or fact.when.soon_after(self.year)

    def check(self, key: str) -> None:
        """Raise where a part of a series key is nearly one that the dataset knows: a slip of the keyboard.

        What the dataset does not know at all is missing, as a figure of another year is: a briefing serves datasets that lack some of
        its indicators.
        """
        for what, name, known in self.unknown(key):
            if meant := slip(name, known):
                raise TemplateError(f"unknown {what} '{name}' in '{key}'", hint=f"did you mean '{meant}'?")

    def unknown(self, key: str) -> Iterator[tuple[str, str, Collection[str]]]:
        """The parts of a series key that the dataset does not know, each with what it is and what is known."""
        indicator, _, place = key.partition("@")
        indicator, _, dimension = indicator.partition("/")
        for what, name, known in (
            ("indicator", indicator, self.dataset.indicators),
            ("dimension", dimension, self.dataset.dimensions),
            ("place", place, self.dataset.places),
        ):
            if name and name not in known:
                yield what, name, known


def slip(name: str, known: Iterable[str]) -> str:
    """The known name that differs from ``name`` by a slip in one of its words; empty where there is none.

    Another word, a plural and another number are no slips: datasets may name such things.

    >>> slip("iva.grwth", ["iva.growth"]), slip("gva.growth", ["iva.growth"]), slip("over-100m", ["over-500m"])
    ('iva.growth', '', '')
    """
    words = _WORDS.split(name)
    for other in known:
        others = _WORDS.split(other)
        if "".join(words).casefold() == "".join(others).casefold():
            return other
        unlike = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
        if len(words) == len(others) and len(unlike) == 1 and _nearly(*unlike[0]):
            return other
    return ""


_WORDS = re.compile("[._-]")


def _nearly(word: str, other: str) -> bool:
    first, second = (re.sub(r"\d", "", text).rstrip("s") for text in (word, other))
    enough = min(len(first), len(second)) >= 4
    return first != second and enough and SequenceMatcher(None, first, second).ratio() >= 0.8
