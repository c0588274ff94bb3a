"""A file that people have edited, with the numbers of one that was made anew from new facts."""

from __future__ import annotations

from dataclasses import replace

from reportgen.review.refresh import deck, word
from reportgen.review.refresh.identity import manifest_of, retitle
from reportgen.review.refresh.outcome import Refreshed
from reportgen.review.refresh.parts import Parts, parts_of
from reportgen.review.refresh.pen import Pen
from reportgen.review.refresh.sites import Renewed, records, renew
from reportgen.writers.manifest import Manifest


def manifest_in(name: str, data: bytes) -> Manifest:
    """What a file says it was made from; raises a :class:`~reportgen.errors.DataError` where it says nothing."""
    return manifest_of(parts_of(name, data))


def refresh(name: str, edited: bytes, fresh: bytes) -> Refreshed:
    """Bring a file up to date with one made anew from the same request and new facts; nothing else in it changes.

    ``name`` is that of the edited file, for messages. Raises :class:`~reportgen.errors.DataError` for a file that is damaged or
    not ours.
    """
    parts, anew = parts_of(name, edited), parts_of(name, fresh)
    before, after = manifest_of(parts), manifest_of(anew)
    done = _WAYS[before.format](parts, before, after)
    retitle(parts, before, after)
    changed = bool(done.parts) or _now(done, before, after) != before
    return Refreshed(parts.packed() if changed else edited, done.entries, changed)


def _now(done: Renewed, before: Manifest, after: Manifest) -> Manifest:
    return replace(after, passages=done.passages, facts=records(before, after, done.passages), drawn=before.drawn)


def _word(parts: Parts, before: Manifest, after: Manifest) -> Renewed:
    store = word.store_of(parts, {record.id: record for record in after.facts})
    done = renew(tuple(word.sites(parts)), before, after, store.pen(), store.name)
    for part in done.parts | word.retitled(parts, before, after):
        parts.put(part)
    store.set(_now(done, before, after), word.controls(parts))
    parts.put(store.part)
    return done


def _deck(parts: Parts, before: Manifest, after: Manifest) -> Renewed:
    done = renew(tuple(deck.sites(parts)), before, after, Pen())
    for part in done.parts:
        parts.put(part)
    deck.set_manifest(parts, _now(done, before, after))
    return done


_WAYS = {"docx": _word, "pptx": _deck}
