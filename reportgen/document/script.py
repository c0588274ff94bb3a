"""What a speaker reads out: the paragraphs before a slide without the words that lead to a figure or table of the report.

``增长7.7%（见图1）。`` loses its brackets, ``各项工作的进展见表3，这里不再重复。`` the clause that only leads there; a paragraph of
which nothing is left goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportgen.document.markup import merge
from reportgen.document.model import Reference, Span, Spans, Text

_LEADS_AWAY = "\uffff"
"""Stands for a reference while clauses are taken out."""
_FIRST_KEPT = 0xE000
"""Characters from here on, for private use, stand for figures, footnotes and words in bold."""
_WITHIN = r"(?:[^。；，：（）().,;]|[.,;](?=\S))*"
_CLAUSE = re.compile(_WITHIN + _LEADS_AWAY + _WITHIN)
_BEFORE_BRACKET = re.compile(r"[、，；](?=）)| ?\(\)")
_MEETING = re.compile(r"[.,;](?: *[.,;](?=\s|$))+")
"""Latin marks that met; what puts the text in order knows the Chinese ones."""
Tidy = Callable[[str], str]
"""Puts the marks of a text in order, by the rules of its language."""


def spoken(paragraphs: Iterable[Spans], tidy: Tidy) -> tuple[Spans, ...]:
    """The paragraphs as they are read out, without those that say nothing any more."""
    return tuple(said for spans in paragraphs if (said := _spoken(spans, tidy)))


def _spoken(spans: Spans, tidy: Tidy) -> Spans:
    if not any(isinstance(span, Reference) for span in spans):
        return spans
    kept = [span for span in spans if not isinstance(span, Reference) and not _is_plain(span)]
    numbers = iter(range(_FIRST_KEPT, _FIRST_KEPT + len(kept)))
    text = "".join(_LEADS_AWAY if isinstance(span, Reference) else _letters(span, numbers) for span in spans)
    text = _BEFORE_BRACKET.sub("", _CLAUSE.sub("", text))
    text = _MEETING.sub(lambda marks: "." if "." in marks[0] else marks[0][0], text)
    return merge(list(_restored(tidy(text), kept)))


def _is_plain(span: Span) -> bool:
    return isinstance(span, Text) and not span.strong


def _letters(span: Span, numbers: Iterator[int]) -> str:
    return span.text if isinstance(span, Text) and not span.strong else chr(next(numbers))


def _restored(text: str, kept: Sequence[Span]) -> Iterator[Span]:
    last = _FIRST_KEPT + len(kept) - 1
    for part in re.split(f"([\ue000-{chr(max(last, _FIRST_KEPT))}])", text):
        yield kept[ord(part) - _FIRST_KEPT] if len(part) == 1 and _FIRST_KEPT <= ord(part) <= last else Text(part)
