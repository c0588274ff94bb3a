"""Wording: how a language says a figure, by its kind, sign, unit, qualifier and polarity.

One module a language, each with everything that :class:`~reportgen.narrative.wording.protocol.Wording` asks for; they take facts and
return text without markup, and :mod:`reportgen.narrative.filters` adds the trace. A further language is one more module here, one with
the fixed words of documents (:mod:`reportgen.document.words`), and its templates.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.facts.model import Language
from reportgen.narrative.wording import en, zh
from reportgen.narrative.wording.protocol import Wording as Wording

WORDINGS: Mapping[Language, Wording] = {"zh": zh, "en": en}
"""The module of each language; the type checker holds each to the whole protocol."""
