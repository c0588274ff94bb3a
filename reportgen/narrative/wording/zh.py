"""Chinese wording after the rules of official writing (GB/T 15835-2011 for numerals, the habits of statistical bulletins).

Arabic digits for measured values, percent at both ends of a range, 个百分点 for differences of rates, 一字线 in ranges of years.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from reportgen.facts.model import Fact
from reportgen.facts.period import Period
from reportgen.facts.quantity import SCALES, Quantity, plain

CODE = "zh"
PLAN_PERIODS = {"2026-2030": "“十五五”", "2021-2025": "“十四五”", "2016-2020": "“十三五”", "2011-2015": "“十二五”"}
_HALVES = {1: "上半年", 7: "下半年"}
_QUARTERS = {1: "一季度", 4: "二季度", 7: "三季度", 10: "四季度"}
DERIVED_MARK = "（推算）"


# --- numbers -------------------------------------------------------------------------------------------------------------


def amount(fact: Fact, *, signed: bool = False) -> str:
    """The figure with qualifier, scale and unit, without its sign unless ``signed``: ``7000余万元``, ``第6位``, ``近50%``."""
    if _in_words(fact) or (fact.indicator.kind == "money" and _without_digits(fact.printed)):
        return fact.printed.removesuffix("了")
    quantity = _shown(fact)
    number = numeral(quantity.value if signed else abs(quantity.value))
    if fact.indicator.kind == "rank":
        return f"前{number}位" if quantity.qualifier == "under" else f"第{number}位"
    return _qualified(number, quantity.scale + unit_text(quantity.unit), quantity, fact.printed)


def numeral(value: Decimal) -> str:
    """A numeral with a true minus sign."""
    return plain_keeping(value).replace("-", "−")


def plain_keeping(value: Decimal) -> str:
    """The decimal with the digits that its source prints (9.90 stays 9.90), without exponent."""
    return f"{value:f}"


def _in_words(fact: Fact) -> bool:
    """Multiples and durations that the source gives in words (翻一番, 半年) are said in those words."""
    return fact.indicator.kind in ("multiple", "duration") and _without_digits(fact.printed)


def _without_digits(printed: str) -> bool:
    """Whether a source gives a figure in words; a sum such as 千亿元 is then an order of size, which digits would make exact."""
    return bool(printed) and not any(character.isdigit() for character in printed)


def _shown(fact: Fact) -> Quantity:
    """The quantity to show: as stored, or rounded and scaled for reading where it was computed."""
    if not fact.derived:
        return fact.quantity
    scale = next((name for name in ("亿", "万") if fact.quantity.unit == "元" and abs(fact.quantity.base) >= SCALES[name]), "")
    value = fact.quantity.in_scale(scale)
    digits = Decimal(1).scaleb(-(2 if scale else fact.indicator.precision))
    rounded = value.quantize(digits, ROUND_HALF_UP) if value != value.to_integral_value() else value
    return Quantity(Decimal(plain(rounded)), fact.quantity.unit, scale, fact.quantity.qualifier)


def unit_text(unit: str) -> str:
    return unit


def _qualified(number: str, unit: str, quantity: Quantity, printed: str) -> str:
    match quantity.qualifier:
        case "over":
            word = next((word for word in ("余", "多") if word in printed), "")
            return f"{number}{word}{unit}" if word else f"超{number}{unit}"
        case "at least":
            return f"{number}{unit}以上"
        case "nearly":
            return f"近{number}{unit}"
        case "under":
            return f"{number}{unit}{'以下' if '以下' in printed else '以内'}"
        case "about":
            return f"{number}{unit}左右" if "左右" in printed else f"约{number}{unit}"
    return f"{number}{unit}"


def cell(fact: Fact, *, scale: str = "") -> str:
    """The figure for a table cell or chart label whose unit is said elsewhere: sign and qualifier kept, unit left out."""
    if _in_words(fact):
        return fact.printed
    quantity = _shown(fact)
    value = quantity.value if scale == quantity.scale else quantity.in_scale(scale)
    number = numeral(value if scale == quantity.scale else Decimal(plain(value)))
    return _qualified(number, "", quantity, "")


def range_ends(low: str, high: str) -> str:
    """A range of values with 浪纹线; both ends carry their unit."""
    return f"{low}～{high}"


# --- time ----------------------------------------------------------------------------------------------------------------


def period_text(period: Period) -> str:
    """``2025年``, ``“十四五”时期``, ``2012—2021年``, ``2022年上半年``, ``2024年一季度``, ``2026年6月``, ``2023年1月28日``."""
    start = period.start
    match period.kind:
        case "year":
            return f"{start.year}年"
        case "years":
            plan = PLAN_PERIODS.get(period.text)
            return f"{plan}时期" if plan else f"{start.year}—{period.end.year}年"
        case "half":
            return f"{start.year}年{_HALVES[start.month]}"
        case "quarter":
            return f"{start.year}年{_QUARTERS[start.month]}"
        case "month":
            return f"{start.year}年{start.month}月"
    return f"{start.year}年{start.month}月{start.day}日"


def until(moment: Period) -> str:
    """The lead of a figure that is a state: ``截至2025年底``, ``截至2026年6月``; ``2024年`` where no more than the year is known."""
    if moment.is_year:
        return period_text(moment)
    if moment.kind == "day" and (moment.end.month, moment.end.day) == (12, 31):
        return f"截至{moment.year}年底"
    return f"截至{period_text(moment)}"


def stretch(fact: Fact) -> str:
    """The time of a flow that is reported "so far": ``2022年至2026年6月``, or ``2023年以来`` where no more than the year is known.

    Any other figure has its plain period.
    """
    if fact.period is None or fact.as_of is None or fact.period.kind != "years":
        return period_text(fact.when)
    first = f"{fact.period.start.year}年"
    return f"{first}以来" if fact.as_of.is_year else f"{first}至{until(fact.as_of).removeprefix('截至')}"


def moment(fact: Fact) -> str:
    """The period of a flow, or the date of a state, for a table cell."""
    state = fact.period is None and fact.as_of is not None
    return until(fact.when) if state else period_text(fact.when)


# --- verbs ---------------------------------------------------------------------------------------------------------------


def growth_verb(value: Decimal, against: str) -> str:
    """增长, 下降 or 持平, with what it is measured against."""
    if value == 0:
        return f"{'与' + against.removeprefix('比') if against else ''}持平"
    return f"{against}{'增长' if value > 0 else '下降'}"


def difference_verb(value: Decimal, of_rates: bool) -> str:
    """Growth rates quicken or slow down, shares rise or fall."""
    if value == 0:
        return "持平"
    up, down = ("加快", "回落") if of_rates else ("提高", "下降")
    return up if value > 0 else down


def above_verb(value: Decimal, reference: str) -> str:
    if value == 0:
        return f"与{reference}持平"
    return f"{'高于' if value > 0 else '低于'}{reference}"


def whole(place: str) -> str:
    """A province as a text from one of its cities names it.

    >>> whole("江西省"), whole("全国")
    ('全省', '全国')
    """
    return "全省" if place.endswith("省") else place


def label(fact: Fact) -> str:
    """What the figure is of, to be set before it: dimension, if any, and the indicator's noun."""
    return _named(fact, fact.indicator.noun.zh)


