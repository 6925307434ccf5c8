"""The page of a project: what was promised, what it cost, what was reached, what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import tables, texts
from publish.pages import (
    attainments,
    chart_blocks,
    cited_places,
    indicator_tables,
    performance_leads,
    project_money,
    projects,
    titles,
    topics,
    years,
)
from publish.pages.links import Crumb
from publish.texts import sentences

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.pages.cited_places import Cited
    from publish.pages.evaluation_reports import ReportText
    from publish.pages.links import Linked
    from publish.pages.projects import YearProject
    from publish.pages.years import Edition
    from publish.tables import Row
    from publish.texts.sentences import Words

_PARENT = "performance"
_FILES = (projects.PLANS, indicator_tables.TABLE, projects.EVALUATIONS, projects.FUNDS)
_MONEY = ("budget_wanyuan", "executed_wanyuan", "completion_pct")
_EVALUATED = ("amount_wanyuan", "paid_wanyuan", "execution_pct")
_GOALS = ("expected_goal", "actual_goal")
_REMARKS = ("problems", "improvements")
_SAID = (
    *("quantity", "quality", "timeliness", "cost", "economic", "social", "ecological"),
    *("sustainable", "satisfaction", "status"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """A name, and the words of the document about it."""

    title: str
    said: Cited


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A project in the evaluation of the whole department: its money, and what is said of it."""

    tier: str
    lead: tuple[str | Linked, ...]
    said: tuple[Item, ...]
    origin: Markup


def _items(edition: Edition, table: str, row: Row, columns: tuple[str, ...]) -> tuple[Item, ...]:
    """Return the columns that the row states, under their titles."""
    cited = ((name, cited_places.cited(edition.document, row, name)) for name in columns)
    fields = tables.load()[table]
    return tuple(Item(fields.field(name).title, said) for name, said in cited if said)


def _evaluation(edition: Edition, row: Row) -> Evaluation:
    words = performance_leads.money("evaluation", edition.package.fiscal_year, row, _EVALUATED)
    return Evaluation(
        str(row["tier"] or ""),
        edition.document.linked(words),
        _items(edition, projects.EVALUATIONS, row, _SAID),
        edition.document.link(row).checked,
    )


def _words(edition: Edition, project: YearProject) -> Words:
    """Return the first sentence of the page: what the form says, else the evaluation."""
    year = edition.package.fiscal_year
    if project.plan is not None:
        return performance_leads.money("project", year, project.plan, _MONEY)
    if project.evaluations:
        return performance_leads.money("evaluation", year, project.evaluations[0], _EVALUATED)
    return ()


def _spot(project: YearProject, plan: Row) -> chart_blocks.Spot:
    name = project.page.removesuffix(".html")
    return chart_blocks.Spot(name, f"{project.page}#money", plan, projects.PLANS)


def _plan(edition: Edition, project: YearProject, said: str) -> dict[str, Any]:
    """Return `plan`, what the form of a project states; None where it has none.

    Its `goals`, `summary` and `remarks` are titled texts, `layout` and `indicators` tables, `chart`
    a Picture, `attainment` counts of indicators, `origin` the address of the form.
    """
    plan, document = project.plan, edition.document
    if plan is None:
        return {"plan": None}
    rows = edition.package.rows(indicator_tables.TABLE)
    drawn = project_money.chart(
        plan, texts.plain("project.money.chart", project=project.name), said
    )
    return {
        "plan": {
            "goals": _items(edition, projects.PLANS, plan, _GOALS),
            "summary": _items(edition, projects.PLANS, plan, ("summary",)),
            "remarks": _items(edition, projects.PLANS, plan, _REMARKS),
            "layout": project_money.layout(plan, document),
            "chart": chart_blocks.picture(edition, drawn, _spot(project, plan)) if drawn else None,
            "indicators": indicator_tables.table(
                tuple(row for row in rows if row["project_id"] == project.id), document
            ),
            "attainment": attainments.of_project(edition, project.id, project.name),
            "origin": document.link(plan).checked,
        }
    }


def project_page(
    edition: Edition, project: YearProject, found: tuple[ReportText, ...]
) -> dict[str, Any]:
    """Return the values of the page of a project; `found` are the reports of the year."""
    parent = topics.load().page(_PARENT)
    frame, words = years.frame(edition, parent.path), _words(edition, project)
    others = years.related(edition, parent)
    return {
        **frame,
        "trail": (*frame["trail"], Crumb(parent.title, parent.path)),
        "project": project,
        "lead": edition.document.linked(words),
        **_plan(edition, project, sentences.text(words)),
        "lines": project_money.lines(project.funds, edition.document),
        "evaluations": tuple(_evaluation(edition, row) for row in project.evaluations),
        "reports": tuple(report for report in found if report.project_id == project.id),
        "files": years.files(edition, *_FILES),
        "related": (Crumb(parent.title, parent.path, parent.question), *others),
        "title": titles.told(edition.package, "project.title", project=project.name),
        "description": texts.plain(
            "project.description", project=project.name, said=sentences.text(words)
        ),
    }
