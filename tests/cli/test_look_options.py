"""Looks, contents page and official parts on the command line and in a briefing."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from reportgen import bundled
from reportgen.cli.main import main

ARGUMENTS = ("--year", "2025", "--sections", "growth", "--date", "2026-06-30")
OFFICIAL = bundled.templates() / "office" / "official.docx"


def run(folder: Path, *arguments: str) -> Path:
    assert main((*ARGUMENTS, "--out", str(folder / "out"), *arguments)) == 0
    (path,) = (folder / "out").iterdir()
    return path


def part(path: Path, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def briefing(folder: Path, *lines: str) -> Path:
    """Copy the briefings, with more lines in ``briefing.yaml``."""
    templates = folder / "templates"
    shutil.copytree(bundled.templates() / "annual", templates / "annual")
    settings = templates / "annual" / "briefing.yaml"
    settings.write_text(settings.read_text("utf-8") + "\n" + "\n".join(lines), "utf-8")
    return templates


def test_a_look_is_chosen_by_name(tmp_path: Path) -> None:
    assert 'w:val="CoverTitle"' in part(run(tmp_path, "--look", "report", "--no-contents"))


def test_a_file_of_the_users_own_is_a_look(tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(OFFICIAL.read_bytes())
    mine.with_suffix(".yaml").write_text("numbers: decimal", "utf-8")
    assert ">1 </w:t>" in part(run(tmp_path, "--look", str(mine)))


def test_a_look_for_reports_leaves_decks_alone(tmp_path: Path) -> None:
    assert main((*ARGUMENTS, "--out", str(tmp_path / "a"), "--format", "pptx")) == 0
    assert main((*ARGUMENTS, "--out", str(tmp_path / "b"), "--format", "docx,pptx", "--look", "report", "--no-contents")) == 0
    decks = [next((tmp_path / name).glob("*.pptx")).read_bytes() for name in "ab"]
    assert decks[0] == decks[1]


def test_official_parts_of_the_command_line_go_before_those_of_the_briefing(tmp_path: Path) -> None:
    templates = briefing(tmp_path, "official:", "  number: 示工信发〔2026〕1号", '  signature: "{place}工业和信息化局"')
    text = part(run(tmp_path, "--templates", str(templates), "--official", "number=示工信发〔2026〕2号"))
    assert "〔2026〕2号" in text
    assert "〔2026〕1号" not in text
    assert 'w:val="Signature"' in text
    assert "萍乡市工业和信息化局" in text


def test_an_empty_official_part_takes_that_of_the_briefing_away(tmp_path: Path) -> None:
    templates = briefing(tmp_path, "official: {number: 示工信发〔2026〕1号}")
    assert "DocumentNumber" not in part(run(tmp_path, "--templates", str(templates), "--official", "number="))


def test_a_briefing_names_its_look_and_wants_a_contents_page(tmp_path: Path) -> None:
    templates = briefing(tmp_path, "contents: true")
    settings = templates / "annual" / "briefing.yaml"
    settings.write_text(settings.read_text("utf-8").replace("docx: official.docx", "docx: mine.docx"), "utf-8")
    (templates / "annual" / "mine.docx").write_bytes(OFFICIAL.read_bytes())
    assert "Table of Contents" in part(run(tmp_path, "--templates", str(templates)))


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("--look", "offical"), "error: --look: there is no look 'offical'\n  hint: did you mean 'official'?\n"),
        (("--look", "deck"), "error: --look: the look 'deck' is for pptx\n  hint: add --format pptx\n"),
        (
            ("--official", "nmber=1"),
            "error: --official: 'nmber=1' names no part of an official document\n  hint: did you mean 'number'?\n",
        ),
        (
            ("--official", "red_header=局文件", "--contents"),
            "error: a document with a red header has no room for a contents page before its text\n"
            "  hint: leave out 'red_header' or the contents page (--no-contents)\n",
        ),
    ],
)
def test_what_cannot_be_met_is_one_clear_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...], fault: str
) -> None:
    status = main((*ARGUMENTS, "--out", str(tmp_path / "out"), *arguments))
    captured = capsys.readouterr()
    assert (status, captured.out, captured.err) == (2, "", fault)
    assert not (tmp_path / "out").exists()


def test_a_look_that_lacks_styles_is_told_which_and_what_it_has(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "plain.docx"))
    assert main((*ARGUMENTS, "--out", str(tmp_path / "out"), "--look", str(tmp_path / "plain.docx"))) == 2
    fault, hint, *rest = capsys.readouterr().err.splitlines()
    assert fault.startswith(f"error: {tmp_path / 'plain.docx'}: the look lacks the styles 'Author', 'Date', 'Note'")
    assert hint.startswith("  hint: its styles are 'Normal'")
    assert rest == []
