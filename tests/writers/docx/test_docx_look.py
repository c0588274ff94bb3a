"""The look: what a reference file must have, and what the official one says."""

from __future__ import annotations

import runpy
import sys
import zipfile
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, attribute, parts
from docx_samples import annual, english, stub_draw
from lxml import etree

from reportgen.errors import WriterError
from reportgen.writers.docx import write
from reportgen.writers.docx.look import STYLES, edition, open_look
from reportgen.writers.docx.xml import Element, find, value

MEASURED = """
Normal                  仿宋_GB2312 16 pt, -0.25 pt, exactly 28.95 pt, both
Title                   方正小标宋简体 22 pt, 0 pt, exactly 28.95 pt, center, kept
Subtitle                楷体_GB2312 16 pt, -0.25 pt, exactly 28.95 pt, center, kept
heading 1               黑体 16 pt, -0.25 pt, exactly 28.95 pt, both, indent 200, kept, level 0
heading 2               楷体_GB2312 16 pt, -0.25 pt, exactly 28.95 pt, both, indent 200, kept, level 1
heading 3               仿宋_GB2312 16 pt bold, -0.25 pt, exactly 28.95 pt, both, indent 200, kept, level 2
Body Text               仿宋_GB2312 16 pt, -0.25 pt, exactly 28.95 pt, both, indent 200
List Bullet             仿宋_GB2312 16 pt, -0.25 pt, exactly 28.95 pt, both, indent 200
Note                    楷体_GB2312 12 pt, 0 pt, exactly 20 pt, both, indent 200
Figure                  仿宋_GB2312 16 pt, -0.25 pt, single, center, kept
caption                 黑体 12 pt, 0 pt, exactly 20 pt, center
Table Caption           黑体 12 pt, 0 pt, exactly 20 pt, center, kept
Table Header            黑体 10.5 pt, 0 pt, exactly 16 pt, center, kept
Table Text              宋体 10.5 pt, 0 pt, exactly 16 pt, left
Table Number            宋体 10.5 pt, 0 pt, exactly 16 pt, right
Table Text Small        宋体 9 pt, 0 pt, exactly 13 pt, left
Table Note              宋体 9 pt, 0 pt, exactly 13 pt, both
footnote text           宋体 9 pt, 0 pt, exactly 13 pt, both
footer                  宋体 14 pt, 0 pt, exactly 16 pt, both
""".strip().splitlines()
"""Font, size, distance of characters, line pitch, alignment and first line (hundredths of a character), inheritance resolved."""


def tree(name: str) -> Element:
    return etree.fromstring(parts(LOOK.read_bytes())[name])


def chain(name: str) -> list[Element]:
    """Return a style and those that it is based on, nearest first."""
    styles = {value(node, "styleId"): node for node in all_of(tree("word/styles.xml"), "w:style")}
    nodes = [next(node for node in styles.values() if value(found(node, "w:name")) == name)]
    while (base := find(nodes[-1], "w:basedOn")) is not None:
        nodes.append(styles[value(base)])
    return nodes


def found(node: Element, path: str) -> Element:
    child = find(node, path)
    assert child is not None, path
    return child


def resolved(name: str, path: str, attribute: str = "val") -> str:
    """Return the nearest value of a property; ``on`` for a property without one, empty where no style has it."""
    for style in (*chain(name), found(tree("word/styles.xml"), "w:docDefaults/w:rPrDefault")):
        property_ = find(style, path)
        if property_ is not None and (not attribute or value(property_, attribute)):
            return value(property_, attribute) if attribute else "on"
    return ""


