"""Building a document from a few lines of Markdown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from making import dataset

from reportgen.document.build import build
from reportgen.document.model import Document
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.render import RenderedSection
from reportgen.narrative.scope import Scope
from reportgen.notices import Notice

FACTS = [
    {"key": "rate", "kind": "growth", "unit": "%", "noun": "增加值", "period": 2025, "value": "7.7"},
    {"key": "rate", "kind": "growth", "unit": "%", "noun": "增加值", "period": 2023, "value": "2.8", "coverage": "旧口径"},
    {
        "key": "rate",
        "kind": "growth",
        "unit": "%",
        "noun": "增加值",
        "period": 2022,
        "value": "-9.9",
        "status": "derived",
        "parents": ["rate:2023#000"],
    },
    {"key": "rate/part", "kind": "growth", "unit": "%", "noun": "增加值", "dimension": "部分", "period": 2025, "value": "14.9"},
    {"key": "money", "kind": "money", "unit": "元", "scale": "亿", "noun": "营业收入", "period": 2025, "value": "1267.05"},
    {"key": "count", "noun": "企业", "as_of": "2025-12-31", "value": 940},
]
Build = Callable[..., tuple[Document, tuple[Notice, ...]]]


@pytest.fixture
def built() -> Build:
    """Sections as Markdown, keyed ``s1``, ``s2``, …, to document and notices of 2025."""

    def make(*markdown: str) -> tuple[Document, tuple[Notice, ...]]:
        sections = [RenderedSection(f"s{n}", f"s{n}.md.j2", text) for n, text in enumerate(markdown, start=1)]
        briefing = Briefing("b", Path(), "{place}{year}年报告", "", "", (), 4, {})
        return build(sections, briefing, Scope(dataset(FACTS), 2025, (2022, 2025)), date(2026, 6, 30))

    return make
