"""The slides around the briefing: cover, contents, dividers, sources and the closing slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.model import Bullets, Document, Section, Slide, Spans, Text, words_of
from reportgen.notices import Notice
from reportgen.writers.pptx.arrange import entry_boxes
from reportgen.writers.pptx.compose import compose
from reportgen.writers.pptx.geometry import Box
from reportgen.writers.pptx.layouts import resolve, without_place
from reportgen.writers.pptx.look import Layout, Look, Place
from reportgen.writers.pptx.model import SlidePlan
from reportgen.writers.pptx.page import Composed, Page, foot
from reportgen.writers.pptx.text import Draft, Target, fill, fill_at, line, words

Planned = tuple[SlidePlan, tuple[Notice, ...]]


def _blank(document: Document, look: Look, key: str, title: str) -> Page:
    """Return a page that belongs to no section and has no blocks."""
    return Page(document, look, Section(key, "", "", "", ()), Slide("points", (Text(title),), ()), key)


def _put(composed: Composed, place: Place, drafts: Sequence[Draft], role: str = "", *, box: Box | None = None) -> None:
    composed.add(fill(composed.target(place, box, role=role), drafts))


def cover(document: Document, look: Look, sections: Sequence[Section]) -> Planned:
    """Return the first slide; its notes say what the briefing is and of which parts it consists."""
    layout, replaced = resolve(look, "cover")
    page = _blank(document, look, "cover", document.title)
    composed = Composed(page, layout, 0, notices=list(replaced))
    for place in layout.all("title")[:1]:
        _put(composed, place, [line(document.title)], "cover")
    _put_imprint(composed, layout, _below_title(document))
    composed.moved.extend(_cover_notes(document, sections))
    return composed.finished(), tuple(composed.notices)


def _below_title(document: Document) -> Spans:
    """Return the subtitle, or else the line that the briefing opens with."""
    return (Text(document.subtitle),) if document.subtitle else document.opening


def _put_imprint(composed: Composed, layout: Layout, below: Spans) -> None:
    """Add what stands under the title, author and date; a look without places for the last two has them under the first."""
    document = composed.page.document
    texts: dict[str, list[Spans]] = {
        "subtitle": [below],
        "author": [(Text(document.author),)],
        "day": [(Text(document.date_text),)],
    }
    for role in ("author", "day"):
        if not layout.all(role):
            texts["subtitle"] += texts.pop(role)
    for role, found in texts.items():
        drafts = [Draft(words(spans), mark="none") for spans in found if words_of(spans)]
        for place in layout.all(role)[:1] if drafts else ():
            _put(composed, place, drafts)


def _cover_notes(document: Document, sections: Sequence[Section]) -> Iterator[Spans]:
    labels = document.labels
    imprint = "  ".join(filter(None, (document.author, document.date_text)))
    parts = labels.contents + labels.colon + labels.comma.join(section.title for section in sections)
    lines = ((Text(document.title),), _below_title(document), (Text(imprint),), (Text(parts if sections else ""),))
    yield from (spans for spans in lines if words_of(spans))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    title: str
    page: int
    """Number of the section's first slide, from 1."""
    key: str
    """Key of that slide."""


def contents(document: Document, look: Look, entries: Sequence[Entry]) -> Planned:
    """Return the slide that lists the sections, each in a place of its own where the look has enough, else as one list.

    Sections go by their titles: the numbers of the report would jump where a section has no slides.
    """
    layout, replaced = resolve(look, "contents")
    page = _blank(document, look, "contents", document.labels.contents)
    composed = Composed(page, layout, 0, notices=list(replaced))
    for place in layout.all("title")[:1]:
        _put(composed, place, [line(document.labels.contents)])
    places = layout.all("contents") or (layout.all("points") or layout.all("any"))[:1]
    if not places:
        raise without_place(look, layout, "contents")
    if len(places) < len(entries):
        _put(composed, places[0], [line(entry.title, mark="none") for entry in entries], "contents")
    else:
        _put_entries(composed, places, entries)
    foot(composed)
    return composed.finished(), tuple(composed.notices)


def _put_entries(composed: Composed, places: Sequence[Place], entries: Sequence[Entry]) -> None:
    """Add the entries, each in a place of its own that leads to its section, all in one size, and the numbers of their slides."""
    boxes = entry_boxes(places, len(entries))
    targets = [composed.target(place, box, role="contents") for place, box in zip(places, boxes, strict=False)]
    filled = [fill(target, [line(entry.title)]) for target, entry in zip(targets, entries, strict=True)]
    size = min(run.size for one in filled for run in one.shape.paragraphs[0].runs)
    pages = composed.layout.all("page")
    for number, (target, entry) in enumerate(zip(targets, entries, strict=True)):
        done = fill_at(target, [line(entry.title)], target.place.level(1).size - size)
        composed.add(replace(done, shape=replace(done.shape, leads_to=entry.key)))
        if len(pages) == len(places):
            _put(composed, pages[number], [line(str(entry.page))], box=_right_end(target, pages[number]))


def _right_end(entry: Target, page: Place) -> Box:
    """Return the box of the page number beside its entry, as far from it as in the layout."""
    apart = page.box.left - entry.place.box.right
    return Box(entry.box.right + apart, entry.box.top, page.box.width, entry.box.height)


def divider(document: Document, look: Look, section: Section, number: int) -> Planned:
    """Return the title slide of a section, the ``number``-th of the deck."""
    layout, replaced = resolve(look, "section")
    composed = Composed(_blank(document, look, section.key, section.title), layout, 0, notices=list(replaced))
    for place in layout.all("title")[:1]:
        _put(composed, place, [line(section.title)])
    for place in layout.all("number")[:1]:
        _put(composed, place, [line(str(number))])
    return composed.finished(), tuple(composed.notices)


def sources(document: Document, look: Look) -> Iterator[Planned]:
    """Yield the slide of the sources, and further ones where they are many."""
    title = document.labels.source.rstrip("：: ")
    slide = Slide("sources", (Text(title),), (Bullets(tuple((Text(source),) for source in document.sources)),))
    return compose(Page(document, look, Section("sources", "", "", "", ()), slide, "sources"))


def closing(document: Document, look: Look) -> Planned:
    """Return the last slide."""
    layout, replaced = resolve(look, "closing")
    page = _blank(document, look, "closing", document.labels.closing)
    composed = Composed(page, layout, 0, notices=list(replaced))
    for place in layout.all("title")[:1]:
        _put(composed, place, [line(document.labels.closing)], "cover")
    _put_imprint(composed, layout, ())
    return composed.finished(), tuple(composed.notices)
