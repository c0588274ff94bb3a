"""The identity of numbers in files of ours: which fact each was written from, found again after people have edited the file.

In Word every number of a paragraph stands in a content control that names it. Everywhere else (decks, alternative texts, charts, and
Word files from which a program has taken the controls) the manifest in the file says what was written: its passages are laid beside
those of the file with the digits left out, so that a changed number still falls on the one that it replaced.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher

from reportgen.facts.quantity import plain
from reportgen.review.package import Package
from reportgen.review.passage import Document, Mark, Passage
from reportgen.writers.manifest import NAMESPACE, ChartRecord, Manifest, Piece, read_part
from reportgen.writers.manifest import Passage as Written
from reportgen.writers.pptx.identity import read_custom

_NUMBER = re.compile(r"[-−－]?[0-9０-９][0-9０-９,.．]*(?:(?<=[0-9０-９]))")
_ALIKE = 0.6
"""How alike two passages without their digits must be for the one to be the other, rewritten."""
_LONGEST = 2000
"""Longer passages are held against one another only where they are the same but for their digits."""


def manifest_in(package: Package) -> Manifest | None:
    """What the file says about itself; nothing where it is not ours or its word cannot be read."""
    try:
        for name, data in package.parts.items():
            if NAMESPACE.encode() in data and (found := read_part(data)):
                return found
            if name == "docProps/custom.xml" and (found := read_custom(data)):
                return found
    except ValueError:
        return None
    return None


def facts_by_name(manifest: Manifest) -> dict[str, Piece]:
    """The numbers that content controls name."""
    return {piece.id: piece for passage in manifest.passages for piece in passage.pieces if piece.id}


def recognised(document: Document, manifest: Manifest) -> Document:
    """The document with marks on the numbers that were written from facts."""
    passages = list(document.passages)
    charts = {record.name: record for record in manifest.drawn}
    for index, passage in enumerate(passages):
        if record := charts.get(passage.holder):
            marks = _in_chart(passage, record) if passage.point else _on_chart(passage, record)
            passages[index] = replace(passage, marks=marks)
    for index, marks in _laid_beside(passages, manifest):
        passages[index] = replace(passages[index], marks=(*passages[index].marks, *marks))
    return replace(document, passages=tuple(passages), ours=True)


# --- charts --------------------------------------------------------------------------------------------------------------


def _in_chart(passage: Passage, record: ChartRecord) -> tuple[Mark, ...]:
    """The facts of one point of the series of its name."""
    assert passage.point is not None
    name, index = passage.point
    points = [row.points[index] for row in record.series if row.name == name and index < len(row.points)]
    if not points or points[0].value is None or not points[0].facts:
        return ()
    drawn = _drawn(points[0].value, record, index)
    kind = "" if drawn == points[0].value else "drawn"
    return (Mark(0, len(passage.text), points[0].facts, plain(Decimal(f"{drawn:.12g}")), kind=kind),)


def _drawn(value: Decimal, record: ChartRecord, index: int) -> Decimal:
    """What a native chart draws for a value: without a common unit the share of the row's own target, in percent."""
    aims = record.series[-1].points
    target = aims[index].value if not record.unit and len(record.series) == 2 and index < len(aims) else None
    return (value / abs(target) * 100).quantize(Decimal("0.01")) if target else value


def _on_chart(passage: Passage, record: ChartRecord) -> tuple[Mark, ...]:
    """The facts of what is written on a chart: its title, or the label of a point with what is said beside it."""
    title = Written("", record.title)
    if _likeness(title.text, passage.text) >= _ALIKE:
        return _marks(title, (0, 0, passage.text))[1]
    labels = [(point.label, point.facts) for row in record.series for point in row.points if point.facts and point.label]
    held = max(((label, facts) for label, facts in labels if label in passage.text), key=lambda one: len(one[0]), default=None)
    if held is None:
        return ()
    start = passage.text.index(held[0])
    return (Mark(start, start + len(held[0]), held[1], held[0]),)


# --- passages ------------------------------------------------------------------------------------------------------------

_Line = tuple[int, int, str]
"""A line of a passage: number of the passage, offset in it, text."""


