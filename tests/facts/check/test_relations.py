"""Which figures belong together: patterns of series, references of the dataset, spans of what is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from making import dataset, fact

from facts.check.cases import Figure, count, money, points, rate, share
from facts.conftest import Folder
from reportgen.facts.check.relation import own, series
from reportgen.facts.check.span import FAR, image, span_of


@pytest.mark.parametrize(
    ("pattern", "key", "means"),
    [
        ("growth", "gap/chains", "growth"),
        ("growth/*", "gap/chains", "growth/chains"),
        ("growth/*", "gap", "growth"),
        ("growth@province", "gap/chains", "growth@province"),
        ("growth/*", "gap/chains@province", "growth/chains@province"),
        ("growth", "gap@province", "growth@province"),
    ],
)
def test_a_pattern_means_a_series_of_the_facts_own_dimension_and_place(pattern: str, key: str, means: str) -> None:
    assert series(pattern, fact(count(key, 2025, 1))) == means


def test_a_pattern_by_itself_is_of_the_facts_own_dimension() -> None:
    assert [own(pattern) for pattern in ("share", "share/*", "share/part", "share@province")] == [
        "share/*", "share/*", "share/part", "share@province",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        (rate("g", 2025, "7.7"), "7.65", "7.75"),
        (rate("g", 2025, "7.70"), "7.695", "7.705"),
        (rate("g", 2025, "6"), "5.5", "6.5"),
        (rate("g", 2025, "-9.9"), "-9.95", "-9.85"),
        (rate("g", 2025, "50", qualifier="about"), "45", "55"),
        (rate("g", 2025, "12.5", qualifier="about"), "12.45", "12.55"),
        (money("m", 2025, "1068.21"), "106820500000", "106821500000"),
        (money("m", 2025, "3", qualifier="nearly"), "0", "300000000"),
        (money("m", 2025, "7000", scale="万", qualifier="over"), "70000000", FAR),
        (rate("g", 2025, "-5", qualifier="under"), "-100", "-5"),
        (points("p", 2025, "-5", qualifier="under"), -FAR, "-5"),
        (share("s", 2025, "90", qualifier="at least"), "90", FAR),
        (count("n", 2025, "940"), "940", "940"),
        (count("n", 2025, "27.5", scale="万"), "274500", "275500"),
    ],
    ids=lambda value: f"{value['value']} {value.get('qualifier', '')}" if isinstance(value, dict) else "",
)
def test_a_figure_stands_for_all_that_its_digits_and_its_qualifier_leave_open(figure: Figure, low: object, high: object) -> None:
    data = dataset([figure])
    found = span_of(data.facts[0], data)
    assert (found.low, found.high) == (Decimal(str(low)), Decimal(str(high)))


def test_what_cannot_be_computed_leaves_everything_open() -> None:
    data = dataset([rate("g", 2025, 0)])
    span = span_of(data.facts[0], data)
    assert image("1 / a", [span]).low == -FAR


# --- references of the dataset ---------------------------------------------------------------------------------------------


def test_of_and_within_are_read(folder: Folder) -> None:
    folder.replace("indicators.yaml", "compares: [growth,", "of: [firms/*], within: firms, compares: [growth,")
    folder.replace("indicators.yaml", "en: key chains}", "en: key chains, within: metal}\n  metal: {zh: 金属, en: metals}")
    folder.replace("indicators.yaml", "home: true}", "home: true, within: province}")
    data = folder.load()
    assert (data.indicators["gap"].of, data.indicators["gap"].within) == (("firms/*",), "firms")
    assert (data.dimensions["chains"].within, data.places["city"].within) == ("metal", "province")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("compares: [growth,", "of: [frms], compares: [growth,", "indicators.yaml: 'gap' is of the unknown 'frms'\n  hint: did you mean 'firms'?"),
        ("compares: [growth,", "of: [firms@citi], compares: [growth,", "indicators.yaml: 'gap' is of the unknown 'firms@citi'\n  hint: did you mean 'city'?"),
        ("compares: [growth,", "within: frms, compares: [growth,", "indicators.yaml: 'gap' is within the unknown 'frms'\n  hint: did you mean 'firms'?"),
        ("en: key chains}", "en: key chains, within: chain}", "indicators.yaml: 'chains' is within the unknown 'chain'\n  hint: did you mean 'chains'?"),
        ("home: true}", "home: true, within: provinc}", "indicators.yaml: 'city' is within the unknown 'provinc'\n  hint: did you mean 'province'?"),
    ],
    ids=["of", "of a place", "within", "a dimension", "a place"],
)  # fmt: skip
def test_a_reference_that_leads_nowhere_is_a_fault(folder: Folder, old: str, new: str, fault: str) -> None:
    folder.replace("indicators.yaml", old, new)
    assert folder.fault() == fault
