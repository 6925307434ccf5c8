"""The projects of a year, each gathered from all tables that name it.

One project may have a form with indicators, another only a line in the evaluation of the whole
department; the same id means the same project everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.pages import evaluation_reports
from publish.texts import markup

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.packages import Package
    from publish.tables import Row

PLANS, EVALUATIONS, FUNDS = "projects", "self-evaluations", "project-funds"

# Where a project occurs, and the column that names it there.
_NAMES = {PLANS: "name", EVALUATIONS: "name", evaluation_reports.TABLE: "report", FUNDS: "item"}


@dataclass(frozen=True, slots=True)
class YearProject:
    """A project; `plan` is the row of its form (goal, money, result), if it has one."""

    id: str
    name: str
    plan: Row | None
    evaluations: tuple[Row, ...]
    funds: tuple[Row, ...]

    @property
    def page(self) -> str:
        """The file of its page."""
        return evaluation_reports.project_page(self.id)

    @property
    def href(self) -> Markup:
        """The address of its page."""
        return markup.address(self.page)


def _rows(package: Package, table: str, project_id: str) -> tuple[Row, ...]:
    return tuple(row for row in package.rows(table) if row["project_id"] == project_id)


def _project(package: Package, project_id: str) -> YearProject:
    found = {table: _rows(package, table, project_id) for table in _NAMES}
    names = (str(row[_NAMES[table]]) for table, rows in found.items() for row in rows)
    return YearProject(
        id=project_id,
        name=next(names),
        plan=next(iter(found[PLANS]), None),
        evaluations=found[EVALUATIONS],
        funds=found[FUNDS],
    )


def load(package: Package) -> tuple[YearProject, ...]:
    """Return the projects of a year in the order of their ids."""
    ids = {str(row["project_id"] or "") for table in _NAMES for row in package.rows(table)}
    return tuple(_project(package, found) for found in sorted(ids - {""}))
