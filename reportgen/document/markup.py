"""Rendered Markdown to a neutral tree: paragraphs, lists, headings and *directives* with spans in them.

Markdown is parsed by markdown-it with its attribute, container, footnote and front-matter plugins. A directive is a container with a
name, attributes and a body::

    ::: chart {#fig-growth kind=growth-years facts="iva.growth revenue.growth" caption="主要指标增速"}
    规上工业增加值增长[7.7%]{facts="…"}
    :::

Bold words are written ``[words]{.strong}``, because the asterisks of CommonMark do not open or close beside Chinese characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from reportgen.characters import refused
from reportgen.document.model import Bullets, Figure, Footnote, Paragraph, Reference, Span, Spans, Text
from reportgen.errors import DocumentError

COMPUTED = "#derived"
"""How the id of a fact ends that no source prints."""


_MARKS = "、，；。,;."
"""Marks that the text of a directive does not end in."""


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as written; numbers and anchors come later."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Directive:
    """A container with what its author asked for; resolved by ``directives``."""

    name: str
    place: str
    attributes: dict[str, str]
    body: tuple[Node, ...]

    @property
    def anchor(self) -> str:
        return self.attributes.get("id", "")

    @property
    def spans(self) -> Spans:
        """The text of the first paragraph of the body; a title does not end in a mark."""
        spans = next((node.spans for node in self.body if isinstance(node, Paragraph)), ())
        last = spans[-1] if spans else None
        return merge([*spans[:-1], Text(last.text.rstrip(_MARKS), last.strong)]) if isinstance(last, Text) else spans


Node = Title | Paragraph | Bullets | Directive


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed template: its front matter and its nodes."""

    settings: dict[str, Any]
    nodes: tuple[Node, ...]


@cache
def parser() -> MarkdownIt:
    """CommonMark with the plugins; every container name is let through here and judged by ``directives``."""
    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.use(front_matter_plugin).use(attrs_plugin, spans=True).use(footnote_plugin)
    return markdown.use(container_plugin, "directive", validate=lambda params, markup: True)


def parse_page(markdown: str, place: str, joint: str = "") -> Page:
    """Parse one rendered template, its lines joined by ``joint``; faults are :class:`DocumentError` that name ``place``."""
    root = SyntaxTreeNode(parser().parse(markdown))
    return Page(_settings(root, place), _Reader(place, _footnotes(root), joint).nodes(root))


def _settings(root: SyntaxTreeNode, place: str) -> dict[str, Any]:
    raw = next((node.content for node in root.children if node.type == "front_matter"), "")
    try:
        settings = yaml.safe_load(raw) or {}
    except yaml.YAMLError:
        settings = None
    if not isinstance(settings, dict):
        raise DocumentError("the front matter is not a YAML mapping", place=place, hint="for example: title: 主要指标")
    title = settings.get("title", "")
    if not isinstance(title, str) or refused(title):
        raise DocumentError("the title of the front matter is not plain text", place=place, hint='for example: title: "主要指标"')
    return settings


def _footnotes(root: SyntaxTreeNode) -> tuple[SyntaxTreeNode, ...]:
    return tuple(note for node in root.children if node.type == "footnote_block" for note in node.children)


class _Reader:
    """Walks the tree of one page; one method a kind of node, found by its name."""

    def __init__(self, place: str, footnotes: tuple[SyntaxTreeNode, ...], joint: str) -> None:
        self.place = place
        self.joint = joint
        self.footnotes = footnotes

    def nodes(self, parent: SyntaxTreeNode) -> tuple[Node, ...]:
        return tuple(node for child in parent.children for node in self._node(child))

    def _node(self, node: SyntaxTreeNode) -> Iterator[Node]:
        if node.type in ("front_matter", "footnote_block"):
            return
        read: Callable[[SyntaxTreeNode], Node] | None = getattr(self, f"_{node.type}", None)
        if read is None:
            message = f"'{node.type.replace('_', ' ')}' is not part of a briefing"
            raise DocumentError(message, place=self.place, hint="use paragraphs, lists, headings and ::: directives")
        yield read(node)

    def _heading(self, node: SyntaxTreeNode) -> Title:
        return Title(int(node.tag[1]), self.inline(node))

    def _paragraph(self, node: SyntaxTreeNode) -> Paragraph:
        return Paragraph(self.inline(node))

    def _bullet_list(self, node: SyntaxTreeNode) -> Bullets:
        return Bullets(tuple(self._item(item) for item in node.children if item.children))

    def _item(self, item: SyntaxTreeNode) -> Spans:
        if [child.type for child in item.children] != ["paragraph"]:
            hint = "begin each item with '- ' at the start of a line, and the text after the list without spaces before it"
            raise DocumentError("an item of a list holds more than one text", place=self.place, hint=hint)
        return self.inline(item.children[0])

    def _ordered_list(self, node: SyntaxTreeNode) -> Bullets:
        return replace(self._bullet_list(node), ordered=True)

    def _container_directive(self, node: SyntaxTreeNode) -> Directive:
        name, _, rest = node.info.strip().partition(" ")
        return Directive(name, self.place, self._attributes(name, rest.strip()), self.nodes(node))

    def _attributes(self, name: str, text: str) -> dict[str, str]:
        try:
            return parse(text)[1] if text else {}
        except ParseError as error:
            raise DocumentError(
                f"the attributes of '::: {name}' cannot be read: {text}", place=self.place, hint='write {#id key=value key="a b"}'
            ) from error

    def inline(self, node: SyntaxTreeNode) -> Spans:
        """The spans of a block's text, neighbours of the same kind joined."""
        spans = [span for child in node.children for part in child.children for span in self._spans(part, strong=False)]
        return merge(spans)

    def _spans(self, node: SyntaxTreeNode, strong: bool) -> Iterator[Span]:
        match node.type:
            case "text" | "code_inline":
                yield Text(node.content, strong)
            case "softbreak" | "hardbreak":
                yield Text(self.joint, strong)
            case "footnote_ref":
                yield Footnote(self._footnote(int(node.meta["id"])))
            case "link" if str(node.attrs.get("href", "")).startswith("#"):
                yield Reference(str(node.attrs["href"])[1:], _plain(node))
            case "span" if node.attrs.get("facts"):
                ids = tuple(str(node.attrs["facts"]).split())
                yield Figure(_plain(node), ids, all(id_.endswith(COMPUTED) for id_ in ids), strong)
            case "span" | "strong" | "em" | "link":
                bold = strong or node.type == "strong" or "strong" in str(node.attrs.get("class", ""))
                for child in node.children:
                    yield from self._spans(child, bold)
            case "footnote_anchor":
                return
            case _:
                raise DocumentError(
                    f"'{node.type}' cannot stand in a text", place=self.place, hint="use plain text and [text]{.strong}"
                )

    def _footnote(self, index: int) -> tuple[Text | Figure, ...]:
        paragraphs = [child for child in self.footnotes[index].children if child.type == "paragraph"]
        spans = [span for paragraph in paragraphs for span in self.inline(paragraph)]
        return tuple(span for span in spans if isinstance(span, Text | Figure))


def _plain(node: SyntaxTreeNode) -> str:
    return "".join(part.content for part in node.walk() if part.type == "text")


def merge(spans: list[Span]) -> Spans:
    """Join neighbouring texts of the same weight and drop empty ones."""
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        if isinstance(span, Text) and isinstance(last, Text) and (span.strong, span.number) == (last.strong, last.number):
            merged[-1] = replace(last, text=last.text + span.text)
        elif not (isinstance(span, Text) and not span.text):
            merged.append(span)
    return tuple(merged)
