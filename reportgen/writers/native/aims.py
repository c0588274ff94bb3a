"""How targets and outcomes lie in their room: the target as a light bar, the outcome before it; what is beyond the target is lighter.

A chart has one scale of values. Where the rows are of unlike units, each is drawn as a share of its own target in percent, which is
what the workbook then holds; the labels say the figures themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.bullet import THICK, Bullet, Pair, own_scales, reaches_of, said_at
from reportgen.charts.geometry import Box, Scale, fitted
from reportgen.charts.lettering import width
from reportgen.document.model import ChartSpec, Point
from reportgen.writers.native.lying import AIR
from reportgen.writers.native.scheme import Arrangement, Key, Place
from reportgen.writers.native.strands import Strand
from reportgen.writers.native.upright import WIDEST_GAP, rounded
from reportgen.writers.native.words import Phrases
from reportgen.writers.native.workbook import column

ABOVE = 0.75
"""Ems between the upper edge of a target and the middle of its label."""
BESIDE = 0.4
"""Ems that programs leave between the end of a bar and its label."""


def aimed(plot: Bullet, box: Box, phrases: Phrases) -> Arrangement:
    """Return targets under each other in a box that also holds their names."""
    em = plot.style.em
    placed = plot.bands.placed(box)
    room = Box(box.left + plot.bands.edge + AIR * em, placed[-1].bottom, box.right - 0.1 * em, placed[0].top)
    across = fitted([reach for pair in plot.pairs for reach in reaches_of(pair, plot.style)], room.left, room.right)
    low, high = (rounded((edge - across.zero) / across.unit * _whole(plot.spec)) for edge in (room.left, room.right))
    slot = room.height / len(placed)
    thick = min(THICK[1] * em, 0.5 * slot)
    gap = min(WIDEST_GAP, round((slot / thick - 1) * 100))
    places = {key: place for pair in plot.pairs for key, place in _places(plot, pair, across, thick, room)}
    spec = _shares(plot.spec, phrases) if own_scales(plot.spec) else plot.spec
    return Arrangement("rows", spec, room, low, high, gap, size=em, places=places)


def _whole(spec: ChartSpec) -> int:
    """What a target is drawn as that is as long as all others."""
    return 100 if own_scales(spec) else 1


def _places(plot: Bullet, pair: Pair, across: Scale, thick: float, room: Box) -> Iterator[tuple[Key, Place]]:
    """Outcomes beyond their bars, or beyond the target where they would stand on its end; targets above theirs."""
    em, away = plot.style.em, -1 if pair.end < 0 else 1
    if pair.reached.value is not None:
        near = pair.frame(across).across.at(pair.end) + away * BESIDE * em
        moved = said_at(pair, plot.style, across) - near
        yield (0, pair.index), Place("outEnd", moved if abs(moved) > BESIDE * em else 0.0)
    if pair.target is not None:
        half, side = width(_aim_label(plot, pair), em) / 2, -1 if pair.target < 0 else 1
        end = pair.frame(across).across.at(pair.target)
        middle = max(room.left + half, min(end, room.right - half))
        yield (1, pair.index), Place("outEnd", middle - end - side * (half + BESIDE * em), thick / 2 + ABOVE * em)


def _shares(spec: ChartSpec, phrases: Phrases) -> ChartSpec:
    reached, aims = spec.series
    pairs = list(zip(reached.points, aims.points, strict=True))
    first = replace(reached, points=tuple(_share(point, aim) for point, aim in pairs))
    return replace(
        spec, unit=phrases.of_target, series=(first, replace(aims, points=tuple(_share(aim, aim) for _, aim in pairs)))
    )


def _share(point: Point, aim: Point) -> Point:
    if point.value is None or not aim.value:
        return replace(point, value=None)
    return replace(point, value=(point.value / abs(aim.value) * 100).quantize(Decimal("0.01")))


def aim_strands(spec: ChartSpec, plot: Bullet) -> tuple[Strand, ...]:
    """Return outcomes and targets, and the targets once more where the outcome is beyond; one without an outcome says why."""
    reached, aims = spec.series
    labelled = tuple(replace(aim, label=_aim_label(plot, pair)) for pair, aim in zip(plot.pairs, aims.points, strict=True))
    name = aims.name or plot.style.words.target
    outcome, target = Strand(reached.name, reached.points), Strand(name, labelled, 1, "aim", False)
    pairs = zip(reached.points, aims.points, strict=True)
    within = tuple(Point(aim.value if beyond(point, aim) else None) for point, aim in pairs)
    if all(point.value is None for point in within):
        return outcome, target
    return outcome, target, Strand(name, within, 0, "within", False, f"{column(1)}{{row}}")


def beyond(reached: Point, aim: Point) -> bool:
    """Return whether a published outcome goes beyond its target, on the same side of zero."""
    if reached.value is None or not aim.value or reached.state != "reported":
        return False
    return reached.value * aim.value > 0 and abs(reached.value) > abs(aim.value)


def _aim_label(plot: Bullet, pair: Pair) -> str:
    """The target in words, and why it has no outcome."""
    return pair.aim_label + (plot.style.words.aside.format(pair.said) if pair.reached.value is None else "")
