"""What the pages of a year are and show: `topics.toml`, with the words of the catalogue."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.pages import names

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from publish.packages import Package
    from publish.tables import Row

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TopicUnit:
    """A part of a page: one table with its sentence, its chart and its downloads.

    `parts` are the keys or levels of rows that belong to the row above them. An optional unit is
    left out where the document does not have it; every other says so.
    """

    id: str
    title: str
    table: str
    columns: tuple[str, ...]
    lead: str
    chart: str = ""
    reading: str = ""
    parts: tuple[str, ...] = ()
    is_optional: bool = False
    where: Mapping[str, list[str]] = field(default_factory=lambda: _NOTHING)

    def rows(self, package: Package) -> tuple[Row, ...]:
        """Return the rows of the package that the unit shows, named and in order for readers."""
        rows = (
            names.named(self.table, row)
            for row in package.rows(self.table)
            if all(row[column] in values for column, values in self.where.items())
        )
        return names.ordered(self.table, rows)


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of a year: its address, its title, and what it is about.

    A page that names `tables` is there where a package has one of them, every other always;
    `related` are the pages that go on with the same money.
    """

    slug: str
    title: str
    question: str
    units: tuple[TopicUnit, ...] = ()
    tables: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file of the page."""
        return f"{self.slug}.html"

    def stands_on(self, tables: Collection[str]) -> bool:
        """Tell whether a package with these tables has the page."""
        return not self.tables or any(name in tables for name in self.tables)


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A headline figure of the overview: the row, and the page that tells more.

    `note` is said where the document says nothing of a change, a budget or a share.
    """

    table: str
    topic: str
    label: str
    note: str
    key: Mapping[str, str]

    def row(self, package: Package) -> Row | None:
        """Return the row of the package, or None when its document does not have it."""
        found = package.row(self.table, **self.key)
        return found and names.named(self.table, found)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every topic with figures, the pages after them, those beside them, and the cards."""

    topics: tuple[Topic, ...]
    pages: tuple[Topic, ...]
    asides: tuple[Topic, ...]
    cards: tuple[TopicCard, ...]

    @property
    def all(self) -> tuple[Topic, ...]:
        """Every page of a year but the overview."""
        return (*self.topics, *self.pages, *self.asides)

    def sections(self, tables: Collection[str]) -> tuple[Topic, ...]:
        """Return the sections of a year whose package has these tables, in their order."""
        return tuple(page for page in (*self.topics, *self.pages) if page.stands_on(tables))

    def beside(self, tables: Collection[str]) -> tuple[Topic, ...]:
        """Return the pages that help to read the sections of a package with these tables."""
        return tuple(page for page in self.asides if page.stands_on(tables))

    def unit(self, slug: str, unit_id: str) -> TopicUnit:
        """Return a unit of a page; KeyError when there is none."""
        for found in self.page(slug).units:
            if found.id == unit_id:
                return found
        raise KeyError(unit_id)

    def page(self, slug: str) -> Topic:
        """Return the page with this address; KeyError when there is none."""
        for found in self.all:
            if found.slug == slug:
                return found
        raise KeyError(slug)


def _unit(declared: dict[str, Any], words: Mapping[str, Any]) -> TopicUnit:
    lists = {name: tuple(declared.get(name, ())) for name in ("columns", "parts")}
    return TopicUnit(**{**declared, **lists, **words[declared["id"]]})


def _topic(declared: dict[str, Any]) -> Topic:
    words = dict(texts.section(f"topics.{declared['slug']}"))
    said = words.pop("units", {})
    lists = {name: tuple(declared.get(name, ())) for name in ("tables", "related")}
    units = tuple(_unit(unit, said) for unit in declared.get("units", ()))
    return Topic(**{**declared, **words, **lists, "units": units})


def _card(declared: dict[str, str]) -> TopicCard:
    known = dict(declared)
    table, topic, words = known.pop("table"), known.pop("topic"), known.pop("words")
    said = texts.section(f"topics.cards.{words}")
    return TopicCard(table, topic, said.get("label", ""), said["note"], MappingProxyType(known))


@cache
def load() -> Plan:
    """Return the plan of the pages of a year."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return Plan(
        tuple(map(_topic, declared["topics"])),
        tuple(map(_topic, declared["pages"])),
        tuple(map(_topic, declared["asides"])),
        tuple(map(_card, declared["cards"])),
    )
