"""Charts as they occur in briefings, and some that strain the drawing: long names, gaps, crowds, extremes."""

from __future__ import annotations

from decimal import Decimal

from reportgen.charts.size import PAGE, SLIDE, Size
from reportgen.document.model import ChartKind, ChartSpec, Point, PointState, Series, Text

HALF = Size(15.2, 11.5, "slide", titled=False, sourced=False)
SIZES = {"page": PAGE, "slide": SLIDE, "half a slide": HALF}
SOURCE = "资料来源：萍乡市统计局、萍乡市工业和信息化局。"


def point(text: str, state: PointState = "reported", label: str = "") -> Point:
    """``"7.7"`` as a value with its label; ``""`` as a gap."""
    if not text:
        return Point(None)
    return Point(Decimal(text), label or text.replace("-", "−"), (f"fact:{text}",), state)


def series(name: str, *values: str | Point, breaks: tuple[int, ...] = ()) -> Series:
    return Series(name, tuple(value if isinstance(value, Point) else point(value) for value in values), breaks)


def percent(text: str, state: PointState = "reported") -> Point:
    return point(text, state, f"{text}%".replace("-", "−"))


def chart(
    kind: ChartKind,
    title: str,
    unit: str,
    categories: str,
    *rows: Series,
    notes: tuple[str, ...] = (),
    mark: tuple[str, str] | None = None,
    source: str = SOURCE,
) -> ChartSpec:
    """A chart of categories separated by ``|``."""
    value, label = (Decimal(mark[0]), mark[1]) if mark else (None, "")
    said, told = (Text(title),), (Text(f"图：{title}"),)
    return ChartSpec(kind, said, unit, tuple(categories.split("|")), rows, source, told, notes, value, label)


