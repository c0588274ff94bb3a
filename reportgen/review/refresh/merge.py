"""The three-way merge of one paragraph: what new facts changed is applied where nobody else changed anything.

Numbers and the words around them belong together: where a clause gets other words (增长 becomes 下降), it is changed as a whole or not at
all, and where a date changes, so is the paragraph, so that nothing is said that neither the facts nor a person ever said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from reportgen.review.refresh.tokens import Edit, Token, pieces_from, text_of
from reportgen.review.refresh.versions import Asked, Versions, laid_out
from reportgen.writers.manifest import Pieces

State = Literal["updated", "left", "by hand"]


@dataclass(frozen=True, slots=True)
class Change:
    """What the facts changed in a text, and what became of it."""

    state: State
    """``left``: a person changed the same words; ``by hand``: a person wrote another number than the facts have."""
    old: str
    new: str
    """As the facts have it now."""
    now: str = ""
    """What the file says where it was left."""
    facts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Write:
    """One stretch of the text that is shown to be replaced."""

    start: int
    """In characters."""
    end: int
    pieces: Pieces
    """What comes in its place; empty where it is taken out."""
    kept: str = ""
    """The name of the number that gets another value, or another fact, in its place."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be done to a paragraph."""

    writes: tuple[Write, ...]
    """In the order of the text, apart from one another."""
    base: tuple[Pieces, ...]
    """What counts as written from now on, for each passage that the paragraph was made of."""
    changes: tuple[Change, ...]


Name = Callable[[], str]
"""Gives a number that was not there before its name; in decks numbers have none."""


def merge(written: Sequence[Pieces], fresh: Sequence[Pieces | None], shown: Sequence[Token], name: Name = str) -> Merged:
    """Merge what new facts changed in one paragraph into what people made of it.

    ``written`` are the passages that the paragraph was made of, mostly one; ``fresh`` what each of them is with the new facts,
    ``None`` where there is no such passage any more; ``shown`` the paragraph as it is in the file.
    """
    versions = laid_out(written, fresh, shown)
    taken: set[Edit] = set()
    writes: list[Edit] = []
    changes: list[Change] = []
    for group in _groups(versions):
        if _is_left(versions, group):
            taken.update(edit for edit in group if versions.is_quiet(edit))
            changes.append(_left(versions, group))
            continue
        taken.update(group)
        made = [edit for edit in group if _is_to_write(versions, edit)]
        writes += made
        changes += _updated(versions, made)
    named = _named(versions, taken, name)
    changes += _typed(versions)
    offsets = (0, *accumulate(len(token.text) for token in versions.shown))
    return Merged(tuple(_write(versions, edit, named, offsets) for edit in writes), _base(versions, taken, named), tuple(changes))


# --- what becomes of each change -------------------------------------------------------------------------------------------


def _groups(versions: Versions) -> list[list[Edit]]:
    """Changes that are made together or not at all, in the order of the text."""
    asked = [one for one in versions.asked if not versions.is_fixed(one.edit) and not versions.is_layout(one.edit)]
    if any(versions.is_date(one.edit) and not versions.is_gone(one.edit) for one in asked):
        return [[one.edit for one in asked]]
    wordy = {clause for one in asked if versions.is_wordy(one.edit) for clause in one.clauses}
    groups: list[list[Asked]] = []
    for one in asked:
        last = groups[-1][-1] if groups else None
        if last and wordy & set(one.clauses) & set(last.clauses):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [[one.edit for one in group] for group in groups]


def _is_left(versions: Versions, group: Sequence[Edit]) -> bool:
    """Whether a person has changed some of the words that would change together."""
    dated = any(versions.is_date(edit) for edit in group)  # then a number that a person typed is one of another year
    open_ = [edit for edit in group if not versions.is_done(edit) and (dated or not versions.is_quiet(edit))]
    gone = [edit for edit in open_ if versions.is_gone(edit)]
    rest = [edit for edit in open_ if edit not in gone]
    if any(versions.is_disputed(edit) or _is_unwritable(versions, edit) for edit in rest):
        return True
    return any(_beside(versions, one, other) for one in gone for other in rest)


def _is_unwritable(versions: Versions, edit: Edit) -> bool:
    """Whether lines would be broken otherwise."""
    return bool(set("\n\t") & set(text_of((*versions.before(edit), *versions.after(edit)))))


def _beside(versions: Versions, one: Edit, other: Edit) -> bool:
    """Whether two changes fall into one clause."""
    reach = {asked.edit: set(asked.clauses) for asked in versions.asked}
    return bool(reach[one] & reach[other])


def _is_to_write(versions: Versions, edit: Edit) -> bool:
    """Whether there is something to be done in the file: a number that only stands for another fact is given its new identity."""
    if versions.is_gone(edit) or versions.is_done(edit):
        return False
    return not versions.is_quiet(edit) or (edit.start in versions.place and bool(versions.old[edit.start].piece.id))


# --- what is said of it ----------------------------------------------------------------------------------------------------


def _updated(versions: Versions, made: Sequence[Edit]) -> Iterator[Change]:
    visible = [edit for edit in made if not versions.is_quiet(edit)]
    if not visible:
        return
    note = "a person wrote beside it; read it again" if any(versions.is_beside_hand(edit) for edit in visible) else ""
    for edit in _reach(visible):
        old, new = _told(versions, edit)
        yield Change("updated", old, new, "", _facts(versions, edit), note)


