"""What speaks against a fact although its value is right: the text names another place, industry, part or series."""

from __future__ import annotations

import re

from reportgen.facts.dataset import Dataset
from reportgen.facts.model import Fact, Indicator
from reportgen.review.likeness import grams
from reportgen.review.surroundings import Near

_HERE = ("全市", "我市", "本市", "该市", "城市", "各市", "地市", "县市", "两市", "都市", "上市")
_WHEN = r"^[、和及与]?\s?(?:(?:到|至|截至)?(?:19|20)[0-9]{2}年?(?:[底末初]|[一二三四]季度|[上下]半年)?|其中)?"
_CITY = re.compile(rf"{_WHEN}(?P<name>[㐀-鿿]{{2}})(?P<kind>市|县|州)(?!场|政|民|委|级|直|属|容|值|间|域|位|别)")
_WHOLE = re.compile(rf"{_WHEN}(?P<whole>全省|我省|全国|我国)")
_SECTOR = re.compile(
    r"(?:服务|农|林|渔|牧|建筑|房地产|制造|采矿|采掘|批发|零售|住宿|餐饮|金融|物流|旅游|软件|养殖|种植|纺织|化工|钢铁|电力|交通运输|第[一二三]产)业"
)
_MEASURED = ("growth", "share", "money", "level", "completion")
"""Kinds whose figures are told of industries and parts; counts have names of their own."""


def contradicts(dataset: Dataset, fact: Fact, near: Near) -> bool:
    """Whether the words up to the number are about something that the fact is not about."""
    subject = near.subject
    if _other_place(dataset, fact, subject) or _other_count(dataset, fact, near.lead):
        return True
    if fact.indicator.kind not in _MEASURED or _is_named(fact, near.clause):
        return False
    return _other_sector(fact, subject) or _other_part(dataset, fact, subject)


_JUST_NEW = re.compile(r"(?:新增|净增)[^，。；、0-9]{0,16}$")
_TOTAL = re.compile(r"(?:总数|总量|累计|共有|合计)[^，。；、0-9]{0,6}$")


def _other_count(dataset: Dataset, fact: Fact, lead: str) -> bool:
    """Whether the words ask for what was added where the fact is the total, or the other way round."""
    key = fact.indicator.key
    has_added = any(_is_added(other) and key in _bare(other) for other in dataset.indicators.values())
    if has_added and _JUST_NEW.search(lead):
        return True
    return _is_added(fact.indicator) and bool(_TOTAL.search(lead))


def _is_added(indicator: Indicator) -> bool:
    return indicator.kind == "count" and indicator.name.zh.startswith("新增") and bool(indicator.of)


def _bare(indicator: Indicator) -> tuple[str, ...]:
    return tuple(key.partition("/")[0] for key in indicator.of)


def _is_named(fact: Fact, clause: str) -> bool:
    """Whether the clause names most of the fact's part."""
    if fact.dimension is None:
        return False
    own = grams(_part(fact.dimension.name.zh))
    return len(own & grams(clause)) * 2 >= len(own)


def _other_place(dataset: Dataset, fact: Fact, subject: str) -> bool:
    """Whether the words begin with a place that is not the fact's."""
    if match := _WHOLE.match(subject):
        return fact.place.home and match["whole"] not in _told(fact)
    start = re.match(_WHEN, subject)
    words = subject[start.end() :] if start else subject
    named = [place for place in dataset.places.values() if words.startswith(_short(place.name.zh))]
    if any(place.key != fact.place.key and not place.home and _short(place.name.zh) not in _told(fact) for place in named):
        return True
    city = _CITY.match(subject)
    if city is None or city[0].endswith(_HERE):
        return False
    return _short(fact.place.name.zh) != city["name"]


def _short(name: str) -> str:
    """``萍乡`` of ``萍乡市``."""
    return name[:-1] if len(name) > 2 and name[-1] in "省市县区" else name


def _other_sector(fact: Fact, subject: str) -> bool:
    """Whether an industry is named that the name of a fact of the whole does not have."""
    return fact.dimension is None and any(match[0] not in _told(fact) for match in _SECTOR.finditer(subject))


def _told(fact: Fact) -> str:
    indicator, dimension = fact.indicator, fact.dimension
    return f"{indicator.name.zh} {indicator.noun.zh} {dimension.name.zh if dimension else ''} {fact.coverage}"


def _other_part(dataset: Dataset, fact: Fact, subject: str) -> bool:
    """Whether a part that figures are broken down by is named, and not the fact's own."""
    own = _told(fact)
    parts = {_part(dimension.name.zh) for dimension in dataset.dimensions.values()}
    return any(len(part) >= _LEAST and part in subject and part not in own for part in parts)


_LEAST = 3
"""A shorter name is part of many words."""


def _part(name: str) -> str:
    return name.removesuffix("产业").removesuffix("项目")
