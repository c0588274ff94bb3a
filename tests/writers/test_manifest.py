"""What a file says about itself, as JSON and as a part of XML."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.model import Figure, Origin, Reference, Text
from reportgen.writers.manifest import Manifest, Passage, Piece, packed, part, parted, pieces_of, read_part, unpacked

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=30)
PIECES = st.builds(Piece, TEXTS, st.lists(TEXTS, max_size=2).map(tuple), TEXTS, TEXTS, st.booleans())
PASSAGES = st.builds(Passage, TEXTS, st.lists(PIECES, max_size=4).map(tuple))


def manifest(*passages: Passage) -> Manifest:
    return Manifest(2025, "2026-06-30", "zh", "题", "docx", "picture", None, {"number": "1号"}, Origin("annual"), (), passages)


@given(st.lists(PASSAGES, max_size=5))
def test_a_manifest_reads_back_as_it_was_written(passages: list[Passage]) -> None:
    made = manifest(*passages)
    assert unpacked(packed(made)) == made
    assert read_part(part(made)) == made


@given(TEXTS)
def test_a_figure_is_parted_without_losing_a_character(text: str) -> None:
    assert "".join(parted(text)) == text


def test_figures_become_words_digits_and_words() -> None:
    spans = (Text("拨付"), Figure("7000余万元", ("a", "b")), Reference("fig", "图1"))
    assert pieces_of(spans) == (
        Piece("拨付"), Piece("7000", ("a", "b"), whole="7000余万元"), Piece("余万元"), Piece("图1"),
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"<a/>", b'<document xmlns="urn:other"/>', b'<document xmlns="urn:reportgen:document:1"/>'])
def test_a_part_of_somebody_else_is_passed_over(content: bytes) -> None:
    assert read_part(content) is None


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"version": 1}', "{"])
def test_a_broken_manifest_is_a_fault_and_no_traceback(text: str) -> None:
    with pytest.raises(ValueError, match="the manifest cannot be read"):
        unpacked(text.encode())


def test_a_file_of_a_later_version_is_refused() -> None:
    later = packed(manifest()).replace(b'"version":1', b'"version":2')
    with pytest.raises(ValueError, match="later version"):
        unpacked(later)


def test_entities_in_the_part_are_not_followed() -> None:
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaa">]><document xmlns="urn:reportgen:document:1"><manifest>&a;</manifest></document>'
    assert read_part(bomb) is None or pytest.fail("the entity was followed")


def test_a_manifest_nested_without_end_is_a_fault_and_no_traceback() -> None:
    deep = packed(manifest())[:-1] + b',"more":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    with pytest.raises(ValueError, match="the manifest cannot be read"):
        unpacked(deep)


def test_an_official_document_has_no_other_parts_than_those_known() -> None:
    with pytest.raises(ValueError, match="an official document has no 'seal'"):
        unpacked(packed(replace(manifest(), official={"seal": "章"})))
