"""The few fixed words of a picture, in the language that its own texts are in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportgen.document.model import ChartSpec, PointState

Form = Literal["bar", "mark", "tick", "event"]
"""How a value is drawn: as a bar, as a mark, as a bar beside the tick of its target, or as an event in time."""
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Words:
    """What charts say of themselves."""

    unit: str
    note: str
    joint: str
    """Between two notes."""
    stop: str
    """Closes the notes."""
    gap: str
    """Stands where a category has no value."""
    changed: str
    """Stands at a break: the definition is another one from here on."""
    dashed: str
    """Explains the line of a break between lying bars."""
    broken: str
    """Explains the open line between two values of unlike definition."""
    rest: str
    """Names the part of a whole of which no figure is known."""
    first: str
    """Names the first place of a ranking."""
    target: str
    """What a target is called whose series has no name."""
    aim: str
    """Puts a target into words: what it is called, and its value."""
    unpublished: str
    """Stands where a target has no outcome."""
    scales: str
    """Explains rows of unlike units."""
    years: str
    """Puts a year into words."""
    aside: str
    """Brackets round names that are added to a phrase."""
    comma: str
    keys: Mapping[tuple[Form, PointState], str]
    """What an unusual look of a bar or mark means."""

    def year(self, year: int) -> str:
        """Return a year in words."""
        return self.years.format(str(year).replace("-", "−"))

    def series(self, names: list[str]) -> str:
        """Return names of series as an aside."""
        return self.aside.format(self.comma.join(names))


CHINESE = Words(
    unit="单位：",
    note="注：",
    joint="；",
    stop="。",
    gap="无数据",
    changed="口径调整",
    dashed="虚线上下口径不同",
    broken="断开的虚线两端口径不同",
    rest="其余",
    first="第1位",
    target="目标",
    aim="{}{}",
    unpublished="完成情况未见公布",
    scales="各行单位不同，长短以各自的目标为准",
    years="{}年",
    aside="（{}）",
    comma="、",
    keys={
        ("bar", "derived"): "白底斜纹为推算数",
        ("bar", "approximate"): "浅底斜纹为概数",
        ("bar", "preliminary"): "横纹为初步数",
        ("bar", "target"): "虚线框为目标数",
        ("mark", "derived"): "空心圆点为推算数",
        ("mark", "approximate"): "浅色点为概数",
        ("mark", "preliminary"): "圈中带点为初步数",
        ("mark", "target"): "空心菱形为目标数",
        ("tick", "derived"): "白底斜纹为推算数",
        ("tick", "approximate"): "浅底斜纹为概数",
        ("tick", "preliminary"): "横纹为初步数",
        ("event", "derived"): "空心圆点和白底斜纹为推算日期",
        ("event", "approximate"): "浅色为约略日期",
        ("event", "preliminary"): "圈中带点和横纹为初步日期",
        ("event", "target"): "空心菱形和虚线框为计划",
    },
)
ENGLISH = Words(
    unit="Unit: ",
    note="Note: ",
    joint="; ",
    stop=".",
    gap="no data",
    changed="new definition",
    dashed="definitions differ above and below the dashed line",
    broken="definitions differ at the two ends of an open line",
    rest="other",
    first="1st",
    target="target",
    aim="{} {}",
    unpublished="outcome not given",
    scales="units differ between rows, and each is drawn to the scale of its own target",
    years="{}",
    aside=" ({})",
    comma=", ",
    keys={
        ("bar", "derived"): "white bars with slanted lines are derived figures",
        ("bar", "approximate"): "light bars with slanted lines are approximate figures",
        ("bar", "preliminary"): "bars with level lines are preliminary figures",
        ("bar", "target"): "dashed outlines are targets",
        ("mark", "derived"): "hollow marks are derived figures",
        ("mark", "approximate"): "light marks are approximate figures",
        ("mark", "preliminary"): "rings with a dot are preliminary figures",
        ("mark", "target"): "hollow diamonds are targets",
        ("tick", "derived"): "white bars with slanted lines are derived figures",
        ("tick", "approximate"): "light bars with slanted lines are approximate figures",
        ("tick", "preliminary"): "bars with level lines are preliminary figures",
        ("event", "derived"): "hollow circles and white bars with slanted lines are derived dates",
        ("event", "approximate"): "light colours are approximate dates",
        ("event", "preliminary"): "rings with a dot and level lines are preliminary dates",
        ("event", "target"): "hollow diamonds and dashed outlines are plans",
    },
)


def words_of(spec: ChartSpec) -> Words:
    """Return the words in the language of a chart: Chinese where its title, unit, names or source have Chinese characters."""
    texts = (spec.title, spec.unit, spec.source, *spec.categories, *(series.name for series in spec.series))
    return CHINESE if any(HAN.search(text) for text in texts) else ENGLISH


def note_line(spec: ChartSpec, words: Words, form: Form, remarks: tuple[str, ...] = ()) -> str:
    """Return the notes of a chart, remarks and the key to its unusual bars or marks as one line; empty where nothing is said."""
    said = [note.strip().removeprefix(words.note.strip()).strip().rstrip("。.；;") for note in spec.notes]
    items = [note for note in (*said, *remarks, *keys(spec, words, form)) if note]
    return words.note + words.joint.join(items) + words.stop if items else ""


def keys(spec: ChartSpec, words: Words, form: Form) -> tuple[str, ...]:
    """Return the explanations of the states that occur, in the order of the table of words."""
    # The second row of targets and events says in words, or repeats, what it is.
    series = spec.series[:1] if form in ("tick", "event") else spec.series
    states = {point.state for row in series for point in row.points if point.value is not None}
    return tuple(text for (kind, state), text in words.keys.items() if kind == form and state in states)
