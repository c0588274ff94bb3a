"""How large a picture is to be and where it will stand."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.theme import Place

POINTS_PER_CM = 72 / 2.54
EMU_PER_POINT = 12_700


@dataclass(frozen=True, slots=True)
class Size:
    """The room for a picture, in centimetres.

    On a slide the picture is exactly this large. On a page it is this wide, and as high as its rows ask for where it has
    rows; upright charts take ``height``, and more only where their notes would squeeze them. :class:`Picture` says what
    came of it.
    """

    width: float
    height: float
    place: Place
    titled: bool = True
    """Whether the title stands in the picture; a slide says it in its own title."""
    sourced: bool = True
    """Whether the source line stands in the picture; a slide may have its own."""
    firm: bool = False
    """Whether on a page also rows make do with ``height``, as far as nothing overlaps."""

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points.

        >>> Size(25.4, 12.7, "slide").points
        (720.0, 360.0)
        """
        return round(self.width * POINTS_PER_CM, 3), round(self.height * POINTS_PER_CM, 3)


PAGE = Size(15.4, 8.0, "page")
"""Nearly the whole width of the type area of an official page (15.6 cm), and a good third of its height."""
SLIDE = Size(30.0, 12.6, "slide", titled=False, sourced=False)
"""One chart on a 16:9 slide of 33.87 x 19.05 cm, under the slide's title and above its source."""
