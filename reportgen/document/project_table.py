"""The register of projects as a table: place, money and times, milestones."""

from __future__ import annotations

from reportgen.document.context import Context, joined, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.facts.model import Project
from reportgen.narrative import register
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import zh


def projects(directive: Directive, context: Context) -> Table:
    """The projects that the year has news of."""
    columns = (Column("项目", weight=5), Column("地点", weight=2), Column("投资与用时", weight=6), Column("进展", weight=6))
    return finished(directive, context, columns, [_row(project, context.scope) for project in context.scope.projects()])


def _row(project: Project, scope: Scope) -> tuple[Spans, ...]:
    figures = [(Text(subject), *spans_of(fact)) for subject, fact in register.figures(project, scope)]
    reached = [f"{zh.period_text(item.when)}{item.what}" for item in register.milestones(project, scope)]
    return (
        (Text(project.name.zh),),
        (Text(project.place.name.zh),) if project.place else NONE,
        joined(figures, "；") or NONE,
        (Text("；".join(reached)),) if reached else NONE,
    )
