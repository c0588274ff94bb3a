"""Directives for large numbers and for events in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.document.context import Context, Omitted, fewest, joined, plain, spans_of
from reportgen.document.markup import Directive, merge
from reportgen.document.model import Bullets, Event, Figure, KeyFigure, KeyFigures, Span, Spans, Text, Timeline
from reportgen.errors import DocumentError
from reportgen.facts.model import Milestone, Project
from reportgen.narrative import register

FEWEST_EVENTS = 2
"""A timeline of one event says less than its sentence."""


def key_figures(directive: Directive, context: Context) -> KeyFigures:
    """``- label | figure | detail`` lines to large numbers; left out where there are fewer than ``fewest``."""
    items = [item for node in directive.body if isinstance(node, Bullets) for item in node.items]
    cards = tuple(_card(directive, item, context) for item in items)
    if len(cards) < fewest(directive):
        raise Omitted("too few facts")
    return KeyFigures(cards)


def _card(directive: Directive, item: Spans, context: Context) -> KeyFigure:
    label, value, *detail = (*split(item), ())
    at = next((n for n, span in enumerate(value) if isinstance(span, Figure)), None)
    if at is None:
        message = f"'{plain(item)}' has no figure between the bars"
        raise DocumentError(message, place=directive.place, hint="write: - label | {{ fact(…) }} | detail")
    rest = detail[0] if detail else ()
    return KeyFigure(context.wording.opened(plain(label)), _worded(value[: at + 1]), _trimmed(merge([*value[at + 1 :], *rest])))


def _worded(value: Spans) -> Figure:
    """The figure with the words before it, which a card shows as its sign: ``下降20.02%``."""
    *words, figure = value
    assert isinstance(figure, Figure)
    return replace(figure, text=plain(words) + figure.text)


def split(spans: Spans) -> list[Spans]:
    """Spans at the ``|`` of their texts, without the spaces beside it."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        if not isinstance(span, Text):
            parts[-1].append(span)
            continue
        first, *others = span.text.split("|")
        parts[-1].append(Text(first, span.strong))
        parts.extend([Text(other, span.strong)] for other in others)
    return [_trimmed(merge(part)) for part in parts]


def _trimmed(part: Spans) -> Spans:
    """A part without the spaces at its two ends."""
    if part and isinstance(first := part[0], Text):
        part = (Text(first.text.lstrip(), first.strong), *part[1:])
    if part and isinstance(last := part[-1], Text):
        part = (*part[:-1], Text(last.text.rstrip(), last.strong))
    return merge(list(part))


def timeline(directive: Directive, context: Context) -> Timeline:
    """Milestones of projects up to the months after the year, each with its project and place."""
    events = sorted(
        (event for project in context.scope.dataset.projects for event in _events(project, context)), key=lambda event: event.sort
    )
    if len(events) < FEWEST_EVENTS:
        raise Omitted("fewer than two milestones")
    return Timeline(tuple(events))


def _events(project: Project, context: Context) -> Iterator[Event]:
    told = [milestone for milestone in project.milestones if context.scope.news(milestone.when)]
    for milestone in told:
        text = _event_text(project, milestone, context, whole=milestone is told[-1])
        yield Event(context.wording.period_label(milestone.when), text, milestone.when.start.isoformat())


def _event_text(project: Project, milestone: Milestone, context: Context, *, whole: bool) -> Spans:
    """Project, place and milestone; the last one of a project goes with the money and the times of the ``whole``."""
    words = context.wording
    place = words.BRACKETS.format(words.named(project.place.name)) if project.place else ""
    figures = register.figures(project, context.scope) if whole else ()
    said = joined(((Text(words.stated(subject)), *spans_of(fact, context.scope)) for subject, fact in figures), words.LISTED)
    what = words.doing(words.named(project.name) + place, milestone.what, more=bool(said))
    return merge([Text(what), *said])
