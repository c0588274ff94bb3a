"""How much of a fact's name stands round a number: names as weighted pairs of characters.

Chinese has no spaces to take words at, so names are compared by pairs of neighbouring characters (English ones by words). A pair that
many names have, such as 企业, says little; a rare one, such as 灯塔, says much.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact, Name

SAME: tuple[tuple[str, str], ...] = (
    ("规模以上", "规上"), ("营业收入", "营收"), ("技术改造", "技改"), ("专精特新中小企业", "专精特新企业"),
    ("人均可支配收入", "人均收入"), ("政务服务事项", "政务服务"), ("占比", "比重"), ("入选", "列入"), ("增速", "增长"), ("增幅", "增长"),
    ("排位", "位次"),
    ("受益", "惠及"),
    ("grew", "growth"), (" up ", " growth "), ("rose", "growth"), ("industrial enterprise", "industry enterprise"),
    ("above designated size", "above-scale"), ("value added", "value-added"), ("operating revenue", "revenue"),
)  # fmt: skip
"""Two ways in which official texts say one thing; the first is read as the second."""
_RUN = re.compile(r"[㐀-鿿]+|[a-z0-9][a-z0-9+-]*")
_BETWEEN = re.compile(r"(?<=[㐀-鿿])\s+(?=[㐀-鿿])")
_DROPPED = re.compile(r"[“”\"'‘’（）()《》\s·]")
_YEAR = re.compile(r"[0-9]{1,2}|(?:19|20)[0-9]{2}")
"""Digits that are no part of a name, as those of 5020 are."""
_STRANGE = 4.0
"""The weight of a pair that no name has."""
_STOP = frozenset({"of", "the", "a", "an", "and", "in", "to", "by", "at", "for", "with", "or", "on", "from", "number"})


def grams(text: str) -> frozenset[str]:
    """The pairs of characters of the Chinese in a text and the words of the rest.

    >>> sorted(grams("规模以上工业"))
    ['上工', '工业', '规上']
    """
    return frozenset(_grams(text))


def _grams(text: str) -> Iterable[str]:
    for run in _RUN.findall(_same(text)):
        if run[0] >= "㐀":
            yield from (run[at : at + 2] for at in range(len(run) - 1))
        elif run not in _STOP and not _YEAR.fullmatch(run):
            yield run.rstrip("s") if len(run) > 3 else run


def _same(text: str) -> str:
    """The text in one spelling: Chinese without quotation marks and spaces, other words with spaces between."""
    text = _DROPPED.sub(" ", text.lower()).replace(" the ", " ")
    text = _BETWEEN.sub("", text)
    for one, other in SAME:
        text = text.replace(one, other)
    return text


@dataclass(frozen=True, slots=True)
class Label:
    """What a fact is called, in pieces of which each has its variants."""

    subject: tuple[frozenset[str], ...]
    """The indicator under its names."""
    part: tuple[frozenset[str], ...]
    """The dimension; empty where there is none."""


@dataclass(frozen=True)
class Labels:
    """The labels of a dataset's facts with the weight of each pair."""

    dataset: Dataset

    @cached_property
    def by_key(self) -> dict[tuple[str, str], Label]:
        """The label of each indicator and dimension."""
        return {(fact.indicator.key, fact.dimension.key if fact.dimension else ""): _label(fact) for fact in self.dataset.facts}

    @cached_property
    def weight(self) -> Mapping[str, float]:
        """Of each pair, by how many names have it."""
        names = {names for label in self.by_key.values() for names in (label.subject, label.part) if names}
        counts = Counter(gram for group in names for gram in frozenset().union(*group))
        return {gram: math.log((len(names) + 1) / count) for gram, count in counts.items()}

    def of(self, fact: Fact) -> Label:
        return self.by_key[fact.indicator.key, fact.dimension.key if fact.dimension else ""]

    def found(self, variants: tuple[frozenset[str], ...], near: Mapping[str, float]) -> tuple[float, float]:
        """Of the variant that fits best: the weight found in ``near`` and its whole weight."""
        scores = [self._found(variant, near) for variant in variants if variant]
        return max(scores, key=lambda score: (score[0] / score[1] if score[1] else 0, score[0]), default=(0.0, 0.0))

    def share(self, fact: Fact, words: frozenset[str]) -> float:
        """How much of ``words`` the fact's name and coverage explain, from 0 to 1; 1 where there are no words."""
        label = self.of(fact)
        known = frozenset().union(*label.subject, *label.part, grams(fact.coverage))
        weights = {word: self.weight.get(word, _STRANGE) for word in words}
        whole = math.fsum(weights.values())
        return math.fsum(weight for word, weight in weights.items() if word in known) / whole if whole else 1.0

    def _found(self, variant: frozenset[str], near: Mapping[str, float]) -> tuple[float, float]:
        weights = [(self.weight.get(gram, 1.0), near.get(gram, 0.0)) for gram in variant]
        return math.fsum(weight * there for weight, there in weights), math.fsum(weight for weight, _ in weights)


def _label(fact: Fact) -> Label:
    indicator, part = fact.indicator, fact.indicator.part
    names = [indicator.name, indicator.noun, indicator.short]
    if part and fact.dimension:
        names += [part.name, part.noun, part.short]
    return Label(_variants(names), _variants([fact.dimension.name]) if fact.dimension else ())


def _variants(names: Iterable[Name]) -> tuple[frozenset[str], ...]:
    texts = dict.fromkeys(text for name in names for text in (name.zh, name.en) if text)
    return tuple(dict.fromkeys(grams(text) for text in texts))
