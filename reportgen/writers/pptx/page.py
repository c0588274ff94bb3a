"""What all slides of the briefing share: title, section, source, date, number, and the notes at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.document.model import Chart, Document, Section, Slide, Spans, Table, Text, words_of
from reportgen.notices import Notice, TextFitted
from reportgen.writers.pptx.arrange import Cast, settled
from reportgen.writers.pptx.geometry import Box, Emu, around, emu
from reportgen.writers.pptx.look import Layout, Look, Place
from reportgen.writers.pptx.matter import Matter
from reportgen.writers.pptx.model import NumberShape, Shape, SlidePlan
from reportgen.writers.pptx.text import Draft, Filled, Target, Word, fill, high, line, smallest_drop, words

# --- a slide on its way ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """A slide as the author meant it, with all that is needed to compose it."""

    document: Document
    look: Look
    section: Section
    slide: Slide
    key: str
    """``growth-1``; the slides that continue it are ``growth-1-2`` and so on."""

    @property
    def heading(self) -> Spans:
        """The title of the slide; that of its section where it has none, for every slide needs one."""
        return self.slide.title if words_of(self.slide.title).strip() else (Text(self.section.title),)

    @property
    def title(self) -> str:
        return words_of(self.heading)

    @property
    def source(self) -> str:
        """The source line of the slide, or else those of its charts and tables."""
        blocks = (block for block in self.slide.blocks if isinstance(block, Chart | Table))
        lines = (block.spec.source if isinstance(block, Chart) else block.source for block in blocks)
        return self.slide.source or "  ".join(dict.fromkeys(line for line in lines if line))

    @property
    def chart_notes(self) -> tuple[Spans, ...]:
        """What the charts explain; pictures show it too, but as text it stands in the speaker's notes alone."""
        charts = [block for block in self.slide.blocks if isinstance(block, Chart)]
        notes = dict.fromkeys(self.document.labels.note + note for chart in charts for note in chart.spec.notes)
        return tuple((Text(note),) for note in notes)

    def target(self, place: Place, box: Box | None = None, *, part: int = 0, role: str = "") -> Target:
        """Return the placeholder as the goal of a text on slide number ``part``, from 0, of those that show this one."""
        return Target(place, box or place.box, self.part_key(part), self.title, role)

    def part_key(self, part: int) -> str:
        return f"{self.key}-{part + 1}" if part else self.key


@dataclass(slots=True)
class Composed:
    """A slide as it comes together: the only value here that changes."""

    page: Page
    layout: Layout
    part: int
    shapes: list[Shape] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    moved: list[Spans] = field(default_factory=list)
    """Lines that found no place on the slide and stand in the speaker's notes."""

    def add(self, *filled: Filled) -> None:
        for one in filled:
            self.shapes.append(one.shape)
            self.notices.extend(one.notices)

    def target(self, place: Place, box: Box | None = None, *, role: str = "") -> Target:
        return self.page.target(place, box, part=self.part, role=role)

    def secondary(self, place: Place, box: Box, text: Spans) -> bool:
        """Add a line that the slide can do without, and return whether it fits.

        Where it does not, it goes to the notes, and a notice says so.
        """
        target = self.target(place, box)
        drafts = [Draft(words(text))]
        fits = smallest_drop(place, target.limits_of, box, drafts) is not None
        if fits:
            self.add(fill(target, drafts))
        else:
            self.moved.append(text)
            self.notices.append(TextFitted(target.slide, place.name, "it stands in the speaker's notes alone"))
        return fits

    def finished(self) -> SlidePlan:
        return SlidePlan(self.page.part_key(self.part), self.layout.name, tuple(self.shapes), tuple(self._notes()))

    def _notes(self) -> Iterator[Spans]:
        if not self.part:
            yield from self.page.slide.notes
            yield from self.page.chart_notes
        yield from self.moved
        source = (Text(self.page.source),)
        if self.page.source and source not in self.moved:
            yield source


# --- the frame -------------------------------------------------------------------------------------------------------------


def head(composed: Composed) -> None:
    """Add the title and, where the layout has a place for it, the section that the slide belongs to."""
    page = composed.page
    more = (Word(page.document.labels.continued),) if composed.part else ()
    for place in composed.layout.all("title")[:1]:
        composed.add(fill(composed.target(place), [Draft((*words(page.heading), *more))]))
    for place in composed.layout.all("marker")[:1] if page.section.title else ():
        composed.add(fill(composed.target(place), [line(page.section.title)]))


def foot(composed: Composed) -> None:
    """Add source, date and slide number, as far as the layout has places for them."""
    page = composed.page
    for place in composed.layout.all("source")[:1] if page.source else ():
        composed.secondary(place, place.box, (Text(page.source),))
    for place in composed.layout.all("date")[:1]:
        composed.add(fill(composed.target(place), [line(page.document.date_text)]))
    for place in composed.layout.all("slide number")[:1]:
        composed.shapes.append(NumberShape(composed.target(place).name, place.idx, place.level(1).size))


# --- the lower band --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Band:
    """Notes and a strip of points at the foot of a layout, with the heights that their texts need."""

    places: tuple[Place, ...]
    heights: Mapping[int, Emu]
    points: Place | None = None
    """The points, where they are a part of their own below the main matter, which then keeps to its place."""

    def box(self, place: Place) -> Box:
        """Return where the place lies on this slide; what is used below it keeps its room, what is not gives it up."""
        above = self.points is not None and place.box.bottom <= self.points.box.top
        return place.box if above else settled(place, self.places, self.heights)


_GROWTH = {"note": 2.0, "points": 1.6}
"""Notes and points at the foot may take up to so many times their height in the layout."""


def band(layout: Layout, actors: Cast, drafts: Sequence[Draft], note: Spans) -> Band:
    """Return the lower band of the layout for these points and this note."""
    strips = tuple(place for place in layout.all("points") if actors.mains and _under(place, actors.mains))
    notes = layout.all("note")
    heights = {place.idx: _needed(place, drafts) for place in strips if place == actors.points}
    heights |= {place.idx: _needed(place, [Draft(words(note))]) for place in notes if note}
    return Band((*strips, *notes), heights, actors.points if actors.mains and actors.points not in strips else None)


def _under(place: Place, mains: Sequence[Place]) -> bool:
    """Whether the place is a strip at the foot of the others: a box of half their height or more is a part of its own."""
    low = place.box.height * 2 < around([main.box for main in mains]).height
    return low and all(place.box.top >= main.box.bottom for main in mains)


def _needed(place: Place, drafts: Sequence[Draft]) -> Emu:
    """Return the height of the text in its normal size with the insets, as far as the place may grow."""
    wanted = emu(high(place, place.role, place.box, drafts, 0)) + place.inset.top + place.inset.bottom + 1
    return min(wanted, int(place.box.height * _GROWTH[place.role]))


def note_text(matter: Matter, document: Document) -> Spans:
    """Return all notes of a slide in one paragraph after the label."""
    notes = list(dict.fromkeys(spans for spans in matter.notes if words_of(spans).strip()))
    if not notes:
        return ()
    joint = Text("；" if document.language == "zh" else "; ")
    parts = (part for spans in notes[:-1] for part in (*_unstopped(spans), joint))
    text = (*parts, *notes[-1])
    return text if words_of(text).startswith(document.labels.note) else (Text(document.labels.note), *text)


def _unstopped(spans: Spans) -> Spans:
    """Return a note without the mark that it ends in."""
    *before, last = spans
    return (*before, Text(last.text.rstrip("。.；; "), last.strong)) if isinstance(last, Text) else spans
