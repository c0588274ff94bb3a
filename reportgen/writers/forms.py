"""In which form a chart is written: as a picture, or as a chart that Office can edit where Office has charts of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reportgen.document.model import ChartForm, ChartKind, ChartSpec
from reportgen.notices import Notice

NATIVE_KINDS: tuple[ChartKind, ...] = ("growth-years", "growth-bars", "levels", "ladder", "progress")
"""The kinds that :mod:`reportgen.writers.native` makes; charts of the others are pictures, also where native ones are asked for."""


@dataclass(frozen=True, slots=True)
class PictureInstead(Notice):
    """A chart of a kind that Office does not have."""

    warning: ClassVar[bool] = False
    chart: str
    kind: str

    def __str__(self) -> str:
        return f"chart '{self.chart}': there is no native chart of kind '{self.kind}'; a picture was written"


def form_of(spec: ChartSpec, asked: ChartForm) -> tuple[ChartForm, tuple[Notice, ...]]:
    """Return the form of a chart where ``asked`` is asked for, with a notice where it is another one."""
    if asked == "native" and spec.kind not in NATIVE_KINDS:
        return "picture", (PictureInstead(spec.title, spec.kind),)
    return asked, ()
