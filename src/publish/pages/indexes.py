"""The pages above the years: the home page and one page for each department."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from publish import markup, sentences
from publish.pages import leads, marks, tallies, topics, years
from publish.pages.links import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.pages.offers import Offer
    from publish.pages.years import Edition


def _edition(edition: Edition, base: str) -> dict[str, Any]:
    package = edition.package
    unit = topics.load().topics[0].units[0]
    words = leads.lead(unit.lead, package.fiscal_year, unit.rows(package))
    document = replace(edition.document, base=base)
    return {
        "year": package.fiscal_year,
        "href": markup.address(f"{base}index.html"),
        "said": sentences.text(words),
        "lead": document.linked(words),
        "cards": years.cards(package, document),
        "tally": tallies.total(edition.outcome),
        "checked": markup.address(base + marks.PAGE),
    }


def department_page(editions: Sequence[Edition]) -> dict[str, Any]:
    """Return the values of the page of a department; the editions are its years, newest first."""
    name = editions[0].package.department_name
    found = tuple(_edition(edition, f"{edition.package.fiscal_year}/") for edition in editions)
    return {
        "department_name": name,
        "trail": (Step("首页", "../index.html"),),
        "editions": found,
        "newest": found[0],
        "title": f"{name}：部门决算",
        "description": found[0]["said"],
    }


def home(departments: Sequence[Sequence[Edition]], offers: Sequence[Offer]) -> dict[str, Any]:
    """Return the values of the home page; the years of each department come newest first."""
    return {
        "departments": tuple(
            {
                "name": editions[0].package.department_name,
                "id": markup.address(editions[0].package.department),
                "href": markup.address(f"{editions[0].package.department}/index.html"),
                "newest": _edition(editions[0], f"{editions[0].package.address}/"),
                "editions": tuple(
                    {
                        "year": edition.package.fiscal_year,
                        "href": markup.address(f"{edition.package.address}/index.html"),
                    }
                    for edition in editions
                ),
            }
            for editions in departments
        ),
        "files": offers,
        "title": "首页",
        "description": "政府部门决算的每一个数字：看得懂，查得到出处，下载得到数据。",
    }
