"""The cases of ``tests/cases/audit.md``: text in, verdicts out, by the data of Pingxiang."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts.load import load
from reportgen.review import plain_text
from reportgen.review.verdict import Audit
from review.audit_cases import written
from review.reading_cases import cases

SEEDS = Path(__file__).parents[2] / "seeds" / "pingxiang"


@pytest.fixture(scope="module")
def audit() -> Audit:
    return Audit(load(SEEDS))


@pytest.mark.parametrize(("title", "blocks"), cases("audit.md"), ids=[title for title, _ in cases("audit.md")])
def test_verdict(audit: Audit, title: str, blocks: dict[str, str]) -> None:
    document = plain_text.document(Path("text.txt"), blocks["text"])
    assert "\n".join(map(written, audit.findings(document))) == blocks["expected"]
