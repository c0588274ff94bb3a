"""What an official document bears besides its text (GB/T 9704-2012, 7.2 to 7.4): red header, addressee, signature, imprint.

Its words are Chinese by nature; a look that has no place for it says so in its settings.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.model import Document, Official
from reportgen.errors import WriterError
from reportgen.notices import OfficialLeftOut
from reportgen.writers.docx.manuscript import Manuscript
from reportgen.writers.docx.paragraphs import paragraph
from reportgen.writers.docx.runs import sized, words
from reportgen.writers.docx.settings import Settings
from reportgen.writers.docx.xml import Element, w
from reportgen.writers.measure import width

TWIPS_PER_MM = 1440 / 25.4
TOP = 35 * TWIPS_PER_MM
"""From the top of the type area to the upper edge of the red characters."""
LARGEST = 48.0
"""Of the red characters, in points; the standard leaves their size to the office, this is one that nobody calls modest."""
LINE = 1.25
"""Exact pitch of their line, as a part of their size."""
BASELINE = 0.8
"""Where the baseline lies in a line of exact pitch, as a part of it: so in Word, and so LibreOffice sets its files."""
INK = 0.85
"""From the baseline to the upper edge of a Chinese character, as a part of its size."""
DATE_INSET = 4
"""Characters between the date and the right edge."""
SPARE = 1.2
"""What the lines of the signature are given, as a part of their measured width, so that a wider font does not break them."""
IMPRINT_INSET = 280
"""One character of 14 pt on both sides of the imprint, in twips."""
COPIES = "抄送："
PRINTED = "印发"
IMPRINT = "版记"
"""What programs that read a page aloud call its table."""


def styles_of(official: Official) -> tuple[str, ...]:
    """Return the names of the paragraph styles that the parts of an official document are set in."""
    styles = {
        "red_header": ("Red Header", "Red Rule"),
        "number": ("Document Number", "Red Rule"),
        "addressee": ("Addressee",),
        "signature": ("Signature", "Signature Date"),
        "copies": ("Imprint",),
        "printed_by": ("Imprint",),
    }
    return tuple(dict.fromkeys(name for part in parts(official) for name in styles.get(part, ())))


def parts(official: Official) -> tuple[str, ...]:
    """Return the names of the parts that are there."""
    return tuple(name for name in Official.__dataclass_fields__ if getattr(official, name))


def completed(document: Document) -> Official:
    """Return the parts of the document's official form: under a red header its author signs, and an imprint bears its date."""
    given = document.official or Official()
    signature = given.signature or (document.author if given.red_header else "")
    printed = given.printed_on or document.date_text if given.printed_by else ""
    return Official(given.red_header, given.number, given.addressee, signature, given.copies, given.printed_by, printed)


def left_out(document: Document, settings: Settings, look: str) -> tuple[OfficialLeftOut, ...]:
    """Return the notice that a look has no place for the official parts of a document, where that is so."""
    there = parts(document.official) if document.official and not settings.official else ()
    return (OfficialLeftOut(look, there),) if there else ()


def demand_first_page(official: Official, *, covered: bool, listed: bool) -> None:
    """Refuse a red header behind a cover or a contents page: it stands on the first page, over the title and the text."""
    if official.red_header and (covered or listed):
        other = "a cover" if covered else "a contents page"
        hint = "leave out 'red_header'" if covered else "leave out 'red_header' or the contents page (--no-contents)"
        raise WriterError(f"a document with a red header has no room for {other} before its text", hint=hint)


def red_header(manuscript: Manuscript) -> Iterator[Element]:
    """Return the name of the issuing authority in red, the number of the document below it, and the red rule."""
    official, look = manuscript.official, manuscript.look
    if official.red_header:
        size = header_points(official.red_header, look.width)
        line = round(size * LINE * 20)
        above = round(TOP - (BASELINE * line - INK * size * 20))
        run = sized(words(manuscript, official.red_header), size)
        exact = w("spacing", before=above, line=line, lineRule="exact")
        yield paragraph(look, "Red Header", run, more=(exact,))
    if official.number:
        yield paragraph(look, "Document Number", words(manuscript, official.number))
    if official.red_header or official.number:
        yield paragraph(look, "Red Rule")


