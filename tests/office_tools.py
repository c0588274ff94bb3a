"""LibreOffice and Microsoft's validator for tests: skipped with a reason where they are missing, demanded by CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

VALIDATOR = Path(__file__).parent.parent / ".ci" / "validate-office"


def demand(found: bool, what: str) -> None:
    """Skip the test where a tool is missing; fail it where CI promised the tool."""
    if not found and os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    if not found:
        pytest.skip(f"{what} is not on this machine")


def to_pdf(path: Path) -> Path:
    """Return the PDF that LibreOffice makes of a file, beside it."""
    return _converted(path, "pdf", path.parent)


def saved_again(path: Path) -> Path:
    """Return the file as LibreOffice saves it in its own format, in a folder of its own."""
    return _converted(path, path.suffix[1:], path.parent / "saved")


def _converted(path: Path, form: str, folder: Path) -> Path:
    demand(shutil.which("soffice") is not None, "LibreOffice")
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / path.with_suffix(f".{form}").name


def faults(path: Path) -> str:
    """Return what the validator finds in a file; empty where it is valid."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    installed = (cache / "office-validator" / "node_modules" / ".bin" / "ooxml-validator").exists()
    demand(VALIDATOR.exists() and installed, "the Open XML validator ('.ci/validate-office --install' fetches it)")
    done = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=300, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def lines_of_pages(pdf: Path) -> list[list[tuple[float, float, str]]]:
    """Return the lines of each page from top to bottom: distance of the baseline from the page's foot and left edge, in points,
    and text without spaces."""
    from pypdf import PdfReader

    pages = []
    for page in PdfReader(pdf).pages:
        lines: dict[float, list[tuple[float, str]]] = defaultdict(list)

        def visit(
            text: str, user: list[float], matrix: list[float], *_: object, lines: dict[float, list[tuple[float, str]]] = lines
        ) -> None:
            if text.strip():
                across, up = matrix[4] * user[0] + user[4], matrix[5] * user[3] + user[5]
                lines[round(up, 1)].append((round(across, 1), "".join(text.split())))

        page.extract_text(visitor_text=visit)
        pages.append(
            [(up, min(parts)[0], "".join(text for _, text in parts)) for up, parts in sorted(lines.items(), reverse=True)]
        )
    return pages
