"""A native chart that people have formatted or edited: its values change one by one, in its own copy and in the workbook alike.

What a person typed into either is told and left.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from reportgen.review.package import LARGEST_PART, Element
from reportgen.review.refresh.leaves import leaves, shown
from reportgen.review.refresh.merge import merge
from reportgen.review.refresh.outcome import Entry, entries_of
from reportgen.review.refresh.parts import Parts
from reportgen.review.refresh.pen import Pen
from reportgen.writers.manifest import ChartRecord, PointRecord
from reportgen.writers.package import repack

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RANGE = re.compile(r"'?(?P<sheet>[^'!]+)'?!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})(?::.*)?")


@dataclass(slots=True)
class Native:
    """A chart part with the workbook behind it."""

    parts: Parts
    part: str
    workbook: str
    """Empty where there is none."""
    old: ChartRecord
    new: ChartRecord
    where: str
    book: Any = field(init=False)

    def __post_init__(self) -> None:
        self.book = _opened(self.parts.parts[self.workbook]) if self.workbook else None

    @property
    def root(self) -> Element:
        return self.parts.root(self.part)

    def values(self) -> Iterator[_Value]:
        """The values of the chart that were drawn from facts, each with what it was and what it is to be."""
        for row in self.root.iter(f"{_C}ser"):
            name = _text(row.find(f"{_C}tx"))
            if self.old.mark is not None and name == self.old.mark_label and self.new.mark is not None:
                yield from (_Value(self, row, int(point.get("idx", "0")), *self._marks()) for point in _points(row, "val"))
                continue
            old = next((one for one in self.old.series if name == one.name or name.startswith(f"{one.name}（")), None)
            new = next((one for one in self.new.series if old and one.name == old.name), None)
            if old is None or new is None:
                continue
            names = {int(point.get("idx", "0")): _text(point) for point in _points(row, "cat")}
            drawn = {int(point.get("idx", "0")) for point in _points(row, "val")}
            for place, category in names.items():
                if category in self.old.categories and category in self.new.categories:
                    before = old.points[self.old.categories.index(category)]
                    after = new.points[self.new.categories.index(category)]
                    if place in drawn or name == old.name:
                        yield _Value(self, row, place, before, after)

    def _marks(self) -> tuple[PointRecord, PointRecord]:
        """The reference value as a value like others."""
        both = (PointRecord(one.mark, one.mark_label, one.mark_facts) for one in (self.old, self.new))
        return next(both), next(both)

    def is_plain(self) -> bool:
        """Whether the chart shows the values that it was made with, and not what was worked out of them."""
        return all(value.is_as_drawn() for value in self.values())

    def has_own_book(self) -> bool:
        """Whether the workbook says what the chart shows, formulas left out."""
        return all(
            cell is None or str(cell.value).startswith("=") or _same(_decimal(cell.value), _decimal(_text(point)))
            for row in self.root.iter(f"{_C}ser")
            for point in _points(row, "val")
            for cell in (self.cell(row, int(point.get("idx", "0"))),)
        )

    def cell(self, row: Element, place: int, path: str = "c:val/c:numRef/c:f") -> Any:
        """The cell of a value, or of what a path leads to; ``None`` where the chart does not say which."""
        found = _RANGE.fullmatch(row.findtext(path.replace("c:", _C), ""))
        if self.book is None or not found or found["sheet"] not in self.book.sheetnames:
            return None
        return self.book[found["sheet"]][f"{found['column']}{int(found['row']) + place}"]

    def has_row(self, name: str) -> bool:
        return any(_text(row.find(f"{_C}tx")) == name for row in self.root.iter(f"{_C}ser"))

    def has_other_rows(self) -> bool:
        """Whether there are other series or categories now."""
        names = [[row.name for row in record.series] for record in (self.old, self.new)]
        return names[0] != names[1] or self.old.categories != self.new.categories

    def save(self, day: date) -> None:
        self.parts.put(self.part)
        if self.book is not None:
            out = io.BytesIO()
            self.book.save(out)
            self.parts.parts[self.workbook] = repack(out.getvalue(), day)


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of a chart."""

    chart: Native
    row: Element
    place: int
    old: PointRecord
    new: PointRecord

    def point(self) -> Element | None:
        return next((point for point in _points(self.row, "val") if point.get("idx") == str(self.place)), None)

    def shown(self) -> tuple[Decimal | None, Decimal | None]:
        """What the chart shows and what its workbook holds."""
        point, cell = self.point(), self.chart.cell(self.row, self.place)
        drawn = _decimal(_text(point)) if point is not None else None
        return drawn, _decimal(cell.value) if cell is not None else drawn

    def is_as_drawn(self) -> bool:
        return all(_same(value, self.old.value) for value in self.shown())

    def is_done(self) -> bool:
        return all(_same(value, self.new.value) for value in self.shown())

    def set(self) -> None:
        """Write the new value into the chart, its label and the workbook."""
        value = self.new.value
        point, cell = self.point(), self.chart.cell(self.row, self.place)
        if cell is not None:
            cell.value = None if value is None else float(value) if value % 1 else int(value)
        if value is None and point is not None and (cache := point.getparent()) is not None:
            cache.remove(point)
        elif value is not None:
            found = point if point is not None else self._added()
            found[0].text = f"{value.normalize():f}" if value else "0"
        self._relabel()
        self._rename()

    def _rename(self) -> None:
        """A reference value is called by what it says."""
        name = next(self.row.iterfind(f"{_C}tx//{_C}v"), None)
        if name is not None and name.text == self.old.label:
            name.text = self.new.label
            if (cell := self.chart.cell(self.row, 0, "c:tx/c:strRef/c:f")) is not None:
                cell.value = self.new.label

    def _added(self) -> Element:
        cache = self.row.find(f"{_C}val/{_C}numRef/{_C}numCache")
        assert cache is not None
        point = cache.makeelement(f"{_C}pt", idx=str(self.place))
        point.append(cache.makeelement(f"{_C}v"))
        later = [one for one in cache.iterchildren(f"{_C}pt") if int(one.get("idx", "0")) > self.place]
        later[0].addprevious(point) if later else cache.append(point)
        return point

    def _relabel(self) -> None:
        """A label that is fixed text instead of its number."""
        for label in self.row.iter(f"{_C}dLbl"):
            index = label.find(f"{_C}idx")
            texts = list(label.iter(f"{_A}t"))
            if (
                index is not None
                and index.get("val") == str(self.place)
                and "".join(t.text or "" for t in texts) == self.old.label
            ):
                texts[0].text = self.new.label
                for text in texts[1:]:
                    text.text = ""


