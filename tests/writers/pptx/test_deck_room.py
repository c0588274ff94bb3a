"""Whatever the texts, what the plan sets stays inside its shape as measured, or the document is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from deck_measure import leaving, overlapping
from deck_samples import ENGLISH, FULL, YEAR, bullets, chart, growth, one_slide, slide, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from reportgen.document.model import Column, Document, Event, Figure, KeyFigure, KeyFigures, Slide, Text, Timeline
from reportgen.errors import WriterError
from reportgen.writers.pptx.deck import plan
from reportgen.writers.pptx.look import Look, read_look
from reportgen.writers.pptx.model import Deck

LOOK = read_look(Presentation(str(Path(__file__).parents[3] / "templates" / "office" / "deck.pptx")), "deck.pptx")
OTHER = read_look(Presentation(), "default.pptx")

# --- the samples -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", [YEAR, FULL, ENGLISH], ids=["year", "full", "english"])
@pytest.mark.parametrize("look", [LOOK, OTHER], ids=["own", "other"])
def test_no_text_of_the_samples_leaves_its_shape(document: Document, look: Look) -> None:
    deck = plan(document, look)
    assert (leaving(deck, look), overlapping(deck)) == ([], [])


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
        assert (leaving(outcome, look), overlapping(outcome)) == ([], [])
    else:
        assert re.match(r"slide '.*', .*: the .* is \d+ pt higher than its shape, even in [\d.]+ pt", str(outcome), re.DOTALL)
