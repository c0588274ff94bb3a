"""Numbers of a report that lead back to their facts: controls, the part that they are bound to, the manifest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import LOOK, all_of, attribute, part, parts, report, words, written
from docx_samples import annual, hard, para
from lxml import etree
from office_tools import saved_again

from reportgen.document.model import FactRecord, Figure, Paragraph, Text
from reportgen.writers.docx.controls import LONGEST
from reportgen.writers.docx.passages import control_id, control_text, paragraphs
from reportgen.writers.docx.xml import Element
from reportgen.writers.manifest import NAMESPACE, STORE, Manifest, Piece, read_part


def controls(root: Element) -> list[Element]:
    return [control for control in all_of(root, ".//w:sdt") if control_id(control)]


def manifest_in(data: bytes) -> tuple[str, Manifest]:
    found = [(name, read_part(content)) for name, content in parts(data).items() if name.startswith("customXml/item")]
    ((name, manifest),) = [(name, one) for name, one in found if one]
    return name, manifest


def test_the_digits_of_a_figure_are_a_control_and_its_unit_stands_beside_it() -> None:
    paragraph = all_of(part(report(para("营业收入{1267.05亿元}，增长{6%}。"))), ".//w:p")[-1]
    assert [words(node) for node in paragraph[1:]] == ["营业收入", "1267.05", "亿元", "，增长", "6%", "。"]
    assert [words(control) for control in controls(paragraph)] == ["1267.05", "6%"]
    assert [len(all_of(control, "w:sdtPr/w:text")) for control in controls(paragraph)] == [1, 1]


def test_a_figure_in_words_is_a_control_of_any_content() -> None:
    (control,) = controls(part(report(para("与上年{持平}"))))
    assert (words(control), all_of(control, "w:sdtPr/w:text")) == ("持平", [])


@pytest.mark.parametrize("document", [annual(), hard()], ids=["annual", "hard"])
def test_every_control_is_bound_to_an_element_that_holds_its_text_and_its_facts(document: object) -> None:
    data = written(document)  # type: ignore[arg-type]
    store = etree.fromstring(parts(data)[manifest_in(data)[0]])
    seen = [node for name in ("document", "footnotes") for node in controls(etree.fromstring(parts(data)[f"word/{name}.xml"]))]
    assert len(seen) > 10
    for control in seen:
        binding = all_of(control, "w:sdtPr/w:dataBinding")[0]
        (bound,) = store.xpath(attribute(binding, "w:xpath"), namespaces={"r": NAMESPACE})
        assert (bound.text, bound.get("id")) == (control_text(control), control_id(control))
        assert bound.get("facts")
        assert attribute(binding, "w:storeItemID") == STORE


def test_ids_of_controls_differ_and_titles_are_no_longer_than_word_allows() -> None:
    record = FactRecord("f", "很长的指标名称" * 20, "2025年", "7.7%", "7.7", "%", "exact", "reported")
    document = replace(report(para("增长{7.7%}，增长{7.7%}")), facts=(record,))
    figures = tuple(Paragraph((Text("增长"), Figure("7.7%", ("f",)))) for _ in range(3))
    seen = controls(part(replace(document, sections=(replace(document.sections[0], blocks=figures),))))
    assert len({attribute(all_of(control, "w:sdtPr/w:id")[0], "w:val") for control in seen}) == 3
    titles = {attribute(all_of(control, "w:sdtPr/w:alias")[0], "w:val") for control in seen}
    assert {len(title or "") for title in titles} == {LONGEST}


def test_the_manifest_keeps_every_passage_as_it_was_written() -> None:
    document = report(para("营业收入{1267.05亿元}。"))
    name, manifest = manifest_in(written(document))
    assert name == "customXml/item1.xml"
    number = Piece("1267.05", ("fact:2025",), "f1", "1267.05亿元")
    said = next(passage for passage in manifest.passages if "营业收入" in passage.text)
    assert [(piece.text, piece.id, piece.whole) for piece in said.pieces] == [
        ("营业收入", "", ""), (number.text, "f1", number.whole), ("亿元。", "", ""),
    ]  # fmt: skip
    assert said.pieces[1].facts


def test_a_report_of_ours_taken_as_look_leaves_no_manifest_of_its_own(tmp_path: Path) -> None:
    look = tmp_path / "look.docx"
    look.write_bytes(written(annual()))
    _, manifest = manifest_in(written(report(para("增长{7.7%}。")), look))
    assert len([passage for passage in manifest.passages if any(piece.id for piece in passage.pieces)]) == 1


def test_the_manifest_knows_the_data_of_every_chart() -> None:
    _, manifest = manifest_in(written(annual()))
    spec = next(block.spec for section in annual().sections for block in section.blocks if hasattr(block, "spec"))
    drawn = manifest.drawn[0]
    assert [[point.value for point in row.points] for row in drawn.series] == [
        [point.value for point in row.points] for row in spec.series
    ]
    assert drawn.width > drawn.height > 0


@pytest.mark.office
@pytest.mark.parametrize("look", ["official.docx", "report.docx"])
def test_a_save_by_libreoffice_keeps_every_number_and_what_it_stands_for(look: str, tmp_path: Path) -> None:
    before = tmp_path / "report.docx"
    before.write_bytes(written(annual(), LOOK.parent / look))
    again = saved_again(before).read_bytes()
    assert numbers(again) == numbers(before.read_bytes())
    assert manifest_in(again)[1] == manifest_in(before.read_bytes())[1]


def numbers(data: bytes) -> list[tuple[str, str]]:
    root = etree.fromstring(parts(data)["word/document.xml"])
    return [(piece.id, piece.text) for _, pieces in paragraphs(root) for piece in pieces if piece.id]
