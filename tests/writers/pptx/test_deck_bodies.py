"""Tables, cards and timelines: widths, heights, figures under each other, and what goes on to a further slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from deck_samples import bullets, one_slide, slide, spans, table
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from tiny_look import place

from reportgen.document.model import Column, Event, Figure, KeyFigure, KeyFigures, Text
from reportgen.errors import WriterError
from reportgen.writers.pptx import fit, timeline
from reportgen.writers.pptx import table as tables
from reportgen.writers.pptx.arrange import card_boxes, cast, entry_boxes, settled
from reportgen.writers.pptx.cards import fill_cards, grown, number
from reportgen.writers.pptx.deck import plan
from reportgen.writers.pptx.geometry import Box
from reportgen.writers.pptx.look import Layout, read_look
from reportgen.writers.pptx.model import Row
from reportgen.writers.pptx.text import Target

POINT = 12700
ROOM = Box(0, 0, 600 * POINT, 200 * POINT)
COLUMNS = (Column("地区"), Column("数量", "number"))


def rows(count: int) -> list[list[str]]:
    return [[f"第{n}区", f"{n}"] for n in range(1, count + 1)]


def first_cells(part: tuple[Row, ...]) -> list[str]:
    return [row.cells[0].text for row in part]


# --- columns ---------------------------------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.floats(min_value=10, max_value=900), st.integers(min_value=1, max_value=5)), min_size=1, max_size=8),
    st.floats(min_value=200, max_value=900),
)
def test_columns_fill_the_width_exactly(columns: list[tuple[float, int]], total: float) -> None:
    naturals, weights = zip(*columns, strict=True)
    assert sum(tables.widths(naturals, weights, total)) == pytest.approx(total)


def test_a_short_column_keeps_what_it_needs_beside_long_ones() -> None:
    assert tables.widths([50, 500, 900], [1, 1, 1], 650) == (50, 300, 300)


# --- rows ------------------------------------------------------------------------------------------------------------------


def test_a_table_that_fits_is_set_in_the_size_of_the_look() -> None:
    laid = tables.lay(table(rows(4), *COLUMNS), ROOM, 16, "指标")
    assert (laid.size, len(laid.parts), sum(laid.columns)) == (16, 1, ROOM.width)
    assert [row.kind for row in laid.parts[0]] == ["header", "body", "body", "body", "body"]


def test_a_table_slightly_too_long_is_set_smaller() -> None:
    laid = tables.lay(table(rows(6), *COLUMNS), ROOM, 16, "指标")
    assert (laid.size, len(laid.parts)) == (14, 1)


def test_a_long_table_goes_on_in_equal_parts_each_with_the_header() -> None:
    laid = tables.lay(table(rows(14), *COLUMNS), ROOM, 16, "指标")
    assert [len(part) for part in laid.parts] == [6, 5, 6]
    assert [first_cells(part)[:2] for part in laid.parts] == [["地区", "第1区"], ["地区", "第6区"], ["地区", "第10区"]]


def test_no_row_is_lost_in_parting() -> None:
    laid = tables.lay(table(rows(23), *COLUMNS), ROOM, 16, "指标")
    assert [cell for part in laid.parts for cell in first_cells(part)[1:]] == [f"第{n}区" for n in range(1, 24)]


def test_a_part_that_starts_within_a_group_repeats_its_title_and_none_ends_with_one() -> None:
    group, body = tables.Entry((), "group"), tables.Entry((), "body")
    parts = tables.parted([group, body, body, body, group, body], [(0, 3), (3, 5), (5, 6)])
    assert [[entry.kind for entry in part] for part in parts] == [["group", "body", "body"], ["group", "body"], ["group", "body"]]


def test_a_group_title_spans_the_row_in_bold() -> None:
    made = table([["合计", "3"], ["按地区分", ""], ["甲", "1"]], *COLUMNS)
    laid = tables.lay(replace(made, groups=(1,)), ROOM, 16, "指标")
    group = laid.parts[0][2]
    assert (group.kind, len(group.cells), group.cells[0].runs[0].bold) == ("group", 1, True)


def test_a_row_higher_than_the_slide_is_refused() -> None:
    with pytest.raises(
        WriterError, match=r"^slide '指标', Table: the row and its header is [0-9]+ pt higher than its shape, even in 11 pt"
    ):
        tables.lay(table([["工业" * 900, "1"]], *COLUMNS), ROOM, 16, "指标")


def test_rows_of_a_short_table_stand_comfortably_but_not_loosely() -> None:
    def heights(count: int) -> set[int]:
        tall = Box(0, 0, 600 * POINT, 600 * POINT)
        return {row.height for row in tables.lay(table(rows(count), *COLUMNS), tall, 16, "指标").parts[0]}

    assert (heights(4), heights(5)) == ({int(16 * tables.LOOSE * POINT)}, {int(16 * tables.COMFORT * POINT)})


# --- figures under each other ----------------------------------------------------------------------------------------------


def test_decimal_points_of_a_column_stand_under_each_other() -> None:
    laid = tables.lay(table([["甲", "268.31"], ["乙", "301.2"], ["丙", "9"], ["丁", "-3.25"]], *COLUMNS), ROOM, 16, "指标")
    cells = [row.cells[1] for row in laid.parts[0][1:]]
    tails = [fit.width([fit.Piece(text)]) * 16 for text in (".31", ".2", "", ".25")]
    points = [cell.right / POINT + tail for cell, tail in zip(cells, tails, strict=True)]
    assert points == pytest.approx([points[0]] * 4, abs=0.01)
    assert all(cell.align == "right" for cell in cells)


def test_the_header_of_a_column_of_figures_stands_over_their_middle() -> None:
    laid = tables.lay(table([["甲", "268.31"], ["乙", "9"]], *COLUMNS), ROOM, 16, "指标")
    assert [cell.align for cell in laid.parts[0][0].cells] == ["left", "center"]


def test_a_dash_stands_under_the_units() -> None:
    laid = tables.lay(table([["甲", "268.31"], ["乙", "9"], ["丙", "—"]], *COLUMNS), ROOM, 16, "指标")
    nine, dash = (row.cells[1] for row in laid.parts[0][2:])
    assert nine.right == dash.right


# --- cards -----------------------------------------------------------------------------------------------------------------


def card(idx: int, width: int = 200, height: int = 140) -> Target:
    holder = place(idx, "card", (idx * 300, 0, width, height), 40)
    levels = tuple(replace(holder.levels[0], size=size) for size in (40, 16, 14))
    return Target(replace(holder, name=f"Card {idx}", levels=levels), holder.box, "growth-1", "指标")


def test_qualifier_and_unit_are_set_in_half_the_size_of_the_number() -> None:
    def parts(text: str) -> list[tuple[str, float]]:
        return [(word.text, word.scale) for word in number(Figure(text, ("f",)))]

    assert parts("7.7%") == [("7.7%", 1)]
    assert parts("第6位") == [("第", 0.5), ("6", 1), ("位", 0.5)]
    assert parts("7000余万元") == [("7000", 1), ("余万元", 0.5)]
    assert parts("-9.9%") == [("-9.9%", 1)]
    assert parts("近五成") == [("近五成", 1)]


def test_every_part_of_a_number_knows_its_fact() -> None:
    assert {word.facts for word in number(Figure("超5亿元", ("investment:2025",)))} == {("investment:2025",)}


def test_all_cards_are_set_in_the_sizes_of_the_fullest_and_hang_at_one_height() -> None:
    items = [
        KeyFigure("企业", Figure("940家", ("f",))),
        KeyFigure("营业收入", Figure("1267.05亿元", ("f",)), spans("增长", "6%")),
    ]
    filled = fill_cards([card(1), card(2)], items)
    sizes = [one.shape.paragraphs[0].runs[0].size for one in filled]
    assert sizes[0] == sizes[1] < 40
    assert filled[0].shape.hung == filled[1].shape.hung is not None
    assert [lines.level for lines in filled[1].shape.paragraphs] == [1, 2, 3]


def test_a_card_too_small_for_its_number_is_refused() -> None:
    with pytest.raises(WriterError, match=r"^slide '指标', Card 1: the text of the card is [0-9]+ pt higher than its shape"):
        fill_cards([card(1, width=60)], [KeyFigure("营业收入", Figure("1267890.05亿元", ("f",)))])


def rows_of(boxes: Sequence[Box]) -> list[list[Box]]:
    tops = sorted({box.top for box in boxes})
    return [[box for box in boxes if box.top == top] for top in tops]


@pytest.mark.parametrize(
    ("count", "expected"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [4, 3]), (8, [4, 4])]
)
def test_cards_stand_in_rows_that_all_fill_the_width(count: int, expected: list[int]) -> None:
    holders = [place(n, "card", (n % 4 * 250, n // 4 * 200, 200, 150)) for n in range(8)]
    rows = rows_of(card_boxes(holders, count, 350 * POINT))
    assert [len(row) for row in rows] == expected
    assert {(row[0].left, round(max(box.right for box in row) / POINT)) for row in rows} == {(0, 950)}
    assert rows[-1][0].bottom <= 350 * POINT


def test_cards_of_a_layout_with_a_single_row_stay_in_one() -> None:
    holders = [place(n, "card", (n * 250, 0, 200, 150)) for n in range(4)]
    assert [len(row) for row in rows_of(card_boxes(holders, 4, 150 * POINT))] == [4]


def test_type_grows_with_the_card_up_to_a_fifth() -> None:
    def number_size(width: int, height: int) -> float:
        return grown(place(1, "card", (0, 0, 200, 150), 40), Box(0, 0, width * POINT, height * POINT)).level(1).size

    assert [number_size(*size) for size in ((200, 150), (400, 165), (250, 300), (800, 600), (100, 100))] == [40, 44, 48, 48, 40]


def test_entries_of_the_contents_run_down_the_columns() -> None:
    holders = [place(n, "contents", (n // 6 * 300, n % 6 * 50, 250, 40)) for n in range(12)]
    boxes = entry_boxes(holders, 5)
    assert [(box.left > 0, box.top // POINT) for box in boxes] == [(False, 0), (False, 48), (False, 97), (True, 0), (True, 48)]


# --- timelines -------------------------------------------------------------------------------------------------------------


def events(count: int, text: str = "项目开工") -> list[Event]:
    return [Event(f"2025年{n}月", (Text(text),)) for n in range(1, count + 1)]


def test_seven_events_stand_on_one_slide_and_eight_on_two() -> None:
    tall = Box(0, 0, 600 * POINT, 400 * POINT)
    assert [len(part) for part in timeline.lay(events(7), tall, 18, "时间").parts] == [7]
    assert [len(part) for part in timeline.lay(events(8), tall, 18, "时间").parts] == [4, 4]


def test_the_line_and_the_dots_lie_under_the_table_with_a_dot_for_each_event() -> None:
    laid = timeline.lay(events(3), ROOM, 18, "时间")
    made = list(timeline.shapes(laid, 0, ROOM, "growth-1 Timeline", 14, "时间"))
    assert [type(shape).__name__ for shape in made] == ["Ornament"] * 4 + ["TableShape"]
    line, *dots, grid = made
    middle = line.box.left + line.box.width // 2
    assert {dot.box.left + dot.box.width // 2 for dot in dots} == {middle}
    assert middle == grid.columns[0]  # type: ignore[union-attr]


def test_an_event_that_is_too_long_is_refused() -> None:
    with pytest.raises(WriterError, match=r"^slide '时间', Timeline: the event is [0-9]+ pt higher"):
        timeline.lay(events(1, "项目" * 900), ROOM, 18, "时间")


# --- places ----------------------------------------------------------------------------------------------------------------


def test_an_unused_place_gives_its_room_to_the_one_above_and_a_used_one_takes_what_it_needs() -> None:
    chart, note = place(1, "chart", (0, 0, 300, 100)), place(2, "note", (0, 110, 300, 40))
    assert settled(chart, [note], {}).bottom == 150 * POINT
    assert settled(chart, [note], {2: 20 * POINT}).bottom == 120 * POINT
    assert settled(note, [note], {2: 20 * POINT}) == Box(0, 130 * POINT, 300 * POINT, 20 * POINT)


def test_a_place_beside_is_left_alone() -> None:
    points, note = place(1, "points", (310, 0, 300, 100)), place(2, "note", (0, 110, 300, 40))
    assert settled(points, [note], {}) == points.box


def test_placeholders_of_the_right_name_come_before_those_that_take_anything() -> None:
    layout = Layout(
        "two", (place(1, "any", (0, 0, 100, 100)), place(2, "any", (0, 200, 100, 100)), place(3, "points", (0, 400, 100, 50)))
    )
    actors = cast(layout, {"chart": 1, "points": 1})
    assert actors
    assert ([one.idx for one in actors.charts], actors.points and actors.points.idx) == ([1], 3)
    assert cast(layout, {"chart": 3}) is None


def test_key_figures_beyond_the_cards_of_the_layout_fill_six_first() -> None:
    look = read_look(Presentation(str(Path(__file__).parents[3] / "templates" / "office" / "deck.pptx")), "deck.pptx")
    items = tuple(KeyFigure(f"第{n}项", Figure(f"{n}家", ("f",))) for n in range(9))
    deck = plan(one_slide(slide("key figures", "指标", KeyFigures(items), bullets("合计"))), look)
    cards = [[shape.name for shape in made.shapes if "Card" in shape.name] for made in deck.slides[1:]]
    assert [len(names) for names in cards] == [6, 3]
