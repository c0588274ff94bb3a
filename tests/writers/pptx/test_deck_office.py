"""The deck as LibreOffice shows it and as Microsoft's validator sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck_measure import stray_words
from deck_samples import ENGLISH, FULL, YEAR
from office_tools import faults
from pptx import Presentation

from reportgen.document.model import Document
from reportgen.writers.pptx import write

DECK = Path(__file__).parents[3] / "templates" / "office" / "deck.pptx"
SAMPLES = pytest.mark.parametrize("document", [YEAR, FULL, ENGLISH], ids=["year", "full", "english"])

pytestmark = pytest.mark.office


@SAMPLES
def test_the_validator_finds_nothing(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(document, DECK).data)
    assert faults(path) == ""


def test_the_validator_finds_nothing_in_the_look() -> None:
    assert faults(DECK) == ""


def test_the_validator_finds_nothing_in_a_deck_made_from_powerpoints_own_layouts(tmp_path: Path) -> None:
    look, path = tmp_path / "look.pptx", tmp_path / "deck.pptx"
    Presentation().save(str(look))
    path.write_bytes(write(YEAR, look).data)
    assert faults(path) == ""


@SAMPLES
def test_every_word_stands_inside_one_of_the_shapes_of_its_slide(document: Document, tmp_path: Path) -> None:
    assert stray_words(write(document, DECK).data, tmp_path) == []
