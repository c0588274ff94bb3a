"""What the builders of chart specifications share: points, states, a common scale, notes, alternative text, the source line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document.context import joined, labels, listed, resolve, source_line, source_names
from reportgen.document.markup import Directive, merge
from reportgen.document.model import ChartSpec, Figure, Point, PointState, Series, Spans, Text, words_of
from reportgen.facts.model import Fact
from reportgen.facts.quantity import SCALES
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import zh

Builder = Callable[[Directive, Scope], ChartSpec]
"""Makes the specification of one kind of chart; :class:`~reportgen.document.context.Omitted` where the facts are too few."""
Row = tuple[Fact | None, ...]
"""The facts of one series, a gap where there is none."""

# --- points --------------------------------------------------------------------------------------------------------------


def point(fact: Fact | None, scale: str = "") -> Point:
    """The point of a fact in a common scale, or a gap."""
    if fact is None:
        return Point(None)
    return Point(fact.quantity.in_scale(scale), zh.cell(fact, scale=scale), (fact.id,), state(fact))


def state(fact: Fact) -> PointState:
    """How far the value of a fact can be relied on."""
    if fact.status in ("derived", "preliminary", "target"):
        return fact.status
    return "approximate" if fact.quantity.is_bound else "reported"


def common_scale(facts: Iterable[Fact | None]) -> str:
    """The scale that all values of a chart are shown in: that of the largest, but none where no source prints one (人均收入22862元)."""
    known = [fact for fact in facts if fact and fact.quantity.unit == "元"]
    printed = [fact.quantity.scale for fact in known if not fact.derived]
    if printed and not any(printed):
        return ""
    largest = max((abs(fact.quantity.base) for fact in known), default=Decimal(0))
    return next((scale for scale in ("亿", "万") if largest >= SCALES[scale]), "")


def side_by_side(directive: Directive, scope: Scope) -> tuple[tuple[str, ...], tuple[Fact, ...]]:
    """Names and facts of what a directive lists, as far as it is there."""
    keys = listed(directive, "facts")
    found = [(name, fact) for name, key in zip(labels(directive, len(keys)), keys, strict=True) if (fact := resolve(scope, key))]
    return tuple(name or zh.label(fact) for name, fact in found), tuple(fact for _, fact in found)


def points(facts: tuple[Fact, ...]) -> tuple[Point, ...]:
    """The points of facts in the scale that they share."""
    scale = common_scale(facts)
    return tuple(point(fact, scale) for fact in facts)


def series_name(row: Iterable[Fact | None]) -> str:
    """The name of a series as its last fact gives it."""
    fact = [fact for fact in row if fact][-1]
    short = fact.indicator.short.zh
    return f"{fact.dimension.name.zh if fact.dimension else ''}{short}"


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


def coverage_notes(rows: Iterable[Iterable[Fact | None]]) -> tuple[str, ...]:
    """Say what each part of a series covers where the coverage changes."""
    notes = []
    for row in rows:
        known = [fact for fact in row if fact]
        if len({fact.coverage for fact in known}) > 1:
            parts = "；".join(f"{zh.period_text(fact.when)}为{fact.coverage or '全部口径'}" for fact in known)
            notes.append(f"{series_name(known)}前后口径不同：{parts}")
    return tuple(notes)


def shared_date(facts: Iterable[Fact], scope: Scope) -> str:
    """The period or date that all facts share, or else the year of the briefing."""
    dates = list(dict.fromkeys(zh.moment(fact) for fact in facts))
    return dates[0] if len(dates) == 1 else f"{scope.year}年"


def date_notes(names: tuple[str, ...], facts: tuple[Fact, ...], scope: Scope) -> tuple[str, ...]:
    """The dates of figures that are not of the whole year of the briefing; one that all share is the name of the series."""
    if len({zh.moment(fact) for fact in facts}) == 1:
        return ()
    dated = [f"{name}数据{_dated(fact)}" for name, fact in zip(names, facts, strict=True) if fact.when.text != str(scope.year)]
    return ("；".join(dated),) if dated else ()


def _dated(fact: Fact) -> str:
    """``截至2026年6月`` of a state, ``为2022年至2026年6月`` of a flow."""
    return f"为{zh.stretch(fact)}" if fact.period else zh.moment(fact)


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
    unit = _unit(facts) if unit is None else unit
    return ChartSpec(
        kind=directive.attributes["kind"],  # type: ignore[arg-type]
        message=message,
        unit=unit,
        categories=categories,
        series=series,
        source=source_line(source_names(scope, (*(fact.id for fact in facts), *mark.facts))),
        telling=merge([*message, Text("。"), *(telling or told(categories, series, unit)), Text("。")]),
        notes=notes,
        mark=mark.value,
        mark_label=mark.label,
        mark_facts=mark.facts,
    )


def _unit(facts: list[Fact]) -> str:
    return common_scale(facts) + next((fact.quantity.unit for fact in facts), "")


def given_mark(directive: Directive, scope: Scope) -> Mark | None:
    """The reference value that the ``mark`` of a directive names, if it names one that is there."""
    key = directive.attributes.get("mark", "")
    fact = resolve(scope, key) if key else None
    return Mark(fact.quantity.value, f"{zh.label(fact)}{zh.amount(fact, signed=True)}", (fact.id,)) if fact else None


def told(categories: tuple[str, ...], series: tuple[Series, ...], unit: str) -> Spans:
    """The figures of a chart in words, a clause a series."""
    return joined((_told_series(row, unit, categories, len(series) > 1) for row in series), "；")


def _told_series(row: Series, unit: str, categories: tuple[str, ...], named: bool) -> Spans:
    values = joined((_told_point(category, item, unit) for category, item in zip(categories, row.points, strict=True)), "，")
    return (Text(f"{row.name}：" if named else ""), *values, Text("（前后口径不同）" if row.breaks else ""))


def _told_point(category: str, item: Point, unit: str) -> Spans:
    if item.value is None:
        return (Text(f"{category}{item.label or '无数据'}"),)
    return (Text(category), written(item, unit), Text(STATE_WORDS.get(item.state, "")))


def written(item: Point, unit: str) -> Figure | Text:
    """A point as a figure in a sentence; a date has no fact behind it."""
    text = with_unit(item.label, unit)
    return Figure(text, item.facts, item.state == "derived") if item.facts else Text(text)


def with_unit(label: str, unit: str) -> str:
    """A label as a figure in a sentence: what qualifies it follows its unit.

    >>> with_unit("30以上", "%"), with_unit("约563.45（推算）", "亿元")
    ('30%以上', '约563.45亿元（推算）')
    """
    after = next((word for word in AFTER_UNIT if label.endswith(word)), "")
    return f"{label.removesuffix(after)}{unit}{after}"


AFTER_UNIT = ("以上", "以内", "以下", "左右", zh.DERIVED_MARK)
STATE_WORDS: dict[PointState, str] = {"derived": zh.DERIVED_MARK, "target": "（目标）", "preliminary": "（初步）"}
"""What alternative texts add to a figure of which a picture shows the state."""
