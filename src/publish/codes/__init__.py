"""The classification of government revenue and expenditure: codes, names, years, evidence.

The lists are incomplete: an absent code is not an invalid code. Rows without evidence
(`unverified`) are known here and never published.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.documents import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

FUNCTIONAL = "functional-classification"
ECONOMIC = "economic-classification"
UNVERIFIED = "unverified"
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Account:
    """An account of a classification; `block` is personnel, public or other (economic only)."""

    code: str
    level: str
    name: str
    parent: str
    evidence: str
    first_year: int
    last_year: int
    years: tuple[tuple[int, bool], ...]
    block: str

    def in_force(self, year: int) -> bool:
        """Tell whether the list of `year` has this account, as far as the evidence goes."""
        stated = dict(self.years).get(year, True)
        return stated and self.first_year <= year <= self.last_year


def plain(name: str) -> str:
    """Return a name for comparing: no white space, quotes, digits, 支出 at the end, （类）."""
    bare = re.sub(r"\(\d*[类款项]\)|^\d+", "", passages.bare(name))
    # 公务接待费用 and 公务接待费 are one name
    return re.sub(r"(?:费用|经费)$", "费", bare.removesuffix("支出"))


def _read(path: Path) -> Iterator[Account]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            years = tuple(
                (int(name[3:]), value == "Y")
                for name, value in row.items()
                if name.startswith("in_") and value
            )
            yield Account(
                row["code"],
                row["level"],
                row["name"],
                row["parent"],
                row["evidence"],
                int(row["first_year"] or 0),
                int(row["last_year"] or _LAST_YEAR),
                years,
                row.get("group") or "",
            )


@cache
def accounts(classification: str) -> tuple[Account, ...]:
    """Return every account of FUNCTIONAL or ECONOMIC, in the order of the list."""
    return tuple(_read(Path(__file__).parent / f"{classification}.csv"))


@cache
def of_year(classification: str, year: int) -> dict[str, Account]:
    """Return the accounts in force in `year` by code; with no evidence they are left out."""
    return {
        account.code: account
        for account in accounts(classification)
        if account.in_force(year) and account.evidence != UNVERIFIED
    }


@cache
def _former_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    path = Path(__file__).with_name("former-names.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["code"]] = (*found.get(row["code"], ()), row["former_name"])
    return found


def _names(account: Account) -> set[str]:
    return {plain(name) for name in (account.name, *_former_names().get(account.code, ()))}


def _children(year: int, parents: set[str], level: str, name: str) -> list[Account]:
    return [
        account
        for account in of_year(FUNCTIONAL, year).values()
        if account.level == level and account.parent in parents and plain(name) in _names(account)
    ]


def functional(
    year: int, class_name: str, group_name: str = "", item_name: str = ""
) -> Account | None:
    """Return the account at the path of names in the list of `year`, or None when not certain.

    Names in documents lag behind: former names count, and a group of another name does not
    matter where class and item leave one account only.
    """
    found = _children(year, {""}, "class", class_name)
    if found and group_name:
        groups = _children(year, {found[0].code}, "group", group_name)
        if item_name and not groups:
            groups = [
                account
                for account in of_year(FUNCTIONAL, year).values()
                if account.parent == found[0].code
            ]
        found = groups
    if found and item_name:
        found = _children(year, {account.code for account in found}, "item", item_name)
    return found[0] if len(found) == 1 else None


def economic(year: int, block: str, name: str) -> Account | None:
    """Return the economic account of this name in a block (personnel, public), or None."""
    found = [
        account
        for account in of_year(ECONOMIC, year).values()
        if account.level == "group"
        and account.block == block
        and plain(name) == plain(account.name)
    ]
    return found[0] if len(found) == 1 else None


def path(classification: str, year: int, code: str) -> tuple[Account, ...]:
    """Return the account of a code and those above it, the class first."""
    known = of_year(classification, year)
    found: list[Account] = []
    while code in known:
        found.insert(0, known[code])
        code = known[code].parent
    return tuple(found)