def _laid_beside(passages: Sequence[Passage], manifest: Manifest) -> Iterator[tuple[int, tuple[Mark, ...]]]:
    """The marks of passages that carry none, holder by holder, then what is left of both in its order."""
    seen = frozenset(mark.id for passage in passages for mark in passage.marks if mark.id)
    lines, written = _lines(passages), _written(manifest, seen)
    left_lines: list[_Line] = []
    left_written: list[Written] = []
    for holder in dict.fromkeys((*lines, *written)):
        pairs = list(_paired(written.get(holder, []), lines.get(holder, [])))
        yield from (_marks(old, new) for old, new in pairs)
        left_lines += [line for line in lines.get(holder, []) if all(line is not new for _, new in pairs)]
        left_written += [one for one in written.get(holder, []) if all(one is not old for old, _ in pairs)]
    yield from (_marks(old, new) for old, new in _paired(left_written, left_lines))


def _lines(passages: Sequence[Passage]) -> dict[str, list[_Line]]:
    """The lines by what holds them; a paragraph of a cell is a line of its own, as it was when it was written."""
    found: dict[str, list[_Line]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if passage.marks or passage.point:
            continue
        starts = [offset for offset, _ in getattr(passage.anchor, "paragraphs", ())] or [0]
        for start, end in zip(starts, (*(start - 1 for start in starts[1:]), len(passage.text)), strict=True):
            found[passage.holder].append((index, start, passage.text[start:end]))
    return found


def _written(manifest: Manifest, seen: frozenset[str]) -> dict[str, list[Written]]:
    """The passages of which no number has been ``seen`` in its content control."""
    found: dict[str, list[Written]] = defaultdict(list)
    for passage in manifest.passages:
        if not any(piece.id in seen for piece in passage.pieces):
            found[_holder(passage.place)].append(passage)
    return found


def _holder(place: str) -> str:
    """``growth-1/growth-1 Points`` is held by that shape; all notes follow one another, and all alternative texts of a report."""
    name = place.rpartition("/")[2]
    return "alt" if name.startswith("alt ") else name


def _paired(written: Sequence[Written], lines: Sequence[_Line]) -> Iterator[tuple[Written, _Line]]:
    """Passages with the lines that they have become, in their order."""
    old, new = [_masked(one.text)[0] for one in written], [_masked(line[2])[0] for line in lines]
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(written[a:b], lines[c:d], strict=True)
        elif kind == "replace":
            yield from _rewritten(written[a:b], lines[c:d])


def _rewritten(written: Sequence[Written], lines: Sequence[_Line]) -> Iterator[tuple[Written, _Line]]:
    """Each passage with the line, not before the last one, that is most like it."""
    first = 0
    for one in written:
        scores = [(_likeness(one.text, line[2]), -at) for at, line in enumerate(lines[first:])]
        best, at = max(scores, default=(0.0, 0))
        if best >= _ALIKE:
            yield one, lines[first - at]
            first += 1 - at


def _likeness(one: str, other: str) -> float:
    if max(len(one), len(other)) > _LONGEST:
        return 0.0
    return SequenceMatcher(None, _masked(one)[0], _masked(other)[0], autojunk=False).ratio()


def _masked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with one sign for each numeral, and the stretch of text that each of its characters stands for."""
    signs, spans, at = [], [], 0
    for match in _NUMBER.finditer(text):
        signs.append(text[at : match.start()])
        spans += [(place, place + 1) for place in range(at, match.start())]
        signs.append("#")
        spans.append(match.span())
        at = match.end()
    return "".join((*signs, text[at:])), [*spans, *((place, place + 1) for place in range(at, len(text)))]


def _marks(old: Written, new: _Line) -> tuple[int, tuple[Mark, ...]]:
    """Where the numbers of a passage stand in the line that it has become."""
    index, offset, text = new
    spans = _carried(old.text, text)
    found, at = [], 0
    for piece in old.pieces:
        places = [spans[place] for place in range(at, at + len(piece.text)) if place in spans]
        if places and (piece.facts or piece.number):
            found.append(Mark(offset + places[0][0], offset + places[-1][1], piece.facts, piece.text, kind=piece.number))
        at += len(piece.text)
    return index, tuple(found)


def _carried(old: str, new: str) -> dict[int, tuple[int, int]]:
    """For each offset of the old text that is still there the stretch of the new one; a numeral as a whole."""
    (masked_old, spans_old), (masked_new, spans_new) = _masked(old), _masked(new)
    found: dict[int, tuple[int, int]] = {}
    for a, b, size in _blocks(masked_old, masked_new):
        for step in range(size):
            found.update(dict.fromkeys(range(*spans_old[a + step]), spans_new[b + step]))
    return found


def _blocks(old: str, new: str) -> Iterable[tuple[int, int, int]]:
    if old == new:
        return ((0, 0, len(old)),)
    return SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
