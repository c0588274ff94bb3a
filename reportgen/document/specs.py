"""Chart directives to chart specifications: which points, which gaps, which notes; never how it looks.

Every kind takes ``facts`` (series keys, or ``key:period`` where values stand side by side), ``labels`` with a name for each, ``mark``
with the key of a reference value, and ``caption``; the body of the directive is the title, which states the message.

================= ========================================================================================================
``growth-years``  rates over the years of the window
``growth-bars``   values side by side in the year
``levels``        all levels up to the year, each at its own date
``ladder``        counts of one moment, first stage first
``progress``      completion of plans in percent
``slope``         change between the year and the earlier one that most series have
``composition``   known parts of wholes: a bar each fact; with ``over=years`` each year; with ``whole=`` or ``of=`` one bar of all
``ranking``       places, the best first
``bullet``        what was reached (``facts``) against ``targets``, a key for each; ``aim`` is what a target is called
``timeline``      milestones of projects, of all or those in ``projects``; it takes no facts
================= ========================================================================================================
"""

from __future__ import annotations

from reportgen.document.chart_parts import Builder
from reportgen.document.comparison_charts import composition, ranking, slope
from reportgen.document.context import Context, Omitted
from reportgen.document.event_charts import timeline
from reportgen.document.markup import Directive
from reportgen.document.model import Chart, ChartSpec
from reportgen.document.plan_charts import bullet, progress
from reportgen.document.rate_charts import growth_bars, growth_years, levels
from reportgen.errors import DocumentError, did_you_mean

FEWEST_POINTS = 2
"""A chart of one value says less than its sentence."""

KINDS: dict[str, Builder] = {
    "growth-years": growth_years,
    "growth-bars": growth_bars,
    "levels": levels,
    "ladder": growth_bars,
    "progress": progress,
    "slope": slope,
    "composition": composition,
    "ranking": ranking,
    "bullet": bullet,
    "timeline": timeline,
}


def chart(directive: Directive, context: Context) -> Chart:
    """The chart of a ``::: chart`` directive; :class:`Omitted` where there are too few facts."""
    kind = directive.attributes.get("kind", "")
    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS, otherwise=f"the kinds are {', '.join(KINDS)}")
        raise DocumentError(f"unknown chart kind '{kind}'", place=directive.place, hint=hint)
    spec = KINDS[kind](directive, context.scope)
    if _values(spec) < FEWEST_POINTS:
        raise Omitted("fewer than two values")
    return Chart(directive.anchor, "", directive.attributes.get("caption", ""), spec)


def _values(spec: ChartSpec) -> int:
    """How many values can be compared; the whole counts beside its parts."""
    known = sum(point.value is not None for series in spec.series for point in series.points)
    return known + len(spec.mark_facts) if spec.kind == "composition" else known
