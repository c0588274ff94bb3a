"""What a template holds in its hands: a fact or a programme that can be worded but not looked into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportgen.errors import TemplateError
from reportgen.facts.model import Fact
from reportgen.narrative.said import Said


class Cited:
    """A fact in a template. Printing it prints its figure with its trace; filters word it."""

    __slots__ = ("_fact", "_print")

    def __init__(self, fact: Fact, print_: Callable[[Fact], str]) -> None:
        self._fact = fact
        self._print = print_

    def __str__(self) -> str:
        return self._print(self._fact)


def fact_of(cited: Cited | Fact) -> Fact:
    """The fact behind what a template passes to a filter."""
    if isinstance(cited, Fact):
        return cited
    if not isinstance(cited, Cited):
        raise TemplateError(f"'{str(cited)[:40]}' is not a fact", hint='word a fact: {{ fact("…") | change }}')
    return cited._fact


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project in a template; every field is finished markup, empty where the register says nothing."""

    key: Said
    name: Said
    place: Said
    firm: Said
    figures: Said
    """Money and times, each with what it is of: ``总投资108亿元、土石方工程42天``."""
    milestones: Said
    """``2023年1月28日首条生产线试生产``"""


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme in a template; every field is finished markup."""

    key: Said
    name: Said
    short: Said
    what: Said
    when: Said
    """The time that it runs in; empty where none is known."""
    owner: Said
    targets: tuple[Cited, ...]
    scope: tuple[Cited, ...]
    reached: tuple[Cited, ...]
    """What was reached in the year of the briefing; empty where the sources report nothing."""
