"""Numbers in the cells of a table: plain decimals with ASCII digits, signed as the words say.

Full-width digits, thousands separators, exponents and NaN pass for numbers elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.checks.problems import Kind, PackageProblem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.checks.sheets import Sheet

PLAIN = {
    "integer": re.compile(r"-?(?:0|[1-9][0-9]*)"),  # 2019
    "number": re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"),  # 1222.5, -8.06
}

# Columns whose sign stands in words: 增加 and 减少 become change_direction.
SIGNED = frozenset({"change_wanyuan", "change_pct"})
_ZERO = re.compile(r"-?[0.]*")


def _expected(kind: str) -> str:
    if kind == "integer":
        return _("a whole number in plain digits, as 12")
    return _("a plain decimal, as 1234.5")


def numbers_are_plain(sheet: Sheet) -> Iterator[PackageProblem]:
    """Yield every cell of a number column that is neither empty nor a plain number."""
    for index, column in enumerate(sheet.table.fields):
        if column.type not in PLAIN:
            continue
        plain = PLAIN[column.type].fullmatch
        for line in sheet.lines:
            text = line.cells[index]
            if text and not plain(text):
                yield PackageProblem(
                    Kind.NUMBER,
                    sheet.place(line.number, column.name),
                    text,
                    expected=_expected(column.type),
                    remedy=_("write the digits as the document prints them, the unit aside"),
                )


def _is_against(text: str, direction: str) -> bool:
    if _ZERO.fullmatch(text):
        return False
    return direction == ("increase" if text.startswith("-") else "decrease")


def signs_follow_words(sheet: Sheet) -> Iterator[PackageProblem]:
    """Yield every change whose sign is not that of its direction."""
    signed = [column.name for column in sheet.table.fields if column.name in SIGNED]
    for name in signed:
        index, word = sheet.index(name), sheet.index("change_direction")
        for line in sheet.lines:
            if _is_against(line.cells[index], line.cells[word]):
                yield PackageProblem(
                    Kind.NUMBER,
                    sheet.place(line.number, name),
                    line.cells[index],
                    expected=_("the sign of {direction}").format(direction=line.cells[word]),
                    remedy=_("give an increase no sign and a decrease a minus"),
                )
