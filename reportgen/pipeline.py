"""The stages in order; the only module that knows it.

``compose`` goes from facts and templates to a document, ``run`` on to finished bytes, each format by its writer and in its look.
Nothing is saved here: :mod:`reportgen.delivery` does that once everything is complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from reportgen import bundled
from reportgen.delivery.names import file_name
from reportgen.document.build import build, filled
from reportgen.document.dating import undated
from reportgen.document.evidence import on_a_sheet, on_pages
from reportgen.document.foreign import foreign
from reportgen.document.model import ChartForm, Document, Official, Origin
from reportgen.document.walk import facts_of_report
from reportgen.errors import UsageError, did_you_mean
from reportgen.facts.dataset import Dataset
from reportgen.facts.language import in_language
from reportgen.facts.load import load
from reportgen.facts.model import Language
from reportgen.narrative import briefing as briefings
from reportgen.narrative.briefing import MOST_YEARS, Briefing
from reportgen.narrative.lint import lint, unknown
from reportgen.narrative.render import render
from reportgen.narrative.scope import Scope
from reportgen.notices import FactsUnsaid, Notice
from reportgen.writers import Written, fonts, looks

Progress = Callable[[str], None]
"""Called with the name of each step as it begins."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asks for."""

    data: Path
    templates: Path
    briefing: str
    year: int
    day: date
    """The date that the document bears; it is never read from the clock below the command line."""
    formats: tuple[str, ...] = ("docx",)
    sections: tuple[str, ...] = ()
    window: tuple[int, int] | None = None
    """First and last year of comparisons; the briefing's default where none is given."""
    looks: tuple[str, ...] = ()
    """Names of looks or files, at most one a format; the briefing's where none is given."""
    contents: bool | None = None
    """Whether the report has a contents page; ``None`` leaves it to the briefing, and then to the look."""
    official: tuple[tuple[str, str], ...] = ()
    """Parts of an official document by the names of the fields of :class:`Official`, before those of the briefing."""
    language: Language | None = None
    """The language of the document; ``None`` leaves it to the briefing."""
    charts: ChartForm | None = None
    """Pictures or editable charts; ``None`` leaves it to the briefing."""
    evidence: bool = False
    """Whether the evidence pack of the report is wanted too: :mod:`reportgen.document.evidence`."""


@dataclass(frozen=True, slots=True)
class Product:
    """A finished file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Result:
    products: tuple[Product, ...]
    notices: tuple[Notice, ...] = field(default=())


def run(request: Request, progress: Progress = lambda step: None) -> Result:
    """All the files asked for, in memory, with everything that could not be done as asked."""
    formats(request)
    chosen = looks.choose(request.looks, request.formats, offices(request))
    briefing, document, notices = compose(request, progress)
    products = []
    for format_ in request.formats:
        progress(f"writing {format_}")
        look = chosen.get(format_) or looks.default(format_, briefing.looks, (briefing.folder, *offices(request)))
        asked = replace(document, origin=replace(document.origin, looks=_named(chosen.get(format_), request)))
        written = WRITERS[format_](asked, look, briefing.layouts)
        products.append(Product(file_name(document, format_), written.data))
        notices += (*written.notices, *fonts.replaced(fonts.named(written.data)))
    if request.evidence:
        progress("writing evidence")
        products.extend(_evidence(document, request))
    return Result(tuple(products), tuple(dict.fromkeys(notices)))


def _named(look: Path | None, request: Request) -> tuple[str, ...]:
    """How a file names the look that was asked for: its name, or of a look of one's own the file."""
    if look is None:
        return ()
    return (look.stem if look.parent in offices(request) else look.name,)


def _evidence(document: Document, request: Request) -> Iterator[Product]:
    """The evidence pack for print and as a workbook."""
    from reportgen.writers import sheets

    look = looks.default("docx", {"docx": "evidence"}, offices(request))
    printed, sorted_ = on_pages(document), on_a_sheet(document)
    yield Product(file_name(printed, "docx"), _docx(printed, look, {}).data)
    yield Product(file_name(sorted_, "xlsx"), sheets.write(sorted_).data)


