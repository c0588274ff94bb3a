"""A dataset that is broken in any other way: one clear fault with its place and a hint, and nothing that hangs."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from facts.conftest import FILES, Folder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.errors import DataError
from reportgen.facts import files

KEY_FORM = "write up to 100 letters, digits, '.', '-' and '_', without spaces"
RETYPE = "it is a control character or cannot be seen; delete it, or type the words around it anew"
DERIVED = "growth,province,{},{},,,,%,exact,,derived,,,,,,{},{},\n"


# --- files -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["programmes.yaml", "projects.csv", "names.yaml"])
def test_a_dataset_need_not_have_what_it_has_nothing_to_say_in(folder: Folder, name: str) -> None:
    if name == "programmes.yaml":
        (folder.path / "projects.csv").unlink()
    (folder.path / name).unlink()
    assert len(folder.load().facts) == 7


@pytest.mark.parametrize("name", ["programmes.yaml", "names.yaml"])
def test_a_file_of_comments_says_nothing(folder: Folder, name: str) -> None:
    (folder.path / "projects.csv").unlink()
    (folder.path / name).write_text("# to be written\n", "utf-8")
    assert len(folder.load().facts) == 7


@pytest.mark.parametrize(
    ("name", "other"),
    [("programmes.yaml", "programs.yaml"), ("projects.csv", "projects.xlsx"), ("names.yaml", "names.yml")],
)
def test_a_file_with_nearly_the_name_is_a_slip(folder: Folder, name: str, other: str) -> None:
    (folder.path / name).rename(folder.path / other)
    assert folder.fault() == (
        f"{folder.path}: there is no {name}, but {other}\n"
        f"  hint: rename {other} or save it as {name}; if it is something else, move it out of the folder"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_the_place_of_a_file_is_named(folder: Folder, name: str) -> None:
    (folder.path / name).unlink()
    (folder.path / name).mkdir()
    assert folder.fault() == f"{folder.path / name}: this is not a file\n  hint: put a file of this name there"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("name", FILES)
def test_a_pipe_is_not_waited_for(folder: Folder, name: str) -> None:
    (folder.path / name).unlink()
    os.mkfifo(folder.path / name)
    assert "this is not a file" in folder.fault()


def test_a_link_that_leads_nowhere_or_to_itself_is_named(folder: Folder) -> None:
    (folder.path / "sources.yaml").unlink()
    (folder.path / "sources.yaml").symlink_to("sources.yaml")
    assert folder.fault().startswith(f"{folder.path / 'sources.yaml'}: cannot read the file: ")


def test_a_device_is_not_read(folder: Folder) -> None:
    (folder.path / "facts.csv").unlink()
    (folder.path / "facts.csv").symlink_to("/dev/zero")
    assert "this is not a file" in folder.fault()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is unreadable to the administrator")
def test_a_file_that_may_not_be_read_is_named(folder: Folder) -> None:
    (folder.path / "facts.csv").chmod(0)
    assert folder.fault().startswith(f"{folder.path / 'facts.csv'}: cannot read the file: Permission denied")


def test_a_file_that_is_refused_by_the_system_is_named(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    fault = f"{folder.path / 'indicators.yaml'}: cannot read the file: Permission denied\n  hint: check that it is there and can be read"
    assert folder.fault() == fault


def test_yaml_has_a_limit_of_its_own(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_YAML_BYTES", 1_000_000)
    folder.add("programmes.yaml", "# " + "x" * 1_000_000)
    assert folder.fault() == "programmes.yaml: the file is larger than 1 MB\n  hint: split the dataset"


@pytest.mark.parametrize("name", ["data" * 2000, "a\0b", "\udce4"])
def test_a_name_that_no_file_system_takes_is_no_folder(name: str) -> None:
    with pytest.raises(DataError, match="no such dataset folder"):
        Folder(Path(name)).load()


def test_a_dataset_without_facts_loads(folder: Folder) -> None:
    (folder.path / "facts.csv").write_text(FILES["facts.csv"].splitlines()[0] + "\n", "utf-8")
    (folder.path / "programmes.yaml").unlink()
    (folder.path / "projects.csv").unlink()
    dataset = folder.load()
    assert (dataset.facts, dataset.years()) == ((), {})


# --- entries ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("indicators.yaml", "  firms:", '  "fir ms":', f"indicators.yaml:9: 'fir ms' cannot be a key\n  hint: {KEY_FORM}"),
        ("indicators.yaml", "  firms:", '  "firms}":', f"indicators.yaml:9: 'firms}}' cannot be a key\n  hint: {KEY_FORM}"),
        ("indicators.yaml", "  chains:", "  a/b:", f"indicators.yaml:5: 'a/b' cannot be a key\n  hint: {KEY_FORM}"),
        ("indicators.yaml", "  province:", "  a@b:", f"indicators.yaml:3: 'a@b' cannot be a key\n  hint: {KEY_FORM}"),
        ("indicators.yaml", "  chains:", f"  {'a' * 101}:", f"indicators.yaml:5: '{'a' * 101}' cannot be a key\n  hint: {KEY_FORM}"),
        ("indicators.yaml", "  chains:", '  "":', f"indicators.yaml:5: '' cannot be a key\n  hint: {KEY_FORM}"),
        ("sources.yaml", '"001":', '"a b":', f"sources.yaml:2: 'a b' cannot be a key\n  hint: {KEY_FORM}"),
        ("programmes.yaml", "id: drive", 'id: "a b"', f"programmes.yaml:1: 'a b' cannot be a key\n  hint: {KEY_FORM}"),
        ("projects.csv", "\npark,", "\n,", f"projects.csv:2: '' cannot be an id\n  hint: {KEY_FORM}"),
        ("programmes.yaml", "  parent: drive", "  parent: chief", "programmes.yaml:10: 'chief' stands below itself\n"
         "  hint: break the circle of parents"),
        ("programmes.yaml", "  kind: plan", "  kind: plan\n  parent: chief", "programmes.yaml:1: 'drive' stands below itself\n"
         "  hint: break the circle of parents"),
        ("indicators.yaml", "growth@province]", "growth@provinces]", "indicators.yaml: 'gap' compares the unknown 'growth@provinces'\n"
         "  hint: did you mean 'province'?"),
        ("indicators.yaml", "growth@province]", "growth/chain]", "indicators.yaml: 'gap' compares the unknown 'growth/chain'\n"
         "  hint: did you mean 'chains'?"),
        ("indicators.yaml", "kind: count, unit: 家", "kind: count, unit: 家, precision: 1000000000",
         "indicators.yaml:9: expected `int` <= 6 at `precision`\n  hint: mend the value there"),
        ("indicators.yaml", "kind: count, unit: 家", "kind: count, unit: 家, precision: -1",
         "indicators.yaml:9: expected `int` >= 0 at `precision`\n  hint: mend the value there"),
        ("programmes.yaml", 'article: "001", paragraph: 14', 'article: "001", paragraph: 0',
         "programmes.yaml:10: expected `int` >= 1 at `sources[0].paragraph`\n  hint: mend the value there"),
        ("indicators.yaml", "zh: 本市", 'zh: "本\\0市"', "indicators.yaml:2: not valid YAML: the character U+0000 cannot stand in a text\n"
         f"  hint: {RETYPE}"),
        ("indicators.yaml", "zh: 本市", 'zh: "本\\ud800市"', "indicators.yaml:2: not valid YAML: the character U+D800 cannot stand in "
         f"a text\n  hint: {RETYPE}"),
        ("indicators.yaml", "zh: 本市", "zh: [本市]", "indicators.yaml:2: expected `str`, got `array` at `zh`\n  hint: mend the value there"),
        ("indicators.yaml", "zh: 本市", f"zh: {'长' * 3001}", "indicators.yaml:2: not valid YAML: a text of more than 3000 characters\n"
         "  hint: shorten it, and check the quotes"),
        ("indicators.yaml", "home: true", "home: maybe", "indicators.yaml:2: expected `bool`, got `str` at `home`\n"
         "  hint: mend the value there"),
        ("indicators.yaml", "  chains:", '  "a\\nb":', f"indicators.yaml:5: 'a b' cannot be a key\n  hint: {KEY_FORM}"),
    ],
)  # fmt: skip
def test_faults_of_entries(folder: Folder, name: str, old: str, new: str, fault: str) -> None:
    folder.replace(name, old, new)
    assert folder.fault() == fault


def test_a_project_stands_in_one_row(folder: Folder) -> None:
    folder.add("projects.csv", FILES["projects.csv"].splitlines()[1] + "\n")
    assert folder.fault() == "projects.csv:3: duplicate project 'park'\n  hint: merge the two rows"


def test_text_over_several_lines_is_one_line_in_the_model(folder: Folder) -> None:
    folder.replace("programmes.yaml", "what: 由链长推进", "what: |\n    由链长推进\n\n    - 每月一次")
    assert folder.load().programmes[1].what.zh == "由链长推进 - 每月一次"


# --- formulas --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("a / (b - b)", "the formula 'a / (b - b)' cannot be computed"),
        ("a / 0", "the formula 'a / 0' cannot be computed"),
        ("0 / 0", "the formula '0 / 0' cannot be computed"),
        ("1e999999 * 1e999999", "the formula '1e999999 * 1e999999' cannot be computed"),
        ("a * 1e300", "the formula 'a * 1e300' cannot be computed"),
        ("a * 1e-300", "the formula 'a * 1e-300' cannot be computed"),
        ("(" * 150 + "a" + ")" * 40, f"the formula '{'(' * 150 + 'a' + ')' * 40}' cannot be computed"),
        ("a" * 201, "the formula is longer than 200 characters"),
        ("a ** b", "'a ** b' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /"),
        ("a % b", "'a % b' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /"),
        ("a.real", "'a.real' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /"),
        ("print()", "'print()' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /"),
        ("'a' * 9", "''a'' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /"),
        ("a - 2023#001", "the formula 'a - 2023#001' cannot be computed"),
    ],
)
def test_formulas_that_cannot_be_computed(folder: Folder, formula: str, fault: str) -> None:
    folder.replace("facts.csv", ",a - b,", f",{formula},")
    assert folder.fault() == f"facts.csv:8: {fault}\n  hint: for example: a - b"


def test_nine_parents_are_too_many(folder: Folder) -> None:
    folder.replace("facts.csv", "growth:2025#001;gap:2025#001", ";".join(["gap:2025#001"] * 9))
    assert folder.fault() == "facts.csv:8: a derived fact with more than 8 parents\n  hint: derive it in two steps"


def test_a_fact_that_is_derived_over_many_steps_takes_no_longer_than_it_should(folder: Folder) -> None:
    """Each is twice the one before: computed anew for each of its two parents that would be a million steps."""
    for year in range(2001, 2020):
        parent = f"growth/chains@province:{year - 1}#derived" if year > 2001 else "growth:2025#001"
        folder.add("facts.csv", DERIVED.format("chains", year, f"{parent};{parent}", "a + b"))
    started = time.process_time()
    assert (
        folder.load().by_id["growth/chains@province:2019#derived"].quantity.value == 2**19 * folder.load().facts[0].quantity.value
    )
    assert time.process_time() - started < 5


def test_a_figure_that_nobody_could_follow_is_refused(folder: Folder) -> None:
    for year in range(1500, 1000, -1):
        parent = f"growth/chains@province:{year - 1}#derived" if year > 1001 else "growth:2025#001"
        folder.add("facts.csv", DERIVED.format("chains", year, parent, "a"))
    assert folder.fault() == (
        "facts.csv:29: 'growth/chains@province:1500#derived' is derived over more than 20 steps\n"
        "  hint: derive it from printed figures"
    )


# --- anything --------------------------------------------------------------------------------------------------------------

JUNK = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [b"\x00", b"\xff\xfe", b"- " * 300, b"{" * 300, b"[a, b", b"? a\n: b", b'"' * 3, b"," * 40, b"&a [*a]", b"!!int x"]
    ),
)


@settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, derandomize=True, database=None
)
@given(name=st.sampled_from(sorted(FILES)), junk=JUNK, start=st.floats(0, 1), length=st.integers(0, 40))
def test_a_file_with_anything_in_the_middle_loads_or_is_a_fault_of_the_data(
    folder: Folder, name: str, junk: bytes, start: float, length: int
) -> None:
    path, whole = folder.path / name, FILES[name].encode()
    at = int(start * len(whole))
    path.write_bytes(whole[:at] + junk + whole[at + length :])
    check(folder, path, whole)


@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, derandomize=True, database=None
)
@given(name=st.sampled_from(sorted(FILES)), junk=JUNK)
def test_a_file_of_anything_loads_or_is_a_fault_of_the_data(folder: Folder, name: str, junk: bytes) -> None:
    path = folder.path / name
    path.write_bytes(junk)
    check(folder, path, FILES[name].encode())


def check(folder: Folder, path: Path, whole: bytes) -> None:
    """What comes out is a dataset, or one fault with its place and a hint; then the file is whole again."""
    faults: list[DataError] = []
    try:
        folder.load()
    except DataError as fault:
        faults.append(fault)
    finally:
        path.write_bytes(whole)
    assert all(fault.place and fault.hint and "\n" not in fault.message for fault in faults)
