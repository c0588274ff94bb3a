"""What belongs together beyond one paragraph: a card, a row, a table whose columns are years.

A label must not be changed over a number that stays, nor a number under a heading that stays: where one text of such a unit has no
counterpart with the new facts, all of them are left.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.writers.manifest import Manifest, Passage

if TYPE_CHECKING:
    from reportgen.review.refresh.sites import Site

_BELOW = re.compile(r"(资料来源|注|Source|Note)s?[：:]")
"""How lines under a table begin."""
_MOST_BELOW = 2
_DIGITS = re.compile(r"\d+")


def coherent(
    sites: Sequence[Site], made_of: Sequence[Sequence[int]], fresh: dict[int, int], before: Manifest, after: Manifest
) -> dict[int, int]:
    """The counterparts of passages without those of units that would be torn."""
    left: set[int] = set()
    rows: dict[int, list[int]] = defaultdict(list)
    tables: dict[int, list[int]] = defaultdict(list)
    for site, indices in zip(sites, made_of, strict=True):
        if _is_in_unit(site, indices, before):
            rows[id(site.unit)] += indices
        if site.table is not None:
            tables[id(site.table)] += indices
    for row in rows.values():
        if not _is_whole(row, fresh):
            left.update(row)
    for table in tables.values():
        if left & set(table) and _is_dated(table, rows, fresh, before, after):
            left.update(table)
        if left & set(table):
            left.update(_below(max(table), before))
    return {index: there for index, there in fresh.items() if index not in left}


def _is_in_unit(site: Site, indices: Sequence[int], before: Manifest) -> bool:
    """Whether a text is part of a card or row; other shapes of slides hold texts that stand for themselves."""
    if site.unit is None:
        return False
    return site.table is not None or any(" Card " in before.passages[index].place for index in indices)


def _is_whole(row: Sequence[int], fresh: dict[int, int]) -> bool:
    """Whether the texts of a unit follow one another in the file made anew as they do in this one."""
    return len({fresh[index] - index if index in fresh else None for index in row}) == 1 and all(index in fresh for index in row)


def _is_dated(table: Sequence[int], rows: dict[int, list[int]], fresh: dict[int, int], before: Manifest, after: Manifest) -> bool:
    """Whether the heads of the columns would name other years."""
    first = next((row for row in rows.values() if table and table[0] in row), [])
    pairs = ((before.passages[index], after.passages[fresh[index]]) for index in first if index in fresh)
    return any(_years(old) != _years(new) for old, new in pairs)


def _years(passage: Passage) -> list[str]:
    """The numbers of a passage that are no figures."""
    return [number for piece in passage.pieces if not piece.facts for number in _DIGITS.findall(piece.text)]


def _below(last: int, before: Manifest) -> Iterator[int]:
    """The notes and sources that stand under a table."""
    for index in range(last + 1, min(last + 1 + _MOST_BELOW, len(before.passages))):
        if not _BELOW.match(before.passages[index].text):
            return
        yield index
