"""Measuring decks: what leaves its shape in a plan, and which words lie outside the shapes of a rendered slide."""

from __future__ import annotations

import io
import re
import subprocess
from itertools import combinations
from pathlib import Path

from office_tools import demand, to_pdf
from pptx import Presentation

from reportgen.writers.pptx import fit
from reportgen.writers.pptx.geometry import EMU_PER_POINT, Box
from reportgen.writers.pptx.look import LEADING, Layout, Look, Place
from reportgen.writers.pptx.model import Deck, Lines, PictureShape, TableShape, TextShape

PAGE = Box(0, 0, 12192000, 6858000)
SLACK = 3.0
"""Points by which rounding may shift a word."""

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


def overlapping(deck: Deck) -> list[tuple[str, str]]:
    """Return the names of shapes with matter in them that lie over each other."""
    return [
        (one.name, other.name)
        for made in deck.slides
        for one, other in combinations(
            [shape for shape in made.shapes if isinstance(shape, TextShape | TableShape | PictureShape)], 2
        )
        if not (one.box.beside(other.box) or one.box.bottom <= other.box.top or other.box.bottom <= one.box.top)
    ]


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


def stray_words(data: bytes, folder: Path) -> list[tuple[int, str]]:
    """Return the words that LibreOffice sets outside the shapes of their slide, with its number."""
    path = folder / "deck.pptx"
    path.write_bytes(data)
    pages, boxes = words_of(to_pdf(path)), boxes_of(data)
    assert len(pages) == len(boxes)
    return [(n, word) for n, (words, shapes) in enumerate(zip(pages, boxes, strict=True), 1)
            for rect, word in words if not any(inside(rect, box) for box in shapes)]  # fmt: skip
