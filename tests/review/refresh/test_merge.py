"""Three versions of a paragraph: as written, as people left it, and as new facts would have it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.review.refresh.merge import merge
from reportgen.review.refresh.tokens import text_of, tokens_of
from reportgen.writers.manifest import Piece, Pieces
from tests.review.refresh.told import made, pieces, shown, states

WRITTEN = "2025年，增加值增长[7.7%|iva:2025#1|f1]，高于全省[0.2|gap:2025#1|f2]个百分点。"
FALLEN = "2025年，增加值下降[2.1%|iva:2025#2|f1]，低于全省[0.3|gap:2025#2|f2]个百分点。"
RISEN = "2025年，增加值增长[8.1%|iva:2025#2|f1]，高于全省[0.2|gap:2025#1|f2]个百分点。"


def test_a_number_is_brought_up_to_date() -> None:
    text, merged = made(WRITTEN, RISEN, WRITTEN)
    assert text == "2025年，增加值增长8.1%，高于全省0.2个百分点。"
    assert [(change.state, change.old, change.new) for change in merged.changes] == [("updated", "7.7%", "8.1%")]
    assert merged.base == (pieces(RISEN),)


def test_words_follow_the_sign() -> None:
    text, merged = made(WRITTEN, FALLEN, WRITTEN)
    assert text == "2025年，增加值下降2.1%，低于全省0.3个百分点。"
    assert [(change.old, change.new) for change in merged.changes] == [("增长7.7%", "下降2.1%"), ("高于全省0.2", "低于全省0.3")]


def test_words_follow_the_sign_although_a_person_wrote_elsewhere_in_the_sentence() -> None:
    edited = WRITTEN.replace("增加值", "我市工业增加值").replace("。", "，成绩来之不易。")
    text, merged = made(WRITTEN, FALLEN, edited)
    assert text == "2025年，我市工业增加值下降2.1%，低于全省0.3个百分点，成绩来之不易。"
    assert set(states(merged)) == {"updated"}


def test_a_change_beside_the_words_of_a_person_is_to_be_read_again() -> None:
    text, merged = made(WRITTEN, FALLEN, WRITTEN.replace("增长", "大幅增长"))
    assert "大幅下降2.1%" in text
    assert "read it again" in merged.changes[0].note
    assert merged.changes[1].note == ""


@pytest.mark.parametrize(
    ("edited", "kept"),
    [
        (WRITTEN.replace("7.7%", "8.0%"), "增加值增长8.0%"),
        (WRITTEN.replace("增长", "提高"), "增加值提高7.7%"),
        (WRITTEN.replace("增长", ""), "增加值7.7%"),
        (WRITTEN.replace("增长[7.7%|iva:2025#1|f1]", "增速为[7.7%|iva:2025#1|f1]"), "增加值增速为7.7%"),
    ],
)
def test_a_clause_that_a_person_changed_is_left_as_a_whole(edited: str, kept: str) -> None:
    """A number with a word of the other sign would be wrong: nothing of the clause is written."""
    text, merged = made(WRITTEN, FALLEN, edited)
    assert text == f"2025年，{kept}，低于全省0.3个百分点。"
    assert states(merged) == ["left", "updated"]
    assert merged.changes[0].now in kept


def test_what_was_left_is_asked_for_again_the_next_time() -> None:
    edited = WRITTEN.replace("7.7%", "8.0%")
    _, merged = made(WRITTEN, FALLEN, edited)
    again = merge(list(merged.base), [pieces(FALLEN)], tokens_of(tuple(Piece(p.text, id=p.id) for p in pieces(
        "2025年，增加值增长[8.0%|iva:2025#1|f1]，低于全省[0.3|gap:2025#2|f2]个百分点。"))))  # fmt: skip
    assert again.writes == ()
    assert states(again) == ["left"]


def test_a_number_typed_by_hand_is_told_although_its_fact_has_not_changed() -> None:
    text, merged = made(WRITTEN, WRITTEN, WRITTEN.replace("7.7%", "8.0%"))
    assert "8.0%" in text
    assert [(change.state, change.old, change.now) for change in merged.changes] == [("by hand", "7.7%", "8.0%")]


def test_a_number_that_a_person_has_brought_up_to_date_already_is_no_dispute() -> None:
    text, merged = made(WRITTEN, RISEN, WRITTEN.replace("7.7%", "8.1%"))
    assert text_of(shown(RISEN)) == text
    assert merged.changes == ()
    assert merged.base == (pieces(RISEN),)


def test_a_sentence_that_a_person_took_out_stays_out() -> None:
    text, merged = made(WRITTEN, FALLEN, WRITTEN.replace("，高于全省[0.2|gap:2025#1|f2]个百分点", ""))
    assert text == "2025年，增加值下降2.1%。"
    assert set(states(merged)) == {"updated"}


def test_no_number_of_one_year_is_put_beside_another_year() -> None:
    """A person wrote another number: neither it nor the year of the paragraph is touched."""
    later = RISEN.replace("2025", "2026")
    text, merged = made(WRITTEN, later, WRITTEN.replace("0.2", "0.4"))
    assert text == "2025年，增加值增长7.7%，高于全省0.4个百分点。"
    assert states(merged) == ["left", "by hand"]


def test_a_level_year_is_said_in_words() -> None:
    level = "2025年，增加值与上年[持平|iva:2025#2|f1]，高于全省[0.2|gap:2025#1|f2]个百分点。"
    text, merged = made(WRITTEN, level, WRITTEN)
    assert text == "2025年，增加值与上年持平，高于全省0.2个百分点。"
    back = merge(list(merged.base), [pieces(WRITTEN)], shown(level))
    assert back.base == (pieces(WRITTEN),)


def test_an_english_sentence_follows_the_sign() -> None:
    written = "Value added rose by [7.7%|iva:2025#1|f1], [0.2|gap:2025#1|f2] percentage points above the province."
    fresh = "Value added fell by [2.1%|iva:2025#2|f1], [0.3|gap:2025#2|f2] percentage points below the province."
    text, merged = made(written, fresh, written.replace("Value added", "Industrial value added"))
    assert text == "Industrial value added fell by 2.1%, 0.3 percentage points below the province."
    assert set(states(merged)) == {"updated"}


def test_a_bound_and_a_rank_follow_the_fact() -> None:
    written = "贡献率近[50%|share:2025#1|f1]，列第[9|rank:2025#1|f2]位。"
    fresh = "贡献率超[51%|share:2025#2|f1]，列第[3|rank:2025#2|f2]位。"
    assert made(written, fresh, written)[0] == "贡献率超51%，列第3位。"


def test_a_title_keeps_the_lines_that_it_has() -> None:
    text, merged = made("萍乡市2025年\n工业报告", "萍乡市2025年工业报告", "萍乡市2025年\n工业报告")
    assert (text, merged.changes) == ("萍乡市2025年\n工业报告", ())


def test_a_paragraph_that_was_joined_from_two_is_refreshed_as_both() -> None:
    second = "企业[940|total:2025#1|f3]家。"
    joined = WRITTEN + second
    merged = merge([pieces(WRITTEN), pieces(second)], [pieces(FALLEN), pieces(second.replace("940", "955"))], shown(joined))
    assert [one.pieces[0].text for one in merged.writes] == ["下降", "2.1%", "低", "0.3", "955"]
    assert merged.base == (pieces(FALLEN), pieces(second.replace("940", "955")))


# --- properties ------------------------------------------------------------------------------------------------------------

WORDS = st.text("增长下降高于低，。；年度全市 abc", min_size=1, max_size=6)
NUMBERS = st.decimals(-999, 999, places=1, allow_nan=False).map(lambda number: f"{number}%")
SERIES = st.sampled_from(["iva", "gap", "total"])


@st.composite
def passages(draw: st.DrawFn) -> Pieces:
    """Words and numbers in turn, every number named."""
    found: list[Piece] = []
    for number in range(draw(st.integers(1, 4))):
        found.append(Piece(draw(WORDS)))
        digits = draw(NUMBERS)
        found.append(Piece(digits, (f"{draw(SERIES)}:2025#{number}",), f"f{number}", digits))
    return (*found, Piece(draw(WORDS)))


def as_shown(written: Pieces) -> Pieces:
    return tuple(Piece(piece.text, id=piece.id) for piece in written)


def text_after(written: Pieces, fresh: Pieces, now: Pieces) -> str:
    text = "".join(piece.text for piece in now)
    for one in reversed(merge([written], [fresh], tokens_of(now)).writes):
        text = text[: one.start] + "".join(piece.text for piece in one.pieces) + text[one.end :]
    return text


@given(passages(), passages())
@settings(max_examples=300)
def test_what_nobody_edited_becomes_what_the_facts_say(written: Pieces, fresh: Pieces) -> None:
    assert text_after(written, fresh, as_shown(written)) == "".join(piece.text for piece in fresh)


@given(passages(), passages(), WORDS)
@settings(max_examples=300)
def test_the_same_facts_change_nothing_whatever_was_edited(written: Pieces, edited: Pieces, words: str) -> None:
    merged = merge([written], [written], tokens_of((*as_shown(edited), Piece(words))))
    assert merged.writes == ()
    assert merged.base == (written,)


@given(passages(), passages(), passages())
@settings(max_examples=300)
def test_nothing_that_a_person_typed_is_lost(written: Pieces, fresh: Pieces, typed: Pieces) -> None:
    """Words of a person stand behind a full stop at the end, where the facts have nothing to say."""
    words = "".join(piece.text for piece in typed)
    after = text_after((*written, Piece("。")), (*fresh, Piece("。")), (*as_shown(written), Piece("。"), Piece(words)))
    assert after.endswith(words)
