"""What a look says beyond its styles: a small YAML file beside it, ``report.yaml`` for ``report.docx``.

::

    cover: true            # title, subtitle, author and date on a page of their own
    contents: true         # a contents page, unless the briefing or the command line says otherwise
    contents_levels: 2     # how many levels of headings it lists
    numbers: decimal       # of headings: written (一、（一）1.), decimal (1, 1.1, 1.1.1) or none
    official: false        # whether red header, addressee, signature and imprint have a place in it
    table_style: Three-Line Table
    card_style: Key Figures

Every line may be left out, and so may the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml

from reportgen.errors import WriterError, did_you_mean

Numbers = Literal["written", "decimal", "none"]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The settings of a look."""

    cover: bool = False
    """The first section of the look is the cover where it has several; else a plain page is made."""
    contents: bool = False
    contents_levels: Annotated[int, msgspec.Meta(ge=1, le=3)] = 2
    numbers: Numbers = "written"
    official: bool = True
    table_style: str = "Three-Line Table"
    card_style: str = "Key Figures"


def read_settings(look: Path) -> Settings:
    """Return the settings beside a look, the defaults where none lie there.

    Raises :class:`~reportgen.errors.WriterError` with file and line or the name of the setting that is at fault.
    """
    path = look.with_suffix(".yaml")
    if not path.is_file():
        return Settings()
    raw = _read(path)
    known = Settings.__struct_fields__
    for name in raw:
        if name not in known:
            hint = did_you_mean(str(name), known, otherwise=f"the settings are {', '.join(known)}")
            raise WriterError(f"unknown setting '{name}'", place=str(path), hint=hint)
    try:
        return msgspec.convert(raw, Settings)
    except msgspec.ValidationError as fault:
        raise WriterError(_words(str(fault)), place=str(path), hint="see reportgen/writers/docx/settings.py") from fault


def _read(path: Path) -> dict[Any, Any]:
    try:
        raw = yaml.safe_load(path.read_text("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        raise WriterError("the file is no YAML", place=place, hint="write lines such as 'contents: true'") from fault
    if not isinstance(raw, dict | None):
        raise WriterError("the file is no list of settings", place=str(path), hint="write lines such as 'contents: true'")
    return raw or {}


def _words(fault: str) -> str:
    """Return msgspec's message with the setting in front.

    >>> _words("Expected `bool`, got `str` - at `$.cover`")
    "setting 'cover': expected bool, got str"
    """
    what, _, where = fault.replace("`", "").partition(" - at $.")
    return f"setting '{where}': {what[:1].lower()}{what[1:]}"
