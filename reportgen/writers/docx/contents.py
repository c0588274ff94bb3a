"""The contents page: a field that carries its whole result, so that it is right before anybody updates it.

Each line leads to its heading and ends in a field with the heading's page. The pages are known only when the report has been
set, so the report is written with empty fields, set once by LibreOffice (:mod:`.pagination`), and the numbers are put in.
Where that cannot be done, the lines stand without page numbers, and a notice says so. Word's own command to update the field
gives the same page again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.notices import PagesUnknown
from reportgen.writers.docx.headings import Entry, entries
from reportgen.writers.docx.manuscript import Manuscript, heading_bookmark
from reportgen.writers.docx.pagination import PagesUnknownError
from reportgen.writers.docx.paragraphs import paragraph
from reportgen.writers.docx.runs import kept, words
from reportgen.writers.docx.xml import Element, w

Paginate = Callable[[bytes, Sequence[str]], Sequence[int]]
"""From a Word file and the headings in it to the page of each, counted from 1; raises :class:`PagesUnknownError`."""
STYLES = ("TOC Heading", "toc 1", "toc 2", "toc 3")


@dataclass(slots=True)
class Contents:
    """A contents page on its way: its lines, and what waits for the page numbers."""

    entries: tuple[Entry, ...]
    numbers: list[Element] = field(default_factory=list)
    """The text elements that take the page numbers, one an entry."""
    tails: list[Element] = field(default_factory=list)
    """The runs of each entry that go where its page is not known."""


def styles_of(levels: int) -> tuple[str, ...]:
    """Return the names of the styles of a contents page of so many levels."""
    return STYLES[: levels + 1]


def contents(manuscript: Manuscript) -> tuple[Contents, list[Element]]:
    """Return the contents page of a report, without page numbers as yet, and its elements."""
    levels = manuscript.look.settings.contents_levels
    page = Contents(tuple(entries(manuscript.document, levels)))
    title = paragraph(manuscript.look, "TOC Heading", words(manuscript, manuscript.document.labels.contents))
    lines = [_line(manuscript, page, entry) for entry in page.entries]
    _enclose(lines, f' TOC \\o "1-{levels}" \\h \\z \\u ')
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return page, [w("sdt", w("sdtPr", gallery), w("sdtContent", title, *lines))]


def fill(manuscript: Manuscript, page: Contents, data: bytes, paginate: Paginate, first: int) -> None:
    """Put the pages of the headings of the report ``data`` into its contents page; ``first`` is the page of its first heading.

    Where ``first`` is 0, pages are counted from the first of the file.
    """
    try:
        found = paginate(data, [entry.text for entry in page.entries])
    except PagesUnknownError as fault:
        manuscript.notices.append(PagesUnknown(str(fault)))
        for tail in page.tails:
            tail.getparent().remove(tail)  # type: ignore[union-attr]
        return
    before = found[0] - first if first and found else 0
    for element, number in zip(page.numbers, found, strict=True):
        element.text = str(number - before)


def _line(manuscript: Manuscript, page: Contents, entry: Entry) -> Element:
    bookmark = heading_bookmark(entry.anchor)
    number = w("t", "1")
    tail = [w("r", w("tab")), *_mark("begin"), w("r", kept("instrText", f" PAGEREF {bookmark} \\h ")), *_mark("separate"),
            w("r", number), *_mark("end")]  # fmt: skip
    page.numbers.append(number)
    page.tails.extend(tail)
    link = w("hyperlink", words(manuscript, entry.text), *tail, anchor=bookmark, history=1)
    tabs = w("tabs", w("tab", val="right", leader="dot", pos=manuscript.look.width))
    return paragraph(manuscript.look, f"toc {entry.level}", link, more=(tabs,))


def _enclose(lines: list[Element], instruction: str) -> None:
    """Put the beginning of the field before the first line and its end behind the last one."""
    if lines:
        for position, run in enumerate((*_mark("begin"), w("r", kept("instrText", instruction)), *_mark("separate")), 1):
            lines[0].insert(position, run)
        lines[-1].extend(_mark("end"))


def _mark(kind: str) -> Iterator[Element]:
    yield w("r", w("fldChar", fldCharType=kind))
