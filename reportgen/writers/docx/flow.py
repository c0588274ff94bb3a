"""What stands where, so that pages are filled: decided before anything is written, by the measures of :mod:`.heights`.

A chart or a short table that does not fit the rest of its page would leave it white. In this order it is

1. set a little lower, where it is a chart, or a chart above it on the page is;
2. put before the text that follows its first mention, where it fits there;
3. put behind the next paragraphs of its part, which then fill the page;
4. broken between rows, where it is a table and much of the page would stay white.

Where the last page would then hold next to nothing, the tables of the last section are set in small type, if that pulls it back.

Nothing leaves its part (what stands under one heading), captioned blocks keep their order, and a paragraph that leads to what
follows it, or that points to what stands above or below it, stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from reportgen.document.model import Block, Bullets, Chart, Heading, Paragraph, Reference, Section, Spans, Table, Text
from reportgen.writers.docx.heights import Heights, Lines, Rows, Solid, Thing
from reportgen.writers.lines import heading_text, plain

WHITE = 0.12
"""White at the foot of a page that nobody minds, as a part of the page's height."""
BROKEN = 0.3
"""White for which a short table is rather broken over two pages."""
MANY = 8
"""Rows of a table that may be broken although it is short."""
LOWEST = 0.8
"""To which part of its usual height a chart may be set."""
TAIL = 0.3
"""A last page that is filled to no more than this part is pulled back, where smaller tables make room for it."""
SPARE = 0.02
"""What is left free when a chart is set lower, as a part of the page's height, because measures are estimates."""
BRIM = 0.05
"""White at the foot of the last page below which its last lines may stand on a page of their own, measures being estimates."""
SHORT = 0.5
"""A table not higher than this part of the page stays on one page, where the page is not left white for it."""
HAIR = 0.005
"""What rules and rounding add to the rows of a table on a page, as a part of the page's height."""
SEPARATOR = 300
"""Height of the line between text and footnotes, in twips."""
_POINTING = re.compile(r"(?:以上|上述|上图|上表|下图|下表|以下|如下|其中|这些|该表|该图)")

Shrink = Callable[[Chart, int], int | None]
"""From a chart and the height that its picture may have, in twips, to the height it gets; ``None`` where it cannot be so low."""


