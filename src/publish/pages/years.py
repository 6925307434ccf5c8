"""The pages of one department and year: the overview and a page for each topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.pages import (
    account_trees,
    chart_blocks,
    check_counts,
    graphs,
    headlines,
    leads,
    openings,
    reader_tables,
    topics,
)
from publish.pages.links import Crumb, Linked, plain
from publish.reconciliation import Outcome
from publish.reconciliation.acknowledgements import Answers
from publish.texts import markup, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markupsafe import Markup

    from publish.charts import Chart, Credit, Poster
    from publish.downloads.offers import Offer
    from publish.packages import Package
    from publish.pages.chart_blocks import Picture
    from publish.pages.links import OriginalDocument
    from publish.pages.reader_tables import ReaderTable, RowSetting
    from publish.pages.topics import Topic, TopicUnit
    from publish.tables import Row

OVERVIEW = "index.html"
_GLANCE = (("income", "totals"), ("function", "classes"))
"""The units whose charts stand on the overview."""

UNCHECKED = Outcome((), (), 0, ())
UNANSWERED = Answers({}, ())
_BOOST = 2  # in a search, figures stand beside the glossary, and before all other pages


@dataclass(frozen=True, slots=True)
class Edition:
    """A package with all that its pages need.

    `offers` are the files by table, `years` all years of the department; `draw` makes an SVG.
    `tables` are those of the years: some pages need them. A year that is not listed has them all.
    `outcome` is what the checks found, `answers` what the department says to it.
    `poster` makes the files of a chart; `site` is the address of the website, empty: not known.
    """

    package: Package
    document: OriginalDocument
    offers: Mapping[str, tuple[Offer, ...]]
    years: tuple[int, ...]
    draw: Callable[[Chart], str]
    tables: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    outcome: Outcome = UNCHECKED
    answers: Answers = UNANSWERED
    poster: Callable[[Chart, Credit], Poster] = chart_blocks.unprinted
    site: str = ""


@dataclass(frozen=True, slots=True)
class PagePart:
    """A unit of a topic page as it is shown; without a layout the document does not have it."""

    id: Markup
    title: str
    reading: str
    lead: tuple[str | Linked, ...]
    chart: Picture | None
    layout: ReaderTable | None
    origin: Markup
    files: tuple[Offer, ...]
    absent: str


def _absent(package: Package) -> str:
    return sentences.text(sentences.absent(package.department_name, package.fiscal_year))


def _drawn(edition: Edition, unit: TopicUnit, rows: tuple[Row, ...], said: str) -> Picture | None:
    if not unit.chart:
        return None
    year = edition.package.fiscal_year
    chart = graphs.chart(unit, rows, graphs.Caption(unit.title, said, year))
    if chart is None:
        return None
    note = texts.pattern("charts.source.derived") if unit.chart in graphs.DERIVED else ""
    return chart_blocks.picture(edition, chart, chart_blocks.spot(unit, rows[0], note))


def files(edition: Edition, *names: str) -> dict[str, tuple[Offer, ...]]:
    """Return the files of these tables; none where the package does not have one."""
    return {name: edition.offers.get(name, ()) for name in names}


def part(edition: Edition, unit: TopicUnit) -> PagePart:
    """Return a unit as it is shown."""
    return shown(edition, unit, unit.rows(edition.package))


def shown(
    edition: Edition,
    unit: TopicUnit,
    rows: tuple[Row, ...],
    settings: tuple[RowSetting, ...] = (),
) -> PagePart:
    """Return a unit with these rows as it is shown, each in its setting where it has one."""
    words = leads.lead(unit.lead, edition.package.fiscal_year, rows)
    anchor = edition.document.link(rows[0]).anchor if rows else ""
    return PagePart(
        id=markup.address(unit.id),
        title=unit.title,
        reading=unit.reading,
        lead=edition.document.linked(words),
        chart=_drawn(edition, unit, rows, sentences.text(words)),
        layout=reader_tables.layout(unit, rows, edition.document, settings) if rows else None,
        origin=markup.address(f"source.md#{anchor}"),
        files=edition.offers.get(unit.table, ()),
        absent="" if rows else _absent(edition.package),
    )


def step(page: Topic) -> Crumb:
    """Return the way to a page of the year."""
    return Crumb(page.title, page.path, page.question)


def _steps(edition: Edition) -> tuple[Crumb, ...]:
    sections = topics.load().sections(edition.package.tables)
    return (Crumb(texts.plain("year.overview"), OVERVIEW), *map(step, sections))


def related(edition: Edition, topic: Topic) -> tuple[Crumb, ...]:
    """Return the ways to the pages of the year that go on with the same money."""
    pages = map(topics.load().page, topic.related)
    return tuple(step(page) for page in pages if page.stands_on(edition.package.tables))


def _in_year(edition: Edition, year: int, current: str) -> str:
    """Return the address of the same page of a year, or of its overview where it has none."""
    pages = {page.path: page for page in topics.load().all}
    page, found = pages.get(current), edition.tables.get(year)
    has_none = page is not None and found is not None and not page.stands_on(found)
    return f"../{year}/{OVERVIEW if has_none else current}"


def _years(edition: Edition, current: str) -> tuple[Crumb, ...]:
    here = edition.package.fiscal_year
    return tuple(
        Crumb(
            texts.plain("year.year", year=year),
            _in_year(edition, year, current),
            is_current=year == here,
        )
        for year in edition.years
    )


def frame(edition: Edition, current: str) -> dict[str, Any]:
    """Return what every page of a year shows around its matter; `current` is its file name.

    Ways to pages are Crumbs: `steps` in the order of reading, `beside` it, `current`, `before` and
    `after` (or None), `years` to the same page of other years, and `trail` from the home page.
    """
    package, steps = edition.package, _steps(edition)
    beside = tuple(map(step, topics.load().beside(package.tables)))
    paths = [step.path for step in steps]
    at = paths.index(current) if current in paths else None
    here = texts.plain("year.year", year=package.fiscal_year)
    above = (Crumb(here, OVERVIEW),) if at != 0 else ()
    return {
        "department_name": package.department_name,
        "year": package.fiscal_year,
        "year_title": here,
        "steps": steps,
        "beside": beside,
        "current": next(step for step in (*steps, *beside) if step.path == current),
        "before": steps[at - 1] if at else None,
        "after": steps[at + 1] if at is not None and at + 1 < len(steps) else None,
        "years": _years(edition, current),
        "trail": (
            Crumb(texts.plain("parts.page.home"), "../../index.html"),
            Crumb(package.department_name, "../index.html"),
            *above,
        ),
    }


def title(edition: Edition, name: str) -> str:
    """Return the title of a page of a year as the browser and the search show it."""
    package = edition.package
    place = {"department": package.department_name, "year": package.fiscal_year}
    return texts.plain("parts.page.title", title=name, **place)


def opening(edition: Edition, slug: str) -> tuple[str | Linked, ...]:
    """Return what a reader takes away from the page, each figure with its way back."""
    return edition.document.linked(openings.takeaway(slug, edition.package))


def topic_page(edition: Edition, topic: Topic) -> dict[str, Any]:
    """Return the values of the page of a topic, beside those of its `frame`.

    `opening` is a sentence, `units` are PageParts, `accounts` the tree of AccountBranches.
    """
    units = (unit for unit in topic.units if unit.rows(edition.package) or not unit.is_optional)
    parts = tuple(part(edition, unit) for unit in units)
    said = opening(edition, topic.slug)
    lead = said or next((found.lead for found in parts if found.lead), ())
    return {
        **frame(edition, topic.path),
        "topic": topic,
        "boost": _BOOST,
        "opening": said,
        "units": parts,
        "accounts": account_trees.tree(edition) if topic.slug == account_trees.SLUG else (),
        "related": related(edition, topic),
        "title": title(edition, topic.title),
        "description": plain(lead),
    }


@dataclass(frozen=True, slots=True)
class Glance:
    """A unit whose chart stands on the overview, and the way to its page."""

    part: PagePart
    page: Crumb


def _glances(edition: Edition) -> Iterator[Glance]:
    """Yield the units whose charts stand on the overview, with the pages that they come from."""
    plan = topics.load()
    for slug, unit_id in _GLANCE:
        found = part(edition, plan.unit(slug, unit_id))
        if found.layout:
            yield Glance(found, step(plan.page(slug)))


def overview(edition: Edition) -> dict[str, Any]:
    """Return the values of the overview, beside those of its `frame`.

    `cards` are HeadlineCards, `glance` Glances, `tally` the Tally of the year; `ways` and
    `promises` are Crumbs to its pages.
    """
    package = edition.package
    said, framed = opening(edition, "index"), frame(edition, OVERVIEW)
    place = {"department": package.department_name, "year": package.fiscal_year}
    return {
        **framed,
        "opening": said,
        "glance": tuple(_glances(edition)),
        "promises": step(topics.load().page("performance")),
        "ways": framed["steps"][1:],
        "tally": check_counts.total(edition.outcome),
        "cards": headlines.cards(package, edition.document),
        "title": f"{package.department_name}{texts.plain('year.report', year=package.fiscal_year)}",
        "description": plain(said) or texts.plain("year.description", **place),
    }
