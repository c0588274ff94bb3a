"""The table that sets figures of several years side by side where they may not be compared: each with its date and coverage."""

from __future__ import annotations

from reportgen.document.context import Context, Omitted, labels, listed, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.facts.model import Fact
from reportgen.narrative.scope import Scope


def history(directive: Directive, context: Context) -> Table:
    """All figures of some series up to the year; :class:`Omitted` where they are of one year only."""
    keys = listed(directive, "facts")
    known = [
        (name, fact) for name, key in zip(labels(directive, len(keys)), keys, strict=True) for fact in context.scope.history(key)
    ]
    if len({fact.year for _, fact in known}) < 2:
        raise Omitted("facts of fewer than two years")
    name, time, value, coverage = context.words.HISTORY
    columns = (Column(name, weight=4), Column(time, weight=4), Column(value, "number", 4), Column(coverage, weight=5))
    return finished(directive, context, columns, [_row(label, fact, context.scope) for label, fact in known])


def _row(name: str, fact: Fact, scope: Scope) -> tuple[Spans, ...]:
    coverage: Spans = (Text(fact.coverage),) if fact.coverage else NONE
    words = scope.wording
    return ((Text(name or words.row_name(fact)),), (Text(words.moment(fact)),), spans_of(fact, scope, signed=True), coverage)
