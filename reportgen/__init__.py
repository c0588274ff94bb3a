"""reportgen turns a fact model and narrative templates into Word reports and PowerPoint decks.

It is a small compiler. Facts go in, a document model stands in the middle, Office files come out::

    seeds/ ──▶ facts ──▶ narrative ──▶ document ──▶ charts ──▶ writers ──▶ delivery ──▶ out/
    templates/ ────────────▲──────────────▲                      ▲ (look: reference .docx/.pptx)

A side door leads back in: ``review`` reads a finished, perhaps edited file, traces and audits its numbers, and refreshes them::

    file, manifest ──▶ review ──▶ trace, findings, the file brought up to date

====================  =====================================================================================================
``facts``             what is true: indicators, facts, programmes and projects of a dataset, loaded, checked and derived
``narrative``         what we say: the sandboxed templates, wording by sign, unit and polarity, statements computed from facts
``document``          what the briefing is: blocks, spans, tables, chart specifications, slides
``charts``            chart specification to picture; the only importer of matplotlib
``writers``           document to bytes: text, Word, PowerPoint; each file carries a manifest of what was written from which facts
``delivery``          names of files, saving without ever leaving half a file
``review``            a finished, perhaps edited document back to its numbers, held against the facts
``pipeline``          the stages in order
``cli``               arguments to pipeline to messages to exit status
====================  =====================================================================================================

Imports point one way only, from later stages to earlier ones: ``errors``, ``notices`` ← ``facts`` ← ``narrative`` ← ``document`` ←
``charts`` ← ``writers``; writers and charts see ``document.model`` alone and never the facts. A test holds the package to it.
"""

__version__ = "0.1.0"
