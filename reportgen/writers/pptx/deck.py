"""A document as a deck: every decision about slides, in one pure function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportgen.document.model import Document, Section, words_of
from reportgen.notices import BlockOmitted, Notice
from reportgen.writers.pptx import front
from reportgen.writers.pptx.compose import compose
from reportgen.writers.pptx.front import Planned
from reportgen.writers.pptx.look import Look
from reportgen.writers.pptx.matter import gather
from reportgen.writers.pptx.model import Chapter, Deck, Properties
from reportgen.writers.pptx.page import Page

DIVIDERS_FROM = 4
"""Sections have a title slide of their own where they have as many slides as this on average; else the line above each title
says where one is, and the deck stays short."""
CONTENTS_FROM = 3
"""Two sections are seen without a list of them."""


def plan(document: Document, look: Look) -> Deck:
    """Return the deck that shows ``document`` in the layouts of ``look``.

    The cover, the contents (of the sections that have slides), the slides of each section in order, the sources, and the
    closing slide where the document says something on it.

    Raises :class:`~reportgen.errors.WriterError` that names slide, shape and excess where a text cannot be fitted, and the
    layouts there are where the look lacks one.
    """
    sections, left_out = _with_slides(document)
    groups = tuple(_groups(document, look, sections))
    pages = [page for _, group in groups for page in group]
    notices = (*left_out, *(notice for _, found in pages for notice in found))
    slides = tuple(slide for slide, _ in pages)
    return Deck(slides, _properties(document), tuple(_chapters(groups)), tuple(dict.fromkeys(notices)), document.charts)


def _with_slides(document: Document) -> tuple[tuple[Section, ...], tuple[Notice, ...]]:
    """Return the sections that have slides, and notices of slides on which nothing is left."""
    sections: list[Section] = []
    notices: list[Notice] = []
    for section in document.sections:
        empty = [slide for slide in section.slides if not gather(slide).counts()]
        notices += [BlockOmitted(section.key, f"slide '{words_of(slide.title)}'", "nothing is left on it") for slide in empty]
        sections.append(replace(section, slides=tuple(slide for slide in section.slides if slide not in empty)))
    return tuple(section for section in sections if section.slides), tuple(notices)


Group = tuple[str, tuple[Planned, ...]]
"""A title and the slides that belong together under it."""


def _groups(document: Document, look: Look, sections: Sequence[Section]) -> Iterator[Group]:
    """Yield the slides in order."""
    opening = [front.cover(document, look, sections)]
    body = tuple(_body(document, look, sections))
    if len(body) >= CONTENTS_FROM:
        opening.append(front.contents(document, look, tuple(_entries(body))))
    yield document.title, tuple(opening)
    yield from body
    if document.sources and not any(slide.layout == "sources" for section in sections for slide in section.slides):
        yield document.labels.source.rstrip("：: "), tuple(front.sources(document, look))
    if document.labels.closing:
        yield document.labels.closing, (front.closing(document, look),)


def _body(document: Document, look: Look, sections: Sequence[Section]) -> Iterator[Group]:
    """Yield the slides of the sections."""
    divided = sum(len(section.slides) for section in sections) >= DIVIDERS_FROM * max(len(sections), 1) and len(sections) > 1
    for number, section in enumerate(sections, 1):
        own = (front.divider(document, look, section, number),) if divided else ()
        yield section.title, (*own, *_slides(document, look, section))


def _entries(body: Iterable[Group]) -> Iterator[front.Entry]:
    """Yield the contents; before the sections stand the cover and the contents themselves."""
    page = 3
    for title, slides in body:
        yield front.Entry(title, page, slides[0][0].key)
        page += len(slides)


def _slides(document: Document, look: Look, section: Section) -> Iterator[Planned]:
    for number, slide in enumerate(section.slides, 1):
        yield from compose(Page(document, look, section, slide, f"{section.key}-{number}"))


def _chapters(groups: Iterable[tuple[str, Sequence[Planned]]]) -> Iterator[Chapter]:
    first = 0
    for title, group in groups:
        yield Chapter(title, first)
        first += len(group)


def _properties(document: Document) -> Properties:
    return Properties(
        title=document.title,
        author=document.author,
        subject=document.subject or document.subtitle,
        keywords=document.labels.comma.join(document.keywords),
        language="zh-CN" if document.language == "zh" else "en-GB",
        date=document.date,
    )
