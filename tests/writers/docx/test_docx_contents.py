"""The contents page: its field with the whole result, and the pages in it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, attribute, lines, parts, report, words
from docx_samples import annual, english, said, stub_draw
from lxml import etree
from office_tools import lines_of_pages, to_pdf

from reportgen.document.model import Document, Heading
from reportgen.notices import PagesUnknown
from reportgen.writers.docx import pagination, write
from reportgen.writers.docx.headings import entries, renumbered
from reportgen.writers.docx.pagination import PagesUnknownError, matched, pages_of
from reportgen.writers.docx.xml import Element

HEADINGS = (
    Heading(2, "（一）", said("产业{3}链"), "a"),
    Heading(3, "1.", said("企业"), "b"),
    Heading(2, "（二）", said("园区"), "c"),
)


def counted(data: bytes, titles: Sequence[str]) -> Sequence[int]:
    """Say that every heading stands three pages behind the one before."""
    return range(2, 2 + 3 * len(titles), 3)


def unknown(data: bytes, titles: Sequence[str]) -> Sequence[int]:
    raise PagesUnknownError("the printer is on strike")


def with_contents(document: Document | None = None, paginate: object = counted) -> Element:
    done = write(replace(document or report(*HEADINGS), contents=True), LOOK, stub_draw, paginate)  # type: ignore[arg-type]
    return etree.fromstring(parts(done.data)["word/document.xml"])


def contents_lines(tree: Element) -> list[tuple[str | None, str]]:
    return [(kind, text) for kind, text in lines(tree) if kind and kind.startswith("TOC")]


def test_there_is_none_unless_the_look_or_the_document_wants_one() -> None:
    tree = etree.fromstring(parts(write(report(), LOOK, stub_draw, unknown).data)["word/document.xml"])
    assert not all_of(tree, ".//w:sdt")


def test_it_lists_headings_of_two_levels_with_their_pages() -> None:
    assert contents_lines(with_contents()) == [
        ("TOCHeading", "目录"),
        ("TOC1", "一、节2"),
        ("TOC2", "（一）产业3链5"),
        ("TOC2", "（二）园区8"),
    ]


def test_it_is_one_field_that_word_can_update() -> None:
    inside = all_of(with_contents(), ".//w:sdtContent")[0]
    marks = [attribute(node, "w:fldCharType") for node in all_of(inside, ".//w:fldChar")]
    assert marks == ["begin", "separate", *["begin", "separate", "end"] * 3, "end"]
    assert all_of(inside, ".//w:instrText")[0].text == ' TOC \\o "1-2" \\h \\z \\u '


def test_each_line_leads_to_its_heading_and_names_its_page_by_a_field() -> None:
    tree = with_contents()
    bookmarks = [attribute(node, "w:name") for node in all_of(tree, ".//w:bookmarkStart")]
    links = [attribute(node, "w:anchor") for node in all_of(tree, ".//w:hyperlink")]
    assert links == [bookmarks[0], bookmarks[1], bookmarks[3]]
    assert [node.text for node in all_of(tree, ".//w:hyperlink//w:instrText")] == [f" PAGEREF {name} \\h " for name in links]


def test_numbers_stand_at_the_right_edge_behind_dots() -> None:
    tab = all_of(with_contents(), ".//w:sdtContent/w:p/w:pPr/w:tabs/w:tab")[0]
    assert [attribute(tab, f"w:{name}") for name in ("val", "leader", "pos")] == ["right", "dot", "8845"]


def test_the_text_starts_on_the_page_behind() -> None:
    tree = with_contents()
    kinds = [str(node.tag).rpartition("}")[2] for node in tree[0]]
    end = tree[0][kinds.index("sdt") + 1]
    assert len(all_of(end, "w:pPr/w:sectPr")) == 1
    assert words(tree[0][kinds.index("sdt") + 2]) == "一、节"


def test_without_pages_the_lines_stand_alone_and_a_notice_says_why() -> None:
    document = replace(report(*HEADINGS), contents=True)
    done = write(document, LOOK, stub_draw, unknown)
    assert done.notices == (PagesUnknown("the printer is on strike"),)
    assert str(done.notices[0]) == (
        "the pages of the headings are not known: the printer is on strike; the contents page was written without page numbers"
    )
    tree = with_contents(paginate=unknown)
    assert contents_lines(tree)[1:] == [("TOC1", "一、节"), ("TOC2", "（一）产业3链"), ("TOC2", "（二）园区")]
    assert not all_of(tree, ".//w:hyperlink//w:tab")
    assert "PAGEREF" not in etree.tostring(tree, encoding="unicode")


def test_the_pages_are_asked_for_the_report_as_it_will_be() -> None:
    asked: list[tuple[bytes, Sequence[str]]] = []

    def paginate(data: bytes, titles: Sequence[str]) -> Sequence[int]:
        asked.append((data, titles))
        return [1] * len(titles)

    done = write(replace(report(*HEADINGS), contents=True), LOOK, stub_draw, paginate)
    assert asked == [(done.data, ["一、节", "（一）产业3链", "（二）园区"])]


def test_the_same_document_gives_the_same_bytes_with_a_contents_page() -> None:
    document = replace(annual(), contents=True)
    assert write(document, LOOK, stub_draw, counted) == write(document, LOOK, stub_draw, counted)


def test_decimal_numbers_count_sections_and_headings() -> None:
    document = renumbered(report(*HEADINGS), "decimal")
    assert [entry.text for entry in entries(document, 3)] == ["1 节", "1.1 产业3链", "1.1.1 企业", "1.2 园区"]


def test_headings_may_go_without_numbers() -> None:
    assert [entry.text for entry in entries(renumbered(report(*HEADINGS), "none"), 1)] == ["节"]


def test_other_entries_of_the_outline_are_passed_over() -> None:
    assert matched(("甲", "乙 丙"), (("目录", 1), ("甲", 2), ("甲", 3), ("乙丙", 4))) == (2, 4)


def test_a_heading_that_the_outline_lacks_is_named() -> None:
    with pytest.raises(PagesUnknownError, match="LibreOffice's outline does not have the heading '乙'"):
        matched(("甲", "乙"), (("乙", 1), ("甲", 2)))


def test_a_machine_without_libreoffice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "PROGRAMS", ("no-such-program",))
    with pytest.raises(PagesUnknownError, match="LibreOffice is not on this machine"):
        pages_of(b"", ())


def program(path: Path, script: str) -> str:
    path.write_text(f"#!{sys.executable}\n{script}")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name == "nt", reason="the programs of this test are scripts")
@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("", "LibreOffice did not set the report"),
        ("import time; time.sleep(60)", "LibreOffice took longer than 0.5 seconds"),
        (
            "import sys; open(sys.argv[sys.argv.index('--outdir') + 1] + '/report.pdf', 'w').write('no PDF')",
            "LibreOffice's PDF cannot be read",
        ),
    ],
)
def test_a_run_that_goes_wrong_is_told(script: str, why: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pagination, "PROGRAMS", (program(tmp_path / "soffice", script),))
    monkeypatch.setattr(pagination, "SECONDS", 0.5 if "sleep" in script else 20)
    with pytest.raises(PagesUnknownError) as fault:
        pages_of(b"", ("甲",))
    assert str(fault.value) == why


@pytest.mark.office
def test_under_the_official_title_it_names_the_pages_on_which_the_headings_stand(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(write(replace(annual(), contents=True), LOOK, stub_draw).data)
    pages = lines_of_pages(to_pdf(path))
    listed = [re.fullmatch(r"(.+?)[.…]{2,}(\d+)", text) for _, _, text in pages[0]]
    found = {match[1]: int(match[2]) for match in listed if match}
    assert list(found) == [entry.text for entry in entries(annual(), 2)]
    for heading, page in found.items():
        assert heading in [text for _, _, text in pages[page - 1]]
    assert min(found.values()) == 2


def test_reports_in_english_have_a_contents_page_too() -> None:
    assert contents_lines(with_contents(english()))[:2] == [("TOCHeading", "Contents"), ("TOC1", "1. Overview2")]
