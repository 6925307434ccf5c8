"""The pages of the website as Markdown: every package gives the same pages for the same values."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from publish.downloads import metadata
from publish.pages import (
    attainments,
    chart_blocks,
    check_pages,
    dictionaries,
    evaluation_reports,
    glossaries,
    indexes,
    performance_page,
    profiles,
    project_pages,
    projects,
    quality,
    reading_guide,
    rendering,
    source_page,
    term_notes,
    topics,
    years,
)
from publish.reconciliation import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.downloads.offers import Offer
    from publish.pages.years import Edition

__all__ = ["help_pages", "index_pages", "year_pages"]

Made: TypeAlias = tuple[str, str, dict[str, Any]]


def _performance(edition: Edition) -> Iterator[Made]:
    """Yield the page 绩效评价, that of the reports, and one for each project."""
    yield "performance", "performance.md.j2", performance_page.performance_page(edition)
    found = evaluation_reports.load(edition)
    if found:
        yield (
            evaluation_reports.SLUG,
            "reports.md.j2",
            evaluation_reports.reports_page(edition, found),
        )
    for project in projects.load(edition.package):
        values = project_pages.project_page(edition, project, found)
        yield project.page.removesuffix(".html"), "project.md.j2", values


def _year(edition: Edition) -> Iterator[Made]:
    """Yield the name, the template and the values of each page that is sentences and tables."""
    plan, stands = topics.load(), edition.package.tables
    yield (
        "index",
        "overview.md.j2",
        {
            **years.overview(edition),
            "attainment": attainments.of_all(edition),
        },
    )
    for topic in plan.topics:
        yield topic.slug, "topic.md.j2", years.topic_page(edition, topic)
    if plan.page(performance_page.SLUG).stands_on(stands):
        yield from _performance(edition)
    if plan.page(profiles.SLUG).stands_on(stands):
        yield profiles.SLUG, "profile.md.j2", profiles.profile_page(edition)


def _reference(edition: Edition) -> Iterator[Made]:
    """Yield the pages to look something up; no term is explained in them."""
    yield reading_guide.SLUG, "guide.md.j2", reading_guide.guide_page(edition)
    if topics.load().page(glossaries.SLUG).stands_on(edition.package.tables):
        yield glossaries.SLUG, "glossary.md.j2", glossaries.glossary_page(edition)
    yield quality.SLUG, "quality.md.j2", quality.quality_page(edition)
    yield "downloads", "downloads.md.j2", dictionaries.downloads_page(edition)
    yield "source", "source.md.j2", source_page.source_page(edition)


def _files(folder: str, values: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the charts of a page that lies in this folder."""
    for picture in chart_blocks.found(values):
        yield from ((f"{folder}/{path}", made) for path, made in picture.files.items())


def year_pages(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield each page of a department and year, and the files of its charts, by their paths.

    Raises BuildError.
    """
    templates, address = rendering.environment(), edition.package.address
    terms = glossaries.plain(edition)
    for name, template, values in _year(edition):
        yield from _files(address, values)
        headed = {**values, "meta": metadata.front(edition.package, name)}
        page = rendering.page(templates, template, headed).decode()
        marked, used = term_notes.explained(page, terms)
        notes = rendering.fragment(templates, "notes.j2", {"terms": used}) if used else ""
        yield f"{address}/{name}.md", (marked + notes).encode()
    for name, template, values in _reference(edition):
        headed = {**values, "meta": metadata.front(edition.package, name)}
        yield f"{address}/{name}.md", rendering.page(templates, template, headed)


def index_pages(
    editions: Sequence[Edition], offers: Sequence[Offer]
) -> Iterator[tuple[str, bytes]]:
    """Yield the home page, that of all data with these offers, and that of each department.

    The newest year of a department comes first. Raises BuildError.
    """
    templates = rendering.environment()
    newest = sorted(editions, key=lambda one: (one.package.department, -one.package.fiscal_year))
    departments = tuple(
        tuple(found) for _, found in groupby(newest, key=lambda one: one.package.department)
    )
    yield "index.md", rendering.page(templates, "home.md.j2", indexes.home(departments))
    yield "data.md", rendering.page(templates, "data.md.j2", indexes.data_page(offers))
    for found in departments:
        values = indexes.department_page(found)
        folder = found[0].package.department
        yield from _files(folder, values)
        path = f"{folder}/index.md"
        yield path, rendering.page(templates, "department.md.j2", values)


def help_pages(editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    """Yield the list of all checks, and the page of each; `editions` are where they found things.

    Raises BuildError.
    """
    templates = rendering.environment()
    listed = rendering.page(templates, "checks.md.j2", check_pages.index_page())
    yield f"{check_pages.FOLDER}/index.md", listed
    for check in catalogue.checks().values():
        values = check_pages.guide_page(check, editions)
        path = f"{check_pages.FOLDER}/{check.id}.md"
        yield path, rendering.page(templates, "check.md.j2", values)
