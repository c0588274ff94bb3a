"""The YAML files of a dataset as they are written: one record type an entry, turned into the model by ``load``."""

from __future__ import annotations

from typing import Annotated

import msgspec

from reportgen.facts.model import Area, Basis, Kind, Polarity

Digits = Annotated[int, msgspec.Meta(ge=0, le=6)]
"""Places after the point."""
Ordinal = Annotated[int, msgspec.Meta(ge=1, le=999_999)]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all records: a field that the type does not know is a fault, not ignored."""


class NameRecord(Record, frozen=True):
    """An entry of ``dimensions`` in ``indicators.yaml``."""

    zh: str
    en: str = ""
    within: str = ""


class PlaceRecord(NameRecord, frozen=True):
    """An entry of ``places`` in ``indicators.yaml``."""

    home: bool = False


class PartRecord(Record, frozen=True):
    """Names of an indicator after the name of a dimension: 增加值 where the whole is 规上工业增加值."""

    zh: str
    noun: str
    en: str = ""
    short: str = ""
    en_short: str = ""
    en_noun: str = ""


class IndicatorRecord(Record, frozen=True):
    """An entry of ``indicators`` in ``indicators.yaml``; the key is the indicator's id."""

    zh: str
    kind: Kind
    unit: str
    en: str = ""
    short: str = ""
    en_short: str = ""
    noun: str = ""
    en_noun: str = ""
    polarity: Polarity = "neither"
    precision: Digits = 1
    basis: Basis = ""
    definition: str = ""
    en_definition: str = ""
    compares: tuple[str, ...] = ()
    part: PartRecord | None = None
    of: tuple[str, ...] = ()
    within: str = ""


class SourceRecord(Record, frozen=True):
    """An entry of ``sources.yaml``; the key is what facts cite."""

    title: str
    short: str
    published: str = ""
    publisher: str = ""
    writer: str = ""
    about: str = ""
    about_en: str = ""


class CitationRecord(Record, frozen=True):
    article: str
    paragraph: Ordinal


class ProgrammeRecord(Record, frozen=True):
    """An entry of the list in ``programmes.yaml``."""

    id: str
    zh: str
    kind: str
    area: Area
    what: str
    sources: tuple[CitationRecord, ...]
    en: str = ""
    short: str = ""
    what_en: str = ""
    period: str = ""
    owner: str = ""
    parent: str = ""
    targets: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    progress: dict[str, tuple[str, ...]] = {}


class ProperName(Record, frozen=True):
    """An entry of ``names`` in ``names.yaml``: a proper name with digits in it, whose digits are no figures."""

    name: str
    why: str


class ExceptionRecord(Record, frozen=True):
    """An entry of ``exceptions`` in ``names.yaml``: a numeral of a source that is neither fact, name nor date."""

    article: str
    paragraph: Ordinal
    text: str
    why: str


class NamesFile(Record, frozen=True):
    names: tuple[ProperName, ...] = ()
    exceptions: tuple[ExceptionRecord, ...] = ()
