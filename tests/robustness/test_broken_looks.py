"""Looks that a disk or mail server has damaged: refused with one clear fault, whatever library stumbles over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import bundled
from reportgen.errors import WriterError
from reportgen.writers.docx.look import open_look
from reportgen.writers.docx.settings import Settings
from reportgen.writers.pptx.writing import _opened

OFFICE = bundled.templates() / "office"
LOOKS: dict[str, Callable[[Path], object]] = {
    "official.docx": lambda path: open_look(path, Settings(), ()),
    "deck.pptx": _opened,
}


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("share", [step / 12 for step in range(12)])
def test_a_damaged_look_is_refused_or_read_but_never_a_traceback(tmp_path: Path, name: str, share: float) -> None:
    data = bytearray((OFFICE / name).read_bytes())
    start = int(len(data) * share)
    data[start : start + 48] = b"\xff" * 48
    look = tmp_path / name
    look.write_bytes(data)
    told = str(look)
    try:
        LOOKS[name](look)
    except WriterError as fault:
        told = str(fault)
    assert told.startswith(str(look))


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_cut_short_is_refused(tmp_path: Path, name: str) -> None:
    look = tmp_path / name
    look.write_bytes((OFFICE / name).read_bytes()[:-2000])
    with pytest.raises(WriterError):
        LOOKS[name](look)
