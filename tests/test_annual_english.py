"""The annual briefing in English: the same facts as in Chinese, in English words and figures."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import produced
import pytest

from reportgen import bundled
from reportgen.document.model import Block, Bullets, Document, Figure, KeyFigures, Paragraph, Table, Text
from reportgen.document.walk import facts_of_block, facts_of_slide, figures, runs
from reportgen.facts.language import in_language, untranslated
from reportgen.facts.load import load
from reportgen.facts.model import Language
from reportgen.narrative.wording import en
from reportgen.narrative.wording.protocol import Scale
from reportgen.notices import Notice, TermsForeign
from reportgen.writers.text import write

YEARS = (2012, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026)
CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]")
SCALES = (Scale(), *(Scale(word, Decimal(10) ** power) for word, power in (("million", 6), ("billion", 9))))


def composed(year: int, language: Language = "en") -> tuple[Document, tuple[Notice, ...]]:
    return produced.composed(year, language)


def test_every_text_of_the_dataset_has_its_english() -> None:
    assert untranslated(load(bundled.dataset())) == ()


@pytest.mark.parametrize("year", YEARS)
def test_no_year_shows_a_chinese_character(year: int) -> None:
    document, notices = composed(year)
    assert CHINESE.findall(write(document)) == []
    assert [notice for notice in notices if isinstance(notice, TermsForeign)] == []


def kinds(blocks: tuple[Block, ...]) -> list[type]:
    return [type(block) for block in blocks]


@pytest.mark.parametrize("year", YEARS)
def test_each_section_says_the_same_facts_in_both_languages(year: int) -> None:
    chinese, english = composed(year, "zh")[0], composed(year)[0]
    assert [section.key for section in chinese.sections] == [section.key for section in english.sections]
    for one, other in zip(chinese.sections, english.sections, strict=True):
        assert {id_ for block in one.blocks for id_ in facts_of_block(block)} == {
            id_ for block in other.blocks for id_ in facts_of_block(block)
        }, one.key
        assert kinds(one.blocks) == kinds(other.blocks), one.key


@pytest.mark.parametrize("year", YEARS)
def test_each_slide_shows_the_same_facts_in_both_languages(year: int) -> None:
    chinese, english = composed(year, "zh")[0], composed(year)[0]
    for one, other in zip(chinese.sections, english.sections, strict=True):
        assert [set(facts_of_slide(slide)) for slide in one.slides] == [set(facts_of_slide(slide)) for slide in other.slides]
        assert [slide.layout for slide in one.slides] == [slide.layout for slide in other.slides]


@pytest.mark.parametrize("year", YEARS)
def test_no_year_shows_a_hole_a_stray_mark_or_a_missing_space(year: int) -> None:
    text = write(composed(year)[0])
    assert not re.search(r"\bNone\b|\bnan\b|Undefined|<|\{\{|\{%|facts=", text)
    assert not re.search(r"[,;:]\.|,,|;;|\.\.|\( ?\)| [,;.](\s|$)|[a-z][,;:][a-z]|\)[a-z]|%[a-z]", text)
    assert not re.search(r"(?<![\d.,])1 (?:enterprises|projects|years|days|months|minutes|percentage points|measures)\b", text)
    assert not re.search(r"\ba [aeio]", text)


@pytest.mark.parametrize("year", YEARS)
def test_nothing_is_said_not_to_be_published_because_the_sources_do_not_have_it(year: int) -> None:
    assert not re.search("无公开|没有公布|未公布", write(composed(year, "zh")[0]))
    assert not re.search("no public|(not|never)( been| yet)? published", write(composed(year)[0]), re.IGNORECASE)


@pytest.mark.parametrize("year", YEARS)
def test_every_paragraph_bullet_cell_and_label_begins_with_a_capital_and_paragraphs_end(year: int) -> None:
    for section in composed(year)[0].sections:
        for block in (*section.blocks, *(block for slide in section.slides for block in slide.blocks)):
            for said in beginnings(block):
                assert not re.match(r"[“(]?[a-z]", said), said
            if isinstance(block, Paragraph) and block.role == "body":
                assert plain(block.spans)[-1] in ".:"


def beginnings(block: object) -> list[str]:
    """What a block begins with, wherever a reader's eye begins."""
    match block:
        case Paragraph():
            return [plain(block.spans)]
        case Bullets():
            return [plain(item) for item in block.items]
        case KeyFigures():
            return [item.label for item in block.items]
        case Table():
            firsts = [plain(cell) for row in block.rows for cell in row if cell and isinstance(cell[0], Text)]
            return [*firsts, *(column.title for column in block.columns)]
    return []


def plain(spans: tuple[object, ...]) -> str:
    return "".join(span.text for span in spans if isinstance(span, Text | Figure)).lstrip("\u3000")


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_shows_the_value_unit_and_qualifier_of_its_fact(year: int) -> None:
    known = in_language(load(bundled.dataset()), "en").by_id
    for section in composed(year)[0].sections:
        for figure in (figure for block in section.blocks for spans in runs(block) for figure in figures(spans)):
            (fact,) = [known[id_] for id_ in figure.facts]
            forms = {en.amount(fact), en.amount(fact, signed=True), *(en.cell(fact, scale=scale) for scale in SCALES)}
            assert figure.text in forms | {en.opened(form) for form in forms} or fact.quantity.value == 0, figure
            assert figure.derived == fact.derived


def test_a_text_without_english_is_named_and_stays_in_its_language() -> None:
    dataset = load(bundled.dataset())
    poorer = replace(dataset, terms={text: english for text, english in dataset.terms.items() if text != "总投资"})
    assert untranslated(poorer) == ("总投资",)
    assert "总投资" in {fact.coverage for fact in in_language(poorer, "en").facts}
