"""Chinese wording after the rules of official writing (GB/T 15835-2011 for numerals, the habits of statistical bulletins).

Arabic digits for measured values, percent at both ends of a range, 个百分点 for differences of rates, 一字线 in ranges of years.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

from reportgen.facts.model import Fact, Indicator, Language, Name, Place
from reportgen.facts.period import Period
from reportgen.facts.quantity import SCALES, Quantity, plain
from reportgen.narrative.wording.protocol import Phrase, Scale
from reportgen.narrative.wording.zh_tidy import tidy as tidy

CODE: Language = "zh"
COMMA = "，"
SEMICOLON = "；"
LISTED = "、"
STOP = "。"
NEXT_SUBJECT = COMMA
NAMED = "："
BRACKETS = "（{}）"
SENTENCE_JOINT = ""
LINE_JOINT = ""  # lines of Chinese join without a space
LAST_YEAR = "比上年"
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
    return _qualified(number, quantity.scale + quantity.unit, quantity, fact.printed)


def numeral(value: Decimal) -> str:
    """A numeral with the digits that its source prints (9.90 stays 9.90), without exponent and with a true minus sign."""
    return f"{value:f}".replace("-", "−")


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


def cell(fact: Fact, *, scale: Scale) -> str:
    """The figure for a table cell or chart label whose unit is said elsewhere: sign and qualifier kept, unit left out."""
    if _in_words(fact):
        return fact.printed
    quantity = _shown(fact)
    value = quantity.value if scale.word == quantity.scale else Decimal(plain(scale.of(quantity)))
    return _qualified(numeral(value), "", quantity, "")


def scale(fact: Fact) -> Scale:
    return Scale(fact.quantity.scale, SCALES[fact.quantity.scale])


def common_scale(facts: Iterable[Fact]) -> Scale:
    """That of the largest sum of money, but none where no source prints one (人均收入22862元)."""
    known = [fact for fact in facts if fact.quantity.unit == "元"]
    printed = [fact.quantity.scale for fact in known if not fact.derived]
    if printed and not any(printed):
        return Scale()
    largest = max((abs(fact.quantity.base) for fact in known), default=Decimal(0))
    return next((Scale(word, SCALES[word]) for word in ("亿", "万") if largest >= SCALES[word]), Scale())


def unit(scale: Scale, unit: str) -> str:
    return scale.word + unit


def with_unit(label: str, unit: str) -> str:
    """A label as a figure in a sentence: what qualifies it follows its unit.

    >>> with_unit("30以上", "%"), with_unit("约563.45（推算）", "亿元")
    ('30%以上', '约563.45亿元（推算）')
    """
    after = next((word for word in _AFTER_UNIT if label.endswith(word)), "")
    return f"{label.removesuffix(after)}{unit}{after}"


_AFTER_UNIT = ("以上", "以内", "以下", "左右", DERIVED_MARK)


def counted(text: str, one: str, many: str) -> str:
    """Chinese figures have their measure words."""
    return text


# --- time ----------------------------------------------------------------------------------------------------------------


def year(year: int) -> str:
    return f"{year}年"


def years(first: int, last: int) -> str:
    """A range of years with 一字线."""
    return f"{first}—{last}年"


def period_text(period: Period) -> str:
    """``2025年``, ``“十四五”时期``, ``2012—2021年``, ``2022年上半年``, ``2024年一季度``, ``2026年6月``, ``2023年1月28日``."""
    start = period.start
    match period.kind:
        case "year":
            return year(start.year)
        case "years":
            plan = PLAN_PERIODS.get(period.text)
            return f"{plan}时期" if plan else years(start.year, period.end.year)
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


def period_label(period: Period) -> str:
    return period_text(period)


def lead(period: Period) -> str:
    return period_text(period)


def part_of_year(period: Period) -> str:
    return period_text(period).partition("年")[2]


def at(moment: Period) -> str:
    return until(moment).removeprefix("截至")


def stretch(fact: Fact) -> str:
    """The time of a flow that is reported "so far": ``2022年至2026年6月``, or ``2023年以来`` where no more than the year is known.

    Any other figure has its plain period.
    """
    if fact.period is None or fact.as_of is None or fact.period.kind != "years":
        return period_text(fact.when)
    first = fact.period.start.year
    return since(first) if fact.as_of.is_year else f"{year(first)}至{at(fact.as_of)}"


def moment(fact: Fact) -> str:
    """The period of a flow, or the date of a state, for a table cell."""
    state = fact.period is None and fact.as_of is not None
    return until(fact.when) if state else period_text(fact.when)


def dated(fact: Fact) -> str:
    return moment(fact).removeprefix("截至")


def timed(fact: Fact, said: str) -> str:
    return dated(fact) + said


def since(year: int) -> str:
    return f"{year}年以来"


def proposed(moment: Period) -> str:
    return f"{period_text(moment)}提出"


def during(fact: Fact) -> str:
    return until(fact.when) if fact.period is None else stretch(fact)


def event(when: Period, what: str) -> str:
    return period_text(when) + what


def doing(who: str, what: str, more: bool = False) -> str:
    return f"{who}{what}{NAMED if more else ''}"


def of_time(time: str, name: str) -> str:
    return time + name


# --- phrases -------------------------------------------------------------------------------------------------------------


def growth(value: Decimal, against: str) -> Phrase:
    """增长, 下降 or 持平, with what it is measured against."""
    return Phrase(f"{against}{'增长' if value > 0 else '下降'}") if value else _level(against)


def difference(value: Decimal, against: str, of_rates: bool) -> Phrase:
    """Rates and shares rise; rates fall back and shares fall. A rate that was negative does not 加快, so none does."""
    return Phrase(against + ("提高" if value > 0 else "回落" if of_rates else "下降")) if value else _level(against)


def grew(value: Decimal, against: str) -> Phrase:
    return growth(value, against)


def _level(against: str) -> Phrase:
    return Phrase(f"{'与' + against.removeprefix('比') if against else ''}持平", alone=True)


def above(value: Decimal, reference: str) -> Phrase:
    return Phrase(f"{'高于' if value > 0 else '低于'}{reference}") if value else Phrase(f"与{reference}持平", alone=True)


def ranked(among: str) -> Phrase:
    return Phrase(f"列{among or '全省'}")


def share(whole: str) -> Phrase:
    return Phrase(f"占{whole}的比重为")


def completed() -> Phrase:
    return Phrase("完成")


def reaching(fact: Fact) -> Phrase:
    """A level or share reads better with a verb, unless its qualifier makes a bound of it."""
    return Phrase("达" if fact.quantity.qualifier in ("exact", "nearly") else "")


def stated(subject: str) -> str:
    return subject


# --- names ---------------------------------------------------------------------------------------------------------------


def named(name: Name) -> str:
    return name.zh


def whole(place: Place) -> str:
    """A province as a text from one of its cities names it: 江西省 is 全省."""
    return "全省" if place.name.zh.endswith("省") else place.name.zh


def all_of(indicator: Indicator) -> str:
    """The whole that the parts of an indicator belong to, as far as its noun tells it apart from what is measured."""
    noun = indicator.noun.zh
    if indicator.part and noun.endswith(indicator.part.noun.zh):
        return noun.removesuffix(indicator.part.noun.zh)
    return f"{noun}增速"


def common_start(names: Sequence[str]) -> str:
    """What all names begin with.

    >>> common_start(["某项目土石方工程", "某项目钢结构"]), common_start([])
    ('某项目', '')
    """
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    return "".join(letters[0] for letters in alike)


def subject(fact: Fact) -> str:
    return label(fact).removesuffix("增速").removesuffix("数量")


def aim(fact: Fact) -> str:
    return label(fact).removesuffix("目标")


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


def series_name(fact: Fact) -> str:
    return f"{fact.dimension.name.zh if fact.dimension else ''}{fact.indicator.short.zh}"


def _named(fact: Fact, name: str) -> str:
    dimension = fact.dimension.name.zh if fact.dimension else ""
    place = "" if fact.place.home else whole(fact.place)
    return f"{place}{'' if dimension and dimension in name else dimension}{name}"


# --- texts ---------------------------------------------------------------------------------------------------------------


def listed(names: Iterable[str]) -> str:
    return enumerated(names)


def opened(text: str) -> str:
    return text


def enumerated(names: Iterable[str]) -> str:
    """Names in a row; those in quotation or title marks take no 、 between them (GB/T 15834-2011, 4.5.3.5).

    >>> enumerated(["《甲》", "《乙》", "年鉴"]), enumerated(["“三请三回”", "“拿地即开工”"])
    ('《甲》《乙》、年鉴', '“三请三回”“拿地即开工”')
    """
    return LISTED.join(names).replace("》、《", "》《").replace("”、“", "”“")
