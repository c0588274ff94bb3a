"""The sections of the file: a cover and a contents page before the text, each with its own page numbers."""

from __future__ import annotations

from copy import deepcopy

from reportgen.writers.docx.xml import Element, find, local_name, qualified, w

BEFORE_NUMBERS = frozenset((
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType",
))  # fmt: skip
"""What stands before ``w:pgNumType`` in a section's properties, by the schema (ECMA-376, CT_SectPr)."""
REFERENCES = ("headerReference", "footerReference")


def page_of(body: Element) -> Element:
    """Return the properties of the last section: the page of the text."""
    page = find(body, "w:sectPr")
    assert page is not None  # a look without a page is refused when it is opened
    return page


def section_end(page: Element, *, bare: bool = False, form: str = "") -> Element:
    """Return the low paragraph that ends a section on a page like ``page``; what follows starts on the next page.

    A ``bare`` section has neither headers nor footers; ``form`` is that of its page numbers, such as ``upperRoman``.
    """
    properties = deepcopy(page)
    for node in list(properties):
        if local_name(node) == "type" or (bare and local_name(node) in REFERENCES):
            properties.remove(node)
    if form:
        number_pages(properties, fmt=form)
    low = w("spacing", before=0, after=0, line=20, lineRule="exact")
    return w("p", w("pPr", low, properties))


def number_pages(page: Element, **attributes: str | int) -> None:
    """Set the form (``fmt``) or the first (``start``) of the page numbers of a section."""
    for old in page.findall(qualified("w:pgNumType")):
        page.remove(old)
    later = (index for index, node in enumerate(page) if local_name(node) not in BEFORE_NUMBERS)
    page.insert(next(later, len(page)), w("pgNumType", **attributes))
