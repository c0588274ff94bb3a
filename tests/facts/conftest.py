"""A tiny valid dataset in a folder, which tests then spoil in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen.errors import DataError
from reportgen.facts.dataset import Dataset
from reportgen.facts.load import load

INDICATORS = """\
places:
  city: {zh: 本市, en: the city, home: true}
  province: {zh: 全省, en: the province}
dimensions:
  chains: {zh: 重点产业链, en: key chains}
indicators:
  growth: {zh: 工业增加值增速, noun: 工业增加值, part: {zh: 增加值增速, noun: 增加值}, kind: growth, unit: "%"}
  gap: {zh: 与全省之差, kind: difference, unit: 个百分点, compares: [growth, growth@province]}
  firms: {zh: 企业数, kind: count, unit: 家}
  time: {zh: 用时, kind: duration, unit: 天}
  plan: {zh: 营业收入目标, kind: target, unit: 元}
"""
HEADER = (
    "indicator,place,dimension,period,as_of,value,scale,unit,qualifier,printed,status,basis,coverage,source,paragraph,also,"
    "parents,formula,note"
)
FACTS = f"""\
{HEADER}
growth,city,,2025,,7.7,,%,exact,7.7%,reported,,,001,8,,,,
growth,city,chains,2025,,10.8,,%,exact,10.8%,reported,,,001,14,,,,
gap,city,,2025,,0.2,,个百分点,exact,0.2个百分点,reported,,,001,8,,,,
firms,city,,,2025-12-31,940,,家,exact,940家,reported,,,001,8,9;10,,,
time,city,,,2024,0.5,,年,exact,半年,reported,,,000,3,,,,
plan,city,,2025,,1000,亿,元,at least,1000亿元以上,target,,,000,4,,,,
growth,province,,2025,,,,%,exact,,derived,,,,,,growth:2025#001;gap:2025#001,a - b,两者之差
"""
SOURCES = """\
"000": {title: 前一篇, short: 《前一篇》, published: 2024Q1}
"001": {title: 后一篇, short: 《后一篇》, published: 2026-06}
"""
PROGRAMMES = """\
- id: drive
  zh: 行动计划
  kind: plan
  area: industry
  what: 全市工业的行动计划
  targets: [plan:2025#000]
  progress:
    2025: [growth:2025#001]
  sources: [{article: "001", paragraph: 8}]
- id: chief
  zh: 链长制
  kind: mechanism
  area: industry
  what: 由链长推进
  parent: drive
  sources: [{article: "001", paragraph: 14}]
"""
PROJECTS = """\
id,name,en,firm,place,industry,investment,durations,milestones,programmes,sources,note
park,产业园,park,甲公司,city,chains,plan:2025#000,time:2024#000,2023-01-28 试产|2024 投产,drive;chief,000:3;001:8,
"""
NAMES = """\
names:
  - {name: "10210", why: 方案的简称}
exceptions:
  - {article: "000", paragraph: 9, text: 图1, why: 图片编号}
"""
FILES = {
    "facts.csv": FACTS,
    "indicators.yaml": INDICATORS,
    "sources.yaml": SOURCES,
    "programmes.yaml": PROGRAMMES,
    "projects.csv": PROJECTS,
    "names.yaml": NAMES,
}


@dataclass(frozen=True)
class Folder:
    """The dataset folder of a test."""

    path: Path

    def replace(self, name: str, old: str, new: str) -> None:
        """Spoil one file in one place."""
        text = (self.path / name).read_text("utf-8")
        assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {name}"
        (self.path / name).write_text(text.replace(old, new), "utf-8")

    def add(self, name: str, lines: str) -> None:
        with (self.path / name).open("a", encoding="utf-8") as file:
            file.write(lines)

    def load(self) -> Dataset:
        return load(self.path)

    def fault(self) -> str:
        """The whole text of the fault that loading raises."""
        with pytest.raises(DataError) as caught:
            self.load()
        return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return Folder(tmp_path)
