"""Every file that the main job makes: accessible to a reader who cannot see it, and the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from produced import document, files, products

from reportgen.document.model import Table
from reportgen.facts.model import Language

EDITIONS: tuple[tuple[int, Language], ...] = ((2022, "zh"), (2023, "zh"), (2025, "zh"), (2025, "en"))
LANGUAGE = {"zh": "zh-CN", "en": "en-GB"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def made(year: int, language: Language = "zh") -> dict[str, bytes]:
    """Report and deck of a year, by suffix."""
    return files(year, language=language)


def parts(data: bytes, start: str, end: str = ".xml") -> Iterator[tuple[str, etree._Element]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith(start) and name.endswith(end):
                yield name, etree.fromstring(archive.read(name))


def slides(year: int, language: Language) -> list[tuple[str, etree._Element]]:
    return [(name, root) for name, root in parts(made(year, language)[".pptx"], "ppt/slides/slide")]


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_every_picture_of_a_report_says_what_it_shows_with_its_figures(year: int, language: Language) -> None:
    ((_, body),) = parts(made(year, language)[".docx"], "word/document")
    described = [element.get("descr", "") for element in body.iter(f"{WP}docPr")]
    assert described != []
    for text in described:
        assert len(text) > 20, text
        assert any(character.isdigit() for character in text)
    ids = [element.get("id") for element in body.iter(f"{WP}docPr")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_every_picture_of_a_deck_says_what_it_shows_with_its_figures(year: int, language: Language) -> None:
    pictures = [picture for _, root in slides(year, language) for picture in root.iter(f"{P}pic")]
    assert pictures != []
    for picture in pictures:
        text = picture.find(f".//{P}cNvPr").get("descr", "")
        assert len(text) > 20, text
        assert any(character.isdigit() for character in text)


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_every_slide_has_a_title_and_it_is_read_first(year: int, language: Language) -> None:
    for name, root in slides(year, language):
        shapes = [shape for shape in root.find(f".//{P}spTree") if shape.tag in (f"{P}sp", f"{P}pic", f"{P}graphicFrame")]
        placeholder = shapes[0].find(f".//{P}ph")
        assert placeholder is not None, name
        assert placeholder.get("type") in ("title", "ctrTitle"), name
        assert "".join(shapes[0].itertext()).strip(), name


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_titles_of_slides_differ(year: int, language: Language) -> None:
    titles = ["".join(next(root.iter(f"{P}sp")).itertext()).strip() for _, root in slides(year, language)]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_every_run_of_a_deck_says_its_language(year: int, language: Language) -> None:
    for name, root in slides(year, language):
        for properties in root.iter(f"{A}rPr"):
            assert properties.get("lang") == LANGUAGE[language], name


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_a_report_says_its_language_in_its_styles(year: int, language: Language) -> None:
    ((_, styles),) = parts(made(year, language)[".docx"], "word/styles")
    said = styles.find(f"{W}docDefaults//{W}lang")
    assert said is not None
    assert said.get(f"{W}{'eastAsia' if language == 'zh' else 'val'}") == LANGUAGE[language]


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_tables_mark_their_header_rows(year: int, language: Language) -> None:
    tables = [block for section in document(year, language).sections for block in section.blocks if isinstance(block, Table)]
    ((_, body),) = parts(made(year, language)[".docx"], "word/document")
    headed = [table for table in body.iter(f"{W}tbl") if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    assert len(headed) == len(tables) > 0
    for _, root in slides(year, language):
        for frame in root.iter(f"{P}graphicFrame"):
            name = frame.find(f".//{P}cNvPr").get("name")
            if "Timeline" not in name:  # dates beside events: a table without a header
                assert all(properties.get("firstRow") == "1" for properties in frame.iter(f"{A}tblPr")), name


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_headings_are_words_own_so_that_its_navigation_works(year: int, language: Language) -> None:
    ((_, styles),) = parts(made(year, language)[".docx"], "word/styles")
    named = {style.find(f"{W}name").get(f"{W}val"): style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    ((_, body),) = parts(made(year, language)[".docx"], "word/document")
    used = [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")]
    assert used.count(named["heading 1"]) >= 8


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_files_carry_title_author_subject_and_date(year: int, language: Language) -> None:
    for data in made(year, language).values():
        ((_, core),) = parts(data, "docProps/core")
        fields = {element.tag.rpartition("}")[2]: element.text for element in core}
        assert (f"{year}年" if language == "zh" else str(year)) in fields["title"]
        assert fields["creator"]
        assert fields["language"] == LANGUAGE[language]
        assert fields["created"].startswith("2026-06-30")


def test_the_same_request_in_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    script = "import sys; from reportgen.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = [
        sys.executable,
        "-c",
        script,
        "--year",
        "2025",
        "--format",
        "docx,pptx",
        "--date",
        "2026-06-30",
        "--out",
        str(tmp_path),
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"})
    elsewhere = {path.suffix: sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}
    assert elsewhere == {suffix: sha256(data).hexdigest() for suffix, data in made(2025).items()}


@pytest.mark.parametrize(("year", "language"), EDITIONS)
def test_native_charts_are_charts_in_both_files_with_cache_and_workbook(year: int, language: Language) -> None:
    for product in products(year, "native", language).values():
        folder = "word" if product.name.endswith(".docx") else "ppt"
        charts = dict(parts(product.data, f"{folder}/charts/chart"))
        with zipfile.ZipFile(BytesIO(product.data)) as archive:
            workbooks = [name for name in archive.namelist() if name.startswith(f"{folder}/embeddings/")]
            assert [name for name in archive.namelist() if name.endswith(".svg")] == []
        assert len(charts) == len(workbooks) > 0
        for name, chart in charts.items():
            assert chart.find(f".//{C}externalData") is not None, name
            assert all(flag.get("val") == "0" for flag in chart.iter(f"{C}invertIfNegative"))
            assert [value.text for value in chart.iter(f"{C}v")] != []


def test_a_word_report_that_ends_in_a_table_opens_no_empty_page() -> None:
    ((_, body),) = parts(made(2025)[".docx"], "word/document")
    *_, table, gap, _ = body[0]
    assert table.tag == f"{W}tbl"
    assert int(gap.find(f"{W}pPr/{W}spacing").get(f"{W}line")) <= 20
    assert all(properties.find(f"{W}keepNext") is not None for properties in table.findall(f"{W}tr")[-1].iter(f"{W}pPr"))