_BASIS = {"constant-prices": "按可比价格计算", "current-prices": "按当年价格计算", "same-enterprises": "按同口径企业计算"}


def definition(fact: Fact, others: Iterable[Fact] = ()) -> str:
    """Definition, coverage, basis and computation of a figure as one note; empty where nothing is known.

    ``others`` are the same figure from other sources; where they describe its coverage otherwise, the note says so. Of a part with
    a coverage of its own only that is said: what the indicator means is said of the whole.
    """
    whole = not (fact.dimension and fact.coverage)
    meaning = fact.indicator.definition.zh.rstrip("。") if whole else ""
    basis = _BASIS.get(fact.basis or fact.indicator.basis, "") if whole else ""
    coverages = dict.fromkeys(other.coverage for other in others if other.coverage not in ("", fact.coverage))
    known = [
        meaning,
        f"口径为{fact.coverage}" if fact.coverage else "",
        *(f"同一数值另有资料所列口径为{coverage}" for coverage in coverages),
        "" if basis in meaning else basis,
        f"推算值，{fact.note.rstrip('。')}" if fact.derived and fact.note else "",
    ]
    parts = [part for part in known if part]
    return "；".join(parts) + "。" if parts else ""


def row_name(fact: Fact) -> str:
    """The name of the series as a table row says it."""
    return _named(fact, fact.indicator.name.zh)


def short_name(fact: Fact) -> str:
    """The same where there is little room: ``规上工业增加值增速``."""
    return _named(fact, fact.indicator.short.zh)


def _named(fact: Fact, name: str) -> str:
    dimension = fact.dimension.name.zh if fact.dimension else ""
    place = "" if fact.place.home else whole(fact.place.name.zh)
    return f"{place}{'' if dimension and dimension in name else dimension}{name}"
