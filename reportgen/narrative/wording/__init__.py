"""Wording: how a language says a figure, by its kind, sign, unit, qualifier and polarity.

One module a language, all with the same functions; they take facts and return text without markup, and
:mod:`reportgen.narrative.filters` adds the trace.
"""
