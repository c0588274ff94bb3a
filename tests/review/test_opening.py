"""What a reader sees of a Word file or deck becomes passages with places; what is no document, or a dangerous one, is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from reportgen.errors import ReportError
from reportgen.review.opening import open_document
from reportgen.review.package import LARGEST_PART


def told(path: Path) -> dict[str, str]:
    """The passages of a file by their places."""
    return {passage.place: passage.text for passage in open_document(path).passages}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with everything that text can hide in."""
    document = Document()
    document.add_heading("一、总体情况", 1)
    paragraph = document.add_paragraph("规上工业增加值增长")
    for run in (
        '<w:ins w:id="1" w:author="a"><w:r><w:t>7.7</w:t></w:r></w:ins>',
        '<w:del w:id="2" w:author="a"><w:r><w:delText>7.6</w:delText></w:r></w:del>',
        "<w:r><w:t>%</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:sdt><w:sdtContent><w:r><w:t>，高于全省0.2个百分点</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        for element in parse_xml(f"<w:p {nsdecls('w')}>{run}</w:p>"):
            paragraph._p.append(element)
    document.add_paragraph("表1 主要指标")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("指标", "2025年", "规上工业营收", "1267.05"), strict=True
    ):
        cell.text = text
    box = "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p><w:r><w:t>940家</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    document.add_paragraph("文本框：")._p.append(parse_xml(f"<w:p {nsdecls('w')}>{box}</w:p>")[0])
    document.sections[0].header.paragraphs[0].text = "2025年工业运行"
    document.add_comment(paragraph.runs, text="应为7.5%", author="a", initials="a")
    document.save(str(tmp_path / "report.docx"))
    return tmp_path / "report.docx"


def test_a_report_is_read_as_a_reader_sees_it(report: Path) -> None:
    passages = told(report)
    assert passages["一、总体情况 › paragraph 2"] == "规上工业增加值增长7.7%，高于全省0.2个百分点"
    assert passages["表1 › row 2 column 2"] == "1267.05"
    assert passages["一、总体情况 › text box"] == "940家"
    assert passages["header 1 › paragraph 1"] == "2025年工业运行"
    assert passages["comment › paragraph 1"] == "应为7.5%"


def test_a_cell_knows_its_row_and_column(report: Path) -> None:
    (cell,) = (passage for passage in open_document(report).passages if passage.text == "1267.05")
    assert (cell.around.own, cell.around.before, cell.bare) == ("规上工业营收 2025年", "表1 主要指标", True)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "工业增长7.7%"
    slide.notes_slide.notes_text_frame.text = "备注：营收增长6%"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "940家"
    data = CategoryChartData()
    data.categories = ["2023年", "2025年"]
    data.add_series("规上工业增加值增速", (2.8, 7.7))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(4), Inches(3), data)
    frame.name = "Chart 3"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "图中为2.8%和7.7%")
    presentation.save(str(tmp_path / "deck.pptx"))
    return tmp_path / "deck.pptx"


def test_a_deck_is_read_with_groups_notes_charts_and_their_workbooks(deck: Path) -> None:
    passages = told(deck)
    assert "工业增长7.7%" in passages.values()
    assert [text for place, text in passages.items() if place.startswith("notes of slide 1")] == ["备注：营收增长6%"]
    assert "940家" in passages.values()
    assert passages["slide 1, alternative text of ‘Chart 3’"] == "图中为2.8%和7.7%"
    assert passages["slide 1 ‘Chart 3’ › 规上工业增加值增速 × 2025年, as shown"] == "7.7"
    assert passages["slide 1 ‘Chart 3’ › 规上工业增加值增速 × 2025年, in the workbook"] == "7.7"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_of_windows_and_others(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "text.txt").write_bytes("规上工业增加值增长7.7%。\n\n营收１２６７.05亿元。".encode(encoding))
    assert told(tmp_path / "text.txt") == {"paragraph 1": "规上工业增加值增长7.7%。", "paragraph 2": "营收１２６７.05亿元。"}


def test_tables_of_markdown_and_of_plain_text_are_read_cell_by_cell(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(
        "表1 指标\n\n| 指标 | 2025年 |\n| --- | ---: |\n| 营收 | 1267.05 |\n\n表2 户数\n名称      户数\n--------  ----\n规上企业  940\n",
        "utf-8",
    )
    assert told(tmp_path / "t.md") == {
        "paragraph 1": "表1 指标",
        "表1 › row 1 column 1": "指标",
        "表1 › row 1 column 2": "2025年",
        "表1 › row 2 column 1": "营收",
        "表1 › row 2 column 2": "1267.05",
        "paragraph 5": "表2 户数",
        "表2 › row 1 column 1": "名称",
        "表2 › row 1 column 2": "户数",
        "表2 › row 2 column 1": "规上企业",
        "表2 › row 2 column 2": "940",
    }


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


RELS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
LAUGHS = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><d>&c;</d>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FAULTS = {
    "nothing": (b"", "this is no Office file, or a damaged one (File is not a zip file)"),
    "text": (b"hello", "this is no Office file, or a damaged one (File is not a zip file)"),
    "cut short": (zipped({"a.xml": b"<a/>"})[:40], "this is no Office file, or a damaged one (File is not a zip file)"),
    "empty zip": (zipped({}), "it has no document in it"),
    "old": (OLE, "this is an Office file of before 2007"),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), "the file is protected by a password"),
    "bomb": (
        zipped({"word/document.xml": b"\0" * (LARGEST_PART + 1)}),
        "its part 'word/document.xml' unpacks to more than it may",
    ),
    "entities": (zipped({"_rels/.rels": RELS, "word/document.xml": LAUGHS}), "it is no Word document"),
    "torn": (zipped({"_rels/.rels": RELS, "word/document.xml": b"<a>"}), "the part 'word/document.xml' is damaged"),
}


@pytest.mark.parametrize(("data", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_what_is_no_document_is_refused_with_a_hint(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(data)
    with pytest.raises(ReportError) as caught:
        open_document(path)
    assert caught.value.message.startswith(message)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "message"), [("a.xlsx", "'a.xlsx' is no document that can be read"), ("none.docx", "there is no such file")]
)
def test_a_file_of_another_kind_or_none_is_refused(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    with pytest.raises(ReportError) as caught:
        open_document(tmp_path / name)
    assert caught.value.message == message


def test_a_file_whose_bytes_were_damaged_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "whole.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "规上工业增加值增长7.7%" * 200)
    data = bytearray((tmp_path / "whole.docx").read_bytes())
    data[60:70] = bytes(10)
    (tmp_path / "damaged.docx").write_bytes(data)
    with pytest.raises(ReportError, match="damaged"):
        open_document(tmp_path / "damaged.docx")


@pytest.mark.parametrize(
    ("name", "message"), [("报告.docx", "this is a folder"), ("~$报告.docx", "says that Office has one open")]
)
def test_a_folder_and_the_lock_file_of_an_open_document_are_called_so(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "报告.docx").mkdir()
    (tmp_path / "~$报告.docx").write_bytes(b"\x05admin")
    with pytest.raises(ReportError, match=message):
        open_document(tmp_path / name)


def test_a_report_that_calls_itself_a_deck_is_refused(report: Path) -> None:
    with pytest.raises(ReportError, match="it is no deck"):
        open_document(report.rename(report.with_suffix(".pptx")))
