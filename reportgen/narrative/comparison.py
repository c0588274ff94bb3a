"""What a difference is held against: a gap names two series, a change only its own, which it compares with the year before."""

from __future__ import annotations

from reportgen.facts.model import Fact, Indicator
from reportgen.narrative.scope import Scope


def reference(fact: Fact, scope: Scope) -> str:
    """The other side of a gap, to be set after 高于 or 低于: ``全省``, ``规上工业``; empty for a change against the year before."""
    if len(fact.indicator.compares) < 2:
        return ""
    other = fact.indicator.compares[1]
    place = other.partition("@")[2]
    words = scope.wording
    return words.whole(scope.dataset.places[place]) if place else words.all_of(_indicator(other, scope))


def of_rates(fact: Fact, scope: Scope) -> bool:
    """Whether what is compared are rates, which quicken or slow down, and not shares, which rise or fall."""
    compared = [_indicator(key, scope) for key in fact.indicator.compares]
    return bool(compared) and all(indicator.kind == "growth" for indicator in compared)


def _indicator(key: str, scope: Scope) -> Indicator:
    """The indicator of a series key."""
    return scope.dataset.indicators[key.partition("@")[0].partition("/")[0]]
