"""Charts of the kinds that compare two years, parts, places, targets and dates, as they occur in briefings, and some that strain."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from charts.chart_samples import chart, point, series

from reportgen.document.model import ChartSpec, Point


def said(words: str) -> Point:
    """A gap with words of its own."""
    return Point(None, words)


def place(rank: int) -> Point:
    return Point(Decimal(rank), f"第{rank}位")


FURTHER: dict[str, ChartSpec] = {
    "change of four": chart(
        "slope",
        "各项增速均比2023年加快",
        "%",
        "2023年|2025年",
        series("重点产业链增加值", "3.4", "10.8"),
        series("新动能产业增加值", "7.9", "14.9", breaks=(1,)),
        series("规上工业增加值", "2.8", "7.7"),
        series("规上工业营业收入", "1.8", "6"),
        notes=("新动能产业前后口径不同：2023年为新材料等四个赛道，2025年为电子信息等四个赛道",),
    ),
    "change through zero": chart(
        "slope",
        "规上工业由降转增",
        "%",
        "2022年|2023年",
        series("规上工业增加值", point("-9.9", "derived"), "2.8"),
        series("计算机、通信和其他电子设备制造业增加值", "24.7", point("18", "preliminary")),
        series("利润总额", "-20.02", point("5", "target")),
    ),
    "change of one kind": chart(
        "slope",
        "四个县区增速接近",
        "%",
        "2024年|2025年",
        series("湘东区", "8.1", "8.2"),
        series("芦溪县", "8.0", "8.1"),
        series("上栗县", "8.0", "8.1"),
        series("莲花县", "", "8.1"),
    ),
    "shares of unlike wholes": chart(
        "composition",
        "新动能产业占规上工业增加值一半以上",
        "%",
        "新动能产业占规上工业增加值的比重|工业技改投资占工业投资的比重|工业对全市经济增长的贡献率",
        series("2025年", "53.5", point("30", "approximate", "30以上"), point("50", "approximate", "近50")),
    ),
    "share of two years": chart(
        "composition",
        "电子信息产业占比提高3.9个百分点",
        "%",
        "2021年|2022年",
        series("电子信息产业", point("8.3", "derived"), "12.2"),
    ),
    "parts of one whole": chart(
        "composition",
        "六个主导产业占规上工业八成",
        "%",
        "规上工业增加值",
        series("装备制造", "24.6"),
        series("电子信息", "18.3"),
        series("新材料", "2.1"),
        series("食品", "1.4"),
    ),
    "part of an amount": chart(
        "composition",
        "亿元以上项目占签约项目七成",
        "个",
        "2022年新签约招商项目",
        series("亿元以上项目", "133"),
        mark=("185", "合计185个"),
    ),
    "places": chart(
        "ranking",
        "新增规上企业数居“四小设区市”第1位",
        "",
        "新增规上工业企业数（“四小设区市”）|制造业用电量增速|工业用电量增速|规上工业增加值增速",
        series("2023年，全省设区市", place(1), place(2), place(6), place(9)),
    ),
    "places of eleven": chart(
        "ranking",
        "三项指标居全省前列",
        "",
        "制造业用电量增速|工业用电量增速|规上工业增加值增速|外贸出口额增速",
        series("2023年", place(2), place(6), Point(Decimal(10), "前10位", (), "approximate"), said("")),
        mark=("11", "共11个设区市"),
    ),
    "targets": chart(
        "bullet",
        "营业收入增速低于年均目标，两项产业目标完成情况未见公布",
        "",
        "规上工业营业收入增速|电子信息产业营业收入|节能环保产业营业收入",
        series("2025年完成", point("6", label="6%"), said("完成情况未见公布"), said("完成情况未见公布")),
        series("目标", point("10", "target", "10%左右"), point("1000", "target", "1000亿元"), point("500", "target", "500亿元")),
        notes=("规上工业营业收入增速的目标为2023—2026年年均",),
    ),
    "targets of one unit": chart(
        "bullet",
        "两类项目超额完成计划投资",
        "亿元",
        "“项目大会战”工业领域项目|其中：纳入省级的项目|技术改造项目|未定目标的项目",
        series("2023年完成", "594.21", "382.5", point("120", "preliminary"), "88"),
        series("计划", point("563.45", "derived", "约563.45"), point("359.32", "derived", "约359.32"), "120", ""),
    ),
    "targets to fall": chart(
        "bullet",
        "单位增加值能耗降幅大于目标",
        "%",
        "单位增加值能耗|单位增加值用水量|煤炭消费量",
        series("“十四五”累计", "-20.02", "-9.5", said("完成情况未见公布")),
        series("目标", point("-18", "target"), point("-16", "target"), point("-5", "target")),
    ),
    "milestones": chart(
        "timeline",
        "重点项目相继落户和投产",
        "",
        "中材锂电“5G+MEC”项目入选工业互联网平台创新领航应用案例|东讯精密项目（上栗县）落户|东讯精密项目（上栗县）试产|"
        "中材锂电项目（芦溪县）首条新一代高速生产线成功下线|龙发实业高端陶瓷结构件项目实现产业化",
        series(
            "起",
            point("2021", label="2021年"),
            point("2022.33", label="2022年5月"),
            point("2022.81", label="2022年10月25日"),
            point("2023.07", label="2023年1月28日"),
            point("2024", "target", "2024年"),
        ),
        series("止", "2022", "2022.41", "2022.82", "2023.08", point("2025", "target")),
    ),
    "plans of decades": chart(
        "timeline",
        "三个五年规划",
        "",
        "“十三五”规划|“十四五”规划|“十五五”规划|建市",
        series(
            "起",
            point("2016", label="2016—2020年"),
            point("2021", label="2021—2025年"),
            point("2026", "target", "2026—2030年"),
            point("1960.5", label="1960年"),
        ),
        series("止", "2021", "2026", "2031", ""),
    ),
    "english change": chart(
        "slope",
        "Growth quickened everywhere",
        "%",
        "2023|2025",
        series("Ten key chains", "3.4", "10.8"),
        series("All industry above designated size", "2.8", "7.7"),
        source="Source: bureau.",
    ),
    "english targets": chart(
        "bullet",
        "Revenue grew less than planned",
        "",
        "Revenue growth|Revenue of electronics",
        series("Reached in 2025", point("6", label="6%"), Point(None)),
        series("target", point("10", "target", "about 10%"), point("1000", "target", "100 billion yuan")),
        source="Source: bureau.",
    ),
}
FURTHER["a single part"] = replace(FURTHER["part of an amount"], categories=("项目",))
