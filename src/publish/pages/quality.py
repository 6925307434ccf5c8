"""The page 数据核对: what was checked, what did not hold and where, what held, what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publish import texts
from publish.pages import (
    agreements,
    check_counts,
    contradictions,
    finding_marks,
    titles,
    topics,
    years,
)
from publish.reconciliation import Severity

if TYPE_CHECKING:
    from publish.pages.years import Edition

SLUG = "quality"
_TABLE = "findings"


def _description(edition: Edition) -> str:
    found = check_counts.total(edition.outcome)
    counts = {"compared": found.compared, "failed": found.failed}
    return titles.told(edition.package, "quality.description", **counts)


def _severities() -> dict[Severity, tuple[str, str]]:
    """Return the word for each severity, and what it means."""
    return {
        severity: (finding_marks.word(severity), texts.plain(f"quality.severities.{severity}"))
        for severity in Severity
    }


def quality_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page, beside those of the frame of a year.

    `tallies` count all checks and then those of each family; `severities` are the words of a
    severity, `findings` its contradictions; `stale` are answers to findings that are gone; `held`,
    `gaps`, `inapplicable` and `uncovered` are those of `agreements`.
    """
    topic = topics.load().page(SLUG)
    shown = tuple(
        contradictions.contradiction(
            finding, edition.document, edition.answers.current.get(finding.id)
        )
        for finding in edition.outcome.findings
    )
    total = check_counts.total(edition.outcome)
    by_severity = {one: tuple(each for each in shown if each.severity is one) for one in Severity}
    return {
        **years.frame(edition, topic.path),
        "topic": topic,
        "outcome": edition.outcome,
        "total": total,
        "tallies": (total, *check_counts.families(edition.outcome)),
        "severities": _severities(),
        "findings": by_severity,
        "stale": edition.answers.stale,
        "held": agreements.families(edition),
        "gaps": agreements.gaps(edition),
        "inapplicable": agreements.inapplicable(edition),
        "uncovered": agreements.uncovered(edition),
        "files": edition.offers.get(_TABLE, ()),
        "title": titles.title(edition.package, topic.title),
        "description": _description(edition),
    }
