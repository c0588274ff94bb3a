"""Colours of native charts: those of the file that they stand in, so that a chart follows its theme when somebody changes it."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from reportgen.writers.native.xml import NAMESPACES, Element, e

RED = 12 / 360
"""How far from pure red a hue may lie and still be read as the colour of a fall, as a part of the circle."""
HALFWAY = 0.18
"""Luminance of a ground on which white and black text stand out alike."""
VIVID = 0.4
"""Saturation from which on a colour is more than a tinted grey."""
ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
MOST_SERIES = 4


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the theme (``accent1``, ``tx1``) or a fixed one (``A63D28``), perhaps changed in its lightness."""

    name: str
    part: int = 100
    """How much of its lightness is kept, in percent."""
    added: int = 0
    """What is added to it, in percent of white."""

    def fill(self) -> Element:
        """Return it as a solid fill."""
        changes = (
            e("a:lumMod", val=self.part * 1000) if self.part != 100 else None,
            e("a:lumOff", val=self.added * 1000) if self.added else None,
        )
        return e("a:solidFill", e("a:srgbClr" if len(self.name) == 6 else "a:schemeClr", *changes, val=self.name))

    def within(self, kind: str) -> Element:
        """Return it as one of the two colours of a pattern, ``a:fgClr`` or ``a:bgClr``."""
        return e(kind, *self.fill())


@dataclass(frozen=True, slots=True)
class Tone:
    """One colour in its uses, as in :class:`reportgen.charts.theme.Tone`."""

    fill: Colour
    on: Colour = Colour("bg1")
    """Text on the fill."""

    @property
    def tint(self) -> Colour:
        return Colour(self.fill.name, 50, 50)

    @property
    def ink(self) -> Colour:
        return Colour(self.fill.name, 75)


INK = Colour("tx1")
MUTED = Colour("tx1", 65, 35)
AXIS = Colour("tx1", 75, 25)
GRID = Colour("bg1", 85)
TRACK = Colour("bg1", 92)
PAPER = Colour("bg1")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the series in their order, and that of falls where there is but one series."""

    series: tuple[Tone, ...]
    fall: Tone


PLAIN = Palette(tuple(map(Tone, map(Colour, ACCENTS[:MOST_SERIES]))), Tone(Colour("A63D28")))
"""For a theme that has no red."""


def palette_of(theme: bytes) -> Palette:
    """Return the colours for a theme part (``theme1.xml``): its reddest accent shows falls, the first others the series.

    Where no accent is red, falls take a red of the house.
    """
    accents = {name: _rgb(node) for name, node in _accents(theme)}
    red = min((name for name in accents if _redness(accents[name]) < RED), key=lambda name: _redness(accents[name]), default="")
    others = [_tone(name, accents) for name in ACCENTS if name != red]
    return Palette(tuple(others[:MOST_SERIES]), _tone(red, accents)) if red else PLAIN


def _tone(name: str, accents: Mapping[str, tuple[float, ...]]) -> Tone:
    """A tone whose texts are light or dark, as can be read better."""
    return Tone(Colour(name), PAPER if _luminance(accents.get(name, (0, 0, 0))) < HALFWAY else INK)


def _luminance(rgb: tuple[float, ...]) -> float:
    """Relative luminance after WCAG 2.1."""
    parts = (part / 255 for part in rgb)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _accents(theme: bytes) -> list[tuple[str, Element]]:
    root = etree.fromstring(theme, etree.XMLParser(resolve_entities=False))
    found = [(name, root.find(f".//a:clrScheme/a:{name}", NAMESPACES)) for name in ACCENTS]
    return [(name, node) for name, node in found if node is not None]


def _rgb(node: Element) -> tuple[float, ...]:
    text = next((child.get("val") or child.get("lastClr") or "" for child in node), "")
    return tuple(bytes.fromhex(text)) if len(text) == 6 else (0, 0, 0)


def _redness(rgb: tuple[float, ...]) -> float:
    """Distance of a hue from pure red; 1 for greys."""
    hue, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in rgb))
    return min(hue, 1 - hue) if saturation >= VIVID else 1.0
