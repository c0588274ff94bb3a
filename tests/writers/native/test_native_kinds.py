"""Native charts of the kinds that compare two periods, parts, places, targets and dates."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from charts.chart_samples import chart, point, series
from charts.further_samples import FURTHER
from native_reading import Sheet, cached, colours, find, labels, reference, space, texts, values
from office_tools import faults, to_pdf

from reportgen.charts.size import PAGE, Size
from reportgen.document.model import Chart, Document, Labels, Section, Slide, Text
from reportgen.writers.docx import report
from reportgen.writers.native import NativeChart, native_chart
from reportgen.writers.pptx import writing

LOOKS = Path(__file__).parents[3] / "templates" / "office"
LABELS = Labels("目录", "（续）", "单位：", "资料来源：", "注：", "：", "、", "图", "")
EVERY = pytest.mark.parametrize("name", FURTHER)
HALF = Size(14.8, 9, "slide", titled=False, sourced=False)
ACROSS = "c:chart/c:plotArea/*/c:ser"


def made(name: str) -> NativeChart:
    return native_chart(FURTHER[name], PAGE)


def rows(name: str) -> list:
    return find(space(made(name)), ACROSS)


def named(name: str, part: str) -> dict[int, str]:
    """The cached values of the series of a chart that has this name."""
    return next(cached(row) for row in rows(name) if cached(row, "c:tx")[0] == part)


def document() -> Document:
    charts = tuple(Chart(name, f"图{n}", name, spec) for n, (name, spec) in enumerate(FURTHER.items(), 1))
    slides = tuple(Slide("chart", (Text(one.caption),), (one,)) for one in charts)
    section = Section("growth", "一、", "增长", "growth", charts, slides)
    written = Document("报告", "", "", date(2026, 6, 30), "2026年6月30日", "zh", 2025, (section,), LABELS)
    return replace(written, charts="native")


# --- all kinds -------------------------------------------------------------------------------------------------------------


@EVERY
@pytest.mark.parametrize("size", [PAGE, HALF], ids=["page", "slide"])
def test_the_chart_and_its_workbook_hold_the_same_numbers_and_names(name: str, size: Size) -> None:
    native = native_chart(FURTHER[name], size)
    sheet = Sheet(native.workbook)
    for row in find(space(native), ACROSS):
        for part in ("c:tx", "c:cat", "c:val"):
            cells = list(sheet.range(reference(row, part)))
            assert {index: cell for index, cell in enumerate(cells) if cell is not None} == cached(row, part)


@EVERY
def test_every_label_of_the_specification_can_be_read(name: str) -> None:
    native, spec = made(name), FURTHER[name]
    shown = {*texts(space(native)), *shown_by_formats(native)}
    for row in spec.series[: 1 if spec.kind == "timeline" else 4]:
        for one in row.points:
            assert one.value is None or any(one.label.replace("-", "−") in text for text in shown), one


def values_of_formats(native: NativeChart) -> list[str]:
    return [str(found.get("formatCode")) for found in find(space(native), ".//c:dLbls//c:numFmt")]


def shown_by_formats(native: NativeChart) -> set[str]:
    """What the formats of the labels make of the numbers of the chart."""
    forms = {tuple(part.replace('"', "") for part in code.split(";")) for code in values_of_formats(native)}
    numbers = {Decimal(value) for row in find(space(native), ACROSS) for value in cached(row).values()}
    return {written(number, forms_of[number < 0]) for forms_of in forms for number in numbers}


def written(number: Decimal, form: str) -> str:
    fixed = re.search(r"0\.?(0*)", form)
    shown = f"{abs(number):.{len(fixed[1])}f}" if fixed else f"{abs(number)}"
    return form.replace(fixed[0] if fixed else "General", shown)


@EVERY
def test_no_bar_below_zero_turns_white(name: str) -> None:
    bars = find(space(made(name)), "c:chart/c:plotArea/c:barChart/c:ser")
    assert all(values(bar, "c:invertIfNegative") == ["0"] for bar in bars)


@pytest.mark.office
def test_every_kind_is_valid_and_opens_in_both_programs(tmp_path: Path) -> None:
    for suffix, written in (
        ("docx", report.write(document(), LOOKS / "official.docx")),
        ("pptx", writing.write(document(), LOOKS / "deck.pptx")),
    ):
        path = tmp_path / f"charts.{suffix}"
        path.write_bytes(written.data)
        with zipfile.ZipFile(io.BytesIO(written.data)) as archive:
            names = archive.namelist()
        assert sum("/charts/chart" in name and "_rels" not in name for name in names) == len(FURTHER)
        assert not any(name.endswith(".svg") for name in names)
        assert faults(path) == ""
        assert to_pdf(path).exists()


# --- slope -----------------------------------------------------------------------------------------------------------------


def test_a_change_is_a_line_between_two_periods_named_at_its_end() -> None:
    root = space(made("change of four"))
    assert values(root, "c:chart/c:plotArea/c:valAx/c:crossBetween") == ["midCat"]
    assert find(root, "c:chart/c:legend") == []
    ends = labels(find(root, ACROSS)[0])
    assert values(ends[0], "c:dLblPos") == ["l"]
    assert values(ends[1], "c:dLblPos") + values(ends[1], "c:showSerName") == ["r", "1"]


def test_no_line_joins_values_of_unlike_definition() -> None:
    parts = [cached(row) for row in rows("change of four") if "新动能产业增加值" in cached(row, "c:tx")[0]]
    assert parts == [{0: "7.9"}, {1: "14.9"}]
    assert "没有连线的两端口径不同" in made("change of four").shapes.decode()


# --- composition -----------------------------------------------------------------------------------------------------------


def test_parts_follow_each_other_up_to_the_whole_and_the_workbook_computes_the_rest() -> None:
    native = made("part of an amount")
    root = space(native)
    assert values(root, "c:chart/c:plotArea/c:barChart/c:grouping") == ["stacked"]
    assert values(root, "c:chart/c:plotArea/c:valAx/c:scaling/c:max") == ["185"]
    assert named("part of an amount", "其余") == {0: "52"}
    assert formula(native, "C2") == "185-SUM(B2:B2)"
    assert "合计185个" in native.shapes.decode()


def formula(native: NativeChart, cell: str) -> str:
    with zipfile.ZipFile(io.BytesIO(native.workbook)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    return sheet.partition(f'r="{cell}"')[2].partition("<f>")[2].partition("</f>")[0]


def test_the_rest_of_a_whole_has_no_number_because_none_was_published() -> None:
    rest = find(space(made("parts of one whole")), ACROSS)[-1]
    assert find(rest, "c:dLbls") == []


# --- ranking ---------------------------------------------------------------------------------------------------------------


def test_a_place_is_the_last_step_of_its_row() -> None:
    assert named("places", "2023年，全省设区市") == {0: "1", 1: "2", 2: "6", 3: "9"}
    assert named("places", "之前的位次") == {0: "0", 1: "1", 2: "5", 3: "8"}
    assert formula(made("places"), "C4") == "B4-1"
    assert '"第"0"位";"第""−"0"位"' in values_of_formats(made("places"))


def test_a_place_among_a_known_number_lies_on_a_track_and_one_without_a_place_has_none() -> None:
    assert named("places of eleven", "共11个设区市") == dict.fromkeys(range(4), "11")
    assert 3 not in named("places of eleven", "2023年")
    assert 2 not in named("places of eleven", "之前的位次"), "among the first ten: it may be any of them"


# --- bullet ----------------------------------------------------------------------------------------------------------------


def test_an_outcome_lies_before_its_target_and_is_lighter_beyond_it() -> None:
    native = made("targets of one unit")
    behind, outcome, within = find(space(native), ACROSS)
    assert (cached(behind, "c:tx"), cached(outcome)[0], cached(behind)[0]) == ({0: "计划"}, "594.21", "563.45")
    assert cached(within) == {0: "563.45", 1: "359.32"}
    assert formula(native, "D2") == "C2"
    assert colours(find(outcome, "c:dPt")[0]) == ["accent1", "accent1"]
    assert find(outcome, "c:dPt/c:spPr/a:solidFill/a:schemeClr/a:lumOff") != []


def test_rows_of_unlike_units_are_shares_of_their_targets_and_say_their_own_figures() -> None:
    native = made("targets")
    assert Sheet(native.workbook).at("A1") == "单位：占目标的%"
    assert (named("targets", "2025年完成"), named("targets", "目标")) == ({0: "60"}, dict.fromkeys(range(3), "100"))
    said = texts(space(native))
    assert {"6%", "目标10%左右", "目标1000亿元（完成情况未见公布）"} <= set(said)


def test_a_share_of_a_negative_target_keeps_its_sign() -> None:
    spec = chart("bullet", "降幅", "", "能耗|水耗", series("完成", "-9", "-4"), series("目标", point("-18", "target"), "-8"))
    native = native_chart(spec, PAGE)
    behind, outcome = find(space(native), ACROSS)
    assert (cached(outcome), cached(behind)) == ({0: "-50", 1: "-50"}, {0: "-100", 1: "-100"})


# --- timeline --------------------------------------------------------------------------------------------------------------


def test_an_event_begins_where_an_unseen_bar_ends() -> None:
    root = space(made("plans of decades"))
    start, length = find(root, ACROSS)
    assert cached(start) == {0: "2016", 1: "2021", 2: "2026", 3: "1960.5"}
    assert cached(length) == {0: "5", 1: "5", 2: "5", 3: "0"}
    assert find(start, "c:spPr/a:noFill") != []
    assert values(root, "c:chart/c:plotArea/c:valAx/c:scaling/c:min") == ["1960"]
    assert find(root, "c:chart/c:plotArea/c:valAx/c:numFmt")[0].get("formatCode") == '0"年"'


def test_dates_are_as_they_were_written() -> None:
    assert {"2016—2020年", "1960年"} <= set(texts(space(made("plans of decades"))))
    assert Decimal(cached(rows("milestones")[1])[1]) == Decimal("0.08")
