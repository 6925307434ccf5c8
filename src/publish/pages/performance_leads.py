"""The sentences over the tables of performance, of projects and of the staff."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from publish.pages import cited_places
from publish.texts import sentences
from publish.texts.sentences import fill

if TYPE_CHECKING:
    from publish.tables import Row
    from publish.texts.sentences import Words

Rows: TypeAlias = tuple["Row", ...]

_STAFF = ("established_posts", "staff", "institutions", "managed_institutions")


def counts(rows: Rows) -> tuple[Words, ...]:
    """Return how many projects had goals, monitoring and evaluations, as far as it is stated."""
    stated = (row for row in rows if row["statement"] == 1 and row["count"] is not None)
    shown = ((row, sentences.figure(row, "count", f" {row['unit']}")) for row in stated)
    return tuple(fill("performance", str(row["key"]), count=figure) for row, figure in shown)


def _rates(rows: Rows, column: str) -> Words:
    """Return the lowest rate and its project, or the one rate that all have."""
    stated = [row for row in rows if isinstance(row[column], Decimal)]
    if len(stated) < len(rows) or not stated:
        case = "lowest_stated"
    else:
        case = "lowest" if len({row[column] for row in stated}) > 1 else "all"
    if not stated:
        return ()
    low = min(stated, key=lambda row: row[column] or Decimal(0))
    rate = sentences.figure(cited_places.narrowed(low, column), column, sentences.PERCENT)
    return fill("execution", case, project=str(low["label"]), rate=rate)


def _largest(rows: Rows, column: str) -> Words:
    exact = tuple(cited_places.narrowed(row, column) for row in rows)
    return sentences.largest(exact, column, of_total=False)


def execution(rows: Rows) -> tuple[Words, ...]:
    """Return the project with the most money, and the lowest rate of execution."""
    return (_largest(rows, "budget_wanyuan"), _rates(rows, "completion_pct"))


def self_evaluations(rows: Rows) -> tuple[Words, ...]:
    """Return the evaluated project with the most money, and the lowest rate of execution."""
    return (_largest(rows, "amount_wanyuan"), _rates(rows, "execution_pct"))


def staffing(rows: Rows) -> tuple[Words, ...]:
    """Return posts, staff and institutions."""
    found = {row["key"]: row for row in reversed(rows) if row["statement"] == 1}
    return tuple(sentences.count(found[key]) for key in _STAFF if key in found)


def _joined(clauses: list[Words]) -> tuple[Words, ...]:
    return (sentences.opening(sum(clauses, ())),) if clauses else ()


def _clause(section: str, row: Row, column: str) -> Words:
    unit = sentences.PERCENT if column.endswith("_pct") else sentences.WANYUAN
    shown = sentences.figure(cited_places.narrowed(row, column), column, unit)
    return fill(section, column, figure=shown)


def money(section: str, year: int, row: Row, columns: tuple[str, ...]) -> Words:
    """Return planned, spent and the rate in one sentence, as far as the row states them."""
    stated = [_clause(section, row, column) for column in columns if row[column] is not None]
    return sentences.sentence(year, _joined(stated))
