"""Slides, their scripts and their cards, and what the cover says."""

from __future__ import annotations

import pytest
from conftest import Build

from reportgen.document.model import Figure, KeyFigures, Reference, Spans, Text
from reportgen.document.script import spoken
from reportgen.errors import DocumentError
from reportgen.narrative.wording.zh import tidy

SAID = '[7.7%]{facts="rate:2025#000"}'
RATE = Figure("7.7%", ("rate:2025#000",))
TABLE = Reference("tbl", "")


def read_out(*spans: str | Figure | Reference) -> str:
    text: Spans = tuple(Text(span) if isinstance(span, str) else span for span in spans)
    return "|".join("".join(span.text for span in said if isinstance(span, Text | Figure)) for said in spoken([text], tidy))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (("增长", RATE, "（见", TABLE, "）。"), "增长7.7%。"),
        (("增长", RATE, "（上年为", RATE, "，见", TABLE, "），回升。"), "增长7.7%（上年为7.7%），回升。"),
        (("口径不同，列于", TABLE, "，不宜相加。"), "口径不同，不宜相加。"),
        (("先说", RATE, "。各项见", TABLE, "。"), "先说7.7%。"),
        (("各项见", TABLE, "。"), ""),
        (("It grew by ", RATE, " (see ", TABLE, "). The rest is in ", TABLE, "."), "It grew by 7.7%."),
    ],
)
def test_a_script_leaves_out_what_only_leads_to_the_report(written: tuple[str | Figure | Reference, ...], said: str) -> None:
    assert read_out(*written) == said


def test_a_script_keeps_figures_with_their_facts() -> None:
    assert spoken([(Text("增长"), RATE, Text("（见"), TABLE, Text("）。"))], tidy) == ((Text("增长"), RATE, Text("。")),)


def test_the_words_before_a_figure_belong_to_the_number_of_its_card(built: Build) -> None:
    document, _ = built(f"::: key-figures\n- 能耗 | 下降{SAID} | 累计\n- 增加值 | {SAID}（推算） | 比上年\n:::\n")
    (cards,) = document.sections[0].blocks
    assert isinstance(cards, KeyFigures)
    assert [(card.figure.text, card.figure.facts) for card in cards.items] == [
        ("下降7.7%", ("rate:2025#000",)),
        ("7.7%", ("rate:2025#000",)),
    ]
    assert [card.detail for card in cards.items] == [(Text("累计"),), (Text("（推算）比上年"),)]


def test_the_cover_says_the_first_line_that_a_section_has_for_it(built: Build) -> None:
    cover = ":::: cover\n{}\n::::\n"
    document, _ = built(f"{cover.format('')}增长{SAID}。", f"{cover.format('增长' + SAID)}增长{SAID}。\n\n{cover.format('再说')}")
    assert document.opening == (Text("增长"), RATE)
    assert [len(section.blocks) for section in document.sections] == [1, 1]


def test_a_slide_of_sources_needs_no_fact_but_other_slides_do(built: Build) -> None:
    document, _ = built(f"增长{SAID}。\n\n:::: slide {{layout=sources}}\n- 说明\n::::\n\n:::: slide\n- 没有数据\n::::\n")
    assert [(made.layout, made.source) for made in document.sections[0].slides] == [("sources", "")]


def test_an_unknown_layout_is_refused_with_the_nearest_one(built: Build) -> None:
    with pytest.raises(DocumentError, match=r"no slide has the layout 'source'\n  hint: did you mean 'sources'"):
        built(f"增长{SAID}。\n\n:::: slide {{layout=source}}\n- 说明{SAID}\n::::\n")
