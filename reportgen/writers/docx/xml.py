"""WordprocessingML by small functions: an element is a call, its children are arguments.

>>> from lxml import etree
>>> print(etree.tostring(w("p", w("r", w("t", "工业")))).decode("ascii").split(">", 1)[1])
<w:r><w:t>&#24037;&#19994;</w:t></w:r></w:p>
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from reportgen.writers.lines import writable

Element: TypeAlias = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
_W = NAMESPACES["w"]
_W_ONLY = {"w": _W}

Child: TypeAlias = Element | str | None


def w(name: str, /, *children: Child, **attributes: str | int) -> Element:
    """Return the element ``w:name``; attributes are of the same namespace, strings become text, ``None`` is left out."""
    element = etree.Element(f"{{{_W}}}{name}", {f"{{{_W}}}{key}": str(value) for key, value in attributes.items()}, _W_ONLY)
    return _filled(element, children)


def drawing(name: str, /, *children: Child, **attributes: str | int) -> Element:
    """Return a DrawingML element such as ``wp:inline``.

    Attributes have no namespace, as is the habit of DrawingML; ``r_embed`` stands for the attribute ``r:embed``.
    """
    prefix = name.partition(":")[0]
    attrib = {qualified(key.replace("_", ":")): str(value) for key, value in attributes.items()}
    return _filled(etree.Element(qualified(name), attrib, {prefix: NAMESPACES[prefix]}), children)


def qualified(name: str) -> str:
    """Return ``prefix:name`` in Clark notation; a name without prefix as it is.

    >>> qualified("w:p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def find(element: Element, path: str) -> Element | None:
    """Return the first element at a path such as ``w:pPr/w:numPr``, or ``None``."""
    return element.find("/".join(map(qualified, path.split("/"))))


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element, name: str = "val") -> str:
    """Return an attribute of the namespace ``w``; empty where there is none."""
    return element.get(f"{{{_W}}}{name}", "")


def _filled(element: Element, children: tuple[Child, ...]) -> Element:
    for child in children:
        if isinstance(child, str):
            element.text = writable(child)
        elif child is not None:
            element.append(child)
    return element
