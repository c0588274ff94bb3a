"""The register of projects as a table: place, money and times, milestones."""

from __future__ import annotations

from reportgen.document.context import Context, joined, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.facts.model import Project
from reportgen.narrative import register
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import Wording


def projects(directive: Directive, context: Context) -> Table:
    """The projects that the year has news of; those of one firm that it tells the same of share a row."""
    weights = zip(context.words.PROJECTS, (5, 2, 6, 6), strict=True)
    columns = tuple(Column(title, weight=weight) for title, weight in weights)
    alike: dict[tuple[Spans, ...], list[Project]] = {}
    for project in context.scope.projects():
        told = _told(project, context.scope)
        alike.setdefault((*told, (Text(project.firm or project.key),)), []).append(project)
    rows = [((Text(_names(group, context.wording)),), *told[:-1]) for told, group in alike.items()]
    return finished(directive, context, columns, rows)


def _names(group: list[Project], words: Wording) -> str:
    """The names of a group, what they begin and end with said once: ``某公司甲、乙项目``."""
    names = [words.named(project.name) for project in group]
    first = words.common_start(names) if len(names) > 1 else ""
    last = words.common_start([name[len(first) :][::-1] for name in names])[::-1] if len(names) > 1 else ""
    return first + words.LISTED.join(name[len(first) : len(name) - len(last)] for name in names) + last


def _told(project: Project, scope: Scope) -> tuple[Spans, ...]:
    words = scope.wording
    figures = [(Text(words.stated(subject)), *spans_of(fact, scope)) for subject, fact in register.figures(project, scope)]
    reached = [words.event(item.when, item.what) for item in register.milestones(project, scope)]
    return (
        (Text(words.named(project.place.name)),) if project.place else NONE,
        joined(figures, words.SEMICOLON) or NONE,
        (Text(words.SEMICOLON.join(reached)),) if reached else NONE,
    )
