"""Markdown to a document: numbers, references, slides, and what leaves itself out."""

from __future__ import annotations

import pytest
from conftest import Build

from reportgen.document.context import plain
from reportgen.document.model import Bullets, Chart, Figure, Footnote, Heading, KeyFigures, Paragraph, Reference, Table, Text
from reportgen.errors import DocumentError
from reportgen.notices import BlockOmitted, SectionOmitted

SAID = '[7.7%]{facts="rate:2025#000"}'


def test_sections_and_headings_are_numbered_after_the_standard(built: Build) -> None:
    document, notices = built(
        f"---\ntitle: 甲\n---\n## 一节\n增长{SAID}\n\n### 一目\n增长{SAID}\n\n## 二节\n增长{SAID}",
        f"---\ntitle: 乙\n---\n增长{SAID}",
    )
    assert [(section.number, section.title) for section in document.sections] == [("一、", "甲"), ("二、", "乙")]
    headings = [block for block in document.sections[0].blocks if isinstance(block, Heading)]
    assert [(heading.number, heading.level) for heading in headings] == [("（一）", 2), ("1.", 3), ("（二）", 2)]
    assert notices == ()


def test_the_title_is_filled_with_place_and_year(built: Build) -> None:
    assert built(f"增长{SAID}")[0].title == "本市2025年报告"


def test_a_section_without_a_figure_is_left_out_and_said(built: Build) -> None:
    document, notices = built("只有文字。", f"增长{SAID}")
    assert [section.key for section in document.sections] == ["s2"]
    assert notices == (SectionOmitted("s1", 2025),)


def test_a_section_that_is_always_wanted_stays_without_a_figure(built: Build) -> None:
    document, notices = built("---\nalways: true\n---\n只有说明。", "---\nalways: true\n---\n")
    assert [section.key for section in document.sections] == ["s1"]
    assert notices == (SectionOmitted("s2", 2025),)


def test_a_heading_with_nothing_under_it_is_dropped(built: Build) -> None:
    document, _ = built(f"## 空\n\n### 也空\n\n## 满\n增长{SAID}\n\n## 末")
    assert [block.spans for block in document.sections[0].blocks if isinstance(block, Heading)] == [(Text("满"),)]


def test_spans_keep_figures_strong_words_and_footnotes(built: Build) -> None:
    document, _ = built(f"增长{SAID}，[要点]{{.strong}}。^[按可比价格。]\n续行")
    assert document.sections[0].blocks == (
        Paragraph(
            (
                Text("增长"),
                Figure("7.7%", ("rate:2025#000",)),
                Text("，"),
                Text("要点", strong=True),
                Text("。"),
                Footnote((Text("按可比价格。"),)),
                Text("续行"),
            )
        ),
    )


def test_a_figure_knows_from_its_fact_that_it_was_computed(built: Build) -> None:
    document, _ = built('下降[9.9%]{facts="rate:2022#derived"}（推算），今年增长' + SAID)
    (paragraph,) = document.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert [span.derived for span in paragraph.spans if isinstance(span, Figure)] == [True, False]


def test_charts_and_tables_are_numbered_and_referred_to(built: Build) -> None:
    document, _ = built(
        f"增长{SAID}（见[](#fig)），（见[](#tbl)）。\n\n"
        '::: chart {#fig kind=growth-years facts="rate" caption="增速"}\n升\n:::\n\n::: table {#tbl facts="rate money" caption="指标"}\n:::\n'
    )
    paragraph, chart, table = document.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(chart, Chart)
    assert isinstance(table, Table)
    assert (chart.label, table.label) == ("图1", "表1")
    assert [span for span in paragraph.spans if isinstance(span, Reference)] == [Reference("fig", "图1"), Reference("tbl", "表1")]


def test_a_reference_to_a_chart_left_out_goes_with_its_brackets(built: Build) -> None:
    document, notices = built(f'增长{SAID}（见[](#fig)）。\n\n::: chart {{#fig kind=levels facts="count" caption="企业"}}\n:::\n')
    assert document.sections[0].blocks == (Paragraph((Text("增长"), Figure("7.7%", ("rate:2025#000",)), Text("。"))),)
    assert notices == (BlockOmitted("s1.md.j2", "chart 'fig'", "fewer than two values"),)


