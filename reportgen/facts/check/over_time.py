"""The figures of one series beside each other: scale, definition, repetition, order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from reportgen.facts.check.finding import Finding, cited, figures, in_scale
from reportgen.facts.check.relation import basis_of, own, series
from reportgen.facts.check.span import span_of
from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact

_AMOUNTS = ("level", "money", "count", "cumulative", "target")
_MEASURES = ("growth", "share", "difference", "level", "money", "multiple")
_SLIPS = ((2_000, 50_000), (20_000_000, 500_000_000))
"""Ratios that look like a scale of 万 or 亿 too much or too little, with room for what a series grows in a decade."""
_TIME = frozenset({"年", "个月", "天", "个工作日", "小时", "分钟"})


def check_scale(dataset: Dataset) -> tuple[Finding, ...]:
    """Figures that are some 10^4 or 10^8 times every other figure of their series, or as much smaller."""
    return tuple(finding for facts in dataset.by_key.values() for finding in _off_scale(facts))


def _off_scale(facts: Sequence[Fact]) -> Iterator[Finding]:
    amounts = [fact for fact in facts if fact.indicator.kind in _AMOUNTS and fact.quantity.base > 0]
    off = [fact for fact in amounts if len(amounts) > 1 and all(_slipped(fact, other) for other in amounts if other is not fact)]
    if off:
        near = [fact for fact in amounts if fact not in off]
        beside = f" beside {figures(near)}" if near else ""
        advice = "one scale or unit is wrong: look at 万 and 亿 in the source"
        yield Finding("scale", "error", cited([*off, *near]), f"{figures(off)}{beside}", advice)


def _slipped(fact: Fact, other: Fact) -> bool:
    small, large = sorted((fact.quantity.base, other.quantity.base))
    return any(low <= large / small <= high for low, high in _SLIPS)


def check_units(dataset: Dataset) -> tuple[Finding, ...]:
    """Series whose figures are in unlike units of time: 0.5 年 and 42 天 cannot stand in one chart."""
    advice = "record the series in one unit, or as two series"
    return tuple(
        Finding("units", "warning", cited(facts), figures(facts), advice)
        for facts in dataset.by_key.values()
        if len({fact.quantity.unit for fact in facts} & _TIME) > 1
    )


def check_definitions(dataset: Dataset) -> tuple[Finding, ...]:
    """Series whose printed figures have unlike coverage or basis: they are several series under one name."""
    advice = "compare only within one definition and say which; acknowledge it once the definitions are recorded right"
    return tuple(
        Finding("definitions", "warning", cited(fact for group in groups.values() for fact in group), _listed(groups), advice)
        for facts in dataset.by_key.values()
        if len(groups := _by_definition(facts)) > 1
    )


def _by_definition(facts: Sequence[Fact]) -> dict[tuple[str, str], list[Fact]]:
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if not fact.derived:
            groups.setdefault((fact.coverage, basis_of(fact)), []).append(fact)
    return groups


def _listed(groups: dict[tuple[str, str], list[Fact]]) -> str:
    """Each definition with its figures; the basis only where it is what sets them apart."""
    bases = len({basis for _, basis in groups}) > 1
    named = {key: " ".join(filter(None, (key[0], key[1] if bases else ""))) for key in groups}
    listed = (f"{figures(facts)}: {named[key] or 'no definition'}" for key, facts in groups.items())
    return f"{len(groups)} definitions: {'; '.join(listed)}"


def check_namesakes(dataset: Dataset) -> tuple[Finding, ...]:
    """The very same measured figure for the same time under two definitions: it can belong to one of them only."""
    advice = "find out which definition the figure was measured by"
    return tuple(
        Finding("namesakes", "warning", cited([one, other]), f"{figures([one])}: {one.coverage}; {other.coverage}", advice)
        for one, other in _said_twice(dataset)
        if one.indicator.kind in _MEASURES and one.coverage != other.coverage and one.quantity.base == other.quantity.base
    )


def check_twice(dataset: Dataset) -> tuple[Finding, ...]:
    """The same indicator for the same time with values that cannot both be true."""
    return tuple(
        _disagreement(one, other)
        for one, other in _said_twice(dataset)
        if not span_of(one, dataset).meets(span_of(other, dataset))
    )


def _disagreement(one: Fact, other: Fact) -> Finding:
    said = f"{figures([one])} and {figures([other])}"
    if {one.status, other.status} & {"preliminary", "revised"}:
        return Finding("twice", "care", cited([one, other]), f"{said}: revised", "use the revised figure")
    if (one.coverage, basis_of(one)) != (other.coverage, basis_of(other)):
        advice = "say the definition wherever one of them is used"
        return Finding("twice", "warning", cited([one, other]), f"{said}, by two definitions", advice)
    advice = "look both up; correct one, or record what sets them apart as coverage or status"
    return Finding("twice", "error", cited([one, other]), said, advice)


def check_bounds(dataset: Dataset) -> tuple[Finding, ...]:
    """Unlike bounds for the same thing that do not contradict each other, such as over 90% beside over 70% of a part."""
    advice = "say the bound that belongs to what the sentence is about"
    pairs = (*_said_twice(dataset), *_shares_of_part_and_whole(dataset))
    return tuple(
        Finding("bounds", "care", cited([one, other]), f"{figures([one, other])}: both can be true", advice)
        for one, other in pairs
        if (one.quantity.is_bound or other.quantity.is_bound)
        and one.quantity.base != other.quantity.base
        and span_of(one, dataset).meets(span_of(other, dataset))
    )


def _said_twice(dataset: Dataset) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of figures of one series for one time."""
    groups: dict[tuple[str, str, bool], list[Fact]] = {}
    for fact in (fact for facts in dataset.by_key.values() for fact in facts):
        groups.setdefault((fact.key, fact.when.text, fact.period is None), []).append(fact)
    for group in groups.values():
        yield from combinations(group, 2)


