"""Specifications of charts of events: the milestones of projects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.document.chart_parts import chart_spec
from reportgen.document.context import Omitted, source_line
from reportgen.document.markup import Directive
from reportgen.document.model import ChartSpec, Point, PointState, Series, Text
from reportgen.document.words import wordbook
from reportgen.facts.model import Milestone, Project
from reportgen.narrative import register
from reportgen.narrative.scope import Scope

FEWEST_EVENTS = 2
"""A timeline of one event says less than its sentence."""


def timeline(directive: Directive, scope: Scope) -> ChartSpec:
    """The milestones in the years of the window and soon after, in order of time: of all projects, or of those in ``projects``."""
    wanted = directive.attributes.get("projects", "").split()
    found = [
        (project, milestone)
        for project in scope.dataset.projects
        for milestone in register.milestones(project, scope)
        if (not wanted or project.key in wanted) and milestone.when.end.year >= scope.window[0]
    ]
    if len(found) < FEWEST_EVENTS:
        raise Omitted("fewer than two milestones")
    found.sort(key=lambda pair: (pair[1].when.start, pair[1].when.end))
    names = tuple(_words(project, milestone, scope) for project, milestone in found)
    starts, ends = (tuple(points) for points in zip(*(_points(milestone, scope) for _, milestone in found), strict=True))
    words, said = scope.wording, wordbook(scope)
    dates = words.SEMICOLON.join(words.event(milestone.when, name) for name, (_, milestone) in zip(names, found, strict=True))
    series = (Series(said.BEGINNING, starts), Series(said.END, ends))
    made = chart_spec(directive, scope, names, series, unit="", telling=(Text(dates),))
    return replace(made, source=source_line(_sources([project for project, _ in found], scope), scope))


def _words(project: Project, milestone: Milestone, scope: Scope) -> str:
    words = scope.wording
    place = words.BRACKETS.format(words.named(project.place.name)) if project.place and not project.place.home else ""
    return words.doing(words.named(project.name) + place, milestone.what)


def _points(milestone: Milestone, scope: Scope) -> tuple[Point, Point]:
    """Beginning and end of a milestone in years; its date is as long as it is written."""
    when = milestone.when
    state: PointState = "target" if milestone.planned else "reported"
    label = scope.wording.period_label(when)
    days = (_years(when.start), _years(when.end, after=1))
    return Point(days[0], label, state=state), Point(days[1], label, state=state)


def _years(day: date, after: int = 0) -> Decimal:
    """A day as a year and its fraction; ``after`` days later.

    >>> _years(date(2022, 7, 2)), _years(date(2022, 12, 31), after=1)
    (Decimal('2022.4986'), Decimal('2023.0000'))
    """
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    passed = Decimal((day - first).days + after) / ((last - first).days + 1)
    return day.year + passed.quantize(Decimal("0.0001"))


def _sources(projects: list[Project], scope: Scope) -> tuple[str, ...]:
    """Short names of the sources that speak of the projects, as far as a report on the year knows them."""
    keys = {key for project in projects for key, _ in project.sources}
    known = ((key, source) for key, source in scope.dataset.sources.items() if key in keys)
    return tuple(source.short for _, source in known if not source.published or scope.tells(source.published.end))
