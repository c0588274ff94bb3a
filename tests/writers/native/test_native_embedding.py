"""Native charts in Word documents and on slides, in packages made for the purpose."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from charts.chart_samples import GALLERY
from docx import Document
from lxml import etree
from office_tools import faults, to_pdf
from pptx import Presentation

from reportgen.charts.size import PAGE, SLIDE
from reportgen.writers.docx.xml import w
from reportgen.writers.native import in_docx, in_pptx, native_chart
from reportgen.writers.native.palette import PLAIN
from reportgen.writers.native.xml import NAMESPACES
from reportgen.writers.package import repack
from reportgen.writers.pptx.geometry import Box

NAMES = ("iva with a gap", "one line with a break", "twelve industries", "two periods", "revenue", "quarters", "completion")
LOOKS = Path(__file__).parents[3] / "templates" / "office"


def report(*names: str) -> bytes:
    document = Document()
    for number, name in enumerate(names, 1):
        native = native_chart(GALLERY[name], PAGE, in_docx.palette(document.part))
        drawing = w("drawing", in_docx.embed(document.part, native, number, f"图{number}"))
        document.add_paragraph()._p.append(w("r", drawing))
    return saved(document)


def deck(*names: str) -> bytes:
    presentation = Presentation()
    for name in names:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        native = native_chart(GALLERY[name], SLIDE, in_pptx.palette(slide))
        frame = in_pptx.embed(slide, native, Box(0, 0, native.width, native.height), 2, f"{name} Chart")
        slide.shapes._spTree.append(frame)
    return saved(presentation)


def saved(file: Any) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return repack(out.getvalue(), date(2026, 6, 30))


def part(package: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return etree.fromstring(archive.read(name))


def relations(package: bytes, name: str) -> dict[str, tuple[str, str]]:
    """Kind and target of each relation of a part, by its id."""
    folder, _, file = name.rpartition("/")
    root = part(package, f"{folder}/_rels/{file}.rels")
    return {str(one.get("Id")): (str(one.get("Type")).rpartition("/")[2], str(one.get("Target"))) for one in root}


def content_types(package: bytes) -> dict[str, str]:
    root = part(package, "[Content_Types].xml")
    return {str(one.get("PartName") or one.get("Extension")): str(one.get("ContentType")).rpartition(".")[2] for one in root}


# --- Word ------------------------------------------------------------------------------------------------------------------


def test_a_chart_in_word_is_three_parts_that_refer_to_each_other() -> None:
    package = report("completion", "twelve industries")
    for number in (1, 2):
        ids = relations(package, f"word/charts/chart{number}.xml")
        assert ids["rId1"] == ("package", f"../embeddings/chart{number}.xlsx")
        assert ids["rId2"] == ("chartUserShapes", f"../drawings/drawing{number}.xml")
    types = content_types(package)
    assert types["/word/charts/chart2.xml"] == "chart+xml"
    assert types["/word/drawings/drawing2.xml"] == "chartshapes+xml"
    assert types["xlsx"] == "sheet"


def test_the_drawing_in_word_has_the_size_the_alternative_text_and_the_number_it_was_given() -> None:
    native = native_chart(GALLERY["completion"], PAGE)
    inline = in_docx.embed(Document().part, native, 7, "图3")
    extent, about = inline[0], inline[1]
    assert (extent.get("cx"), extent.get("cy")) == (str(native.width), str(native.height))
    assert dict(about.attrib) == {"id": "7", "name": "图3", "descr": GALLERY["completion"].alt}


# --- PowerPoint --------------------------------------------------------------------------------------------------------------


def test_a_chart_on_a_slide_can_be_read_by_others() -> None:
    presentation = Presentation(io.BytesIO(deck("power")))
    shape = presentation.slides[0].shapes[0]
    assert shape.has_chart
    assert shape.name == "power Chart"
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == GALLERY["power"].alt
    plot = shape.chart.plots[0]
    assert list(plot.categories) == ["制造业用电量", "工业用电量"]
    assert list(plot.series[0].values) == [32.46, 1.5]
    assert shape.chart.part.chart_workbook.xlsx_part.blob[:2] == b"PK"


def test_each_slide_has_a_chart_of_its_own() -> None:
    package = deck("completion", "quarters")
    for number in (1, 2):
        kinds = dict(relations(package, f"ppt/charts/chart{number}.xml").values())
        assert kinds == {
            "package": f"../embeddings/Microsoft_Excel_Sheet{number}.xlsx",
            "chartUserShapes": f"../drawings/drawing{number}.xml",
        }


# --- both ------------------------------------------------------------------------------------------------------------------


def test_colours_follow_the_theme_of_the_look() -> None:
    official = in_docx.palette(Document(str(LOOKS / "official.docx")).part)
    presentation = Presentation(str(LOOKS / "deck.pptx"))
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    for palette in (official, in_pptx.palette(slide)):
        assert palette.fall.fill.name.startswith("accent")
        assert palette.fall not in palette.series


def test_a_document_without_a_theme_gets_plain_colours() -> None:
    document = Document()
    theme = next(id_ for id_, one in document.part.rels.items() if one.reltype.endswith("/theme"))
    del document.part.rels[theme]
    assert in_docx.palette(document.part) == PLAIN


@pytest.mark.parametrize("write", [report, deck])
def test_files_with_charts_are_the_same_bytes_every_time(write: Any) -> None:
    assert write(*NAMES) == write(*NAMES)


@pytest.mark.office
@pytest.mark.parametrize(("write", "ending"), [(report, "docx"), (deck, "pptx")])
def test_office_programs_accept_every_kind_of_chart(write: Any, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"charts.{ending}"
    path.write_bytes(write(*GALLERY))
    assert faults(path) == ""


@pytest.mark.office
@pytest.mark.parametrize(("write", "ending"), [(report, "docx"), (deck, "pptx")])
def test_what_the_charts_say_is_seen_when_they_are_rendered(write: Any, ending: str, tmp_path: Path) -> None:
    from pypdf import PdfReader

    path = tmp_path / f"charts.{ending}"
    path.write_bytes(write(*NAMES))
    seen = "".join("".join(page.extract_text().split()) for page in PdfReader(to_pdf(path)).pages)
    for words in ("105.46%", "−20.02%", "约990", "年度计划", "全省全年6.9%", "口径调整", "单位：亿元", "横纹为初步数"):
        assert words in seen


def test_a_chart_is_the_same_bytes_whatever_prefixes_other_libraries_have_made_common() -> None:
    native = native_chart(GALLERY["revenue"], PAGE)
    made = []
    for prefix in ("rel", "r"):
        etree.register_namespace(prefix, NAMESPACES["r"])
        made.append(native.xml("rId1", "rId2"))
    assert made[0] == made[1]
