"""Briefings for the tests of the deck writer: one of realistic length in Chinese, a short one in English, and small pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.document.model import (
    Bullets,
    Chart,
    ChartSpec,
    Column,
    Document,
    Event,
    Figure,
    KeyFigure,
    KeyFigures,
    Labels,
    Paragraph,
    Point,
    Section,
    Series,
    Slide,
    SlideBlock,
    SlideLayout,
    Spans,
    Table,
    Text,
    Timeline,
)

ZH = Labels("目　录", "（续）", "单位：", "资料来源：", "注：", "：", "、", "图", "汇报完毕")
EN = Labels("Contents", " (continued)", "Unit: ", "Source: ", "Note: ", ": ", ", ", "Figure", "")
SOURCE = "资料来源：萍乡市工业和信息化局"

# --- small pieces ----------------------------------------------------------------------------------------------------------


def spans(*parts: str) -> Spans:
    """Return words and figures in turn: the second, fourth, … part is a figure."""
    made = (Figure(part, (f"fact.{n}:2025",)) if n % 2 else Text(part) for n, part in enumerate(parts))
    return tuple(span for span in made if span.text)


def bullets(*items: Spans | str) -> Bullets:
    return Bullets(tuple((Text(item),) if isinstance(item, str) else item for item in items))


def point(value: str | None) -> Point:
    return Point(Decimal(value), value, ("fact:2025",)) if value else Point(None)


def series(name: str, *values: str | None) -> Series:
    return Series(name, tuple(point(value) for value in values))


def spec(kind: str, title: str, unit: str, categories: Sequence[str], *rows: Series, notes: Sequence[str] = ()) -> ChartSpec:
    values = "；".join(
        f"{row.name}" + "、".join(f"{c}{p.label}" for c, p in zip(categories, row.points, strict=True)) for row in rows
    )
    said, told = (Text(title),), (Text(f"{title}。{values}"),)
    return ChartSpec(kind, said, unit, tuple(categories), rows, SOURCE, told, tuple(notes))  # type: ignore[arg-type]


def growth(title: str = "规上工业增加值增速连续五年保持增长") -> ChartSpec:
    years = ["2021", "2022", "2023", "2024", "2025"]
    return spec(
        "growth-years",
        title,
        "%",
        years,
        series("全市", "11.8", "4.1", "5.4", "8.2", "7.7"),
        series("全省", "11.4", "7.1", "5.4", "8.5", "7.5"),
    )


def chart(made: ChartSpec, caption: str) -> Chart:
    return Chart(f"fig-{caption}", "图1", caption, made)


def table(rows: Sequence[Sequence[str]], *columns: Column, caption: str = "主要指标", unit: str = "") -> Table:
    cells = tuple(tuple((Figure(cell, ("f:2025",)),) if n else (Text(cell),) for n, cell in enumerate(row)) for row in rows)
    return Table("tab", "表1", caption, unit, columns, cells, source=SOURCE)


def slide(layout: SlideLayout, title: Spans | str, *blocks: SlideBlock, notes: Sequence[str] = (), source: str = SOURCE) -> Slide:
    said = tuple((Text(note),) for note in notes)
    return Slide(layout, (Text(title),) if isinstance(title, str) else title, blocks, said, source)


def section(key: str, number: str, title: str, *slides: Slide) -> Section:
    return Section(key, number, title, key, (), slides)


def document(*sections: Section, labels: Labels = ZH, sources: Sequence[str] = (), title: str = "工业运行情况汇报") -> Document:
    return Document(
        title, "2025年", "萍乡市工业和信息化局", date(2026, 6, 30), "2026年6月30日", "zh", 2025, sections, labels, tuple(sources)
    )


def one_slide(made: Slide) -> Document:
    """Return a document of one section with one slide, and no closing one."""
    return document(section("growth", "一、", "工业经济运行", made), labels=replace(ZH, closing=""))


# --- the year's briefing ---------------------------------------------------------------------------------------------------

OVERVIEW = KeyFigures(
    (
        KeyFigure(
            "规上工业增加值增长", Figure("7.7%", ("iva.growth:2025",)), spans("高于全省", "0.2个百分点", "，列全省", "第6位")
        ),
        KeyFigure("规上工业营业收入", Figure("1267.05亿元", ("revenue:2025",)), spans("比上年增长", "6%")),
        KeyFigure("规上工业企业", Figure("940家", ("enterprises.total:2025",)), spans("比2020年末净增", "331家")),
        KeyFigure("“四大新动能”占规上工业比重", Figure("53.5%", ("iva.share:2025",)), spans("增加值增长", "14.9%")),
        KeyFigure("国家级专精特新“小巨人”企业", Figure("30家", ("giants.national:2025",)), spans("其中重点“小巨人”", "5家")),
        KeyFigure("亿元以上技改项目", Figure("90个以上", ("techrevamp.projects:2025",)), spans("技改投资占比", "30%以上")),
    )
)

GROWTH = section(
    "growth",
    "一、",
    "工业经济运行",
    slide(
        "key figures",
        "工业经济稳中有进，“压舱石”作用进一步凸显",
        OVERVIEW,
        notes=["2025年，全市规模以上工业增加值增长7.7%，高于全省平均水平0.2个百分点。", "营业收入1267.05亿元，增长6%。"],
    ),
    slide(
        "chart and points",
        spans("规上工业增加值增长", "7.7%", "，高于全省", "0.2个百分点"),
        chart(growth(), "规模以上工业增加值增速"),
        bullets(
            spans("全年规上工业增加值增长", "7.7%", "，高于全省平均水平", "0.2个百分点"),
            spans("工业用电量增长", "5.1%", "，其中制造业增长", "6.3%"),
            spans("工业对全市经济增长的贡献接近", "五成"),
            spans("增速列全省", "第6位", "，比上年前移", "2位"),
        ),
        notes=["先讲总量，再讲与全省的比较。"],
    ),
)

ENTERPRISES = section(
    "enterprises",
    "二、",
    "企业培育",
    slide(
        "two charts",
        spans("规上企业达", "940家", "，五年净增", "331家"),
        chart(
            spec(
                "levels",
                "规上企业数逐年增加",
                "家",
                ["2020", "2021", "2022", "2023", "2024", "2025"],
                series("规上工业企业", "609", "690", "758", "812", "883", "940"),
            ),
            "规模以上工业企业数",
        ),
        chart(
            spec(
                "ladder",
                "梯度培育格局形成",
                "家",
                ["省级专精特新", "国家级“小巨人”", "重点“小巨人”"],
                series("企业数", "182", "30", "5"),
            ),
            "优质企业梯度",
        ),
        notes=["企业是根本。"],
    ),
    slide(
        "table",
        "各县区规上企业数和营业收入均保持增长",
        table(
            [
                ["安源区", "152", "268.31", "7.9"],
                ["湘东区", "186", "301.2", "6.4"],
                ["芦溪县", "143", "205.77", "5.85"],
                ["上栗县", "231", "249.6", "8"],
                ["莲花县", "88", "71.05", "9.1"],
                ["武功山管委会", "12", "—", "-3.2"],
                ["萍乡经济技术开发区", "128", "171.12", "10.4"],
            ],
            Column("地区", weight=2),
            Column("企业数（家）", "number"),
            Column("营业收入（亿元）", "number"),
            Column("增加值增速（%）", "number"),
            caption="2025年分地区规模以上工业主要指标",
            unit="",
        ),
        Paragraph(spans("注：增速按可比价格计算"), "note"),
    ),
)

INDUSTRIES = section(
    "industries",
    "三、",
    "产业结构",
    slide(
        "chart",
        "新动能各赛道增速明显快于全部规上工业",
        chart(
            spec(
                "growth-bars",
                "智能制造增速最快",
                "%",
                ["智能制造", "电子信息", "新材料", "绿色食品", "全部规上工业"],
                series("2025年增加值增速", "25.9", "18.3", "12.1", "9.6", "7.7"),
            ),
            "“四大新动能”增加值增速",
        ),
    ),
    slide(
        "points",
        "传统产业改造升级与新兴产业培育同步推进",
        bullets(
            (
                Text("传统产业焕新。", True),
                *spans("建材、陶瓷、工业陶瓷、烟花爆竹等产业转型升级方案相继落地，每年实施亿元以上技改项目", "90个以上"),
            ),
            (
                Text("新动能成势。", True),
                *spans("电子信息、新材料、智能制造、绿色食品增加值占规上工业比重达", "53.5%", "，增长", "14.9%"),
            ),
            (Text("链式发展加快。", True), *spans("全市", "10条", "重点制造业产业链全部实行链长制，链主企业带动作用增强")),
            (Text("集群能级提升。", True), *spans("省级产业集群达", "8个", "，上栗县电子电路产业集群入选省级先进制造业集群")),
        ),
    ),
)

PROJECTS = section(
    "projects",
    "四、",
    "项目建设",
    slide(
        "progress",
        spans("重点项目完成年度计划的", "108.6%"),
        chart(
            spec(
                "progress",
                "全年投资超计划完成",
                "%",
                ["省市重点工业项目", "亿元以上技改项目", "数字化改造项目", "绿色制造项目", "园区基础设施"],
                series("完成年度计划", "108.6", "112.4", "96.3", "100", "87.5"),
            ),
            "2025年各类项目完成年度计划",
        ),
        bullets(
            spans("重点项目完成投资", "216.4亿元", "，完成年度计划的", "108.6%"),
            spans("技改项目超计划", "12.4个百分点"),
            spans("园区基础设施进度偏慢，完成", "87.5%", "，需加快要素保障"),
        ),
    ),
    slide(
        "timeline",
        "重大项目按节点推进",
        Timeline(
            (
                Event("2025年3月", spans("年产", "20万吨", "高性能磷酸铁锂正极材料项目一期投产")),
                Event("2025年6月", spans("电子电路产业园二期主体封顶，总投资", "32.5亿元")),
                Event("2025年9月", spans("工业陶瓷数字化车间改造完成，", "12家", "企业上云")),
                Event("2025年12月", spans("智能装备制造基地竣工验收，预计年产值", "超15亿元")),
                Event("2026年3月", spans("新型储能电池项目开工，总投资", "50亿元", "，建设工期", "18个月")),
            )
        ),
    ),
)

DIGITAL = section(
    "digital",
    "五、",
    "数字化转型",
    slide(
        "chart and points",
        spans("累计建成5G基站", "6120个", "，上云企业超", "1.2万家"),
        chart(
            spec(
                "levels",
                "5G基站数持续增加",
                "个",
                ["2021", "2022", "2023", "2024", "2025"],
                series("累计建成", "1650", "2830", "3920", "5011", "6120"),
                notes=["2021年为年中数"],
            ),
            "累计建成5G基站数",
        ),
        bullets(spans("新增5G基站", "1109个"), spans("新增上云企业", "2300余家"), spans("规上工业企业数字化改造覆盖率", "72%")),
    ),
)

SERVICE = section(
    "service",
    "六、",
    "惠企服务",
    slide(
        "key figures",
        "助企纾困政策直达快享，企业获得感增强",
        KeyFigures(
            (
                KeyFigure("为企业降低成本", Figure("38.6亿元", ("cost.saved:2025",)), spans("比上年多", "2.1亿元")),
                KeyFigure("解决企业问题", Figure("1286个", ("problems.solved:2025",)), spans("办结率", "98.7%")),
                KeyFigure("选派驻企特派员", Figure("1020名", ("stationed.officers:2025",)), spans("服务企业", "940家")),
                KeyFigure("兑现奖补资金", Figure("7000余万元", ("award.paid:2025",)), spans("带动投资", "超5亿元")),
            )
        ),
    ),
)

NEXT = section(
    "next",
    "七、",
    "下一步工作",
    slide(
        "points",
        "锚定“十五五”开局目标，推动工业经济提质增效",
        Paragraph(spans("2026年目标：规上工业增加值增长", "7%左右", "，新增规上企业", "60家以上", "。")),
        bullets(
            (Text("稳增长：", True), Text("强化运行监测调度，落实助企纾困政策，稳定重点行业和重点企业")),
            (Text("强链条：", True), Text("深入实施产业链现代化“10210”行动计划，培育链主企业")),
            (Text("促转型：", True), Text("推进设备更新和数字化改造，扩大绿色制造覆盖面")),
            (Text("优生态：", True), Text("完善驻企服务机制，推动惠企资金直达快享")),
        ),
    ),
)

SOURCES = (
    "《向“新”而行 向“强”攀登——萍乡奋力书写工业高质量发展新答卷》，《萍乡日报》2026年",
    "《2025年全市工业经济运行情况》，萍乡市统计局",
    "《江西省2025年国民经济和社会发展统计公报》，江西省统计局",
)

YEAR = document(
    GROWTH,
    ENTERPRISES,
    INDUSTRIES,
    PROJECTS,
    DIGITAL,
    SERVICE,
    NEXT,
    sources=SOURCES,
    title="萍乡市2025年工业和信息化发展情况汇报",
)
"""A deck as it is shown at a leaders' meeting: seven sections, twelve slides of their own."""

