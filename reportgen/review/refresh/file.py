"""A file that people have edited, with the numbers of one that was made anew from new facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reportgen.errors import DataError
from reportgen.notices import Notice, RevisionsImpossible, YearTorn
from reportgen.review.refresh import deck, drawings, word
from reportgen.review.refresh.charts import Redrawn, redraw
from reportgen.review.refresh.drawings import Drawing
from reportgen.review.refresh.identity import manifest_of, retitle
from reportgen.review.refresh.outcome import Entry, Refreshed
from reportgen.review.refresh.parts import Parts, parts_of
from reportgen.review.refresh.pen import Pen
from reportgen.review.refresh.sites import Renewed, records, renew
from reportgen.writers.manifest import Manifest


def manifest_in(name: str, data: bytes) -> Manifest:
    """What a file says it was made from; raises a :class:`~reportgen.errors.DataError` where it says nothing."""
    found = manifest_of(parts_of(name, data))
    if name.lower().endswith((".docx", ".pptx")) and not name.lower().endswith(f".{found.format}"):
        hint = f"give it a name that ends in .{found.format}"
        raise DataError(f"the file is a .{found.format} by what it says of itself", place=name, hint=hint)
    return found


def refresh(name: str, edited: bytes, fresh: bytes, *, tracked: bool = False) -> Refreshed:
    """Bring a file up to date with one made anew from the same request and new facts; nothing else in it changes.

    ``name`` is that of the edited file, for messages; with ``tracked`` the changes of a report are revisions. Raises
    :class:`~reportgen.errors.DataError` for a file that is damaged or not ours.
    """
    parts, anew = parts_of(name, edited), parts_of(name, fresh)
    before, after = manifest_of(parts), manifest_of(anew)
    origin = replace(after.origin, looks=before.origin.looks)  # look and contents page stay as they are
    work = _Work(parts, anew, before, replace(after, contents=before.contents, origin=origin), tracked)
    texts, charts, now = _WAYS[work.before.format](work)
    changed = bool(texts.parts) or charts.changed or now != work.before
    if changed:
        retitle(parts, work.before, work.after)
    data = parts.packed() if changed else edited
    entries = (*texts.entries, *charts.entries)
    return Refreshed(data, entries, changed, work.before.language, tuple(_notices(work, entries, changed)))


def _notices(work: _Work, entries: tuple[Entry, ...], changed: bool) -> Iterator[Notice]:
    if work.tracked and changed and work.before.format == "pptx":
        yield RevisionsImpossible(work.parts.name)
    gone = sum(entry.state == "gone" for entry in entries)
    if work.before.year != work.after.year and gone:
        yield YearTorn(work.parts.name, gone, work.before.year, work.after.year)


@dataclass(frozen=True, slots=True)
class _Work:
    """The two files and what they say of themselves."""

    parts: Parts
    anew: Parts
    before: Manifest
    after: Manifest
    tracked: bool

    def now(self, texts: Renewed, charts: Redrawn) -> Manifest:
        """What the refreshed file says of itself."""
        facts = records(self.before, self.after, texts.passages)
        return replace(self.after, passages=texts.passages, facts=facts, drawn=charts.drawn)

    def charts(self, find: Callable[[Parts], Iterator[Drawing]]) -> Redrawn:
        here, there = tuple(find(self.parts)), tuple(find(self.anew))
        return redraw(self.parts, self.anew, self.before, self.after, here, there)


def _word(work: _Work) -> tuple[Renewed, Redrawn, Manifest]:
    store = word.store_of(work.parts, {record.id: record for record in work.after.facts})
    charts = work.charts(drawings.in_report)
    texts = renew(
        tuple(word.sites(work.parts)),
        work.before,
        work.after,
        store.pen(work.after.date if work.tracked else "", work.parts),
        store.name,
    )
    for part in texts.parts | charts.parts | word.retitled(work.parts, work.before, work.after):
        work.parts.put(part)
    now = work.now(texts, charts)
    store.set(now, word.controls(work.parts))
    work.parts.put(store.part)
    return texts, charts, now


def _deck(work: _Work) -> tuple[Renewed, Redrawn, Manifest]:
    charts = work.charts(drawings.in_deck)
    texts = renew(tuple(deck.sites(work.parts)), work.before, work.after, Pen())
    for part in texts.parts | charts.parts:
        work.parts.put(part)
    now = work.now(texts, charts)
    deck.set_manifest(work.parts, now)
    return texts, charts, now


_WAYS = {"docx": _word, "pptx": _deck}
