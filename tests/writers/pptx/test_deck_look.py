"""What is read from a look, and what the look of the package itself promises."""

from __future__ import annotations

import colorsys
import importlib.util
import io
import sys
from pathlib import Path
from types import ModuleType

import pytest
from pptx import Presentation
from pptx.util import Pt

from reportgen.writers.pptx.geometry import Box
from reportgen.writers.pptx.look import LEADING, Look, Place, Spacing, read_look, role_of

OFFICE = Path(__file__).parents[3] / "templates" / "office"
DECK = OFFICE / "deck.pptx"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def look() -> Look:
    return read_look(Presentation(str(DECK)), "deck.pptx")


@pytest.fixture(scope="module")
def usual() -> Look:
    """The look of python-pptx's own blank deck, made from PowerPoint's."""
    return read_look(Presentation(), "default.pptx")


def place(look: Look, layout: str, role: str) -> Place:
    found = look.find(layout)
    assert found
    return found.all(role)[0]


# --- reading ---------------------------------------------------------------------------------------------------------------


def test_a_placeholder_is_known_by_its_name_and_else_by_its_type() -> None:
    assert role_of("Heading 2", "body") == "heading"
    assert role_of("Text Placeholder 4", "body") == "any"
    assert role_of("Picture Placeholder 2", "pic") == "chart"
    assert role_of("Table", "ftr") == "source"


def test_sizes_come_from_the_layout_first(look: Look) -> None:
    assert [level.size for level in place(look, "key figures", "card").levels[:3]] == [40, 16, 14]
    assert place(look, "chart and points", "points").level(1).size == 18
    assert place(look, "points", "points").level(1).size == 20


def test_sizes_spacing_and_insets_are_inherited_from_the_master(usual: Look) -> None:
    body = place(usual, "Title and Content", "any")
    assert [level.size for level in body.levels] == [32, 28, 24, 20, 20]
    assert body.level(1).indent == 27
    assert body.level(1).before == Spacing(share=pytest.approx(0.24))
    assert (body.inset.left, body.inset.top) == (91440, 45720)
    assert place(usual, "Title Slide", "title").level(1).size == 44


def test_line_spacing_is_taken_as_a_share_of_the_tallest_usual_font(look: Look) -> None:
    assert place(look, "table", "title").level(1).line == Spacing(share=pytest.approx(0.9 * LEADING))


def test_spacing_in_points_stays_in_points() -> None:
    presentation = Presentation()
    holder = presentation.slide_layouts[1].placeholders[1]
    holder.text_frame.paragraphs[0].font.size = Pt(20)
    style = holder._element.txBody.find(f"{DRAWING}lstStyle")
    level = style.makeelement(f"{DRAWING}lvl1pPr", {})
    style.append(level)
    spacing = level.makeelement(f"{DRAWING}lnSpc", {})
    level.append(spacing)
    spacing.append(level.makeelement(f"{DRAWING}spcPts", {"val": "2400"}))
    assert place(read_look(presentation, "x"), "Title and Content", "any").level(1).line == Spacing(points=24)


def test_layouts_are_found_whatever_their_case(look: Look) -> None:
    found = look.find("KEY FIGURES")
    assert found
    assert found.name == "key figures"
    assert look.find("no such layout") is None


def test_numbered_placeholders_come_in_the_order_of_their_numbers(look: Look) -> None:
    found = look.find("contents")
    assert found
    assert [one.name for one in found.all("contents")] == [f"Contents {n}" for n in range(1, 13)]


# --- the look of the package -----------------------------------------------------------------------------------------------

NAMES = (
    "cover", "contents", "section", "key figures", "figures and points", "chart and points", "two charts", "chart", "points", "table", "progress",
    "timeline", "sources", "closing",
)  # fmt: skip


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_deck", OFFICE / "make_deck.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(OFFICE))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(OFFICE))
    return module


def test_the_committed_file_is_what_the_script_makes() -> None:
    module = maker()
    assert module.package(module.DESIGN) == DECK.read_bytes()


def test_it_has_the_layouts_that_slides_ask_for_on_a_wide_page(look: Look) -> None:
    presentation = Presentation(str(DECK))
    assert tuple(layout.name for layout in look.layouts) == NAMES
    assert (presentation.slide_width, presentation.slide_height) == (12192000, 6858000)
    assert len(presentation.slides) == 0


def test_every_layout_has_a_title_and_all_but_the_plain_ones_source_date_and_number(look: Look) -> None:
    for layout in look.layouts:
        roles = {one.role for one in layout.places}
        assert "title" in roles
        assert {"source", "date", "slide number"} <= roles or layout.name in ("cover", "section", "closing")


def test_no_placeholder_leaves_the_slide_and_none_overlaps_another(look: Look) -> None:
    page = Box(0, 0, 12192000, 6858000)
    for layout in look.layouts:
        boxes = [one.box for one in layout.places]
        assert all(box.within(page) for box in boxes)
        apart = [a.beside(b) or a.bottom <= b.top or b.bottom <= a.top for n, a in enumerate(boxes) for b in boxes[:n]]
        assert all(apart), layout.name


def test_every_placeholder_is_known_by_its_name(look: Look) -> None:
    assert [one.name for layout in look.layouts for one in layout.places if one.role == "any"] == []


def theme() -> dict[str, str]:
    part = next(one for one in Presentation(str(DECK)).part.package.iter_parts() if one.partname.endswith("theme1.xml"))
    from lxml import etree

    root = etree.parse(io.BytesIO(part.blob))
    return {colour.getparent().tag.split("}")[1]: colour.get("val") for colour in root.iter(f"{DRAWING}srgbClr")}


def luminance(rgb: tuple[float, float, float]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colour(element: object, palette: dict[str, str]) -> tuple[float, float, float]:
    """Return the theme colour of a ``schemeClr`` with its changes of lightness."""
    names = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}
    value = palette[names.get(element.get("val"), element.get("val"))]  # type: ignore[attr-defined]
    hue, light, strong = colorsys.rgb_to_hls(*(int(value[n : n + 2], 16) / 255 for n in (0, 2, 4)))
    for change in element:  # type: ignore[attr-defined]
        share = int(change.get("val")) / 100000
        light = light * share if change.tag.endswith("lumMod") else min(light + share, 1)
    return colorsys.hls_to_rgb(hue, light, strong)


def test_text_has_a_contrast_of_at_least_four_and_a_half_to_its_ground() -> None:
    palette = theme()
    for layout in Presentation(str(DECK)).slide_layouts:
        for holder in layout.placeholders:
            on_blue = layout.name in ("cover", "closing") and holder.top < 4_200_000
            ground = palette["dk2"] if on_blue else palette["lt2"]  # the pale ground of cards is darker than the white one
            back = luminance(tuple(int(ground[n : n + 2], 16) / 255 for n in (0, 2, 4)))  # type: ignore[arg-type]
            for found in holder._element.iter(f"{DRAWING}defRPr"):
                front = luminance(colour(found.find(f"{DRAWING}solidFill/{DRAWING}schemeClr"), palette))
                contrast = (max(front, back) + 0.05) / (min(front, back) + 0.05)
                assert contrast >= 4.5, (layout.name, holder.name)


def test_fonts_are_theme_fonts_for_latin_and_chinese() -> None:
    used = {
        (child.tag.split("}")[1], child.get("typeface"))
        for layout in Presentation(str(DECK)).slide_layouts
        for run in layout._element.iter(f"{DRAWING}defRPr")
        for child in run
        if child.get("typeface")
    }
    assert used == {
        (script, f"+{face}-{short}") for face in ("mj", "mn") for script, short in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    }
