"""The text of a paragraph as the elements that hold it, for Word and for DrawingML (slides) alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportgen.review.package import Element
from reportgen.review.pairing import tokens as parted
from reportgen.review.refresh.tokens import Token
from reportgen.writers.docx.passages import control_id
from reportgen.writers.docx.xml import local_name, value
from reportgen.writers.manifest import Piece

_UNSEEN = frozenset(("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "instrText", "delText", "txbxContent", "Fallback"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One element with text, or a sign such as a line break."""

    element: Element
    text: str
    start: int
    """Its place in the text of the paragraph."""
    control: Element | None = None
    """The content control of ours around it."""
    fixed: bool = False
    """Whether it is the result of a field."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_words(self) -> bool:
        """Whether words can be written into it."""
        return local_name(self.element) == "t" and self.control is None and not self.fixed


class Fields:
    """Which fields are open: one may begin in one paragraph and end in another."""

    def __init__(self, open_: Sequence[bool] = ()) -> None:
        self.open = list(open_)
        """For each open field whether its result has begun."""

    def meet(self, mark: str) -> None:
        if mark == "begin":
            self.open.append(False)
        elif self.open and mark == "separate":
            self.open[-1] = True
        elif self.open and mark == "end":
            self.open.pop()

    @property
    def in_result(self) -> bool:
        return any(self.open)


def leaves(paragraph: Element, fields: Fields | None = None) -> tuple[Leaf, ...]:
    """The leaves of a paragraph in order; ``fields`` are those open at its beginning, and afterwards at its end."""
    found: list[Leaf] = []
    at = 0
    for element, text, control, fixed in _walk(paragraph, fields or Fields(), None, False):
        found.append(Leaf(element, text, at, control, fixed))
        at += len(text)
    return tuple(found)


_Found = tuple[Element, str, Element | None, bool]


def _walk(element: Element, fields: Fields, control: Element | None, fixed: bool) -> Iterator[_Found]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = local_name(child)
        if name == "fldChar":
            fields.meet(value(child, "fldCharType"))
        elif name == "t":
            yield child, child.text or "", control, fixed or fields.in_result
        elif name in _SIGNS:
            yield child, _SIGNS[name], control, fixed or fields.in_result
        elif name not in _UNSEEN:
            own = child if name == "sdt" and control_id(child) else control
            yield from _walk(child, fields, own, fixed or name in ("fldSimple", "fld"))


def shown(found: Sequence[Leaf]) -> tuple[Token, ...]:
    """The tokens of the text that leaves hold; what a control of ours holds is one token with its name."""
    return tuple(token for group in groupby(found, key=_holder) for token in _tokens(list(group[1])))


def _holder(leaf: Leaf) -> tuple[int, bool]:
    return (id(leaf.control) if leaf.control is not None else 0, leaf.fixed)


def _tokens(group: Sequence[Leaf]) -> Iterator[Token]:
    text = "".join(leaf.text for leaf in group)
    if group[0].control is not None:
        yield Token(text, Piece(text, id=control_id(group[0].control)), group[0].fixed)
    else:
        yield from (Token(part, Piece(part), group[0].fixed) for part in parted(text))
