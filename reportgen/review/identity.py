"""The identity of numbers in files of ours: which fact each was written from, found again after people have edited the file.

In Word every number of a paragraph stands in a content control that names it. Everywhere else (decks, alternative texts, charts, and
Word files from which a program has taken the controls) the manifest in the file says what was written: its passages are laid beside
those of the file, so that a changed number still falls on the one that it replaced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.errors import DataError
from reportgen.facts.quantity import plain
from reportgen.review.package import Package
from reportgen.review.pairing import ALIKE, Span, carried, likeness, paired
from reportgen.review.passage import Document, Mark, Passage
from reportgen.writers.manifest import NAMESPACE, ChartRecord, Manifest, Piece, Pieces, read_part
from reportgen.writers.pptx.identity import read_custom


def manifest_in(package: Package) -> Manifest | None:
    """What the file says about itself; nothing where it is not ours, and a fault where its word cannot be read: edits would go unseen."""
    try:
        for name, data in package.parts.items():
            if NAMESPACE.encode() in data and (found := read_part(data)):
                return found
            if name == "docProps/custom.xml" and (found := read_custom(data)):
                return found
    except ValueError as error:
        raise DataError(str(error), place=package.name, hint="update reportgen, or make the file anew") from None
    return None


def facts_by_name(manifest: Manifest) -> dict[str, Piece]:
    """The numbers that content controls name."""
    return {piece.id: piece for passage in manifest.passages for piece in passage.pieces if piece.id}


def recognised(document: Document, manifest: Manifest) -> Document:
    """The document with marks on the numbers that were written from facts."""
    passages, charts = list(document.passages), _charts(document.passages, manifest)
    edited = {passage.holder for passage in passages if passage.shown}
    """Charts with a workbook; in one that lost it a series of no record is one that a formula made (``之前的位次``)."""
    for index, passage in enumerate(passages):
        if record := charts.get(passage.holder):
            marks = _in_chart(passage, record) if passage.point else _on_chart(passage, record)
            made = not marks and passage.point is not None and passage.holder not in edited
            passages[index] = replace(passage, marks=marks, listing=passage.listing or made)
    for index, marks in _laid_beside(passages, manifest):
        passages[index] = replace(passages[index], marks=(*passages[index].marks, *marks))
    pictures = (shown for record in _pictures(passages, manifest, charts.values()) for shown in _in_picture(record, passages))
    return replace(document, passages=tuple(passages), pictures=tuple(pictures), ours=True)


_SURELY = 0.8
"""A text so like the title of a chart is no label, though it holds the words of one."""


# --- charts --------------------------------------------------------------------------------------------------------------


def _charts(passages: Iterable[Passage], manifest: Manifest) -> dict[str, ChartRecord]:
    """The records of charts by what the file calls them now; one that was called otherwise is known by its series."""
    series: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        if passage.point:
            series[passage.holder].add(_straight(passage.point[0]))
    found = {record.name: record for record in manifest.drawn if record.name in series}
    left = [record for record in manifest.drawn if record.name not in series]
    for holder in (holder for holder in series if holder not in found):
        if record := next((one for one in left if {_straight(row.name) for row in one.series} <= series[holder]), None):
            found[holder] = record
            left.remove(record)
    return found


def _in_chart(passage: Passage, record: ChartRecord) -> tuple[Mark, ...]:
    """The facts of one point of the series of its name."""
    assert passage.point is not None
    name, index = passage.point
    points = [row.points[index] for row in record.series if _straight(row.name) == _straight(name) and index < len(row.points)]
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
    as_title = likeness(_straight("".join(piece.text for piece in record.title)), _straight(passage.text))
    labels = [(point.label, point.facts) for row in record.series for point in row.points if point.facts and point.label]
    held = max(((label, facts) for label, facts in labels if label in passage.text), key=lambda one: len(one[0]), default=None)
    if as_title >= _SURELY or (held is None and as_title >= ALIKE):
        return tuple(_marks(record.title, passage.text, 0))
    if held is None:
        return ()
    start = passage.text.index(held[0])
    return (Mark(start, start + len(held[0]), held[1], held[0]),)


def _pictures(passages: Sequence[Passage], manifest: Manifest, native: Collection[ChartRecord]) -> tuple[ChartRecord, ...]:
    """The charts of which the file has only a picture; one without its alternative text was taken out, where others have theirs."""
    drawn = tuple(record for record in manifest.drawn if record not in native)
    told = tuple(record for record in drawn if _told(record, passages))
    return told or drawn


def _told(record: ChartRecord, passages: Iterable[Passage]) -> Passage | None:
    """The alternative text of a chart."""
    ends = f"alternative text of {record.name}", f"alternative text of ‘{record.name}’"
    return next((passage for passage in passages if passage.holder == "alt" and passage.place.endswith(ends)), None)


def _in_picture(record: ChartRecord, passages: Sequence[Passage]) -> Iterator[Passage]:
    """What a picture shows, point by point, with the facts that it was drawn from."""
    told = _told(record, passages)
    shown = Passage("", "", bare=True, holder=record.name, anchor=told.anchor if told else None)
    points = [
        (f"{row.name} × {category}", point.label, point.facts)
        for row in record.series
        for category, point in zip(record.categories, row.points, strict=False)
        if point.value is not None
    ]
    for name, label, facts in (*points, ("reference value", record.mark_label, record.mark_facts)):
        if facts and label:
            mark = Mark(0, len(label), facts, label)
            yield replace(shown, text=label, place=f"picture ‘{record.name}’ › {name}", marks=(mark,))


def _straight(text: str) -> str:
    """The text with straight quotation marks: charts set English in them, since their fonts have Chinese ones."""
    return text.translate(_QUOTES)


_QUOTES = str.maketrans("“”‘’", "\"\"''")


# --- passages ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the file as it is now."""

    passage: int
    """Number of the passage that it is in."""
    offset: int
    """Where it begins there."""
    text: str


