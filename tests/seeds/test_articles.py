"""The dataset against the articles: every figure stands where it is cited, none is missing, and each value is what is printed.

The articles are not part of the project, so that these tests are skipped where they are not at hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from reportgen.facts.dataset import Dataset
from reportgen.facts.load import raw_values
from reportgen.facts.model import Fact
from seeds.conftest import SEEDS
from seeds.printed_figures import read

Articles = dict[str, dict[int, str]]
NUMERAL = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
DATE = re.compile(r"\d{4}(?:年?[至—－-]\d{4})?年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日")
NUMERALS = {"000": 73, "001": 48, "002": 23, "003": 55, "004": 106}
"""How many Arabic numerals each article has, counted once: a reader that loses text is found by it."""
FALLS = ("下降", "减少", "降低", "回落")


def printed(dataset: Dataset) -> tuple[Fact, ...]:
    return tuple(fact for fact in dataset.facts if fact.source)


def places(fact: Fact) -> Iterator[tuple[str, int]]:
    """Source and paragraph of each place that prints the fact."""
    assert fact.source
    assert fact.paragraph is not None
    for paragraph in (fact.paragraph, *fact.also):
        yield fact.source.key, paragraph


def spans(figure: str, text: str) -> list[tuple[int, int]]:
    """Where a figure stands by itself: not as the tail or the head of a longer number."""
    return [match.span() for match in re.finditer(rf"(?<![\d.]){re.escape(figure)}(?!\d)", text)]


def test_every_figure_stands_in_each_paragraph_that_it_cites(dataset: Dataset, articles: Articles) -> None:
    missing = [
        f"{fact.id}: '{fact.printed}' is not in {source}:{paragraph}"
        for fact in printed(dataset)
        for source, paragraph in places(fact)
        if not spans(fact.printed, articles[source][paragraph])
    ]
    assert missing == []


@pytest.mark.parametrize("source", NUMERALS)
def test_no_numeral_of_an_article_is_left_out(
    dataset: Dataset, articles: Articles, source: str, record_property: Callable[[str, object], None]
) -> None:
    """Each is part of a fact of its paragraph, a proper name, a date or a listed exception; a figure counts as often as facts cite it."""
    counted, left = 0, []
    for number, text in articles[source].items():
        known = known_spans(dataset, source, number, text)
        for match in NUMERAL.finditer(text):
            counted += 1
            if not any(start <= match.start() and match.end() <= end for start, end in known):
                left.append(f"{source}:{number} …{text[max(0, match.start() - 10) : match.end() + 6]}…")
    record_property(f"numerals of {source}", counted)
    assert left == []
    assert counted == NUMERALS[source]


def known_spans(dataset: Dataset, source: str, number: int, text: str) -> list[tuple[int, int]]:
    figures = Counter(fact.printed for fact in printed(dataset) if (source, number) in places(fact))
    known = [span for figure, times in figures.items() for span in spans(figure, text)[:times]]
    known += [match.span() for match in DATE.finditer(text)]
    names = [name for name in dataset.names if NUMERAL.search(name)]
    listed = [entry.text for entry in raw_values(SEEDS)["exceptions"] if (entry.article, entry.paragraph) == (source, number)]
    return known + [match.span() for word in (*names, *listed) for match in re.finditer(re.escape(word), text)]


def test_every_exception_and_name_stands_in_an_article(articles: Articles) -> None:
    raw = raw_values(SEEDS)
    lost = [entry for entry in raw["exceptions"] if entry.text not in articles[entry.article][entry.paragraph]]
    whole = "\n".join(text for paragraphs in articles.values() for text in paragraphs.values())
    chinese = [entry.name for entry in raw["names"] if "英文" not in entry.why]  # the rest are names of English documents
    assert lost == []
    assert [name for name in chinese if name not in whole] == []


def test_every_value_is_the_figure_that_is_printed(dataset: Dataset) -> None:
    wrong = [f"{fact.id}: {fault}" for fact in printed(dataset) for fault in faults(fact)]
    assert wrong == []


def faults(fact: Fact) -> Iterator[str]:
    """What a second reading of the printed figure finds different."""
    found, quantity = read(fact.printed), fact.quantity
    if f"{abs(quantity.value):f}" != found.number:
        yield f"value {quantity.value}, printed {fact.printed}"
    if quantity.scale != found.scale:
        yield f"scale '{quantity.scale}', printed {fact.printed}"
    if found.unit and quantity.unit != found.unit and not misprinted(fact):
        yield f"unit {quantity.unit}, printed {fact.printed}"
    if quantity.qualifier != found.qualifier:
        yield f"qualifier {quantity.qualifier}, printed {fact.printed}"


def misprinted(fact: Fact) -> bool:
    """A difference of rates that the article prints with %, which the note says."""
    return fact.quantity.unit == "个百分点" and fact.printed.endswith("%") and "单位应为百分点" in fact.note


def test_a_value_is_negative_just_where_the_article_says_that_it_fell(dataset: Dataset, articles: Articles) -> None:
    wrong = []
    for fact in printed(dataset):
        source, number = next(places(fact))
        text = articles[source][number]
        fell = any(text[:start].endswith(FALLS) for start, _ in spans(fact.printed, text))
        if fell != (fact.quantity.value < 0):
            wrong.append(fact.id)
    assert wrong == []


def test_a_bound_that_touches_a_figure_is_not_cut_off(dataset: Dataset, articles: Articles) -> None:
    """``5亿元`` out of ``超5亿元`` would be another figure."""
    cut = [
        f"{fact.id}: {text[max(0, start - 1) : end + 2]}"
        for fact in printed(dataset)
        for source, number in places(fact)
        for text in (articles[source][number],)
        for start, end in spans(fact.printed, text)
        if text[:start].endswith(("超", "约", "逾")) or text[end:].startswith(("以上", "以下", "以内", "左右", "余", "多"))
    ]
    assert cut == []
