"""Text into placeholders: the largest sizes in which it fits, never under the least that can be read.

A role has a normal size (that of the look), a size down to which a reader notices nothing, and a least size. Between the
second and the third a notice says so; text that does not fit in the least is split by the caller or refused.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.document.model import Figure, Footnote, NumberKind, Spans, Text
from reportgen.errors import WriterError
from reportgen.notices import TextFitted
from reportgen.writers.pptx import fit
from reportgen.writers.pptx.geometry import EMU_PER_POINT, Box, Points
from reportgen.writers.pptx.look import Level, Place
from reportgen.writers.pptx.model import Lines, Mark, Run, TextShape

# --- limits ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes of a role, in points; the normal one is the look's."""

    quiet: Points
    """Down to here a smaller size is no news."""
    least: Points
    """Nothing is set smaller."""


LIMITS: dict[str, tuple[Limits, ...]] = {
    "title": (Limits(24, 22),),
    "cover": (Limits(32, 26),),
    "subtitle": (Limits(18, 14),),
    "author": (Limits(16, 12),),
    "day": (Limits(14, 12),),
    "number": (Limits(20, 16),),
    "marker": (Limits(11, 10),),
    "contents": (Limits(16, 14),),
    "page": (Limits(14, 12),),
    "card": (Limits(26, 20), Limits(14, 12), Limits(12, 11)),
    "heading": (Limits(12, 11),),
    "points": (Limits(16, 14),),
    "sources": (Limits(12, 11),),
    "table": (Limits(12, 11),),
    "unit": (Limits(11, 10),),
    "timeline": (Limits(16, 12),),
    "note": (Limits(10, 9),),
    "source": (Limits(9, 8),),
    "date": (Limits(10, 8),),
    "slide number": (Limits(10, 8),),
}
"""Role to its limits, a pair for each level; the last holds for deeper levels."""


def limits(role: str, level: int = 1) -> Limits:
    found = LIMITS[role]
    return found[min(level, len(found)) - 1]


def size_at(role: str, level: int, normal: Points, drop: Points) -> Points:
    """Return the size of a level that is ``drop`` points below normal, but not under its least.

    >>> size_at("points", 1, 20, 3), size_at("points", 1, 20, 9), size_at("points", 1, 12, 1)
    (17, 14, 12)
    """
    return max(normal - drop, min(limits(role, level).least, normal))


# --- paragraphs without a size ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """A run whose size is still open."""

    text: str
    bold: bool = False
    facts: tuple[str, ...] = ()
    derived: bool = False
    number: NumberKind = ""
    """What a number without facts of its own is."""
    scale: float = 1.0
    """Size as a share of the paragraph's."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph whose size is still open."""

    words: tuple[Word, ...]
    level: int = 1
    mark: Mark = "own"

    def setting(self, style: Level, size: Points) -> fit.Setting:
        """Return the paragraph as it is measured in ``size``."""
        pieces = tuple(fit.Piece(word.text, word.bold or style.bold, word.scale) for word in self.words)
        # A running number needs the hanging indent of the bullet too; a plain paragraph starts at the left inset.
        indent = 0.0 if self.mark == "none" else style.indent
        return fit.Setting(pieces, size, style.line, style.before.at(size), indent)

    def lines(self, size: Points, before: Points | None = None) -> Lines:
        """Return the paragraph in ``size``."""
        runs = tuple(
            Run(word.text, round(size * word.scale, 1), word.bold, word.facts, word.derived, word.number) for word in self.words
        )
        return Lines(runs, self.level, self.mark, before)


def words(spans: Spans, *, bold: bool = False) -> tuple[Word, ...]:
    """Return the spans as runs; footnotes stand elsewhere."""
    return tuple(_words(spans, bold))


def _words(spans: Spans, bold: bool) -> Iterator[Word]:
    for span in spans:
        if isinstance(span, Figure):
            yield Word(span.text, span.strong or bold, span.facts, span.derived)
        elif isinstance(span, Text):
            yield Word(span.text, span.strong or bold, number=span.number)
        elif not isinstance(span, Footnote):
            yield Word(span.text, bold)


