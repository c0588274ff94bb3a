"""Markup of what the narrative says: Markdown text in which every number is a span that names its facts.

``[7.7%]{facts="iva.growth:2025#001"}`` is such a span. Templates never write it: look-ups and filters make it. Whatever comes from the
data is escaped at that point, so that a name can never become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r"([\\`*_\[\]{}<>#|~^!:&]|^[-+=])")
"""What Markdown gives a meaning to, wherever it stands or at the start of a line: items, rules and underlines of headings."""
_NUMBERED = re.compile(r"^(\d+)([.)]\s)")


class Said(str):
    """Markdown that may stand as it is."""

    __slots__ = ()


def escape(text: str) -> Said:
    """Plain text as Markdown that reads the same.

    >>> escape("a*b")
    'a\\\\*b'
    >>> escape("- a"), escape("1. a"), escape("R&amp;D")
    ('\\\\- a', '1\\\\. a', 'R\\\\&amp;D')
    """
    return Said(_NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text)))


def figure(text: str, facts: Iterable[str]) -> Said:
    """A number with the ids of its facts."""
    return Said(f'[{escape(text)}]{{facts="{" ".join(facts)}"}}')


def joined(parts: Iterable[str], separator: str) -> Said:
    """Parts, each already markup, with a plain separator between them."""
    return Said(separator.join(parts))
