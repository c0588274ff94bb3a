"""A dataset and briefing of somebody else, in folders of their own, with nothing of the bundled ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportgen.pipeline import Request, run

NEWCOMER = Path(__file__).parent / "newcomer"


def test_a_newcomers_folders_make_every_format_without_a_warning() -> None:
    folders = (NEWCOMER / "seeds" / "sample-city", NEWCOMER / "templates")
    result = run(Request(*folders, "quarterly", 2026, date(2026, 6, 30), ("docx", "pptx", "text")))
    assert [product.name.rpartition(".")[2] for product in result.products] == ["docx", "pptx", "txt"]
    assert [notice for notice in result.notices if notice.warning] == []
    text = result.products[2].data.decode("utf-8")
    assert "示例市" in text
    assert "萍乡" not in text
