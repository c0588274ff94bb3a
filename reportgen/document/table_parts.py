"""What the builders of tables share: the finished table with its source line, and rows of single facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportgen.document.context import Context, Omitted, source_line, source_names, spans_of
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.facts.model import Fact
from reportgen.narrative.scope import Scope

NONE: Spans = (Text("—"),)
"""A cell without a value, which is said, not left blank."""


def fact_columns(context: Context) -> tuple[Column, ...]:
    name, value, time = context.words.FACTS
    return Column(name, weight=5), Column(value, "number", 3), Column(time, weight=3)


def finished(
    directive: Directive,
    context: Context,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Spans, ...]],
    notes: tuple[Spans, ...] = (),
    groups: tuple[int, ...] = (),
) -> Table:
    """The table with caption, unit and source line; :class:`Omitted` where it has no row but group titles."""
    rows = tuple(tuple(_opened(cell, context) for cell in row) for row in rows)
    if len(rows) == len(groups):
        raise Omitted("no facts")
    ids = [id_ for row in rows for cell in row for span in cell if isinstance(span, Figure) for id_ in span.facts]
    source = source_line(source_names(context.scope, ids), context.scope) if ids else ""
    caption = directive.attributes.get("caption", "")
    return Table(directive.anchor, "", caption, directive.attributes.get("unit", ""), columns, rows, notes, source, groups)


def _opened(cell: Spans, context: Context) -> Spans:
    """A cell as its language begins it; a figure stays as it is."""
    first = cell[0] if cell else None
    return (replace(first, text=context.wording.opened(first.text)), *cell[1:]) if isinstance(first, Text) else cell


def fact_row(name: str, fact: Fact, scope: Scope) -> tuple[Spans, ...]:
    """Name, figure and period or date of one fact."""
    words = scope.wording
    return ((Text(name or words.row_name(fact)),), spans_of(fact, scope, signed=True), (Text(words.moment(fact)),))
