"""Chinese punctuation after clauses have left themselves out.

A sentence is written as clauses, each with the mark that follows it; where one is missing, marks meet. Of marks that meet the
strongest stays; one that begins a line belongs to the line before it, a paragraph never begins with one, and what was to go on ends
where nothing follows. Names in quotation or title marks that follow each other take no 、 between them (GB/T 15834-2011, 4.5.3.5).
"""

from __future__ import annotations

import re

_STRENGTH = "、，；。"
_MEETING = re.compile(r"[、，；。](?:\n?[、，；。])+")
_HANGING = re.compile(r"^(?!:::|---)(.*\S)\n(?=[、，；。])", re.MULTILINE)
_LEADING = re.compile(r"^((?:- |#+ )?)[、，；。]+", re.MULTILINE)
_AFTER_COLON = re.compile(r"：\n?[、，；]")
_BETWEEN_MARKS = re.compile(r"(?<=[”》])、(?=[“《])")
_OPEN_END = re.compile(r"^(- |#+ |)(.*?)[、，；]+[ \t]*(?=\n\n|\n:::|\n- |\n*\Z)", re.MULTILINE)
_EMPTY_BRACKETS = re.compile(r"（[、，；]*）")


def tidy(text: str) -> str:
    """The text with marks that met reduced to one.

    >>> tidy("营业收入增长6%，；。"), tidy("，其中陶瓷增长")
    ('营业收入增长6%。', '其中陶瓷增长')
    >>> tidy("解决问题277个\\n。")
    '解决问题277个。'
    >>> tidy("有“三请三回”、“拿地即开工”、标杆库")
    '有“三请三回”“拿地即开工”、标杆库'
    >>> tidy("# 增加值增长6%，\\n\\n增加值增长6%，\\n")
    '# 增加值增长6%\\n\\n增加值增长6%。\\n'
    """
    text = _HANGING.sub(r"\1", _EMPTY_BRACKETS.sub("", text))
    text = _BETWEEN_MARKS.sub("", text)
    text = _MEETING.sub(lambda match: max(match[0].replace("\n", ""), key=_STRENGTH.index), text)
    text = _LEADING.sub(r"\1", _AFTER_COLON.sub("：", text))
    return _OPEN_END.sub(lambda match: f"{match[1]}{match[2]}{'' if match[1] else '。'}", text)
