"""Table directives to tables: one builder a kind, each choosing rows and columns by what the facts hold.

=============== ==========================================================================================================
``indicators``  rows of series keys against the years of the window; only years with values, or with the ``fewest`` given; with
                ``years=2`` only to compare: no row that has fewer values, no table of fewer years
``facts``       rows of series keys with their figure, unit included, and its period or date
``history``     all figures of series keys up to the year, each with its date and coverage, for those that cannot be compared
``programmes``  programmes of the year by area: what was set out, what was reached
``progress``    programmes with what they have reached, in short, for slides
``targets``     targets with the last figures of their ``outcomes``, for slides
``projects``    the register of projects: place, investment and durations, milestones
``unsaid``      the facts of the year that nothing before has said
``derived``     computed figures said before, each with the figures that it comes from
``definitions`` definition and basis of the series keys that were said before
``sources``     the sources of what was said before, with how many figures each gives; ``of=deck``: of what slides show
=============== ==========================================================================================================
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document.chart_parts import coverage_notes
from reportgen.document.context import Context, fewest, labels, listed, resolve
from reportgen.document.history_table import history
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.document.programme_table import programmes
from reportgen.document.progress_table import progress, targets
from reportgen.document.project_table import projects
from reportgen.document.reference_tables import definitions, derived, sources, unsaid
from reportgen.document.table_parts import NONE, fact_columns, fact_row, finished
from reportgen.errors import DocumentError, did_you_mean
from reportgen.facts.model import Fact
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording.protocol import Scale


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
    years = _years([row for _, row in named], fewest(directive))
    least = fewest(directive, "years")
    named = [(name, row) for name, row in named if sum(row[index] is not None for index in years) >= least]
    columns = (
        *(Column(title, weight=weight) for title, weight in zip(context.words.INDICATORS, (5, 2), strict=True)),
        *(Column(scope.wording.year(scope.years[index]), "number", 2) for index in years),
    )
    shown = [tuple(row[index] for index in years) for _, row in named]
    marked = any(fact.derived for row in shown for fact in row if fact)
    notes = (*([context.words.STARRED] if marked else []), *coverage_notes(shown, scope))
    cells = [_indicator_row(name, row, years, context) for name, row in named]
    return finished(directive, context, columns, cells, tuple((Text(note + scope.wording.STOP),) for note in notes))


def _years(rows: list[tuple[Fact | None, ...]], least: int) -> list[int]:
    """The last year, and those before it of which at least so many rows have a value."""
    last = len(rows[0]) - 1 if rows else 0
    return [index for index in range(last + 1) if index == last or sum(row[index] is not None for row in rows) >= least]


def _indicator_row(name: str, row: tuple[Fact | None, ...], years: list[int], context: Context) -> tuple[Spans, ...]:
    last = next(fact for fact in reversed(row) if fact)
    words = context.wording
    scale = words.scale(last)
    unit = words.unit(scale, last.quantity.unit) or context.words.NO_UNIT
    cells = (_cell(row[index], scale, context.scope) for index in years)
    return ((Text(name or words.row_name(last)),), (Text(unit),), *cells)


def _cell(fact: Fact | None, scale: Scale, scope: Scope) -> Spans:
    if fact is None:
        return NONE
    figure = Figure(scope.wording.cell(fact, scale=scale), (fact.id,), fact.derived)
    return (figure, Text("*")) if fact.derived else (figure,)


# --- facts with their dates ----------------------------------------------------------------------------------------------


def _facts(directive: Directive, context: Context) -> Table:
    keys = listed(directive, "facts")
    names = zip(labels(directive, len(keys)), keys, strict=True)
    found = [(name, fact) for name, key in names if (fact := resolve(context.scope, key))]
    return finished(directive, context, fact_columns(context), (fact_row(name, fact, context.scope) for name, fact in found))


_KINDS: dict[str, Callable[[Directive, Context], Table]] = {
    "indicators": _indicators,
    "facts": _facts,
    "history": history,
    "programmes": programmes,
    "progress": progress,
    "targets": targets,
    "projects": projects,
    "unsaid": unsaid,
    "derived": derived,
    "definitions": definitions,
    "sources": sources,
}
