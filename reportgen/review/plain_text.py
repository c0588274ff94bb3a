"""Text and Markdown files: paragraphs with the heading that they stand under, and tables cell by cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportgen.errors import DataError
from reportgen.review import grid
from reportgen.review.grid import Cell
from reportgen.review.passage import Document, Passage
from reportgen.review.surroundings import Around

_HEADING = re.compile(
    r"\s{0,3}(?:#{1,6}\s+(?=\S)|(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]))(?P<title>\S.{0,60})$"
)
_RULE = re.compile(r"-{2,}(?: {1,4}-{2,})*")
_PIPES = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_CAPTION = re.compile(r"\s*(?P<label>(?:附?表|Table)\s?[0-9]{1,3})")
_ENDS = "。！？!?”：:；;)）…"
_SHORT = 30
"""A line shorter than this is a title or label and no paragraph that could break off."""


def document(path: Path, text: str) -> Document:
    """The lines of a text file that are not empty; paragraph n is the n-th of them."""
    lines = [line for line in text.splitlines() if line.strip()]
    return Document(path.name, tuple(_passages(lines)))


def decoded(path: Path, data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or GB 18030."""
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DataError("this is no text file", place=path.name, hint="audit takes .docx, .pptx, .txt and .md")


def _passages(lines: Sequence[str]) -> Iterator[Passage]:
    heading, index = "", 0
    while index < len(lines):
        if match := _HEADING.match(lines[index]):
            heading = match["title"]
        if rows := _table(lines, index):
            around = Around(heading, " ".join(lines[max(0, index - 2) : index]))
            yield from grid.passages(rows, _table_name(lines, index), around)
            index += len(rows) + 1  # the rule under the head is no row
            continue
        yield _paragraph(lines, index, heading)
        index += 1


def _paragraph(lines: Sequence[str], index: int, heading: str) -> Passage:
    line, before, after = lines[index], _neighbour(lines, index - 1), _neighbour(lines, index + 1)
    around = Around(heading, before if breaks_off(before) else "", after if breaks_off(line) else "")
    return Passage(line, f"{heading} › paragraph {index + 1}" if heading else f"paragraph {index + 1}", around)


def _neighbour(lines: Sequence[str], index: int) -> str:
    return lines[index] if 0 <= index < len(lines) else ""


def breaks_off(line: str) -> bool:
    """Whether a paragraph ends in the middle of a sentence."""
    return len(line.strip()) > _SHORT and line.rstrip()[-1] not in _ENDS


# --- tables --------------------------------------------------------------------------------------------------------------


def _table(lines: Sequence[str], index: int) -> list[list[Cell]]:
    """The rows of a table whose head is the line; none where it is no head."""
    rule = _neighbour(lines, index + 1).strip()
    if "|" in lines[index] and _PIPES.fullmatch(rule):
        body = _while(lines, index + 2, lambda line: "|" in line)
        return [[Cell(text.strip()) for text in line.strip().strip("|").split("|")] for line in (lines[index], *body)]
    if not _RULE.fullmatch(rule) or _RULE.fullmatch(lines[index].strip()):
        return []
    edges = [match.span() for match in re.finditer("-+", lines[index + 1].rstrip())]
    body = _while(lines, index + 2, lambda line: _fits(line, edges))
    return [[Cell(text) for text in _cut(line, edges)] for line in (lines[index], *body)]


def _while(lines: Sequence[str], index: int, holds: Callable[[str], bool]) -> list[str]:
    found = []
    while index < len(lines) and holds(lines[index]):
        found.append(lines[index])
        index += 1
    return found


def _table_name(lines: Sequence[str], index: int) -> str:
    """The label of the caption above, ``表2``; else the line of the head."""
    for line in reversed(lines[max(0, index - 2) : index]):
        if match := _CAPTION.match(line):
            return match["label"]
    return f"table in line {index + 1}"


def _columns(text: str) -> list[int]:
    """Where each character begins, in columns of a fixed-width font, and where the text ends."""
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if unicodedata.east_asian_width(character) in "WF" else 1))
    return places


def _fits(line: str, edges: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is a row: blank between all columns, or the name of a group of rows, which is short."""
    places = _columns(line)
    gaps = [(edges[at][1], edges[at + 1][0]) for at in range(len(edges) - 1)]
    between = [line[at] for at in range(len(line)) if any(first <= places[at] < last for first, last in gaps)]
    if places[-1] > edges[-1][1] + 2 or line.startswith(("注", "资料来源", "数据来源", "#", "Source", "Note")):
        return False
    return all(character == " " for character in between)


def _cut(line: str, edges: Sequence[tuple[int, int]]) -> list[str]:
    places = _columns(line)
    return ["".join(line[at] for at in range(len(line)) if first <= places[at] < last).strip() for first, last in edges]