def test_a_chart_keeps_gaps_marks_derived_points_and_breaks_where_the_definition_changes(built: Build) -> None:
    document, _ = built(f'增长{SAID}\n\n::: chart {{kind=growth-years facts="rate" caption="增速"}}\n增加值增长{SAID}\n:::\n')
    chart = document.sections[0].blocks[1]
    assert isinstance(chart, Chart)
    (series,) = chart.spec.series
    assert [(str(point.value), point.state) for point in series.points] == [
        ("-9.9", "derived"),
        ("2.8", "reported"),
        ("None", "reported"),
        ("7.7", "reported"),
    ]
    assert series.breaks == (1, 3)
    assert chart.spec.categories == ("2022年", "2023年", "2024年", "2025年")
    assert chart.spec.title == "增加值增长7.7%"
    assert chart.spec.alt == "增加值增长7.7%。2022年−9.9%（推算），2023年2.8%，2024年无数据，2025年7.7%（前后口径不同）。"
    assert chart.spec.notes == (
        "所据资料没有2024年数据",
        "增加值前后口径不同：2022年为全部口径；2023年为旧口径；2025年为全部口径",
    )
    assert chart.spec.source == "资料来源：《一篇文章》"


def test_bars_side_by_side_carry_the_whole_as_a_mark(built: Build) -> None:
    document, _ = built(
        f'{SAID}\n\n::: chart {{kind=growth-bars facts="rate/part rate" labels="甲|乙" mark="rate" caption="比较"}}\n:::\n'
    )
    chart = document.sections[0].blocks[1]
    assert isinstance(chart, Chart)
    assert chart.spec.categories == ("甲", "乙")
    assert (str(chart.spec.mark), chart.spec.mark_label) == ("7.7", "增加值7.7%")
    assert chart.spec.mark_facts == ("rate:2025#000",)


def test_an_indicators_table_has_the_years_that_are_known_and_says_what_is_missing(built: Build) -> None:
    document, _ = built(f'{SAID}\n\n::: table {{kind=indicators facts="rate money" caption="指标"}}\n:::\n')
    table = document.sections[0].blocks[1]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["指标", "单位", "2022年", "2023年", "2025年"]
    assert ["".join(span.text for span in cell if isinstance(span, Text | Figure)) for cell in table.rows[0]] == [
        "增加值",
        "%",
        "−9.9*",
        "2.8",
        "7.7",
    ]
    assert ["".join(span.text for span in cell if isinstance(span, Text | Figure)) for cell in table.rows[1]] == [
        "营业收入",
        "亿元",
        "—",
        "—",
        "1267.05",
    ]
    assert table.notes == (
        (Text("带*的为推算值，由公布数据计算得出。"),),
        (Text("增加值前后口径不同：2022年为全部口径；2023年为旧口径；2025年为全部口径。"),),
    )


def test_an_indicators_table_may_drop_years_with_few_values_but_never_its_own(built: Build) -> None:
    document, _ = built(f'{SAID}\n\n::: table {{kind=indicators fewest=2 facts="rate money" caption="指标"}}\n:::\n')
    table = document.sections[0].blocks[1]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["指标", "单位", "2025年"]
    assert table.notes == ()


def test_a_history_sets_figures_of_several_years_side_by_side_with_what_each_covers(built: Build) -> None:
    document, _ = built('::: table {#t kind=history facts="rate"}\n:::')
    (table,) = document.sections[0].blocks
    assert isinstance(table, Table)
    assert [[cell[0] for cell in row[1:]] for row in table.rows] == [
        [Text("2022年"), Figure("−9.9%", ("rate:2022#derived",), derived=True), Text("—")],
        [Text("2023年"), Figure("2.8%", ("rate:2023#000",)), Text("旧口径")],
        [Text("2025年"), Figure("7.7%", ("rate:2025#000",)), Text("—")],
    ]


def test_a_history_of_one_year_leaves_itself_out(built: Build) -> None:
    document, notices = built(f'增长{SAID}\n\n::: table {{#t kind=history facts="money count"}}\n:::')
    assert [type(block) for block in document.sections[0].blocks] == [Paragraph]
    assert notices == (BlockOmitted("s1.md.j2", "table 't'", "facts of fewer than two years"),)


def test_key_figures_have_label_figure_and_detail(built: Build) -> None:
    document, _ = built(
        f'::: key-figures\n- 增加值 | {SAID} | 比上年{SAID}\n- 企业 | [940家]{{facts="count:2025-12-31#000"}}\n:::\n'
    )
    cards = document.sections[0].blocks[0]
    assert isinstance(cards, KeyFigures)
    assert [(card.label, card.figure.text) for card in cards.items] == [("增加值", "7.7%"), ("企业", "940家")]
    assert cards.items[0].detail == (Text("比上年"), Figure("7.7%", ("rate:2025#000",)))
    assert cards.items[1].detail == ()


