"""What every language has to say: the interface of a wording module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from reportgen.facts.model import Fact, Indicator, Language, Name, Place
from reportgen.facts.period import Period
from reportgen.facts.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words round a figure: ``比上年增长`` before it, `` over the previous year`` behind it."""

    before: str
    after: str = ""
    alone: bool = False
    """Whether the words before are all: a change of nothing is said by its verb, which then stands for the figure."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a language counts large amounts in: 万 and 亿, million and billion."""

    word: str = ""
    factor: Decimal = Decimal(1)

    def of(self, quantity: Quantity) -> Decimal:
        """The value of a quantity in this scale, exactly."""
        return quantity.base / self.factor


class Wording(Protocol):
    """A language. Facts come in, text without markup goes out."""

    CODE: Language
    DERIVED_MARK: str
    """Follows a computed figure: ``（推算）``."""
    COMMA: str
    """Between clauses, with the space that follows it: ``，``."""
    SEMICOLON: str
    LISTED: str
    """Between the items of an enumeration: ``、``."""
    STOP: str
    NEXT_SUBJECT: str
    """Between clauses of a list of facts where the next one is of something else."""
    NAMED: str
    """Between the name of a series and its figures."""
    BRACKETS: str
    """Round an aside, to be filled in: ``（{}）``."""
    SENTENCE_JOINT: str
    """Between two sentences."""
    LINE_JOINT: str
    """What the end of a line within a paragraph becomes."""
    LAST_YEAR: str
    """What a change is measured against unless something else is said: ``比上年``."""

    # --- numbers ---

    def amount(self, fact: Fact, *, signed: bool = False) -> str:
        """The figure with qualifier, scale and unit, without its sign unless ``signed``."""

    def cell(self, fact: Fact, *, scale: Scale) -> str:
        """The figure for a table cell or chart label whose unit is said elsewhere: sign and qualifier kept, unit left out."""

    def scale(self, fact: Fact) -> Scale:
        """The scale that a row of the fact's series is shown in."""

    def common_scale(self, facts: Iterable[Fact]) -> Scale:
        """The scale that all values of a chart are shown in: that of the largest sum of money."""

    def unit(self, scale: Scale, unit: str) -> str:
        """The unit of a column or chart: ``亿元``; empty where the language has no word for it."""

    def with_unit(self, label: str, unit: str) -> str:
        """A label that :meth:`cell` made as a figure in a sentence."""

    def counted(self, text: str, one: str, many: str) -> str:
        """A count with its noun, in languages that need one; ``many`` where the plural is irregular."""

    # --- time ---

    def year(self, year: int) -> str:
        """``2025年``"""

    def years(self, first: int, last: int) -> str:
        """``2022—2025年``"""

    def period_text(self, period: Period) -> str:
        """A period as a sentence says it."""

    def period_label(self, period: Period) -> str:
        """The same as a table or chart says it."""

    def lead(self, period: Period) -> str:
        """The same before what is said of it: ``2025年``, ``in 2025``."""

    def part_of_year(self, period: Period) -> str:
        """The words of a period that tell it from its year: ``一季度``."""

    def until(self, moment: Period) -> str:
        """The lead of a figure that is a state: ``截至2025年底``."""

    def at(self, moment: Period) -> str:
        """The same as an attribute: ``2025年底``."""

    def stretch(self, fact: Fact) -> str:
        """The time of a flow that is reported "so far"; the plain period of any other figure."""

    def moment(self, fact: Fact) -> str:
        """The period of a flow, or the date of a state, for a table cell."""

    def dated(self, fact: Fact) -> str:
        """The same as an attribute."""

    def during(self, fact: Fact) -> str:
        """The same as an adverbial: ``in 2025``, ``during the 14th Five-Year Plan period``, ``by the end of 2025``."""

    def timed(self, fact: Fact, said: str) -> str:
        """What is said of a fact, with its time: ``2022年增长3%``."""

    def since(self, year: int) -> str:
        """``2022年以来``"""

    def proposed(self, moment: Period) -> str:
        """The lead of a target without a period of its own: ``2022年提出``."""

    def event(self, when: Period, what: str) -> str:
        """What happened, with its time: ``2022年10月25日试产``."""

    def doing(self, who: str, what: str, more: bool = False) -> str:
        """A project and its milestone: ``某项目试产``; ``more`` where money and times follow."""

    def of_time(self, time: str, name: str) -> str:
        """The name of a figure with its time, if one is given: ``2023年完成投资``."""

    # --- phrases ---

    def growth(self, value: Decimal, against: str) -> Phrase:
        """A rate of growth by its sign, with what it is measured against."""

    def grew(self, value: Decimal, against: str) -> Phrase:
        """The same as the verb of a sentence: ``grew 7.7%`` where :meth:`growth` says ``up 7.7%``."""

    def difference(self, value: Decimal, against: str, of_rates: bool) -> Phrase:
        """A change of growth rates, which quicken or slow down, or of shares, which rise or fall."""

    def above(self, value: Decimal, reference: str) -> Phrase:
        """A gap to a reference by its sign."""

    def ranked(self, among: str) -> Phrase:
        """A place among those given, or in the province."""

    def share(self, whole: str) -> Phrase:
        """A share of a whole."""

    def completed(self) -> Phrase:
        """The completion of a plan."""

    def reaching(self, fact: Fact) -> Phrase:
        """A level or share with its verb."""

    def stated(self, subject: str) -> str:
        """A subject as its predicate, whatever it is, can follow it."""

    # --- names ---

    def named(self, name: Name) -> str:
        """A name in the language."""

    def label(self, fact: Fact) -> str:
        """What the figure is of, to be set before it: dimension, if any, and the indicator's noun."""

    def row_name(self, fact: Fact) -> str:
        """The name of the series as a table row says it."""

    def short_name(self, fact: Fact) -> str:
        """The same where there is little room."""

    def series_name(self, fact: Fact) -> str:
        """The same in a chart, where the place goes without saying."""

    def subject(self, fact: Fact) -> str:
        """What a fact is of; the rate of growth or the number of a thing counts as the thing."""

    def aim(self, fact: Fact) -> str:
        """What a target is of, in a column of targets."""

    def whole(self, place: Place) -> str:
        """A place as a text from one of its parts names it: ``全省``."""

    def all_of(self, indicator: Indicator) -> str:
        """The whole that the parts of an indicator belong to: ``规上工业``."""

    def common_start(self, names: Sequence[str]) -> str:
        """What all names begin with, up to where the language can part them."""

    def definition(self, fact: Fact, others: Iterable[Fact] = ()) -> str:
        """Definition, coverage, basis and computation of a figure as one note; empty where nothing is known."""

    # --- texts ---

    def enumerated(self, names: Iterable[str]) -> str:
        """Names in a row as a sentence says them: ``a, b and c``."""

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row as a table lists them: ``a, b, c``."""

    def opened(self, text: str) -> str:
        """A text as it begins a cell, a label or a note."""

    def tidy(self, text: str) -> str:
        """Markdown with its marks in order after clauses have left themselves out."""
