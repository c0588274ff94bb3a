"""Pages are filled: charts and short tables stand where they fit, without leaving their part or their order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, parts, report, words, written
from docx_samples import annual, growth_chart, indicators, said, stub_draw
from lxml import etree
from office_tools import lines_of_pages, to_pdf

from reportgen.document.model import Block, Bullets, Chart, Column, Document, Heading, Paragraph, Section, Table
from reportgen.writers.docx import report as writing
from reportgen.writers.docx import write
from reportgen.writers.docx.flow import Flow, Lines, Rows, Solid, Spot
from reportgen.writers.docx.heights import Heights
from reportgen.writers.docx.look import open_look
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.pagination import pages_of
from reportgen.writers.docx.tables import layout_in

ROOM = 22
PICTURE = 4536
"""8 cm in twips."""


def para(text: str) -> Paragraph:
    return Paragraph(said(text))


def text(count: int, lead: str = "工") -> Paragraph:
    """Return a paragraph of so many lines of the official look."""
    return para(lead + "业" * (27 * count - 14 - len(lead)))


def flow(filled: int, *blocks: Block, lowest: float = 1.0) -> tuple[Flow, list[Block]]:
    """Let blocks flow on a page with ``filled`` of its 22 lines taken (the heading takes one more); pictures can be made ``lowest``
    of their height, or cannot be lower."""
    look = open_look(LOOK)
    heights = Heights(look, report(*blocks), lambda chart: PICTURE, partial(layout_in, look))

    def shrink(chart: Chart, height: int) -> int | None:
        return height if lowest * PICTURE <= height else None

    made = Flow(heights, shrink, Spot(look.height, y=filled * 579))
    section = made.section(Section("s", "一、", "节", "s", blocks))
    return made, list(section.blocks)


CHART = growth_chart("growth", "图1")
FIRST, SECOND, MENTION = text(2, "甲"), text(4, "乙"), para("走势见[growth|图1]。")


def names(blocks: list[Block]) -> list[str]:
    return [type(block).__name__ if not isinstance(block, Paragraph) else words_of(block)[0] for block in blocks]


def words_of(block: Paragraph) -> str:
    return "".join(getattr(span, "text", "") for span in block.spans)


def test_what_fits_stays_where_it_is() -> None:
    assert names(flow(3, MENTION, CHART, FIRST)[1]) == ["走", "Chart", "甲"]


def test_text_fills_the_page_before_a_chart_that_does_not_fit() -> None:
    made, blocks = flow(13, MENTION, CHART, FIRST, SECOND)
    assert names(blocks) == ["走", "甲", "乙", "Chart"]
    assert made.spot.page == 2


def test_no_more_text_than_the_page_takes_goes_before_the_chart() -> None:
    assert names(flow(13, MENTION, CHART, text(5, "丙"), FIRST)[1]) == ["走", "丙", "Chart", "甲"]


def test_a_chart_goes_before_text_behind_its_mention_where_it_fits() -> None:
    assert names(flow(8, MENTION, FIRST, SECOND, CHART)[1]) == ["走", "Chart", "甲", "乙"]


def test_a_chart_never_goes_before_its_mention() -> None:
    assert names(flow(8, FIRST, SECOND, MENTION, CHART)[1]) == ["甲", "乙", "走", "Chart"]


@pytest.mark.parametrize("pointing", ["以下数据按口径分列：", "上述企业均在园区内。" * 3, "下表列出各项数据。"])
def test_text_that_leads_or_points_stays_where_it_is(pointing: str) -> None:
    assert names(flow(13, MENTION, CHART, para(pointing), FIRST)[1]) == ["走", "Chart", pointing[0], "甲"]


def test_charts_stay_in_their_part() -> None:
    blocks = (MENTION, CHART, Heading(2, "（一）", said("小节"), "h"), FIRST)
    assert names(flow(13, *blocks)[1]) == ["走", "Chart", "Heading", "甲"]


def test_lists_stay_behind_what_leads_to_them() -> None:
    assert names(flow(13, MENTION, CHART, Bullets((said("项"),)), FIRST)[1]) == ["走", "Chart", "Bullets", "甲"]


def test_captioned_blocks_keep_their_order() -> None:
    other = replace(growth_chart("other", "图2"), anchor="other")
    _, blocks = flow(13, para("见[growth|图1]和[other|图2]。"), CHART, other, FIRST)
    assert [block.label for block in blocks if isinstance(block, Chart)] == ["图1", "图2"]


def test_an_upright_chart_is_set_lower_rather_than_moved() -> None:
    made, blocks = flow(11, MENTION, CHART, FIRST, lowest=0.8)
    assert names(blocks) == ["走", "Chart", "甲"]
    assert PICTURE * 0.8 <= made.low["growth"] < PICTURE
    assert made.spot.page == 2  # the text behind it


def test_an_upright_chart_is_set_lower_so_that_a_table_has_room_below_it() -> None:
    stiff, pliant = (flow(4, MENTION, CHART, indicators(), lowest=lowest)[0] for lowest in (1.0, 0.8))
    assert (stiff.spot.page, stiff.low) == (2, {})
    assert (pliant.spot.page, set(pliant.low)) == (1, {"growth"})


def rows(count: int) -> Table:
    return Table(
        "t",
        "表1",
        "数据",
        "",
        (Column("名称"), Column("数", "number")),
        tuple((said(f"第{n}行"), said("{1}")) for n in range(count)),
    )


def test_a_short_table_is_broken_where_much_of_the_page_would_stay_white() -> None:
    assert flow(11, MENTION, rows(13))[0].broken == {"t"}
    assert flow(19, MENTION, rows(13))[0].broken == set()
    assert flow(2, MENTION, rows(13))[0].broken == set()


def test_a_broken_table_keeps_its_first_and_last_rows_together() -> None:
    tree = etree.fromstring(_part(report(text(7), rows(13), para("以上各项待核。"))))
    kept = [bool(all_of(row, "w:tc/w:p/w:pPr/w:keepNext")) for row in all_of(tree, ".//w:tr")]
    assert kept == [True, True, *[False] * 10, True, False]


def _part(document: Document) -> bytes:
    return parts(written(document))["word/document.xml"]


def test_a_heading_goes_with_the_chart_below_it() -> None:
    made, _ = flow(12, FIRST, Heading(2, "（一）", said("小节"), "h"), CHART)
    assert made.pages == {"s": 1, "h": 2}


# --- arithmetic ----------------------------------------------------------------------------------------------------------


def test_text_breaks_between_lines() -> None:
    assert Spot(ROOM, y=20).put(Lines(5, 1)) == Spot(ROOM, page=2, y=3)


def test_white_between_paragraphs_is_the_larger_of_the_two() -> None:
    assert Spot(ROOM, y=5, after=2).put(Lines(1, 1, before=3, after=4)) == Spot(ROOM, y=9, after=4)


def test_what_does_not_fit_starts_the_next_page_without_white_above() -> None:
    assert Spot(ROOM, y=20).put(Solid(5, before=2)) == Spot(ROOM, page=2, y=5)


def test_footnotes_take_their_room_with_the_line_above_them() -> None:
    spot = Spot(10_000).put(Lines(1, 100, notes=260)).put(Lines(1, 100, notes=260))
    assert (spot.notes, spot.free(Solid(0))) == (820, 10_000 - 820 - 200)


def test_tables_break_between_rows_under_their_head() -> None:
    assert Spot(ROOM, y=10).put(Rows(1, 1, (4, 4, 4, 4), 1)) == Spot(ROOM, page=2, y=1 + 4 + 4 + 1)


def test_leads_stay_with_what_they_lead_to() -> None:
    tree = etree.fromstring(_part(report(para("工作如下："), Bullets((said("甲"),)), para("其他。"))))
    kept = [words(node) for node in all_of(tree, ".//w:p") if all_of(node, "w:pPr/w:keepNext")]
    assert kept == ["工作如下："]


# --- measured ------------------------------------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("look", ["official.docx", "report.docx"])
def test_headings_stand_on_the_pages_where_they_were_expected(look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Flow] = []

    def spy(manuscript: Manuscript, above: object) -> Flow:
        seen.append(arrange(manuscript, above))  # type: ignore[arg-type]
        return seen[-1]

    arrange = writing.arrange
    monkeypatch.setattr(writing, "arrange", spy)
    data = write(annual(), LOOK.parent / look, stub_draw).data
    found = pages_of(data, [f"{section.number}{section.title}" for section in annual().sections])
    expected = [seen[0].pages[section.anchor] for section in annual().sections]
    assert [page - found[0] for page in found] == pytest.approx([page - expected[0] for page in expected], abs=1)


@pytest.mark.office
def test_a_moved_chart_leaves_no_white_behind(tmp_path: Path) -> None:
    blocks = (text(8), MENTION, CHART, SECOND, text(9, "丙"))
    path = tmp_path / "report.docx"
    path.write_bytes(write(report(*blocks), LOOK, stub_draw).data)
    first, *_ = lines_of_pages(to_pdf(path))
    assert first[-2][0] < 60 / 25.4 * 72  # the last line of the text stands less than 60 mm over the foot
