"""The look: a reference file whose styles, numbering, page and footers a report takes over."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from lxml import etree

from reportgen.errors import WriterError
from reportgen.writers.docx.settings import Settings
from reportgen.writers.docx.xml import Element, find, qualified, value

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

STYLES: Mapping[str, tuple[str, ...]] = {
    "paragraph": (
        "Title",
        "Subtitle",
        "Author",
        "Date",
        "heading 1",
        "heading 2",
        "heading 3",
        "Body Text",
        "List Bullet",
        "List Number",
        "Note",
        "Figure",
        "Figure Note",
        "caption",
        "Table Caption",
        "Table Unit",
        "Table Header",
        "Table Text",
        "Table Number",
        "Table Group",
        "Table Header Small",
        "Table Text Small",
        "Table Number Small",
        "Table Group Small",
        "Table Note",
        "Key Figure Label",
        "Key Figure Number",
        "Key Figure Detail",
        "footnote text",
    ),
    "character": ("Strong", "footnote reference"),
}
"""The names of styles that every look must have; Word's own styles are known by these names in every language of Word. The
settings of a look name its table styles besides; contents pages and official documents ask for some more."""

USUAL = Settings()
NORMAL_POINTS = 10.0
"""Size of type where no style says one, by the standard of the format."""
LEADING = 1.35
"""Height of a line as a part of the size of its type, where the style leaves it to the font: that of the usual Chinese fonts."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How the lines of a style stand, in twips."""

    line: int
    """Pitch; an estimate where the font decides it."""
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Typeset:
    """How a paragraph style is set."""

    points: float
    spacing: Spacing
    first: int
    """Where the first line begins, from ``left``, in twips."""
    left: int
    """From the edge of the text, in twips."""
    closer: int
    """What is added between characters, in twips."""


