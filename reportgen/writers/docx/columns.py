"""How wide the columns of a table are, and where its numbers stand in them. Pure arithmetic in ems of the table's type."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.writers.measure import around_point, longest_word, width

UNBROKEN = 6.0
"""Texts up to this width keep to one line: names of places, short states. Columns of longer ones are never narrower."""
LONGEST_WORD = 12.0
"""A longer word without a place to break it, such as an address, is broken anywhere."""
SLACK = 0.2
"""What the fonts of a machine may be wider than those measured here."""
AMPLE = 1.25
"""How much wider than its longest cell a column may be where others break theirs: the reader's fonts may be wider, too."""
HALVINGS = 50
"""Steps by which widths are found; each halves what they are off."""
UNBROKEN_HEADER = 6.0
"""Headers up to this width keep to one line; longer ones may take two."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for, in ems with its padding."""

    least: float
    """Below this, words and numbers would break."""
    natural: float
    """At this, no cell has a second line."""
    weight: int = 1


def need(title: str, cells: Sequence[str], *, number: bool, weight: int, padding: float) -> Need:
    """Return what a column asks for."""
    natural = max(map(width, (title, *cells)))
    words = max(map(longest_word, (title, *cells)))
    head = min(width(title), max(UNBROKEN_HEADER, math.ceil(width(title) / 2)))
    widest = max(map(width, cells), default=0.0) + SLACK
    least = widest if number else min(natural, max(min(words, LONGEST_WORD), UNBROKEN))
    return Need(max(least, head) + padding, natural + padding + SLACK, weight)


def tight(needs: Sequence[Need], room: float) -> bool:
    """Return whether numbers or words would have to be broken to fit the room."""
    return sum(column.least for column in needs) > room


def shared(needs: Sequence[Need], room: float) -> list[float]:
    """Return the width of each column; together they fill the room.

    Columns of different weights take their share, but never less than their longest word where the room allows, and no more than
    their longest cell where others would break theirs. Columns of equal weight are measured by their content.
    """
    least = sum(column.least for column in needs)
    if least >= room:
        return [column.least * room / least for column in needs]
    if len({column.weight for column in needs}) > 1:
        return _by_weight(needs, room)
    return _by_content(needs, room)


def _by_content(needs: Sequence[Need], room: float) -> list[float]:
    spare = room - sum(column.natural for column in needs)
    if spare >= 0:
        return [column.natural + spare / len(needs) for column in needs]
    wishes = [column.natural - column.least for column in needs]
    spare = room - sum(column.least for column in needs)
    return [column.least + spare * wish / sum(wishes) for column, wish in zip(needs, wishes, strict=True)]


def _by_weight(needs: Sequence[Need], room: float) -> list[float]:
    spare = room - sum(column.natural for column in needs)
    if spare >= 0:
        weights = sum(column.weight for column in needs)
        return [column.natural + spare * column.weight / weights for column in needs]
    low, high = 0.0, room
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_weighed(needs, middle)) <= room else (low, middle)
    return _weighed(needs, low)


def _weighed(needs: Sequence[Need], share: float) -> list[float]:
    """Widths by weight, but no column narrower than its longest word or wider than its longest cell."""
    return [max(column.least, min(AMPLE * column.natural, column.weight * share)) for column in needs]


def number_insets(cells: Sequence[str], room: float) -> list[float | None]:
    """Return for each cell its distance from the right edge, so that decimal points align and the numbers stand in the middle.

    ``None`` stands for a cell without a number, which is centred. Where the aligned block is wider than the room, all
    numbers stand at the right edge.
    """
    parts = [around_point(cell) for cell in cells]
    before = [width(part[0]) if part else 0.0 for part in parts]
    after = [width("".join(part)) - lead if part else 0.0 for part, lead in zip(parts, before, strict=True)]
    behind = max(after, default=0.0)
    margin = (room - max(before, default=0.0) - behind) / 2
    aligned = [margin + behind - own if margin >= 0 else 0.0 for own in after]
    return [inset if part else None for part, inset in zip(parts, aligned, strict=True)]
