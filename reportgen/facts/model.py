"""What is true: indicators, facts, programmes, projects and sources, as frozen values.

A fact is identified by indicator, place, dimension and period (or the date it is a state of), and by the source that says it: the
same figure printed by two sources is two facts, so that each can be traced and a revision can stand beside the figure it revises.
The id spells this out: ``iva.growth/chains@jiangxi:2025#001``; the home place is left out, a derived fact ends in ``#derived``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, get_args

from reportgen.facts.period import Period
from reportgen.facts.quantity import Quantity

Kind = Literal[
    "level",
    "growth",
    "share",
    "difference",
    "rank",
    "count",
    "cumulative",
    "target",
    "completion",
    "money",
    "multiple",
    "duration",
]
KINDS: tuple[str, ...] = get_args(Kind)
Polarity = Literal["good", "bad", "neither"]
"""Whether up is good news."""
Status = Literal["reported", "preliminary", "revised", "target", "derived"]
STATUSES: tuple[str, ...] = get_args(Status)
Basis = Literal["", "constant-prices", "current-prices", "same-enterprises"]
BASES: tuple[str, ...] = get_args(Basis)
"""What a rate or level is measured at. Official growth of value added is at constant prices, growth above designated size is on
the same set of enterprises; levels are at current prices. Rates and levels of unlike basis are never computed from one another."""


KEY = re.compile(r"\w[\w.-]{0,99}")
KEY_FORM = "write up to 100 letters, digits, '.', '-' and '_', without spaces"
"""Keys of indicators, places, dimensions, sources, programmes and projects; the ids of facts are put together from them."""


Language = Literal["zh", "en"]
"""The languages of documents."""
LANGUAGES: tuple[str, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the two languages of documents."""

    zh: str
    en: str = ""

    def __str__(self) -> str:
        return self.zh

    def of(self, language: Language) -> str:
        """The name in a language; in Chinese, which every dataset has, where it has none."""
        return (self.en if language == "en" else "") or self.zh


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    name: Name
    home: bool = False
    """Whether the dataset is about this place; just one place is home."""
    within: str = ""
    """Key of the place that it is part of: what is counted here is never more than there."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """An industry, chain, firm, project group or other part that an indicator can be broken down by."""

    key: str
    name: Name
    within: str = ""
    """Key of the dimension that it is part of; every dimension is part of the whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """Names of an indicator that follow the name of a dimension: 增加值 after 重点产业链, where the whole is 规上工业增加值."""

    name: Name
    noun: Name
    short: Name


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures; its facts share kind, unit, polarity and precision."""

    key: str
    name: Name
    kind: Kind
    unit: str
    polarity: Polarity = "neither"
    precision: int = 1
    """Decimals of derived values and axes; printed figures are shown with the digits that their source prints."""
    basis: Basis = ""
    noun: Name = field(default_factory=lambda: Name(""))
    """What grows, is ranked or counted, to be set before a verb: ``规上工业增加值``."""
    short: Name = field(default_factory=lambda: Name(""))
    """For charts and slides; the name where there is none."""
    definition: Name = field(default_factory=lambda: Name(""))
    compares: tuple[str, ...] = ()
    """What a difference is the difference of: two series keys (a gap; ``/*`` is the dimension of the fact itself), or one for the
    change against the year before."""
    part: Part | None = None
    of: tuple[str, ...] = ()
    """The series that it is measured on, written like ``compares``, so that the data can be held against itself: the level of a growth
    rate or multiple, the count of an increase, part and whole of a share, actual and plan of a completion, the outcome of a target."""
    within: str = ""
    """The indicator whose things it counts some of: never more than that one's."""

    def of_a_part(self) -> Indicator:
        """The indicator under the names that follow a dimension; itself where it has none of its own."""
        return replace(self, name=self.part.name, noun=self.part.noun, short=self.part.short) if self.part else self


@dataclass(frozen=True, slots=True)
class Source:
    """An article, workbook or other record that facts cite."""

    key: str
    """Three digits for an article."""
    title: str
    short: str
    """How a source line names it."""
    published: Period | None
    about: Name
    publisher: str = ""
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure with everything that is known of it."""

    indicator: Indicator
    place: Place
    dimension: Dimension | None
    period: Period | None
    as_of: Period | None
    quantity: Quantity
    printed: str
    """The figure as the source prints it; empty for derived facts."""
    status: Status
    basis: Basis
    coverage: str
    """Definition or coverage: figures of unlike coverage are different series."""
    source: Source | None
    paragraph: int | None
    also: tuple[int, ...] = ()
    """Other paragraphs of the same source that print the figure again."""
    parents: tuple[str, ...] = ()
    formula: str = ""
    note: str = ""
    line: int = 0
    """Line of ``facts.csv``, for messages."""

    @property
    def key(self) -> str:
        """Indicator, dimension and place without the time: what a series shares."""
        dimension = f"/{self.dimension.key}" if self.dimension else ""
        place = "" if self.place.home else f"@{self.place.key}"
        return f"{self.indicator.key}{dimension}{place}"

    @property
    def when(self) -> Period:
        """The period, or the date where the figure is a state of a moment."""
        moment = self.period or self.as_of
        assert moment is not None  # the loader refuses facts with neither
        return moment

    @property
    def id(self) -> str:
        origin = self.source.key if self.source else "derived"
        return f"{self.key}:{self.when.text}#{origin}"

    @property
    def year(self) -> int:
        """The year whose report tells the fact."""
        return self.when.year

    @property
    def of_a_part(self) -> bool:
        """Whether it is the flow of a part of a year; a state of a moment is not."""
        return self.period is not None and self.period.is_part

    @property
    def derived(self) -> bool:
        return self.status == "derived"

    @property
    def published(self) -> date:
        """When the source appeared; derived facts rank before all printed ones."""
        return self.source.published.end if self.source and self.source.published else date.min


Area = Literal[
    "industry", "projects", "enterprises", "digital", "green", "services", "cooperation", "farming", "tourism", "reform", "civic"
]


@dataclass(frozen=True, slots=True)
class Programme:
    """A plan, campaign, policy or mechanism with what it set out to do and what was reached."""

    key: str
    name: Name
    short: str
    what: Name
    """One sentence on what it is, without figures."""
    kind: str
    area: Area
    period: Period | None
    owner: str
    parent: str
    targets: tuple[str, ...]
    """Ids of facts."""
    scope: tuple[str, ...]
    progress: tuple[tuple[Period, tuple[str, ...]], ...]
    """Period and ids of the facts that say what was reached in it."""
    sources: tuple[tuple[str, int], ...]
    """Source and paragraph."""

    def reached(self, year: int) -> tuple[str, ...]:
        """Ids of the facts that report progress for ``year``, for a period that ends in it, or "so far" in the half-year after it."""
        return tuple(id_ for period, facts in self.progress if period.year == year or period.soon_after(year) for id_ in facts)


@dataclass(frozen=True, slots=True)
class Milestone:
    when: Period
    what: str
    planned: bool = False
    """Whether it had not been reached when it was written down."""


@dataclass(frozen=True, slots=True)
class Project:
    """An investment project with its place, money and dates."""

    key: str
    name: Name
    firm: str
    place: Place | None
    industry: Dimension | None
    investment: tuple[str, ...]
    """Ids of facts."""
    durations: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    programmes: tuple[str, ...]
    """Keys of the programmes that it belongs to."""
    sources: tuple[tuple[str, int], ...]
    note: str = ""