def line(text: str, *, bold: bool = False, level: int = 1, mark: Mark = "own") -> Draft:
    """Return a paragraph of words without figures."""
    return Draft((Word(text, bold),), level, mark)


# --- fitting ---------------------------------------------------------------------------------------------------------------


def inner(place: Place, box: Box) -> tuple[Points, Points]:
    """Return width and height between the insets, in points."""
    wide = box.width - place.inset.left - place.inset.right
    high = box.height - place.inset.top - place.inset.bottom
    return wide / EMU_PER_POINT, high / EMU_PER_POINT


def settings(place: Place, role: str, drafts: Iterable[Draft], drop: Points) -> tuple[fit.Setting, ...]:
    """Return the paragraphs as they are measured ``drop`` points below the normal sizes of the place."""
    styled = ((draft, place.level(draft.level)) for draft in drafts)
    return tuple(draft.setting(style, size_at(role, draft.level, style.size, drop)) for draft, style in styled)


def high(place: Place, role: str, box: Box, drafts: Sequence[Draft], drop: Points) -> Points:
    """Return the height of the text, in points, without the insets."""
    return fit.height(settings(place, role, drafts, drop), inner(place, box)[0])


def drops(place: Place, role: str, levels: Iterable[int]) -> range:
    """Return by how many points the sizes of the levels can be lowered."""
    spare = [place.level(level).size - size_at(role, level, place.level(level).size, 99) for level in levels]
    return range(int(max(spare, default=0)) + 1)


def smallest_drop(place: Place, role: str, box: Box, drafts: Sequence[Draft]) -> int | None:
    """Return by how many points the text must be lowered to fit, or ``None`` where the least sizes are still too large."""
    room = inner(place, box)[1]
    levels = {draft.level for draft in drafts}
    return next((drop for drop in drops(place, role, levels) if high(place, role, box, drafts, drop) <= room), None)


def best_drop(place: Place, role: str, box: Box, drafts: Sequence[Draft]) -> int | None:
    """Return by how many points to lower the text: as little as possible, but within the sizes that are no news also so that
    no paragraph ends in a line of one or two characters; ``None`` where it does not fit at all."""
    smallest = smallest_drop(place, role, box, drafts)
    if smallest is None:
        return None
    wide = inner(place, box)[0]
    quiet = range(smallest, max(int(place.level(1).size - limits(role).quiet), smallest) + 1)
    return min(quiet, key=lambda drop: (fit.lone_lines(settings(place, role, drafts, drop), wide), drop))


def excess(place: Place, role: str, box: Box, drafts: Sequence[Draft]) -> Points:
    """Return by how many points the text is higher than its shape in its least size."""
    return high(place, role, box, drafts, 99) - inner(place, box)[1]


def refusal(slide: str, shape: str, too_high: Points, least: Points, what: str = "text") -> WriterError:
    """Return the fault of a text that does not fit even in its least size."""
    return WriterError(
        f"the {what} is {max(too_high, 1):.0f} pt higher than its shape, even in {least:g} pt",
        place=f"slide '{slide}', {shape}",
        hint="shorten it, or make two slides of it",
    )


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled placeholder and, where a reader will notice the size, what was done."""

    shape: TextShape
    notices: tuple[TextFitted, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Where a text goes: a placeholder, its box on this slide, and how messages call the slide."""

    place: Place
    box: Box
    key: str
    slide: str
    role: str = ""
    """Whose limits hold, where the placeholder's own role does not say it."""

    @property
    def limits_of(self) -> str:
        return self.role or self.place.role

    @property
    def name(self) -> str:
        return f"{self.key} {self.place.name}"


def fill(target: Target, drafts: Sequence[Draft], *, loose: bool = False, lowest: int = 0) -> Filled:
    """Return the placeholder with the text in its largest fitting size, but at least ``lowest`` points below normal.

    ``loose`` paragraphs share out the room that is left over.

    Raises :class:`~reportgen.errors.WriterError` where the least size does not fit.
    """
    place, role = target.place, target.limits_of
    drop = best_drop(place, role, target.box, drafts)
    if drop is None:
        least = size_at(role, drafts[0].level, place.level(drafts[0].level).size, 99)
        raise refusal(target.slide, place.name, excess(place, role, target.box, drafts), least)
    return fill_at(target, drafts, max(drop, lowest), loose=loose)


