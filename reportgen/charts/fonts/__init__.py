"""The fonts that lie in the package, so that Chinese shows on a machine that has no Chinese font.

Two weights of Noto Sans CJK SC 2.004, reduced to GB 2312, ASCII, Latin-1 and the punctuation of both, under the SIL Open Font
License 1.1 (``OFL.txt``). :mod:`reportgen.charts.fonts.make` says how they were made. They are for pictures and for measuring:
documents name the fonts of their look and never embed these.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal

Weight = Literal["regular", "bold"]
"""The two weights at hand."""

FAMILY = "Noto Sans CJK SC"
"""The name that the fonts carry."""


def path(weight: Weight = "regular") -> Path:
    """Return the OpenType file of a weight, for Pillow's ``ImageFont.truetype`` or matplotlib's ``FontProperties(fname=…)``.

    >>> path("bold").name
    'NotoSansCJKsc-Bold.subset.otf'
    """
    return Path(str(files(__name__) / f"NotoSansCJKsc-{weight.capitalize()}.subset.otf"))
