"""Writing into a paragraph that people have formatted: words change inside the runs that hold them, numbers inside their controls."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from reportgen.review.package import Element
from reportgen.review.refresh.leaves import Fields, Leaf, leaves
from reportgen.review.refresh.merge import Write
from reportgen.writers.docx.xml import local_name
from reportgen.writers.manifest import Piece

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Bind = Callable[[Piece, Element], Element]
"""Puts a run into a content control that says which fact its number stands for."""
Renew = Callable[[Piece, Element], None]
"""Gives a content control the identity of another fact."""


def unbound(piece: Piece, run: Element) -> Element:
    """In decks numbers are words."""
    return run


@dataclass(frozen=True, slots=True)
class Pen:
    """How numbers are written; everything else is the same in Word and on slides."""

    bind: Bind = unbound
    renew: Renew = lambda piece, control: None

    def write(self, paragraph: Element, writes: Sequence[Write], fields: Sequence[bool] = ()) -> None:
        """Make all changes of a paragraph, from its end to its beginning; ``fields`` are those open where it begins."""
        for one in reversed(writes):
            self._write(leaves(paragraph, Fields(fields)), one)

    def _write(self, found: Sequence[Leaf], one: Write) -> None:
        inside = [leaf for leaf in found if leaf.start < one.end and one.start < leaf.end]
        if one.kept and inside and inside[0].control is not None:
            self._exchange(inside, one.pieces[0])
            return
        spot = spot_of(found, inside, one)
        gaps = [_cut(leaf, one) for leaf in inside]
        made = self._insert(spot, one) if one.pieces else None
        for leaf in inside:
            tidy(leaf.element)
        if not made:
            for gap in gaps:
                _close(gap)

    def _exchange(self, inside: Sequence[Leaf], piece: Piece) -> None:
        """Write a number into its control."""
        control = inside[0].control
        assert control is not None
        _set(inside[0].element, piece.text)
        for leaf in inside[1:]:
            _set(leaf.element, "")
            tidy(leaf.element)
        self.renew(piece, control)

    def _insert(self, spot: tuple[Leaf, int], one: Write) -> bool:
        """Write new pieces at a spot; returns whether runs were added."""
        leaf, at = spot
        if leaf.is_words and not any(piece.id for piece in one.pieces):
            text = leaf.element.text or ""
            _set(leaf.element, text[:at] + "".join(piece.text for piece in one.pieces) + text[at:])
            return False
        run = run_of(leaf.element)
        added = [self.made(piece, run) for piece in one.pieces]
        if leaf.control is not None:
            put(added, leaf.control, behind=at > 0)
        else:
            put(added, run, behind=split(run, leaf.element, at))
            tidy(leaf.element)
        return True

    def made(self, piece: Piece, like: Element) -> Element:
        """A piece as a run that looks like another one, a number in its control."""
        run = like.makeelement(like.tag)
        run.extend(deepcopy(child) for child in like if local_name(child) == "rPr")
        text = etree.SubElement(run, _sibling(like, "t"))
        _set(text, piece.text)
        return self.bind(piece, run) if piece.id else run


def spot_of(found: Sequence[Leaf], inside: Sequence[Leaf], one: Write) -> tuple[Leaf, int]:
    """Where new words go: into the first words that are replaced, else behind or before the words that touch the place."""
    for leaf in inside:
        if leaf.is_words:
            return leaf, max(one.start - leaf.start, 0)
    for leaf in found:
        if leaf.is_words and leaf.end == one.start and leaf.text:
            return leaf, len(leaf.text)
    for leaf in found:
        if leaf.is_words and leaf.start == one.end and leaf.text:
            return leaf, 0
    near = [leaf for leaf in found if leaf.end <= one.start] or [leaf for leaf in found if leaf.start >= one.start]
    return (near[-1], len(near[-1].text)) if near[-1].end <= one.start else (near[0], 0)


def _cut(leaf: Leaf, one: Write) -> tuple[Element, Element] | None:
    """Take out what a change replaces; of a control that is taken out return its neighbours."""
    if leaf.control is not None:
        before, after, parent = leaf.control.getprevious(), leaf.control.getnext(), leaf.control.getparent()
        if parent is not None:
            parent.remove(leaf.control)
        return (before, after) if before is not None and after is not None else None
    if local_name(leaf.element) == "t":
        _set(leaf.element, leaf.text[: max(one.start - leaf.start, 0)] + leaf.text[max(one.end - leaf.start, 0) :])
    elif (parent := leaf.element.getparent()) is not None:
        parent.remove(leaf.element)
    return None


def _close(gap: tuple[Element, Element] | None) -> None:
    """Join two runs between which a control was taken out, where they look the same."""
    if gap is None or gap[0].getnext() is not gap[1]:
        return
    first, second = gap
    if local_name(first) == local_name(second) == "r" and _look(first) == _look(second) and _plain(first) and _plain(second):
        _set(first[-1], (first[-1].text or "") + (second[-1].text or ""))
        parent = second.getparent()
        assert parent is not None
        parent.remove(second)


def _look(run: Element) -> bytes:
    return b"".join(etree.tostring(child, method="c14n") for child in run if local_name(child) == "rPr")


def _plain(run: Element) -> bool:
    return [local_name(child) for child in run] in (["t"], ["rPr", "t"])


def put(added: Sequence[Element], anchor: Element, *, behind: bool) -> None:
    for element in reversed(added) if behind else added:
        (anchor.addnext if behind else anchor.addprevious)(element)


def split(run: Element, text: Element, at: int) -> bool:
    """Part a run inside its text into two of the same look; returns whether the place is behind the run and not before it."""
    led = any(local_name(one) != "rPr" for one in text.itersiblings(preceding=True))
    if not at and not led:
        return False
    content, rest = text.text or "", list(text.itersiblings())
    if content[at:] or rest:
        second = run.makeelement(run.tag)
        second.extend(deepcopy(child) for child in run if local_name(child) == "rPr")
        _set(etree.SubElement(second, text.tag), content[at:])
        second.extend(rest)
        run.addnext(second)
        tidy(second.find(text.tag))
    _set(text, content[:at])
    return True


def _set(text: Element, content: str) -> None:
    text.text = content
    if content != content.strip() and text.tag.startswith("{http://schemas.openxmlformats.org/wordprocessingml"):
        text.set(_SPACE, "preserve")
    elif _SPACE in text.attrib:
        del text.attrib[_SPACE]


def tidy(text: Element | None) -> None:
    """Take an empty text out, and the run in which nothing is left."""
    run = text.getparent() if text is not None else None
    if text is None or run is None or text.text or local_name(text) != "t":
        return
    run.remove(text)
    parent = run.getparent()
    if parent is not None and local_name(run) == "r" and all(local_name(child) == "rPr" for child in run):
        parent.remove(run)


def run_of(element: Element) -> Element:
    return next(one for one in element.iterancestors() if local_name(one) in ("r", "fld"))


def _sibling(element: Element, name: str) -> str:
    return re.sub(r"\}.*", "}" + name, str(element.tag))
