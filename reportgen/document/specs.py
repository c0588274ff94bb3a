"""Chart directives to chart specifications: which points, which gaps, which notes; never how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from reportgen.document.context import Context, Omitted, labels, listed, plain, resolve, source_names
from reportgen.document.markup import Directive
from reportgen.document.model import Chart, ChartSpec, Point, PointState, Series
from reportgen.document.words import ZH
from reportgen.errors import DocumentError, did_you_mean
from reportgen.facts.model import Fact
from reportgen.facts.quantity import SCALES
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import zh

FEWEST_POINTS = 2
"""A chart of one value says less than its sentence."""


def chart(directive: Directive, context: Context) -> Chart:
    """The chart of a ``::: chart`` directive; :class:`Omitted` where there are too few facts."""
    kind = directive.attributes.get("kind", "")
    if kind not in _KINDS:
        hint = did_you_mean(kind, _KINDS, otherwise=f"the kinds are {', '.join(_KINDS)}")
        raise DocumentError(f"unknown chart kind '{kind}'", place=directive.place, hint=hint)
    spec = _KINDS[kind](directive, context.scope)
    if sum(point.value is not None for series in spec.series for point in series.points) < FEWEST_POINTS:
        raise Omitted("fewer than two values")
    return Chart(directive.anchor, "", directive.attributes.get("caption", "") or spec.title, spec)


# --- points --------------------------------------------------------------------------------------------------------------


def point(fact: Fact | None, scale: str = "") -> Point:
    """The point of a fact in a common scale, or a gap."""
    if fact is None:
        return Point(None)
    return Point(fact.quantity.in_scale(scale), zh.cell(fact, scale=scale), (fact.id,), _state(fact))


def _state(fact: Fact) -> PointState:
    if fact.status in ("derived", "preliminary", "target"):
        return fact.status
    return "approximate" if fact.quantity.is_bound else "reported"


def common_scale(facts: Iterable[Fact | None]) -> str:
    """The scale that all values of a chart are shown in: that of the largest."""
    largest = max((abs(fact.quantity.base) for fact in facts if fact and fact.quantity.unit == "元"), default=Decimal(0))
    return next((scale for scale in ("亿", "万") if largest >= SCALES[scale]), "")


# --- kinds ---------------------------------------------------------------------------------------------------------------


def _growth_years(directive: Directive, scope: Scope) -> ChartSpec:
    """Rates over the years of the window, a line a series; years outside the known ones are cut off at both ends."""
    keys = listed(directive, "facts")
    rows = [scope.series(key) for key in keys]
    first, last = _known_span(rows)
    rows = [row[first : last + 1] for row in rows]
    years = scope.years[first : last + 1]
    series = tuple(
        Series(name or _series_name(row), tuple(point(fact) for fact in row), _breaks(row))
        for name, row in zip(labels(directive, len(keys)), rows, strict=True)
        if any(row)
    )
    notes = (*_gap_notes(years, rows), *coverage_notes(rows))
    return _spec(directive, scope, tuple(f"{year}年" for year in years), series, notes)


def _growth_bars(directive: Directive, scope: Scope) -> ChartSpec:
    """Values of several things side by side in the year of the briefing, or at the date that their states share."""
    categories, facts = _side_by_side(directive, scope)
    dates = list(dict.fromkeys(zh.moment(fact) for fact in facts))
    name = dates[0] if len(dates) == 1 else f"{scope.year}年"
    return _spec(directive, scope, categories, (Series(name, _points(facts)),), _date_notes(categories, facts, scope))


def _levels(directive: Directive, scope: Scope) -> ChartSpec:
    """All known levels of each series up to the year, each at its own date."""
    keys = listed(directive, "facts")
    rows = {key: _history(scope, key) for key in keys}
    moments = sorted({fact.when for row in rows.values() for fact in row}, key=lambda when: (when.end, when.text))
    scale = common_scale(fact for row in rows.values() for fact in row)
    series = tuple(
        Series(name or _series_name(row), tuple(point(_at(row, when.text), scale) for when in moments), _breaks(row))
        for name, row in zip(labels(directive, len(keys)), rows.values(), strict=True)
        if row
    )
    categories = tuple(zh.until(when).removeprefix("截至") for when in moments)
    return _spec(directive, scope, categories, series, coverage_notes(rows.values()), scale)


def _history(scope: Scope, key: str) -> tuple[Fact, ...]:
    """Facts of a series up to the one that the briefing uses, the last published of each moment."""
    scope.check(key)
    last = scope.maybe(key)
    facts = [fact for fact in scope.dataset.by_key.get(key, ()) if last and fact.when.end <= last.when.end]
    latest = {fact.when.text: fact for fact in sorted(facts, key=lambda fact: fact.published)}
    return tuple(sorted(latest.values(), key=lambda fact: fact.when.end))


def _at(row: Iterable[Fact], moment: str) -> Fact | None:
    return next((fact for fact in row if fact.when.text == moment), None)


def _progress(directive: Directive, scope: Scope) -> ChartSpec:
    """Completion of plans in percent against the 100 % mark."""
    categories, facts = _side_by_side(directive, scope)
    return _spec(directive, scope, categories, (Series("完成", _points(facts)),), (), mark=(Decimal(100), "年度计划＝100%"))


def _side_by_side(directive: Directive, scope: Scope) -> tuple[tuple[str, ...], tuple[Fact, ...]]:
    """Category names and facts, of those that are there."""
    keys = listed(directive, "facts")
    found = [(name, fact) for name, key in zip(labels(directive, len(keys)), keys, strict=True) if (fact := resolve(scope, key))]
    return tuple(name or zh.label(fact) for name, fact in found), tuple(fact for _, fact in found)


def _points(facts: tuple[Fact, ...]) -> tuple[Point, ...]:
    scale = common_scale(facts)
    return tuple(point(fact, scale) for fact in facts)


def _date_notes(names: tuple[str, ...], facts: tuple[Fact, ...], scope: Scope) -> tuple[str, ...]:
    """The dates of figures that are not of the whole year of the briefing; one that all share is the name of the series."""
    if len({zh.moment(fact) for fact in facts}) == 1:
        return ()
    dated = {name: zh.moment(fact) for name, fact in zip(names, facts, strict=True) if fact.when.text != str(scope.year)}
    return ("；".join(f"{name}数据{date}" for name, date in dated.items()),) if dated else ()


_KINDS: dict[str, Callable[[Directive, Scope], ChartSpec]] = {
    "growth-years": _growth_years,
    "growth-bars": _growth_bars,
    "levels": _levels,
    "ladder": _growth_bars,
    "progress": _progress,
}


# --- parts of a specification --------------------------------------------------------------------------------------------


def _spec(
    directive: Directive,
    scope: Scope,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    notes: tuple[str, ...],
    scale: str = "",
    mark: tuple[Decimal | None, str] = (None, ""),
) -> ChartSpec:
    title = plain(directive.spans) or directive.attributes.get("caption", "")
    facts = [scope.by_id(id_) for row in series for item in row.points for id_ in item.facts]
    unit = next((fact.quantity.unit for fact in facts), "")
    if reference := _mark(directive, scope):
        mark = (reference.quantity.value, f"{zh.label(reference)}{zh.amount(reference, signed=True)}")
    names = source_names(scope, (fact.id for fact in facts))
    return ChartSpec(
        kind=directive.attributes["kind"],  # type: ignore[arg-type]
        title=title,
        unit=f"{scale}{unit}",
        categories=categories,
        series=series,
        source=ZH.source + ZH.comma.join(names),
        alt=_alt(title, f"{scale}{unit}", categories, series),
        notes=notes,
        mark=mark[0],
        mark_label=mark[1],
    )


def _mark(directive: Directive, scope: Scope) -> Fact | None:
    key = directive.attributes.get("mark", "")
    return resolve(scope, key) if key else None


def _alt(title: str, unit: str, categories: tuple[str, ...], series: tuple[Series, ...]) -> str:
    """What the chart shows with its figures, a clause a series."""
    return f"{title}。" + "；".join(_alt_series(row, unit, categories, len(series) > 1) for row in series) + "。"


def _alt_series(row: Series, unit: str, categories: tuple[str, ...], named: bool) -> str:
    values = "，".join(_alt_point(category, item, unit) for category, item in zip(categories, row.points, strict=True))
    return f"{row.name}：{values}" if named else values


def _alt_point(category: str, item: Point, unit: str) -> str:
    if item.value is None:
        return f"{category}无数据"
    return f"{category}{item.label}{unit}{_STATE_WORDS.get(item.state, '')}"


_STATE_WORDS = {"derived": zh.DERIVED_MARK, "target": "（目标）", "preliminary": "（初步）"}


def _known_span(rows: list[tuple[Fact | None, ...]]) -> tuple[int, int]:
    known = [index for row in rows for index, fact in enumerate(row) if fact]
    return (min(known), max(known)) if known else (0, -1)


def _series_name(row: Iterable[Fact | None]) -> str:
    """The name of a series as its last fact gives it."""
    fact = [fact for fact in row if fact][-1]
    short = fact.indicator.short.zh
    return f"{fact.dimension.name.zh if fact.dimension else ''}{short}"


def _breaks(row: Iterable[Fact | None]) -> tuple[int, ...]:
    """Where the coverage differs from that of the last known point before."""
    breaks, last = [], None
    for index, fact in enumerate(row):
        if fact is None:
            continue
        if last is not None and fact.coverage != last.coverage:
            breaks.append(index)
        last = fact
    return tuple(breaks)


def _gap_notes(years: tuple[int, ...], rows: list[tuple[Fact | None, ...]]) -> tuple[str, ...]:
    """Name the years for which no series has a value."""
    missing = [year for index, year in enumerate(years) if not any(row[index] for row in rows)]
    return (f"{'、'.join(f'{year}年' for year in missing)}无公开数据",) if missing else ()


def coverage_notes(rows: Iterable[Iterable[Fact | None]]) -> tuple[str, ...]:
    """Say what each part of a series covers where the coverage changes."""
    notes = []
    for row in rows:
        known = [fact for fact in row if fact]
        if len({fact.coverage for fact in known}) > 1:
            parts = "；".join(f"{zh.period_text(fact.when)}为{fact.coverage or '全部口径'}" for fact in known)
            notes.append(f"{_series_name(known)}前后口径不同：{parts}")
    return tuple(notes)
