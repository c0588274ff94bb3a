"""On which page a heading stands, by setting the file with LibreOffice and reading the outline of the PDF that it makes."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
SECONDS = 120
"""What LibreOffice is given for one report; it usually takes three to ten."""


class PagesUnknownError(Exception):
    """The pages could not be found out; the message says why."""


def pages_of(data: bytes, titles: Sequence[str]) -> tuple[int, ...]:
    """Return the page of each heading of a Word file, counted from 1; ``titles`` are its headings in order.

    LibreOffice runs with a profile of its own that is thrown away, so that a running one is not disturbed. Raises
    :class:`PagesUnknownError` where it is not installed, fails or takes too long, and where a heading is not found.
    """
    program = _program()
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "report.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        convert = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "report.docx"))
        _run((program, profile, *convert))
        pdf = folder / "report.pdf"
        if not pdf.is_file():
            raise PagesUnknownError("LibreOffice did not set the report")
        return matched(titles, tuple(_outline(pdf)))


def matched(titles: Sequence[str], outline: Sequence[tuple[str, int]]) -> tuple[int, ...]:
    """Return the page of each title, found in the outline in order; entries between them are passed over.

    >>> matched(("一、总体", "二、产业"), (("目录", 1), ("一、 总体", 2), ("二、产业", 5)))
    (2, 5)
    """
    rest = iter(outline)
    pages = []
    for title in titles:
        page = next((page for text, page in rest if "".join(text.split()) == "".join(title.split())), None)
        if page is None:
            raise PagesUnknownError(f"LibreOffice's outline does not have the heading '{title}'")
        pages.append(page)
    return tuple(pages)


def _program() -> str:
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if found is None:
        raise PagesUnknownError("LibreOffice is not on this machine")
    return found


def _run(command: Sequence[str]) -> None:
    """Run a command to its end, or end it and all that it started when its time is over."""
    try:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError as fault:
        raise PagesUnknownError(f"LibreOffice does not start ({fault.strerror})") from fault
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as fault:
        raise PagesUnknownError(f"LibreOffice took longer than {SECONDS} seconds") from fault
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):  # LibreOffice is a script that starts a program; on Windows it is the program itself
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _outline(pdf: Path) -> Iterator[tuple[str, int]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(pdf)
        for item in _flat(reader.outline):
            page = reader.get_destination_page_number(item)
            if page is not None:
                yield str(item.title), page + 1
    except PyPdfError as fault:
        raise PagesUnknownError("LibreOffice's PDF cannot be read") from fault


def _flat(outline: list[Any]) -> Iterator[Any]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
