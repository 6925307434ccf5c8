"""The opening sentences of each page, with figures rounded as people say them.

The exact figures stand in the sentences over the tables (`leads`). Nothing is computed here: a
share is said only where the document prints it, and every figure leads to its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from publish import tables, texts
from publish.pages import leads, names
from publish.texts import sentences
from publish.texts.sentences import PERCENT, about, fill, of_hundred

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publish.packages import Package
    from publish.tables import Row
    from publish.texts.sentences import Words

Clauses: TypeAlias = tuple["Words", ...]


def _rows(package: Package, table: str) -> tuple[Row, ...]:
    return tuple(names.named(table, row) for row in leads.firsts(package.rows(table)))


def _headline(package: Package, key: str, scope: str = "all") -> Row | None:
    rows = _rows(package, "key-figures")
    found = (row for row in rows if row["key"] == key and row["scope"] == scope)
    return next((row for row in found if row["amount_wanyuan"] is not None), None)


def _change(row: Row) -> Words:
    """Return by how much the figure changed, rounded; no words where no amount is stated."""
    way = sentences.direction(row)
    if way == "unchanged":
        return fill("takeaway", "change_unchanged", base=sentences.base(row))
    if not way or row.get("change_wanyuan") is None:
        return ()
    change = about(row, "change_wanyuan")
    return fill("takeaway", f"change_{way}", base=sentences.base(row), change=change)


def _total(package: Package, *cases: str) -> Clauses:
    """Return the first of these totals that the document states, with its change."""
    for case in cases:
        key = case if case.startswith("current") else f"total_{case}"
        row = _headline(package, key)
        if row is not None:
            return (fill("takeaway", case, amount=about(row)) + _change(row),)
    return ()


def _parts(rows: Iterable[Row]) -> list[Row]:
    """Return the parts with an amount, the largest first."""
    parts = (row for row in rows if not leads.is_total(row) and names.main_amount(row))
    return sorted(parts, key=lambda row: names.main_amount(row) or 0, reverse=True)


def _source(package: Package) -> Clauses:
    parts = _parts(_rows(package, "income"))
    if not parts:
        return ()
    label = str(parts[0]["label"])
    if len(parts) == 1:
        return (fill("takeaway", "only_source", label=label),)
    yuan = of_hundred(parts[0])
    if yuan is None:
        return (fill("takeaway", "main_source_amount", label=label, amount=about(parts[0])),)
    return (fill("takeaway", "main_source", label=label, yuan=yuan),)


def _split(package: Package) -> Clauses:
    """Return how 100 元 of the expenditure are split, where the document prints the shares."""
    parts = [(str(row["label"]), of_hundred(row)) for row in _parts(_rows(package, "expenditure"))]
    said = [fill("takeaway", "split_part", yuan=yuan, label=name) for name, yuan in parts if yuan]
    if len(said) <= 1:
        return ()
    return (sum(said, fill("takeaway", "split")),)


def _class(package: Package) -> Clauses:
    classes = [row for row in _rows(package, "expenditure-by-function") if row["level"] == "class"]
    parts = _parts(classes)
    if not parts:
        return ()
    label = str(parts[0]["label"])
    if parts[0]["share_pct"] is None:
        return (fill("takeaway", "largest_amount", label=label, amount=about(parts[0])),)
    fund = texts.pattern(f"sentences.funds.{parts[0]['fund']}")
    share = sentences.figure(parts[0], "share_pct", PERCENT)
    return (fill("takeaway", "largest", label=label, fund=fund, share=share),)


def _income(package: Package) -> tuple[Clauses, ...]:
    return (_total(package, "income", "current_income"), _source(package))


def _function(package: Package) -> tuple[Clauses, ...]:
    total = _total(package, "expenditure", "current_expenditure")
    return (total, (*_split(package), *_class(package)))


def _overview(package: Package) -> tuple[Clauses, ...]:
    totals = (*_total(package, "income", "current_income"), *_total(package, "expenditure"))
    return (totals, (*_split(package), *_class(package)))


def _basic(package: Package) -> tuple[Clauses, ...]:
    rows = [row for row in _rows(package, "basic-expenditure") if row["level"] != "account"]
    stated = (row for row in rows if row["amount_wanyuan"] is not None)
    said = (fill("takeaway", "basic", label=str(row["label"]), amount=about(row)) for row in stated)
    return (tuple(said),)


def _three_public(package: Package) -> tuple[Clauses, ...]:
    rows = _rows(package, "three-public")
    total = next((row for row in rows if row["key"] == "total"), None)
    if total is None or total["final_wanyuan"] is None:
        return ()
    if not total["final_wanyuan"]:
        return ((fill("takeaway", "three_public_zero"),),)
    words = fill("takeaway", "three_public", amount=about(total, "final_wanyuan"))
    if total["completion_pct"] is not None:
        rate = sentences.figure(total, "completion_pct", PERCENT)
        words += fill("takeaway", "completion", completion=rate)
    parts = (row for row in rows if row["key"] in tables.THREE_PUBLIC)
    changed = (row for row in parts if row["final_wanyuan"])
    return ((words + _change(total),), tuple(map(_part_change, changed)))


def _part_change(row: Row) -> Words:
    """Return the name of a part and by how much it changed; no words where that is not stated."""
    change = _change(row)
    return (str(row["label"]), *sentences.opening(change)) if change else ()


def _procurement(package: Package) -> tuple[Clauses, ...]:
    agency = _headline(package, "agency_operation")
    rows = _rows(package, "procurement")
    bought = next((row for row in rows if row["key"] == "total"), None)
    said: list[Words] = []
    if agency is not None:
        said.append(fill("takeaway", "agency", amount=about(agency)) + _change(agency))
    if bought is not None and bought["amount_wanyuan"] is not None:
        case = "procurement" if bought["amount_wanyuan"] else "procurement_zero"
        said.append(fill("takeaway", case, amount=about(bought)))
    return (tuple(said),)


def _performance(package: Package) -> tuple[Clauses, ...]:
    said: list[Words] = []
    if projects := package.rows("projects"):
        indicators = len(package.rows("performance-indicators"))
        words = {"projects": str(len(projects)), "indicators": str(indicators)}
        said.append(fill("takeaway", "forms", **words))
    if evaluated := package.rows("self-evaluations"):
        said.append(fill("takeaway", "evaluated", projects=str(len(evaluated))))
    return (tuple(said),)


_PAGES: dict[str, Callable[[Package], tuple[Clauses, ...]]] = {
    "index": _overview,
    "income": _income,
    "function": _function,
    "basic": _basic,
    "three-public": _three_public,
    "procurement-assets": _procurement,
    "performance": _performance,
}


def takeaway(slug: str, package: Package) -> Words:
    """Return the opening of the page `slug` (`index`: the overview); no words where it has none."""
    found = _PAGES.get(slug)
    return sentences.paragraph(package.fiscal_year, found(package)) if found else ()
