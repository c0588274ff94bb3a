"""Units as texts write them, in both languages, under the one name that the dataset has for each."""

from __future__ import annotations

from reportgen.facts.quantity import UNITS

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "%": ("%", "percent", "per cent"),
    "个百分点": ("个百分点", "百分点", "percentage points", "percentage point", "pp"),
    "元": ("元", "块钱", "yuan", "元人民币"),
    "元/人": ("元/人",),
    "倍": ("倍", "times", "-fold"),
    "台（套）": ("台(套)", "台套"),
    "个月": ("个月", "months", "month"),
    "个工作日": ("个工作日", "工作日", "working days", "working day"),
    "天": ("天", "days", "day"),
    "年": ("年", "years", "year"),
    "小时": ("小时", "个小时", "hours", "hour"),
    "分钟": ("分钟", "minutes", "minute"),
    "亩": ("亩", "mu"),
    "平方公里": ("平方公里", "平方千米", "km²", "square kilometres", "square kilometers"),
    "平方米": ("平方米", "㎡", "m²", "square metres", "square meters"),
    "公里": ("公里", "千米", "km", "kilometres", "kilometers"),
    "吨": ("吨", "tonnes", "tons"),
    "吨标准煤": ("吨标准煤", "吨标煤", "tce"),
    "千瓦时": ("千瓦时", "度电", "kWh"),
    "人": ("人", "位"),
    "层": ("层", "storeys", "floors"),
    "户": ("户", "households"),
    "次": ("次", "人次"),
}
_FOREIGN = (
    "美元", "欧元", "港元", "℃", "摄氏度", "公顷", "千瓦", "兆瓦", "公斤", "千克", "立方米", "标准立方米", "米", "升", "岁", "分", "秒",
    "周", "度", "届", "辆", "套", "栋", "幢", "艘", "头", "只", "株", "起", "场", "门", "部", "处", "篇", "期", "类", "支", "对", "款",
    "本", "份", "幅", "笔", "宗", "间", "床", "班", "例", "成果", "字", "页", "点", "股", "代", "代表", "单", "枚", "块", "片", "根", "段",
    "kW", "MW", "GW", "kg", "hectares", "℉",
)  # fmt: skip
"""Units that no fact can have, so that ``850℃`` is no bare number."""

CANONICAL: dict[str, str] = {
    **{unit: unit for unit in (*_FOREIGN, *UNITS)},
    **{spelling: unit for unit, spellings in _SPELLINGS.items() for spelling in spellings},
}
"""Each spelling with the unit that it means."""
TIMES = ("年", "个月", "月", "天", "日", "个工作日", "小时", "分钟", "周", "季度")
COUNTING = ("家", "个", "项", "条", "座", "件", "所", "种", "批", "村", "人", "名", "户", "台", "台（套）", "层", "大")
"""Measure words; 大 counts in names (``四大新动能``)."""
_LONGER = {"项": "目", "个": "别人体性", "家": "庭具族电乡", "条": "件例款", "名": "牌称录", "人": "均员才口民", "位": "于置一"}
NO_UNIT = "".join(f"(?<!{word}(?=[{behind}]))" for word, behind in _LONGER.items())
"""Where a measure word is the beginning of another word: 百亿项目, 个体, 条件."""
