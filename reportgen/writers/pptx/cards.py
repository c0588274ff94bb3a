"""Key figures as cards: a large number, what it is, and what goes with it, in one placeholder each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from reportgen.document.model import Figure, KeyFigure
from reportgen.notices import TextFitted
from reportgen.writers.pptx import fit
from reportgen.writers.pptx.geometry import Emu, Points, emu
from reportgen.writers.pptx.look import Place
from reportgen.writers.pptx.text import Draft, Filled, Target, Word, excess, fill_at, high, inner, limits, refusal, size_at, words

_AFFIX = 0.5
"""Size of qualifier and unit beside the number."""
_MOST_LINES = 2
"""A label or a detail of more lines is no longer taken in at a glance."""


def drafts(item: KeyFigure) -> tuple[Draft, ...]:
    """Return the paragraphs of a card: the number on level 1, the label on level 2, the detail on level 3."""
    found = (Draft(number(item.figure)), Draft((Word(item.label),), 2))
    return (*found, Draft(words(item.detail), 3)) if item.detail else found


def number(figure: Figure) -> tuple[Word, ...]:
    """Return the figure with qualifier and unit in smaller type; a percent sign belongs to the number.

    >>> [(word.text, word.scale) for word in number(Figure("超1267.05亿元", ("revenue:2025",)))]
    [('超', 0.5), ('1267.05', 1.0), ('亿元', 0.5)]
    """
    found = re.fullmatch(r"([^\d+\-−]*)([+\-−]?\d[\d,.]*%?)(.*)", figure.text)
    if not found:
        return (Word(figure.text, facts=figure.facts, derived=figure.derived),)
    scales = (_AFFIX, 1.0, _AFFIX)
    pairs = zip(found.groups(), scales, strict=True)
    return tuple(Word(text, facts=figure.facts, derived=figure.derived, scale=scale) for text, scale in pairs if text)


def fill_cards(targets: Sequence[Target], items: Sequence[KeyFigure]) -> tuple[Filled, ...]:
    """Return the cards filled, all in the same sizes: the largest in which every number stands on one line.

    Raises :class:`~reportgen.errors.WriterError` where a card does not hold its text in the least sizes.
    """
    texts = [drafts(item) for item in items]
    first = targets[0]
    pairs = product(_range(first.place, 1), _range(first.place, 2))
    # A smaller number is seen less than a smaller label: three points of the one stand against one of the other.
    for numeral, rest in sorted(pairs, key=lambda pair: (pair[0] + 3 * pair[1], pair)):
        placed = [replace(target, place=_lowered(target.place, numeral - rest)) for target in targets]
        if all(_fits(target, text, rest) for target, text in zip(placed, texts, strict=True)):
            filled = (_filled(t, p, text, rest) for t, p, text in zip(targets, placed, texts, strict=True))
            return _level(tuple(filled), _top(placed, texts, rest))
    raise _refused(targets, texts)


def _top(targets: Sequence[Target], texts: Sequence[Sequence[Draft]], drop: Points) -> Emu:
    """Return the distance from the top at which the highest text of all stands in the middle of its card."""
    spare = (
        inner(target.place, target.box)[1] - high(target.place, "card", target.box, text, drop)
        for target, text in zip(targets, texts, strict=True)
    )
    return targets[0].place.inset.top + emu(max(min(spare) / 2, 0))


def _level(filled: Sequence[Filled], top: Emu) -> tuple[Filled, ...]:
    """Return the cards with their numbers at one height."""
    return tuple(replace(one, shape=replace(one.shape, hung=top)) for one in filled)


def _range(place: Place, level: int) -> range:
    normal = place.level(level).size
    return range(int(normal - size_at("card", level, normal, 99)) + 1)


def _lowered(place: Place, points: Points) -> Place:
    """Return the place with its numbers ``points`` smaller."""
    first, *deeper = place.levels
    return replace(place, levels=(replace(first, size=first.size - points), *deeper))


def _fits(target: Target, text: Sequence[Draft], drop: Points) -> bool:
    wide, room = inner(target.place, target.box)
    lines = [_lines(target.place, draft, drop, wide) for draft in text]
    return lines[0] == 1 and max(lines) <= _MOST_LINES and high(target.place, "card", target.box, text, drop) <= room


def _lines(place: Place, draft: Draft, drop: Points, wide: Points) -> int:
    style = place.level(draft.level)
    return len(draft.setting(style, size_at("card", draft.level, style.size, drop)).lines(wide))


def _filled(target: Target, placed: Target, text: Sequence[Draft], drop: Points) -> Filled:
    done = fill_at(placed, text, drop)
    numeral = done.shape.paragraphs[0].runs
    size = max(run.size for run in numeral)
    normal = target.place.level(1).size
    small = size < min(limits("card").quiet, normal) and not done.notices
    notices = (TextFitted(target.slide, target.place.name, f"its number is set in {size:g} pt"),) if small else done.notices
    return Filled(done.shape, notices)


def _refused(targets: Sequence[Target], texts: Sequence[Sequence[Draft]]) -> Exception:
    """Return the fault of the card that is fullest."""
    worst = max(zip(targets, texts, strict=True), key=lambda pair: _overflow(*pair))
    return refusal(worst[0].slide, worst[0].place.name, _overflow(*worst), limits("card", 3).least, "text of the card")


def _overflow(target: Target, text: Sequence[Draft]) -> Points:
    """Return by how many points a card is too high or its number too wide in the least sizes."""
    least = size_at("card", 1, target.place.level(1).size, 99)
    wide = fit.width(text[0].setting(target.place.level(1), least).pieces) * least - inner(target.place, target.box)[0]
    return max(wide, excess(target.place, "card", target.box, text))
