"""The words round a number, the nearer the heavier, and the time that they state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.review.likeness import grams
from reportgen.review.numerals import halfwidth
from reportgen.review.reading import Reading


@dataclass(frozen=True, slots=True)
class Around:
    """What a passage stands under and behind."""

    heading: str = ""
    before: str = ""
    """What is said before: the sentence that this paragraph goes on with, the caption and unit of a table, the title of a slide."""
    after: str = ""
    """The paragraph behind, where it goes on with the last sentence of this one."""
    own: str = ""
    """Words that belong to the number itself though they stand elsewhere: the heads of a cell's row and column, the series of a bar."""


_PIECE = "、，,。；;：:！!？?\n|"
_CLAUSE = "，,。；;！!？?\n|"
_SENTENCE = "。！!？?\n"
_VERB = re.compile(
    r"\s?(?:同比|环比|比|较|占|列|居|位居|排|不|未|均|都|已|可|应|高于|低于|快于|慢于|增长|下降|提高|提升|回升|回落|加快|放缓|增加到|增加|减少|上升|为|是|和|与|及|,|，)"
)
_LETTER = re.compile(r"\s?[㐀-鿿A-Za-z“‘《(]")
FARTHEST = 400
"""Words farther from a number than this many characters are not looked at."""
MOST_BACK = 60
"""Nor at more numbers before or behind it, so that the time for a long paragraph grows with its length only."""


@dataclass(frozen=True, slots=True)
class Near:
    """The words round one number."""

    weights: Mapping[str, float]
    """Of each pair of characters, how near it is: 1 beside the number."""
    own: frozenset[str]
    """Pairs of the words right beside it: ``国家级绿色工厂`` in ``5家国家级绿色工厂和…``."""
    lead: str
    """The clause up to the number."""
    subject: str
    """The same from the figure before, where words stand between the two."""
    clause: str
    """The whole clause with it."""
    sentence: str
    """The sentence up to the number."""


def near(text: str, readings: Sequence[Reading], index: int, around: Around) -> Near:
    """The words round the ``index``-th number of a passage."""
    reading = readings[index]
    clause = _start(text, reading.start, _CLAUSE)
    sentence = _start(text, reading.start, _SENTENCE)
    weights: dict[str, float] = {}
    for words, weight in _windows(text, readings, index, around):
        for gram in grams(words):
            weights[gram] = max(weights.get(gram, 0.0), weight)
    own = grams(_own(text, readings, index)) | (grams(around.own) if _is_alone(text, reading) else frozenset())
    return Near(
        weights,
        own,
        text[clause : reading.start],
        _subject(text, readings, index, clause),
        text[clause : _end(text, reading.end, _CLAUSE)],
        text[sentence : reading.start],
    )


def _subject(text: str, readings: Sequence[Reading], index: int, clause: int) -> str:
    words = text[max(clause, _last_figure(readings, index)) : readings[index].start]
    return words if len(_CHINESE.findall(words)) > 2 else text[clause : readings[index].start]


_CHINESE = re.compile(r"[㐀-鿿]")


def _windows(text: str, readings: Sequence[Reading], index: int, around: Around) -> Iterator[tuple[str, float]]:
    reading = readings[index]
    behind = _label_behind(text, reading)
    piece, clause = _start(text, reading.start, _PIECE), _start(text, reading.start, _CLAUSE)
    sentence, last = _start(text, reading.start, _SENTENCE), _last_figure(readings, index)
    yield around.own, 1.0
    yield text[max(piece, last) : reading.start], 0.8 if behind else 1.0
    yield text[max(clause, last) : reading.start], 0.7
    yield text[clause : reading.start], 0.55
    yield text[reading.end : _end_of_label(text, readings, index)], 1.0 if behind else 0.3
    yield text[reading.end : _end(text, reading.end, _CLAUSE)], 0.4
    yield text[sentence : reading.start], 0.45
    yield text[max(0, sentence - FARTHEST) : sentence], 0.25
    yield around.before[_start(around.before, len(around.before), _CLAUSE) :], 0.55 if not sentence else 0.2
    yield around.before[_start(around.before, len(around.before), _SENTENCE) :], 0.45 if not sentence else 0.2
    yield around.before[-FARTHEST:], 0.25
    yield _title(text, readings), 0.55
    yield text if "\n" in text and len(text) < _CARD else "", 0.6
    yield around.after[: _end(around.after, 0, _CLAUSE)], 0.7 if _end(text, reading.end, _CLAUSE) == len(text) else 0.0
    yield around.heading, 0.2


_JOINED = re.compile(r"[和与及、]")
_FILLER = re.compile(r"^的|(?:同比|比上年|较|比)[^，]*$|(?:增加到|达到|达|为|共有|共)$")


def _own(text: str, readings: Sequence[Reading], index: int) -> str:
    """The words right beside the number that name what it is, without dates and verbs."""
    reading = readings[index]
    if _label_behind(text, reading):
        return _FILLER.sub("", _JOINED.split(text[reading.end : _end_of_label(text, readings, index)])[0])
    start = max(
        _start(text, reading.start, _PIECE), max((one.end for one in readings[max(0, index - MOST_BACK) : index]), default=0)
    )
    return _FILLER.sub("", _JOINED.split(text[start : reading.start])[-1])


_CARD = 80
"""A short text of several lines says one thing: name, number and detail."""


