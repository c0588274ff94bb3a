"""Texts that an English document would have to say in Chinese."""

from __future__ import annotations

from reportgen.facts.check.finding import Cited, Finding
from reportgen.facts.dataset import Dataset
from reportgen.facts.language import untranslated


def check_english(dataset: Dataset) -> tuple[Finding, ...]:
    """Names and free texts without English, in one finding; nothing where the data have no English glossary at all."""
    lacking = untranslated(dataset) if dataset.terms else ()
    said = (
        f"{len(lacking)} {'text has' if len(lacking) == 1 else 'texts have'} no English: an English document says them in Chinese"
    )
    advice = "give names their 'en', and other texts a line in terms.yaml"
    return (Finding("english", "care", tuple(Cited(text, "no English") for text in lacking), said, advice),) if lacking else ()
