"""What the builders of chart specifications share: points, states, a common scale, notes, alternative text, the source line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.document.context import joined, labels, listed, resolve, source_line, source_names
from reportgen.document.markup import Directive, merge
from reportgen.document.model import ChartSpec, Figure, Point, PointState, Series, Spans, Text, words_of
from reportgen.document.words import wordbook
from reportgen.facts.model import Fact
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording.protocol import Scale

Builder = Callable[[Directive, Scope], ChartSpec]
"""Makes the specification of one kind of chart; :class:`~reportgen.document.context.Omitted` where the facts are too few."""
NO_SCALE = Scale()
Row = tuple[Fact | None, ...]
"""The facts of one series, a gap where there is none."""

# --- points --------------------------------------------------------------------------------------------------------------


def point(fact: Fact | None, scope: Scope, scale: Scale = NO_SCALE) -> Point:
    """The point of a fact in a common scale, or a gap."""
    if fact is None:
        return Point(None)
    return Point(scale.of(fact.quantity), scope.wording.cell(fact, scale=scale), (fact.id,), state(fact))


def state(fact: Fact) -> PointState:
    """How far the value of a fact can be relied on."""
    if fact.status in ("derived", "preliminary", "target"):
        return fact.status
    return "approximate" if fact.quantity.is_bound else "reported"


def side_by_side(directive: Directive, scope: Scope) -> tuple[tuple[str, ...], tuple[Fact, ...]]:
    """Names and facts of what a directive lists, as far as it is there."""
    keys = listed(directive, "facts")
    found = [(name, fact) for name, key in zip(labels(directive, len(keys)), keys, strict=True) if (fact := resolve(scope, key))]
    return tuple(name or scope.wording.label(fact) for name, fact in found), tuple(fact for _, fact in found)


def points(facts: tuple[Fact, ...], scope: Scope) -> tuple[Point, ...]:
    """The points of facts in the scale that they share."""
    scale = scope.wording.common_scale(facts)
    return tuple(point(fact, scope, scale) for fact in facts)


def series_name(row: Iterable[Fact | None], scope: Scope) -> str:
    """The name of a series as its last fact gives it."""
    return scope.wording.series_name([fact for fact in row if fact][-1])


def breaks(row: Iterable[Fact | None]) -> tuple[int, ...]:
    """Where the coverage differs from that of the last known point before."""
    found, last = [], None
    for index, fact in enumerate(row):
        if fact is None:
            continue
        if last is not None and fact.coverage != last.coverage:
            found.append(index)
        last = fact
    return tuple(found)


# --- notes ---------------------------------------------------------------------------------------------------------------


def coverage_notes(rows: Iterable[Iterable[Fact | None]], scope: Scope) -> tuple[str, ...]:
    """Say what each part of a series covers where the coverage changes."""
    notes, words, said = [], scope.wording, wordbook(scope)
    for row in rows:
        known = [fact for fact in row if fact]
        if len({fact.coverage for fact in known}) > 1:
            parts = words.SEMICOLON.join(said.covers(words.period_label(fact.when), fact.coverage) for fact in known)
            notes.append(said.coverage_changes(series_name(known, scope), parts))
    return tuple(notes)


def shared_date(facts: Iterable[Fact], scope: Scope) -> str:
    """The period or date that all facts share, or else the year of the briefing."""
    dates = list(dict.fromkeys(map(scope.wording.moment, facts)))
    return dates[0] if len(dates) == 1 else scope.wording.year(scope.year)


def date_notes(names: tuple[str, ...], facts: tuple[Fact, ...], scope: Scope) -> tuple[str, ...]:
    """The dates of figures that are not of the whole year of the briefing; one that all share is the name of the series."""
    if len(set(map(scope.wording.moment, facts))) == 1:
        return ()
    dated = [_dated(name, fact, scope) for name, fact in zip(names, facts, strict=True) if fact.when.text != str(scope.year)]
    return (scope.wording.SEMICOLON.join(dated),) if dated else ()


def _dated(name: str, fact: Fact, scope: Scope) -> str:
    """``截至2026年6月`` of a state, ``为2022年至2026年6月`` of a flow."""
    time = scope.wording.stretch(fact) if fact.period else scope.wording.moment(fact)
    return wordbook(scope).figures_at(name, time, flow=fact.period is not None)


# --- the whole -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that the others are held against."""

    value: Decimal | None = None
    label: str = ""
    facts: tuple[str, ...] = ()


