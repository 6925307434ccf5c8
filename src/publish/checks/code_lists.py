"""The code lists of a package against the classification of its year, which the toolkit ships.

Source: 政府收支分类科目, with the evidence for each code; a code may change its name or end.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from publish import codes
from publish.checks.problems import PackageProblem, PlaceKind
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publish.checks.sheets import Sheet, SheetLine
    from publish.codes import Account

LISTS = (codes.FUNCTIONAL, codes.ECONOMIC)


@cache
def _by_code(classification: str) -> Mapping[str, tuple[Account, ...]]:
    """Return the accounts that ever had a code, by code."""
    found: dict[str, tuple[Account, ...]] = {}
    for account in codes.accounts(classification):
        found[account.code] = (*found.get(account.code, ()), account)
    return found


def _problem(sheet: Sheet, line: SheetLine, column: str, expected: str) -> PackageProblem:
    return PackageProblem(
        PlaceKind.CODE,
        sheet.place(line.number, column),
        line.cells[sheet.index(column)] or _("nothing"),
        expected=expected,
        remedy=_("leave the code empty where it is not certain, or correct the code list"),
    )


def _differences(sheet: Sheet, line: SheetLine, account: Account) -> Iterator[PackageProblem]:
    right = {"level": account.level, "parent": account.parent, "evidence": account.evidence}
    for column, text in right.items():
        if text == codes.UNVERIFIED:
            expected = _("a code whose evidence is not unverified")
            yield _problem(sheet, line, column, expected)
        elif line.cells[sheet.index(column)] != text:
            yield _problem(sheet, line, column, text or _("nothing"))


def _row(sheet: Sheet, line: SheetLine, year: int) -> Iterator[PackageProblem]:
    code, name = (line.cells[sheet.index(column)] for column in ("code", "name"))
    known = _by_code(sheet.table.name).get(code, ())
    current = {account.name: account for account in known if account.in_force(year)}
    if name in current:
        yield from _differences(sheet, line, current[name])
    elif current:
        yield _problem(sheet, line, "name", _(" or ").join(current))
    elif known:
        yield _problem(sheet, line, "code", _("a code in force in {year}").format(year=year))
    else:
        expected = _("a code of the list {list}").format(list=sheet.table.name)
        yield _problem(sheet, line, "code", expected)


def are_in_force(sheet: Sheet, year: int) -> Iterator[PackageProblem]:
    """Yield every account of a code list that is not, as it stands, that of the year."""
    if sheet.table.name not in LISTS:
        return
    for line in sheet.lines:
        if line.cells[sheet.index("code")]:
            yield from _row(sheet, line, year)
