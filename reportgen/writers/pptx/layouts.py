"""Layouts of a look by the names that slides ask for, and what stands in where a look has no such name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.errors import WriterError, did_you_mean
from reportgen.notices import LayoutReplaced
from reportgen.writers.pptx.look import Layout, Look

_CONTENT = ("Title and Content", "标题和内容", "标题与内容")
_TWO = ("Two Content", "两栏内容", "Comparison", "比较")
_OPENING = ("Title Slide", "标题幻灯片")
_DIVIDER = ("Section Header", "节标题")

_STAND_INS: dict[str, tuple[str, ...]] = {
    "cover": _OPENING,
    "contents": ("points", *_CONTENT),
    "section": (*_DIVIDER, *_OPENING),
    "key figures": ("points", *_CONTENT),
    "figures and points": ("key figures", "points", *_CONTENT),
    "chart and points": ("progress", *_TWO),
    "progress": ("chart and points", *_TWO),
    "two charts": _TWO,
    "chart": _CONTENT,
    "points": _CONTENT,
    "table": _CONTENT,
    "timeline": ("table", *_CONTENT),
    "sources": ("points", *_CONTENT),
    "closing": ("section", *_DIVIDER, "cover", *_OPENING),
}
"""What is taken for a layout that is missing, best first; the last ones are those of PowerPoint's own blank deck."""


def renamed(look: Look, names: Mapping[str, str]) -> Look:
    """Return the look with what it calls the layouts that slides ask for, such as ``{"cover": "封面页"}``.

    A look that has none of the other name but one of the usual name is not meant.

    Raises :class:`~reportgen.errors.WriterError` for a name that no slide asks for and for a layout that the look does not have.
    """
    for name, own in names.items():
        if name not in _STAND_INS:
            hint = did_you_mean(name, _STAND_INS, otherwise=f"slides ask for {', '.join(_STAND_INS)}")
            raise WriterError(f"no slide asks for a layout '{name}'", place="layouts", hint=hint)
        if look.find(own) is None and look.find(name) is None:
            known = [layout.name for layout in look.layouts]
            hint = did_you_mean(own, known, otherwise=f"its layouts are {_listed(look)}")
            raise WriterError(f"no layout is called '{own}', which is to be '{name}'", place=look.name, hint=hint)
    return replace(look, names={name: own for name, own in names.items() if look.find(own)})


def _listed(look: Look) -> str:
    return ", ".join(f"'{layout.name}'" for layout in look.layouts)


def resolve(look: Look, name: str) -> tuple[Layout, tuple[LayoutReplaced, ...]]:
    """Return the layout for ``name`` and, where another one stands in, a notice.

    Raises :class:`~reportgen.errors.WriterError` that lists the layouts there are.
    """
    own = look.find(look.names.get(name, name))
    if own:
        return own, ()
    for other in _STAND_INS[name]:
        found = look.find(look.names.get(other, other))
        if found:
            return found, (LayoutReplaced(look.name, name, found.name),)
    raise WriterError(
        f"no layout is called '{name}'", place=look.name, hint=f"its layouts are {_listed(look)}; give one of them that name"
    )


def without_place(look: Look, layout: Layout, what: str) -> WriterError:
    """Return the fault of a layout that lacks a placeholder."""
    return WriterError(
        f"layout '{layout.name}' has no placeholder for {what}",
        place=look.name,
        hint="add one, named as in the package's own look, or use that look",
    )
