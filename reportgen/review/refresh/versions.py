"""The three versions of one paragraph laid beside one another: as written, as people left it, and as new facts would have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.review.refresh.tokens import Edit, Token, clauses, edits, sense, text_of, tokens_of
from reportgen.writers.manifest import Pieces


@dataclass(frozen=True, slots=True)
class Asked:
    """A change that the facts ask for."""

    edit: Edit
    clauses: range
    """Those of the old text that it touches."""
    passage: int
    """Which of the passages that the paragraph was made of."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Three versions of a paragraph and the changes between them; a paragraph that was joined was several passages at first."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    shown: tuple[Token, ...]
    starts: tuple[tuple[int, int], ...]
    """Where each passage begins in the old text and in the new one."""
    asked: tuple[Asked, ...]
    """In the order of the old text."""
    hand: tuple[Edit, ...]
    """What people did to the old text."""
    place: dict[int, int]
    """Where each old token that is still there stands in the text that is shown."""

    def reach(self, passage: int) -> tuple[range, range]:
        """The tokens of a passage in the old text and in the new one."""
        ends = (*self.starts[1:], (len(self.old), len(self.new)))[passage]
        return range(self.starts[passage][0], ends[0]), range(self.starts[passage][1], ends[1])

    # --- one change ----------------------------------------------------------------------------------------------------------

    def before(self, edit: Edit) -> tuple[Token, ...]:
        return self.old[edit.start : edit.end]

    def after(self, edit: Edit) -> tuple[Token, ...]:
        return self.new[edit.first : edit.last]

    def is_quiet(self, edit: Edit) -> bool:
        """Whether the words stay as they are, and only a number stands for another fact."""
        return text_of(self.before(edit)) == text_of(self.after(edit))

    def is_wordy(self, edit: Edit) -> bool:
        """Whether other words are put than digits for digits."""
        return not edit.is_exchange or not all(token.is_number for token in (*self.before(edit), *self.after(edit)))

    def is_fixed(self, edit: Edit) -> bool:
        """Whether it falls on the result of a field, which the program works out itself."""
        return any(self.shown[self.place[n]].fixed for n in range(edit.start, edit.end) if n in self.place)

    def is_layout(self, edit: Edit) -> bool:
        """Whether only lines would break elsewhere."""
        old, new = (text_of(tokens) for tokens in (self.before(edit), self.after(edit)))
        return "\n" in old + new and "".join(old.split()) == "".join(new.split())

    def is_date(self, edit: Edit) -> bool:
        """Whether a number that is no figure changes, such as the year."""
        return any(_is_date(token) for token in (*self.before(edit), *self.after(edit)))

    def is_gone(self, edit: Edit) -> bool:
        """Whether a person took out the words that it would change."""
        return any(done.is_deletion and _covers(done, edit) for done in self.hand)

    def is_done(self, edit: Edit) -> bool:
        """Whether a person did the same already."""
        return any(
            (done.start, done.end) == (edit.start, edit.end)
            and text_of(self.shown[done.first : done.last]) == text_of(self.after(edit))
            for done in self.hand
        )

    def is_disputed(self, edit: Edit) -> bool:
        """Whether a person changed the same words to others."""
        return any(_overlap(edit, done) for done in self.hand)

    def is_beside_hand(self, edit: Edit) -> bool:
        """Whether a person wrote something directly beside it."""
        return any(not done.is_deletion and done.start <= edit.end and edit.start <= done.end for done in self.hand)


def _is_date(token: Token) -> bool:
    return token.is_number and not token.is_figure and not token.piece.number


def _covers(outer: Edit, inner: Edit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlap(one: Edit, other: Edit) -> bool:
    if one.is_insertion or other.is_insertion:
        point, reach = (one, other) if one.is_insertion else (other, one)
        if one.is_insertion:  # where an insertion belongs is not known once its neighbours are others
            return reach.start <= point.start <= reach.end
        return reach.start < point.start < reach.end
    return one.start < other.end and other.start < one.end


def laid_out(written: Sequence[Pieces], fresh: Sequence[Pieces | None], shown: Sequence[Token]) -> Versions:
    """Lay the versions of a paragraph beside one another."""
    old: list[Token] = []
    new: list[Token] = []
    starts: list[tuple[int, int]] = []
    asked: list[Asked] = []
    first_clause = 0
    for number, (before, after) in enumerate(zip(written, fresh, strict=True)):
        here, there = tokens_of(before), tokens_of(before if after is None else after)
        asked += _asked(here, there, (len(old), len(new)), first_clause, number)
        first_clause += clauses(here)[-1] + 1
        starts.append((len(old), len(new)))
        old += here
        new += there
    if text_of(old) == text_of(shown) and not any(token.fixed for token in shown):
        shown = old  # a sign before a number may be read as its own
    hand = tuple(_by_hand(old, shown))
    return Versions(tuple(old), tuple(new), tuple(shown), tuple(starts), tuple(asked), hand, _places(hand, len(old)))


def _asked(
    old: Sequence[Token], new: Sequence[Token], offset: tuple[int, int], first_clause: int, passage: int
) -> Iterator[Asked]:
    own, (at, there) = clauses(old), offset
    for edit in edits(old, new, ([sense(token) for token in old], [sense(token) for token in new])):
        reach = range(first_clause + own[edit.start], first_clause + own[max(edit.start, edit.end - 1)] + 1)
        yield Asked(edit.moved(at, there), reach, passage)


def _by_hand(old: Sequence[Token], shown: Sequence[Token]) -> Iterator[Edit]:
    """What people changed: a number with a name is found by it, everything else by its text."""
    names = {token.piece.id for token in old} & {token.piece.id for token in shown} - {""}
    keys = [[token.piece.id if token.piece.id in names else (token.text,) for token in version] for version in (old, shown)]
    for edit in edits(old, shown, keys):
        if text_of(old[edit.start : edit.end]) != text_of(shown[edit.first : edit.last]):
            yield edit


def _places(hand: Sequence[Edit], count: int) -> dict[int, int]:
    found: dict[int, int] = {}
    at = there = 0
    for edit in (*hand, Edit(count, count, 0, 0)):
        found.update(zip(range(at, edit.start), range(there, there + edit.start - at), strict=True))
        at, there = edit.end, edit.last
    return found
