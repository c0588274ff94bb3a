"""The English decks of the bundled dataset: words are longer than in Chinese, and still nothing leaves its shape."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from deck_measure import leaving, overlapping, stray_words
from office_tools import faults
from pptx import Presentation

from reportgen import bundled
from reportgen.document.model import Document, words_of
from reportgen.pipeline import Request, compose
from reportgen.writers.pptx import write
from reportgen.writers.pptx.deck import plan
from reportgen.writers.pptx.look import read_look
from reportgen.writers.pptx.model import Deck, TextShape

DECK = Path(__file__).parents[3] / "templates" / "office" / "deck.pptx"
LOOK = read_look(Presentation(str(DECK)), "deck.pptx")
YEARS = pytest.mark.parametrize("year", [2012, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
FULL_YEARS = pytest.mark.parametrize("year", [2022, 2023, 2025])
LONGEST_TITLE = 110
"""Two lines of a title."""


@cache
def document(year: int) -> Document:
    return compose(Request(bundled.dataset(), bundled.templates(), "annual", year, date(2026, 6, 30), language="en"))[1]


@cache
def deck(year: int) -> Deck:
    return plan(document(year), LOOK)


@YEARS
def test_nothing_leaves_its_shape_and_no_shape_lies_over_another(year: int) -> None:
    assert (leaving(deck(year), LOOK), overlapping(deck(year))) == ([], [])


@YEARS
def test_nothing_had_to_be_made_smaller_moved_or_continued(year: int) -> None:
    assert [str(notice) for notice in deck(year).notices] == []


@YEARS
def test_no_text_shows_the_marks_of_a_template_or_a_chinese_character(year: int) -> None:
    texts = [
        lines.text
        for made in deck(year).slides
        for shape in made.shapes
        if isinstance(shape, TextShape)
        for lines in shape.paragraphs
    ]
    assert [text for text in texts if re.search(r":::|[{}|#]|None|^[,;.]|[,;:]$|[\u3001-\u9fff]", text)] == []


@YEARS
def test_every_title_is_of_its_own_and_takes_two_lines_at_most(year: int) -> None:
    titles = [words_of(slide.title) for section in document(year).sections for slide in section.slides]
    assert [title for title, count in Counter(titles).items() if count > 1 or len(title) > LONGEST_TITLE] == []


@pytest.mark.office
@FULL_YEARS
def test_every_word_of_the_rendered_deck_stands_inside_a_shape(year: int, tmp_path: Path) -> None:
    assert stray_words(write(document(year), DECK).data, tmp_path) == []


@pytest.mark.office
@FULL_YEARS
def test_the_validator_finds_nothing_in_the_deck_of_a_full_year(year: int, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(document(year), DECK).data)
    assert faults(path) == ""