def test_a_slide_gets_its_layout_from_its_blocks_and_its_script_from_the_text_before(built: Build) -> None:
    document, _ = built(
        f"---\ntitle: 甲\n---\n先说{SAID}（见[](#fig)）。\n\n"
        '::: chart {#fig kind=growth-years facts="rate" caption="增速"}\n:::\n\n'
        f":::: slide\n# 增长{SAID}\n- 要点{SAID}\n\n::: chart {{ref=fig}}\n:::\n::::\n\n再说{SAID}。\n\n:::: slide\n- 只有要点{SAID}\n::::\n"
    )
    first, second = document.sections[0].slides
    assert (first.layout, second.layout) == ("chart and points", "points")
    assert first.notes == ((Text("先说"), Figure("7.7%", ("rate:2025#000",)), Text("。")),)
    assert second.notes == ((Text("再说"), Figure("7.7%", ("rate:2025#000",)), Text("。")),)
    assert second.title == (Text("甲"),)
    assert first.source == "资料来源：《一篇文章》"
    assert [type(block) for block in first.blocks] == [Bullets, Chart]


def test_a_slide_can_show_the_key_figures_of_its_section_again(built: Build) -> None:
    cards = f"::: key-figures {{#cards}}\n- 增加值 | {SAID} |\n:::"
    document, _ = built(f"增长{SAID}。\n\n{cards}\n\n:::: slide\n::: key-figures {{ref=cards}}\n:::\n::::\n")
    (shown,) = document.sections[0].slides
    assert shown.layout == "key figures"
    assert shown.blocks == document.sections[0].blocks[1:]


def test_fewer_key_figures_than_their_author_wants_leave_themselves_out(built: Build) -> None:
    cards = f"::: key-figures {{#cards fewest=2}}\n- 增加值 | {SAID} |\n:::"
    document, notices = built(f"增长{SAID}。\n\n{cards}")
    assert [type(block) for block in document.sections[0].blocks] == [Paragraph]
    assert notices == (BlockOmitted("s1.md.j2", "key-figures 'cards'", "too few facts"),)


def test_a_slide_without_facts_leaves_itself_out(built: Build) -> None:
    document, notices = built(f"{SAID}\n\n:::: slide\n# 空\n- 只有文字\n::::\n")
    assert document.sections[0].slides == ()
    assert notices == (BlockOmitted("s1.md.j2", "slide ''", "no facts"),)


@pytest.mark.parametrize(
    ("markdown", "fault"),
    [
        ("::: chrt\n:::", "s1.md.j2: unknown directive '::: chrt'\n  hint: did you mean 'chart'?"),
        (
            '::: chart {kind=pie facts="rate"}\n:::',
            "s1.md.j2: unknown chart kind 'pie'\n  hint: the kinds are growth-years, growth-bars, levels, ladder, progress, "
            "slope, composition, ranking, bullet, timeline",
        ),
        (
            "::: chart {kind=levels}\n:::",
            "s1.md.j2: '::: chart' needs facts\n  hint: write facts=\"indicator indicator/dimension\"",
        ),
        (
            '::: table {facts="rate money" labels="one"}\n:::',
            "s1.md.j2: '::: table' has 1 labels for 2 facts\n  hint: write labels=\"one|for|each\"",
        ),
        ('::: table {facts="rate" fewest=two}\n:::', "s1.md.j2: 'fewest=two' is not a whole number\n  hint: write fewest=2"),
        (
            "::: key-figures\n- 只有文字\n:::",
            "s1.md.j2: '只有文字' has no figure between the bars\n  hint: write: - label | {{ fact(…) }} | detail",
        ),
        (
            "```\ncode\n```",
            "s1.md.j2: 'fence' is not part of a briefing\n  hint: use paragraphs, lists, headings and ::: directives",
        ),
        ("---\n- 甲\n---\n", "s1.md.j2: the front matter is not a YAML mapping\n  hint: for example: title: 主要指标"),
    ],
)
def test_faults_of_markup_are_named_with_a_hint(built: Build, markdown: str, fault: str) -> None:
    with pytest.raises(DocumentError) as caught:
        built(markdown)
    assert str(caught.value) == fault


def test_a_block_for_slides_only_is_not_in_the_report(built: Build) -> None:
    chart = '::: chart {#fig-a kind=growth-bars facts="rate rate/part" only=slides}\n标题\n:::\n'
    document, notices = built(
        f"增长{SAID}（见[](#fig-a)）。\n\n{chart}\n:::: slide\n# 结论{SAID}\n\n::: chart {{ref=fig-a}}\n:::\n::::\n"
    )
    (section,) = document.sections
    assert [type(block) for block in section.blocks] == [Paragraph]
    assert [type(block) for block in section.slides[0].blocks] == [Chart]
    assert plain(section.blocks[0].spans) == "增长7.7%。"  # type: ignore[union-attr]
    assert notices == ()
