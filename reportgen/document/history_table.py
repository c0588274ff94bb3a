"""The table that sets figures of several years side by side where they may not be compared: each with its date and coverage."""

from __future__ import annotations

from reportgen.document.context import Context, Omitted, labels, listed, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.facts.model import Fact
from reportgen.narrative.wording import zh

_COLUMNS = (Column("指标", weight=4), Column("时间", weight=4), Column("数值", "number", 4), Column("口径", weight=5))


def history(directive: Directive, context: Context) -> Table:
    """All figures of some series up to the year; :class:`Omitted` where they are of one year only."""
    keys = listed(directive, "facts")
    known = [
        (name, fact) for name, key in zip(labels(directive, len(keys)), keys, strict=True) for fact in context.scope.history(key)
    ]
    if len({fact.year for _, fact in known}) < 2:
        raise Omitted("facts of fewer than two years")
    return finished(directive, context, _COLUMNS, [_row(name, fact) for name, fact in known])


def _row(name: str, fact: Fact) -> tuple[Spans, ...]:
    coverage: Spans = (Text(fact.coverage),) if fact.coverage else NONE
    return ((Text(name or zh.row_name(fact)),), (Text(zh.moment(fact)),), spans_of(fact, signed=True), coverage)
