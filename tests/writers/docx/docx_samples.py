"""Briefings of an imaginary city that show every kind of block, and one of hard cases; and a stub that draws charts."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from decimal import Decimal

from reportgen.charts.draw import Picture
from reportgen.charts.size import EMU_PER_POINT, Size
from reportgen.document.model import (
    Bullets,
    Chart,
    ChartSpec,
    Column,
    Document,
    Figure,
    Footnote,
    Heading,
    KeyFigure,
    KeyFigures,
    Labels,
    Paragraph,
    Point,
    Reference,
    Section,
    Series,
    Spans,
    Table,
    Text,
)

ZH = Labels("目录", "（续）", "单位：", "资料来源：", "注：", "：", "、", "图", "谢谢")
EN = Labels("Contents", " (continued)", "Unit: ", "Source: ", "Note: ", ": ", ", ", "Chart", "Thank you")


def stub_draw(spec: ChartSpec, size: Size) -> Picture:
    """Draw a grey bitmap and an empty drawing in the size asked for: enough where only the file is of interest."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    width, height = (round(points * EMU_PER_POINT) for points in size.points)
    return Picture(_grey_png(), svg, width, height)


def _grey_png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\x00\xd0")) + chunk(b"IEND", b"")


def said(text: str) -> Spans:
    """Read ``{...}`` as a traced figure, ``**...**`` as strong, ``[anchor|图1]`` as a reference, ``^(...)`` as a footnote."""
    spans: list[Text | Figure | Reference | Footnote] = []
    rest = text
    while rest:
        rest = _first(rest, spans)
    return tuple(spans)


def _first(text: str, spans: list[Text | Figure | Reference | Footnote]) -> str:
    openings = {"{": "}", "**": "**", "[": "]", "^(": ")^"}
    found = min(((text.find(mark), mark) for mark in openings if mark in text), default=(len(text), ""))
    if found[0]:
        spans.append(Text(text[: found[0]]))
        return text[found[0] :]
    inside, _, rest = text[len(found[1]) :].partition(openings[found[1]])
    match found[1]:
        case "{":
            spans.append(Figure(inside, (f"fact:{inside}",)))
        case "**":
            spans.append(Text(inside, strong=True))
        case "[":
            spans.append(Reference(*inside.split("|")))
        case "^(":
            spans.append(Footnote(said(inside)))  # type: ignore[arg-type]
    return rest


def para(text: str) -> Paragraph:
    return Paragraph(said(text))


def cells(*texts: str) -> tuple[Spans, ...]:
    return tuple(said(text) for text in texts)


def growth_chart(anchor: str, label: str) -> Chart:
    values = ("9.1", "8.6", None, "7.9", "8.3", "7.7")
    points = tuple(
        Point(None if value is None else Decimal(value), f"{value}%" if value else "", ("f",) if value else ())
        for value in values
    )
    spec = ChartSpec(
        "growth-years",
        (Text("规上工业增加值增速连续两年保持在7.5%以上"),),
        "%",
        ("2020年", "2021年", "2022年", "2023年", "2024年", "2025年"),
        (Series("全市", points), Series("全省", tuple(Point(Decimal("7.0"), "7.0%", ("g",)) for _ in values))),
        "资料来源：市工业和信息化局工业运行统计",
        (Text("折线图，显示2020年至2025年规模以上工业增加值增速，2022年无数据。"),),
        notes=("2022年未公布增速。",),
    )
    return Chart(anchor, label, "2020—2025年全市规模以上工业增加值增速与全省的比较（%）", spec)


def progress_chart(anchor: str, label: str) -> Chart:
    names = ("智能制造升级", "专精特新培育", "绿色园区建设", "5G网络建设", "技术改造投资")
    values = ("104.2", "96.5", "100.0", "132.8", "88.4")
    points = tuple(Point(Decimal(value), f"{value}%", ("f",)) for value in values)
    spec = ChartSpec(
        "progress", (Text("五项重点工作中三项完成或超额完成年度计划"),), "%", names, (Series("完成年度计划", points),),
        "资料来源：市工业和信息化局重点工作台账", (Text("条形图，显示五项重点工作完成年度计划的比例。"),), mark=Decimal(100), mark_label="计划",
    )  # fmt: skip
    return Chart(anchor, label, "2025年重点工作完成年度计划情况", spec)


