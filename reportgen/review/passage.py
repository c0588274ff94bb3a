"""A document as the audit sees it: passages of text, each with a place that a person can find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportgen.review.surroundings import Around

NOTHING = Around()


@dataclass(frozen=True, slots=True)
class Mark:
    """The identity of a number in a file of ours."""

    start: int
    end: int
    facts: tuple[str, ...]
    """Ids of the facts that the number was written from; empty where it has none."""
    text: str = ""
    """The number as it was written."""
    id: str = ""
    """The name of the content control that holds it; empty where none does."""
    kind: str = ""
    """What a number without facts is: ``count`` of the document's own facts, ``constant`` of a formula."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, cell, label or note."""

    text: str
    place: str
    """Such as ``三、企业培育 › paragraph 2``, ``表2 › row 3 column 2``, ``notes of slide 5``."""
    around: Around = NOTHING
    bare: bool = False
    """Whether its numbers may have their unit elsewhere, as in a cell or a chart."""
    listing: bool = False
    """Whether its numbers are of the document itself: of its lines and pages, or of a line across a chart that says so (``计划＝100%``)."""
    shown: str = ""
    """Of a value in the workbook of a chart, what the chart shows; empty where that is not known."""
    marks: tuple[Mark, ...] = ()
    holder: str = ""
    """What the file calls the shape, picture or part that holds it."""
    point: tuple[str, int] | None = None
    """Of a value of a chart the name of its series and its number in it."""
    anchor: Any = None
    """The element of the file that holds the text, for comments; of no meaning elsewhere."""


@dataclass(frozen=True, slots=True)
class Document:
    """The passages of one file in reading order."""

    name: str
    passages: tuple[Passage, ...]
    pictures: tuple[Passage, ...] = ()
    """What pictures of charts show, in a file of ours that says so."""
    ours: bool = False
    """Whether numbers in it carry their identity, so that one without it was typed by hand."""
