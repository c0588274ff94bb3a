"""A file of any kind that can be audited, as passages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen.errors import DataError, UsageError
from reportgen.review import plain_text, slides, word
from reportgen.review.package import LARGEST, Package, opened
from reportgen.review.passage import Document

_OFFICE: dict[str, Callable[[Package], Document]] = {
    ".docx": word.document,
    ".docm": word.document,
    ".pptx": slides.document,
    ".pptm": slides.document,
}
_TEXT = (".txt", ".md", ".markdown", ".text")
KINDS = ".docx, .pptx, .txt and .md"


def open_document(path: Path) -> Document:
    """The passages of a file; raises a fault that says what it is where it cannot be read."""
    suffix = path.suffix.lower()
    if suffix not in _OFFICE and suffix not in _TEXT:
        raise UsageError(f"'{path.name}' is no document that can be read", place=str(path), hint=f"these can: {KINDS}")
    data = read_bytes(path)
    if suffix in _TEXT:
        return plain_text.document(path, plain_text.decoded(path, data))
    return _OFFICE[suffix](opened(path.name, data))


def check_file(path: Path) -> None:
    """Refuse what is no file, and what an Office program keeps beside a file that it has open."""
    if path.is_dir():
        raise UsageError("this is a folder", place=str(path), hint="give the files in it")
    if not path.is_file():
        raise UsageError("there is no such file", place=str(path), hint="check the path")
    if path.name.startswith("~$"):
        hint = f"give the file itself, whose name ends in {path.name[2:]}, and close it there before it is written to"
        raise UsageError("this is no document, but says that Office has one open", place=str(path), hint=hint)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, as far as any document goes."""
    check_file(path)
    with path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise DataError(f"the file is larger than {LARGEST // 1_000_000} MB", place=path.name, hint="take its pictures out")
    return data