def _told(versions: Versions, edit: Edit) -> tuple[str, str]:
    """A change as a person reads it: a number with its unit, and words with those around them."""
    before, after = versions.before(edit), versions.after(edit)
    if edit.is_exchange and before[0].is_figure and before[0].is_number:
        return before[0].piece.whole or before[0].text, after[0].piece.whole or after[0].text
    if any(token.is_figure for token in (*before, *after)):
        return _words(before), _words(after)
    lead, tail = versions.old[max(edit.start - _AROUND, 0) : edit.start], versions.old[edit.end : edit.end + _AROUND]
    return _words((*lead, *before, *tail)), _words((*lead, *after, *tail))


def _left(versions: Versions, group: Sequence[Edit]) -> Change:
    visible = [edit for edit in group if not versions.is_quiet(edit)]
    whole = _spanned(visible)
    now = _shown_for(versions, whole)
    return Change("left", _words(versions.before(whole)), _words(versions.after(whole)), now, _facts(versions, whole), _WHY)


_WHY = "a person changed the same words"


def _reach(made: Sequence[Edit]) -> Iterator[Edit]:
    """Changes near one another told as one: 增长7.7% became 下降2.1%."""
    near: list[Edit] = []
    for edit in made:
        if near and edit.start - near[-1].end > _NEAR:
            yield _spanned(near)
            near = []
        near.append(edit)
    if near:
        yield _spanned(near)


_NEAR = 4
"""Tokens between two changes that are told as one."""
_AROUND = 4
"""Tokens told before and after words that have no number in them."""


def _spanned(edits: Sequence[Edit]) -> Edit:
    return Edit(edits[0].start, edits[-1].end, edits[0].first, edits[-1].last)


def _words(tokens: Sequence[Token]) -> str:
    return text_of(tokens).strip()


def _facts(versions: Versions, edit: Edit) -> tuple[str, ...]:
    tokens = (*versions.after(edit), *versions.before(edit))
    return next((token.piece.facts for token in tokens if token.is_figure), ())


def _shown_for(versions: Versions, edit: Edit) -> str:
    """What stands in the file from the change before a stretch to the one after it."""
    firsts = [versions.place[n] for n in range(edit.start, edit.end) if n in versions.place]
    hands = [done for done in versions.hand if done.start <= edit.end and edit.start <= done.end]
    start = min([*firsts, *(done.first for done in hands)], default=0)
    end = max([*(n + 1 for n in firsts), *(done.last for done in hands)], default=0)
    return _words(versions.shown[start:end])


def _typed(versions: Versions) -> Iterator[Change]:
    """Numbers that a person typed over, where the facts have another one."""
    asked = {one.edit.start: one.edit for one in versions.asked if one.edit.is_exchange}
    for done in versions.hand:
        old = versions.old[done.start] if done.end - done.start == done.last - done.first == 1 else None
        edit = asked.get(done.start)
        if old is None or not old.is_figure or (edit and not versions.is_quiet(edit)):
            continue  # what the facts changed as well is told already
        now = versions.shown[done.first].text
        yield Change("by hand", old.text, old.text, now, old.piece.facts, "a person typed this number")


# --- what is written -------------------------------------------------------------------------------------------------------


def _named(versions: Versions, taken: set[Edit], name: Name) -> tuple[Token, ...]:
    """The new tokens with names: those of the numbers whose place they take, or names of their own."""
    new = list(versions.new)
    at = there = 0
    for edit in (*(one.edit for one in versions.asked), Edit(len(versions.old), len(versions.old), len(new), len(new))):
        kept = zip(range(at, edit.start), range(there, edit.first), strict=True)
        pairs = [*kept, (edit.start, edit.first)] if edit.is_exchange else [*kept]
        for here, number in pairs:
            new[number] = _called(new[number], versions.old[here].piece.id)
        if edit in taken and not edit.is_exchange:
            new[edit.first : edit.last] = [
                _called(token, name()) if token.is_figure else token for token in new[edit.first : edit.last]
            ]
        at, there = edit.end, edit.last
    return tuple(new)


def _called(token: Token, id_: str) -> Token:
    return replace(token, piece=replace(token.piece, id=id_)) if token.is_figure and token.piece.id != id_ else token


def _write(versions: Versions, edit: Edit, named: Sequence[Token], offsets: Sequence[int]) -> Write:
    pieces = tuple(piece for piece in pieces_from(named[edit.first : edit.last]) if piece.text)
    if edit.is_insertion:
        before = versions.place.get(edit.start - 1)
        at = offsets[before + 1] if before is not None else offsets[versions.place.get(edit.start, len(versions.shown))]
        return Write(at, at, pieces)
    first, last = versions.place[edit.start], versions.place[edit.end - 1]
    kept = versions.shown[first].piece.id if edit.is_exchange and pieces and pieces[0].facts else ""
    return Write(offsets[first], offsets[last + 1], pieces, kept)


def _base(versions: Versions, taken: set[Edit], named: Sequence[Token]) -> tuple[Pieces, ...]:
    """The passages with the changes that count as made; the others are asked for again the next time."""
    return tuple(_passage(versions, number, taken, named) for number in range(len(versions.starts)))


def _passage(versions: Versions, number: int, taken: set[Edit], named: Sequence[Token]) -> Pieces:
    """One passage: wholly as it is made anew, or put together."""
    asked = [one.edit for one in versions.asked if one.passage == number]
    whole, anew = versions.reach(number)
    if taken.issuperset(asked):
        return pieces_from(named[anew.start : anew.stop])
    return pieces_from(list(_rewritten(versions, asked, whole, taken, named)))


def _rewritten(
    versions: Versions, asked: Sequence[Edit], whole: range, taken: set[Edit], named: Sequence[Token]
) -> Iterator[Token]:
    at = whole.start
    for edit in asked:
        yield from versions.old[at : edit.start]
        yield from named[edit.first : edit.last] if edit in taken else versions.before(edit)
        at = edit.end
    yield from versions.old[at : whole.stop]
