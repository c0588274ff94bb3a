"""What the English look changes in the styles of the Chinese one: smaller type, bold headings, space between paragraphs."""

from __future__ import annotations

from dataclasses import replace

from official_styles import STYLES
from word_styles import Style

NATURAL = {"size": 11.5, "line": -288, "loose": True}
CHANGES: dict[str, dict[str, object]] = {
    "Normal": {**NATURAL, "align": "left"},
    "Title": {"size": 20, "bold": True, "line": -264, "before": 0, "after": 120},
    "Subtitle": {"size": 13, "line": -288, "after": 60},
    "Author": {"before": 120},
    "Date": {"after": 360},
    "heading 1": {"size": 15, "bold": True, "indent": -1, "before": 320, "after": 120},
    "heading 2": {"size": 13, "bold": True, "indent": -1, "before": 240, "after": 80},
    "heading 3": {"size": 11.5, "indent": -1, "before": 200, "after": 60},
    "heading 4": {"size": 11.5, "indent": -1, "before": 160, "after": 60},
    "Body Text": {"indent": -1, "after": 140},
    "List Bullet": {"indent": -1, "after": 80},
    "List Number": {"indent": -1, "after": 80},
    "Note": {"size": 9.5, "indent": -1, "line": 260},
    "caption": {"size": 10.5, "bold": True, "line": 300},
    "Table Header": {"size": 10, "bold": True, "line": 280},
    "Table Text": {"size": 10, "line": 280},
    "Table Number": {"size": 10, "line": 280},
    "Table Group": {"size": 10, "bold": True, "line": 280},
    "Table Unit": {"size": 9.5, "line": 280},
    "Table Note": {"align": "left"},
    "footnote text": {"align": "left"},
    "Key Figure Label": {"size": 10, "bold": True},
    "Key Figure Number": {"size": 20},
    "Key Figure Detail": {"size": 9.5},
    "footer": {"size": 10.5},
}
ENGLISH: tuple[Style, ...] = tuple(replace(style, **CHANGES.get(style.name, {})) for style in STYLES)  # type: ignore[arg-type]
