"""Measuring text: where lines break and how high paragraphs stand, so that nothing leaves its shape.

Widths come from the font that the package brings (:mod:`reportgen.charts.fonts`), whatever fonts the machine has. Lines are
broken as PowerPoint, WPS and LibreOffice do it: Chinese between characters, but no closing mark at the start of a line and no
opening mark at its end; Latin words and numbers between spaces, and anywhere only when one alone is wider than its line.
Where programs differ, the wider and higher of them counts: a text that fits here may stand looser elsewhere, never tighter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportgen.charts import fonts
from reportgen.writers.pptx.geometry import Points
from reportgen.writers.pptx.look import SINGLE, Spacing

_EM = 1000
_NOT_FIRST = frozenset("，。、；：？！）》」』】〕〉’”％‰℃…—～·・,.;:?!)]}%°")
_NOT_LAST = frozenset("（《「『【〔〈‘“￥$([{＃#")

# --- how it is measured ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reader:
    """How a program sets text, as far as widths go."""

    latin: float = 1.0
    """Width of regular letters and digits against those of the package's font."""
    latin_bold: float = 1.0
    gap: float = 0.0
    """Space in em between Chinese and Latin characters."""


POWERPOINT = Reader()
"""With the theme font at hand: Latin letters of 微软雅黑 are about as wide as those measured, and no space is added."""
WIDEST = Reader(1.16, 1.21, 0.24)
"""LibreOffice on Linux without the theme font: DejaVu Sans for letters and digits, and a space (measured in its output)
where scripts meet. Whatever fits here fits everywhere."""


# --- what is measured ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters set alike."""

    text: str
    bold: bool = False
    scale: float = 1.0
    """Size as a share of the paragraph's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph with the size and the spacing it is set in."""

    pieces: tuple[Piece, ...]
    size: Points
    line: Spacing = SINGLE
    before: Points = 0.0
    indent: Points = 0.0

    def lines(self, width: Points, reader: Reader = WIDEST) -> tuple[str, ...]:
        """Return the text line by line in a shape with ``width`` between its insets."""
        return wrap(self.pieces, (width - self.indent) / self.size, reader)

    def height(self, width: Points) -> Points:
        """Return the height with the space above."""
        return self.before + len(self.lines(width)) * self.line.at(self.size)


_LONE = 2
"""A last line of so few characters looks like a slip."""


def lone_lines(settings: Iterable[Setting], width: Points) -> int:
    """Return how many paragraphs end in a line of one or two characters, in either of the two ways of setting."""
    broken = (setting.lines(width, reader) for setting in settings for reader in (POWERPOINT, WIDEST))
    return sum(len(lines) > 1 and len(lines[-1]) <= _LONE for lines in broken)


def height(settings: Iterable[Setting], width: Points) -> Points:
    """Return the height of the paragraphs one under the other, in points."""
    return sum(setting.height(width) for setting in settings)


def width(pieces: Iterable[Piece]) -> float:
    """Return the width of the text on a single line, in em of its paragraph."""
    return _width(tuple(_glyphs(pieces, WIDEST)))


# --- breaking lines --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Glyph:
    char: str
    width: float
    """In em of the paragraph, the space before it included where scripts meet."""
    wide: bool


def wrap(pieces: Iterable[Piece], room: float, reader: Reader = WIDEST) -> tuple[str, ...]:
    """Return the lines of the text in ``room`` em; an empty text has one empty line.

    >>> wrap([Piece("规上工业增加值增长7.7%，列全省第六位。")], 9)
    ('规上工业增加值增长', '7.7%，列全省第', '六位。')
    """
    lines: list[tuple[_Glyph, ...]] = [()]
    for word in _words(_glyphs(pieces, reader)):
        parts = _broken(word, room)
        if len(parts) > 1 and lines[-1]:
            lines.append(())  # what has to be broken starts on a line of its own
        for part in parts:
            joined = lines[-1] + part
            if not lines[-1] or _width(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(part)
    return tuple("".join(glyph.char for glyph in line).rstrip() for line in lines)


def _broken(word: tuple[_Glyph, ...], room: float) -> tuple[tuple[_Glyph, ...], ...]:
    """Return the word whole, or character by character where it is wider than a line."""
    return (word,) if _width(word) <= room else tuple((glyph,) for glyph in word)


def _words(glyphs: Iterable[_Glyph]) -> Iterator[tuple[_Glyph, ...]]:
    word: tuple[_Glyph, ...] = ()
    for glyph in glyphs:
        if word and _may_break(word[-1], glyph):
            yield word
            word = ()
        word += (glyph,)
    if word:
        yield word


def _may_break(before: _Glyph, after: _Glyph) -> bool:
    if after.char.isspace() or after.char in _NOT_FIRST or before.char in _NOT_LAST:
        return False
    return before.char.isspace() or before.wide or after.wide


def _width(glyphs: Sequence[_Glyph]) -> float:
    """Return the width of a line; a space at its end and the gap before its first character do not count."""
    end = len(glyphs)
    while end and glyphs[end - 1].char.isspace():
        end -= 1
    return sum(glyph.width for glyph in glyphs[:end])


def _glyphs(pieces: Iterable[Piece], reader: Reader) -> Iterator[_Glyph]:
    last = ""
    for piece in pieces:
        latin = reader.latin_bold if piece.bold else reader.latin
        for char in piece.text:
            gap = reader.gap if last and _scripts_meet(last, char) else 0.0
            wide = is_wide(char)
            yield _Glyph(char, (advance(char, piece.bold) * (1.0 if wide else latin) + gap) * piece.scale, wide)
            last = char


def _scripts_meet(before: str, after: str) -> bool:
    return is_wide(before) != is_wide(after) and not (before.isspace() or after.isspace())


# --- the font --------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Return whether the character is set as a Chinese one, in a square of its own."""
    return unicodedata.east_asian_width(char) in "WF" or char in "‘’“”…—·"


@lru_cache(maxsize=8192)
def advance(char: str, bold: bool) -> float:
    """Return the width of the character in em; a Chinese one that the font lacks is a full square all the same."""
    measured = float(_font(bold).getlength(char)) / _EM
    return max(measured, 1.0) if is_wide(char) else measured


@lru_cache(maxsize=2)
def _font(bold: bool) -> Any:
    from PIL import ImageFont

    # Without the layout engine of choice the widths would depend on whether the machine has libraqm.
    return ImageFont.truetype(fonts.path("bold" if bold else "regular"), _EM, layout_engine=ImageFont.Layout.BASIC)
