"""Numbers edited in produced files, in text, tables, notes, alternative texts, charts and their workbooks: all are found, nothing else.

The counts of edits tried and found stand in the tests' output.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_tools import saved_again

from reportgen import bundled
from reportgen.facts.load import load
from reportgen.review.identity import manifest_in
from reportgen.review.package import opened
from reportgen.review.verdict import OUT_OF_ORDER, Audit, Finding
from review.editing import Edit, another, document, edited, edits, made

AUDIT = Audit(load(bundled.dataset()))
AT_ONCE = 10


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_an_english_file_as_it_was_made_is_in_order(suffix: str) -> None:
    """Its charts have straight quotation marks, and ranks such as 2nd."""
    found = findings(suffix, made(2023, "native", "en")[suffix])
    assert [
        (finding.passage.place, finding.reading.text) for finding in found if finding.verdict in (*OUT_OF_ORDER, "known")
    ] == []


def findings(suffix: str, data: bytes) -> list[Finding]:
    return list(AUDIT.findings(document(suffix, data)))


def flagged(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.verdict in OUT_OF_ORDER]


@pytest.mark.parametrize(
    ("year", "charts"), [(2021, "native"), (2022, "native"), (2023, "picture"), (2024, "native"), (2025, "native")]
)
@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_a_file_as_it_was_made_is_in_order(suffix: str, year: int, charts: str) -> None:
    assert [
        (finding.passage.place, finding.reading.text) for finding in flagged(findings(suffix, made(year, charts)[suffix]))
    ] == []


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_every_number_that_was_written_from_a_fact_is_marked_with_it(suffix: str) -> None:
    data = made(2025)[suffix]
    manifest = manifest_in(opened("file", data))
    assert manifest
    written = Counter(piece.facts for passage in manifest.passages for piece in passage.pieces if piece.facts)
    marked = Counter(mark.facts for passage in document(suffix, data).passages for mark in passage.marks if mark.facts)
    assert written - marked == Counter()


@pytest.mark.parametrize("year", [2022, 2025])
@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
@given(seed=st.integers(0, 10**6))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_edit_is_found_and_nothing_else_is_flagged(
    suffix: str, year: int, seed: int, record_property: Callable[[str, object], None]
) -> None:
    random = Random(seed)
    chosen = apart(random, edits(made(year)[suffix]))
    before, after = findings(suffix, made(year)[suffix]), findings(suffix, edited(made(year)[suffix], chosen, another(random)))
    assert len(before) == len(after)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old.reading.value != new.reading.value]
    for kind, count in Counter(edit.kind for edit in chosen).items():
        record_property(f"random edits tried, {kind}", count)
    missed = [(old.passage.place, old.reading.text, new.reading.text) for old, new in changed if new.verdict not in OUT_OF_ORDER]
    assert missed == []
    assert [finding.passage.place for finding in flagged(after)] == [new.passage.place for _, new in changed]
    assert len(changed) == len(chosen)
    for kind, count in Counter(edit.kind for edit in chosen).items():
        record_property(f"random edits found, {kind}", count)


def apart(random: Random, possible: list[Edit]) -> list[Edit]:
    """Some edits of every kind, no two of one element."""
    chosen: dict[tuple[str, int], Edit] = {}
    kinds = sorted({edit.kind for edit in possible})
    for at in range(AT_ONCE):
        edit = random.choice([edit for edit in possible if edit.kind == kinds[at % len(kinds)]])
        chosen.setdefault((edit.part, edit.element), edit)
    return list(chosen.values())


def test_a_number_typed_by_hand_is_known_or_unknown_and_never_takes_the_identity_of_another() -> None:
    report = Document(BytesIO(made(2025)[".docx"]))
    report.paragraphs[8].insert_paragraph_before("2025年，全市规模以上工业营业收入1267.05亿元，规模以上工业增加值增长9.7%。")
    changed = BytesIO()
    report.save(changed)
    by_hand = [
        finding
        for finding in findings(".docx", changed.getvalue())
        if finding.verdict in (*OUT_OF_ORDER, "known") and not finding.reading.in_words
    ]
    assert [(finding.reading.text, finding.verdict) for finding in by_hand] == [("1267.05亿元", "known"), ("9.7%", "unknown")]


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_a_file_that_libreoffice_has_saved_is_still_in_order(suffix: str, tmp_path: Path) -> None:
    """It drops tags of controls, names of placeholders and the workbooks of charts."""
    path = tmp_path / f"file{suffix}"
    path.write_bytes(made(2023)[suffix])
    found = findings(suffix, saved_again(path).read_bytes())
    assert sum(finding.verdict == "agrees" for finding in found) > 150
    assert [
        (finding.passage.place, finding.reading.text) for finding in found if finding.verdict in (*OUT_OF_ORDER, "known")
    ] == []


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_a_picture_that_shows_an_older_figure_is_changed(suffix: str) -> None:
    grown = AUDIT.dataset.by_id["iva.growth:2025#001"]
    other = replace(grown, quantity=replace(grown.quantity, value=Decimal("8.1")), printed="8.1%")
    revised = [other if fact is grown else fact for fact in AUDIT.dataset.facts]
    file = document(suffix, made(2025, "picture")[suffix])
    found = list(Audit(replace(AUDIT.dataset, facts=tuple(revised))).findings(file))
    changed = [finding for finding in found if finding.passage in file.pictures and finding.verdict == "changed"]
    assert [finding.note for finding in changed] == ["the fact says 8.1%"] * 2
    assert {finding.verdict for finding in AUDIT.findings(file) if finding.passage in file.pictures} <= {"agrees", "not a figure"}
