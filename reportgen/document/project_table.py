"""The register of projects as a table: place, money and times, milestones."""

from __future__ import annotations

from reportgen.document.context import Context, joined, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.document.words import ZH
from reportgen.facts.model import Project
from reportgen.narrative import register
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import zh


def projects(directive: Directive, context: Context) -> Table:
    """The projects that the year has news of; those of one firm that it tells the same of share a row."""
    columns = (Column("项目", weight=5), Column("地点", weight=2), Column("投资与用时", weight=6), Column("进展", weight=6))
    alike: dict[tuple[Spans, ...], list[Project]] = {}
    for project in context.scope.projects():
        told = _told(project, context.scope)
        alike.setdefault((*told, (Text(project.firm or project.key),)), []).append(project)
    rows = [((Text(_names(group)),), *told[:-1]) for told, group in alike.items()]
    return finished(directive, context, columns, rows)


def _names(group: list[Project]) -> str:
    """The names of a group, what they begin and end with said once: ``某公司甲、乙项目``."""
    names = [project.name.zh for project in group]
    first = register.shared_start(names) if len(names) > 1 else ""
    last = register.shared_start([name[len(first) :][::-1] for name in names])[::-1] if len(names) > 1 else ""
    return first + ZH.comma.join(name[len(first) : len(name) - len(last)] for name in names) + last


def _told(project: Project, scope: Scope) -> tuple[Spans, ...]:
    figures = [(Text(subject), *spans_of(fact)) for subject, fact in register.figures(project, scope)]
    reached = [f"{zh.period_text(item.when)}{item.what}" for item in register.milestones(project, scope)]
    return (
        (Text(project.place.name.zh),) if project.place else NONE,
        joined(figures, "；") or NONE,
        (Text("；".join(reached)),) if reached else NONE,
    )
