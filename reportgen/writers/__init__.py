"""Documents to bytes: plain text, Word, PowerPoint.

Each writer takes a :class:`~reportgen.document.model.Document` and decides nothing about its content. The Office writers
also take a look (a reference file whose styles or layouts they use) and return :class:`Written`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.notices import Notice


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file in memory, and what could not be done as asked."""

    data: bytes
    """The whole file; the same bytes for the same document and look."""
    notices: tuple[Notice, ...] = ()
