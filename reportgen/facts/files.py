"""The files of a dataset, read with limits and with the line of every entry.

Data is untrusted: files have a size limit, YAML is read by the safe loader without anchors or aliases (which can grow without bound),
and text must be UTF-8.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from reportgen.errors import DataError, did_you_mean

MAX_BYTES = 20_000_000
MAX_ROWS = 100_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A raw value with the place that messages name."""

    value: Any
    place: str


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(f"the file is larger than {MAX_BYTES // 1_000_000} MB", place=path.name, hint="split the dataset")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise DataError("the file is not UTF-8 text", place=path.name, hint="save it as 'CSV UTF-8' or as UTF-8 text") from None
    except OSError as error:
        raise DataError(
            f"cannot read the file: {error.strerror}", place=str(path), hint="check the folder given with --data"
        ) from None


def read_yaml(path: Path) -> Entry:
    """The value of a YAML file made of plain mappings, lists and scalars."""
    text = read_text(path)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
            raise DataError("anchors and aliases are not supported", place=path.name, hint="write the value out")
        return Entry(yaml.safe_load(text), path.name)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(
            f"not valid YAML: {error.problem}", place=f"{path.name}:{line}", hint="check indentation, colons and quotes"
        ) from None
    except RecursionError:
        raise DataError("nested too deeply", place=path.name, hint="flatten the file") from None


def lines_of_keys(path: Path, under: str = "") -> dict[str, int]:
    """Line numbers of the top-level entries of a YAML file, or of those below the key ``under``."""
    node = yaml.compose(read_text(path), Loader=yaml.SafeLoader)
    if under and isinstance(node, yaml.MappingNode):
        node = next((value for key, value in node.value if key.value == under), None)
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {str(index): item.start_mark.line + 1 for index, item in enumerate(node.value)}
    return {}


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a CSV file with its line number; all ``columns`` must be there, and no others."""
    reader = csv.DictReader(read_text(path).splitlines(keepends=True), strict=True)
    try:
        _check_header(path, reader.fieldnames or (), columns)
        for count, row in enumerate(reader):
            if count >= MAX_ROWS:
                raise DataError(f"more than {MAX_ROWS} rows", place=path.name, hint="split the dataset")
            yield reader.line_num, _cells(path, reader.line_num, row)
    except csv.Error as error:
        raise DataError(f"not valid CSV: {error}", place=f"{path.name}:{reader.line_num}", hint="check the quotes") from None


def _check_header(path: Path, found: Any, columns: tuple[str, ...]) -> None:
    names = [str(name or "").strip() for name in found]
    for name in columns:
        if name not in names:
            hint = did_you_mean(name, names, otherwise=f"the columns are {', '.join(columns)}")
            raise DataError(f"column '{name}' is missing", place=f"{path.name}:1", hint=hint)
    for name in names:
        if name not in columns:
            hint = did_you_mean(name, columns, otherwise=f"the columns are {', '.join(columns)}")
            raise DataError(f"unknown column '{name}'", place=f"{path.name}:1", hint=hint)


def _cells(path: Path, line: int, row: dict[Any, Any]) -> dict[str, str]:
    if None in row or None in row.values():
        raise DataError(
            "the row has more or fewer cells than the header", place=f"{path.name}:{line}", hint="quote cells that hold commas"
        )
    return {str(key).strip(): str(value).strip() for key, value in row.items()}


def convert(entry: Entry, type_: type[T]) -> T:
    """The raw value as a record type; a value that does not fit is a fault with its place."""
    try:
        return msgspec.convert(entry.value, type_, strict=False)
    except msgspec.ValidationError as error:
        raise DataError(_readable(str(error)), place=entry.place, hint=_fields(type_)) from None


def _readable(message: str) -> str:
    return message[:1].lower() + message[1:].replace(" - at `$.", " at `").replace("`$`", "the entry")


def _fields(type_: type[Any]) -> str:
    names = getattr(type_, "__struct_fields__", ())
    return f"the fields are {', '.join(names)}" if names else ""
