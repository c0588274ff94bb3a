"""The fixed words of documents: labels, titles of columns, numbers of headings, dates, the phrases of notes and alternative texts.

One module a language, each with everything that :class:`Words` asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from reportgen.document.model import Labels, PointState
from reportgen.document.words import en, zh
from reportgen.facts.model import Area, Language, Status
from reportgen.narrative.scope import Scope


class Words(Protocol):
    """A language; the type checker holds each module to the whole of it."""

    LABELS: Labels
    AREAS: dict[Area, str]
    """What groups of programmes are called, in the order of a report on industry."""
    REFERENCE: tuple[str, str]
    """What stands round a reference to a table or chart and goes with it where its target is left out."""

    # --- titles of columns, by kind of table ---

    INDICATORS: tuple[str, str]
    NO_UNIT: str
    """Stands in the column of units where the language has no word for the unit."""
    FACTS: tuple[str, str, str]
    HISTORY: tuple[str, str, str, str]
    DERIVED: tuple[str, str, str]
    DEFINITIONS: tuple[str, str]
    SOURCES: tuple[str, str, str, str]
    PROGRESS: tuple[str, str, str]
    TARGETS: tuple[str, str, str, str, str, str]
    PROGRAMMES: tuple[str, str, str]
    """The last one takes the year."""
    PROJECTS: tuple[str, str, str, str]

    EVIDENCE: tuple[str, str, str, str, str, str]
    """Number, sentence, figure, meaning, source, status."""
    EVIDENCE_MORE: tuple[str, str]
    """Section and ids of the facts, which a workbook says in each row."""

    # --- what the evidence pack says ---

    EVIDENCE_TITLE: str
    """Takes the title of the report."""
    EVIDENCE_CAPTION: str
    """Takes the number of figures."""
    EVIDENCE_HEADING: str
    EVIDENCE_NOTE: str
    EVIDENCE_STOP: str
    STATUSES: Mapping[Status, str]
    SAME: str
    """Stands for the sentence of the row above."""
    COMPUTED: str
    """Takes the formula."""
    SIGNATURES: tuple[str, str, str, str]

    def paragraph(self, numbers: str) -> str:
        """The paragraphs of a source that say a figure, to stand behind the source; empty where none is known."""

    def printed(self, text: str) -> str:
        """A figure as its source prints it; empty where that is not known."""

    def operand(self, letter: str, name: str, figure: str, place: str) -> str:
        """What a letter of a formula stands for, with its source or formula."""

    # --- what tables and charts say ---

    SIGNS: Mapping[str, str]
    """How the signs of formulas are written."""
    STARRED: str
    """Explains the star of computed figures in a table."""
    UNKNOWN: str
    UNKNOWN_OF_YEAR: str
    NOT_DUE: str
    PLANS_IN_WORDS: str
    """Explains plans without figures in the table of programmes."""
    UNKNOWN_MEANS: str
    AND_OTHERS: str
    """Closes a cell that does not say all."""
    OUTCOME_UNPUBLISHED: str
    """Said in a chart of a target without an outcome."""
    NOT_YET_DUE: str
    """Said in a chart of a target of a later year without an outcome."""
    WHOLE_PLAN: str
    """Names the mark of 100 percent."""
    REACHED: str
    AIM: str
    BEGINNING: str
    END: str
    NO_DATA: str
    OF_WHICH: str
    """Between a whole and its parts."""
    BROKEN: str
    """Added in alternative texts to a series whose coverage changes."""
    STATES: dict[PointState, str]
    """What alternative texts add to a figure of which a picture shows the state."""

    def reached_at(self, date: str) -> str:
        """The name of the outcomes of a date."""

    def aim(self, name: str, aim: str) -> str:
        """What a target is of, and what it is called."""

    def total(self, amount: str) -> str:
        """The whole of parts."""

    def dated(self, date: str, group: str) -> str:
        """The name of a series: its date, and among whom its places are."""

    def of_date(self, date: str, whole: str) -> str:
        """A whole with its date."""

    def verdict(self, met: bool, of_years: bool) -> str:
        """How an outcome stands against its target; ``of_years`` where the target is for each of several years."""

    def without_data(self, years: str) -> str:
        """The years of a chart that no value is known of."""

    def covers(self, time: str, coverage: str) -> str:
        """What the figure of a time covers."""

    def coverage_changes(self, name: str, parts: str) -> str:
        """A series whose coverage changes, with what its parts cover."""

    def figures_at(self, name: str, time: str, flow: bool) -> str:
        """The time of a figure that is not of the whole year of the report."""

    def ranked_in(self, group: str) -> str:
        """Among whom the places are that do not say it."""

    def due(self, names: str, time: str) -> str:
        """The time of targets that are not of the year."""

    def cited(self, count: int) -> str:
        """How many figures a source gives."""

    # --- numbers and dates ---

    def table_label(self, number: int) -> str:
        """``表1``"""

    def chart_label(self, number: int) -> str:
        """``图1``"""

    def heading_number(self, level: int, number: int) -> str:
        """The written number of a heading."""

    def date_text(self, day: date) -> str:
        """The date of a document."""


WORDS: Mapping[Language, Words] = {"zh": zh, "en": en}


def wordbook(scope: Scope) -> Words:
    """The words in the language of a briefing."""
    return WORDS[scope.language]
