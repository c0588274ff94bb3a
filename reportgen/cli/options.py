"""Types and options that commands share."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import click

from reportgen import bundled
from reportgen.characters import refused
from reportgen.document.model import Official
from reportgen.errors import UsageError, did_you_mean


class WordsType(click.ParamType[tuple[str, ...]]):
    """Words with commas between, at least one; empty ones and repetitions are dropped."""

    name = "words"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        words = tuple(dict.fromkeys(word.strip() for word in re.split("[,，]", value) if word.strip()))
        if not words:
            raise UsageError(
                f"'{value}' names nothing", place=_option(param), hint="write words with commas, or leave the option out"
            )
        return words


class WindowType(click.ParamType[tuple[int, int]]):
    """``2022-2025``, or one year."""

    name = "years"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        match = re.fullmatch(r"([12][0-9]{3})(?:[-—–]([12][0-9]{3}))?", value.strip())
        if not match:
            raise UsageError(f"'{value}' is not a window of years", place=_option(param), hint="write 2022-2025")
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first:
            raise UsageError(f"the years of '{value}' run backwards", place=_option(param), hint=f"write {last}-{first}")
        return first, last


class DateType(click.ParamType[date]):
    """``2026-06-30``"""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            if not re.fullmatch("[12][0-9]{3}-[0-9]{2}-[0-9]{2}", value.strip()):  # fromisoformat reads weeks as well
                raise ValueError
            return date.fromisoformat(value.strip())
        except ValueError:
            raise UsageError(f"'{value}' is not a date", place=_option(param), hint="write 2026-06-30") from None


class PartType(click.ParamType[tuple[str, str]]):
    """``number=×工信发〔2026〕1号``: one part of an official document."""

    name = "part=text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        part, sign, text = value.partition("=")
        known = [field.name for field in fields(Official)]
        if not sign or part.strip() not in known:
            hint = did_you_mean(part.strip(), known, otherwise=f"write PART=TEXT; the parts are {', '.join(known)}")
            raise UsageError(f"'{value}' names no part of an official document", place="--official", hint=hint)
        if found := refused(text):
            raise UsageError(
                f"the character {found[1]} cannot stand in a text", place="--official", hint="it cannot be seen; leave it out"
            )
        return part.strip(), text.strip()


def _option(param: click.Parameter | None) -> str:
    """The name of an option as it is typed."""
    return param.opts[0] if param else ""


data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=bundled.dataset,
    help="Dataset folder.  [default: the bundled Pingxiang data]",
)
templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path),
    default=bundled.templates,
    help="Folder of briefings.  [default: the bundled ones]",
)
