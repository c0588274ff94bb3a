"""A briefing: a folder with ``briefing.yaml`` and one ``*.md.j2`` template a section.

``briefing.yaml`` names titles, the sections in order, and the defaults of years and looks::

    title: {zh: "{place}工业经济运行年度报告", en: "…"}
    subtitle: {zh: "{year}年"}
    author: {zh: …}
    sections: [overview, growth, …]
    window: 4            # years compared, the briefing's year included
    looks: {docx: official.docx, pptx: deck.pptx}
    layouts: {cover: 封面页, points: 正文}   # what a look of one's own calls the layouts of slides
    contents: true       # a contents page in the report; the look decides where nothing is said
    charts: native       # charts that Word and PowerPoint can edit, instead of pictures
    official:            # parts of an official document; {place} and {year} are filled in
      red_header: "{place}工业和信息化局文件"
      number: ×工信发〔2026〕1号
      addressee: 市人民政府
      signature: "{place}工业和信息化局"
      copies: 市委办公室，市政府办公室
      printed_by: "{place}工业和信息化局办公室"
      printed_on: 2026年6月30日
    lang: en             # the language of the briefing, whose templates have plain names; Chinese where nothing is said
    names: [5G]          # proper names with digits that the templates write, beside those of the dataset
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from reportgen.errors import TemplateError, UsageError, did_you_mean
from reportgen.facts import files
from reportgen.facts.model import Language
from reportgen.facts.records import Record
from reportgen.narrative.sandbox import SUFFIX

MOST_YEARS = 30
"""A longer window of comparison is a slip of the keyboard."""


class Titles(Record, frozen=True):
    zh: str = ""
    en: str = ""

    def of(self, language: Language) -> str:
        return {"zh": self.zh, "en": self.en}[language]


class OfficialRecord(Record, frozen=True):
    """``official`` in ``briefing.yaml``; the fields are those of :class:`reportgen.document.model.Official`."""

    red_header: str = ""
    number: str = ""
    addressee: str = ""
    signature: str = ""
    copies: str = ""
    printed_by: str = ""
    printed_on: str = ""


class BriefingRecord(Record, frozen=True):
    """``briefing.yaml`` as written."""

    title: Titles
    sections: tuple[str, ...]
    subtitle: Titles = Titles()
    author: Titles = Titles()
    lang: Language = "zh"
    window: int = 4
    looks: dict[str, str] = msgspec.field(default_factory=dict)
    layouts: dict[str, str] = msgspec.field(default_factory=dict)
    contents: bool | None = None
    charts: Literal["picture", "native"] = "picture"
    official: OfficialRecord = OfficialRecord()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing that was found, with every section's template in place."""

    name: str
    folder: Path
    title: str
    subtitle: str
    author: str
    sections: tuple[str, ...]
    window: int
    looks: dict[str, str]
    """By format: names of files in the briefing's own folder or in ``templates/office``."""
    contents: bool | None = None
    """Whether the report has a contents page; ``None`` where the look decides."""
    official: dict[str, str] = field(default_factory=dict)
    """Parts of an official document, by the names of the fields of :class:`OfficialRecord`; only those that are given."""
    charts: Literal["picture", "native"] = "picture"
    """Whether charts are pictures, or charts that Office programs can edit."""
    names: tuple[str, ...] = ()
    """Proper names with digits in them that the templates write, beside those of the dataset."""
    layouts: dict[str, str] = field(default_factory=dict)
    """What the look of the decks calls the layouts that slides ask for, as far as it calls them otherwise."""
    language: Language = "zh"
    """The language that the document is in."""
    own_language: bool = True
    """Whether that is the language of the briefing, whose templates have plain names."""

    def template(self, section: str) -> str:
        """The file of a section: ``growth.md.j2``, or ``growth.en.md.j2`` in another language than the briefing's own."""
        return f"{section}{'' if self.own_language else f'.{self.language}'}{SUFFIX}"

    def choose(self, sections: tuple[str, ...]) -> tuple[str, ...]:
        """The sections asked for, in that order; all of them where none was asked for."""
        for section in sections:
            if section not in self.sections:
                hint = did_you_mean(section, self.sections, otherwise=f"the sections are {', '.join(self.sections)}")
                raise UsageError(f"briefing '{self.name}' has no section '{section}'", place="--sections", hint=hint)
        return sections or self.sections


def names(templates: Path) -> tuple[str, ...]:
    """The briefings of a templates folder."""
    return tuple(sorted(path.parent.name for path in templates.glob("*/briefing.yaml")))


def load(templates: Path, name: str, language: Language | None = None) -> Briefing:
    """The briefing with a name, in a language or its own; :class:`TemplateError` or :class:`UsageError` where it is not in order."""
    if not os.path.isdir(templates):  # unlike Path.is_dir it says no to names that no file system takes
        raise UsageError("no such templates folder", place=str(templates), hint="give --templates a folder of briefings")
    if name not in names(templates):
        hint = did_you_mean(name, names(templates), otherwise=f"the briefings are {', '.join(names(templates)) or '(none)'}")
        raise UsageError(f"no briefing '{name}' in {templates}", place="--briefing", hint=hint)
    folder = templates / name
    record = files.convert(files.read_yaml(folder / "briefing.yaml"), BriefingRecord)
    chosen = language or record.lang
    briefing = Briefing(
        name,
        folder,
        _title(record, chosen, name),
        record.subtitle.of(chosen),
        record.author.of(chosen),
        record.sections,
        record.window,
        record.looks,
        record.contents,
        {part: text for part, text in msgspec.structs.asdict(record.official).items() if text},
        record.charts,
        record.names,
        record.layouts,
        chosen,
        chosen == record.lang,
    )
    _check(briefing)
    return briefing


def _title(record: BriefingRecord, language: Language, name: str) -> str:
    if not record.title.of(language):
        hint = f"write title: {{{language}: …}}"
        raise TemplateError(f"the briefing has no title in '{language}'", place=f"{name}/briefing.yaml", hint=hint)
    return record.title.of(language)


def _check(briefing: Briefing) -> None:
    place = f"{briefing.name}/briefing.yaml"
    for section in briefing.sections:
        if briefing.sections.count(section) > 1:
            raise TemplateError(f"section '{section}' is given twice", place=place, hint="take one out of 'sections'")
    if not briefing.sections:
        raise TemplateError("the briefing has no sections", place=place, hint="name its templates under 'sections'")
    if not 1 <= briefing.window <= MOST_YEARS:
        raise TemplateError(
            f"the window of {briefing.window} years is not 1 to {MOST_YEARS}", place=place, hint="write window: 4"
        )
    _check_templates(briefing, place)


def _check_templates(briefing: Briefing, place: str) -> None:
    there = {path.name.removesuffix(SUFFIX) for path in briefing.folder.glob(f"*{SUFFIX}")}
    for section in briefing.sections:
        file = briefing.template(section)
        if file.removesuffix(SUFFIX) in there:
            continue
        if not briefing.own_language:
            hint = f"write {file}, or leave out --lang {briefing.language}"
            raise TemplateError(f"section '{section}' has no template in '{briefing.language}'", place=place, hint=hint)
        hint = did_you_mean(section, there, otherwise=f"write {file} or take it out of 'sections'")
        raise TemplateError(f"section '{section}' has no template", place=place, hint=hint)
