"""The few fixed words of a picture, in the language that its own texts are in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportgen.document.model import ChartSpec, PointState

Form = Literal["bar", "mark"]
"""How a value is drawn: as a bar, or as a mark on a line."""
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
    aside: str
    """Brackets round names that are added to a phrase."""
    comma: str
    keys: Mapping[tuple[Form, PointState], str]
    """What an unusual look of a bar or mark means."""

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
    states = {point.state for series in spec.series for point in series.points if point.value is not None}
    return tuple(text for (kind, state), text in words.keys.items() if kind == form and state in states)
