"""Reading figures as newspapers print them, without any of the package's code: a second opinion on every value of the dataset.

``7000余万元`` is a number (7000), a scale (万), a unit (元) and a word that bounds it (余).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

IDIOMS = {
    "翻了一番": ("2", "", "倍", "exact"),
    "半年": ("0.5", "", "年", "exact"),
    "近五成": ("50", "", "%", "nearly"),
    "三成以上": ("30", "", "%", "at least"),
    "千亿元": ("1000", "亿", "元", "exact"),
    "千亿元以上": ("1000", "亿", "元", "at least"),
    "唯一": ("1", "", "", "exact"),
    "十强": ("10", "", "位", "under"),
}
BEFORE = {"近": "nearly", "超": "over", "约": "about", "第": "exact"}
AMID = {"余": "over", "多": "over"}
BEHIND = {"以上": "at least", "以下": "under", "以内": "under", "左右": "about"}
CHINESE = {numeral: str(value) for value, numeral in enumerate("零一二三四五六七八九十")} | {"两": "2"}
FIGURE = re.compile(
    r"(?P<before>近|超|约|第)?(?P<number>\d+(?:\.\d+)?|[零一二两三四五六七八九十])(?P<amid>余|多)?"
    r"(?P<scale>万|亿)?(?P<unit>.*?)(?P<behind>以上|以下|以内|左右)?"
)


@dataclass(frozen=True)
class Printed:
    number: str
    """With just the digits that are printed."""
    scale: str
    unit: str
    """Empty where the figure has none (``第一``) or only 大 (``四大``)."""
    qualifier: str

    @property
    def value(self) -> Decimal:
        return Decimal(self.number)


def read(text: str) -> Printed:
    if text in IDIOMS:
        return Printed(*IDIOMS[text])
    match = FIGURE.fullmatch(text)
    assert match, f"'{text}' is not read as a figure"
    words = (BEFORE.get(match["before"] or ""), AMID.get(match["amid"] or ""), BEHIND.get(match["behind"] or ""))
    bounds = [word for word in words if word and word != "exact"]
    assert len(bounds) < 2, f"'{text}' is bounded twice"
    number = CHINESE.get(match["number"], match["number"])
    return Printed(number, match["scale"] or "", unit(match["unit"], match["before"]), bounds[0] if bounds else "exact")


def unit(text: str, before: str | None) -> str:
    if before == "第" and not text:
        return "位"
    return "" if text == "大" else text.replace("(", "（").replace(")", "）")
