"""What native charts say of themselves beyond the words of pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.charts.kind_rules import PAIRED
from reportgen.charts.words import CHINESE, Form, Words, note_line, words_of
from reportgen.document.model import ChartSpec, PointState


@dataclass(frozen=True, slots=True)
class Phrases:
    """The language of a chart with everything that is said in it."""

    language: Literal["zh-CN", "en-GB"]
    words: Words
    """Those of pictures, except where a native chart looks different."""
    since: str
    """Added to the name of a series whose definition changes."""
    gaps: str
    """Explains why a value is missing: a native chart cannot write words where nothing stands."""
    between: str
    """Between the unit and the name of the only series."""
    dated: str
    """Names the column of beginnings of events."""
    lasting: str
    """Names the column of their lengths."""
    before: str
    """Names the column of places before the one reached."""
    of_target: str
    """The unit of rows that are each measured by their own target."""


def phrases_of(spec: ChartSpec) -> Phrases:
    """Return the phrases in the language of a chart's own texts."""
    words = words_of(spec)
    if words is CHINESE:
        own = replace(words, keys={**words.keys, **_CHINESE_KEYS}, broken="没有连线的两端口径不同")
        return Phrases("zh-CN", own, "（{}起）", "空缺处无数据", "　　", "{}（年）", "历时（年）", "之前的位次", "占目标的%")
    own = replace(words, keys={**words.keys, **_ENGLISH_KEYS}, broken="definitions differ where no line joins two values")
    other = ("{} (year)", "length (years)", "places before", "% of target")
    return Phrases("en-GB", own, " (from {})", "no data where a value is missing", "    ", *other)


_CHINESE_KEYS: Mapping[tuple[Form, PointState], str] = {
    ("mark", "preliminary"): "叉号为初步数",
    ("event", "derived"): "白底斜纹为推算日期",
    ("event", "preliminary"): "横纹为初步日期",
    ("event", "target"): "虚线框为计划",
}
_ENGLISH_KEYS: Mapping[tuple[Form, PointState], str] = {
    ("mark", "preliminary"): "crosses are preliminary figures",
    ("event", "derived"): "white bars with slanted lines are derived dates",
    ("event", "preliminary"): "bars with level lines are preliminary dates",
    ("event", "target"): "dashed outlines are plans",
}


def notes(spec: ChartSpec, phrases: Phrases, form: Form, remarks: tuple[str, ...]) -> str:
    """Return the line of notes under a chart; empty where there is nothing to say."""
    return note_line(spec, phrases.words, form, (*remarks, *_gaps(spec, phrases)))


def _gaps(spec: ChartSpec, phrases: Phrases) -> Iterator[str]:
    gaps = any(point.value is None for series in spec.series for point in series.points)
    if gaps and spec.kind not in PAIRED:
        yield phrases.gaps
