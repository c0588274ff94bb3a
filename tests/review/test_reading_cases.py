"""The cases of ``tests/cases/reading.md``: text in, every number of it out."""

from __future__ import annotations

import pytest

from reportgen.review.reading import read
from review.reading_cases import cases, written

NAMES = ("AA+", "14th five-year plan")


@pytest.mark.parametrize(("title", "blocks"), cases("reading.md"), ids=[title for title, _ in cases("reading.md")])
def test_reading(title: str, blocks: dict[str, str]) -> None:
    assert "\n".join(written(reading) for reading in read(blocks["text"], NAMES)) == blocks["expected"]
