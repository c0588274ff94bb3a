"""Packages: the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from reportgen.errors import WriterError
from reportgen.writers.package import pack, repack

WHEN = date(2026, 6, 30)
CORE = (
    b'<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>'
    b'<dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>'
)


def zipped(*entries: tuple[str, bytes], stamp: tuple[int, ...] = (2024, 5, 6, 7, 8, 10)) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in entries:
            archive.writestr(zipfile.ZipInfo(name, stamp[:6]), part)  # type: ignore[arg-type]
    return out.getvalue()


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_content_types_stand_first_and_the_rest_by_name() -> None:
    data = repack(zipped(("word/b.xml", b"b"), ("_rels/.rels", b"r"), ("[Content_Types].xml", b"c"), ("word/a.xml", b"a")), WHEN)
    assert opened(data).namelist() == ["[Content_Types].xml", "_rels/.rels", "word/a.xml", "word/b.xml"]


def test_order_and_dates_of_the_input_leave_no_trace() -> None:
    one = zipped(("[Content_Types].xml", b"c"), ("a.xml", b"a"))
    other = zipped(("a.xml", b"a"), ("[Content_Types].xml", b"c"), stamp=(2031, 1, 2, 3, 4, 6))
    assert one != other
    assert repack(one, WHEN) == repack(other, WHEN)


def test_every_entry_carries_the_earliest_date() -> None:
    assert {info.date_time for info in opened(repack(zipped(("a.xml", b"a")), WHEN)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_created_and_modified_are_the_date_of_the_report() -> None:
    data = repack(zipped(("docProps/core.xml", CORE % (b"2013-12-23T23:15:00Z", b"2024-01-01T01:01:01Z"))), WHEN)
    assert opened(data).read("docProps/core.xml") == CORE % (b"2026-06-30T00:00:00Z", b"2026-06-30T00:00:00Z")


def test_a_workbook_inside_is_repacked_too() -> None:
    def with_workbook(year: int) -> bytes:
        book = zipped(("docProps/core.xml", CORE % (b"%d" % year, b"%d" % year)), stamp=(year, 1, 1, 0, 0, 0))
        return zipped(("word/embeddings/book.xlsx", book))

    assert with_workbook(2024) != with_workbook(2025)
    assert repack(with_workbook(2024), WHEN) == repack(with_workbook(2025), WHEN)


def test_repacking_twice_changes_nothing() -> None:
    once = repack(zipped(("a.xml", b"a" * 1000), ("docProps/core.xml", CORE % (b"x", b"y"))), WHEN)
    assert repack(once, WHEN) == once


def test_packing_needs_no_order() -> None:
    assert pack({"b.xml": b"b", "a.xml": b"a"}) == pack({"a.xml": b"a", "b.xml": b"b"})


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twins = zipped(("customXml/item1.xml", b"1"), ("customXml/item1.xml", b"2"))
    with pytest.raises(WriterError) as fault:
        repack(twins, WHEN)
    assert str(fault.value) == "two parts of the package have one name: customXml/item1.xml"


def test_bytes_that_are_no_package_are_refused() -> None:
    with pytest.raises(WriterError, match="the file is no Office package"):
        repack(b"plain text", WHEN)
