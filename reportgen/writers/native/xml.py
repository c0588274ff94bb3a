"""DrawingML of charts by small functions: an element is a call, its children are arguments.

>>> print(written(e("c:gapWidth", val=60)).decode().splitlines()[1])
<c:gapWidth xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" val="60"/>
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from reportgen.writers.lines import writable

Element: TypeAlias = etree._Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "cdr": "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
Child: TypeAlias = Element | str | None


def e(name: str, /, *children: Child, **attributes: str | int | None) -> Element:
    """Return the element ``prefix:name``; strings become text, ``None`` is left out, ``r_id`` is the attribute ``r:id``."""
    attrib = {_attribute(key): str(value) for key, value in attributes.items() if value is not None}
    element = etree.Element(qualified(name), attrib, _prefixes(name, *attributes))
    for child in children:
        if isinstance(child, str):
            element.text = writable(child)
        elif child is not None:
            element.append(child)
    return element


def _prefixes(name: str, *attributes: str) -> dict[str, str]:
    """The prefixes of an element and its attributes; those that are not said here depend on which libraries have been loaded."""
    prefixes = (name.partition(":")[0], *(key.partition("_")[0] for key in attributes if _attribute(key) != key))
    return {prefix: NAMESPACES[prefix] for prefix in prefixes}


def qualified(name: str) -> str:
    """Return ``prefix:name`` in Clark notation."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _attribute(key: str) -> str:
    return qualified(key.replace("_", ":", 1)) if key.partition("_")[0] in NAMESPACES and "_" in key else key


def flag(name: str, on: bool) -> Element:
    """Return a switch; always written, because what a missing one means differs from element to element."""
    return e(name, val=int(on))


def written(root: Element) -> bytes:
    """Return a part of a package, every namespace declared once at its root where that is possible."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
