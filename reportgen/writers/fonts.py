"""The fonts that a finished file names, and which of them this machine would replace.

The fonts of official documents (仿宋_GB2312, 方正小标宋简体, 微软雅黑) are licensed: files name them for Word, WPS and
PowerPoint and never carry them. A program on a machine without them shows others, of other widths; that is worth a notice and no fault of
the file.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from reportgen.notices import FontReplaced

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Match = Callable[[str], str]
"""The family that this machine shows for a family asked for; empty where that cannot be told."""


def named(data: bytes) -> tuple[str, ...]:
    """Return the font families that the styles of a .docx or the theme of a .pptx name, sorted; none for plain text."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return ()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        found = {
            *(_of_styles(package.read("word/styles.xml")) if "word/styles.xml" in names else ()),
            *(_of_theme(package.read("ppt/theme/theme1.xml")) if "ppt/theme/theme1.xml" in names else ()),
        }
    return tuple(sorted(name for name in found if name))


def _of_styles(xml: bytes) -> Iterator[str]:
    for fonts in etree.fromstring(xml).iter(f"{_W}rFonts"):
        yield from (fonts.get(f"{_W}{kind}", "") for kind in ("ascii", "eastAsia"))


def _of_theme(xml: bytes) -> Iterator[str]:
    root = etree.fromstring(xml)
    for group in ("majorFont", "minorFont"):
        for script in ("latin", "ea"):
            yield from (font.get("typeface", "") for font in root.iterfind(f".//{_A}{group}/{_A}{script}"))


def replaced(names: Iterable[str], match: Match | None = None) -> tuple[FontReplaced, ...]:
    """Return a notice for each family that this machine shows in another one; none where fontconfig is not there to ask."""
    shown = [(name, (match or _fontconfig)(name)) for name in names]
    return tuple(FontReplaced(name, used) for name, used in shown if used and used != name)


def _fontconfig(name: str) -> str:
    """Ask fontconfig, which knows a family by each of its names, in Chinese and in English."""
    if shutil.which("fc-match") is None:
        return ""
    escaped = name.replace("\\", r"\\").replace("-", r"\-").replace(":", r"\:").replace(",", r"\,")
    pattern = escaped if name.isascii() else f"{escaped}:lang=zh-cn"
    done = subprocess.run(["fc-match", "-f", "%{family}", pattern], capture_output=True, text=True, timeout=20, check=False)
    families = [family.replace("\\", "") for family in done.stdout.split(",") if family]
    return name if name in families else next(iter(families), "")
