"""The indicators of a project as a table: target and result as printed, by the official levels.

Whether a target was met is what the department says in its own words; nothing is judged here.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from publish import tables
from publish.pages import cited_places

if TYPE_CHECKING:
    from publish.pages.cited_places import Cited
    from publish.pages.links import OriginalDocument
    from publish.tables import Row

TABLE = "performance-indicators"
_EXTRAS = ("weight", "score", "deviation_reason")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its target and its result; `extras` as the columns of the table."""

    name: str
    target: Cited | None
    actual: Cited | None
    extras: tuple[Cited | None, ...]


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """The indicators of one first and second level."""

    level1: str
    level2: str
    indicators: tuple[Indicator, ...]

    @property
    def title(self) -> str:
        """The levels in one line; equal ones are said once."""
        levels = dict.fromkeys(filter(None, (self.level1, self.level2)))
        return " · ".join(levels)


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The groups, and the titles of the columns that some indicator states beside its result."""

    extras: tuple[str, ...]
    groups: tuple[IndicatorGroup, ...]

    @property
    def count(self) -> int:
        """How many indicators there are."""
        return sum(len(group.indicators) for group in self.groups)


def _indicator(row: Row, extras: tuple[str, ...], document: OriginalDocument) -> Indicator:
    return Indicator(
        str(row["indicator"]),
        cited_places.cited(document, row, "target_text", "target_value"),
        cited_places.cited(document, row, "actual_text"),
        tuple(cited_places.cited(document, row, name) for name in extras),
    )


def table(rows: tuple[Row, ...], document: OriginalDocument) -> IndicatorTable:
    """Return the table of the indicators of a project."""
    extras = tuple(name for name in _EXTRAS if any(row[name] is not None for row in rows))
    fields = tables.load()[TABLE]
    groups = groupby(rows, key=lambda row: (row["level1"] or "", row["level2"] or ""))
    return IndicatorTable(
        tuple(fields.field(name).title for name in extras),
        tuple(
            IndicatorGroup(
                str(one), str(two), tuple(_indicator(row, extras, document) for row in found)
            )
            for (one, two), found in groups
        ),
    )
