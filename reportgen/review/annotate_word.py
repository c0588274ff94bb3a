"""Word comments at numbers."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportgen.review.package import Element
from reportgen.review.remarks import place, remark
from reportgen.review.verdict import Finding
from reportgen.review.word import Anchor, runs_at
from reportgen.review.words import W

AUTHOR, INITIALS = "reportgen", "RG"
_INSIDE = frozenset({f"{W}p", f"{W}ins", f"{W}moveTo"})
"""What a comment may begin or end in; content controls, links and fields are commented as a whole."""


def annotated(data: bytes, findings: Sequence[Finding], chinese: bool) -> bytes:
    """The file with one comment a finding; a finding outside the body has its comment at the first words, with its place."""
    from docx import Document

    document = Document(BytesIO(data))
    main, paragraphs = str(document.part.partname).lstrip("/"), list(document.element.body.iter(f"{W}p"))
    for finding in findings:
        anchor = finding.passage.anchor
        ends = _ends(paragraphs, anchor, finding) if isinstance(anchor, Anchor) and anchor.part == main else None
        lead = "" if ends else place(finding, chinese)
        if ends := ends or _first(paragraphs):
            _comment(document, ends, f"{lead}{remark(finding, chinese)}")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _ends(paragraphs: Sequence[Element], anchor: Anchor, finding: Finding) -> tuple[Element, Element] | None:
    """The first and last element that a comment is to span: the runs of the number, or the whole paragraph of a picture or chart."""
    runs = [] if finding.passage.holder != "body" else runs_at(paragraphs, anchor, finding.reading.start, finding.reading.end)
    if runs:
        return _outermost(runs[0]), _outermost(runs[-1])
    return _of_paragraph(paragraphs[anchor.paragraphs[0][1]]) if anchor.paragraphs else None


def _outermost(element: Element) -> Element:
    """The run, or what wraps it, that stands directly in the paragraph."""
    node = element
    while (parent := node.getparent()) is not None and parent.tag not in _INSIDE:
        node = parent
    return node


def _of_paragraph(paragraph: Element) -> tuple[Element, Element] | None:
    content = [child for child in paragraph if child.tag in (f"{W}r", f"{W}sdt", f"{W}hyperlink")]
    return (content[0], content[-1]) if content else None


def _first(paragraphs: Sequence[Element]) -> tuple[Element, Element] | None:
    return next((ends for paragraph in paragraphs if (ends := _of_paragraph(paragraph))), None)


def _comment(document: Any, ends: tuple[Element, Element], text: str) -> None:
    """A comment without a date: the clock is not read."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    comment = document.comments.add_comment(text, author=AUTHOR, initials=INITIALS)
    comment._comment_elm.attrib.pop(qn("w:date"), None)

    def mark(name: str) -> Any:
        element = OxmlElement(name)
        element.set(qn("w:id"), str(comment.comment_id))
        return element

    run = OxmlElement("w:r")
    run.append(mark("w:commentReference"))
    ends[0].addprevious(mark("w:commentRangeStart"))
    ends[1].addnext(run)
    ends[1].addnext(mark("w:commentRangeEnd"))
