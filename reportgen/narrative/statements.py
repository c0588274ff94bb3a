"""Functions of templates: look-ups, and statements that are computed from the facts and never claimed.

=============================  ===================================================================================
``fact(key, year, at)``        the fact of a series for the briefing's year, another year, or a period as written
``latest(key)``                the last fact of a series up to the year, from an earlier year if need be: say its date
``earlier(key)``               the fact before the one that the year uses, of the same coverage: say its date
``before(key)``                the figures before it, each with its date, of whatever coverage: ``2022年下降9.9%（推算）、2023年增长2.8%``
``ahead(key)``                 the figure of a plan that runs in the year, or a target set by then for a later year: say its period
``states(keys)``               subject and figure of several keys, each date said once: ``截至2026年6月，甲257家、乙26家``
``has(key, …)``                whether all of them are there
``any(key, …)``                whether one of them is there
``each(keys, form, sep)``      the facts of several keys (separated by spaces), worded by a filter, those there are
``turned(key)``                ``"up"`` where the rate was negative the year before and is positive, ``"down"`` the other way
``best(key)``                  whether the year's figure is the best on record, by the polarity of the indicator
``exceeded(key, …)``           whether all plans of those that are there were completed to more than 100 %
``apart(key, other)``          whether the two figures have to be dated each by itself
``programmes(area, …)``        the programmes that the year has figures of: targets, scope or progress
``unmeasured(area, …)``        those that run in the year, or that its sources speak of, without a figure
``programme(key)``             one programme of the register, whatever the year; a missing fact where the dataset has none
``upcoming(area, …)``           the programmes that begin after the year, as far as was known soon after it
``named(key, …)``              those of the programmes that the last source known soon after the year speaks of
``projects()``                 the projects of the register that the year has news of
``note(key)``                  a footnote with definition and basis of the series' indicator
``window``                     the years compared, as text
``includes(section)``          whether the report has a section (set by the environment)
=============================  ===================================================================================
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.errors import TemplateError, did_you_mean
from reportgen.facts.model import Fact, Programme, Project
from reportgen.narrative import register
from reportgen.narrative.cited import Cited, ProgrammeView, ProjectView
from reportgen.narrative.filters import NAMES, Filters
from reportgen.narrative.said import Said, escape, joined
from reportgen.narrative.scope import MissingFact, Scope

FUNCTIONS = (
    *("fact", "latest", "earlier", "before", "ahead", "states", "has", "any", "each"),
    *("turned", "best", "exceeded", "apart", "note"),
    *("programmes", "unmeasured", "programme", "upcoming", "named", "projects"),
)
WHOLE_PLAN = 100
FEWEST_FOR_BEST = 3
"""A record among fewer figures says nothing."""


class Statements:
    """The functions of one scope."""

    def __init__(self, scope: Scope, words: Filters) -> None:
        self.scope = scope
        self.words = words
        self.wording = scope.wording

    def table(self) -> dict[str, Callable[..., object]]:
        return {name: getattr(self, name) for name in FUNCTIONS}

    def fact(self, key: str, year: int | None = None, at: str | None = None) -> Cited:
        return self.words.cite(self.scope.fact(key, int(year) if year is not None else None, at))

    def latest(self, key: str) -> Cited:
        return self.words.cite(self.scope.latest(key))

    def earlier(self, key: str) -> Cited:
        return self.words.cite(self.scope.earlier(key))

    def before(self, key: str) -> Said:
        facts = self.scope.before(key)
        if not facts:
            raise MissingFact(f"{key} before {self.scope.year}")
        return joined((self.wording.timed(fact, self._moving(fact)) for fact in facts), self.wording.LISTED)

    def _moving(self, fact: Fact) -> Said:
        return self.words.change(fact) if fact.indicator.kind in ("growth", "difference") else self.words.amount(fact)

    def ahead(self, key: str) -> Cited:
        return self.words.cite(self.scope.ahead(key))

    def states(self, keys: str) -> Said:
        groups: dict[str, list[str]] = {}
        for key in keys.split():
            if fact := self.scope.maybe(key):
                groups.setdefault(self.words.until(fact), []).append(self._of(self.wording.label(fact), fact))
        if not groups:
            raise MissingFact(f"any of {keys} in {self.scope.year}")
        clauses = (f"{date}{self.wording.COMMA}{self.wording.LISTED.join(group)}" for date, group in groups.items())
        return joined(clauses, self.wording.SEMICOLON)

    def has(self, *keys: str) -> bool:
        return all(self.scope.maybe(key) is not None for key in keys)

    def any(self, *keys: str) -> bool:
        return any(self.scope.maybe(key) is not None for key in keys)

    def each(self, keys: str, form: str = "said", sep: str = "") -> Said:
        """The clauses of those facts that there are; a missing fact where there is none."""
        if form not in NAMES:
            raise TemplateError(
                f"unknown filter '{form}'", hint=did_you_mean(form, NAMES, otherwise=f"one of {', '.join(NAMES)}")
            )
        found = [fact for key in keys.split() if (fact := self.scope.maybe(key))]
        if not found:
            raise MissingFact(f"any of {keys} in {self.scope.year}")
        return joined((str(getattr(self.words, form)(fact)) for fact in found), sep or self.wording.COMMA)

    def turned(self, key: str) -> str:
        """The change of sign against the year before; empty where there is none or a rate is missing."""
        now, before = (self.scope.yearly(key, year) for year in (self.scope.year, self.scope.year - 1))
        if now is None or before is None:
            return ""
        if before.quantity.value < 0 < now.quantity.value:
            return "up"
        return "down" if now.quantity.value < 0 < before.quantity.value else ""

    def best(self, key: str) -> bool:
        """Whether the year's figure beats all earlier ones on record, of which there must be enough."""
        now = self.scope.yearly(key, self.scope.year)
        earlier = [fact for fact in self.scope.dataset.by_key.get(key, ()) if fact.year < self.scope.year and fact.when.is_year]
        if now is None or len(earlier) + 1 < FEWEST_FOR_BEST or now.indicator.polarity == "neither":
            return False
        sign = 1 if now.indicator.polarity == "good" else -1
        return all(sign * now.quantity.base > sign * fact.quantity.base for fact in earlier)

    def exceeded(self, *keys: str) -> bool:
        """Whether every plan whose completion is known was done and more; no where none is known."""
        found = [fact for key in keys if (fact := self.scope.maybe(key))]
        return bool(found) and all(fact.quantity.value > WHOLE_PLAN for fact in found)

    def apart(self, key: str, other: str) -> bool:
        """Whether a figure cannot share the date that a sentence gives another, which may be missing."""
        fact, dated = self.scope.fact(key), self.scope.maybe(other)
        return dated is None or self.words.until(fact) != self.words.until(dated)

    def note(self, key: str) -> Said:
        """A footnote on what the figure means; nothing where the indicator has neither definition nor basis."""
        fact = self.scope.fact(key)
        text = self.wording.definition(fact, self.scope.dataset.twins(fact))
        return Said(f"^[{escape(text)}]" if text else "")

    def programmes(self, *areas: str) -> tuple[ProgrammeView, ...]:
        return tuple(self._view(programme) for programme in self.scope.programmes(*areas))

    def unmeasured(self, *areas: str) -> tuple[ProgrammeView, ...]:
        return tuple(self._view(programme) for programme in self.scope.unmeasured(*areas))

    def programme(self, key: str) -> ProgrammeView:
        """What a text that names a programme of one place is tied to."""
        found = next((programme for programme in self.scope.dataset.programmes if programme.key == key), None)
        if found is None:
            raise MissingFact(f"programme {key}")
        return self._view(found)

    def upcoming(self, *areas: str) -> tuple[ProgrammeView, ...]:
        return tuple(map(self._view, self.scope.upcoming(*areas)))

    def named(self, *keys: str) -> tuple[ProgrammeView, ...]:
        found = (programme for key in keys for programme in self.scope.dataset.programmes if programme.key == key)
        return tuple(self._view(programme) for programme in found if self.scope.named(programme))

    def _view(self, programme: Programme) -> ProgrammeView:
        return ProgrammeView(
            key=escape(programme.key),
            name=escape(self.wording.named(programme.name)),
            short=escape(programme.short),
            what=escape(self.wording.named(programme.what)),
            when=escape(self.wording.period_text(programme.period) if programme.period else ""),
            owner=escape(programme.owner),
            targets=self._cites(programme.targets),
            scope=self._cites(programme.scope),
            reached=self._cites(programme.reached(self.scope.year)),
        )

    def _cites(self, ids: tuple[str, ...]) -> tuple[Cited, ...]:
        return tuple(self.words.cite(self.scope.by_id(id_)) for id_ in ids)

    def projects(self) -> tuple[ProjectView, ...]:
        return tuple(self._project(project) for project in self.scope.projects())

    def _project(self, project: Project) -> ProjectView:
        figures = register.figures(project, self.scope)
        milestones = register.milestones(project, self.scope)
        return ProjectView(
            key=escape(project.key),
            name=escape(self.wording.named(project.name)),
            place=escape(self.wording.named(project.place.name) if project.place else ""),
            firm=escape(project.firm),
            figures=joined((self._of(subject, fact) for subject, fact in figures), self.wording.LISTED),
            milestones=joined((escape(self.wording.event(item.when, item.what)) for item in milestones), self.wording.COMMA),
        )

    def _of(self, subject: str, fact: Fact) -> str:
        return self.wording.stated(escape(subject)) + self.words.amount(fact)
