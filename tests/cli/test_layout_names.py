"""A deck in a look of one's own whose layouts have other names."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pptx import Presentation

from reportgen import bundled
from reportgen.cli.main import main

ARGUMENTS = ("--year", "2025", "--sections", "growth", "--date", "2026-06-30", "--format", "pptx")


def own_look(folder: Path) -> Path:
    """The look of the package with its cover renamed."""
    presentation = Presentation(str(bundled.templates() / "office" / "deck.pptx"))
    presentation.slide_layouts.get_by_name("cover").name = "封面页"
    path = folder / "own.pptx"
    presentation.save(str(path))
    return path


def templates(folder: Path, layouts: str) -> Path:
    shutil.copytree(bundled.templates() / "annual", folder / "templates" / "annual")
    settings = folder / "templates" / "annual" / "briefing.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}\nlayouts: {layouts}\n", "utf-8")
    return folder / "templates"


def run(folder: Path, layouts: str) -> int:
    chosen = ("--look", str(own_look(folder)), "--templates", str(templates(folder, layouts)))
    return main((*ARGUMENTS, *chosen, "--out", str(folder / "out")))


def test_a_briefing_says_what_its_look_calls_a_layout(tmp_path: Path) -> None:
    assert run(tmp_path, "{cover: 封面页}") == 0
    (deck,) = (tmp_path / "out").iterdir()
    assert Presentation(str(deck)).slides[0].slide_layout.name == "封面页"


def test_a_layout_that_the_look_does_not_have_is_a_fault_with_the_nearest_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "{cover: 封面叶}") == 2
    assert (
        "own.pptx: no layout is called '封面叶', which is to be 'cover'\n  hint: did you mean '封面页'?"
        in capsys.readouterr().err
    )
