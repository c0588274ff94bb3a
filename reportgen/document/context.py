"""What every builder of blocks has at hand, and the small steps from facts to spans that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportgen.document.markup import Directive, merge
from reportgen.document.model import Figure, SlideBlock, Span, Spans, Text
from reportgen.document.words import Words, wordbook
from reportgen.errors import DocumentError
from reportgen.facts.model import Fact
from reportgen.narrative.scope import Scope
from reportgen.narrative.wording import Wording
from reportgen.narrative.wording.protocol import Phrase
from reportgen.notices import Notice


class Omitted(Exception):  # noqa: N818 - not an error: the block leaves itself out
    """A block has no facts for the year; ``str()`` says why."""


@dataclass
class Context:
    """One run of the stage: what is known, what has been said so far, what had to be left out."""

    scope: Scope
    said: set[str] = field(default_factory=set)
    """Ids of the facts that a block has said."""
    shown: Counter[str] = field(default_factory=Counter)
    """On how many slides a fact stands, by its id."""
    anchored: dict[str, SlideBlock] = field(default_factory=dict)
    """Charts, tables, key figures and timelines by anchor, so that slides can show them again."""
    notices: list[Notice] = field(default_factory=list)
    opening: Spans = ()
    """What the first ``:::: cover`` says under the title of the deck."""

    @property
    def wording(self) -> Wording:
        return self.scope.wording

    @property
    def words(self) -> Words:
        return wordbook(self.scope)


def resolve(scope: Scope, reference: str) -> Fact | None:
    """The fact that a directive names: ``key`` for the year of the briefing, or ``key:period``."""
    key, _, moment = reference.partition(":")
    return scope.maybe(key, at=moment or None)


def listed(directive: Directive, name: str) -> list[str]:
    """The words of an attribute that must be there."""
    words = directive.attributes.get(name, "").split()
    if not words:
        hint = f'write {name}="indicator indicator/dimension"'
        raise DocumentError(f"'::: {directive.name}' needs {name}", place=directive.place, hint=hint)
    return words


def fewest(directive: Directive, name: str = "fewest") -> int:
    """The least that a block must have to be shown, as its author set it; one where nothing is set."""
    text = directive.attributes.get(name, "1")
    if not text.isdecimal():
        raise DocumentError(f"'{name}={text}' is not a whole number", place=directive.place, hint=f"write {name}=2")
    return int(text)


def labels(directive: Directive, count: int) -> list[str]:
    """The labels given for ``count`` facts, empty strings where none are given."""
    given = [label for label in directive.attributes.get("labels", "").split("|") if label]
    if given and len(given) != count:
        message = f"'::: {directive.name}' has {len(given)} labels for {count} facts"
        raise DocumentError(message, place=directive.place, hint='write labels="one|for|each"')
    return given or [""] * count


def spans_of(fact: Fact, scope: Scope, *, signed: bool = False) -> Spans:
    """The figure of a fact as spans, marked where it is derived."""
    figure = Figure(scope.wording.amount(fact, signed=signed), (fact.id,), fact.derived)
    return (figure, Text(scope.wording.DERIVED_MARK)) if fact.derived else (figure,)


def worded(phrase: Phrase, fact: Fact, scope: Scope) -> Spans:
    """The figure of a fact with the words of a phrase round it."""
    if phrase.alone:
        return (Figure(phrase.before, (fact.id,), fact.derived),)
    return merge([Text(phrase.before), *spans_of(fact, scope), Text(phrase.after)])


def plain(spans: Iterable[Span]) -> str:
    """Spans as plain text, without footnotes."""
    return "".join(span.text for span in spans if isinstance(span, Text | Figure))


def facts_in(spans: Iterable[Span]) -> Iterator[str]:
    """Ids of the facts that spans say."""
    for span in spans:
        if isinstance(span, Figure):
            yield from span.facts


def joined(parts: Iterable[Spans], separator: str) -> Spans:
    """Several runs of spans with a separator between."""
    result: list[Span] = []
    for part in parts:
        if result:
            result.append(Text(separator))
        result.extend(part)
    return tuple(result)


def source_names(scope: Scope, ids: Iterable[str]) -> tuple[str, ...]:
    """Short names of the sources behind facts, in the order of the dataset."""
    printed = {printed for id_ in ids for printed in printed_ids(scope, id_)}
    keys = {fact.source.key for fact in map(scope.by_id, printed) if fact.source}
    return tuple(source.short for key, source in scope.dataset.sources.items() if key in keys)


def source_line(names: Iterable[str], scope: Scope) -> str:
    """The whole line that names sources."""
    return wordbook(scope).LABELS.source + scope.wording.enumerated(names)


def printed_ids(scope: Scope, id_: str) -> Iterator[str]:
    """The fact itself, or, where it is derived, the printed facts that it comes from."""
    fact = scope.by_id(id_)
    if not fact.parents:
        yield id_
    for parent in fact.parents:
        yield from printed_ids(scope, parent)