# --- slides that are too full ----------------------------------------------------------------------------------------------

_LONG = "持续实施工业企业技术改造行动，推动建材、陶瓷、烟花爆竹等传统产业向高端化、智能化、绿色化方向转型，平均每年实施亿元以上技改项目"


def _card(number: int) -> KeyFigure:
    detail = spans("比上年增长", f"{number}.5%", "，完成年度计划的", "101.2%")
    return KeyFigure(f"规模以上工业主要指标第{number}项", Figure(f"{number}267.05亿元", ("f:2025",)), detail)


FULL = document(
    section(
        "dense",
        "一、",
        "工业经济运行与产业结构优化升级",
        slide(
            "key figures",
            "九项主要指标全面完成或超额完成年度计划，工业对全市经济增长的支撑作用持续增强，“压舱石”地位更加稳固",
            KeyFigures(tuple(_card(n) for n in range(1, 10))),
            bullets("全年九项指标均好于全省平均水平，其中五项列全省前三位"),
        ),
        slide(
            "chart and points",
            "要点太多时先缩小字号，仍然放不下就续到下一页",
            chart(growth(), "规模以上工业增加值增速"),
            bullets(*(spans(_LONG, f"{n}0个以上", "。") for n in range(1, 8))),
        ),
        slide(
            "points",
            "长清单分页",
            bullets(*(spans(_LONG, f"{n}0个以上", "，占工业投资比重保持在", "30%以上", "。") for n in range(1, 13))),
        ),
        slide(
            "table",
            "长表按行分页，表头重复",
            table(
                [[f"萍乡市第{n}类重点产业链及其配套企业", f"{n * 37}", f"{n * 11.25:g}", f"{n / 3:.2f}"] for n in range(1, 23)],
                Column("产业链", weight=2),
                Column("企业数", "number"),
                Column("营业收入", "number"),
                Column("增速", "number"),
                unit="家、亿元、%",
            ),
            Paragraph(spans("注：各产业链企业有交叉，分项之和不等于总数；增速按可比价格计算"), "note"),
        ),
        slide(
            "timeline", "长时间轴分页", Timeline(tuple(Event(f"2025年{n}月", spans(_LONG, f"{n}0个以上")) for n in range(1, 11)))
        ),
        slide(
            "two charts",
            "两张图下面也可以有要点",
            chart(growth(), "规模以上工业增加值增速"),
            chart(growth("另一张图"), "规模以上工业营业收入增速"),
            bullets(spans("全市增速比全省高", "0.2个百分点"), spans(_LONG, "90个以上")),
        ),
        slide(
            "table",
            "表格下面也可以有要点",
            table(
                [["安源区", "152家", "268.31亿元"], ["湘东区", "186家", "301.2亿元"], ["芦溪县", "9家", "—"]],
                Column("地区"),
                Column("企业数", "number"),
                Column("营业收入", "number"),
            ),
            bullets(spans("三县区合计占全市的", "60%以上")),
        ),
    ),
)
"""Every kind of slide with more than it holds."""

