"""Which file is the look of a format."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import UsageError
from reportgen.writers import looks


@pytest.fixture
def office(tmp_path: Path) -> Path:
    for name in ("official.docx", "official.en.docx", "report.docx", "both.docx", "both.pptx", "deck.pptx", "~$report.docx"):
        (tmp_path / name).touch()
    return tmp_path


def test_a_name_means_the_file_of_each_format_that_there_is(office: Path) -> None:
    assert looks.choose(["both"], ["docx", "pptx"], [office]) == {"docx": office / "both.docx", "pptx": office / "both.pptx"}


def test_a_look_for_reports_does_not_touch_decks(office: Path) -> None:
    assert looks.choose(["report"], ["docx", "pptx"], [office]) == {"docx": office / "report.docx"}


def test_a_file_says_its_format_by_its_ending(office: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "Bureau.DOCX"
    mine.parent.mkdir()
    mine.touch()
    assert looks.choose([str(mine), "deck.pptx"], ["docx", "pptx"], [office]) == {"docx": mine, "pptx": office / "deck.pptx"}


def test_the_first_folder_that_has_the_look_gives_it(office: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.docx").touch()
    assert looks.choose(["report"], ["docx"], [own, office]) == {"docx": own / "report.docx"}
    assert looks.default("docx", {}, [own, office]) == office / "official.docx"


@pytest.mark.parametrize("named", [{"docx": "report"}, {"docx": "report.docx"}])
def test_a_briefing_names_its_look_with_or_without_ending(office: Path, named: dict[str, str]) -> None:
    assert looks.default("docx", named, [office]) == office / "report.docx"


def test_a_look_that_is_nowhere_is_left_to_the_writer_to_name(office: Path) -> None:
    assert looks.default("docx", {"docx": "none.docx"}, [office]) == office / "none.docx"


def test_looks_are_listed_with_their_formats_and_without_editions(office: Path) -> None:
    assert looks.names([office]) == {"both": ("docx", "pptx"), "deck": ("pptx",), "official": ("docx",), "report": ("docx",)}


@pytest.mark.parametrize(
    ("chosen", "fault"),
    [
        (["reprot"], "--look: there is no look 'reprot'\n  hint: did you mean 'report'?"),
        (
            ["xy"],
            "--look: there is no look 'xy'\n  hint: the looks are both, deck, official, report, or give a .docx or .pptx file",
        ),
        (
            ["my.docx"],
            "--look: there is no look 'my.docx'\n  hint: the looks are both, deck, official, report, or give a .docx or .pptx file",
        ),
        (["my.odt"], "--look: 'my.odt' is no look\n  hint: a look is a .docx or .pptx file, or one of the names of looks"),
        (["deck"], "--look: the look 'deck' is for pptx\n  hint: add --format pptx"),
        (
            ["report", "both"],
            "--look: 'both' is a second look for docx\n  hint: 'report.docx' is given too; give one look a format",
        ),
    ],
)
def test_a_choice_that_cannot_be_met_is_one_clear_error(office: Path, chosen: list[str], fault: str) -> None:
    with pytest.raises(UsageError) as raised:
        looks.choose(chosen, ["docx"], [office])
    assert str(raised.value) == fault
