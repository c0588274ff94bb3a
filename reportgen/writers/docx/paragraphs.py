"""Title block, headings, paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.model import Bullets, Heading, Paragraph, Section, Spans, Text
from reportgen.errors import WriterError
from reportgen.writers.docx.look import Look
from reportgen.writers.docx.manuscript import Manuscript, heading_bookmark
from reportgen.writers.docx.runs import runs
from reportgen.writers.docx.titles import broken
from reportgen.writers.docx.xml import Element, find, local_name, qualified, value, w
from reportgen.writers.lines import heading_text

GAP = 200
"""Height of the empty paragraph beside a table without words of its own there, in twips."""
LEAST_GAP = 20
"""Its height at the end of a report, where nothing follows that it could part."""
DEEPEST = 3
"""Level of the lowest heading; below it an ordered list takes the second level of its numbering."""


def paragraph(look: Look, style: str, *content: Element, keep: bool = False, more: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph in a named style; ``keep`` holds it on the page of the next one, ``more`` are further properties."""
    properties = w("pPr", w("pStyle", val=look.style(style)), w("keepNext") if keep else None, *more)
    return w("p", properties, *content)


def gap(look: Look) -> Element:
    """Return the narrow empty paragraph that parts a table from what stands before or after it."""
    return paragraph(look, "Table Note", more=(w("spacing", before=0, after=0, line=GAP, lineRule="exact"),))


def hold_last_gap(before: Element, last: Element) -> None:
    """Keep the empty paragraph that must follow a table at the end from opening a page of its own.

    It shrinks to next to nothing, and the last row of the table goes to the next page with it where even that has no room.
    """
    spacing = find(last, "w:pPr/w:spacing")
    if local_name(before) != "tbl" or find(last, "w:r") is not None or spacing is None:
        return
    spacing.set(qualified("w:line"), str(LEAST_GAP))
    for properties in before.findall(qualified("w:tr"))[-1].iter(qualified("w:pPr")):
        if find(properties, "w:keepNext") is None:
            properties.insert(1, w("keepNext"))


def keep_with_next(element: Element) -> None:
    """Hold a paragraph on the page of what follows it; leave anything else as it is."""
    properties = find(element, "w:pPr")
    if local_name(element) == "p" and properties is not None and find(properties, "w:keepNext") is None:
        properties.insert(1, w("keepNext"))


def title_block(manuscript: Manuscript) -> Iterator[Element]:
    """Return title, subtitle, issuing office and date; the empty ones are left out, and the last two where they stand at the end."""
    document, look = manuscript.document, manuscript.look
    title = broken(document.title, look.width / (look.points("Title") * 20))
    signed = bool(manuscript.official.signature)
    lines = (("Title", title), ("Subtitle", document.subtitle), ("Author", document.author), ("Date", document.date_text))
    there = [(style, text) for style, text in lines if text and not (signed and style in ("Author", "Date"))]
    blank = (w("spacing", after=look.spacing("Body Text").line),) if signed and not manuscript.official.addressee else ()
    for style, text in there:
        yield paragraph(look, style, *runs(manuscript, (Text(text),)), more=blank if (style, text) == there[-1] else ())


def section_heading(manuscript: Manuscript, section: Section) -> Element:
    """Return the heading of a section, first level, with the bookmark that a contents page needs."""
    return _heading(manuscript, 1, section.number, (Text(section.title),), section.anchor)


def heading(manuscript: Manuscript, block: Heading) -> Iterator[Element]:
    """Return a heading inside a section."""
    yield _heading(manuscript, block.level, block.number, block.spans, block.anchor)


def _heading(manuscript: Manuscript, level: int, number: str, spans: Spans, anchor: str) -> Element:
    manuscript.level = level
    lead = heading_text(number, manuscript.document.language)
    content = runs(manuscript, (Text(lead), *spans) if lead else spans)
    return paragraph(manuscript.look, f"heading {level}", *bookmarked(manuscript, heading_bookmark(anchor), content))


def bookmarked(manuscript: Manuscript, name: str, content: list[Element]) -> list[Element]:
    """Return the content between the two ends of a bookmark."""
    number = next(manuscript.bookmark_ids)
    return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def body(manuscript: Manuscript, block: Paragraph) -> Iterator[Element]:
    """Return a paragraph of the text or a note."""
    style = "Note" if block.role == "note" else "Body Text"
    yield paragraph(manuscript.look, style, *runs(manuscript, block.spans))


def bullets(manuscript: Manuscript, block: Bullets) -> Iterator[Element]:
    """Return the items of a list; each ordered list starts its numbers anew."""
    style = "List Number" if block.ordered else "List Bullet"
    number = _new_numbering(manuscript) if block.ordered and block.items else None
    for item in block.items:
        numbering = (w("numPr", w("ilvl", val=number[0]), w("numId", val=number[1])),) if number else ()
        yield paragraph(manuscript.look, style, *runs(manuscript, item), more=numbering)


def _new_numbering(manuscript: Manuscript) -> tuple[int, int]:
    """Add a numbering that counts from 1 by the definition of the look's list style; return its level and id."""
    used = find(manuscript.look.styles["paragraph", "list number"], "w:pPr/w:numPr/w:numId")
    if used is None:
        raise WriterError("the style 'List Number' of the look has no numbering", hint="give it one in Word's style dialog")
    definitions = [node for node in manuscript.look.word.part.numbering_part.element if local_name(node) == "num"]
    meanings = {
        value(node, "numId"): value(meaning) for node in definitions for meaning in node if local_name(meaning) == "abstractNumId"
    }
    level = 1 if manuscript.level >= DEEPEST else 0
    number = max(map(int, meanings)) + 1
    meaning = w("abstractNumId", val=meanings[value(used)])
    definitions[-1].addnext(w("num", meaning, w("lvlOverride", w("startOverride", val=1), ilvl=level), numId=number))
    return level, number
