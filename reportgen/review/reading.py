"""Text to readings: every number with its value, unit, scale, bound and sign, or the reason why it is no figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.facts.quantity import UNITS, Qualifier
from reportgen.review.asides import Aside, asides
from reportgen.review.numerals import ARABIC, CHINESE, SCALES, arabic, chinese, choice, halfwidth
from reportgen.review.qualifiers import BEHIND, bound_before, bound_behind, falls
from reportgen.review.units import CANONICAL, COUNTING, NO_UNIT, TIMES


@dataclass(frozen=True, slots=True)
class Reading:
    """One number of a text."""

    start: int
    """Offset of its first character, which may be that of a bound: ``近五成``."""
    end: int
    text: str
    value: Decimal = Decimal(0)
    """In ``factor`` times ``unit``, negative where a sign or a word says so, with the digits that are shown."""
    unit: str = ""
    """As the dataset calls it; empty where the text says none."""
    factor: Decimal = Decimal(1)
    """Of 万, 亿, million and the like."""
    qualifier: Qualifier = "exact"
    signed: bool = False
    """Whether a minus or a word of falling makes it negative."""
    in_words: bool = False
    """Whether the numeral is written in Chinese words."""
    reason: str = ""
    """Why it is no figure; empty where it is one."""
    counts: bool = False
    """Whether it is a proper name that counts something as well: ``四大新动能``."""
    number: tuple[int, int] = (0, 0)
    """Where its bare numeral stands."""

    @property
    def is_figure(self) -> bool:
        return not self.reason

    @property
    def base(self) -> Decimal:
        """The value in the bare unit."""
        return self.value * self.factor

    @property
    def step(self) -> Decimal:
        """What one more in the last digit shown would add to ``base``."""
        exponent = self.value.as_tuple().exponent
        assert isinstance(exponent, int)
        return self.factor * Decimal(1).scaleb(exponent)

    @property
    def is_passing(self) -> bool:
        """Whether it may be a turn of speech: a small number in words with a measure word (``两个支撑``, ``十年磨一剑``)."""
        return self.in_words and self.unit in (*COUNTING, *TIMES) and 1 <= abs(self.base) <= 10


_UNIT = rf"(?:{choice(CANONICAL)}){NO_UNIT}"
_SCALE = rf"(?!千[瓦克米])(?:{choice(SCALES)})(?!分(?!钟))(?![a-z])"
_TAIL = re.compile(
    rf"\s?(?P<amid>[余多])?\s?(?P<scale>{_SCALE})?(?P<late>[余多])?(?:来)?\s?(?P<unit>{_UNIT})?(?P<behind>\s?(?:{BEHIND}))?", re.I
)
_CURRENCY = re.compile(r"(?:RMB|CNY|¥|￥|US\$|USD|HK\$|\$|€)\s?$")
_YUAN = ("RMB", "CNY", "¥", "￥")
_NUMBER = re.compile(ARABIC)
_PART = re.compile(rf"百分之(?P<part>{CHINESE})")
_WORDS = re.compile(
    rf"(?:百分之(?P<part>{CHINESE})"
    rf"|(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?(?![为立员果功本长熟就品分都套])"
    rf"|翻(?:了)?(?P<doubled>[一两二三])番|(?P<mid>一半)(?!以上的人)|(?P<halfyear>半年)(?!度|报)|(?P<sole>唯一)"
    rf"|(?P<best>[十百千])强|第(?P<rank>{CHINESE})(?:位|名|(?![一-鿿]))|前(?P<front>{CHINESE})(?:位|名|强)|(?P<plain>{CHINESE}))"
)
_RANKED = re.compile(r"(?:列|居|排名?|排位|位次|名列|位列)[^，。；;、]{0,24}$")
_RANK = re.compile(r"(?P<lead>第|前|No\.\s?)\s?(?P<number>[0-9]{1,4})\s?(?:位|名|强)")
_ENGLISH_RANK = re.compile(r"\b(?P<number>[0-9]{1,3})(?:st|nd|rd|th)\b")
_RANGE = re.compile(r"\s?(?:至|到|—|–|-|~|～)\s?")


def read(text: str, names: Sequence[str] = ()) -> tuple[Reading, ...]:
    """Every number of ``text`` in order; ``names`` are proper names whose digits are no figures.

    >>> [(r.text, str(r.value), r.unit, r.qualifier) for r in read("增长近五成，列第六位，能耗下降20.02%")]
    [('近五成', '50', '%', 'nearly'), ('第六位', '6', '位', 'exact'), ('20.02%', '-20.02', '%', 'exact')]
    """
    shown = halfwidth(text)
    found = asides(shown, tuple(halfwidth(name) for name in names))
    readings = sorted(_all(shown, found), key=lambda reading: reading.start)
    return tuple(replace(reading, text=text[reading.start : reading.end]) for reading in _ranged(shown, readings))


def _all(text: str, found: Sequence[Aside]) -> Iterator[Reading]:
    for aside in found:
        if any(character.isdigit() for character in text[aside.start : aside.end]) or aside.reason != "proper name":
            yield Reading(aside.start, aside.end, "", reason=aside.reason, number=(aside.start, aside.end))
        if aside.reason == "proper name":
            yield from _counted_names(text, aside)
    taken = bytearray(len(text) + 1)
    for aside in found:
        taken[aside.start : aside.end] = b"\1" * (aside.end - aside.start)
    yield from _figures(text, taken)


def _counted_names(text: str, aside: Aside) -> Iterator[Reading]:
    """A name that begins by counting its things."""
    match = re.compile(rf"[“\"]?(?P<number>{CHINESE}|[0-9]{{1,2}})(?P<unit>大|个|项|条)").match(text, aside.start, aside.end)
    if match and (value := _value(match["number"])) is not None:
        span = match.span("number")
        yield Reading(span[0], match.end(), "", value, match["unit"], in_words=True, counts=True, number=span)


def _value(numeral: str) -> Decimal | None:
    return arabic(numeral) if numeral[0].isascii() else chinese(numeral)


def _figures(text: str, taken: bytearray) -> Iterator[Reading]:
    """All kinds of figures outside what is taken; each takes its own stretch."""
    for pattern, reader in _READERS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            if reading := reader(text, match):
                start, end = min(reading.number[0], match.start()), max(reading.end, match.end())
                taken[start:end] = b"\1" * (end - start)
                yield reading


def _ranked(text: str, match: re.Match[str]) -> Reading:
    """``第6位``, ``前10位``: a rank, or a bound of one."""
    bound: Qualifier = "under" if match["lead"] == "前" else "exact"
    return Reading(match.start(), match.end(), "", Decimal(match["number"]), "位", qualifier=bound, number=match.span("number"))


def _ranked_in_english(text: str, match: re.Match[str]) -> Reading:
    return Reading(match.start(), match.end(), "", Decimal(match["number"]), "位", number=match.span("number"))


def _in_digits(text: str, match: re.Match[str]) -> Reading:
    return _with_tail(text, match.start(), match.end(), arabic(match[0]), in_words=False)


def _in_words(text: str, match: re.Match[str]) -> Reading | None:
    """A numeral in words is a figure where a unit, 成, 番 or the like says that something is measured or counted."""
    kind = match.lastgroup if match.lastgroup != "half" else "tenths"
    if kind == "plain":
        return _plain_words(text, match)
    if kind == "rank":
        return _rank_in_words(text, match)
    if kind == "part":
        value = chinese(match["part"])
        return None if value is None else _bounded(text, match, value, "%")
    value_of, unit = _IDIOMS[kind or ""]
    return _bounded(text, match, value_of(match), unit)


def _tenths(match: re.Match[str]) -> Decimal:
    return _known(match["tenths"]) * 10 + (5 if match["half"] else 0)


def _known(numeral: str) -> Decimal:
    """The value of a numeral that a pattern has already found to be one."""
    return chinese(numeral) or Decimal(0)


_IDIOMS: dict[str, tuple[Callable[[re.Match[str]], Decimal], str]] = {
    "tenths": (_tenths, "%"),
    "doubled": (lambda match: Decimal(2) ** int(_known(match["doubled"])), "倍"),
    "mid": (lambda match: Decimal(50), "%"),
    "halfyear": (lambda match: Decimal("0.5"), "年"),
    "sole": (lambda match: Decimal(1), "个"),
    "best": (lambda match: _known(match["best"]), "位"),
    "front": (lambda match: _known(match["front"]), "位"),
}
_TOP = ("best", "front")


def _bounded(text: str, match: re.Match[str], value: Decimal, unit: str) -> Reading:
    """A figure whose unit is part of its words."""
    tail = re.compile(rf"\s?(?:{BEHIND})").match(text, match.end())
    end = tail.end() if tail else match.end()
    qualifier, start = bound_before(text, match.start(), unit)
    if tail:
        qualifier = bound_behind(tail[0].strip().lower())
    if match.lastgroup in _TOP:
        qualifier = "under"
    return _signed(text, Reading(start, end, "", value, unit, qualifier=qualifier, in_words=True, number=match.span()))


def _rank_in_words(text: str, match: re.Match[str]) -> Reading | None:
    """``第六位`` is a rank; ``第一`` only where something is ranked."""
    value = chinese(match["rank"])
    if value is None or (match[0][-1] not in "位名" and not _RANKED.search(text, max(0, match.start() - 30), match.start())):
        return None
    return Reading(match.start(), match.end(), "", value, "位", in_words=True, number=match.span("rank"))


def _plain_words(text: str, match: re.Match[str]) -> Reading | None:
    value = chinese(match[0])
    reading = None if value is None else _with_tail(text, match.start(), match.end(), value, in_words=True)
    if reading is None or reading.unit not in UNITS or match[0][0] in "零〇":
        return None
    if match[0] in ("一", "千", "百") and reading.factor == 1:
        return None  # 一个, 千家: an article or many, and no count
    return reading


def _with_tail(text: str, start: int, end: int, value: Decimal, *, in_words: bool) -> Reading:
    """A numeral with what stands round it: bound, sign, currency, scale and unit."""
    tail = _TAIL.match(text, end)
    assert tail is not None  # all of it is optional
    unit, factor = (
        CANONICAL.get((tail["unit"] or "").lower(), tail["unit"] or ""),
        SCALES.get((tail["scale"] or "").lower(), Decimal(1)),
    )
    lead, currency = _currency(text, start)
    unit = unit or currency
    qualifier, first = bound_before(text, lead, unit)
    for word in (tail["amid"], tail["late"], tail["behind"]):
        if word:
            qualifier = bound_behind(word.strip().lower())
    close = tail.end() if tail[0].strip() else end
    return _signed(text, Reading(first, close, "", value, unit, factor, qualifier, in_words=in_words, number=(start, end)))


def _currency(text: str, start: int) -> tuple[int, str]:
    match = _CURRENCY.search(text, max(0, start - 6), start)
    if not match:
        return start, ""
    return match.start(), "元" if match[0].strip() in _YUAN else "美元"


_MINUS = re.compile(r"(?<![0-9A-Za-z%)])-\s?$")


def _signed(text: str, reading: Reading) -> Reading:
    """The reading with its sign and the minus as part of it."""
    minus = _MINUS.search(text, max(0, reading.start - 3), reading.start)
    start = minus.start() if minus else reading.start
    if not minus and not falls(text, reading.start, reading.end, reading.unit in ("%", "个百分点")):
        return reading
    return replace(reading, start=start, value=-reading.value, signed=True)


_READERS = ((_RANK, _ranked), (_ENGLISH_RANK, _ranked_in_english), (_NUMBER, _in_digits), (_WORDS, _in_words))


def _ranged(text: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, where the first of a range has the unit and scale of the second: ``5—7家``."""
    for reading, after in zip(readings, (*readings[1:], None), strict=False):
        is_range = after and after.is_figure and reading.is_figure and _RANGE.fullmatch(text, reading.end, after.number[0])
        if is_range and after and not reading.unit:
            yield replace(reading, unit=after.unit, factor=after.factor if reading.factor == 1 else reading.factor)
        else:
            yield reading
