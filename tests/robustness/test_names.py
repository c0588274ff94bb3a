"""Names that look like Markdown, Jinja, mathematics or XML read in every format as they stand in the data."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from facts.conftest import FILES, HEADER

from reportgen.document.model import Document
from reportgen.errors import DocumentError, TemplateError
from reportgen.facts.load import load
from reportgen.pipeline import Request, compose, run
from reportgen.writers.text import write

NAMES = (
    *("*甲* **b** `c`", "[x](y) ![i](z)", "# > - ~~ ^ _d_", "::: {.k} {#id}", "[^1] ^[n] \\", "R&amp;D &#65; <b>&</b>"),
    *(
        "$\\frac{1}{2}$ $x^2$",
        "{{ year }} {% if %} {# #}",
        "http://a.b <c@d.e>",
        "a|b",
        "(甲)",
        "```",
        "~~~",
        "<!-- x -->",
        "]]> <w:p/>",
    ),
)
STARTS = ("- a", "+ a", "1. a", "2025) a", "# a", "> a", "---", "===", "***", "::: x", "    a", "```")
TEMPLATE = """\
---
title: 一
---

{{ fact("growth") | said }}{{ note("growth") }}，{{ fact("growth/chains") | said }}。{{ fact("growth") | coverage }}。

{% for p in programmes() %}{{ p.name }}是{{ p.what }}。{% endfor %}

{% for p in projects() %}{{ p.name }}（{{ p.place }}）{{ p.milestones }}。{% endfor %}

