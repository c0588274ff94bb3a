"""Breaking a text into lines: Chinese between characters, Latin between words, numbers with their units never.

The rules for line ends follow GB/T 15834-2011, section 5.1: no line begins with a closing mark and none ends with an opening one.
Widths come from a function, so nothing here knows of fonts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile

Measure = Callable[[str], float]
"""The width of a text in the unit of the limit it is held against."""

CLOSING = "，。、；：？！）》」』】〕”’％%‰℃°…—～·,.;:?!)]}"
OPENING = "（《“‘「『【〔([{"
UNITS = "个百分点|百分点|万元|亿元|年度|年|月|日|家|个|项|位|万|亿|元|人|户|条|台|座|倍"
WORDS = (
    "规模以上|规上|工业|产业链|产业|制造业|服务业|增加值|增速|增长|下降|年均|同比|营业收入|利润|总额|投资|项目|完成|目标|计划|"
    "专精特新|高新技术|新动能|集群|园区|基站|全市|全省|全国|高于|低于|回升|百分点|资料来源|数据|其他|其中|电子|信息|通信|设备|装备|经济|技术|开发区|企业"
)
"""Words of the field that no line break tears; of others nothing is known."""
NUMBER = rf"第?[-+−]?\d[\d.,]*(?:[%％‰]|{UNITS})?"
PIECE = re.compile(
    rf"(?:“[^”]{{1,6}}”|[{re.escape(OPENING)}]*(?:{NUMBER}|{WORDS}|[A-Za-z0-9][A-Za-z0-9_.,'’/&+-]*|\s+|.))[{re.escape(CLOSING)}]*\s*",
    re.DOTALL,
)
PAUSE = "，；：。,;:"
MOST_LINES = 8
"""A text of more lines is no title or name; it is only filled, since balancing takes long."""
SPLIT_COST = 0.2
"""What a break in mid-phrase costs against one after a punctuation mark, in squared shares of a line."""


@lru_cache(maxsize=2048)
def pieces(text: str) -> tuple[str, ...]:
    """Return the parts of a text that no line break may split; together they are the text.

    >>> pieces("规上工业增加值增长7.7%，居全省第9位")
    ('规上', '工业', '增加值', '增长', '7.7%，', '居', '全省', '第9位')
    >>> pieces("at constant prices (same set)")
    ('at ', 'constant ', 'prices ', '(same ', 'set)')
    """
    return tuple(PIECE.findall(text))


def wrap(text: str, limit: float, measure: Measure) -> tuple[str, ...]:
    """Return the lines of a running text, each filled as far as it goes.

    >>> wrap("白底斜纹为推算数。", 5, len)
    ('白底斜纹为', '推算数。')
    """
    lines: list[str] = []
    line = ""
    for piece in _breakable(" ".join(text.split()), limit, measure):
        if line and measure((line + piece).rstrip()) > limit:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def balance(text: str, limit: float, measure: Measure) -> tuple[str, ...]:
    """Return the lines of a title or name: as few as :func:`wrap` needs, of like length, broken after punctuation if possible.

    >>> balance("电子信息产业链增加值", 9, len)
    ('电子信息', '产业链增加值')
    """
    lines = wrap(text, limit, measure)
    return lines if not 1 < len(lines) <= MOST_LINES else _balanced(" ".join(text.split()), len(lines), limit, measure)


def _breakable(text: str, limit: float, measure: Measure) -> tuple[str, ...]:
    """The pieces of a text, and the characters of a piece that is longer than a whole line."""
    return tuple(part for piece in pieces(text) for part in ((piece,) if measure(piece.rstrip()) <= limit else tuple(piece)))


def _balanced(text: str, count: int, limit: float, measure: Measure) -> tuple[str, ...]:
    parts = _breakable(text, limit, measure)
    row = _Row(parts, tuple(accumulate(map(measure, parts), initial=0.0)), tuple(measure(part.rstrip()) for part in parts), limit)
    # The cheapest way to set the parts from ``start`` on in ``rest`` lines: its cost, and where its lines end.
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(len(parts), 0): (0.0, ())}
    for rest in range(1, count + 1):
        for start in range(len(parts)):
            ways = [
                (best[stop, rest - 1][0] + row.cost(start, stop, row.ends[-1] / count), (stop, *best[stop, rest - 1][1]))
                for stop in row.stops(start)
                if (stop, rest - 1) in best
            ]
            if ways:
                best[start, rest] = min(ways)
    if (0, count) not in best:  # a single character is wider than the line
        return wrap(text, limit, measure)
    stops = (0, *best[0, count][1])
    return tuple("".join(parts[start:stop]).strip() for start, stop in pairwise(stops))


@dataclass(frozen=True, slots=True)
class _Row:
    """The parts of a text side by side."""

    parts: tuple[str, ...]
    ends: tuple[float, ...]
    """Where each part begins, and where the last one ends."""
    bare: tuple[float, ...]
    """Widths of the parts without a space at their end."""
    limit: float

    def width(self, start: int, stop: int) -> float:
        return self.ends[stop - 1] - self.ends[start] + self.bare[stop - 1]

    def stops(self, start: int) -> Iterator[int]:
        """Yield the ends of lines that begin with part ``start`` and are not too long."""
        return takewhile(lambda stop: self.width(start, stop) <= self.limit, range(start + 1, len(self.parts) + 1))

    def cost(self, start: int, stop: int, ideal: float) -> float:
        clean = stop == len(self.parts) or self.parts[stop - 1][-1] in PAUSE + " " or self.parts[stop][0] in OPENING
        return ((self.width(start, stop) - ideal) / self.limit) ** 2 + (0.0 if clean else SPLIT_COST)
