"""Reports as other programs see them: Microsoft's validator, and LibreOffice's pages."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import LOOK, written
from docx_samples import annual, english, hard
from office_tools import faults, lines_of_pages, to_pdf

from reportgen.document.model import Document, Heading, Paragraph, Section, Text

MM = 72 / 25.4


def saved(document: Document, folder: Path) -> Path:
    path = folder / "report.docx"
    path.write_bytes(written(document))
    return path


@pytest.mark.office
@pytest.mark.parametrize("document", [annual(), hard(), english()], ids=["annual", "hard", "english"])
def test_the_validator_finds_nothing(document: Document, tmp_path: Path) -> None:
    assert faults(saved(document, tmp_path)) == ""


@pytest.mark.office
def test_a_full_page_has_22_lines_of_28_characters_and_its_number_where_it_belongs(tmp_path: Path) -> None:
    body = tuple(Paragraph((Text("工业和信息化发展情况报告正文" * 60),)) for _ in range(3))
    document = replace(annual(), sections=(Section("s", "一、", "正文", "s", body),))
    pages = lines_of_pages(to_pdf(saved(document, tmp_path)))
    *lines, number = pages[2]
    assert [len(text) for _, _, text in lines] == [28] * 22
    assert {round(above[0] - below[0], 1) for above, below in itertools.pairwise(lines)} <= {28.9, 29.0}
    assert lines[0][1] == pytest.approx(28 * MM, abs=0.3)
    assert number[2] == "—3—"
    assert number[0] == pytest.approx((35 - 7) * MM - 4.5, abs=1.5)  # the dash is 4.5 pt above the baseline
    assert pages[1][-1][1] == pytest.approx(28 * MM + 14, abs=0.5)


@pytest.mark.office
def test_first_lines_are_indented_by_two_characters(tmp_path: Path) -> None:
    document = replace(annual(), sections=(Section("s", "一、", "正文", "s", (Paragraph((Text("正文" * 40),)),)),))
    lines = lines_of_pages(to_pdf(saved(document, tmp_path)))[0]
    starts = [left for _, left, text in lines if text.startswith(("正文", "一、"))]
    assert starts[:2] == [pytest.approx(28 * MM + 32, abs=0.6)] * 2
    assert starts[2] == pytest.approx(28 * MM, abs=0.3)


@pytest.mark.office
@pytest.mark.parametrize("look", ["official.docx", "report.docx"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(look: str, tmp_path: Path) -> None:
    def section(number: int) -> Section:
        blocks = (Heading(2, "（一）", (Text("小标题"),), f"h{number}"), Paragraph((Text("正文" * (20 + 7 * number)),)))
        return Section(f"s{number}", "一、", "大标题", f"s{number}", blocks)

    document = replace(annual(), sections=tuple(section(number) for number in range(12)), contents=False)
    path = tmp_path / "report.docx"
    path.write_bytes(written(document, LOOK.parent / look))
    pages = lines_of_pages(to_pdf(path))
    assert len(pages) > 3
    assert not [page for page in pages[1:] if "标题" in page[-2][2]]


@pytest.mark.office
def test_every_page_of_the_annual_report_has_its_number(tmp_path: Path) -> None:
    pages = lines_of_pages(to_pdf(saved(annual(), tmp_path)))
    assert 8 <= len(pages) <= 11
    assert [page[-1][2] for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]
