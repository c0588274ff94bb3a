"""Every number of a file of ours with the facts behind it, from what the file says about itself: no dataset is needed.

A number is traced by its mark (:mod:`reportgen.review.identity`). What the pictures of charts show stands in no text of the file; the
manifest lists it. A number without a mark is a date, name or ordinal, or somebody has typed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reportgen.document.model import FactRecord
from reportgen.errors import DataError
from reportgen.review.passage import Document, Mark, Passage
from reportgen.review.reading import Reading, read
from reportgen.writers.manifest import ChartRecord, Manifest, PointRecord

Kind = Literal["fact", "count", "constant", "aside", "typed"]
"""``aside``: a date, name or ordinal. ``typed``: a number that leads nowhere, because a person has put it in."""
AROUND = 16
"""How many characters on each side of a number are told with it."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One number of a file."""

    place: str
    text: str
    """The number as the file shows it."""
    said: str
    """The number in brackets with the words round it."""
    kind: Kind
    written: str = ""
    """How it was written, where it has been changed since."""
    facts: tuple[FactRecord, ...] = ()
    reason: str = ""
    """What an aside is."""


def trace(document: Document, manifest: Manifest | None) -> tuple[Traced, ...]:
    """Every number of a file, text in reading order and then the pictures.

    Raises :class:`~reportgen.errors.DataError` for a file that has no manifest.
    """
    if manifest is None:
        hint = "reportgen did not make it, or a program has taken it out; 'reportgen audit' holds any document against the facts"
        raise DataError("the file does not say where its numbers come from", place=document.name, hint=hint)
    known = {record.id: record for record in manifest.facts}
    texts = (traced for passage in document.passages for traced in _in_text(passage, known, manifest.names))
    return (*texts, *_in_pictures(document, manifest, known))


def _in_text(passage: Passage, known: Mapping[str, FactRecord], names: tuple[str, ...]) -> Iterator[Traced]:
    """The marked numbers of a passage and those that no mark covers, in their order."""
    marks = [mark for mark in passage.marks if passage.text[mark.start : mark.end].strip()]
    found = [(mark.start, _marked(passage, mark, known)) for mark in marks]
    for reading in read(passage.text, names):
        if not any(mark.start < reading.end and reading.start < mark.end for mark in marks):
            found.append((reading.start, _unmarked(passage, reading)))
    yield from (traced for _, traced in sorted(found, key=lambda pair: pair[0]))


def _marked(passage: Passage, mark: Mark, known: Mapping[str, FactRecord]) -> Traced:
    shown = passage.text[mark.start : mark.end]
    facts = tuple(known[id_] for id_ in mark.facts if id_ in known)
    kind: Kind = "fact" if facts else "constant" if mark.kind == "constant" else "count"
    written = mark.text if mark.text and mark.text != shown and not passage.point else ""
    return Traced(passage.place, shown, _said(passage.text, mark.start, mark.end), kind, written, facts)


def _unmarked(passage: Passage, reading: Reading) -> Traced:
    reason = reading.reason or ("number of the document's own lines" if passage.listing else "")
    kind: Kind = "aside" if reason or reading.is_passing else "typed"
    said = _said(passage.text, reading.start, reading.end)
    return Traced(passage.place, reading.text, said, kind, reason=reason or ("turn of speech" if reading.is_passing else ""))


def _said(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{before}【{text[start:end]}】{after}".replace("\n", " ")


def _in_pictures(document: Document, manifest: Manifest, known: Mapping[str, FactRecord]) -> Iterator[Traced]:
    """What charts show of which the file has only a picture."""
    native = {passage.holder for passage in document.passages if passage.point}
    for record in manifest.drawn:
        if record.name not in native:
            yield from _picture(record, known)


def _picture(record: ChartRecord, known: Mapping[str, FactRecord]) -> Iterator[Traced]:
    place = f"picture ‘{record.name}’"
    for row in record.series:
        for category, point in zip(record.categories, row.points, strict=False):
            if point.facts:
                yield _point(f"{place} › {row.name} × {category}", point, record.unit, _of(point.facts, known))
    if record.mark_facts:
        yield Traced(
            f"{place} › reference value", str(record.mark), record.mark_label, "fact", facts=_of(record.mark_facts, known)
        )


def _point(place: str, point: PointRecord, unit: str, facts: tuple[FactRecord, ...]) -> Traced:
    return Traced(place, point.label, f"【{point.label}】{unit}", "fact", facts=facts)


def _of(ids: Iterable[str], known: Mapping[str, FactRecord]) -> tuple[FactRecord, ...]:
    return tuple(known[id_] for id_ in ids if id_ in known)