def formats(request: Request) -> None:
    """Refuse formats that there is no writer for, before any work is done."""
    for format_ in request.formats:
        if format_ not in WRITERS:
            hint = did_you_mean(format_, WRITERS, otherwise=f"the formats are {', '.join(WRITERS)}")
            raise UsageError(f"unknown format '{format_}'", place="--format", hint=hint)


def compose(request: Request, progress: Progress = lambda step: None) -> tuple[Briefing, Document, tuple[Notice, ...]]:
    """Facts and templates to a document."""
    progress("reading facts")
    briefing = briefings.load(request.templates, request.briefing, request.language)
    dataset = in_language(load(request.data), briefing.language)
    sections = briefing.choose(request.sections)
    scope = scope_of(request, dataset, briefing)
    progress("rendering templates")
    for fault in lint(briefing, scope):
        raise fault
    rendered, omitted = render(briefing, sections, scope)
    document, left_out = build(rendered, briefing, scope, request.day)
    document = _as_asked(document, request, briefing, scope)
    if not document.sections:
        raise UsageError(f"no section asked for has facts for {request.year}", place="--sections", hint=years_hint(dataset))
    unsaid = _unsaid(document, scope) if sections == briefing.sections else ()
    left_over = (*undated(document, scope), *foreign(document), *unsaid)
    return briefing, document, (*unknown(briefing, sections, scope), *omitted, *left_out, *left_over)


def scope_of(request: Request, dataset: Dataset, briefing: Briefing) -> Scope:
    """The facts as the request wants them seen; a year without facts is refused."""
    if not dataset.of_year(request.year):
        raise UsageError(f"there are no facts for {request.year}", place="--year", hint=years_hint(dataset))
    first, last = request.window or (request.year - briefing.window + 1, request.year)
    if not first <= request.year <= last or last - first >= MOST_YEARS:
        hint = f"write --years {request.year - 3}-{request.year}"
        raise UsageError(
            f"the window {first}-{last} does not hold the year {request.year}, or is too long", place="--years", hint=hint
        )
    return Scope(dataset, request.year, (first, last), briefing.language)


def years_hint(dataset: Dataset) -> str:
    """The years that have facts, and how many."""
    if not dataset.facts:
        return "the dataset has no facts yet; write a row for each figure into facts.csv"
    return "facts by year: " + ", ".join(f"{year} ({count})" for year, count in dataset.years().items())


def _unsaid(document: Document, scope: Scope) -> tuple[Notice, ...]:
    """Facts of the year that the whole briefing does not say, not even through another source of the same figure."""
    said = facts_of_report(document)
    rest = [fact for fact in scope.dataset.of_year(scope.year) if not said & {twin.id for twin in scope.dataset.twins(fact)}]
    return (FactsUnsaid(scope.year, tuple(fact.id for fact in rest)),) if rest else ()


def _as_asked(document: Document, request: Request, briefing: Briefing, scope: Scope) -> Document:
    """The document with what the request, or else the briefing, wants of its form."""
    parts = {name: filled(text, scope) for name, text in (briefing.official | dict(request.official)).items() if text}
    contents = briefing.contents if request.contents is None else request.contents
    official = Official(**parts) if parts else None
    origin = Origin(request.briefing, request.sections, request.window)
    return replace(document, contents=contents, official=official, charts=request.charts or briefing.charts, origin=origin)


def offices(request: Request) -> tuple[Path, ...]:
    """The folders of named looks: the user's, then the bundled one."""
    return tuple(dict.fromkeys((request.templates / "office", bundled.templates() / "office")))


# Writers are imported when they are used: python-docx, python-pptx and matplotlib take longer to import than a report to write.


Layouts = Mapping[str, str]
"""What a look calls the layouts that slides ask for."""


def _docx(document: Document, look: Path, _: Layouts) -> Written:
    from reportgen.writers.docx import write

    return write(document, look)


def _pptx(document: Document, look: Path, layouts: Layouts) -> Written:
    from reportgen.writers.pptx import write

    return write(document, look, layouts)


def _text(document: Document, look: Path, _: Layouts) -> Written:
    from reportgen.writers.text import write

    return Written(write(document).encode("utf-8"), ())


WRITERS: dict[str, Callable[[Document, Path, Layouts], Written]] = {"docx": _docx, "pptx": _pptx, "text": _text}
