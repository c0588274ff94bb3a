"""Templates that run away, pry or break: each is one fault with its place, found in a moment."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import dataset

from reportgen.errors import TemplateError
from reportgen.narrative import sandbox
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.lint import lint
from reportgen.narrative.render import render
from reportgen.narrative.scope import Scope

SCOPE = Scope(dataset([{"key": "iva.growth", "kind": "growth", "unit": "%", "period": 2025, "value": 1}]), 2025, (2022, 2025))
RUNAWAY = f"\n  hint: {sandbox.RUNAWAY}"
TURNS = f"the loops and macros of the section take more than {sandbox.MAX_TURNS} turns"
LONG = f"the text is longer than {sandbox.MAX_CHARACTERS} characters"
DEEP = "the template is nested too deeply"


def briefing(folder: Path, text: str | bytes) -> Briefing:
    """A briefing of the one section ``t``."""
    (folder / "t.md.j2").write_bytes(text if isinstance(text, bytes) else text.encode())
    return Briefing("b", folder, "", "", "", ("t",), 4, {})


def fault(folder: Path, text: str | bytes) -> str:
    """What checking or rendering the template says, which may not take long."""
    made = briefing(folder, text)
    started = time.process_time()
    found = next(faults(made))
    assert time.process_time() - started < 5
    return str(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # loops and recursion
        ("{% set ten = 'abcdefghij' %}" + "{% for a in ten %}" * 8 + "{% endfor %}" * 8, f"t.md.j2:1: {TURNS}{RUNAWAY}"),
        ("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}\n{{ m(year) }}",
         f"t.md.j2:1: {DEEP}{RUNAWAY}"),
        ("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}\n{{ m(year - 2000) }}",
         f"t.md.j2:1: {TURNS}{RUNAWAY}"),
        ("{% for a in ['a', 'b'] recursive %}{{ loop(['a', 'b']) }}{% endfor %}", f"t.md.j2:1: {DEEP}{RUNAWAY}"),
        ("{% include 't.md.j2' %}", f"t.md.j2:1: {DEEP}{RUNAWAY}"),
        ("{% set n = n - 1 if n is defined else year - 2000 %}{% if n %}{% include 't.md.j2' %}{% include 't.md.j2' %}{% endif %}",
         f"t.md.j2:1: {TURNS}{RUNAWAY}"),
        ("{% block a %}{{ self.a() }}{% endblock %}", f"t.md.j2:1: {DEEP}{RUNAWAY}"),
        ("{% extends 't.md.j2' %}", f"t.md.j2:1: {DEEP}{RUNAWAY}"),
        # texts that double
        ("{% set a = 'abcdefgh' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}", f"t.md.j2:1: {LONG}{RUNAWAY}"),
        ("{% set a = 'abcdefgh' %}" + "{% set a = a + a %}" * 60 + "{{ a }}", f"t.md.j2:1: {LONG}{RUNAWAY}"),
        ("{% set a = ['a'] %}" + "{% set a = a + a %}" * 60, f"t.md.j2:1: {LONG}{RUNAWAY}"),
        ("{% set a = 'abcdefgh' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60, f"t.md.j2:1: {LONG}{RUNAWAY}"),
        ("{% macro m(a) %}{{ m(a ~ a) }}{% endmacro %}{{ m('abcdefgh') }}", f"t.md.j2:1: {LONG}{RUNAWAY}"),
        ("{% set a = 'abcdefgh' %}" + "{% set a = a | join(a) %}" * 60, f"t.md.j2:1: {LONG}{RUNAWAY}"),
        ("{{ 'abcdefghij' * year * year * year }}", "t.md.j2:1: '*' is for numbers\n  hint: join texts with ~"),
        ("{% set a = ['a', 'b'] * year %}", "t.md.j2:1: '*' is for numbers\n  hint: join texts with ~"),
        ("{% set a = ['a'] %}" + "{% set a = [a, a] %}" * 60 + "{{ a }}",
         "t.md.j2:1: a value of the kind 'list' cannot be printed\n  hint: print a fact, one of its wordings, or words"),
        # numbers that grow
        ("{% set a = year %}" + "{% set a = a * a %}" * 60, "t.md.j2:1: the result of the arithmetic is too large\n"
         "  hint: figures come from facts; nothing is computed here"),
        ("{% set a = year ** year ** year %}", "t.md.j2:1: '**' is for numbers\n  hint: join texts with ~"),
        # nesting
        ("{{ " + "(" * 5000 + "year" + ")" * 5000 + " }}", f"t.md.j2: {DEEP}{RUNAWAY}"),
        ("{{ " + "not " * 5000 + "year }}", f"t.md.j2: {DEEP}{RUNAWAY}"),
        ("{% if year %}" * 3000 + "{% endif %}" * 3000, f"t.md.j2: {DEEP}{RUNAWAY}"),
        ("{% for a in 'a' %}" * 30 + "{% endfor %}" * 30, f"t.md.j2: {DEEP}{RUNAWAY}"),
    ],
)  # fmt: skip
def test_a_template_that_runs_away_is_stopped(tmp_path: Path, text: str, expected: str) -> None:
    assert fault(tmp_path, text) == expected


@pytest.mark.parametrize(
    "attack",
    [
        "{{ '{0.__class__}'.format(year) }}",
        "{{ '{:1000000000}'.format(year) }}",
        "{{ '{a}'.format_map({'a': year}) }}",
        "{{ '%s' % year }}",
        "{{ '%1000000000d' % year }}",
        "{{ 'a'.center(year * year * year) }}",
        "{{ 'a'.encode() }}",
        "{{ year.real }}",
        "{{ year.to_bytes }}",
        "{{ 'a' | center(year) }}",
        "{{ 'a' | attr('__class__') }}",
        "{{ 'a' | format(year) }}",
        "{{ ['a'] | map(attribute='__class__') | first }}",
        "{{ ['a'] | map('attr', '__class__') | first }}",
        "{{ [fact('iva.growth')] | map(attribute='_fact') | first }}",
        "{{ [fact('iva.growth')] | map(attribute='_fact.source') | list | first }}",
        "{{ [fact('iva.growth')] | sort(attribute='_fact') }}",
        "{{ [fact('iva.growth')] | selectattr('_fact') | list }}",
        "{{ fact.__func__.__globals__ }}",
        "{{ has.__self__.scope }}",
        "{{ (fact | list) }}",
        "{{ self._TemplateReference__context }}",
        "{{ loop }}",
        "{{ caller() }}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m._func }}",
        "{% set ns = namespace(a='a') %}",
        "{% set year.real = 'a' %}",
        "{% import 't.md.j2' as t %}{{ t._body_stream }}",
        "{% include '../secret.md.j2' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'briefing.yaml' %}",
        "{% include 'a/../../secret.md.j2' %}",
        "{% include 'link.md.j2' %}",
        "{% include 'linked/secret.md.j2' %}",
        "{% include ['../secret.md.j2', 'link.md.j2'] %}",
        "{% import '../secret.md.j2' as secret %}",
        "{% extends 'link.md.j2' %}",
        "{{ dict(a='a') }}",
        "{{ lipsum() }}",
        "{{ cycler('a') }}",
        "{{ range(year) }}",
        "{{ debug() }}",
        "{% debug %}",
        "{% do x %}",
    ],
)
def test_a_template_cannot_pry(tmp_path: Path, attack: str) -> None:
    (tmp_path / "secret.md.j2").write_text("secret", "utf-8")
    home = tmp_path / "b"
    home.mkdir()
    (home / "briefing.yaml").write_text("secret", "utf-8")
    (home / "link.md.j2").symlink_to(tmp_path / "secret.md.j2")
    (home / "linked").symlink_to(tmp_path, target_is_directory=True)
    said = fault(home, attack)
    assert said.startswith("t.md.j2") or "lies outside its briefing" in said
    assert "secret'" not in said.replace(attack, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ fact('iva.growth') | value }}", 't.md.j2:1: the number 1 has no fact behind it\n  hint: print the fact itself: {{ fact("…") }}'),
        ("甲\n{{ year - 1 }}", None),
        ("{{ projects() | length }}", 't.md.j2:1: the number 0 has no fact behind it\n  hint: print the fact itself: {{ fact("…") }}'),
        ("{{ fact('iva.growth') | value ~ '%' }}",
         't.md.j2:1: the number 1 has no fact behind it\n  hint: print the fact itself: {{ fact("…") }}'),
        ("{{ [fact('iva.growth') | value] | join }}",
         't.md.j2:1: the number 1 has no fact behind it\n  hint: print the fact itself: {{ fact("…") }}'),
        ("{{ none }}", "t.md.j2:1: 'None' cannot be printed\n  hint: print a fact, one of its wordings, or words"),
        ("{{ has('iva.growth') }}", "t.md.j2:1: 'True' cannot be printed\n  hint: print a fact, one of its wordings, or words"),
        ("{{ has }}", "t.md.j2:1: a value of the kind 'method' cannot be printed\n  hint: print a fact, one of its wordings, or words"),
        ("{{ '甲' | change }}", "t.md.j2:1: '甲' is not a fact\n  hint: word a fact: {{ fact(\"…\") | change }}"),
        ("甲\n\n{{ '\\x0b' }}", "t.md.j2: the character U+000B cannot stand in a text\n"
         "  hint: it was written as an escape, such as \\x00, in one of the strings of the template"),
        ("{{ '\\ud800' }}", "t.md.j2: the character U+D800 cannot stand in a text\n"
         "  hint: it was written as an escape, such as \\x00, in one of the strings of the template"),
        ("甲\n乙\x00", "t.md.j2:2: the character U+0000 cannot stand in a text\n  hint: delete it; it cannot be seen"),
        ("甲\n乙\u202e", "t.md.j2:2: the character U+202E cannot stand in a text\n  hint: delete it; it cannot be seen"),
        ("标题".encode("gbk"), "t.md.j2: the template is not UTF-8 text\n  hint: save it as UTF-8 in the editor"),
        ("a" * 1_000_001, "t.md.j2: the template is larger than 1 MB\n  hint: split it into sections"),
        ("{{ fact() }}", "t.md.j2:1: TypeError: Statements.fact() missing 1 required positional argument: 'key'\n"
         "  hint: check the call on this line"),
        ("{{ fact('iva.growth') | nosuch }}", "t.md.j2:1: No filter named 'nosuch'.\n  hint: see Jinja's syntax"),
        ("{% nosuch %}", "t.md.j2:1: Encountered unknown tag 'nosuch'.\n  hint: see Jinja's syntax"),
        ("{{ fact('iva.growth' }}", "t.md.j2:1: unexpected '}', expected ')'\n  hint: see Jinja's syntax"),
    ],
)  # fmt: skip
def test_a_template_that_is_broken_is_one_fault(tmp_path: Path, text: str | bytes, expected: str | None) -> None:
    if expected is None:
        expected = 't.md.j2:2: the number 2024 has no fact behind it\n  hint: print the fact itself: {{ fact("…") }}'
    assert fault(tmp_path, text) == expected


def test_a_template_that_is_a_folder_or_a_broken_link_is_named(tmp_path: Path) -> None:
    made = briefing(tmp_path, "")
    (tmp_path / "t.md.j2").unlink()
    (tmp_path / "t.md.j2").symlink_to("nowhere")
    assert [str(found) for found in lint(made, SCOPE)] == [
        "t.md.j2: this is not a file\n  hint: put a template of this name there"
    ]
    (tmp_path / "t.md.j2").unlink()
    (tmp_path / "t.md.j2").mkdir()
    assert [str(found) for found in lint(made, SCOPE)] == [
        "t.md.j2: this is not a file\n  hint: put a template of this name there"
    ]


def test_a_template_may_begin_with_a_byte_order_mark_and_end_its_lines_in_any_way(tmp_path: Path) -> None:
    made = briefing(tmp_path, "\ufeff---\r\ntitle: 一\r\n---\r\n\r\n甲\r\n".encode())
    ((section,), _) = render(made, ("t",), SCOPE)
    assert section.markdown == "---\ntitle: 一\n---\n\n甲\n"


def test_what_templates_need_is_within_bounds(tmp_path: Path) -> None:
    text = "{% for a in 'abcdefghij' %}{% for b in 'abcdefghij' %}{{ a ~ b }}{% endfor %}{% endfor %}{{ year }}{{ year ~ '年' }}"
    ((section,), _) = render(briefing(tmp_path, text), ("t",), SCOPE)
    assert section.markdown.endswith("jj20252025年")


PIECES = (
    *("甲", "{{", "}}", "{%", "%}", "<!--", "-->", "(", ")", "'", '"', "|", "~", "\n", " ", "[", "]", "{", "}", "*"),
    *("fact('iva.growth')", "change", "clause", "endclause", "for a in 'ab'", "endfor", "if year", "endif", "year", "set a = "),
    *("macro m()", "endmacro", "m()", "include 't.md.j2'", "raw", "endraw", "\\x00", "::: chart", "---", "loop", "else", ":::"),
)


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, derandomize=True, database=None
)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_template_is_rendered_or_one_fault(tmp_path: Path, pieces: list[str]) -> None:
    made = briefing(tmp_path, "".join(pieces))
    for found in faults(made):
        assert found.place
        assert found.hint


def faults(made: Briefing) -> Iterator[TemplateError]:
    yield from lint(made, SCOPE)
    try:
        render(made, ("t",), SCOPE)
    except TemplateError as error:
        yield error
