"""The pages of the website as Markdown: every package gives the same pages for the same values."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from publish.pages import dictionaries, indexes, rendering, sources, topics, years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.pages.offers import Offer
    from publish.pages.years import Edition

__all__ = ["index_pages", "year_pages"]


def year_pages(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the Markdown of each page of a department and year. Raises BuildError."""
    templates, address = rendering.environment(), edition.package.address
    yield (
        f"{address}/index.md",
        rendering.page(templates, "overview.md.j2", years.overview(edition)),
    )
    for topic in topics.load().topics:
        values = years.topic_page(edition, topic)
        yield f"{address}/{topic.slug}.md", rendering.page(templates, "topic.md.j2", values)
    values = dictionaries.downloads_page(edition)
    yield f"{address}/downloads.md", rendering.page(templates, "downloads.md.j2", values)
    values = sources.source_page(edition)
    yield f"{address}/source.md", rendering.page(templates, "source.md.j2", values)


def index_pages(
    editions: Sequence[Edition], offers: Sequence[Offer]
) -> Iterator[tuple[str, bytes]]:
    """Yield the home page, which makes these offers, and the page of each department.

    The newest year of a department comes first. Raises BuildError.
    """
    templates = rendering.environment()
    newest = sorted(editions, key=lambda one: (one.package.department, -one.package.fiscal_year))
    departments = tuple(
        tuple(found) for _, found in groupby(newest, key=lambda one: one.package.department)
    )
    yield "index.md", rendering.page(templates, "home.md.j2", indexes.home(departments, offers))
    for found in departments:
        values = indexes.department_page(found)
        path = f"{found[0].package.department}/index.md"
        yield path, rendering.page(templates, "department.md.j2", values)