@dataclass(frozen=True, slots=True)
class Spot:
    """How far a page is filled."""

    room: int
    """Height of the page's text area, in twips."""
    page: int = 1
    y: int = 0
    after: int = 0
    """White asked for below what stands last."""
    notes: int = 0
    """Height of the footnotes on the page."""

    def free(self, thing: Thing) -> int:
        """Return the height that is left for a thing below what stands there."""
        notes = thing.notes + (SEPARATOR if thing.notes and not self.notes else 0)
        return self.room - self.notes - notes - self.y - self._gap(thing)

    def white(self) -> float:
        """Return the part of the page that is still empty."""
        return (self.room - self.notes - self.y) / self.room

    def put(self, thing: Thing) -> Spot:
        """Return the spot below a thing, on this page or a later one."""
        match thing:
            case Solid():
                fits = thing.height <= self.free(thing)
                return self._below(thing, thing.height) if fits else self._next()._below(thing, thing.height)
            case Lines():
                return self._text(thing)
            case Rows():
                return self._rows(thing)

    def _text(self, text: Lines) -> Spot:
        here = max(0, min(text.count, self.free(text) // text.pitch))
        if here == text.count:
            return self._below(text, text.count * text.pitch)
        if not self.y:
            return replace(self, page=self.page + 1, y=self.room // 2)  # longer than a page: nothing depends on where it ends
        return self._next()._text(replace(text, count=text.count - here, notes=0 if here else text.notes))

    def _rows(self, table: Rows) -> Spot:
        free = self.free(table) - table.above - table.head
        if self.y and sum(table.rows[:2]) > free:
            return self._next()._rows(table)
        *others, last = table.rows or (0,)
        for number, row in enumerate((*others, last + table.below)):
            if row > free - HAIR * self.room and number:
                return self._next()._rows(replace(table, above=0, rows=table.rows[number:], notes=0))
            free -= row
        return self._below(table, table.above + table.head + sum(table.rows) + table.below)

    def _next(self) -> Spot:
        return Spot(self.room, self.page + 1)

    def _below(self, thing: Thing, height: int) -> Spot:
        notes = self.notes + thing.notes + (SEPARATOR if thing.notes and not self.notes else 0)
        return replace(self, y=self.y + self._gap(thing) + height, after=thing.after, notes=notes)

    def _gap(self, thing: Thing) -> int:
        return max(self.after, thing.before) if self.y else 0


@dataclass(slots=True)
class Flow:
    """The way of one report over its pages, and what was decided on it."""

    heights: Heights
    shrink: Shrink
    spot: Spot
    low: dict[str, int] = field(default_factory=dict)
    """Anchors of the charts that were set lower, with the height of their pictures in twips."""
    broken: set[str] = field(default_factory=set)
    """Anchors of the short tables that a page may break."""
    charts: dict[int, list[Chart]] = field(default_factory=dict)
    """The charts on each page."""
    mentioned: set[str] = field(default_factory=set)
    pages: dict[str, int] = field(default_factory=dict)
    """Anchor of each heading to the page on which it is expected."""

    @property
    def trails(self) -> bool:
        """Return whether the last page holds next to nothing, or another one may, because the last one is full to the brim."""
        white = self.spot.white()
        return white < BRIM or (self.spot.page > 1 and 1 - white <= TAIL)

    def section(self, section: Section) -> Section:
        """Return the section with its blocks in the order in which they fill the pages."""
        title = self.heights.lines(
            "heading 1", (Text(heading_text(section.number, self.heights.document.language)), Text(section.title)), kept=True
        )
        self._put_heading(section.anchor, title, section.blocks)
        blocks = list(section.blocks)
        placed: list[Block] = []
        while blocks:
            block = blocks.pop(self._next(blocks))
            self._put(block, blocks)
            placed.append(block)
        return replace(section, blocks=tuple(placed))

    def _next(self, blocks: Sequence[Block]) -> int:
        """Return which of the blocks that are left stands next."""
        first = blocks[0]
        if _is_text(first):
            return self._earlier(blocks)
        if self._floats(first) and not self._fits(first) and self.spot.white() > WHITE:
            return int(len(blocks) > 1 and _movable(blocks[1]))
        return 0

    def _earlier(self, blocks: Sequence[Block]) -> int:
        """Return the place of the next chart or table where it should stand before the text that comes first, else 0."""
        texts = list(_until(blocks, lambda block: not _is_text(block)))
        block = blocks[len(texts)] if len(texts) < len(blocks) else None
        if block is None or not self._floats(block) or block.anchor not in self.mentioned or not all(map(_movable, texts)):
            return 0
        later = self.spot
        for thing in (thing for text in texts for thing in self.heights.of(text)):
            later = later.put(thing)
        here = self._solid(block)
        late = here.height > later.free(here) and later.white() > WHITE and not self._shrunk(block, later)
        return len(texts) if late and here.height <= self.spot.free(here) else 0

    def _floats(self, block: Block) -> TypeGuard[Chart | Table]:
        """Return whether a block stays on one page and may change places with the text beside it."""
        return isinstance(block, Chart) or (isinstance(block, Table) and self._solid(block).height <= SHORT * self.spot.room)

    def _fits(self, block: Chart | Table) -> bool:
        solid = self._solid(block)
        return solid.height <= self.spot.free(solid) or bool(self._shrunk(block, self.spot))

    def _solid(self, block: Chart | Table) -> Solid:
        thing = self.heights.of(block)[0]
        return thing.whole if isinstance(thing, Rows) else _solid(thing)

    def _shrunk(self, block: Block, spot: Spot) -> tuple[Chart, int] | None:
        """Return the chart that makes room for a block where it is set lower, the block itself or one on its page, and its height."""
        if not self._floats(block):
            return None
        whole = self._solid(block)
        excess = whole.height - spot.free(whole) + round(SPARE * spot.room)
        for chart in (block, *self.charts.get(spot.page, ())):
            if isinstance(chart, Chart) and chart.anchor not in self.low:
                usual = self.heights.picture(chart)
                low = self.shrink(chart, usual - excess) if 0 < excess <= usual * (1 - LOWEST) else None
                if low:
                    return chart, low
        return None

    def _put(self, block: Block, following: Sequence[Block]) -> None:
        self.mentioned |= _mentions(block)
        if isinstance(block, Heading):
            self._put_heading(block.anchor, self.heights.of(block)[0], following)
            return
        if lowered := self._shrunk(block, self.spot):
            self._lower(*lowered, block)
        for thing in self._things(block):
            self.spot = self.spot.put(thing)
        if isinstance(block, Chart):
            self.charts.setdefault(self.spot.page, []).append(block)

    def _lower(self, chart: Chart, low: int, block: Block) -> None:
        self.low[chart.anchor] = low
        if chart is not block:
            self.spot = replace(self.spot, y=self.spot.y - self.heights.picture(chart) + low)

    def _things(self, block: Block) -> tuple[Thing, ...]:
        if isinstance(block, Chart):
            return (self.heights.chart(block, self.low.get(block.anchor) or self.heights.picture(block)),)
        return (self._table(block),) if isinstance(block, Table) else self.heights.of(block)

    def _table(self, block: Table) -> Thing:
        rows = self.heights.of(block)[0]
        assert isinstance(rows, Rows)  # tables are
        whole = rows.whole
        if not self._floats(block):
            return rows
        if whole.height <= self.spot.free(whole) or not self._breaks(rows):
            return whole
        self.broken.add(block.anchor)
        return rows

    def _breaks(self, rows: Rows) -> bool:
        """Return whether a short table is broken: it has many rows, three of them fit, and much white is saved."""
        first = rows.above + rows.head + sum(rows.rows[:3])
        return self.spot.white() > BROKEN and len(rows.rows) >= MANY and first <= self.spot.free(rows)

    def _put_heading(self, anchor: str, heading: Thing, following: Sequence[Block]) -> None:
        height = heading.count * heading.pitch if isinstance(heading, Lines) else 0
        need = height + self._need(following, height)
        if need > self.spot.free(heading) and self.spot.y:
            self.spot = Spot(self.spot.room, self.spot.page + 1)
        self.pages[anchor] = self.spot.page
        self.spot = self.spot.put(heading)

    def _need(self, following: Sequence[Block], above: int) -> int:
        """Return the height of what must stand on a page with the heading over it."""
        things = self.heights.of(following[0]) if following else ()
        match things[0] if things else None:
            case Lines() as text if text.kept:
                return text.count * text.pitch + self._need(following[1:], above)
            case Lines() as text:
                return text.before + min(2, text.count) * text.pitch
            case Rows() as rows:
                return self._need_of_table(rows, above)
            case Solid() as solid:
                return solid.before + solid.height
        return 0

    def _need_of_table(self, rows: Rows, above: int) -> int:
        whole = rows.whole
        short = whole.height <= SHORT * self.spot.room and not self._breaks(replace(rows, above=rows.above + above))
        return rows.before + (whole.height if short else rows.above + rows.head + sum(rows.rows[:2]))


def _solid(thing: Thing) -> Solid:
    assert isinstance(thing, Solid)  # charts are
    return thing


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Bullets)


def _movable(block: Block) -> bool:
    """Return whether a text means the same before and behind a chart: it neither leads to something nor points to it."""
    if not isinstance(block, Paragraph) or block.role == "note":
        return False
    text = plain(block.spans)
    return not text.endswith(("：", ":")) and not _POINTING.match(text)


def _mentions(block: Block) -> set[str]:
    match block:
        case Paragraph():
            return set(_targets(block.spans))
        case Bullets():
            return {target for item in block.items for target in _targets(item)}
    return set()


def _targets(spans: Spans) -> Iterator[str]:
    return (span.target for span in spans if isinstance(span, Reference))


def _until(blocks: Iterable[Block], stop: Callable[[Block], bool]) -> Iterator[Block]:
    for block in blocks:
        if stop(block):
            return
        yield block
