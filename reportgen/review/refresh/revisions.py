"""Changes of a Word file as revisions, which a person accepts or rejects one by one (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from reportgen.review.package import Element
from reportgen.review.refresh.leaves import Leaf
from reportgen.review.refresh.merge import Write
from reportgen.review.refresh.pen import Pen, put, run_of, split, spot_of, tidy
from reportgen.writers.docx.xml import local_name, qualified, w
from reportgen.writers.manifest import Piece

AUTHOR = "reportgen"
FIRST_ID = 520_000_000
"""Ids of revisions are counted from here, out of the way of those that people's revisions and bookmarks have."""


@dataclass(frozen=True, slots=True)
class RevisingPen(Pen):
    """A pen that strikes out and writes beside."""

    date: str = ""
    """``2026-06-30``"""
    ids: Iterator[int] = field(default_factory=lambda: count(FIRST_ID))

    def _write(self, found: Sequence[Leaf], one: Write) -> None:
        inside = [leaf for leaf in found if leaf.start < one.end and one.start < leaf.end]
        if one.kept and inside and inside[0].control is not None and _text(inside) == one.pieces[0].text:
            self.renew(one.pieces[0], inside[0].control)  # it only stands for another fact
            return
        spot = spot_of(found, inside, one)
        struck = [self._struck(leaf, one) for leaf in inside]
        if one.pieces and struck:
            struck[-1].addnext(self._inserted(one.pieces, struck[-1][0]))
        elif one.pieces:
            self._put_in(spot, one)

    def _put_in(self, spot: tuple[Leaf, int], one: Write) -> None:
        leaf, at = spot
        run = run_of(leaf.element)
        added = [self._inserted(one.pieces, run)]
        if leaf.control is not None:
            put(added, leaf.control, behind=at > 0)
        else:
            put(added, run, behind=split(run, leaf.element, at))
            tidy(leaf.element)

    def _struck(self, leaf: Leaf, one: Write) -> Element:
        """The part of a leaf that is replaced, struck out; returns the revision.

        A number that is struck out leaves its control, which the new one takes: in a bound control programs show the value that
        it is bound to, whatever the revisions in it say.
        """
        run = _isolated(leaf, max(one.start - leaf.start, 0), min(one.end - leaf.start, len(leaf.text)))
        revision = self._revision("del")
        (run if leaf.control is None else leaf.control).addprevious(revision)
        revision.append(run)
        for text in [child for child in run if local_name(child) == "t"]:
            text.tag = qualified("w:delText")
        if leaf.control is not None and not any(local_name(node) == "r" for node in leaf.control.iter()):
            _drop(leaf.control)
        return revision

    def _inserted(self, pieces: Sequence[Piece], like: Element) -> Element:
        revision = self._revision("ins")
        revision.extend(self.made(piece, like) for piece in pieces)
        return revision

    def _revision(self, kind: str) -> Element:
        return w(kind, id=next(self.ids), author=AUTHOR, date=f"{self.date}T00:00:00Z")


def _text(found: Sequence[Leaf]) -> str:
    return "".join(leaf.text for leaf in found)


def _drop(control: Element) -> None:
    parent = control.getparent()
    assert parent is not None
    parent.remove(control)


def _isolated(leaf: Leaf, start: int, end: int) -> Element:
    """The run that holds just this part of a leaf."""
    run = run_of(leaf.element)
    if end < len(leaf.text) or any(True for _ in leaf.element.itersiblings()):
        split(run, leaf.element, end)
    if not split(run, leaf.element, start):
        return run
    middle = run.getnext()
    assert middle is not None
    tidy(leaf.element)
    return middle


def first_free(roots: Sequence[Element]) -> int:
    """The first id that no revision of ours has in a file."""
    marks = (
        node.get(qualified("w:id"), "0")
        for root in roots
        for name in ("ins", "del")
        for node in root.iter(qualified(f"w:{name}"))
    )
    return max([FIRST_ID, *(int(mark) + 1 for mark in marks if mark.isdigit())])
