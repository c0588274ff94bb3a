"""What the builders of tables share: the finished table with its source line, and rows of single facts."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.document.context import Context, Omitted, source_line, source_names, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.facts.model import Fact
from reportgen.narrative.wording import zh

NONE: Spans = (Text("—"),)
"""A cell without a value, which is said, not left blank."""

FACT_COLUMNS = (Column("指标", weight=5), Column("数值", "number", 3), Column("时间", weight=3))


def finished(
    directive: Directive,
    context: Context,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Spans, ...]],
    notes: tuple[Spans, ...] = (),
    groups: tuple[int, ...] = (),
) -> Table:
    """The table with caption, unit and source line; :class:`Omitted` where it has no row but group titles."""
    rows = tuple(rows)
    if len(rows) == len(groups):
        raise Omitted("no facts")
    ids = [id_ for row in rows for cell in row for span in cell if isinstance(span, Figure) for id_ in span.facts]
    source = source_line(source_names(context.scope, ids)) if ids else ""
    caption = directive.attributes.get("caption", "")
    return Table(directive.anchor, "", caption, directive.attributes.get("unit", ""), columns, rows, notes, source, groups)


def fact_row(name: str, fact: Fact) -> tuple[Spans, ...]:
    """Name, figure and period or date of one fact."""
    return ((Text(name or zh.row_name(fact)),), spans_of(fact, signed=True), (Text(zh.moment(fact)),))
