"""Saving files so that a reader never meets half of one.

All files are first written in full beside their final places and then renamed; a rename replaces an earlier file of the name in one step.
What would make a rename fail is looked for before the first one, so that either all files are new or none is.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reportgen.errors import DeliveryError

_TEMPORARY = ".reportgen-"
_HINT = "check that the folder can be written to, has room, and that no program holds the file open"


def check_folder(folder: Path) -> None:
    """Refuse a folder that cannot be made or written to, before any work is done."""
    try:
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    except OSError as error:
        raise DeliveryError(f"cannot write: {error.strerror}", place=str(folder), hint="give --out a shorter name") from None
    if not there.is_dir():
        raise DeliveryError("cannot write: this is a file and not a folder", place=str(there), hint="give --out another folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise DeliveryError("cannot write: Permission denied", place=str(there), hint=_HINT)


def save(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write the files into ``folder`` (made where it is missing) and return their paths; all or none."""
    waiting: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files:
            _check_place(folder / name)
            waiting.append((_written(folder, data), folder / name))
        for temporary, final in waiting:
            os.replace(temporary, final)
    except OSError as error:
        raise DeliveryError(f"cannot write: {error.strerror or error}", place=_place(error, folder), hint=_HINT) from None
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
    return tuple(final for _, final in waiting)


def _place(error: OSError, folder: Path) -> str:
    """The file that a user knows: of a rename its new name, of a temporary file the folder."""
    name = str(error.filename2 or error.filename or folder)
    return str(folder) if Path(name).name.startswith(_TEMPORARY) else name


def _check_place(final: Path) -> None:
    """Refuse to replace what is no file, is marked as not to be written, or is held open by a program that locks it."""
    if final.exists():
        with final.open("r+b"):
            pass


def _written(folder: Path, data: bytes) -> Path:
    """A complete temporary file in the folder, readable as new files of the user are."""
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        path.chmod(0o666 & ~_umask())
    except BaseException:  # a user may stop the run here as well
        path.unlink(missing_ok=True)
        raise
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
