"""Fields for the title, subject or author of the file, in headers, footers and on the cover of a look, given their result.

Word works such fields out when a page is shown or printed, other programs show the result that was written last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.document.model import Document
from reportgen.writers.docx.look import Look
from reportgen.writers.docx.runs import kept
from reportgen.writers.docx.xml import Element, find, local_name, qualified, value

_NAME = re.compile(r"\s*(?:DOCPROPERTY\s+)?\"?(TITLE|SUBJECT|AUTHOR)\b", re.IGNORECASE)


def fill_headers(look: Look, document: Document) -> None:
    """Fill the fields in every header and footer of a look."""
    for relation in look.word.part.rels.values():
        if relation.reltype.rpartition("/")[2] not in ("header", "footer"):
            continue
        fill_fields(relation.target_part.element, document)


def fill_fields(root: Element, document: Document) -> None:
    """Give the fields below an element the properties of a document for result."""
    texts = {"TITLE": " ".join(document.title.split()), "SUBJECT": document.subject, "AUTHOR": document.author}
    for node in list(root.iter(qualified("w:fldSimple"))):
        _fill(value(node, "instr"), list(node.iter(qualified("w:r"))), texts)
    for paragraph in list(root.iter(qualified("w:p"))):
        for instruction, result in _complex(paragraph):
            _fill(instruction, result, texts)


def _fill(instruction: str, runs: list[Element], texts: Mapping[str, str]) -> None:
    name = _NAME.match(instruction)
    if not name or not runs:
        return
    first, *rest = runs
    for run in rest:
        run.getparent().remove(run)  # type: ignore[union-attr]
    for node in [node for node in first if local_name(node) != "rPr"]:
        first.remove(node)
    first.append(kept("t", texts[name[1].upper()]))


def _complex(paragraph: Element) -> Iterator[tuple[str, list[Element]]]:
    """Return instruction and result runs of each field that is written as begin, instruction, separate, result, end."""
    instruction, result, state = "", list[Element](), ""
    for run in list(paragraph.iter(qualified("w:r"))):
        mark = find(run, "w:fldChar")
        state = value(mark, "fldCharType") if mark is not None else state
        if state == "begin" and mark is not None:
            instruction, result = "", []
        elif state == "begin":
            instruction += "".join(node.text or "" for node in run if local_name(node) == "instrText")
        elif state == "separate" and mark is None:
            result.append(run)
        elif state == "end" and mark is not None:
            yield instruction, result
