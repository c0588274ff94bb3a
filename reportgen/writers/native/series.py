"""Series of native charts: names, values and looks.

Each value stands twice in the file, in the workbook and in the chart's own copy. The copy leaves gaps out.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.model import Point
from reportgen.writers.native import look
from reportgen.writers.native.formats import Pattern, pattern_of
from reportgen.writers.native.labels import labels, mark_label
from reportgen.writers.native.palette import AXIS, PAPER, TRACK, Colour
from reportgen.writers.native.scheme import Scheme
from reportgen.writers.native.strands import Role, Strand
from reportgen.writers.native.workbook import SHEET, column
from reportgen.writers.native.xml import Element, e, flag

SMALL_DASH = 40
"""Width in points of the dash that stands for a reference value where there is one category only."""


def series(scheme: Scheme, position: int) -> Element:
    """Return a strand as a series of bars or of a line."""
    strand = scheme.strands[position]
    lined = scheme.form == "lines" or strand.role == "mark"
    parts = _mark(scheme, strand) if strand.role == "mark" else _line(scheme, strand) if lined else _bars(scheme, strand)
    smooth = flag("c:smooth", False) if lined else None
    head = (e("c:idx", val=position), e("c:order", val=position), _name(strand, position))
    return e("c:ser", *head, *parts, _categories(scheme), _values(strand, position), smooth)


# --- data ------------------------------------------------------------------------------------------------------------------


def _name(strand: Strand, position: int) -> Element:
    return e("c:tx", e("c:strRef", e("c:f", f"{SHEET}!${column(position)}$1"), _cache("c:strCache", (strand.name,))))


def _categories(scheme: Scheme) -> Element:
    names = scheme.spec.categories
    return e("c:cat", e("c:strRef", e("c:f", f"{SHEET}!$A$2:$A${len(names) + 1}"), _cache("c:strCache", names)))


def _values(strand: Strand, position: int) -> Element:
    letter, values = column(position), strand.values
    reference = e("c:f", f"{SHEET}!${letter}$2:${letter}${len(values) + 1}")
    return e("c:val", e("c:numRef", reference, _cache("c:numCache", values, pattern_of(strand.points))))


def _cache(name: str, values: tuple[str | None, ...], pattern: Pattern | None = None) -> Element:
    kept = (e("c:pt", e("c:v", value), idx=index) for index, value in enumerate(values) if value is not None)
    code = e("c:formatCode", pattern.code) if pattern else None
    return e(name, code, e("c:ptCount", val=len(values)), *kept)


# --- looks -----------------------------------------------------------------------------------------------------------------


def _bars(scheme: Scheme, strand: Strand) -> Iterator[Element | None]:
    if strand.role != "data":
        yield from _still(scheme, strand)
        return
    exceeding = {index for other in scheme.strands if other.role == "within" for index, _ in other.known}
    yield look.bar(scheme.palette.series[strand.series], thick=_thick(scheme))
    yield flag("c:invertIfNegative", False)
    for index, point in strand.known:
        fall = (point.value or 0) < 0
        second = (fall and not scheme.alone) or index in exceeding
        if fall or second or point.state != "reported":
            yield _single(index, look.bar(scheme.tone(strand, point), point.state, second, _thick(scheme)))
    yield labels(scheme, strand)


def _thick(scheme: Scheme) -> float:
    """Thickness of outlines in points; an event of a day shows by its outline alone."""
    return 0.25 * scheme.style.em if scheme.arrangement.years else look.THIN


def _single(index: int, face: Element) -> Element:
    """The look of one bar."""
    return e("c:dPt", e("c:idx", val=index), flag("c:invertIfNegative", False), flag("c:bubble3D", False), face)


def _still(scheme: Scheme, strand: Strand) -> Iterator[Element | None]:
    """Bars that stand for no value of their own: behind others, before them, between them and a whole."""
    tone = scheme.palette.series[0]
    faces: dict[Role, tuple[Colour | None, Colour | None]] = {
        "track": (TRACK, None),
        "aim": (TRACK, AXIS),
        "within": (tone.fill, tone.fill),
        "before": (tone.tint, tone.fill),
        "rest": (PAPER, AXIS),
        "start": (None, None),
    }
    fill, edge = faces[strand.role]
    yield look.shape(fill.fill() if fill else None, look.outline(edge))
    yield flag("c:invertIfNegative", False)
    if strand.role == "within":
        falls = (index for index, point in strand.known if (point.value or 0) < 0)
        yield from (_single(index, look.bar(scheme.palette.fall)) for index in falls)
    if strand.role == "aim":
        missing = (index for index, _ in strand.known if scheme.strands[0].points[index].value is None)
        yield from (_single(index, look.bar(tone, "target")) for index in missing)
        yield labels(scheme, strand)


def _line(scheme: Scheme, strand: Strand) -> Iterator[Element | None]:
    tone, em = scheme.palette.series[strand.series], scheme.style.em
    yield look.line(tone, em)
    yield look.mark(tone, strand.series, em)
    before: Point | None = None
    for index, point in enumerate(strand.points):
        aims = before is not None and "target" in (point.state, before.state)
        if point.value is not None and (aims or point.state != "reported"):
            mark = look.mark(tone, strand.series, em, point.state)
            stroke = look.line(tone, em, dashed=True) if aims else None
            yield e("c:dPt", e("c:idx", val=index), mark, flag("c:bubble3D", False), stroke)
        before = point
    yield labels(scheme, strand)


def _mark(scheme: Scheme, strand: Strand) -> Iterator[Element | None]:
    """A reference value: a trend line, because that alone reaches from edge to edge, its name at the right end."""
    yield e("c:spPr", look.outline(None))
    if len(strand.points) == 1:
        face = look.shape(AXIS.fill(), look.outline(None))
        yield e("c:marker", e("c:symbol", val="dash"), e("c:size", val=SMALL_DASH), face)
        yield mark_label(scheme, strand)
        return
    yield e("c:marker", e("c:symbol", val="none"))
    yield mark_label(scheme, strand)
    reach = (e("c:trendlineType", val="linear"), e("c:forward", val="0.5"), e("c:backward", val="0.5"))
    stroke = e("c:spPr", look.outline(AXIS, 0.11 * scheme.style.em, "dash"))
    yield e("c:trendline", stroke, *reach, flag("c:dispRSqr", False), flag("c:dispEq", False))
