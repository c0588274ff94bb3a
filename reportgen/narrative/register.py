"""What the register of projects says of one project, as a report on a year tells it: nothing that was only known later."""

from __future__ import annotations

from itertools import takewhile

from reportgen.facts.model import Fact, Milestone, Project
from reportgen.narrative.scope import Scope


def figures(project: Project, scope: Scope) -> tuple[tuple[str, Fact], ...]:
    """Money and times of the project with what each is of: ``("总投资", 108亿元)``, ``("土石方工程", 42天)``."""
    facts = [scope.last_told(scope.by_id(id_)) for id_ in (*project.investment, *project.durations)]
    whole = shared_start([fact.dimension.name.zh for fact in facts if fact.dimension])
    return tuple((_subject(fact, whole), fact) for fact in facts if scope.tells(fact.when.end))


def shared_start(names: list[str]) -> str:
    """What all names begin with.

    >>> shared_start(["某项目土石方工程", "某项目钢结构"]), shared_start([])
    ('某项目', '')
    """
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    return "".join(letters[0] for letters in alike)


def _subject(fact: Fact, whole: str) -> str:
    """The stage of the project that took a time, the kind of money that its coverage names, else the indicator."""
    stage = fact.dimension.name.zh.removeprefix(whole) if fact.dimension else ""
    return stage or fact.coverage or fact.indicator.noun.zh


def milestones(project: Project, scope: Scope) -> tuple[Milestone, ...]:
    """What had been reached by the time of the report, in order of time."""
    told = [milestone for milestone in project.milestones if scope.tells(milestone.when.end)]
    return tuple(sorted(told, key=lambda milestone: milestone.when.end))
