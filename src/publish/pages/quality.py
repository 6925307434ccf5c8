"""The page 数据核对: what was checked, what did not hold and where, what held, what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publish.pages import agreements, contradictions, marks, quotations, tallies, topics, years
from publish.reconciliation import Severity

if TYPE_CHECKING:
    from publish.pages.years import Edition

SLUG = "quality"
_TABLE = "findings"


def _description(edition: Edition) -> str:
    found = tallies.total(edition.outcome)
    name = f"{edition.package.department_name}{edition.package.fiscal_year}年度部门决算"
    return f"{name}的数字核对：共核对{found.compared}项，{found.failed}项不符，逐条列出原文。"


def _severities() -> dict[Severity, tuple[str, str]]:
    """Return the word for each severity, and what it means."""
    told = quotations.words()["severities"]
    return {severity: (marks.WORDS[severity], told[severity]) for severity in Severity}


def quality_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page."""
    topic, package = topics.load().page(SLUG), edition.package
    shown = tuple(
        contradictions.contradiction(
            finding, edition.document, edition.answers.current.get(finding.id)
        )
        for finding in edition.outcome.findings
    )
    total = tallies.total(edition.outcome)
    by_severity = {one: tuple(each for each in shown if each.severity is one) for one in Severity}
    return {
        **years.frame(edition, topic.path),
        "topic": topic,
        "outcome": edition.outcome,
        "total": total,
        "tallies": (total, *tallies.families(edition.outcome)),
        "severities": _severities(),
        "findings": by_severity,
        "stale": edition.answers.stale,
        "held": agreements.families(edition),
        "gaps": agreements.gaps(edition),
        "inapplicable": agreements.inapplicable(edition),
        "uncovered": agreements.uncovered(edition),
        "files": edition.offers.get(_TABLE, ()),
        "title": f"{topic.title} · {package.department_name}{package.fiscal_year}年决算",
        "description": _description(edition),
    }