def fill_at(target: Target, drafts: Sequence[Draft], drop: Points, *, loose: bool = False) -> Filled:
    """Return the placeholder with the text ``drop`` points below its normal sizes, which must fit."""
    place, role = target.place, target.limits_of
    air = _air(target, drafts, drop) if loose else 0.0
    paragraphs = tuple(
        draft.lines(setting.size, setting.before + air if air and n else None)
        for n, (draft, setting) in enumerate(zip(drafts, settings(place, role, drafts, drop), strict=True))
    )
    shape = TextShape(target.name, place.idx, paragraphs, target.box, moved=target.box != place.box)
    return Filled(shape, tuple(_noticed(target, drafts, drop)))


AIR = 1.2
"""At most this much of the size is added above each paragraph of a list that leaves room."""


def _air(target: Target, drafts: Sequence[Draft], drop: Points) -> Points:
    """Return the space to add above each paragraph but the first, in whole points."""
    if len(drafts) < 2:
        return 0.0
    spare = inner(target.place, target.box)[1] - high(target.place, target.limits_of, target.box, drafts, drop)
    size = size_at(target.limits_of, 1, target.place.level(1).size, drop)
    return float(max(0, int(min(spare / (len(drafts) - 1), size * AIR))))


def _noticed(target: Target, drafts: Sequence[Draft], drop: Points) -> Iterator[TextFitted]:
    for level in sorted({draft.level for draft in drafts}):
        normal = target.place.level(level).size
        size = size_at(target.limits_of, level, normal, drop)
        if size < min(limits(target.limits_of, level).quiet, normal):
            yield TextFitted(target.slide, target.place.name, f"set in {size:g} pt")
            return


# --- splitting -------------------------------------------------------------------------------------------------------------


def split(place: Place, role: str, box: Box, drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], ...]:
    """Return the paragraphs in as few parts as fit into the box in a readable size, the parts about as long as each other.

    A paragraph is never split; one that is too high alone stays a part of its own, and is refused when it is filled in.
    """
    if smallest_drop(place, role, box, drafts) is not None:
        return (tuple(drafts),)
    quiet = quiet_drop(place, role)
    least = len(greedy(place, role, box, drafts, quiet))
    shares = ([tuple(drafts[start:end]) for start, end in evenly(len(drafts), count)] for count in range(least, len(drafts) + 1))
    room = inner(place, box)[1]
    return next(
        tuple(parts) for parts in shares if all(len(part) == 1 or high(place, role, box, part, quiet) <= room for part in parts)
    )


def quiet_drop(place: Place, role: str) -> Points:
    """Return by how many points the first level can be lowered before it is news."""
    return max(place.level(1).size - limits(role).quiet, 0)


def evenly(total: int, count: int) -> list[tuple[int, int]]:
    """Return start and end of ``count`` parts of about equal length.

    >>> evenly(7, 3)
    [(0, 2), (2, 5), (5, 7)]
    """
    bounds = [round(n * total / count) for n in range(count + 1)]
    return list(itertools.pairwise(bounds))


def common_drop(place: Place, role: str, box: Box, parts: Iterable[Sequence[Draft]]) -> int:
    """Return by how many points to lower all parts so that each of them fits; those that fit in no size do not count."""
    found = (best_drop(place, role, box, part) for part in parts)
    return max((drop for drop in found if drop is not None), default=0)


def greedy(place: Place, role: str, box: Box, drafts: Sequence[Draft], drop: Points) -> list[tuple[Draft, ...]]:
    """Return the paragraphs in parts that are filled one after the other."""
    room = inner(place, box)[1]
    parts: list[tuple[Draft, ...]] = [()]
    for draft in drafts:
        if parts[-1] and high(place, role, box, (*parts[-1], draft), drop) > room:
            parts.append(())
        parts[-1] += (draft,)
    return parts
