"""The bundled facts with other values, and the files made from them."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from lxml import etree

from reportgen import bundled
from reportgen.document.model import ChartForm
from reportgen.facts.model import Language
from reportgen.pipeline import Request, run
from reportgen.writers.docx.passages import paragraphs

FALLEN = {
    "iva.growth:2025": "-2.1",
    "iva.gap.province:2025": "-0.3",
    "enterprises.total:2025-12-31": "955",
    "revenue:2025": "1301.5",
}
"""Growth becomes a fall, a lead a lag; a derived count, and charts follow."""
SECTIONS = ("overview", "growth", "enterprises")


def dataset(values: Mapping[str, str], folder: Path) -> Path:
    """A copy of the bundled dataset with other values."""
    shutil.copytree(bundled.dataset(), folder, dirs_exist_ok=True)
    rows = list(csv.DictReader(io.StringIO((folder / "facts.csv").read_text("utf-8-sig"))))
    left = dict(values)
    for row in rows:
        key = _key(row)
        if key in left:
            new = left.pop(key)
            row["printed"] = row["printed"].replace(row["value"].lstrip("-"), new)
            row["value"] = new
    assert left == {}
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / "facts.csv").write_text(text.getvalue(), "utf-8-sig")
    return folder


def _key(row: Mapping[str, str]) -> str:
    dimension = f"/{row['dimension']}" if row["dimension"] else ""
    place = f"@{row['place']}" if row["place"] != "pingxiang" else ""
    return f"{row['indicator']}{dimension}{place}:{row['period'] or row['as_of']}"


def made(form: str, fallen: bool = False, charts: ChartForm = "picture", language: Language = "zh", year: int = 2025) -> bytes:
    """The annual report or deck on a year, from the bundled facts or the fallen ones; made once."""
    return _made(form, fallen, charts, language, year)


@cache
def _made(form: str, fallen: bool, charts: ChartForm, language: Language, year: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        data = dataset(FALLEN if fallen else {}, Path(folder) / "data")
        day = date(2026, 6, 30)
        request = Request(data, bundled.templates(), "annual", year, day, (form,), SECTIONS, charts=charts, language=language)
        return run(request).products[0].data


# --- reading and editing files ---------------------------------------------------------------------------------------------


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(data: bytes, part: str, *replaced: tuple[str, str]) -> bytes:
    """The file with texts of one part replaced, each of which must be there."""
    found = parts(data)
    text = found[part].decode("utf-8")
    for old, new in replaced:
        assert old in text, old
        text = text.replace(old, new, 1)
    return packed(found | {part: text.encode("utf-8")})


def packed(found: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    """What a reader reads in a file: paragraphs, notes, alternative texts, from first to last."""
    found = parts(data)
    if "word/document.xml" in found:
        root = etree.fromstring(found["word/document.xml"])
        return ["".join(piece.text for piece in pieces) for _, pieces in paragraphs(root)] + _descriptions(root)
    names = sorted((name for name in found if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name)), key=_order)
    return [text for name in names for text in _slide(etree.fromstring(found[name]))]


def _order(name: str) -> tuple[str, int]:
    return name.rpartition("/")[0], int(re.sub(r"\D", "", name.rpartition("/")[2]))


def _slide(root: etree._Element) -> list[str]:
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    lines = ["".join(node.text or "" for node in line.iter(f"{space}t")) for line in root.iter(f"{space}p")]
    return [line for line in lines if line] + _descriptions(root)


def described(data: bytes) -> set[str]:
    """The alternative texts of a file; LibreOffice drops those of charts."""
    roots = [etree.fromstring(content) for name, content in parts(data).items() if re.fullmatch(r"(word|ppt)/.*\.xml", name)]
    return {text for root in roots for text in _descriptions(root)}


def _descriptions(root: etree._Element) -> list[str]:
    return [element.get("descr", "") for element in root.iter() if element.get("descr")]