def _shares_of_part_and_whole(dataset: Dataset) -> Iterator[tuple[Fact, Fact]]:
    for part in dataset.facts:
        if part.indicator.kind == "share" and part.dimension:
            wholes = dataset.by_key.get(series(part.indicator.key, part), ())
            yield from ((whole, part) for whole in wholes if whole.when.text == part.when.text)


def check_falls(dataset: Dataset) -> tuple[Finding, ...]:
    """Cumulative counts, and counts that the dataset also has increases of, that fall."""
    grown = {pattern for one in dataset.indicators.values() if one.kind == "count" for pattern in one.of}
    return tuple(
        _fall(before, after)
        for facts in dataset.by_key.values()
        for before, after in pairwise(facts)
        if (facts[0].indicator.kind == "cumulative" or any(series(own(one), facts[0]) == facts[0].key for one in grown))
        and _comparable(before, after)
        and span_of(after, dataset).high < span_of(before, dataset).low
    )


def _comparable(before: Fact, after: Fact) -> bool:
    """Whether the later figure counts on where the earlier one stopped."""
    since = [fact.period.start if fact.period else None for fact in (before, after)]
    return before.coverage == after.coverage and (since[0] == since[1] or None in since) and before.when.end < after.when.end


def _fall(before: Fact, after: Fact) -> Finding:
    less = in_scale(before.quantity.base - after.quantity.base, after.quantity.scale)
    said = f"{figures([before, after])}: {less} fewer"
    if after.indicator.kind == "cumulative":
        return Finding("falls", "error", cited([before, after]), said, "a count of all so far cannot fall: look both up")
    advice = "find out what left the count, and never call the later figure an increase"
    return Finding("falls", "warning", cited([before, after]), said, advice)


def check_floor(dataset: Dataset) -> tuple[Finding, ...]:
    """Figures of a year that are below the floor given for all years round it."""
    return tuple(
        Finding("floor", "error", cited([floor, fact]), figures([floor, fact]), "look both up: no year may lie below the floor")
        for floor in dataset.facts
        if floor.indicator.kind in ("money", "level") and floor.status != "target"
        if floor.when.kind == "years" and floor.quantity.qualifier in ("over", "at least")
        for fact in _years_under(floor, dataset)
        if span_of(fact, dataset).high < floor.quantity.base
    )


def _years_under(floor: Fact, dataset: Dataset) -> Iterator[Fact]:
    """The years that a floor holds for: those of the series that its indicator is of, or its own series where it is no sum."""
    patterns = floor.indicator.of or (("*",) if floor.indicator.kind == "level" else ())
    for pattern in patterns:
        key = floor.key if pattern == "*" else series(own(pattern), floor)
        for fact in dataset.by_key.get(key, ()):
            if fact.when.is_year and floor.when.covers(fact.year):
                yield fact
