"""The page 部门概况: what the department is for, how many people work there, what it did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from publish.pages import cited_places, links, titles, topics, years
from publish.pages.links import Linked
from publish.texts import markup, numerals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from publish.pages.links import OriginalDocument
    from publish.pages.years import Edition, PagePart
    from publish.tables import Row

SLUG = "profile"
_WORK, _DUTIES = "work-figures", "duties"
_ASSETS = ("procurement-assets", "fixed-assets")
# 排查隐患问题600余项, 3500多篇: the word that makes a figure a rough one
_ABOUT = re.compile(r"(?<=\d)[余多]")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of the year's work: the number with its link, and the word behind it."""

    figure: Linked
    unit: str


@dataclass(frozen=True, slots=True)
class Work:
    """The words of the document, and the figures that they state."""

    counts: tuple[Count, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A part of the year's work under its heading."""

    id: Markup
    title: str
    works: tuple[Work, ...]
    origin: Markup


def _about(text: str) -> str:
    found = _ABOUT.search(text)
    return found[0] if found else ""


def _count(row: Row, document: OriginalDocument) -> Count | None:
    value = row["value"]
    if not isinstance(value, Decimal):
        return None
    link = document.link(row, numerals.printed(value))
    word = _about(str(row["text"])) if row["approximate"] == "true" else ""
    return Count(Linked(numerals.grouped(value), link), word + str(row["unit"] or ""))


def _works(rows: Iterable[Row], document: OriginalDocument) -> tuple[Work, ...]:
    """Return the figures; those of one clause stand together."""
    found = []
    for text, group in groupby(rows, key=lambda row: str(row["text"])):
        counts = (_count(row, document) for row in group)
        found.append(Work(tuple(filter(None, counts)), text))
    return tuple(found)


def _themes(edition: Edition) -> tuple[Theme, ...]:
    document, found = edition.document, []
    groups = groupby(edition.package.rows(_WORK), key=lambda row: str(row["topic"]))
    for number, (topic, group) in enumerate(groups, start=1):
        rows = tuple(group)
        origin = document.link(rows[0]).checked
        found.append(Theme(markup.address(f"work-{number}"), topic, _works(rows, document), origin))
    return tuple(found)


def _parts(edition: Edition) -> tuple[PagePart, ...]:
    """Return the staff and the fixed assets, as far as the document states them."""
    plan = topics.load()
    page, unit_id = _ASSETS
    assets = (unit for unit in plan.page(page).units if unit.id == unit_id)
    units = (*plan.page(SLUG).units, *assets)
    return tuple(years.part(edition, unit) for unit in units if unit.rows(edition.package))


def profile_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page, beside those of the frame of a year.

    `duties` are Cited texts, `duties_origin` the address of the first; `units` are PageParts and
    `themes` the work of the year by its heading; `files` are Offers by table.
    """
    topic, package = topics.load().page(SLUG), edition.package
    parts = _parts(edition)
    cited = (cited_places.cited(edition.document, row, "text") for row in package.rows(_DUTIES))
    duties = tuple(filter(None, cited))
    said = next((links.plain(part.lead) for part in parts if part.lead), "")
    return {
        **years.frame(edition, topic.path),
        "topic": topic,
        "duties": duties,
        "duties_origin": duties[0].link.checked if duties else "",
        "files": years.files(edition, _WORK, _DUTIES),
        "units": parts,
        "themes": _themes(edition),
        "title": titles.title(package, topic.title),
        "description": titles.told(package, "profile.description", said=said),
    }
