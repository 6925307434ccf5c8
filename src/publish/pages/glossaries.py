"""The page 名词解释: every term that the document explains, words of the accounts and accounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish.pages import titles, topics, years
from publish.texts import markup

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.pages.links import Link
    from publish.pages.years import Edition
    from publish.tables import Row

TABLE = "glossary"
SLUG = "glossary"
_BOOST = 2
# 住房保障（类）住房改革支出（款）住房公积金（项）: an account with the way to it
_LEVEL = re.compile(r"(.{1,80}?)[（(][类款项][）)]")


@dataclass(frozen=True, slots=True)
class Term:
    """A term; of an account it is the last name, and `above` are the accounts it belongs to."""

    id: Markup
    name: str
    above: tuple[str, ...]
    is_account: bool
    definition: str
    link: Link

    @property
    def note(self) -> Markup:
        """The id of the note that explains the term on another page."""
        return markup.address(f"note-{self.id}")


def _term(edition: Edition, row: Row) -> Term:
    printed = str(row["term"])
    levels = _LEVEL.findall(printed)
    *above, name = levels or [printed]
    return Term(
        id=markup.address(f"term-{row['number']}"),
        name=name,
        above=tuple(above),
        is_account=bool(levels),
        definition=str(row["definition"]),
        link=edition.document.link(row),
    )


def load(edition: Edition) -> tuple[Term, ...]:
    """Return the terms in the order of the document."""
    return tuple(_term(edition, row) for row in edition.package.rows(TABLE))


def plain(edition: Edition) -> tuple[Term, ...]:
    """Return the words of the accounts, without the accounts."""
    return tuple(term for term in load(edition) if not term.is_account)


def glossary_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page, beside those of the frame of a year.

    `words` and `accounts` are Terms: those that are words, and those that are names of accounts.
    """
    topic, package = topics.load().page(SLUG), edition.package
    found, words = load(edition), plain(edition)
    accounts = tuple(term for term in found if term.is_account)
    names = tuple(term.name for term in words)
    return {
        **years.frame(edition, topic.path),
        "boost": _BOOST,
        "topic": topic,
        "words": words,
        "accounts": accounts,
        "origin": found[0].link.checked if found else "source.md",
        "files": years.files(edition, TABLE),
        "title": titles.title(package, topic.title),
        "description": titles.told(
            package, "glossary.description", terms=titles.listed(names, "words")
        ),
    }
