"""Native charts: data, looks, labels and what is drawn on them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from charts.chart_samples import GALLERY, chart, percent, point, series
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from native_reading import Sheet, cached, colours, find, labels, made, reference, space, texts, values

from reportgen.charts.plot import ValuesUnwritten
from reportgen.charts.size import PAGE, SLIDE
from reportgen.document.model import ChartSpec, Point
from reportgen.errors import ChartError
from reportgen.writers.native import Palette, native_chart, palette_of
from reportgen.writers.native.palette import Colour, Tone
from reportgen.writers.native.strands import number

EVERY = pytest.mark.parametrize("name", GALLERY)
ACROSS = "c:chart/c:plotArea/*/c:ser"


# --- data ------------------------------------------------------------------------------------------------------------------


@EVERY
def test_the_chart_and_its_workbook_hold_the_same_text_of_every_number_and_name(name: str) -> None:
    native = made(name)
    sheet = Sheet(native.workbook)
    rows = find(space(native), ACROSS)
    assert rows
    for row in rows:
        for part in ("c:tx", "c:cat", "c:val"):
            cells = list(sheet.range(reference(row, part)))
            assert {index: cell for index, cell in enumerate(cells) if cell is not None} == cached(row, part)


@EVERY
def test_every_value_of_the_specification_is_in_the_chart_once_and_nothing_else_but_the_mark(name: str) -> None:
    spec = GALLERY[name]
    known = sorted(number(p.value) for row in spec.series for p in row.points if p.value is not None)
    rows = [row for row in find(space(made(name)), ACROSS) if len(set(cached(row).values())) > 1 or spec.mark is None]
    assert sorted(value for row in rows for value in cached(row).values()) == known


@given(st.decimals(min_value=-99_999_999, max_value=99_999_999, places=4))
def test_a_decimal_is_written_alike_in_both_places(value: Decimal) -> None:
    spec = chart("growth-bars", "对比", "%", "甲|乙", series("2025年", Point(value, "x"), "1"))
    native = native_chart(spec, PAGE)
    row = find(space(native), ACROSS)[0]
    assert cached(row)[0] == Sheet(native.workbook).at("B2") == number(value)
    assert Decimal(cached(row)[0]) == value


def test_a_gap_is_no_value_and_no_cell_and_no_line_leads_across_it() -> None:
    native = made("iva with a gap")
    row = find(space(native), ACROSS)[0]
    assert cached(row) == {0: "-9.9", 1: "2.8", 3: "7.7"}
    assert Sheet(native.workbook).at("B4") is None
    assert values(space(native), "c:chart/c:dispBlanksAs") == ["gap"]
    assert "空缺处无数据" in native.shapes.decode()


def test_years_that_were_left_out_keep_their_place_on_the_axis() -> None:
    row = find(space(made("revenue")), ACROSS)[0]
    assert cached(row, "c:cat")[1] == "…"
    assert list(cached(row)) == [0, 2, 3, 4, 5, 7]


def test_a_line_is_cut_where_the_definition_changes() -> None:
    root = space(made("changed definition"))
    names = [cached(row, "c:tx")[0] for row in find(root, ACROSS)]
    assert names == ["战略性新兴产业", "高新技术产业", "高新技术产业（2022起）"]
    before, after = find(root, ACROSS)[1:]
    assert (max(cached(before)), min(cached(after))) == (3, 4)
    assert etree.tostring(find(before, "c:spPr")[0]) == etree.tostring(find(after, "c:spPr")[0])
    assert values(root, "c:chart/c:legend/c:legendEntry/c:idx") == ["2"]


def test_a_chart_that_cannot_be_drawn_is_refused_as_the_picture_is() -> None:
    with pytest.raises(ChartError, match="there is no value to draw"):
        native_chart(chart("levels", "空", "家", "2024|2025", series("企业", "", "")), PAGE)


# --- kinds -----------------------------------------------------------------------------------------------------------------


def test_each_kind_takes_the_form_of_its_picture() -> None:
    forms = {
        name: [etree.QName(group).localname for group in find(space(made(name)), "c:chart/c:plotArea/*[c:ser]")]
        for name in GALLERY
    }
    assert forms["iva of a decade"] == ["lineChart"]
    assert forms["iva with a gap"] == ["barChart"]
    assert forms["two years"] == ["barChart", "lineChart"]
    directions = {name: values(space(made(name)), "c:chart/c:plotArea/c:barChart/c:barDir") for name in GALLERY}
    assert directions["iva with a gap"] == directions["enterprises"] == ["col"]
    assert directions["power"] == directions["completion"] == directions["specialised firms"] == ["bar"]


def test_rows_read_from_above_and_a_ladder_from_below() -> None:
    orders = {name: values(space(made(name)), "c:chart/c:plotArea/c:catAx/c:scaling/c:orientation") for name in GALLERY}
    assert (orders["power"], orders["specialised firms"]) == (["maxMin"], ["minMax"])


def test_bars_start_at_zero_and_the_program_chooses_where_the_scale_ends() -> None:
    scaling = find(space(made("enterprises")), "c:chart/c:plotArea/c:valAx/c:scaling")[0]
    assert (values(scaling, "c:min"), values(scaling, "c:max")) == (["0"], [])


def test_names_of_categories_stand_clear_of_falls() -> None:
    for name in ("twelve industries", "profit and loss", "iva of a decade"):
        assert values(space(made(name)), "c:chart/c:plotArea/c:catAx/c:tickLblPos") == ["low"]


def test_values_that_find_no_room_stand_in_a_table_under_the_categories() -> None:
    native = made("three places")
    assert find(space(native), "c:chart/c:plotArea/c:dTable")
    assert values(space(native), "c:chart/c:plotArea/c:valAx/c:delete") == ["0"]
    assert find(space(native), f"{ACROSS}/c:dLbls") == []
    assert native.notices == ()


def test_values_that_find_no_room_anywhere_are_read_from_a_scale_and_a_notice_says_so() -> None:
    native = made("crowd")
    assert find(space(native), "c:chart/c:plotArea/c:valAx/c:majorGridlines")
    assert find(space(native), f"{ACROSS}/c:dLbls") == []
    assert native.notices == (ValuesUnwritten("十二年来三项指标逐年上升"),)


# --- looks -----------------------------------------------------------------------------------------------------------------


@EVERY
def test_no_bar_turns_white_below_zero(name: str) -> None:
    for row in find(space(made(name)), "c:chart/c:plotArea/c:barChart/c:ser"):
        assert values(row, "c:invertIfNegative") == ["0"]
        assert set(values(row, "c:dPt/c:invertIfNegative")) <= {"0"}


def test_falls_of_a_single_series_take_the_colour_of_falls() -> None:
    palette = Palette(tuple(Tone(Colour(f"accent{n}")) for n in (1, 2, 3, 4)), Tone(Colour("accent6")))
    root = etree.fromstring(native_chart(GALLERY["twelve industries"], PAGE, palette).space)
    points = find(root, f"{ACROSS}/c:dPt")
    assert [values(one, "c:idx") for one in points] == [["8"], ["9"], ["10"], ["11"]]
    assert {colour for one in points for colour in colours(one)} == {"accent6"}


def test_states_of_values_look_as_the_notes_explain() -> None:
    root, notes = space(made("revenue")), made("revenue").shapes.decode()
    looks = {one[0].get("val"): one for one in find(root, f"{ACROSS}/c:dPt")}
    assert find(looks["4"], "c:spPr/a:pattFill")[0].get("prst") == "wdDnDiag"
    assert "浅底斜纹为概数" in notes
    assert values(looks["7"], "c:spPr/a:ln/a:prstDash") == ["dash"]
    assert "虚线框为目标数" in notes
    derived = find(space(made("enterprises")), f"{ACROSS}/c:dPt")[0]
    assert colours(find(derived, "c:spPr/a:pattFill/a:bgClr")[0]) == ["bg1"]


def test_marks_of_lines_show_the_states_of_their_values() -> None:
    states = ("reported", "preliminary", "derived", "target")
    row = series("增速", *(point(str(n), state) for n, state in enumerate(states, 1)))
    native = native_chart(chart("growth-years", "状态", "%", "2022|2023|2024|2025", row), PAGE)
    marks = {one[0].get("val"): one for one in find(space(native), f"{ACROSS}/c:dPt")}
    assert {index: values(one, "c:marker/c:symbol") for index, one in marks.items()} == {
        "1": ["x"],
        "2": ["circle"],
        "3": ["diamond"],
    }
    assert colours(find(marks["2"], "c:marker/c:spPr/a:solidFill")[0]) == ["bg1"]
    assert values(marks["3"], "c:spPr/a:ln/a:prstDash") == ["sysDash"]
    assert "叉号为初步数" in native.shapes.decode()


@EVERY
def test_every_text_names_its_language_and_the_latin_and_the_chinese_font_of_the_theme(name: str) -> None:
    native = made(name)
    parts = [space(native), *([etree.fromstring(native.shapes)] if native.shapes else [])]
    runs = [run for root in parts for run in find(root, ".//a:defRPr") + find(root, ".//a:rPr")]
    assert {run.get("lang") for run in runs} == {"en-GB" if name.startswith("english") else "zh-CN"}
    faces = {(find(run, "a:latin")[0].get("typeface"), find(run, "a:ea")[0].get("typeface")) for run in runs}
    assert faces <= {("+mn-lt", "+mn-ea"), ("+mj-lt", "+mj-ea")}


@EVERY
def test_colours_come_from_the_theme(name: str) -> None:
    accents = {"accent1", "accent2", "accent3", "accent4"}
    assert set(colours(space(made(name)))) <= accents | {"tx1", "bg1", "A63D28"}


THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">{}</a:clrScheme>
</a:themeElements></a:theme>"""


