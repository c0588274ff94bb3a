"""English wording in the style of statistical communiqués: ``up 7.7% over the previous year``, ``2022–2025``.

Numbers are those of :mod:`~reportgen.narrative.wording.en_numbers`, marks and capitals those of
:mod:`~reportgen.narrative.wording.en_tidy`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from reportgen.facts.model import Fact, Indicator, Language, Name, Place
from reportgen.facts.period import Period
from reportgen.narrative.wording.en_numbers import DERIVED_MARK as DERIVED_MARK
from reportgen.narrative.wording.en_numbers import amount as amount
from reportgen.narrative.wording.en_numbers import cell as cell
from reportgen.narrative.wording.en_numbers import common_scale as common_scale
from reportgen.narrative.wording.en_numbers import counted as counted
from reportgen.narrative.wording.en_numbers import scale as scale
from reportgen.narrative.wording.en_numbers import unit as unit
from reportgen.narrative.wording.en_numbers import with_unit as with_unit
from reportgen.narrative.wording.en_tidy import opened as opened
from reportgen.narrative.wording.en_tidy import tidy as tidy
from reportgen.narrative.wording.protocol import Phrase

CODE: Language = "en"
COMMA = ", "
SEMICOLON = "; "
LISTED = ", "
STOP = "."
NEXT_SUBJECT = SEMICOLON
NAMED = " – "
BRACKETS = " ({})"
SENTENCE_JOINT = " "
LINE_JOINT = " "
LAST_YEAR = "over the previous year"
PLAN_PERIODS = {"2026-2030": "15th", "2021-2025": "14th", "2016-2020": "13th", "2011-2015": "12th"}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HALVES = {1: "the first half", 7: "the second half"}
_QUARTERS = {1: "the first quarter", 4: "the second quarter", 7: "the third quarter", 10: "the fourth quarter"}

# --- time ----------------------------------------------------------------------------------------------------------------


def year(year: int) -> str:
    return str(year)


def years(first: int, last: int) -> str:
    return f"{first}–{last}"


def period_text(period: Period) -> str:
    """``2025``, ``the 14th Five-Year Plan period``, ``2012–2021``, ``the first half of 2022``, ``June 2026``, ``28 January 2023``."""
    start = period.start
    match period.kind:
        case "year":
            return year(start.year)
        case "years":
            plan = PLAN_PERIODS.get(period.text)
            return f"the {plan} Five-Year Plan period" if plan else years(start.year, period.end.year)
        case "half" | "quarter":
            return f"{part_of_year(period)} of {start.year}"
        case "month":
            return f"{part_of_year(period)} {start.year}"
    return f"{start.day} {MONTHS[start.month - 1]} {start.year}"


def period_label(period: Period) -> str:
    return period_text(period).removeprefix("the ")


def lead(period: Period) -> str:
    if period.kind == "day":
        return f"on {period_text(period)}"
    return f"{'during' if period.text in PLAN_PERIODS else 'in'} {period_text(period)}"


def part_of_year(period: Period) -> str:
    month = period.start.month
    return {"half": _HALVES.get(month, ""), "quarter": _QUARTERS.get(month, "")}.get(period.kind) or MONTHS[month - 1]


def until(moment: Period) -> str:
    """The lead of a state: ``by the end of 2025``, ``by June 2026``; ``in 2024`` where no more than the year is known."""
    return f"in {_at(moment)}" if moment.is_year else f"by {_at(moment)}"


def at(moment: Period) -> str:
    return _at(moment).removeprefix("the ")


def _at(moment: Period) -> str:
    ends_a_year = moment.kind == "day" and (moment.end.month, moment.end.day) == (12, 31)
    return f"the end of {moment.year}" if ends_a_year else period_text(moment)


def stretch(fact: Fact) -> str:
    if fact.period is None or fact.as_of is None or fact.period.kind != "years":
        return period_text(fact.when)
    first = fact.period.start.year
    return since(first) if fact.as_of.is_year else f"from {first} to {_at(fact.as_of)}"


def moment(fact: Fact) -> str:
    return dated(fact).removeprefix("the ")


def dated(fact: Fact) -> str:
    return _at(fact.when) if fact.period is None else period_text(fact.when)


def during(fact: Fact) -> str:
    if fact.period is None:
        return until(fact.when)
    so_far = fact.as_of is not None and fact.period.kind == "years" and fact.as_of.end < fact.period.end
    return stretch(fact) if so_far else lead(fact.when)


def timed(fact: Fact, said: str) -> str:
    return f"{said} {during(fact)}"


def since(year: int) -> str:
    return f"since {year}"


def proposed(moment: Period) -> str:
    return f"set in {period_text(moment)}"


def event(when: Period, what: str) -> str:
    return f"{period_label(when)}: {what}"


def doing(who: str, what: str, more: bool = False) -> str:
    return f"{who}, {what}{'; ' if more else ''}"


def of_time(time: str, name: str) -> str:
    return f"{name}, {time}" if time else name


# --- phrases -------------------------------------------------------------------------------------------------------------


def growth(value: Decimal, against: str) -> Phrase:
    """``up 7.7% over the previous year``"""
    after = f" {against}" if against else ""
    if not value:
        return Phrase(f"unchanged{after.replace(' over ', ' from ')}", alone=True)
    return Phrase("up " if value > 0 else "down ", after)


def grew(value: Decimal, against: str) -> Phrase:
    """``grew 7.7% over the previous year``"""
    after = f" {against}" if against else ""
    if not value:
        return Phrase(f"was unchanged{after.replace(' over ', ' from ')}", alone=True)
    return Phrase("grew " if value > 0 else "fell ", after)


def difference(value: Decimal, against: str, of_rates: bool) -> Phrase:
    return growth(value, against)


def above(value: Decimal, reference: str) -> Phrase:
    if not value:
        return Phrase(f"the same as {reference}", alone=True)
    return Phrase("", f" {'above' if value > 0 else 'below'} {reference}")


def ranked(among: str) -> Phrase:
    return Phrase("ranking ", f" among {among}" if among else " in the province")


def share(whole: str) -> Phrase:
    return Phrase("", f" of {whole}")


def completed() -> Phrase:
    return Phrase("", " completed")


def reaching(fact: Fact) -> Phrase:
    return Phrase("")


def stated(subject: str) -> str:
    return f"{subject}: "


# --- names ---------------------------------------------------------------------------------------------------------------


def named(name: Name) -> str:
    """A name; of one that says where its part goes (``share of {} in value added``), without the part."""
    return name.of(CODE).replace(" of {}", "")


def label(fact: Fact) -> str:
    return _named(fact, fact.indicator.noun)


def row_name(fact: Fact) -> str:
    return _named(fact, fact.indicator.name)


def short_name(fact: Fact) -> str:
    return _named(fact, fact.indicator.short)


def series_name(fact: Fact) -> str:
    return _of_part(fact.indicator.short, fact)


def _named(fact: Fact, name: Name) -> str:
    return _of_part(name, fact) + ("" if fact.place.home else f" in {named(fact.place.name)}")


def _of_part(whole: Name, fact: Fact) -> str:
    """The name with the part that the figure is of: ``value added of key industrial chains``, ``investment in manufacturing``."""
    name, part = named(whole), named(fact.dimension.name) if fact.dimension else ""
    if part and "{}" in whole.of(CODE):
        return whole.of(CODE).replace("{}", part)
    if not part or part in name:
        return name
    first, _, last = name.rpartition(" ")
    if last in part.split():  # the number of projects, of provincial key projects
        return f"{first} {part}".strip()
    return f"{name} {part}" if part.startswith(_PREPOSITIONS) else f"{name} of {part}"


_PREPOSITIONS = ("among ", "to ", "in ", "for ", "under ", "by ", "at ", "on ", "with ", "from ", "of ", "before ", "(")


def subject(fact: Fact) -> str:
    return label(fact).removeprefix("growth of ").removeprefix("number of ")


def aim(fact: Fact) -> str:
    return label(fact).removeprefix("target for ")


def whole(place: Place) -> str:
    return "the provincial rate" if named(place.name).endswith("Province") else f"the rate of {named(place.name)}"


def all_of(indicator: Indicator) -> str:
    """``the rate of all industry above the designated size``, as far as the noun tells the whole apart from what is measured."""
    noun = named(indicator.noun)
    part = named(indicator.part.noun) if indicator.part else ""
    return f"the rate of all {noun.removeprefix(f'{part} of ')}" if part else f"the rate of {noun}"


def common_start(names: Sequence[str]) -> str:
    """What all names begin with, in whole words.

    >>> common_start(["Sinoma project, earthworks", "Sinoma project, engines"]), common_start([])
    ('Sinoma project, ', '')
    """
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    shared = "".join(letters[0] for letters in alike)
    return shared if shared in names else shared[: shared.rfind(" ") + 1]


_BASIS = {
    "constant-prices": "at constant prices",
    "current-prices": "at current prices",
    "same-enterprises": "on a like-for-like basis",
}


def definition(fact: Fact, others: Iterable[Fact] = ()) -> str:
    whole = not (fact.dimension and fact.coverage)
    meaning = named(fact.indicator.definition).rstrip(".") if whole else ""
    basis = _BASIS.get(fact.basis or fact.indicator.basis, "") if whole else ""
    coverages = dict.fromkeys(other.coverage for other in others if other.coverage not in ("", fact.coverage))
    known = [
        meaning,
        f"coverage: {fact.coverage}" if fact.coverage else "",
        *(f"another source gives the coverage of the same figure as: {coverage}" for coverage in coverages),
        "" if basis.removeprefix("at ") in meaning else basis,
        f"derived: {fact.note.rstrip('.')}" if fact.derived and fact.note else "",
    ]
    parts = [part for part in known if part]
    return opened(SEMICOLON.join(parts)) + STOP if parts else ""


# --- texts ---------------------------------------------------------------------------------------------------------------


def listed(names: Iterable[str]) -> str:
    return LISTED.join(names)


def enumerated(names: Iterable[str]) -> str:
    """
    >>> enumerated(["one"]), enumerated(["one", "two"]), enumerated(["one", "two", "three"])
    ('one', 'one and two', 'one, two and three')
    """
    *first, last = list(names) or [""]
    return f"{LISTED.join(first)} and {last}" if first else last
