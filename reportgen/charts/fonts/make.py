"""Makes the two bundled fonts from Debian's ``fonts-noto-cjk``; run it only to change which characters they hold.

    python -m reportgen.charts.fonts.make /usr/share/fonts/opentype/noto

It needs fontTools (``pip install reportgen[dev]``). The same collection gives the same bytes. The Simplified Chinese face is
taken out of each collection, reduced to :func:`characters`, and keeps its names and its licence record. Hinting and layout
features are dropped: pictures are printed at 200 dpi and more, where they change nothing but the size of the files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

FACE = "Noto Sans CJK SC"
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xFF),  # Latin-1
    (0x2010, 0x2027),  # hyphens, dashes, quotation marks, ellipsis
    (0x2460, 0x2473),  # ① to ⑳
    (0x3000, 0x301F),  # Chinese punctuation, 〇, 〓
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE6),  # full-width signs: ￥
)
SINGLE = "−‰′″€≤≥≈№™℃"
NAMES = "堃喆镕昇玥珺瑄铖淏昉玮烨燚翀祎赟晗芃翊琦琨璟瑀珂堉垚昱晟煊煜玟珩瑾璐璇骁骐颢馨鑫鋆锴"
"""Characters of people's and firms' names, most of them younger than GB 2312."""


def characters() -> frozenset[int]:
    """Return the code points of the bundled fonts: GB 2312, ASCII, Latin-1, punctuation, some characters of names."""
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    return frozenset(ranges | {ord(char) for char in SINGLE + NAMES} | gb2312())


def gb2312() -> set[int]:
    """Return the 7,445 characters of GB 2312-80 as code points."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(pair.decode("gb2312")) for pair in pairs if pair.decode("gb2312", "ignore")}


def subset(collection: Path, face: str) -> TTFont:
    """Return ``face`` of a font collection, reduced to :func:`characters`."""
    font = next(font for font in TTCollection(str(collection)).fonts if font["name"].getDebugName(4) == face)
    font.recalcTimestamp = False
    reducer = Subsetter(
        Options(
            hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True, drop_tables=["GSUB", "GPOS", "GDEF", *UNUSED]
        )
    )
    reducer.populate(unicodes=characters())
    reducer.subset(font)
    return font


UNUSED = ("BASE", "DSIG", "VORG", "vhea", "vmtx")
"""Tables for vertical setting and signatures."""


def main(folder: Path) -> None:
    """Write both weights beside this file."""
    here = Path(__file__).parent
    for weight, face in (("Regular", FACE), ("Bold", f"{FACE} Bold")):
        subset(folder / f"NotoSansCJK-{weight}.ttc", face).save(here / f"NotoSansCJKsc-{weight}.subset.otf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
