"""What a native chart has drawn on it: unit above, notes below, lines where a definition changes, the reference value of lying bars.

These are shapes of the chart itself (ECMA-376 part 1, 21.3): they move and grow with it, and a click reaches them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.axis import break_words, breaks
from reportgen.charts.geometry import Box
from reportgen.charts.lettering import LINE, width
from reportgen.writers.native import look
from reportgen.writers.native.palette import AXIS, MUTED, PAPER, Colour
from reportgen.writers.native.scheme import Scheme
from reportgen.writers.native.text import Type
from reportgen.writers.native.xml import Element, e, written

Drawn = tuple[Box, Element]
"""A shape and its place in points from the lower left corner."""


def shapes(scheme: Scheme) -> bytes:
    """Return the part with the shapes of a chart; empty where it has none."""
    drawn = [*_unit(scheme), *_notes(scheme), *_breaks(scheme), *_mark(scheme), *_words(scheme)]
    if not drawn:
        return b""
    return written(e("c:userShapes", *(_anchored(scheme, number, *one) for number, one in enumerate(drawn, 2))))


def _anchored(scheme: Scheme, number: int, box: Box, shape: Element) -> Element:
    shape[0][0].set("id", str(number))
    corners = (("cdr:from", box.left, box.top), ("cdr:to", box.right, box.bottom))
    places = (e(name, e("cdr:x", f"{scheme.x(x):.5f}"), e("cdr:y", f"{scheme.y(y):.5f}")) for name, x, y in corners)
    return e("cdr:relSizeAnchor", *places, shape)


# --- what there is ---------------------------------------------------------------------------------------------------------


def _unit(scheme: Scheme) -> Iterator[Drawn]:
    """The unit and the name of the only series, below the title."""
    em, top = scheme.style.em, scheme.height - scheme.around.title_height
    if scheme.around.unit:
        face = Type(scheme.phrases.language, em, MUTED)
        yield Box(0, top - LINE * em, scheme.width, top), _text("unit", [face.paragraph(scheme.around.unit)], wrap=True)


def _notes(scheme: Scheme) -> Iterator[Drawn]:
    texts, small = scheme.around.texts, scheme.style.type.small
    if texts:
        face = Type(scheme.phrases.language, small, MUTED)
        box = Box(0, 0, scheme.width, scheme.around.foot.height)
        yield box, _text("notes", (face.paragraph(text, spaced=True) for text in texts), wrap=True)


def _breaks(scheme: Scheme) -> Iterator[Drawn]:
    if scheme.arrangement.writing == "table":
        return
    room = scheme.arrangement.room
    for index in breaks(scheme.spec):
        part = index / len(scheme.spec.categories)
        if scheme.form == "rows":
            y = room.top - part * room.height
            yield Box(0, y, room.right, y), _line("break", MUTED, 0.07 * scheme.style.em, "dash")
        else:
            yield from _upright_break(scheme, index, room.left + part * room.width)


def _upright_break(scheme: Scheme, index: int, x: float) -> Iterator[Drawn]:
    small = scheme.style.type.small
    words = next((words for words in break_words(scheme.spec, scheme.style) if width(words, small) <= scheme.width), "")
    top = scheme.height - scheme.around.head - LINE * small
    half = width(words, small) / 2 + small
    middle = min(max(x, half), scheme.width - half)
    yield Box(x, scheme.arrangement.room.bottom, x, top), _line("break", MUTED, 0.07 * scheme.style.em, "dash")
    face = Type(scheme.phrases.language, small, MUTED)
    yield Box(middle - half, top, middle + half, top + LINE * small), _text("break", [face.paragraph(words, "ctr")])


def _mark(scheme: Scheme) -> Iterator[Drawn]:
    """The reference value of lying bars: no kind of series gives an upright line in all programs."""
    spec, room, em = scheme.spec, scheme.arrangement.room, scheme.style.em
    low, high = scheme.arrangement.low, scheme.arrangement.high
    if scheme.form != "rows" or spec.mark is None or low is None or high is None:
        return
    x = room.left + (float(spec.mark) - low) / (high - low) * room.width
    stroke = Box(x, room.bottom, x, room.top + 0.1 * em)
    yield stroke, _line("mark ground", PAPER, 0.26 * em)
    yield stroke, _line("mark", AXIS, 0.11 * em, "dash")
    if spec.mark_label:
        half = width(spec.mark_label, em) / 2 + em
        middle = min(max(x, half), scheme.width - half)
        face = Type(scheme.phrases.language, em, AXIS)
        box = Box(middle - half, room.top + 0.1 * em, middle + half, room.top + 1.5 * em)
        yield box, _text("mark label", [face.paragraph(spec.mark_label, "ctr")])


def _words(scheme: Scheme) -> Iterator[Drawn]:
    for words in scheme.arrangement.words:
        half = width(words.text, words.size) / 2
        middle = min(max(words.at, half), scheme.width - half)
        face = Type(scheme.phrases.language, words.size, AXIS)
        box = Box(middle - half, words.bottom, middle + half, words.bottom + LINE * words.size)
        yield box, _text("words", [face.paragraph(words.text, "ctr")])


# --- shapes ----------------------------------------------------------------------------------------------------------------


def _line(name: str, colour: Colour, thick: float, dash: str = "") -> Element:
    about = e("cdr:nvCxnSpPr", e("cdr:cNvPr", id=0, name=name), e("cdr:cNvCxnSpPr"))
    return e("cdr:cxnSp", about, _face("line", look.outline(colour, thick, dash)), macro="")


def _text(name: str, paragraphs: Iterator[Element] | list[Element], *, wrap: bool = False) -> Element:
    about = e("cdr:nvSpPr", e("cdr:cNvPr", id=0, name=name), e("cdr:cNvSpPr", txBox=1))
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    body = e("a:bodyPr", wrap="square" if wrap else "none", anchor="b", **insets)
    face = _face("rect", e("a:noFill"))
    return e("cdr:sp", about, face, e("cdr:txBody", body, e("a:lstStyle"), *paragraphs), macro="", textlink="")


def _face(kind: str, look_: Element) -> Element:
    place = e("a:xfrm", e("a:off", x=0, y=0), e("a:ext", cx=0, cy=0))
    return e("cdr:spPr", place, e("a:prstGeom", e("a:avLst"), prst=kind), look_)
