"""Files are complete or not there, and are named so that they can be sent as they are."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from reportgen.delivery.names import MOST_BYTES, file_name
from reportgen.delivery.save import save
from reportgen.document.model import Document
from reportgen.document.words import zh
from reportgen.errors import DeliveryError


def document(title: str) -> Document:
    return Document(title, "", "", date(2026, 1, 1), "", "zh", 2025, (), zh.LABELS)


def test_files_are_saved_under_their_names_and_folders_are_made(tmp_path: Path) -> None:
    paths = save(tmp_path / "a" / "b", [("甲.docx", b"1"), ("乙.pptx", b"2")])
    assert [path.name for path in paths] == ["甲.docx", "乙.pptx"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert sorted(os.listdir(tmp_path / "a" / "b")) == ["乙.pptx", "甲.docx"]


def test_an_earlier_file_of_the_name_is_replaced(tmp_path: Path) -> None:
    save(tmp_path, [("甲", b"old")])
    (path,) = save(tmp_path, [("甲", b"new")])
    assert path.read_bytes() == b"new"


def test_a_fault_leaves_the_earlier_file_and_no_half_written_one(tmp_path: Path) -> None:
    save(tmp_path, [("甲", b"old")])

    def broken() -> object:
        yield "甲", b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(DeliveryError) as caught:
        save(tmp_path, broken())  # type: ignore[arg-type]
    assert caught.value.message == "cannot write: No space left on device"
    assert (tmp_path / "甲").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["甲"]


def test_a_folder_that_is_a_file_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(DeliveryError) as caught:
        save(tmp_path / "out", [("甲", b"1")])
    assert caught.value.place == str(tmp_path / "out")


def test_new_files_can_be_read_as_the_user_has_it_set(tmp_path: Path) -> None:
    (path,) = save(tmp_path, [("甲", b"1")])
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_name_has_no_character_that_a_file_system_refuses() -> None:
    assert file_name(document('甲/乙:"丙"?'), "docx") == "甲_乙_丙_.docx"
    assert file_name(document("…. "), "pptx") == "….pptx"


def test_a_long_title_makes_a_name_that_still_fits() -> None:
    name = file_name(document("长" * 200), "docx")
    assert name.endswith("长.docx")
    assert len(name.encode()) <= MOST_BYTES + len(".docx")
