"""The page 怎样读: each word of final accounts, explained with the department's own figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.pages import flows, leads, openings, topics, years
from publish.texts import markup, sentences
from publish.texts.sentences import about

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from publish.packages import Package
    from publish.pages.links import Crumb, Linked
    from publish.pages.years import Edition
    from publish.tables import Row
    from publish.texts.sentences import Words

SLUG = "guide"
_ACCOUNTS = ("class_name", "group_name", "item_name")


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """A word: its name, what it means, the sentence of this department, and where to read on."""

    id: Markup
    title: str
    text: str
    here: tuple[str | Linked, ...]
    page: Crumb


def _lead(slug: str, unit_id: str) -> Callable[[Package], Words]:
    """Return a function that writes the sentence over a table of a package."""

    def told(package: Package) -> Words:
        unit = topics.load().unit(slug, unit_id)
        return leads.lead(unit.lead, package.fiscal_year, unit.rows(package))

    return told


def _flow(package: Package) -> Words:
    """Return the sentence on the kind of money with the most stages, from 年初 to 年末."""
    rows = flows.named(package.rows(flows.TABLE))
    return sentences.sentence(package.fiscal_year, flows.clauses(rows))


def _opening(slug: str) -> Callable[[Package], Words]:
    """Return a function that writes the opening of a page of a package."""
    return lambda package: openings.takeaway(slug, package)


def _example(package: Package) -> Words:
    """Return the largest item (项) with the accounts above it; no words where none is complete."""
    rows = leads.firsts(package.rows("expenditure-by-function"))
    items = [row for row in rows if all(row[name] for name in _ACCOUNTS)]
    if not items:
        return ()
    row = max(items, key=_spent)
    case = "example" if row["amount_wanyuan"] is not None else "example_no_amount"
    names = dict(zip(("class", "group", "item"), (str(row[n]) for n in _ACCOUNTS), strict=True))
    words = sentences.filled(f"guide.accounts.{case}", **names, amount=about(row))
    return sentences.paragraph(package.fiscal_year, ((words,),))


def _spent(row: Row) -> float:
    return float(row["amount_wanyuan"] or 0)


_ENTRIES: tuple[tuple[str, str, Callable[[Package], Words]], ...] = (
    ("income_expenditure", "income", _lead("income", "totals")),
    ("appropriation", "income", _lead("function", "funds")),
    ("accounts", "function", _example),
    ("basic_project", "basic", _opening("basic")),
    ("carry_over", "performance", _flow),
    ("three_public", "three-public", _opening("three-public")),
    ("performance", "performance", _opening("performance")),
)
"""The name of a word in the catalogue, the page to read on, and its sentence."""


def _entry(edition: Edition, name: str, slug: str, told: Callable[[Package], Words]) -> GuideEntry:
    said = texts.section(f"guide.{name}")
    here = edition.document.linked(told(edition.package))
    page = years.step(topics.load().page(slug))
    return GuideEntry(
        markup.address(name.replace("_", "-")), said["title"], said["text"], here, page
    )


def guide_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page, beside those of the frame of a year.

    `entries` are the words explained; one without figures in the document is explained alone.
    """
    package, topic = edition.package, topics.load().page(SLUG)
    place = {"department": package.department_name, "year": package.fiscal_year}
    return {
        **years.frame(edition, topic.path),
        "topic": topic,
        "entries": tuple(_entry(edition, *entry) for entry in _ENTRIES),
        "title": years.title(edition, topic.title),
        "description": texts.plain("guide.description", **place),
    }