def in_words(name: str) -> str:
    size, close = int(resolved(name, "w:rPr/w:sz")) / 2, int(resolved(name, "w:rPr/w:spacing")) / 20
    exact = resolved(name, "w:pPr/w:spacing", "lineRule") == "exact"
    indent, level = resolved(name, "w:pPr/w:ind", "firstLineChars"), resolved(name, "w:pPr/w:outlineLvl")
    said = (
        f"{resolved(name, 'w:rPr/w:rFonts', 'eastAsia')} {size:g} pt{' bold' if resolved(name, 'w:rPr/w:b', '') else ''}",
        f"{close:g} pt",
        f"exactly {int(resolved(name, 'w:pPr/w:spacing', 'line')) / 20:g} pt" if exact else "single",
        resolved(name, "w:pPr/w:jc"),
        f"indent {indent}" if indent else "",
        "kept" if resolved(name, "w:pPr/w:keepNext", "") else "",
        f"level {level}" if level else "",
    )
    return f"{name:<24}{', '.join(filter(None, said))}"


@pytest.mark.parametrize("line", MEASURED, ids=lambda line: line[:24].strip())
def test_the_official_styles_are_those_of_the_standard(line: str) -> None:
    assert in_words(line[:24].strip()) == line


def test_digits_and_latin_letters_are_in_times_new_roman() -> None:
    assert {resolved(name, "w:rPr/w:rFonts", "ascii") for name in STYLES["paragraph"]} == {"Times New Roman"}


def test_the_page_is_the_standard_one() -> None:
    page = found(tree("word/document.xml"), "w:body/w:sectPr")
    size, margins = found(page, "w:pgSz"), found(page, "w:pgMar")
    assert [mm(size, edge) for edge in "wh"] == [210, 297]
    assert [mm(margins, edge) for edge in ("top", "right", "bottom", "left")] == [37, 26, 35, 28]
    assert find(page, "w:docGrid") is None


def mm(node: Element, name: str) -> int:
    return round(int(value(node, name)) / 1440 * 25.4)


def test_page_numbers_stand_outside_one_character_in() -> None:
    footers = {
        attribute(node, "w:type"): attribute(node, "r:id") for node in all_of(tree("word/document.xml"), ".//w:footerReference")
    }
    targets = {node.get("Id"): f"word/{node.get('Target')}" for node in tree("word/_rels/document.xml.rels")}
    sides = {kind: found(tree(targets[key]), "w:p/w:pPr") for kind, key in footers.items() if kind}
    assert {kind: value(found(node, "w:jc")) for kind, node in sides.items()} == {"default": "right", "even": "left"}
    assert value(found(sides["default"], "w:ind"), "rightChars") == "100"
    assert value(found(sides["even"], "w:ind"), "leftChars") == "100"
    assert find(tree("word/settings.xml"), "w:evenAndOddHeaders") is not None


def test_widows_are_not_controlled_so_that_pages_hold_their_lines() -> None:
    assert resolved("Body Text", "w:pPr/w:widowControl") == "0"


def test_every_chinese_font_has_a_stand_in() -> None:
    fonts = all_of(tree("word/fontTable.xml"), "w:font")
    lacking = [attribute(font, "w:name") for font in fonts if find(font, "w:altName") is None]
    assert lacking == ["Times New Roman"]


def test_tables_have_three_lines() -> None:
    style = chain("Three-Line Table")[0]
    borders = {str(node.tag).rpartition("}")[2]: value(node, "sz") for node in found(style, "w:tblPr/w:tblBorders")}
    header = found(style, "w:tblStylePr")
    assert borders == {"top": "12", "bottom": "12"}
    assert (value(header, "type"), value(found(header, "w:tcPr/w:tcBorders/w:bottom"), "sz")) == ("firstRow", "6")


@pytest.mark.parametrize("name", ["official.docx", "official.en.docx"])
def test_each_file_is_what_its_script_makes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(LOOK.parent), *sys.path])
    script = runpy.run_path(str(LOOK.parent / "make_official.py"))
    assert parts(script["make"](script["EDITIONS"][name])) == parts((LOOK.parent / name).read_bytes())


