"""What a check finds: a value that says which facts, what was computed and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from reportgen.facts.model import Fact
from reportgen.facts.quantity import SCALES, plain

Severity = Literal["error", "warning", "care"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""``error``: one of the figures must be wrong, or is recorded wrongly. ``warning``: it may be right, but a person has to look and say so.
``care``: it is right as it stands, and whoever uses the figure has to know."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a finding is about, with the place to look it up."""

    id: str
    """The id of a fact, or ``programme plan-10210``, ``project sinoma-lithium``."""
    place: str
    """Source and paragraph such as ``000:12``; ``derived`` for what the dataset computes."""

    def __str__(self) -> str:
        return f"{self.id} ({self.place})"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person has to look at."""

    check: str
    """The key of the check in the table of checks."""
    severity: Severity
    facts: tuple[Cited, ...]
    computation: str
    """What was held against what, with the figures."""
    advice: str
    """What to do about it."""
    reason: str = ""
    """Why a person has settled it, out of ``acknowledged.yaml``; empty while it is open."""

    @property
    def ids(self) -> tuple[str, ...]:
        """What an acknowledgement has to name, in any order."""
        return tuple(cited.id for cited in self.facts)

    @property
    def open(self) -> bool:
        return not self.reason


def cited(facts: Iterable[Fact]) -> tuple[Cited, ...]:
    """The facts with their paragraphs, each once."""
    return tuple(Cited(fact.id, _place(fact)) for fact in dict.fromkeys(facts))


def _place(fact: Fact) -> str:
    if fact.source is None:
        return "derived"
    return f"{fact.source.key}:{','.join(str(paragraph) for paragraph in (fact.paragraph, *fact.also))}"


def figure(fact: Fact) -> str:
    """The figure as it stands in a computation: with its own scale and unit and the word of its bound: ``at least 90%``."""
    quantity = fact.quantity
    bound = "" if quantity.qualifier == "exact" else f"{quantity.qualifier} "
    computed = in_scale(quantity.base, _fitting(quantity.base))
    return f"{bound}{computed if fact.derived else plain(quantity.value) + quantity.scale}{quantity.unit}"


def in_scale(base: Decimal, scale: str) -> str:
    """A base value in a scale, rounded to two decimals for reading: ``563.45亿``.

    >>> in_scale(Decimal("56344585624"), "亿")
    '563.45亿'
    """
    return f"{rounded(base / SCALES[scale], 2)}{scale}"


def rounded(value: Decimal, decimals: int) -> str:
    """A value for reading, with so many decimals at most; of any size, where ``round`` stops at 28 digits."""
    return plain(Decimal(f"{value:.{decimals}f}"))


def _fitting(base: Decimal) -> str:
    """The largest scale in which a computed value is at least 1."""
    return next((scale for scale in ("亿", "万") if abs(base) >= SCALES[scale]), "")


def figures(facts: Iterable[Fact]) -> str:
    """Figures one after another, each with its time: ``16家 (2022Q4), 28家 (2024Q1)``."""
    return ", ".join(f"{figure(fact)} ({fact.when.text})" for fact in facts)
