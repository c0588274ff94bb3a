"""What stands in the parts of a native chart, read back for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from charts.chart_samples import GALLERY
from lxml import etree

from reportgen.charts.size import PAGE, Size
from reportgen.document.model import ChartSpec
from reportgen.writers.native import NativeChart, native_chart
from reportgen.writers.native.xml import NAMESPACES, qualified

Element = etree._Element
MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def made(name: str | ChartSpec, size: Size = PAGE) -> NativeChart:
    return native_chart(GALLERY[name] if isinstance(name, str) else name, size)


def space(chart: NativeChart) -> Element:
    return etree.fromstring(chart.xml("rId1", "rId2"))


def find(element: Element, path: str) -> list[Element]:
    return element.findall(path, NAMESPACES)


def values(element: Element, path: str) -> list[str]:
    """The attribute ``val`` of every element at a path."""
    return [str(found.get("val")) for found in find(element, path)]


def texts(element: Element) -> list[str]:
    return [found.text or "" for found in element.iter(qualified("a:t"))]


def cached(series: Element, part: str = "c:val") -> dict[int, str]:
    """The chart's own copy of the values (or names) of a series, gaps left out."""
    return {int(point.get("idx", "")): point[0].text or "" for point in find(series, f"{part}//c:pt")}


def reference(series: Element, part: str = "c:val") -> str:
    return find(series, f"{part}//c:f")[0].text or ""


def labels(series: Element) -> dict[int, Element]:
    """The labels that differ from those of their series, by the index of their value."""
    return {int(found[0].get("val", "")): found for found in find(series, "c:dLbls/c:dLbl")}


def colours(element: Element) -> list[str]:
    return [str(found.get("val")) for found in element.iter(qualified("a:schemeClr"), qualified("a:srgbClr"))]


class Sheet:
    """The cells of the workbook behind a chart, as they stand in the file."""

    def __init__(self, workbook: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            self._strings = ["".join(item.itertext()) for item in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
            root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        self._cells = {str(cell.get("r")): cell for cell in root.iterfind(".//m:c", MAIN)}

    def at(self, cell: str) -> str | None:
        """The text of a cell, a number as it was written; ``None`` for an empty one."""
        found = self._cells.get(cell)
        if found is None:
            return None
        text = found.findtext("m:v", "", MAIN)
        return self._strings[int(text)] if found.get("t") == "s" else text

    def range(self, formula: str) -> Iterator[str | None]:
        """The cells of a reference such as ``Sheet1!$B$2:$B$5``, downwards."""
        first, _, last = formula.removeprefix("Sheet1!").replace("$", "").partition(":")
        column, start, end = first[0], int(first[1:]), int((last or first)[1:])
        return (self.at(f"{column}{row}") for row in range(start, end + 1))
