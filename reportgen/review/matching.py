"""Which fact a number is: of those with its value, the one whose name, kind, place and time stand nearest."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact
from reportgen.review.candidates import is_rounded, same_unit, same_value
from reportgen.review.contradiction import contradicts
from reportgen.review.likeness import Labels
from reportgen.review.reading import Reading
from reportgen.review.surroundings import Near, Stated
from reportgen.review.units import COUNTING

ENOUGH = 0.4
"""The least score at which a number is taken to be a fact."""
LEAST = 0.27
"""The least likeness of name as such, whatever else speaks for a fact."""
TOUCH = 0.08
"""The same for a number of many digits."""
PASSING = 0.4
"""The same for what may be a turn of speech."""
WHOLE = 0.6
"""The same for a common number beside words that are not of the fact's name."""
STRANGE = 0.2
"""Words of which less than this part is in a fact's name name something else."""
_NAMED = 3
"""Fewer pairs of characters than this name nothing."""
BETTER = 0.3
"""How much more of its name must stand beside the number for another series to be the one that is meant,"""
NAME = 0.75
"""and how much of it in all."""
WHOLE_NAME = 0.95
"""A series whose name stands there whole is meant, whatever else does."""
_BESIDE = 0.7
"""Words nearer than this stand beside the number."""
_MORE = 3.0
"""The weight of the words that must be in the name of the other series only: those of one rare pair of characters."""
_NAMED_KINDS = frozenset({"growth", "share", "money", "level", "count", "cumulative"})
APART = 0.06
"""How much better than the next a match must be; otherwise it is ambiguous."""
_EVIDENCE = 0.012
"""What a long name that is found whole counts for above a short one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A number with all that its text says of it."""

    reading: Reading
    near: Near
    when: Stated | None
    source: str = ""
    """Key of the source that the text is, where it is one."""
    bare: bool = False
    """Whether its unit may stand elsewhere, as in a table or chart."""


@dataclass(frozen=True, slots=True)
class Scored:
    fact: Fact
    score: float
    likeness: float
    """How much of the fact's name stands round the number, from 0 to 1."""
    part: float
    """How much of its dimension's name does, by weight."""


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome: one fact, or several between which the text does not decide, or none."""

    fact: Fact | None = None
    rivals: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Matcher:
    """A dataset ready to be looked things up in."""

    dataset: Dataset

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.dataset)

    def match(self, asked: Asked) -> Match:
        """The fact that a number is.

        Two facts that fit equally well are no match, unless they are one series with one value: then the one of the text's own
        source counts, else the latest that the stated time allows.
        """
        scored = self.scored(asked, [fact for fact in self.candidates(asked) if not self._is_other(asked, fact)])
        enough = [one for one in scored if self._is_enough(asked, one)]
        if not enough:
            return Match()
        close = [one for one in enough if enough[0].score - one.score < APART]
        close += [one for one in scored if one not in close and _is_unsaid(one, enough[0])]
        alike = [one for one in close if is_same_figure(one.fact, enough[0].fact)]
        if len(alike) < len(close):
            return Match(rivals=tuple(one.fact for one in close))
        return Match(max(alike, key=lambda one: _preference(one, asked)).fact)

    def _is_other(self, asked: Asked, fact: Fact) -> bool:
        """Whether the text is about something else."""
        return contradicts(self.dataset, fact, asked.near) or self._is_better_named(asked, fact)

    def _is_better_named(self, asked: Asked, fact: Fact) -> bool:
        """Whether the words right beside the number are the name of another series of its kind."""
        if fact.indicator.kind not in _NAMED_KINDS:
            return False
        beside = {gram: 1.0 for gram, weight in asked.near.weights.items() if weight >= _BESIDE}
        own = self._named(fact, beside)
        return own < WHOLE_NAME and any(
            self._named(other, beside) >= max(own + BETTER, NAME)
            for other in self.dataset.facts
            if other.indicator.kind == fact.indicator.kind
            and (other.indicator != fact.indicator or other.dimension)
            and other.key != fact.key
            and self._says_more(other, fact, beside)
        )

    def _says_more(self, other: Fact, fact: Fact, beside: Mapping[str, float]) -> bool:
        """Whether words beside the number are in the name of the other fact only."""
        label, own = self.labels.of(other), self.labels.of(fact)
        words = frozenset().union(*label.subject, *label.part) - frozenset().union(*own.subject, *own.part)
        return math.fsum(self.labels.weight[word] for word in words if word in beside) >= _MORE

    def _named(self, fact: Fact, near: Mapping[str, float]) -> float:
        """How much of the name of a fact's series stands there."""
        label = self.labels.of(fact)
        found, whole = self.labels.found(label.subject, near)
        part, whole_part = self.labels.found(label.part, near)
        return (found + part) / ((whole + whole_part) or 1.0)

    def candidates(self, asked: Asked) -> tuple[Fact, ...]:
        """The facts of the number's unit, value and sign."""
        reading, bare = asked.reading, asked.bare
        facts = self.dataset.facts
        return tuple(fact for fact in facts if same_unit(reading, fact, bare=bare) and same_value(reading, fact, bare=bare))

    def scored(self, asked: Asked, facts: Sequence[Fact]) -> list[Scored]:
        """The facts, the one that fits best first."""
        return sorted((self._score(asked, fact) for fact in facts), key=lambda one: -one.score)

    def _score(self, asked: Asked, fact: Fact) -> Scored:
        label, weights = self.labels.of(fact), asked.near.weights
        subject, whole = self.labels.found(label.subject, weights)
        part, whole_part = self.labels.found(label.part, weights)
        likeness = (subject + part) / ((whole + whole_part) or 1.0)
        score = likeness + _EVIDENCE * (subject + part) + math.fsum(cue(asked, fact) for cue in _CUES)
        return Scored(fact, score, likeness, part)

    def _is_enough(self, asked: Asked, one: Scored) -> bool:
        """Whether the text says enough of a fact: more where the number is a common one and the words beside it are others."""
        least = PASSING if asked.reading.is_passing and not asked.reading.counts else LEAST
        if _is_common(asked.reading) and len(asked.near.own) >= _NAMED and self.labels.share(one.fact, asked.near.own) < STRANGE:
            least = WHOLE
        if _is_rare(asked.reading) and not is_rounded(asked.reading, one.fact, bare=asked.bare):
            return one.likeness >= TOUCH
        return one.score >= ENOUGH and one.likeness >= least


