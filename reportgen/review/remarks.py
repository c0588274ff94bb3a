"""What a comment in a document says of a number, in the language that the document is written in."""

from __future__ import annotations

import re

from reportgen.facts.model import Fact
from reportgen.review.passage import Document
from reportgen.review.verdict import Finding, Verdict, figure

_ZH: dict[Verdict, str] = {
    "changed": "与数据不符",
    "stale": "不是所述时间的数据",
    "unknown": "没有这样的数据",
    "known": "手工录入，与数据一致",
    "agrees": "与数据一致",
    "not a figure": "不是数据",
}
_EN: dict[Verdict, str] = {
    "changed": "differs from the data",
    "stale": "is of another time than the text says",
    "unknown": "is not in the data",
    "known": "typed by hand, agrees with the data",
    "agrees": "agrees with the data",
    "not a figure": "is no figure",
}


def is_chinese(document: Document) -> bool:
    """Whether most letters of a document are Chinese."""
    text = "".join(passage.text for passage in document.passages)
    chinese = sum("㐀" <= character <= "鿿" for character in text)
    return chinese * 2 > sum(character.isalpha() for character in text)


def remark(finding: Finding, chinese: bool) -> str:
    """``“7.8%”与数据不符：规模以上工业增加值增速（2025）7.7%，《…》第8段。``"""
    if chinese:
        lead = "；最接近的：" if finding.verdict == "unknown" and finding.facts else "："
        facts = "；".join(map(_zh, finding.facts))
        return f"“{finding.reading.text}”{_ZH[finding.verdict]}{lead if facts else ''}{facts}。"
    lead = "; nearest: " if finding.verdict == "unknown" and finding.facts else ": "
    facts = "; ".join(map(_en, finding.facts))
    return f"‘{finding.reading.text}’ {_EN[finding.verdict]}{lead if facts else ''}{facts}."


_PLACES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"notes of slide (\d+)", r"第\1张幻灯片备注"),
        (r"slide (\d+), alternative text of", r"第\1张幻灯片替代文字"),
        (r"slide (\d+)", r"第\1张幻灯片"),
        (r"table after paragraph (\d+)", r"第\1段后的表"),
        (r"table in line (\d+)", r"第\1行的表"),
        (r"row (\d+) column (\d+)", r"第\1行第\2列"),
        (r"paragraph (\d+)", r"第\1段"),
        (r"chart text (\d+)|text (\d+)$", r"图上文字"),
        (r"chart (?=图|附图)", ""),
        (r"alternative text of ", "替代文字"),
        (r", as shown", "（图中）"),
        (r", in the workbook", "（图的数据表中）"),
        (r"text box", "文本框"),
        (r"header(?: (\d+))?", "页眉"),
        (r"footer(?: (\d+))?", "页脚"),
        (r"footnote", "脚注"),
        (r"endnote", "尾注"),
        (r"comment", "批注"),
    )
)
"""The words that places are made of, in Chinese; what the file itself calls a thing stays as it is."""


def place(finding: Finding, chinese: bool) -> str:
    """Where a number stands, to be set before a remark: ``第5张幻灯片 ‘growth-1 Points’ › 第2段：``."""
    text = finding.passage.place
    if not chinese:
        return f"{text}: "
    for pattern, put in _PLACES:
        text = pattern.sub(put, text)
    return f"{text}："


def _zh(fact: Fact) -> str:
    name = f"{fact.dimension.name.zh if fact.dimension else ''}{fact.indicator.name.zh}"
    origin = f"，{fact.source.short}第{fact.paragraph}段" if fact.source else "，推算值"
    return f"{name}（{fact.when.text}）{figure(fact)}{origin}"


def _en(fact: Fact) -> str:
    part = f", {fact.dimension.name.en}" if fact.dimension else ""
    origin = f", {fact.source.short} paragraph {fact.paragraph}" if fact.source else ", derived"
    return f"{fact.indicator.name.en}{part} ({fact.when.text}) {figure(fact)}{origin}"
