"""``reportgen refresh``: where the new file goes, what is said, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportgen.cli.main import main
from tests.review.refresh.facts import FALLEN, dataset, edited, made, texts


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    status = main(["refresh", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.docx"
    path.write_bytes(made("docx"))
    return path


@pytest.fixture
def fallen(tmp_path: Path) -> Path:
    return dataset(FALLEN, tmp_path / "data")


def test_the_new_file_stands_beside_the_old_one(report: Path, fallen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, report, "--data", fallen)
    assert status == 0
    assert out == f"{report.parent / '报告（更新）.docx'}\n"
    assert "增长7.7% → 下降2.1%" in err
    assert "changes made" in err.splitlines()[-1]
    assert report.read_bytes() == made("docx")


def test_in_place_a_backup_is_kept_each_time(report: Path, fallen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, report, "--data", fallen, "--in-place")[0] == 0
    first = report.read_bytes()
    assert first != made("docx")
    assert run(capsys, report, "--in-place")[0] == 0
    assert report.read_bytes() == made("docx")
    assert (report.parent / "报告.bak.docx").read_bytes() == made("docx")
    assert (report.parent / "报告.bak2.docx").read_bytes() == first


def test_a_file_that_is_up_to_date_is_not_written(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, report, "--in-place")
    assert (status, out) == (0, "")
    assert err.endswith("报告.docx: up to date\n")
    assert [path.name for path in report.parent.iterdir()] == [report.name]


def test_a_dry_run_writes_nothing_and_json_tells_everything(
    report: Path, fallen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_bytes(edited(made("docx"), "word/document.xml", ("<w:t>940</w:t>", "<w:t>941</w:t>")))
    status, out, _ = run(capsys, report, "--data", fallen, "--dry-run", "--format", "json")
    (told,) = json.loads(out)
    assert status == 1
    assert (told["written"], told["changed"]) == (None, True)
    (left,) = [entry for entry in told["entries"] if entry["state"] == "left"]
    assert (left["old"], left["new"], left["now"]) == ("940", "955", "941")
    assert not (report.parent / "报告（更新）.docx").exists()


def test_faults_are_told_with_a_hint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = tmp_path / "x.docx"
    foreign.write_bytes(b"PK")
    assert run(capsys, foreign)[::2] == (2, "error: x.docx: this is no Office file, or a damaged one (File is not a zip file)\n  hint: give a .docx or .pptx that opens in Word, WPS or PowerPoint\n")  # fmt: skip
    assert run(capsys, tmp_path / "none.pptx")[0] == 2
    assert run(capsys, tmp_path / "a.txt")[2] == f"error: {tmp_path / 'a.txt'}: only .docx and .pptx can be refreshed\n  hint: make any other file anew\n"  # fmt: skip


def test_two_files_of_one_name_are_not_written_over_each_other(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / report.name).write_bytes(made("docx"))
    status, _, err = run(capsys, report, tmp_path / "old" / report.name, "--out", tmp_path / "new")
    assert (status, (tmp_path / "new").exists()) == (2, False)
    assert "two files called '报告.docx' would go to one folder" in err


def test_a_command_without_a_file_says_what_it_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[::2] == (2, "error: no files given\n  hint: see 'reportgen --help'\n")


def test_a_rate_that_has_become_negative_keeps_its_sign_where_no_word_says_it() -> None:
    assert any("全省增速为−1.8%" in text for text in texts(made("docx", fallen=True)))
