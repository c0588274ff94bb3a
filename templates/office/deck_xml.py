"""PresentationML for ``make_deck.py``: masters, layouts, themes and the package round them, as text."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from reportgen.writers.package import pack

EMU = 914400
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


@dataclass(frozen=True, slots=True)
class Design:
    """A whole look."""

    colours: Mapping[str, str]
    """The twelve theme colours, ``RRGGBB``."""
    font: str
    """For Chinese and Latin text alike."""
    master: tuple[Place, Place]
    """Title and body of the master; every level of the body is set as its last one from there on."""
    footer: tuple[Place, ...]
    """Date, source and slide number of every slide that is not plain."""
    bars: tuple[Bar, ...]
    layouts: tuple[Layout, ...]


# --- shapes -----------------------------------------------------------------------------------------------------------------


def emu(inches: float) -> int:
    return round(inches * EMU)


def frame(box: tuple[float, float, float, float]) -> str:
    left, top, wide, high = map(emu, box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def solid(colour: str) -> str:
    return f"<a:solidFill>{colour}</a:solidFill>" if colour else ""


def level(number: int, style: Style, face: str = "mn") -> str:
    """Return the properties of one level in the minor (``mn``) or major (``mj``) theme font.

    ``hangingPunct="0"`` keeps punctuation inside the shape, as it was measured.
    """
    margin, indent, mark = 0, 0, "<a:buNone/>"
    if style.bullet:
        margin, indent = emu(0.3 * number), -emu(0.26)
        mark = f'<a:buClr>{ACCENT}</a:buClr><a:buSzPct val="70000"/><a:buFont typeface="Arial"/><a:buChar char="■"/>'
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{indent}" algn="{style.align}" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        f'<a:lnSpc><a:spcPct val="{style.line * 1000}"/></a:lnSpc><a:spcBef><a:spcPct val="{style.before * 1000}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{mark}'
        f'<a:defRPr sz="{round(style.size * 100)}" b="{int(style.bold)}" kern="1200">{solid(style.colour)}'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr>'
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
    face = "mj" if place.kind in ("title", "ctrTitle") else "mn"
    styles = "".join(level(n, style, face) for n, style in enumerate(place.levels, 1))
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
        '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        + "".join(shapes)
        + "</p:spTree>"
    )


def numbered(places: tuple[Place, ...], footer: tuple[Place, ...]) -> tuple[tuple[int, Place], ...]:
    """Give the footer 10 to 12, as PowerPoint does, and the others the numbers from 13 in their order."""
    return (*enumerate(places, 13), *enumerate(footer, 10))


# --- parts ------------------------------------------------------------------------------------------------------------------


def guid(name: str) -> str:
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"reportgen/deck/{name}")).upper() + "}"


COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def layout_part(layout: Layout, footer: tuple[Place, ...]) -> str:
    shown = ' showMasterSp="0"' if layout.plain else ""
    places = numbered(layout.places, () if layout.plain else footer)
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"{shown}><p:cSld name="{layout.name}">'
        f"{tree(layout.bars, places)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_part(design: Design) -> str:
    title, body = design.master
    places = tuple(enumerate((title, body, *design.footer)))
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n}"/>' for n in range(1, len(design.layouts) + 1))
    levels = (*body.levels, *(replace(body.levels[-1], size=14) for _ in range(9 - len(body.levels))))
    shapes = tree(design.bars, places).replace(' hasCustomPrompt="1"', "")  # the attribute is for layouts alone
    return (
        f'{DECLARATION}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg><p:bgRef idx="1001">{WHITE}</p:bgRef></p:bg>'
        f"{shapes}</p:cSld>{COLOUR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level(1, title.levels[0], 'mj')}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(level(n, style) for n, style in enumerate(levels, 1))}</p:bodyStyle>"
        f"<p:otherStyle>{PLAIN_LEVELS}</p:otherStyle></p:txStyles></p:sldMaster>"
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


PLAIN_LEVELS = "".join(level(n, Style(18)) for n in range(1, 10))


def notes_master_part() -> str:
    style = level(1, Style(12, before=30))
    shapes = tree((), ()).replace("</p:spTree>", NOTES_PLACES + "</p:spTree>")
    return (
        f'{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001">{WHITE}</p:bgRef></p:bg>{shapes}</p:cSld>'
        f"{COLOUR_MAP}<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"
    )


def theme_part(design: Design, name: str) -> str:
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in design.colours.items())
    font = design.font
    faces = f'<a:latin typeface="{font}"/><a:ea typeface="{font}"/><a:cs typeface=""/><a:font script="Hans" typeface="{font}"/>'
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
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{PLAIN_LEVELS}</p:defaultTextStyle></p:presentation>"
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
        f"{edge('bottom', 19050)}</a:tcBdr></a:tcStyle></a:wholeTbl><a:firstRow>{head}<a:tcStyle><a:tcBdr>{edge('bottom', 9525)}"
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
EMPTY = "{}<p:{} " + NAMESPACES + "/>"

# --- the package ------------------------------------------------------------------------------------------------------------

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml"


def relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if "://" in kind else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    )


def content_types(parts: dict[str, str]) -> str:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def typed_parts(design: Design) -> dict[str, tuple[str, str]]:
    """Return name to (content type, content) of every part but the relations."""
    layouts = {
        f"ppt/slideLayouts/slideLayout{n}.xml": (f"{MAIN}.slideLayout+xml", layout_part(layout, design.footer))
        for n, layout in enumerate(design.layouts, 1)
    }
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    return layouts | {
        "ppt/presentation.xml": (f"{MAIN}.presentation.main+xml", presentation_part()),
        "ppt/slideMasters/slideMaster1.xml": (f"{MAIN}.slideMaster+xml", master_part(design)),
        "ppt/notesMasters/notesMaster1.xml": (f"{MAIN}.notesMaster+xml", notes_master_part()),
        "ppt/theme/theme1.xml": (theme, theme_part(design, "reportgen")),
        "ppt/theme/theme2.xml": (theme, theme_part(design, "reportgen notes")),
        "ppt/tableStyles.xml": (f"{MAIN}.tableStyles+xml", table_styles_part()),
        "ppt/presProps.xml": (f"{MAIN}.presProps+xml", EMPTY.format(DECLARATION, "presentationPr")),
        "ppt/viewProps.xml": (f"{MAIN}.viewProps+xml", EMPTY.format(DECLARATION, "viewPr")),
        "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", CORE),
        "docProps/app.xml": ("application/vnd.openxmlformats-officedocument.extended-properties+xml", APP),
    }


def relation_parts(layouts: int) -> dict[str, str]:
    """Return the relations of every part, for so many layouts."""
    numbers = range(1, layouts + 1)
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    files = {
        "_rels/.rels": relations(
            ("officeDocument", "ppt/presentation.xml"), (core, "docProps/core.xml"), ("extended-properties", "docProps/app.xml")
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers), ("theme", "../theme/theme1.xml")
        ),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(("theme", "../theme/theme2.xml")),
    }
    back = relations(("slideMaster", "../slideMasters/slideMaster1.xml"))
    return files | {f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": back for n in numbers}


def package(design: Design) -> bytes:
    """Return the whole file; the same bytes for the same design."""
    typed = typed_parts(design)
    parts = {name: text for name, (_, text) in typed.items()} | relation_parts(len(design.layouts))
    parts["[Content_Types].xml"] = content_types({name: kind for name, (kind, _) in typed.items()})
    return pack({name: text.encode() for name, text in parts.items()})
