"""The evaluation reports as text: headings with addresses, paragraphs, the way to the document.

The text of a report stands once: that of a project on the page of the project, every other one on
the page of the reports, which lists them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.pages import titles, topics, years
from publish.pages.links import Crumb
from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from publish.pages.links import Link
    from publish.pages.years import Edition
    from publish.tables import Row

TABLE = "evaluation-reports"
SLUG = "reports"
PAGE = f"{SLUG}.html"
_BOOST = 0.5  # long reports repeat every word of the accounts, which come first in a search
_PARENT = "performance"
# Below the title of the report, a heading of the second depth, three depths are left.
_FIRST, _DEEPEST = 3, 5
# The numeral of a heading: 十二、
_WORD = re.compile(r"[一二三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section of a report; what stands above the first heading has no title."""

    id: Markup
    title: str
    depth: int
    paragraphs: tuple[str, ...]
    link: Link

    @property
    def mark(self) -> Markup:
        """The signs in front of a heading in Markdown: ###."""
        return markup.trusted("#" * self.depth)


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report: its address on its page, its title, its project (empty: the whole department)."""

    id: Markup
    title: str
    project_id: str
    page: str
    sections: tuple[ReportSection, ...]

    @property
    def href(self) -> Markup:
        """The way to the report from another page."""
        return markup.address(f"{self.page}#{self.id}")

    @property
    def contents(self) -> tuple[ReportSection, ...]:
        """The sections that have a title."""
        return tuple(section for section in self.sections if section.title)


def _numbered(section: str, heading: str) -> str:
    """Return the heading with its number as documents print it: 一、概况, （一）概况, 1.概况."""
    number = section.rsplit(maxsplit=1)[-1] if section else ""
    if _WORD.fullmatch(number):
        return texts.plain("reports.numbered", number=number, heading=heading)
    return f"{number}.{heading}" if number.isdigit() else number + heading


def _depths(rows: tuple[Row, ...]) -> Iterator[int]:
    """Yield how deep each section stands; none is more than a step below the one before it."""
    before = _FIRST - 1
    for row in rows:
        levels = len(str(row["section"] or "").split())
        before = min(_FIRST + max(levels - 1, 0), _DEEPEST, before + 1)
        yield before


def _section(edition: Edition, row: Row, depth: int) -> ReportSection:
    printed, heading = str(row["section"] or ""), str(row["heading"] or "")
    return ReportSection(
        id=markup.address(f"section-{row['position']}"),
        title=_numbered(printed, heading) if heading else "",
        depth=depth,
        paragraphs=tuple(filter(None, str(row["text"] or "").split("\n"))),
        link=edition.document.link(row),
    )


def project_page(project_id: str) -> str:
    """Return the file of the page of a project."""
    return f"project-{project_id}.html"


def load(edition: Edition) -> tuple[ReportText, ...]:
    """Return the reports of a year in the order of the document."""
    groups = groupby(edition.package.rows(TABLE), key=lambda row: str(row["report"]))
    found = []
    for number, (title, group) in enumerate(groups, start=1):
        rows = tuple(group)
        project = str(rows[0]["project_id"] or "")
        found.append(
            ReportText(
                id=markup.address(f"report-{number}"),
                title=title,
                project_id=project,
                page=project_page(project) if project else PAGE,
                sections=tuple(
                    _section(edition, row, depth)
                    for row, depth in zip(rows, _depths(rows), strict=True)
                ),
            )
        )
    return tuple(found)


def reports_page(edition: Edition, found: tuple[ReportText, ...]) -> dict[str, Any]:
    """Return the values of the page of the reports, beside those of the frame of a year.

    `found` are the reports of the year, `own` those of them whose text stands on this page.
    """
    parent, package = topics.load().page(_PARENT), edition.package
    frame, others = years.frame(edition, parent.path), years.related(edition, parent)
    names = tuple(one.title for one in found)
    return {
        **frame,
        "trail": (*frame["trail"], Crumb(parent.title, parent.path)),
        "boost": _BOOST,
        "reports": found,
        "own": tuple(report for report in found if report.page == PAGE),
        "related": (Crumb(parent.title, parent.path, parent.question), *others),
        "title": titles.title(package, texts.plain("reports.title")),
        "description": titles.told(
            package, "reports.description", reports=titles.listed(names, "clauses")
        ),
    }
