"""Faults of templates that can be found without rendering, by walking Jinja's parsed tree.

A digit typed in a template is a number without a fact behind it: it is refused unless it stands in a proper name of the dataset or of
the briefing, or in the settings of a directive. A key that is nearly one of the dataset is a fault; one that the dataset does not know
at all finds nothing, and a notice lists those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from reportgen.errors import TemplateError
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.sandbox import RUNAWAY
from reportgen.narrative.scope import Scope, slip
from reportgen.notices import KeysUnknown, Notice

_SETTINGS = re.compile(r"\A---\n.*?\n---\n|^:{3,}.*$|\{#[\w-]+\}|\]\(#[\w-]+\)|^#+ ", re.DOTALL | re.MULTILINE)
"""Text of a template that no reader sees: front matter, directive lines, anchors."""
_LOOK_UPS = {
    **dict.fromkeys(("fact", "latest", "earlier", "before", "ahead", "states", "each", "turned", "best", "note"), 1),
    **dict.fromkeys(("has", "any", "exceeded"), 99),
    "apart": 2,
}
"""How many of the first arguments of a look-up are keys of series."""
_REGISTER = dict.fromkeys(("programme", "named"), 99)
"""Look-ups of programmes."""
_DIRECTIVE = re.compile(r"^:{3,}.*$", re.MULTILINE)
_ATTRIBUTE = re.compile(r"""\b(facts|outcomes|mark|keys)=(?:"([^"]*)"|([^\s"}]+))""")
"""Attributes of directives that hold keys: ``keys`` of programmes, the others of series."""
Key = tuple[int, str]
"""A key with the line that it stands in."""


def lint(briefing: Briefing, scope: Scope) -> tuple[TemplateError, ...]:
    """Every fault found in the templates of a briefing, in order."""
    environment = NarrativeEnvironment(briefing.folder, scope)
    names = (*scope.dataset.names, *briefing.names)
    templates = map(briefing.template, briefing.sections)
    return tuple(fault for name in templates for fault in _template(name, environment, scope, names))


def unknown(briefing: Briefing, sections: Iterable[str], scope: Scope) -> tuple[Notice, ...]:
    """One notice of the keys in the sections' templates that the dataset does not know; none where it knows them all."""
    environment = NarrativeEnvironment(briefing.folder, scope)
    trees = [_parsed(briefing.template(section), environment) for section in sections]
    series = [key for tree in trees for _, key in _series(tree) if any(scope.unknown(key))]
    known = {programme.key for programme in scope.dataset.programmes}
    programmes = [key for tree in trees for _, key in _programmes(tree) if key not in known]
    keys = tuple(dict.fromkeys((*series, *programmes)))
    return (KeysUnknown(briefing.name, keys),) if keys else ()


def _parsed(name: str, environment: NarrativeEnvironment) -> nodes.Template:
    try:
        assert environment.loader is not None
        return environment.parse(environment.loader.get_source(environment, name)[0], name)
    except TemplateSyntaxError as error:
        raise TemplateError(str(error.message), place=f"{name}:{error.lineno}", hint="see Jinja's syntax") from None
    except RecursionError:
        raise TemplateError("the template is nested too deeply", place=name, hint=RUNAWAY) from None


def _template(name: str, environment: NarrativeEnvironment, scope: Scope, names: tuple[str, ...]) -> Iterator[TemplateError]:
    try:
        tree = _parsed(name, environment)
        yield from _typed_digits(name, tree, names)
        yield from _slips(name, tree, scope)
    except TemplateError as error:
        yield error
    except RecursionError:
        yield TemplateError("the template is nested too deeply", place=name, hint=RUNAWAY)


def _typed_digits(name: str, tree: nodes.Template, names: tuple[str, ...]) -> Iterator[TemplateError]:
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                yield from _digits(name, node.lineno, node.data, names)
            elif isinstance(node, nodes.Const):
                yield from _digits(name, node.lineno, str(node.value), names)


def _digits(name: str, line: int, text: str, names: tuple[str, ...]) -> Iterator[TemplateError]:
    visible = _SETTINGS.sub(lambda match: "\n" * match[0].count("\n"), text)
    for proper in names:
        visible = visible.replace(proper, "")
    for match in re.finditer(r"[\d０-９][\d０-９.,]*", visible):
        place = f"{name}:{line + visible.count(chr(10), 0, match.start())}"
        hint = 'say it with fact("…"), or add the proper name that it belongs to to names.yaml, or to names in briefing.yaml'
        yield TemplateError(f"the number '{match[0]}' is typed in the template", place=place, hint=hint)


def _slips(name: str, tree: nodes.Template, scope: Scope) -> Iterator[TemplateError]:
    """Keys that are nearly those of the dataset."""
    for line, key in _series(tree):
        try:
            scope.check(key)
        except TemplateError as error:
            yield TemplateError(error.message, place=f"{name}:{line}", hint=error.hint)
    known = [programme.key for programme in scope.dataset.programmes]
    for line, key in _programmes(tree):
        if key not in known and (meant := slip(key, known)):
            yield TemplateError(f"unknown programme '{key}'", place=f"{name}:{line}", hint=f"did you mean '{meant}'?")


def _series(tree: nodes.Template) -> Iterator[Key]:
    """The keys of series that a template looks up, as far as they are written out."""
    yield from _called(tree, _LOOK_UPS)
    yield from ((line, key.partition(":")[0]) for line, name, key in _attributes(tree) if name != "keys")


def _programmes(tree: nodes.Template) -> Iterator[Key]:
    yield from _called(tree, _REGISTER)
    yield from ((line, key) for line, name, key in _attributes(tree) if name == "keys")


def _called(tree: nodes.Template, look_ups: Mapping[str, int]) -> Iterator[Key]:
    lists = {assign.target.name: assign.node for assign in tree.find_all(nodes.Assign) if isinstance(assign.target, nodes.Name)}
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in look_ups:
            spread = lists.get(call.dyn_args.name) if isinstance(call.dyn_args, nodes.Name) else None
            for argument in (*call.args[: look_ups[call.node.name]], *(spread.find_all(nodes.Const) if spread else ())):
                if isinstance(argument, nodes.Const):
                    yield from ((argument.lineno, key) for key in str(argument.value).split())


def _attributes(tree: nodes.Template) -> Iterator[tuple[int, str, str]]:
    """Line, attribute and key of what directives name."""
    for data in tree.find_all(nodes.TemplateData):
        for directive in _DIRECTIVE.finditer(data.data):
            line = data.lineno + data.data.count("\n", 0, directive.start())
            for name, quoted, bare in _ATTRIBUTE.findall(directive[0]):
                yield from ((line, name, key) for key in (quoted or bare).split())
