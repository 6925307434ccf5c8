"""What the pages of a year are and what they show; `topics.toml` is their only source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish.pages import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.packages import Package
    from publish.tables import Row

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Unit:
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
    """A page of a year: its address, its title and the question it answers."""

    slug: str
    title: str
    question: str = ""
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A headline figure of the overview: the row, and the page that tells more."""

    table: str
    topic: str
    label: str
    key: Mapping[str, str]

    def row(self, package: Package) -> Row | None:
        """Return the row of the package, or None when its document does not have it."""
        found = package.row(self.table, **self.key)
        return found and names.named(self.table, found)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every topic with figures, the pages after them, and the cards of the overview."""

    topics: tuple[Topic, ...]
    pages: tuple[Topic, ...]
    cards: tuple[Card, ...]


def _unit(declared: dict[str, Any]) -> Unit:
    return Unit(
        **{
            **declared,
            "columns": tuple(declared["columns"]),
            "parts": tuple(declared.get("parts", ())),
        }
    )


def _card(declared: dict[str, str]) -> Card:
    known = dict(declared)
    table, topic, label = known.pop("table"), known.pop("topic"), known.pop("label", "")
    return Card(table, topic, label, MappingProxyType(known))


@cache
def load() -> Plan:
    """Return the plan of the pages of a year."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return Plan(
        tuple(
            Topic(**{**topic, "units": tuple(map(_unit, topic["units"]))})
            for topic in declared["topics"]
        ),
        tuple(Topic(**page) for page in declared["pages"]),
        tuple(map(_card, declared["cards"])),
    )