ENGLISH = Document(
    "Industry and information technology in Pingxiang in 2025",
    "Report on the year",
    "Pingxiang Industry and Information Technology Bureau",
    date(2026, 6, 30),
    "30 June 2026",
    "en",
    2025,
    (
        section(
            "growth",
            "1. ",
            "Industrial growth",
            slide(
                "key figures",
                "Industry grew faster than the province for the second year in a row",
                KeyFigures(
                    (
                        KeyFigure(
                            "Growth of value added of industry above designated size",
                            Figure("7.7%", ("a:2025",)),
                            spans("", "0.2 percentage points", " above the province"),
                        ),
                        KeyFigure("Revenue", Figure("126.705 billion yuan", ("b:2025",)), spans("up ", "6%")),
                        KeyFigure(
                            "Enterprises above designated size",
                            Figure("940", ("c:2025",)),
                            spans("", "331", " more than at the end of 2020"),
                        ),
                    )
                ),
                source="Source: Pingxiang Industry and Information Technology Bureau",
            ),
            slide(
                "chart and points",
                "Value added of industry above designated size grew by 7.7%, 0.2 percentage points above the province",
                chart(growth("Growth held"), "Growth of value added"),
                bullets(
                    "Electricity used by industry grew by 5.1%, that of manufacturing by 6.3%",
                    "Industry contributed nearly half of the city's economic growth",
                    "The city ranks 6th in the province",
                ),
                source="Source: Pingxiang Industry and Information Technology Bureau",
            ),
        ),
        section(
            "next",
            "2. ",
            "Next steps",
            slide(
                "points",
                "Towards the goals of the 15th five-year plan",
                bullets(
                    "Keep growth steady: watch output closely and put support policies into effect",
                    "Strengthen the chains: carry on with the “10210” action plan",
                ),
            ),
        ),
    ),
    EN,
    ("Pingxiang Daily, 2026",),
)