def theme(*accents: str) -> bytes:
    nodes = (f'<a:accent{n}><a:srgbClr val="{rgb}"/></a:accent{n}>' for n, rgb in enumerate(accents, 1))
    return THEME.format("".join(nodes)).encode()


def test_the_reddest_accent_of_a_theme_shows_falls_and_no_series() -> None:
    found = palette_of(theme("1F4E8C", "C00000", "7F7F7F", "BF9000", "5B9BD5", "548235"))
    assert found.fall.fill.name == "accent2"
    assert [tone.fill.name for tone in found.series] == ["accent1", "accent3", "accent4", "accent5"]


def test_a_theme_without_red_leaves_falls_to_a_fixed_colour() -> None:
    found = palette_of(theme("4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"))
    assert found.fall.fill.name == "A63D28"
    assert [tone.fill.name for tone in found.series] == ["accent1", "accent2", "accent3", "accent4"]


# --- labels ----------------------------------------------------------------------------------------------------------------


def said(spec: ChartSpec) -> tuple[str, dict[int, list[str]]]:
    """The number format of the last series, and the texts of those labels that have their own."""
    row = find(etree.fromstring(native_chart(spec, PAGE).space), ACROSS)[-1]
    own = {index: texts(label) for index, label in labels(row).items() if texts(label)}
    return str(find(row, "c:dLbls/c:numFmt")[0].get("formatCode")), own


