"""The values written at bars and marks."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.axis import mark_note
from reportgen.document.model import Point
from reportgen.writers.native import look
from reportgen.writers.native.formats import Pattern, pattern_of, says
from reportgen.writers.native.palette import AXIS, PAPER, Colour
from reportgen.writers.native.scheme import Place, Scheme, Side
from reportgen.writers.native.strands import Strand
from reportgen.writers.native.text import HORIZONTAL, UPRIGHT, Type, body, rich
from reportgen.writers.native.xml import Element, e, flag

SHOWN = ("c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize")
BESIDE = "  "
"""Between a value and the name of its series."""
UNSEEN = 0.01
"""Points by which two sizes of type differ for programs and for nobody else."""
OFFICE_2013 = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension that holds what Office 2013 added to labels."""


def labels(scheme: Scheme, strand: Strand) -> Element | None:
    """Return the labels of a series: its number format, and those single ones that need more; ``None`` where there is no room."""
    if not scheme.arrangement.labelled:
        return None
    pattern, usual = pattern_of(strand.points), Place(_side(scheme))
    single = (_label(scheme, strand, index, pattern, usual) for index, _ in strand.known)
    manner = _manner(scheme, pattern, scheme.ink(strand), usual)
    return e("c:dLbls", *single, *manner, *_shown(True), _without_leaders())


def _side(scheme: Scheme) -> Side:
    return "t" if scheme.form == "lines" else "ctr" if scheme.arrangement.stacked else "outEnd"


def mark_label(scheme: Scheme, strand: Strand) -> Element:
    """Return the name of a reference value at the right end of its line."""
    note = mark_note(scheme.spec, scheme.style, scheme.width)
    lines = note.label.lines if note and note.label.lines else (strand.name,)
    face = Type(scheme.phrases.language, scheme.style.em, AXIS)
    text = rich((face.paragraph(line) for line in lines), body(wrap=False))
    half_slot = scheme.arrangement.room.width / len(strand.points) / 2
    parts = (_moved(scheme, Place("r", half_slot)), text, look.shape(None, look.outline(None)), e("c:dLblPos", val="r"))
    label = e("c:dLbl", e("c:idx", val=len(strand.points) - 1), *parts, *_shown(True))
    return e("c:dLbls", label, *_shown(False), _without_leaders())


def _label(scheme: Scheme, strand: Strand, index: int, pattern: Pattern, usual: Place) -> Element | None:
    """The label of a value that differs from those of its series; ``None`` where it does not."""
    point, key = strand.points[index], (strand.series, index)
    if key in scheme.arrangement.unwritten:
        return e("c:dLbl", e("c:idx", val=index), flag("c:delete", True))
    place = scheme.arrangement.places.get(key, usual)
    ink = scheme.palette.series[strand.series].on if place.inside else scheme.ink(strand, point)
    own = not says(pattern, point) or place.name not in ((), (strand.name,))
    if not own and place == usual and ink == scheme.ink(strand):
        return None
    text = rich(_written(point, place, _type(scheme, ink, own)), _lies(scheme)) if own else None
    named = bool(place.name) and not own
    parts = (_moved(scheme, place), text, *_manner(scheme, pattern, ink, place, own), *_shown(True, named))
    return e("c:dLbl", e("c:idx", val=index), *parts, e("c:separator", BESIDE) if named else None)


def _written(point: Point, place: Place, face: Type) -> list[Element]:
    """A label of fixed text, the name of its series in lines after the value."""
    first, *further = place.name or ("",)
    return [
        face.paragraph(line, "l" if further else "ctr") for line in (f"{point.label}{BESIDE if first else ''}{first}", *further)
    ]


def _manner(scheme: Scheme, pattern: Pattern, ink: Colour, place: Place, own: bool = False) -> tuple[Element, ...]:
    form = e("c:numFmt", formatCode=pattern.code, sourceLinked=0)
    ground = look.shape(PAPER.fill() if place.ground else None, look.outline(None))
    return form, ground, _type(scheme, ink, own).defaults(_lies(scheme)), e("c:dLblPos", val=place.side)


def _type(scheme: Scheme, ink: Colour, own: bool) -> Type:
    """The type of a label. LibreOffice 7.4 shows a label's ``own`` text at the value before it too, where both look the same."""
    size = scheme.arrangement.size + (UNSEEN if own else 0.0)
    return Type(scheme.phrases.language, size, ink, bold=scheme.spec.kind == "ladder")


def _lies(scheme: Scheme) -> Element:
    return body(UPRIGHT if scheme.arrangement.upright else HORIZONTAL, wrap=False)


def _moved(scheme: Scheme, place: Place) -> Element | None:
    """How far a label stands from its usual place, in parts of the chart; ``None`` where it stands there."""
    if not place.right and not place.up:
        return None
    x, y = scheme.x(place.right), -place.up / scheme.height
    return e("c:layout", e("c:manualLayout", e("c:x", val=f"{x:.4f}"), e("c:y", val=f"{y:.4f}")))


def _shown(value: bool, named: bool = False) -> Iterator[Element]:
    return (flag(name, (value and name == "c:showVal") or (named and name == "c:showSerName")) for name in SHOWN)


def _without_leaders() -> Element:
    """A label that was moved aside needs no line to its value."""
    return e("c:extLst", e("c:ext", flag("c15:showLeaderLines", False), uri=OFFICE_2013))