def test_reports_in_english_take_the_english_edition_of_the_look() -> None:
    assert edition(LOOK, "en") == LOOK.parent / "official.en.docx"
    assert (
        parts(write(english(), LOOK, stub_draw).data)["word/styles.xml"]
        == parts(edition(LOOK, "en").read_bytes())["word/styles.xml"]
    )


@pytest.mark.parametrize("name", ["official.en.docx", "report.en.docx"])
def test_english_is_set_flush_left_so_that_no_line_is_spread_out(name: str) -> None:
    assert b'w:jc w:val="both"' not in parts((LOOK.parent / name).read_bytes())["word/styles.xml"]


def test_a_look_without_editions_serves_every_language(tmp_path: Path) -> None:
    assert edition(tmp_path / "look.docx", "en") == tmp_path / "look.docx"
    assert edition(LOOK, "zh") == LOOK


def test_sizes_of_type_follow_the_styles_they_are_based_on() -> None:
    look = open_look(LOOK)
    assert (look.points("Body Text"), look.points("Table Number Small"), look.width) == (16, 9, 8845)


def changed_look(path: Path, old: str, new: str, part: str = "word/styles.xml") -> Path:
    """Write the official look with one string replaced."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts(LOOK.read_bytes()).items():
            archive.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return path


def fault_of(look: Path) -> str:
    with pytest.raises(WriterError) as fault:
        write(annual(), look, stub_draw)
    return str(fault.value)


def test_a_look_without_a_style_is_told_what_it_lacks_and_has(tmp_path: Path) -> None:
    look = changed_look(tmp_path / "look.docx", 'w:val="Table Unit"', 'w:val="表格单位"')
    first, hint = fault_of(look).splitlines()
    assert first == f"{look}: the look lacks the style 'Table Unit'"
    assert hint.startswith("  hint: its styles are 'Normal', 'Title', 'Subtitle'")
    assert "'表格单位'" in hint


def test_built_in_styles_are_known_in_any_case(tmp_path: Path) -> None:
    look = changed_look(tmp_path / "look.docx", 'w:val="heading 1"', 'w:val="Heading 1"')
    assert write(annual(), look, stub_draw).data


def test_a_missing_look_is_named(tmp_path: Path) -> None:
    look = tmp_path / "none.docx"
    assert fault_of(look) == f"{look}: there is no such file\n  hint: a look is a .docx file"


@pytest.mark.parametrize("content", [b"", b"plain text", b"PK\x03\x04broken"])
def test_a_look_that_is_no_word_file_is_named(tmp_path: Path, content: bytes) -> None:
    look = tmp_path / "look.docx"
    look.write_bytes(content)
    assert fault_of(look).startswith(f"{look}: the file is no Word document")


def test_a_deck_is_no_look(tmp_path: Path) -> None:
    look = changed_look(
        tmp_path / "look.docx", "wordprocessingml.document.main", "presentationml.presentation.main", "[Content_Types].xml"
    )
    assert fault_of(look).startswith(f"{look}: the file is no Word document")


def test_broken_xml_in_a_look_is_named(tmp_path: Path) -> None:
    look = changed_look(tmp_path / "look.docx", "<w:body>", "<w:body><", "word/document.xml")
    assert fault_of(look).startswith(f"{look}: the file is no Word document")


def test_a_look_without_page_setup_is_named(tmp_path: Path) -> None:
    look = changed_look(tmp_path / "look.docx", "w:pgSz", "w:paperSrc", "word/document.xml")
    assert fault_of(look) == f"{look}: the look has no page size or margins\n  hint: set up the page in Word and save the file"


def test_a_list_style_without_numbering_is_named(tmp_path: Path) -> None:
    look = changed_look(tmp_path / "look.docx", '<w:numPr><w:numId w:val="2"/></w:numPr>', "")
    assert fault_of(look) == "the style 'List Number' of the look has no numbering\n  hint: give it one in Word's style dialog"
