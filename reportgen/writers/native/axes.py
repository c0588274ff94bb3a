"""The two axes of a native chart: names of the categories, and a scale that is mostly unseen."""

from __future__ import annotations

from reportgen.writers.native import look
from reportgen.writers.native.palette import AXIS, GRID, INK, MUTED
from reportgen.writers.native.scheme import Scheme
from reportgen.writers.native.text import Type, body
from reportgen.writers.native.xml import Element, e, flag

CATEGORIES, VALUES = 111111111, 222222222
"""Ids of the axes within the chart."""


def axis_ids() -> tuple[Element, Element]:
    """Return what ties bars or lines to their axes."""
    return e("c:axId", val=CATEGORIES), e("c:axId", val=VALUES)


def category_axis(scheme: Scheme) -> Element:
    """Return the line at zero with the names of the categories at the edge of the plot, clear of falls."""
    lying = scheme.form == "rows"
    # Rows read from above, as they are given; a ladder begins at the bottom.
    order = "maxMin" if lying and scheme.spec.kind != "ladder" else "minMax"
    return e(
        "c:catAx",
        e("c:axId", val=CATEGORIES),
        e("c:scaling", e("c:orientation", val=order)),
        flag("c:delete", False),
        e("c:axPos", val="l" if lying else "b"),
        e("c:numFmt", formatCode="General", sourceLinked=0),
        *_ticks("low"),
        look.shape(None, look.outline(AXIS, 0.09 * scheme.style.em)),
        Type(scheme.phrases.language, _name_size(scheme), INK).defaults(body()),
        e("c:crossAx", val=VALUES),
        e("c:crosses", val="autoZero"),
        flag("c:auto", False),
        e("c:lblAlgn", val="ctr"),
        e("c:lblOffset", val=50),
        flag("c:noMultiLvlLbl", True),
    )


def _name_size(scheme: Scheme) -> float:
    """Beside a scale or over a table there is less room for the names of the categories."""
    return scheme.style.em if scheme.arrangement.writing == "labels" else scheme.style.type.small


def value_axis(scheme: Scheme) -> Element:
    """Return the scale: hidden where every value is written at its place, else light with a grid."""
    arranged = scheme.arrangement
    seen = arranged.writing != "labels" or bool(arranged.years)
    size, ink = (scheme.style.em, INK) if arranged.years else (scheme.style.type.small, MUTED)
    type_ = Type(scheme.phrases.language, size, ink)
    return e(
        "c:valAx",
        e("c:axId", val=VALUES),
        _scaling(scheme),
        flag("c:delete", not seen),
        e("c:axPos", val="b" if scheme.form == "rows" else "l"),
        e("c:majorGridlines", e("c:spPr", look.outline(GRID, 0.06 * scheme.style.em))) if seen else None,
        e("c:numFmt", formatCode=_numbers(scheme), sourceLinked=0),
        *_ticks("nextTo" if seen else "none"),
        look.shape(None, look.outline(AXIS if arranged.years else None, 0.09 * scheme.style.em)),
        type_.defaults(body()),
        e("c:crossAx", val=CATEGORIES),
        # Years stand below the last of the events, which are counted from above.
        e("c:crosses", val="max" if arranged.years else "autoZero"),
        e("c:crossBetween", val="midCat" if arranged.edged else "between"),
        e("c:majorUnit", val=arranged.years) if arranged.years else None,
    )


def _numbers(scheme: Scheme) -> str:
    """The format of the numbers on the scale: as they are, or as years."""
    before, _, after = scheme.phrases.words.years.partition("{}")
    quoted = [f'"{words}"' if words else "" for words in (before, after)]
    return "0".join(quoted) if scheme.arrangement.years else 'General;"−"General'


def _scaling(scheme: Scheme) -> Element:
    low, high = scheme.arrangement.low, scheme.arrangement.high
    ends = (e("c:max", val=f"{high:g}") if high is not None else None, e("c:min", val=f"{low:g}") if low is not None else None)
    return e("c:scaling", e("c:orientation", val="minMax"), *ends)


def _ticks(labels: str) -> tuple[Element, ...]:
    return e("c:majorTickMark", val="none"), e("c:minorTickMark", val="none"), e("c:tickLblPos", val=labels)
