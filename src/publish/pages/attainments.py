"""How many indicators reached their targets: those of a project, or of all.

The checks have compared every result that is a number with its target. What the document tells in
words is counted apart; nothing is judged here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish import texts
from publish.charts import Bar, Chart, ChartKind
from publish.pages import chart_blocks, evaluation_reports, indicator_tables, projects
from publish.reconciliation import Status
from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from publish.pages.chart_blocks import Picture
    from publish.pages.years import Edition
    from publish.tables import Row

CHECK = "results-meet-targets"
MET, MISSED, UNCLEAR = "met", "missed", "unclear"
_STATES = {Status.PASSED: MET, Status.FAILED: MISSED, Status.EXPLAINED: MISSED}


@dataclass(frozen=True, slots=True)
class Attainment:
    """The indicators of a project, or of all: how many reached their targets."""

    name: str
    href: Markup
    met: int
    missed: int
    unclear: int

    @property
    def total(self) -> int:
        """How many indicators there are."""
        return self.met + self.missed + self.unclear

    @property
    def sentence(self) -> str:
        """The numbers in words; none of a kind is not said."""
        counts = {MET: self.met, MISSED: self.missed, UNCLEAR: self.unclear}
        clauses = (
            texts.plain(f"attainments.said.{state}", count=count)
            for state, count in counts.items()
            if count
        )
        opening = texts.plain("attainments.said.all", total=self.total)
        return f"{opening}{''.join(clauses)}{texts.pattern('attainments.said.end')}"


@dataclass(frozen=True, slots=True)
class Summary:
    """The indicators of a page that reached their targets: a sentence, a chart, a row a project."""

    sentence: str
    chart: Picture
    projects: tuple[Attainment, ...]


def _states(edition: Edition) -> Mapping[str, str]:
    """Return whether each indicator that the checks compared was reached, by `p01|3`."""
    return {
        result.figures[0].row_key: _STATES.get(result.status, UNCLEAR)
        for result in edition.outcome.results
        if result.check == CHECK and result.figures
    }


def _attainment(rows: tuple[Row, ...], states: Mapping[str, str], name: str) -> Attainment:
    keys = (f"{row['project_id']}|{row['number']}" for row in rows)
    found = Counter(states.get(key, UNCLEAR) for key in keys)
    page = evaluation_reports.project_page(str(rows[0]["project_id"]))
    return Attainment(name, markup.address(page), found[MET], found[MISSED], found[UNCLEAR])


def _chart(title: str, found: Attainment) -> Chart:
    counts = {MET: found.met, MISSED: found.missed, UNCLEAR: found.unclear}
    bars = tuple(
        Bar(texts.pattern(f"attainments.label.{state}"), Decimal(count))
        for state, count in counts.items()
    )
    unit = texts.pattern("charts.unit.indicator")
    return Chart(ChartKind.PARTS, title, found.sentence, unit, bars, Decimal(found.total))


def of_project(edition: Edition, project_id: str, name: str) -> Summary | None:
    """Return the indicators of a project; None where it has none, or no number to compare."""
    rows = tuple(
        row
        for row in edition.package.rows(indicator_tables.TABLE)
        if row["project_id"] == project_id
    )
    if not rows:
        return None
    found = _attainment(rows, _states(edition), name)
    if found.unclear == found.total:
        return None
    page = evaluation_reports.project_page(project_id)
    name = f"{page.removesuffix('.html')}-indicators"
    spot = chart_blocks.Spot(name, f"{page}#indicators", rows[0], indicator_tables.TABLE)
    chart = _chart(texts.plain("attainments.heading", project=found.name), found)
    return Summary(found.sentence, chart_blocks.picture(edition, chart, spot), ())


def of_all(edition: Edition) -> Summary | None:
    """Return the indicators of all projects, and of each; None as for one project."""
    rows, states = edition.package.rows(indicator_tables.TABLE), _states(edition)
    if not rows:
        return None
    found = _attainment(rows, states, "")
    if found.unclear == found.total:
        return None
    each = tuple(
        _attainment(own, states, project.name)
        for project in projects.load(edition.package)
        if (own := tuple(row for row in rows if row["project_id"] == project.id))
    )
    name = "performance-indicators"
    spot = chart_blocks.Spot(name, "performance.html#indicators", rows[0], indicator_tables.TABLE)
    chart = _chart(texts.pattern("attainments.title"), found)
    return Summary(found.sentence, chart_blocks.picture(edition, chart, spot), each)
