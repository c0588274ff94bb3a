"""Content controls: what makes a number of a Word file lead back to its fact, also when people have edited the file.

A control is bound to an element of the file's own part of XML (:mod:`reportgen.writers.manifest`), which names the facts. Word shows
its title when the number is clicked. Only plain-text controls are bound (ECMA-376 part 1, 17.5.2.6). A number in Chinese words
(翻一番) is a control of any content, whose binding only names it: LibreOffice 7.4 saves the Chinese text of a plain-text control three
times over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.document.model import FactRecord, Figure, Text
from reportgen.writers.docx.passages import TAG
from reportgen.writers.docx.xml import Element, find, qualified, w
from reportgen.writers.manifest import NAMESPACE, STORE, Piece, store_path

if TYPE_CHECKING:
    from reportgen.writers.docx.manuscript import Manuscript

LONGEST = 64
"""Characters of a title or tag: Word refuses longer ones."""
FIRST_ID = 510_000_000
"""Ids of controls are counted from here, out of the way of those that a look has."""


def control(manuscript: Manuscript, figure: Figure, digits: str, run: Element) -> Element:
    """Return the content control of a figure's digits around their run, and note the number down for the manifest."""
    piece = Piece(digits, figure.facts, f"f{len(manuscript.figures) + 1}", figure.text, figure.derived)
    manuscript.figures.append(piece)
    return bound(piece, manuscript.records.get(figure.facts[0]), run)


def bound(piece: Piece, record: FactRecord | None, run: Element) -> Element:
    """Return the content control of a number around its run; ``record`` is what is known of its fact."""
    properties = w(
        "sdtPr",
        w("alias", val=_title(piece, record)),
        w("tag", val=TAG + piece.id),
        w("id", val=FIRST_ID + int(piece.id[1:])),
        w("dataBinding", prefixMappings=f"xmlns:r='{NAMESPACE}'", xpath=store_path(piece.id), storeItemID=STORE),
        w("text") if _is_plain(piece) else None,
    )
    return w("sdt", properties, w("sdtContent", run))


def titled(element: Element, piece: Piece, record: FactRecord | None) -> None:
    """Let the control of a number tell of another fact, as if it had been made for it."""
    alias, properties, text = (find(element, path) for path in ("w:sdtPr/w:alias", "w:sdtPr", "w:sdtPr/w:text"))
    if alias is not None:
        alias.set(qualified("w:val"), _title(piece, record))
    if properties is not None and text is None and _is_plain(piece):
        properties.append(w("text"))
    elif text is not None and properties is not None and not _is_plain(piece):
        properties.remove(text)


def _is_plain(piece: Piece) -> bool:
    return piece.text.isascii() or piece.text[1:].isascii()


def named(manuscript: Manuscript, text: Text, run: Element) -> Element:
    """Return the control of a number without a fact, which says only what the number is, and note the number down."""
    id_ = f"{text.number}{len(manuscript.figures) + 1}"
    manuscript.figures.append(Piece(text.text, id=id_, number=text.number))
    return w("sdt", w("sdtPr", w("tag", val=TAG + id_)), w("sdtContent", run))


def _title(piece: Piece, record: FactRecord | None) -> str:
    """Return what the number is and of when, for a person who clicks on it: ``规模以上工业增加值增速 2025年``."""
    title = f"{record.name} {record.when}" if record else piece.facts[0]
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
