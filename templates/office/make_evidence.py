"""Make ``evidence.docx`` and ``evidence.en.docx``, the look of evidence packs: the styles of the official look on A4 lying across,
with narrow margins for a table of many columns.

Run it after a change here or in ``official_styles.py`` and commit the files::

    python templates/office/make_evidence.py
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from make_official import EDITIONS as OFFICIAL
from word_package import make

HERE = Path(__file__).parent
ACROSS = {"w": 16838, "h": 11906, "orient": "landscape"}
PAGE = {"top": 1134, "right": 1134, "bottom": 1134, "left": 1134, "header": 567, "footer": 567, "gutter": 0}
"""20 mm on every side; header and footer 10 mm from the edge."""
EDITIONS = {name.replace("official", "evidence"): replace(design, page=PAGE, paper=ACROSS) for name, design in OFFICIAL.items()}


if __name__ == "__main__":
    for name, edition in EDITIONS.items():
        (HERE / name).write_bytes(make(edition))
