"""The text of paragraphs in Office XML, as a reader sees it: insertions yes, deletions no, page numbers no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.review.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "txbxContent", "rPr", "pPr", "sdtPr")}
    | {f"{_MC}Fallback"}
)
_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|REVNUM)\b", re.I)
"""Fields whose results are numbers of the document itself."""
_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def children(element: Element, unseen: frozenset[str] = _UNSEEN) -> Iterator[Element]:
    """The elements inside that a reader sees, in order, without those inside what is unseen."""
    for child in element:
        if child.tag not in unseen:
            yield child
            yield from children(child, unseen)


def pieces(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Each run's text with the run's element, without the results of page fields.

    Inside a paragraph text boxes are not entered: they are paragraphs of their own.
    """
    fields: list[str] = []
    """Codes of the fields that are open; a code ends in a line break once its result has begun."""
    for element in children(paragraph, _UNSEEN - {f"{W}instrText"}):
        if element.tag == f"{W}fldChar":
            _step(fields, element.get(f"{W}fldCharType", ""))
        elif element.tag == f"{W}instrText":
            if fields:
                fields[-1] += element.text or ""
        elif not any(map(_PAGES.match, fields)) and not _in_page_field(element):
            text = element.text or "" if element.tag == f"{W}t" else _BREAKS.get(str(element.tag), "")
            if text and not (fields and not fields[-1].endswith("\n")):
                yield element, text


def _step(fields: list[str], kind: str) -> None:
    if kind == "begin":
        fields.append("")
    elif kind == "separate" and fields:
        fields[-1] += "\n"
    elif kind == "end" and fields:
        fields.pop()


def _in_page_field(element: Element) -> bool:
    simple = next(element.iterancestors(f"{W}fldSimple"), None)
    return simple is not None and bool(_PAGES.match(simple.get(f"{W}instr", "")))


def text_of(paragraph: Element) -> str:
    return "".join(text for _, text in pieces(paragraph))
