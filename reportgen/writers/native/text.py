"""Type in charts: every text names its size, colour, language and both theme fonts, the Latin and the Chinese one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.charts.lettering import LINE
from reportgen.writers.native.palette import Colour
from reportgen.writers.native.xml import Element, e

HORIZONTAL = 0
UPRIGHT = -5400000
"""Turned to be read from below, in 60,000ths of a degree."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set."""

    language: str
    """``zh-CN`` or ``en-GB``."""
    size: float
    """In points."""
    colour: Colour
    bold: bool = False
    heading: bool = False
    """Whether it takes the theme's fonts for headings."""

    def properties(self, name: str) -> Element:
        """Return ``a:rPr`` or ``a:defRPr``."""
        font = "+mj" if self.heading else "+mn"
        faces = (e("a:latin", typeface=f"{font}-lt"), e("a:ea", typeface=f"{font}-ea"), e("a:cs", typeface=f"{font}-cs"))
        other = "en-US" if self.language == "zh-CN" else "zh-CN"
        size = round(self.size * 100)
        return e(name, self.colour.fill(), *faces, lang=self.language, altLang=other, sz=size, b=int(self.bold))

    def defaults(self, lies: Element | None = None) -> Element:
        """Return the ``c:txPr`` of a part of the chart."""
        paragraph = e("a:p", e("a:pPr", self.properties("a:defRPr")), e("a:endParaRPr", lang=self.language))
        return e("c:txPr", e("a:bodyPr") if lies is None else lies, e("a:lstStyle"), paragraph)

    def paragraph(self, text: str, align: str = "l", *, spaced: bool = False) -> Element:
        """Return one line or paragraph; ``spaced`` sets its lines at the distance that was measured."""
        pitch = e("a:lnSpc", e("a:spcPts", val=round(self.size * LINE * 100))) if spaced else None
        about = e("a:pPr", pitch, self.properties("a:defRPr"), algn=align)
        return e("a:p", about, e("a:r", self.properties("a:rPr"), e("a:t", text)))


def body(turned: int = HORIZONTAL, *, wrap: bool = True) -> Element:
    """Return how a text lies: never turned by the program, and on one line where it must not ``wrap``."""
    return e("a:bodyPr", rot=turned, vert="horz", wrap="square" if wrap else "none")


def rich(paragraphs: Iterable[Element], lies: Element | None = None) -> Element:
    """Return text of its own for a title or a label."""
    return e("c:tx", e("c:rich", e("a:bodyPr") if lies is None else lies, e("a:lstStyle"), *paragraphs))
