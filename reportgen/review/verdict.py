"""What is said of each number of a document: agrees, changed, stale, known, unknown, or no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact
from reportgen.facts.quantity import plain
from reportgen.review.candidates import is_rounded, same_amount, same_sign, same_unit
from reportgen.review.matching import Asked, Match, Matcher, fits, is_same_figure
from reportgen.review.numerals import halfwidth
from reportgen.review.passage import Document, Mark, Passage
from reportgen.review.qualifiers import rises
from reportgen.review.reading import Reading, read
from reportgen.review.surroundings import Stated, near, stated

Verdict = Literal["changed", "stale", "unknown", "known", "agrees", "not a figure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""In the order in which a person has to look at them."""
OUT_OF_ORDER: frozenset[Verdict] = frozenset({"changed", "stale", "unknown"})
_MOST_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One number with its verdict."""

    document: str
    """Name of the file."""
    passage: Passage
    reading: Reading
    verdict: Verdict
    facts: tuple[Fact, ...] = ()
    """The fact that it is or was written from; where it is unknown, those that come nearest."""
    note: str = ""
    """What there is to say: what the fact says, what the text claims, why it is no figure."""


@dataclass(frozen=True)
class Audit:
    """A dataset that documents are held against."""

    dataset: Dataset
    year: int | None = None
    """The year that documents are about, where they do not say it themselves."""

    @cached_property
    def matcher(self) -> Matcher:
        return Matcher(self.dataset)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Proper names with digits in them, and what the names of series say in numbers: ``projects of 100 million yuan``."""
        series = (one for key in self.dataset.indicators.values() for one in (key.name, key.noun, key.short))
        groups = (one.name for one in self.dataset.dimensions.values())
        said = (match[0] for name in (*series, *groups) for match in _IN_NAMES.finditer(name.en))
        return (*self.dataset.names, *dict.fromkeys(said))

    def findings(self, document: Document) -> Iterator[Finding]:
        """Every number of the document with its verdict, in reading order."""
        source = self.source_of(document)
        for passage in (*document.passages, *document.pictures):
            readings, text = read(passage.text, self.names), halfwidth(passage.text)
            for index, reading in enumerate(readings):
                if covered(readings, index):
                    continue
                when = stated(text, readings, index, passage.around) or self._of_the_year()
                asked = Asked(reading, near(text, readings, index, passage.around), when, source, passage.bare)
                finding = self._judged(Finding(document.name, passage, reading, "not a figure"), asked, document.ours)
                yield _against_chart(finding) if passage.shown else finding

    def source_of(self, document: Document) -> str:
        """The key of the source whose title the beginning of the document prints, where it is one."""
        start = "".join("".join(passage.text.replace("#", "").split()) for passage in document.passages[:_TITLE_PASSAGES])
        titles = {key: source.title.split() for key, source in self.dataset.sources.items()}
        found = [key for key, parts in titles.items() if parts and all("".join(part.split()) in start for part in parts)]
        return max(found, key=lambda key: len(self.dataset.sources[key].title), default="")

    def _of_the_year(self) -> Stated | None:
        return Stated(self.year, self.year, False) if self.year else None

    def _judged(self, finding: Finding, asked: Asked, ours: bool) -> Finding:
        mark = _mark(finding.passage.marks, asked.reading)
        if mark and mark.facts:
            return self._by_identity(finding, asked, mark)
        if mark:
            return _of_itself(finding, mark)
        if not asked.reading.is_figure or finding.passage.listing:
            return replace(finding, note=asked.reading.reason or "number of the document itself")
        match = self.matcher.match(asked)
        if match.fact and not (ours and asked.reading.is_passing):
            return self._matched(finding, asked, match.fact, ours)
        return self._unmatched(finding, asked, match)

    def _by_identity(self, finding: Finding, asked: Asked, mark: Mark) -> Finding:
        """A number of ours against the facts that it was written from."""
        facts = tuple(fact for id_ in mark.facts if (fact := self.dataset.by_id.get(id_)))
        if not facts:
            return replace(finding, verdict="unknown", note=f"written from {' '.join(mark.facts)}, which the data no longer have")
        if mark.kind == "drawn" and plain(asked.reading.base) == mark.text:
            return replace(finding, verdict="agrees", facts=facts[:1], note="")
        as_written = mark.text in finding.passage.text[mark.start : mark.end]
        if not asked.reading.is_figure and as_written:  # ``2nd`` of a rank
            return replace(finding, verdict="agrees", facts=facts[:1])
        same = [fact for fact in facts if _agrees(asked, fact, as_written=as_written)]
        if same:
            return replace(finding, verdict="agrees", facts=tuple(same[:1]), note=_rounding(asked, same[0]))
        return replace(finding, verdict="changed", facts=facts, note=f"the fact says {' / '.join(map(figure, facts))}")

    def _matched(self, finding: Finding, asked: Asked, fact: Fact, ours: bool) -> Finding:
        if note := _wrong_time(asked, fact, self.dataset.by_key[fact.key]) or self._replaced(fact):
            return replace(finding, verdict="stale", facts=(fact,), note=note)
        note = _rounding(asked, fact) or _lost_bound(asked.reading, fact) or _points(asked.reading, fact)
        return replace(finding, verdict="known" if ours else "agrees", facts=(fact,), note=note)

    def _replaced(self, fact: Fact) -> str:
        """What a later source says of the same series and time, where it says something else."""
        later = [
            other
            for other in self.dataset.by_key[fact.key]
            if other.when.text == fact.when.text
            and other.published > fact.published
            and not fact.derived
            and other.coverage == fact.coverage
            and other.quantity.base != fact.quantity.base
        ]
        newest = max(later, key=lambda other: other.published, default=None)
        return f"a later source says {figure(newest)}: {newest.id}" if newest else ""

    def _unmatched(self, finding: Finding, asked: Asked, match: Match) -> Finding:
        reading = asked.reading
        if reading.counts:
            return replace(finding, note="proper name")
        if reading.is_passing and not match.rivals:
            return replace(finding, note="a turn of speech")
        if match.rivals:
            return replace(finding, verdict="unknown", facts=match.rivals[:_MOST_NEAREST], note="may be any of these")
        return replace(finding, verdict="unknown", facts=self._nearest(asked), note="no such fact")

    def _nearest(self, asked: Asked) -> tuple[Fact, ...]:
        """The facts whose names stand round the number, whatever their value."""
        facts = [fact for fact in self.dataset.facts if same_unit(asked.reading, fact, bare=asked.bare)]
        scored = self.matcher.scored(asked, facts)
        return tuple(one.fact for one in scored[:_MOST_NEAREST] if one.likeness >= _LIKELY)


