"""The table of programmes: a group an area, sub-programmes under their parents; what was set out, and what was reached.

It holds the programmes that the year has figures of. One with figures in its plan shows them; one without says what it is. A part
that repeats the figures of its parent shares its row, and a figure that a programme with a target is held against is not said
again in the row of one without. Where a target has no outcome, the cell says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportgen.document.context import Context, plain
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.document.table_parts import NONE, finished
from reportgen.document.telling import told
from reportgen.facts.model import Area, Fact, Programme
from reportgen.narrative.scope import Scope

INDENT = "　"
"""One full-width space for each step below a programme of the table."""
MOST = 5
"""Figures in one cell; a longer cell is not read. It ends in 等, and the others are left to the sections that they belong to."""

Said = tuple[str, str, str]
"""What a fact says, whichever source says it: series, time and value."""


def programmes(directive: Directive, context: Context) -> Table:
    """The programmes that the year has figures of, of the ``areas`` given or of all."""
    scope = context.scope
    found = list(scope.programmes(*directive.attributes.get("areas", "").split()))
    claimed = _claimed(found, scope)
    rows: list[tuple[Spans, ...]] = []
    groups: list[int] = []
    for area, members in _by_area(found, context.words.AREAS):
        groups.append(len(rows))
        rows.append(((Text(context.words.AREAS[area]),),))
        rows.extend(_row(entry, context, claimed) for entry in in_families(members, scope))
    work, plan, reached = context.words.PROGRAMMES
    year = scope.wording.year(scope.year)
    columns = (Column(work, weight=3), Column(plan, weight=5), Column(reached.format(year), weight=7))
    return finished(directive, context, columns, rows, _notes(rows, context), tuple(groups))


def _notes(rows: list[tuple[Spans, ...]], context: Context) -> tuple[Spans, ...]:
    """What the two kinds of cells without figures mean, as far as there are any."""
    said = context.words
    entries = [row for row in rows if len(row) > 1]
    in_words = not all(any(isinstance(span, Figure) for span in plan) for _, plan, _ in entries)
    unknown = any(plain(reached) == said.UNKNOWN_OF_YEAR for *_, reached in entries)
    notes = (said.PLANS_IN_WORDS if in_words else "", said.UNKNOWN_MEANS if unknown else "")
    text = context.wording.SEMICOLON.join(filter(None, notes))
    return ((Text(text + context.wording.STOP),),) if text else ()


def _by_area(found: Iterable[Programme], areas: Iterable[Area]) -> list[tuple[Area, list[Programme]]]:
    members: dict[Area, list[Programme]] = {area: [] for area in areas}
    for programme in found:
        members[programme.area].append(programme)
    return [(area, group) for area, group in members.items() if group]


# --- families ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a programme in its place in the table, with those that say the same."""

    programme: Programme
    sharing: tuple[Programme, ...] = ()
    """Parts of the programme whose figures are all among its own."""
    parent: Programme | None = None
    """The programme that it stands under; none where its own parent is not in the group."""
    depth: int = 0


def in_families(members: list[Programme], scope: Scope) -> Iterator[Entry]:
    """Each programme once, children after their parent."""
    hosts = _hosts(members, scope)
    for programme in members:
        if hosts[programme.key] == programme.key and programme.parent not in hosts:
            yield from _family(Entry(programme), members, hosts)


def _hosts(members: list[Programme], scope: Scope) -> dict[str, str]:
    """For each programme the one whose row it stands in: its own, or the row of the parent whose figures it repeats."""
    known = {programme.key: programme for programme in members}

    def host(programme: Programme) -> str:
        parent = known.get(programme.parent)
        return host(parent) if parent and _repeats(programme, parent, scope) else programme.key

    return {programme.key: host(programme) for programme in members}


def _repeats(programme: Programme, parent: Programme, scope: Scope) -> bool:
    return all(_figures(facts(programme, scope)) <= _figures(facts(parent, scope)) for facts in (planned, reached))


def _family(entry: Entry, members: list[Programme], hosts: dict[str, str]) -> Iterator[Entry]:
    own = entry.programme.key
    shared = tuple(programme for programme in members if hosts[programme.key] == own and programme.key != own)
    yield replace(entry, sharing=shared)
    for child in members:
        if hosts[child.key] == child.key and hosts.get(child.parent) == own:
            yield from _family(Entry(child, parent=entry.programme, depth=entry.depth + 1), members, hosts)


# --- rows ----------------------------------------------------------------------------------------------------------------


def _row(entry: Entry, context: Context, claimed: set[Said]) -> tuple[Spans, ...]:
    programme, scope, words = entry.programme, context.scope, context.wording
    above = _figures(planned(entry.parent, scope)) if entry.parent else set()
    plan = [fact for fact in planned(programme, scope) if _figure(fact) not in above]
    names = words.listed(one.short for one in (programme, *entry.sharing))
    return (
        (Text(INDENT * entry.depth + names),),
        _told(plan, entry, context, plan=True) or (Text(words.named(programme.what).rstrip("。.")),),
        _reached(entry, context, claimed),
    )


def _reached(entry: Entry, context: Context, claimed: set[Said]) -> Spans:
    facts = reached(entry.programme, context.scope)
    if not _targets(entry.programme, context.scope):
        facts = [fact for fact in facts if _figure(fact) not in claimed] or facts
    elif not facts:
        return (Text(context.words.UNKNOWN_OF_YEAR),)
    return _told(facts, entry, context) or NONE


def _told(facts: list[Fact], entry: Entry, context: Context, *, plan: bool = False) -> Spans:
    text = told(facts[:MOST], context.scope, plan=plan, under=entry.programme.short)
    return (*text, Text(context.words.AND_OTHERS)) if len(facts) > MOST else text


def planned(programme: Programme, scope: Scope) -> list[Fact]:
    """Targets and scope of the year."""
    return _once(scope.planned(programme))


def reached(programme: Programme, scope: Scope) -> list[Fact]:
    """The progress of the year."""
    return _once(map(scope.by_id, programme.reached(scope.year)))


def _targets(programme: Programme, scope: Scope) -> bool:
    """Whether the programme has a target of the year."""
    return any(fact.id in programme.targets for fact in scope.planned(programme))


def _claimed(found: Iterable[Programme], scope: Scope) -> set[Said]:
    """The figures that targets of the year are held against."""
    return {_figure(fact) for programme in found if _targets(programme, scope) for fact in reached(programme, scope)}


def _figures(facts: Iterable[Fact]) -> set[Said]:
    return {_figure(fact) for fact in facts}


def _figure(fact: Fact) -> Said:
    return fact.key, fact.when.text, fact.quantity.base_text


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """The last fact of each series and kind of date, at the place of the first."""
    last: dict[tuple[str, bool], Fact] = {}
    for fact in facts:
        key = (fact.key, fact.period is None)
        if key not in last or (fact.when.end, fact.published) >= (last[key].when.end, last[key].published):
            last[key] = fact
    return list(last.values())
