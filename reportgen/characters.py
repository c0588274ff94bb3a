"""Characters that may not stand in a text: those that a document cannot hold, and those that no reader sees.

The first are the ones that XML leaves out (control characters, lone surrogates, U+FFFE and U+FFFF): a file that holds one does not
open. The second are marks without width and marks that turn the direction of what follows; they come in with text copied from a web
page, make two words that look alike unlike, and can show a number in another order than it is stored.
"""

from __future__ import annotations

import re

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # not in XML, or not meant for text
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"  # without width, or turning the direction
)
LONGEST = 3000
"""Characters of one text of a dataset; a longer one is a page that went into a cell, not a name or a sentence."""
_FOLDED = re.compile(r"[^\S\n]*\n\s*")


def refused(text: str) -> tuple[int, str] | None:
    """Where the first such character stands and its name, such as ``(4, "U+200B")``; ``None`` where there is none.

    >>> refused("7.7\\u200b%"), refused("增长7.7%")
    ((3, 'U+200B'), None)
    """
    match = _REFUSED.search(text)
    return (match.start(), f"U+{ord(match[0]):04X}") if match else None


def one_line(text: str) -> str:
    """The text with its line breaks, which a cell or a YAML block may hold, as single spaces.

    >>> one_line("first line \\n  second\\n")
    'first line second'
    """
    return _FOLDED.sub(" ", text).strip()
