"""What a briefing is, once everything has been decided and before any file format is thought of.

A :class:`Document` is a tree of frozen values: sections hold blocks (for the report) and slides (for the deck), blocks hold
spans. Writers walk it and decide nothing about content: a number that is not in the document cannot reach a page. This
module imports nothing of the package, so that every later stage may import it.

Every number is a :class:`Figure` that names the facts behind it. Captions, labels and words such as "Source" are finished
strings in the language of the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

# --- spans ---------------------------------------------------------------------------------------------------------------


NumberKind = Literal["", "count", "constant"]
"""``count``: of the facts that a source gives, made by the document itself. ``constant``: of a formula."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words without a traced number."""

    text: str
    strong: bool = False
    number: NumberKind = ""
    """What the words are where they are a number without a fact of its own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is to be read, with the identity of what it says."""

    text: str
    """The whole expression, qualifier and unit included where they are printed: ``7000余万元``, ``7.7%``, ``第9位``."""
    facts: tuple[str, ...]
    """Ids of the facts that the number stands for; never empty."""
    derived: bool = False  # computed, not printed in a source
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross reference to a captioned block (``见图1``): ``text`` is the label of the block with anchor ``target``."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that hangs on the place where it stands."""

    spans: tuple[Text | Figure, ...]


Span = Text | Figure | Reference | Footnote
Spans = tuple[Span, ...]


def words_of(spans: Spans) -> str:
    """The text of spans, without footnotes.

    >>> words_of((Text("增长"), Figure("7.7%", ("iva.growth:2025",)), Footnote((Text("可比价"),))))
    '增长7.7%'
    """
    return "".join(span.text for span in spans if not isinstance(span, Footnote))


# --- charts --------------------------------------------------------------------------------------------------------------

ChartKind = Literal[
    "growth-years", "growth-bars", "levels", "ladder", "progress", "slope", "composition", "ranking", "bullet", "timeline"
]
"""``growth-years``: rates over periods, one line a series, with gaps. ``growth-bars``: rates of several things side by side in one
period (one series, or two periods as two series). ``levels``: levels or additions over periods as columns. ``ladder``: stages of a
ladder (counts of one moment, first stage at the bottom). ``progress``: reached against plan in percent with the 100 % mark.

``slope``: what changed between two periods, the two categories. ``composition``: known parts of a whole, a category each whole, a
series each part; ``mark`` is the whole, 100 where it is not given. ``ranking``: places (1 is best) of one series; ``mark`` is how many
are ranked, where that is known. ``bullet``: outcomes in the first series, targets in the second; a gap in the first says in its label
why there is none; without ``unit`` the labels name their own, and each row has the scale of its target. ``timeline``: an event each
category, its beginning in the first series and its end in the second, in years (2022.5 is the middle of 2022), dates as labels."""

ChartForm = Literal["picture", "native"]
"""``picture``: vector graphics with a bitmap behind them. ``native``: charts that Word and PowerPoint can edit."""
PointState = Literal["reported", "preliminary", "derived", "approximate", "target"]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series; a gap where ``value`` is ``None``."""

    value: Decimal | None
    """In the unit of the chart (``亿元``, ``%``, ``家``), never rounded."""
    label: str = ""
    """How the value is written beside its mark; for a gap, what is said instead, empty for the usual words."""
    facts: tuple[str, ...] = ()
    state: PointState = "reported"


@dataclass(frozen=True, slots=True)
class Series:
    """One named row of points, as many as the chart has categories."""

    name: str
    points: tuple[Point, ...]
    breaks: tuple[int, ...] = ()
    """Indices of the points before which the definition changes: no line may join across them."""


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart as data: what is to be shown, not how it is drawn."""

    kind: ChartKind
    message: Spans
    """What the chart says, a statement computed from the facts; :attr:`title` is its text."""
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    source: str
    """The whole source line."""
    telling: Spans
    """Alternative text: what the chart shows, with its figures; :attr:`alt` is its text."""
    notes: tuple[str, ...] = ()
    """Explanations of gaps, derived, approximate values and changed definitions."""
    mark: Decimal | None = None
    """A reference value drawn as a line across: 100 for plans, the rate of the whole for its parts."""
    mark_label: str = ""
    mark_facts: tuple[str, ...] = ()
    """Ids of the facts that the reference value stands for; empty for a plan's 100 %."""

    @property
    def title(self) -> str:
        return words_of(self.message)

    @property
    def alt(self) -> str:
        return words_of(self.telling)


