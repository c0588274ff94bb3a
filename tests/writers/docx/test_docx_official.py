"""Official documents: red header, number, addressee, signature and imprint, in the file and measured on the page."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, attribute, lines, parts, report, words
from docx_samples import annual, said, stub_draw
from lxml import etree
from office_tools import faults, lines_of_pages, to_pdf

from reportgen.document.model import Document, Official, Paragraph
from reportgen.errors import WriterError
from reportgen.notices import OfficialLeftOut
from reportgen.writers.docx import write
from reportgen.writers.docx.xml import Element

MM = 72 / 25.4
WHOLE = Official(
    red_header="示例市工业和信息化局文件",
    number="示工信发〔2026〕1号",
    addressee="市人民政府",
    signature="示例市工业和信息化局",
    copies="市委办公室，市人大常委会办公室，市政协办公室，市统计局，市发展和改革委员会，各县（区）工业和信息化主管部门",
    printed_by="示例市工业和信息化局办公室",
    printed_on="2026年7月1日",
)


def body(form: Official, *paragraphs: str) -> Element:
    (tree,) = etree.fromstring(parts(write(document(form, *paragraphs), LOOK, stub_draw).data)["word/document.xml"])
    return tree


def document(form: Official, *paragraphs: str) -> Document:
    return replace(report(*(Paragraph(said(text)) for text in paragraphs)), official=form)


def test_its_parts_stand_in_the_order_of_the_standard() -> None:
    assert lines(body(WHOLE, "正文。")) == [
        ("RedHeader", "示例市工业和信息化局文件"),
        ("DocumentNumber", "示工信发〔2026〕1号"),
        ("RedRule", ""),
        ("Title", "示例市2025年工业和信息化发展情况报告"),
        ("Addressee", "市人民政府："),
        ("Heading1", "一、节"),
        ("BodyText", "正文。"),
        ("Signature", "示例市工业和信息化局"),
        ("SignatureDate", "2026年6月30日"),
        ("Imprint", f"抄送：{WHOLE.copies}。"),
        ("Imprint", "示例市工业和信息化局办公室2026年7月1日印发"),
        (None, ""),
    ]


def test_a_document_without_them_has_author_and_date_under_the_title() -> None:
    assert [kind for kind, _ in lines(body(Official(), "正文。"))] == ["Title", "Author", "Date", "Heading1", "BodyText"]


def test_under_a_red_header_the_author_signs() -> None:
    found = dict(lines(body(Official(red_header="示例市人民政府文件"))))
    assert (found["Signature"], found["SignatureDate"]) == ("示例市工业和信息化局", "2026年6月30日")


def test_an_imprint_bears_the_date_of_the_document_where_none_is_given() -> None:
    assert lines(body(Official(printed_by="办公室")))[-2] == ("Imprint", "办公室2026年6月30日印发")


def test_marks_that_the_standard_sets_are_not_doubled() -> None:
    form = Official(addressee="市人民政府：", copies="抄送：市委办公室。", printed_by="办公室", printed_on="2026年7月1日印发")
    texts = [text for _, text in lines(body(form))]
    assert texts[3] == "市人民政府："
    assert texts[-3:-1] == ["抄送：市委办公室。", "办公室2026年7月1日印发"]


def test_the_red_characters_fill_the_line_but_grow_no_larger_than_48_points() -> None:
    def size(text: str) -> float:
        (run,) = all_of(body(Official(red_header=text)), "w:p[1]/w:r")
        return int(attribute(all_of(run, "w:rPr/w:sz")[0], "w:val") or 0) / 2

    assert size("示例市工业和信息化局文件") == 36.5
    assert size("示例市人民政府文件") == 48
    assert size("中共示例市委示例市人民政府工业和信息化工作领导小组办公室文件") == 14.5


def test_name_and_date_are_centred_on_one_axis() -> None:
    found = {kind: node for node in all_of(body(WHOLE), "w:p") for kind, _ in lines_of(node)}
    places = [dict(all_of(found[kind], "w:pPr/w:ind")[0].attrib) for kind in ("Signature", "SignatureDate")]
    assert places[0] == places[1]


def lines_of(node: Element) -> list[tuple[str | None, str]]:
    return lines(node)[:1]


def test_the_last_paragraph_goes_with_the_signature() -> None:
    last = next(node for node in all_of(body(WHOLE, "甲。", "乙。"), "w:p") if words(node) == "乙。")
    assert len(all_of(last, "w:pPr/w:keepNext")) == 1


def test_the_imprint_has_thick_rules_outside_and_a_thin_one_inside() -> None:
    (table,) = all_of(body(WHOLE), "w:tbl")
    rules = {
        str(node.tag).rpartition("}")[2]: int(attribute(node, "w:sz") or 0) / 8 / MM
        for node in all_of(table, "w:tblPr/w:tblBorders/*")
    }
    assert rules == {
        "top": pytest.approx(0.35, abs=0.01),
        "bottom": pytest.approx(0.35, abs=0.01),
        "insideH": pytest.approx(0.25, abs=0.02),
    }


def test_a_look_that_is_not_for_official_documents_leaves_them_out_and_says_so(tmp_path: Path) -> None:
    look = tmp_path / "mine.docx"
    look.write_bytes(LOOK.read_bytes())
    look.with_suffix(".yaml").write_text("official: false")
    done = write(document(Official(number="1号", addressee="市人民政府")), look, stub_draw)
    assert done.notices == (OfficialLeftOut("mine.docx", ("number", "addressee")),)
    assert str(done.notices[0]) == "mine.docx: the look is not for official documents; number, addressee were left out"
    assert "市人民政府" not in parts(done.data)["word/document.xml"].decode()


def unasked(data: bytes, titles: Sequence[str]) -> Sequence[int]:
    raise AssertionError("nothing is to be set")


@pytest.mark.parametrize(
    ("settings", "contents", "fault"),
    [
        (
            "cover: true",
            None,
            "a document with a red header has no room for a cover before its text\n  hint: leave out 'red_header'",
        ),
        (
            "contents: false",
            True,
            "a document with a red header has no room for a contents page before its text\n"
            "  hint: leave out 'red_header' or the contents page (--no-contents)",
        ),
    ],
)
def test_a_red_header_stands_on_the_first_page_or_not_at_all(
    tmp_path: Path, settings: str, contents: bool | None, fault: str
) -> None:
    look = tmp_path / "mine.docx"
    look.write_bytes(LOOK.read_bytes())
    look.with_suffix(".yaml").write_text(settings)
    with pytest.raises(WriterError) as raised:
        write(replace(document(WHOLE), contents=contents), look, stub_draw, unasked)
    assert str(raised.value) == fault


def test_the_styles_are_asked_of_a_look_only_where_they_are_needed(tmp_path: Path) -> None:
    look = changed(tmp_path / "mine.docx", 'w:val="Imprint"', 'w:val="Other"')
    assert write(document(replace(WHOLE, copies="", printed_by="")), look, stub_draw).data
    with pytest.raises(WriterError, match="the look lacks the style 'Imprint'"):
        write(document(WHOLE), look, stub_draw)


def changed(path: Path, old: str, new: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts(LOOK.read_bytes()).items():
            archive.writestr(name, content.replace(old.encode(), new.encode()) if name == "word/styles.xml" else content)
    return path


# --- measured ------------------------------------------------------------------------------------------------------------


def pages(form: Official, folder: Path, *paragraphs: str) -> list[list[tuple[float, float, str]]]:
    path = folder / "official.docx"
    path.write_bytes(write(document(form, *paragraphs), LOOK, stub_draw).data)
    return lines_of_pages(to_pdf(path))


@pytest.mark.office
def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "official.docx"
    path.write_bytes(write(replace(annual(), official=WHOLE), LOOK, stub_draw).data)
    assert faults(path) == ""


@pytest.mark.office
def test_the_red_header_stands_35_mm_under_the_top_of_the_type_area(tmp_path: Path) -> None:
    header, number, title, *_ = pages(WHOLE, tmp_path, "正文。")[0]
    assert (header[2], number[2]) == (WHOLE.red_header, WHOLE.number)
    top = 297 * MM - header[0] - 0.85 * 36.5  # characters rise 0.85 of their size over the baseline
    assert top / MM == pytest.approx(37 + 35, abs=0.5)
    assert header[1] == pytest.approx(28 * MM, abs=36.5 / 2)
    rule = number[0] - 1.6 - 4 * MM  # brackets reach 1.6 pt below the baseline, the rule stands 4 mm below them
    assert rule - title[0] == pytest.approx(2 * 28.95 + 0.8 * 28.95, abs=4)  # two blank lines, then the title's own line


@pytest.mark.office
def test_the_date_ends_four_characters_from_the_right_and_the_name_stands_over_it(tmp_path: Path) -> None:
    found = {text: (up, left) for up, left, text in pages(replace(WHOLE, copies="", printed_by=""), tmp_path, "正文。")[-1]}
    (name_up, name_left), (date_up, date_left) = found[WHOLE.signature], found["2026年6月30日"]
    assert name_up - date_up == pytest.approx(28.95, abs=0.1)
    middle = name_left + 10 * 15.75 / 2
    right = middle + (middle - date_left)
    assert (210 - 26) * MM - right == pytest.approx(4 * 16, abs=8)  # half a character: digits of the machine's font


@pytest.mark.office
@pytest.mark.parametrize("count", [1, 12, 16, 17, 18, 19, 20, 21, 22, 23])
def test_the_imprint_stands_at_the_foot_of_the_last_page_whatever_the_text_leaves(count: int, tmp_path: Path) -> None:
    *text, first, second, third, printed, number = pages(WHOLE, tmp_path, *(f"第{n}段。" for n in range(count)))[-1]
    assert (first[2][:3], printed[2], number[2][0]) == ("抄送：", "示例市工业和信息化局办公室2026年7月1日印发", "—")
    assert first[1] == pytest.approx(28 * MM + 14, abs=1)
    assert second[1] == third[1] == pytest.approx(28 * MM + 14 + 3 * 14, abs=1)
    assert printed[0] / MM == pytest.approx(35 + 0.2 * 28.95 / MM, abs=1)
    assert all(up > first[0] + 20 for up, _, _ in text)


@pytest.mark.office
@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_signature_never_stands_on_a_page_without_text(count: int, tmp_path: Path) -> None:
    found = pages(WHOLE, tmp_path, *(f"第{n}段。" for n in range(count)))
    texts = next(texts for page in found if WHOLE.signature in (texts := [text for _, _, text in page]))
    assert texts[texts.index(WHOLE.signature) - 1] == f"第{count - 1}段。"
