"""Copies of audited files with a remark at each number that is not in order; the files themselves are left alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportgen.delivery.save import save
from reportgen.errors import UsageError
from reportgen.review import annotate_slides, annotate_word
from reportgen.review.opening import read_bytes
from reportgen.review.passage import Document
from reportgen.review.remarks import is_chinese, place, remark
from reportgen.review.verdict import Finding

Annotate = Callable[[bytes, Sequence[Finding], bool], bytes]
_WRITERS: dict[str, Annotate] = {
    ".docx": annotate_word.annotated,
    ".docm": annotate_word.annotated,
    ".pptx": annotate_slides.annotated,
    ".pptm": annotate_slides.annotated,
}


def annotated(
    files: Sequence[Path], documents: Sequence[Document], findings: Sequence[Sequence[Finding]], folder: Path
) -> tuple[Path, ...]:
    """Write the copies into ``folder``: ``report.audited.docx``, ``deck.audited.pptx``, and ``text.audited.md`` for a text.

    ``findings`` are those of each file that are to be remarked on. All copies are written or none.
    """
    names = [_name(file) for file in files]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(f"two files would both be written as '{twice[0]}'", place="--annotate", hint="audit them one by one")
    made = map(_copy, files, documents, findings)
    return save(folder, list(zip(names, made, strict=True)))


def _name(file: Path) -> str:
    return f"{file.stem}.audited{file.suffix.lower() if file.suffix.lower() in _WRITERS else '.md'}"


def _copy(file: Path, document: Document, findings: Sequence[Finding]) -> bytes:
    chinese = is_chinese(document)
    if write := _WRITERS.get(file.suffix.lower()):
        return write(read_bytes(file), findings, chinese)
    return _report(file, findings, chinese).encode("utf-8")


def _report(file: Path, findings: Sequence[Finding], chinese: bool) -> str:
    """A list of remarks, each with its place."""
    title = f"# {file.name}：数据核对" if chinese else f"# {file.name}: numbers held against the data"
    if not findings:
        return f"{title}\n\n{'没有需要处理的数据。' if chinese else 'Every number is in order.'}\n"
    lines = [f"- {place(finding, chinese)}{remark(finding, chinese)}" for finding in findings]
    return "\n".join([title, "", *lines, ""])
