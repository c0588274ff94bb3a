"""The pages of the annual report of every year with facts, as LibreOffice sets them: filled to the foot, none of next to nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx_samples import stub_draw
from office_tools import lines_of_pages, to_pdf
from produced import document

from reportgen import bundled
from reportgen.document.model import Document, Paragraph, Table, Text
from reportgen.writers.docx import report, write

OFFICIAL = bundled.templates() / "office" / "official.docx"
YEARS = (2012, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026)
FOOT, HEAD, NUMBER = 35 / 25.4 * 72, 260 / 25.4 * 72, 80.0
"""Lower and upper edge of the text area in points, and what page numbers stand below."""
FILLED, NOT_NEXT_TO_NOTHING = 0.75, 0.1


def filled(lines: list[tuple[float, float, str]]) -> float:
    """The part of the text area above the last line of a page."""
    lowest = min(up for up, _, text in lines if up > NUMBER or "—" not in text)
    return (HEAD - lowest) / (HEAD - FOOT)


@pytest.mark.office
@pytest.mark.parametrize("year", YEARS)
def test_pages_are_filled_and_the_last_one_holds_more_than_a_few_lines(year: int, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(report.write(document(year), OFFICIAL).data)
    *others, last = map(filled, lines_of_pages(to_pdf(path)))
    assert all(part > FILLED for part in others), others
    assert last > NOT_NEXT_TO_NOTHING


def sizes(data: bytes) -> bool:
    from docx_reading import parts

    return b"TableTextSmall" in parts(data)["word/document.xml"].replace(b" ", b"")


def ending(year: int, paragraphs: int) -> Document:
    """The report of a year, its last section made of lines and its own tables."""
    made = document(year)
    last = made.sections[-1]
    tables = tuple(block for block in last.blocks if isinstance(block, Table))
    lines = tuple(Paragraph((Text("工业和信息化"),)) for _ in range(paragraphs))
    return replace(made, sections=(replace(last, blocks=(*lines, *tables), slides=()),))


def test_tables_at_the_end_take_small_type_where_that_saves_a_page_of_next_to_nothing() -> None:
    small = [lines for lines in range(12) if sizes(write(ending(2022, lines), OFFICIAL, stub_draw).data)]
    assert small != []
    assert small == list(range(small[0], small[-1] + 1)), "not where the tables fit, nor where small type does not help"
    assert len(small) < 6
