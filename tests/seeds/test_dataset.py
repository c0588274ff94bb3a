"""The dataset of Pingxiang is whole: it loads, nothing dangles, and what is derived is what one works out by hand."""

from __future__ import annotations

import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest

from reportgen.facts.dataset import Dataset
from reportgen.facts.load import FACT_COLUMNS
from reportgen.facts.model import KINDS, Programme
from reportgen.facts.sheets import read_rows
from seeds.conftest import SEEDS

FEWEST = {"000": 49, "001": 36, "002": 15, "003": 34, "004": 78}
"""How many printed facts each article has at least."""
DERIVED = {
    "iva.growth:2022#derived": "-9.9",
    "iva.growth@jiangxi:2025#derived": "7.5",
    "enterprises.total:2020-12-31#derived": "609",
    "iva.share/electronics:2021#derived": "8.3",
    "projects.plan/industry-campaign:2023#derived": "563.45亿",
    "projects.plan/industry-campaign-provincial:2023#derived": "359.32亿",
    "agri.leaders.sales:2012#derived": "55.08亿",
    "loans.balance/manufacturing:2021-12-31#derived": "110.20亿",
}
"""2.8-12.7; 7.7-0.2; 940-331; 12.2-3.9; 594.21/1.0546; 382.5/1.0645; 110.15/2; 147.18/1.3356."""


def test_each_article_has_its_facts(dataset: Dataset) -> None:
    printed = Counter(fact.source.key for fact in dataset.facts if fact.source)
    assert {source: printed[source] for source in FEWEST if printed[source] < FEWEST[source]} == {}
    assert printed.total() >= 220


def test_the_ids_of_facts_are_unique(dataset: Dataset) -> None:
    assert [id_ for id_, times in Counter(fact.id for fact in dataset.facts).items() if times > 1] == []


def test_facts_stand_in_the_order_of_their_sources_with_derived_ones_last() -> None:
    rows = [row for _, row in read_rows(SEEDS / "facts.csv", FACT_COLUMNS)]
    places = [(row["source"] or "999", int(row["paragraph"] or 0)) for row in rows]
    assert places == sorted(places)


def test_tables_open_in_excel_as_utf_8() -> None:
    assert [name for name in ("facts.csv", "projects.csv") if not (SEEDS / name).read_bytes().startswith(b"\xef\xbb\xbf")] == []


def test_derived_values_are_those_worked_out_by_hand(dataset: Dataset) -> None:
    assert {fact.id: worked_out(fact.quantity.base, DERIVED[fact.id]) for fact in dataset.facts if fact.derived} == DERIVED


def worked_out(base: Decimal, expected: str) -> str:
    """The value with the scale and decimals of the expected one."""
    scale = "亿" if expected.endswith("亿") else ""
    digits = Decimal(expected.removesuffix("亿"))
    return f"{(base / (100_000_000 if scale else 1)).quantize(digits, ROUND_HALF_UP)}{scale}"


def test_values_derived_from_rounded_figures_are_marked_as_approximate(dataset: Dataset) -> None:
    exact = {fact.id for fact in dataset.facts if fact.derived and fact.quantity.qualifier == "exact"}
    assert exact == {id_ for id_ in DERIVED if not DERIVED[id_].endswith("亿")}


def test_every_indicator_place_and_dimension_is_used(dataset: Dataset) -> None:
    facts, projects = dataset.facts, dataset.projects
    assert set(dataset.indicators) == {fact.indicator.key for fact in facts}
    assert set(dataset.places) == {fact.place.key for fact in facts} | {
        project.place.key for project in projects if project.place
    }
    dimensions = {fact.dimension.key for fact in facts if fact.dimension}
    assert set(dataset.dimensions) == dimensions | {project.industry.key for project in projects if project.industry}


def test_every_indicator_is_named_in_both_languages(dataset: Dataset) -> None:
    names = [name for one in dataset.indicators.values() for name in (one.name, one.noun, one.short)]
    names += [one.name for table in (dataset.places, dataset.dimensions) for one in table.values()]
    names += [name for programme in dataset.programmes for name in (programme.name, programme.what)]
    names += [project.name for project in dataset.projects]
    assert [name for name in names if not name.zh or not name.en] == []
    definitions = [one.definition for one in dataset.indicators.values()]
    assert [name for name in definitions if bool(name.zh) != bool(name.en)] == []


def test_definitions_are_told_without_figures(dataset: Dataset) -> None:
    """They stand in footnotes, where a digit would be a number without a fact."""
    texts = {one.key: one.definition.zh + one.definition.en for one in dataset.indicators.values()}
    assert {key: text for key, text in texts.items() if re.search(r"\d", text)} == {}


