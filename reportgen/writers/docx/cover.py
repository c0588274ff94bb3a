"""The cover: the first section of the look with its words put in, or a plain page where the look has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.document.model import Document
from reportgen.writers.docx.doc_fields import fill_fields
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import title_block
from reportgen.writers.docx.runs import sized, words
from reportgen.writers.docx.sections import page_of, section_end
from reportgen.writers.docx.titles import broken
from reportgen.writers.docx.xml import Element, find, local_name, qualified, value, w
from reportgen.writers.measure import width

SIZES = (1.0, 0.87, 0.74)
"""Parts of the look's own size that a long title may be set in."""
ABOVE = 0.28
"""White above the title of a plain cover, as a part of the text's height."""


def cover(manuscript: Manuscript, body: Element) -> Iterator[Element]:
    """Fill the cover that the emptied look kept in ``body``, or return the elements of a plain one."""
    kept = [node for node in body if local_name(node) != "sectPr"]
    if not kept:
        yield from _plain(manuscript, body)
    for node in kept:
        fill_fields(node, manuscript.document)
        for paragraph in list(node.iter(qualified("w:p"))):
            _fill(manuscript, paragraph)


def words_by_style(document: Document) -> Mapping[str, str]:
    """Return what a cover says in each style; a look may have styles of its own for it."""
    texts = {"title": document.title, "subtitle": document.subtitle, "author": document.author, "date": document.date_text}
    return texts | {f"cover {name}": text for name, text in texts.items()}


def _plain(manuscript: Manuscript, body: Element) -> Iterator[Element]:
    title, *rest = title_block(manuscript)
    properties = find(title, "w:pPr")
    assert properties is not None  # the paragraph was made with its style
    properties.append(w("spacing", before=round(manuscript.look.height * ABOVE)))
    yield title
    yield from rest
    yield section_end(page_of(body), bare=True)


def _fill(manuscript: Manuscript, paragraph: Element) -> None:
    style = find(paragraph, "w:pPr/w:pStyle")
    name = manuscript.look.name(value(style)).casefold() if style is not None else ""
    text = words_by_style(manuscript.document).get(name)
    if text is None:
        return
    points = manuscript.look.points(name)
    if name in ("title", "cover title"):
        text, points = fitted(text, manuscript.look.width, points)
    formatting = find(paragraph, "w:r/w:rPr")
    for node in [node for node in paragraph if local_name(node) != "pPr" and not _drawn(node)]:
        paragraph.remove(node)
    if text:
        run = _like(formatting, words(manuscript, text))
        paragraph.append(run if points == manuscript.look.points(name) else sized(run, points))
    elif find(paragraph, "w:pPr/w:sectPr") is None and _spare(paragraph):
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]


def fitted(title: str, room: int, points: float) -> tuple[str, float]:
    """Return a title in lines that are broken by meaning, and the size in which there are at most three of them.

    ``room`` is their width in twips; a title that is too long even in the smallest size is left to the program.
    """
    for part in SIZES:
        size = round(points * part)
        text = broken(title, room / (size * 20))
        if "\n" in text or width(text) * size * 20 <= room:
            return text, size if part < 1 else points
    return title, size


def _drawn(node: Element) -> bool:
    return any(local_name(child) in ("drawing", "pict", "AlternateContent") for child in node.iter())


def _spare(paragraph: Element) -> bool:
    """Return whether the paragraph may go: it holds no picture, and a cell or text box keeps another one."""
    parent = paragraph.getparent()
    assert parent is not None  # it was found below the body
    return not _drawn(paragraph) and sum(local_name(node) == "p" for node in parent) > 1


def _like(formatting: Element | None, run: Element) -> Element:
    """Return a run with the formatting that the look's own words had there."""
    if formatting is None:
        return run
    own = find(run, "w:rPr")
    if own is not None:
        _hint(formatting, find(own, "w:rFonts"))
        run.remove(own)
    run.insert(0, formatting)
    return run


def _hint(formatting: Element, hint: Element | None) -> None:
    fonts = find(formatting, "w:rFonts")
    if hint is not None and fonts is not None:
        fonts.attrib.update(hint.attrib)
    elif hint is not None:
        formatting.insert(int(find(formatting, "w:rStyle") is not None), hint)
