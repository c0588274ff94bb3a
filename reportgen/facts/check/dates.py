"""Figures, targets, progress and milestones against the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reportgen.facts.check.finding import Cited, Finding, cited, figure, figures, rounded
from reportgen.facts.check.relation import series
from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact, Programme
from reportgen.facts.period import Period


def check_published(dataset: Dataset) -> tuple[Finding, ...]:
    """Figures of a time after their source appeared, and of a period that was not over then and has no date of its own."""
    return tuple(finding for fact in dataset.facts for finding in _too_early(fact))


def _too_early(fact: Fact) -> Iterator[Finding]:
    published = fact.source.published if fact.source else None
    if published is None or _is_target(fact):
        return
    moment = fact.as_of or fact.when
    said = f"{figure(fact)} is of {moment.text}, the source of {published.text}"
    if moment.start > published.end:
        advice = "mend the period, or make it a target: a source tells nothing of what comes after it"
        yield Finding("published", "error", cited([fact]), said, advice)
    elif moment.end > published.end:
        advice = "say with as_of up to when it was counted"
        yield Finding("published", "warning", cited([fact]), f"{said}: not over then", advice)


# --- targets ---------------------------------------------------------------------------------------------------------------


def _is_target(fact: Fact) -> bool:
    return fact.status == "target" or fact.indicator.kind == "target"


def check_targets(dataset: Dataset) -> tuple[Finding, ...]:
    """Targets whose date is past without an outcome, as of the last source; and those that have no date at all."""
    last = max((source.published.end for source in dataset.sources.values() if source.published), default=date.min)
    return tuple(
        _without_outcome(target, dataset)
        for target in dataset.facts
        if _is_target(target) and not (target.period and target.period.end > last) and not _outcome(target, dataset)
    )


def _outcome(target: Fact, dataset: Dataset) -> Fact | None:
    """What was reported, for the time of a target or later, of the series that its indicator is of, else of its own."""
    keys = [series(pattern, target) for pattern in target.indicator.of] or [target.key]
    facts = (fact for key in keys for fact in dataset.by_key.get(key, ()) if not _is_target(fact))
    return next((fact for fact in facts if fact.when.end >= target.when.end), None)


def _without_outcome(target: Fact, dataset: Dataset) -> Finding:
    if target.period is None:
        said, advice = f"{figure(target)} has no date to be reached by", "say 'expected', and look out for the date"
        return Finding("targets", "care", cited([target]), said, advice)
    said = f"{figure(target)} was due in {target.period.text}; no source says what was reached"
    whole = _whole_outcome(target, dataset)
    beside = f"; all in all it was {figure(whole)}, of which the target is {_share(target, whole)}" if whole else ""
    advice = "do not repeat it as a plan, nor say that it was reached; look out for the outcome"
    return Finding("targets", "warning", cited([target, whole] if whole else [target]), said + beside, advice)


def _whole_outcome(target: Fact, dataset: Dataset) -> Fact | None:
    """The outcome of the whole that the target's dimension is part of."""
    keys = [series(pattern.replace("/*", ""), target) for pattern in target.indicator.of if target.dimension]
    facts = [fact for key in keys for fact in dataset.by_key.get(key, ()) if fact.when.text == target.when.text]
    return next((fact for fact in facts if fact.quantity.base), None)


def _share(target: Fact, whole: Fact) -> str:
    return f"{rounded(target.quantity.base / whole.quantity.base * 100, 1)}%"


# --- programmes and projects -----------------------------------------------------------------------------------------------


def check_progress(dataset: Dataset) -> tuple[Finding, ...]:
    """Progress of a programme that is of a time before it began or after it ended."""
    return tuple(
        _outside(programme, programme.period, period, [dataset.by_id[id_] for id_ in ids])
        for programme in dataset.programmes
        if programme.period
        for period, ids in programme.progress
        if period.end < programme.period.start or period.start > programme.period.end
    )


def _outside(programme: Programme, whole: Period, period: Period, facts: list[Fact]) -> Finding:
    said = f"progress of {period.text} in a programme of {whole.text}: {figures(facts)}"
    advice = "mend the period of the programme or of its progress; a figure to compare with belongs elsewhere"
    return Finding("progress", "warning", (_registered(programme), *cited(facts)), said, advice)


def _registered(programme: Programme) -> Cited:
    return Cited(f"programme {programme.key}", " ".join(f"{source}:{paragraph}" for source, paragraph in programme.sources))


def check_milestones(dataset: Dataset) -> tuple[Finding, ...]:
    """Projects whose milestones run backwards."""
    return tuple(
        Finding(
            "milestones",
            "error",
            (Cited(f"project {project.key}", " ".join(f"{source}:{paragraph}" for source, paragraph in project.sources)),),
            f"{after.what} ({after.when.text}) stands after {before.what} ({before.when.text})",
            "mend a date, or put the milestones in their order",
        )
        for project in dataset.projects
        for before, after in pairwise(project.milestones)
        if after.when.end < before.when.start
    )


def check_unused(dataset: Dataset) -> tuple[Finding, ...]:
    """Facts that belong to no programme and no project, in one finding."""
    used = {id_ for programme in dataset.programmes for id_ in _of_programme(programme)}
    used |= {id_ for project in dataset.projects for id_ in (*project.investment, *project.durations)}
    unused = [fact for fact in dataset.facts if fact.id not in used]
    said = f"{len(unused)} of {len(dataset.facts)} facts belong to no programme and no project"
    advice = "nothing, unless one of them is the target or the progress of a programme"
    return (Finding("unused", "care", cited(unused), said, advice),) if unused else ()


def _of_programme(programme: Programme) -> Iterator[str]:
    yield from (*programme.targets, *programme.scope)
    for _, ids in programme.progress:
        yield from ids