FIRMS = (
    *("华鑫精密制造", "示例新材料科技", "东江电瓷电气", "云岭环保装备", "赣西锂电", "长青生物医药"),
    *("方圆智能终端", "金阳建材", "北源轨道部件", "汇川烟花机械", "泰和粉末冶金", "启明光电"),
)
STAGES = (
    "厂房主体完工，设备安装过半",
    "一期投产，二期完成土地平整",
    "完成备案和环评，拟于下半年开工",
    "试生产",
    "已竣工并纳入规模以上工业统计",
)


def projects() -> Table:
    rows: list[tuple[Spans, ...]] = []
    groups: list[int] = []
    for number in range(36):
        if number % 12 == 0:
            groups.append(len(rows))
            rows.append(cells(("（一）新建项目", "（二）技术改造项目", "（三）续建项目")[number // 12], "", "", "", ""))
        name = f"{FIRMS[number % 12]}{('年产' + str(number * 700 + 300) + '吨高性能材料及配套生产线') if number % 3 else '智能化改造'}项目"
        money = f"{{{(number * 37 % 90) + 1}.{number % 10}}}" if number % 4 else f"{{{number * 11 + 120}}}"
        rows.append(
            cells(name, ("安溪县", "高新区", "芦田区")[number % 3], money, f"{{{60 + number}.{number % 7}%}}", STAGES[number % 5])
        )
    return Table(
        "projects",
        "表2",
        "2025年全市投资亿元以上工业项目建设进展",
        "亿元",
        (
            Column("项目名称"),
            Column("建设地点"),
            Column("总投资", "number"),
            Column("完成年度计划", "number"),
            Column("建设进展"),
        ),
        tuple(rows),
        (said("总投资为立项批复数，跨年项目按累计口径。"), said("完成年度计划的比例按当年计划投资计算，{100%}为完成计划。")),
        "市工业和信息化局重点项目台账",
        tuple(groups),
    )


def indicators() -> Table:
    rows = (
        ("规模以上工业增加值增速", "{7.7%}", "{8.3%}", "{-0.6}"),
        ("规模以上工业营业收入", "{1068.21}", "{995.4}", "{7.3%}"),
        ("利润总额", "{58.9}", "{61.03}", "{-3.5%}"),
        ("规模以上工业企业数", "{612}", "{587}", "{25}"),
        ("其中：国家级专精特新“小巨人”企业", "{14}", "{11}", "—"),
        ("工业用电量", "{42.305}", "{39.8}", "{6.3%}"),
    )
    return Table(
        "indicators",
        "表1",
        "2025年主要指标完成情况",
        "亿元、家、亿千瓦时、%",
        (Column("指标"), Column("2025年", "number"), Column("2024年", "number"), Column("增减", "number")),
        tuple(cells(*row) for row in rows),
        (said("增速按可比价格计算；营业收入按现价计算。"),),
        "市工业和信息化局",
    )


OVERVIEW = (
    "2025年，面对复杂严峻的外部环境，全市工业战线坚持稳中求进工作总基调，扎实推进新型工业化，工业经济运行总体平稳、稳中有进。"
    "全年规模以上工业增加值比上年增长{7.7%}，增速高于全省{0.7个百分点}，列全省第{4位}；实现营业收入{1068.21亿元}，比上年增长{7.3%}。"
    "主要指标见[indicators|表1]，近年走势见[growth|图1]。"
)
LONG = (
    "全市围绕“1+5+N”产业体系，聚焦电子信息、装备制造、新材料、节能环保、生物医药等重点产业链，持续推进强链补链延链。"
    "重点产业链实现营业收入{702.6亿元}，占全市规模以上工业的比重为{65.8%}，比上年提高{1.9个百分点}^(重点产业链按{6条}产业链统计，口径"
    "与上年一致。)^。新增规模以上工业企业{41家}，年末总数达到{612家}；新增省级专精特新中小企业{23家}，累计{186家}。"
)
SHORTFALL = (
    "也要看到，工业经济回升的基础还不牢固：利润总额比上年下降{3.5%}，部分企业订单不足、成本上升；技术改造投资完成年度计划的"
    "{88.4%}，低于序时进度；要素保障、人才引进仍有短板。对这些困难和问题，将采取有力措施加以解决。"
)


def annual() -> Document:
    """Return a report of some ten pages with every kind of block."""
    return Document(
        title="示例市2025年工业和信息化发展情况报告",
        subtitle="",
        author="示例市工业和信息化局",
        date=date(2026, 6, 30),
        date_text="2026年6月30日",
        language="zh",
        year=2025,
        labels=ZH,
        subject="工业和信息化发展年度报告",
        keywords=("工业", "信息化", "2025年"),
        sections=(_overview(), _industry(), _projects(), _services(), _outlook()),
    )


def _overview() -> Section:
    figures = (
        KeyFigure("规上工业增加值增速", Figure("7.7%", ("a",)), said("高于全省{0.7个百分点}")),
        KeyFigure("营业收入", Figure("1068.21亿元", ("b",)), said("比上年增长{7.3%}")),
        KeyFigure("规上工业企业", Figure("612家", ("c",)), said("全年新增{41家}")),
        KeyFigure("国家级“小巨人”", Figure("14家", ("d",)), said("比上年增加{3家}")),
        KeyFigure("累计建成5G基站", Figure("3800余座", ("e",)), said("每万人{21.3座}")),
        KeyFigure("为企业节约成本", Figure("7000余万元", ("f",)), said("惠及{1200余家}企业")),
    )
    blocks = (para(OVERVIEW), KeyFigures(figures), para(LONG), indicators(), para(SHORTFALL), growth_chart("growth", "图1"))
    return Section("overview", "一、", "总体情况", "overview", blocks)


def _industry() -> Section:
    return Section("industry", "二、", "产业发展", "industry", (
        Heading(2, "（一）", said("重点产业链提质扩量"), "chains"),
        para(LONG),
        Bullets((
            said("**电子信息产业**。增加值比上年增长{12.4%}，拉动全市规模以上工业增长{2.1个百分点}，智能终端、电子元器件项目相继投产达产。"),
            said("**装备制造产业**。营业收入突破{200亿元}，形成从关键零部件到整机的配套能力，本地配套率提高到{46%}。"),
            said("**新材料产业**。增加值下降{2.3%}，主要受上年同期基数较高和市场价格回落影响，下半年降幅逐季收窄。"),
        )),
        Heading(2, "（二）", said("企业梯队持续壮大"), "firms"),
        Heading(3, "1.", said("优质企业培育"), "firms-1"),
        para(LONG),
        Heading(3, "2.", said("数字化转型"), "firms-2"),
        para("推动工业企业“上云用数赋智”，全年新增上云企业{1560家}，累计超过{8600家}。分步推进以下工作："),
        Bullets((said("完成规模以上工业企业数字化水平评估；"), said("遴选{12家}服务商，形成{35个}“小快轻准”产品；"),
                 said("建设省级智能制造标杆企业{4家}。")), ordered=True),
        Paragraph(said("注：上云企业按累计口径统计，以省级平台登记数为准。"), "note"),
        Heading(2, "（三）", said("创新能力不断增强"), "innovation"),
        para(LONG), para(OVERVIEW.replace("主要指标见[indicators|表1]，近年走势见[growth|图1]。", "")),
    ))  # fmt: skip


def _projects() -> Section:
    return Section("projects", "三、", "项目建设", "projects-section", (
        para("坚持项目为王，全年实施投资亿元以上工业项目{36个}，总投资{1862.4亿元}，项目进展见[projects|表2]，重点工作完成情况见[progress|图2]。"),
        projects(),
        para(LONG),
        progress_chart("progress", "图2"),
        para(SHORTFALL),
    ))  # fmt: skip


def _services() -> Section:
    return Section("services", "四、", "企业服务", "services", (
        para(LONG), Bullets((said("选派干部{320名}，驻点服务企业{960家}；"), said("收集问题{1405个}，办结{1388个}，办结率{98.8%}；"),
                             said("设立产业引导基金{10亿元}，撬动社会资本{35亿元以上}。"))),
        para(SHORTFALL), para(LONG),
    ))  # fmt: skip


def _outlook() -> Section:
    return Section("outlook", "五、", "下一步打算", "outlook", (
        Bullets((said("扩大有效投资，力争全年技术改造投资增长{10%以上}；"), said("培育壮大优质企业，新增规模以上工业企业{40家以上}；"),
                 said("深化数字赋能，新增上云企业{1000家}。")), ordered=True),
        para(LONG), para(SHORTFALL),
    ))  # fmt: skip


WORD = "https://data.example.org/industry/statistics/2025/annual-report/value-added-of-industry-above-designated-size?lang=zh-CN"


def hard() -> Document:
    """Return a report of cases that break writers: nothing in a section, endless words, Latin text, huge numbers."""
    wide = Table(
        "wide", "表1", "名称很长的表：" + "各县区规模以上工业企业主要经济效益指标及其与上年同期相比的增减变化情况" * 2, "",
        (Column("Indicator and full English definition"), *(Column(f"{year}年", "number") for year in range(2016, 2026))),
        (cells("营业收入", *(f"{{{10**(year % 9)}.{year}}}" for year in range(2016, 2026))),
         cells("Profits of industrial enterprises", *("—" for _ in range(10))), cells(WORD, *("" for _ in range(10)))),
    )  # fmt: skip
    empty = Table("empty", "表2", "", "", (Column("指标"), Column("数值", "number")), ())
    weighed = Table(
        "weighed", "表3", "按权重", "家", (Column("名称", weight=1), Column("说明", weight=5), Column("数", "number", 1)),
        (cells("甲", LONG.replace("^(", "（").replace(")^", "）"), "{-12345678901234.5678亿元}"), cells("乙\n第二行", "", "{近五成}")),
        (said("只有一条注^(脚注里的{1个}数)^。"),), "资料来源：已经带标签的来源", (),
    )  # fmt: skip
    blocks = (para(WORD), para(WORD * 3), para(""), Bullets(()), KeyFigures(()), Paragraph(()), wide, empty, weighed,
              KeyFigures((KeyFigure("唯一的数", Figure("约123456789012345.67亿元人民币", ("x",)), ()),)),
              para("见[missing|图9]。控制字符\x0b\x07和\ud800孤立代理，<标签>&amp;“引号”‘单引号’——破折号……省略号"))  # fmt: skip
    return Document(
        title="全面贯彻落实新发展理念加快推进新型工业化奋力谱写高质量发展新篇章示例市“十四五”以来工业和信息化发展情况的综合报告",
        subtitle="——供会议讨论", author="", date=date(2026, 1, 1), date_text="2026年1月1日", language="zh", year=2025, labels=ZH,
        sections=(Section("void", "一、", "空的一节", "void", ()),
                  Section("hard", "二、", "难写的一节" + "很长的标题" * 12, "hard", blocks),
                  Section("void2", "三、", "末尾空的一节", "void2", ())),
    )  # fmt: skip


def english() -> Document:
    """Return a short report in English."""
    table = Table(
        "size", "Table 1", "Main indicators", "billion yuan", (Column("Indicator"), Column("2025", "number"), Column("2024", "number")),
        (cells("Revenue of industry above designated size", "{106.82}", "{99.5}"), cells("Profits", "{5.9}", "{6.1}")),
        (said("growth at constant prices"), said("levels at current prices")), "Bureau of Industry",
    )  # fmt: skip
    blocks = (para("Value added of industry grew by {7.7%}, “0.7 points” above the province; see [size|Table 1]."), table,
              Bullets((said("first step"), said("second step")), ordered=True), Bullets((said("no order"),)))  # fmt: skip
    return Document(
        title="Industry in 2025", subtitle="", author="Bureau of Industry", date=date(2026, 6, 30), date_text="30 June 2026",
        language="en", year=2025, labels=EN, sections=(Section("overview", "1.", "Overview", "overview", blocks),),
    )  # fmt: skip
