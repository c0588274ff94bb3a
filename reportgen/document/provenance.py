"""Where the numbers of a document come from: a record of each fact that it says, whichever writer will write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.document.model import Document, FactRecord
from reportgen.document.walk import facts_of_block, facts_of_slide, figures
from reportgen.facts.model import Fact
from reportgen.narrative.scope import Scope


def records(document: Document, scope: Scope) -> tuple[FactRecord, ...]:
    """The facts of report, slides and speaker's notes, and of the derived ones also what they come from."""
    known = set(_with_parents(_said(document), scope))
    return tuple(_record(fact, scope) for fact in scope.dataset.facts if fact.id in known)


def _said(document: Document) -> Iterator[str]:
    yield from (id_ for figure in figures(document.opening) for id_ in figure.facts)
    for section in document.sections:
        for block in section.blocks:
            yield from facts_of_block(block)
        for slide in section.slides:
            yield from facts_of_slide(slide)
            yield from (id_ for spans in slide.notes for figure in figures(spans) for id_ in figure.facts)


def _with_parents(ids: Iterable[str], scope: Scope) -> Iterator[str]:
    for id_ in ids:
        yield id_
        yield from _with_parents(scope.by_id(id_).parents, scope)


def _record(fact: Fact, scope: Scope) -> FactRecord:
    source, wording = fact.source, scope.wording
    return FactRecord(
        id=fact.id,
        name=wording.row_name(fact),
        when=wording.moment(fact),
        text=wording.amount(fact, signed=True),
        base=fact.quantity.base_text,
        unit=fact.quantity.unit,
        qualifier=fact.quantity.qualifier,
        status=fact.status,
        basis=fact.basis or fact.indicator.basis,
        coverage=fact.coverage,
        definition=wording.definition(fact, scope.dataset.twins(fact)),
        source=source.short if source else "",
        published=source.published.text if source and source.published else "",
        paragraph=", ".join(map(str, (fact.paragraph, *fact.also))) if fact.paragraph else "",
        printed=fact.printed,
        parents=fact.parents,
        formula=fact.formula,
        note=fact.note,
    )
