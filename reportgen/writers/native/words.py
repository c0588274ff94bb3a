"""What native charts say of themselves beyond the words of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.charts.words import CHINESE, Form, Words, note_line, words_of
from reportgen.document.model import ChartSpec


@dataclass(frozen=True, slots=True)
class Phrases:
    """The language of a chart with everything that is said in it."""

    language: Literal["zh-CN", "en-US"]
    words: Words
    """Those of pictures, except where a native chart looks different."""
    since: str
    """Added to the name of a series whose definition changes."""
    gaps: str
    """Explains why a value is missing: a native chart cannot write words where nothing stands."""
    between: str
    """Between the unit and the name of the only series."""


def phrases_of(spec: ChartSpec) -> Phrases:
    """Return the phrases in the language of a chart's own texts."""
    words = words_of(spec)
    if words is CHINESE:
        keys = {**words.keys, ("mark", "preliminary"): "叉号为初步数"}
        return Phrases("zh-CN", replace(words, keys=keys), "（{}起）", "空缺处无数据", "　　")
    keys = {**words.keys, ("mark", "preliminary"): "crosses are preliminary figures"}
    return Phrases("en-US", replace(words, keys=keys), " (from {})", "no data where a value is missing", "    ")


def notes(spec: ChartSpec, phrases: Phrases, form: Form, remarks: tuple[str, ...]) -> str:
    """Return the line of notes under a chart; empty where there is nothing to say."""
    return note_line(spec, phrases.words, form, (*remarks, *_gaps(spec, phrases)))


def _gaps(spec: ChartSpec, phrases: Phrases) -> Iterator[str]:
    if any(point.value is None for series in spec.series for point in series.points):
        yield phrases.gaps