def test_labels_follow_the_numbers_by_a_format() -> None:
    assert said(GALLERY["three groups"]) == ('0.0"%";"−"0.0"%"', {})
    assert said(GALLERY["completion"]) == ('General"%";"−"General"%"', {})
    assert said(GALLERY["enterprises"]) == ('0;"−"0', {})


def test_what_no_format_can_say_is_a_text_of_its_own() -> None:
    row = series("园区", point("50", "approximate", "近50"), "43", "12")
    assert said(chart("growth-bars", "企业数", "家", "甲|乙|丙", row)) == ('0;"−"0', {0: ["近50"]})


def test_the_words_of_an_approximate_value_do_not_become_a_format() -> None:
    row = series("企业", point("7000", "approximate", "7000余"), point("8000", "approximate", "8000余"))
    assert said(chart("growth-bars", "企业数", "家", "甲|乙", row)) == ('General;"−"General', {0: ["7000余"], 1: ["8000余"]})


def test_signs_grouping_and_rounding_are_formats_too() -> None:
    signed = series("变化", point("0.6", label="+0.6"), point("-1.2", label="−1.2"))
    assert said(chart("growth-bars", "变化", "个百分点", "甲|乙", signed)) == ('"+"0.0;"−"0.0;0.0', {})
    grouped = series("产值", point("1234.56", label="1,235"), point("98765", label="98,765"))
    assert said(chart("growth-bars", "产值", "万元", "甲|乙", grouped)) == ('#,##0;"−"#,##0', {})


def test_a_label_that_would_lie_on_the_reference_line_stands_beyond_it() -> None:
    row = find(space(made("twelve industries")), ACROSS)[0]
    assert cached(row)[6] == "3.3"
    assert float(values(labels(row)[6], "c:layout/c:manualLayout/c:x")[0]) > 0
    assert 0 not in labels(row)


def test_labels_of_lines_stand_where_the_lines_leave_room() -> None:
    sides = {
        index: values(label, "c:dLblPos") for index, label in labels(find(space(made("iva of a decade")), ACROSS)[0]).items()
    }
    assert sides[6] == ["b"]
    assert 5 not in sides  # a peak: above it, as all labels of lines


