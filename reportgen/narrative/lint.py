"""Faults of templates that can be found without rendering, by walking Jinja's parsed tree.

A digit typed in a template is a number without a fact behind it: it is refused unless it stands in a proper name of the dataset or in
the settings of a directive. Keys of look-ups are checked against the dataset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes

from reportgen.errors import ReportError, TemplateError
from reportgen.facts.dataset import Dataset
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.scope import Scope

_SETTINGS = re.compile(r"\A---\n.*?\n---\n|^:{3,}.*$|\{#[\w-]+\}|\]\(#[\w-]+\)|^#+ ", re.DOTALL | re.MULTILINE)
"""Text of a template that no reader sees: front matter, directive lines, anchors."""
_LOOK_UPS = {
    **dict.fromkeys(("fact", "latest", "earlier", "before", "ahead", "states", "each", "turned", "best", "note"), 1),
    **dict.fromkeys(("has", "any", "exceeded"), 99),
    "apart": 2,
}
"""How many of the first arguments of a look-up are keys."""


def lint(briefing: Briefing, scope: Scope) -> tuple[TemplateError, ...]:
    """Every fault found in the templates of a briefing, in order."""
    environment = NarrativeEnvironment(briefing.folder, scope)
    return tuple(fault for section in briefing.sections for fault in _template(briefing.template(section), environment, scope))


def _template(name: str, environment: NarrativeEnvironment, scope: Scope) -> Iterator[TemplateError]:
    assert environment.loader is not None
    source = environment.loader.get_source(environment, name)[0]
    try:
        tree = environment.parse(source, name)
    except TemplateSyntaxError as error:
        yield TemplateError(str(error.message), place=f"{name}:{error.lineno}", hint="see Jinja's syntax")
        return
    yield from _typed_digits(name, tree, scope.dataset)
    yield from _unknown_keys(name, tree, scope)


def _typed_digits(name: str, tree: nodes.Template, dataset: Dataset) -> Iterator[TemplateError]:
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                yield from _digits(name, node.lineno, node.data, dataset)
            elif isinstance(node, nodes.Const):
                yield from _digits(name, node.lineno, str(node.value), dataset)


def _digits(name: str, line: int, text: str, dataset: Dataset) -> Iterator[TemplateError]:
    visible = _SETTINGS.sub(lambda match: "\n" * match[0].count("\n"), text)
    for proper in dataset.names:
        visible = visible.replace(proper, "")
    for match in re.finditer(r"[\d０-９][\d０-９.,]*", visible):
        place = f"{name}:{line + visible.count(chr(10), 0, match.start())}"
        hint = 'say it with fact("…"), or add the proper name that it belongs to to names.yaml'
        yield TemplateError(f"the number '{match[0]}' is typed in the template", place=place, hint=hint)


def _unknown_keys(name: str, tree: nodes.Template, scope: Scope) -> Iterator[TemplateError]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in _LOOK_UPS:
            for argument in call.args[: _LOOK_UPS[call.node.name]]:
                if isinstance(argument, nodes.Const):
                    yield from _unknown(f"{name}:{argument.lineno}", str(argument.value), scope)


def _unknown(place: str, keys: str, scope: Scope) -> Iterator[TemplateError]:
    for key in keys.split():
        try:
            scope.check(key)
        except ReportError as error:
            yield TemplateError(error.message, place=place, hint=error.hint)
