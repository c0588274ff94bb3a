"""The look: a reference file whose styles, numbering, page and footers a report takes over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from lxml import etree

from reportgen.errors import WriterError
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
    "table": ("Three-Line Table", "Key Figures"),
}
"""The names of all styles that a look must have; Word's own styles are known by these names in every language of Word."""

NORMAL_POINTS = 10.0
"""Size of type where no style says one, by the standard of the format."""


@dataclass(frozen=True, slots=True)
class Look:
    """An opened look, ready to take a report in place of its own text."""

    word: WordDocument
    styles: Mapping[tuple[str, str], Element]
    """Kind and lower-case name to style."""
    width: int
    """Of the text, in twips."""
    height: int
    """Of the text, in twips."""

    def style(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of a style by its name."""
        return value(self.styles[kind, name.casefold()], "styleId")

    def points(self, name: str) -> float:
        """Return the size of type of a paragraph style, in points."""
        return self._half_points(self.styles["paragraph", name.casefold()]) / 2

    def _half_points(self, style: Element) -> float:
        by_id = {value(node, "styleId"): node for node in self.styles.values()}
        node: Element | None = style
        while node is not None:
            size = find(node, "w:rPr/w:sz")
            if size is not None:
                return float(value(size))
            base = find(node, "w:basedOn")
            node = by_id.get(value(base)) if base is not None else None
        size = find(self.word.styles.element, "w:docDefaults/w:rPrDefault/w:rPr/w:sz")
        return float(value(size)) if size is not None else 2 * NORMAL_POINTS


def edition(path: Path, language: str) -> Path:
    """Return the edition of a look for a language, such as ``official.en.docx``, where there is one; else the look itself."""
    special = path.with_suffix(f".{language}{path.suffix}")
    return special if special.exists() else path


def open_look(path: Path) -> Look:
    """Return the look at ``path``.

    Raises :class:`~reportgen.errors.WriterError` for a file that is no Word document, that has no page setup, or that lacks
    a style, naming the missing ones and those that it has.
    """
    word = _opened(path)
    styles = {(kind, name.casefold()): node for kind, name, node in _styles(word)}
    _demand_styles(path, word, styles)
    width, height = _type_area(path, word)
    return Look(word, styles, width, height)


def _opened(path: Path) -> WordDocument:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(str(path))
    except PackageNotFoundError as fault:
        what = "the file is no Word document" if path.exists() else "there is no such file"
        raise WriterError(what, place=str(path), hint="a look is a .docx file") from fault
    except (KeyError, ValueError, OSError, BadZipFile, etree.XMLSyntaxError) as fault:
        raise WriterError(f"the file is no Word document: {fault}", place=str(path), hint="a look is a .docx file") from fault


def _styles(word: WordDocument) -> Iterator[tuple[str, str, Element]]:
    for node in word.styles.element.iterchildren(qualified("w:style")):
        name = find(node, "w:name")
        if name is not None:
            yield value(node, "type") or "paragraph", value(name), node


def _demand_styles(path: Path, word: WordDocument, styles: Mapping[tuple[str, str], Element]) -> None:
    missing = [f"'{name}'" for kind, names in STYLES.items() for name in names if (kind, name.casefold()) not in styles]
    if not missing:
        return
    present = ", ".join(f"'{name}'" for _, name, _ in _styles(word)) or "none"
    noun = "style" if len(missing) == 1 else "styles"
    raise WriterError(f"the look lacks the {noun} {', '.join(missing)}", place=str(path), hint=f"its styles are {present}")


def _type_area(path: Path, word: WordDocument) -> tuple[int, int]:
    size, margins = (find(word.element.body, f"w:sectPr/{name}") for name in ("w:pgSz", "w:pgMar"))
    if size is None or margins is None:
        raise WriterError(
            "the look has no page size or margins", place=str(path), hint="set up the page in Word and save the file"
        )
    return (
        _twips(size, "w") - sum(_twips(margins, edge) for edge in ("left", "right", "gutter")),
        _twips(size, "h") - sum(abs(_twips(margins, edge)) for edge in ("top", "bottom")),
    )


def _twips(node: Element, name: str) -> int:
    return int(float(value(node, name) or 0))


STRUCTURE = ("styles", "numbering", "settings", "fontTable", "theme", "webSettings", "header", "footer", "endnotes", "customXml")
"""Relations of the look's main part that stay; pictures, links and notes of its specimen go."""


def clear(look: Look) -> Element:
    """Empty the look of its own text and of what only that text used; return the body, which holds the page setup alone."""
    part = look.word.part
    for key in [key for key, relation in part.rels.items() if relation.reltype.rpartition("/")[2] not in STRUCTURE]:
        part.rels.pop(key)
    body: Element = look.word.element.body
    for child in list(body):
        if child.tag != qualified("w:sectPr"):
            body.remove(child)
    return body
