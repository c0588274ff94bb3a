"""Projects of the register in a table, on a timeline and in a template: what the year tells, and nothing that was known later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from making import HOME, dataset

from reportgen.document.build import build
from reportgen.document.context import Context, plain
from reportgen.document.markup import Directive
from reportgen.document.model import Table, Timeline
from reportgen.document.tables import table
from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Milestone, Name, Project
from reportgen.facts.period import parse
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.register import figures
from reportgen.narrative.render import RenderedSection, render_template
from reportgen.narrative.scope import Scope

MONEY = {"kind": "money", "unit": "元", "scale": "亿"}
TIME = {"kind": "duration", "unit": "天", "noun": "用时", "as_of": "2023-01"}
FACTS = [
    {**MONEY, "key": "money/plant", "noun": "投资额", "coverage": "总投资", "dimension": "某厂项目", "as_of": 2024, "value": 108},
    {**TIME, "key": "time/plant-earth", "dimension": "某厂项目土石方工程", "value": 42},
    {**TIME, "key": "time/plant-steel", "dimension": "某厂项目钢结构", "value": 30},
    {**MONEY, "key": "road/road", "noun": "完成投资", "dimension": "某路", "period": 2022, "value": 20},
]


def project(key: str, name: str, investment: tuple[str, ...], durations: tuple[str, ...] = (), *milestones: Milestone) -> Project:
    return Project(key, Name(name), "", HOME, "", investment, durations, milestones, "", ())


def register() -> Dataset:
    plant = project(
        "plant",
        "某厂",
        ("money/plant:2024#000",),
        ("time/plant-earth:2023-01#000", "time/plant-steel:2023-01#000"),
        Milestone(parse("2023-01-28"), "试产"),
        Milestone(parse("2024"), "达产"),
    )
    return dataset(FACTS, projects=[plant, project("road", "某路", ("road/road:2022#000",))])


def built(year: int, markdown: str) -> list[object]:
    briefing = Briefing("b", Path(), "{year}", "", "", (), 4, {})
    section = RenderedSection("s", "s.md.j2", f'[1]{{facts="road/road:2022#000"}}\n\n{markdown}')
    document, _ = build([section], briefing, Scope(register(), year, (year - 3, year)), date(2026, 6, 30))
    return [*document.sections[0].blocks, *(block for slide in document.sections[0].slides for block in slide.blocks)]


def rows(year: int) -> list[list[str]]:
    (table,) = [block for block in built(year, "::: table {kind=projects}\n:::\n") if isinstance(block, Table)]
    return [[plain(cell) for cell in row] for row in table.rows]


def test_a_project_shows_what_each_figure_is_of_and_only_what_the_report_can_know() -> None:
    assert rows(2022) == [
        ["某厂", "本市", "土石方工程42天；钢结构30天", "2023年1月28日试产"],
        ["某路", "本市", "完成投资20亿元", "—"],
    ]


def test_a_later_year_knows_more() -> None:
    assert rows(2024) == [["某厂", "本市", "总投资108亿元；土石方工程42天；钢结构30天", "2023年1月28日试产；2024年达产"]]


def test_a_figure_told_again_is_shown_as_the_last_source_tells_it() -> None:
    again = {**FACTS[1], "as_of": "2024"}
    plant = project("plant", "某厂", (), ("time/plant-earth:2023-01#000",))
    found = {}
    for year in (2022, 2024):
        context = Context(Scope(dataset([*FACTS, again], projects=[plant]), year, (year - 3, year)))
        found[year] = [fact.id for _, fact in figures(plant, context.scope)]
    assert found == {2022: ["time/plant-earth:2023-01#000"], 2024: ["time/plant-earth:2024#000"]}


def test_projects_of_one_firm_that_are_told_alike_share_a_row() -> None:
    plan = Milestone(parse("2022"), "计划投产", planned=True)
    firm = {"firm": "某公司", "milestones": (plan,)}
    group = [replace(project(key, f"某公司{key}项目", ()), **firm) for key in ("甲", "乙")]
    other = replace(project("丙", "丙项目", ()), milestones=(plan,))
    context = Context(Scope(dataset(FACTS, projects=[*group, other]), 2022, (2019, 2022)))
    made = table(Directive("table", "s.md.j2", {"kind": "projects"}, ()), context)
    assert [[plain(cell) for cell in row] for row in made.rows] == [
        ["某公司甲、乙项目", "本市", "—", "2022年计划投产"],
        ["丙项目", "本市", "—", "2022年计划投产"],
    ]


def test_a_timeline_of_one_milestone_is_left_out() -> None:
    slide = ':::: slide\n# 进展\n\n[1]{facts="road/road:2022#000"}\n\n::: timeline\n:::\n::::\n'
    assert not [block for block in built(2023, slide) if isinstance(block, Timeline)]


def test_a_template_holds_the_projects_as_finished_text(tmp_path: Path) -> None:
    text = "{% for item in projects() %}{{ item.place }}{{ item.name }}{{ item.milestones }}；{% endfor %}"
    (tmp_path / "t.md.j2").write_text(text, "utf-8")
    environment = NarrativeEnvironment(tmp_path, Scope(register(), 2022, (2019, 2022)))
    assert render_template(environment, "t.md.j2") == "本市某厂2023年1月28日试产；本市某路；"
