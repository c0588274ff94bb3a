"""The bundled briefing as documents and files, each made once for all the tests that look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from reportgen import bundled
from reportgen.document.model import ChartForm, Document
from reportgen.facts.model import Language
from reportgen.notices import Notice
from reportgen.pipeline import Product, Request, compose, run

DAY = date(2026, 6, 30)


def request(year: int, charts: ChartForm = "picture", language: Language = "zh") -> Request:
    """The report and the deck of a year."""
    formats = ("docx", "pptx")
    return Request(bundled.dataset(), bundled.templates(), "annual", year, DAY, formats, language=language, charts=charts)


@cache
def composed(year: int, language: Language = "zh") -> tuple[Document, tuple[Notice, ...]]:
    """The document of a year, and what was left out of it."""
    return compose(request(year, language=language))[1:]


def document(year: int, language: Language = "zh") -> Document:
    return composed(year, language)[0]


@cache
def products(year: int, charts: ChartForm = "picture", language: Language = "zh") -> Mapping[str, Product]:
    """The finished files of a year, by suffix."""
    made = run(request(year, charts, language)).products
    return {f".{product.name.rpartition('.')[2]}": product for product in made}


def files(year: int, charts: ChartForm = "picture", language: Language = "zh") -> dict[str, bytes]:
    """Their bytes, by suffix."""
    return {suffix: product.data for suffix, product in products(year, charts, language).items()}


def text(year: int, language: Language = "zh") -> str:
    """The report of a year as plain text."""
    (product,) = run(replace(request(year, language=language), formats=("text",))).products
    return product.data.decode("utf-8")
