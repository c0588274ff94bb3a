"""Passages as tokens: words character by character, a number as one token that knows its facts."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reportgen.review.pairing import tokens as parted
from reportgen.writers.manifest import Piece, Pieces

_CLOSING = frozenset("，。；：！？、,;.!?\n")
"""Signs that end a clause; the digits of a number are one token, so its points and commas are none of these."""


@dataclass(frozen=True, slots=True)
class Token:
    """The least that is compared and replaced."""

    text: str
    piece: Piece
    """What it is a part of."""
    fixed: bool = False
    """Whether it is the result of a field, which is the program's own to write."""

    @property
    def is_figure(self) -> bool:
        """Whether it is the whole number of a fact."""
        return bool(self.piece.facts) and self.text == self.piece.text

    @property
    def is_number(self) -> bool:
        return _is_number(self.text)


def _is_number(text: str) -> bool:
    return text[-1:].isdigit() or (text[-1:] == "%" and len(text) > 1)


def tokens_of(pieces: Pieces) -> tuple[Token, ...]:
    """The tokens of a passage; joined they are its text."""
    return tuple(_tokens(pieces))


def _tokens(pieces: Pieces) -> Iterator[Token]:
    for piece in pieces:
        if piece.id or (piece.facts and _is_number(piece.text)):
            yield Token(piece.text, piece)
        else:
            yield from (Token(text, piece) for text in parted(piece.text))


def series(fact: str) -> str:
    """What a fact is of, whatever its time and source.

    >>> series("iva.growth/chains:2025#001")
    'iva.growth/chains'
    """
    return fact.partition(":")[0]


def sense(token: Token) -> Hashable:
    """What two versions of a passage have in common where only the data changed: the series of a figure, the place of a number."""
    if token.is_figure:
        return ("figure", series(token.piece.facts[0]))
    return "#" if token.is_number else token.text


def text_of(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens)


def pieces_from(tokens: Sequence[Token]) -> Pieces:
    """Tokens back to pieces; those of one piece that follow one another are one piece again."""
    found: list[Piece] = []
    last: Piece | None = None
    for token in tokens:
        if found and token.piece is last and not (token.is_figure or token.piece.id):
            found[-1] = replace(found[-1], text=found[-1].text + token.text)
        else:
            found.append(replace(token.piece, text=token.text))
        last = token.piece
    return tuple(found)


def clauses(tokens: Sequence[Token]) -> list[int]:
    """The number of the clause that each token belongs to, and that of an end of the text; a sign that ends a clause is its last."""
    found, clause = [], 0
    for token in tokens:
        found.append(clause)
        clause += token.text in _CLOSING and not token.is_figure
    return [*found, clause]


@dataclass(frozen=True, slots=True)
class Edit:
    """Tokens ``start`` to ``end`` of the old text became ``first`` to ``last`` of the new one."""

    start: int
    end: int
    first: int
    last: int
    is_exchange: bool = False
    """Whether one token took the place of one that means the same: another value of a figure, another year."""

    @property
    def is_insertion(self) -> bool:
        return self.start == self.end

    @property
    def is_deletion(self) -> bool:
        return self.first == self.last

    def moved(self, old: int, new: int) -> Edit:
        """The edit in longer texts, of which these are a part."""
        return Edit(self.start + old, self.end + old, self.first + new, self.last + new, self.is_exchange)


def edits(old: Sequence[Token], new: Sequence[Token], keys: Sequence[Sequence[Hashable]]) -> tuple[Edit, ...]:
    """How the old text became the new one; ``keys`` say what each token of both is compared by."""
    return tuple(_edits(old, new, keys))


def _edits(old: Sequence[Token], new: Sequence[Token], keys: Sequence[Sequence[Hashable]]) -> Iterator[Edit]:
    for kind, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(a, b, c, d)
            continue
        for here, there in zip(range(a, b), range(c, d), strict=True):
            if old[here].text != new[there].text or old[here].piece.facts != new[there].piece.facts:
                yield Edit(here, here + 1, there, there + 1, is_exchange=True)
