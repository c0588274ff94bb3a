"""The cover of ``report.docx``: a deep blue band over the head of the page, the title below it, office and date at the foot."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from report_styles import TEXT_WIDTH
from word_package import A4

from reportgen.writers.docx.xml import Element, w

EMU_PER_MM = 36000
PAGE_MM = 210
BAND_MM, STRIP_MM = 88, 2.4
MARGINS = {"top": 6750, "right": 1474, "bottom": 1304, "left": 1474, "header": 709, "footer": 624, "gutter": 0}
"""The title begins 119 mm under the edge, whatever its length."""
FOOT = 14170
"""Where office and date begin, in twips from the edge: 250 mm."""

SHAPE = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
     xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
     xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
     xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
     xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"
><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"
 relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH
 relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset
></wp:positionV><wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{number}"
 name="{name}"><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr
><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp
><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>
</a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>
"""


def cover(title: str, subtitle: str, author: str, date: str) -> Iterator[Element]:
    """Return the paragraphs of the cover; the last one ends its section, which has neither header nor page number."""
    bars = (_bar(9001, "Band", "tx2", 0, BAND_MM), _bar(9002, "Strip", "accent2", BAND_MM, STRIP_MM))
    yield w("p", _style("CoverTitle"), *bars, _words(title))
    yield w("p", _style("CoverSubtitle"), _words(subtitle))
    yield w("p", _style("CoverRule"))
    for style, text in (("CoverAuthor", author), ("CoverDate", date)):
        frame = w("framePr", w=TEXT_WIDTH, hSpace=0, wrap="notBeside", vAnchor="page", hAnchor="margin", x=1, y=FOOT)
        yield w("p", w("pPr", w("pStyle", val=style), frame), _words(text))
    section = w("sectPr", w("pgSz", **A4), w("pgMar", **MARGINS), w("cols", space=425))
    yield w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact"), section))


def _style(style: str) -> Element:
    return w("pPr", w("pStyle", val=style))


def _words(text: str) -> Element:
    return w("r", w("rPr", w("rFonts", hint="eastAsia")), w("t", text))


def _bar(number: int, name: str, colour: str, top: float, high: float) -> Element:
    millimetres = {"top": top, "wide": PAGE_MM, "high": high}
    lengths = {key: round(value * EMU_PER_MM) for key, value in millimetres.items()}
    return etree.fromstring(SHAPE.strip().format(number=number, name=name, colour=colour, **lengths))
