"""What tests count stands under their results: edits tried and found, figures recognised; in one process or in several."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a slow machine is no fault
settings.load_profile("untimed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: Counter[str] = Counter()
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for name, count in report.user_properties if report.when == "call" else ():
            counts[name] += int(str(count))
    if counts:
        terminalreporter.section("counts")
        for name, count in counts.items():
            terminalreporter.write_line(f"{name}: {count}")
