"""Key figures as cards: a large number, what it is, and what goes with it, in one placeholder each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, product, takewhile

from reportgen.document.model import Figure, KeyFigure
from reportgen.errors import WriterError
from reportgen.notices import TextFitted
from reportgen.writers.pptx import fit
from reportgen.writers.pptx.geometry import Box, Emu, Points, emu
from reportgen.writers.pptx.look import Place
from reportgen.writers.pptx.text import (
    Draft,
    Filled,
    Target,
    Word,
    excess,
    fill_at,
    high,
    inner,
    limits,
    refusal,
    settings,
    size_at,
    words,
)

_AFFIX = 0.5
"""Size of qualifier and unit beside the number."""
_MOST_LINES = 2
"""A label or a detail of more lines is no longer taken in at a glance."""
_USUAL = 0.88
"""Height of lines in the usual Chinese fonts against the tallest, which is the one that is measured."""
_MOST_GROWTH = 1.2
"""In larger cards than those of the layout the type grows with the card, up to so many times its size."""


def drafts(item: KeyFigure) -> tuple[Draft, ...]:
    """Return the paragraphs of a card: the number on level 1, the label on level 2, the detail on level 3."""
    found = (Draft(number(item.figure)), Draft((Word(item.label),), 2), Draft(words(item.detail), 3))
    return tuple(draft for draft in found if any(word.text for word in draft.words))


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


def grown(place: Place, box: Box) -> Place:
    """Return the place with type that is as much larger as ``box`` is larger than the place."""
    share = max(1.0, min(_MOST_GROWTH, box.height / place.box.height, box.width / place.box.width))
    return replace(place, levels=tuple(replace(level, size=float(round(level.size * share))) for level in place.levels))


def fill_cards(targets: Sequence[Target], items: Sequence[KeyFigure]) -> tuple[Filled, ...]:
    """Return the cards filled, all in the same sizes: the largest in which every number stands on one line.

    Raises :class:`~reportgen.errors.WriterError` where a card does not hold its text in the least sizes.
    """
    texts = [drafts(item) for item in items]
    fitting = (sizes for sizes in _sizes(targets[0].place) if all(map(partial(_fits, sizes), targets, texts)))
    largest = next(fitting, None)
    if largest is None:
        raise _refused(targets, texts)
    # Within the sizes that are no news, one without lone characters at the end of a paragraph is worth a point or two.
    usual = takewhile(lambda sizes: sizes.quiet(targets[0].place), chain((largest,), fitting))
    best = next((sizes for sizes in usual if not any(map(partial(_lone, sizes), targets, texts))), largest)
    filled = (_filled(best, target, text) for target, text in zip(targets, texts, strict=True))
    return _level(tuple(filled), _top(best, targets, texts))


@dataclass(frozen=True, slots=True)
class Sizes:
    """By how many points the numbers and the words of all cards are lowered."""

    number: int
    words: int

    def of(self, target: Target) -> Target:
        """Return the target with its numbers so much smaller that lowering all by :attr:`words` brings them to their size."""
        first, *deeper = target.place.levels
        lowered = replace(first, size=first.size - self.number + self.words)
        return replace(target, place=replace(target.place, levels=(lowered, *deeper)))

    def quiet(self, place: Place) -> bool:
        sizes = (place.level(1).size - self.number, place.level(2).size - self.words)
        return all(size >= min(limits("card", n).quiet, place.level(n).size) for n, size in enumerate(sizes, 1))


def _sizes(place: Place) -> list[Sizes]:
    """Return all sizes that can be tried, the best first."""
    pairs = product(_range(place, 1), _range(place, 2))
    # A smaller number is seen less than a smaller label: three points of the one stand against one of the other.
    return [Sizes(number, words) for number, words in sorted(pairs, key=lambda pair: (pair[0] + 3 * pair[1], pair))]


def _range(place: Place, level: int) -> range:
    normal = place.level(level).size
    return range(int(normal - size_at("card", level, normal, 99)) + 1)


def _fits(sizes: Sizes, target: Target, text: Sequence[Draft]) -> bool:
    placed = sizes.of(target)
    wide, room = inner(placed.place, placed.box)
    figure, *others = settings(placed.place, "card", text, sizes.words)
    short = all(len(setting.lines(wide)) <= _MOST_LINES for setting in others)
    return _whole(figure, wide, text[0]) and short and high(placed.place, "card", placed.box, text, sizes.words) <= room


def _whole(figure: fit.Setting, wide: Points, text: Draft) -> bool:
    """Whether the number stands on one line, or its unit of several words (billion yuan) alone on the next."""
    unit = text.words[-1].text.strip()
    ways = (figure.lines(wide), figure.lines(wide, fit.POWERPOINT))
    return all(len(lines) == 1 or (" " in unit and [line.strip() for line in lines[1:]] == [unit]) for lines in ways)


def _lone(sizes: Sizes, target: Target, text: Sequence[Draft]) -> bool:
    placed = sizes.of(target)
    return fit.lone_lines(settings(placed.place, "card", text, sizes.words), inner(placed.place, placed.box)[0]) > 0


def _top(sizes: Sizes, targets: Sequence[Target], texts: Sequence[Sequence[Draft]]) -> Emu:
    """Return the distance from the top at which the highest text of all stands in the middle of its card.

    It is measured as it stands in usual fonts, but even in the tallest it does not leave the card.
    """
    rooms = [inner(target.place, target.box)[1] for target in targets]
    highs = [
        high(sizes.of(target).place, "card", target.box, text, sizes.words) for target, text in zip(targets, texts, strict=True)
    ]
    spare = min(min((room - tall * _USUAL) / 2, room - tall) for room, tall in zip(rooms, highs, strict=True))
    return targets[0].place.inset.top + emu(max(spare, 0))


def _level(filled: Sequence[Filled], top: Emu) -> tuple[Filled, ...]:
    """Return the cards with their numbers at one height."""
    return tuple(replace(one, shape=replace(one.shape, hung=top)) for one in filled)


def _filled(sizes: Sizes, target: Target, text: Sequence[Draft]) -> Filled:
    done = fill_at(sizes.of(target), text, sizes.words)
    size, normal = target.place.level(1).size - sizes.number, target.place.level(1).size
    small = size < min(limits("card").quiet, normal) and not done.notices
    notices = (TextFitted(target.slide, target.place.name, f"its number is set in {size:g} pt"),) if small else done.notices
    return Filled(replace(done.shape, moved=target.box != target.place.box), notices)


def _refused(targets: Sequence[Target], texts: Sequence[Sequence[Draft]]) -> Exception:
    """Return the fault of the card that is fullest."""
    worst = max(zip(targets, texts, strict=True), key=lambda pair: (_lines(*pair) > _MOST_LINES, _overflow(*pair)))
    if _overflow(*worst) <= 0:
        message = f"the words of the card take more than {_MOST_LINES} lines, even in {limits('card', 2).least:g} pt"
        return WriterError(message, place=f"slide '{worst[0].slide}', {worst[0].place.name}", hint="shorten them")
    return refusal(worst[0].slide, worst[0].place.name, _overflow(*worst), limits("card", 3).least, "text of the card")


def _lines(target: Target, text: Sequence[Draft]) -> int:
    """Return the lines of the longest of the words under the number, in the least sizes."""
    least = settings(target.place, "card", text, 99)[1:]
    return max((len(setting.lines(inner(target.place, target.box)[0])) for setting in least), default=0)


def _overflow(target: Target, text: Sequence[Draft]) -> Points:
    """Return by how many points a card is too high or its number too wide in the least sizes."""
    least = size_at("card", 1, target.place.level(1).size, 99)
    wide = fit.width(text[0].setting(target.place.level(1), least).pieces) * least - inner(target.place, target.box)[0]
    return max(wide, excess(target.place, "card", target.box, text))
