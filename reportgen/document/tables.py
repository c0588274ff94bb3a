"""Table directives to tables: one builder a kind, each choosing rows and columns by what the facts hold.

=============== ==========================================================================================================
``indicators``  rows of series keys against the years of the window; unit column; only years with values
``facts``       rows of series keys with their figure, unit included, and its period or date
``history``     all figures of series keys up to the year, each with its date and coverage, for those that cannot be compared
``programmes``  programmes of the year by area: what was set out, what was reached
``projects``    the register of projects: place, investment and durations, milestones
``unsaid``      the facts of the year that nothing before has said
``derived``     computed figures said before, each with the figures that it comes from
``definitions`` definition and basis of the series keys that were said before
``sources``     the sources of what was said before, with how many figures each gives
=============== ==========================================================================================================
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document.context import Context, joined, labels, listed, resolve, spans_of
from reportgen.document.history_table import history
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.document.programme_table import programmes
from reportgen.document.reference_tables import definitions, derived, sources, unsaid
from reportgen.document.table_parts import FACT_COLUMNS, NONE, fact_row, finished
from reportgen.errors import DocumentError, did_you_mean
from reportgen.facts.model import Fact, Project
from reportgen.narrative.wording import zh


def table(directive: Directive, context: Context) -> Table:
    """The table of a ``::: table`` directive; :class:`Omitted` where no row has a fact."""
    kind = directive.attributes.get("kind", "indicators")
    if kind not in _KINDS:
        hint = did_you_mean(kind, _KINDS, otherwise=f"the kinds are {', '.join(_KINDS)}")
        raise DocumentError(f"unknown table kind '{kind}'", place=directive.place, hint=hint)
    return _KINDS[kind](directive, context)


# --- indicators against years --------------------------------------------------------------------------------------------


def _indicators(directive: Directive, context: Context) -> Table:
    keys = listed(directive, "facts")
    scope = context.scope
    named = [(name, scope.series(key)) for name, key in zip(labels(directive, len(keys)), keys, strict=True)]
    named = [(name, row) for name, row in named if row[-1]]
    years = [index for index in range(len(scope.years)) if any(row[index] for _, row in named)]
    columns = (
        Column("指标", weight=5),
        Column("单位", weight=2),
        *(Column(f"{scope.years[index]}年", "number", 2) for index in years),
    )
    rows = [_indicator_row(name, row, years) for name, row in named]
    marked = any(fact.derived for _, row in named for fact in row if fact)
    notes: tuple[Spans, ...] = ((Text("带*的为推算值，由公布数据计算得出。"),),) if marked else ()
    return finished(directive, context, columns, rows, notes)


def _indicator_row(name: str, row: tuple[Fact | None, ...], years: list[int]) -> tuple[Spans, ...]:
    last = next(fact for fact in reversed(row) if fact)
    cells = tuple(_cell(row[index], last.quantity.scale) for index in years)
    return ((Text(name or zh.row_name(last)),), (Text(last.quantity.scale + last.quantity.unit),), *cells)


def _cell(fact: Fact | None, scale: str) -> Spans:
    if fact is None:
        return NONE
    figure = Figure(zh.cell(fact, scale=scale), (fact.id,), fact.derived)
    return (figure, Text("*")) if fact.derived else (figure,)


# --- facts with their dates ----------------------------------------------------------------------------------------------


def _facts(directive: Directive, context: Context) -> Table:
    keys = listed(directive, "facts")
    names = zip(labels(directive, len(keys)), keys, strict=True)
    found = [(name, fact) for name, key in names if (fact := resolve(context.scope, key))]
    return finished(directive, context, FACT_COLUMNS, (fact_row(name, fact) for name, fact in found))


# --- projects ------------------------------------------------------------------------------------------------------------


def _projects(directive: Directive, context: Context) -> Table:
    columns = (Column("项目", weight=5), Column("地点", weight=2), Column("投资与工期", weight=4), Column("进展", weight=4))
    rows = [_project_row(project, context) for project in context.scope.dataset.projects if _has_news(project, context)]
    return finished(directive, context, columns, rows)


def _has_news(project: Project, context: Context) -> bool:
    """Whether the project has figures or a milestone in the year or in the months after that its report looks back from."""
    year = context.scope.year
    dated = any(milestone.when.year == year for milestone in project.milestones)
    return dated or any(context.scope.by_id(id_).year == year for id_ in (*project.investment, *project.durations))


def _project_row(project: Project, context: Context) -> tuple[Spans, ...]:
    ids = (*project.investment, *project.durations)
    milestones = "；".join(f"{zh.period_text(milestone.when)}{milestone.what}" for milestone in project.milestones)
    return (
        (Text(project.name.zh),),
        (Text(project.place.name.zh if project.place else "—"),),
        joined((spans_of(context.scope.by_id(id_)) for id_ in ids), "；") or NONE,
        (Text(milestones or "—"),),
    )


_KINDS: dict[str, Callable[[Directive, Context], Table]] = {
    "indicators": _indicators,
    "facts": _facts,
    "history": history,
    "programmes": programmes,
    "projects": _projects,
    "unsaid": unsaid,
    "derived": derived,
    "definitions": definitions,
    "sources": sources,
}
