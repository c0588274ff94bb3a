"""What a person has settled: matched exactly, with a reason, and never left lying about."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import DataError
from reportgen.facts.check import CHECKS
from reportgen.facts.check.acknowledge import FILE, load_acknowledged, settle
from reportgen.facts.check.finding import Cited, Finding

FALL = Finding("falls", "warning", (Cited("firms:2024#000", "000:1"), Cited("firms:2025#001", "001:2")), "2 fewer", "look")
ENTRY = '- {check: falls, facts: ["firms:2025#001", "firms:2024#000"], reason: 名单到期复核}\n'


def settled(folder: Path, text: str) -> tuple[Finding, ...]:
    (folder / FILE).write_text(text, "utf-8")
    return settle([FALL], load_acknowledged(folder, CHECKS))


def test_a_finding_is_settled_by_its_check_and_all_its_facts_in_any_order(tmp_path: Path) -> None:
    (finding,) = settled(tmp_path, ENTRY)
    assert (finding.open, finding.reason) == (False, "名单到期复核")
    assert (finding.check, finding.facts) == (FALL.check, FALL.facts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("check: falls", "check: twice"),
        (', "firms:2024#000"', ""),
        ("#000]", '#000, "firms:2023#000"]'),
        ("firms:2025", "firm:2025"),
    ],
    ids=["another check", "a fact too few", "a fact too many", "another fact"],
)
def test_an_acknowledgement_of_anything_else_settles_nothing_and_is_a_warning(tmp_path: Path, old: str, new: str) -> None:
    finding, idle = settled(tmp_path, ENTRY.replace('"', "").replace(old.replace('"', ""), new.replace('"', "")))
    assert finding == FALL
    assert (idle.check, idle.severity, idle.open) == ("acknowledged", "warning", True)
    assert idle.facts[0].place == "acknowledged.yaml:1"


def test_an_idle_acknowledgement_says_where_it_stands_and_what_to_do(tmp_path: Path) -> None:
    (idle,) = settled(tmp_path, "# 已核\n- {check: twice, facts: [a], reason: 无}\n")[1:]
    assert idle.computation == "acknowledged.yaml:2: the check 'twice' finds nothing about just these facts"
    assert idle.advice == "delete the entry, or name all facts of the finding as 'reportgen check --format json' lists them"


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_file_without_entries_settles_nothing(tmp_path: Path, text: str) -> None:
    assert settled(tmp_path, text) == (FALL,)


def test_a_dataset_need_not_have_the_file(tmp_path: Path) -> None:
    assert load_acknowledged(tmp_path, CHECKS) == ()


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (ENTRY.replace("falls", "fals"), "acknowledged.yaml:1: unknown check 'fals'\n  hint: did you mean 'falls'"),
        (
            ENTRY.replace("名单到期复核", "''"),
            "acknowledged.yaml:1: an acknowledgement without reason\n  hint: say what is settled, and why",
        ),
        ("- {check: falls, facts: [], reason: 无}\n", "acknowledged.yaml:1: an acknowledgement without facts\n"),
        ("- {check: falls, facts: [a]}\n", "acknowledged.yaml:1: object missing required field `reason`\n"),
        ("- {check: falls, facts: [a], reason: 无, by: 某人}\n", "acknowledged.yaml:1: object contains unknown field `by`\n"),
        ("check: falls\n", "acknowledged.yaml: not a list of entries\n"),
        ("- &a {check: falls}\n- *a\n", "acknowledged.yaml:2: not valid YAML: aliases are not supported\n"),
    ],
    ids=["unknown check", "no reason", "no facts", "reason left out", "unknown field", "no list", "an alias"],
)
def test_a_fault_in_the_file_is_named_with_its_line(tmp_path: Path, entry: str, fault: str) -> None:
    (tmp_path / FILE).write_text(entry, "utf-8")
    with pytest.raises(DataError) as caught:
        load_acknowledged(tmp_path, CHECKS)
    assert str(caught.value).startswith(fault)
