"""Spans to runs: words, traced figures, cross references, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document.model import Figure, Footnote, Reference, Span, Spans, Text
from reportgen.notices import ReferenceLoose
from reportgen.writers.docx.controls import control, named
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.xml import Element, find, w
from reportgen.writers.manifest import parted

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK = re.compile(r"\r\n|[\n\r\v\u2028\u2029]")
_LATIN_ONLY = re.compile(r"[\x00-\x7f\u00a0-\u024f\u2212\u2013]*")


def runs(manuscript: Manuscript, spans: Spans) -> list[Element]:
    """Return the runs of a paragraph's spans, in order."""
    return [run for span in spans for run in _span(manuscript, span)]


def _span(manuscript: Manuscript, span: Span) -> Iterator[Element]:
    match span:
        case Text():
            run = words(manuscript, span.text, strong=span.strong)
            yield named(manuscript, span, run) if span.number else run
        case Figure():
            yield from figure(manuscript, span)
        case Reference():
            yield from _reference(manuscript, span)
        case Footnote():
            yield _footnote(manuscript, span)


def words(manuscript: Manuscript, text: str, *, strong: bool = False) -> Element:
    """Return a run of plain words; a line feed in them starts a new line."""
    return w("r", _properties(manuscript, text, strong), *_text(text))


def figure(manuscript: Manuscript, span: Figure, points: float | None = None) -> Iterator[Element]:
    """Return a traced figure, in another size than its style has where ``points`` are given.

    This is the one place where a fact reaches the page of a report: its digits are a content control, bound to the part that says
    which fact it is. Unit and qualifier stand beside it, because LibreOffice 7.4 saves a control of two scripts several times over.
    """
    before, number, after = parted(span.text)
    for text in (before, number, after):
        if text:
            run = words(manuscript, text, strong=span.strong)
            run = sized(run, points) if points else run
            yield control(manuscript, span, number, run) if text is number else run


def sized(run: Element, points: float) -> Element:
    """Return the run with its type set in another size than its style has."""
    if find(run, "w:rPr") is None:
        run.insert(0, w("rPr"))
    run[0].extend([w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))])
    return run


def field(manuscript: Manuscript, instruction: str, shown: str) -> list[Element]:
    """Return a field with the result that it shows until somebody updates it."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", kept("instrText", f" {instruction} ")),
        w("r", w("fldChar", fldCharType="separate")),
        words(manuscript, shown),
        w("r", w("fldChar", fldCharType="end")),
    ]


def kept(name: str, text: str) -> Element:
    """Return a text element (``w:t``, ``w:instrText``) whose spaces are kept."""
    element = w(name, text)
    if text != text.strip():
        element.set(XML_SPACE, "preserve")
    return element


def _properties(manuscript: Manuscript, text: str, strong: bool) -> Element | None:
    style = w("rStyle", val=manuscript.look.style("Strong", "character")) if strong else None
    # Without the hint Word takes quotation marks and dashes, which both scripts share, from the Latin font.
    hint = w("rFonts", hint="eastAsia") if manuscript.chinese and not _LATIN_ONLY.fullmatch(text) else None
    return w("rPr", style, hint) if strong or hint is not None else None


def _text(text: str) -> Iterator[Element]:
    for position, line in enumerate(_BREAK.split(text)):
        if position:
            yield w("br")
        yield kept("t", line)


def _reference(manuscript: Manuscript, span: Reference) -> list[Element]:
    bookmark = manuscript.bookmarks.get(span.target)
    if bookmark is None:
        manuscript.notices.append(ReferenceLoose(span.text, span.target))
        return [words(manuscript, span.text)]
    return field(manuscript, f"REF {bookmark} \\h", span.text)


def _footnote(manuscript: Manuscript, span: Footnote) -> Element:
    style = manuscript.look.style("footnote reference", "character")
    mark = w("r", w("rPr", w("rStyle", val=style)), w("footnoteRef"))
    text = w("pPr", w("pStyle", val=manuscript.look.style("footnote text")))
    manuscript.footnotes.append(w("p", text, mark, words(manuscript, " "), *runs(manuscript, span.spans)))
    return w("r", w("rPr", w("rStyle", val=style)), w("footnoteReference", id=len(manuscript.footnotes)))
