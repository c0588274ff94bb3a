"""Periods and dates as a dataset writes them.

Accepted forms: ``2023`` (year), ``2021-2025`` (years, both ends included), ``2022H1`` (half-year), ``2023Q1`` (quarter), ``2023-05``
(month) and ``2023-01-28`` (day). A period keeps the text it was written with: two periods are equal only if they are written alike.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

PeriodKind = Literal["year", "years", "half", "quarter", "month", "day"]

FORMS = "write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28"
"""What a fault about a period advises."""
_BY_EXCEL = re.compile(r"[A-Za-z]{3}-\d{2,4}|\d{1,2}-[A-Za-z]{3}|\d{1,4}/\d{1,2}(/\d{1,4})?|[34]\d{4}")
"""What Excel makes of a month or day that is typed into a cell: ``May-23``, ``2023/1/28``, the number of the day since 1900."""


def advice(text: str) -> str:
    """What to do about a text that is no period.

    >>> advice("May-23")
    'write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28; Excel made a date of it: format the column as Text, then type it'
    """
    return f"{FORMS}; Excel made a date of it: format the column as Text, then type it" if _BY_EXCEL.fullmatch(text) else FORMS


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, or a moment where it is one day long."""

    kind: PeriodKind
    start: date
    end: date
    """The last day that belongs to the period."""
    text: str
    """As written in the dataset."""

    @property
    def year(self) -> int:
        """The year in which the period ends: the year whose report tells of it."""
        return self.end.year

    @property
    def is_year(self) -> bool:
        return self.kind == "year"

    @property
    def is_part(self) -> bool:
        """Whether it is a part of a year, a day apart: the figure of one is not that of the year."""
        return self.kind in ("half", "quarter", "month")

    def soon_after(self, year: int) -> bool:
        """Whether it ends in the first half of the next year, from which articles look back on ``year``."""
        return date(year, 12, 31) < self.end <= date(year + 1, 6, 30)

    def looks_back_on(self, year: int) -> bool:
        """Whether a source that appeared then tells of ``year``: the year before where it is of the first half-year."""
        return self.soon_after(year) or (self.year == year and not self.soon_after(year - 1))

    def covers(self, year: int) -> bool:
        """Whether any day of ``year`` belongs to the period."""
        return self.start.year <= year <= self.end.year


def _days(text: str, kind: PeriodKind, year: int, first: int, last: int) -> Period:
    """The period of the months ``first`` to ``last`` of one year."""
    return Period(kind, date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), text)


def _half(text: str, year: str, n: str) -> Period:
    return _days(text, "half", int(year), 6 * int(n) - 5, 6 * int(n))


def _quarter(text: str, year: str, n: str) -> Period:
    return _days(text, "quarter", int(year), 3 * int(n) - 2, 3 * int(n))


def _years(text: str, first: str, last: str) -> Period:
    if int(first) >= int(last):
        raise ValueError(text)
    return Period("years", date(int(first), 1, 1), date(int(last), 12, 31), text)


def _day(text: str, year: str, month: str, day: str) -> Period:
    moment = date(int(year), int(month), int(day))
    return Period("day", moment, moment, text)


_YEAR = r"([12]\d{3})"
_READERS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(_YEAR, re.ASCII), lambda text, y: _days(text, "year", int(y), 1, 12)),
    (re.compile(f"{_YEAR}-{_YEAR}", re.ASCII), _years),
    (re.compile(rf"{_YEAR}H([12])", re.ASCII), _half),
    (re.compile(rf"{_YEAR}Q([1-4])", re.ASCII), _quarter),
    (re.compile(rf"{_YEAR}-(\d\d)", re.ASCII), lambda text, y, m: _days(text, "month", int(y), int(m), int(m))),
    (re.compile(rf"{_YEAR}-(\d\d)-(\d\d)", re.ASCII), _day),
)


def parse(text: str) -> Period:
    """Read a period; raise ``ValueError`` with a sentence for the user where it is none.

    >>> parse("2021-2025").year, parse("2022H1").end, parse("2024Q1").start
    (2025, datetime.date(2022, 6, 30), datetime.date(2024, 1, 1))
    """
    for pattern, read in _READERS:
        if match := pattern.fullmatch(text):
            try:
                return read(text, *match.groups())
            except (ValueError, IndexError):  # calendar raises either, depending on the version of Python
                raise ValueError(f"'{text}' does not exist: check the month and day, and that years run forward") from None
    raise ValueError(f"'{text}' is not a period or date")
