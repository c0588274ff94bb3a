"""Reports in Word: every kind of block on the page, in the styles of the look."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import LOOK, after_heading, all_of, attribute, lines, part, parts, report, style, words, written, xml
from docx_samples import ZH, annual, english, growth_chart, hard, indicators, said, stub_draw
from lxml import etree

from reportgen.document.model import Block, Bullets, Figure, Heading, KeyFigure, KeyFigures, Paragraph, Section, Text
from reportgen.errors import WriterError
from reportgen.notices import ReferenceLoose, TableTooWide
from reportgen.writers.docx import write
from reportgen.writers.docx.key_figures import Grid, grid
from reportgen.writers.docx.report import BLOCKS


def para(text: str) -> Paragraph:
    return Paragraph(said(text))


def test_every_kind_of_block_has_a_writer() -> None:
    assert set(BLOCKS) == set(Block.__args__)


def test_the_title_block_leaves_out_what_is_empty() -> None:
    assert lines(part(report()))[:3] == [
        ("Title", "示例市2025年工业和信息化发展情况报告"),
        ("Author", "示例市工业和信息化局"),
        ("Date", "2026年6月30日"),
    ]


def test_a_subtitle_stands_under_the_title() -> None:
    document = report(subtitle="——供会议讨论", author="")
    assert [line[0] for line in lines(part(document))[:3]] == ["Title", "Subtitle", "Date"]


def test_a_long_title_is_broken_where_its_meaning_allows() -> None:
    title = "2025年示例市工业经济运行和重点项目建设情况的报告"
    assert lines(part(report(title=title)))[0][1] == "2025年示例市工业经济运行\n和重点项目建设情况的报告"


def test_headings_of_all_levels_use_the_built_in_styles() -> None:
    blocks = (Heading(2, "（一）", said("产业"), "a"), Heading(3, "1.", said("企业"), "b"))
    document = report(*blocks)
    assert [line for line in lines(part(document)) if line[0] and line[0].startswith("Heading")] == [
        ("Heading1", "一、节"),
        ("Heading2", "（一）产业"),
        ("Heading3", "1.企业"),
    ]


def test_headings_are_bookmarked_for_a_contents_page() -> None:
    names = [attribute(node, "w:name") or "" for node in all_of(part(report()), ".//w:bookmarkStart")]
    assert [bool(re.fullmatch(r"_Toc\d{9}", name)) for name in names] == [True]


def test_text_and_notes_have_their_own_styles() -> None:
    assert after_heading(report(para("正文"), Paragraph(said("说明"), "note"))) == [("BodyText", "正文"), ("Note", "说明")]


def test_strong_words_use_the_style_of_the_look() -> None:
    run = all_of(part(report(para("**电子信息**"))), ".//w:r")[-1]
    assert xml(run) == '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>电子信息</w:t></w:r>'


@pytest.mark.parametrize(("text", "hinted"), [("“引号”——", True), ("2025", False), ("-9.9%", False), ("第9位", True)])
def test_marks_that_both_scripts_share_take_the_chinese_font(text: str, hinted: bool) -> None:
    run = all_of(part(report(para(text))), ".//w:r")[-1]
    assert bool(all_of(run, "w:rPr/w:rFonts")) is hinted


def test_english_reports_take_the_latin_font_for_all_marks() -> None:
    assert not all_of(part(english()), ".//w:rFonts")


def test_each_ordered_list_counts_from_one() -> None:
    document = report(Bullets((said("甲"), said("乙")), ordered=True), Bullets((said("丙"),), ordered=True))
    numbers = [attribute(node, "w:val") for node in all_of(part(document), ".//w:numPr/w:numId")]
    assert numbers == ["3", "3", "4"]
    added = all_of(part(document, "word/numbering.xml"), "w:num")[2:]
    assert [attribute(node.find("w:lvlOverride/w:startOverride", node.nsmap), "w:val") for node in added] == ["1", "1"]


def test_an_ordered_list_under_the_lowest_heading_takes_the_next_form_of_numbers() -> None:
    document = report(Heading(3, "1.", said("企业"), "b"), Bullets((said("甲"),), ordered=True))
    assert [attribute(node, "w:val") for node in all_of(part(document), ".//w:numPr/w:ilvl")] == ["1"]


def test_lists_without_order_leave_their_dash_to_the_style() -> None:
    document = report(Bullets((said("甲"),)))
    assert after_heading(document) == [("ListBullet", "甲")]
    assert not all_of(part(document), ".//w:numPr")


def test_captions_are_counted_by_a_field_inside_a_bookmark() -> None:
    caption = next(node for node in all_of(part(report(indicators())), ".//w:p") if style(node) == "TableCaption")
    kinds = [str(node.tag).rpartition("}")[2] for node in caption]
    assert kinds == ["pPr", "bookmarkStart", "r", "r", "r", "r", "r", "r", "bookmarkEnd", "r"]
    assert words(caption) == "表1　2025年主要指标完成情况"
    assert [node.text for node in all_of(caption, ".//w:instrText")] == [" SEQ 表 \\* ARABIC "]


def test_references_lead_to_the_bookmark_and_show_its_label() -> None:
    document = report(para("见[indicators|表1]"), indicators())
    tree = part(document)
    bookmark = next(
        name for node in all_of(tree, ".//w:bookmarkStart") if (name := attribute(node, "w:name") or "").startswith("_Ref")
    )
    assert all_of(tree, ".//w:instrText")[0].text == f" REF {bookmark} \\h "
    assert after_heading(document)[0] == ("BodyText", "见表1")


def test_a_reference_to_nothing_stands_as_words_and_is_told() -> None:
    document = report(para("见[missing|图9]"))
    done = write(document, LOOK, stub_draw)
    assert done.notices == (ReferenceLoose("图9", "missing"),)
    assert not all_of(part(document), ".//w:instrText")


def test_footnotes_have_a_part_with_separators_and_notes() -> None:
    document = report(para("甲^(注一{1.5%})^乙^(注二)^"))
    notes = all_of(part(document, "word/footnotes.xml"), "w:footnote")
    assert [(attribute(note, "w:id"), attribute(note, "w:type"), words(note).strip()) for note in notes] == [
        ("-1", "separator", ""),
        ("0", "continuationSeparator", ""),
        ("1", None, "注一1.5%"),
        ("2", None, "注二"),
    ]
    assert [attribute(node, "w:id") for node in all_of(part(document), ".//w:footnoteReference")] == ["1", "2"]


def test_the_settings_announce_the_separators_once() -> None:
    announced = all_of(part(annual(), "word/settings.xml"), "w:footnotePr/w:footnote")
    assert [attribute(node, "w:id") for node in announced] == ["-1", "0"]


def test_a_chart_is_a_picture_with_words_source_and_caption() -> None:
    document = report(growth_chart("growth", "图1"))
    assert after_heading(document) == [
        ("Figure", ""),
        ("FigureNote", "资料来源：市工业和信息化局工业运行统计"),
        ("Caption", "图1　2020—2025年全市规模以上工业增加值增速与全省的比较（%）"),
    ]
    properties = all_of(part(document), ".//wp:docPr")
    assert [(node.get("id"), node.get("name")) for node in properties] == [("1", "图1")]
    assert properties[0].get("descr", "").startswith("折线图，显示2020年至2025年")


def test_a_picture_has_a_vector_form_and_a_bitmap_for_older_programs() -> None:
    document = report(growth_chart("growth", "图1"))
    targets = {node.get("Id"): node.get("Target") for node in part(document, "word/_rels/document.xml.rels")}
    blip = all_of(part(document), ".//a:blip")[0]
    vector = all_of(blip, "a:extLst/a:ext/asvg:svgBlip")[0]
    assert targets[attribute(blip, "r:embed")] == "media/chart1.png"
    assert targets[attribute(vector, "r:embed")] == "media/chart1.svg"
    assert parts(written(document))["word/media/chart1.svg"].startswith(b"<svg")


def numbers(count: int, text: str = "7%") -> KeyFigures:
    return KeyFigures(tuple(KeyFigure(f"指标{n}", Figure(text, ("f",)), said("说明")) for n in range(count)))


def test_key_figures_stand_in_rows_of_two_or_three_without_empty_cells() -> None:
    tree = part(report(numbers(8)))
    rows = [[words(cell) for cell in all_of(row, "w:tc")] for row in all_of(tree, ".//w:tr")]
    assert [len(row) for row in rows] == [3, 3, 2]
    assert rows[2] == ["指标67%说明", "指标77%说明"]
    spans = [[attribute(node, "w:val") for node in all_of(row, "w:tc/w:tcPr/w:gridSpan")] for row in all_of(tree, ".//w:tr")]
    assert spans == [["2", "2", "2"], ["2", "2", "2"], ["3", "3"]]


@pytest.mark.parametrize(
    ("count", "text", "planned"),
    [
        (1, "7%", Grid((1,), 22)),
        (2, "7%", Grid((2,), 22)),
        (3, "7%", Grid((3,), 22)),
        (4, "7%", Grid((2, 2), 22)),
        (5, "7%", Grid((3, 2), 22)),
        (7, "7%", Grid((3, 2, 2), 22)),
        (3, "1267.05亿元", Grid((3,), 19.5)),
        (3, "1234567.89亿元", Grid((2, 1), 22)),
        (2, "约123456789012345.67亿元人民币", Grid((1, 1), 22)),
    ],
)
def test_the_grid_is_as_wide_as_its_numbers_allow(count: int, text: str, planned: Grid) -> None:
    assert grid(numbers(count, text), 8845, 22) == planned


def test_numbers_set_smaller_say_so_on_their_runs() -> None:
    sizes = [attribute(node, "w:val") for node in all_of(part(report(numbers(3, "1267.05亿元"))), ".//w:rPr/w:sz")]
    assert sizes == ["39"] * 6  # digits and unit


def test_empty_lists_and_grids_leave_nothing() -> None:
    assert after_heading(report(Bullets(()), Bullets((), ordered=True), KeyFigures(()))) == []


def test_a_section_without_blocks_keeps_its_heading() -> None:
    assert after_heading(report()) == []


def test_characters_that_files_cannot_hold_are_dropped() -> None:
    assert after_heading(report(para("孤\ud800立\x00。"))) == [("BodyText", "孤立。")]


def test_a_line_feed_starts_a_new_line() -> None:
    assert after_heading(report(Paragraph((Text("上\n下"),)))) == [("BodyText", "上\n下")]


def test_properties_come_from_the_document() -> None:
    core = parts(written(annual()))["docProps/core.xml"].decode()
    found = dict(re.findall(r"<(?:dc|cp|dcterms):(\w+)[^>]*>([^<]*)</", core))
    assert found == {
        "title": "示例市2025年工业和信息化发展情况报告",
        "creator": "示例市工业和信息化局",
        "lastModifiedBy": "示例市工业和信息化局",
        "subject": "工业和信息化发展年度报告",
        "keywords": "工业、信息化、2025年",
        "language": "zh-CN",
        "created": "2026-06-30T00:00:00Z",
        "modified": "2026-06-30T00:00:00Z",
        "revision": "1",
    } | {name: "" for name in ("category", "contentStatus", "description", "identifier", "version") if name in found}


def test_nothing_of_the_specimen_in_the_look_remains() -> None:
    assert "公文版式样本" not in words(part(report()))


def test_the_page_and_footers_of_the_look_remain() -> None:
    page = all_of(part(report()), "w:body/w:sectPr")[0]
    assert [attribute(node, "w:type") for node in all_of(page, "w:footerReference")] == ["default", "even"]
    assert {"word/footer1.xml", "word/footer2.xml"} <= set(parts(written(report())))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(annual(), LOOK, stub_draw) == write(annual(), LOOK, stub_draw)


def test_a_written_report_serves_as_a_look(tmp_path: Path) -> None:
    look = tmp_path / "restyled.docx"
    look.write_bytes(written(annual()))
    again = parts(written(report(), look))
    assert words(etree.fromstring(again["word/document.xml"])) == words(part(report()))
    assert not [name for name in again if "media" in name]


def test_hard_cases_are_written_and_told() -> None:
    assert write(hard(), LOOK, stub_draw).notices == (TableTooWide("表1", 11), ReferenceLoose("图9", "missing"))


def test_two_blocks_of_one_anchor_are_refused() -> None:
    with pytest.raises(WriterError) as fault:
        write(report(indicators(), replace(indicators(), label="表2")), LOOK, stub_draw)
    assert str(fault.value) == "表2: two blocks have the anchor 'indicators'"


def test_reports_in_english_space_their_numbers() -> None:
    assert ("Heading1", "1. Overview") in lines(part(english()))
    assert ("TableCaption", "Table 1. Main indicators") in lines(part(english()))


def test_headings_with_bare_numbers_keep_a_space() -> None:
    document = replace(annual(), labels=ZH, sections=(Section("s", "1.1", "节", "s", ()),))
    assert ("Heading1", "1.1 节") in lines(part(document))
