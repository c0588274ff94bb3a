"""The look ``report``: cover, contents page, header, and colours shared with decks and charts."""

from __future__ import annotations

import re
import runpy
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, attribute, lines, parts, words
from docx_samples import annual, english, hard, stub_draw
from lxml import etree
from office_tools import faults, lines_of_pages, to_pdf

from reportgen.charts.theme import HOUSE
from reportgen.document.model import Document
from reportgen.writers.docx import write
from reportgen.writers.docx.headings import entries
from reportgen.writers.docx.look import open_look
from reportgen.writers.docx.settings import Settings, read_settings
from reportgen.writers.docx.xml import Element

OFFICE = LOOK.parent
REPORT = OFFICE / "report.docx"
MM = 72 / 25.4


def counted(data: bytes, titles: Sequence[str]) -> Sequence[int]:
    return range(3, 3 + len(titles))


def tree(document: Document, name: str = "word/document.xml") -> Element:
    return etree.fromstring(parts(write(document, REPORT, stub_draw, counted).data)[name])


def colours(theme: bytes) -> dict[str, str]:
    return dict(re.findall(r'<a:(\w+)><a:srgbClr val="(\w+)"/></a:\1>', theme.decode()))


@pytest.mark.parametrize("name", ["report.docx", "report.en.docx"])
def test_each_file_is_what_its_script_makes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(OFFICE), *sys.path])
    script = runpy.run_path(str(OFFICE / "make_report.py"))
    assert parts(script["make"](script["EDITIONS"][name])) == parts((OFFICE / name).read_bytes())


def test_its_settings_ask_for_cover_and_contents_page() -> None:
    assert read_settings(REPORT) == Settings(cover=True, contents=True, official=False)


def test_its_theme_is_that_of_the_decks_and_its_blue_that_of_the_charts() -> None:
    with zipfile.ZipFile(OFFICE / "deck.pptx") as deck:
        theme = colours(deck.read("ppt/theme/theme1.xml"))
    own = colours(parts(REPORT.read_bytes())["word/theme/theme1.xml"])
    assert own == theme
    styles = parts(REPORT.read_bytes())["word/styles.xml"].decode()
    assert f'w:val="{own["dk2"]}" w:themeColor="text2"' in styles
    assert [f"#{own[name]}" for name in ("accent1", "accent2", "accent3")] == [tone.fill for tone in HOUSE.series[:3]]


def test_the_text_is_set_in_11_and_a_half_points_with_a_pitch_of_one_line_and_a_half() -> None:
    look = open_look(REPORT)
    normal = look.styles["paragraph", "normal"]
    pitch = float(attribute(all_of(normal, "w:pPr/w:spacing")[0], "w:line") or 0) / 20
    assert look.points("Body Text") == 11.5
    assert 1.3 <= pitch / (11.5 * 1.32) <= 1.5  # 1.32 is the height of a line of Microsoft YaHei


def test_the_cover_bears_title_office_and_date_and_leaves_out_an_empty_subtitle() -> None:
    assert [line for line in lines(tree(annual())) if line[0] and line[0].startswith("Cover")] == [
        ("CoverTitle", "示例市2025年工业\n和信息化发展情况报告"),
        ("CoverRule", ""),
        ("CoverAuthor", "示例市工业和信息化局"),
        ("CoverDate", "2026年6月30日"),
    ]


def test_a_long_title_is_set_smaller_on_the_cover() -> None:
    title = "示例市“十四五”以来工业和信息化高质量发展情况以及下一步推进新型工业化重点工作安排的报告"
    found = tree(replace(annual(), title=title))
    run = all_of(found[0][0], "w:r")[-1]
    assert words(run).count("\n") == 2
    assert attribute(all_of(run, "w:rPr/w:sz")[0], "w:val") == "52"


def test_what_is_drawn_on_the_cover_is_marked_as_decoration() -> None:
    found = tree(replace(annual(), sections=()))
    drawn = [node for node in found.iter() if str(node.tag).endswith("}docPr")]
    assert [(node.get("name"), node.get("descr")) for node in drawn] == [("Band", None), ("Strip", None)]
    assert etree.tostring(found).count(b'decorative val="1"') == 2


def test_the_header_bears_title_and_office() -> None:
    header = tree(annual(), "word/header1.xml")
    assert words(header) == "示例市2025年工业和信息化发展情况报告示例市工业和信息化局"


def test_cover_contents_and_text_are_sections_of_their_own() -> None:
    sections = all_of(tree(annual()), ".//w:sectPr")
    assert [len(all_of(node, "w:headerReference")) for node in sections] == [0, 1, 1]
    numbers = [all_of(node, "w:pgNumType") for node in sections]
    assert [[dict(node.attrib) and sorted(map(str, node.attrib.values())) for node in found] for found in numbers] == [
        [],
        [["upperRoman"]],
        [["1"]],
    ]


def saved(document: Document, folder: Path) -> Path:
    path = folder / "report.docx"
    path.write_bytes(write(document, REPORT, stub_draw).data)
    return path


@pytest.mark.office
@pytest.mark.parametrize("document", [annual(), hard(), english()], ids=["annual", "hard", "english"])
def test_the_validator_finds_nothing(document: Document, tmp_path: Path) -> None:
    assert faults(saved(document, tmp_path)) == ""


@pytest.mark.office
def test_the_contents_page_names_the_pages_on_which_the_headings_stand(tmp_path: Path) -> None:
    pages = lines_of_pages(to_pdf(saved(annual(), tmp_path)))
    contents = [re.fullmatch(r"(.+?)\.{3,}(\d+)", text) for _, _, text in pages[1]]
    listed = {found[1]: int(found[2]) for found in contents if found}
    assert list(listed) == [entry.text for entry in entries(annual(), 2)]
    for heading, page in listed.items():
        assert heading in [text for _, _, text in pages[page + 1]]  # cover and contents page come before page 1
    assert [page[-1][2] for page in pages[1:]] == ["II", *(str(number) for number in range(1, len(pages) - 1))]


@pytest.mark.office
def test_office_and_date_stand_at_the_foot_of_the_cover(tmp_path: Path) -> None:
    *title, author, date = lines_of_pages(to_pdf(saved(annual(), tmp_path)))[0]
    assert (author[2], date[2]) == ("示例市工业和信息化局", "2026年6月30日")
    assert 25 * MM < date[0] < author[0] < 45 * MM
    assert title[0][0] == pytest.approx((297 - 119) * MM - 30, abs=8)
