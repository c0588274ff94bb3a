"""Counts against counts: increases against the stock before and after, parts against wholes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reportgen.facts.check.finding import Finding, cited, figure, figures, in_scale
from reportgen.facts.check.rates import circular
from reportgen.facts.check.relation import Relation, best, own, series
from reportgen.facts.check.span import span_of
from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact
from reportgen.facts.period import Period

_QUARTER = timedelta(days=92)
"""An article of the last or first quarter prints the count "so far" for the count at the turn of the year."""


def check_increase(dataset: Dataset) -> tuple[Finding, ...]:
    """Increases against the counts before and after: stock and increase have to make the next stock."""
    return tuple(
        finding
        for fact in dataset.facts
        if fact.indicator.kind == "count" and len(fact.indicator.of) == 1 and fact.period and not fact.derived
        for finding in _increase(fact, fact.period, dataset)
    )


def _increase(fact: Fact, period: Period, dataset: Dataset) -> Iterator[Finding]:
    near = min(_QUARTER, (period.end - period.start) / 3)
    before = _count_near(period.start - timedelta(days=1), near, fact, dataset)
    after = _count_near(period.end, near, fact, dataset)
    if before and after:
        yield from _balance(Relation(fact, (after, before), "a - b"), period, dataset)
    elif after:
        yield from _one_sided(fact, after, dataset)


def _count_near(day: date, within: timedelta, fact: Fact, dataset: Dataset) -> Fact | None:
    """The count of that very day, else the nearest of those that lie ``within`` so many days of it."""
    counts = dataset.by_key.get(series(own(fact.indicator.of[0]), fact), ())
    near = [one for one in counts if _distance(one, day) <= within]
    least = min((_distance(one, day) for one in near), default=timedelta(0))
    return best((one for one in near if _distance(one, day) == least), fact)


def _distance(fact: Fact, day: date) -> timedelta:
    """How far a count may be from a day: nothing only for the count of the day itself."""
    return max(abs(fact.when.start - day), abs(fact.when.end - day))


def _balance(relation: Relation, period: Period, dataset: Dataset) -> Iterator[Finding]:
    after, before = relation.operands
    if relation.is_circular(dataset):
        yield circular("increase", relation)
    elif not relation.holds(dataset):
        on_the_day = _distance(after, period.end) == _distance(before, period.start - timedelta(days=1)) == timedelta(0)
        said = _unexplained(relation, before, after)
        yield Finding(
            "increase",
            "error" if on_the_day and not _left(relation) else "warning",
            cited(relation.facts),
            said if on_the_day else f"{said}; the counts are of {before.when.text} and {after.when.text}",
            "look all three up; the counts may be of other days, batches or lists than the increase",
        )


def _left(relation: Relation) -> bool:
    """Whether some may have left the count, which an increase does not tell."""
    after, before = relation.operands
    return after.indicator.kind == "count" and after.quantity.base - before.quantity.base < relation.claim.quantity.base


def _unexplained(relation: Relation, before: Fact, after: Fact) -> str:
    """``15749家 - 8053家 = 7696家 at the start, but 5712家 is printed: 1984 more than the increase explains``"""
    start = after.quantity.base - relation.claim.quantity.base
    more = start - before.quantity.base
    return (
        f"{figure(after)} - {figure(relation.claim)} = {in_scale(start, after.quantity.scale)}{after.quantity.unit} before, "
        f"but {figure(before)} is printed: "
        f"{in_scale(abs(more), after.quantity.scale)} {'more than the increase explains' if more > 0 else 'fewer than it makes'}"
    )


def _one_sided(fact: Fact, after: Fact, dataset: Dataset) -> Iterator[Finding]:
    if span_of(fact, dataset).low > span_of(after, dataset).high:
        advice = "look both up: an increase is not greater than the count after it"
        yield Finding("increase", "error", cited([fact, after]), figures([fact, after]), advice)
    else:
        start = in_scale(after.quantity.base - fact.quantity.base, after.quantity.scale)
        said = f"{figure(after)} - {figure(fact)} = {start}{after.quantity.unit} before the increase, which no source prints"
        yield Finding("increase", "care", cited([fact, after]), said, "nothing to compare with; look out for the earlier count")


# --- parts and wholes ------------------------------------------------------------------------------------------------------

_ADDITIVE = ("count", "cumulative", "level", "money", "target")


def check_parts(dataset: Dataset) -> tuple[Finding, ...]:
    """Parts greater than what they are part of: a dimension, a place or an indicator within another."""
    return tuple(
        Finding(
            "parts",
            "error",
            cited([part, whole]),
            f"{figures([part])} is greater than the whole, {figures([whole])}",
            "look both up; the part may be of another definition, which its coverage has to say",
        )
        for part in dataset.facts
        if part.indicator.kind in _ADDITIVE
        for whole in wholes(part, dataset)
        if span_of(part, dataset).low > span_of(whole, dataset).high
    )


def wholes(part: Fact, dataset: Dataset) -> Iterator[Fact]:
    """The figures of what a fact is part of that are of the same moment, or of a period that holds the part's."""
    for key in _keys_of_wholes(part, dataset):
        yield from (whole for whole in dataset.by_key.get(key, ()) if _in_time(part, whole))


def _keys_of_wholes(part: Fact, dataset: Dataset) -> Iterator[str]:
    indicator, place = part.indicator, "" if part.place.home else f"@{part.place.key}"
    dimension = f"/{part.dimension.key}" if part.dimension else ""
    if part.dimension:
        yield f"{indicator.key}{place}"
        if part.dimension.within:
            yield f"{indicator.key}/{part.dimension.within}{place}"
    if indicator.within:
        yield series(own(indicator.within), part)
    if part.place.within:
        within = dataset.places[part.place.within]
        yield f"{indicator.key}{dimension}" + ("" if within.home else f"@{within.key}")


def _in_time(part: Fact, whole: Fact) -> bool:
    if whole.period is None:
        return part.period is None and part.when.text == whole.when.text
    return whole.period.start <= part.when.start and part.when.end <= whole.period.end
