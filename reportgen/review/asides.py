"""Numbers that are no figures: dates, names, ordinals, and the numbers of documents, telephones and models.

A table of kinds in the order in which they are looked for; where two touch, the one that begins first counts, and of these the longer.
Every pattern is bounded, so that a text is read in time that grows with its length only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.review.numerals import SCALES, choice
from reportgen.review.units import CANONICAL


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of text whose digits are no figure."""

    start: int
    end: int
    reason: str


_YEAR = r"(?<![0-9.,])(?:19|20)[0-9]{2}"
_TO = r"\s?(?:至|到|-|—|–|~|～|、|和|to|and)\s?"
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_UNIT = choice(CANONICAL)
_SCALE = choice(SCALES)
_CN = "[零〇一二两三四五六七八九十]"

_DATES = (
    rf"{_YEAR}\s?年?{_TO}(?:19|20)[0-9]{{2}}(?![0-9])\s?年?(?:度|间|末|底|初)?",
    rf"{_YEAR}\s?年(?:度)?(?:\s?[0-9]{{1,2}}\s?月(?:份)?(?:\s?[0-9]{{1,2}}\s?日)?)?(?:{_TO}(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}[月日])?"
    r"(?:(?:初|中|末|底|以来|间|上半年|下半年|(?:第)?[一二三四1-4]季度)(?:末|底)?)?",
    rf"[0-9]{{1,2}}\s?月份?\s?(?:[0-9]{{1,2}}\s?日)?(?:{_TO}(?:[0-9]{{1,2}}\s?月)?[0-9]{{1,2}}\s?[日月])?",
    r"(?<![0-9.])[0-9]{1,2}\s?日(?!均|产|处)",
    r"(?:前|第)?[一二三四1-4]季度(?:末)?",
    r"[上下]半年",
    rf"[一二]{_CN}{{3}}年",
    rf"(?:{_CN}{{1,3}}|正|腊)月(?:初|廿)?{_CN}{{1,3}}日?",
    r"[“\"]?十[一二三四五六]五[”\"]?",
    rf"{_CN}{{1,3}}(?:多|余)?年(?:来|间|以来)",
    r"[0-9]{1,3}年(?:来|间|以来)",
    r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])",
    r"(?<![0-9.])[0-9]{1,2}(?:时|点)(?:[0-9]{1,2}分|许|整|前|后)",
    r"[0-9]{1,2}世纪(?:[0-9]{2}年代)?|[0-9]{2}年代",
    r"(?<![0-9])(?:19|20)[0-9]{2}[-/][0-9]{1,2}(?:[-/][0-9]{1,2})?(?![0-9.])",
    r"(?<![0-9.])(?:19|20)[0-9]{2}\.[0-9]{1,2}\.[0-9]{1,2}(?![0-9.])",
    rf"(?:[0-9]{{1,2}}\s)?{_MONTHS}\.?\s(?:[0-9]{{1,2}}(?:,\s|\s))?(?:19|20)[0-9]{{2}}(?![0-9])",
    rf"(?:[0-9]{{1,2}}\s{_MONTHS}|{_MONTHS}\s[0-9]{{1,2}})(?![0-9A-Za-z])",
    r"(?<![A-Za-z])(?:FY\s?[0-9]{2,4}|[HQ][1-4](?:\s?(?:19|20)[0-9]{2})?)(?![0-9A-Za-z])",
    r"(?<![0-9])(?:19|20)[0-9]{2}\s?[HQ][1-4](?![0-9A-Za-z])",
    rf"{_YEAR}(?![0-9]|[.,][0-9]|\s?(?:{_UNIT}|{_SCALE}))",
)
_ORDINALS = (
    r"(?:附图|附表|附件|图片|图|表|专栏|式|案例|注释|脚注|尾注|续)\s?[0-9]{1,3}(?:[-.][0-9]{1,3})*(?![0-9])",
    r"\b(?:Figure|Fig\.|Table|Slide|Chapter|Section|Page|Note|Annex|Appendix|Part|Article|Paragraph|No\.|pp?\.)\s?[0-9]{1,4}"
    r"(?:[-.][0-9]{1,3})*",
    r"第\s?[0-9]{1,4}(?![0-9]|\s?(?:位|名))[章节条款页段届次批期号条讲集幅张]?",
    rf"第{_CN}{{1,4}}[章节条款页段届次批期号条讲集幅张阶轮产]",
    r"\[\^?[0-9]{1,3}\]",
    r"^\s{0,8}(?:#{1,6}\s)?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?:[、)]|\.(?![0-9]))",
    r"^\s{0,8}(?:#{1,6}\s)?\([0-9]{1,2}\)",
    r"^\s{0,4}[-—–]\s?[0-9]{1,4}\s?[-—–]\s{0,4}$",
    r"\((?:续\s?)?[0-9]{1,3}/[0-9]{1,3}\)",
    r"(?<!ranked )(?<!ranks )(?<!ranking )(?<!placed )\b[0-9]{1,4}(?:st|nd|rd|th)\b(?!\s(?:place|among|in the (?:province|country|city)))",
)
_NUMBERS = (
    r"[〔\[][0-9]{4}[〕\]]\s?(?:第)?[0-9]{1,5}号",
    r"(?<![0-9.])[0-9]{1,6}(?:-[0-9]{1,4})?号(?!召)",
    r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])",
    r"(?<![0-9])(?:\(?0[0-9]{2,3}\)?[-\s]?[0-9]{7,8}|[48]00-[0-9]{3,4}-?[0-9]{3,4})(?![0-9])",
    r"(?<![0-9])[0-9]{16,40}(?![0-9.])",
    r"(?:邮编|邮政编码|传真|电话|热线|邮箱)\s?[::]?\s?[0-9][0-9-]{2,20}",
    r"(?:https?://|www\.)[!-~]{1,300}|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}",
)
_MODELS = (
    r"[“\"‘][0-9]{1,8}(?:\+[0-9A-Za-z]{1,4})*[”\"’]",
    r"(?<![0-9A-Za-z.])[0-9]{1,3}(?:\+(?:[0-9]{1,3}|[A-Z]))+(?![0-9A-Za-z.%])",
    r"\b(?:ISO|GB/T|GB|IEC|IEEE|SJ/T|DB36/T)\s?[0-9]{2,6}(?:[-—.:][0-9]{1,5})*",
    r"(?<![A-Za-z])(?!RMB|CNY|USD|US\$|HK\$|EUR)[A-Za-z]{1,12}[-+]?[0-9][0-9A-Za-z.+-]{0,20}",
    rf"(?<![0-9.,])[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?(?!(?:{_UNIT}|{_SCALE}|pp|x|k|m|t|st|nd|rd|th)(?![A-Za-z]))[A-Za-z]{{1,6}}(?![a-z])",
)
_FORMULAS = (r"(?<=[+×÷=*/(])\s?[0-9]{1,4}(?=\s?[+×÷=*/])|(?<=[×÷*/])\s?10{1,4}(?![0-9.%])",)
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("date", _DATES),
    ("ordinal", _ORDINALS),
    ("number of a document, place or telephone", _NUMBERS),
    ("name of a model, standard or scheme", _MODELS),
    ("part of a formula", _FORMULAS),
)
_PATTERNS = tuple((reason, re.compile(pattern, re.M)) for reason, patterns in _KINDS for pattern in patterns)
_NUMERAL = re.compile(r"[0-9零〇一二两三四五六七八九十百千万亿]")


def asides(text: str, names: Sequence[str] = ()) -> tuple[Aside, ...]:
    """The stretches of a half-width text whose numbers are no figures, in order and apart from one another.

    >>> [(text[a.start : a.end], a.reason) for text in ["2025年达7.7%，见图1"] for a in asides(text)]
    [('2025年', 'date'), ('图1', 'ordinal')]
    """
    found = [Aside(*match.span(), reason) for reason, pattern in _PATTERNS for match in pattern.finditer(text)]
    found += _named(text, tuple(names))
    return tuple(_apart(sorted(found, key=lambda aside: (aside.start, -aside.end))))


def _named(text: str, names: tuple[str, ...]) -> Iterator[Aside]:
    pattern = _any_of(names)
    return (Aside(*match.span(), "proper name") for match in pattern.finditer(text)) if pattern else iter(())


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """The names that have a numeral in them; one that begins or ends in a digit is no part of a longer number."""
    held = [name for name in names if _NUMERAL.search(name)]
    return re.compile(rf"(?<![0-9.])(?:{choice(held)})(?![0-9])") if held else None


def _apart(found: Sequence[Aside]) -> Iterator[Aside]:
    end = -1
    for aside in found:
        if aside.start >= end:
            end = aside.end
            yield aside
