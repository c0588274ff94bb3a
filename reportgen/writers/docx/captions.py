"""Captions that Word can count, list and refer to."""

from __future__ import annotations

import re

from reportgen.document.model import Chart, Spans, Table, Text, words_of
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import bookmarked, paragraph
from reportgen.writers.docx.runs import field, runs, words
from reportgen.writers.docx.xml import Element
from reportgen.writers.lines import caption_gap

_LABEL = re.compile(r"(?P<name>.*?)(?P<gap>\s*)(?P<number>\d+)")


def caption(manuscript: Manuscript, block: Table | Chart, style: str) -> Element:
    """Return the caption of a block: its label as a ``SEQ`` field inside the bookmark that references use, then its text."""
    label = bookmarked(manuscript, manuscript.bookmarks[block.anchor], _label(manuscript, block.label))
    subject = block.subject if isinstance(block, Chart) else (Text(block.caption),)
    return paragraph(manuscript.look, style, *label, *runs(manuscript, _led(caption_gap(manuscript.document), subject)))


def _led(gap: str, subject: Spans) -> Spans:
    """Return what the caption says behind the gap; nothing where it says nothing."""
    if not words_of(subject):
        return ()
    first, *rest = subject
    return (Text(gap + first.text), *rest) if isinstance(first, Text) else (Text(gap), *subject)


def _label(manuscript: Manuscript, label: str) -> list[Element]:
    parts = _LABEL.fullmatch(label)
    if not parts or not parts["name"]:
        return [words(manuscript, label)]
    counted = field(manuscript, f"SEQ {parts['name'].replace(' ', '_')} \\* ARABIC", parts["number"])
    return [words(manuscript, parts["name"] + parts["gap"]), *counted]
