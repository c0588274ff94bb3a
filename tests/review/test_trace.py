"""Every number of every produced file leads back to a fact, or is a date, a name, an ordinal, a count or a constant."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document as OpenWord
from office_tools import saved_again
from produced import document, products

from reportgen import bundled
from reportgen.cli.main import main
from reportgen.document.model import ChartForm, Document, FactRecord
from reportgen.document.walk import facts_of_report, facts_of_slide
from reportgen.errors import EXIT_FAULT, EXIT_FINDINGS, EXIT_OK, DataError
from reportgen.facts.load import load
from reportgen.facts.model import Language
from reportgen.review.identity import manifest_in
from reportgen.review.opening import open_document
from reportgen.review.package import opened
from reportgen.review.trace import Traced, trace
from reportgen.writers.package import pack

YEARS = tuple(load(bundled.dataset()).years())
FILES: tuple[tuple[int, ChartForm, Language], ...] = (
    *((year, "picture", "zh") for year in YEARS),
    *((year, "native", "zh") for year in (2022, 2025)),
    *((year, "picture", "en") for year in (2022, 2025)),
)


def traced(path: Path) -> tuple[Traced, ...]:
    return trace(open_document(path), manifest_in(opened(path.name, path.read_bytes())))


def saved(folder: Path, year: int, charts: ChartForm = "picture", language: Language = "zh") -> list[Path]:
    made = products(year, charts, language).values()
    for product in made:
        (folder / product.name).write_bytes(product.data)
    return [folder / product.name for product in made]


@pytest.mark.parametrize(("year", "charts", "language"), FILES)
def test_no_number_on_a_page_or_slide_is_without_a_fact(tmp_path: Path, year: int, charts: ChartForm, language: Language) -> None:
    for path in saved(tmp_path, year, charts, language):
        found = traced(path)
        assert [one for one in found if one.kind == "typed"] == []
        assert [one for one in found if one.written] == []
        assert len([one for one in found if one.kind == "fact"]) > 0


@pytest.mark.parametrize("year", [2022, 2025])
def test_every_fact_that_the_document_says_is_found_in_its_file(tmp_path: Path, year: int) -> None:
    report, deck = saved(tmp_path, year)
    assert facts(traced(report)) == facts_of_report(document(year))
    assert facts(traced(deck)) >= on_slides(document(year))


def facts(found: tuple[Traced, ...]) -> set[str]:
    return {record.id for one in found for record in one.facts}


def on_slides(document: Document) -> set[str]:
    return {id_ for section in document.sections for slide in section.slides for id_ in facts_of_slide(slide)}


def test_places_other_than_text_are_traced_too(tmp_path: Path) -> None:
    places = {one.place for path in saved(tmp_path, 2025) for one in traced(path) if one.kind == "fact"}
    for kind in ("alternative text", "notes of slide", "picture", "表"):
        assert any(kind in place for place in places), kind


def test_a_number_that_was_changed_or_typed_is_told_apart(tmp_path: Path) -> None:
    report = saved(tmp_path, 2025)[0]
    word = OpenWord(str(report))
    control = next(node for node in word.element.iter() if node.tag.endswith("}t") and node.text == "940")
    control.text = "941"
    word.add_paragraph("另有企业123家。")
    word.save(str(report))
    found = traced(report)
    assert [(one.text, one.written, one.facts[0].id) for one in found if one.written] == [
        ("941", "940", "enterprises.total:2025-12-31#001")
    ]
    assert [one.text for one in found if one.kind == "typed"] == ["123家"]


@pytest.mark.office
def test_a_save_by_libreoffice_loses_no_number_of_the_text(tmp_path: Path) -> None:
    for path in saved(tmp_path, 2025)[:2]:
        before, after = traced(path), traced(saved_again(path))
        assert texts(after) == texts(before)
        assert [one for one in after if one.kind == "typed"] == []


def texts(found: tuple[Traced, ...]) -> list[tuple[str, tuple[FactRecord, ...]]]:
    """Numbers outside alternative texts, which LibreOffice drops, with their facts."""
    return sorted(
        ((one.text, one.facts) for one in found if one.kind == "fact" and "alternative" not in one.place),
        key=lambda pair: str(pair),
    )


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    OpenWord().save(str(path))
    with pytest.raises(DataError) as fault:
        traced(path)
    assert str(fault.value).splitlines()[0] == "other.docx: the file does not say where its numbers come from"


# --- the command -----------------------------------------------------------------------------------------------------------


def test_the_command_tells_source_and_paragraph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = saved(tmp_path, 2025)[0]
    assert main(("trace", str(report))) == EXIT_OK
    out, err = capsys.readouterr()
    assert "iva.growth:2025#001, reported" in out
    assert "paragraph 8" in out
    assert err.strip().endswith("0 without a fact")


def test_the_command_tells_the_same_to_other_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = saved(tmp_path, 2025)[0]
    assert main(("trace", str(report), "--format", "json")) == EXIT_OK
    as_json = json.loads(capsys.readouterr().out)
    assert main(("trace", str(report), "--format", "csv")) == EXIT_OK
    as_csv = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["fact"] for row in as_json] == [row["fact"] for row in as_csv]
    assert [row["paragraph"] for row in as_json] == [row["paragraph"] for row in as_csv]


def test_the_status_tells_that_a_number_leads_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = saved(tmp_path, 2025)[0]
    word = OpenWord(str(report))
    word.add_paragraph("另有企业123家。")
    word.save(str(report))
    assert main(("trace", str(report))) == EXIT_FINDINGS
    assert "no fact behind it" in capsys.readouterr().out


def test_a_text_file_is_refused_with_the_command_that_reads_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.txt"
    path.write_text("增长7.7%", "utf-8")
    assert main(("trace", str(path))) == EXIT_FAULT
    assert "only Word files and decks know their facts" in capsys.readouterr().err


def test_a_file_of_a_later_version_is_refused_by_trace_and_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, _ = saved(tmp_path, 2025)
    with zipfile.ZipFile(report) as archive:
        parts = {name: archive.read(name).replace(b'"version":1', b'"version":2') for name in archive.namelist()}
    report.write_bytes(pack(parts))
    for command in ("trace", "audit"):
        assert main([command, str(report)]) == EXIT_FAULT
        assert "made by a later version of reportgen" in capsys.readouterr().err


def test_counts_that_a_deck_makes_of_its_own_are_counts(tmp_path: Path) -> None:
    _, deck = saved(tmp_path, 2025)
    assert {one.text for one in traced(deck) if one.kind == "count"} > {"3项"}
