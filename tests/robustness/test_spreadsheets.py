"""What Excel, WPS and a hurried clerk do to ``facts.csv``: it works where that is safe, and is one clear fault everywhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from facts.conftest import FACTS, Folder

GROWTH = "growth,city,,2025,,7.7,,%,exact,7.7%,reported,,,001,8,,,,\n"
FORMS = "write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28"
BY_EXCEL = f"{FORMS}; Excel made a date of it: format the column as Text, then type it"
DIGITS = "half-width digits without thousands separators, unit or percent sign"
TO_UTF8 = "in Excel choose 'Save As' and the type 'CSV UTF-8 (Comma delimited)'"


# --- what simply works -----------------------------------------------------------------------------------------------------


def ends_in_crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def ends_as_on_an_old_mac(text: str) -> str:
    return text.replace("\n", "\r")


def has_empty_rows(text: str) -> str:
    return text.replace("\n", "\n" + "," * 18 + "\n\n")


def has_empty_columns(text: str) -> str:
    return text.replace("\n", ",,,\n")


def has_spaces_in_every_cell(text: str) -> str:
    return text.replace(",", " , ")


def has_full_width_spaces(text: str) -> str:
    return text.replace(",7.7,", ",　7.7　,")


def has_a_note_of_two_lines(text: str) -> str:
    return text.replace("两者之差", '"两者\n之差"')


def has_no_last_line_end(text: str) -> str:
    return text.rstrip("\n")


def quotes_every_cell(text: str) -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in text.splitlines())


@pytest.mark.parametrize(
    "change",
    [
        ends_in_crlf,
        ends_as_on_an_old_mac,
        has_empty_rows,
        has_empty_columns,
        has_spaces_in_every_cell,
        has_full_width_spaces,
        has_a_note_of_two_lines,
        has_no_last_line_end,
        quotes_every_cell,
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_a_program_does_in_saving_changes_nothing(folder: Folder, change: Callable[[str], str], mark: str) -> None:
    expected = [(fact.id, fact.quantity, fact.printed) for fact in folder.load().facts]
    (folder.path / "facts.csv").write_bytes((mark + change(FACTS)).encode())
    assert [(fact.id, fact.quantity, fact.printed) for fact in folder.load().facts] == expected


def test_lines_are_counted_as_an_editor_counts_them(folder: Folder) -> None:
    (folder.path / "facts.csv").write_text("\n" + FACTS.replace("\n", "\n\n").replace("7.7,,%,exact", "7,7,,%,exact"), "utf-8")
    assert folder.fault().startswith("facts.csv:4: the row has more or fewer cells")


def test_columns_that_are_not_used_may_be_left_out(folder: Folder) -> None:
    header, row = (
        "indicator,place,period,value,unit,qualifier,printed,status,source,paragraph",
        "firms,city,2025,9,家,exact,9家,reported,001,1",
    )
    (folder.path / "facts.csv").write_text(f"{header}\n{row}\n", "utf-8")
    for name in ("programmes.yaml", "projects.csv"):
        (folder.path / name).unlink()
    (fact,) = folder.load().facts
    assert (fact.id, fact.coverage, fact.basis, fact.quantity.scale) == ("firms:2025#001", "", "", "")


# --- what is refused -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (",7.7,", ',"1,068.21",', f"facts.csv:2: '1,068.21' is not a number\n  hint: write 1068.21: {DIGITS}"),
        (",7.7,", ",1，068.21,", f"facts.csv:2: '1，068.21' is not a number\n  hint: write 1068.21: {DIGITS}"),
        (",7.7,", ",７.７,", f"facts.csv:2: '７.７' is not a plain decimal number\n  hint: write 7.7: {DIGITS}"),
        (",7.7,", ",7.7%,", f"facts.csv:2: '7.7%' is not a number\n  hint: write 7.7: {DIGITS}"),
        (",7.7,", ",7.7％,", f"facts.csv:2: '7.7％' is not a number\n  hint: write 7.7: {DIGITS}"),
        (",7.7,", ",−9.9,", f"facts.csv:2: '−9.9' is not a number\n  hint: write -9.9: {DIGITS}"),
        (",7.7,", ",1_000,", "facts.csv:2: '1_000' is not a plain decimal number\n"
         "  hint: write the figure in Arabic digits, without thousands separators or unit"),
        (",7.7,", ",1.06821E+11,", "facts.csv:2: '1.06821E+11' is not a plain decimal number\n"
         "  hint: write all digits: format the cell as Number in Excel, or use the scale 万 or 亿"),
        (",7.7,", f",{'9' * 31},", f"facts.csv:2: '{'9' * 30}…' has more than 30 digits\n"
         "  hint: write the figure in Arabic digits, without thousands separators or unit"),
        (",7.7,", ",#DIV/0!,", "facts.csv:2: '#DIV/0!' is not a number\n"
         "  hint: write the figure in Arabic digits, without thousands separators or unit"),
        (",,2025,,7.7", ",,May-23,,7.7", f"facts.csv:2: bad period: 'May-23' is not a period or date\n  hint: {BY_EXCEL}"),
        (",,2025,,7.7", ",,2023/1/28,,7.7", f"facts.csv:2: bad period: '2023/1/28' is not a period or date\n  hint: {BY_EXCEL}"),
        (",,2025,,7.7", ",,45047,,7.7", f"facts.csv:2: bad period: '45047' is not a period or date\n  hint: {BY_EXCEL}"),
        (",,2025,,7.7", ",,2023-13,,7.7", "facts.csv:2: bad period: '2023-13' does not exist: check the month and day, and that years "
         f"run forward\n  hint: {FORMS}"),
        (",,2025,,7.7", ",,2025-2021,,7.7", "facts.csv:2: bad period: '2025-2021' does not exist: check the month and day, and that "
         f"years run forward\n  hint: {FORMS}"),
        (",,2025,,7.7", ",,2０25,,7.7", f"facts.csv:2: bad period: '2０25' is not a period or date\n  hint: {FORMS}"),
        (",001,14", ",1,14", "facts.csv:3: unknown source '1'\n  hint: write 001; Excel drops leading zeros: format the column as Text"),
        (",001,14", ",001,0", "facts.csv:3: paragraph '0' is not a whole number\n"
         "  hint: count the non-empty lines of the source from 1"),
        (",001,14", f",001,{'9' * 2000}", f"facts.csv:3: paragraph '{'9' * 2000}' is not a whole number\n"
         "  hint: count the non-empty lines of the source from 1"),
        ("growth,city,,2025,,7", "growth,ci\u200bty,,2025,,7", "facts.csv:2: the character U+200B cannot stand in a text\n"
         "  hint: it is a control character or cannot be seen; delete it, or type the words around it anew"),
        ("两者之差", "两者\u202e之差", "facts.csv:8: the character U+202E cannot stand in a text\n"
         "  hint: it is a control character or cannot be seen; delete it, or type the words around it anew"),
        ("两者之差", "两者\x0b之差", "facts.csv:8: the character U+000B cannot stand in a text\n"
         "  hint: it is a control character or cannot be seen; delete it, or type the words around it anew"),
        ("两者之差", "两者\x00之差", "facts.csv:8: the character U+0000 cannot stand in a text\n"
         "  hint: it is a control character or cannot be seen; delete it, or type the words around it anew"),
    ],
)  # fmt: skip
def test_faults_of_cells(folder: Folder, old: str, new: str, fault: str) -> None:
    folder.replace("facts.csv", old, new)
    assert folder.fault() == fault


def separated_by(sign: str) -> Callable[[str], bytes]:
    return lambda text: text.replace(",", sign).encode()


SEPARATOR = "save it with ',' between the cells; Excel takes the list separator of the system's region settings"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (separated_by(";"), f"facts.csv:1: the cells are separated by ';' and not by ','\n  hint: {SEPARATOR}"),
        (separated_by("\t"), f"facts.csv:1: the cells are separated by tabs and not by ','\n  hint: {SEPARATOR}"),
        (separated_by("，"), f"facts.csv:1: the cells are separated by '，' and not by ','\n  hint: {SEPARATOR}"),
        (
            lambda text: text.encode("utf-16"),
            f"facts.csv:1: the file is UTF-16, as Excel's 'Unicode Text' is, and not UTF-8\n  hint: {TO_UTF8}",
        ),
        (
            lambda text: text.encode("gbk"),
            f"facts.csv:4: the file is in GBK, as Excel's plain 'CSV' is in Chinese, and not in UTF-8\n  hint: {TO_UTF8}",
        ),
        (lambda text: text.encode() + b"\xff\xff\xff", f"facts.csv:9: the file is not UTF-8 text\n  hint: {TO_UTF8}"),
        (
            lambda text: f"附件1 主要指标{',' * 18}\n单位：%{',' * 18}\n{text}".encode(),
            "facts.csv:1: the names of the columns stand in line 3 and not at the top\n"
            "  hint: delete the rows above it, and take merged cells apart",
        ),
        (
            lambda text: text.replace("formula,note", "formula,value").encode(),
            "facts.csv:1: column 'value' is given twice\n  hint: delete or rename one of the two",
        ),
        (
            lambda text: text.replace("as_of,value", "as_of,", 1).encode(),
            "facts.csv:1: column 'value' is missing\n  hint: the columns are indicator, place, dimension, period, as_of, value, scale, "
            "unit, qualifier, printed, status, basis, coverage, source, paragraph, also, parents, formula, note",
        ),
        (
            lambda text: text.replace(",7.7,", ",1,068.21,").encode(),
            "facts.csv:2: the row has more or fewer cells than the header\n"
            "  hint: quote cells that hold commas, and write numbers without them",
        ),
        (
            lambda text: text.replace("两者之差", '"两者之差').encode(),
            "facts.csv:8: not valid CSV: unexpected end of data\n  hint: check the quotes",
        ),
        (
            lambda text: text.replace("两者之差", "字" * 200_000).encode(),
            "facts.csv:8: not valid CSV: field larger than field limit (131072)\n  hint: check the quotes",
        ),
        (
            lambda text: text.replace("两者之差", "字" * 3001).encode(),
            "facts.csv:8: a cell holds more than 3000 characters\n  hint: shorten it, and check the quotes",
        ),
        (
            lambda text: b"",
            "facts.csv:1: column 'indicator' is missing\n  hint: the columns are indicator, place, dimension, period, as_of, value, "
            "scale, unit, qualifier, printed, status, basis, coverage, source, paragraph, also, parents, formula, note",
        ),
        (
            lambda text: b"PK\x03\x04\x14\x00\x06\x00",  # a workbook with the wrong ending
            f"facts.csv: this is a workbook and not text\n  hint: {TO_UTF8}",
        ),
    ],
)  # fmt: skip
def test_faults_of_the_file(folder: Folder, change: Callable[[str], bytes], fault: str) -> None:
    (folder.path / "facts.csv").write_bytes(change(FACTS))
    assert folder.fault() == fault
