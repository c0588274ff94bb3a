"""Programmes in templates: those ahead, those that the year's sources speak of, and what depends on the sections of a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from making import dataset

from reportgen.facts.model import Name, Programme
from reportgen.facts.period import parse
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.scope import Scope


def programme(key: str, period: str = "") -> Programme:
    """A programme that the one source, of January 2024, speaks of."""
    when = parse(period) if period else None
    return Programme(key, Name(key), key, Name(f"{key}是什么"), "plan", "industry", when, "", "", (), (), (), (("000", 1),))


REGISTER = [programme("甲", "2026-2030"), programme("乙", "2024"), programme("丙")]


def said(folder: Path, template: str, year: int, sections: tuple[str, ...] = ()) -> str:
    (folder / "t.md.j2").write_text(template, "utf-8")
    facts = [{"key": "rate", "period": period, "value": 1} for period in (2022, 2023, 2024, 2025)]
    scope = Scope(dataset(facts, REGISTER), year, (year - 3, year))
    return NarrativeEnvironment(folder, scope, sections).get_template("t.md.j2").render()


def test_programmes_ahead_are_those_that_begin_later_and_were_known_soon_after_the_year(tmp_path: Path) -> None:
    template = "{% for p in upcoming() %}{{ p.name }}（{{ p.when }}）{% endfor %}"
    assert [said(tmp_path, template, year) for year in (2022, 2023, 2024, 2026)] == [
        "",
        "甲（“十五五”时期）乙（2024年）",
        "甲（“十五五”时期）",
        "",
    ]


def test_programmes_named_are_those_of_the_last_source_that_the_report_knows(tmp_path: Path) -> None:
    template = '{% for p in named("丙", "丁") %}{{ p.what }}{{ p.when }}{% endfor %}'
    assert [said(tmp_path, template, year) for year in (2022, 2023, 2024)] == ["", "丙是什么", "丙是什么"]


def test_programmes_without_a_figure_stand_in_the_years_that_they_run_in_or_that_their_sources_look_back_on(
    tmp_path: Path,
) -> None:
    template = "{% for p in unmeasured() %}{{ p.name }}{% endfor %}；{% for p in programmes() %}{{ p.name }}{% endfor %}"
    assert [said(tmp_path, template, year) for year in (2022, 2023, 2024, 2026)] == ["；", "丙；", "乙；", "甲；"]


def test_what_a_source_says_of_a_programme_soon_after_the_year_belongs_to_the_year(tmp_path: Path) -> None:
    state = {"key": "scope", "as_of": "2024Q1", "value": 591}
    rating = replace(programme("丁"), scope=("scope:2024Q1#000",))
    found = {}
    for year in (2022, 2023, 2024, 2025):
        scope = Scope(dataset([state], [rating]), year, (year - 3, year))
        found[year] = [[programme.key for programme in group()] for group in (scope.programmes, scope.unmeasured)]
    assert found == {2022: [[], []], 2023: [["丁"], []], 2024: [["丁"], []], 2025: [[], []]}


def test_what_is_said_after_the_end_of_a_programme_is_no_plan_of_a_later_year() -> None:
    expected = {"key": "expected", "as_of": "2024-01", "value": 200}
    over = replace(programme("戊", "2023"), targets=("expected:2024-01#000",))
    planned = [len(Scope(dataset([expected], [over]), year, (year - 3, year)).planned(over)) for year in (2022, 2023, 2024)]
    assert planned == [0, 1, 0]


def test_a_template_knows_the_sections_of_the_report(tmp_path: Path) -> None:
    template = '{{ "farming" if includes("city") else "" }}'
    assert said(tmp_path, template, 2025, ("overview", "city")) == "farming"
    assert said(tmp_path, template, 2025, ("overview",)) == ""
