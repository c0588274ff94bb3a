"""What could not be done as asked, and what was done instead.

A notice is a value: stages return their notices with their result, the command line prints them, and tests compare the exact
tuple. Each kind is a frozen dataclass whose text is a single line: where, what could not be done, what was done instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Notice:
    """Base of all notices; ``str(notice)`` is its one line."""

    warning: ClassVar[bool] = True
    """Whether ``--strict`` refuses it. A clause or chart that leaves itself out for a year does what its author meant."""


@dataclass(frozen=True, slots=True)
class ClauseOmitted(Notice):
    """A clause of a template has no fact to stand on for the year."""

    warning: ClassVar[bool] = False
    place: str
    """Template and line, such as ``growth.md.j2:7``."""
    missing: str
    """What was looked for, such as ``iva.growth in 2024``."""

    def __str__(self) -> str:
        return f"{self.place}: no fact for {self.missing}; the clause was left out"


@dataclass(frozen=True, slots=True)
class BlockOmitted(Notice):
    """A chart, table, slide or list has no facts left for the year."""

    warning: ClassVar[bool] = False
    place: str
    what: str
    """The kind of block and its subject, such as ``chart 'iva.growth'``."""
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what} was left out: {self.why}"


@dataclass(frozen=True, slots=True)
class SectionOmitted(Notice):
    """A section in which no figure is left."""

    section: str
    year: int

    def __str__(self) -> str:
        return f"section '{self.section}' has no facts for {self.year}; the section was left out"


@dataclass(frozen=True, slots=True)
class FontReplaced(Notice):
    """A font that a file names is not on this machine: its pages look otherwise here than in Word or WPS with the font."""

    warning: ClassVar[bool] = False
    font: str
    used: str

    def __str__(self) -> str:
        return f"font '{self.font}' is not on this machine; programs here show '{self.used}' instead"


@dataclass(frozen=True, slots=True)
class TextFitted(Notice):
    """A text was too long for its shape on a slide."""

    slide: str
    shape: str
    done: str
    """What was done about it, such as ``set in 14 pt`` or ``continued on a further slide``."""

    def __str__(self) -> str:
        return f"slide '{self.slide}', {self.shape}: the text is too long for its shape; {self.done}"


@dataclass(frozen=True, slots=True)
class FactsUnsaid(Notice):
    """Facts of the year that no section of the briefing says."""

    year: int
    facts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{len(self.facts)} facts of {self.year} are not said in this briefing: {', '.join(self.facts)}"


@dataclass(frozen=True, slots=True)
class PartUndated(Notice):
    """The figure of a part of a year in a sentence that does not say which: a reader takes it for that of the year."""

    section: str
    fact: str
    when: str
    """What the sentence should say, such as ``一季度``."""

    def __str__(self) -> str:
        return f"section '{self.section}' says {self.fact} without '{self.when}'; it reads as the figure of the year"


@dataclass(frozen=True, slots=True)
class TermsForeign(Notice):
    """Texts of a document that are in another language than it, because the dataset or a template has no words for them."""

    language: str
    texts: tuple[str, ...]

    def __str__(self) -> str:
        said = ", ".join(f"'{text}'" for text in self.texts)
        return f"no words in '{self.language}' for {said}; the Chinese stands in the text (terms.yaml holds the English of free texts)"


@dataclass(frozen=True, slots=True)
class KeysUnknown(Notice):
    """Keys in the templates of a briefing that the dataset does not know, because it is of another place or because of a mistake."""

    briefing: str
    keys: tuple[str, ...]

    def __str__(self) -> str:
        noun = "a key" if len(self.keys) == 1 else f"{len(self.keys)} keys"
        return f"the dataset does not know {noun} of briefing '{self.briefing}', taken as missing: {', '.join(self.keys)}"


@dataclass(frozen=True, slots=True)
class ReferenceLoose(Notice):
    """A cross reference to a block that is not in the document."""

    text: str
    """The words of the reference, such as ``图3``."""
    target: str

    def __str__(self) -> str:
        return f"the reference '{self.text}' leads to '{self.target}', which is not in the report; its words stand without a link"


@dataclass(frozen=True, slots=True)
class LayoutReplaced(Notice):
    """A slide layout that the look does not have."""

    look: str
    layout: str
    used: str
    """The layout that stands in for it."""

    def __str__(self) -> str:
        return f"{self.look}: no layout is called '{self.layout}'; '{self.used}' was used instead"


@dataclass(frozen=True, slots=True)
class TableTooWide(Notice):
    """A table whose columns do not fit the page even in small type."""

    table: str
    """Its label, such as ``表3``."""
    columns: int

    def __str__(self) -> str:
        return f"{self.table}: its {self.columns} columns do not fit the page; small type was used and numbers break over lines"


@dataclass(frozen=True, slots=True)
class PagesUnknown(Notice):
    """A contents page whose page numbers could not be found out."""

    why: str

    def __str__(self) -> str:
        return f"the pages of the headings are not known: {self.why}; the contents page was written without page numbers"


@dataclass(frozen=True, slots=True)
class OfficialLeftOut(Notice):
    """Parts of an official document in a look that has no place for them."""

    warning: ClassVar[bool] = False
    look: str
    parts: tuple[str, ...]
    """As the briefing calls them, such as ``red_header``."""

    def __str__(self) -> str:
        return f"{self.look}: the look is not for official documents; {', '.join(self.parts)} were left out"


@dataclass(frozen=True, slots=True)
class LookReplaced(Notice):
    """A file to be refreshed was made in a look that is not to be found."""

    warning: ClassVar[bool] = True
    file: str
    look: str

    def __str__(self) -> str:
        return f"{self.file}: its look '{self.look}' is not here; the file itself was taken for it (give the look with --look)"


@dataclass(frozen=True, slots=True)
class RevisionsImpossible(Notice):
    """A deck cannot show what was changed in it."""

    warning: ClassVar[bool] = True
    file: str

    def __str__(self) -> str:
        return f"{self.file}: PowerPoint knows no revisions; the changes were made directly"


@dataclass(frozen=True, slots=True)
class YearTorn(Notice):
    """A file that was refreshed to another year has texts that the facts of that year do not have."""

    file: str
    texts: int
    before: int
    after: int

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.texts} texts and charts still speak of {self.before}, because the facts of {self.after} have none "
            "in their place; take them out, or make the file anew"
        )
