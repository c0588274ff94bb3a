"""What the register of projects says of one project, as a report on a year tells it: nothing that was only known later."""

from __future__ import annotations

from reportgen.facts.model import Fact, Milestone, Project
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import Wording


def figures(project: Project, scope: Scope) -> tuple[tuple[str, Fact], ...]:
    """Money and times of the project with what each is of: ``("总投资", 108亿元)``, ``("土石方工程", 42天)``."""
    facts = [scope.last_told(scope.by_id(id_)) for id_ in (*project.investment, *project.durations)]
    words = scope.wording
    whole = words.common_start([words.named(fact.dimension.name) for fact in facts if fact.dimension])
    return tuple((_subject(fact, whole, words), fact) for fact in facts if scope.tells(fact.when.end))


def _subject(fact: Fact, whole: str, words: Wording) -> str:
    """The stage of the project that took a time, the kind of money that its coverage names, else the indicator."""
    stage = words.named(fact.dimension.name).removeprefix(whole).lstrip(", ") if fact.dimension else ""
    return stage or fact.coverage or words.named(fact.indicator.noun)


def milestones(project: Project, scope: Scope) -> tuple[Milestone, ...]:
    """What had been reached by the time of the report, in order of time."""
    told = [milestone for milestone in project.milestones if scope.tells(milestone.when.end)]
    return tuple(sorted(told, key=lambda milestone: milestone.when.end))
