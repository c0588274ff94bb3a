"""Templates to Markdown with traced figures: the stage ``narrative``."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateRuntimeError

from reportgen.characters import refused
from reportgen.errors import ReportError, TemplateError
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.sandbox import RUNAWAY, SUFFIX
from reportgen.narrative.scope import MissingFact, Scope
from reportgen.notices import Notice


@dataclass(frozen=True, slots=True)
class RenderedSection:
    """One section as Markdown, with the name of its template for messages."""

    key: str
    template: str
    markdown: str


def render(briefing: Briefing, sections: tuple[str, ...], scope: Scope) -> tuple[tuple[RenderedSection, ...], tuple[Notice, ...]]:
    """Render each section; notices name the clauses that were left out."""
    environment = NarrativeEnvironment(briefing.folder, scope, sections)
    texts = [(key, briefing.template(key), _text(environment, briefing.template(key))) for key in sections]
    rendered = tuple(RenderedSection(key, name, scope.wording.tidy(text)) for key, name, text in texts)
    return rendered, tuple(dict.fromkeys(environment.omitted))


def _text(environment: NarrativeEnvironment, name: str) -> str:
    environment.turns = 0
    text = render_template(environment, name)
    if found := refused(text):
        hint = "it was written as an escape, such as \\x00, in one of the strings of the template"
        raise TemplateError(f"the character {found[1]} cannot stand in a text", place=name, hint=hint)
    return text


def render_template(environment: NarrativeEnvironment, name: str) -> str:
    """The text of one template, every fault of it as :class:`TemplateError` with template and line."""
    try:
        return environment.get_template(name).render()
    except TemplateSyntaxError as error:
        raise TemplateError(str(error.message), place=f"{error.name or name}:{error.lineno}", hint="see Jinja's syntax") from None
    except MissingFact as missing:
        hint = "put the sentence between {% clause %} and {% endclause %}, so that it can leave itself out"
        raise TemplateError(f"no fact for {missing}", place=_place(missing, name), hint=hint) from None
    except ReportError as error:
        raise TemplateError(error.message, place=error.place or _place(error, name), hint=error.hint) from None
    except TemplateNotFound as error:
        raise TemplateError(
            f"no template '{error.name}' to include",
            place=_place(error, name),
            hint="only the templates in the briefing's own folder are seen",
        ) from None
    except (UndefinedError, SecurityError, TemplateRuntimeError) as error:
        raise TemplateError(str(error.message), place=_place(error, name), hint=_undefined_hint(str(error.message))) from None
    except (RecursionError, MemoryError, SyntaxError) as error:  # Python cannot compile what is nested very deeply
        raise TemplateError("the template is nested too deeply", place=_place(error, name), hint=RUNAWAY) from None
    except (TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as error:
        raise TemplateError(
            f"{type(error).__name__}: {error}", place=_place(error, name), hint="check the call on this line"
        ) from None


def _undefined_hint(message: str) -> str:
    if match := re.search(r"'([\w.]+)' is undefined", message):
        return f"'{match[1]}' is neither a function of the narrative nor set in the template"
    return "templates run in a sandbox"


def _place(error: BaseException, name: str) -> str:
    """Template and line of the innermost template frame; Jinja rewrites tracebacks to that end."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(SUFFIX)]
    if not frames:
        return name
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
