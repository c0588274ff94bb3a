"""The files of a dataset, read with limits and with the line of every entry.

Data is untrusted: files have a size limit, YAML is composed to plain texts without aliases (which can grow without bound) and without
constructing anything, and text must be UTF-8 without characters that a document cannot hold. CSV files are read by :mod:`sheets`.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec
import yaml

from reportgen.characters import LONGEST, one_line, refused
from reportgen.errors import DataError

MAX_BYTES = 20_000_000
MAX_YAML_BYTES = 5_000_000
"""YAML is read at some 0.6 MB a second."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A raw value with the place that messages name."""

    value: Any
    place: str


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark, its lines ending in ``\\n``."""
    text = _decoded(path, _bytes(path)).replace("\r\n", "\n").replace("\r", "\n")
    if found := refused(text):
        line = text.count("\n", 0, found[0]) + 1
        raise DataError(f"the character {found[1]} cannot stand in a text", place=f"{path.name}:{line}", hint=_RETYPE)
    return text


_RETYPE = "it is a control character or cannot be seen; delete it, or type the words around it anew"


def _bytes(path: Path) -> bytes:
    limit = min(MAX_BYTES, MAX_YAML_BYTES) if path.suffix == ".yaml" else MAX_BYTES
    try:
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise DataError("this is not a file", place=str(path), hint="put a file of this name there")
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        hint = "check that it is there and can be read"
        raise DataError(f"cannot read the file: {error.strerror}", place=str(path), hint=hint) from None
    if len(data) > limit:
        raise DataError(f"the file is larger than {limit // 1_000_000} MB", place=path.name, hint="split the dataset")
    return data


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):  # .xlsx, .xls
        raise DataError("this is a workbook and not text", place=path.name, hint=_CSV_FAULTS[1])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    what, how = _CSV_FAULTS if path.suffix == ".csv" else _YAML_FAULTS
    raise DataError(what[_encoding(data)], place=f"{path.name}:{line}", hint=how)


def _encoding(data: bytes) -> str:
    """What bytes that are no UTF-8 look like."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "gbk" if _is_gbk(data) else ""


def _is_gbk(data: bytes) -> bool:
    """Whether the bytes are GBK throughout, which random ones hardly ever are."""
    try:
        return any("\u4e00" <= character <= "\u9fff" for character in data.decode("gbk"))
    except UnicodeDecodeError:
        return False


_CSV_FAULTS = (
    {
        "utf-16": "the file is UTF-16, as Excel's 'Unicode Text' is, and not UTF-8",
        "gbk": "the file is in GBK, as Excel's plain 'CSV' is in Chinese, and not in UTF-8",
        "": "the file is not UTF-8 text",
    },
    "in Excel choose 'Save As' and the type 'CSV UTF-8 (Comma delimited)'",
)
_YAML_FAULTS = (
    {
        "utf-16": "the file is UTF-16 and not UTF-8",
        "gbk": "the file is in GBK and not in UTF-8",
        "": "the file is not UTF-8 text",
    },
    "save it as UTF-8 in the editor",
)


class _Composer(yaml.BaseLoader):
    """Composes nodes and constructs nothing; refuses aliases, which can grow without bound, and keys given twice."""

    def compose_scalar_node(self, anchor: Any) -> yaml.ScalarNode:
        node = super().compose_scalar_node(anchor)
        if found := refused(node.value):  # written as an escape, such as "\x00"
            problem = f"the character {found[1]} cannot stand in a text"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark, note=_RETYPE)
        node.value = one_line(node.value)
        if len(node.value) > LONGEST:
            problem = f"a text of more than {LONGEST} characters"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark, note="shorten it, and check the quotes")
        return node

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
        if self.node is None:  # a file of comments only
            return []
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
