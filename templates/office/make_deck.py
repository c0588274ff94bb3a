"""Make ``deck.pptx``, the look of the slide decks: one 16:9 master and thirteen layouts found by name.

Run ``python templates/office/make_deck.py`` after a change here; a test holds the committed file to this script. Everything
that people may want to restyle is a theme colour, a theme font or a placeholder. All lengths are inches, all type is in points.

The writer finds a layout by its name and a placeholder by its name without the number at the end (``Chart 2`` is a chart).
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from reportgen.writers.package import pack

EMU = 914400
WIDTH, HEIGHT = 13.333, 7.5
LEFT, WIDE = 0.75, 11.833
"""Left margin and the width between the margins."""

THEME = {
    "dk1": "1F2A37", "lt1": "FFFFFF", "dk2": "163E6E", "lt2": "F1F4F8", "accent1": "163E6E", "accent2": "D9782D",
    "accent3": "0B6058", "accent4": "777B80", "accent5": "A61E22", "accent6": "B07A1E", "hlink": "163E6E", "folHlink": "5B4A8A",
}
FONT = "微软雅黑"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# --- colours: theme colours only, so that a change of theme reaches everything -------------------------------------------

INK = '<a:schemeClr val="tx1"/>'
MUTED = '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="25000"/></a:schemeClr>'
DEEP = '<a:schemeClr val="tx2"/>'
ACCENT = '<a:schemeClr val="accent1"/>'
RED = '<a:schemeClr val="accent5"/>'
WHITE = '<a:schemeClr val="bg1"/>'
PALE = '<a:schemeClr val="bg2"/>'
RULE = '<a:schemeClr val="bg2"><a:lumMod val="85000"/></a:schemeClr>'

# --- what a layout is made of ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Style:
    """How one level of a placeholder is set."""

    size: float
    colour: str = INK
    bold: bool = False
    align: str = "l"
    bullet: bool = False
    before: int = 0
    """Space above a paragraph, in percent of its size."""
    line: int = 100
    """Line spacing in percent of the font's own."""


