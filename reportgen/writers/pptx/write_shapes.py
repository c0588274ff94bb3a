"""Planned shapes to elements of a slide: one function for each kind of shape."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from reportgen.document.model import ChartForm
from reportgen.notices import Notice
from reportgen.writers.pptx.model import Lines, NumberShape, Ornament, Run, TextShape
from reportgen.writers.pptx.xml import Element, colour, e, frame

EMPHASIS = "tx2"
"""Theme colour of emphasised runs: in every usual theme a dark one."""
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension by which PowerPoint knows shapes that a screen reader passes over."""
_SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


@dataclass(frozen=True, slots=True)
class Canvas:
    """One slide of the file while shapes are put on it."""

    slide: Any
    """The python-pptx slide."""
    language: str
    """Of the text: ``zh-CN`` or ``en-GB``."""
    draw: Callable[..., Any]
    """Makes the picture of a chart in a size."""
    notices: list[Notice]
    """What the pictures have to say."""
    charts: ChartForm = "picture"
    drawn: dict[str, bytes] = field(default_factory=dict)
    """The bitmap or chart part of each shape, by its name."""

    def placeholder(self, idx: int) -> Element:
        """Return the reference of a shape to placeholder ``idx`` of the slide's layout."""
        found = next(one for one in self.slide.slide_layout.placeholders if one.placeholder_format.idx == idx)
        reference: Element = deepcopy(found._element.ph)
        if "hasCustomPrompt" in reference.attrib:
            del reference.attrib["hasCustomPrompt"]  # for layouts alone
        return reference


# --- text ------------------------------------------------------------------------------------------------------------------


def run_properties(language: str, run: Run) -> Element:
    """Return language, size and emphasis of a run; colour and font are the placeholder's own."""
    other = "en-US" if language == "zh-CN" else "zh-CN"
    fill = colour(EMPHASIS) if run.bold else None
    return e("a:rPr", fill, lang=language, altLang=other, sz=round(run.size * 100), b="1" if run.bold else None, dirty=0)


def text_run(language: str, run: Run) -> Element:
    return e("a:r", run_properties(language, run), e("a:t", run.text))


def paragraph(language: str, lines: Lines) -> Element:
    """Return one paragraph of a placeholder."""
    return e("a:p", _paragraph_properties(lines), *(text_run(language, run) for run in lines.runs))


def _paragraph_properties(lines: Lines) -> Element:
    before = e("a:spcBef", e("a:spcPts", val=round(lines.before * 100))) if lines.before is not None else None
    level = lines.level - 1 or None
    if lines.mark == "none":
        return e("a:pPr", before, e("a:buNone"), lvl=level, marL=0, indent=0)
    if lines.mark == "number":
        return e("a:pPr", before, e("a:buFont", typeface="+mj-lt"), e("a:buAutoNum", type="arabicPeriod"), lvl=level)
    return e("a:pPr", before, lvl=level)


def text_shape(canvas: Canvas, shape: TextShape, number: int) -> Element:
    """Return a placeholder with its paragraphs."""
    body = [paragraph(canvas.language, lines) for lines in shape.paragraphs]
    hung = e("a:bodyPr", tIns=shape.hung, anchor="t") if shape.hung is not None else e("a:bodyPr")
    return _placeholder(canvas, shape.name, shape.idx, number, frame(shape.box) if shape.moved else None, [hung, *body])


def number_shape(canvas: Canvas, shape: NumberShape, number: int) -> Element:
    """Return the placeholder of the slide number with its field, which holds the number that is right now."""
    properties = run_properties(canvas.language, Run("", shape.size))
    shown = str(canvas.slide.part.package.presentation_part.presentation.slides.index(canvas.slide) + 1)
    field = e("a:fld", properties, e("a:t", shown), id=_SLIDE_NUMBER, type="slidenum")
    return _placeholder(canvas, shape.name, shape.idx, number, None, [e("a:bodyPr"), e("a:p", field)])


def _placeholder(canvas: Canvas, name: str, idx: int, number: int, place: Element | None, body: list[Element]) -> Element:
    lock = e("p:cNvSpPr", e("a:spLocks", noGrp=1))
    about = e("p:nvSpPr", e("p:cNvPr", id=number, name=name), lock, e("p:nvPr", canvas.placeholder(idx)))
    return e("p:sp", about, e("p:spPr", place), e("p:txBody", body[0], e("a:lstStyle"), *body[1:]))


# --- ornaments -------------------------------------------------------------------------------------------------------------


def ornament(canvas: Canvas, shape: Ornament, number: int) -> Element:
    """Return a line or dot, marked as decorative."""
    geometry = e("a:prstGeom", e("a:avLst"), prst="ellipse" if shape.kind == "dot" else "rect")
    fill = colour("accent1") if shape.kind == "dot" else e("a:solidFill", _pale())
    mark = e("a:extLst", e("a:ext", e("adec:decorative", val=1), uri=_DECORATIVE))
    about = e("p:nvSpPr", e("p:cNvPr", mark, id=number, name=shape.name), e("p:cNvSpPr"), e("p:nvPr"))
    return e("p:sp", about, e("p:spPr", frame(shape.box), geometry, fill, e("a:ln", e("a:noFill"))))


def _pale() -> Element:
    return e("a:schemeClr", e("a:lumMod", val=85000), val="bg2")
