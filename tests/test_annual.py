"""The annual briefing on the bundled dataset: every year that has facts, and how much of each full year is said."""

from __future__ import annotations

import re
from functools import cache

import pytest
from produced import composed

from reportgen import bundled
from reportgen.document.model import Figure, Paragraph, Section, Table, Text
from reportgen.document.walk import facts_of_block, facts_of_slide, figures, runs
from reportgen.facts.dataset import Dataset
from reportgen.facts.load import load
from reportgen.facts.quantity import SCALES
from reportgen.narrative.wording import zh
from reportgen.narrative.wording.protocol import Scale
from reportgen.writers.text import write

YEARS = (2012, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026)
FULL_YEARS = (2022, 2023, 2025)


@cache
def dataset() -> Dataset:
    return load(bundled.dataset())


def narrated(section: Section) -> set[str]:
    """Facts that a section says, its list of left-over facts not counted."""
    blocks = [block for block in section.blocks if not (isinstance(block, Table) and block.anchor == "tbl-unsaid")]
    return {id_ for block in blocks for id_ in facts_of_block(block)}


def test_the_years_with_facts_are_these() -> None:
    assert tuple(dataset().years()) == YEARS


@pytest.mark.parametrize("year", YEARS)
def test_no_year_shows_a_hole_or_a_python_value(year: int) -> None:
    text = write(composed(year)[0])
    assert not re.search(r"None|nan|Undefined|<|\{\{|\{%|facts=", text)
    assert not re.search(r"[，；、：]。|，，|；；|。。|（）|，；|年，。", text)


@pytest.mark.parametrize("year", YEARS)
def test_no_paragraph_of_any_year_begins_or_ends_badly(year: int) -> None:
    for section in composed(year)[0].sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                said = "".join(span.text for span in block.spans if isinstance(span, Text | Figure))
                assert said[0] not in "，；。、：）", said
                assert said[-1] in "。：", said


@pytest.mark.parametrize("year", FULL_YEARS)
def test_nine_in_ten_facts_of_a_full_year_are_said_before_the_list_of_the_rest(year: int) -> None:
    said = {id_ for section in composed(year)[0].sections for id_ in narrated(section)}
    facts = dataset().of_year(year)
    missing = [fact.id for fact in facts if not said & {twin.id for twin in dataset().twins(fact)}]
    assert len(missing) <= len(facts) / 10, missing


@pytest.mark.parametrize("year", YEARS)
def test_every_fact_of_a_year_stands_somewhere_in_its_report(year: int) -> None:
    said = {id_ for section in composed(year)[0].sections for block in section.blocks for id_ in facts_of_block(block)}
    assert [fact.id for fact in dataset().of_year(year) if not said & {twin.id for twin in dataset().twins(fact)}] == []


def test_every_programme_of_the_register_is_told_in_some_year() -> None:
    told = "".join(write(composed(year)[0]) for year in YEARS)
    silent = [one for one in dataset().programmes if not any(words in told for words in (one.short, one.name.zh, one.what.zh))]
    assert [programme.key for programme in silent] == []


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_shows_the_value_unit_and_qualifier_of_its_fact(year: int) -> None:
    known = dataset().by_id
    for section in composed(year)[0].sections:
        for block in section.blocks:
            for figure in (figure for spans in runs(block) for figure in figures(spans)):
                (fact,) = [known[id_] for id_ in figure.facts]
                forms = {
                    zh.amount(fact),
                    zh.amount(fact, signed=True),
                    *(zh.cell(fact, scale=Scale(word, factor)) for word, factor in SCALES.items()),
                }
                assert figure.text in forms or fact.quantity.value == 0, figure
                assert figure.derived == fact.derived


@pytest.mark.parametrize("year", YEARS)
def test_a_derived_figure_is_marked_wherever_it_stands(year: int) -> None:
    for section in composed(year)[0].sections:
        for spans in (spans for block in section.blocks for spans in runs(block)):
            for figure, following in zip(spans, [*spans[1:], Text("")], strict=True):
                if isinstance(figure, Figure) and figure.derived:
                    assert isinstance(following, Text)
                    assert following.text.startswith((zh.DERIVED_MARK, "*")), figure


@pytest.mark.parametrize("year", FULL_YEARS)
def test_the_deck_of_a_full_year_says_a_conclusion_on_every_slide(year: int) -> None:
    slides = [slide for section in composed(year)[0].sections for slide in section.slides]
    assert 8 <= len(slides) <= 18
    for slide in (slide for slide in slides if slide.layout != "sources"):
        assert list(facts_of_slide(slide)) != []
        assert slide.notes != ()
        assert slide.source.startswith("资料来源：《")


def test_the_same_request_gives_the_same_document() -> None:
    composed.cache_clear()
    first = composed(2025)
    composed.cache_clear()
    assert composed(2025) == first
