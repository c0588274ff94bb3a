"""The slides around the briefing: cover, contents, dividers, sources and the closing slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document.model import Bullets, Document, Section, Slide, Text
from reportgen.notices import Notice
from reportgen.writers.pptx.arrange import ENTRIES
from reportgen.writers.pptx.compose import compose
from reportgen.writers.pptx.layouts import resolve, without_place
from reportgen.writers.pptx.look import Layout, Look, Place
from reportgen.writers.pptx.model import SlidePlan
from reportgen.writers.pptx.page import Composed, Page, foot
from reportgen.writers.pptx.text import Draft, Word, fill, fill_at, line

Planned = tuple[SlidePlan, tuple[Notice, ...]]


def _blank(document: Document, look: Look, key: str, title: str) -> Page:
    """Return a page that belongs to no section and has no blocks."""
    return Page(document, look, Section(key, "", "", "", ()), Slide("points", (Text(title),), ()), key)


def _put(composed: Composed, place: Place, drafts: Sequence[Draft], role: str = "") -> None:
    composed.add(fill(composed.target(place, role=role), drafts))


def cover(document: Document, look: Look, sections: Sequence[Section]) -> Planned:
    """Return the first slide; its notes say what the briefing is and of which parts it consists."""
    layout, replaced = resolve(look, "cover")
    page = _blank(document, look, "cover", document.title)
    composed = Composed(page, layout, 0, notices=list(replaced))
    for place in layout.all("title")[:1]:
        _put(composed, place, [line(document.title)], "cover")
    _put_imprint(composed, layout, document.subtitle)
    composed.moved.extend(_cover_notes(document, sections))
    return composed.finished(), tuple(composed.notices)


def _put_imprint(composed: Composed, layout: Layout, subtitle: str) -> None:
    """Add subtitle, author and date; a look without places for the last two has them under the subtitle."""
    document = composed.page.document
    texts = {"subtitle": [subtitle], "author": [document.author], "day": [document.date_text]}
    for role in ("author", "day"):
        if not layout.all(role):
            texts["subtitle"] += texts.pop(role)
    for role, found in texts.items():
        drafts = [line(text, mark="none") for text in found if text]
        for place in layout.all(role)[:1] if drafts else ():
            _put(composed, place, drafts)


def _cover_notes(document: Document, sections: Sequence[Section]) -> Iterator[str]:
    labels = document.labels
    yield document.title
    yield from filter(None, (document.subtitle, "  ".join(filter(None, (document.author, document.date_text)))))
    if sections:
        yield labels.contents + labels.colon + labels.comma.join(section.title for section in sections)


def contents(document: Document, look: Look, sections: Sequence[Section]) -> Planned:
    """Return the slide that lists the sections, each in a place of its own where the look has enough, else as one list."""
    layout, replaced = resolve(look, "contents")
    page = _blank(document, look, "contents", document.labels.contents)
    composed = Composed(page, layout, 0, notices=list(replaced))
    for place in layout.all("title")[:1]:
        _put(composed, place, [line(document.labels.contents)])
    drafts = [Draft((Word(section.number, bold=True), Word(section.title)), mark="none") for section in sections]
    places = layout.all("contents") or (layout.all("points") or layout.all("any"))[:1]
    if not places:
        raise without_place(look, layout, "contents")
    if len(places) < len(drafts):
        _put(composed, places[0], drafts, "contents")
    else:
        _put_entries(composed, places, drafts)
    foot(composed)
    return composed.finished(), tuple(composed.notices)


def _put_entries(composed: Composed, places: Sequence[Place], drafts: Sequence[Draft]) -> None:
    """Add the entries, each in a place of its own, all in one size."""
    boxes = ENTRIES.boxes(places, len(drafts), max(place.box.bottom for place in places))
    targets = [composed.target(place, box, role="contents") for place, box in zip(places, boxes, strict=False)]
    filled = [fill(target, [draft]) for target, draft in zip(targets, drafts, strict=True)]
    size = min(run.size for one in filled for run in one.shape.paragraphs[0].runs)
    for target, draft in zip(targets, drafts, strict=True):
        composed.add(fill_at(target, [draft], target.place.level(1).size - size))


def divider(document: Document, look: Look, section: Section) -> Planned:
    """Return the title slide of a section."""
    layout, replaced = resolve(look, "section")
    composed = Composed(_blank(document, look, section.key, section.title), layout, 0, notices=list(replaced))
    for place in layout.all("title")[:1]:
        number = "" if layout.all("number") else section.number
        _put(composed, place, [line(number + section.title)])
    for place in layout.all("number")[:1] if section.number else ():
        _put(composed, place, [line(section.number)])
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
    _put_imprint(composed, layout, "")
    return composed.finished(), tuple(composed.notices)