def test_names_for_charts_are_short(dataset: Dataset) -> None:
    assert [one.short.zh for one in dataset.indicators.values() if len(one.short.zh) > 12] == []


def test_ranks_say_among_whom_and_better_is_smaller(dataset: Dataset) -> None:
    ranks = [fact for fact in dataset.facts if fact.indicator.kind == "rank"]
    assert [fact.id for fact in ranks if not fact.coverage or fact.indicator.polarity != "bad"] == []


def test_growth_of_industry_is_on_the_same_enterprises_or_at_constant_prices(dataset: Dataset) -> None:
    assert {fact.basis for fact in dataset.by_key["revenue.growth"]} == {"same-enterprises"}
    assert dataset.indicators["iva.growth"].basis == "constant-prices"


@pytest.mark.parametrize(
    "key", ["iva.growth", "enterprises.total", "revenue", "giants.national", "cloud.enterprises", "fiveg.stations"]
)
def test_a_series_over_several_articles_has_one_coverage(dataset: Dataset, key: str) -> None:
    assert {fact.coverage for fact in dataset.by_key[key]} == {""}


def test_the_three_definitions_of_the_growth_drivers_are_told_apart(dataset: Dataset) -> None:
    coverages = {fact.source.key: fact.coverage for fact in dataset.by_key["iva.growth/drivers"] if fact.source}
    assert len(set(coverages.values())) == len(coverages) == 3
    assert all(coverage.endswith("四个赛道") for coverage in coverages.values())


def test_kinds_of_figures_are_all_there(dataset: Dataset) -> None:
    assert {one.kind for one in dataset.indicators.values()} == set(KINDS)


def test_sums_in_yuan_are_money_or_targets(dataset: Dataset) -> None:
    kinds = {one.key: one.kind for one in dataset.indicators.values() if one.unit == "元"}
    assert set(kinds.values()) == {"money", "target"}


def test_targets_are_facts_with_the_status_of_targets(dataset: Dataset) -> None:
    targets = {dataset.by_id[id_] for programme in dataset.programmes for id_ in programme.targets}
    assert {fact.status for fact in targets} == {"target", "derived"}
    stray = {fact.id for fact in dataset.facts if fact.status == "target"} - {fact.id for fact in targets}
    assert stray == {"pilot.projects.industrialised/longfa@xiangdong:2024#002"}, "a firm's own plan, in no programme"


def test_targets_are_dated_by_the_plans_that_set_them(dataset: Dataset) -> None:
    by_key = {programme.key: programme.targets for programme in dataset.programmes}
    assert by_key["plan-10210"] == ("revenue.growth.target:2023-2026#000",)
    assert by_key["plan-12n"] == ("revenue.target/electronics:2025#004", "revenue.target/energy-env:2025#004")
    assert by_key["fund-guide"] == ("fund.guide:2022Q4#004", "fund.guide/first-tranche:2022Q4#004")


def test_progress_stands_under_the_year_or_date_that_its_facts_are_of(dataset: Dataset) -> None:
    astray = [
        f"{programme.key} {period.text}: {id_}"
        for programme in dataset.programmes
        for period, ids in programme.progress
        for id_ in ids
        if dataset.by_id[id_].when.year != period.year
    ]
    assert astray == []


def test_every_article_is_cited_by_programmes_and_projects(dataset: Dataset) -> None:
    for register in (dataset.programmes, dataset.projects):
        assert {source for item in register for source, _ in item.sources} == set(dataset.sources)


def test_programmes_are_told_without_figures(dataset: Dataset) -> None:
    """Their digits would have no fact behind them; proper names keep theirs."""
    names = sorted(dataset.names, key=len, reverse=True)
    told = {programme.key: re.findall(r"\d+", without(names, text(programme))) for programme in dataset.programmes}
    assert {key: digits for key, digits in told.items() if digits} == {}


def text(programme: Programme) -> str:
    return " ".join((programme.name.zh, programme.name.en, programme.short, programme.what.zh, programme.what.en))


def without(names: list[str], text: str) -> str:
    """The text without proper names, and without the years that a plan or event is named by."""
    for name in names:
        text = text.replace(name, "")
    return re.sub(r"(?:19|20)\d\d", "", text)


def test_names_and_exceptions_are_listed_once(dataset: Dataset) -> None:
    assert [name for name, times in Counter(dataset.names).items() if times > 1] == []
