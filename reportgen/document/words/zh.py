"""The fixed words of Chinese documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reportgen.document.model import Labels, PointState
from reportgen.facts.model import Area, Status

LABELS = Labels(
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
AREAS: dict[Area, str] = {
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
REFERENCE = ("（见", "）")

# --- titles of columns ---------------------------------------------------------------------------------------------------

INDICATORS = ("指标", "单位")
NO_UNIT = ""
FACTS = ("指标", "数值", "时间")
HISTORY = ("指标", "时间", "数值", "口径")
DERIVED = ("推算数据", "数值", "由何算出")
DEFINITIONS = ("指标", "含义与口径")
SOURCES = ("资料", "署名", "时间", "引用数据")
PROGRESS = ("重点工作", "进展", "时间")
TARGETS = ("目标", "依据", "时间", "目标值", "最近公布", "对照")
PROGRAMMES = ("工作部署", "目标与安排", "{}进展")
PROJECTS = ("项目", "地点", "投资与用时", "进展")
EVIDENCE = ("序号", "报告语句", "数据", "含义、时间与口径", "出处或算式", "性质")

# --- what the evidence pack says -----------------------------------------------------------------------------------------

EVIDENCE_TITLE = "{}数据核对表"
EVIDENCE_MORE = ("章节", "数据编号")
EVIDENCE_HEADING = "数据与出处"
EVIDENCE_CAPTION = "报告数据核对（共{}处）"
EVIDENCE_STOP = "。"
EVIDENCE_NOTE = "段落号按资料的非空行计数，“原文”为资料所印数字"
STATUSES: Mapping[Status, str] = {
    "reported": "公布",
    "preliminary": "初步",
    "revised": "修订",
    "target": "目标",
    "derived": "推算",
}
SAME = "同上"
COMPUTED = "算式：{}"
SIGNATURES = ("填报人：", "核对人：", "审核人：", "日　期：")


def paragraph(numbers: str) -> str:
    return f"第{numbers.replace(', ', '、')}段" if numbers else ""


def printed(text: str) -> str:
    return f"，原文“{text}”" if text else ""


def operand(letter: str, name: str, figure: str, place: str) -> str:
    return f"{letter}＝{name}：{figure}（{place}）"


# --- what tables and charts say ------------------------------------------------------------------------------------------

SIGNS: Mapping[str, str] = {"-": "−", "+": "＋", "*": "×", "/": "÷", "(": "（", ")": "）"}
STARRED = "带*的为推算值，由公布数据计算得出"
UNKNOWN = "未见公布"
UNKNOWN_OF_YEAR = "未见公布当年数据"
NOT_DUE = "未到期"
PLANS_IN_WORDS = "“目标与安排”栏没有数据的，所列为主要内容"
UNKNOWN_MEANS = "“未见公布”指所据资料没有当年数据"
AND_OTHERS = "等"
OUTCOME_UNPUBLISHED = "完成情况未见公布"
NOT_YET_DUE = "尚未到期"
WHOLE_PLAN = "年度计划＝100%"
REACHED = "完成"
AIM = "目标"
BEGINNING = "起"
END = "止"
NO_DATA = "无数据"
OF_WHICH = "，其中"
BROKEN = "（前后口径不同）"
STATES: dict[PointState, str] = {"derived": "（推算）", "target": "（目标）", "preliminary": "（初步）"}


def reached_at(date: str) -> str:
    return f"{date}完成"


def aim(name: str, aim: str) -> str:
    return name + aim


def total(amount: str) -> str:
    return f"合计{amount}"


def dated(date: str, group: str) -> str:
    return f"{date}，{group}"


def of_date(date: str, whole: str) -> str:
    return date + whole


def verdict(met: bool, of_years: bool) -> str:
    return ("当年" if of_years else "") + ("达到目标" if met else "低于目标")


def without_data(years: str) -> str:
    return f"所据资料没有{years}数据"


def covers(time: str, coverage: str) -> str:
    return f"{time}为{coverage or '全部口径'}"


def coverage_changes(name: str, parts: str) -> str:
    return f"{name}前后口径不同：{parts}"


def figures_at(name: str, time: str, flow: bool) -> str:
    return f"{name}数据{'为' if flow else ''}{time}"


def ranked_in(group: str) -> str:
    return f"未注明范围的为在{group}中的位次"


def due(names: str, time: str) -> str:
    return f"{names}的期限为{time}"


def cited(count: int) -> str:
    return f"{count}项"


# --- numbers and dates ---------------------------------------------------------------------------------------------------

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals, as headings write it.

    >>> chinese(3), chinese(10), chinese(12), chinese(20), chinese(35)
    ('三', '十', '十二', '二十', '三十五')
    """
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def table_label(number: int) -> str:
    return f"表{number}"


def chart_label(number: int) -> str:
    return f"图{number}"


def heading_number(level: int, number: int) -> str:
    """一、 （一） 1. — the levels of GB/T 9704-2012."""
    return {1: f"{chinese(number)}、", 2: f"（{chinese(number)}）"}.get(level, f"{number}.")


def date_text(day: date) -> str:
    """The date of a document: Arabic digits, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