def _title(text: str, readings: Sequence[Reading]) -> str:
    """The first sentence where it is short and without figures: ``规模以上工业企业数。2020年底609家…``."""
    end = _end(text, 0, _SENTENCE)
    first = next((reading.start for reading in readings[:MOST_BACK] if reading.is_figure), 0)
    return text[:end] if end < min(first, 60) else ""


def _label_behind(text: str, reading: Reading) -> bool:
    """Whether what is counted follows the number: ``5家国家级绿色工厂``."""
    return bool(_LETTER.match(text, reading.end)) and not _VERB.match(text, reading.end)


def _start(text: str, at: int, marks: str) -> int:
    """Where the stretch before ``at`` begins, behind one of the marks, or as far off as words are looked at."""
    farthest = max(0, at - FARTHEST)
    return max((text.rfind(mark, farthest, at) + 1 for mark in marks), default=0) or farthest


def _end(text: str, at: int, marks: str) -> int:
    ends = [found for mark in marks if (found := text.find(mark, at, at + FARTHEST)) >= 0]
    return min(ends, default=min(len(text), at + FARTHEST))


def _last_figure(readings: Sequence[Reading], index: int) -> int:
    return next((reading.end for reading in reversed(readings[max(0, index - MOST_BACK) : index]) if reading.is_figure), 0)


def _end_of_label(text: str, readings: Sequence[Reading], index: int) -> int:
    end = readings[index].end
    stop = next(
        (reading.start for reading in readings[index + 1 : index + MOST_BACK] if reading.is_figure and reading.start >= end),
        len(text),
    )
    return min(stop, _end(text, end, _PIECE))


# --- time ----------------------------------------------------------------------------------------------------------------

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_PLANS = {"十二五": (2011, 2015), "十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030)}
_COMPARED = re.compile(r"(?:较|比|与|从|由|相较|对比|than in|against|compared with|from)\s?$")
_LEADS = re.compile(
    r"(?:^|[。！？!?\n；;|])\s?(?:-\s)?(?:截至|截止|到|至|在|其中,?|As of |At the end of |By the end of |In |By )?\s?$"
)
_SINCE = re.compile(r"\s?(?:年?以来|since)")


@dataclass(frozen=True, slots=True)
class Stated:
    """The years that a text states for a number."""

    first: int
    last: int
    close: bool
    """Whether the text can mean no other: the years stand in the clause, or lead the sentence."""
    within: bool = True
    """Whether they stand in the passage itself, its row or column, and not only in its heading or before it."""


def stated(text: str, readings: Sequence[Reading], index: int, around: Around) -> Stated | None:
    """The time that the text states for a number: that of its clause or the head of its sentence, else the nearest before.

    A time that it is only compared with, or that stands in brackets closed before it, is not meant. Of a cell that says none it is
    that of its row or column.
    """
    if behind := _stated_behind(text, readings, index):
        return behind
    weak = None
    for date in reversed(readings[max(0, index - MOST_BACK) : index]):
        years = _years(date.text) if date.reason == "date" else None
        if years is None or _is_compared(text, date, readings[index]) or _in_brackets(text[date.end : readings[index].start]):
            continue
        if _is_close(text, date, readings[index]):
            return Stated(*years, True)
        weak = weak or Stated(*years, False)
    if weak is None and (own := _years(around.own)):
        return Stated(*own, _is_alone(text, readings[index]))
    years = _years(around.before) or _years(around.heading)
    return weak or (Stated(*years, False, False) if years else None)


def _is_alone(text: str, reading: Reading) -> bool:
    return len(text.strip()) - (reading.end - reading.start) <= _ALONE


_ALONE = 4
"""A cell with hardly more characters than its number has no other sense than its row and column."""


_IN = re.compile(r"\s?[A-Za-z “”\"'-]{0,40}?\b(?:in|by|at|of|for|to|until|during|throughout)\b[A-Za-z ]{0,24}")


def _stated_behind(text: str, readings: Sequence[Reading], index: int) -> Stated | None:
    """The time that English says behind its figure: ``up 2.8% in 2023``."""
    after = readings[index + 1] if index + 1 < len(readings) else None
    if after is None or after.reason != "date" or not _IN.fullmatch(text, readings[index].end, after.start):
        return None
    years = _years(after.text)
    return Stated(*years, True) if years else None


def _is_close(text: str, date: Reading, reading: Reading) -> bool:
    between = text[date.end : reading.start]
    if any(mark in between for mark in _SENTENCE + "；;"):
        return False
    if not any(mark in between for mark in "，,"):
        return True
    return bool(_LEADS.search(text, max(0, date.start - 14), date.start)) and not _SINCE.match(text, date.end - 2)


def _in_brackets(between: str) -> bool:
    """Whether a bracket is closed on the way that was open before."""
    depth = 0
    for character in between:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return True
    return False


def _is_compared(text: str, date: Reading, reading: Reading) -> bool:
    """``较2020年末新增331家``; not so the date of the figure itself: ``较2012年的9999.5元``."""
    if not _COMPARED.search(text, max(0, date.start - 14), date.start):
        return False
    return text[date.end : reading.start].strip() not in ("的", "")


_FROM = re.compile(r"(?:19|20)[0-9]{2}\s?年?(?:以来|起)|since (?:19|20)[0-9]{2}")
"""The beginning of a stretch of time says nothing of its end."""


def _years(text: str) -> tuple[int, int] | None:
    text = _FROM.sub("", text)
    for name, years in _PLANS.items():
        if name in text:
            return years
    found = [int(year) for year in _YEAR.findall(halfwidth(text))]
    return (min(found), max(found)) if found else None
