"""Captions that Word can count, list and refer to."""

from __future__ import annotations

import re

from reportgen.document.model import Chart, Table
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import bookmarked, paragraph
from reportgen.writers.docx.runs import field, words
from reportgen.writers.docx.xml import Element
from reportgen.writers.lines import caption_gap

_LABEL = re.compile(r"(?P<name>.*?)(?P<gap>\s*)(?P<number>\d+)")


def caption(manuscript: Manuscript, block: Table | Chart, style: str) -> Element:
    """Return the caption of a block: its label as a ``SEQ`` field inside the bookmark that references use, then its text."""
    label = bookmarked(manuscript, manuscript.bookmarks[block.anchor], _label(manuscript, block.label))
    text = words(manuscript, caption_gap(manuscript.document) + block.caption) if block.caption else None
    return paragraph(manuscript.look, style, *label, *([text] if text is not None else []))


def _label(manuscript: Manuscript, label: str) -> list[Element]:
    parts = _LABEL.fullmatch(label)
    if not parts or not parts["name"]:
        return [words(manuscript, label)]
    counted = field(manuscript, f"SEQ {parts['name'].replace(' ', '_')} \\* ARABIC", parts["number"])
    return [words(manuscript, parts["name"] + parts["gap"]), *counted]
