"""Saving files so that a reader never meets half of one.

All files are first written in full beside their final places and then renamed; a rename replaces an earlier file of the name in one step.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reportgen.errors import DeliveryError


def save(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write the files into ``folder`` (made where it is missing) and return their paths; all or none."""
    waiting: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files:
            waiting.append((_written(folder, data), folder / name))
        for temporary, final in waiting:
            os.replace(temporary, final)
    except OSError as error:
        hint = "check that the folder can be written to, has room, and that no program holds the file open"
        raise DeliveryError(f"cannot write: {error.strerror or error}", place=str(error.filename or folder), hint=hint) from None
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
    return tuple(final for _, final in waiting)


def _written(folder: Path, data: bytes) -> Path:
    """A complete temporary file in the folder, readable as new files of the user are."""
    handle, name = tempfile.mkstemp(prefix=".reportgen-", dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            os.fchmod(stream.fileno(), 0o666 & ~_umask())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
