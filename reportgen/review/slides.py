"""PowerPoint files: shapes, groups, tables, notes, alternative texts and charts as passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reportgen.review import chart_parts, grid
from reportgen.review.chart_parts import A, C
from reportgen.review.grid import Cell
from reportgen.review.identity import manifest_in, recognised
from reportgen.review.package import Element, Package
from reportgen.review.passage import Document, Passage
from reportgen.review.surroundings import Around

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COUNTERS = ("slidenum", "datetime")
"""Fields whose results are numbers of the deck itself."""
_TITLES = ("title", "ctrTitle")
_MOST_WORDS = 400
_SHORT = 16
"""A paragraph with fewer characters says what it is about in the paragraphs beside it."""


@dataclass(frozen=True, slots=True)
class _Slide:
    package: Package
    part: str
    name: str
    title: str
    words: str
    """All that its shapes say, for the numbers that stand alone in one."""
    agenda: frozenset[str]
    """The page numbers of a list of contents."""


def document(package: Package) -> Document:
    """The passages of a deck, slide by slide, each with its notes behind it."""
    main = package.main()
    parts = {related.id: related.part for related in package.related(main, "slide")}
    root = package.xml(main)
    if root.tag != f"{P}presentation":
        raise package.fault("it is no deck")
    order = [entry.get(f"{_R}id", "") for entry in root.iter(f"{P}sldId")]
    slides = [parts[id_] for id_ in order if id_ in parts]
    passages = (found for at, part in enumerate(slides, start=1) for found in _passages(package, part, at, len(slides)))
    found = Document(package.name, tuple(passages))
    manifest = manifest_in(package)
    return recognised(found, manifest) if manifest else found


def _passages(package: Package, part: str, number: int, last: int) -> Iterator[Passage]:
    root = package.xml(part)
    slide = _Slide(package, part, f"slide {number}", _title(root), _words(root), _agenda(root, last))
    yield from _shapes(slide, root)
    for related in package.related(part, "notesSlide"):
        notes = replace(slide, part=related.part, name=f"notes of slide {number}")
        yield from _shapes(notes, package.xml(related.part))


def _words(root: Element) -> str:
    return "。".join(text for shape in root.iter(f"{P}sp") for text in _paragraphs(shape) if text.strip())[:_MOST_WORDS]


def _agenda(root: Element, last: int) -> frozenset[str]:
    """Numbers alone in their shapes, most of them rising from one to the next and none beyond the last slide: pages or items."""
    alone = [texts[0] for shape in root.iter(f"{P}sp") if len(texts := _paragraphs(shape)) == 1]
    numbers = [text for text in alone if text.isascii() and text.isdigit() and len(text) < 4]
    rising = [int(one) < int(other) for one, other in pairwise(numbers)]
    is_list = rising and sum(rising) * 3 >= len(rising) * 2 and all(int(number) <= last for number in numbers)
    return frozenset(numbers) if is_list else frozenset()


def _title(root: Element) -> str:
    for shape in root.iter(f"{P}sp"):
        if _placeholder(shape) in _TITLES:
            return " ".join(_paragraphs(shape))
    return ""


def _placeholder(shape: Element) -> str:
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return found.get("type", "body") if found is not None else ""


def _shapes(slide: _Slide, root: Element) -> Iterator[Passage]:
    """What stands in the shapes in their order, groups entered."""
    for shape in root.iter(f"{P}sp", f"{P}graphicFrame", f"{P}pic", f"{P}cxnSp"):
        if _placeholder(shape) in ("sldNum", "dt", "sldImg"):
            continue
        name = _name(shape)
        yield from _told(slide, shape, name)
        yield from _texts(slide, shape, name)
        for table in shape.iter(f"{A}tbl"):
            cells = grid.passages(_rows(table, slide), f"{slide.name} ‘{name}’", Around(slide.title, slide.words))
            yield from (replace(passage, holder=_held(slide, name)) for passage in cells)
        for chart in shape.iter(f"{C}chart"):
            yield from _chart(slide, chart.get(f"{_R}id", ""), name)


def _name(shape: Element) -> str:
    properties = next(shape.iter(f"{P}cNvPr"), None)
    return properties.get("name", "") if properties is not None else ""


def _told(slide: _Slide, shape: Element, name: str) -> Iterator[Passage]:
    properties = next(shape.iter(f"{P}cNvPr"), None)
    words = " ".join(filter(None, (properties.get("title"), properties.get("descr")))) if properties is not None else ""
    if words:
        yield Passage(
            words,
            f"{slide.name}, alternative text of ‘{name}’",
            Around(slide.title, slide.words),
            holder="alt",
            anchor=slide.part,
        )


def _texts(slide: _Slide, shape: Element, name: str) -> Iterator[Passage]:
    texts = _paragraphs(shape)
    for number, text in enumerate(texts, start=1):
        if text.strip():
            own = " ".join(texts[: number - 1] + texts[number:]) if len(text) < _SHORT and len(texts) <= 4 else ""
            around = Around("" if text == slide.title else slide.title, slide.words, own=own)
            place = f"{slide.name} ‘{name}’ › paragraph {number}"
            yield Passage(text, place, around, listing=text in slide.agenda, holder=_held(slide, name), anchor=slide.part)


def _held(slide: _Slide, name: str) -> str:
    return "notes" if slide.name.startswith("notes") else name


def _paragraphs(shape: Element) -> list[str]:
    body = shape.find(f"{P}txBody")
    return [_text(paragraph) for paragraph in body.iter(f"{A}p")] if body is not None else []


def _text(paragraph: Element) -> str:
    """The runs of a paragraph with its line breaks, without the fields that number the deck."""
    found = []
    for child in paragraph:
        if child.tag == f"{A}br":
            found.append("\n")
        elif child.tag == f"{A}r" or (child.tag == f"{A}fld" and not child.get("type", "").startswith(_COUNTERS)):
            found.append(child.findtext(f"{A}t") or "")
    return "".join(found)


def _rows(table: Element, slide: _Slide) -> list[list[Cell]]:
    return [
        [Cell("\n".join(_text(paragraph) for paragraph in cell.iter(f"{A}p")), anchor=slide.part) for cell in row.iter(f"{A}tc")]
        for row in table.iter(f"{A}tr")
    ]


def _chart(slide: _Slide, id_: str, name: str) -> Iterator[Passage]:
    for related in slide.package.related(slide.part, "chart"):
        if related.id == id_:
            around = Around(slide.title, slide.words)
            yield from chart_parts.passages(slide.package, related.part, f"{slide.name} ‘{name}’", name, around)
