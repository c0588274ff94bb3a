"""What a refresh did and did not do, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportgen.facts.model import Language
from reportgen.notices import Notice
from reportgen.review.refresh.merge import Change

State = Literal["updated", "left", "by hand", "new", "gone"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change that the facts ask for, or one that a person made against them."""

    state: State
    """``updated``; ``left``: a person changed the same words; ``by hand``: a person wrote another number than the facts have;
    ``new``: the facts say more than the file does; ``gone``: the file says what the facts no longer do."""
    place: str
    """Where it stands, for a person who looks for it."""
    old: str = ""
    """As it was written."""
    new: str = ""
    """As the facts have it now."""
    now: str = ""
    """What the file says, where it was left."""
    facts: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is left for a person."""
        return self.state != "updated"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A file after a refresh."""

    data: bytes
    """The very bytes that were given where nothing had to be changed."""
    entries: tuple[Entry, ...]
    changed: bool
    language: Language
    """Of the document."""
    notices: tuple[Notice, ...] = ()


def entries_of(place: str, changes: Sequence[Change]) -> tuple[Entry, ...]:
    """Changes of a paragraph with the place where they were made."""
    return tuple(Entry(change.state, place, change.old, change.new, change.now, change.facts, change.note) for change in changes)
