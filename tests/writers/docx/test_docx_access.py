"""What readers who do not see the page need: alternative texts, header rows, languages, a title, links that lead somewhere."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, attribute, parts
from docx_samples import annual, english, hard, stub_draw
from lxml import etree

from reportgen.document.model import Document, Official
from reportgen.writers.docx import write
from reportgen.writers.docx.xml import Element

FORM = Official("示例市工业和信息化局文件", "示工信发〔2026〕1号", "市人民政府", "", "市委办公室", "办公室")
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
CASES = {
    "official": (annual(), "official.docx"),
    "with contents": (replace(annual(), contents=True), "official.docx"),
    "red header": (replace(annual(), official=FORM), "official.docx"),
    "native charts": (replace(annual(), charts="native"), "official.docx"),
    "report": (annual(), "report.docx"),
    "report in English": (english(), "report.docx"),
    "English": (english(), "official.docx"),
    "hard": (hard(), "report.docx"),
}


@cache
def case(name: str) -> dict[str, bytes]:
    document, look = CASES[name]
    return parts(write(document, LOOK.parent / look, stub_draw, counted).data)


def counted(data: bytes, titles: Sequence[str]) -> Sequence[int]:
    return range(1, 1 + len(titles))


def trees(name: str) -> Iterator[Element]:
    """Every part of a report that is XML."""
    for part, content in case(name).items():
        if part.endswith((".xml", ".rels")):
            yield etree.fromstring(content)


def named(root: Element, local: str) -> Iterator[Element]:
    return (node for node in root.iter(f"{{*}}{local}"))


every_case = pytest.mark.parametrize("name", CASES)


@every_case
def test_every_drawing_has_words_or_is_marked_as_decoration(name: str) -> None:
    drawings = [node for tree in trees(name) for node in named(tree, "docPr")]
    silent = [node.get("name") for node in drawings if not node.get("descr") and not list(node.iter(DECORATIVE))]
    assert silent == []
    assert len(drawings) >= {"hard": 0, "English": 0, "report in English": 2}.get(name, 2)


@every_case
def test_every_drawing_has_an_id_of_its_own(name: str) -> None:
    ids = [node.get("id") for tree in trees(name) for node in named(tree, "docPr")]
    assert len(ids) == len(set(ids))


@every_case
def test_every_table_has_a_name_and_tables_of_data_a_header_row(name: str) -> None:
    tables = [node for tree in trees(name) for node in named(tree, "tbl")]
    assert tables
    for table in tables:
        (properties,) = all_of(table, "w:tblPr")
        assert len(all_of(properties, "w:tblCaption")) == 1
        style = all_of(properties, "w:tblStyle")
        if style and attribute(style[0], "w:val") == "ThreeLineTable":
            assert all_of(table, "w:tr[1]/w:trPr/w:tblHeader")
            assert attribute(all_of(properties, "w:tblLook")[0], "w:firstRow") == "1"


@every_case
def test_the_file_has_title_and_language(name: str) -> None:
    document, _ = CASES[name]
    core = etree.fromstring(case(name)["docProps/core.xml"])
    found = {str(node.tag).rpartition("}")[2]: node.text for node in core}
    assert found["title"] == document.title
    assert found["language"] == {"zh": "zh-CN", "en": "en-GB"}[document.language]


@every_case
def test_the_text_has_a_language_in_both_scripts(name: str) -> None:
    (language,) = all_of(etree.fromstring(case(name)["word/styles.xml"]), "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert (attribute(language, "w:val"), attribute(language, "w:eastAsia")) == ("en-GB", "zh-CN")


@every_case
def test_links_and_fields_lead_to_bookmarks_that_are_there(name: str) -> None:
    tree = etree.fromstring(case(name)["word/document.xml"])
    bookmarks = [attribute(node, "w:name") for node in named(tree, "bookmarkStart")]
    assert len(bookmarks) == len(set(bookmarks))
    fields = [match[1] for node in named(tree, "instrText") if (match := re.match(r" (?:PAGE)?REF (\S+)", node.text or ""))]
    links = [attribute(node, "w:anchor") for node in named(tree, "hyperlink")]
    assert {*fields, *links} <= set(bookmarks)


@every_case
def test_relations_lead_to_parts_and_parts_have_a_content_type(name: str) -> None:
    found = case(name)
    for part in found:
        if part.endswith(".rels"):
            folder = Path(part).parent.parent
            targets = [str(node.get("Target")) for node in etree.fromstring(found[part]) if node.get("TargetMode") != "External"]
            assert [target for target in targets if _inside(folder, target) not in found] == []
    types = etree.fromstring(found["[Content_Types].xml"])
    listed = {str(node.get("PartName")).lstrip("/") for node in types if node.get("PartName")}
    endings = {str(node.get("Extension")) for node in types if node.get("Extension")}
    assert listed <= set(found)
    assert [part for part in found if part not in listed and part.rpartition(".")[2] not in endings and part[0] != "["] == []


def _inside(folder: Path, target: str) -> str:
    steps: list[str] = [] if target.startswith("/") else list(folder.parts)
    for step in target.strip("/").split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)


@every_case
def test_headings_go_down_by_one_level_at_most(name: str) -> None:
    styles = [attribute(node, "w:val") or "" for node in named(etree.fromstring(case(name)["word/document.xml"]), "pStyle")]
    levels = [int(style[-1]) for style in styles if re.fullmatch(r"Heading\d", style)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_look_without_languages_is_given_that_of_the_report(tmp_path: Path) -> None:
    look = tmp_path / "mine.docx"
    with zipfile.ZipFile(look, "w") as archive:
        for part, content in parts(LOOK.read_bytes()).items():
            archive.writestr(part, re.sub(rb"<w:docDefaults>.*?</w:docDefaults>", b"", content))
    styles = etree.fromstring(parts(write(replace(annual(), sections=()), look, stub_draw).data)["word/styles.xml"])
    assert str(styles[0].tag).endswith("}docDefaults")
    assert attribute(all_of(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")[0], "w:eastAsia") == "zh-CN"


@pytest.mark.office
@pytest.mark.parametrize("look", ["official.docx", "report.docx"])
def test_a_second_run_gives_the_same_bytes_with_real_charts_and_pages(look: str) -> None:
    def run(document: Document) -> bytes:
        return write(replace(document, contents=True), LOOK.parent / look).data

    assert run(annual()) == run(annual())