def header_points(text: str, room: int) -> float:
    """Return the size of the red characters, in half points, with which they fill ``room`` twips at most.

    >>> header_points("示例市工业和信息化局文件", 8845), header_points("示例市人民政府", 8845)
    (36.5, 48.0)
    """
    return min(LARGEST, room / 20 / width(text) * 2 // 1 / 2)


def addressee(manuscript: Manuscript) -> Iterator[Element]:
    """Return the line of the addressee."""
    if text := manuscript.official.addressee:
        yield paragraph(manuscript.look, "Addressee", words(manuscript, text.rstrip("：:") + "："))


def signature(manuscript: Manuscript) -> Iterator[Element]:
    """Return signature and date: the date four characters from the right, the name above it on the same axis."""
    name, date = manuscript.official.signature, manuscript.document.date_text
    if not name:
        return
    points = manuscript.look.points("Signature Date")
    wide = {text: width(text) * points * 20 for text in (name, date)}
    room = max(wide.values()) * SPARE
    right = max(0, round(DATE_INSET * points * 20 - (room - wide[date]) / 2))
    left = max(0, round(manuscript.look.width - right - room))
    for style, text in (("Signature", name), ("Signature Date", date)):
        yield paragraph(manuscript.look, style, words(manuscript, text), more=(w("ind", left=left, right=right),))


def imprint(manuscript: Manuscript) -> Iterator[Element]:
    """Return the imprint at the foot of the last page, and the low paragraph that it hangs on."""
    rows = list(_imprint_rows(manuscript))
    if not rows:
        return
    room = manuscript.look.width
    # Measured from the page's edge, because LibreOffice leaves a table as wide as the text where it stands otherwise.
    edge: dict[str, str | int] = {"horzAnchor": "page", "tblpX": manuscript.look.left}
    foot: dict[str, str | int] = {"vertAnchor": "margin", "tblpYSpec": "bottom", "topFromText": 200}
    place = w("tblpPr", leftFromText=0, rightFromText=0, **foot, **edge)
    rules = w("tblBorders", _rule("top", 8), _rule("bottom", 8), _rule("insideH", 6))  # 0.35, 0.35 and 0.25 mm
    margins = w("tblCellMar", *(w(edge, w=0, type="dxa") for edge in ("top", "left", "bottom", "right")))
    layout = (w("tblW", w=room, type="dxa"), rules, w("tblLayout", type="fixed"), margins, w("tblCaption", val=IMPRINT))
    cells = (w("tr", w("trPr", w("cantSplit")), w("tc", w("tcPr", w("tcW", w=room, type="dxa")), row)) for row in rows)
    yield w("tbl", w("tblPr", place, w("tblOverlap", val="never"), *layout), w("tblGrid", w("gridCol", w=room)), *cells)
    yield w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact")))


def _imprint_rows(manuscript: Manuscript) -> Iterator[Element]:
    official, look = manuscript.official, manuscript.look
    if official.copies:
        hang = round(width(COPIES) * look.points("Imprint") * 20)
        indent = w("ind", left=IMPRINT_INSET + hang, right=IMPRINT_INSET, hanging=hang)
        text = COPIES + official.copies.removeprefix(COPIES).rstrip("。") + "。"
        yield paragraph(look, "Imprint", words(manuscript, text), more=(indent,))
    if official.printed_by:
        tabs = w("tabs", w("tab", val="right", pos=look.width - IMPRINT_INSET))
        indent = w("ind", left=IMPRINT_INSET, right=IMPRINT_INSET)
        printed = official.printed_on.removesuffix(PRINTED) + PRINTED
        content = (words(manuscript, official.printed_by), w("r", w("tab")), words(manuscript, printed))
        yield paragraph(look, "Imprint", *content, more=(tabs, indent))


def _rule(edge: str, eighths: int) -> Element:
    return w(edge, val="single", sz=eighths, space=0, color="000000")
