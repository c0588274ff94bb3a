"""Table directives to tables: one builder a kind, each choosing rows and columns by what the facts hold.

============== ===========================================================================================================
``indicators`` rows of series keys against the years of the window; unit column; only years with values
``facts``      rows of series keys with their figure, unit included, and its period or date
``programmes`` programmes of the year by area: target and scope, what was reached, source
``projects``   the register of projects: place, investment and durations, milestones
``unsaid``     the facts of the year that nothing before has said
============== ===========================================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportgen.document.context import Context, Omitted, joined, labels, listed, phrase, resolve, source_names, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.document.words import ZH
from reportgen.errors import DocumentError, did_you_mean
from reportgen.facts.model import Fact, Programme, Project
from reportgen.narrative.wording import zh

NONE: Spans = (Text("—"),)
"""A cell without a value, which is said, not left blank."""


def table(directive: Directive, context: Context) -> Table:
    """The table of a ``::: table`` directive; :class:`Omitted` where no row has a fact."""
    kind = directive.attributes.get("kind", "indicators")
    if kind not in _KINDS:
        hint = did_you_mean(kind, _KINDS, otherwise=f"the kinds are {', '.join(_KINDS)}")
        raise DocumentError(f"unknown table kind '{kind}'", place=directive.place, hint=hint)
    return _KINDS[kind](directive, context)


def _finished(
    directive: Directive,
    context: Context,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Spans, ...]],
    notes: tuple[Spans, ...] = (),
    groups: tuple[int, ...] = (),
) -> Table:
    rows = tuple(rows)
    if len(rows) == len(groups):
        raise Omitted("no facts")
    ids = [id_ for row in rows for cell in row for span in cell if isinstance(span, Figure) for id_ in span.facts]
    source = ZH.source + ZH.comma.join(source_names(context.scope, ids)) if ids else ""
    caption = directive.attributes.get("caption", "")
    return Table(directive.anchor, "", caption, directive.attributes.get("unit", ""), columns, rows, notes, source, groups)


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
    return _finished(directive, context, columns, rows, notes)


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
    return _finished(directive, context, _FACT_COLUMNS, (_fact_row(name, fact) for name, fact in found))


_FACT_COLUMNS = (Column("指标", weight=5), Column("数值", "number", 3), Column("时间", weight=3))


def _fact_row(name: str, fact: Fact) -> tuple[Spans, ...]:
    return ((Text(name or zh.row_name(fact)),), spans_of(fact, signed=True), (Text(zh.moment(fact)),))


def _unsaid(directive: Directive, context: Context) -> Table:
    """The rest of the year: what no sentence, table or chart before has said. A figure is listed rather than dropped."""
    scope = context.scope
    rest = [fact for fact in scope.dataset.of_year(scope.year) if not _is_said(fact, context)]
    return _finished(directive, context, _FACT_COLUMNS, (_fact_row("", fact) for fact in rest))


def _is_said(fact: Fact, context: Context) -> bool:
    """Whether the fact, or the same figure from another source, has been said."""
    return any(twin.id in context.said for twin in context.scope.dataset.twins(fact))


# --- programmes ----------------------------------------------------------------------------------------------------------


def _programmes(directive: Directive, context: Context) -> Table:
    areas = tuple(directive.attributes.get("areas", "").split())
    columns = (Column("工作部署", weight=4), Column("目标与安排", weight=5), Column(f"{context.scope.year}年进展", weight=6))
    rows = [_programme_row(programme, context) for programme in context.scope.programmes(*areas)]
    return _finished(directive, context, columns, rows)


def _programme_row(programme: Programme, context: Context) -> tuple[Spans, ...]:
    reached = _phrases(programme.reached(context.scope.year), context)
    return (
        (Text(programme.short),),
        _phrases(programme.targets, context, programme.scope) or (Text("未公布量化目标"),),
        reached or (Text("未见公布当年进展"),),
    )


def _phrases(ids: tuple[str, ...], context: Context, more: tuple[str, ...] = ()) -> Spans:
    facts = [context.scope.by_id(id_) for id_ in dict.fromkeys((*ids, *more))]
    return joined((phrase(fact) for fact in facts), "；")


# --- projects ------------------------------------------------------------------------------------------------------------


def _projects(directive: Directive, context: Context) -> Table:
    columns = (Column("项目", weight=5), Column("地点", weight=2), Column("投资与工期", weight=4), Column("进展", weight=4))
    rows = [_project_row(project, context) for project in context.scope.dataset.projects if _has_news(project, context)]
    return _finished(directive, context, columns, rows)


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
    "programmes": _programmes,
    "projects": _projects,
    "unsaid": _unsaid,
}
