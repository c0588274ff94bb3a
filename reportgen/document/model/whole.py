"""The finished briefing, with what is known of its facts and of how it was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reportgen.document.model.blocks import Block
from reportgen.document.model.charts import ChartForm
from reportgen.document.model.slides import Slide
from reportgen.document.model.spans import Spans


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
    status: Literal["reported", "preliminary", "revised", "target", "derived"]
    basis: str = ""
    coverage: str = ""
    definition: str = ""
    """What it means, covers and is based on, and how it was computed, as one note."""
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
    """The look asked for, if any, by its name; of one's own only the name of the file."""


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
    names: tuple[str, ...] = ()
    """Proper names with digits in them, which are no figures: ``“10210”``."""
