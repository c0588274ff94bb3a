"""Kinds of chart that Office does not have are written as pictures where native charts are asked for."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from charts.chart_samples import GALLERY
from charts.further_samples import FURTHER

from reportgen.document.model import Chart, ChartKind, Document, Labels, Section, Slide, Text
from reportgen.notices import Notice
from reportgen.writers.docx import report
from reportgen.writers.forms import NATIVE_KINDS, PictureInstead
from reportgen.writers.pptx import writing

LOOKS = Path(__file__).parents[3] / "templates" / "office"
LABELS = Labels("目录", "（续）", "单位：", "资料来源：", "注：", "：", "、", "图", "")
CHARTS = (Chart("one", "图1", "增速", GALLERY["power"]), Chart("two", "图2", "位次", FURTHER["places"]))
NOTICE = PictureInstead(FURTHER["places"].title, "ranking")


def document() -> Document:
    slides = tuple(Slide("chart", (Text(chart.caption),), (chart,)) for chart in CHARTS)
    section = Section("growth", "一、", "增长", "growth", CHARTS, slides)
    made = Document("报告", "", "", date(2026, 6, 30), "2026年6月30日", "zh", 2025, (section,), LABELS)
    return replace(made, charts="native")


def packed(written: report.Written | writing.Written) -> tuple[list[str], tuple[Notice, ...]]:
    """Charts and drawings of a package by their names, and its notices."""
    with zipfile.ZipFile(io.BytesIO(written.data)) as archive:
        names = [name for name in archive.namelist() if "/charts/chart" in name or name.endswith(".svg")]
    return [name.rpartition(".")[2] for name in names if "_rels" not in name], written.notices


def test_every_kind_that_is_native_is_a_kind() -> None:
    assert set(NATIVE_KINDS) < set(get_args(ChartKind))


@pytest.mark.parametrize("name", FURTHER)
def test_the_further_kinds_are_pictures(name: str) -> None:
    assert FURTHER[name].kind not in NATIVE_KINDS


def test_a_report_has_a_native_chart_and_a_picture_with_a_notice() -> None:
    parts, notices = packed(report.write(document(), LOOKS / "official.docx"))
    assert (sorted(parts), notices) == (["svg", "xml"], (NOTICE,))


def test_a_deck_has_a_native_chart_and_a_picture_with_a_notice() -> None:
    parts, notices = packed(writing.write(document(), LOOKS / "deck.pptx"))
    assert (sorted(parts), notices) == (["svg", "xml"], (NOTICE,))


def test_the_notice_says_what_was_written_instead() -> None:
    assert (
        str(NOTICE)
        == "chart '新增规上企业数居“四小设区市”第1位': there is no native chart of kind 'ranking'; a picture was written"
    )
    assert not NOTICE.warning
