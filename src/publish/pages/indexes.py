"""The pages above the years: the home page, all data, and one page for each department."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.pages import (
    chart_blocks,
    check_counts,
    finding_marks,
    headlines,
    names,
    openings,
    topics,
    trends,
    years,
)
from publish.pages.links import Crumb, plain
from publish.pages.reader_tables import ReaderCell
from publish.texts import markup, numerals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.downloads.offers import Offer
    from publish.pages.links import OriginalDocument
    from publish.pages.topics import TopicCard
    from publish.pages.years import Edition
    from publish.tables import Row

_HOME = "index.html"
_CHECKS, _ABOUT, _DATA = "checks/index.html", "about.html", "data.html"
_WAYS = {
    "citizens": ("guide", "function", "performance"),
    "journalists": ("downloads", "quality", "source"),
    "staff": (),
}
"""The pages of the newest year that a reader of each kind begins with."""

_QUIET = 0.1
"""These pages repeat the figures of others, which answer a question better."""

_SITE = {
    "citizens": {},
    "journalists": {"data": _DATA},
    "staff": {"publish": f"{_ABOUT}#publish", "about": f"{_ABOUT}#corrections", "checks": _CHECKS},
}
"""The pages above the years that come after those."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Readers of one kind, and where they begin."""

    id: str
    title: str
    steps: tuple[Crumb, ...]


def _cell(document: OriginalDocument, row: Row | None) -> ReaderCell:
    """Return the amount that a row is about, or that the document does not state it."""
    value = names.main_amount(row) if row else None
    if row is None or value is None:
        return ReaderCell("missing", "")
    link, unit = document.link(row, numerals.printed(value)), texts.plain("parts.card.unit")
    found = document.marked(row, names.main_column(row))
    return ReaderCell("figure", numerals.grouped(value), unit, link, marks=found)


def _total(edition: Edition, document: OriginalDocument) -> ReaderCell:
    """Return what the department spent in the year."""
    row = edition.package.row("key-figures", key="total_expenditure", scope="all")
    return _cell(document, row)


def _edition(edition: Edition, base: str) -> dict[str, Any]:
    """Return a year as pages above the years show it; `base` is the way to its folder.

    `opening` and `said` are its sentence with links and without, `cards` its HeadlineCards, `total`
    the ReaderCell of what was spent, `tally` its Tally, `checked` the address of the findings.
    """
    package, document = edition.package, replace(edition.document, base=base)
    opening = document.linked(openings.takeaway("index", package))
    return {
        "department": package.department_name,
        "year": package.fiscal_year,
        "year_title": texts.plain("year.year", year=package.fiscal_year),
        "href": markup.address(f"{base}{years.OVERVIEW}"),
        "opening": opening,
        "said": plain(opening),
        "cards": headlines.cards(package, document),
        "total": _total(edition, document),
        "tally": check_counts.total(edition.outcome),
        "checked": markup.address(base + finding_marks.PAGE),
    }


@dataclass(frozen=True, slots=True)
class IndexFigure:
    """A headline figure of a department, with a cell for each of its years."""

    label: str
    cells: tuple[ReaderCell, ...]


def _beside(edition: Edition) -> OriginalDocument:
    """Return the document of a year as it is seen from the page of its department."""
    return replace(edition.document, base=f"{edition.package.fiscal_year}/")


def _figure(card: TopicCard, editions: Sequence[Edition]) -> IndexFigure | None:
    rows = [card.row(edition.package) for edition in editions]
    stated = [row for row in rows if row is not None]
    if not stated:
        return None
    documents = map(_beside, editions)
    cells = tuple(_cell(document, row) for document, row in zip(documents, rows, strict=True))
    return IndexFigure(card.label or str(stated[0]["label"]), cells)


def _drawn(editions: Sequence[Edition]) -> dict[str, Any] | None:
    """Return the small charts of the figures over the years, where several years state them."""
    found = trends.trends([edition.package for edition in editions])
    if found is None:
        return None
    picture = chart_blocks.picture_of_years(editions[0], found.chart, found.figures[0].table)
    return {"chart": picture, "said": found.chart.description, "title": found.chart.title}


def department_page(editions: Sequence[Edition]) -> dict[str, Any]:
    """Return the values of the page of a department; the editions are its years, newest first.

    `editions` are those of `_edition`, `newest` is the first of them, `figures` are the headline
    figures by year, `trends` is the chart of several years or None.
    """
    name = editions[0].package.department_name
    found = tuple(_edition(edition, f"{edition.package.fiscal_year}/") for edition in editions)
    figures = (_figure(card, editions) for card in topics.load().cards)
    return {
        "department_name": name,
        "trail": (Crumb(texts.plain("parts.page.home"), "../index.html"),),
        "editions": found,
        "newest": found[0],
        "figures": tuple(figure for figure in figures if figure),
        "trends": _drawn(editions),
        "boost": _QUIET,
        "title": texts.plain("home.department.title", department=name),
        "description": found[0]["said"],
    }


def _audience(edition: Edition, name: str) -> Audience:
    """Return the ways of readers of one kind; pages that the year does not have are left out."""
    said, plan = texts.section(f"home.ways.{name}"), topics.load()
    stands, address = edition.package.tables, edition.package.address
    pages = (slug for slug in _WAYS[name] if plan.page(slug).stands_on(stands))
    steps = (Crumb(said[slug], f"{address}/{slug}.html") for slug in pages)
    others = (Crumb(said[key], path) for key, path in _SITE[name].items())
    return Audience(f"ways-{name}", said["title"], (*steps, *others))


def _examples() -> tuple[dict[str, str], ...]:
    """Return what one may ask for: links that open the search with the words in it."""
    terms = texts.section("home.search.terms").values()
    return tuple({"title": term, "href": markup.address(_HOME, term)} for term in terms)


def home(departments: Sequence[Sequence[Edition]]) -> dict[str, Any]:
    """Return the values of the home page; the years of each department come newest first.

    The newest year of all stands at the top; of several, that of the first department.
    """
    known = [edition for editions in departments for edition in editions]
    newest = max(known, key=lambda edition: edition.package.fiscal_year)
    return {
        "examples": _examples(),
        "newest": _edition(newest, f"{newest.package.address}/"),
        "audiences": tuple(_audience(newest, name) for name in _WAYS),
        "published": tuple(
            {
                **_edition(edition, f"{edition.package.address}/"),
                "folder": markup.address(f"{edition.package.department}/index.html"),
            }
            for edition in known
        ),
        "title": texts.plain("home.title"),
        "description": texts.plain("home.description"),
        "boost": _QUIET,
    }


def data_page(offers: Sequence[Offer]) -> dict[str, Any]:
    """Return the values of the page that offers each table over all departments and years."""
    return {
        "trail": (Crumb(texts.plain("parts.page.home"), "index.html"),),
        "here": texts.plain("home.data.title"),
        "files": offers,
        "title": texts.plain("home.data.title"),
        "description": texts.plain("home.data.description"),
    }
