"""The cases of ``tests/cases/wording.md`` and ``wording.en.md``: facts and a template in, text out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from making import scope
from markdown_it import MarkdownIt

from reportgen.errors import TemplateError
from reportgen.facts.model import Language
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.render import render_template

CASES: dict[Language, Path] = {
    "zh": Path(__file__).parent.parent / "cases" / "wording.md",
    "en": Path(__file__).parent.parent / "cases" / "wording.en.md",
}


def cases(language: Language) -> list[tuple[str, dict[str, str]]]:
    """Title and fenced blocks of each case."""
    found: list[tuple[str, dict[str, str]]] = []
    tokens = MarkdownIt().parse(CASES[language].read_text("utf-8"))
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            found.append((tokens[index + 1].content, {}))
        elif token.type == "fence":
            found[-1][1][token.info] = token.content
    return found


def without_traces(text: str) -> str:
    return re.sub(r'(?<!\\)\[((?:[^\]\\]|\\.)*)\]\{facts="[^"]*"\}', r"\1", text)


@pytest.mark.parametrize(("title", "blocks"), cases("zh"), ids=[title for title, _ in cases("zh")])
def test_wording(title: str, blocks: dict[str, str], tmp_path: Path) -> None:
    check(blocks, tmp_path, "zh")


@pytest.mark.parametrize(("title", "blocks"), cases("en"), ids=[title for title, _ in cases("en")])
def test_english_wording(title: str, blocks: dict[str, str], tmp_path: Path) -> None:
    check(blocks, tmp_path, "en")


def check(blocks: dict[str, str], folder: Path, language: Language) -> None:
    (folder / "case.md.j2").write_text(blocks["template"], "utf-8")
    seen = replace(scope(yaml.safe_load(blocks["facts"])), language=language)
    environment = NarrativeEnvironment(folder, seen)
    if "unknown" in blocks:
        with pytest.raises(TemplateError) as caught:
            render_template(environment, "case.md.j2")
        assert caught.value.message == blocks["unknown"].strip()
    else:
        said = without_traces(seen.wording.tidy(render_template(environment, "case.md.j2")))
        assert said.strip() == blocks["expected"].strip()