def revalued(chart: Native, day: date) -> tuple[Entry, ...]:
    """Bring the values and the title of a chart up to date; returns what was done and what was left."""
    found = [entry for value in list(chart.values()) if (entry := _revalued(value))]
    found += _retitled(chart)
    if any(entry.state == "updated" for entry in found):
        chart.save(day)
    return tuple(found)


def _revalued(value: _Value) -> Entry | None:
    """Write one value where nobody else has."""
    if value.is_done():
        return None
    where, old, new = value.chart.where, value.old.label, value.new.label
    now = " / ".join(dict.fromkeys("—" if one is None else str(one) for one in value.shown()))
    if _same(value.old.value, value.new.value):
        return Entry("by hand", where, old, old, now, value.new.facts, "a person typed this number into the chart")
    if not value.is_as_drawn():
        return Entry("left", where, old, new, now, value.new.facts, "a person typed this number into the chart")
    value.set()
    return Entry("updated", where, old or "—", new or "—", "", value.new.facts, "value of a chart")


def _retitled(chart: Native) -> list[Entry]:
    title = chart.root.find(f"{_C}chart/{_C}title")
    lines = list(title.iter(f"{_A}p")) if title is not None else []
    if len(lines) != 1:
        return []
    merged = merge([chart.old.title], [chart.new.title], shown(leaves(lines[0])))
    Pen().write(lines[0], merged.writes)
    return list(entries_of(f"{chart.where}, title", merged.changes))


# --- small readings --------------------------------------------------------------------------------------------------------


def _points(row: Element, axis: str) -> list[Element]:
    found = row.find(f"{_C}{axis}")
    return list(found.iter(f"{_C}pt")) if found is not None else []


def _text(element: Element | None) -> str:
    return next((node.text or "" for node in element.iter(f"{_C}v")), "") if element is not None else ""


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)) if value not in (None, "") else None
    except InvalidOperation:
        return None


def _same(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two numbers are one, as programs store it."""
    if one is None or other is None:
        return one is other
    return one == other or abs(one - other) <= abs(other) * Decimal("1e-12")


def _opened(data: bytes) -> Any:
    """The workbook; ``None`` where it is none that can be read."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_PART:
                return None
        return load_workbook(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError):
        return None
