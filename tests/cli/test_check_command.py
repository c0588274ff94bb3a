"""``reportgen check``: what is open before what is settled, and an exit status for scripts."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from reportgen import bundled
from reportgen.cli.main import main
from reportgen.facts.check import CHECKS

SUMMARY = f"{len(CHECKS)} checks: 0 errors, 0 warnings and 12 points of care open, 25 findings acknowledged\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    status = main(["check", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the bundled data, to be spoiled."""
    return Path(shutil.copytree(bundled.dataset(), tmp_path / "data"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_data_in_order_have_status_0_and_a_summary_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys)
    assert (status, err) == (0, SUMMARY)
    assert out.splitlines()[0].split() == ["finding", "facts", "computation,", "with", "remedy", "or", "reason"]


def test_the_table_tells_facts_with_paragraphs_computation_and_reason_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys)
    row = "settled warning  giants.national:2024Q1#000 (000:24)"
    (line,) = (line for line in out.splitlines() if line.startswith(row))
    assert line.endswith("28家 (2024Q1), 26家 (2026-06): 2 fewer")
    assert "…" not in out
    assert "15 facts; --format json lists them" in out


def test_an_open_error_has_status_1_and_stands_first(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    spoil(data / "facts.csv", "chains,2025,,3.1,,个百分点,exact,3.1个百分点", "chains,2025,,3.3,,个百分点,exact,3.3个百分点")
    status, out, err = run(capsys, "--data", str(data))
    assert status == 1
    assert out.splitlines()[2].startswith("error            iva.gap/chains:2025#001 (001:14)")
    assert "10.8% - 7.7% = 3 to 3.2, but 3.3个百分点 is printed" in out
    assert err.startswith(f"{len(CHECKS)} checks: 1 error, 0 warnings and 12 points of care open")


def test_an_acknowledged_error_has_status_0(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    spoil(data / "facts.csv", "chains,2025,,3.1,,个百分点,exact,3.1个百分点", "chains,2025,,3.3,,个百分点,exact,3.3个百分点")
    with (data / "acknowledged.yaml").open("a", encoding="utf-8") as file:
        facts = '["iva.gap/chains:2025#001", "iva.growth/chains:2025#001", "iva.growth:2025#001"]'
        file.write(f"- {{check: difference, facts: {facts}, reason: 原文如此，已函询}}\n")
    status, out, err = run(capsys, "--data", str(data))
    assert (status, "settled error" in out, "26 findings acknowledged" in err) == (0, True, True)


def test_an_acknowledgement_that_matches_nothing_is_a_warning_with_status_0(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    spoil(
        data / "acknowledged.yaml",
        '["giants.national:2024Q1#000", "giants.national:2026-06#001"]',
        '["giants.national:2024Q1#000"]',
    )
    status, out, err = run(capsys, "--data", str(data))
    assert status == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("warning")] == ["warning", "warning"]
    assert "0 errors, 2 warnings and" in err


def test_json_and_csv_hold_every_finding_with_its_facts(capsys: pytest.CaptureFixture[str]) -> None:
    _, as_json, err = run(capsys, "--format", "json")
    _, as_csv, _ = run(capsys, "--format", "csv")
    findings, rows = json.loads(as_json), list(csv.DictReader(io.StringIO(as_csv)))
    assert err == SUMMARY
    assert [row["check"] for row in rows] == [finding["check"] for finding in findings]
    (fall,) = (finding for finding in findings if finding["check"] == "falls")
    assert fall["facts"] == ["giants.national:2024Q1#000", "giants.national:2026-06#001"]
    assert (fall["places"], fall["severity"], fall["open"]) == (["000:24", "001:21"], "warning", False)
    assert fall["reason"].startswith("001未说明")
    (row,) = (row for row in rows if row["check"] == "falls")
    assert (row["facts"], row["places"]) == ("giants.national:2024Q1#000;giants.national:2026-06#001", "000:24;001:21")


def test_data_without_findings_make_an_empty_list(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    files = {
        "facts.csv": "indicator,place,period,value,unit,qualifier,printed,status,source,paragraph\n",
        "indicators.yaml": "places: {city: {zh: 本市, home: true}}\nindicators: {}\n",
        "sources.yaml": "{}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    outputs = [run(capsys, "--data", str(tmp_path), "--format", format_)[:2] for format_ in ("table", "json", "csv")]
    header = "check,severity,open,facts,places,computation,advice,reason\n"
    assert outputs == [(0, ""), (0, "[]\n"), (0, header)]


def test_a_fault_has_status_2_and_says_where(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    spoil(data / "acknowledged.yaml", "- check: falls", "- check: fals")
    status, out, err = run(capsys, "--data", str(data))
    assert (status, out) == (2, "")
    assert err.startswith("error: acknowledged.yaml:")
    assert ": unknown check 'fals'\n  hint: did you mean 'falls'" in err
    assert run(capsys, "--data", str(data / "none"))[0] == 2
