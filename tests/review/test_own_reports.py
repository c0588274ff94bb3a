"""Reports of ours as plain text, without any identity: the reader and matcher recognise what the writer says, in every year."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from produced import text

from reportgen import bundled
from reportgen.facts.load import load
from reportgen.facts.model import Language
from reportgen.review import plain_text
from reportgen.review.verdict import OUT_OF_ORDER, Audit, Finding

DATE = re.compile(r"(?:19|20)[0-9]{2}年|[0-9](?:月|日)$|^(?:19|20)[0-9]{2}$")
AUDIT = Audit(load(bundled.dataset()))


def findings(year: int, language: Language) -> list[Finding]:
    document = plain_text.document(Path("report.txt"), text(year, language))
    return [finding for finding in AUDIT.findings(document) if finding.verdict != "not a figure"]


@pytest.mark.parametrize(
    ("year", "language", "recognised"),
    [
        (2012, "zh", 1.0),
        (2021, "zh", 1.0),
        (2022, "zh", 0.99),
        (2023, "zh", 0.99),
        (2024, "zh", 0.99),
        (2025, "zh", 0.99),
        (2025, "en", 0.95),
    ],
)
def test_figures_of_a_report_are_recognised_by_their_words(
    year: int, language: Language, recognised: float, record_property: Callable[[str, object], None]
) -> None:
    found = findings(year, language)
    unknown = [
        (finding.passage.place, finding.reading.text, finding.note) for finding in found if finding.verdict in OUT_OF_ORDER
    ]
    record_property(f"figures of the text of {year} in {language}", len(found))
    record_property(f"recognised in the text of {year} in {language}", len(found) - len(unknown))
    assert len(unknown) <= (1 - recognised) * len(found), unknown
    assert {finding.verdict for finding in found} <= {"agrees", "unknown"}
    assert [finding.reading.text for finding in found if DATE.search(finding.reading.text)] == []
