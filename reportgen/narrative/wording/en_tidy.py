"""English punctuation and capitals after clauses have left themselves out."""

from __future__ import annotations

import re

_STRENGTH = ",;."
_END = r"(?=\s|$)"
_HANGING = re.compile(r"^(?!:::|---)(.*\S)[ \t]*\n[ \t]*(?=[,;.]\s|[,;.]$)", re.MULTILINE)
_BEFORE_MARK = re.compile(rf"(?<=\S)[ \t]+(?=[,;.]{_END})")
_MEETING = re.compile(rf"[,;.](?:[ \t]*[,;.])+{_END}")
_LEADING = re.compile(r"^((?:- |#+ )?)(?:[,;.][ \t]*)+(?=[^,;.\w]|\w|$)", re.MULTILINE)
_AFTER_COLON = re.compile(rf"(?<![:\n]):[ \t]*\n?[,;]{_END}")
_OPEN_END = re.compile(r"^(- |#+ |)(.*?)[,;]+[ \t]*(?=\n\n|\n:::|\n- |\n*\Z)", re.MULTILINE)
_EMPTY_BRACKETS = re.compile(r"[ \t]*\([ \t,;]*\)")
_FRONT_MATTER = re.compile(r"\s*---\n.*?\n---\n", re.DOTALL)
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_SENTENCE = re.compile(r"(\A\s*|\n[ \t]*\n\s*|^:::[^\n]*\n|^(?:#+ |- )|(?<=[\w)\]}%”][.!?])\s+)(\[?)([a-z])", re.MULTILINE)


def tidy(text: str) -> str:
    """The text with marks that met reduced to one, and a capital at the start of each sentence.

    >>> tidy("revenue rose 6%, ;."), tidy(", of which ceramics grew")
    ('Revenue rose 6%.', 'Of which ceramics grew')
    >>> tidy("It solved 277 problems\\n. by June, 33 were open ,\\n")
    'It solved 277 problems. By June, 33 were open.\\n'
    >>> tidy("# up 6%,\\n\\nup [over 6%]{facts=\\"a.b:2025#001\\"}, ( )\\n")
    '# Up 6%\\n\\nUp [over 6%]{facts="a.b:2025#001"}.\\n'
    """
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    return text[:start] + _tidied(text[start:])


def _tidied(text: str) -> str:
    text = _EMPTY_BRACKETS.sub("", text)
    text = _BEFORE_MARK.sub("", _HANGING.sub(r"\1", text))
    text = _MEETING.sub(lambda match: max((mark for mark in match[0] if mark in _STRENGTH), key=_STRENGTH.index), text)
    text = _SPACES.sub(" ", _LEADING.sub(r"\1", _AFTER_COLON.sub(":", text)))
    text = _OPEN_END.sub(lambda match: f"{match[1]}{match[2]}{'' if match[1] else '.'}", text)
    return _SENTENCE.sub(lambda match: match[1] + match[2] + match[3].upper(), text)


def opened(text: str) -> str:
    """The text with a capital at its start.

    >>> opened("by June 2026"), opened("“little giants”"), opened("5G")
    ('By June 2026', '“Little giants”', '5G')
    """
    start = len(text) - len(text.lstrip("“‘(\u3000"))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
