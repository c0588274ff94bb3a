"""Faults of templates: found without rendering where possible, and always with template, line and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import dataset

from reportgen.errors import TemplateError
from reportgen.narrative.briefing import Briefing, load
from reportgen.narrative.environment import NarrativeEnvironment
from reportgen.narrative.lint import lint
from reportgen.narrative.render import render, render_template
from reportgen.narrative.scope import Scope
from reportgen.notices import ClauseOmitted

SCOPE = Scope(dataset([{"key": "iva.growth", "period": 2025, "value": 1}], names=["“10210”", "5G"]), 2025, (2022, 2025))


def briefing(folder: Path, text: str) -> Briefing:
    """A briefing of the one section ``one``."""
    home = folder / "b"
    home.mkdir()
    (home / "one.md.j2").write_text(text, "utf-8")
    (home / "briefing.yaml").write_text("title: {zh: 标题}\nsections: [one]\n", "utf-8")
    return load(folder, "b")


def faults(folder: Path, text: str) -> list[str]:
    return [str(fault) for fault in lint(briefing(folder, text), SCOPE)]


def test_a_typed_number_is_a_fault_with_its_line(tmp_path: Path) -> None:
    assert faults(tmp_path, "甲\n乙增长7.7%。\n") == [
        "one.md.j2:2: the number '7.7' is typed in the template\n"
        '  hint: say it with fact("…"), or add the proper name that it belongs to to names.yaml, or to names in briefing.yaml'
    ]


def test_full_width_digits_and_digits_in_strings_are_found_too(tmp_path: Path) -> None:
    found = faults(tmp_path, '增长７%{{ "，另有8家" }}\n')
    assert [fault.split("'")[1] for fault in found] == ["７", "8"]


def test_proper_names_directives_front_matter_and_anchors_may_hold_digits(tmp_path: Path) -> None:
    text = "---\ntitle: 一\nn: 1\n---\n“10210”方案、5G\n\n## 小节 {#h-2}\n\n见[](#fig-1)\n\n::: chart {#fig-1 years=5}\n:::\n"
    assert faults(tmp_path, text) == []


def test_an_unknown_key_is_found_without_rendering(tmp_path: Path) -> None:
    assert faults(tmp_path, '{% if false %}\n{{ fact("iva.grwth") }}{% endif %}') == [
        "one.md.j2:2: unknown indicator 'iva.grwth' in 'iva.grwth'\n  hint: did you mean 'iva.growth'?"
    ]


def test_a_syntax_error_is_found_without_rendering(tmp_path: Path) -> None:
    assert faults(tmp_path, "甲\n{% clause %}乙") == [
        "one.md.j2:2: Unexpected end of template. Jinja was looking for the following tags: 'endclause'. "
        "The innermost block that needs to be closed is 'clause'.\n  hint: see Jinja's syntax"
    ]


def rendered(folder: Path, text: str) -> str:
    (folder / "t.md.j2").write_text(text, "utf-8")
    return render_template(NarrativeEnvironment(folder, SCOPE), "t.md.j2")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "甲\n{{ nothing }}",
            "t.md.j2:2: 'nothing' is undefined\n  hint: 'nothing' is neither a function of the narrative nor set in the template",
        ),
        (
            '甲\n{{ fact("iva.growth", year=2020) }}',
            "t.md.j2:2: no fact for iva.growth in 2020\n"
            "  hint: put the sentence between {% clause %} and {% endclause %}, so that it can leave itself out",
        ),
        (
            "{% include 'other' %}",
            "t.md.j2:1: no template 'other' to include\n  hint: only the templates in the briefing's own folder are seen",
        ),
        ("{{ 1 // 0 }}", "t.md.j2:1: ZeroDivisionError: integer division or modulo by zero\n  hint: check the call on this line"),
    ],
)
def test_a_fault_while_rendering_names_template_and_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(tmp_path, text)
    assert str(caught.value) == fault


@pytest.mark.parametrize(
    "attack",
    [
        '{{ fact("iva.growth")._fact }}',
        '{{ fact("iva.growth").__class__ }}',
        "{{ ''.__class__.__mro__ }}",
        "{{ fact.__self__ }}",
        "{{ fact.__globals__ }}",
        "{% include '../secret' %}",
        "{% include '/etc/passwd' %}",
        "{{ '%1000000000d' % year }}{{ range(10**9) }}",
        "{{ lipsum.__globals__ }}",
        "{{ cycler.__init__ }}",
        "{% for p in programmes() %}{{ p.__class__ }}{% endfor %}{{ self.__dict__ }}",
    ],
)
def test_a_template_cannot_leave_the_sandbox(tmp_path: Path, attack: str) -> None:
    home = tmp_path / "inner"
    home.mkdir()
    (tmp_path / "secret").write_text("secret", "utf-8")
    with pytest.raises(TemplateError):
        rendered(home, attack)


def test_clauses_left_out_are_named_with_their_line(tmp_path: Path) -> None:
    made = briefing(tmp_path, '甲\n\n{% clause %}乙{{ fact("iva.growth", year=2020) }}{% endclause %}\n')
    (section,), notices = render(made, made.sections, SCOPE)
    assert section.markdown == "甲\n\n"
    assert notices == (ClauseOmitted("one.md.j2:3", "iva.growth in 2020"),)


def test_the_bundled_templates_have_no_fault() -> None:
    from reportgen import bundled
    from reportgen.facts.load import load as load_dataset
    from reportgen.narrative.briefing import names

    scope = Scope(load_dataset(bundled.dataset()), 2025, (2022, 2025))
    assert names(bundled.templates()) != ()
    for name in names(bundled.templates()):
        assert lint(load(bundled.templates(), name), scope) == ()
