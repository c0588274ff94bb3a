"""``reportgen audit``: what is not in order, an exit status for scripts, and copies with remarks."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from docx import Document
from office_tools import faults, to_pdf
from pptx import Presentation

from reportgen.cli.main import main

RIGHT = "2025年，全市规模以上工业增加值增长7.7%，规模以上工业营业收入1267.05亿元。"
WRONG = "2025年，全市规模以上工业增加值增长7.8%，规模以上工业营业收入1267.05亿元。"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    status = main(["audit", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def text(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(words, "utf-8")
    return path


def word(folder: Path, name: str, words: str) -> Path:
    document = Document()
    document.add_paragraph(words)
    document.save(str(folder / name))
    return folder / name


def slides(folder: Path, name: str, words: str) -> Path:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = words
    deck.save(str(folder / name))
    return folder / name


def test_a_text_in_order_has_status_0_and_only_a_summary(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, text(tmp_path, "a.txt", RIGHT)) == (
        0,
        "",
        "3 numbers: 0 changed, 0 stale, 0 unknown, 0 known, 2 agree, 1 are no figures\n",
    )


def test_a_figure_without_a_fact_has_status_1_and_its_nearest_facts(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, text(tmp_path, "a.txt", WRONG))
    assert status == 1
    assert out.splitlines()[2].split()[:3] == ["unknown", "paragraph", "1"]
    assert "【7.8%】" in out
    assert "nearest: iva.growth:2025#001: 7.7%" in out
    assert err.startswith("3 numbers: 0 changed, 0 stale, 1 unknown")


def test_all_numbers_are_listed_on_request(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, out, _ = run(capsys, text(tmp_path, "a.txt", RIGHT), "--all", "--format", "json")
    numbers = json.loads(out)["numbers"]
    assert [(number["text"], number["verdict"], number["facts"]) for number in numbers] == [
        ("2025年", "not a figure", []),
        ("7.7%", "agrees", ["iva.growth:2025#001"]),
        ("1267.05亿元", "agrees", ["revenue:2025#001"]),
    ]


def test_csv_has_a_row_a_number(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, out, _ = run(capsys, text(tmp_path, "a.txt", WRONG), "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["file"], row["text"], row["value"], row["unit"], row["verdict"]) == ("a.txt", "7.8%", "7.8", "%", "unknown")


def test_two_files_that_show_a_fact_with_two_values_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A rounding on one side is no difference."""
    one = text(tmp_path, "a.txt", "2025年，全市规模以上工业营业收入1267.05亿元。")
    other = text(tmp_path, "b.txt", "2025年，全市规模以上工业营业收入1267亿元。")
    status, out, err = run(capsys, one, other, "--format", "json")
    assert (status, json.loads(out)["differences"]) == (0, [])
    assert "between the files" not in err


def test_the_year_of_the_files_counts_where_they_say_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = text(tmp_path, "a.txt", "全市规模以上工业营业收入1068.21亿元。")
    assert run(capsys, path)[0] == 0
    status, out, _ = run(capsys, path, "--year", "2025")
    assert status == 1
    assert "the text says 2025, the fact is of 2023" in out


def test_a_copy_of_a_report_has_comments_at_the_numbers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = word(tmp_path, "report.docx", WRONG)
    before = path.read_bytes()
    _, out, _ = run(capsys, path, "--annotate", tmp_path / "audited")
    assert out.splitlines()[-1] == str(tmp_path / "audited" / "report.audited.docx")
    assert path.read_bytes() == before
    (comment,) = Document(str(tmp_path / "audited" / "report.audited.docx")).comments
    assert comment.author == "reportgen"
    assert comment.text.startswith(
        "“7.8%”没有这样的数据；最接近的：规模以上工业增加值增速（2025）7.7%，《向“新”而行 向“强”攀登》第8段"
    )


def test_a_copy_of_a_deck_ends_in_a_summary(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, slides(tmp_path, "deck.pptx", WRONG), "--annotate", tmp_path / "audited")
    deck = Presentation(str(tmp_path / "audited" / "deck.audited.pptx"))
    assert len(deck.slides) == 2
    title, body = (shape.text_frame.text for shape in deck.slides[1].shapes)
    assert title == "数据核对结果"
    assert body.startswith("第1张幻灯片 ‘Title 1’ › 第1段：“7.8%”没有这样的数据")


def test_a_copy_of_a_text_is_a_list_of_remarks(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, text(tmp_path, "a.txt", WRONG), "--annotate", tmp_path / "audited")
    lines = (tmp_path / "audited" / "a.audited.md").read_text("utf-8").splitlines()
    assert lines[0] == "# a.txt：数据核对"
    assert lines[2].startswith("- 第1段：“7.8%”没有这样的数据")


@pytest.mark.office
@pytest.mark.parametrize(("make", "name"), [(word, "report.docx"), (slides, "deck.pptx")])
def test_annotated_copies_are_valid_and_open(capsys: pytest.CaptureFixture[str], tmp_path: Path, make: object, name: str) -> None:
    assert callable(make)
    run(capsys, make(tmp_path, name, WRONG), "--annotate", tmp_path / "audited")
    copy = tmp_path / "audited" / name.replace(".", ".audited.")
    assert faults(copy) == ""
    assert to_pdf(copy).read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_read_is_a_fault_and_nothing_is_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    good, bad = text(tmp_path, "a.txt", WRONG), tmp_path / "b.docx"
    bad.write_bytes(b"no zip")
    status, out, err = run(capsys, good, bad, "--annotate", tmp_path / "audited")
    assert (status, out) == (2, "")
    assert err.startswith("error: b.docx: this is no Office file")
    assert not (tmp_path / "audited").exists()