NO_MARK = Mark()


def chart_spec(
    directive: Directive,
    scope: Scope,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    notes: tuple[str, ...] = (),
    mark: Mark = NO_MARK,
    *,
    unit: str | None = None,
    telling: Spans = (),
) -> ChartSpec:
    """The specification of a chart: its unit, source line and alternative text come from its facts where they are not given."""
    message = directive.spans if words_of(directive.spans) else (Text(directive.attributes.get("caption", "")),)
    facts = [scope.by_id(id_) for row in series for item in row.points for id_ in item.facts]
    mark = given_mark(directive, scope) or mark
    opened = scope.wording.opened
    unit = _unit(facts, scope) if unit is None else unit
    return ChartSpec(
        kind=directive.attributes["kind"],  # type: ignore[arg-type]
        message=message,
        unit=unit,
        categories=tuple(map(opened, categories)),
        series=tuple(replace(row, name=opened(row.name)) for row in series),
        source=source_line(source_names(scope, (*(fact.id for fact in facts), *mark.facts)), scope),
        telling=_sentences(message, telling or told(categories, series, unit, scope), scope),
        notes=tuple(map(opened, notes)),
        mark=mark.value,
        mark_label=opened(mark.label),
        mark_facts=mark.facts,
    )


def _unit(facts: list[Fact], scope: Scope) -> str:
    words = scope.wording
    return words.unit(words.common_scale(facts), facts[0].quantity.unit) if facts else ""


def given_mark(directive: Directive, scope: Scope) -> Mark | None:
    """The reference value that the ``mark`` of a directive names, if it names one that is there."""
    key = directive.attributes.get("mark", "")
    fact = resolve(scope, key) if key else None
    if fact is None:
        return None
    words = scope.wording
    return Mark(fact.quantity.value, words.stated(words.label(fact)) + words.amount(fact, signed=True), (fact.id,))


def _sentences(message: Spans, telling: Spans, scope: Scope) -> Spans:
    """Message and figures, each as a sentence."""
    return merge([*message, Text(scope.wording.STOP + scope.wording.SENTENCE_JOINT), *telling, Text(scope.wording.STOP)])


def told(categories: tuple[str, ...], series: tuple[Series, ...], unit: str, scope: Scope) -> Spans:
    """The figures of a chart in words, a clause a series."""
    named = len(series) > 1
    return joined((_told_series(row, unit, categories, named, scope) for row in series), scope.wording.SEMICOLON)


def _told_series(row: Series, unit: str, categories: tuple[str, ...], named: bool, scope: Scope) -> Spans:
    points = (_told_point(category, item, unit, scope) for category, item in zip(categories, row.points, strict=True))
    name = row.name + scope.wording.NAMED if named else ""
    return (Text(name), *joined(points, scope.wording.COMMA), Text(wordbook(scope).BROKEN if row.breaks else ""))


def _told_point(category: str, item: Point, unit: str, scope: Scope) -> Spans:
    name, said = Text(scope.wording.stated(category)), wordbook(scope)
    if item.value is None:
        return (name, Text(item.label or said.NO_DATA))
    return (name, written(item, unit, scope), Text(said.STATES.get(item.state, "")))


def written(item: Point, unit: str, scope: Scope) -> Figure | Text:
    """A point as a figure in a sentence; a date has no fact behind it."""
    text = scope.wording.with_unit(item.label, unit)
    return Figure(text, item.facts, item.state == "derived") if item.facts else Text(text)
