"""Names of files that can be sent as they are."""

from __future__ import annotations

import re

from reportgen.document.model import Document

SUFFIXES = {"docx": ".docx", "pptx": ".pptx", "text": ".txt", "xlsx": ".xlsx"}
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
MOST_BYTES = 200
"""File systems hold 255 bytes a name; a Chinese character takes three, and a temporary name is longer than the final one."""


def file_name(document: Document, format_: str) -> str:
    """The title of the document with the suffix of the format, without characters that a file system refuses.

    Words are joined by hyphens: a mail or a web address breaks off at a space.
    """
    stem = "-".join(_FORBIDDEN.sub("_", document.title).split()).strip(" .") or "report"
    return stem.encode()[:MOST_BYTES].decode(errors="ignore") + SUFFIXES[format_]
