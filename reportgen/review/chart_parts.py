"""Native charts: every value as the chart shows it, and as the workbook inside says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from lxml import etree

from reportgen.errors import DataError
from reportgen.facts.quantity import plain
from reportgen.review.package import Element, Package, opened
from reportgen.review.passage import Passage
from reportgen.review.surroundings import Around

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(
    r"(?:'?(?P<sheet>[^'!]+)'?!)?\$?(?P<c1>[A-Z]{1,3})\$?(?P<r1>[0-9]{1,7})(?::\$?(?P<c2>[A-Z]{1,3})\$?(?P<r2>[0-9]{1,7}))?"
)
_Sheet: TypeAlias = dict[tuple[int, int], Decimal | None]
"""The numbers of a sheet by row and column; ``None`` where a formula computes one."""
_MOST_CELLS = 10_000


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series."""

    index: int
    category: str
    shown: Decimal | None
    """In the cache, which programs draw."""
    stored: Decimal | None
    """In the workbook, which programs edit."""
    computed: bool
    """Whether a formula of the workbook computes it from the others."""
    percent: bool
    """Whether its number format makes a percentage of it."""


def passages(package: Package, part: str, name: str, holder: str, around: Around) -> Iterator[Passage]:
    """Titles, labels and values of a chart; ``name`` is what a person calls it, ``holder`` what the file does."""
    root = package.xml(part)
    sheets = _workbook(package, part)
    for number, text in enumerate(_texts(root), start=1):
        yield Passage(text, f"{name} › text {number}", around, bare=True, holder=holder)
    title = " ".join(_rich(found) for found in root.iter(f"{C}title"))
    for series in root.iter(f"{C}ser"):
        label, unseen = _series_name(series), series.find(f"{C}spPr/{A}noFill") is not None
        for point in _points(series, sheets):
            there = Around(around.heading, around.before, own=f"{label} {point.category} {title}")
            place = f"{name} › {label} × {point.category}"
            told = Passage("", place, there, bare=True, listing=unseen, holder=holder, point=(label, point.index))
            yield from _passages(point, told)


def _passages(point: Point, told: Passage) -> Iterator[Passage]:
    """The value as shown and as stored; a line across the chart that names its value is no figure."""
    shown, stored = _written(point.shown, point.percent), _written(point.stored, point.percent)
    told = replace(told, listing=told.listing or point.computed)
    if shown:
        yield replace(told, text=shown, place=f"{told.place}, as shown", listing=_is_mark(told, shown))
    if stored:
        yield replace(told, text=stored, place=f"{told.place}, in the workbook", listing=_is_mark(told, stored), shown=shown)


def _is_mark(told: Passage, value: str) -> bool:
    """Whether the value only holds others in their place, is computed from them, or is said by its series: ``年度计划＝100%``."""
    return told.listing or bool(re.search(rf"[=＝]\s?{re.escape(value)}(?![0-9.])", told.around.own))


def _written(value: Decimal | None, percent: bool) -> str:
    if value is None:
        return ""
    return f"{plain(value * 100)}%" if percent else plain(value)


def _texts(root: Element) -> Iterator[str]:
    """What is written in the chart beside its values: titles and the texts of labels."""
    for holder in root.iter(f"{C}rich"):
        if text := _rich(holder):
            yield text


def _rich(holder: Element) -> str:
    """The text of a holder, its lines joined: with a space between Latin words, without one in Chinese."""
    lines = ["".join(run.text or "" for run in line.iter(f"{A}t")).strip() for line in holder.iter(f"{A}p")]
    return _LATIN_BREAK.sub(" ", "\n".join(filter(None, lines))).replace("\n", "")


_LATIN_BREAK = re.compile(r"(?<=[!-~])\n(?=[!-~])")


def _series_name(series: Element) -> str:
    holder = series.find(f"{C}tx")
    return "".join(value.text or "" for value in holder.iter(f"{C}v")).strip() if holder is not None else ""


def _points(series: Element, sheets: dict[str, _Sheet]) -> Iterator[Point]:
    categories = _cached(series, ("cat", "xVal"))
    holder = _child(series, ("val", "yVal"))
    if holder is None:
        return
    percent = "%" in re.sub(r'"[^"]*"|\\.', "", _code(holder))
    stored = _stored(holder, sheets)
    shown = _cached(series, ("val", "yVal"))
    for index in sorted({*shown, *stored}):
        computed = index in stored and stored[index] is None
        category = categories.get(index, str(index + 1))
        yield Point(index, category, _number(shown.get(index, "")), stored.get(index), computed, percent)


def _child(series: Element, names: tuple[str, ...]) -> Element | None:
    return next((found for name in names if (found := series.find(f"{C}{name}")) is not None), None)


def _cached(series: Element, names: tuple[str, ...]) -> dict[int, str]:
    holder = _child(series, names)
    points = holder.iter(f"{C}pt") if holder is not None else iter(())
    return {int(point.get("idx", "0")): (point.findtext(f"{C}v") or "").strip() for point in points}


def _code(holder: Element) -> str:
    return next((code.text or "" for code in holder.iter(f"{C}formatCode")), "")


def _number(text: str) -> Decimal | None:
    """A value as it was typed: what binary arithmetic left behind the twelfth digit is taken off."""
    try:
        value = Decimal(text)
        return Decimal(f"{value:.12g}") if value.is_finite() else None
    except InvalidOperation:
        return None


# --- the workbook --------------------------------------------------------------------------------------------------------


def _workbook(package: Package, part: str) -> dict[str, _Sheet]:
    """The numbers of each sheet of the embedded workbook by row and column; nothing where there is none that can be read."""
    for related in package.related(part, "package"):
        try:
            return dict(_sheets(opened(related.part, package.parts[related.part])))
        except (DataError, KeyError, etree.XMLSyntaxError):
            return {}
    return {}


def _sheets(book: Package) -> Iterator[tuple[str, _Sheet]]:
    main = book.main()
    parts = {related.id: related.part for related in book.related(main)}
    for sheet in book.xml(main).iter(f"{_S}sheet"):
        if part := parts.get(sheet.get(f"{_R}id", "")):
            yield sheet.get("name", ""), dict(_cells(book.xml(part)))


def _cells(sheet: Element) -> Iterator[tuple[tuple[int, int], Decimal | None]]:
    for cell in sheet.iter(f"{_S}c"):
        match = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", cell.get("r", ""))
        value = _number(cell.findtext(f"{_S}v") or "") if cell.get("t", "n") == "n" else None
        computed = cell.find(f"{_S}f") is not None
        if match and (computed or value is not None):
            yield (int(match[2]), _column(match[1])), None if computed else value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _stored(holder: Element, sheets: dict[str, _Sheet]) -> dict[int, Decimal | None]:
    """The numbers that the formula of a series points at."""
    match = _REFERENCE.fullmatch(next((formula.text or "" for formula in holder.iter(f"{C}f")), ""))
    if not match or not sheets:
        return {}
    cells = sheets.get(match["sheet"] or "", next(iter(sheets.values())))
    first = int(match["r1"]), _column(match["c1"])
    last = (int(match["r2"]), _column(match["c2"])) if match["r2"] else first
    if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) > _MOST_CELLS:
        return {}
    places = [(row, column) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1)]
    return {index: cells[place] for index, place in enumerate(places) if place in cells}
