"""The deck as LibreOffice shows it and as Microsoft's validator sees it."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from deck_samples import ENGLISH, FULL, YEAR
from office_tools import demand, faults, to_pdf
from pptx import Presentation

from reportgen.document.model import Document
from reportgen.writers.pptx import write

DECK = Path(__file__).parents[3] / "templates" / "office" / "deck.pptx"
SAMPLES = pytest.mark.parametrize("document", [YEAR, FULL, ENGLISH], ids=["year", "full", "english"])
SLACK = 3.0
"""Points by which rounding may shift a word."""

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


# --- rendered --------------------------------------------------------------------------------------------------------------

Rect = tuple[float, float, float, float]


def words_of(pdf: Path) -> list[list[tuple[Rect, str]]]:
    """Return the words of each page with their boxes: left, top, right, bottom in points."""
    demand(subprocess.run(["which", "pdftotext"], capture_output=True, check=False).returncode == 0, "pdftotext")
    out = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    found = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
    pages = out.split("<page ")[1:]
    return [[((float(m[1]), float(m[2]), float(m[3]), float(m[4])), m[5]) for m in found.finditer(page)] for page in pages]


def boxes_of(data: bytes) -> list[list[Rect]]:
    """Return the boxes of the shapes with text on each slide, in points."""
    slides = Presentation(io.BytesIO(data)).slides
    shapes = [[one for one in slide.shapes if one.has_text_frame or one.has_table] for slide in slides]
    sides = [[(one.left, one.top, one.left + one.width, one.top + one.height) for one in found] for found in shapes]
    return [[tuple(side / 12700 for side in box) for box in boxes] for boxes in sides]  # type: ignore[misc]


def inside(word: Rect, box: Rect) -> bool:
    """Return whether the ink of a word is in the box; the word's own box is as high as its font, ink is not."""
    above = SLACK + 0.15 * (word[3] - word[1])
    return box[0] - SLACK <= word[0] and word[2] <= box[2] + SLACK and box[1] - above <= word[1] and word[3] <= box[3] + above


@SAMPLES
def test_every_word_stands_inside_one_of_the_shapes_of_its_slide(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    data = write(document, DECK).data
    path.write_bytes(data)
    pages, boxes = words_of(to_pdf(path)), boxes_of(data)
    assert len(pages) == len(boxes)
    stray = [(n, word) for n, (words, shapes) in enumerate(zip(pages, boxes, strict=True), 1)
             for rect, word in words if not any(inside(rect, box) for box in shapes)]  # fmt: skip
    assert stray == []
