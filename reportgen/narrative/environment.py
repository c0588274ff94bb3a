"""The environment of templates: the functions and filters of one scope, strict names and the ``clause`` tag.

Templates are untrusted: no attribute that starts with an underscore, no writing to objects, no file outside the briefing's folder,
no undefined name, and an end to everything (:mod:`reportgen.narrative.sandbox`). Facts reach a template as opaque values that only
filters can word, and whatever comes from the data is escaped before a template sees it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import StrictUndefined, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from reportgen.narrative.filters import Filters
from reportgen.narrative.sandbox import BoundedEnvironment, OneFolder, Turns, Year
from reportgen.narrative.scope import MissingFact, Scope
from reportgen.narrative.statements import Statements
from reportgen.notices import ClauseOmitted


class ClauseExtension(Extension):
    """``{% clause %}…{% endclause %}`` leaves itself out when a fact in it is missing."""

    tags = {"clause"}  # noqa: RUF012 - Jinja's own protocol

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endclause",), drop_needle=True)
        call = self.call_method("_clause", [nodes.Const(parser.name or ""), nodes.Const(line)])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _clause(self, name: str, line: int, caller: Callable[[], str]) -> str:
        try:
            return caller()
        except MissingFact as missing:
            self.environment.omitted.append(ClauseOmitted(f"{name}:{line}", str(missing)))  # type: ignore[attr-defined]
            return ""


class BlankLines(Extension):
    """Keeps an empty line after a tag, which parts paragraphs: only the end of the line that the tag stands in is no text."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _TAG_BEFORE_BLANK_LINE.sub("+%}", source)


_TAG_BEFORE_BLANK_LINE = re.compile(r"(?<![-+])%\}(?=[ \t]*\n[ \t]*\n)")


class NarrativeEnvironment(BoundedEnvironment):
    """The environment of the templates in one folder and one scope; ``omitted`` collects the clauses left out.

    ``sections`` are those that the report will have, which a template may ask for with ``includes``.
    """

    def __init__(self, folder: Path, scope: Scope, sections: tuple[str, ...] = ()) -> None:
        super().__init__(
            loader=OneFolder(folder),
            undefined=StrictUndefined,
            extensions=[ClauseExtension, BlankLines, Turns],
            comment_start_string="<!--",  # {# opens the identifier of a heading or directive
            comment_end_string="-->",
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.omitted: list[ClauseOmitted] = []
        words = Filters(scope)
        self.filters.update(words.table())
        self.globals = {
            "year": Year(scope.year),
            "window": scope.wording.years(*scope.window),
            "includes": sections.__contains__,
            **Statements(scope, words).table(),
        }
