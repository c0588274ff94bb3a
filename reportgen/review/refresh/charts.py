"""Charts of a file brought up to date: pictures are exchanged, native charts that nobody touched too; of others the values change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from reportgen.review.refresh.drawings import Drawing
from reportgen.review.refresh.native import Native, revalued
from reportgen.review.refresh.outcome import Entry
from reportgen.review.refresh.parts import Parts
from reportgen.writers.docx.xml import local_name
from reportgen.writers.manifest import ChartRecord, Manifest, digest


@dataclass(frozen=True, slots=True)
class Redrawn:
    """The charts after a refresh."""

    drawn: tuple[ChartRecord, ...]
    """What counts as drawn from now on."""
    entries: tuple[Entry, ...]
    parts: frozenset[str]
    """Documents and slides in which a chart got another size or text."""
    changed: bool


def redraw(
    parts: Parts, anew: Parts, before: Manifest, after: Manifest, here: Sequence[Drawing], there: Sequence[Drawing]
) -> Redrawn:
    """Bring the charts of a file up to date with those of a file made anew."""
    fresh = {drawing.name: drawing for drawing in there}
    records: list[ChartRecord] = []
    found: list[Entry] = []
    sized: set[str] = set()
    data = dict(parts.parts)
    placed = _placed(parts, before, here)
    for record in before.drawn:
        new = _partner(record, after)
        own = placed[record.name]
        if new is None or new.name not in fresh:
            records.append(record)
            found += (Entry("gone", drawing.where, _said(record), note="there is no such chart any more") for drawing in own)
            continue
        kept = replace(new, name=record.name, place=record.place)
        work = [_Work(parts, anew, record, new, drawing, fresh[new.name], after.date) for drawing in own]
        done = [one.done() for one in work]
        records.append(record if any(entry.state == "left" for entries in done for entry in entries) else kept)
        found += (entry for entries in done for entry in entries)
        sized |= {one.drawing.part for one in work if one.is_resized()}
    found += _added(before, after)
    return Redrawn(tuple(records), tuple(found), frozenset(sized), data != parts.parts or bool(sized))


def _placed(parts: Parts, before: Manifest, here: Sequence[Drawing]) -> dict[str, list[Drawing]]:
    """The drawings of each chart by its name; where LibreOffice has dropped the names of native charts, by their order."""
    found = {record.name: [drawing for drawing in here if drawing.name == record.name] for record in before.drawn}
    missing = [name for name, drawings in found.items() if not drawings]
    nameless = [drawing for drawing in here if drawing.name not in found and drawing.target(parts, "chart")]
    if len(missing) == len(nameless):
        found |= {name: [drawing] for name, drawing in zip(missing, nameless, strict=True)}
    return found


def _partner(record: ChartRecord, after: Manifest) -> ChartRecord | None:
    """The same chart made anew: by its anchor in a report, by its name in a deck."""
    return next((new for new in after.drawn if _key(new) == _key(record)), None)


def _key(record: ChartRecord) -> str:
    return record.anchor or record.name


def _added(before: Manifest, after: Manifest) -> Iterator[Entry]:
    known = set(map(_key, before.drawn))
    for new in after.drawn:
        if _key(new) not in known:
            yield Entry("new", new.name, new=_said(new), note="the facts have a chart of this as well")


def _said(record: ChartRecord) -> str:
    return "".join(piece.text for piece in record.title) or record.name


def _differences(old: ChartRecord, new: ChartRecord) -> tuple[str, str]:
    """The labels that changed, in words."""
    labels = [
        (before.label, after.label)
        for one, other in zip(old.series, new.series, strict=False)
        for before, after in zip(one.points, other.points, strict=False)
        if before.label != after.label
    ]
    if old.mark_label != new.mark_label:
        labels.append((old.mark_label, new.mark_label))
    if not labels:
        return _said(old), _said(new)
    return "、".join(label or "—" for label, _ in labels), "、".join(label or "—" for _, label in labels)


@dataclass(frozen=True, slots=True)
class _Work:
    """One chart in the file, and the same chart in the file made anew."""

    parts: Parts
    anew: Parts
    old: ChartRecord
    new: ChartRecord
    drawing: Drawing
    fresh: Drawing
    date: str

    def done(self) -> tuple[Entry, ...]:
        """Bring it up to date; returns what was done or left."""
        ours, theirs = self._targets("bitmap"), self._targets("chart")
        if all(ours):
            return self._picture(*ours)
        if all(theirs):
            return self._native(*theirs)
        return (self._entry("left", "a person put something else in its place"),) if self._is_asked() else ()

    def _targets(self, kind: str) -> tuple[str, str]:
        return self.drawing.target(self.parts, kind), self.fresh.target(self.anew, kind)

    def _is_asked(self) -> bool:
        return self.old.digest != self.new.digest

    def _entry(self, state: str, note: str = "") -> Entry:
        old, new = _differences(self.old, self.new)
        facts = tuple(dict.fromkeys(fact for row in self.new.series for point in row.points for fact in point.facts))
        return Entry(state, self.drawing.where, old, new, "", facts[:1], note)  # type: ignore[arg-type]

    # --- pictures ------------------------------------------------------------------------------------------------------------

    def _picture(self, here: str, there: str) -> tuple[Entry, ...]:
        now = digest(self.parts.parts[here])
        if not self._is_asked() or now == self.new.digest:
            return ()
        if now != self.old.digest:
            return (self._entry("left", "a person put another picture here"),)
        self._copy(here, there)
        vectors = self._targets("vector")
        if all(vectors):
            self._copy(*vectors)
        self._fit()
        return (self._entry("updated", "picture"),)

    def _copy(self, here: str, there: str) -> None:
        self.parts.parts[here] = self.anew.parts[there]
        self.parts.roots.pop(here, None)

    def _fit(self) -> None:
        """Give the chart its new size; where a person chose one, its width stays."""
        if self.is_resized():
            width = self.new.width if self._is_placed() else self.drawing.size[0]
            self.drawing.resize(width, round(width * self.new.height / self.new.width))

    def _is_placed(self) -> bool:
        return self.drawing.size == (self.old.width, self.old.height)

    def is_resized(self) -> bool:
        """Whether the new chart has other proportions than the old one."""
        return bool(self.new.width) and (self.old.width, self.old.height) != (self.new.width, self.new.height)

    # --- native charts -------------------------------------------------------------------------------------------------------

    def _native(self, here: str, there: str) -> tuple[Entry, ...]:
        ours, theirs = _behind(self.parts, here), _behind(self.anew, there)
        chart = Native(self.parts, here, ours.get("package", ""), self.old, self.new, self.drawing.where)
        if _bare(self.parts.parts[here]) == self.old.digest and list(ours) == list(theirs) and chart.has_own_book():
            return self._exchanged((here, *ours.values()), (there, *theirs.values()))
        fresh = Native(self.anew, there, theirs.get("package", ""), self.new, self.new, "")
        if fresh.is_plain() and not chart.has_other_rows():
            return (*revalued(chart, date.fromisoformat(self.date)), *self._marked(chart, "chartUserShapes" in ours))
        return (self._entry("left", "a person edited the chart, and its rows are others now"),) if self._is_asked() else ()

    def _marked(self, chart: Native, is_drawn: bool) -> Iterator[Entry]:
        """The reference value of lying bars, which is a line drawn on the chart."""
        old, new = self.old.mark_label, self.new.mark_label
        if is_drawn and old != new and not chart.has_row(new):
            yield Entry("left", chart.where, old, new, old, self.new.mark_facts, "a line drawn on the chart: move it by hand")

    def _exchanged(self, here: Sequence[str], there: Sequence[str]) -> tuple[Entry, ...]:
        """Put the new chart in the place of one that nobody touched."""
        before = [self.parts.parts[part] for part in here]
        for part, other in zip(here, there, strict=True):
            self._copy(part, other)
        self._fit()
        changed = before != [self.parts.parts[part] for part in here]
        return (self._entry("updated", "chart"),) if changed else ()


def _behind(parts: Parts, chart: str) -> Mapping[str, str]:
    """The parts that a chart is related to by what they are: its workbook, the shapes drawn on it."""
    return {relation.kind: relation.part for relation in parts.related(chart)}


_OUTER = ("externalData", "userShapes")


def _bare(chart: bytes) -> str:
    """The digest of a chart part as it was before it was related to others."""
    try:
        root = etree.fromstring(chart, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return ""
    for child in [child for child in root if isinstance(child.tag, str) and local_name(child) in _OUTER]:
        root.remove(child)
    return digest(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
