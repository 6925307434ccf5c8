"""The pages of one department and year: the overview and a page for each topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish import markup, sentences
from publish.pages import graphs, layouts, leads, names, tallies, topics
from publish.pages.links import Linked, Step
from publish.reconciliation import Outcome
from publish.reconciliation.acknowledgements import Answers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from publish.charts import Chart
    from publish.packages import Package
    from publish.pages.layouts import Layout
    from publish.pages.links import Document
    from publish.pages.offers import Offer
    from publish.pages.topics import Card, Topic, Unit
    from publish.tables import Row

OVERVIEW = "index.html"
UNCHECKED = Outcome((), (), 0, ())
UNANSWERED = Answers({}, ())


@dataclass(frozen=True, slots=True)
class Edition:
    """A package with all that its pages need.

    `offers` are the files by table, `years` all years of the department; `draw` makes an SVG.
    `tables` are those of the years: some pages need them. A year that is not listed has them all.
    `outcome` is what the checks found, `answers` what the department says to it.
    """

    package: Package
    document: Document
    offers: Mapping[str, tuple[Offer, ...]]
    years: tuple[int, ...]
    draw: Callable[[Chart], str]
    tables: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    outcome: Outcome = UNCHECKED
    answers: Answers = UNANSWERED


@dataclass(frozen=True, slots=True)
class Part:
    """A unit of a topic page as it is shown; without a layout the document does not have it."""

    id: Markup
    title: str
    reading: str
    lead: tuple[str | Linked, ...]
    chart: Markup | None
    is_derived: bool
    layout: Layout | None
    origin: Markup
    files: tuple[Offer, ...]
    absent: str


def _absent(package: Package) -> str:
    return sentences.text(sentences.absent(package.department_name, package.fiscal_year))


def _drawn(edition: Edition, unit: Unit, rows: tuple[Row, ...], description: str) -> Markup | None:
    if not unit.chart:
        return None
    year = edition.package.fiscal_year
    chart = graphs.chart(unit, rows, graphs.Caption(unit.title, description, year))
    return markup.trusted(edition.draw(chart)) if chart else None


def files(edition: Edition, *names: str) -> dict[str, tuple[Offer, ...]]:
    """Return the files of these tables; none where the package does not have one."""
    return {name: edition.offers.get(name, ()) for name in names}


def part(edition: Edition, unit: Unit) -> Part:
    """Return a unit as it is shown."""
    return shown(edition, unit, unit.rows(edition.package))


def shown(edition: Edition, unit: Unit, rows: tuple[Row, ...]) -> Part:
    """Return a unit with these rows as it is shown."""
    words = leads.lead(unit.lead, edition.package.fiscal_year, rows)
    anchor = edition.document.link(rows[0]).anchor if rows else ""
    return Part(
        id=markup.address(unit.id),
        title=unit.title,
        reading=unit.reading,
        lead=edition.document.linked(words),
        chart=_drawn(edition, unit, rows, sentences.text(words)),
        is_derived=unit.chart in graphs.DERIVED,
        layout=layouts.layout(unit, rows, edition.document) if rows else None,
        origin=markup.address(f"source.md#{anchor}"),
        files=edition.offers.get(unit.table, ()),
        absent="" if rows else _absent(edition.package),
    )


def _step(page: Topic) -> Step:
    return Step(page.title, page.path, page.question)


def _steps(edition: Edition) -> tuple[Step, ...]:
    standing = topics.load().standing(edition.package.tables)
    return (Step("概览", OVERVIEW), *map(_step, standing))


def related(edition: Edition, topic: Topic) -> tuple[Step, ...]:
    """Return the ways to the pages of the year that go on with the same money."""
    pages = map(topics.load().page, topic.related)
    return tuple(_step(page) for page in pages if page.stands_on(edition.package.tables))


def _in_year(edition: Edition, year: int, current: str) -> str:
    """Return the address of the same page of a year, or of its overview where it has none."""
    pages = {page.path: page for page in (*topics.load().topics, *topics.load().pages)}
    page, found = pages.get(current), edition.tables.get(year)
    has_none = page is not None and found is not None and not page.stands_on(found)
    return f"../{year}/{OVERVIEW if has_none else current}"


def frame(edition: Edition, current: str) -> dict[str, Any]:
    """Return what every page of a year shows around its matter; `current` is its file name."""
    package, steps = edition.package, _steps(edition)
    year = package.fiscal_year
    at = [step.path for step in steps].index(current)
    return {
        "department_name": package.department_name,
        "year": year,
        "year_title": f"{year}年",
        "steps": steps,
        "current": steps[at],
        "before": steps[at - 1] if at else None,
        "after": steps[at + 1] if at + 1 < len(steps) else None,
        "years": tuple(
            Step(f"{other}年", _in_year(edition, other, current), is_current=other == year)
            for other in edition.years
        ),
        "trail": (
            Step("首页", "../../index.html"),
            Step(package.department_name, "../index.html"),
            *((Step(f"{year}年", OVERVIEW),) if at else ()),
        ),
    }


def topic_page(edition: Edition, topic: Topic) -> dict[str, Any]:
    """Return the values of the page of a topic."""
    units = (unit for unit in topic.units if unit.rows(edition.package) or not unit.is_optional)
    parts = tuple(part(edition, unit) for unit in units)
    package = edition.package
    said = next((found.lead for found in parts if found.lead), ())
    return {
        **frame(edition, f"{topic.slug}.html"),
        "topic": topic,
        "units": parts,
        "related": related(edition, topic),
        "title": f"{topic.title} · {package.department_name}{package.fiscal_year}年决算",
        "description": "".join(word if isinstance(word, str) else word.text for word in said),
    }


def _card(document: Document, card: Card, row: Row) -> dict[str, Any]:
    column = names.main_column(row)
    figure = sentences.figure(row, column, "")
    words = sentences.change(row, column) or sentences.completion(row) or sentences.share(row)
    return {
        "title": card.label or str(row["label"]),
        "href": markup.address(f"{document.base}{card.topic}.html"),
        "text": figure.text,
        "link": document.link(row, figure.digits),
        "marks": document.marked(row, column),
        "direction": sentences.direction(row) or "none",
        "change": document.linked(sentences.opening(words)),
    }


def cards(package: Package, document: Document) -> tuple[dict[str, Any], ...]:
    """Return the headline figures that the document has, in the order of the plan."""
    found = ((card, card.row(package)) for card in topics.load().cards)
    return tuple(_card(document, card, row) for card, row in found if row is not None)


def overview(edition: Edition) -> dict[str, Any]:
    """Return the values of the overview: the headline figures, and the ways on."""
    package = edition.package
    first = part(edition, topics.load().topics[0].units[0])
    said = "".join(word if isinstance(word, str) else word.text for word in first.lead)
    return {
        **frame(edition, OVERVIEW),
        "part": first,
        "tally": tallies.total(edition.outcome),
        "cards": cards(package, edition.document),
        "title": f"{package.department_name}{package.fiscal_year}年度部门决算",
        "description": said,
    }
