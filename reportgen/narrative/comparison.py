"""What a difference is held against: a gap names two series, a change only its own, which it compares with the year before."""

from __future__ import annotations

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact, Indicator
from reportgen.narrative.wording import zh


def reference(fact: Fact, dataset: Dataset) -> str:
    """The other side of a gap, to be set after 高于 or 低于: ``全省``, ``规上工业``; empty for a change against the year before."""
    if len(fact.indicator.compares) < 2:
        return ""
    other = fact.indicator.compares[1]
    place = other.partition("@")[2]
    return zh.whole(dataset.places[place].name.zh) if place else _all(_indicator(other, dataset))


def of_rates(fact: Fact, dataset: Dataset) -> bool:
    """Whether what is compared are rates, which quicken or slow down, and not shares, which rise or fall."""
    compared = [_indicator(key, dataset) for key in fact.indicator.compares]
    return bool(compared) and all(indicator.kind == "growth" for indicator in compared)


def _indicator(key: str, dataset: Dataset) -> Indicator:
    """The indicator of a series key."""
    return dataset.indicators[key.partition("@")[0].partition("/")[0]]


def _all(indicator: Indicator) -> str:
    """The whole that the parts of an indicator belong to, as far as its noun tells it apart from what is measured."""
    noun = indicator.noun.zh
    if indicator.part and noun.endswith(indicator.part.noun.zh):
        return noun.removesuffix(indicator.part.noun.zh)
    return f"{noun}增速"
