"""The command as a user meets it: what goes to which stream, and what faults say."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from reportgen import bundled
from reportgen.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_paths_of_written_files_go_to_standard_output_and_nothing_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out, err = run(capsys, "--year", "2025", "--format", "text", "--date", "2026-06-30", "--out", str(tmp_path))
    (path,) = out.splitlines()
    assert status == 0
    assert Path(path).is_file()
    assert "note: " in err
    assert "2025年" in Path(path).read_text("utf-8")


def test_sections_are_chosen_and_ordered(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, "--year", "2025", "--format", "text", "--sections", "enterprises,growth", "--out", str(tmp_path))
    (path,) = tmp_path.iterdir()
    text = path.read_text("utf-8")
    assert text.index("一、") < text.index("二、")
    assert "三、" not in text


def test_the_list_names_briefings_sections_and_years_with_their_facts(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "list")
    assert (status, err) == (0, "")
    assert "  annual: overview, growth," in out
    assert "  2012: " in out
    assert " facts\n" in out


def test_facts_as_json_hold_base_values_as_strings(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", "--year", "2023", "--format", "json")
    facts = {fact["id"]: fact for fact in json.loads(out)}
    revenue = facts["revenue:2023#000"]
    assert (revenue["value"], revenue["unit"], revenue["printed"]) == ("106821000000", "元", "1068.21亿元")
    assert (revenue["source"], revenue["paragraph"], revenue["status"], revenue["kind"]) == ("000", 9, "reported", "money")
    assert facts["iva.growth:2023#000"]["value"] == "2.8"


def test_facts_as_csv_and_table_have_a_row_a_fact(capsys: pytest.CaptureFixture[str]) -> None:
    _, as_json, _ = run(capsys, "facts", "--format", "json")
    _, as_csv, _ = run(capsys, "facts", "--format", "csv")
    _, as_table, _ = run(capsys, "facts")
    count = len(json.loads(as_json))
    assert len(list(csv.DictReader(io.StringIO(as_csv)))) == count
    assert sum(line.lstrip()[:1].isalpha() and "#" in line for line in as_table.splitlines()) == count


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "error: --year: no year given\n  hint: for example: reportgen --year 2025; see 'reportgen list' for the years\n"),
        (
            ("--year", "2025", "--format", "docx,pdff"),
            "error: --format: unknown format 'pdff'\n  hint: the formats are docx, pptx, text\n",
        ),
        (
            ("--year", "2025", "--sections", "grwth"),
            "error: --sections: briefing 'annual' has no section 'grwth'\n  hint: did you mean 'growth'?\n",
        ),
        (
            ("--year", "2025", "--years", "2020-2024"),
            "error: --years: the window 2020-2024 does not hold the year 2025, or is too long\n  hint: write --years 2022-2025\n",
        ),
    ],
)
def test_a_request_that_cannot_be_met_is_one_clear_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...], fault: str
) -> None:
    status, out, err = run(capsys, *arguments, *(("--out", str(tmp_path / "out")) if arguments else ()))
    assert (status, out, err) == (2, "", fault)
    assert not (tmp_path / "out").exists()


def test_a_year_without_facts_is_refused_with_the_years_that_have_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out, err = run(capsys, "--year", "1999", "--out", str(tmp_path / "out"))
    assert (status, out) == (2, "")
    assert err.startswith("error: --year: there are no facts for 1999\n  hint: facts by year: 2012 (")
    assert not (tmp_path / "out").exists()


def test_an_unknown_option_value_is_explained_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "--year", "2025", "--date", "soon")
    assert status == 2
    assert err == "error: --date: 'soon' is not a date\n  hint: write 2026-06-30\n"


def test_a_missing_dataset_folder_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, err = run(capsys, "facts", "--data", str(tmp_path / "none"))
    assert status == 2
    assert err == f"error: {tmp_path / 'none'}: no such dataset folder\n  hint: give --data a folder that holds facts.csv\n"


def test_a_fault_in_the_data_names_file_line_and_remedy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(bundled.dataset(), folder)
    facts = folder / "facts.csv"
    lines = facts.read_text("utf-8").splitlines(keepends=True)
    facts.write_text("".join([lines[0], lines[1].replace("power.growth", "power.grwth"), *lines[2:]]), "utf-8")
    status, _, err = run(capsys, "--year", "2023", "--data", str(folder), "--out", str(tmp_path / "out"))
    assert status == 2
    assert err.startswith("error: facts.csv:2: unknown indicator 'power.grwth'\n  hint: did you mean 'power.growth'")


def test_an_unwritable_folder_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    status, out, err = run(capsys, "--year", "2025", "--format", "text", "--out", str(tmp_path / "out"))
    assert (status, out) == (2, "")
    assert err.splitlines()[-2:] == [
        f"error: {tmp_path / 'out'}: cannot write: this is a file and not a folder",
        "  hint: give --out another folder",
    ]


def test_strict_refuses_warnings_and_writes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "--year", "2012", "--format", "text", "--strict", "--out", str(tmp_path / "out"))
    assert (status, out) == (2, "")
    assert "warning: section " in err
    assert "nothing was written" in err
    assert not (tmp_path / "out").exists()


def test_verbose_names_each_clause_left_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, _, err = run(capsys, "--year", "2025", "--format", "text", "--verbose", "--out", str(tmp_path))
    assert "note: overview.md.j2:" in err
    assert "the clause was left out" in err
