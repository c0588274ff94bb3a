"""The fixed words and numbers of a document in its language: labels, heading numbers, dates, the phrases of alternative texts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reportgen.document.model import Labels

ZH = Labels(
    contents="目录",
    continued="（续）",
    unit="单位：",
    source="资料来源：",
    note="注：",
    colon="：",
    comma="、",
    chart="图",
    closing="",  # a last slide that only says thanks says nothing
)
TABLE = "表"
AREAS = {
    "industry": "产业发展",
    "projects": "项目建设与招商",
    "enterprises": "企业培育与扶持",
    "digital": "数字化转型",
    "green": "绿色低碳",
    "services": "涉企服务",
    "reform": "改革与要素保障",
    "cooperation": "区域合作",
    "farming": "农业农村",
    "tourism": "文化旅游",
    "civic": "文明创建",
}
"""What groups of programmes are called, in the order of a report on industry."""
_DIGITS = "零一二三四五六七八九"


def enumerated(names: Iterable[str]) -> str:
    """Names in a row; those in quotation or title marks take no 、 between them (GB/T 15834-2011, 4.5.3.5).

    >>> enumerated(["《甲》", "《乙》", "年鉴"]), enumerated(["“三请三回”", "“拿地即开工”"])
    ('《甲》《乙》、年鉴', '“三请三回”“拿地即开工”')
    """
    return ZH.comma.join(names).replace("》、《", "》《").replace("”、“", "”“")


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals, as headings write it.

    >>> chinese(3), chinese(10), chinese(12), chinese(20), chinese(35)
    ('三', '十', '十二', '二十', '三十五')
    """
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def heading_number(level: int, number: int) -> str:
    """一、 （一） 1. — the levels of GB/T 9704-2012."""
    return {1: f"{chinese(number)}、", 2: f"（{chinese(number)}）"}.get(level, f"{number}.")


def date_text(day: date) -> str:
    """The date of a document: Arabic digits, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
