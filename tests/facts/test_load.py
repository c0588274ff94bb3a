"""A dataset folder becomes a dataset, or a fault that says where, what and what to do."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facts.conftest import Folder
from reportgen.errors import DataError
from reportgen.facts import files, sheets
from reportgen.facts.load import load

GROWTH = "growth,city,,2025,,7.7,,%,exact,7.7%,reported,,,001,8,,,,\n"
DERIVED = "growth,province,,2025,,,,%,exact,,derived,,,,,,growth:2025#001;gap:2025#001,a - b,两者之差\n"


# --- what is read ----------------------------------------------------------------------------------------------------------


def test_a_fact_has_all_that_its_row_says(folder: Folder) -> None:
    fact = folder.load().by_id["firms:2025-12-31#001"]
    assert (fact.quantity.value, fact.quantity.unit, fact.printed) == (Decimal(940), "家", "940家")
    assert (str(fact.source and fact.source.title), fact.paragraph, fact.also, fact.line) == ("后一篇", 8, (9, 10), 5)


def test_ids_leave_out_the_home_place_and_name_the_rest(folder: Folder) -> None:
    assert [fact.id for fact in folder.load().facts] == [
        "growth:2025#001",
        "growth/chains:2025#001",
        "gap:2025#001",
        "firms:2025-12-31#001",
        "time:2024#000",
        "plan:2025#000",
        "growth@province:2025#derived",
    ]


def test_a_derived_fact_is_computed_from_its_parents(folder: Folder) -> None:
    assert folder.load().by_id["growth@province:2025#derived"].quantity.value == Decimal("7.5")


def test_a_derived_fact_may_stand_on_another(folder: Folder) -> None:
    row = "growth,province,chains,2025,,,,%,exact,,derived,,,,,,growth@province:2025#derived;growth:2025#001,b - a,"
    folder.add("facts.csv", row + "\n")
    assert folder.load().by_id["growth/chains@province:2025#derived"].quantity.value == Decimal("0.2")


def test_parents_are_computed_in_base_values(folder: Folder) -> None:
    folder.add("facts.csv", "plan,city,,2024,,,,元,about,,derived,,,,,,plan:2025#000,a / 2,\n")
    assert folder.load().by_id["plan:2024#derived"].quantity.base == 50_000_000_000


def test_an_indicator_goes_by_another_name_after_a_dimension(folder: Folder) -> None:
    facts = folder.load().by_id
    assert facts["growth:2025#001"].indicator.noun.zh == "工业增加值"
    assert facts["growth/chains:2025#001"].indicator.noun.zh == "增加值"


def test_a_duration_may_be_in_any_unit_of_time(folder: Folder) -> None:
    assert folder.load().by_id["time:2024#000"].quantity.unit == "年"


def test_a_byte_order_mark_is_no_part_of_the_first_column(folder: Folder) -> None:
    path = folder.path / "facts.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(folder.load().facts) == 7


def test_rows_may_end_as_excel_ends_them(folder: Folder) -> None:
    path = folder.path / "facts.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(folder.load().facts) == 7


def test_a_project_has_its_facts_milestones_and_programmes(folder: Folder) -> None:
    (project,) = folder.load().projects
    assert [(milestone.when.text, milestone.what) for milestone in project.milestones] == [
        ("2023-01-28", "试产"),
        ("2024", "投产"),
    ]
    assert (str(project.industry and project.industry.name), project.programmes) == ("重点产业链", ("drive", "chief"))
    assert (project.investment, project.sources) == (("plan:2025#000",), (("000", 3), ("001", 8)))


def test_years_in_yaml_need_no_quotes(folder: Folder) -> None:
    (drive, _) = folder.load().programmes
    assert [(period.text, ids) for period, ids in drive.progress] == [("2025", ("growth:2025#001",))]


# --- faults of facts.csv ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "indicator,place,",
            "indicator,",
            "facts.csv:1: column 'place' is missing\n"
            "  hint: the columns are indicator, place, dimension, period, as_of, value, scale, unit, qualifier, printed, status, "
            "basis, coverage, source, paragraph, also, parents, formula, note",
        ),
        ("value,scale", "valeu,scale", "facts.csv:1: column 'value' is missing\n  hint: did you mean 'valeu'?"),
        ("formula,note", "formula,note,notes", "facts.csv:1: unknown column 'notes'\n  hint: did you mean 'note'?"),
        (GROWTH, GROWTH.replace(",,,,\n", ",,,,,more\n"), "facts.csv:2: the row has more or fewer cells than the header\n"
         "  hint: quote cells that hold commas, and write numbers without them"),
        (GROWTH, GROWTH.replace(",,,,\n", "\n"), "facts.csv:2: the row has more or fewer cells than the header\n"
         "  hint: quote cells that hold commas, and write numbers without them"),
        (GROWTH, GROWTH.replace("7.7%", '"7.7%'), "facts.csv:2: not valid CSV: unexpected end of data\n  hint: check the quotes"),
        (GROWTH, GROWTH + GROWTH, "facts.csv:3: duplicate fact 'growth:2025#001'\n"
         "  hint: line 2 has it too; tell them apart by period, place or dimension, or delete one"),
        ("growth,city,,2025", "grwth,city,,2025", "facts.csv:2: unknown indicator 'grwth'\n  hint: did you mean 'growth'?"),
        ("growth,city,,2025", "熵,city,,2025", "facts.csv:2: unknown indicator '熵'\n  hint: define '熵' first"),
        ("growth,city,,2025", "growth,citty,,2025", "facts.csv:2: unknown place 'citty'\n  hint: did you mean 'city'?"),
        ("city,chains", "city,chain", "facts.csv:3: unknown dimension 'chain'\n  hint: did you mean 'chains'?"),
        (",,2025,,7.7", ",,2025年,,7.7", "facts.csv:2: bad period: '2025年' is not a period or date\n"
         "  hint: write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28"),
        ("2025-12-31", "2025-12-32", "facts.csv:5: bad as_of: '2025-12-32' does not exist: check the month and day, and that years "
         "run forward\n  hint: write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28"),
        (",,2025,,7.7", ",,,,7.7", "facts.csv:2: neither period nor as_of is given\n"
         "  hint: say the year or the date that the figure is of"),
        (",7.7,", ",七点七,", "facts.csv:2: '七点七' is not a number\n"
         "  hint: write the figure in Arabic digits, without thousands separators or unit"),
        (",7.7,", ",1e3,", "facts.csv:2: '1e3' is not a plain decimal number\n"
         "  hint: write all digits: format the cell as Number in Excel, or use the scale 万 or 亿"),
        ("0.2,,个百分点", "0.2,,个百点", "facts.csv:4: unknown unit '个百点'\n  hint: did you mean '个百分点'?"),
        ("0.2,,个百分点", "0.2,,%", "facts.csv:4: unit '%' is not that of indicator 'gap' (个百分点)\n"
         "  hint: percent and percentage points are different units; use another indicator or mend the unit"),
        ("1000,亿,元", "1000,十亿,元", "facts.csv:7: unknown scale '十亿'\n  hint: leave it empty, or write 万 or 亿"),
        ("at least", "atleast", "facts.csv:7: unknown qualifier 'atleast'\n"
         "  hint: one of exact, about, over, at least, nearly, under"),
        (",target,", ",goal,", "facts.csv:7: unknown status 'goal'\n  hint: one of reported, preliminary, revised, target, derived"),
        ("reported,,,001,14", "reported,real,,001,14", "facts.csv:3: unknown basis 'real'\n"
         "  hint: one of (empty), constant-prices, current-prices, same-enterprises"),
        (",001,14", ",002,14", "facts.csv:3: unknown source '002'\n  hint: did you mean '001' or '000'?"),
        (",001,14", ",,14", "facts.csv:3: a fact without source\n  hint: name the source, or derive the fact from others"),
        (",001,14", ",001,", "facts.csv:3: a fact without paragraph\n  hint: count the non-empty lines of the source from 1"),
        (",001,14", ",001,十四", "facts.csv:3: paragraph '十四' is not a whole number\n"
         "  hint: count the non-empty lines of the source from 1"),
        ("9;10", "9;x", "facts.csv:5: also 'x' is not a whole number\n  hint: count the non-empty lines of the source from 1"),
        ("半年", "", "facts.csv:6: a fact without the figure as printed\n  hint: copy the figure from the source"),
        (",3,,,,", ",3,,,a - b,", "facts.csv:6: a printed fact with parents or formula\n  hint: only derived facts have them"),
        ("growth:2025#001;gap:2025#001", "", "facts.csv:8: a derived fact without parents\n"
         "  hint: name the facts it is computed from"),
        (",a - b,", ",,", "facts.csv:8: a derived fact without formula\n  hint: for example: a - b"),
        ("exact,,derived", "exact,7.5%,derived", "facts.csv:8: a derived fact with a printed figure\n"
         "  hint: a printed figure is reported, not derived"),
        (",a - b,", ",a - c,", "facts.csv:8: 'c' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /\n"
         "  hint: for example: a - b"),
        (",a - b,", ",a /,", "facts.csv:8: the formula 'a /' cannot be computed\n  hint: for example: a - b"),
        ("growth:2025#001;gap", "growth:2024#001;gap", "facts.csv:8: unknown fact 'growth:2024#001'\n"
         "  hint: did you mean 'growth:2025#001' or 'growth/chains:2025#001' or 'gap:2025#001'?"),
        ("growth:2025#001;gap", "growth@province:2025#derived;gap",
         "facts.csv:8: 'growth@province:2025#derived' is derived from itself\n  hint: break the circle of parents"),
    ],
)  # fmt: skip
def test_faults_of_facts(folder: Folder, old: str, new: str, fault: str) -> None:
    folder.replace("facts.csv", old, new)
    assert folder.fault() == fault


def test_facts_that_are_derived_from_one_another_are_a_fault(folder: Folder) -> None:
    folder.replace("facts.csv", DERIVED, DERIVED.replace("growth:2025#001;", "growth/chains@province:2025#derived;"))
    folder.add("facts.csv", "growth,province,chains,2025,,,,%,exact,,derived,,,,,,growth@province:2025#derived,a,\n")
    assert (
        folder.fault()
        == "facts.csv:8: 'growth@province:2025#derived' is derived from itself\n  hint: break the circle of parents"
    )


# --- faults of the other files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("indicators.yaml", "home: true", "home: false", "indicators.yaml: not exactly one place is marked 'home: true'\n"
         "  hint: mark the place the dataset is about"),
        ("indicators.yaml", "zh: 用时, kind: duration", "zh: 用时, kind: durations",
         "indicators.yaml:10: invalid enum value 'durations' at `kind`\n"
         "  hint: one of level, growth, share, difference, rank, count, cumulative, target, completion, money, multiple, duration"),
        ("indicators.yaml", "unit: 家", "unit: 家家", "indicators.yaml:9: indicator 'firms' has the unknown unit '家家'\n"
         "  hint: did you mean '家'?"),
        ("indicators.yaml", "compares: [growth,", "compares: [growht,", "indicators.yaml: 'gap' compares the unknown 'growht'\n"
         "  hint: did you mean 'growth'?"),
        ("indicators.yaml", "firms: {", "gap: {", "indicators.yaml:9: not valid YAML: 'gap' is given twice\n"
         "  hint: merge or rename the entries"),
        ("indicators.yaml", "places:", "places: [", "indicators.yaml:3: not valid YAML: expected ',' or ']', but got '<scalar>'\n"
         "  hint: check indentation, colons and quotes"),
        ("sources.yaml", '"001":', "002:", "facts.csv:2: unknown source '001'\n  hint: did you mean '002' or '000'?"),
        ("sources.yaml", "short: 《后一篇》", "shrt: 《后一篇》", "sources.yaml:2: object contains unknown field `shrt`\n"
         "  hint: the fields are title, short, published, publisher, writer, about, about_en"),
        ("sources.yaml", "2026-06", "2026年6月", "sources.yaml:2: '2026年6月' is not a period or date\n"
         "  hint: write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28"),
        ("programmes.yaml", "plan:2025#000", "plan:2026#000", "programmes.yaml:1: unknown fact 'plan:2026#000'\n"
         "  hint: did you mean 'plan:2025#000' or 'gap:2025#001' or 'time:2024#000'?"),
        ("programmes.yaml", "growth:2025#001", "growth:2026#001", "programmes.yaml:1: unknown fact 'growth:2026#001'\n"
         "  hint: did you mean 'growth:2025#001' or 'growth/chains:2025#001' or 'gap:2025#001'?"),
        ("programmes.yaml", "parent: drive", "parent: drvie", "programmes.yaml:10: unknown parent 'drvie' of 'chief'\n"
         "  hint: did you mean 'drive'?"),
        ("programmes.yaml", "id: chief", "id: drive", "programmes.yaml:10: duplicate programme 'drive'\n  hint: merge the two entries"),
        ("programmes.yaml", 'article: "001", paragraph: 14', 'article: "003", paragraph: 14',
         "programmes.yaml:10: unknown source '003'\n  hint: did you mean '001' or '000'?"),
        ("programmes.yaml", "2025: [", "2025年: [", "programmes.yaml:1: '2025年' is not a period or date\n"
         "  hint: write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28"),
        ("projects.csv", "city,chains", "town,chains", "projects.csv:2: unknown place 'town'\n  hint: define 'town' first"),
        ("projects.csv", "city,chains", "city,chain", "projects.csv:2: unknown industry 'chain'\n  hint: did you mean 'chains'?"),
        ("projects.csv", "plan:2025#000", "plan:2024#000", "projects.csv:2: unknown fact 'plan:2024#000'\n"
         "  hint: did you mean 'plan:2025#000' or 'time:2024#000' or 'gap:2025#001'?"),
        ("projects.csv", "drive;chief", "drive;chef", "projects.csv:2: unknown programme 'chef'\n  hint: did you mean 'chief'?"),
        ("projects.csv", "2023-01-28 试产", "2023年 试产", "projects.csv:2: bad milestone: '2023年' is not a period or date\n"
         "  hint: write 2023, 2021-2025, 2022H1, 2023Q1, 2023-05 or 2023-01-28"),
        ("projects.csv", "000:3;", "007:3;", "projects.csv:2: unknown source '007'\n  hint: write 003:9"),
        ("names.yaml", "why: 方案的简称", "what: 方案的简称", "names.yaml: object contains unknown field `what` at `names[0]`\n"
         "  hint: mend the value there"),
    ],
)  # fmt: skip
def test_faults_of_other_files(folder: Folder, name: str, old: str, new: str, fault: str) -> None:
    folder.replace(name, old, new)
    assert folder.fault() == fault


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("programmes.yaml", "id: drive", "programmes.yaml: not a list of entries\n  hint: start each entry with '- id: …'"),
        ("sources.yaml", "- 000", "sources.yaml: 'sources.yaml' is not a mapping\n  hint: write 'key: value' entries"),
        ("indicators.yaml", "places: [city]", "indicators.yaml: 'places' is not a mapping\n  hint: write 'key: value' entries"),
        ("indicators.yaml", "", "indicators.yaml: 'indicators' is not a mapping\n"
         "  hint: write 'key: value' entries"),
        ("sources.yaml", "a: &a [x]\nb: [*a, *a]\nc: [*a, *a]\n", "sources.yaml:2: not valid YAML: aliases are not supported\n"
         "  hint: write the value out"),
        ("sources.yaml", "[" * 5000 + "]" * 5000, "sources.yaml:1: not valid YAML: nested too deeply\n  hint: flatten the file"),
        ("names.yaml", "names:\n  ? [a]\n  : b", "names.yaml:2: not valid YAML: a key is not plain text\n"
         "  hint: merge or rename the entries"),
        ("names.yaml", "names: \x00", "names.yaml:1: the character U+0000 cannot stand in a text\n"
         "  hint: it is a control character or cannot be seen; delete it, or type the words around it anew"),
        ("names.yaml", "- a", "names.yaml: expected `object`, got `array`\n  hint: the fields are names, exceptions"),
    ],
)  # fmt: skip
def test_files_of_the_wrong_shape(folder: Folder, name: str, text: str, fault: str) -> None:
    (folder.path / name).write_text(text, "utf-8")
    assert folder.fault() == fault


def test_tags_construct_nothing(folder: Folder) -> None:
    (folder.path / "names.yaml").write_text("names: !!python/object/apply:os.system [{name: a, why: b}]", "utf-8")
    assert folder.load().names == ("a",)


def test_scalars_stay_as_they_are_written(folder: Folder) -> None:
    folder.replace("sources.yaml", '"001"', "001")
    folder.replace("sources.yaml", "2026-06", "2026-06-30")
    published = folder.load().sources["001"].published
    assert published
    assert published.text == "2026-06-30"


# --- files as a whole ------------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path / "萍乡")
    assert str(caught.value) == f"{tmp_path / '萍乡'}: no such dataset folder\n  hint: give --data a folder that holds facts.csv"


def test_a_file_that_is_not_there_is_named(folder: Folder) -> None:
    (folder.path / "sources.yaml").unlink()
    fault = f"{folder.path / 'sources.yaml'}: cannot read the file: No such file or directory\n  hint: check that it is there and can be read"
    assert folder.fault() == fault


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        (
            "facts.csv",
            "facts.csv:2: the file is in GBK, as Excel's plain 'CSV' is in Chinese, and not in UTF-8\n"
            "  hint: in Excel choose 'Save As' and the type 'CSV UTF-8 (Comma delimited)'",
        ),
        ("indicators.yaml", "indicators.yaml:2: the file is in GBK and not in UTF-8\n  hint: save it as UTF-8 in the editor"),
    ],
)
def test_text_of_another_encoding_is_a_fault(folder: Folder, name: str, fault: str) -> None:
    path = folder.path / name
    text = path.read_text("utf-8").replace("7.7%,reported", "七,reported")  # so that the second line has a character of it
    path.write_bytes(text.encode("gbk"))
    assert folder.fault() == fault


def test_a_file_beyond_the_limit_is_not_read(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    folder.add("names.yaml", "# " + "x" * 1_000_000)
    assert folder.fault() == "names.yaml: the file is larger than 1 MB\n  hint: split the dataset"


def test_a_table_beyond_the_limit_is_not_read(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 6)
    assert folder.fault() == "facts.csv: more than 6 rows\n  hint: split the dataset"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.sampled_from(["facts.csv", "programmes.yaml", "names.yaml"]), junk=st.binary(max_size=40))
def test_whatever_is_added_loads_or_is_a_fault_of_the_data(folder: Folder, name: str, junk: bytes) -> None:
    path = folder.path / name
    whole = path.read_bytes()
    path.write_bytes(whole + junk)
    faults: list[DataError] = []
    try:
        folder.load()
    except DataError as fault:
        faults.append(fault)
    finally:
        path.write_bytes(whole)
    assert all(fault.place and fault.hint for fault in faults)
