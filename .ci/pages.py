"""pages.py PDFS OFFICE: every PDF has the pages that are expected of it, and none of them is empty.

Reports are held to the length that a reader is promised; a deck must have as many pages as slides.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pptx import Presentation
from pypdf import PdfReader

REPORT_PAGES = {"2022": range(8, 16), "2023": range(6, 14), "2025": range(6, 13)}
DECK_SLIDES = {"2022": range(10, 23), "2023": range(10, 21), "2025": range(10, 19)}


def main(pdfs: Path, office: Path) -> int:
    faults = []
    for pdf in sorted(pdfs.rglob("*.pdf")):
        kind, year = pdf.parent.name, pdf.parent.parent.name
        pages = PdfReader(pdf).pages
        print(f"{year} {kind}: {len(pages)} pages")
        expected = REPORT_PAGES[year] if kind == "docx" else DECK_SLIDES[year]
        if len(pages) not in expected:
            faults.append(f"{pdf.name} ({kind}): {len(pages)} pages, expected {expected.start} to {expected.stop - 1}")
        if kind == "pptx" and len(pages) != (slides := len(Presentation(str(office / year / f"{pdf.stem}.pptx")).slides)):
            faults.append(f"{pdf.name}: {len(pages)} pages of {slides} slides")
        empty = [number for number, page in enumerate(pages, start=1) if len(page.extract_text().strip()) < 10]
        if empty:
            faults.append(f"{pdf.name} ({kind}): nothing on pages {empty}")
    found = len(list(pdfs.rglob("*.pdf")))
    if found != 2 * len(REPORT_PAGES):
        faults.append(f"{found} PDFs instead of {2 * len(REPORT_PAGES)}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
