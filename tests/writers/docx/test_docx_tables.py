"""Tables: what is decided about their columns, and what of it stands in the file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_reading import LOOK, after_heading, all_of, attribute, part, report, style, words
from docx_samples import annual, cells, indicators, projects, said, stub_draw

from reportgen.document.model import Column, KeyFigures, Paragraph, Table
from reportgen.errors import WriterError
from reportgen.notices import TableTooWide
from reportgen.writers.docx import write
from reportgen.writers.docx.columns import Need, need, number_insets, shared, tight
from reportgen.writers.docx.tables import layout
from reportgen.writers.measure import width

ROOM, PAGE = 8845, 12756
POINTS = {"": 10.5, " Small": 9.0}


def table(*rows: tuple[str, ...], columns: tuple[Column, ...], **changes: object) -> Table:
    return replace(Table("t", "表1", "表题", "", columns, tuple(cells(*row) for row in rows)), **changes)  # type: ignore[arg-type]


TWO = (Column("指标"), Column("数", "number"))


def test_columns_of_equal_weight_share_what_their_texts_leave() -> None:
    assert shared((Need(2, 4), Need(2, 10)), 20) == [7, 13]


def test_columns_too_long_for_one_line_share_what_their_words_leave() -> None:
    assert shared((Need(4, 4), Need(6, 26), Need(6, 46)), 46) == [4, 16, 26]


def test_columns_of_unequal_weight_share_what_their_texts_leave_or_lack() -> None:
    assert shared((Need(2, 4, 1), Need(2, 4, 3)), 40) == [12, 28]
    assert shared((Need(2, 40, 1), Need(2, 40, 3)), 40) == pytest.approx([10, 30])


def test_no_weight_makes_a_column_narrower_than_its_words() -> None:
    assert shared((Need(8, 20, 1), Need(2, 40, 2), Need(2, 40, 1)), 20) == pytest.approx([8, 8, 4])


def test_no_weight_makes_a_column_wider_than_its_texts_where_others_break_theirs() -> None:
    assert shared((Need(4, 30, 1), Need(2, 3, 3)), 20) == pytest.approx([16.25, 3.75])


def test_columns_that_cannot_fit_shrink_in_the_same_measure() -> None:
    needs = (Need(10, 10), Need(30, 30))
    assert tight(needs, 20)
    assert shared(needs, 20) == [5, 15]


def test_numbers_ask_for_their_whole_width_and_texts_for_their_words() -> None:
    assert need("数", ("1068.21",), number=True, weight=1, padding=0).least == pytest.approx(3.48)
    assert need("说明", ("完成备案和环评，拟于下半年开工",), number=False, weight=1, padding=0).least == 6
    assert need("说明", ("internationalisation of trade",), number=False, weight=1, padding=0).least == width(
        "internationalisation"
    )


def test_decimal_points_stand_in_one_line_and_the_numbers_in_the_middle() -> None:
    insets = number_insets(("1068.21", "9.5", "612", "—"), 10)
    assert insets[:3] == pytest.approx([3.36, 3.86, 4.64])
    assert insets[3] is None


def test_numbers_too_wide_for_the_middle_stand_at_the_edge() -> None:
    assert number_insets(("1068.21亿元", "9"), 3) == [0.0, 0.0]


def test_the_columns_fill_the_text_exactly() -> None:
    for block in (indicators(), projects()):
        assert sum(layout(block, ROOM, PAGE, POINTS).widths) == ROOM


def test_names_of_places_and_headers_keep_to_one_line() -> None:
    widths = layout(projects(), ROOM, PAGE, POINTS).widths
    em = 10.5 * 20
    assert widths[1] - 170 >= 4 * em
    assert widths[3] - 170 >= 6 * em


def test_many_columns_take_small_type() -> None:
    years = tuple(Column(f"{year}年", "number") for year in range(2016, 2026))
    plan = layout(table(("营业收入", *["1068.21"] * 10), columns=(Column("指标"), *years)), ROOM, PAGE, POINTS)
    assert (plan.suffix, plan.fits) == (" Small", True)


def test_columns_beyond_the_page_are_told() -> None:
    years = tuple(Column(f"{year}年", "number") for year in range(2000, 2026))
    block = table(("营业收入", *["1068.21"] * 26), columns=(Column("指标"), *years))
    assert write(report(block), LOOK, stub_draw).notices == (TableTooWide("表1", 27),)


def test_a_short_table_stays_whole_and_with_its_notes() -> None:
    assert layout(indicators(), ROOM, PAGE, POINTS).kept == frozenset(range(6))


def test_a_short_table_without_notes_lets_go_of_what_follows() -> None:
    block = table(("甲", "1"), ("乙", "2"), ("丙", "3"), columns=TWO)
    assert layout(block, ROOM, PAGE, POINTS).kept == frozenset({0, 1})


def test_a_long_table_keeps_its_ends_together_and_titles_with_their_rows() -> None:
    block = projects()
    assert layout(block, ROOM, PAGE, POINTS).kept == frozenset({0, *block.groups, len(block.rows) - 2, len(block.rows) - 1})


def test_caption_unit_table_notes_and_source_follow_each_other() -> None:
    found = after_heading(report(indicators()))
    outside = [line for line in found if line[0] in ("TableCaption", "TableUnit", "TableNote")]
    assert outside == [
        ("TableCaption", "表1　2025年主要指标完成情况"),
        ("TableUnit", "单位：亿元、家、亿千瓦时、%"),
        ("TableNote", "注：增速按可比价格计算；营业收入按现价计算。"),
        ("TableNote", "资料来源：市工业和信息化局"),
    ]
    assert (found[0][0], found[1][0], found[-1][0]) == ("TableCaption", "TableUnit", "TableNote")


def test_no_line_is_left_for_a_unit_that_differs_by_column() -> None:
    assert "TableUnit" not in {line[0] for line in after_heading(report(table(("甲", "1"), columns=TWO)))}


def test_several_notes_are_numbered() -> None:
    block = table(("甲", "1"), columns=TWO, notes=(said("甲注。"), said("乙注。")))
    assert after_heading(report(block))[-2:] == [("TableNote", "注：1.甲注。"), ("TableNote", "2.乙注。")]


def test_a_source_that_names_itself_is_not_named_twice() -> None:
    block = table(("甲", "1"), columns=TWO, source="资料来源：某局")
    assert after_heading(report(block))[-1] == ("TableNote", "资料来源：某局")


def test_the_header_repeats_and_no_row_breaks() -> None:
    rows = all_of(part(report(projects())), ".//w:tr")
    assert [bool(all_of(row, "w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * 39
    assert all(all_of(row, "w:trPr/w:cantSplit") for row in rows)


def test_a_group_title_spans_its_row() -> None:
    row = all_of(part(report(projects())), ".//w:tr")[1]
    cell = all_of(row, "w:tc")
    assert (len(cell), words(row)) == (1, "（一）新建项目")
    assert attribute(all_of(cell[0], "w:tcPr/w:gridSpan")[0], "w:val") == "5"
    assert style(all_of(cell[0], "w:p")[0]) == "TableGroup"


def test_numbers_carry_their_distance_from_the_edge_and_gaps_stand_in_the_middle() -> None:
    block = table(("甲", "{1068.21}"), ("乙", "{612}"), ("丙", "—"), columns=TWO)
    properties = [all_of(row, "w:tc")[1].find("w:p/w:pPr", row.nsmap) for row in all_of(part(report(block)), ".//w:tr")[1:]]
    edges = [attribute(node, "w:right") for found in properties for node in all_of(found, "w:ind")]
    assert len(edges) == 2
    assert int(edges[1] or 0) - int(edges[0] or 0) == round((0.28 + 1.0) * 10.5 * 20)
    assert [attribute(node, "w:val") for node in all_of(properties[2], "w:jc")] == ["center"]


def test_the_table_tells_its_caption_to_screen_readers() -> None:
    found = all_of(part(report(indicators())), ".//w:tblPr/w:tblCaption")
    assert [attribute(node, "w:val") for node in found] == ["2025年主要指标完成情况"]


@pytest.mark.parametrize("block", [table(("甲", "1"), columns=TWO), KeyFigures(annual().sections[0].blocks[1].items)])  # type: ignore[union-attr]
def test_a_paragraph_parts_a_table_from_a_next_one(block: Table | KeyFigures) -> None:
    body = part(report(block)).find("w:body", {"w": part(report(block)).nsmap["w"]})
    assert [str(node.tag).rpartition("}")[2] for node in body][-3:] == ["tbl", "p", "sectPr"]


def test_a_table_without_rows_is_its_header() -> None:
    assert len(all_of(part(report(table(columns=TWO), Paragraph(said("文")))), ".//w:tr")) == 1


def test_a_row_that_does_not_fit_the_columns_is_refused() -> None:
    with pytest.raises(WriterError) as fault:
        write(report(table(("甲", "1"), ("乙",), columns=TWO)), LOOK, stub_draw)
    assert str(fault.value) == "表1: row 2 has not as many cells as the table has columns"


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(WriterError) as fault:
        write(report(table(columns=())), LOOK, stub_draw)
    assert str(fault.value) == "表1: a table needs at least one column"
