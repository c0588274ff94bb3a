"""Produced files, edited by hand and brought up to date."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.errors import DataError
from reportgen.review.refresh.file import manifest_in, refresh
from reportgen.review.refresh.outcome import Entry
from tests.office_tools import faults, saved_again
from tests.review.refresh.facts import described, edited, made, packed, parts, texts

BODY = "word/document.xml"
STORE = "customXml/item1.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERS = {str(number) for number in range(30)}
"""Of slides, which LibreOffice writes as it likes."""


def states(entries: tuple[Entry, ...]) -> dict[str, int]:
    return {state: sum(entry.state == state for entry in entries) for state in {entry.state for entry in entries}}


# --- files that nobody edited ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("charts", ["picture", "native"])
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_file_that_nobody_edited_reads_like_one_made_anew(form: str, charts: Any) -> None:
    before, after = made(form, charts=charts), made(form, fallen=True, charts=charts)
    done = refresh("报告", before, after)
    assert texts(done.data) == texts(after)
    assert states(done.entries).keys() == {"updated"}
    pictures = sorted(content for name, content in parts(after).items() if name.endswith((".png", ".svg", ".xlsx")))
    assert sorted(content for name, content in parts(done.data).items() if name.endswith((".png", ".svg", ".xlsx"))) == pictures


@pytest.mark.parametrize("charts", ["picture", "native"])
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_to_new_facts_and_back_gives_the_first_file_byte_for_byte(form: str, charts: Any) -> None:
    before, after = made(form, charts=charts), made(form, fallen=True, charts=charts)
    there = refresh("报告", before, after).data
    assert there != before
    assert refresh("报告", there, before).data == before


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_the_same_facts_change_no_byte(form: str) -> None:
    before, after = made(form), made(form, fallen=True)
    assert refresh("报告", before, before).data is before
    there = refresh("报告", before, after).data
    again = refresh("报告", there, after)
    assert again.data is there
    assert again.entries == ()


def test_an_english_report_follows_the_sign() -> None:
    before, after = made("docx", language="en"), made("docx", fallen=True, language="en")
    done = refresh("report", before, after)
    assert texts(done.data) == texts(after)
    assert refresh("report", done.data, before).data == before


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_the_file_says_what_it_rests_on_now(form: str) -> None:
    before, after = made(form), made(form, fallen=True)
    now, fresh = (manifest_in("报告", data) for data in (refresh("报告", before, after).data, after))
    assert now.facts == fresh.facts
    assert [passage.text for passage in now.passages] == [passage.text for passage in fresh.passages]
    assert [record.series for record in now.drawn] == [record.series for record in fresh.drawn]


def test_a_number_keeps_its_control_and_the_store_follows_it() -> None:
    done = parts(refresh("报告", made("docx"), made("docx", fallen=True)).data)
    first = re.search(r"<w:tag w:val=\"reportgen:f1\"/>.*?<w:t>(.*?)</w:t>", done[BODY].decode())
    assert first is not None
    assert first[1] == "2.1%"
    assert '<f id="f1" facts="iva.growth:2025#001">2.1%</f>' in done[STORE].decode()


# --- files that people edited ----------------------------------------------------------------------------------------------


def test_what_people_wrote_formatted_and_moved_stays() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>（加粗的一句话，含7.7%）</w:t></w:r>"
    new = f'<w:p w:rsidR="00AB"><w:bookmarkStart w:id="900" w:name="mine"/>{bold}<w:bookmarkEnd w:id="900"/></w:p>'
    mine = edited(made("docx"), BODY, ("比上年增长</w:t>", "较上年大幅增长</w:t>"), ("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/>", f"{new}<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/>"))  # fmt: skip
    done = refresh("报告", mine, made("docx", fallen=True))
    body = parts(done.data)[BODY].decode()
    assert new in body
    assert "较上年大幅下降</w:t>" in body
    assert states(done.entries).keys() == {"updated"}
    assert "read it again" in next(entry.note for entry in done.entries if entry.new == "下降2.1%")


def test_a_number_typed_over_is_left_and_told_with_its_fact() -> None:
    mine = edited(made("docx"), BODY, ("<w:t>940</w:t>", "<w:t>941</w:t>"))
    done = refresh("报告", mine, made("docx", fallen=True))
    (left,) = [entry for entry in done.entries if entry.is_open]
    assert (left.state, left.old, left.new, left.now) == ("left", "940", "955", "941")
    assert left.facts == ("enterprises.total:2025-12-31#001",)
    assert "<w:t>941</w:t>" in parts(done.data)[BODY].decode()


def test_what_was_left_is_made_once_the_person_has_taken_it_back() -> None:
    mine = edited(made("docx"), BODY, ("<w:t>940</w:t>", "<w:t>941</w:t>"))
    done = refresh("报告", mine, made("docx", fallen=True)).data
    again = refresh("报告", done, made("docx", fallen=True))
    assert again.data is done
    assert [entry.state for entry in again.entries] == ["left"]
    undone = edited(done, BODY, ("<w:t>941</w:t>", "<w:t>940</w:t>"))
    assert texts(refresh("报告", undone, made("docx", fallen=True)).data) == texts(made("docx", fallen=True))


def test_a_clause_that_a_person_reworded_is_left_as_a_whole_in_a_deck() -> None:
    mine = edited(made("pptx"), "ppt/slides/slide1.xml", ("规上工业增加值增长", "规上工业增加值提高"))
    done = refresh("汇报", mine, made("pptx", fallen=True))
    (left,) = [entry for entry in done.entries if entry.is_open]
    assert (left.place, left.new, left.now) == ("slide 1, cover Subtitle", "下降2.1%", "提高7.7%")


def test_a_paragraph_that_was_split_is_refreshed_in_both_halves() -> None:
    """Somebody pressed the Enter key behind a number."""
    cut = "，增速高于全省"
    start = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>'
    mine = edited(made("docx"), BODY, (f"{start}{cut}", f"</w:p><w:p>{start}{cut}"))
    done = refresh("报告", mine, made("docx", fallen=True))
    assert any(text.endswith("比上年下降2.1%") for text in texts(done.data))
    assert any(text.startswith("，增速低于全省0.3个百分点") for text in texts(done.data))
    assert states(done.entries).keys() == {"updated"}


def test_revisions_of_a_person_are_read_as_they_show_and_stay() -> None:
    gone = '<w:del w:id="901" w:author="李" w:date="2026-07-01T00:00:00Z"><w:r><w:delText>比上年</w:delText></w:r></w:del>'
    mine = edited(made("docx"), BODY, ("<w:t>比上年增长</w:t></w:r>", f"<w:t>增长</w:t></w:r>{gone}"))
    done = refresh("报告", mine, made("docx", fallen=True))
    assert gone in parts(done.data)[BODY].decode()
    assert any("增加值下降2.1%，增速低于全省0.3" in text for text in texts(done.data))


def test_results_of_fields_stay() -> None:
    done = parts(refresh("报告", made("docx"), made("docx", fallen=True)).data)[BODY]
    fields = re.compile(rb"<w:fldChar w:fldCharType=\"separate\"/>.*?<w:fldChar w:fldCharType=\"end\"/>")
    assert fields.findall(done) == fields.findall(parts(made("docx"))[BODY])


def test_a_label_is_not_changed_over_a_number_that_stays() -> None:
    """With the facts of another year some cards and rows have no counterpart: they are left as they are, and told."""
    before = made("docx")
    done = refresh("报告", before, made("docx", year=2023))
    assert rows(done.data) - rows(before) - rows(made("docx", year=2023)) == set()
    gone = states(done.entries)["gone"]
    assert [str(notice) for notice in done.notices] == [
        f"报告: {gone} texts and charts still speak of 2025, because the facts of 2023 have none in their place; "
        "take them out, or make the file anew"
    ]


def rows(data: bytes) -> set[str]:
    """The rows of tables as texts, the cells of cards each by itself."""
    body = etree.fromstring(parts(data)[BODY])
    found = [cell for cell in body.iter(f"{W}tc") if len(cell.findall(f"{W}p")) > 1]
    found += [row for row in body.iter(f"{W}tr") if not any(len(cell.findall(f"{W}p")) > 1 for cell in row.iter(f"{W}tc"))]
    return {"|".join("".join(text.text or "" for text in line.iter(f"{W}t")) for line in one.iter(f"{W}p")) for one in found}


# --- charts ----------------------------------------------------------------------------------------------------------------


def test_a_picture_that_a_person_put_in_its_place_is_left() -> None:
    found = parts(made("docx"))
    mine = packed(found | {"word/media/chart1.png": found["word/media/chart2.png"]})
    done = refresh("报告", mine, made("docx", fallen=True))
    (left,) = [entry for entry in done.entries if entry.is_open]
    assert (left.place, left.note) == ("图1", "a person put another picture here")
    assert parts(done.data)["word/media/chart1.png"] == found["word/media/chart2.png"]


def test_a_picture_keeps_the_size_that_a_person_gave_it() -> None:
    body = parts(made("docx"))[BODY].decode()
    size = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', body)
    assert size is not None
    mine = edited(made("docx"), BODY, (size[0], '<wp:extent cx="3000000" cy="1200000"/>'))
    done = parts(refresh("报告", mine, made("docx", fallen=True)).data)
    assert '<wp:extent cx="3000000" cy="1200000"/>' in done[BODY].decode()
    assert done["word/media/chart1.png"] == parts(made("docx", fallen=True))["word/media/chart1.png"]


def chart_with(old: str, new: str) -> tuple[bytes, bytes]:
    """A report whose first native chart somebody edited, and what a refresh makes of that chart."""
    mine = edited(made("docx", charts="native"), "word/charts/chart1.xml", (old, new))
    return mine, parts(refresh("报告", mine, made("docx", fallen=True, charts="native")).data)["word/charts/chart1.xml"]


def cells(data: bytes, part: str) -> list[Decimal]:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(parts(data)[part])).active
    return [Decimal(str(cell.value)) for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row if cell.value is not None]


def test_a_native_chart_that_a_person_formatted_gets_new_values_and_keeps_its_look() -> None:
    mine, chart = chart_with('<c:gapWidth val="', '<c:gapWidth val="1')
    assert re.search(rb'<c:gapWidth val="1\d{2,}"/>', chart)
    assert b"<c:v>-2.1</c:v>" in chart
    assert "规上工业增加值下降2.1%".encode() in chart
    done = refresh("报告", mine, made("docx", fallen=True, charts="native"))
    assert Decimal("-2.1") in cells(done.data, "word/embeddings/chart1.xlsx")
    assert refresh("报告", done.data, made("docx", fallen=True, charts="native")).data is done.data


def test_a_value_typed_into_a_native_chart_is_left() -> None:
    mine, chart = chart_with("<c:v>7.7</c:v>", "<c:v>9.9</c:v>")
    assert b"<c:v>9.9</c:v>" in chart
    done = refresh("报告", mine, made("docx", fallen=True, charts="native"))
    (left,) = [entry for entry in done.entries if entry.is_open]
    assert (left.place, left.state, left.now) == ("图1", "left", "9.9 / 7.7")


# --- files that other programs saved ---------------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("charts", ["picture", "native"])
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_file_that_libreoffice_saved_is_refreshed_like_ours(form: str, charts: Any, tmp_path: Path) -> None:
    path = tmp_path / f"file.{form}"
    path.write_bytes(made(form, charts=charts))
    saved = saved_again(path).read_bytes()
    done = refresh("报告", saved, made(form, fallen=True, charts=charts))
    assert states(done.entries).keys() == {"updated"}
    lost = described(made(form, fallen=True, charts=charts)) if charts == "native" else set()
    assert [
        text for text in texts(made(form, fallen=True, charts=charts)) if text not in {*texts(done.data), *lost, *NUMBERS}
    ] == []
    assert refresh("报告", done.data, made(form, fallen=True, charts=charts)).data is done.data


@pytest.mark.office
@pytest.mark.parametrize("charts", ["picture", "native"])
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_refreshed_file_is_valid(form: str, charts: Any, tmp_path: Path) -> None:
    path = tmp_path / f"file.{form}"
    path.write_bytes(refresh("报告", made(form, charts=charts), made(form, fallen=True, charts=charts)).data)
    assert faults(path) == ""


# --- revisions -------------------------------------------------------------------------------------------------------------


def settled(data: bytes, *, accepted: bool) -> list[str]:
    """What is read once all revisions are accepted or rejected."""
    body = parts(data)[BODY]
    if not accepted:
        body = re.sub(rb"<w:ins [^>]*>.*?</w:ins>", b"", body).replace(b"w:delText", b"w:t")
        body = re.sub(rb"</?w:del\b[^>]*>", b"", body)
    return [text for text in texts(packed(parts(data) | {BODY: body})) if text not in described(data)]


def test_revisions_accepted_are_the_new_text_and_rejected_the_old_one() -> None:
    before, after = made("docx"), made("docx", fallen=True)
    done = refresh("报告", before, after, tracked=True).data
    assert b'w:author="reportgen" w:date="2026-06-30T00:00:00Z"' in parts(done)[BODY]
    assert settled(done, accepted=True) == [text for text in texts(after) if text not in described(after)]
    assert settled(done, accepted=False) == [text for text in texts(before) if text not in described(before)]
    assert refresh("报告", done, after, tracked=True).data is done


@pytest.mark.office
def test_a_file_with_revisions_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(refresh("报告", made("docx"), made("docx", fallen=True), tracked=True).data)
    assert faults(path) == ""


def test_a_deck_says_that_it_has_no_revisions() -> None:
    (notice,) = refresh("汇报.pptx", made("pptx"), made("pptx", fallen=True), tracked=True).notices
    assert str(notice) == "汇报.pptx: PowerPoint knows no revisions; the changes were made directly"


# --- files that cannot be refreshed ----------------------------------------------------------------------------------------


def test_a_file_without_a_manifest_is_refused() -> None:
    mine = packed({name: content for name, content in parts(made("docx")).items() if not name.startswith("customXml")})
    with pytest.raises(DataError, match="does not say what it was made from"):
        refresh("别人的.docx", mine, made("docx"))


@pytest.mark.parametrize("data", [b"", b"PK", b"no file", b"\xd0\xcf\x11\xe0 old"])
def test_what_is_no_file_is_refused(data: bytes) -> None:
    with pytest.raises(DataError):
        refresh("x.docx", data, data)


def test_a_deck_that_calls_itself_a_report_is_refused() -> None:
    with pytest.raises(DataError, match=r"a \.pptx by what it says of itself"):
        manifest_in("x.docx", made("pptx"))


def test_a_file_of_a_later_version_is_refused() -> None:
    mine = edited(made("docx"), STORE, ('"version":1', '"version":2'))
    with pytest.raises(DataError, match="later version"):
        refresh("x.docx", mine, mine)


# --- properties ------------------------------------------------------------------------------------------------------------

_CONTROL = re.compile(r"(<w:sdtContent><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t>)([0-9][0-9.]*)(%?</w:t>)")


@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_numbers_people_type_are_kept_and_told(
    record_property: Callable[[str, object], None], data: st.DataObject
) -> None:
    body = parts(made("docx"))[BODY].decode()
    found = list(_CONTROL.finditer(body))
    chosen = sorted(data.draw(st.sets(st.integers(0, len(found) - 1), min_size=1, max_size=12)), reverse=True)
    for number in chosen:
        typed = data.draw(st.integers(10_001, 99_999))
        body = f"{body[: found[number].start(2)]}{typed}{body[found[number].end(2) :]}"
    mine = packed(parts(made("docx")) | {BODY: body.encode()})
    done = refresh("报告", mine, made("docx", fallen=True))
    told = [entry for entry in done.entries if entry.is_open]
    kept = re.findall(r"<w:t>(\d{5})%?</w:t>", parts(done.data)[BODY].decode())
    assert len(kept) == len(chosen)
    assert all(any(number in entry.now for entry in told) for number in kept)
    assert all(any(number in entry.now for number in kept) for entry in told)
    assert texts(refresh("报告", done.data, made("docx")).data) == texts(mine)
    record_property("numbers typed over before a refresh", len(chosen))
    record_property("numbers typed over and kept and told by a refresh", len(kept))
