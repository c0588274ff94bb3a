"""The data of Pingxiang: just the findings that a careful reading of the five articles expects, each settled, none missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest

from reportgen import bundled
from reportgen.facts.check import CHECKS, check
from reportgen.facts.check.acknowledge import load_acknowledged, settle
from reportgen.facts.dataset import Dataset
from reportgen.facts.load import load
from reportgen.facts.model import Fact
from reportgen.facts.quantity import SCALES

SETTLED = """
points       warning iva.gap/chains:2023#000
points       warning iva.gap/clusters:2023#000
definitions  warning seed.area:2019#004 seed.area:2016-2020#004
definitions  warning fund.guide:2022-12-31#003 fund.guide:2022Q4#004
definitions  warning techrevamp.projects:2022#003 techrevamp.projects:2023-2024#000 techrevamp.projects:2023-2024#002
definitions  warning cost.saved:2022#003 cost.saved:2024Q1#000
definitions  warning enterprises.added:2023#000 enterprises.added:2021-2025#001
definitions  warning drivers.count:2023#000 drivers.count:2023#002 drivers.count:2025#001
definitions  warning iva.growth/drivers:2023#000 iva.growth/drivers:2023#002 iva.growth/drivers:2025#001
definitions  warning iva.gap/drivers:2023#000 iva.gap/drivers:2023#002
definitions  warning award.paid:2023#000 award.paid:2025#001
definitions  warning problems.solved:2024Q1#000 problems.solved:2021-2025#001
namesakes    warning iva.growth/drivers:2023#000 iva.growth/drivers:2023#002
namesakes    warning iva.gap/drivers:2023#000 iva.gap/drivers:2023#002
bounds       care    services.online.share:2022Q4#004 services.online.share/cooperation:2022Q4#004
falls        warning giants.national:2024Q1#000 giants.national:2026-06#001
share-growth warning iva.share/electronics:2022#003 iva.share/electronics:2021#derived iva.growth/electronics:2022#003 iva.growth:2022#derived
growth       care    revenue.growth:2025#001 revenue:2025#001 revenue:2023#000
increase     warning cloud.added:2023#000 cloud.enterprises:2024Q1#000 cloud.enterprises:2022Q4#004
increase     warning giants.national.added:2023#000 giants.national:2024Q1#000 giants.national:2022Q4#004
published    warning plan.actions/plan-10210:2023-2026#000
targets      warning pilot.projects.industrialised/longfa@xiangdong:2024#002
targets      warning revenue.target/electronics:2025#004 revenue:2025#001
targets      warning revenue.target/energy-env:2025#004 revenue:2025#001
progress     warning programme manufacturing-lending loans.balance/manufacturing:2021-12-31#derived
"""
OPEN = """
difference   care    iva.growth.change:2023#000 iva.growth:2023#000 iva.growth:2022#derived
difference   care    iva.gap.province:2025#001 iva.growth:2025#001 iva.growth@jiangxi:2025#derived
difference   care    iva.share.change/electronics:2022#003 iva.share/electronics:2022#003 iva.share/electronics:2021#derived
completion   care    projects.completion/industry-campaign:2023#000 projects.investment/industry-campaign:2023#000 projects.plan/industry-campaign:2023#derived
completion   care    projects.completion/industry-campaign-provincial:2023#000 projects.investment/industry-campaign-provincial:2023#000 projects.plan/industry-campaign-provincial:2023#derived
growth       care    loans.growth/manufacturing:2022#003 loans.balance/manufacturing:2022-12-31#003 loans.balance/manufacturing:2021-12-31#derived
multiple     care    agri.leaders.sales.multiple:2012-2022#004 agri.leaders.sales:2022Q4#004 agri.leaders.sales:2012#derived
increase     care    srdi.provincial.added:2023#000 srdi.provincial:2024Q1#000
increase     care    enterprises.added:2021-2025#001 enterprises.total:2025-12-31#001 enterprises.total:2020-12-31#derived
targets      care    revenue.added.expected/major-projects:2023-01#003
targets      care    fund.guide/first-tranche:2022Q4#004
"""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load(bundled.dataset())


def test_the_findings_are_just_those_expected_and_each_disagreement_is_settled(dataset: Dataset) -> None:
    findings = settle(check(dataset), load_acknowledged(bundled.dataset(), CHECKS))
    lines = Counter((one.open, " ".join((one.check, one.severity, *one.ids))) for one in findings if one.check != "unused")
    assert lines == Counter([*((False, line) for line in listed(SETTLED)), *((True, line) for line in listed(OPEN))])


def listed(table: str) -> list[str]:
    return [" ".join(line.split()) for line in table.strip().splitlines()]


def test_what_belongs_to_no_programme_is_counted(dataset: Dataset) -> None:
    (finding,) = CHECKS["unused"](dataset)
    assert (finding.severity, len(finding.facts)) == ("care", 15)


def test_findings_come_in_the_order_of_the_checks_and_carry_their_keys(dataset: Dataset) -> None:
    keys = [finding.check for finding in check(dataset)]
    assert keys == sorted(keys, key=list(CHECKS).index)
    assert {(key, finding.check) for key, find in CHECKS.items() for finding in find(dataset) if key != finding.check} == set()


# --- changed figures -------------------------------------------------------------------------------------------------------

RELATED = {
    "difference": 19,
    "completion": 6,
    "growth": 9,
    "multiple": 3,
    "increase": 3,
}
"""Checks of figures against figures, and how many figures of these data stand in such a relation once all are printed."""
SIZES = tuple(Decimal(size) for size in ("0.3", "0.6", "-0.4", "-0.6", "3"))
"""Changes as a part of the figure: more than rounding and 翻一番 or 约50% leave open."""


def printed(dataset: Dataset) -> Dataset:
    """The data as if sources printed what is derived, so that no agreement is by construction."""
    return replace(dataset, facts=tuple(as_printed(fact) if fact.derived else fact for fact in dataset.facts))


def as_printed(fact: Fact) -> Fact:
    scale = "亿" if fact.quantity.unit == "元" else ""
    value = (fact.quantity.base / SCALES[scale]).quantize(Decimal(1).scaleb(-max(fact.indicator.precision, 1)), ROUND_HALF_UP)
    return replace(fact, status="reported", parents=(), formula="", quantity=replace(fact.quantity, value=value, scale=scale))


def changed(dataset: Dataset, fact: Fact, size: Decimal) -> Dataset:
    """The data with one figure misprinted: by a part of itself, a rate by a point at least."""
    by = fact.quantity.value * size
    least = Decimal(1).copy_sign(by) if fact.quantity.unit in ("%", "个百分点") else by
    value = fact.quantity.value + max(by, least, key=abs)
    value = value.quantize(Decimal(1)) if fact.quantity.value == int(fact.quantity.value) else value
    other = replace(
        fact, quantity=replace(fact.quantity, value=value), printed=f"{value}{fact.quantity.scale}{fact.quantity.unit}"
    )
    return replace(dataset, facts=tuple(other if one is fact else one for one in dataset.facts))


def related(dataset: Dataset, key: str) -> list[Fact]:
    """The figures that a check holds against each other: all that it names when those that make a claim are misprinted by turns."""
    claims = [fact for fact in dataset.facts if fact.indicator.of or fact.indicator.compares]
    ids = {id_ for fact in claims for id_ in wrong(changed(dataset, fact, Decimal(9)), key, 3)}
    return [fact for fact in dataset.facts if fact.id in ids]


def wrong(dataset: Dataset, key: str, least: int = 1) -> set[str]:
    """Ids of what a check finds in disagreement, in findings of so many figures; what it only wants to be known is not counted."""
    findings = [finding for finding in CHECKS[key](dataset) if finding.severity != "care" and len(finding.ids) >= least]
    return {id_ for finding in findings for id_ in finding.ids}


@pytest.mark.parametrize("key", RELATED)
def test_every_related_figure_that_is_misprinted_is_found(
    dataset: Dataset, key: str, record_property: Callable[[str, object], None]
) -> None:
    whole = printed(dataset)
    known = wrong(whole, key)
    facts = [fact for fact in related(whole, key) if fact.id not in known]
    missed = [f"{fact.id} {size}" for fact in facts for size in SIZES if fact.id not in wrong(changed(whole, fact, size), key)]
    record_property(f"{key}: figures misprinted", len(facts) * len(SIZES))
    record_property(f"{key}: found", len(facts) * len(SIZES) - len(missed))
    assert missed == []
    assert len(facts) == RELATED[key]


PARTS = """
contracts.count/over-100m:2022#003 contracts.count:2022#003
contracts.count/tourism:2022H1#004 contracts.count:2022#003
fund.guide/first-tranche:2022Q4#004 fund.guide:2022Q4#004
giants.key:2026-06#001 giants.national:2026-06#001
land.space/before:2022Q4#004 land.space:2022Q4#004
projects.count/provincial-started:2022Q4#004 projects.count/provincial-large-medium:2022#003
projects.investment/industry-campaign-provincial:2023#000 projects.investment/industry-campaign:2023#000
"""


@pytest.mark.parametrize("pair", listed(PARTS))
def test_a_part_misprinted_above_its_whole_or_a_whole_below_its_part_is_found(dataset: Dataset, pair: str) -> None:
    part, whole = (dataset.by_id[id_] for id_ in pair.split())
    assert wrong(dataset, "parts") == set()
    ratio = whole.quantity.base / part.quantity.base
    for fact, size in ((part, ratio * Decimal("1.2") - 1), (whole, 1 / (ratio * Decimal("1.2")) - 1)):
        assert {part.id, whole.id} <= wrong(changed(dataset, fact, size), "parts")


def scaled(dataset: Dataset) -> Iterable[tuple[Fact, str]]:
    """Each figure of a series of sums or counts, with a scale that it has not."""
    for facts in dataset.by_key.values():
        if len(facts) > 1 and facts[0].indicator.kind in ("money", "count", "cumulative", "level"):
            yield from (
                (fact, scale) for fact in facts for scale in SCALES if scale != fact.quantity.scale and fact.quantity.base
            )


def test_a_figure_of_a_series_in_the_wrong_scale_is_found(
    dataset: Dataset, record_property: Callable[[str, object], None]
) -> None:
    whole = printed(dataset)
    tried = list(scaled(whole))
    missed = [fact.id for fact, scale in tried if fact.id not in wrong(in_scale(whole, fact, scale), "scale")]
    record_property("scales tried", len(tried))
    assert missed == []
    assert len(tried) > 70


def in_scale(dataset: Dataset, fact: Fact, scale: str) -> Dataset:
    other = replace(fact, quantity=replace(fact.quantity, scale=scale))
    return replace(dataset, facts=tuple(other if one is fact else one for one in dataset.facts))


def test_a_text_without_english_is_a_point_of_care(dataset: Dataset) -> None:
    poorer = replace(dataset, terms={text: english for text, english in dataset.terms.items() if text != "总投资"})
    (finding,) = CHECKS["english"](poorer)
    assert (finding.severity, finding.ids) == ("care", ("总投资",))
    assert CHECKS["english"](replace(dataset, terms={})) == ()
