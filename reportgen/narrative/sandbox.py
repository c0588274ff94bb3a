"""What keeps a template within bounds: Jinja's sandbox, made smaller, with an end to every loop and every text.

A template words facts; it need not compute. So arithmetic is for numbers only, methods are a handful, filters are those of the
narrative and a few of Jinja's, and only words and facts can be printed: a list, a truth value or a bare number on a page is a slip,
and a number would have no fact behind it. Loops and macros are counted, texts are measured as they grow: a template that runs away is
stopped after the same turn on every machine, without a clock.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.filters import FILTERS
from jinja2.lexer import Token, TokenStream
from jinja2.loaders import split_template_path
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.characters import refused
from reportgen.errors import TemplateError
from reportgen.narrative.cited import Cited

SUFFIX = ".md.j2"
MAX_BYTES = 1_000_000
MAX_CHARACTERS = 500_000
"""A section longer than this is a template that went wrong, not a report."""
MAX_TURNS = 20_000
"""Turns of all loops and calls of all macros in one section."""
LARGEST = 10**12
RUNAWAY = "look for a loop in a loop, or a macro or template that calls itself"
_FILTERS = (
    *("count", "default", "first", "groupby", "last", "length", "list", "map", "max", "min"),
    *("reject", "rejectattr", "reverse", "select", "selectattr", "sort", "trim", "unique"),
)
_METHODS = frozenset(
    {
        *("startswith", "endswith", "removeprefix", "removesuffix", "strip", "split"),  # of texts
        *("items", "keys", "values", "get"),  # of mappings
        *("grouper", "list"),  # of what the filter groupby gives
    }
)
"""The views of programmes and projects show their fields."""
_PLAIN = (str, bytes, int, float, Decimal, list, tuple, dict, set, frozenset)


class Year(int):
    """The year of the briefing: the one number that may be printed without a fact."""


class Turns(Extension):
    """Counts every turn of a loop, every call of a macro and every inclusion, by a step set into it."""

    tags = {"_turn"}  # noqa: RUF012 - Jinja's own protocol
    counted = ("for", "macro", "call", "block", "include")

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        opened = False
        for token in stream:
            yield token
            if token.type == "block_begin":
                opened = stream.current.value in self.counted
            elif token.type == "block_end" and opened:
                for type_, value in (("block_begin", "{%"), ("name", "_turn"), ("block_end", "%}")):
                    yield Token(token.lineno, type_, value)

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        return nodes.ExprStmt(self.call_method("_count"), lineno=line)

    def _count(self) -> None:
        self.environment.turns += 1  # type: ignore[attr-defined]
        if self.environment.turns > MAX_TURNS:  # type: ignore[attr-defined]
            raise TemplateError(f"the loops and macros of the section take more than {MAX_TURNS} turns", hint=RUNAWAY)


class _Generator(CodeGenerator):
    """Joins with ``~`` as the environment does, instead of without bounds."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - named by the node
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with the bounds of this module; ``turns`` is set back for each section."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, finalize=self.printed, **options)
        self.turns = 0
        self.filters = {name: FILTERS[name] for name in _FILTERS} | {"join": self.join}

    def concat(self, parts: Iterable[str]) -> str:
        """The parts as one text, as long as a section may be."""
        kept, length = [], 0
        for part in parts:
            length += len(part)
            if length > MAX_CHARACTERS:
                raise TemplateError(f"the text is longer than {MAX_CHARACTERS} characters", hint=RUNAWAY)
            kept.append(part)
        return "".join(kept)

    def joined(self, parts: Iterable[object]) -> str:
        return self.concat(str(self.printed(part)) for part in parts)

    def join(self, parts: Iterable[object], separator: str = "") -> str:
        """The filter ``join``."""
        return self.concat(text for n, part in enumerate(parts) for text in (separator if n else "", str(self.printed(part))))

    def printed(self, value: object) -> object:
        """What ``{{ … }}`` prints: words, facts and the year, nothing else."""
        if isinstance(value, str | Cited | Year | Undefined):
            return value
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            raise TemplateError(f"the number {value} has no fact behind it", hint='print the fact itself: {{ fact("…") }}')
        what = f"'{value}'" if value is None or isinstance(value, bool) else f"a value of the kind '{type(value).__name__}'"
        raise TemplateError(f"{what} cannot be printed", hint="print a fact, one of its wordings, or words")

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Arithmetic of numbers of a size that years and counts have; texts and lists may be joined."""
        numbers = isinstance(left, int | Decimal) and isinstance(right, int | Decimal)
        if operator == "+" and not numbers:
            return self._added(left, right)
        if operator == "**" or not numbers:
            raise TemplateError(f"'{operator}' is for numbers", hint="join texts with ~")
        result = super().call_binop(context, operator, left, right)
        if abs(result) > LARGEST:
            raise TemplateError(
                "the result of the arithmetic is too large", hint="figures come from facts; nothing is computed here"
            )
        return result

    def _added(self, left: object, right: object) -> object:
        if not isinstance(left, str | list | tuple) or not isinstance(right, str | list | tuple):
            raise TemplateError("'+' is for numbers, texts and lists", hint="join texts with ~")
        if len(left) + len(right) > MAX_CHARACTERS:
            raise TemplateError(f"the text is longer than {MAX_CHARACTERS} characters", hint=RUNAWAY)
        return left + right  # type: ignore[operator]

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if isinstance(obj, _PLAIN):
            return attr in _METHODS
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: object) -> None:
        """Jinja would let ``format`` through in a wrapping; it is no method of ours."""


class OneFolder(BaseLoader):
    """The templates of one folder: UTF-8 files of bounded size that lie in it, not elsewhere behind a link."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        path = self.folder.joinpath(*split_template_path(template))
        if not template.endswith(SUFFIX) or not os.path.lexists(path):
            raise TemplateNotFound(template)
        return self._text(path, template), str(path), None

    def _text(self, path: Path, name: str) -> str:
        text = self._decoded(path, name)
        if found := refused(text):
            place = f"{name}:{text.count(chr(10), 0, found[0]) + 1}"
            raise TemplateError(
                f"the character {found[1]} cannot stand in a text", place=place, hint="delete it; it cannot be seen"
            )
        return text

    def _decoded(self, path: Path, name: str) -> str:
        if not path.is_file():
            raise TemplateError("this is not a file", place=name, hint="put a template of this name there")
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise TemplateError(
                "the template lies outside its briefing", place=name, hint="copy it into the folder instead of linking to it"
            )
        if path.stat().st_size > MAX_BYTES:
            raise TemplateError(
                f"the template is larger than {MAX_BYTES // 1_000_000} MB", place=name, hint="split it into sections"
            )
        try:
            return path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise TemplateError("the template is not UTF-8 text", place=name, hint="save it as UTF-8 in the editor") from None
        except OSError as error:
            raise TemplateError(f"cannot read the template: {error.strerror}", place=name, hint="check who may read it") from None
