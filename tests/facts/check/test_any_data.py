"""Whatever the figures are, every check runs to its end, and the same figures have the same findings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from making import dataset

from facts.check.cases import LATER, Figure, count, derived, money, points, rate, share
from reportgen.facts.check import check
from reportgen.facts.quantity import QUALIFIERS, SCALES

CHAINS = ["growth/*", "growth"]
FIGURES: tuple[Figure, ...] = (
    rate("growth", 2025, 0, of=["sum/*"]),
    rate("growth/part", 2025, 0),
    rate("growth", "2021-2025", 0, of=["sum/*"], source=LATER),
    points("gap/part", 2025, 0, compares=CHAINS),
    points("change", 2025, 0, compares=["growth"]),
    share("share/part", 2025, 0, of=CHAINS),
    share("share/part", 2024, 0),
    money("sum", 2025, 0),
    money("sum", 2023, 0),
    money("sum", 2021, 0),
    money("sum/part", 2025, 0, within="firms"),
    {"key": "done", "kind": "completion", "unit": "%", "period": 2025, "value": 0, "of": ["sum", "plan"]},
    money("plan", 2025, 0, kind="target", status="target", of=["sum"]),
    {"key": "times", "kind": "multiple", "unit": "倍", "period": "2021-2025", "value": 0, "of": ["sum"], "printed": "翻番"},
    count("firms", "2025-12-31", 0),
    count("firms", "2024Q4", 0),
    count("firms.added", 0, 0, period=2025, of=["firms"]),
    {"key": "stations", "kind": "cumulative", "unit": "个", "as_of": "2024", "value": 0},
    {"key": "stations", "kind": "cumulative", "unit": "个", "as_of": "2025", "value": 0},
    derived(rate("growth", 2024, 0), ("growth:2025#000", "change:2025#000")),
    derived(money("sum", 2024, 0), ("sum:2025#000", "growth:2025#000"), "a / (1 + b / 100)"),
)
NUMBERS = st.decimals(-(10**29), 10**29, places=0) | st.decimals(-200, 200, places=2) | st.sampled_from([0, -100, 100, 1])
ANY = st.lists(
    st.tuples(NUMBERS, st.sampled_from(QUALIFIERS), st.sampled_from(list(SCALES))), min_size=len(FIGURES), max_size=len(FIGURES)
)


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_every_check_runs_to_its_end_and_finds_the_same_again(values: list[tuple[object, str, str]]) -> None:
    figures = [
        {**figure, "value": value, "qualifier": qualifier, "scale": scale}
        for figure, (value, qualifier, scale) in zip(FIGURES, values, strict=True)
    ]
    findings = check(dataset(figures))
    assert findings == check(dataset(figures))
    assert [finding for finding in findings if not (finding.facts and finding.computation and finding.advice)] == []
