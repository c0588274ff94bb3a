"""A document as a deck of values: which slides there are, in which layouts, with which texts in which sizes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from deck_samples import GROWTH, YEAR, bullets, chart, document, growth, one_slide, section, slide, spans, table
from pptx import Presentation
from tiny_look import TINY

from reportgen.document.model import (
    Column,
    Event,
    Figure,
    Footnote,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Slide,
    Text,
    Timeline,
    words_of,
)
from reportgen.errors import WriterError
from reportgen.notices import BlockOmitted, LayoutReplaced, TextFitted
from reportgen.writers.pptx.deck import plan
from reportgen.writers.pptx.geometry import Box
from reportgen.writers.pptx.layouts import renamed
from reportgen.writers.pptx.look import Look, read_look
from reportgen.writers.pptx.model import Chapter, Deck, Lines, NumberShape, PictureShape, Properties, Run, SlidePlan, TextShape

DECK = Path(__file__).parents[3] / "templates" / "office" / "deck.pptx"


@pytest.fixture(scope="module")
def look() -> Look:
    return read_look(Presentation(str(DECK)), "deck.pptx")


def box(left: int, top: int, width: int, height: int) -> Box:
    return Box(*(12700 * part for part in (left, top, width, height)))


def texts(made: SlidePlan) -> list[str]:
    return [lines.text for shape in made.shapes if isinstance(shape, TextShape) for lines in shape.paragraphs]


# --- the whole, with == ----------------------------------------------------------------------------------------------------


def said(*notes: str) -> tuple[tuple[Text, ...], ...]:
    return tuple((Text(note),) for note in notes)


def test_a_document_of_one_slide_is_exactly_this_deck() -> None:
    made = one_slide(slide("points", "工业稳中有进", bullets(spans("增长", "7.7%")), notes=["先说结论。"]))
    cover = SlidePlan(
        "cover", "cover",
        (
            TextShape("cover Title", 0, (Lines((Run("工业运行情况汇报", 40),)),), box(0, 0, 600, 60)),
            TextShape(
                "cover Subtitle", 1,
                tuple(Lines((Run(text, 22),), mark="none") for text in ("2025年", "萍乡市工业和信息化局", "2026年6月30日")),
                box(0, 100, 600, 100),
            ),
        ),
        said("工业运行情况汇报", "2025年", "萍乡市工业和信息化局  2026年6月30日", "目　录：工业经济运行"),
    )  # fmt: skip
    content = SlidePlan(
        "growth-1", "points",
        (
            TextShape("growth-1 Title", 0, (Lines((Run("工业稳中有进", 28),)),), box(0, 0, 600, 60)),
            TextShape("growth-1 Points", 13, (Lines((Run("增长", 20), Run("7.7%", 20, facts=("fact.1:2025",)))),), box(0, 100, 600, 250)),
            TextShape("growth-1 Source", 11, (Lines((Run("资料来源：萍乡市工业和信息化局", 11),)),), box(0, 400, 400, 20)),
            NumberShape("growth-1 Number", 12, 11),
        ),
        said("先说结论。", "资料来源：萍乡市工业和信息化局"),
    )  # fmt: skip
    assert plan(made, TINY) == Deck(
        (cover, content),
        Properties("工业运行情况汇报", "萍乡市工业和信息化局", "2025年", "", "zh-CN", date(2026, 6, 30)),
        (Chapter("工业运行情况汇报", 0), Chapter("工业经济运行", 1)),
        (),
    )


# --- order -----------------------------------------------------------------------------------------------------------------


def test_the_deck_runs_from_cover_and_contents_through_the_sections_to_sources_and_closing(look: Look) -> None:
    deck = plan(YEAR, look)
    assert [made.key for made in deck.slides] == [
        "cover", "contents", "growth-1", "growth-2", "enterprises-1", "enterprises-2", "industries-1", "industries-2",
        "projects-1", "projects-2", "digital-1", "service-1", "next-1", "sources", "closing",
    ]  # fmt: skip
    assert deck.notices == ()


def test_the_contents_name_only_sections_that_have_slides(look: Look) -> None:
    made = document(
        GROWTH,
        section("annex", "二、", "附录"),
        *(section(key, "三、", f"第{key}步", slide("points", "推进", bullets("一"))) for key in "ab"),
    )
    contents = plan(made, look).slides[1]
    assert texts(contents)[:7] == ["目　录", "工业经济运行", "3", "第a步", "5", "第b步", "6"]


def test_an_entry_of_the_contents_leads_to_the_first_slide_of_its_section(look: Look) -> None:
    shapes = [shape for shape in plan(YEAR, look).slides[1].shapes if isinstance(shape, TextShape)]
    assert [shape.leads_to for shape in shapes if shape.leads_to] == [
        *("growth-1", "enterprises-1", "industries-1", "projects-1", "digital-1", "service-1", "next-1")
    ]


def test_two_sections_need_no_contents(look: Look) -> None:
    made = document(GROWTH, section("next", "二、", "下一步", slide("points", "推进", bullets("一"))))
    assert [one.key for one in plan(made, look).slides][:4] == ["cover", "growth-1", "growth-2", "next-1"]


def test_the_cover_says_the_line_that_the_briefing_opens_with_where_it_has_no_subtitle(look: Look) -> None:
    opened = replace(YEAR, subtitle="", opening=spans("增加值增长", "7.7%"))
    cover = plan(opened, look).slides[0]
    assert texts(cover)[1] == "增加值增长7.7%"
    assert words_of(cover.notes[1]) == "增加值增长7.7%"
    assert texts(plan(replace(opened, subtitle="汇报材料"), look).slides[0])[1] == "汇报材料"


def test_a_deck_whose_author_lists_the_sources_needs_no_list_of_its_own(look: Look) -> None:
    listed = section(
        "annex", "二、", "附录", slide("sources", "数据来源", table([["年报", "3项"]], Column("资料"), Column("数据", "number")))
    )
    slides = plan(document(GROWTH, listed), look).slides
    assert (slides[-1].key, slides[-1].layout) == ("closing", "closing")
    assert (slides[-2].key, slides[-2].layout) == ("annex-1", "table")


def test_a_single_section_needs_no_contents(look: Look) -> None:
    assert [made.layout for made in plan(document(GROWTH), look).slides][1] == "key figures"


def test_long_sections_have_title_slides_of_their_own(look: Look) -> None:
    many = tuple(slide("points", f"第{n}页", bullets("一")) for n in range(4))
    made = plan(document(section("a", "一、", "甲", *many), section("b", "二、", "乙", *many)), look)
    assert [one.key for one in made.slides if one.layout == "section"] == ["a", "b"]


def test_there_is_no_closing_slide_where_the_document_has_nothing_to_say_on_it(look: Look) -> None:
    made = replace(YEAR, labels=replace(YEAR.labels, closing=""))
    assert plan(made, look).slides[-1].key == "sources"


def test_slides_belong_to_a_chapter_for_each_section(look: Look) -> None:
    chapters = plan(YEAR, look).chapters
    assert [(chapter.title, chapter.first) for chapter in chapters[1:4]] == [
        ("工业经济运行", 2),
        ("企业培育", 4),
        ("产业结构", 6),
    ]


def test_a_slide_on_which_nothing_is_left_is_left_out_with_a_notice(look: Look) -> None:
    made = document(section("growth", "一、", "运行", slide("points", "空页"), slide("points", "推进", bullets("一"))))
    deck = plan(made, look)
    assert [one.key for one in deck.slides][1:2] == ["growth-1"]
    assert deck.notices == (BlockOmitted("growth", "slide '空页'", "nothing is left on it"),)


# --- what a slide shows ----------------------------------------------------------------------------------------------------


def only(made: Slide, look: Look) -> SlidePlan:
    return next(one for one in plan(one_slide(made), look).slides if one.key == "growth-1")


def test_the_title_is_the_first_shape_of_every_slide(look: Look) -> None:
    assert [one.key for one in plan(YEAR, look).slides if one.shapes[0].name != f"{one.key} Title"] == []


def test_a_slide_without_a_title_has_that_of_its_section(look: Look) -> None:
    assert texts(only(slide("points", "", bullets("一")), look))[0] == "工业经济运行"


def test_shapes_have_names_that_are_unique_in_the_deck(look: Look) -> None:
    names = [shape.name for one in plan(YEAR, look).slides for shape in one.shapes]
    assert len(names) == len(set(names))


def test_a_chart_is_drawn_for_the_box_of_its_placeholder_and_grows_into_unused_notes(look: Look) -> None:
    made = only(slide("chart and points", "增长", chart(growth(), "增速"), bullets("一")), look)
    picture = next(shape for shape in made.shapes if isinstance(shape, PictureShape))
    layout = look.find("chart and points")
    assert layout
    assert picture.box == layout.all("chart")[0].box.down_to(layout.all("note")[0].box.bottom)
    assert not picture.titled  # the heading of the layout says what it shows
    assert words_of(picture.alt) == growth().alt


def test_a_look_without_headings_has_the_picture_say_what_it_shows() -> None:
    made = only(slide("chart and points", "增长", chart(growth(), "增速"), bullets("一")), TINY)
    assert next(shape for shape in made.shapes if isinstance(shape, PictureShape)).titled


def test_a_slide_that_lost_its_chart_shows_its_points_on_the_layout_for_points(look: Look) -> None:
    assert only(slide("chart and points", "增长", bullets("一")), look).layout == "points"


def test_a_slide_that_lost_its_points_shows_its_chart_alone(look: Look) -> None:
    assert only(slide("progress", "增长", chart(growth(), "增速")), look).layout == "chart"


def test_notes_and_footnotes_stand_in_one_line_at_the_foot(look: Look) -> None:
    told = (Text("增长"), Footnote((Text("按可比价格计算。"),)))
    made = only(slide("points", told, bullets("一"), Paragraph(spans("注：营业收入为现价。"), "note")), look)
    assert "注：营业收入为现价；按可比价格计算。" in texts(made)


def test_what_a_chart_explains_stands_in_the_notes_too(look: Look) -> None:
    made = chart(replace(growth(), notes=("2022年为初步数",)), "增速")
    assert tuple(map(words_of, only(slide("chart", "增长", made), look).notes)) == (
        "注：2022年为初步数",
        "资料来源：萍乡市工业和信息化局",
    )


def test_a_slide_without_a_source_takes_those_of_its_charts(look: Look) -> None:
    made = only(slide("chart", "增长", chart(growth(), "增速"), source=""), look)
    assert "资料来源：萍乡市工业和信息化局" in texts(made)


def test_the_unit_of_a_table_stands_at_its_top_right(look: Look) -> None:
    made = only(slide("table", "指标", table([["甲", "1"]], Column("地区"), Column("数", "number"), unit="家")), look)
    assert "单位：家" in texts(made)


def test_points_under_a_short_table_follow_it_closely(look: Look) -> None:
    blocks = (table([["甲", "1"]], Column("地区"), Column("数", "number")), bullets("合计占六成"))
    shapes = {shape.name.split(" ", 1)[1]: shape for shape in only(slide("table", "指标", *blocks), look).shapes}
    lower, upper = shapes["Points"], shapes["Table"]
    assert lower.box.top == upper.box.bottom + 228600  # type: ignore[union-attr]


# --- too much --------------------------------------------------------------------------------------------------------------


def test_a_long_title_is_set_smaller_and_a_notice_says_so_only_under_the_usual_sizes() -> None:
    def shown(length: int) -> tuple[object, ...]:
        deck = plan(one_slide(slide("points", "工" * length, bullets("一"))), TINY)
        title = deck.slides[1].shapes[0]
        assert isinstance(title, TextShape)
        return title.paragraphs[0].runs[0].size, deck.notices

    assert shown(21) == (28, ())
    assert shown(24) == (25, ())
    assert shown(26) == (23, (TextFitted("工" * 26, "Title", "set in 23 pt"),))


def test_a_title_that_does_not_fit_in_the_least_size_is_refused_with_its_slide_shape_and_excess() -> None:
    with pytest.raises(WriterError) as fault:
        plan(one_slide(slide("points", "工" * 40, bullets("一"))), TINY)
    assert str(fault.value) == (
        f"slide '{'工' * 40}', Title: the text is 6 pt higher than its shape, even in 22 pt\n"
        "  hint: shorten it, or make two slides of it"
    )


def test_points_that_do_not_fit_go_on_on_further_slides_in_parts_of_one_size() -> None:
    items = bullets(*(f"第{n}条" + "工业" * 40 for n in range(1, 7)))
    deck = plan(one_slide(slide("points", "要点", items)), TINY)
    first, second = (one for one in deck.slides if one.key.startswith("growth"))
    assert (first.key, second.key) == ("growth-1", "growth-1-2")
    assert texts(second)[0] == "要点（续）"
    assert [len(one.shapes[1].paragraphs) for one in (first, second)] == [3, 3]  # type: ignore[union-attr]
    sizes = {run.size for one in (first, second) for lines in one.shapes[1].paragraphs for run in lines.runs}  # type: ignore[union-attr]
    assert len(sizes) == 1
    assert deck.notices == (TextFitted("要点", "Points", "continued on a further slide"),)


def test_points_beside_a_chart_go_on_on_the_layout_for_points() -> None:
    items = bullets(*(f"第{n}条" + "工业" * 30 for n in range(1, 5)))
    deck = plan(one_slide(slide("chart and points", "增长", chart(growth(), "增速"), items)), TINY)
    assert [one.layout for one in deck.slides if one.key.startswith("growth")] == ["chart and points", "points"]


def test_only_the_first_of_several_slides_carries_the_script(look: Look) -> None:
    items = bullets(*(f"第{n}条" + "工业" * 60 for n in range(1, 9)))
    first, second = plan(one_slide(slide("points", "要点", items, notes=["讲稿"])), look).slides[1:3]
    assert tuple(map(words_of, first.notes)) == ("讲稿", "资料来源：萍乡市工业和信息化局")
    assert tuple(map(words_of, second.notes)) == ("资料来源：萍乡市工业和信息化局",)


def test_a_source_line_too_long_for_the_footer_stands_in_the_notes_alone(look: Look) -> None:
    source = "资料来源：" + "萍乡市工业和信息化局、" * 40
    deck = plan(one_slide(slide("points", "要点", bullets("一"), source=source)), look)
    assert source in map(words_of, deck.slides[1].notes)
    assert source not in texts(deck.slides[1])
    assert deck.notices == (TextFitted("要点", "Source", "it stands in the speaker's notes alone"),)


def test_a_heading_too_long_for_its_place_is_said_by_the_picture(look: Look) -> None:
    deck = plan(one_slide(slide("chart", "增长", chart(growth(), "增速" * 60))), look)
    picture = next(shape for shape in deck.slides[1].shapes if isinstance(shape, PictureShape))
    assert picture.titled
    assert deck.notices == (TextFitted("增长", "Heading", "it stands in the speaker's notes alone"),)


def test_a_few_key_figures_stand_in_one_row_above_their_points(look: Look) -> None:
    items = tuple(KeyFigure(f"第{n}项", Figure(f"{n}家", ("f",))) for n in range(1, 6))
    few, many = (only(slide("key figures", "指标", KeyFigures(items[:count]), bullets("一", "二")), look) for count in (4, 5))
    assert (few.layout, many.layout) == ("figures and points", "key figures")
    boxes = {shape.name.split(" ", 1)[1]: shape.box for shape in few.shapes if isinstance(shape, TextShape)}
    assert len({boxes[f"Card {n}"].top for n in range(1, 5)}) == 1
    assert boxes["Card 4"].bottom < boxes["Points"].top


def test_the_points_of_a_timeline_stand_below_it(look: Look) -> None:
    events = Timeline(tuple(Event(f"2025年{n}月", (Text("开工"),)) for n in (1, 2)))
    made = only(slide("timeline", "时间", events, bullets("一")), look)
    shapes = {shape.name.split(" ", 1)[1]: shape for shape in made.shapes}
    assert shapes["Timeline"].box.bottom <= shapes["Points"].box.top  # type: ignore[union-attr]


def test_blocks_that_no_layout_shows_together_are_refused() -> None:
    made = slide("table", "指标", table([["甲"]], Column("地区")), chart(growth(), "增速"))
    with pytest.raises(WriterError, match=r"^slide '指标': no layout shows 1 chart and 1 table on one slide"):
        plan(one_slide(made), TINY)


# --- looks of other people -------------------------------------------------------------------------------------------------


def test_powerpoints_own_layouts_stand_in_for_missing_ones_with_a_notice_each() -> None:
    deck = plan(YEAR, read_look(Presentation(), "default.pptx"))
    assert deck.slides[0].layout == "Title Slide"
    assert LayoutReplaced("default.pptx", "cover", "Title Slide") in deck.notices
    assert LayoutReplaced("default.pptx", "two charts", "Two Content") in deck.notices
    assert len(set(deck.notices)) == len(deck.notices)


def test_without_cards_key_figures_are_a_list() -> None:
    figures = GROWTH.slides[0].blocks[0]
    assert isinstance(figures, KeyFigures)
    made = only(slide("key figures", "指标", KeyFigures(figures.items[1:2])), read_look(Presentation(), "default.pptx"))
    assert "规上工业营业收入：1267.05亿元、比上年增长6%" in texts(made)


def test_points_without_a_place_beside_a_table_go_on_to_a_further_slide() -> None:
    deck = plan(
        one_slide(slide("table", "指标", table([["甲", "1"]], Column("地区"), Column("数", "number")), bullets("合计"))), TINY
    )
    assert [(one.layout, texts(one)[0]) for one in deck.slides[1:]] == [("table", "指标"), ("points", "指标（续）")]


def test_a_look_may_call_its_layouts_otherwise() -> None:
    own = Look("own.pptx", (replace(TINY.layouts[0], name="封面页"), *TINY.layouts[1:]))
    deck = plan(one_slide(slide("points", "推进", bullets("一"))), renamed(own, {"cover": "封面页"}))
    assert (deck.slides[0].layout, deck.notices) == ("封面页", ())


def test_a_stand_in_is_looked_for_under_the_name_that_the_look_gives_it() -> None:
    own = Look("own.pptx", (TINY.layouts[0], replace(TINY.layouts[1], name="正文")))
    deck = plan(
        one_slide(slide("key figures", "指标", KeyFigures((KeyFigure("甲", Figure("1家", ("f",))),)))),
        renamed(own, {"points": "正文"}),
    )
    assert [one.layout for one in deck.slides] == ["cover", "正文"]
    assert deck.notices == (LayoutReplaced("own.pptx", "key figures", "正文"),)


def test_a_name_for_a_layout_that_the_look_does_not_have_is_refused() -> None:
    with pytest.raises(WriterError) as fault:
        renamed(TINY, {"timeline": "时间轴"})
    assert str(fault.value) == (
        "tiny.pptx: no layout is called '时间轴', which is to be 'timeline'\n"
        "  hint: its layouts are 'cover', 'points', 'chart and points', 'table'"
    )


def test_a_look_with_the_usual_name_needs_no_other() -> None:
    assert renamed(TINY, {"points": "正文", "table": "points"}).names == {"table": "points"}


def test_a_name_that_no_slide_asks_for_is_refused() -> None:
    with pytest.raises(WriterError, match=r"^layouts: no slide asks for a layout 'covers'\n  hint: did you mean 'cover'"):
        renamed(TINY, {"covers": "cover"})


def test_a_look_without_a_fitting_layout_is_refused_with_the_list_of_those_it_has() -> None:
    made = one_slide(slide("timeline", "时间", bullets("一")))
    with pytest.raises(WriterError) as fault:
        plan(made, Look("own.pptx", (replace(TINY.layouts[0], name="封面"), TINY.layouts[2])))
    assert str(fault.value) == (
        "own.pptx: no layout is called 'cover'\n  hint: its layouts are '封面', 'chart and points'; give one of them that name"
    )


def test_a_layout_without_the_placeholder_for_a_block_is_refused() -> None:
    bare = replace(TINY.layouts[3], places=TINY.layouts[3].places[:1])
    made = one_slide(slide("table", "指标", table([["甲"]], Column("地区"))))
    with pytest.raises(WriterError, match=r"^own.pptx: layout 'table' has no placeholder for table"):
        plan(made, Look("own.pptx", (TINY.layouts[0], bare)))
