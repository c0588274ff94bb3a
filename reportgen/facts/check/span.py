"""The values that a figure may stand for, as far as its digits and its qualifier leave them open.

``7.7%`` is any rate from 7.65 to 7.75, ``940家`` is 940, ``近3亿元`` is at most 3 亿元, ``约50%`` is 45 to 55. Two figures contradict each
other only if no values that they may stand for agree: a difference in the last printed digit is rounding, not a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from reportgen.facts.check.finding import in_scale
from reportgen.facts.dataset import Dataset
from reportgen.facts.derive import LETTERS, evaluate
from reportgen.facts.model import Fact
from reportgen.facts.quantity import SCALES

FAR = Decimal(10) ** 18
"""As good as unbounded: no figure of a report comes near it."""
_OUT_OF_SIGHT = Decimal(10) ** 14
"""What comes of an unbounded value by way of a formula lies beyond this."""


@dataclass(frozen=True, slots=True)
class Span:
    """A closed range of base values."""

    low: Decimal
    high: Decimal

    def meets(self, other: Span) -> bool:
        """Whether some value lies in both; an end that two ranges touch in belongs to one of them only: 7.65 is 7.7, not 7.6.

        >>> seven, eight, nine = Decimal(7), Decimal(8), Decimal(9)
        >>> Span(seven, eight).meets(Span(eight, nine)), Span(eight, eight).meets(Span(eight, nine))
        (False, True)
        """
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and (self.low == self.high or other.low == other.high))

    def text(self, scale: str = "") -> str:
        """Both ends in two decimals, or the one value where these do not tell them apart.

        >>> Span(Decimal("3.05"), Decimal("3.15")).text(), Span(Decimal(6090000), Decimal(6090000)).text("万")
        ('3.05 to 3.15', '609万')
        >>> Span(Decimal(80), FAR).text(), Span(-FAR, Decimal(80)).text()
        ('80 or more', '80 or less')
        """
        if self.high > _OUT_OF_SIGHT:
            return f"{in_scale(self.low, scale)} or more"
        if self.low < -_OUT_OF_SIGHT:
            return f"{in_scale(self.high, scale)} or less"
        return " to ".join(dict.fromkeys(in_scale(end, scale) for end in (self.low, self.high)))


def span_of(fact: Fact, dataset: Dataset, known: dict[str, Span] | None = None) -> Span:
    """What a fact may stand for; a derived one what its parents leave open, each of which is looked at once."""
    known = {} if known is None else known
    if fact.id not in known:
        parents = [span_of(dataset.by_id[parent], dataset, known) for parent in fact.parents]
        known[fact.id] = image(fact.formula, parents) if fact.derived else _printed(fact)
    return known[fact.id]


def _printed(fact: Fact) -> Span:
    base = fact.quantity.base
    match fact.quantity.qualifier:
        case "exact":
            return _around(base, _half_a_digit(fact))
        case "about":
            return _around(base, Decimal(5).scaleb(_exponent(base.normalize()) - 1))
        case "over" | "at least":
            return Span(base, FAR)
        case "nearly" | "under":
            return Span(min(_lowest(fact), base), base)


def _around(base: Decimal, by: Decimal) -> Span:
    return Span(base - by, base + by)


def _half_a_digit(fact: Fact) -> Decimal:
    """Half a unit of the last printed digit, in the bare unit; nothing for whole things that are counted."""
    quantity = fact.quantity
    if "番" in fact.printed:  # 翻了一番 says no digit: a tenth more or less is still called doubling
        return quantity.base / 10
    if fact.indicator.kind in ("count", "cumulative", "rank") and not quantity.scale:
        return Decimal(0)
    return Decimal(5).scaleb(_exponent(quantity.value) - 1) * SCALES[quantity.scale]


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # the loader lets no infinite value in
    return exponent


def _lowest(fact: Fact) -> Decimal:
    """What the indicator cannot fall below."""
    return {"growth": Decimal(-100), "difference": -FAR}.get(fact.indicator.kind, Decimal(0))


def image(formula: str, spans: Sequence[Span]) -> Span:
    """What ``formula`` may come to when ``a``, ``b``, … lie in their spans; all values where it cannot be computed.

    The formulas of a dataset and of the checks rise or fall all the way in each of their letters, so that the ends decide; the
    middle is tried because a divisor may be 0 there.
    """
    middle = tuple((one.low + one.high) / 2 for one in spans)
    tried = (middle, *product(*((one.low, one.high) for one in spans)))
    try:
        values = [evaluate(formula, dict(zip(LETTERS, ends, strict=False))) for ends in tried]
    except ValueError:
        return Span(-FAR, FAR)
    return Span(min(values), max(values))