@dataclass(frozen=True, slots=True)
class Look:
    """An opened look, ready to take a report in place of its own text."""

    word: WordDocument
    settings: Settings
    styles: Mapping[tuple[str, str], Element]
    """Kind and lower-case name to style."""
    width: int
    """Of the text, in twips."""
    height: int
    """Of the text, in twips."""
    left: int
    """From the edge of the page to the text, in twips."""
    by_id: Mapping[str, Element]
    known: dict[str, Typeset] = field(default_factory=dict)
    """How the paragraph styles that were asked for are set."""

    def style(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of a style by its name."""
        return value(self.styles[kind, name.casefold()], "styleId")

    def name(self, style: str) -> str:
        """Return the name of a paragraph style by its id; empty for one that the look does not have."""
        nodes = (node for (kind, _), node in self.styles.items() if kind == "paragraph" and value(node, "styleId") == style)
        return next((value(name) for node in nodes if (name := find(node, "w:name")) is not None), "")

    def points(self, name: str) -> float:
        """Return the size of type of a paragraph style, in points."""
        return self.typeset(name).points

    def spacing(self, name: str) -> Spacing:
        """Return how the lines of a paragraph style stand."""
        return self.typeset(name).spacing

    def typeset(self, name: str) -> Typeset:
        """Return how a paragraph style is set, with all that it inherits."""
        if name not in self.known:
            self.known[name] = self._typeset(name)
        return self.known[name]

    def _typeset(self, name: str) -> Typeset:
        styles = list(self._inherited(name))
        points = float(next(_values(styles, "w:rPr/w:sz", "val"), 2 * NORMAL_POINTS)) / 2
        line = int(next(_values(styles, "w:pPr/w:spacing", "line"), 240))
        rule = next(_values(styles, "w:pPr/w:spacing", "lineRule"), "auto")
        pitch = line if rule == "exact" else points * 20 * LEADING * (line / 240 if rule == "auto" else 1)
        before, after = (int(next(_values(styles, "w:pPr/w:spacing", edge), 0)) for edge in ("before", "after"))
        first, left = (int(next(_values(styles, "w:pPr/w:ind", edge), 0)) for edge in ("firstLine", "left"))
        closer = int(next(_values(styles, "w:rPr/w:spacing", "val"), 0))
        return Typeset(points, Spacing(round(pitch), before, after), first, left, closer)

    def cell_margins(self, table: str) -> int:
        """Return the margins above and below the text of a cell together, in twips, by the name of the table style."""
        found = find(self.styles["table", table.casefold()], "w:tblPr/w:tblCellMar")
        edges = (find(found, f"w:{edge}") for edge in ("top", "bottom")) if found is not None else ()
        return sum(_twips(edge, "w") for edge in edges if edge is not None)

    def _inherited(self, name: str) -> Iterator[Element]:
        """Return a paragraph style, the styles that it rests on, and the defaults of the file, nearest first."""
        node: Element | None = self.styles["paragraph", name.casefold()]
        while node is not None:
            yield node
            base = find(node, "w:basedOn")
            node = self.by_id.get(value(base)) if base is not None else None
        for kind in ("rPr", "pPr"):
            defaults = find(self.word.styles.element, f"w:docDefaults/w:{kind}Default")
            if defaults is not None:
                yield defaults


def _values(styles: Sequence[Element], path: str, attribute: str) -> Iterator[str]:
    """Return an attribute of a property wherever the styles have it, nearest first."""
    found = (find(style, path) for style in styles)
    return (text for node in found if node is not None and (text := value(node, attribute)))


def edition(path: Path, language: str) -> Path:
    """Return the edition of a look for a language, such as ``official.en.docx``, where there is one; else the look itself."""
    special = path.with_suffix(f".{language}{path.suffix}")
    return special if special.exists() else path


def open_look(path: Path, settings: Settings = USUAL, further: Iterable[str] = ()) -> Look:
    """Return the look at ``path``; ``further`` paragraph styles are demanded besides :data:`STYLES`.

    Raises :class:`~reportgen.errors.WriterError` for a file that is no Word document, that has no page setup, or that lacks
    a style, naming the missing ones and those that it has.
    """
    word = _opened(path)
    styles = {(kind, name.casefold()): node for kind, name, node in _styles(word)}
    demanded = {
        "paragraph": (*STYLES["paragraph"], *further),
        "character": STYLES["character"],
        "table": (settings.table_style, settings.card_style),
    }
    _demand_styles(path, word, styles, demanded)
    by_id = {value(node, "styleId"): node for node in styles.values()}
    return Look(word, settings, styles, *_type_area(path, word), by_id)


def _opened(path: Path) -> WordDocument:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(str(path))
    except PackageNotFoundError as fault:
        what = "the file is no Word document" if path.exists() else "there is no such file"
        raise WriterError(what, place=str(path), hint="a look is a .docx file") from fault
    except (KeyError, ValueError, OSError, AttributeError, TypeError, BadZipFile, etree.XMLSyntaxError, zlib.error) as fault:
        message = f"the file is no Word document: {fault}"  # python-docx trusts what it reads
        raise WriterError(message, place=str(path), hint="a look is a .docx file") from fault


def _styles(word: WordDocument) -> Iterator[tuple[str, str, Element]]:
    for node in word.styles.element.iterchildren(qualified("w:style")):
        name = find(node, "w:name")
        if name is not None:
            yield value(node, "type") or "paragraph", value(name), node


def _demand_styles(
    path: Path, word: WordDocument, styles: Mapping[tuple[str, str], Element], demanded: Mapping[str, tuple[str, ...]]
) -> None:
    missing = [f"'{name}'" for kind, names in demanded.items() for name in names if (kind, name.casefold()) not in styles]
    if not missing:
        return
    present = ", ".join(f"'{name}'" for _, name, _ in _styles(word)) or "none"
    noun = "style" if len(missing) == 1 else "styles"
    hint = f"its styles are {present}; a copy of the look 'official' or 'report' has all that are needed"
    raise WriterError(f"the look lacks the {noun} {', '.join(missing)}", place=str(path), hint=hint)


def _type_area(path: Path, word: WordDocument) -> tuple[int, int, int]:
    """Return width, height and left edge of the text, in twips."""
    size, margins = (find(word.element.body, f"w:sectPr/{name}") for name in ("w:pgSz", "w:pgMar"))
    if size is None or margins is None:
        raise WriterError(
            "the look has no page size or margins", place=str(path), hint="set up the page in Word and save the file"
        )
    return (
        _twips(size, "w") - sum(_twips(margins, edge) for edge in ("left", "right", "gutter")),
        _twips(size, "h") - sum(abs(_twips(margins, edge)) for edge in ("top", "bottom")),
        _twips(margins, "left") + _twips(margins, "gutter"),
    )


def _twips(node: Element, name: str) -> int:
    return int(float(value(node, name) or 0))


STRUCTURE = ("styles", "numbering", "settings", "fontTable", "theme", "webSettings", "header", "footer", "endnotes", "customXml")
"""Relations of the look's main part that stay; pictures, links and notes of its specimen go."""


def clear(look: Look) -> Element:
    """Empty the look of its own text and of what only that text used; return the body, which holds the page setup alone.

    Where the settings ask for a cover and the look has several sections, the first one stays.
    """
    body: Element = look.word.element.body
    cover = _first_section(body) if look.settings.cover else []
    part = look.word.part
    used = {name for node in cover for name in _relations(node)}
    for key, relation in list(part.rels.items()):
        if key not in used and relation.reltype.rpartition("/")[2] not in STRUCTURE:
            part.rels.pop(key)
    for child in list(body):
        if child.tag != qualified("w:sectPr") and child not in cover:
            body.remove(child)
    return body


def _first_section(body: Element) -> list[Element]:
    children = list(body)
    end = next((index for index, node in enumerate(children) if find(node, "w:pPr/w:sectPr") is not None), -1)
    return children[: end + 1]


def _relations(node: Element) -> Iterator[str]:
    namespace = qualified("r:")
    return (str(text) for child in node.iter() for name, text in child.attrib.items() if str(name).startswith(namespace))
