"""Numbers of a deck that lead back to their facts: the manifest in its two places."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from deck_samples import YEAR
from office_tools import saved_again

from reportgen.document.model import words_of
from reportgen.writers.manifest import Manifest, read_part
from reportgen.writers.pptx import write
from reportgen.writers.pptx.identity import LONGEST, read_custom

DECK = Path(__file__).parents[3] / "templates" / "office" / "deck.pptx"


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made(look: Path = DECK) -> bytes:
    return write(YEAR, look).data


def in_part(data: bytes) -> Manifest:
    (found,) = [
        one for name, content in entries(data).items() if name.startswith("customXml/item") and (one := read_part(content))
    ]
    return found


def test_part_and_properties_hold_the_same_manifest() -> None:
    data = made()
    assert read_custom(entries(data)["docProps/custom.xml"]) == in_part(data)


def test_every_slide_and_its_notes_are_passages_with_their_facts() -> None:
    manifest = in_part(made())
    said = {passage.text for passage in manifest.passages}
    for section in YEAR.sections:
        for slide in section.slides:
            assert words_of(slide.title) in said
            assert {words_of(spans) for spans in slide.notes} <= said
    numbers = [piece for passage in manifest.passages for piece in passage.pieces if piece.facts]
    assert numbers
    assert all(piece.text in piece.whole for piece in numbers)


def test_no_property_is_longer_than_office_shows() -> None:
    from lxml import etree

    texts = ["".join(node.itertext()) for node in etree.fromstring(entries(made())["docProps/custom.xml"])]
    assert max(map(len, texts)) == LONGEST


def test_a_deck_of_ours_taken_as_look_leaves_no_manifest_of_its_own(tmp_path: Path) -> None:
    look = tmp_path / "look.pptx"
    look.write_bytes(made())
    again = made(look)
    assert in_part(again) == in_part(made())
    assert read_custom(entries(again)["docProps/custom.xml"]) == in_part(made())


@pytest.mark.parametrize("content", [b"<a/>", b"no xml"])
def test_properties_of_somebody_else_are_passed_over(content: bytes) -> None:
    assert read_custom(content) is None


@pytest.mark.office
def test_a_save_by_libreoffice_keeps_the_manifest(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(made())
    again = entries(saved_again(deck).read_bytes())
    assert read_custom(again["docProps/custom.xml"]) == in_part(made())
