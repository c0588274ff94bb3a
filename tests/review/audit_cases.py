"""Findings as one writes them down."""

from __future__ import annotations

from reportgen.review.verdict import Finding


def written(finding: Finding) -> str:
    """``7.7%: agrees, iva.growth:2025#001``; ``2025年: not a figure (date)``"""
    facts = ", ".join(("", *(fact.id for fact in finding.facts)))
    return f"{finding.reading.text}: {finding.verdict}{f' ({finding.note})' if finding.note else ''}{facts}"
