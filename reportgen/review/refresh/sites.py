"""All texts of a file laid beside what was written, merged one by one: the same for reports and decks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.model import FactRecord
from reportgen.review.package import Element
from reportgen.review.pairing import tokens as parted
from reportgen.review.refresh.leaves import Fields, leaves, shown
from reportgen.review.refresh.merge import Merged, Write, merge
from reportgen.review.refresh.outcome import Entry, entries_of
from reportgen.review.refresh.pairs import origins, renewed
from reportgen.review.refresh.pen import Pen
from reportgen.review.refresh.tokens import Token, text_of
from reportgen.review.refresh.units import coherent
from reportgen.writers.manifest import Manifest, Passage, Piece, Pieces


@dataclass(frozen=True, slots=True)
class Site:
    """One paragraph of the file as it is now, or one alternative text."""

    part: str
    place: str
    """As passages call it."""
    where: str
    """As a person does."""
    element: Element
    attribute: str = ""
    """The attribute that holds the text, of an alternative text."""
    fields: tuple[bool, ...] = ()
    """The fields that are open where it begins."""
    unit: Element | None = None
    """The card, row or shape that it is in."""
    table: Element | None = None

    def tokens(self) -> tuple[Token, ...]:
        if self.attribute:
            return tuple(Token(text, Piece(text)) for text in parted(self.element.get(self.attribute, "")))
        return shown(leaves(self.element, Fields(self.fields)))

    def write(self, writes: Sequence[Write], pen: Pen) -> None:
        if not self.attribute:
            pen.write(self.element, writes, self.fields)
            return
        text = self.element.get(self.attribute, "")
        for one in reversed(writes):
            text = text[: one.start] + "".join(piece.text for piece in one.pieces) + text[one.end :]
        self.element.set(self.attribute, text)


@dataclass(frozen=True, slots=True)
class Renewed:
    """The texts after a refresh."""

    passages: tuple[Passage, ...]
    """What counts as written from now on."""
    entries: tuple[Entry, ...]
    parts: frozenset[str]
    """Those that were changed."""


def renew(sites: Sequence[Site], before: Manifest, after: Manifest, pen: Pen, name: Callable[[], str] = str) -> Renewed:
    """Merge what the new facts say into every text of a file."""
    fresh = renewed(before.passages, after.passages)
    if says_the_same(before, after):
        fresh = {index: there for index, there in fresh.items() if before.passages[index].open}
    passages = list(before.passages)
    found: list[Entry] = []
    parts: set[str] = set()
    tokens = [site.tokens() for site in sites]
    made_of = _made_of(before, sites, tokens)
    fresh = coherent(sites, made_of, fresh, before, after)
    for site, own, indices in zip(sites, tokens, made_of, strict=True):
        if not indices:
            continue
        merged = _merged(own, indices, before, after, fresh, name)
        if merged.writes:
            site.write(merged.writes, pen)
            parts.add(site.part)
        for index, pieces in zip(indices, merged.base, strict=True):
            left = any(change.state == "left" for change in merged.changes)
            passages[index] = replace(before.passages[index], pieces=pieces, open=left)
        found += entries_of(site.where, merged.changes)
    unseen = set(range(len(passages))) - {index for indices in made_of for index in indices}
    for index in unseen & set(fresh):  # a person took it out
        passages[index] = replace(passages[index], pieces=_unseen(before.passages[index], after.passages[fresh[index]]))
    where = {
        index: site.where
        for site, own, indices in zip(sites, tokens, made_of, strict=True)
        for index in indices
        if not all(token.fixed for token in own)
    }
    found += () if says_the_same(before, after) else _unpaired(before, after, fresh, where)
    return Renewed(tuple(passages), tuple(found), frozenset(parts))


def says_the_same(before: Manifest, after: Manifest) -> bool:
    """Whether a file made anew rests on what the file rests on already: then there is nothing to be changed but what was left."""
    bare = [replace(manifest, passages=(), drawn=(), facts=()) for manifest in (before, after)]
    return bare[0] == bare[1] and before.facts[: len(after.facts)] == after.facts


def _made_of(before: Manifest, sites: Sequence[Site], tokens: Sequence[tuple[Token, ...]]) -> list[list[int]]:
    names = [[token.piece.id for token in own if token.piece.id] for own in tokens]
    return origins(before.passages, [site.place for site in sites], [text_of(own) for own in tokens], names)


def _merged(
    own: tuple[Token, ...],
    indices: Sequence[int],
    before: Manifest,
    after: Manifest,
    fresh: dict[int, int],
    name: Callable[[], str],
) -> Merged:
    written = [before.passages[index].pieces for index in indices]
    anew = [
        _counted(pieces, after.passages[fresh[n]].pieces) if n in fresh else None
        for n, pieces in zip(indices, written, strict=True)
    ]
    return merge(written, anew, own, name)


_ORDINAL = re.compile(r"[第（(]?(?:[一二三四五六七八九十]{1,4}|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})[、章节）)\s]?")


def _counted(old: Pieces, new: Pieces) -> Pieces:
    """A heading made anew with the number that it has in the file, whose sections may be others."""
    if not old or not new or old[0].facts or new[0].facts:
        return new
    before, after = _ORDINAL.match(old[0].text), _ORDINAL.match(new[0].text)
    if before and after and old[0].text[before.end() :] == new[0].text[after.end() :]:
        return (replace(new[0], text=old[0].text), *new[1:])
    return new


def _unseen(old: Passage, new: Passage) -> Pieces:
    """A passage that is no longer in the file, as it would be now."""
    return merge([old.pieces], [new.pieces], ()).base[0]


def _unpaired(before: Manifest, after: Manifest, fresh: dict[int, int], where: dict[int, str]) -> Iterator[Entry]:
    """Passages on one side only; they are neither added nor taken out."""
    for index, passage in enumerate(before.passages):
        if index not in fresh and index in where and _says_something(passage):
            yield Entry("gone", where[index], passage.text, facts=_facts(passage), note="the facts no longer say this")
    for index in sorted(set(range(len(after.passages))) - set(fresh.values())):
        passage = after.passages[index]
        if _says_something(passage):
            yield Entry("new", passage.place, new=passage.text, facts=_facts(passage), note="the facts say this as well")


def _says_something(passage: Passage) -> bool:
    return bool(passage.text.strip(" —–-"))


def _facts(passage: Passage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for piece in passage.pieces for fact in piece.facts))


def records(before: Manifest, after: Manifest, passages: Sequence[Passage]) -> tuple[FactRecord, ...]:
    """The facts that a refreshed file rests on: the new ones, and old ones that it still says."""
    known = {record.id for record in after.facts}
    said = {fact for passage in passages for fact in _facts(passage)} - known
    return (*after.facts, *(record for record in before.facts if record.id in said))
