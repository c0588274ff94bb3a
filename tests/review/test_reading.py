"""Whatever is written is read back, nothing stops the reader, and the time it takes grows with the length of the text only."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import bundled
from reportgen.facts.load import load
from reportgen.facts.quantity import UNITS, Qualifier
from reportgen.review import plain_text
from reportgen.review.numerals import SCALES, chinese
from reportgen.review.reading import Reading, read
from reportgen.review.verdict import Audit

BOUNDS: dict[Qualifier, tuple[str, ...]] = {
    "exact": ("{n}{s}{u}",),
    "about": ("约{n}{s}{u}", "{n}{s}{u}左右"),
    "over": ("超{n}{s}{u}", "逾{n}{s}{u}", "{n}余{s}{u}", "{n}{s}多{u}", "超过{n}{s}{u}"),
    "nearly": ("近{n}{s}{u}", "接近{n}{s}{u}"),
    "at least": ("{n}{s}{u}以上", "至少{n}{s}{u}", "不低于{n}{s}{u}"),
    "under": ("{n}{s}{u}以下", "{n}{s}{u}以内", "不足{n}{s}{u}"),
}
FALLS = ("下降", "减少", "回落", "下降了", "降幅为")
LEADS = ("全市完成", "其中，", "（", "", "2025年达", "为")
TIMES = ("年", "个月", "天", "个工作日", "小时", "分钟")
ENGLISH = {"%": "percent", "个百分点": "percentage points", "元": "yuan", "吨": "tonnes", "天": "days"}
figures = st.decimals(min_value=0, max_value=10**9, places=2).map(abs) | st.integers(0, 10**7).map(Decimal)
ordinary = figures.filter(lambda value: not (value == value.to_integral_value() and 1900 <= value < 2100))


def only_figure(text: str) -> Reading:
    (figure,) = (reading for reading in read(text) if reading.is_figure)
    return figure


@given(
    value=ordinary,
    unit=st.sampled_from(sorted(set(UNITS) - {"位", "村", "次", "元/人"})),
    scale=st.sampled_from(["", "万", "亿"]),
    bound=st.sampled_from(sorted(BOUNDS)),
    wide=st.booleans(),
    data=st.data(),
)
def test_a_figure_in_any_style_is_read_as_what_was_written(
    value: Decimal, unit: str, scale: str, bound: Qualifier, wide: bool, data: st.DataObject
) -> None:
    style = data.draw(st.sampled_from([form for form in BOUNDS[bound] if not (form[0] == "近" and unit in TIMES)]))
    number = f"{value:,f}" if data.draw(st.booleans()) else f"{value:f}"
    if wide and "," not in number:
        number = "".join(chr(ord(digit) + 0xFEE0) for digit in number)
    figure = only_figure(data.draw(st.sampled_from(LEADS)) + style.format(n=number, s=scale, u=unit) + "。")
    assert (figure.value, figure.factor, figure.unit, figure.qualifier) == (value, SCALES.get(scale, 1), unit, bound)


@given(
    value=ordinary, word=st.sampled_from([*FALLS, *(f"{word}约" for word in FALLS[:3])]), unit=st.sampled_from(["%", "个百分点"])
)
def test_a_word_of_falling_makes_the_figure_negative(value: Decimal, word: str, unit: str) -> None:
    assert only_figure(f"2025年利润{word}{value}{unit}，").value == -value


@given(value=ordinary, unit=st.sampled_from(sorted(ENGLISH)), word=st.sampled_from(["thousand", "million", "billion", ""]))
def test_english_figures_are_read_with_their_scale(value: Decimal, unit: str, word: str) -> None:
    figure = only_figure(f"It came to {value}{' ' + word if word else ''} {ENGLISH[unit]} in all.")
    assert (figure.base, figure.unit) == (value * SCALES.get(word, Decimal(1)), unit)


@given(st.integers(1, 9999))
def test_numerals_in_words_are_read_back(value: int) -> None:
    assert chinese(in_words(value)) == value


def in_words(value: int) -> str:
    """A number below ten thousand as one says it."""
    digits, parts = "零一二三四五六七八九", []
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, step)
        if digit:
            parts.append(digits[digit] + name)
        elif parts and value and parts[-1] != "零":
            parts.append("零")
    return "".join(parts)


@given(st.text(max_size=200) | st.text(alphabet="0123456789,.年月日第图一十百万亿%％－-—（）()“” 近超约余下降a", max_size=120))
def test_no_text_stops_the_reader(text: str) -> None:
    readings = read(text, ("10210", "四大新动能"))
    assert all(reading.text == text[reading.start : reading.end] for reading in readings)
    assert all(0 <= reading.start < reading.end <= len(text) for reading in readings)


HARD = {
    "digits": "1",
    "groups": "1,111",
    "units": "1个",
    "words": "一二三",
    "years": "2021—",
    "letters": "a1",
    "quotes": "“1+",
    "falls": "下降",
    "spaces": " 1 ",
}


@pytest.mark.parametrize("piece", HARD.values(), ids=HARD.keys())
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    """Fifty thousand characters in some tenths of a second: a pattern that tries again and again would take minutes."""
    begun = time.process_time()
    read(piece * (50_000 // len(piece)))
    assert time.process_time() - begun < 10


def test_a_name_that_counts_is_read_as_a_count_that_may_be_a_name() -> None:
    (counted,) = read("培育“四大新动能”产业", ("四大新动能",))
    assert (counted.text, counted.value, counted.unit, counted.counts) == ("四大", 4, "大", True)


def test_the_time_to_audit_a_long_paragraph_grows_with_its_length() -> None:
    audit = Audit(load(bundled.dataset()))

    def seconds(times: int) -> float:
        document = plain_text.document(Path("text.txt"), "规上工业增加值增长7.7%，企业940家，" * times)
        begun = time.process_time()
        assert sum(1 for _ in audit.findings(document)) == 2 * times
        return time.process_time() - begun

    seconds(5)
    assert seconds(160) < 10 * seconds(40)
