"""The articles audited like any other text: their figures are recognised as the facts that cite them, and none as another.

Three counts stand in the tests' output: figures that are facts, those matched to the right one, those matched to a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact
from reportgen.review import plain_text
from reportgen.review.verdict import Audit, Finding
from seeds.conftest import article_files, paragraphs
from seeds.test_articles import spans

RECOGNISED = 0.95
"""The least part of the figures that must be matched."""
ELSEWHERE = {"001": 36}
"""The last paragraph that is about the city."""


@dataclass(frozen=True)
class Truth:
    """What facts.csv says of one printed figure."""

    article: str
    paragraph: int
    span: tuple[int, int]
    fact: Fact


def truths(dataset: Dataset, articles: dict[str, dict[int, str]]) -> Iterator[Truth]:
    """Each place that prints a fact; of several facts with one figure the first is the first printed."""
    taken: dict[tuple[str, int, str], int] = {}
    for fact in dataset.facts:
        for paragraph in (fact.paragraph, *fact.also) if fact.source else ():
            assert fact.source
            assert paragraph is not None
            place = (fact.source.key, paragraph, fact.printed)
            found = spans(fact.printed, articles[fact.source.key][paragraph])
            yield Truth(fact.source.key, paragraph, found[taken.get(place, 0)], fact)
            taken[place] = taken.get(place, 0) + 1


@pytest.fixture(scope="module")
def files() -> dict[str, Path]:
    return {file.name[:3]: file for file in article_files()}


@pytest.fixture(scope="module")
def whole(files: dict[str, Path]) -> dict[str, dict[int, str]]:
    return {key: paragraphs(file.read_text("utf-8"), None) for key, file in files.items()}


def findings(dataset: Dataset, file: Path) -> list[Finding]:
    return list(Audit(dataset).findings(plain_text.document(file, plain_text.decoded(file, file.read_bytes()))))


def number(finding: Finding) -> int:
    """The paragraph that a finding stands in."""
    return int(finding.passage.place.rpartition(" ")[2])


def at(found: list[Finding], truth: Truth) -> Finding | None:
    for finding in found:
        reading = finding.reading
        if number(finding) == truth.paragraph and truth.span[0] < reading.end and reading.start < truth.span[1]:
            return finding
    return None


def is_right(fact: Fact, truth: Fact) -> bool:
    """The fact itself, or a twin: the same series, period and value from another source."""
    return fact.key == truth.key and fact.year == truth.year and fact.quantity.base == truth.quantity.base


@pytest.fixture(scope="module")
def audited(dataset: Dataset, files: dict[str, Path]) -> dict[str, list[Finding]]:
    return {key: findings(dataset, file) for key, file in files.items()}


def test_figures_of_the_articles_are_matched_to_their_facts(
    dataset: Dataset,
    whole: dict[str, dict[int, str]],
    audited: dict[str, list[Finding]],
    record_property: Callable[[str, object], None],
) -> None:
    figures = list(truths(dataset, whole))
    pairs = [(truth, at(audited[truth.article], truth)) for truth in figures]
    matched = [(truth, finding) for truth, finding in pairs if finding and finding.verdict in ("agrees", "stale")]
    right = [truth for truth, finding in matched if finding.verdict == "agrees" and is_right(finding.facts[0], truth.fact)]
    record_property("figures that are facts", len(figures))
    record_property("matched to the right fact", len(right))
    record_property("matched to a wrong fact", len(matched) - len(right))
    assert [truth for truth, finding in matched if truth not in right] == []
    assert len(right) >= RECOGNISED * len(figures)


def test_a_figure_that_no_fact_cites_is_matched_only_where_a_name_counts_again(
    dataset: Dataset, whole: dict[str, dict[int, str]], audited: dict[str, list[Finding]]
) -> None:
    """``四个新动能`` said a second time is the count that the article gave before; anything else would be a wrong match."""
    known = {(truth.article, truth.paragraph, truth.span) for truth in truths(dataset, whole)}
    strange = [
        (article, number(finding), finding.reading.text, finding.facts[0].id)
        for article, found in audited.items()
        for finding in found
        if finding.verdict in ("agrees", "stale") and not overlaps(known, article, finding)
        if not (finding.reading.counts and finding.facts[0].source and finding.facts[0].source.key == article)
    ]
    assert strange == []


def overlaps(known: set[tuple[str, int, tuple[int, int]]], article: str, finding: Finding) -> bool:
    reading = finding.reading
    return any(
        key == article and paragraph == number(finding) and start < reading.end and reading.start < end
        for key, paragraph, (start, end) in known
    )


def test_what_is_about_another_city_is_unknown(audited: dict[str, list[Finding]]) -> None:
    elsewhere = [finding for finding in audited["001"] if number(finding) > ELSEWHERE["001"]]
    assert {finding.verdict for finding in elsewhere} == {"unknown", "not a figure"}
    assert sum(finding.verdict == "unknown" for finding in elsewhere) >= 12


def test_a_figure_whose_fact_is_taken_away_is_not_matched_to_another(
    dataset: Dataset,
    whole: dict[str, dict[int, str]],
    files: dict[str, Path],
    record_property: Callable[[str, object], None],
) -> None:
    """Only 47条 stays matched: two articles count these measures under two names, and the one is then the nearest to the other."""
    left, tried = [], 0
    for article, file in files.items():
        own = [truth for truth in truths(dataset, whole) if truth.article == article]
        for batch in (own[start::4] for start in range(4)):
            keys = {(truth.fact.key, truth.fact.quantity.base) for truth in batch}
            kept = tuple(fact for fact in dataset.facts if (fact.key, fact.quantity.base) not in keys)
            found = findings(replace(dataset, facts=kept), file)
            tried += len(batch)
            left += [
                (finding.reading.text, finding.facts[0].id)
                for truth in batch
                if (finding := at(found, truth)) and finding.verdict in ("agrees", "stale")
            ]
    record_property("facts taken away", tried)
    record_property("figures then matched to another fact", len(left))
    assert {text for text, _ in left} <= {"47条"}
