"""PowerPoint decks: a :class:`~reportgen.document.model.Document` into the layouts of a look.

=====================  ====================================================================================================
``look``               what a .pptx offers: layouts, placeholders, how text is set in them
``fit``                where lines break and how high text stands, measured with the package's font
``matter``             the blocks of a slide by kind, and the layout that shows them
``arrange``            which placeholder takes what, and where its box ends
``text``, ``cards``,   texts, key figures, tables and timelines in the largest sizes that fit, cut into parts where needed
``table``,
``timeline``
``page``, ``compose``  one slide of the author's as one or more slides of the deck
``front``, ``deck``    cover, contents, sources, closing, and the whole order: :func:`~reportgen.writers.pptx.deck.plan`
``model``              the result: a frozen ``Deck`` in which everything is decided
``identity``           what the deck says about itself: the manifest, in two places that programs keep
``writing``, ``write_*``  the deck into a file with python-pptx: :func:`~reportgen.writers.pptx.writing.write`
=====================  ====================================================================================================
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.document.model import Document
    from reportgen.writers import Written


def write(document: Document, look: Path, layouts: Mapping[str, str] | None = None) -> Written:
    """Return the deck of ``document`` in the layouts of the file ``look``, which may call them otherwise as ``layouts`` says.

    See :func:`reportgen.writers.pptx.writing.write`.
    """
    from reportgen.writers.pptx import writing

    return writing.write(document, look, layouts=layouts)