@dataclass(frozen=True, slots=True)
class Place:
    """One placeholder: ``kind`` is the type in the file, ``name`` how the writer finds it."""

    kind: str
    name: str
    box: tuple[float, float, float, float]
    levels: tuple[Style, ...]
    prompt: str
    anchor: str = "t"
    inset: tuple[float, float, float, float] = (0, 0, 0, 0)
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A plain rectangle of one colour."""

    box: tuple[float, float, float, float]
    colour: str


@dataclass(frozen=True, slots=True)
class Layout:
    name: str
    places: tuple[Place, ...]
    bars: tuple[Bar, ...] = ()
    plain: bool = False
    """Without the footer and the shapes of the master."""


# --- the page ---------------------------------------------------------------------------------------------------------------

TOP, FOOT = 1.85, 6.62
"""The body of a slide lies between these heights."""

TITLE_STYLE = Style(28, DEEP, bold=True, line=90)
BODY = (
    Style(20, bullet=True, before=50),
    Style(18, bullet=True, before=40),
    Style(16, bullet=True, before=30),
)
SIDE = tuple(replace(style, size=style.size - 2) for style in BODY)
SMALL = (Style(11, MUTED),)

TITLE = Place("title", "Title", (LEFT, 0.72, WIDE, 0.92), (TITLE_STYLE,), "标题：一句话说出本页结论，不超过两行")
MARKER = Place("body", "Marker", (LEFT, 0.36, WIDE, 0.32), (Style(12, ACCENT),), "所属章节", "ctr")
FOOTER = (
    Place("dt", "Date", (9.95, 6.88, 1.75, 0.4), (Style(11, MUTED, align="r"),), "", "ctr"),
    Place("ftr", "Source", (LEFT, 6.88, 9.0, 0.4), SMALL, "", "ctr"),
    Place("sldNum", "Slide number", (11.8, 6.88, 0.783, 0.4), (Style(11, DEEP, bold=True, align="r"),), "", "ctr"),
)
MASTER_BARS = (
    Bar((0, 0.42, 0.16, 0.86), ACCENT),
    Bar((LEFT, 6.8, WIDE, 0.01), RULE),
)


def points(box: tuple[float, float, float, float], levels: tuple[Style, ...], prompt: str, anchor: str = "t") -> Place:
    return Place("body", "Points", box, levels, prompt, anchor)


def strip() -> Place:
    """Two lines of text under the main matter; its room goes to the matter where it is not used."""
    return points((LEFT, 5.72, WIDE, 0.9), tuple(replace(s, size=16, before=25) for s in BODY), "要点：一至两条", "b")


def note(left: float = LEFT, width: float = WIDE, top: float = 6.2) -> Place:
    return Place("body", "Note", (left, top, width, 0.42), SMALL, "注：口径、定义等说明", "b")


def chart(number: str, left: float, width: float, bottom: float = 6.1) -> tuple[Place, Place]:
    """A heading with the subject of a picture, and the picture."""
    heading = Style(14, DEEP, bold=True)
    return (
        Place("body", f"Heading{number}", (left, TOP, width, 0.36), (heading,), "图题（单位）", "ctr"),
        Place("pic", f"Chart{number}", (left, TOP + 0.42, width, bottom - TOP - 0.42), (Style(14, MUTED),), "图表"),
    )


def cards() -> tuple[Place, ...]:
    levels = (
        Style(40, ACCENT, bold=True, line=90),
        Style(16, INK, bold=True, before=15),
        Style(14, MUTED, before=15),
    )
    gap, wide, high = 0.25, (WIDE - 3 * 0.25) / 4, 1.75
    return tuple(
        Place(
            "body", f"Card {n + 1}", (LEFT + n % 4 * (wide + gap), TOP + n // 4 * (high + gap), wide, high), levels,
            "数字", "ctr", (0.22, 0.12, 0.15, 0.12), PALE,
        )
        for n in range(8)
    )


def contents() -> tuple[Place, ...]:
    """Twelve entries in two columns; the writer spreads those that are used over the same area."""
    style, high, wide = Style(20), 0.66, 5.79
    boxes = [(LEFT + n // 6 * (WIDE - wide), TOP + n % 6 * (high + 0.16), wide, high) for n in range(12)]
    return tuple(
        Place("body", f"Contents {n}", box, (style,), "章节标题", "ctr", (0.25, 0.05, 0.2, 0.05), PALE) for n, box in enumerate(boxes, 1)
    )


LAYOUTS = (
    Layout(
        "cover",
        (
            Place("ctrTitle", "Title", (1.0, 1.3, 11.3, 1.95), (Style(40, WHITE, bold=True, line=95),), "标题", "b"),
            Place("subTitle", "Subtitle", (1.0, 3.45, 11.3, 0.85), (Style(22, WHITE),), "副标题", "t"),
            Place("body", "Author", (1.0, 5.35, 11.3, 0.5), (Style(20, INK),), "单位名称", "ctr"),
            Place("body", "Day", (1.0, 5.9, 11.3, 0.45), (Style(16, MUTED),), "日期", "ctr"),
        ),
        (Bar((0, 0, WIDTH, 4.7), DEEP), Bar((0, 4.7, WIDTH, 0.07), RED)),
        plain=True,
    ),
    Layout("contents", (TITLE, *contents())),
    Layout(
        "section",
        (
            Place("title", "Title", (1.6, 3.0, 10.7, 1.5), (Style(36, DEEP, bold=True),), "章节标题", "t"),
            Place("body", "Number", (1.6, 2.3, 10.7, 0.65), (Style(24, ACCENT),), "章节序号", "b"),
        ),
        (Bar((0, 0, 0.9, HEIGHT), DEEP), Bar((0.9, 0, 0.05, HEIGHT), RED)),
        plain=True,
    ),
    Layout("key figures", (TITLE, MARKER, *cards(), strip())),
    Layout(
        "chart and points",
        (
            TITLE, MARKER, *chart("", LEFT, 7.3),
            points((8.5, TOP, 4.083, 4.77), SIDE, "要点：三至五条，每条不超过三行", "ctr"), note(width=7.3),
        ),
        (Bar((8.27, TOP, 0.01, 4.77), RULE),),
    ),
    Layout("two charts", (TITLE, MARKER, *chart(" 1", LEFT, 5.75, 5.2), *chart(" 2", 6.833, 5.75, 5.2),
                          replace(strip(), box=(LEFT, 5.3, WIDE, 0.85)), note())),
    Layout("chart", (TITLE, MARKER, *chart("", LEFT, WIDE), note())),
    Layout("points", (TITLE, MARKER, points((LEFT, TOP, WIDE, 4.3), BODY, "要点：三至六条，每条不超过两行"), note())),
    Layout(
        "table",
        (
            TITLE, MARKER,
            Place("body", "Heading", (LEFT, TOP, 8.5, 0.36), (Style(14, DEEP, bold=True),), "表题", "ctr"),
            Place("body", "Unit", (9.35, TOP, 3.233, 0.36), (Style(12, MUTED, align="r"),), "单位：", "ctr"),
            Place("tbl", "Table", (LEFT, TOP + 0.42, WIDE, 2.93), (Style(16),), "表格"),
            replace(strip(), box=(LEFT, 5.3, WIDE, 0.85)), note(),
        ),
    ),
    Layout(
        "progress",
        (
            TITLE, MARKER, *chart("", LEFT, 8.0),
            points((9.2, TOP, 3.383, 4.77), SIDE, "要点：二至四条，每条不超过三行", "ctr"), note(width=8.0),
        ),
        (Bar((8.97, TOP, 0.01, 4.77), RULE),),
    ),
    Layout(
        "timeline",
        (TITLE, MARKER, Place("tbl", "Timeline", (LEFT, TOP, WIDE, 4.25), (Style(18),), "时间轴"), note()),
    ),
    Layout("sources", (TITLE, points((LEFT, TOP, WIDE, 4.77), (Style(14, bullet=True, before=40),), "资料来源"))),
    Layout(
        "closing",
        (
            Place("title", "Title", (1.0, 2.2, 11.3, 1.6), (Style(36, WHITE, bold=True),), "结束语", "b"),
            Place("body", "Author", (1.0, 5.35, 11.3, 0.5), (Style(20, INK),), "单位名称", "ctr"),
            Place("body", "Day", (1.0, 5.9, 11.3, 0.45), (Style(16, MUTED),), "日期", "ctr"),
        ),
        (Bar((0, 0, WIDTH, 4.7), DEEP), Bar((0, 4.7, WIDTH, 0.07), RED)),
        plain=True,
    ),
)

# --- shapes -----------------------------------------------------------------------------------------------------------------


def emu(inches: float) -> int:
    return round(inches * EMU)


def frame(box: tuple[float, float, float, float]) -> str:
    left, top, wide, high = map(emu, box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def solid(colour: str) -> str:
    return f"<a:solidFill>{colour}</a:solidFill>" if colour else ""


def level(number: int, style: Style) -> str:
    """Return the properties of one level; ``hangingPunct="0"`` keeps punctuation inside the shape, as it was measured."""
    margin, indent, mark = 0, 0, "<a:buNone/>"
    if style.bullet:
        margin, indent = emu(0.3 * number), -emu(0.26)
        mark = f'<a:buClr>{ACCENT}</a:buClr><a:buSzPct val="70000"/><a:buFont typeface="Arial"/><a:buChar char="■"/>'
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{indent}" algn="{style.align}" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        f'<a:lnSpc><a:spcPct val="{style.line * 1000}"/></a:lnSpc><a:spcBef><a:spcPct val="{style.before * 1000}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{mark}'
        f'<a:defRPr sz="{round(style.size * 100)}" b="{int(style.bold)}" kern="1200">{solid(style.colour)}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def body_properties(place: Place) -> str:
    sides = " ".join(f'{side}="{emu(inset)}"' for side, inset in zip(("lIns", "tIns", "rIns", "bIns"), place.inset, strict=True))
    return f'<a:bodyPr vert="horz" wrap="square" {sides} rtlCol="0" anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>'


def run(text: str) -> str:
    return f'<a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>{escape(text)}</a:t></a:r>'


def content(place: Place) -> str:
    """Return the paragraphs that show in the layout: the prompt, or the field of the slide number."""
    if place.kind == "sldNum":
        return f'<a:p><a:fld id="{guid("slide number")}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld></a:p>'
    if not place.prompt:
        return '<a:p><a:endParaRPr lang="zh-CN"/></a:p>'
    return f"<a:p>{run(place.prompt)}</a:p>" + "".join(
        f'<a:p><a:pPr lvl="{depth}"/>{run("第" + "二三"[depth - 1] + "级")}</a:p>' for depth in range(1, len(place.levels))
    )


def placeholder(shape_id: int, idx: int, place: Place) -> str:
    size = ' sz="quarter"' if place.kind in ("dt", "ftr", "sldNum", "body", "pic", "tbl") else ""
    number = "" if place.kind in ("title", "ctrTitle") else f' idx="{idx}"'
    custom = ' hasCustomPrompt="1"' if place.prompt else ""
    styles = "".join(level(n, style) for n, style in enumerate(place.levels, 1))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(place.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.kind}"{size}{number}{custom}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{frame(place.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(place.fill)}</p:spPr>'
        f"<p:txBody>{body_properties(place)}<a:lstStyle>{styles}</a:lstStyle>{content(place)}</p:txBody></p:sp>"
    )


def bar(shape_id: int, shape: Bar) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Bar {shape_id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{frame(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(shape.colour)}<a:ln><a:noFill/></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>'
    )


def tree(bars: tuple[Bar, ...], places: tuple[tuple[int, Place], ...]) -> str:
    shapes = [bar(n, shape) for n, shape in enumerate(bars, 2)]
    shapes += [placeholder(n, idx, place) for n, (idx, place) in enumerate(places, 2 + len(bars))]
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>' + "".join(shapes) + "</p:spTree>"
    )


def numbered(places: tuple[Place, ...], footer: bool) -> tuple[tuple[int, Place], ...]:
    """Give the footer 10 to 12, as PowerPoint does, and the others the numbers from 13 in their order."""
    found = tuple(enumerate(places, 13))
    return found + (tuple(enumerate(FOOTER, 10)) if footer else ())


# --- parts ------------------------------------------------------------------------------------------------------------------


def guid(name: str) -> str:
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"reportgen/deck/{name}")).upper() + "}"


def layout_part(layout: Layout) -> str:
    shown = ' showMasterSp="0"' if layout.plain else ""
    places = numbered(layout.places, footer=not layout.plain)
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"{shown}><p:cSld name="{layout.name}">'
        f"{tree(layout.bars, places)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_part() -> str:
    body = points((LEFT, TOP, WIDE, 4.77), BODY, "单击此处编辑文本")
    places = ((0, TITLE), (1, body), *((n, place) for n, place in enumerate(FOOTER, 2)))
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n}"/>' for n in range(1, len(LAYOUTS) + 1))
    other = "".join(level(n, Style(18)) for n in range(1, 10))
    deeper = "".join(level(n, replace(BODY[-1], size=14)) for n in range(4, 10))
    shapes = tree(MASTER_BARS, places).replace(' hasCustomPrompt="1"', "")  # the attribute is for layouts alone
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES} preserve=\"1\"><p:cSld><p:bg><p:bgRef idx=\"1001\">{WHITE}</p:bgRef></p:bg>"
        f"{shapes}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level(1, TITLE_STYLE).replace('+mn-', '+mj-')}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(level(n, s) for n, s in enumerate(BODY, 1))}{deeper}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


NOTES_PLACES = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/>'
    '<a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    '<a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/>'
    '<a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    '<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/>'
    f"<a:p>{run('备注')}</a:p></p:txBody></p:sp>"
)


def notes_master_part() -> str:
    style = level(1, Style(12, before=30))
    shapes = tree((), ()).replace("</p:spTree>", NOTES_PLACES + "</p:spTree>")
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx=\"1001\">{WHITE}</p:bgRef></p:bg>{shapes}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        f'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>{style}</p:notesStyle></p:notesMaster>'
    )


def theme_part(name: str) -> str:
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in THEME.items())
    faces = f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/><a:cs typeface=""/><a:font script="Hans" typeface="{FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme><a:fontScheme name="{name}"><a:majorFont>{faces}</a:majorFont>'
        f'<a:minorFont>{faces}</a:minorFont></a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def presentation_part() -> str:
    default = "".join(level(n, Style(18)) for n in range(1, 10))
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{default}</p:defaultTextStyle></p:presentation>"
    )


def table_styles_part() -> str:
    """Return the three-line table as the style of tables that people add by hand."""

    def edge(side: str, width: int) -> str:
        return f'<a:{side}><a:ln w="{width}">{solid(DEEP)}</a:ln></a:{side}>'

    text = f'<a:tcTxStyle><a:fontRef idx="minor"/>{INK}</a:tcTxStyle>'
    head = f'<a:tcTxStyle b="on"><a:fontRef idx="minor"/>{DEEP}</a:tcTxStyle>'
    name = guid("three lines")
    return (
        f'{DECLARATION}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{name}">'
        f'<a:tblStyle styleId="{name}" styleName="三线表"><a:wholeTbl>{text}<a:tcStyle><a:tcBdr>{edge("top", 19050)}'
        f'{edge("bottom", 19050)}</a:tcBdr></a:tcStyle></a:wholeTbl><a:firstRow>{head}<a:tcStyle><a:tcBdr>{edge("bottom", 9525)}'
        "</a:tcBdr></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


CORE = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>deck</dc:title>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
)
APP = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<TotalTime>0</TotalTime><PresentationFormat>宽屏</PresentationFormat></Properties>"
)
EMPTY = '{}<p:{} ' + NAMESPACES + "/>"

# --- the package ------------------------------------------------------------------------------------------------------------

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml"


def relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if "://" in kind else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def content_types(parts: dict[str, str]) -> str:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def typed_parts() -> dict[str, tuple[str, str]]:
    """Return name to (content type, content) of every part but the relations."""
    layouts = {
        f"ppt/slideLayouts/slideLayout{n}.xml": (f"{MAIN}.slideLayout+xml", layout_part(layout)) for n, layout in enumerate(LAYOUTS, 1)
    }
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    return layouts | {
        "ppt/presentation.xml": (f"{MAIN}.presentation.main+xml", presentation_part()),
        "ppt/slideMasters/slideMaster1.xml": (f"{MAIN}.slideMaster+xml", master_part()),
        "ppt/notesMasters/notesMaster1.xml": (f"{MAIN}.notesMaster+xml", notes_master_part()),
        "ppt/theme/theme1.xml": (theme, theme_part("reportgen")),
        "ppt/theme/theme2.xml": (theme, theme_part("reportgen notes")),
        "ppt/tableStyles.xml": (f"{MAIN}.tableStyles+xml", table_styles_part()),
        "ppt/presProps.xml": (f"{MAIN}.presProps+xml", EMPTY.format(DECLARATION, "presentationPr")),
        "ppt/viewProps.xml": (f"{MAIN}.viewProps+xml", EMPTY.format(DECLARATION, "viewPr")),
        "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", CORE),
        "docProps/app.xml": ("application/vnd.openxmlformats-officedocument.extended-properties+xml", APP),
    }


def relation_parts() -> dict[str, str]:
    numbers = range(1, len(LAYOUTS) + 1)
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    files = {
        "_rels/.rels": relations(
            ("officeDocument", "ppt/presentation.xml"), (core, "docProps/core.xml"), ("extended-properties", "docProps/app.xml")
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"), ("presProps", "presProps.xml"), ("viewProps", "viewProps.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers), ("theme", "../theme/theme1.xml")
        ),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(("theme", "../theme/theme2.xml")),
    }
    back = relations(("slideMaster", "../slideMasters/slideMaster1.xml"))
    return files | {f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": back for n in numbers}


def deck() -> bytes:
    """Return the whole file; always the same bytes."""
    typed = typed_parts()
    parts = {name: text for name, (_, text) in typed.items()} | relation_parts()
    parts["[Content_Types].xml"] = content_types({name: kind for name, (kind, _) in typed.items()})
    return pack({name: text.encode() for name, text in parts.items()})


if __name__ == "__main__":
    Path(__file__).with_name("deck.pptx").write_bytes(deck())
