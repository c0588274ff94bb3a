"""The texts around a native chart, broken into lines and measured in points: title and unit above, legend and notes below."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.lettering import Block, balanced, filled, width
from reportgen.charts.size import Size
from reportgen.charts.style import Style
from reportgen.charts.words import Form
from reportgen.document.model import ChartKind, ChartSpec
from reportgen.errors import ChartError
from reportgen.writers.native.words import Phrases, notes

TITLE_WIDTH = 0.7
"""Share of the chart's width that a title takes: programs break longer ones themselves, and not at the best place."""
TITLE_LINES = 2
TITLE_LEADING = 1.45
"""Distance of two of its baselines in ems: programs choose it, by the reader's font."""
TITLE_MARGIN = 7.2
"""Points that programs leave free above and below a title together."""
TITLE_STEPS = (1.0, 0.93, 0.86, 0.8)
"""Sizes at which a title is tried, as parts of the full size."""
NOTE_WIDTH = 0.97
"""Share of the width that notes take; the fonts of the reader's machine may be a little wider than the one measured."""
KEY = 6.0
"""Ems that a key of the legend takes beside its name, with the distance to the next one."""
SELF_NAMED: tuple[ChartKind, ...] = ("slope", "bullet", "timeline")
"""Kinds that name their series where they stand."""
ROW = 1.7
"""Ems between two rows of the legend."""


@dataclass(frozen=True, slots=True)
class Around:
    """All texts around the plot."""

    style: Style
    title: Block
    unit: str
    """Unit and, where there is but one, the series: ``单位：%　　规上工业增加值增速``."""
    keys: int
    """Rows of the legend; 0 where there is none."""
    texts: tuple[str, ...]
    """Notes and source, a paragraph each."""
    foot: Block
    """The same, in lines."""

    @property
    def head(self) -> float:
        """Height above the plot in points."""
        unit = 1.5 * self.style.em if self.unit else 0.0
        return self.title_height + unit + 0.5 * self.style.em

    @property
    def title_height(self) -> float:
        """Height of the title in points, with the margins that programs give it."""
        return TITLE_LEADING * self.title.size * len(self.title.lines) + TITLE_MARGIN if self.title.lines else 0.0

    @property
    def legend(self) -> float:
        """Height of the legend in points."""
        return (ROW * self.keys + 0.8) * self.style.em if self.keys else 0.0

    @property
    def notes(self) -> float:
        """Height of the notes in points, with the air above them."""
        return self.foot.height + 0.9 * self.style.em if self.foot.lines else 0.4 * self.style.em

    @property
    def height(self) -> float:
        """Height of everything above and below the plot."""
        return self.head + self.legend + self.notes


def around(
    spec: ChartSpec, size: Size, style: Style, phrases: Phrases, form: Form = "bar", remarks: tuple[str, ...] = ()
) -> Around:
    """Return the texts around a chart, set for a size."""
    limit = size.points[0]
    title = _title(spec, TITLE_WIDTH * limit, style) if size.titled else Block((), style.type.title)
    said = (notes(spec, phrases, form, remarks), spec.source if size.sourced else "")
    texts = tuple(text for text in said if text)
    lines = tuple(line for text in texts for line in filled(text, NOTE_WIDTH * limit, style.type.small).lines)
    return Around(style, title, _unit(spec, phrases), _rows(spec, limit, style), texts, Block(lines, style.type.small))


def _unit(spec: ChartSpec, phrases: Phrases) -> str:
    unit = phrases.words.unit + spec.unit if spec.unit else ""
    name = spec.series[0].name if len(spec.series) == 1 or spec.kind == "bullet" else ""
    ranked = spec.mark_label if spec.kind == "ranking" else ""
    return phrases.between.join(part for part in (unit, name, ranked) if part)


def _title(spec: ChartSpec, limit: float, style: Style) -> Block:
    blocks = (balanced(spec.title, limit, style.type.title * step, "bold") for step in TITLE_STEPS)
    found = next((block for block in blocks if len(block.lines) <= TITLE_LINES), None)
    if not found:
        hint = "say the message in fewer words: two lines at most"
        raise ChartError(f"the title takes more than {TITLE_LINES} lines", place=f"chart '{spec.title}'", hint=hint)
    return found


def _rows(spec: ChartSpec, limit: float, style: Style) -> int:
    """How many rows the legend takes."""
    if len(spec.series) < 2 or spec.kind in SELF_NAMED:
        return 0
    total = sum(width(series.name, style.em) + KEY * style.em for series in spec.series)
    return -int(-total // (0.95 * limit))
