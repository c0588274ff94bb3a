"""The evidence pack: every number of the report, once for each place, with what a person needs to sign for it."""

from __future__ import annotations

import io

import pytest
from produced import document as report

from reportgen.document.evidence import Item, items, on_a_sheet, on_pages
from reportgen.document.model import Chart, Document, Table, words_of
from reportgen.document.walk import figures, runs
from reportgen.facts.model import LANGUAGES, Language
from reportgen.writers import sheets

YEARS = (2022, 2025)


def numbers(document: Document) -> list[str]:
    """Every figure of the blocks, and every point and mark of the charts."""
    found = []
    for section in document.sections:
        for block in section.blocks:
            found += [figure.text for spans in runs(block) for figure in figures(spans)]
            if isinstance(block, Chart):
                found += [point.label + block.spec.unit for row in block.spec.series for point in row.points if point.facts]
                found += [block.spec.mark_label] if block.spec.mark_facts else []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", YEARS)
def test_every_number_of_the_report_is_an_item_with_its_fact(year: int, language: Language) -> None:
    document = report(year, language)
    found = items(document)
    assert sorted(item.figure for item in found) == sorted(numbers(document))
    assert [item for item in found if not item.facts] == []


def test_a_sentence_is_told_with_its_own_figures_only() -> None:
    first = items(report(2025))[0]
    assert first == Item("一、总体情况", first.sentence, "7.7%", first.facts)
    assert "7.7%" in first.sentence
    assert "1267.05" not in first.sentence


def cells(document: Document) -> list[list[str]]:
    (table,) = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    return [[words_of(cell) for cell in row] for row in table.rows]


def test_a_derived_figure_says_its_formula_and_the_sources_of_what_it_comes_from() -> None:
    said = next(row for row in cells(on_a_sheet(report(2025))) if row[2] == "iva.growth@jiangxi:2025#derived")
    assert said[-2].splitlines() == [
        "算式：a−b",
        "a＝规模以上工业增加值增速 2025年：7.7%（《向“新”而行 向“强”攀登》第8段）",
        "b＝规模以上工业增加值增速与全省之差 2025年：0.2个百分点（《向“新”而行 向“强”攀登》第8段）",
    ]
    assert said[-1] == "推算"


def test_in_print_a_meaning_is_said_once_and_a_sentence_once_for_its_figures() -> None:
    rows = [row for row in cells(on_pages(report(2025))) if len(row) > 1]
    assert rows[1][1] == "同上"
    of_growth = [row[3] for row in rows if row[3].startswith("规模以上工业增加值增速 2025年")]
    assert [len(text.splitlines()) for text in of_growth] == [2] + [1] * (len(of_growth) - 1)


def test_the_workbook_has_a_row_for_each_number_and_is_the_same_every_time() -> None:
    from openpyxl import load_workbook

    document = on_a_sheet(report(2025))
    data = sheets.write(document).data
    assert sheets.write(document).data == data
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]] == [
        "序号",
        "章节",
        "数据编号",
        "报告语句",
        "数据",
        "含义、时间与口径",
        "出处或算式",
        "性质",
    ]
    assert [sheet.cell(row, 1).value for row in range(4, 4 + len(cells(document)))] == list(range(1, 1 + len(cells(document))))
    assert sheet.freeze_panes == "A4"
