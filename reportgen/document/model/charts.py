"""Charts as data: what is to be shown, not how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.document.model.spans import Spans, words_of

ChartKind = Literal[
    "growth-years", "growth-bars", "levels", "ladder", "progress", "slope", "composition", "ranking", "bullet", "timeline"
]
"""``growth-years``: rates over periods, one line a series, with gaps. ``growth-bars``: rates of several things side by side in one
period (one series, or two periods as two series). ``levels``: levels or additions over periods as columns. ``ladder``: stages of a
ladder (counts of one moment, first stage at the bottom). ``progress``: reached against plan in percent with the 100 % mark.

``slope``: what changed between two periods, the two categories. ``composition``: known parts of a whole, a category each whole, a
series each part; ``mark`` is the whole, 100 where it is not given. ``ranking``: places (1 is best) of one series; ``mark`` is how many
are ranked, where that is known. ``bullet``: outcomes in the first series, targets in the second; a gap in the first says in its label
why there is none; without ``unit`` the labels name their own, and each row has the scale of its target. ``timeline``: an event each
category, its beginning in the first series and its end in the second, in years (2022.5 is the middle of 2022), dates as labels."""

ChartForm = Literal["picture", "native"]
"""``picture``: vector graphics with a bitmap behind them. ``native``: charts that Word and PowerPoint can edit."""
PointState = Literal["reported", "preliminary", "derived", "approximate", "target"]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series; a gap where ``value`` is ``None``."""

    value: Decimal | None
    """In the unit of the chart (``亿元``, ``%``, ``家``), never rounded."""
    label: str = ""
    """How the value is written beside its mark; for a gap, what is said instead, empty for the usual words."""
    facts: tuple[str, ...] = ()
    state: PointState = "reported"


@dataclass(frozen=True, slots=True)
class Series:
    """One named row of points, as many as the chart has categories."""

    name: str
    points: tuple[Point, ...]
    breaks: tuple[int, ...] = ()
    """Indices of the points before which the definition changes: no line may join across them."""


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart as data: what is to be shown, not how it is drawn."""

    kind: ChartKind
    message: Spans
    """What the chart says, a statement computed from the facts; :attr:`title` is its text."""
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    source: str
    """The whole source line."""
    telling: Spans
    """Alternative text: what the chart shows, with its figures; :attr:`alt` is its text."""
    notes: tuple[str, ...] = ()
    """Explanations of gaps, derived, approximate values and changed definitions."""
    mark: Decimal | None = None
    """A reference value drawn as a line across: 100 for plans, the rate of the whole for its parts."""
    mark_label: str = ""
    mark_facts: tuple[str, ...] = ()
    """Ids of the facts that the reference value stands for; empty for a plan's 100 %."""

    @property
    def title(self) -> str:
        return words_of(self.message)

    @property
    def alt(self) -> str:
        return words_of(self.telling)
