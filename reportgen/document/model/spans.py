"""Runs of text: words, traced numbers, cross references, footnotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NumberKind = Literal["", "count", "constant"]
"""``count``: of the facts that a source gives, made by the document itself. ``constant``: of a formula."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words without a traced number."""

    text: str
    strong: bool = False
    number: NumberKind = ""
    """What the words are where they are a number without a fact of its own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is to be read, with the identity of what it says."""

    text: str
    """The whole expression, qualifier and unit included where they are printed: ``7000余万元``, ``7.7%``, ``第9位``."""
    facts: tuple[str, ...]
    """Ids of the facts that the number stands for; never empty."""
    derived: bool = False
    """Whether the value was computed and not printed in a source."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross reference to a captioned block (``见图1``): ``text`` is the label of the block with anchor ``target``."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that hangs on the place where it stands."""

    spans: tuple[Text | Figure, ...]


Span = Text | Figure | Reference | Footnote
Spans = tuple[Span, ...]


def words_of(spans: Spans) -> str:
    """The text of spans, without footnotes.

    >>> words_of((Text("增长"), Figure("7.7%", ("iva.growth:2025",)), Footnote((Text("可比价"),))))
    '增长7.7%'
    """
    return "".join(span.text for span in spans if not isinstance(span, Footnote))
