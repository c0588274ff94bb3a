"""The data held against itself: what a careful statistician looks for before figures are used.

Every check is a pure function from a dataset to findings, and ``CHECKS`` below is the whole list, in the order in which findings are told.

===============  ==============================================================================================================
``finding``      what a check finds: severity, facts with their paragraphs, the computation, what to do
``span``         the values that a printed figure may stand for, by its digits and its qualifier
``relation``     which series a figure speaks of, and whether figures agree
``single``       one figure by itself: possible values, value and bound as printed, percent and percentage points
``over_time``    one series: scale, units, definitions, the same thing said twice, counts that fall, floors
``rates``        differences, completion, shares, growth, multiples against the figures that they are computed from
``counts``       increases against counts before and after, parts against wholes
``derived``      bounds and bases that are lost in a formula
``dates``        figures, targets, progress and milestones against the calendar
``english``      texts that an English document has no words for
``acknowledge``  what a person has settled, with the reason
===============  ==============================================================================================================

Which figures belong together is the dataset's to say, in ``indicators.yaml``: ``compares`` of a difference, ``of`` of a rate, share,
completion, multiple, increase or target, ``within`` of a part. A check that finds nothing to hold a figure against is silent.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.facts.check.counts import check_increase, check_parts
from reportgen.facts.check.dates import check_milestones, check_progress, check_published, check_targets, check_unused
from reportgen.facts.check.derived import check_basis, check_exactness
from reportgen.facts.check.english import check_english
from reportgen.facts.check.finding import Finding
from reportgen.facts.check.over_time import (
    check_bounds,
    check_definitions,
    check_falls,
    check_floor,
    check_namesakes,
    check_scale,
    check_twice,
    check_units,
)
from reportgen.facts.check.rates import (
    check_completion,
    check_difference,
    check_growth,
    check_multiple,
    check_share,
    check_share_growth,
)
from reportgen.facts.check.single import check_points, check_printed, check_qualifier, check_range
from reportgen.facts.dataset import Dataset

Check = Callable[[Dataset], tuple[Finding, ...]]

CHECKS: dict[str, Check] = {
    # one figure
    "range": check_range,  # ranks below 1, shares outside 0 to 100, negative durations
    "printed": check_printed,  # value or scale not as printed
    "qualifier": check_qualifier,  # 余, 超, 近, 以上 recorded as exact, or as another bound
    "points": check_points,  # percent where percentage points are meant
    # one series
    "scale": check_scale,  # 10^4 or 10^8 off its neighbours
    "units": check_units,  # years beside days
    "definitions": check_definitions,  # several definitions under one name
    "namesakes": check_namesakes,  # one figure under two definitions
    "twice": check_twice,  # one indicator, one time, two values
    "bounds": check_bounds,  # unlike bounds that do not contradict
    "falls": check_falls,  # cumulative counts that fall
    "floor": check_floor,  # a year below the floor of its years
    # figures against figures
    "difference": check_difference,  # a printed gap or change against the rates it compares
    "completion": check_completion,  # done against planned
    "share": check_share,  # share against part and whole
    "share-growth": check_share_growth,  # shares of two years against the growth between them
    "growth": check_growth,  # a rate against levels, as far as the basis allows
    "multiple": check_multiple,  # 翻一番 against levels
    "increase": check_increase,  # stock and increase against the next stock
    "parts": check_parts,  # parts greater than the whole
    # what is computed
    "exactness": check_exactness,  # a bound treated as exact
    "basis": check_basis,  # unlike bases in one formula
    # the calendar
    "published": check_published,  # later than the source
    "targets": check_targets,  # past their date without an outcome
    "progress": check_progress,  # outside the programme's period
    "milestones": check_milestones,  # backwards
    "unused": check_unused,  # in no programme
    # what is said of them
    "english": check_english,  # without English, where the rest has some
}


def check(dataset: Dataset) -> tuple[Finding, ...]:
    """All findings, in the order of the checks and, within one, of the facts."""
    return tuple(finding for find in CHECKS.values() for finding in find(dataset))
