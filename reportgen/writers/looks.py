"""Which file is the look of a format: a name in ``templates/office``, or a file of the user's own.

``report`` means ``report.docx`` for reports and ``report.pptx`` for decks, whichever there is; a file name says its format by
its ending.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.errors import UsageError, did_you_mean

DEFAULTS: Mapping[str, str] = {"docx": "official.docx", "pptx": "deck.pptx"}
"""The look of each format that has looks, where nobody chose one."""


def choose(looks: Sequence[str], formats: Sequence[str], folders: Sequence[Path]) -> dict[str, Path]:
    """Return the look of each format for which one of ``looks`` (names or files, as the user wrote them) was chosen.

    Raises :class:`~reportgen.errors.UsageError` for a look that does not exist, that serves none of the formats asked for, or
    that is the second one of its format.
    """
    chosen: dict[str, Path] = {}
    for look in looks:
        found = _found(look, folders)
        asked = {format_: path for format_, path in found.items() if format_ in formats}
        if not asked:
            serves = " and ".join(found)
            raise UsageError(f"the look '{look}' is for {serves}", place="--look", hint=f"add --format {next(iter(found))}")
        for format_, path in asked.items():
            if format_ in chosen:
                hint = f"'{chosen[format_].name}' is given too; give one look a format"
                raise UsageError(f"'{look}' is a second look for {format_}", place="--look", hint=hint)
            chosen[format_] = path
    return chosen


def default(format_: str, named: Mapping[str, str], folders: Sequence[Path]) -> Path:
    """Return the look that a briefing names for a format, or the usual one; the file itself is read by the writer."""
    name = named.get(format_, DEFAULTS.get(format_, ""))
    file = name if Path(name).suffix else f"{name}.{format_}"
    return next((path for folder in folders if (path := folder / file).is_file()), folders[0] / file)


def names(folders: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """Return the names of the looks in the folders, each with the formats it serves; editions for a language are not listed."""
    files = sorted({path.name for folder in folders for format_ in DEFAULTS for path in folder.glob(f"*.{format_}")})
    plain = [Path(file) for file in files if "." not in Path(file).stem and not file.startswith("~$")]
    return {
        stem: tuple(path.suffix.removeprefix(".") for path in plain if path.stem == stem)
        for stem in dict.fromkeys(path.stem for path in plain)
    }


def _found(look: str, folders: Sequence[Path]) -> dict[str, Path]:
    suffix = Path(look).suffix.removeprefix(".").casefold()
    if suffix and suffix not in DEFAULTS:
        raise UsageError(
            f"'{look}' is no look", place="--look", hint="a look is a .docx or .pptx file, or one of the names of looks"
        )
    files = {suffix: look} if suffix else {format_: f"{look}.{format_}" for format_ in DEFAULTS}
    places = (Path(), *folders) if suffix else folders
    found = {
        format_: path
        for format_, file in files.items()
        if (path := next((p / file for p in places if (p / file).is_file()), None))
    }
    if not found:
        known = names(folders)
        hint = did_you_mean(look, known, otherwise=f"the looks are {', '.join(known)}, or give a .docx or .pptx file")
        raise UsageError(f"there is no look '{look}'", place="--look", hint=hint)
    return found
