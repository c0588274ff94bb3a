"""Texts of a document in another language than its own: what the dataset or a template has no words for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from reportgen.document.model import Document
from reportgen.notices import TermsForeign

_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+(?:[^\n]*[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+)?")
"""Chinese characters and punctuation with what stands between them."""
INDENT = "\u3000"
"""Sets off a programme of the table below its parent."""


def foreign(document: Document) -> tuple[TermsForeign, ...]:
    """One notice of the Chinese in a document of another language; none where there is none."""
    if document.language == "zh":
        return ()
    read = replace(document, facts=(), names=())  # what readers do not see keeps the words of the sources
    found = (match[0].strip() for text in _texts(read) for match in _CHINESE.finditer(text.lstrip(INDENT)))
    terms = tuple(dict.fromkeys(filter(None, found)))
    return (TermsForeign(document.language, terms),) if terms else ()


def _texts(value: object) -> Iterator[str]:
    """Every text of a tree of values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
