"""The sentence over each table: which figures it names. The words are those of `sentences`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from publish import tables, texts
from publish.pages import flows, performance_leads
from publish.texts import sentences
from publish.texts.sentences import amount, change, completion, count, largest, reason, share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publish.tables import Row
    from publish.texts.sentences import Words

Rows: TypeAlias = tuple["Row", ...]

_TOTALS = frozenset({"total", "vehicles"})
_FUNDS = texts.section("sentences.funds")


def is_total(row: Row) -> bool:
    """Tell whether the row is the total of its table."""
    return row.get("key") == "total" or (
        row.get("group") == "total" and row.get("level") == "total"
    )


def _keyed(rows: Rows, *keys: str) -> Iterable[Row]:
    return (row for key in keys for row in rows if row.get("key") == key and row["statement"] == 1)


def _explained(rows: Rows, clauses: Iterable[Words]) -> tuple[Words, ...]:
    """Return the clauses of these rows, each with its reason; one reason for several, once."""
    reasons = [row.get("reason") for row in rows]
    return tuple(
        clause if reasons[at + 1 : at + 2] == [row.get("reason")] else clause + reason(row)
        for at, (row, clause) in enumerate(zip(rows, clauses, strict=True))
    )


def _each(rows: Iterable[Row]) -> tuple[Words, ...]:
    known = tuple(rows)
    return _explained(known, (amount(row) + share(row) + change(row) for row in known))


def firsts(rows: Iterable[Row]) -> Rows:
    """Return the rows as the document states them first."""
    return tuple(row for row in rows if row["statement"] == 1)


def _parts(rows: Rows) -> tuple[Words, ...]:
    known = firsts(rows)
    total = tuple(row for row in known if is_total(row))
    parts = (row for row in known if not is_total(row))
    return (*_each(total), largest(parts, of_total=bool(total)))


def _funds(rows: Rows) -> tuple[Words, ...]:
    found = [(row, _FUNDS[str(row["scope"])]) for row in firsts(rows) if row["scope"] in _FUNDS]
    ordered = sorted(found, key=lambda one: tuple(_FUNDS).index(str(one[0]["scope"])))
    clauses = (amount(row, label=label) + share(row) + change(row) for row, label in ordered)
    return _explained(tuple(row for row, _ in ordered), clauses)


def _basic(rows: Rows) -> tuple[Words, ...]:
    return _each(row for row in firsts(rows) if row["level"] in {"total", "group"})


def _three_public(rows: Rows) -> tuple[Words, ...]:
    column = "final_wanyuan"
    totals = tuple(_keyed(rows, "total"))
    clauses = (amount(row, column) + completion(row) + change(row, column) for row in totals)
    total = _explained(totals, clauses)
    parts = _keyed(rows, *tables.THREE_PUBLIC)
    return (*total, largest(parts, column, of_total=bool(total)))


def _counts(rows: Rows) -> tuple[Words, ...]:
    keys = ("overseas_groups", "vehicles_held", "domestic_receptions", "domestic_reception_persons")
    return tuple(map(count, _keyed(rows, *keys)))


def _receptions(rows: Rows) -> tuple[Words, ...]:
    return (largest(rows, of_total=False),)


def _assets(rows: Rows) -> tuple[Words, ...]:
    keys = ("vehicles", "general_equipment", "special_equipment", "large_equipment")
    return tuple(count(row, "quantity") for row in _keyed(rows, *keys))


def lowest(rows: Iterable[Row]) -> Rows:
    """Return the items (项) among accounts, or all where the document goes less deep."""
    known = tuple(rows)
    return tuple(row for row in known if row["level"] == "item") or known


def _items(rows: Rows) -> tuple[Words, ...]:
    return (largest(lowest(firsts(rows)), of_total=False),)


def _fixed_assets(rows: Rows) -> tuple[Words, ...]:
    keys = ("fixed_assets_original", "accumulated_depreciation", "fixed_assets_net")
    return _each(_keyed(rows, *keys))


def _procurement(rows: Rows) -> tuple[Words, ...]:
    return (
        *_each(_keyed(rows, "total")),
        largest(_keyed(rows, "goods", "works", "services")),
        *_each(_keyed(rows, "sme", "small_micro")),
    )


_AT_YEAR_END = frozenset({"assets", "fixed_assets", "staffing"})
_LEADS: dict[str, Callable[[Rows], tuple[Words, ...]]] = {
    "agency": _each,
    "appropriation": _each,
    "assets": _assets,
    "basic": _basic,
    "counts": _counts,
    "execution": performance_leads.execution,
    "fixed_assets": _fixed_assets,
    "flow": flows.clauses,
    "funds": _funds,
    "items": _items,
    "parts": _parts,
    "performance_counts": performance_leads.counts,
    "procurement": _procurement,
    "receptions": _receptions,
    "self_evaluations": performance_leads.self_evaluations,
    "staffing": performance_leads.staffing,
    "three_public": _three_public,
    "totals": _each,
}


def lead(name: str, year: int, rows: Rows) -> Words:
    """Return the sentence called `name` over these rows; no words when it has nothing to say."""
    time = "year_end" if name in _AT_YEAR_END else "year"
    return sentences.sentence(year, _LEADS[name](rows), time)
