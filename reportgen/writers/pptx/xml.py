"""PresentationML by small functions: an element is a call, its children are arguments.

>>> from lxml import etree
>>> print(etree.tostring(e("a:spcBef", e("a:spcPts", val=600))).decode("ascii").split(">", 1)[1])
<a:spcPts val="600"/></a:spcBef>
"""

from __future__ import annotations

import re
from typing import TypeAlias

from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement

from reportgen.writers.pptx.geometry import Box

Element: TypeAlias = BaseOxmlElement

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def e(name: str, /, *children: Element | str | None, **attributes: str | int | None) -> Element:
    """Return the element ``prefix:name``; strings become text, ``None`` is left out, ``r_embed`` is the attribute ``r:embed``."""
    prefix, _, _ = name.partition(":")
    element: Element = parse_xml(f'<{name} xmlns:{prefix}="{NAMESPACES[prefix]}"/>')
    for key, value in attributes.items():
        if value is not None:
            element.set(_qualified(key), str(value))
    for child in children:
        if isinstance(child, str):
            element.text = writable(child)
        elif child is not None:
            element.append(child)
    return element


def _qualified(key: str) -> str:
    prefix, mark, local = key.partition("_")
    return f"{{{NAMESPACES[prefix]}}}{local}" if mark else key


def writable(text: str) -> str:
    """Return the text on one line and without the characters that XML cannot hold.

    >>> writable("7.7%\\x0b\\n同比")
    '7.7% 同比'
    """
    return re.sub(r"[\t\r\n\u2028\u2029]+", " ", _UNWRITABLE.sub("", text))


def frame(box: Box, name: str = "a:xfrm") -> Element:
    """Return the place of a shape."""
    return e(name, e("a:off", x=box.left, y=box.top), e("a:ext", cx=box.width, cy=box.height))


def colour(theme: str) -> Element:
    """Return a fill in a theme colour, such as ``tx2``."""
    return e("a:solidFill", e("a:schemeClr", val=theme))
