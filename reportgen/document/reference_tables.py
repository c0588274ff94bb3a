"""Tables at the end of a briefing: what has not been said, what was computed and how, what the figures mean, and where they are from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reportgen.document.context import Context, listed, printed_ids, spans_of
from reportgen.document.markup import Directive, merge
from reportgen.document.model import Column, Span, Spans, Table, Text
from reportgen.document.table_parts import NONE, fact_columns, fact_row, finished
from reportgen.facts.model import Fact, Source

# --- what has not been said ----------------------------------------------------------------------------------------------


def unsaid(directive: Directive, context: Context) -> Table:
    """The rest of the year: what no sentence, table or chart before has said. A figure is listed rather than dropped."""
    scope = context.scope
    rest = [fact for fact in scope.dataset.of_year(scope.year) if not _is_said(fact, context)]
    return finished(directive, context, fact_columns(context), (fact_row("", fact, scope) for fact in rest))


def _is_said(fact: Fact, context: Context) -> bool:
    """Whether the fact, or the same figure from another source, has been said."""
    return any(twin.id in context.said for twin in context.scope.dataset.twins(fact))


# --- what was computed ---------------------------------------------------------------------------------------------------


def derived(directive: Directive, context: Context) -> Table:
    """The computed figures that the document has said, each with the figures that it comes from."""
    facts = [fact for fact in context.scope.dataset.facts if fact.derived and fact.id in context.said]
    name, value, formula = context.words.DERIVED
    columns = (Column(name, weight=5), Column(value, "number", 5), Column(formula, weight=8))
    return finished(directive, context, columns, (_derived_row(fact, context) for fact in facts))


def _derived_row(fact: Fact, context: Context) -> tuple[Spans, ...]:
    words = context.wording
    name = Text(words.short_name(fact) + words.BRACKETS.format(words.moment(fact)))
    return ((name,), spans_of(fact, context.scope, signed=True), _computation(fact, context))


_TOKENS = re.compile(r"[a-z]\s*/\s*100|[a-z]|\d+(?:\.\d+)?|[-+*/()]")


def _computation(fact: Fact, context: Context) -> Spans:
    """The formula with the figures in the place of its letters: ``2023年完成投资594.21亿元÷年度计划完成率105.46%``."""
    parents = dict(zip("abcdefghij", map(context.scope.by_id, fact.parents), strict=False))
    spans: list[Span] = []
    said = ""
    for token in _TOKENS.findall(_bare(fact.formula)):
        parent = parents.get(token[0])
        spans.extend(_operand(parent, said, fact, context) if parent else (_sign(token, context),))
        said = context.wording.moment(parent) if parent else said
    return merge(spans)


def _sign(token: str, context: Context) -> Text:
    """A sign of a formula, or a constant in it."""
    return Text(token, number="constant") if token[0].isdigit() else Text(context.words.SIGNS.get(token, token))


def _bare(formula: str) -> str:
    """The formula without brackets around a percentage alone, which say nothing.

    >>> _bare("a / (b / 100)"), _bare("a / (1 + b / 100)")
    ('a / b / 100', 'a / (1 + b / 100)')
    """
    return re.sub(r"\(([a-z]\s*/\s*100)\)", r"\1", formula)


def _operand(fact: Fact, said: str, result: Fact, context: Context) -> Spans:
    """Date, unless just said, name without the part that the result is of as well, and figure, in brackets where it is negative."""
    words = context.wording
    moment = words.moment(fact)
    bare = replace(fact, dimension=None) if fact.dimension == result.dimension else fact
    name = words.of_time("" if moment == said else moment, words.short_name(bare))
    figure = spans_of(fact, context.scope, signed=True)
    if fact.quantity.value < 0:  # else its sign would read as one of the formula
        figure = (_sign("(", context), *figure, _sign(")", context))
    return (Text(words.stated(name)), *figure)


# --- what the figures mean -----------------------------------------------------------------------------------------------


def definitions(directive: Directive, context: Context) -> Table:
    """Definition and basis of the series of ``facts``, those that the document has said; series that mean the same share a row.

    A series that means something else in another year has a row for each, with the years.
    """
    names: dict[str, list[str]] = {}
    for key in listed(directive, "facts"):
        context.scope.check(key)
        for meaning, name in _meanings(key, context):
            names.setdefault(meaning, []).append(name)
    name, content = context.words.DEFINITIONS
    columns = (Column(name, weight=5), Column(content, weight=9))
    rows = [((Text(context.wording.LISTED.join(group)),), (Text(meaning),)) for meaning, group in names.items()]
    return finished(directive, context, columns, rows)


def _meanings(key: str, context: Context) -> Iterator[tuple[str, str]]:
    """What the figures of a series mean that have been said, each with the name of the series and, where they differ, the times."""
    dataset, words = context.scope.dataset, context.wording
    said = {(fact.when.text, fact.quantity.base): fact for fact in dataset.by_key.get(key, ()) if fact.id in context.said}
    groups: dict[str, list[Fact]] = {}
    for fact in said.values():  # how a figure was computed stands in a table of its own
        groups.setdefault(words.definition(replace(fact, note=""), dataset.twins(fact)), []).append(fact)
    for meaning, facts in groups.items():
        times = words.LISTED.join(dict.fromkeys(map(words.moment, facts))) if len(groups) > 1 else ""
        if meaning:
            yield meaning, words.row_name(facts[0]) + (words.BRACKETS.format(times) if times else "")


# --- where they are from -------------------------------------------------------------------------------------------------


def sources(directive: Directive, context: Context) -> Table:
    """The sources of what the report has said, or with ``of=deck`` of what slides show, with how many of the figures each gives."""
    said = context.shown if directive.attributes.get("of") == "deck" else context.said
    printed = {id_ for one in said for id_ in printed_ids(context.scope, one)}
    known = context.scope.dataset.sources
    counts = Counter(fact.source.key for id_ in printed if (fact := context.scope.by_id(id_)).source)
    title, writer, time, count = context.words.SOURCES
    columns = (Column(title, weight=14), Column(writer, weight=3), Column(time, weight=9), Column(count, "number", 3))
    rows = [_source_row(source, counts[key], context) for key, source in known.items() if counts[key]]
    return finished(directive, context, columns, rows)


def _source_row(source: Source, count: int, context: Context) -> tuple[Spans, ...]:
    writer = context.wording.LISTED.join(part for part in (source.publisher, source.writer) if part)
    when = context.wording.period_label(source.published) if source.published else ""
    return ((Text(source.title),), _text(writer), _text(when), (Text(context.words.cited(count), number="count"),))


def _text(words: str) -> Spans:
    return (Text(words),) if words else NONE
