"""The dataset of Pingxiang, and the articles behind it where they are at hand (they are not part of the project)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.facts.dataset import Dataset
from reportgen.facts.load import load

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "pingxiang"
LAST_PARAGRAPH = {"001": 36}
"""The file of article 001 goes on with an article about another city."""


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return load(SEEDS)


@pytest.fixture(scope="session")
def articles() -> dict[str, dict[int, str]]:
    """Paragraphs of each article by number: the lines that are not empty, from 1."""
    return {file.name[:3]: paragraphs(file.read_text("utf-8"), LAST_PARAGRAPH.get(file.name[:3])) for file in article_files()}


def article_files() -> list[Path]:
    folder = Path(os.environ.get("REPORTGEN_ARTICLES") or ROOT.parent / "shared" / "seeds")
    files = sorted(folder.glob("[0-9][0-9][0-9]_*.txt"))
    if not files:
        pytest.skip("the articles are not at hand; set REPORTGEN_ARTICLES to the folder that holds them")
    return files


def paragraphs(text: str, last: int | None) -> dict[int, str]:
    lines = [line for line in text.splitlines() if line.strip()]
    return dict(enumerate(lines[:last], start=1))
