"""The files of a dataset, read with limits and with the line of every entry.

Data is untrusted: files have a size limit, YAML is composed to plain texts without aliases (which can grow without bound) and without
constructing anything, and text must be UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

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


class _Composer(yaml.BaseLoader):
    """Composes nodes and constructs nothing; refuses aliases, which can grow without bound, and keys given twice."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="aliases are not supported", problem_mark=mark, note="write the value out")
        return super().compose_node(parent, index)

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        node = super().compose_mapping_node(anchor)
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value in seen:
                problem = f"'{key.value}' is given twice" if isinstance(key, yaml.ScalarNode) else "a key is not plain text"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark, note="merge or rename the entries")
            seen.add(key.value)
        return node


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file of plain mappings, lists and texts. All scalars are texts, so that 001 and 2023-01-31 stay as they are written."""

    name: str
    node: yaml.Node | None

    def entry(self) -> Entry:
        """The whole file."""
        return Entry(_value(self.node), self.name)

    def entries(self, under: str = "") -> list[tuple[str, Entry]]:
        """Keys and values of the file's mapping, or of the mapping below its key ``under``; none where that key is missing."""
        node = self.node
        if under and isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == under), yaml.MappingNode("", []))
        if not isinstance(node, yaml.MappingNode):
            raise DataError(f"'{under or self.name}' is not a mapping", place=self.name, hint="write 'key: value' entries")
        return [(key.value, Entry(_value(value), f"{self.name}:{key.start_mark.line + 1}")) for key, value in node.value]

    def items(self) -> list[Entry]:
        """The items of the file's list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise DataError("not a list of entries", place=self.name, hint="start each entry with '- id: …'")
        return [Entry(_value(item), f"{self.name}:{item.start_mark.line + 1}") for item in self.node.value]


def _value(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode():
            return {key.value: _value(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(item) for item in node.value]
    return node.value if node else None


def open_yaml(path: Path) -> YamlFile:
    """Read a YAML file; what is not plain YAML is a fault with its line."""
    text, hint = read_text(path), "check indentation, colons and quotes"
    try:
        return YamlFile(path.name, yaml.compose(text, Loader=_Composer))
    except yaml.MarkedYAMLError as error:
        line, problem = error.problem_mark.line + 1 if error.problem_mark else 1, error.problem
        hint = error.note or hint
    except yaml.reader.ReaderError as error:
        line, problem = text.count("\n", 0, error.position) + 1, error.reason
    except RecursionError:
        line, problem, hint = 1, "nested too deeply", "flatten the file"
    raise DataError(f"not valid YAML: {problem}", place=f"{path.name}:{line}", hint=hint)


def read_yaml(path: Path) -> Entry:
    """The value of a whole YAML file."""
    return open_yaml(path).entry()


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a CSV file with its line number; all ``columns`` must be there, and no others."""
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        _check_header(path, reader.fieldnames or (), columns)
        for count, row in enumerate(reader):
            if count >= MAX_ROWS:
                raise DataError(f"more than {MAX_ROWS} rows", place=path.name, hint="split the dataset")
            yield reader.line_num, _cells(path, reader.line_num, row)
    except csv.Error as error:
        line = reader.line_num + 1  # the last good row ended before it
        raise DataError(f"not valid CSV: {error}", place=f"{path.name}:{line}", hint="check the quotes") from None


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
        raise DataError(_readable(str(error)), place=entry.place, hint=_hint(str(error), type_)) from None


def _readable(message: str) -> str:
    return message[:1].lower() + message[1:].replace(" - at `$.", " at `").replace("`$`", "the entry")


def _hint(message: str, type_: type[Any]) -> str:
    """The choices of the field at fault, or the fields of the record."""
    if " - at `" not in message:
        return f"the fields are {', '.join(type_.__struct_fields__)}"
    field = message.rpartition("`$.")[2].rstrip("`")
    choices = get_args(get_type_hints(type_).get(field))
    return f"one of {', '.join(choices)}" if choices and message.startswith("Invalid enum") else "mend the value there"