_IN_NAMES = re.compile(r"(?:[A-Za-z]+ ){1,2}[0-9]+(?: (?:thousand|million|billion))? yuan")
_TITLE_PASSAGES = 30
"""A title stands among the first passages of a document."""
_LIKELY = 0.45


def _of_itself(finding: Finding, mark: Mark) -> Finding:
    """A number that the document made of its own, such as the count of its sources: as it was written, or changed."""
    if mark.text in finding.passage.text[mark.start : mark.end]:
        return replace(finding, note="number of the document itself")
    return replace(finding, verdict="changed", note=f"it was written as {mark.text}")


def _against_chart(finding: Finding) -> Finding:
    """A value of the workbook inside a chart: where the chart shows another, both say so."""
    if finding.passage.shown == finding.passage.text:
        return finding
    note = f"the chart shows {finding.passage.shown}"
    return replace(finding, note=f"{finding.note}; {note}" if finding.note else note)


def covered(readings: Sequence[Reading], index: int) -> bool:
    """Whether the number is the whole of a name that is read as a count as well."""
    reading = readings[index]
    others = readings[max(0, index - 1) : index + 2]
    return not reading.is_figure and any(other.counts and other.start in range(reading.start, reading.end) for other in others)


def _mark(marks: Sequence[Mark], reading: Reading) -> Mark | None:
    return next((mark for mark in marks if mark.start < reading.end and reading.number[0] < mark.end), None)


def _agrees(asked: Asked, fact: Fact, *, as_written: bool) -> bool:
    """Whether a number says its fact; one that somebody has typed anew must do so to the last digit."""
    reading = asked.reading
    bare = asked.bare or not reading.unit
    if not (same_unit(reading, fact, bare=bare) and same_amount(reading, fact, bare=bare) and _sign_fits(asked, fact)):
        return False
    return as_written or not is_rounded(reading, fact, bare=bare)


def _sign_fits(asked: Asked, fact: Fact) -> bool:
    """Whether the words do not contradict the sign; a fall may be called so elsewhere: ``降幅``, ``saving``."""
    return same_sign(asked.reading, fact) or (not asked.reading.signed and not rises(asked.near.lead, len(asked.near.lead)))


def figure(fact: Fact) -> str:
    """The figure of a fact as its source prints it, with its sign; in digits as well where that is in words, plainly where derived.

    ``-20.02%``, ``8项 (八大)``, ``563.45亿元``
    """
    if fact.printed and any(character.isdigit() for character in fact.printed):
        return f"-{fact.printed}" if fact.quantity.value < 0 and "-" not in fact.printed else fact.printed
    return f"{_plain(fact)} ({fact.printed})" if fact.printed else _plain(fact)


def _plain(fact: Fact) -> str:
    quantity = fact.quantity
    scale = next((name for name in ("亿", "万") if quantity.unit == "元" and abs(quantity.in_scale(name)) >= 1), "")
    value = quantity.in_scale(scale)
    rounded = round(value, 2 if scale else fact.indicator.precision) if fact.derived else value
    return f"{plain(rounded)}{scale}{quantity.unit}"


def _rounding(asked: Asked, fact: Fact) -> str:
    return f"rounded from {figure(fact)}" if is_rounded(asked.reading, fact, bare=asked.bare) and not fact.derived else ""


def _lost_bound(reading: Reading, fact: Fact) -> str:
    bounds = reading.qualifier, fact.quantity.qualifier
    return f"the fact is a bound: {figure(fact)}" if bounds[0] == "exact" != bounds[1] and not fact.derived else ""


def _points(reading: Reading, fact: Fact) -> str:
    return "percentage points are meant" if reading.unit == "%" and fact.quantity.unit == "个百分点" else ""


def _wrong_time(asked: Asked, fact: Fact, series: Sequence[Fact]) -> str:
    """What the text claims of a figure of another time.

    A time stated farther off is a claim only where the series has another figure for it.
    """
    when = asked.when
    if when is None or not when.within or fits(fact, when):
        return ""
    if not when.close and not any(fits(other, when) and not is_same_figure(other, fact) for other in series):
        return ""
    claimed = str(when.first) if when.first == when.last else f"{when.first}-{when.last}"
    return f"the text says {claimed}, the fact is of {fact.when.text}"
