"""The decks of the bundled dataset, year by year: nothing leaves its shape, nothing is said twice, every slide can be spoken to."""

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
from produced import document

from reportgen import bundled
from reportgen.document.model import Bullets, Document, Slide, Spans, words_of
from reportgen.document.walk import facts_of_slide
from reportgen.pipeline import Request, compose
from reportgen.writers.pptx import write
from reportgen.writers.pptx.deck import plan
from reportgen.writers.pptx.look import read_look
from reportgen.writers.pptx.model import Deck, TextShape

DECK = Path(__file__).parents[3] / "templates" / "office" / "deck.pptx"
LOOK = read_look(Presentation(str(DECK)), "deck.pptx")
YEARS = pytest.mark.parametrize("year", [2012, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
FULL_YEARS = pytest.mark.parametrize("year", [2022, 2023, 2025])


@cache
def deck(year: int) -> Deck:
    return plan(document(year), LOOK)


def slides(year: int) -> list[Slide]:
    return [slide for section in document(year).sections for slide in section.slides]


def points(slide: Slide) -> list[Spans]:
    return [item for block in slide.blocks if isinstance(block, Bullets) for item in block.items]


@YEARS
def test_nothing_leaves_its_shape_and_no_shape_lies_over_another(year: int) -> None:
    assert (leaving(deck(year), LOOK), overlapping(deck(year))) == ([], [])


@YEARS
def test_no_text_shows_the_marks_of_a_template(year: int) -> None:
    texts = [
        lines.text
        for made in deck(year).slides
        for shape in made.shapes
        if isinstance(shape, TextShape)
        for lines in shape.paragraphs
    ]
    assert [text for text in texts if re.search(r":::|[{}|#]|None|^[，；。、]|[，；、：]$", text)] == []


@YEARS
def test_nothing_had_to_be_made_smaller_moved_or_continued(year: int) -> None:
    assert deck(year).notices == ()


@FULL_YEARS
def test_the_deck_of_a_full_year_has_ten_to_eighteen_slides(year: int) -> None:
    assert 10 <= len(deck(year).slides) <= 18


@YEARS
def test_every_title_is_a_line_of_its_own(year: int) -> None:
    titles = [words_of(slide.title) for slide in slides(year)]
    assert [title for title, count in Counter(titles).items() if count > 1] == []
    # An opening quotation mark is set at the right of its square: the title would seem to begin further in than the others.
    assert [title for title in titles if title.startswith("“") or len(title) > 32] == []


@YEARS
def test_no_point_repeats_a_title_or_a_point_of_another_slide(year: int) -> None:
    said = [words_of(item) for slide in slides(year) for item in points(slide)]
    titles = {words_of(slide.title) for slide in slides(year)}
    assert [text for text, count in Counter(said).items() if count > 1 or text in titles] == []


@YEARS
def test_no_slide_of_points_alone_has_fewer_than_three(year: int) -> None:
    assert [words_of(slide.title) for slide in slides(year) if slide.layout == "points" and len(points(slide)) < 3] == []


@YEARS
def test_no_figure_stands_on_more_than_three_slides(year: int) -> None:
    shown = Counter(id_ for slide in slides(year) for id_ in set(facts_of_slide(slide)))
    assert [id_ for id_, count in shown.items() if count > 3] == []


@YEARS
def test_every_slide_has_a_script_that_reads_without_the_report_and_ends_with_the_sources(year: int) -> None:
    for slide in slides(year):
        assert slide.notes != (), words_of(slide.title)
        said = "".join(map(words_of, slide.notes))
        assert not re.search(r"[见于][，。；）]|（）|[，、；]）|图\d|表\d", said), said
    for made in deck(year).slides[1:]:
        assert made.layout == "contents" or words_of(made.notes[-1]).startswith("资料来源：") or made.key.startswith("appendix")


CHOICES = pytest.mark.parametrize(
    ("year", "sections"),
    [(2023, "growth,outlook"), (2025, "outlook,growth"), (2022, "city,projects"), (2024, "services")],
    ids=lambda value: str(value),
)


@cache
def chosen(year: int, sections: str) -> Document:
    names = tuple(sections.split(","))
    request = Request(bundled.dataset(), bundled.templates(), "annual", year, date(2026, 6, 30), sections=names)
    return compose(request)[1]


@CHOICES
def test_nothing_leaves_its_shape_where_sections_are_chosen(year: int, sections: str) -> None:
    made = plan(chosen(year, sections), LOOK)
    assert (leaving(made, LOOK), overlapping(made)) == ([], [])


@pytest.mark.office
@CHOICES
def test_every_word_of_the_deck_of_some_sections_stands_inside_a_shape(year: int, sections: str, tmp_path: Path) -> None:
    assert stray_words(write(chosen(year, sections), DECK).data, tmp_path) == []


@pytest.mark.office
@YEARS
def test_every_word_of_the_rendered_deck_stands_inside_a_shape(year: int, tmp_path: Path) -> None:
    assert stray_words(write(document(year), DECK).data, tmp_path) == []


@pytest.mark.office
@FULL_YEARS
def test_the_validator_finds_nothing_in_the_deck_of_a_full_year(year: int, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(document(year), DECK).data)
    assert faults(path) == ""
