"""The report of `publish check`: for people as text, for machines as JSON.

The JSON has `packages`, each with `path`, `tables`, `rows`, `problems` and `unpublished`, and the
sums of these in `totals`. A further section of a package is a further key beside `problems`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.errors import visible
from publish.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.checks.problems import PackageProblem


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one package; `path` is as the user named it.

    `unpublished` are files and folders in it that the descriptor does not name.
    """

    path: str
    tables: int
    rows: int
    problems: tuple[PackageProblem, ...]
    unpublished: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the result of the package: one line, then its problems."""
        head = f"{visible(self.path)}: {_counted(self.tables, self.rows, len(self.problems))}"
        shown = (f"  {line}" for found in self.problems for line in self._lines(found))
        return "\n".join([head, *shown, *self._notes()])

    def _notes(self) -> list[str]:
        """Return the lines on what lies in the package and is not published."""
        told = _("  not published, as datapackage.json does not name it: {path}")
        return [told.format(path=visible(path)) for path in self.unpublished]

    def _lines(self, found: PackageProblem) -> list[str]:
        return found.problem(self.path).text().splitlines()

    def json(self) -> dict[str, object]:
        """Return the result for machines."""
        return {
            "path": visible(self.path),
            "tables": self.tables,
            "rows": self.rows,
            "problems": [found.json(self.path) for found in self.problems],
            "unpublished": list(map(visible, self.unpublished)),
        }


@dataclass(frozen=True, slots=True)
class ProblemReport:
    """The packages that were checked, in the order of the command."""

    packages: tuple[Checked, ...]

    @property
    def tables(self) -> int:
        """How many tables were read."""
        return sum(checked.tables for checked in self.packages)

    @property
    def rows(self) -> int:
        """How many rows were read, the headers aside."""
        return sum(checked.rows for checked in self.packages)

    @property
    def problems(self) -> int:
        """How many problems there are in all packages."""
        return sum(len(checked.problems) for checked in self.packages)

    def text(self) -> str:
        """Return the report for people; its last line counts everything."""
        count = len(self.packages)
        packages = ngettext("{count} package", "{count} packages", count).format(count=count)
        total = _("Checked {packages}: {counts}").format(
            packages=packages, counts=_counted(self.tables, self.rows, self.problems)
        )
        return "\n".join([*(checked.text() for checked in self.packages), "", total])

    def json(self, reconciled: Mapping[str, object] | None = None) -> str:
        """Return the report for machines, with what reconciliation found in each package."""
        totals = {
            "packages": len(self.packages),
            "tables": self.tables,
            "rows": self.rows,
            "problems": self.problems,
        }
        found: dict[str, object] = {
            "packages": [checked.json() for checked in self.packages],
            "totals": totals,
        }
        if reconciled is not None:
            found["reconciliation"] = reconciled
        return json.dumps(found, ensure_ascii=False, indent=2)


def _counted(tables: int, rows: int, problems: int) -> str:
    parts = (
        ngettext("{count} table", "{count} tables", tables).format(count=tables),
        ngettext("{count} row", "{count} rows", rows).format(count=rows),
        ngettext("{count} problem", "{count} problems", problems).format(count=problems),
    )
    return _(", ").join(parts)
