"""Passages as tests write them: words, and numbers as ``[7.7%|iva.growth:2025|f1]``."""

from __future__ import annotations

import re

from reportgen.review.refresh.merge import Merged, merge
from reportgen.review.refresh.tokens import Token, text_of, tokens_of
from reportgen.writers.manifest import Piece, Pieces


def pieces(told: str) -> Pieces:
    parts = (part for part in re.split(r"(\[[^\]]*\])", told) if part)
    return tuple(_number(*part[1:-1].split("|")) if part.startswith("[") else Piece(part) for part in parts)


def _number(text: str, fact: str, name: str = "") -> Piece:
    return Piece(text, (fact,), name, text)


def shown(told: str) -> tuple[Token, ...]:
    """What a file shows: controls keep the names of numbers, their facts are not to be seen."""
    return tokens_of(tuple(Piece(piece.text, id=piece.id) for piece in pieces(told)))


def made(written: str, fresh: str, now: str) -> tuple[str, Merged]:
    """The text after a refresh, and what was done."""
    names = iter(f"f{number}" for number in range(90, 99))
    merged = merge([pieces(written)], [pieces(fresh)], shown(now), names.__next__)
    text = text_of(shown(now))
    for one in reversed(merged.writes):
        text = text[: one.start] + "".join(piece.text for piece in one.pieces) + text[one.end :]
    return text, merged


def states(merged: Merged) -> list[str]:
    return [change.state for change in merged.changes]
