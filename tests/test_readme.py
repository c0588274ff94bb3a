"""The examples of the README work as they stand."""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from making import dataset

from reportgen import bundled
from reportgen.cli.main import main
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.scope import Scope
from reportgen.pipeline import Request, Result, run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FENCED = "\n".join(re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE))
OF_FILES = ("reportgen audit", "reportgen trace", "reportgen refresh")
COMMANDS = re.findall(r"^reportgen .*$", FENCED, re.MULTILINE)


def test_there_are_examples() -> None:
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if command.startswith(OF_FILES):
        finished_files()
    assert main(shlex.split(command, comments=True)[1:]) == 0


def finished_files() -> None:
    """What the commands for finished files name."""
    Path("article.txt").write_text("2025年，全市规模以上工业增加值增长7.7%。", "utf-8")
    for name, product in zip(("report.docx", "deck.pptx"), made().products, strict=True):
        Path(name).write_bytes(product.data)
    shutil.copytree(bundled.dataset(), "my-city")


@cache
def made() -> Result:
    request = Request(bundled.dataset(), bundled.templates(), "annual", 2025, date(2026, 6, 30), ("docx", "pptx"), ("growth",))
    return run(request)


def test_the_template_of_the_readme_renders(tmp_path: Path) -> None:
    example, _ = re.findall(r"```jinja\n(.*?)```", README, re.DOTALL)
    (tmp_path / "t.md.j2").write_text(example, "utf-8")
    facts = [
        {"key": "iva.growth", "kind": "growth", "unit": "%", "period": 2025, "value": "7.7"},
        {"key": "iva.gap.province", "kind": "difference", "unit": "个百分点", "period": 2025, "value": "0.2"},
    ]
    text = NarrativeEnvironment(tmp_path, Scope(dataset(facts), 2025, (2022, 2025))).get_template("t.md.j2").render()
    assert text.startswith("2025年，全市规模以上工业增加值比上年增长[7.7%]")
    assert "，高于全省平均水平[0.2个百分点]" in text


def test_the_english_template_of_the_readme_says_what_stands_below_it(tmp_path: Path) -> None:
    example, said = re.findall(r"```jinja\n([^`]*?)```\n\n> (.*?)\n", README, re.DOTALL)[-1]
    (tmp_path / "t.md.j2").write_text(example, "utf-8")
    facts = [
        {"key": "iva.growth", "kind": "growth", "unit": "%", "period": 2025, "value": "7.7"},
        {"key": "iva.gap.province", "kind": "difference", "unit": "个百分点", "period": 2025, "value": "0.2"},
        {"key": "enterprises.total", "as_of": "2025-12-31", "value": "940"},
    ]
    scope = Scope(dataset(facts), 2025, (2022, 2025), "en")
    text = NarrativeEnvironment(tmp_path, scope).get_template("t.md.j2").render()
    assert " ".join(re.sub(r"\[([^]]*)\]\{[^}]*\}", r"\1", scope.wording.tidy(text)).split()).lower() == said.lower()


def test_every_link_of_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
