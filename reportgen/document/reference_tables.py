"""Tables at the end of a briefing: what has not been said, what was computed and how, what the figures mean, and where they are from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reportgen.document.context import Context, listed, printed_ids, spans_of
from reportgen.document.markup import Directive, merge
from reportgen.document.model import Column, Span, Spans, Table, Text
from reportgen.document.table_parts import FACT_COLUMNS, NONE, fact_row, finished
from reportgen.document.words import ZH
from reportgen.facts.model import Fact, Source
from reportgen.narrative.wording import zh

# --- what has not been said ----------------------------------------------------------------------------------------------


def unsaid(directive: Directive, context: Context) -> Table:
    """The rest of the year: what no sentence, table or chart before has said. A figure is listed rather than dropped."""
    scope = context.scope
    rest = [fact for fact in scope.dataset.of_year(scope.year) if not _is_said(fact, context)]
    return finished(directive, context, FACT_COLUMNS, (fact_row("", fact) for fact in rest))


def _is_said(fact: Fact, context: Context) -> bool:
    """Whether the fact, or the same figure from another source, has been said."""
    return any(twin.id in context.said for twin in context.scope.dataset.twins(fact))


# --- what was computed ---------------------------------------------------------------------------------------------------


def derived(directive: Directive, context: Context) -> Table:
    """The computed figures that the document has said, each with the figures that it comes from."""
    facts = [fact for fact in context.scope.dataset.facts if fact.derived and fact.id in context.said]
    columns = (Column("推算数据", weight=5), Column("数值", "number", 5), Column("由何算出", weight=8))
    return finished(directive, context, columns, (_derived_row(fact, context) for fact in facts))


def _derived_row(fact: Fact, context: Context) -> tuple[Spans, ...]:
    name = Text(f"{zh.short_name(fact)}（{zh.moment(fact)}）")
    return ((name,), spans_of(fact, signed=True), _computation(fact, context))


_TOKENS = re.compile(r"[a-z]\s*/\s*100|[a-z]|\d+(?:\.\d+)?|[-+*/()]")
_SIGNS = {"-": "−", "+": "＋", "*": "×", "/": "÷", "(": "（", ")": "）"}


def _computation(fact: Fact, context: Context) -> Spans:
    """The formula with the figures in the place of its letters: ``2023年完成投资594.21亿元÷年度计划完成率105.46%``."""
    parents = dict(zip("abcdefghij", map(context.scope.by_id, fact.parents), strict=False))
    spans: list[Span] = []
    said = ""
    for token in _TOKENS.findall(_bare(fact.formula)):
        parent = parents.get(token[0])
        spans.extend(_operand(parent, said, fact) if parent else (_sign(token),))
        said = zh.moment(parent) if parent else said
    return merge(spans)


def _sign(token: str) -> Text:
    """A sign of a formula, or a constant in it."""
    return Text(token, number="constant") if token[0].isdigit() else Text(_SIGNS.get(token, token))


def _bare(formula: str) -> str:
    """The formula without brackets around a percentage alone, which say nothing.

    >>> _bare("a / (b / 100)"), _bare("a / (1 + b / 100)")
    ('a / b / 100', 'a / (1 + b / 100)')
    """
    return re.sub(r"\(([a-z]\s*/\s*100)\)", r"\1", formula)


def _operand(fact: Fact, said: str, result: Fact) -> Spans:
    """Date, unless just said, name without the part that the result is of as well, and figure."""
    moment = zh.moment(fact)
    bare = replace(fact, dimension=None) if fact.dimension == result.dimension else fact
    name = f"{'' if moment == said else moment}{zh.short_name(bare)}"
    return (Text(name), *spans_of(fact, signed=True))


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
    columns = (Column("指标", weight=5), Column("含义与口径", weight=9))
    rows = [((Text(ZH.comma.join(group)),), (Text(meaning),)) for meaning, group in names.items()]
    return finished(directive, context, columns, rows)


def _meanings(key: str, context: Context) -> Iterator[tuple[str, str]]:
    """What the figures of a series mean that have been said, each with the name of the series and, where they differ, the times."""
    dataset = context.scope.dataset
    said = {(fact.when.text, fact.quantity.base): fact for fact in dataset.by_key.get(key, ()) if fact.id in context.said}
    groups: dict[str, list[Fact]] = {}
    for fact in said.values():  # how a figure was computed stands in a table of its own
        groups.setdefault(zh.definition(replace(fact, note=""), dataset.twins(fact)), []).append(fact)
    for meaning, facts in groups.items():
        times = "、".join(dict.fromkeys(zh.moment(fact) for fact in facts)) if len(groups) > 1 else ""
        if meaning:
            yield meaning, zh.row_name(facts[0]) + (f"（{times}）" if times else "")


# --- where they are from -------------------------------------------------------------------------------------------------


def sources(directive: Directive, context: Context) -> Table:
    """The sources of what the report has said, or with ``of=deck`` of what slides show, with how many of the figures each gives."""
    said = context.shown if directive.attributes.get("of") == "deck" else context.said
    printed = {id_ for one in said for id_ in printed_ids(context.scope, one)}
    known = context.scope.dataset.sources
    counts = Counter(fact.source.key for id_ in printed if (fact := context.scope.by_id(id_)).source)
    columns = (
        Column("资料", weight=14),
        Column("署名", weight=3),
        Column("时间", weight=6),
        Column("引用数据", "number", 3),
    )
    rows = [_source_row(source, counts[key]) for key, source in known.items() if counts[key]]
    return finished(directive, context, columns, rows)


def _source_row(source: Source, count: int) -> tuple[Spans, ...]:
    writer = ZH.comma.join(part for part in (source.publisher, source.writer) if part)
    when = zh.period_text(source.published) if source.published else ""
    return ((Text(source.title),), _text(writer), _text(when), (Text(f"{count}项", number="count"),))


def _text(words: str) -> Spans:
    return (Text(words),) if words else NONE
