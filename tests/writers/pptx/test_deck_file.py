"""The written file, read again with python-pptx and as XML."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from deck_samples import ENGLISH, FULL, YEAR, bullets, one_slide, slide, spans, table
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from reportgen.charts.size import Size
from reportgen.document.model import ChartSpec, Column, Document
from reportgen.errors import WriterError
from reportgen.notices import FontReplaced
from reportgen.writers.pptx import model
from reportgen.writers.pptx.writing import WRITERS, write

DECK = Path(__file__).parents[3] / "templates" / "office" / "deck.pptx"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def drawn(spec: ChartSpec, size: Size) -> Any:
    """Stand in for the chart stage: every chart has its own vector drawing, and all one pixel."""
    return SimpleNamespace(
        png=PNG, svg=f"<svg xmlns='http://www.w3.org/2000/svg'><title>{spec.title}</title></svg>".encode(), notices=()
    )


def written(document: Document, look: Path = DECK) -> bytes:
    return write(document, look, draw=drawn).data  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def year() -> Any:
    return Presentation(io.BytesIO(written(YEAR)))


def shape(slide: Any, name: str) -> Any:
    return next(one for one in slide.shapes if one.name.endswith(name))


def named(presentation: Any, key: str) -> Any:
    return next(slide for slide in presentation.slides if slide.name == key)


# --- shapes ----------------------------------------------------------------------------------------------------------------


def test_there_is_a_writer_for_every_kind_of_shape() -> None:
    assert set(WRITERS) == set(get_args(model.Shape))


def test_every_slide_has_its_title_as_the_first_shape(year: Any) -> None:
    assert all(page.shapes.title == page.shapes[0] and page.shapes.title.has_text_frame for page in year.slides)


def test_everything_but_ornaments_fills_a_placeholder_and_none_is_left_empty(year: Any) -> None:
    for page in year.slides:
        loose = [one.name for one in page.shapes if not one.is_placeholder]
        assert all(re.search(r"Timeline (line|dot \d)$", name) for name in loose)
        assert [one.name for one in page.placeholders if one.has_text_frame and not one.text_frame.text] == []


def test_ornaments_are_marked_as_decorative(year: Any) -> None:
    line = shape(named(year, "projects-2"), "Timeline line")
    assert line._element.xpath(".//*[local-name()='decorative']")[0].get("val") == "1"


def test_names_and_ids_of_shapes_are_unique(year: Any) -> None:
    for page in year.slides:
        ids = [one.shape_id for one in page.shapes]
        assert len(ids) == len(set(ids))
    names = [one.name for page in year.slides for one in page.shapes]
    assert len(names) == len(set(names))


def test_every_run_has_its_size_and_language(year: Any) -> None:
    for page in year.slides:
        for properties in page._element.iter(f"{A}rPr"):
            assert properties.get("lang") == "zh-CN"
            assert int(properties.get("sz")) >= 800


def test_an_english_deck_is_marked_as_english() -> None:
    slides = Presentation(io.BytesIO(written(ENGLISH))).slides
    assert {run.get("lang") for slide in slides for run in slide._element.iter(f"{A}rPr")} == {"en-GB"}


def test_a_card_holds_number_label_and_detail_on_three_levels(year: Any) -> None:
    paragraphs = shape(named(year, "growth-1"), "Card 2").text_frame.paragraphs
    assert [(one.level, one.text) for one in paragraphs] == [(0, "1267.05亿元"), (1, "规上工业营业收入"), (2, "比上年增长6%")]
    assert paragraphs[0].runs[0].font.size == 2 * paragraphs[0].runs[1].font.size


def test_a_plain_paragraph_stands_without_a_bullet_and_an_item_with_that_of_the_look(year: Any) -> None:
    lead, item = shape(named(year, "next-1"), "Points").text_frame.paragraphs[:2]
    assert lead._p.pPr.find(f"{A}buNone") is not None
    assert lead._p.pPr.get("marL") == "0"
    assert [child.tag for child in item._p.pPr] == [f"{A}spcBef"]


def test_an_ordered_list_is_numbered_by_the_program() -> None:
    ordered = replace(bullets("一", "二"), ordered=True)
    slides = Presentation(io.BytesIO(written(one_slide(slide("points", "要点", ordered))))).slides
    assert slides[1]._element.xpath(".//a:buAutoNum/@type") == ["arabicPeriod", "arabicPeriod"]


def test_characters_that_xml_cannot_hold_are_dropped() -> None:
    slides = Presentation(io.BytesIO(written(one_slide(slide("points", "要点", bullets("增长\x0b7.7%\n其中")))))).slides
    assert shape(slides[1], "Points").text_frame.text == "增长7.7% 其中"


# --- footer and notes ------------------------------------------------------------------------------------------------------


def test_the_footer_has_source_date_and_a_number_that_counts_itself(year: Any) -> None:
    page = named(year, "growth-1")
    kinds = {one.placeholder_format.type: one for one in page.placeholders}
    assert kinds[PP_PLACEHOLDER.FOOTER].text_frame.text == "资料来源：萍乡市工业和信息化局"
    assert kinds[PP_PLACEHOLDER.DATE].text_frame.text == "2026年6月30日"
    field = kinds[PP_PLACEHOLDER.SLIDE_NUMBER]._element.find(f".//{A}fld")
    assert (field.get("type"), field.find(f"{A}t").text) == ("slidenum", "3")


def test_notes_hold_the_script_and_the_source(year: Any) -> None:
    notes = named(year, "growth-1").notes_slide.notes_text_frame
    assert [one.text for one in notes.paragraphs] == [
        "2025年，全市规模以上工业增加值增长7.7%，高于全省平均水平0.2个百分点。",
        "营业收入1267.05亿元，增长6%。",
        "资料来源：萍乡市工业和信息化局",
    ]
    assert year.slides[0].notes_slide.notes_text_frame.text.startswith("萍乡市2025年工业和信息化发展情况汇报")


# --- pictures --------------------------------------------------------------------------------------------------------------


def test_a_chart_is_a_vector_picture_with_a_fallback_and_an_alternative_text(year: Any) -> None:
    page = named(year, "growth-2")
    picture = shape(page, "Chart")
    about = picture._element.nvPicPr.cNvPr
    assert about.get("descr").startswith("规上工业增加值增速连续五年保持增长。全市2021")
    blip = picture._element.find(f".//{A}blip")
    vector = blip.xpath(".//*[local-name()='svgBlip']")[0]
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    parts = [page.part.related_part(one.get(relation)) for one in (blip, vector)]
    assert [part.content_type for part in parts] == ["image/png", "image/svg+xml"]
    assert "规上工业增加值增速连续五年保持增长".encode() in parts[1].blob


def test_a_chart_is_drawn_in_the_size_of_its_place_without_title_and_source() -> None:
    asked: list[Size] = []

    def noted(spec: ChartSpec, size: Size) -> Any:
        asked.append(size)
        return drawn(spec, size)

    pages = Presentation(io.BytesIO(write(YEAR, DECK, draw=noted).data)).slides  # type: ignore[arg-type]
    picture = next(one for slide in pages for one in slide.shapes if one.name.endswith("Chart"))
    assert asked[0] == Size(picture.width / 360000, picture.height / 360000, "slide", titled=False, sourced=False)


def test_what_a_picture_has_to_say_is_among_the_notices() -> None:
    said = FontReplaced("某字体", "Noto Sans CJK SC")

    def noted(spec: ChartSpec, size: Size) -> Any:
        return SimpleNamespace(**vars(drawn(spec, size)) | {"notices": (said,)})

    assert write(YEAR, DECK, draw=noted).notices == (said,)  # type: ignore[arg-type]


# --- tables ----------------------------------------------------------------------------------------------------------------


def rules(cell: Any) -> tuple[int, int]:
    """Return the widths of the rules above and below a cell."""
    lines = (cell._tc.tcPr.find(f"{A}{side}") for side in ("lnT", "lnB"))
    above, below = (int(line.get("w")) for line in lines)
    return above, below


def test_a_table_is_native_with_three_rules_and_a_header_row(year: Any) -> None:
    made = shape(named(year, "enterprises-2"), "Table").table
    assert made.first_row
    assert [rules(made.cell(n, 0)) for n in range(8)] == [(19050, 9525), (9525, 0), *[(0, 0)] * 5, (0, 19050)]
    assert [made.cell(0, n).text for n in range(4)] == ["地区", "企业数（家）", "营业收入（亿元）", "增加值增速（%）"]


def test_a_table_has_its_caption_as_alternative_text(year: Any) -> None:
    frame = shape(named(year, "enterprises-2"), "Table")
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "2025年分地区规模以上工业主要指标"


def test_a_group_title_is_one_cell_across_the_table() -> None:
    made = replace(table([["按地区分", ""], ["甲", "1"]], Column("地区"), Column("数", "number")), groups=(0,))
    page = Presentation(io.BytesIO(written(one_slide(slide("table", "指标", made))))).slides[1]
    cell = shape(page, "Table").table.cell(1, 0)
    assert (cell.is_merge_origin, cell.span_width, cell.text) == (True, 2, "按地区分")


# --- the file --------------------------------------------------------------------------------------------------------------


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(FULL) == written(FULL)


def test_the_file_says_what_it_is_and_when_it_was_made(year: Any) -> None:
    core = year.core_properties
    assert (core.title, core.author, core.language) == ("萍乡市2025年工业和信息化发展情况汇报", "萍乡市工业和信息化局", "zh-CN")
    assert core.created.isoformat() == core.modified.isoformat() == "2026-06-30T00:00:00"


def test_slides_are_grouped_by_section(year: Any) -> None:
    sections = year.part._element.xpath(".//*[local-name()='section']")
    ids = [slide_id.get("id") for slide_id in year.part._element.sldIdLst]
    assert [one.get("name") for one in sections][1:3] == ["工业经济运行", "企业培育"]
    assert [slide_id.get("id") for one in sections for slide_id in one.iter("{*}sldId")] == ids


def test_slides_that_the_look_has_itself_are_taken_out(tmp_path: Path) -> None:
    look = tmp_path / "own.pptx"
    own = Presentation(str(DECK))
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "样张"
    own.save(str(look))
    data = written(one_slide(slide("points", "要点", bullets(spans("增长", "7.7%")))), look)
    assert [one.name for one in Presentation(io.BytesIO(data)).slides] == ["cover", "growth-1"]
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert sorted(name for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) == [
        "ppt/slides/slide1.xml",
        "ppt/slides/slide2.xml",
    ]


@pytest.mark.parametrize("content", [b"no zip file", None], ids=["text", "missing"])
def test_a_look_that_is_no_presentation_is_refused(tmp_path: Path, content: bytes | None) -> None:
    look = tmp_path / "look.pptx"
    if content:
        look.write_bytes(content)
    with pytest.raises(WriterError) as fault:
        written(YEAR, look)
    assert str(fault.value) == f"{look}: this is no PowerPoint presentation\n  hint: give a .pptx file as the look"
