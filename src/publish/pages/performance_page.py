"""The page 绩效评价: how many projects were watched, what they cost, what became of the money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publish.pages import (
    attainments,
    evaluation_reports,
    flows,
    links,
    projects,
    titles,
    topics,
    years,
)
from publish.pages.reader_tables import RowSetting

if TYPE_CHECKING:
    from publish.pages.topics import TopicUnit
    from publish.pages.years import Edition
    from publish.tables import Row

SLUG = "performance"
_WITH_PAGES = frozenset({projects.PLANS, projects.EVALUATIONS})
_EVALUATIONS = "self-evaluations"


def _rows(edition: Edition, unit: TopicUnit) -> tuple[Row, ...]:
    """Return the rows of a unit as readers see them."""
    rows = unit.rows(edition.package)
    return flows.named(rows) if unit.table == flows.TABLE else rows


def _settings(unit: TopicUnit, rows: tuple[Row, ...]) -> tuple[RowSetting, ...]:
    """Return what the rows have beside their columns; a row about a project leads to its page."""
    if unit.table == flows.TABLE:
        return tuple(RowSetting(under=kind, is_part=part) for kind, part in flows.headed(rows))
    if unit.table not in _WITH_PAGES:
        return ()
    ids = (str(row["project_id"] or "") for row in rows)
    return tuple(RowSetting(evaluation_reports.project_page(one) if one else "") for one in ids)


def performance_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page, beside those of the frame of a year.

    What the document does not have is left out. `units` are PageParts; below the one with
    the id `evaluations` stands `attainment`. `others` are the YearProjects without a form and an
    evaluation, `reports` ReportTexts.
    """
    topic, package = topics.load().page(SLUG), edition.package
    known = ((unit, _rows(edition, unit)) for unit in topic.units)
    parts = tuple(
        years.shown(edition, unit, rows, _settings(unit, rows)) for unit, rows in known if rows
    )
    opening = years.opening(edition, SLUG)
    said = opening or next((part.lead for part in parts if part.lead), ())
    return {
        **years.frame(edition, topic.path),
        "topic": topic,
        "opening": opening,
        "units": parts,
        "evaluations": _EVALUATIONS,
        "attainment": attainments.of_all(edition),
        "others": tuple(
            project
            for project in projects.load(package)
            if project.plan is None and not project.evaluations
        ),
        "reports": evaluation_reports.load(edition),
        "related": years.related(edition, topic),
        "title": titles.title(package, topic.title),
        "description": links.plain(said) or titles.told(package, "performance.description"),
    }
