"""Which font sets a text, how wide it will be, and what to do about characters that no font has.

Pictures are set in the bundled font, named by its file: nothing is registered with matplotlib, and a font of the same name on
the machine changes nothing. A text with a character that the bundled font lacks is set as a whole in the first font of the
machine that has it; where there is none the character becomes 〓, the printer's sign for a missing type, and a notice names it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties, fontManager, get_font, weight_dict
from matplotlib.ft2font import FT2Font

from reportgen.charts import fonts
from reportgen.charts.breaking import balance, wrap
from reportgen.charts.fonts import Weight
from reportgen.notices import Notice

MISSING = "〓"
LINE = 1.3
"""Distance of two baselines in ems."""
MIDDLE = 0.36
"""Height of the middle of digits and Chinese characters above the baseline, in ems."""
UNFIT = ("lastresort", "last resort", "adobe blank", "emoji")
"""Parts of the names of fonts that show placeholders, or that matplotlib cannot draw."""
PREFERRED = ("Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei")
TRIAL_SIZE = 100


@dataclass(frozen=True, slots=True)
class CharactersMissing(Notice):
    """Characters that neither the bundled font nor any font of the machine has."""

    chart: str
    characters: str

    def __str__(self) -> str:
        return f"chart '{self.chart}': no font has {', '.join(self.characters)}; shown as {MISSING}"


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text as it will be set."""

    text: str
    font: Path


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size and weight, measured; distances in points."""

    lines: tuple[str, ...]
    size: float
    weight: Weight = "regular"

    @property
    def width(self) -> float:
        return max((width(line, self.size, self.weight) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE


def filled(text: str, limit: float, size: float) -> Block:
    """Return a running text in lines of at most ``limit`` points."""
    return Block(wrap(text, limit, lambda part: width(part, size)), size)


def balanced(text: str, limit: float, size: float, weight: Weight = "regular") -> Block:
    """Return a title or a name in few lines of like length, each of at most ``limit`` points."""
    return Block(balance(text, limit, lambda part: width(part, size, weight)), size, weight)


def clean(text: str) -> str:
    """Return a text on one line: every run of spaces one plain space, nothing that has no shape.

    >>> clean("规上 工业\\u200b 增加值\\n")
    '规上 工业 增加值'
    """
    return " ".join("".join(char for char in text if char.isspace() or unicodedata.category(char)[0] != "C").split())


@lru_cache(maxsize=4096)
def width(text: str, size: float, weight: Weight = "regular") -> float:
    """Return the width of one line in points."""
    lettering = letter(text, weight)
    return sum(_advance(lettering.font, char) for char in lettering.text) * size


@lru_cache(maxsize=4096)
def letter(text: str, weight: Weight) -> Lettering:
    """Return the font for a text, and the text with 〓 for what that font lacks."""
    bundled = fonts.path(weight)
    lacking = without(text, bundled)
    other = _font_with(lacking, weight) if lacking else None
    font = other if other and len(without(text, other)) < len(lacking) else bundled  # one that has a letter may have no Chinese
    unseen = without(text, font)
    sign = MISSING if _has(font, MISSING) else "?"
    return Lettering("".join(sign if char in unseen else char for char in text), font)


def properties(lettering: Lettering, size: float) -> FontProperties:
    """Return what matplotlib is told of the font."""
    return FontProperties(fname=str(lettering.font), size=size)


def missing(texts: Iterable[str], weight: Weight = "regular") -> str:
    """Return the characters of some texts that will be shown as 〓, each once, in order of code points."""
    return "".join(
        sorted({char for text in texts for char, seen in zip(text, letter(text, weight).text, strict=True) if char != seen})
    )


def without(text: str, font: Path) -> frozenset[str]:
    """Return the characters of a text that a font lacks."""
    return frozenset(char for char in text if not _has(font, char))


@lru_cache(maxsize=8192)
def _has(font: Path, char: str) -> bool:
    return _open(font).get_char_index(ord(char)) != 0


@lru_cache(maxsize=8192)
def _advance(font: Path, char: str) -> float:
    """The advance width of a character in ems."""
    face = _open(font)
    face.set_size(TRIAL_SIZE, 72)
    return face.load_char(ord(char)).linearHoriAdvance / 65536 / TRIAL_SIZE


def _open(font: Path) -> FT2Font:
    # matplotlib keeps one face a thread, and sets its size anew before every use.
    return get_font(str(font))


@cache
def _font_with(characters: frozenset[str], weight: Weight) -> Path | None:
    """The font of the machine that has most of some characters, if any has one; the earliest in :func:`machine_fonts`."""
    lacks = {font: len(without("".join(sorted(characters)), font)) for font in machine_fonts(weight)}
    best = min(lacks, key=lambda font: lacks[font], default=None)
    return best if best is not None and lacks[best] < len(characters) else None


@cache
def machine_fonts(weight: Weight) -> tuple[Path, ...]:
    """Return the files of the machine's fonts: of this weight first, then well-known Chinese ones, then by path."""
    ranks = {name: rank for rank, name in enumerate(PREFERRED)}
    entries = [entry for entry in fontManager.ttflist if not any(name in entry.name.lower() for name in UNFIT)]
    entries.sort(key=lambda entry: (_bold(entry.weight) != (weight == "bold"), ranks.get(entry.name, len(ranks)), entry.fname))
    return tuple(dict.fromkeys(Path(entry.fname) for entry in entries))


def _bold(weight: int | str) -> bool:
    return weight_dict.get(weight, 400) >= 600 if isinstance(weight, str) else weight >= 600
