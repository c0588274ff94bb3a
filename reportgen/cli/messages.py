"""What a person sees on standard error: notices, and a progress bar where work takes long and a terminal is there."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from reportgen.errors import ReportError, UsageError, did_you_mean
from reportgen.notices import BlockOmitted, ClauseOmitted, FontReplaced, Notice

_COUNTED: tuple[tuple[type[Notice], str, str], ...] = (
    (ClauseOmitted, "clause", "clauses"),
    (BlockOmitted, "chart, table or slide", "charts, tables or slides"),
)


TRACEBACK = "REPORTGEN_TRACEBACK"
"""A variable of the environment: where it is set, a fault of the program itself shows its traceback."""
WIDEST = 400
"""A longer line is not read; ``--verbose`` shows warnings whole."""


def as_fault(error: ReportError | click.ClickException | OSError) -> ReportError:
    """A fault in the form that all faults have."""
    if isinstance(error, ReportError):
        return error
    if isinstance(error, OSError):
        return UsageError(error.strerror or str(error), place=str(error.filename or ""), hint="check the path and who may use it")
    if isinstance(error, click.NoSuchOption):
        hint = did_you_mean(error.option_name, error.possibilities or (), otherwise="see 'reportgen --help'")
        return UsageError(f"no such option '{error.option_name}'", hint=hint)
    if isinstance(error, click.MissingParameter) and error.param:
        return UsageError(f"no {error.param.name} given", hint="see 'reportgen --help'")
    option = error.param.opts[0] if isinstance(error, click.BadParameter) and error.param else ""
    message = (error.message if option else error.format_message()).rstrip(".")
    return UsageError(message[:1].lower() + message[1:], place=option, hint="see 'reportgen --help'")


def told(error: ReportError) -> str:
    """A fault as it is printed: a name that is a page long is cut."""
    message, place = (text if len(text) <= WIDEST else f"{text[:WIDEST]}…" for text in (error.message, error.place))
    return f"error: {ReportError(message, place=place, hint=error.hint)}"


def as_bug(error: Exception) -> ReportError:
    """What to say of an error that nobody foresaw."""
    hint = f"this is a fault of the program and not of your data: report it with what {TRACEBACK}=1 shows"
    return ReportError(f"{type(error).__name__}: {error}", hint=hint)


def announce(notices: tuple[Notice, ...], verbose: bool) -> None:
    """Print warnings, what left itself out as counts, and fonts in one line; with ``verbose`` everything whole."""
    for notice in notices:
        if notice.warning or verbose:
            line = str(notice)
            click.echo(f"{'warning' if notice.warning else 'note'}: {line if verbose else _shortened(line)}", err=True)
    if not verbose:
        _count(notices)


def _shortened(line: str) -> str:
    """A long enumeration cut at one of its commas."""
    if len(line) <= WIDEST:
        return line
    return line[:WIDEST].rpartition(", ")[0] + ", … (--verbose names them all)"


def _count(notices: tuple[Notice, ...]) -> None:
    counts = Counter(type(notice) for notice in notices)
    parts = [f"{counts[type_]} {one if counts[type_] == 1 else many}" for type_, one, many in _COUNTED if counts[type_]]
    if parts:
        click.echo(f"note: {' and '.join(parts)} left out for lack of facts (--verbose names them)", err=True)
    if absent := [notice.font for notice in notices if isinstance(notice, FontReplaced)]:
        click.echo(f"note: not on this machine, so pages look otherwise here than in Word or WPS: {', '.join(absent)}", err=True)


@contextmanager
def steps(total: int) -> Iterator[Callable[[str], None]]:
    """A function to call at the start of each step; it shows a bar on a terminal and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=total)

        def begin(step: str) -> None:
            bar.update(task, description=step, advance=1)

        yield begin
