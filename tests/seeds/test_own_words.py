"""Facts carry over from the articles, sentences do not: no long run of characters of an article stands in the project or its reports.

The articles are not part of the project, so that these tests are skipped where they are not at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from produced import document

from reportgen.document.context import plain
from reportgen.document.model import Document
from reportgen.facts.dataset import Dataset
from reportgen.writers.text import write
from seeds.conftest import ROOT, SEEDS
from seeds.test_articles import Articles

LONGEST = 13
"""Chinese characters in a row that may be those of an article; punctuation aside, with the figures among them."""
PROPER_NAMES = (
    # plans and measures
    "萍乡市制造业重点产业链现代化建设“10210”实施方案（2023—2026年）",
    "萍乡市制造业重点产业链现代化建设",
    "关于推动全市工业经济高质量发展若干意见",
    "建材、陶瓷、工业陶瓷、烟花爆竹等产业转型升级方案",
    "工业领域、建材行业、钢铁行业碳达峰实施方案",
    "营商环境优化升级“一号改革工程”",
    "中心城区工业用地提级审批、联审联批制度",
    "赣西、长株潭城市群叠加链接区和湘赣边区域合作枢纽区建设",
    "湘赣边区域合作示范区建设总体规划",
    "“政、产、学、研、金、用”六位一体",
    "一个龙头、两个支撑、五大板块、八百里山水长廊",
    "三横一纵一绕城",
    # platforms, clusters and alliances
    "锂电新材料、汽车零部件与工程机械、绿色食品产业联盟",
    "上栗县全国烟花爆竹转型升级集中区",
    "市工业互联网标识解析二级节点",
    "芦溪高压电瓷电气研究院“先进电瓷材料中试平台”",
    "赣湘边区域合作（萍乡）科技创新中心",
    "萍乡（长沙）人工智能与大数据研究院",
    # events, honours and lists
    "2023年中国陶瓷电气产业创新发展大会",
    "陶瓷电气产业创新发展大会和陶瓷电气产业国际采购对接会",
    "2023年度江西省全面深化改革优秀案例",
    "工信部2021年工业互联网平台创新领航应用案例",
    "工业互联网平台创新领航应用案例",
    "国家级数字化转型贯标试点企业",
    "国家级专精特新“小巨人”企业",
    "工信部首批重点培育中试平台名单",
    # firms and projects
    "赛纳威智慧旅居物联科技产业链项目",
    "意卡德（江西）数码驱动科技有限公司",
    "中材科技（萍乡）风电叶片有限公司",
    "江西萍乡龙发实业股份有限公司",
)


@pytest.fixture(scope="session")
def printed(articles: Articles) -> str:
    return "|".join(bare("".join(paragraphs.values())) for paragraphs in articles.values())


@pytest.fixture(scope="session")
def allowed(dataset: Dataset) -> list[str]:
    """Proper names and the titles of the articles, the longest first."""
    return sorted(
        {bare(name) for name in (*PROPER_NAMES, *(one.title for one in dataset.sources.values()))}, key=len, reverse=True
    )


def bare(text: str) -> str:
    """Chinese characters and numerals alone."""
    return "".join(character for character in text if is_chinese(character) or character.isdigit() or character in ".%")


def is_chinese(character: str) -> bool:
    return "一" <= character <= "鿿"


def copied(text: str, printed: str, allowed: list[str]) -> Iterator[str]:
    """The runs of a text that are longer than may be, names apart."""
    own = bare(text)
    for name in allowed:
        own = own.replace(name, "|")
    start = 0
    while start < len(own):
        end = start
        while end < len(own) and own[start : end + 1] in printed:
            end += 1
        if sum(map(is_chinese, own[start:end])) > LONGEST:
            yield own[start:end]
        start += 1 if end == start else end - start


def texts(document: Document) -> Iterator[str]:
    """The report as text, and what is said with the slides."""
    yield write(document)
    yield from (
        plain(spans) for section in document.sections for slide in section.slides for spans in (slide.title, *slide.notes)
    )


def test_the_check_finds_a_copied_sentence_and_passes_names(printed: str, allowed: list[str]) -> None:
    sentence = printed[200 : 200 + LONGEST + 8]
    assert list(copied(f"甲乙{sentence}丙丁", printed, [])) != []
    assert list(copied(f"推进{PROPER_NAMES[0]}", printed, allowed)) == []


def test_proper_names_are_listed_for_being_in_an_article(printed: str) -> None:
    assert [name for name in PROPER_NAMES if bare(name) not in printed] == []


@pytest.mark.parametrize("path", sorted([*SEEDS.iterdir(), *ROOT.glob("templates/*/*.md.j2")]), ids=lambda path: path.name)
def test_no_file_of_the_project_copies_an_article(path: Path, printed: str, allowed: list[str]) -> None:
    assert list(copied(path.read_text("utf-8"), printed, allowed)) == []


def test_no_report_copies_an_article(dataset: Dataset, printed: str, allowed: list[str]) -> None:
    found = {}
    for year in dataset.years():
        found[year] = [run for text in texts(document(year)) for run in copied(text, printed, allowed)]
    assert {year: lines for year, lines in found.items() if lines} == {}
