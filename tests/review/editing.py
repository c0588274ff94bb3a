"""Produced files and what people do to them: numbers typed anew in the XML, the way an office program would leave them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import Any

from lxml import etree
from produced import files

from reportgen.document.model import ChartForm
from reportgen.facts.model import Language
from reportgen.review import slides, word
from reportgen.review.package import opened
from reportgen.review.passage import Document
from reportgen.writers.docx.passages import control_id

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MEASURED = re.compile(r"(?<![0-9.“第—-])[0-9]+(?:\.[0-9]+)?(?=%|个百分点|亿元|万元|家(?!庭)|条|名|个(?![百月]))")
_TEXT = re.compile(
    r"(?:word/document|ppt/slides/slide[0-9]+|ppt/notesSlides/notesSlide[0-9]+|(?:word|ppt)/charts/chart[^/]*)\.xml"
)


def made(year: int, charts: ChartForm = "native", language: Language = "zh") -> dict[str, bytes]:
    """Report and deck of a year, by suffix."""
    return files(year, charts, language)


def document(suffix: str, data: bytes) -> Document:
    package = opened(f"file{suffix}", data)
    return word.document(package) if suffix == ".docx" else slides.document(package)


@dataclass(frozen=True)
class Edit:
    """A number to be typed anew."""

    part: str
    element: int
    """Its element by number in the part."""
    attribute: str
    """Where it stands in one; empty where it is the element's text."""
    span: tuple[int, int]
    kind: str
    """text, alternative text, notes, chart, or workbook"""


def edits(data: bytes) -> list[Edit]:
    """Every number of a file that was written from a fact and can be typed anew."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [edit for name in archive.namelist() for edit in _edits(name, archive.read(name))]


def _edits(name: str, data: bytes) -> Iterator[Edit]:
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(BytesIO(data)) as book:
            sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        for number, element in enumerate(sheet.iter()):
            if element.tag == f"{S}v" and element.getparent().get("t", "n") == "n":
                yield Edit(name, number, "", (0, len(element.text)), "workbook")
    if not _TEXT.fullmatch(name):
        return
    for number, element in enumerate(etree.fromstring(data).iter()):
        yield from _of_element(name, number, element)


def _of_element(name: str, number: int, element: Any) -> Iterator[Edit]:
    kind = "notes" if "notesSlide" in name else "text"
    if element.tag == f"{W}t" and any(control_id(parent) for parent in element.iterancestors(f"{W}sdt")):
        yield from (Edit(name, number, "", match.span(), kind) for match in re.finditer(r"[0-9]+(?:\.[0-9]+)?", element.text))
    elif element.tag == f"{A}t":
        yield from (Edit(name, number, "", match.span(), kind) for match in _MEASURED.finditer(element.text or ""))
    elif element.tag == f"{C}v" and element.getparent().getparent().tag == f"{C}numCache":
        yield Edit(name, number, "", (0, len(element.text)), "chart")
    elif str(element.tag).endswith(("}docPr", "}cNvPr")):
        told = element.get("descr", "")
        yield from (Edit(name, number, "descr", match.span(), "alternative text") for match in _MEASURED.finditer(told))


def edited(data: bytes, chosen: list[Edit], new: Callable[[str], str]) -> bytes:
    """The file with each of the numbers put anew; a later one of an element first, so that the spans stay good."""
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(changed, "w") as written:
        for name in archive.namelist():
            mine = sorted((edit for edit in chosen if edit.part == name), key=lambda edit: -edit.span[0])
            written.writestr(name, _edited(name, archive.read(name), mine, new) if mine else archive.read(name))
    return changed.getvalue()


def _edited(name: str, data: bytes, chosen: list[Edit], new: Callable[[str], str]) -> bytes:
    if name.endswith(".xlsx"):
        inner = [Edit("xl/worksheets/sheet1.xml", edit.element, "", edit.span, "text") for edit in chosen]
        return edited(data, inner, new)
    root = etree.fromstring(data)
    elements = list(root.iter())
    for edit in chosen:
        element: Any = elements[edit.element]
        text = element.get(edit.attribute) if edit.attribute else element.text
        put = text[: edit.span[0]] + new(text[slice(*edit.span)]) + text[edit.span[1] :]
        if edit.attribute:
            element.set(edit.attribute, put)
        else:
            element.text = put
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def another(random: Random) -> Callable[[str], str]:
    """A number that a person might put in place of one, with as many decimals: never the same."""

    def new(text: str) -> str:
        decimals = len(text.partition(".")[2])
        step = random.choice([-3, -2, -1, 1, 2, 3, 7, 11])
        value = round(float(text) + step * random.choice([1, 10**-decimals]), decimals)
        return f"{value if value > 0 else float(text) + 1:.{decimals}f}"

    return new
