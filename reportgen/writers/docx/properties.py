"""The properties of the file that a file manager shows: whose report it is, of what, and when."""

from __future__ import annotations

import datetime

from reportgen.document.model import Document
from reportgen.writers.docx.look import Look
from reportgen.writers.docx.xml import find, qualified, w
from reportgen.writers.lines import writable

LONGEST = 255
"""Characters in one property; the limit of the library."""
LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
SCRIPTS = {"zh": "eastAsia", "en": "val"}
"""Which attribute of ``w:lang`` speaks of the characters of a language."""


def set_language(look: Look, document: Document) -> None:
    """Set the language of the text in the defaults of the look, for programs that check spelling or read aloud."""
    node = look.word.styles.element
    for position, name in enumerate(("docDefaults", "rPrDefault", "rPr", "lang")):
        found = find(node, f"w:{name}")
        if found is None:
            found = w(name)
            node.insert(0 if position < 2 else len(node), found)
        node = found
    key = qualified(f"w:{SCRIPTS[document.language]}")
    if node.get(key, "")[:2] != document.language:
        node.set(key, LANGUAGES[document.language])


def set_properties(look: Look, document: Document) -> None:
    """Set title, subject, author, keywords, language and dates; nothing of the look's own properties stays."""
    core = look.word.core_properties
    texts = {
        "title": " ".join(document.title.split()),
        "subject": document.subject,
        "author": document.author,
        "last_modified_by": document.author,
        "keywords": document.labels.comma.join(document.keywords),
        "language": LANGUAGES[document.language],
        "comments": "",
        "category": "",
        "content_status": "",
        "identifier": "",
        "version": "",
    }
    for name, text in texts.items():
        setattr(core, name, writable(text)[:LONGEST])
    when = datetime.datetime.combine(document.date, datetime.time())
    core.created = core.modified = when
    core.revision = 1