::: chart {#c kind=growth-bars facts="growth growth/chains"}
{{ fact("growth") | said }}
:::

::: table {#t kind=facts facts="growth growth/chains" caption="表"}
:::

::: table {kind=programmes caption="部署"}
:::

::: table {kind=sources caption="来源"}
:::

:::: slide
# {{ fact("growth") | said }}

- {{ fact("growth/chains") | said }}

::: chart {ref=c}
:::
::::
"""


def request(folder: Path, name: str, template: str = TEMPLATE, formats: tuple[str, ...] = ("text",)) -> Request:
    """A report on a dataset in which everything is called what the test says."""
    data, home = folder / "data", folder / "templates" / "b"
    data.mkdir(), home.mkdir(parents=True)
    for file, text in files(name).items():
        (data / file).write_text(text, "utf-8")
    (home / "briefing.yaml").write_text("title: {zh: 标题}\nsections: [one]\n", "utf-8")
    (home / "one.md.j2").write_text(template, "utf-8")
    return Request(data, folder / "templates", "b", 2025, date(2026, 6, 30), formats)


def files(name: str) -> dict[str, str]:
    def said(word: str) -> str:
        return json.dumps(word + name, ensure_ascii=False)

    def cell(word: str) -> str:
        return '"' + (word + name).replace('"', '""') + '"'

    growth = f"zh: {said('增速')}, noun: {said('增加值')}, definition: {said('定义')}, kind: growth, unit: '%'"
    rows = (
        f"growth,city,,2025,,7.7,,%,exact,7.7%,reported,,{cell('口径')},001,8,,,,",
        "growth,city,chains,2025,,10.8,,%,exact,10.8%,reported,,,001,14,,,,",
    )
    drive = f"zh: {said('计划')}, kind: plan, area: industry, what: {said('内容')}, period: '2025'"
    return {
        "facts.csv": "\n".join((HEADER, *rows)),
        "indicators.yaml": f"places:\n  city: {{zh: {said('市')}, home: true}}\ndimensions:\n  chains: {{zh: {said('链')}}}\n"
        f"indicators:\n  growth: {{{growth}}}\n",
        "sources.yaml": f"'001': {{title: {said('题')}, short: {said('《短》')}, publisher: {said('社')}, published: 2026-06}}\n",
        "programmes.yaml": f"- {{id: drive, {drive}, progress: {{'2025': ['growth:2025#001']}}, sources: [{{article: '001', paragraph: 8}}]}}\n",
        "projects.csv": f"id,name,place,milestones,sources\npark,{cell('园')},city,{cell('2025-01-28 ').replace('|', '')},001:8\n",
    }


def text(document: Document) -> str:
    return write(document).replace("\n", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_reads_as_it_stands_in_the_data(tmp_path: Path, name: str) -> None:
    _, document, _ = compose(request(tmp_path, name))
    said = text(document)
    for word in ("增加值", "链", "口径", "定义", "计划", "内容", "园", "题", "《短》", "社"):
        assert word + name in said, word


@pytest.mark.parametrize("start", STARTS)
def test_a_name_at_the_start_of_a_line_stays_a_name(tmp_path: Path, start: str) -> None:
    template = '增加值{{ fact("growth") }}\n\n{{ fact("growth") | coverage }}\n\n末段{{ fact("growth") }}\n'
    asked = request(tmp_path, "", template)
    facts = asked.data / "facts.csv"
    facts.write_text(facts.read_text("utf-8").replace('"口径"', f'"{start}"'), "utf-8")
    _, document, _ = compose(asked)
    assert [block.spans[0].text.strip() for block in document.sections[0].blocks] == ["增加值", start.strip(), "末段"]  # type: ignore[union-attr]


def test_a_name_reaches_word_and_powerpoint_whole(tmp_path: Path) -> None:
    from docx import Document as Word
    from docx.oxml.ns import qn
    from pptx import Presentation

    name = "*甲* <b>&</b> $x$ ]]>"
    products = run(request(tmp_path, name, formats=("docx", "pptx"))).products
    word, deck = (io.BytesIO(product.data) for product in products)
    said = ["".join(node.text or "" for node in paragraph._p.iter(qn("w:t"))) for paragraph in Word(word).paragraphs]
    assert any(f"增加值{name}增长7.7%" in text for text in said)  # python-docx passes over content controls
    shapes = [shape for slide in Presentation(deck).slides for shape in slide.shapes if shape.has_text_frame]
    assert any(f"增加值{name}增长 7.7%" in shape.text_frame.text.replace("增长7.7%", "增长 7.7%") for shape in shapes)


def test_letters_that_no_font_has_are_replaced_with_a_notice_and_chinese_stays(tmp_path: Path) -> None:
    result = run(request(tmp_path, "é\U0001f3ed", formats=("docx",)))
    assert any("no font has" in str(notice) for notice in result.notices)
    from reportgen.charts.lettering import letter

    assert letter("增加值é\U0001f3ed", "regular").text.startswith("增加值")


# --- limits and slips of directives ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("- 甲\n  - 乙\n", "one.md.j2: an item of a list holds more than one text\n"
         "  hint: begin each item with '- ' at the start of a line, and the text after the list without spaces before it"),
        ("- 甲\n\n  乙\n", "one.md.j2: an item of a list holds more than one text\n"
         "  hint: begin each item with '- ' at the start of a line, and the text after the list without spaces before it"),
        ("::: timeline\n:::\n", None),
        ("::: notes\n讲稿\n:::\n", "one.md.j2: '::: notes' stands on a slide only\n"
         "  hint: write it between ':::: slide' and '::::', or give it only=slides and show it there with ref"),
        ("::: cahrt\n:::\n", "one.md.j2: unknown directive '::: cahrt'\n  hint: did you mean 'chart'?"),
        ("::: chart {kind=pie}\n:::\n", "one.md.j2: unknown chart kind 'pie'\n  hint: the kinds are "),
        ("::: chart {kind=levels}\n:::\n", "one.md.j2: '::: chart' needs facts\n  hint: write facts=\"indicator indicator/dimension\""),
        ('::: chart {kind=growth-bars facts="growth growth/chains" labels="甲"}\n:::\n',
         "one.md.j2: '::: chart' has 1 labels for 2 facts\n  hint: write labels=\"one|for|each\""),
        ("::: table {kind=facts facts=growth fewest=x}\n:::\n::: table {kind=indicators facts=growth fewest=x}\n:::\n",
         "one.md.j2: 'fewest=x' is not a whole number\n  hint: write fewest=2"),
        ("::: table {#a kind=facts facts=growth}\n:::\n\n::: table {#a kind=facts facts=growth}\n:::\n",
         "one.md.j2: the name '#a' is given twice\n  hint: give each chart and table a name of its own"),
        ("::: chart {kind=\n:::\n", "one.md.j2: the attributes of '::: chart' cannot be read: {kind=\n"
         '  hint: write {#id key=value key="a b"}'),
        ("---\ntitle: [甲]\n---\n", 'one.md.j2: the title of the front matter is not plain text\n  hint: for example: title: "主要指标"'),
        ('---\ntitle: "\\x0b"\n---\n', 'one.md.j2: the title of the front matter is not plain text\n  hint: for example: title: "主要指标"'),
        ("---\ntitle: 甲: 乙\n---\n", "one.md.j2: the front matter is not a YAML mapping\n  hint: for example: title: 主要指标"),
        ("> 甲\n", "one.md.j2: 'blockquote' is not part of a briefing\n  hint: use paragraphs, lists, headings and ::: directives"),
        ("```\n甲\n```\n", "one.md.j2: 'fence' is not part of a briefing\n  hint: use paragraphs, lists, headings and ::: directives"),
        ("![甲](a.png)\n", "one.md.j2: 'image' cannot stand in a text\n  hint: use plain text and [text]{.strong}"),
        ("甲\n\n---\n", "one.md.j2: 'hr' is not part of a briefing\n  hint: use paragraphs, lists, headings and ::: directives"),
        ('::: chart {kind=growth-bars facts="grwth growth/chains"}\n:::\n', "one.md.j2:1: unknown indicator 'grwth' in 'grwth'\n"
         "  hint: did you mean 'growth'?"),
        (":::: slide\n# 甲\n:::: slide\n::::\n::::\n", "one.md.j2: a slide inside a slide\n"
         "  hint: close the first with as many colons as opened it"),
    ],
)  # fmt: skip
def test_a_slip_in_a_template_is_one_fault(tmp_path: Path, template: str, fault: str | None) -> None:
    asked = request(tmp_path, "", template)
    if fault is None:  # a timeline of two milestones in the text of the report
        projects = asked.data / "projects.csv"
        projects.write_text(projects.read_text("utf-8").replace("2025-01-28 ", "2025-01-28 开工|2025-06 投产"), "utf-8")
        fault = "one.md.j2: a timeline stands on a slide only\n  hint: write it between "
    with pytest.raises((DocumentError, TemplateError)) as caught:
        compose(asked)
    assert str(caught.value).startswith(fault)


def test_the_dataset_of_this_test_is_in_order(tmp_path: Path) -> None:
    assert len(load(request(tmp_path, "").data).facts) == 2
    assert set(files("")) < set(FILES)
