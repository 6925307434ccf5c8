"""The help page of each check, and the list of all: one place on the website, for every year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.pages import finding_marks, titles
from publish.pages.links import Crumb
from publish.reconciliation import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.pages.years import Edition
    from publish.reconciliation.catalogue import Check

FOLDER = "checks"
# Who searches for 政府采购 looks for figures, not for how they are checked.
_QUIET = 0.01


@dataclass(frozen=True, slots=True)
class CheckFamily:
    """The checks of a family, as steps to their pages."""

    id: str
    title: str
    checks: tuple[Crumb, ...]


def _home() -> Crumb:
    return Crumb(texts.plain("parts.page.home"), "../index.html")


def _occurrences(check: Check, editions: Sequence[Edition]) -> tuple[Crumb, ...]:
    """Return the findings of a check in all years."""
    return tuple(
        Crumb(
            titles.told(edition.package, "parts.page.year"),
            f"../{edition.package.address}/{finding_marks.PAGE}#{finding_marks.anchor(finding)}",
            finding_marks.gist(finding),
        )
        for edition in editions
        for finding in edition.outcome.findings
        if finding.check == check.id
    )


def guide_page(check: Check, editions: Sequence[Edition]) -> dict[str, Any]:
    """Return the values of the help page of a check.

    `check` is that of the catalogue; `family`, `severity`, `meaning` and `certainty` are words
    about it; `occurrences` are its findings in each year.
    """
    title = texts.plain("checks.title")
    return {
        "trail": (_home(), Crumb(title, "index.html")),
        "check": check,
        "family": catalogue.families()[check.family],
        "severity": finding_marks.word(check.severity),
        "meaning": texts.plain(f"quality.severities.{check.severity}"),
        "certainty": texts.plain(f"quality.certainties.{check.certainty}"),
        "occurrences": _occurrences(check, editions),
        "boost": _QUIET,
        "title": texts.plain("checks.check.title", claim=check.claim.zh),
        "description": texts.plain(
            "checks.check.description", claim=check.claim.zh, when=check.when
        ),
    }


def index_page() -> dict[str, Any]:
    """Return the values of the list of all checks, by family."""
    checks = catalogue.checks().values()
    families = tuple(
        CheckFamily(
            key,
            title,
            tuple(
                Crumb(check.claim.zh, f"{check.id}.html", finding_marks.word(check.severity))
                for check in checks
                if check.family == key
            ),
        )
        for key, title in catalogue.families().items()
    )
    return {
        "trail": (_home(),),
        "families": families,
        "count": len(checks),
        "here": texts.plain("checks.title"),
        "title": texts.plain("checks.title"),
        "description": texts.plain("checks.description", count=len(checks)),
    }
