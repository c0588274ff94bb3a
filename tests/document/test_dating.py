"""A quarter that is told without its name reads as the year: a notice says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from making import dataset

from reportgen.document.build import build
from reportgen.document.dating import undated
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.render import RenderedSection
from reportgen.narrative.scope import Scope
from reportgen.notices import PartUndated

FACTS = [
    {"key": "rate", "kind": "growth", "unit": "%", "noun": "增加值", "period": "2025Q1", "value": "7.7"},
    {"key": "count", "noun": "企业", "as_of": "2025-06", "value": 940},
]
RATE = '[7.7%]{facts="rate:2025Q1#000"}'
NOTICE = PartUndated("s", "rate:2025Q1#000", "一季度")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        (f"2025年，增加值增长{RATE}。", (NOTICE,)),
        (f"2025年一季度，增加值增长{RATE}。", ()),
        (f"一季度，增加值增长{RATE}。\n\n增加值增长{RATE}。", (NOTICE,)),
        (f"- 增加值增长{RATE}\n- 一季度，增加值增长{RATE}", (NOTICE,)),
        (f"::: key-figures\n- 增加值 | {RATE} | 一季度\n:::", ()),
        (f"::: key-figures\n- 增加值 | {RATE} | 增速\n:::", (NOTICE,)),
        ('企业[940家]{facts="count:2025-06#000"}。', ()),
    ],
)
def test_figures_of_a_part_of_the_year_are_said_with_it(markdown: str, expected: tuple[PartUndated, ...]) -> None:
    scope = Scope(dataset(FACTS), 2025, (2022, 2025))
    briefing = Briefing("b", Path(), "标题", "", "", (), 4, {})
    document, _ = build([RenderedSection("s", "s.md.j2", markdown)], briefing, scope, date(2026, 6, 30))
    assert undated(document, scope) == expected
