"""What became of paragraphs and numbers that people have edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportgen.review.pairing import TOKEN, Span, carried, paired, tokens

TEXTS = st.text("增长下降规上工业，。0123456789.%−ab ", max_size=30)


def numbers(text: str) -> list[Span]:
    return [Span(*match.span()) for match in TOKEN.finditer(text) if match[0][-1].isdigit()]


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(st.lists(TEXTS, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_paragraphs_that_only_moved_are_found_wherever_they_went(texts: list[str], random: object) -> None:
    moved = list(texts)
    random.shuffle(moved)  # type: ignore[attr-defined]
    assert {new: texts.index(text) for new, text in enumerate(moved)} == paired(texts, moved)


@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=6))
def test_no_paragraph_is_two_at_once(old: list[str], new: list[str]) -> None:
    found = paired(old, new)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(range(len(new)))


def test_an_edited_paragraph_between_two_kept_ones_is_known_by_its_place() -> None:
    old = ["增长7.7%", "企业940家", "目标1000亿元"]
    assert paired(old, ["增长7.7%", "目前企业共有941家，比上年多", "目标1000亿元"]) == {0: 0, 1: 1, 2: 2}


def test_a_new_paragraph_is_none_of_the_old_ones() -> None:
    assert paired(["增长7.7%", "企业940家"], ["增长7.7%", "新写的一段话", "企业940家"]) == {0: 0, 2: 1}


@given(TEXTS)
def test_numbers_of_an_untouched_text_stay_where_they_are(text: str) -> None:
    assert carried(text, text, numbers(text)) == tuple(numbers(text))


@given(
    st.lists(st.sampled_from("增长下降规上工业，。"), min_size=1, max_size=12).map("".join),
    st.integers(0, 999),
    st.integers(0, 999),
)
def test_a_number_that_was_changed_stands_where_the_old_one_stood(words: str, one: int, other: int) -> None:
    old, new = f"{words}{one}{words}", f"{words}{other}{words}"
    (span,) = carried(old, new, (Span(len(words), len(words) + len(str(one))),))
    assert span is not None
    assert new[span.start : span.end] == str(other)


def test_a_number_whose_words_were_rewritten_is_still_found() -> None:
    old, new = "营业收入1267.05亿元，增长6%。", "全年规上工业实现营收1267.05亿元，同比增长6%，好于预期。"
    found = carried(old, new, (Span(4, 11), Span(16, 18)))
    assert [new[span.start : span.end] for span in found if span] == ["1267.05", "6%"]


def test_a_number_that_was_deleted_is_gone() -> None:
    assert carried("增长7.7%，列第9位", "增长7.7%", (Span(2, 6), Span(9, 10))) == (Span(2, 6), None)
