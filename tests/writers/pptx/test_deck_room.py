"""Whatever the texts, what the plan sets stays inside its shape as measured, or the document is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from deck_samples import ENGLISH, FULL, YEAR, bullets, chart, growth, one_slide, slide, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from reportgen.document.model import Column, Document, Event, Figure, KeyFigure, KeyFigures, Slide, Text, Timeline
from reportgen.errors import WriterError
from reportgen.writers.pptx import fit
from reportgen.writers.pptx.deck import plan
from reportgen.writers.pptx.geometry import EMU_PER_POINT, Box
from reportgen.writers.pptx.look import LEADING, Layout, Look, Place, read_look
from reportgen.writers.pptx.model import Deck, Lines, TableShape, TextShape

PAGE = Box(0, 0, 12192000, 6858000)
LOOK = read_look(Presentation(str(Path(__file__).parents[3] / "templates" / "office" / "deck.pptx")), "deck.pptx")
OTHER = read_look(Presentation(), "default.pptx")

# --- measuring the plan ----------------------------------------------------------------------------------------------------


def high(shape: TextShape, place: Place) -> float:
    wide = (shape.box.width - place.inset.left - place.inset.right) / EMU_PER_POINT
    return fit.height((setting(lines, place) for lines in shape.paragraphs), wide)


def setting(lines: Lines, place: Place) -> fit.Setting:
    style = place.level(lines.level)
    size = max(run.size for run in lines.runs)
    pieces = tuple(fit.Piece(run.text, run.bold or style.bold, run.size / size) for run in lines.runs)
    before = style.before.at(size) if lines.before is None else lines.before
    return fit.Setting(pieces, size, style.line, before, 0 if lines.mark == "none" else style.indent)


def leaving(deck: Deck, look: Look) -> list[str]:
    """Return the names of shapes whose text is higher than they are, or that leave the slide."""
    found = []
    for made in deck.slides:
        layout = look.find(made.layout)
        assert layout
        for shape in made.shapes:
            if isinstance(shape, TextShape) and not holds(shape, layout):
                found.append(shape.name)
            if isinstance(shape, TableShape) and not (rows_fit(shape) and shape.box.within(PAGE)):
                found.append(shape.name)
    return found


def holds(shape: TextShape, layout: Layout) -> bool:
    place = next(one for one in layout.places if one.idx == shape.idx)
    room = (shape.box.height - place.inset.top - place.inset.bottom) / EMU_PER_POINT
    return high(shape, place) <= room + 0.5 and shape.box.within(PAGE)


def rows_fit(shape: TableShape) -> bool:
    return all(needed(shape, n) <= row.height / EMU_PER_POINT + 0.5 for n, row in enumerate(shape.rows))


def needed(shape: TableShape, number: int) -> float:
    row = shape.rows[number]
    widths = [sum(shape.columns)] if row.kind == "group" else shape.columns
    lines = []
    for cell, width in zip(row.cells, widths, strict=True):
        size = cell.runs[0].size if cell.runs else 10
        wide = (width - cell.left - cell.right) / EMU_PER_POINT + 0.01
        lines.append(len(fit.wrap([fit.Piece(run.text, run.bold) for run in cell.runs], wide / size)) * size * LEADING)
    return max(lines)


# --- the samples -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", [YEAR, FULL, ENGLISH], ids=["year", "full", "english"])
@pytest.mark.parametrize("look", [LOOK, OTHER], ids=["own", "other"])
def test_no_text_of_the_samples_leaves_its_shape(document: Document, look: Look) -> None:
    assert leaving(plan(document, look), look) == []


# --- any text --------------------------------------------------------------------------------------------------------------

words = st.text(alphabet="萍乡市规模以上工业增加值，。（）“”、； abcDEF0123456789.%-", min_size=1, max_size=60).filter(str.strip)
long_words = st.one_of(
    words, st.text(alphabet="0123456789", min_size=20, max_size=60), st.text(alphabet="工业", min_size=60, max_size=240)
)
numbers = st.decimals(min_value=-99999, max_value=99999, places=2).map(lambda value: f"{value:f}")


@st.composite
def slides(draw: st.DrawFn) -> Slide:
    title = draw(words)
    kind = draw(st.sampled_from(["points", "chart and points", "key figures", "table", "timeline"]))
    items = bullets(*draw(st.lists(long_words, min_size=1, max_size=12)))
    if kind == "points":
        return slide("points", title, items)
    if kind == "chart and points":
        return slide("chart and points", title, chart(growth(), "增速"), items)
    if kind == "key figures":
        labels = draw(st.lists(words, min_size=1, max_size=10))
        return slide(
            "key figures", title, KeyFigures(tuple(KeyFigure(label, Figure(draw(numbers) + "亿元", ("f",))) for label in labels))
        )
    if kind == "table":
        rows = draw(st.lists(st.tuples(words, numbers, words), min_size=1, max_size=25))
        return slide("table", title, table(rows, Column("项目"), Column("数量", "number"), Column("说明")))
    return slide(
        "timeline",
        title,
        Timeline(
            tuple(
                Event(f"2025年{n}月", (Text(text),)) for n, text in enumerate(draw(st.lists(words, min_size=1, max_size=12)), 1)
            )
        ),
    )


def planned(made: Slide, look: Look) -> Deck | WriterError:
    try:
        return plan(one_slide(made), look)
    except WriterError as fault:
        return fault


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slides(), st.sampled_from([LOOK, OTHER]))
def test_no_text_leaves_its_shape_or_the_fault_names_slide_and_shape(made: Slide, look: Look) -> None:
    outcome = planned(made, look)
    if isinstance(outcome, Deck):
        assert leaving(outcome, look) == []
    else:
        assert re.match(r"slide '.*', .*: the .* is \d+ pt higher than its shape, even in [\d.]+ pt", str(outcome), re.DOTALL)
