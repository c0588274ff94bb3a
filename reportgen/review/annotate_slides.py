"""A summary at the end of a deck: PowerPoint's comments are not shown by every program, slides are."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportgen.review.remarks import place, remark
from reportgen.review.verdict import Finding

_A_SLIDE = 6
"""Remarks on one slide."""
_LONGEST = 110
"""A longer remark is cut on the slide and stands whole in the notes."""
_TITLES = (1, 3)
"""Kinds of placeholder that hold a title."""
_POINT = 12_700


def annotated(data: bytes, findings: Sequence[Finding], chinese: bool) -> bytes:
    """The deck with slides at its end that list the remarks, in the plainest layout of its own that has a title."""
    from pptx import Presentation

    deck = Presentation(BytesIO(data))
    pages = [findings[start : start + _A_SLIDE] for start in range(0, len(findings), _A_SLIDE)] or [[]]
    for number, page in enumerate(pages, start=1):
        _slide(deck, page, _title(chinese, number, len(pages)), chinese)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _title(chinese: bool, number: int, pages: int) -> str:
    title = "数据核对结果" if chinese else "Numbers held against the data"
    return title if pages == 1 else f"{title}（{number}/{pages}）" if chinese else f"{title} ({number}/{pages})"


def _slide(deck: Any, findings: Sequence[Finding], title: str, chinese: bool) -> None:
    slide = deck.slides.add_slide(_layout(deck))
    for placeholder in list(slide.placeholders):
        if placeholder.placeholder_format.type in _TITLES:
            placeholder.text_frame.text = title
        else:
            placeholder._element.getparent().remove(placeholder._element)
    told = [f"{place(finding, chinese)}{remark(finding, chinese)}" for finding in findings]
    _write(slide, _box(deck, slide), told or ["没有需要处理的数据。" if chinese else "Every number is in order."])
    slide.notes_slide.notes_text_frame.text = "\n".join(told)


def _layout(deck: Any) -> Any:
    """The layout with its title at the top and the least beside it; of equals the one that the deck uses most."""
    used = [slide.slide_layout.name for slide in deck.slides]

    def order(layout: Any) -> tuple[bool, int, int]:
        titles = [one for one in layout.placeholders if one.placeholder_format.type in _TITLES]
        at_top = any((title.top or 0) + (title.height or 0) < deck.slide_height // 3 for title in titles)
        return not at_top, len(list(layout.placeholders)), -used.count(layout.name)

    return min(deck.slide_layouts, key=order)


def _box(deck: Any, slide: Any) -> tuple[int, int, int, int]:
    """The room below the title, within the margins that the title keeps."""
    title = slide.shapes.title
    left = title.left if title is not None and title.left else deck.slide_width // 20
    top = title.top + title.height if title is not None and title.height else deck.slide_height // 6
    bottom = deck.slide_height - deck.slide_height // 10
    return left, top + 6 * _POINT, deck.slide_width - 2 * left, bottom - top


def _write(slide: Any, box: tuple[int, int, int, int], lines: Sequence[str]) -> None:
    frame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
        paragraph.font.size = 14 * _POINT
        paragraph.space_after = 6 * _POINT
