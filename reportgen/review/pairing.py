"""What became of a text: paragraphs of a file as it is now against those that were written, and the numbers inside them.

Texts are compared token by token, a number being one token, so that a number that somebody changed is found in the place of the one
that stood there.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"[-−]?[0-9][0-9,.]*(?<=[0-9])%?|[A-Za-z]+|\s+|.", re.DOTALL)
"""A number with sign and percent sign, a Latin word, white space, or one character."""
ALIKE = 0.5
"""The least likeness of two texts of which one became the other."""
MOST_TRIED = 40_000
"""Pairs of texts that are compared in one go; more are left unpaired, so that a strange file takes no hours."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: from ``start`` up to but without ``end``."""

    start: int
    end: int


def tokens(text: str) -> list[str]:
    """The tokens of a text; joined they are the text.

    >>> tokens("增长7.7%，Up 6")
    ['增', '长', '7.7%', '，', 'Up', ' ', '6']
    """
    return TOKEN.findall(text)


def paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which of the old texts each of the new ones is: index of the new to index of the old.

    Equal texts are paired first, in their order and then wherever they went; of the rest those between the same neighbours, where
    they are alike, and last those alike wherever they stand.
    """
    found = {block.b + n: block.a + n for block in _blocks(old, new) for n in range(block.size)}
    _pair_equal(old, new, found)
    for olds, news in _gaps(found, len(old), len(new)):
        _pair_alike(old, new, found, olds, news, in_order=True)
    taken = set(found.values())
    rest = [index for index in range(len(old)) if index not in taken]
    _pair_alike(old, new, found, rest, [index for index in range(len(new)) if index not in found], in_order=False)
    return found


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[difflib.Match]:
    return SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()


def _pair_equal(old: Sequence[str], new: Sequence[str], found: dict[int, int]) -> None:
    """Texts that were moved as they are."""
    taken = set(found.values())
    places: dict[str, list[int]] = {}
    for index in range(len(old) - 1, -1, -1):
        if index not in taken:
            places.setdefault(old[index], []).append(index)
    for index, text in enumerate(new):
        if index not in found and places.get(text):
            found[index] = places[text].pop()


def _gaps(found: dict[int, int], olds: int, news: int) -> Iterator[tuple[list[int], list[int]]]:
    """The unpaired texts between neighbours that kept their order, in both sequences."""
    taken = set(found.values())
    last_old, start = -1, 0
    for index in range(news + 1):
        if index < news and index not in found:
            continue
        here = found.get(index, olds)
        if here > last_old:
            gap = [n for n in range(last_old + 1, here) if n not in taken]
            yield gap, [n for n in range(start, index) if n not in found]
            last_old = here
        start = index + 1


def _pair_alike(
    old: Sequence[str], new: Sequence[str], found: dict[int, int], olds: list[int], news: list[int], *, in_order: bool
) -> None:
    """Pair the most alike first; one text against one in the same place need not be much alike."""
    if len(olds) == len(news) == 1 and in_order and likeness(old[olds[0]], new[news[0]]) >= ALIKE / 2:
        found[news[0]] = olds[0]
        return
    if len(olds) * len(news) > MOST_TRIED:
        return
    scores = sorted(((likeness(old[a], new[b]), -a, b) for a in olds for b in news), reverse=True)
    used: set[int] = set()
    for score, negative, index in scores:
        if score >= ALIKE and index not in found and -negative not in used:
            found[index] = -negative
            used.add(-negative)


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1, numbers left out of account.

    >>> likeness("增长7.7%", "增长6%"), likeness("增长", "降低")
    (1.0, 0.0)
    """
    first, second = (_words(text) for text in (one, other))
    if not first and not second:
        return 1.0 if one == other else 0.75
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return [token for token in tokens(text) if not token[-1].isdigit() and token[-1] != "%" and not token.isspace()]


# --- within one text -------------------------------------------------------------------------------------------------------


def carried(old: str, new: str, spans: Sequence[Span]) -> tuple[Span | None, ...]:
    """Where stretches of the old text stand in the new one; ``None`` for one that is gone.

    >>> carried("增长7.7%，列第9位", "大幅增长8.1%", (Span(2, 6), Span(9, 10)))
    (Span(start=4, end=8), None)
    """
    if old == new:
        return tuple(spans)
    before, after = tokens(old), tokens(new)
    moves = dict(_moves(before, after))
    starts, ends = _offsets(before), _offsets(after)
    return tuple(_carried(span, starts, ends, moves, len(after)) for span in spans)


def _offsets(parts: Sequence[str]) -> list[int]:
    found = [0]
    for part in parts:
        found.append(found[-1] + len(part))
    return found


def _moves(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each old token with the new one that is it, or stands in its place."""
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(a1, a2), range(b1, b2), strict=True)
        elif kind == "replace":
            numbers = [n for n in range(b1, b2) if _is_number(after[n])]
            yield from zip((n for n in range(a1, a2) if _is_number(before[n])), numbers, strict=False)
            if a2 - a1 == b2 - b1:
                yield from ((a, b) for a, b in zip(range(a1, a2), range(b1, b2), strict=True) if not _is_number(before[a]))


def _is_number(token: str) -> bool:
    return token[-1].isdigit() or (token[-1] == "%" and len(token) > 1)


def _carried(span: Span, starts: list[int], ends: list[int], moves: dict[int, int], count: int) -> Span | None:
    inside = [n for n in range(len(starts) - 1) if starts[n] < span.end and span.start < starts[n + 1]]
    there = [moves[n] for n in inside if n in moves]
    if not there or (len(inside) > 1 and len(there) < len(inside)):
        return None
    return Span(ends[min(there)], ends[max(there) + 1])
