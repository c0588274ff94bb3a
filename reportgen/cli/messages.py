"""What a person sees on standard error: notices, and a progress bar where work takes long and a terminal is there."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from reportgen.notices import BlockOmitted, ClauseOmitted, FontReplaced, Notice

_COUNTED: tuple[tuple[type[Notice], str, str], ...] = (
    (ClauseOmitted, "clause", "clauses"),
    (BlockOmitted, "chart, table or slide", "charts, tables or slides"),
)


def announce(notices: tuple[Notice, ...], verbose: bool) -> None:
    """Print warnings whole, and what left itself out as counts, fonts in one line, unless ``verbose``."""
    for notice in notices:
        if notice.warning or verbose:
            click.echo(f"{'warning' if notice.warning else 'note'}: {notice}", err=True)
    if not verbose:
        _count(notices)


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
