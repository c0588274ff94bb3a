"""The paragraphs of a Word file as words and numbers: what a content control of ours holds is a number with a name.

Only the text that a reader sees counts: not what a tracked change has deleted, nor the instructions of fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.writers.docx.xml import Element, find, local_name, qualified, value
from reportgen.writers.manifest import NAMESPACE, Piece, Pieces

_IN_PATH = re.compile(r"\[@id='(f\d+)'\]")
TAG = "reportgen:"
"""What tags of our controls begin with; the name of the number follows."""
_UNSEEN = frozenset(("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "instrText", "delText", "txbxContent", "Fallback"))
"""Elements below a paragraph whose text is not its own, or not to be seen. The text of a text box is a paragraph of its own."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def paragraphs(root: Element) -> Iterator[tuple[Element, Pieces]]:
    """Yield each paragraph below an element with its pieces, in the order of the document; those without text are passed over."""
    for paragraph in root.iter(qualified("w:p")):
        if pieces := pieces_of_paragraph(paragraph):
            yield paragraph, pieces


def pieces_of_paragraph(paragraph: Element) -> Pieces:
    """Return words and numbers of one paragraph, words that follow one another joined."""
    joined: list[Piece] = []
    for piece in _pieces(paragraph):
        last = joined[-1] if joined else None
        if last and not (last.id or piece.id):
            joined[-1] = Piece(last.text + piece.text)
        elif piece.text or piece.id:
            joined.append(piece)
    return tuple(piece for piece in joined if piece.text or piece.id)


def _pieces(element: Element) -> Iterator[Piece]:
    for child in element:
        name = local_name(child)
        if name in _UNSEEN:
            continue
        if name == "sdt" and (id_ := control_id(child)):
            yield Piece(control_text(child), id=id_)
        elif name == "t":
            yield Piece(child.text or "")
        elif name in _SIGNS:
            yield Piece(_SIGNS[name])
        else:
            yield from _pieces(child)


def control_text(control: Element) -> str:
    """Return what a content control shows."""
    content = find(control, "w:sdtContent")
    return "".join(piece.text for piece in _pieces(content)) if content is not None else ""


def control_id(control: Element) -> str:
    """Return the name of the number that a content control of ours holds, empty for any other control.

    It stands in the binding and in the tag: LibreOffice drops the tag, other programs the binding.
    """
    binding, tag = find(control, "w:sdtPr/w:dataBinding"), find(control, "w:sdtPr/w:tag")
    if binding is not None and NAMESPACE in value(binding, "prefixMappings"):
        found = _IN_PATH.search(value(binding, "xpath"))
        return found[1] if found else ""
    marked = value(tag) if tag is not None else ""
    return marked.removeprefix(TAG) if marked.startswith(TAG) else ""