# --- the reference value -----------------------------------------------------------------------------------------------------


def test_the_mark_of_an_upright_chart_is_a_series_that_reaches_from_edge_to_edge() -> None:
    root = space(made("quarters"))
    mark = find(root, ACROSS)[-1]
    assert set(cached(mark).values()) == {"6.9"}
    assert cached(mark, "c:tx")[0] == "全省全年6.9%"
    assert (values(mark, "c:trendline/c:forward"), values(mark, "c:trendline/c:backward")) == (["0.5"], ["0.5"])
    assert texts(labels(mark)[3]) == ["全省全年6.9%"]


def test_the_mark_is_in_no_legend() -> None:
    spec = replace(GALLERY["grouped"], mark=Decimal(900), mark_label="目标900家")
    assert values(space(made(spec)), "c:chart/c:legend/c:legendEntry/c:idx") == ["2", "3"]


def shape_places(spec: ChartSpec, name: str) -> list[tuple[float, float]]:
    """Left and right ends of the shapes of a name, in parts of the chart's width."""
    anchors = find(etree.fromstring(native_chart(spec, PAGE).shapes), "cdr:relSizeAnchor")
    found = [one for one in anchors if one[2][0][0].get("name") == name]
    return [(float(one[0][0].text or ""), float(one[1][0].text or "")) for one in found]


def test_the_mark_of_lying_bars_lies_on_the_fixed_scale() -> None:
    spec = GALLERY["twelve industries"]
    area = find(space(made(spec)), "c:chart/c:plotArea")[0]
    left, width = (float(values(area, f"c:layout/c:manualLayout/c:{edge}")[0]) for edge in "xw")
    low, high = (float(values(area, f"c:valAx/c:scaling/c:{end}")[0]) for end in ("min", "max"))
    place = left + width * (7.7 - low) / (high - low)
    assert shape_places(spec, "mark") == [(pytest.approx(place, abs=1e-4), pytest.approx(place, abs=1e-4))]


def test_what_progress_is_measured_against_lies_behind_its_bars() -> None:
    track, bars = find(space(made("completion")), ACROSS)
    assert (cached(track, "c:tx")[0], set(cached(track).values())) == ("年度计划", {"100"})
    assert cached(bars)[0] == "105.46"
    assert colours(find(track, "c:spPr")[0]) == ["bg1"]


# --- texts -----------------------------------------------------------------------------------------------------------------


def test_the_title_stands_in_the_chart_only_where_it_is_asked_for() -> None:
    titled = find(space(made("power")), "c:chart/c:title")
    assert texts(titled[0]) == ["制造业用电量增速远高于工业用电量"]
    bare = space(made("power", SLIDE))
    assert find(bare, "c:chart/c:title") == []
    assert values(bare, "c:chart/c:autoTitleDeleted") == ["1"]


def test_a_legend_stands_below_several_series_and_one_is_named_beside_the_unit() -> None:
    assert values(space(made("two periods")), "c:chart/c:legend/c:legendPos") == ["b"]
    alone = made("power")
    assert find(space(alone), "c:chart/c:legend") == []
    assert texts(etree.fromstring(alone.shapes))[0] == "单位：%　　2025年"


def test_a_break_is_marked_between_the_categories() -> None:
    spec = GALLERY["one line with a break"]
    area = find(space(made(spec)), "c:chart/c:plotArea/c:layout/c:manualLayout")[0]
    left, width = (float(values(area, f"c:{edge}")[0]) for edge in "xw")
    assert shape_places(spec, "break")[0][0] == pytest.approx(left + width * 3 / 7, abs=1e-4)
    assert "口径调整" in texts(etree.fromstring(made(spec).shapes))


def test_lying_bars_are_as_high_as_their_rows_ask_for_on_a_page_and_fill_their_room_on_a_slide() -> None:
    assert made("power").height < made("twelve industries").height
    assert made("power", SLIDE).height == made("twelve industries", SLIDE).height == pytest.approx(SLIDE.height * 360_000, abs=10)


def test_a_chart_is_the_same_bytes_every_time() -> None:
    first, second = made("twelve industries"), native_chart(replace(GALLERY["twelve industries"]), PAGE)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first.workbook)) as archive:
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_percent_of_a_progress_without_mark_is_held_against_a_hundred() -> None:
    row = series("完成", percent("96.2"), percent("113.9"))
    native = native_chart(chart("progress", "进度", "%", "甲|乙", row), PAGE)
    assert "100%" in texts(etree.fromstring(native.shapes))