@dataclass(frozen=True, slots=True)
class _Written:
    """A paragraph as it was written."""

    place: int
    """Its number in the manifest."""
    pieces: Pieces
    text: str


def _laid_beside(passages: Sequence[Passage], manifest: Manifest) -> Iterator[tuple[int, tuple[Mark, ...]]]:
    """The marks of passages that carry none: holder by holder, then of what is left, since programs may call holders otherwise."""
    seen = frozenset(mark.id for passage in passages for mark in passage.marks if mark.id)
    lines, written = _lines(passages), _written(manifest, seen)
    pairs = [pair for holder in lines for pair in _pairs(written.get(holder, []), lines[holder])]
    old, new = {pair[0].place for pair in pairs}, {(pair[1].passage, pair[1].offset) for pair in pairs}
    left = sorted((one for group in written.values() for one in group if one.place not in old), key=lambda one: one.place)
    rest = sorted((one for group in lines.values() for one in group), key=lambda one: (one.passage, one.offset))
    pairs += _pairs(left, [one for one in rest if (one.passage, one.offset) not in new])
    for was, line in pairs:
        yield line.passage, tuple(_marks(was.pieces, line.text, line.offset))


def _lines(passages: Sequence[Passage]) -> dict[str, list[_Line]]:
    """The lines by what holds them; a paragraph of a cell is a line of its own, as it was when it was written."""
    found: dict[str, list[_Line]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if passage.marks or passage.point:
            continue
        starts = [offset for offset, _ in getattr(passage.anchor, "paragraphs", ())] or [0]
        for start, end in zip(starts, (*(start - 1 for start in starts[1:]), len(passage.text)), strict=True):
            found[passage.holder].append(_Line(index, start, passage.text[start:end]))
    return found


def _written(manifest: Manifest, seen: frozenset[str]) -> dict[str, list[_Written]]:
    """The passages of which no number has been ``seen`` in its content control, by what held them."""
    found: dict[str, list[_Written]] = defaultdict(list)
    for place, passage in enumerate(manifest.passages):
        if not any(piece.id in seen for piece in passage.pieces):
            found[_holder(passage.place)].append(_Written(place, passage.pieces, passage.text))
    return found


def _holder(place: str) -> str:
    """``growth-1/growth-1 Points`` is held by that shape; all notes follow one another, and all alternative texts of a report."""
    name = place.rpartition("/")[2]
    return "alt" if name.startswith("alt ") else name


def _pairs(written: Sequence[_Written], lines: Sequence[_Line]) -> list[tuple[_Written, _Line]]:
    found = paired([one.text for one in written], [line.text for line in lines])
    return [(written[old], lines[new]) for new, old in found.items()]


def _marks(pieces: Pieces, text: str, offset: int) -> Iterator[Mark]:
    """Where the numbers of a paragraph stand in the text that it has become."""
    spans, at = [], 0
    for piece in pieces:
        spans.append(Span(at, at + len(piece.text)))
        at += len(piece.text)
    moved = carried(_straight("".join(piece.text for piece in pieces)), _straight(text), spans)
    for piece, span in zip(pieces, moved, strict=True):
        if span and (piece.facts or piece.number):
            yield Mark(offset + span.start, offset + span.end, piece.facts, piece.text, kind=piece.number)
