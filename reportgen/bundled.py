"""Where the dataset and the templates that come with the package lie: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The bundled folder ``seeds`` or ``templates``."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def dataset() -> Path:
    """The default of ``--data``."""
    return folder("seeds") / "pingxiang"


def templates() -> Path:
    """The default of ``--templates``."""
    return folder("templates")
