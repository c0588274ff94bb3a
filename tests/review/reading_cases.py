"""Cases as documents, and readings as one writes them down."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from reportgen.facts.quantity import plain
from reportgen.review.reading import Reading

FOLDER = Path(__file__).parent.parent / "cases"


def cases(name: str) -> list[tuple[str, dict[str, str]]]:
    """Title and fenced blocks of each case of a document."""
    found: list[tuple[str, dict[str, str]]] = []
    tokens = MarkdownIt().parse((FOLDER / name).read_text("utf-8"))
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            found.append((tokens[index + 1].content, {}))
        elif token.type == "fence":
            found[-1][1][token.info] = token.content.removesuffix("\n")
    return found


def written(reading: Reading) -> str:
    """``近五成: 50 % nearly``; ``2023年: date``"""
    if not reading.is_figure:
        return f"{reading.text}: {reading.reason}"
    bound = "" if reading.qualifier == "exact" else reading.qualifier
    return f"{reading.text}: {' '.join(filter(None, (plain(reading.base), reading.unit, bound)))}"
