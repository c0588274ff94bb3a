"""What a look offers: the layouts of a .pptx, their placeholders and how text is set in them, as plain values.

A placeholder is known by its name without a number at the end (``Chart 2`` is a chart); where the name says nothing, as in a
deck made from PowerPoint's own layouts, by its type. Sizes and spacing are looked up the way PowerPoint inherits them:
layout, master's placeholder, master's text styles, the presentation's defaults.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reportgen.writers.pptx.geometry import EMU_PER_POINT, Box, Emu, Points

# --- types -----------------------------------------------------------------------------------------------------------------


LEADING = 1.448
"""Height of a single-spaced line as a multiple of the size: that of Noto Sans CJK, the tallest of the usual Chinese fonts
(微软雅黑 has 1.32, 等线 1.3), so that what fits here fits with each of them."""
PARAGRAPH_SHARE = 1.2
"""What PowerPoint takes a percentage of space above a paragraph of: the size times this."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """A distance that grows with the size of the type, or that is fixed in points."""

    share: float = 0.0
    points: Points = 0.0

    def at(self, size: Points) -> Points:
        return self.share * size + self.points


SINGLE, NO_SPACE = Spacing(LEADING), Spacing()


@dataclass(frozen=True, slots=True)
class Level:
    """How paragraphs of one level are set."""

    size: Points
    bold: bool = False
    line: Spacing = SINGLE
    """Distance from line to line."""
    before: Spacing = NO_SPACE
    """Space above a paragraph."""
    indent: Points = 0.0
    """Distance of the text from the left inset."""


@dataclass(frozen=True, slots=True)
class Inset:
    """Distance of the text from the sides of its shape."""

    left: Emu = 91440
    top: Emu = 45720
    right: Emu = 91440
    bottom: Emu = 45720


USUAL_INSET = Inset()


@dataclass(frozen=True, slots=True)
class Place:
    """One placeholder of a layout."""

    idx: int
    role: str
    """What it is for: one of :data:`ROLES`, or ``any`` for a placeholder that takes text, picture or table."""
    name: str
    box: Box
    levels: tuple[Level, ...]
    inset: Inset = USUAL_INSET

    def level(self, number: int) -> Level:
        """Return the style of level ``number``, from 1; the deepest there is where the look defines fewer."""
        return self.levels[min(number, len(self.levels)) - 1]


@dataclass(frozen=True, slots=True)
class Layout:
    name: str
    places: tuple[Place, ...]

    def all(self, role: str) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.role == role)


@dataclass(frozen=True, slots=True)
class Look:
    name: str
    """The file it came from, for messages."""
    layouts: tuple[Layout, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    """What the look calls the layouts that slides ask for, where it calls them otherwise: ``{"cover": "封面页"}``."""

    def find(self, name: str) -> Layout | None:
        """Return the layout of this name, whatever its case."""
        return next((layout for layout in self.layouts if layout.name.strip().casefold() == name.strip().casefold()), None)


ROLES = frozenset(
    {
        "title",
        "subtitle",
        "author",
        "day",
        "number",
        "marker",
        "contents",
        "page",
        "card",
        "heading",
        "chart",
        "points",
        "table",
        "unit",
        "timeline",
        "note",
        "source",
        "date",
        "slide number",
    }
)

_ROLE_OF_TYPE = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "ftr": "source",
    "dt": "date",
    "sldNum": "slide number",
    "pic": "chart",
    "clipArt": "chart",
    "tbl": "table",
    "body": "any",
    "obj": "any",
    "chart": "any",
}
_FIXED = frozenset({"title", "ctrTitle", "subTitle", "ftr", "dt", "sldNum"})
"""Types that say what they are for, whatever the name."""

# --- reading ---------------------------------------------------------------------------------------------------------------

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_LEVELS = range(1, 6)


def read_look(presentation: Any, name: str) -> Look:
    """Return what the opened python-pptx ``presentation`` offers; ``name`` is how messages call the file."""
    defaults = presentation.part._element.find(f"{_P}defaultTextStyle")
    return Look(
        name, tuple(_layout(layout, defaults) for master in presentation.slide_masters for layout in master.slide_layouts)
    )


def _layout(layout: Any, defaults: Any) -> Layout:
    return Layout(layout.name, tuple(sorted(_places(layout, defaults), key=_order)))


def _places(layout: Any, defaults: Any) -> Iterator[Place]:
    for holder in layout.placeholders:
        kind = holder._element.ph.get("type", "obj")
        if kind not in _ROLE_OF_TYPE or holder.width is None:
            continue
        chain = _chain(holder, layout.slide_master, kind, defaults)
        yield Place(
            holder.placeholder_format.idx,
            role_of(holder.name, kind),
            holder.name,
            Box(holder.left, holder.top, holder.width, holder.height),
            tuple(_level(number, chain) for number in _LEVELS),
            _inset(holder, layout.slide_master, kind),
        )


def role_of(name: str, kind: str) -> str:
    """Return what the placeholder called ``name`` of type ``kind`` is for.

    >>> role_of("Chart 2", "pic"), role_of("Text Placeholder 3", "body"), role_of("Points", "ctrTitle")
    ('chart', 'any', 'title')
    """
    word = re.sub(r"\s*\d*$", "", name).strip().casefold()
    return word if word in ROLES and kind not in _FIXED else _ROLE_OF_TYPE[kind]


def _order(place: Place) -> tuple[str, int, Emu, Emu]:
    number = re.search(r"\d+$", place.name)
    return place.role, int(number[0]) if number and place.role != "any" else 0, place.box.top, place.box.left


# --- inheritance -----------------------------------------------------------------------------------------------------------

_MASTER_TYPE = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "pic": "body", "tbl": "body", "chart": "body"}
_STYLE_OF_TYPE = {"title": "titleStyle", "body": "bodyStyle"}


def _chain(holder: Any, master: Any, kind: str, defaults: Any) -> list[Any]:
    """Return the list styles that hold for the placeholder, nearest first."""
    base = _MASTER_TYPE.get(kind, kind)
    parent = _in_master(master, base)
    styles = master._element.find(f"{_P}txStyles")
    named = styles.find(f"{_P}{_STYLE_OF_TYPE.get(base, 'otherStyle')}") if styles is not None else None
    own = [shape.find(f".//{_A}lstStyle") for shape in (holder._element, parent) if shape is not None]
    return [style for style in (*own, named, defaults) if style is not None]


def _in_master(master: Any, kind: str) -> Any:
    return next((shape._element for shape in master.placeholders if shape._element.ph.get("type", "obj") == kind), None)


def _level(number: int, chain: Iterable[Any]) -> Level:
    found = [style.find(f"{_A}lvl{number}pPr") for style in chain]
    properties = [level for level in found if level is not None]
    runs = [run for run in (level.find(f"{_A}defRPr") for level in properties) if run is not None]
    return Level(
        int(_first(runs, "sz", "1800")) / 100,
        _first(runs, "b", "0") in ("1", "true"),
        _spacing(properties, "lnSpc", LEADING, Spacing(LEADING)),
        _spacing(properties, "spcBef", PARAGRAPH_SHARE, Spacing()),
        int(_first(properties, "marL", "0")) / EMU_PER_POINT,
    )


def _first(elements: Iterable[Any], attribute: str, default: str) -> str:
    return next((element.get(attribute) for element in elements if element.get(attribute) is not None), default)


def _spacing(properties: Iterable[Any], tag: str, whole: float, default: Spacing) -> Spacing:
    """Return the spacing ``tag``; ``whole`` is what 100 % of it means as a multiple of the size."""
    for level in properties:
        for share in level.findall(f"{_A}{tag}/{_A}spcPct"):
            return Spacing(share=int(share.get("val")) / 100000 * whole)
        for points in level.findall(f"{_A}{tag}/{_A}spcPts"):
            return Spacing(points=int(points.get("val")) / 100)
    return default


def _inset(holder: Any, master: Any, kind: str) -> Inset:
    shapes = (holder._element, _in_master(master, _MASTER_TYPE.get(kind, kind)))
    bodies = [body for shape in shapes if shape is not None for body in shape.iter(f"{_A}bodyPr")]
    usual = USUAL_INSET
    return Inset(
        int(_first(bodies, "lIns", str(usual.left))),
        int(_first(bodies, "tIns", str(usual.top))),
        int(_first(bodies, "rIns", str(usual.right))),
        int(_first(bodies, "bIns", str(usual.bottom))),
    )
