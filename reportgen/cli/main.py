"""The command ``reportgen``: arguments to pipeline to messages to exit status; nothing else.

Paths of written files go to standard output, one a line; everything else goes to standard error. A fault is one or two lines and
exit status 2, without a traceback; a fault of the program itself says so and where to see more, with exit status 70.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from reportgen import __version__
from reportgen.cli.auditing import audit_command
from reportgen.cli.checking import check_command
from reportgen.cli.listing import facts_command, list_command
from reportgen.cli.messages import TRACEBACK, announce, as_bug, as_fault, steps, told
from reportgen.cli.options import DateType, PartType, WindowType, WordsType, data_option, templates_option
from reportgen.cli.refreshing import refresh_command
from reportgen.cli.tracing import trace_command
from reportgen.delivery.save import check_folder, save
from reportgen.errors import EXIT_BUG, EXIT_FAULT, EXIT_OK, EXIT_STOPPED, ReportError, UsageError
from reportgen.facts.model import LANGUAGES
from reportgen.pipeline import Request, Result, run


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="reportgen")
@click.option("--year", type=int, help="The year to report on.")
@click.option(
    "--format", "formats", type=WordsType(), default="docx", help="docx, pptx, text, or several with commas.  [default: docx]"
)
@click.option("--briefing", default="annual", show_default=True, help="Which briefing; see 'reportgen list'.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="zh (Chinese) or en (English).  [default: the briefing's]")
@click.option("--sections", type=WordsType(), help="Sections to include, in this order, with commas.")
@click.option("--years", "window", type=WindowType(), help="Window of comparisons and charts, such as 2022-2025.")
@click.option("--date", "day", type=DateType(), help="Date that the document bears, such as 2026-06-30.  [default: today]")
@click.option("--look", "looks", multiple=True, help="Name of a look, such as report, or your own .docx or .pptx; once a format.")
@click.option("--contents/--no-contents", default=None, help="Contents page in the report.  [default: as the look has it]")
@click.option(
    "--official",
    type=PartType(),
    multiple=True,
    help="Part of an official document: red_header, number, addressee, signature, copies, printed_by or printed_on.",
)
@click.option(
    "--charts", type=click.Choice(["picture", "native"]), help="Pictures, or charts that Office can edit.  [default: picture]"
)
@click.option("--evidence", is_flag=True, help="Also a table of every number with its source, to be signed (.docx and .xlsx).")
@data_option
@templates_option
@click.option("--out", type=click.Path(path_type=Path), default="out", show_default=True, help="Folder for the files.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors: nothing is written.")
@click.option("--verbose", is_flag=True, help="Name every clause and chart that was left out for lack of facts.")
@click.pass_context
def cli(context: click.Context, /, out: Path, strict: bool, verbose: bool, **asked: Any) -> None:
    """Turn facts and narrative templates into Word reports and PowerPoint decks.

    \b
    reportgen --year 2025                      the annual report in Word
    reportgen --year 2025 --format docx,pptx   report and deck
    reportgen --year 2025 --lang en            the same in English
    reportgen list                             briefings, sections and years
    reportgen facts --year 2025                the facts of a year
    reportgen check                            the data held against itself
    reportgen trace report.docx                every number with its source
    reportgen audit report.docx deck.pptx      finished files held against the data
    reportgen refresh report.docx              an edited file brought up to date
    """
    if context.invoked_subcommand:
        refuse_options(context)
        return
    request = requested(**asked)
    check_folder(out)
    with steps(len(request.formats) + 2 + request.evidence) as progress:
        result = run(request, progress)
    announce(result.notices, verbose)
    if strict:
        refuse_warnings(result)
    for path in save(out, ((product.name, product.data) for product in result.products)):
        click.echo(path)


cli.add_command(list_command)
cli.add_command(facts_command)
cli.add_command(check_command)
cli.add_command(trace_command)
cli.add_command(audit_command)
cli.add_command(refresh_command)


def requested(year: int | None, day: date | None, sections: tuple[str, ...] | None, **asked: Any) -> Request:
    """What was asked for on the command line; the names of its options are those of the fields of a request."""
    if year is None:
        hint = "for example: reportgen --year 2025; see 'reportgen list' for the years"
        raise UsageError("no year given", place="--year", hint=hint)
    return Request(year=year, day=day or today(), sections=sections or (), **asked)


def refuse_options(context: click.Context) -> None:
    """Options before a command are those of a report: ``reportgen --data DIR list`` would list other data than it says."""
    for name in context.params:
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            option = next(param.opts[0] for param in context.command.params if param.name == name)
            command = context.invoked_subcommand
            hint = f"write it behind the command: reportgen {command} {option} …, if 'reportgen {command} --help' names it"
            raise UsageError(f"'{option}' stands before '{command}'", place=option, hint=hint)


def today() -> date:
    """The only reading of the clock; everything below gets the date as an argument."""
    return date.today()  # noqa: DTZ011 - the user's own calendar day is what a document bears


def refuse_warnings(result: Result) -> None:
    warnings = [notice for notice in result.notices if notice.warning]
    if warnings:
        noun = "warning" if len(warnings) == 1 else "warnings"
        raise UsageError(
            f"{len(warnings)} {noun}; nothing was written", place="--strict", hint="mend them, or run without --strict"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: that of a check, or whether there was a fault."""
    try:
        status = cli.main(args=arguments, prog_name="reportgen", standalone_mode=False)
    except BrokenPipeError:
        sys.stderr.close()
        return EXIT_FAULT
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        return EXIT_STOPPED
    except (ReportError, click.ClickException, OSError) as error:
        click.echo(told(as_fault(error)), err=True)
        return EXIT_FAULT
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        click.echo(told(as_bug(error)), err=True)
        return EXIT_BUG
    return status if isinstance(status, int) else EXIT_OK


def entry() -> None:
    """The console script; what a terminal cannot show is shown as its code, instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
