"""The cases of ``tests/cases/wording.md``: facts and a template in, text out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from making import scope
from markdown_it import MarkdownIt

from reportgen.errors import TemplateError
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.render import render_template
from reportgen.narrative.wording.zh import tidy

CASES = Path(__file__).parent.parent / "cases" / "wording.md"


def cases() -> list[tuple[str, dict[str, str]]]:
    """Title and fenced blocks of each case."""
    found: list[tuple[str, dict[str, str]]] = []
    tokens = MarkdownIt().parse(CASES.read_text("utf-8"))
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            found.append((tokens[index + 1].content, {}))
        elif token.type == "fence":
            found[-1][1][token.info] = token.content
    return found


def without_traces(text: str) -> str:
    return re.sub(r'(?<!\\)\[((?:[^\]\\]|\\.)*)\]\{facts="[^"]*"\}', r"\1", text)


@pytest.mark.parametrize(("title", "blocks"), cases(), ids=[title for title, _ in cases()])
def test_wording(title: str, blocks: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "case.md.j2").write_text(blocks["template"], "utf-8")
    environment = NarrativeEnvironment(tmp_path, scope(yaml.safe_load(blocks["facts"])))
    if "unknown" in blocks:
        with pytest.raises(TemplateError) as caught:
            render_template(environment, "case.md.j2")
        assert caught.value.message == blocks["unknown"].strip()
    else:
        said = without_traces(tidy(render_template(environment, "case.md.j2")))
        assert said.strip() == blocks["expected"].strip()
