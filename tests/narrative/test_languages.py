"""Which language a briefing is in, and which templates it then takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import TemplateError
from reportgen.narrative.briefing import load


def briefing(folder: Path, record: str, *templates: str) -> Path:
    home = folder / "b"
    home.mkdir()
    (home / "briefing.yaml").write_text(record, "utf-8")
    for name in templates:
        (home / name).write_text("---\ntitle: x\n---\n", "utf-8")
    return folder


BOTH = "title: {zh: 报告, en: Report}\nsections: [one]\n"


def test_a_briefing_is_chinese_unless_it_says_otherwise(tmp_path: Path) -> None:
    made = load(briefing(tmp_path, BOTH, "one.md.j2"), "b")
    assert (made.language, made.title, made.template("one")) == ("zh", "报告", "one.md.j2")


def test_another_language_takes_the_templates_with_its_name(tmp_path: Path) -> None:
    made = load(briefing(tmp_path, BOTH, "one.md.j2", "one.en.md.j2"), "b", "en")
    assert (made.language, made.title, made.template("one")) == ("en", "Report", "one.en.md.j2")


def test_a_briefing_of_its_own_language_has_plain_names_in_it(tmp_path: Path) -> None:
    folder = briefing(tmp_path, "lang: en\ntitle: {en: Report}\nsections: [one]\n", "one.md.j2", "one.zh.md.j2")
    assert load(folder, "b").template("one") == "one.md.j2"
    with pytest.raises(TemplateError) as caught:
        load(folder, "b", "zh")
    assert str(caught.value) == "b/briefing.yaml: the briefing has no title in 'zh'\n  hint: write title: {zh: …}"


def test_a_section_without_a_template_in_the_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        load(briefing(tmp_path, BOTH, "one.md.j2"), "b", "en")
    assert str(caught.value) == (
        "b/briefing.yaml: section 'one' has no template in 'en'\n  hint: write one.en.md.j2, or leave out --lang en"
    )
