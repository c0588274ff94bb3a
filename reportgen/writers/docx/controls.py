"""Content controls: what makes a number of a Word file lead back to its fact, also when people have edited the file.

A control is bound to an element of the file's own part of XML (:mod:`reportgen.writers.manifest`), which names the facts. Word shows
its title when the number is clicked. Only plain-text controls are bound (ECMA-376 part 1, 17.5.2.6). A number in Chinese words
(翻一番) is a control of any content, whose binding only names it: LibreOffice 7.4 saves the Chinese text of a plain-text control three
times over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.document.model import Figure
from reportgen.writers.docx.passages import TAG
from reportgen.writers.docx.xml import Element, w
from reportgen.writers.manifest import NAMESPACE, STORE, Piece, store_path

if TYPE_CHECKING:
    from reportgen.writers.docx.manuscript import Manuscript

LONGEST = 64
"""Characters of a title or tag: Word refuses longer ones."""
FIRST_ID = 510_000_000
"""Ids of controls are counted from here, out of the way of those that a look has."""


def control(manuscript: Manuscript, figure: Figure, digits: str, run: Element) -> Element:
    """Return the content control of a figure's digits around their run, and note the number down for the manifest."""
    number = len(manuscript.figures) + 1
    id_ = f"f{number}"
    manuscript.figures.append(Piece(digits, figure.facts, id_, figure.text, figure.derived))
    properties = w(
        "sdtPr",
        w("alias", val=_title(manuscript, figure)),
        w("tag", val=TAG + id_),
        w("id", val=FIRST_ID + number),
        w("dataBinding", prefixMappings=f"xmlns:r='{NAMESPACE}'", xpath=store_path(id_), storeItemID=STORE),
        w("text") if digits.isascii() or digits[1:].isascii() else None,
    )
    return w("sdt", properties, w("sdtContent", run))


def _title(manuscript: Manuscript, figure: Figure) -> str:
    """Return what the number is and of when, for a person who clicks on it: ``规模以上工业增加值增速 2025年``."""
    record = manuscript.records.get(figure.facts[0])
    title = f"{record.name} {record.when}" if record else figure.facts[0]
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
