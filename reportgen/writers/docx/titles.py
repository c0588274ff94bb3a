"""Long titles, broken where their meaning allows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations, pairwise

from reportgen.writers.measure import width

_PLACES = re.compile(
    r"(?<=[年市省县区局的、，：；”》）])(?![年市省县区局的和与及暨、，：；”》）])"
    r"|(?=[“《（和与及暨])|(?=关于|工作|发展|情况|运行|建设|完成|实施|推进|汇报|报告|总结|规划|简报|通报)|(?<= )"
)
"""Before and after words that open or close a phrase in the titles of reports."""
MOST = 3
"""Lines of a title that are broken on purpose; a longer one is left to the program."""


def broken(title: str, room: float) -> str:
    """Return the title with line feeds where it should break, for lines of ``room`` ems.

    The lines are as equal as the phrases allow. A title that fits one line, that has line feeds already, or that has no good
    places to break is returned as it is.

    >>> print(broken("2025年示例市工业经济运行和重点项目建设情况的报告", 20))
    2025年示例市工业经济运行
    和重点项目建设情况的报告
    """
    if "\n" in title or width(title) <= room:
        return title
    places = [match.start() for match in _PLACES.finditer(title) if 0 < match.start() < len(title)]
    for lines in range(2, MOST + 1):
        ways = [_cut(title, cuts) for cuts in combinations(places, lines - 1)]
        fitting = [way for way in ways if max(map(width, way)) <= room]
        if fitting:
            return "\n".join(min(fitting, key=_unevenness))
    return title


def _cut(title: str, cuts: tuple[int, ...]) -> list[str]:
    return [title[start:end].strip() for start, end in pairwise((0, *cuts, len(title)))]


def _unevenness(lines: Iterable[str]) -> float:
    widths = [width(line) for line in lines]
    return max(widths) - min(widths)
