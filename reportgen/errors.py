"""Faults that a user can mend, each with its place and a hint.

Every stage raises its own subclass of :class:`ReportError`. Nothing below the command line prints or exits: the command line
catches ``ReportError``, prints :func:`ReportError.__str__` on standard error and leaves with :data:`EXIT_FAULT`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

EXIT_OK = 0
EXIT_FINDINGS = 1
"""A check ran to its end and found something that is not in order."""
EXIT_FAULT = 2
"""The input is at fault: nothing was written."""
EXIT_BUG = 70
"""The program is at fault (``EX_SOFTWARE`` of ``sysexits.h``)."""
EXIT_STOPPED = 130
"""The user stopped it, as shells count it."""


class ReportError(Exception):
    """One fault: ``place: message`` and, on a second line, what to do about it.

    >>> print(ReportError("unknown fact 'iva.grwth'", place="growth.md.j2:3", hint="did you mean 'iva.growth'?"))
    growth.md.j2:3: unknown fact 'iva.grwth'
      hint: did you mean 'iva.growth'?
    """

    def __init__(self, message: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class DataError(ReportError):
    """A dataset that cannot be read or that contradicts its own rules."""


class TemplateError(ReportError):
    """A briefing or one of its templates is at fault."""


class DocumentError(ReportError):
    """Rendered markup that does not make a document."""


class ChartError(ReportError):
    """A chart specification that cannot be drawn."""


class WriterError(ReportError):
    """A document that cannot be written in the format asked for."""


class DeliveryError(ReportError):
    """A finished file that cannot be put where it was asked for."""


class UsageError(ReportError):
    """A request that cannot be met: an unknown year, section, format or folder."""


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return a hint that names the nearest known words, or ``otherwise`` where nothing is near.

    >>> did_you_mean("iva.grwth", ["iva.growth", "revenue"])
    "did you mean 'iva.growth'?"
    """
    near = difflib.get_close_matches(word, list(known), n=3, cutoff=0.6)
    if not near:
        return otherwise
    return "did you mean " + " or ".join(f"'{name}'" for name in near) + "?"
