"""The fixed words of English documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reportgen.document.model import Labels, PointState
from reportgen.facts.model import Area, Status
from reportgen.narrative.wording.en import MONTHS

LABELS = Labels(
    contents="Contents",
    continued=" (continued)",
    unit="Unit: ",
    source="Source: ",
    note="Note: ",
    colon=": ",
    comma=", ",
    chart="Figure",
    closing="",
)
AREAS: dict[Area, str] = {
    "industry": "Industrial development",
    "projects": "Projects and investment promotion",
    "enterprises": "Fostering and supporting enterprises",
    "digital": "Digital transformation",
    "green": "Green and low-carbon development",
    "services": "Services to enterprises",
    "reform": "Reform and factors of production",
    "cooperation": "Regional cooperation",
    "farming": "Agriculture and rural areas",
    "tourism": "Culture and tourism",
    "civic": "Civic life",
}
REFERENCE = (" (see ", ")")

# --- titles of columns ---------------------------------------------------------------------------------------------------

INDICATORS = ("Indicator", "Unit")
NO_UNIT = "number"
FACTS = ("Indicator", "Figure", "Period or date")
HISTORY = ("Indicator", "Period or date", "Figure", "Coverage")
DERIVED = ("Derived figure", "Value", "Computed from")
DEFINITIONS = ("Indicator", "Meaning and coverage")
SOURCES = ("Source", "By", "Date", "Figures cited")
PROGRESS = ("Task", "Progress", "Period or date")
TARGETS = ("Target", "Set by", "Period", "Target value", "Last published", "Standing")
PROGRAMMES = ("Programme", "Targets and arrangements", "Progress in {}")
PROJECTS = ("Project", "Place", "Investment and time taken", "Progress")
EVIDENCE = ("No.", "Sentence of the report", "Figure", "Meaning, time and coverage", "Source or formula", "Status")

# --- what the evidence pack says -----------------------------------------------------------------------------------------

EVIDENCE_TITLE = "{}: evidence"
EVIDENCE_MORE = ("Section", "Fact")
EVIDENCE_HEADING = "Figures and sources"
EVIDENCE_CAPTION = "Figures of the report ({} in all)"
EVIDENCE_STOP = "."
EVIDENCE_NOTE = "Paragraphs are the non-empty lines of a source; what is printed is the figure as the source prints it"
STATUSES: Mapping[Status, str] = {
    "reported": "Reported",
    "preliminary": "Preliminary",
    "revised": "Revised",
    "target": "Target",
    "derived": "Derived",
}
SAME = "as above"
COMPUTED = "Formula: {}"
SIGNATURES = ("Prepared by: ", "Checked by: ", "Approved by: ", "Date: ")


def paragraph(numbers: str) -> str:
    return f", {'paragraphs' if ',' in numbers else 'paragraph'} {numbers}" if numbers else ""


def printed(text: str) -> str:
    return f", printed “{text}”" if text else ""


def operand(letter: str, name: str, figure: str, place: str) -> str:
    return f"{letter} = {name}: {figure} ({place})"


# --- what tables and charts say ------------------------------------------------------------------------------------------

SIGNS: Mapping[str, str] = {"-": " − ", "+": " + ", "*": " × ", "/": " ÷ ", "(": "(", ")": ")"}
STARRED = "Figures with * are derived from published data"
UNKNOWN = "Not published"
UNKNOWN_OF_YEAR = "No data published for the year"
NOT_DUE = "Not yet due"
PLANS_IN_WORDS = "Where the column of targets and arrangements has no figures, it gives the main content"
UNKNOWN_MEANS = "“no data published” means that the sources used here have no data for the year"
AND_OTHERS = "; and others"
OUTCOME_UNPUBLISHED = "outcome not given"
NOT_YET_DUE = "not yet due"
WHOLE_PLAN = "Annual plan = 100%"
REACHED = "Completed"
AIM = "Target"
BEGINNING = "Beginning"
END = "End"
NO_DATA = "no data"
OF_WHICH = ", of which "
BROKEN = " (coverage differs before and after)"
STATES: dict[PointState, str] = {"derived": " (derived)", "target": " (target)", "preliminary": " (preliminary)"}


def reached_at(date: str) -> str:
    return f"Outcome, {date}"


def aim(name: str, aim: str) -> str:
    return f"{name}, {aim[:1].lower()}{aim[1:]}"


def total(amount: str) -> str:
    return f"Total {amount}"


def dated(date: str, group: str) -> str:
    return f"{date}, {group}"


def of_date(date: str, whole: str) -> str:
    return f"{whole}, {date}" if whole else date


def verdict(met: bool, of_years: bool) -> str:
    return ("Target met" if met else "Below target") + (" in that year" if of_years else "")


def without_data(years: str) -> str:
    return f"The sources give no data for {years}"


def covers(time: str, coverage: str) -> str:
    return f"{time}: {coverage or 'full coverage'}"


def coverage_changes(name: str, parts: str) -> str:
    return f"The coverage of “{name}” changes: {parts}"


def figures_at(name: str, time: str, flow: bool) -> str:
    return f"{name}: {time}"


def ranked_in(group: str) -> str:
    return f"Where nothing else is said, places are among {group}"


def due(names: str, time: str) -> str:
    return f"{names}: {time}"


def cited(count: int) -> str:
    return str(count)


# --- numbers and dates ---------------------------------------------------------------------------------------------------


def table_label(number: int) -> str:
    return f"Table {number}"


def chart_label(number: int) -> str:
    return f"Figure {number}"


def heading_number(level: int, number: int) -> str:
    """Arabic, Latin, and small Roman numerals: ``1.``, ``(a)``, ``(i)``.

    >>> heading_number(1, 3), heading_number(2, 2), heading_number(3, 4)
    ('3.', '(b)', '(iv)')
    """
    small = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    if level == 1 or number > len(small):
        return f"{number}."
    return f"({small[number - 1]})" if level > 2 else f"({chr(ord('a') + number - 1)})"


def date_text(day: date) -> str:
    """The date of a document.

    >>> date_text(date(2026, 6, 3))
    '3 June 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
