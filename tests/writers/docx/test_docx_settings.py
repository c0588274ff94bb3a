"""The settings beside a look, and what they change: cover, numbers of headings, styles of tables, fields in headers."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, attribute, lines, parts, report, words
from docx_samples import indicators, said, stub_draw
from lxml import etree

from reportgen.document.model import Document, Figure, Heading, KeyFigure, KeyFigures
from reportgen.errors import WriterError
from reportgen.writers.docx import write
from reportgen.writers.docx.settings import Settings, read_settings
from reportgen.writers.docx.xml import Element

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIELDS = (
    '<w:fldSimple w:instr=" TITLE \\* MERGEFORMAT "><w:r><w:t>旧</w:t></w:r><w:r><w:t>题</w:t></w:r></w:fldSimple>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTHOR </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>旧单位</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
COVER = (
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:rPr><w:color w:val="C00000"/></w:rPr><w:t>旧题</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="Subtitle"/></w:pPr><w:r><w:t>旧副题</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="Date"/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
)


def look(folder: Path, settings: str = "", **replaced: str) -> Path:
    """Write the official look under another name, with settings and with the beginnings of parts replaced."""
    path = folder / "mine.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts(LOOK.read_bytes()).items():
            part = Path(name).stem
            archive.writestr(name, content.replace(*replaced[part].encode().split(b"|", 1)) if part in replaced else content)
    if settings:
        path.with_suffix(".yaml").write_text(settings, "utf-8")
    return path


def body(path: Path, document: Document | None = None) -> Element:
    (tree,) = etree.fromstring(parts(write(document or report(), path, stub_draw).data)["word/document.xml"])
    return tree


def test_a_look_without_settings_has_the_usual_ones(tmp_path: Path) -> None:
    assert read_settings(look(tmp_path)) == Settings()


def test_settings_are_read_from_the_file_beside_the_look(tmp_path: Path) -> None:
    settings = read_settings(look(tmp_path, "cover: true\ncontents_levels: 3\nnumbers: decimal\n"))
    assert settings == Settings(cover=True, contents_levels=3, numbers="decimal")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("covr: true", "{}: unknown setting 'covr'\n  hint: did you mean 'cover'?"),
        ("cover: perhaps", "{}: setting 'cover': expected bool, got str\n  hint: see reportgen/writers/docx/settings.py"),
        (
            "contents_levels: 4",
            "{}: setting 'contents_levels': expected int <= 3\n  hint: see reportgen/writers/docx/settings.py",
        ),
        ("cover: true\n- x", "{}:2: the file is no YAML\n  hint: write lines such as 'contents: true'"),
        ("cover", "{}: the file is no list of settings\n  hint: write lines such as 'contents: true'"),
    ],
)
def test_settings_that_are_not_in_order_are_named(tmp_path: Path, text: str, fault: str) -> None:
    path = look(tmp_path, text)
    with pytest.raises(WriterError) as raised:
        read_settings(path)
    assert str(raised.value) == fault.format(path.with_suffix(".yaml"))


def test_headings_are_numbered_as_the_look_wants(tmp_path: Path) -> None:
    document = report(Heading(2, "（一）", said("产业"), "a"))
    found = [
        text for kind, text in lines(body(look(tmp_path, "numbers: decimal"), document)) if kind and kind.startswith("Heading")
    ]
    assert found == ["1 节", "1.1 产业"]


def test_tables_take_the_styles_that_the_look_names(tmp_path: Path) -> None:
    path = look(tmp_path, "table_style: Key Figures\ncard_style: Three-Line Table")
    document = report(indicators(), KeyFigures((KeyFigure("指标", Figure("7%", ("f",))),)))
    styles = [attribute(node, "w:val") for node in all_of(body(path, document), ".//w:tblPr/w:tblStyle")]
    assert styles == ["KeyFigures", "ThreeLineTable"]


def test_a_table_style_that_the_look_lacks_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriterError, match="the look lacks the style '网格'"):
        body(look(tmp_path, "table_style: 网格"))


def test_a_plain_cover_has_a_page_without_header_and_number_before_page_1(tmp_path: Path) -> None:
    tree = body(look(tmp_path, "cover: true"))
    before, after = all_of(tree, ".//w:sectPr")
    assert [text for _, text in lines(tree)[:4]] == [
        "示例市2025年工业和信息化发展情况报告",
        "示例市工业和信息化局",
        "2026年6月30日",
        "",
    ]
    assert (len(all_of(before, "w:footerReference")), len(all_of(after, "w:footerReference"))) == (0, 2)
    assert attribute(all_of(after, "w:pgNumType")[0], "w:start") == "1"


def test_a_contents_page_behind_a_cover_has_roman_numbers_and_the_text_starts_with_page_1(tmp_path: Path) -> None:
    path = look(tmp_path, "cover: true\ncontents: true")
    tree = etree.fromstring(parts(write(report(), path, stub_draw, lambda data, titles: [3]).data)["word/document.xml"])
    forms = [attribute(node, "w:fmt") for node in all_of(tree, ".//w:pgNumType")]
    assert forms == ["upperRoman", None]
    assert ("TOC1", "一、节1") in lines(tree)


def test_the_first_section_of_a_look_is_its_cover_and_takes_the_words_of_the_report(tmp_path: Path) -> None:
    path = look(tmp_path, "cover: true", document=f"<w:body>|<w:body {W}>{COVER}")
    tree = body(path)
    assert lines(tree)[:4] == [
        ("Title", "示例市2025年工业和信息化发展情况报告"),
        (None, "内部资料"),
        ("Date", "2026年6月30日"),
        ("Heading1", "一、节"),
    ]
    title = tree[0]
    assert [attribute(node, "w:val") for node in all_of(title, ".//w:color")] == ["C00000"]
    assert [attribute(node, "w:hint") for node in all_of(title, ".//w:rFonts")] == ["eastAsia"]


def test_a_look_with_a_cover_keeps_it_to_itself_where_the_settings_want_none(tmp_path: Path) -> None:
    path = look(tmp_path, document=f"<w:body>|<w:body {W}>{COVER}")
    assert "内部资料" not in words(body(path))


def test_fields_in_headers_show_title_and_author(tmp_path: Path) -> None:
    path = look(tmp_path, footer1=f"<w:p>|<w:p {W}>{FIELDS}")
    footer = etree.fromstring(parts(write(report(), path, stub_draw).data)["word/footer1.xml"])
    assert words(footer) == "示例市2025年工业和信息化发展情况报告示例市工业和信息化局— 1 —"
    assert len(all_of(footer, ".//w:r/w:rPr/w:b")) == 1
