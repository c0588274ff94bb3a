"""The dataset in the language of a document: free texts of facts, programmes, projects and sources by the glossary ``terms.yaml``.

Names of indicators, places and the like have their English beside them. What a fact covers, how it was computed, what a milestone was
and whom a programme belongs to is said once, in Chinese, and translated in one place: the same words always get the same English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact, Language, Milestone, Name, Programme, Project, Source


def in_language(dataset: Dataset, language: Language) -> Dataset:
    """The dataset with its free texts in the language; a text that the glossary lacks stays as it is, and the document says so."""
    if language == "zh":
        return dataset
    terms = dataset.terms
    return replace(
        dataset,
        sources={key: _source(source, terms) for key, source in dataset.sources.items()},
        facts=tuple(_fact(fact, terms) for fact in dataset.facts),
        programmes=tuple(_programme(programme, terms) for programme in dataset.programmes),
        projects=tuple(_project(project, terms) for project in dataset.projects),
    )


def _source(source: Source, terms: Mapping[str, str]) -> Source:
    said = [terms.get(text, text) for text in (source.title, source.short, source.publisher, source.writer)]
    title, short, publisher, writer = said
    return replace(source, title=title, short=short, publisher=publisher, writer=writer)


def _fact(fact: Fact, terms: Mapping[str, str]) -> Fact:
    source = _source(fact.source, terms) if fact.source else None
    return replace(fact, source=source, coverage=terms.get(fact.coverage, fact.coverage), note=terms.get(fact.note, fact.note))


def _programme(programme: Programme, terms: Mapping[str, str]) -> Programme:
    short = terms.get(programme.short) or programme.name.en or programme.short
    return replace(programme, short=short, owner=terms.get(programme.owner, programme.owner))


def _project(project: Project, terms: Mapping[str, str]) -> Project:
    milestones = tuple(_milestone(milestone, terms) for milestone in project.milestones)
    return replace(project, firm=terms.get(project.firm, project.firm), milestones=milestones)


def _milestone(milestone: Milestone, terms: Mapping[str, str]) -> Milestone:
    return replace(milestone, what=terms.get(milestone.what, milestone.what))


def untranslated(dataset: Dataset) -> tuple[str, ...]:
    """The texts that an English document may have to say and that have no English yet, in the order of the dataset."""
    texts = (text for text in _free_texts(dataset) if text and text not in dataset.terms)
    names = (name.zh for name in _names(dataset) if name.zh and not name.en)
    return tuple(dict.fromkeys((*names, *texts)))


def _free_texts(dataset: Dataset) -> Iterator[str]:
    for source in dataset.sources.values():
        yield from (source.title, source.short, source.publisher, source.writer)
    for fact in dataset.facts:
        yield from (fact.coverage, fact.note if fact.derived else "")
    yield from (programme.owner for programme in dataset.programmes)
    for project in dataset.projects:
        yield from (project.firm, *(milestone.what for milestone in project.milestones))


def _names(dataset: Dataset) -> Iterator[Name]:
    yield from (one.name for table in (dataset.places, dataset.dimensions) for one in table.values())
    for indicator in dataset.indicators.values():
        yield from (indicator.name, indicator.noun, indicator.short, indicator.definition)
        if indicator.part:
            yield from (indicator.part.name, indicator.part.noun, indicator.part.short)
    yield from (name for programme in dataset.programmes for name in (programme.name, programme.what))
    yield from (project.name for project in dataset.projects)
