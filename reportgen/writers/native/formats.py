"""How values are written at bars and marks: by a number format wherever that says what the chart's own label says.

A label that follows its number changes with it when somebody edits the data. Only what no format can say (``近50``, a number
that was rounded otherwise) is written as fixed text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reportgen.document.model import Point
from reportgen.writers.native.strands import number

_LABEL = re.compile(r"(?P<before>[^\d\"−+-]*)(?P<sign>[-−+]?)(?P<whole>\d[\d,]*)(?:\.(?P<decimals>\d+))?(?P<unit>[^\d\"]*)")
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way to write numbers.

    >>> Pattern(2, "%").text(Decimal("-3.1")), Pattern(None, "%").text(Decimal("134.8")), Pattern(0, grouped=True).text(Decimal(1200))
    ('−3.10%', '134.8%', '1,200')
    """

    decimals: int | None = None
    """How many decimals are always written; ``None``: as many as the number has."""
    unit: str = ""
    plus: bool = False
    """Whether a rise has its sign."""
    grouped: bool = False
    """Whether thousands are set off by commas."""
    before: str = ""
    """What stands before the number: ``第`` of a place."""

    def text(self, value: Decimal) -> str:
        """Return a number as a program shows it in this format."""
        size = abs(value)
        if self.decimals is not None:
            size = size.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        digits = f"{size:,f}" if self.grouped else f"{size:f}" if self.decimals is not None else number(size)
        return f"{self.before}{MINUS if value < 0 else '+' if self.plus and value > 0 else ''}{digits}{self.unit}"

    @property
    def code(self) -> str:
        """Return the format as a spreadsheet writes it: for rises, for falls, and for zero where that differs.

        >>> Pattern(1, "%").code
        '0.0"%";"−"0.0"%"'
        """
        digits = self._digits + (f'"{self.unit}"' if self.unit else "")
        before = f'"{self.before}"' if self.before else ""
        rise, fall = f"{before}{digits}", f'{before}"{MINUS}"{digits}'
        return f'{before}"+"{digits};{fall};{rise}' if self.plus else f"{rise};{fall}"

    @property
    def _digits(self) -> str:
        if self.decimals is None:
            return "General"
        return ("#,##0" if self.grouped else "0") + (f".{'0' * self.decimals}" if self.decimals else "")


def pattern_of(points: Iterable[Point]) -> Pattern:
    """Return the format that says the most labels of some points as they are.

    It is never taken from an approximate value: the words that make it so (``7000余``) must not cling to a number put in its place.
    """
    known = [point for point in points if point.value is not None]
    candidates = Counter(found for point in known if point.state != "approximate" for found in _candidates(point))
    tried = sorted(candidates, key=lambda pattern: (-sum(says(pattern, point) for point in known), -candidates[pattern]))
    return tried[0] if tried else Pattern()


def says(pattern: Pattern, point: Point) -> bool:
    """Return whether a format writes a point as its label does."""
    return point.value is not None and pattern.text(point.value) == point.label.replace("-", MINUS)


def _candidates(point: Point) -> Iterable[Pattern]:
    match = _LABEL.fullmatch(point.label)
    # Words before a computed value say how far it can be relied on (``约563.45``).
    if not match or (match["before"] and point.state == "derived"):
        return
    decimals, grouped = len(match["decimals"] or ""), "," in match["whole"]
    yield Pattern(decimals, match["unit"], match["sign"] == "+", grouped, match["before"])
    if not grouped:
        yield Pattern(None, match["unit"], match["sign"] == "+", before=match["before"])
