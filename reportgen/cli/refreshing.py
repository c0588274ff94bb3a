"""``reportgen refresh``: finished files, edited by people or not, brought up to date with new facts."""

from __future__ import annotations

import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.messages import announce, steps
from reportgen.cli.options import DateType, data_option, templates_option
from reportgen.delivery.save import check_folder, save
from reportgen.errors import EXIT_FINDINGS, EXIT_OK, DataError, UsageError
from reportgen.notices import LookReplaced, Notice
from reportgen.pipeline import Request, offices, run
from reportgen.review.opening import read_bytes
from reportgen.writers import looks

if TYPE_CHECKING:
    from reportgen.review.refresh.outcome import Entry, Refreshed
    from reportgen.writers.manifest import Manifest

SUFFIXES = (".docx", ".pptx")
_RENAMED = {"zh": "{}（更新）", "en": "{} (refreshed)"}


@click.command("refresh")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@data_option
@templates_option
@click.option("--year", type=int, help="Another year to report on.  [default: that of the file]")
@click.option("--date", "day", type=DateType(), help="Another date for the document to bear.  [default: that of the file]")
@click.option("--look", help="The look the file was made in, where it is one of your own.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the new files.  [default: beside the old ones]")
@click.option("--in-place", is_flag=True, help="Replace the files; a backup is kept beside each.")
@click.option("--tracked", is_flag=True, help="Write the changes of reports as revisions to be accepted one by one.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
def refresh_command(
    files: tuple[Path, ...],
    data: Path,
    templates: Path,
    year: int | None,
    day: date | None,
    look: str | None,
    out: Path | None,
    in_place: bool,
    tracked: bool,
    dry_run: bool,
    format_: str,
) -> int:
    """Bring reports and decks up to date with new facts; what people have edited in them stays.

    Exit status 1 if something was left for a person.
    """
    if in_place and out:
        raise UsageError("a file is replaced, or a new one goes to a folder", place="--in-place", hint="leave --out out")
    for path in files:
        check_folder(out or path.parent)
    _refuse_twins(files, out)
    asked = Request(data, templates, "", year or 0, day or date.min, looks=(look,) if look else ())
    done = [_refreshed(path, asked, tracked) for path in files]
    places = [_saved(path, one, out, in_place) if one.changed and not dry_run else None for path, one in done]
    click.echo(_FORMATS[format_](list(zip(done, places, strict=True))), nl=False, err=format_ == "table")
    for (path, one), place in zip(done, places, strict=True):
        click.echo(f"{path.name}: {summary(one, dry_run)}", err=True)
        if place and format_ == "table":
            click.echo(place)
    return EXIT_FINDINGS if any(entry.is_open for _, one in done for entry in one.entries) else EXIT_OK


_Done = tuple[Path, "Refreshed"]


def _refreshed(path: Path, asked: Request, tracked: bool) -> _Done:
    from reportgen.review.refresh.file import manifest_in, refresh

    data = _read(path)
    manifest = manifest_in(path.name, data)
    request, notices = _request(path, manifest, asked)
    with steps(3) as progress:
        made = run(request, progress)
    done = refresh(path.name, data, made.products[0].data, tracked=tracked)
    announce((*notices, *(notice for notice in made.notices if notice.warning), *done.notices), verbose=False)
    return path, done


def _read(path: Path) -> bytes:
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError("only .docx and .pptx can be refreshed", place=str(path), hint="make any other file anew")
    return read_bytes(path)


def _request(path: Path, manifest: Manifest, asked: Request) -> tuple[Request, tuple[Notice, ...]]:
    """What the file was made from, with what is asked for otherwise."""
    origin = manifest.origin
    year = asked.year or manifest.year
    later = year - manifest.year
    window = (origin.window[0] + later, origin.window[1] + later) if origin.window else None
    request = replace(
        asked,
        briefing=origin.briefing,
        year=year,
        day=_day(path, manifest) if asked.day == date.min else asked.day,
        formats=(manifest.format,),
        sections=origin.sections,
        window=window,
        contents=manifest.contents,
        official=tuple(manifest.official.items()),
        language=manifest.language,
        charts=manifest.charts,
    )
    return _looked(path, request, origin.looks, manifest.contents or _has_contents(manifest))


def _day(path: Path, manifest: Manifest) -> date:
    try:
        return date.fromisoformat(manifest.date)
    except ValueError:
        raise DataError("the date in the file is none", place=path.name, hint="give one with --date") from None


def _has_contents(manifest: Manifest) -> bool:
    """Whether the file has a contents page: the settings of a look of one's own may have asked for it."""
    return any(re.search(r"\t[0-9IVX]*$", passage.text) for passage in manifest.passages)


def _looked(path: Path, request: Request, named: tuple[str, ...], contents: bool) -> tuple[Request, tuple[Notice, ...]]:
    """The request with the look of the file; where that is not to be found, the file itself is taken for it."""
    if request.looks or not named:
        return request, ()
    try:
        looks.choose(named, request.formats, offices(request))
    except UsageError:
        return replace(request, looks=(str(path),), contents=contents), (LookReplaced(path.name, named[0]),)
    return replace(request, looks=named), ()


# --- where it goes ---------------------------------------------------------------------------------------------------------


def _refuse_twins(files: Sequence[Path], out: Path | None) -> None:
    """Refuse files of which the later would take the place of the earlier."""
    places = Counter((out or path.parent).absolute() / path.name for path in files)
    if twice := [place for place, count in places.items() if count > 1]:
        raise UsageError(
            f"two files called '{twice[0].name}' would go to one folder", place=str(files[-1]), hint="refresh them one by one"
        )


def _saved(path: Path, done: Refreshed, out: Path | None, in_place: bool) -> Path:
    if in_place:
        kept = (_backup(path), path.read_bytes())
        return save(path.parent, (kept, (path.name, done.data)))[1]
    name = _RENAMED[done.language].format(path.stem) + path.suffix
    return save(out or path.parent, ((name, done.data),))[0]


def _backup(path: Path) -> str:
    """A name beside the file that is not taken."""
    names = (f"{path.stem}.bak{number or ''}{path.suffix}" for number in (0, *range(2, 10_000)))
    return next(name for name in names if not (path.parent / name).exists())


# --- what is said ----------------------------------------------------------------------------------------------------------


def summary(done: Refreshed, dry_run: bool = False) -> str:
    """``12 changes made, 2 left to you``, or that there was nothing to do."""
    counts = Counter(entry.is_open for entry in done.entries)
    made = "would be made" if dry_run else "made"
    said = [f"{counts[False]} change{'' if counts[False] == 1 else 's'} {made}"] if counts[False] else []
    said += [f"{counts[True]} left to you"] if counts[True] else []
    return ", ".join(said) or ("only sources changed" if done.changed else "up to date")


_Result = tuple[_Done, Path | None]


def _json(results: Sequence[_Result]) -> str:
    files = [
        {
            "file": str(path),
            "written": str(place) if place else None,
            "changed": done.changed,
            "entries": list(map(asdict, done.entries)),
        }
        for (path, done), place in results
    ]
    return json.dumps(files, ensure_ascii=False, indent=2) + "\n"


def _table(results: Sequence[_Result]) -> str:
    return "".join(_rows(path.name, done.entries) for (path, done), _ in results)


def _rows(name: str, entries: Sequence[Entry]) -> str:
    from rich.console import Console
    from rich.table import Table

    if not entries:
        return ""
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("", name, "change", "note"):
        table.add_column(heading, overflow="fold")  # Chinese has no spaces to break at
    for entry in sorted(entries, key=lambda entry: entry.is_open):
        table.add_row(entry.state, entry.place, " ".join(_change(entry)), entry.note)
    stream = io.StringIO()
    console: Any = Console(file=stream, width=None if sys.stderr.isatty() else 200, highlight=False, markup=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _change(entry: Entry) -> Iterator[str]:
    """``7.7% → 8.1%``, with what the file says where it was left."""
    if entry.state == "by hand":
        yield f"{entry.old}: the file says {entry.now}"
        return
    yield (
        _shortened(entry.old or "—")
        if entry.state == "gone"
        else f"{_shortened(entry.old or '—')} → {_shortened(entry.new or '—')}"
    )
    if entry.now:
        yield f"(the file says {_shortened(entry.now)})"


_LONGEST = 60


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


_FORMATS = {"table": _table, "json": _json}