def _is_unsaid(one: Scored, best: Scored) -> bool:
    """Whether the text names neither of the parts by which the facts of one indicator differ."""
    return one.fact.indicator.key == best.fact.indicator.key and bool(best.fact.dimension) and one.part == best.part == 0


def _is_rare(reading: Reading) -> bool:
    """Whether it has so many digits that no other figure has them by chance."""
    return _digits(reading) >= 4


def _is_common(reading: Reading) -> bool:
    """Whether it is a small count or rank, of which every text has many."""
    return reading.unit in (*COUNTING, "位", "") and _digits(reading) <= 2


def _digits(reading: Reading) -> int:
    """How many digits tell it from others: 3 of 380, 1 of 1000, 2 of 7.70."""
    digits = len(reading.value.normalize().as_tuple().digits)
    return digits + 1 if reading.value % 10 == 0 and reading.value % 100 else digits


def is_same_figure(one: Fact, other: Fact) -> bool:
    """Whether two facts are one series with one value, at one time or at several."""
    return one.key == other.key and one.quantity.base == other.quantity.base


def _preference(one: Scored, asked: Asked) -> tuple[bool, bool, date, float]:
    fact = one.fact
    of_source = bool(fact.source and fact.source.key == asked.source)
    return of_source, asked.when is not None and fits(fact, asked.when), fact.published, one.score


def _time(asked: Asked, fact: Fact) -> float:
    when = asked.when
    if when is None:
        return 0.0
    if fits(fact, when):
        return 0.15 if when.close else 0.08
    return -0.25 if when.close else -0.05


def fits(fact: Fact, when: Stated) -> bool:
    """Whether the fact is of the years that the text states, or a state of soon after."""
    years = range(when.first, when.last + 1)
    if fact.period and fact.period.kind == "years":
        return fact.period.end.year in years or (fact.period.start.year == when.first)
    return fact.year in years or fact.when.soon_after(when.last)


_GROWTH = re.compile(r"(?:增长|下降|增速|增幅|降幅|增加|减少|持平|上涨|growth|grew|rose|fell|up|down)[^，。；]{0,8}$")
_DIFFERENCE = re.compile(r"(?:高于|低于|快于|慢于|高|低|快|提高|提升|回落|加快|放缓|回升|上升)[^，。；]{0,20}$")
_POINTS = re.compile(
    r"points? (?:above|below|higher|lower|faster|slower|more|less)|(?:rose|fell|slowed|quickened|up|down) ", re.I
)
_SHARE = re.compile(r"(?:占|比重|占比|贡献|以上的|%的)")
_NEW = re.compile(r"(?:新增|增加了?|净增|added)[^，。；、]{0,30}$")
_TARGET = re.compile(r"(?:目标|预计|计划|力争|拟|将|末期|规划)")


def _kind(asked: Asked, fact: Fact) -> float:
    kind, near = fact.indicator.kind, asked.near
    if asked.reading.unit == "%" and kind == "growth":
        return 0.15 if _GROWTH.search(near.lead) else -0.1
    if kind == "difference":
        return 0.15 if _DIFFERENCE.search(near.lead) or _POINTS.search(near.clause) else -0.1
    if kind == "share":
        return 0.1 if _SHARE.search(near.clause) else -0.05
    if kind == "target":
        return 0.1 if _TARGET.search(near.sentence) else -0.1
    return 0.0


_SPECIAL = frozenset(COUNTING) - {"个", "项", "件", "大"}


def _unit(asked: Asked, fact: Fact) -> float:
    """The same measure word speaks for a fact, a special one against it: 28条 are hardly 28家, but may be 28个."""
    one, other = asked.reading.unit, fact.quantity.unit
    if one == other:
        return 0.03
    return -0.15 if one in _SPECIAL and other in _SPECIAL else 0.0


def _new(asked: Asked, fact: Fact) -> float:
    """新增 before the number asks for what is new, and its absence for a total."""
    is_new = fact.indicator.name.zh.startswith("新") or fact.indicator.key.endswith(("added", "increase"))
    if not is_new or asked.reading.unit == "元":
        return 0.12 if is_new and _NEW.search(asked.near.lead) else 0.0
    return 0.12 if _NEW.search(asked.near.lead) else -0.12


def _qualifier(asked: Asked, fact: Fact) -> float:
    return 0.05 if asked.reading.qualifier == fact.quantity.qualifier else -0.05


def _source(asked: Asked, fact: Fact) -> float:
    return 0.02 if fact.source and fact.source.key == asked.source else 0.0


def _rounding(asked: Asked, fact: Fact) -> float:
    return -0.15 if is_rounded(asked.reading, fact, bare=asked.bare) else 0.0


_CUES: tuple[Callable[[Asked, Fact], float], ...] = (_time, _kind, _unit, _new, _qualifier, _source, _rounding)
