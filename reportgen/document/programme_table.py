"""The table of programmes: a group an area, sub-programmes under their parents; what was set out, and what was reached.

A programme with figures in its plan shows them; one without says what it is. Where the sources report no outcome, the cell says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.document.context import Context, plain
from reportgen.document.markup import Directive
from reportgen.document.model import Column, Figure, Spans, Table, Text
from reportgen.document.table_parts import finished
from reportgen.document.telling import told
from reportgen.document.words import AREAS
from reportgen.facts.model import Fact, Programme
from reportgen.narrative.scope import Scope

INDENT = "　"
"""One full-width space for each step below a programme of the table."""
MOST = 5
"""Figures in one cell; a longer cell is not read. It ends in 等, and the others are left to the sections that they belong to."""
UNKNOWN = "未见公布当年数据"


def programmes(directive: Directive, context: Context) -> Table:
    """The programmes that concern the year, of the ``areas`` given or of all."""
    scope = context.scope
    areas = tuple(directive.attributes.get("areas", "").split())
    rows: list[tuple[Spans, ...]] = []
    groups: list[int] = []
    for area, members in _by_area(scope.programmes(*areas)):
        groups.append(len(rows))
        rows.append(((Text(AREAS[area]),),))
        rows.extend(_row(entry, scope) for entry in in_families(members))
    columns = (Column("工作部署", weight=3), Column("目标与安排", weight=6), Column(f"{scope.year}年进展", weight=6))
    return finished(directive, context, columns, rows, _notes(rows), tuple(groups))


def _notes(rows: list[tuple[Spans, ...]]) -> tuple[Spans, ...]:
    """What the two kinds of cells without figures mean, as far as there are any."""
    entries = [row for row in rows if len(row) > 1]
    words = not all(any(isinstance(span, Figure) for span in plan) for _, plan, _ in entries)
    said = [
        "“目标与安排”栏无数据的，未公布量化目标，所列为主要内容" if words else "",
        "“未见公布”指所据资料没有当年数据" if any(plain(reached) == UNKNOWN for *_, reached in entries) else "",
    ]
    text = "；".join(filter(None, said))
    return ((Text(f"{text}。"),),) if text else ()


def _by_area(found: Iterable[Programme]) -> list[tuple[str, list[Programme]]]:
    members: dict[str, list[Programme]] = {area: [] for area in AREAS}
    for programme in found:
        members[programme.area].append(programme)
    return [(area, group) for area, group in members.items() if group]


@dataclass(frozen=True, slots=True)
class Entry:
    """A programme in its place in the table."""

    programme: Programme
    parent: Programme | None = None
    """The programme that it stands under; none where its own parent is not in the group."""
    depth: int = 0


def in_families(members: list[Programme]) -> Iterator[Entry]:
    """Each programme once, children after their parent."""
    keys = {programme.key for programme in members}
    for programme in members:
        if programme.parent not in keys:
            yield from _family(Entry(programme), members)


def _family(entry: Entry, members: list[Programme]) -> Iterator[Entry]:
    yield entry
    for child in members:
        if child.parent == entry.programme.key:
            yield from _family(Entry(child, entry.programme, entry.depth + 1), members)


def _row(entry: Entry, scope: Scope) -> tuple[Spans, ...]:
    programme = entry.programme
    above = _figures(planned(entry.parent, scope)) if entry.parent else set()
    plan = [fact for fact in planned(programme, scope) if _figure(fact) not in above]
    return (
        (Text(INDENT * entry.depth + programme.short),),
        _told(plan, entry, scope, plan=True) or (Text(programme.what.zh.rstrip("。")),),
        _reached(entry, scope),
    )


def _reached(entry: Entry, scope: Scope) -> Spans:
    facts = [scope.by_id(id_) for id_ in entry.programme.reached(scope.year)]
    if not facts:
        return (Text(UNKNOWN),)
    if entry.parent and _figures(facts) <= _figures(map(scope.by_id, entry.parent.reached(scope.year))):
        return (Text("同上级工作"),)
    return _told(_once(facts), entry, scope)


def _told(facts: list[Fact], entry: Entry, scope: Scope, *, plan: bool = False) -> Spans:
    text = told(facts[:MOST], scope, plan=plan, under=entry.programme.short)
    return (*text, Text("等")) if len(facts) > MOST else text


def _figures(facts: Iterable[Fact]) -> set[tuple[str, str, str]]:
    return {_figure(fact) for fact in facts}


def _figure(fact: Fact) -> tuple[str, str, str]:
    """What a fact says, whichever source says it."""
    return fact.key, fact.when.text, fact.quantity.base_text


def planned(programme: Programme, scope: Scope) -> list[Fact]:
    """Targets and scope that hold in the year: of the year itself, or set by then as the make-up of a plan that runs in it."""
    running = programme.period is not None and programme.period.covers(scope.year)
    facts = (scope.by_id(id_) for id_ in (*programme.targets, *programme.scope))
    return _once(fact for fact in facts if _holds(fact, scope) or (running and fact.period is None and fact.year <= scope.year))


def _holds(fact: Fact, scope: Scope) -> bool:
    return scope.in_force(fact) or fact.when.soon_after(scope.year)


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """The last fact of each series and kind of date, at the place of the first."""
    last: dict[tuple[str, bool], Fact] = {}
    for fact in facts:
        key = (fact.key, fact.period is None)
        if key not in last or (fact.when.end, fact.published) >= (last[key].when.end, last[key].published):
            last[key] = fact
    return list(last.values())