GALLERY: dict[str, ChartSpec] = {
    "iva with a gap": chart(
        "growth-years",
        "2025年规模以上工业增加值增长7.7%，增速比2023年提高4.9个百分点",
        "%",
        "2022|2023|2024|2025",
        series("规上工业增加值增速", point("-9.9", "derived"), "2.8", "", "7.7"),
        notes=("2022年增速由2023年增速和提高的百分点推算；2024年增速未见公布。",),
    ),
    "iva of a decade": chart(
        "growth-years",
        "规模以上工业增加值增速连续三年回升",
        "%",
        "2016|2017|2018|2019|2020|2021|2022|2023|2024|2025",
        series(
            "规上工业增加值增速", "9.1", "9.3", "9.0", "8.6", "4.2", "11.3", "-9.9", "2.8", "5.4", point("7.7", "preliminary")
        ),
        notes=("增速按可比价格计算。",),
    ),
    "three places": chart(
        "growth-years",
        "全市工业增速由低于全省转为高于全省",
        "%",
        "2020|2021|2022|2023|2024|2025",
        series("萍乡市", "4.2", "11.3", "-9.9", "2.8", "5.4", "7.7"),
        series("江西省", "4.6", "11.4", "7.1", "5.4", "8.5", "6.9"),
        series("全国", "2.8", "9.6", "3.6", "4.6", "5.8", "5.9"),
    ),
    "close lines": chart(
        "growth-years",
        "四个县区增速接近",
        "%",
        "2021|2022|2023|2024|2025",
        series("湘东区", "8.1", "7.9", "8.0", "8.2", "8.1"),
        series("芦溪县", "8.0", "8.1", "7.9", "8.0", "8.2"),
        series("上栗县", "7.8", "8.0", "8.2", "8.1", "7.9"),
        series("莲花县", "8.2", "7.8", "8.1", "7.9", "8.0"),
    ),
    "changed definition": chart(
        "growth-years",
        "新动能增加值保持两位数增长",
        "%",
        "2018|2019|2020|2021|2022|2023|2024|2025",
        series("战略性新兴产业", "12.4", "13.1", "9.8", "18.6", "", "16.0", "17.2", point("18.5", "target")),
        series("高新技术产业", "11.0", "10.2", "8.8", "15.5", "13.2", "12.9", "14.1", "14.9", breaks=(4,)),
        notes=("2022年起高新技术产业按新的目录统计",),
    ),
    "one line with a break": chart(
        "growth-years",
        "新动能增加值增速加快",
        "%",
        "2019|2020|2021|2022|2023|2024|2025",
        series("新动能", "10.2", "8.8", "15.5", "13.2", point("12.9", "approximate"), "14.1", "14.9", breaks=(3,)),
    ),
    "power": chart(
        "growth-bars",
        "制造业用电量增速远高于工业用电量",
        "%",
        "制造业用电量|工业用电量",
        series("2025年", percent("32.46"), percent("1.5")),
    ),
    "three groups": chart(
        "growth-bars",
        "三类重点产业增速均快于规模以上工业",
        "%",
        "智能制造|四大新动能|十条重点产业链",
        series("2025年", percent("25.9"), percent("14.9"), percent("10.8")),
        mark=("7.7", "规模以上工业7.7%"),
    ),
    "twelve industries": chart(
        "growth-bars",
        "十二个行业中八个行业增加值实现增长，电子信息和装备制造增速居前",
        "%",
        "计算机、通信和其他电子设备制造业|电气机械和器材制造业|黑色金属冶炼和压延加工业|化学原料和化学制品制造业|非金属矿物制品业|"
        "通用设备制造业|煤炭开采和洗选业|电力、热力生产和供应业|农副食品加工业|医药制造业|纺织服装、服饰业|烟花爆竹及焰火产品制造业",
        series(
            "2025年",
            *map(percent, ("38.6", "25.1", "14.2", "11.9", "9.6", "7.4", "3.3", "1.2", "-2.1", "-4.8", "-11.3", "-20.02")),
        ),
        mark=("7.7", "全市7.7%"),
    ),
    "two periods": chart(
        "growth-bars",
        "多数园区增速比上年加快",
        "%",
        "萍乡经济技术开发区|芦溪工业园区|上栗工业园区|湘东工业园区|莲花工业园区",
        series("2024年", percent("6.2"), percent("8.4"), percent("-3.1"), Point(None), percent("5.0")),
        series("2025年", percent("9.5"), percent("8.8"), percent("4.6"), percent("12.7", "preliminary"), percent("-1.9")),
    ),
    "huge range": chart(
        "growth-bars",
        "锂电新能源产业营业收入增长3倍以上",
        "%",
        "锂电新能源|电子信息|节能环保|工业陶瓷",
        series("2022年", percent("307"), percent("31.4"), percent("12"), percent("2.8")),
    ),
    "enterprises": chart(
        "levels",
        "规模以上工业企业五年增加331家",
        "家",
        "2020|2025",
        series("规上工业企业", point("609", "derived"), "940"),
    ),
    "revenue": chart(
        "levels",
        "规模以上工业营业收入跨上千亿元台阶",
        "亿元",
        "2017|2020|2021|2022|2023|2024|2025",
        series(
            "营业收入", "812.4", "850.7", "1068.21", point("990", "approximate", "约990"), "1012.8", "", point("1200", "target")
        ),
        notes=("2024年数据未公布",),
    ),
    "grouped": chart(
        "levels",
        "制造业企业占新增规上企业的大多数",
        "家",
        "2021|2022|2023|2024|2025",
        series("全部规上工业企业", "690", "741", "803", "871", "940"),
        series("其中：制造业企业", "632", "680", "741", "809", "868"),
    ),
    "profit and loss": chart(
        "levels",
        "四个行业利润由负转正",
        "亿元",
        "2021|2022|2023|2024|2025",
        series("煤炭", "-1.24", "-0.86", "0.3", "0.9", "1.2"),
        series("钢铁", "12.5", "-8.1", "-2.4", "3.3", "6.6"),
        series("建材", "4.4", "3.1", "2.2", "2.6", "3"),
        series("陶瓷", "2.1", "1.6", "1.1", "1.7", "2.2"),
    ),
    "crowd": chart(
        "levels",
        "十二年来三项指标逐年上升",
        "亿元",
        "|".join(str(year) for year in range(2014, 2026)),
        series("营业收入", *(f"{1000 + 7 * step * step}.5" for step in range(12))),
        series("增加值", *(f"{300 + 11 * step}.25" for step in range(12))),
        series("利润", *(f"{50 + 3 * step}.08" for step in range(12))),
        series("税金", *(f"{20 + 2 * step}.6" for step in range(12))),
    ),
    "long periods": chart(
        "levels",
        "历次规划期技术改造投资持续增加",
        "亿元",
        "“十一五”时期（2006—2010年）|“十二五”时期（2011—2015年）|“十三五”时期（2016—2020年）|“十四五”时期（2021—2025年）",
        series("技术改造投资", "286", "455", "712", point("1030.5", "preliminary")),
    ),
    "one value": chart("levels", "5G基站建成4125座", "座", "2025年底", series("5G基站", "4125")),
    "specialised firms": chart(
        "ladder",
        "专精特新梯度培育体系基本形成",
        "家",
        "省级专精特新中小企业|国家级专精特新“小巨人”企业|国家级重点“小巨人”企业",
        series("2025年", "257", "26", "9"),
    ),
    "steep ladder": chart(
        "ladder",
        "创新型中小企业是专精特新企业的后备力量",
        "家",
        "创新型中小企业|省级专精特新中小企业|国家级专精特新“小巨人”企业|制造业单项冠军企业",
        series("2025年", point("3120", "approximate", "3100余"), "257", "26", "2"),
        notes=("创新型中小企业数为概数",),
    ),
    "completion": chart(
        "progress",
        "五项目标全部超额完成",
        "%",
        "规上工业营业收入|工业固定资产投资|亿元以上技改项目|新增规上工业企业|新建5G基站",
        series("完成计划", *map(percent, ("105.46", "106.45", "134.8", "138.7", "148.4"))),
        mark=("100", "年度计划"),
    ),
    "behind plan": chart(
        "progress",
        "四类项目中两类完成年度投资计划",
        "%",
        "重点产业链强链补链延链固链项目（四十个）|数字化转型示范项目|绿色制造项目|园区基础设施提升改造项目",
        series("完成年度计划", percent("307"), percent("100"), percent("62.5", "preliminary"), percent("2.8")),
        mark=("100", "年度计划100%"),
    ),
    "progress of two years": chart(
        "progress",
        "项目进度快于上年",
        "%",
        "省级重点项目|市级重点项目|县区重点项目",
        series("2024年", percent("96.2"), percent("88.4"), percent("101.3")),
        series("2025年", percent("113.9"), percent("105.46"), Point(None)),
    ),
    "english": chart(
        "growth-years",
        "Industrial output rose 7.7 percent in 2025, the fastest growth since 2021 and 0.8 points above the province",
        "%",
        "2021|2022|2023|2024|2025",
        series("Pingxiang", "11.3", point("-9.9", "derived"), "2.8", "5.4", "7.7"),
        series("Jiangxi", "11.4", "7.1", "5.4", "8.5", "6.9"),
        notes=("Growth at constant prices.",),
        source="Source: Pingxiang Municipal Bureau of Statistics.",
    ),
    "english bars": chart(
        "growth-bars",
        "All three groups grew faster than industry as a whole",
        "%",
        "Ten key industrial chains|Four new growth drivers|Intelligent manufacturing equipment",
        series("2025", percent("10.8"), percent("14.9"), percent("25.9")),
        mark=("7.7", "all industry 7.7%"),
        source="Source: Pingxiang Municipal Bureau of Statistics.",
    ),
    "two years": chart(
        "growth-years",
        "规上工业利润由降转增",
        "%",
        "2024|2025",
        series("利润总额增速", "-20.02", "35.6"),
        mark=("5.3", "全省2025年5.3%"),
    ),
    "quarters": chart(
        "growth-years",
        "全年增速前低后高、逐季回升",
        "%",
        "一季度|上半年|前三季度|全年",
        series("规上工业增加值累计增速", "5.1", "6.0", "7.2", "7.7"),
        mark=("6.9", "全省全年6.9%"),
    ),
}
