"""The help page of each check, and the list of all: one place on the website, for every year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish.pages import marks, quotations
from publish.pages.links import Step
from publish.reconciliation import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.pages.years import Edition
    from publish.reconciliation.catalogue import Check

FOLDER = "checks"
TITLE = "核对项目"
# Who searches for 政府采购 looks for figures, not for how they are checked.
_QUIET = 0.01
_HOME = Step("首页", "../index.html")


@dataclass(frozen=True, slots=True)
class Family:
    """The checks of a family, as steps to their pages."""

    id: str
    title: str
    checks: tuple[Step, ...]


def _occurrences(check: Check, editions: Sequence[Edition]) -> tuple[Step, ...]:
    """Return the findings of a check in all years."""
    return tuple(
        Step(
            f"{edition.package.department_name}{edition.package.fiscal_year}年",
            f"../{edition.package.address}/{marks.PAGE}#{marks.anchor(finding)}",
            marks.gist(finding),
        )
        for edition in editions
        for finding in edition.outcome.findings
        if finding.check == check.id
    )


def guide_page(check: Check, editions: Sequence[Edition]) -> dict[str, Any]:
    """Return the values of the help page of a check."""
    words = quotations.words()
    return {
        "trail": (_HOME, Step(TITLE, "index.html")),
        "check": check,
        "family": catalogue.families()[check.family],
        "severity": marks.WORDS[check.severity],
        "meaning": words["severities"][check.severity],
        "certainty": words["certainties"][check.certainty],
        "occurrences": _occurrences(check, editions),
        "boost": _QUIET,
        "title": f"{check.claim.zh} · {TITLE}",
        "description": f"{check.claim.zh}。{check.when}",
    }


def index_page() -> dict[str, Any]:
    """Return the values of the list of all checks, by family."""
    checks = catalogue.checks().values()
    families = tuple(
        Family(
            key,
            title,
            tuple(
                Step(check.claim.zh, f"{check.id}.html", marks.WORDS[check.severity])
                for check in checks
                if check.family == key
            ),
        )
        for key, title in catalogue.families().items()
    )
    return {
        "trail": (_HOME,),
        "families": families,
        "count": len(checks),
        "here": TITLE,
        "title": TITLE,
        "description": f"本站对每份决算文件核对的{len(checks)}项内容。",
    }