# --- blocks --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; the section's own title is level 1, so ``level`` is 2 or 3."""

    level: int
    number: str
    """The written number of the look's first choice: ``（一）`` or ``1.1``; writers set it before the text."""
    spans: Spans
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans
    role: Literal["body", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Spans, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    align: Literal["text", "number"] = "text"
    weight: int = 1
    """Share of the table's width, relative to the other columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table with one header row."""

    anchor: str
    label: str
    """``表1``"""
    caption: str
    unit: str
    """The unit line at the top right without its label, such as ``亿元、%``; empty where the columns differ and name their own."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]
    notes: tuple[Spans, ...] = ()
    source: str = ""
    groups: tuple[int, ...] = ()
    """Indices of rows that are group titles: only their first cell has text, and it spans the row."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A captioned chart; the caption names the subject, the title inside the picture states the message."""

    anchor: str
    label: str
    """``图1``"""
    caption: str
    """Empty where the message has to serve as caption: see :attr:`subject`."""
    spec: ChartSpec

    @property
    def subject(self) -> Spans:
        """What the caption says."""
        return (Text(self.caption),) if self.caption else self.spec.message


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number: what it is, the number, and what goes with it (change, rank)."""

    label: str
    figure: Figure
    detail: Spans = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    items: tuple[KeyFigure, ...]


Block = Heading | Paragraph | Bullets | Table | Chart | KeyFigures

# --- slides --------------------------------------------------------------------------------------------------------------

SlideLayout = Literal[
    "key figures", "points", "chart and points", "two charts", "table", "progress", "timeline", "sources", "chart"
]


@dataclass(frozen=True, slots=True)
class Event:
    """One project or milestone on a timeline."""

    when: str
    what: Spans
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    events: tuple[Event, ...]


SlideBlock = Paragraph | Bullets | Table | Chart | KeyFigures | Timeline


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide as the author meant it; the deck writer may continue it on further slides."""

    layout: SlideLayout
    title: Spans
    """States the conclusion."""
    blocks: tuple[SlideBlock, ...]
    notes: tuple[Spans, ...] = ()
    """The speaker's script, a paragraph each."""
    source: str = ""
    """The source line of the slide, whole."""


# --- the whole -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words that writers set, in the language of the document."""

    contents: str
    continued: str
    """Appended to the title of a continued slide or table: ``（续）``."""
    unit: str
    """``单位：``"""
    source: str
    """``资料来源：``"""
    note: str
    """``注：``"""
    colon: str
    comma: str
    """Between the items of an enumeration: ``、``."""
    chart: str
    """``图``: what alternative text calls a picture."""
    closing: str
    """What the last slide says; there is none where it is empty."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    """Name of the template it came from, such as ``growth``."""
    number: str
    """``一、``"""
    title: str
    anchor: str
    blocks: tuple[Block, ...]
    slides: tuple[Slide, ...] = ()


@dataclass(frozen=True, slots=True)
class Official:
    """What an official document bears besides its text (GB/T 9704-2012, 7.2 to 7.4); what is empty is left out."""

    red_header: str = ""
    """发文机关标志, the name of the issuing authority in red at the head of the first page: ``××市工业和信息化局文件``."""
    number: str = ""
    """发文字号: ``×工信发〔2026〕1号``."""
    addressee: str = ""
    """主送机关, without the colon."""
    signature: str = ""
    """发文机关署名 above the date at the end; author and date then do not stand under the title."""
    copies: str = ""
    """抄送机关, without label and full stop."""
    printed_by: str = ""
    """印发机关."""
    printed_on: str = ""
    """印发日期 as written, without 印发; the date of the document where it is empty and ``printed_by`` is not."""


@dataclass(frozen=True, slots=True)
class FactRecord:
    """What is known of a fact that the document says, so that every number leads back to its source without the dataset."""

    id: str
    name: str
    """The name of the series in the document's language."""
    when: str
    """Its period or date, as the document writes it."""
    text: str
    """The figure with sign, qualifier, scale and unit."""
    base: str
    """The value in the bare unit, a plain decimal numeral: ``106821000000``."""
    unit: str
    qualifier: str
    status: str
    basis: str = ""
    coverage: str = ""
    source: str = ""
    """How a source line names the source; empty for a derived fact."""
    published: str = ""
    """When the source appeared, as datasets write periods."""
    paragraph: str = ""
    """Where the source says it, with other places that repeat it: ``6``, ``6, 20``."""
    printed: str = ""
    """The figure as its source prints it; empty for a derived fact."""
    parents: tuple[str, ...] = ()
    """Ids of the facts that a derived one comes from, the first called ``a`` in the formula."""
    formula: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What was asked for, beyond what the document itself says: enough to make it anew when facts have changed."""

    briefing: str = ""
    sections: tuple[str, ...] = ()
    """Sections asked for by name; empty where the briefing's own were taken."""
    window: tuple[int, int] | None = None
    looks: tuple[str, ...] = ()
    """Names of looks asked for; of one's own only the name of the file."""


@dataclass(frozen=True, slots=True)
class Document:
    """A finished briefing."""

    title: str
    subtitle: str
    author: str
    """The issuing office; empty where the briefing names none."""
    date: date
    date_text: str
    """The date as written in the document's language: ``2026年6月30日``."""
    language: Literal["zh", "en"]
    year: int
    sections: tuple[Section, ...]
    labels: Labels
    sources: tuple[str, ...] = ()
    """One line for each source used, for the last slide."""
    subject: str = ""
    keywords: tuple[str, ...] = field(default=())
    contents: bool | None = None
    """Whether the report has a contents page; ``None`` leaves it to the look."""
    charts: ChartForm = "picture"
    official: Official | None = None
    opening: Spans = ()
    """What the cover of a deck says under the title, where there is no subtitle: the year in one line."""
    facts: tuple[FactRecord, ...] = ()
    """A record of each fact that the report or the deck says, and of those that derived ones come from, in the order of the data."""
    origin: Origin = Origin()
