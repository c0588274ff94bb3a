"""Documents as plain text."""

from __future__ import annotations

from datetime import date

from reportgen.document.model import (
    Bullets,
    Chart,
    ChartSpec,
    Column,
    Document,
    Figure,
    Footnote,
    Heading,
    KeyFigure,
    KeyFigures,
    Labels,
    Paragraph,
    Reference,
    Section,
    Table,
    Text,
)
from reportgen.writers.text import table_lines, write

LABELS = Labels("目录", "（续）", "单位：", "资料来源：", "注：", "：", "、", "图", "谢谢")
GROWTH = Figure("7.7%", ("iva.growth:2025",))


def report(*blocks: object, sources: tuple[str, ...] = ()) -> Document:
    section = Section("growth", "一、", "总体情况", "growth", blocks)  # type: ignore[arg-type]
    return Document("年度报告", "", "某局", date(2026, 6, 30), "2026年6月30日", "zh", 2025, (section,), LABELS, sources)


def after_title(document: Document) -> str:
    return write(document).split("## 一、总体情况\n", 1)[1].strip()


def table(*rows: tuple[str, ...], columns: tuple[Column, ...], groups: tuple[int, ...] = ()) -> Table:
    cells = tuple(tuple((Text(cell),) for cell in row) for row in rows)
    return Table("t", "表1", "主要指标", "亿元", columns, cells, groups=groups)


def test_title_author_and_date_stand_first() -> None:
    assert write(report()) == "# 年度报告\n某局\n2026年6月30日\n\n## 一、总体情况\n"


def test_a_paragraph_is_one_line_with_its_figures_in_place() -> None:
    assert after_title(report(Paragraph((Text("增长"), GROWTH, Text("。"))))) == "增长7.7%。"


def test_strong_words_are_marked() -> None:
    assert after_title(report(Paragraph((Text("电子信息", strong=True), Text("增长"))))) == "**电子信息**增长"


def test_headings_carry_their_number_and_level() -> None:
    blocks = (Heading(2, "（一）", (Text("产业"),), "a"), Heading(3, "1.", (Text("企业"),), "b"))
    assert after_title(report(*blocks)) == "### （一）产业\n\n#### 1.企业"


def test_items_of_lists_have_marks_or_numbers() -> None:
    items = ((Text("甲"),), (Text("乙"),))
    assert after_title(report(Bullets(items), Bullets(items, ordered=True))) == "- 甲\n- 乙\n\n1. 甲\n2. 乙"


def test_key_figures_name_number_and_detail() -> None:
    items = (KeyFigure("增加值增速", GROWTH, (Text("高于全省"),)), KeyFigure("企业", Figure("612家", ("n",))))
    assert after_title(report(KeyFigures(items))) == "- 增加值增速：7.7%（高于全省）\n- 企业：612家"


def test_a_mark_in_brackets_takes_no_second_pair() -> None:
    assert (
        after_title(report(KeyFigures((KeyFigure("增加值增速", GROWTH, (Text("（推算）"),)),)))) == "- 增加值增速：7.7%（推算）"
    )


def test_a_chart_is_its_caption_message_words_notes_and_source() -> None:
    spec = ChartSpec(
        "levels", (Text("连续增长"),), "%", (), (), "某局", (Text("两根柱子。"),), notes=("缺2022年。", "2023年为初步数。")
    )
    assert after_title(report(Chart("c", "图1", "增速", spec))).splitlines() == [
        "图1　增速",
        "连续增长",
        "[图：两根柱子。]",
        "注：1.缺2022年。",
        "2.2023年为初步数。",
        "资料来源：某局",
    ]


def test_columns_are_aligned_by_display_width_and_numbers_at_their_point() -> None:
    columns = (Column("指标"), Column("2025年", "number"))
    block = table(("营业收入", "1068.21"), ("GDP", "9.5%"), ("企业数", "612"), ("利润", "—"), columns=columns)
    assert table_lines(block, [["营业收入", "1068.21"], ["GDP", "9.5%"], ["企业数", "612"], ["利润", "—"]]) == [
        "指标       2025年",
        "--------  -------",
        "营业收入  1068.21",
        "GDP          9.5%",
        "企业数     612",
        "利润         —",
    ]


def test_a_group_title_stands_alone_on_its_line() -> None:
    columns = (Column("指标"), Column("数", "number"))
    block = table(("新建项目", ""), ("甲", "1"), columns=columns, groups=(0,))
    assert table_lines(block, [["新建项目", ""], ["甲", "1"]])[2:] == ["新建项目", "甲     1"]


def test_a_table_without_rows_keeps_its_header() -> None:
    assert after_title(report(table(columns=(Column("指标"),)))) == "表1　主要指标\n单位：亿元\n指标\n----"


def test_footnotes_are_numbered_through_and_stand_at_the_end() -> None:
    notes = (Footnote((Text("可比价"),)), Footnote((Text("现价"),)))
    text = write(report(Paragraph((Text("甲"), notes[0])), Paragraph((Text("乙"), notes[1]))))
    assert text.endswith("甲[^1]\n\n乙[^2]\n\n[^1]: 可比价\n[^2]: 现价\n")


def test_references_are_their_words() -> None:
    assert after_title(report(Paragraph((Text("见"), Reference("c", "图1"))))) == "见图1"


def test_sources_close_the_report() -> None:
    assert write(report(sources=("甲报告", "乙报告"))).endswith("\n\n资料来源：\n- 甲报告\n- 乙报告\n")


def test_blocks_without_words_leave_no_gap() -> None:
    assert after_title(report(Paragraph(()), Bullets(()), KeyFigures(()), Paragraph((Text("末"),)))) == "末"


def test_text_can_always_be_saved() -> None:
    assert "孤" in write(report(Paragraph((Text("孤\ud800\x00"),)))).encode().decode()
