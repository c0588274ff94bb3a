"""Requests that cannot be met: one clear fault, exit status 2, nothing on standard output, nothing written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from facts.conftest import FILES

from reportgen import bundled
from reportgen.cli import main as command
from reportgen.cli.messages import TRACEBACK, WIDEST
from reportgen.delivery import save as delivery
from reportgen.narrative import briefing as briefings
from reportgen.pipeline import Request, Result

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def run(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    status = command.main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


LONG = "x" * 5000
CUT = "x" * WIDEST + "…"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("--year", "0"), "--year: there are no facts for 0\n  hint: facts by year: 2012 ("),
        (("--year", "-1"), "--year: there are no facts for -1\n  hint: facts by year: 2012 ("),
        (("--year", "99999"), "--year: there are no facts for 99999\n  hint: facts by year: 2012 ("),
        (("--year", "9" * 40), f"--year: there are no facts for {'9' * 40}\n  hint: facts by year: 2012 ("),
        (("--year", "二〇二五"), "--year: '二〇二五' is not a valid integer\n  hint: see 'reportgen --help'\n"),
        (("--year", "2025", "--years", "2025-2022"), "--years: the years of '2025-2022' run backwards\n  hint: write 2022-2025\n"),
        (("--year", "2025", "--years", "25"), "--years: '25' is not a window of years\n  hint: write 2022-2025\n"),
        (("--year", "2025", "--years", "1000-2999"), "--years: the window 1000-2999 does not hold the year 2025, or is too long\n"
         "  hint: write --years 2022-2025\n"),
        (("--year", "2025", "--date", "2026-02-30"), "--date: '2026-02-30' is not a date\n  hint: write 2026-06-30\n"),
        (("--year", "2025", "--date", "2026-W01-1"), "--date: '2026-W01-1' is not a date\n  hint: write 2026-06-30\n"),
        (("--year", "2025", "--date", ""), "--date: '' is not a date\n  hint: write 2026-06-30\n"),
        (("--year", "2025", "--sections", ""), "--sections: '' names nothing\n  hint: write words with commas, or leave the option out\n"),
        (("--year", "2025", "--sections", " ,，"), "--sections: ' ,，' names nothing\n  hint: write words with commas, or leave the "
         "option out\n"),
        (("--year", "2025", "--format", ""), "--format: '' names nothing\n  hint: write words with commas, or leave the option out\n"),
        (("--year", "2025", "--briefing", "../../etc"), f"--briefing: no briefing '../../etc' in {bundled.templates()}\n"
         "  hint: the briefings are annual"),
        (("--year", "2025", "--briefing", ""), f"--briefing: no briefing '' in {bundled.templates()}\n  hint: the briefings are annual"),
        (("--year", "2025", "--briefing", LONG), f"--briefing: no briefing '{'x' * (WIDEST - 13)}…\n"),
        (("--year", "2025", "--templates", LONG), f"{CUT}: no such templates folder\n  hint: give --templates a folder of "),
        (("--year", "2025", "--data", LONG), f"{CUT}: no such dataset folder\n  hint: give --data a folder that holds facts.csv"),
        (("--year", "2025", "--out", LONG), f"{CUT}: cannot write: File name too long\n  hint: give --out a shorter name\n"),
        (("--year", "2025", "--official", "number=\x0b"), "--official: the character U+000B cannot stand in a text\n"
         "  hint: it cannot be seen; leave it out\n"),
        (("--year", "2025", "--official", "number=\udce4"), "--official: the character U+DCE4 cannot stand in a text\n"
         "  hint: it cannot be seen; leave it out\n"),
        (("--yaer", "2025"), "no such option '--yaer'\n  hint: did you mean '--year' or '--years'"),
        (("raport",), "no such command 'raport'\n  hint: see 'reportgen --help'\n"),
        (("facts", "--format", "xml"), "--format: 'xml' is not one of 'table', 'json', 'csv'\n  hint: see 'reportgen --help'\n"),
        (("facts", "--year", "1999"), "--year: there are no facts for 1999\n  hint: facts by year: 2012 ("),
        (("--data", "mine", "list"), "--data: '--data' stands before 'list'\n"
         "  hint: write it behind the command: reportgen list --data …, if 'reportgen list --help' names it\n"),
        (("--year", "2025", "facts"), "--year: '--year' stands before 'facts'\n"
         "  hint: write it behind the command: reportgen facts --year …, if 'reportgen facts --help' names it\n"),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_met(
    capsys: Capture, tmp_path: Path, monkeypatch: Patch, arguments: tuple[str, ...], fault: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"error: {fault}")
    assert len(err.splitlines()) == 2
    assert list(tmp_path.iterdir()) == []


def dataset(folder: Path) -> Path:
    """The tiny dataset as a folder."""
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def briefing(folder: Path, record: str = "title: {zh: 标题}\nsections: [one]\n", template: str = "") -> Path:
    """A folder with the briefing ``b`` of one template."""
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "briefing.yaml").write_text(record, "utf-8")
    (folder / "b" / "one.md.j2").write_text(template or '---\ntitle: 一\n---\n\n增加值{{ fact("growth") | change }}。\n', "utf-8")
    return folder


def test_a_dataset_without_facts_says_so(capsys: Capture, tmp_path: Path) -> None:
    data = dataset(tmp_path / "data")
    (data / "facts.csv").write_text(FILES["facts.csv"].splitlines()[0], "utf-8")
    for name in ("programmes.yaml", "projects.csv"):
        (data / name).unlink()
    assert run(capsys, "list", "--data", str(data))[:2] == (0, _listed("years: none, facts.csv has no rows yet"))
    advice = "the dataset has no facts yet; write a row for each figure into facts.csv"
    assert run(capsys, "--year", "2025", "--data", str(data)) == (
        2,
        "",
        f"error: --year: there are no facts for 2025\n  hint: {advice}\n",
    )
    assert run(capsys, "facts", "--data", str(data)) == (2, "", f"error: facts.csv: there are no facts\n  hint: {advice}\n")


def _listed(years: str) -> str:
    names = sorted(path.parent.name for path in bundled.templates().glob("*/briefing.yaml"))
    lines = [f"  {name}: {', '.join(briefings.load(bundled.templates(), name).sections)}" for name in names]
    return "\n".join(["briefings:", *lines, years, ""])


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ("title: 标题\nsections: [one]\n", "briefing.yaml: expected `object`, got `str` at `title`\n  hint: mend the value there\n"),
        ("sections: [one]\n", "briefing.yaml: object missing required field `title`\n  hint: the fields are title, sections, "),
        ("title: {zh: 标题}\n", "briefing.yaml: object missing required field `sections`\n  hint: the fields are title, sections, "),
        ("title: {zh: 标题}\nsections: []\n", "b/briefing.yaml: the briefing has no sections\n  hint: name its templates under 'sections'\n"),
        ("title: {zh: 标题}\nsections: [one, one]\n", "b/briefing.yaml: section 'one' is given twice\n"
         "  hint: take one out of 'sections'\n"),
        ("title: {zh: 标题}\nsections: [oen]\n", "b/briefing.yaml: section 'oen' has no template\n  hint: did you mean 'one'?\n"),
        ("title: {zh: 标题}\nsections: [../../etc/passwd]\n", "b/briefing.yaml: section '../../etc/passwd' has no template\n"
         "  hint: write ../../etc/passwd.md.j2 or take it out of 'sections'\n"),
        ("title: {zh: 标题}\nsections: [one]\nwindow: 0\n", "b/briefing.yaml: the window of 0 years is not 1 to 30\n"
         "  hint: write window: 4\n"),
        ("title: {zh: 标题}\nsections: [one]\nwindow: 99999999\n", "b/briefing.yaml: the window of 99999999 years is not 1 to 30\n"
         "  hint: write window: 4\n"),
        ("title: {zh: 标题}\nsections: [one]\nwindow: many\n", "briefing.yaml: expected `int`, got `str` at `window`\n"
         "  hint: mend the value there\n"),
        ('title: {zh: "标\\0题"}\nsections: [one]\n', "briefing.yaml:1: not valid YAML: the character U+0000 cannot stand in a text\n"),
        ("title: {zh: 标题}\nsections: [one]\nlooks: {docx: ../../../etc/passwd}\n", ""),
        ("- title\n", "briefing.yaml: expected `object`, got `array`\n  hint: the fields are title, sections, "),
        ("", "briefing.yaml: expected `object`, got `null`\n  hint: the fields are title, sections, "),
    ],
)  # fmt: skip
def test_a_briefing_that_is_not_in_order(capsys: Capture, tmp_path: Path, record: str, fault: str) -> None:
    arguments = (
        "--year",
        "2025",
        "--data",
        str(dataset(tmp_path / "data")),
        "--templates",
        str(briefing(tmp_path / "t", record)),
    )
    status, out, err = run(capsys, *arguments, "--briefing", "b", "--out", str(tmp_path / "out"))
    assert (status, out) == (2, "")
    assert f"error: {fault}" in err
    assert not (tmp_path / "out").exists()


# --- saving ----------------------------------------------------------------------------------------------------------------


def report(tmp_path: Path, out: Path, *more: str) -> tuple[str, ...]:
    """The arguments of a quick report of the tiny dataset."""
    data, templates = tmp_path / "data", tmp_path / "templates"
    if not data.exists():
        dataset(data)
        briefing(templates)
    where = ("--data", str(data), "--templates", str(templates), "--briefing", "b", "--format", "text", "--out", str(out))
    return ("--year", "2025", "--date", "2026-06-30", *where, *more)


@pytest.mark.parametrize("out", ["file", "file/below"])
def test_a_file_in_the_place_of_the_folder_is_named_before_any_work(
    capsys: Capture, tmp_path: Path, monkeypatch: Patch, out: str
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(command, "run", lambda *_: pytest.fail("work was done"))
    expected = f"error: {tmp_path / 'file'}: cannot write: this is a file and not a folder\n  hint: give --out another folder\n"
    assert run(capsys, *report(tmp_path, tmp_path / out)) == (2, "", expected)


def test_a_folder_that_may_not_be_written_to_is_named(capsys: Capture, tmp_path: Path, monkeypatch: Patch) -> None:
    arguments = report(tmp_path, tmp_path / "out")
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"error: {tmp_path}: cannot write: Permission denied\n  hint: check that the folder can be written to")


def test_a_folder_in_the_place_of_the_file_is_named(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "out" / "标题.txt").mkdir(parents=True)
    status, out, err = run(capsys, *report(tmp_path, tmp_path / "out"))
    assert (status, out) == (2, "")
    assert f"error: {tmp_path / 'out' / '标题.txt'}: cannot write: Is a directory\n" in err
    assert os.listdir(tmp_path / "out") == ["标题.txt"]


def full_disk(handle: int) -> None:
    raise OSError(28, "No space left on device")


def stopped(handle: int) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("happens", "status", "said"),
    [(full_disk, 2, "cannot write: No space left on device"), (stopped, 130, "stopped")],
)
def test_a_run_that_ends_in_the_middle_leaves_no_half_file_and_the_earlier_one(
    capsys: Capture, tmp_path: Path, monkeypatch: Patch, happens: object, status: int, said: str
) -> None:
    out = tmp_path / "out"
    assert run(capsys, *report(tmp_path, out))[0] == 0
    before = (out / "标题.txt").read_bytes()
    monkeypatch.setattr(os, "fsync", happens)
    found = run(capsys, *report(tmp_path, out))
    assert found[:2] == (status, "")
    assert said in found[2]
    assert os.listdir(out) == ["标题.txt"]
    assert (out / "标题.txt").read_bytes() == before


def test_a_file_that_a_program_holds_is_named_and_no_other_file_is_replaced(tmp_path: Path, monkeypatch: Patch) -> None:
    """As Word holds its file on Windows; all files are looked at before one is replaced."""
    delivery.save(tmp_path, [("甲", b"old"), ("乙", b"old")])
    opened = Path.open

    def locked(path: Path, mode: str = "r", *rest: object) -> object:
        if path.name == "乙" and "+" in mode:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(delivery.DeliveryError) as caught:
        delivery.save(tmp_path, [("甲", b"new"), ("乙", b"new")])
    monkeypatch.undo()
    assert (caught.value.place, caught.value.message) == (str(tmp_path / "乙"), "cannot write: Permission denied")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"甲": b"old", "乙": b"old"}


def test_a_temporary_file_that_cannot_be_made_is_named_by_its_folder(tmp_path: Path, monkeypatch: Patch) -> None:
    def refuse(prefix: str, dir: Path) -> None:
        raise PermissionError(13, "Permission denied", str(dir / f"{prefix}x"))

    monkeypatch.setattr(delivery.tempfile, "mkstemp", refuse)
    with pytest.raises(delivery.DeliveryError) as caught:
        delivery.save(tmp_path, [("甲", b"new")])
    assert caught.value.place == str(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_in_the_middle_is_one_word_and_leaves_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = "import sys, reportgen.cli.main as m; print('ready', file=sys.stderr, flush=True); m.entry()"
    arguments = ("--year", "2025", "--format", "docx,pptx", "--out", str(out))
    child = subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stderr
    assert child.stderr.readline() == "ready\n"
    time.sleep(0.5)
    child.send_signal(signal.SIGINT)
    written, said = child.communicate(timeout=60)
    assert (child.returncode, written, said.split()) == (130, "", ["stopped"])
    assert not out.exists()


# --- what nobody foresaw ---------------------------------------------------------------------------------------------------


def test_a_fault_of_the_program_says_so_without_a_traceback(capsys: Capture, tmp_path: Path, monkeypatch: Patch) -> None:
    def fail(request: Request, progress: object) -> Result:
        raise RuntimeError("a bug")

    monkeypatch.setattr(command, "run", fail)
    assert run(capsys, *report(tmp_path, tmp_path / "out")) == (
        70,
        "",
        "error: RuntimeError: a bug\n"
        f"  hint: this is a fault of the program and not of your data: report it with what {TRACEBACK}=1 shows\n",
    )
    monkeypatch.setenv(TRACEBACK, "1")
    with pytest.raises(RuntimeError):
        command.main(report(tmp_path, tmp_path / "out"))


def test_a_file_that_goes_away_while_it_is_read_is_a_fault(capsys: Capture, tmp_path: Path, monkeypatch: Patch) -> None:
    def fail(request: Request, progress: object) -> Result:
        raise FileNotFoundError(2, "No such file or directory", "deck.pptx")

    monkeypatch.setattr(command, "run", fail)
    expected = "error: deck.pptx: No such file or directory\n  hint: check the path and who may use it\n"
    assert run(capsys, *report(tmp_path, tmp_path / "out")) == (2, "", expected)


def test_a_long_warning_is_cut_unless_it_is_asked_for_whole(capsys: Capture, tmp_path: Path) -> None:
    keys = " ".join(f"first{n}.second{n}" for n in range(100))
    dataset(tmp_path / "data")
    briefing(
        tmp_path / "templates",
        template=f'增加值{{{{ fact("growth") | change }}}}。{{% if any("{keys}".split()) %}}甲{{% endif %}}',
    )
    (tmp_path / "templates" / "b" / "one.md.j2").write_text(
        "增加值{{ fact('growth') | change }}。{% clause %}{{ each('" + keys + "') }}{% endclause %}", "utf-8"
    )
    _, _, short = run(capsys, *report(tmp_path, tmp_path / "out"))
    _, _, whole = run(capsys, *report(tmp_path, tmp_path / "out", "--verbose"))
    warning = next(line for line in short.splitlines() if "does not know 100 keys" in line)
    assert len(warning) < WIDEST + 50
    assert warning.endswith(", … (--verbose names them all)")
    assert "first99.second99" in whole


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_a_terminal_that_cannot_show_chinese_gets_codes_and_the_files(tmp_path: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [sys.executable, "-m", "reportgen", *report(tmp_path, tmp_path / "out")]
    ended = subprocess.run(arguments, capture_output=True, env=environment, check=False)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "out" / "标题.txt").exists()
    assert b"Traceback" not in ended.stderr
