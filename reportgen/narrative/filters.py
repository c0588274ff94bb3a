"""What a template can do with a fact: filters that word it, each returning traced markup.

====================  ======================================================================================
``f``                 the figure alone: ``1068.21亿元``
``f | change``        ``增长7.7%``; ``f | change("比上年")``: ``比上年增长7.7%``; a gap: ``高于全省0.2个百分点``
``f | grew``          the same as the verb of a sentence, in languages that tell the two apart: ``grew 7.7%``
``f | counted(x)``    a count with its noun, in languages that need one: ``133 enterprises``
``f | said``          the subject and its change or amount: ``规上工业增加值增长7.7%``
``f | above(x)``      a difference of rates held against x: ``高于全省平均水平0.2个百分点``
``f | ranked``        ``列全省设区市第9位``, among whom its coverage says; ``f | ranked("全国")``
``f | share(x)``      ``占x的比重为53.5%``
``f | until``         the lead of a state: ``截至2026年6月``; ``f | when``: the period: ``“十四五”时期``
``f | during``        the time as an adverbial, in languages that need a preposition: ``in 2025``, ``by the end of 2025``
``f | dated``         the time as an attribute: ``2022年底``, ``2024年一季度``, ``2012年``
``f | since``         the first year of a period that runs on: ``2022年以来``; ``f | stretch``: ``2022年至2026年6月``
``f | coverage``      what the figure covers, in the words of the dataset; a missing fact where they say nothing
``f | name``          the name of the series; ``f | subject``: what grows or is counted
``f | value``         the value for a comparison in ``{% if %}``
====================  ======================================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.facts.dataset import is_standing
from reportgen.facts.model import Fact
from reportgen.narrative import comparison
from reportgen.narrative.cited import Cited, fact_of
from reportgen.narrative.said import Said, escape, figure
from reportgen.narrative.scope import MissingFact, Scope
from reportgen.narrative.wording.protocol import Phrase

NAMES = (
    *("amount", "signed", "counted", "change", "grew", "above", "ranked", "share", "said"),
    *("until", "when", "during", "dated", "since", "stretch", "coverage", "name", "subject", "value"),
)
"""The filters, by the names that templates use; each is a method of :class:`Filters`."""


class Filters:
    """The filters of one scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.words = scope.wording

    def table(self) -> dict[str, Callable[..., object]]:
        return {name: getattr(self, name) for name in NAMES}

    def cite(self, fact: Fact) -> Cited:
        return Cited(fact, self.amount)

    def amount(self, cited: Cited | Fact) -> Said:
        """The figure itself, marked where it is derived."""
        fact = fact_of(cited)
        return Said(figure(self.words.amount(fact), (fact.id,)) + self._mark(fact))

    def signed(self, cited: Cited | Fact) -> Said:
        """The figure with its sign, as cards show it."""
        fact = fact_of(cited)
        return Said(figure(self.words.amount(fact, signed=True), (fact.id,)) + self._mark(fact))

    def counted(self, cited: Cited | Fact, one: str, many: str = "") -> Said:
        """The figure with its noun, in languages that need one."""
        fact = fact_of(cited)
        noun = self.words.counted(self.words.amount(fact), one, many).removeprefix(self.words.amount(fact))
        return Said(self.amount(fact) + noun)

    def grew(self, cited: Cited | Fact, against: str = "") -> Said:
        """What ``change`` says, as the verb of a sentence."""
        fact = fact_of(cited)
        return self._worded(self.words.grew(fact.quantity.value, against), fact)

    def change(self, cited: Cited | Fact, against: str = "") -> Said:
        """Verb and figure by the sign: growth, difference of rates or shares against the year before, or a gap."""
        fact = fact_of(cited)
        if fact.indicator.kind != "difference":
            return self._worded(self.words.growth(fact.quantity.value, against), fact)
        if reference := comparison.reference(fact, self.scope):
            return self.above(fact, reference)
        rates = comparison.of_rates(fact, self.scope)
        return self._worded(self.words.difference(fact.quantity.value, against, rates), fact)

    def above(self, cited: Cited | Fact, reference: str) -> Said:
        """Higher or lower than a reference, by a difference."""
        fact = fact_of(cited)
        return self._worded(self.words.above(fact.quantity.value, reference), fact)

    def _worded(self, phrase: Phrase, fact: Fact) -> Said:
        """The words of a phrase, which templates may have marked up, round the figure."""
        if phrase.alone:
            return Said(figure(phrase.before, (fact.id,)) + self._mark(fact))
        return Said(phrase.before + self.amount(fact) + phrase.after)

    def ranked(self, cited: Cited | Fact, among: str = "") -> Said:
        """The place among those given, else among those that the coverage names, else in the province."""
        fact = fact_of(cited)
        return self._worded(self.words.ranked(among or escape(fact.coverage)), fact)

    def share(self, cited: Cited | Fact, whole: str) -> Said:
        return self._worded(self.words.share(whole), fact_of(cited))

    def said(self, cited: Cited | Fact) -> Said:
        """Subject and change or amount, as one clause."""
        fact = fact_of(cited)
        subject = self.words.stated(self.subject(fact))
        match fact.indicator.kind:
            case "growth" | "difference":
                return Said(subject + self.change(fact))
            case "rank":
                return Said(subject + self.ranked(fact))
            case "completion":
                return Said(subject + self._worded(self.words.completed(), fact))
            case "share" | "level" | "money" | "cumulative":
                return Said(subject + self._worded(self.words.reaching(fact), fact))
        return Said(subject + self.amount(fact))

    def until(self, cited: Cited | Fact) -> Said:
        """The lead of a state; the plain period of a flow."""
        fact = fact_of(cited)
        late = fact.as_of is not None and (fact.period is None or is_standing(fact, self.scope.year))
        return Said(self.words.until(fact.as_of) if late and fact.as_of else self.words.period_text(fact.when))

    def when(self, cited: Cited | Fact) -> Said:
        return Said(self.words.period_text(fact_of(cited).when))

    def during(self, cited: Cited | Fact) -> Said:
        return Said(self.words.during(fact_of(cited)))

    def dated(self, cited: Cited | Fact) -> Said:
        return Said(self.words.dated(fact_of(cited)))

    def since(self, cited: Cited | Fact) -> Said:
        return Said(self.words.since(fact_of(cited).when.start.year))

    def stretch(self, cited: Cited | Fact) -> Said:
        return Said(self.words.stretch(fact_of(cited)))

    def coverage(self, cited: Cited | Fact) -> Said:
        fact = fact_of(cited)
        if not fact.coverage:
            raise MissingFact(f"coverage of {fact.id}")
        return escape(fact.coverage)

    def name(self, cited: Cited | Fact) -> Said:
        return escape(self.words.row_name(fact_of(cited)))

    def subject(self, cited: Cited | Fact) -> Said:
        return escape(self.words.label(fact_of(cited)))

    def value(self, cited: Cited | Fact) -> Decimal:
        return fact_of(cited).quantity.value

    def _mark(self, fact: Fact) -> str:
        return self.words.DERIVED_MARK if fact.derived else ""
