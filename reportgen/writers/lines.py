"""The lines around tables and charts, the same words in every format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document.model import Document, Footnote, Labels, Spans, Text

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def caption_gap(document: Document) -> str:
    """Return what stands between the label of a caption and its text: ``表1　规模``, ``Table 1. Size``."""
    return "　" if document.language == "zh" else ". "


def heading_text(number: str, language: str) -> str:
    """Return the number of a heading with the space that belongs between it and the text.

    >>> heading_text("一、", "zh"), heading_text("1.", "zh"), heading_text("1.1", "zh"), heading_text("1.", "en")
    ('一、', '1.', '1.1 ', '1. ')
    """
    return f"{number} " if number and (language == "en" or number[-1].isalnum()) else number


def unit_line(unit: str, labels: Labels) -> str:
    """Return ``单位：亿元、%``; empty where the table names no unit."""
    return _labelled(labels.unit, unit)


def source_line(source: str, labels: Labels) -> str:
    """Return the source with its label, which is not said twice; empty where there is no source."""
    return _labelled(labels.source, source)


def note_lines(notes: tuple[Spans, ...], document: Document) -> Iterator[Spans]:
    """Return the notes of a table: the first with the label, each with its number where there are several."""
    for position, spans in enumerate(notes, 1):
        number = heading_text(f"{position}.", document.language) if len(notes) > 1 else ""
        lead = (document.labels.note if position == 1 else "") + number
        yield (Text(lead), *spans) if lead else spans


def plain(spans: Spans, note: str = "") -> str:
    """Return the words of spans; ``note`` stands for each footnote."""
    return "".join(note if isinstance(span, Footnote) else span.text for span in spans)


def writable(text: str) -> str:
    """Return the text without the characters that neither XML nor UTF-8 can hold.

    >>> writable("7.7%\\x0b")
    '7.7%'
    """
    return _UNWRITABLE.sub("", text)


def _labelled(label: str, text: str) -> str:
    return text if not text or text.startswith(label.strip()) else label + text
