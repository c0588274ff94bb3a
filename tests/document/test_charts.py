"""Chart directives that compare years, parts, places, targets and dates, to the specifications that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from making import PROVINCE, SOURCE, dataset

from reportgen.charts.draw import DRAWERS
from reportgen.document.context import Context, Omitted
from reportgen.document.markup import Directive, parse_page
from reportgen.document.model import ChartSpec
from reportgen.document.specs import KINDS, chart
from reportgen.errors import DocumentError
from reportgen.facts.model import Milestone, Name, Project
from reportgen.facts.period import parse
from reportgen.narrative.scope import Scope

Facts = Iterable[Mapping[str, Any]]
GROWTH = {"kind": "growth", "unit": "%"}
SHARE = {"kind": "share", "unit": "%"}
MONEY = {"kind": "money", "unit": "元", "scale": "亿"}


def spec(directive: str, facts: Facts, year: int = 2025, projects: Iterable[Project] = ()) -> ChartSpec:
    """The specification that ``kind=… facts="…"`` makes of facts."""
    page = parse_page(f"::: chart {{{directive}}}\n:::\n", "s.md.j2")
    (node,) = page.nodes
    assert isinstance(node, Directive)
    return chart(node, Context(Scope(dataset(facts, projects=projects), year, (year - 3, year)))).spec


def rows(made: ChartSpec) -> dict[str, list[str]]:
    return {series.name: [point.label for point in series.points] for series in made.series}


def test_every_kind_that_a_directive_names_can_be_drawn() -> None:
    assert tuple(KINDS) == tuple(DRAWERS)


# --- slope ---------------------------------------------------------------------------------------------------------------

CHANGES = [
    {**GROWTH, "key": "chains", "noun": "重点产业链", "period": 2023, "value": "3.4"},
    {**GROWTH, "key": "chains", "noun": "重点产业链", "period": 2025, "value": "10.8"},
    {**GROWTH, "key": "drivers", "noun": "新动能", "period": 2023, "value": "7.9", "coverage": "旧赛道"},
    {**GROWTH, "key": "drivers", "noun": "新动能", "period": 2025, "value": "14.9", "coverage": "新赛道"},
    {**GROWTH, "key": "all", "noun": "规上工业", "period": 2024, "value": "5"},
    {**GROWTH, "key": "all", "noun": "规上工业", "period": 2025, "value": "7.7"},
    {**GROWTH, "key": "smart", "noun": "智能制造", "period": 2025, "value": "25.9"},
]


def test_a_slope_leads_from_the_year_that_most_series_have_to_the_year_of_the_briefing() -> None:
    made = spec('kind=slope facts="chains drivers all smart" labels="甲|乙|丙|丁"', CHANGES)
    assert made.categories == ("2023年", "2025年")
    assert rows(made) == {"甲": ["3.4", "10.8"], "乙": ["7.9", "14.9"]}


def test_a_slope_breaks_where_the_definition_changes_and_says_what_was_covered() -> None:
    made = spec('kind=slope facts="chains drivers"', CHANGES)
    assert [series.breaks for series in made.series] == [(), (1,)]
    assert made.notes == ("新动能前后口径不同：2023年为旧赛道；2025年为新赛道",)
    assert made.alt == "。重点产业链：2023年3.4%，2025年10.8%；新动能：2023年7.9%，2025年14.9%（前后口径不同）。"


def test_the_change_of_a_single_series_is_left_to_a_sentence() -> None:
    with pytest.raises(Omitted, match="fewer than two series have an earlier value to compare with"):
        spec('kind=slope facts="chains smart"', CHANGES)


# --- composition ---------------------------------------------------------------------------------------------------------

PARTS = [
    {**SHARE, "key": "share/a", "noun": "新动能占比", "period": 2025, "value": "53.5"},
    {**SHARE, "key": "share/b", "noun": "技改占比", "period": 2025, "value": "30", "qualifier": "at least"},
    {**SHARE, "key": "share/a", "noun": "新动能占比", "period": 2023, "value": "50"},
    {"key": "signed", "noun": "签约项目", "unit": "个", "period": 2025, "value": 185},
    {"key": "signed/large", "noun": "签约项目", "unit": "个", "period": 2025, "value": 133},
    {**MONEY, "key": "money", "noun": "投资", "period": 2025, "value": "594.21"},
    {**MONEY, "key": "money/part", "noun": "投资", "period": 2025, "value": "3825", "scale": "万"},
]


def test_shares_of_unlike_wholes_are_a_bar_each() -> None:
    made = spec('kind=composition facts="share/a share/b" labels="新动能|技改"', PARTS)
    assert (made.categories, rows(made), made.unit, made.mark) == (("新动能", "技改"), {"2025年": ["53.5", "30以上"]}, "%", None)
    assert [point.state for point in made.series[0].points] == ["reported", "approximate"]
    assert made.alt == "。新动能53.5%，技改30%以上。"


def test_shares_over_the_years_are_a_bar_each_year() -> None:
    made = spec('kind=composition over=years facts="share/a"', PARTS)
    assert (made.categories, rows(made)) == (("2023年", "2025年"), {"a新动能占比": ["50", "53.5"]})


def test_shares_over_the_years_are_left_out_of_a_year_without_one() -> None:
    with pytest.raises(Omitted, match="no values of 2024"):
        spec('kind=composition over=years facts="share/a"', PARTS, 2024)


def test_parts_of_a_known_amount_are_one_bar_as_long_as_the_amount() -> None:
    made = spec('kind=composition facts="signed/large" whole="signed" labels="亿元以上"', PARTS)
    assert (made.categories, rows(made), made.unit) == (("2025年签约项目",), {"亿元以上": ["133"]}, "个")
    assert (made.mark, made.mark_label, made.mark_facts) == (Decimal(185), "合计185个", ("signed:2025#000",))
    assert made.alt == "。2025年签约项目合计185个，其中亿元以上133个。"


def test_money_that_no_source_scales_is_shown_as_it_is_printed() -> None:
    income = [
        {"kind": "money", "unit": "元", "key": "income", "noun": "人均收入", "period": year, "value": value}
        for year, value in ((2012, "9999.5"), (2025, 22862))
    ]
    made = spec('kind=levels facts="income"', income)
    assert (made.unit, rows(made)) == ("元", {"人均收入": ["9999.5", "22862"]})


def test_parts_and_whole_share_a_scale() -> None:
    made = spec('kind=composition facts="money/part" whole="money"', PARTS)
    assert (made.unit, made.mark, made.series[0].points[0].value) == ("亿元", Decimal("594.21"), Decimal("0.3825"))


def test_shares_of_one_whole_that_is_named_are_stacked_in_one_bar() -> None:
    made = spec('kind=composition facts="share/a share/b" of="规上工业增加值" labels="甲|乙"', PARTS)
    assert (made.categories, rows(made), made.mark) == (("2025年规上工业增加值",), {"甲": ["53.5"], "乙": ["30以上"]}, None)


def test_parts_of_an_unknown_whole_are_left_out() -> None:
    with pytest.raises(Omitted, match="the whole is not known"):
        spec('kind=composition facts="signed/large" whole="signed"', [*PARTS[:3], PARTS[4], {**PARTS[3], "period": 2024}])


def test_parts_in_another_unit_than_their_whole_are_refused() -> None:
    with pytest.raises(DocumentError) as fault:
        spec('kind=composition facts="signed/large" whole="money"', PARTS)
    assert str(fault.value) == "s.md.j2: '::: chart' adds up 个 and 元\n  hint: give parts and whole in one unit"


# --- ranking -------------------------------------------------------------------------------------------------------------

RANK = {"kind": "rank", "unit": "位", "period": 2023, "coverage": "全省设区市"}
PLACES = [
    {**RANK, "key": "rank/all", "noun": "工业增速", "value": 9},
    {**RANK, "key": "rank/power", "noun": "用电量增速", "value": 2},
    {**RANK, "key": "rank/new", "noun": "新增企业数", "value": 1, "coverage": "四小设区市"},
    {**RANK, "key": "rank/giants", "noun": "小巨人", "value": 10, "qualifier": "under"},
]


def test_places_stand_in_order_under_the_group_that_they_share() -> None:
    made = spec('kind=ranking facts="rank/all rank/power" labels="工业增速|用电量增速"', PLACES, 2023)
    assert made.categories == ("用电量增速", "工业增速")
    assert rows(made) == {"2023年，全省设区市": ["第2位", "第9位"]}
    assert (made.unit, made.mark, made.notes, made.alt) == ("", None, (), "。用电量增速第2位，工业增速第9位。")


def test_a_place_in_another_group_names_it() -> None:
    made = spec('kind=ranking facts="rank/all rank/power rank/new" labels="工业|用电|新增"', PLACES, 2023)
    assert made.categories == ("新增（四小设区市）", "用电", "工业")
    assert made.notes == ("未注明范围的为在全省设区市中的位次",)
    assert list(rows(made)) == ["2023年"]


def test_places_that_share_no_group_name_it_each() -> None:
    made = spec('kind=ranking facts="rank/all rank/new" labels="工业|新增"', PLACES, 2023)
    assert (made.categories, made.notes) == (("新增（四小设区市）", "工业（全省设区市）"), ())


def test_a_place_among_the_first_ten_is_approximate() -> None:
    (point, *_) = reversed(spec('kind=ranking facts="rank/giants rank/all"', PLACES, 2023).series[0].points)
    assert (point.label, point.state) == ("前10位", "approximate")


# --- bullet --------------------------------------------------------------------------------------------------------------

TARGET = {"kind": "target", "status": "target"}
AIMS = [
    {**GROWTH, "key": "rate", "noun": "营收增速", "period": 2025, "value": "6"},
    {**GROWTH, "key": "rate", "noun": "营收增速", "period": 2023, "value": "1.8"},
    {
        **TARGET,
        "key": "rate.target",
        "unit": "%",
        "noun": "营收年均增速目标",
        "period": "2023-2026",
        "value": "10",
        "qualifier": "about",
    },
    {**TARGET, **MONEY, "kind": "target", "key": "money.target/a", "noun": "营收目标", "period": 2025, "value": 1000},
    {**MONEY, "key": "money/a", "noun": "营收", "period": 2021, "value": 600},
]
AGAINST = 'kind=bullet facts="rate money/a" targets="rate.target money.target/a" labels="营收增速|电子信息营收"'


def test_outcomes_stand_against_targets_and_name_their_units_where_these_differ() -> None:
    made = spec(AGAINST, AIMS)
    assert made.unit == ""
    assert rows(made) == {"2025年完成": ["6%", "完成情况未见公布"], "目标": ["约10%", "1000亿元"]}
    assert [point.value for point in made.series[0].points] == [Decimal(6), None]
    assert made.alt == "。营收增速目标约10%，2025年完成6%；电子信息营收目标1000亿元，完成情况未见公布。"


def test_targets_of_other_times_say_so() -> None:
    assert spec(AGAINST, AIMS).notes == ("营收年均增速目标的期限为2023—2026年",)


def test_a_target_of_a_later_year_is_not_yet_due() -> None:
    made = spec(AGAINST, AIMS, 2023)
    assert rows(made)["2023年完成"] == ["1.8%", "尚未到期"]
    assert made.notes == ("营收年均增速目标的期限为2023—2026年；a营收目标的期限为2025年",)


def test_outcomes_and_targets_of_one_unit_share_it() -> None:
    made = spec('kind=bullet facts="rate" targets="rate.target" aim="年均目标"', AIMS)
    assert (made.unit, rows(made)) == ("%", {"2025年完成": ["6"], "年均目标": ["约10"]})


def test_a_plan_that_was_computed_says_so() -> None:
    plan = {
        **MONEY,
        "key": "plan",
        "kind": "target",
        "noun": "计划",
        "period": 2025,
        "status": "derived",
        "parents": ("done:2025#000",),
    }
    done = {**MONEY, "key": "done", "noun": "完成", "period": 2025, "value": "594.21"}
    made = spec(
        'kind=bullet facts="done" targets="plan" aim="计划" labels="投资"',
        [done, {**plan, "value": "563.4458", "qualifier": "about"}],
    )
    assert rows(made) == {"2025年完成": ["594.21"], "计划": ["约563.45（推算）"]}
    assert made.alt == "。投资计划约563.45亿元（推算），2025年完成594.21亿元。"


def test_targets_without_any_outcome_are_left_out() -> None:
    with pytest.raises(Omitted, match="no target has an outcome"):
        spec(AGAINST, AIMS, 2024)


def test_a_target_for_each_fact_is_asked_for() -> None:
    with pytest.raises(DocumentError) as fault:
        spec('kind=bullet facts="rate money/a" targets="rate.target"', AIMS)
    assert str(fault.value) == (
        "s.md.j2: '::: chart' has 1 targets for 2 facts\n  hint: name a target for each fact, in the same order"
    )


# --- timeline ------------------------------------------------------------------------------------------------------------


def project(key: str, *milestones: tuple[str, str]) -> Project:
    made = tuple(Milestone(parse(when), what, planned="计划" in what) for when, what in milestones)
    return Project(key, Name(key), "", PROVINCE, None, (), (), made, (), ((SOURCE.key, 1),))


PROJECTS = (
    project("某厂", ("2023-01-28", "投产"), ("2022-05", "落户")),
    project("某园", ("2024", "计划达产"), ("2018", "获奖")),
)


def test_milestones_of_the_window_stand_in_order_of_time() -> None:
    made = spec("kind=timeline", [], 2024, PROJECTS)
    assert made.categories == ("某厂（全省）落户", "某厂（全省）投产", "某园（全省）计划达产")
    assert [point.label for point in made.series[0].points] == ["2022年5月", "2023年1月28日", "2024年"]
    assert made.alt == "。2022年5月某厂（全省）落户；2023年1月28日某厂（全省）投产；2024年某园（全省）计划达产。"


def test_a_milestone_is_as_long_as_its_date_is_written_and_may_be_planned() -> None:
    starts, ends = spec("kind=timeline", [], 2024, PROJECTS).series
    assert [str(point.value) for point in starts.points] == ["2022.3288", "2023.0740", "2024.0000"]
    assert [str(point.value) for point in ends.points] == ["2022.4137", "2023.0767", "2025.0000"]
    assert [point.state for point in starts.points] == ["reported", "reported", "target"]


def test_a_timeline_names_the_sources_of_its_projects() -> None:
    assert spec("kind=timeline", [], 2024, PROJECTS).source == "资料来源：《一篇文章》"


def test_a_timeline_may_show_some_projects_only() -> None:
    assert spec('kind=timeline projects="某厂"', [], 2024, PROJECTS).categories == ("某厂（全省）落户", "某厂（全省）投产")


def test_what_a_report_on_the_year_cannot_know_is_not_on_its_timeline() -> None:
    assert spec("kind=timeline", [], 2022, PROJECTS).categories == ("某厂（全省）落户", "某厂（全省）投产")
    with pytest.raises(Omitted, match="fewer than two milestones"):
        spec("kind=timeline", [], 2020, PROJECTS)
