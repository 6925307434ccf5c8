"""The cells of a table: plain decimals with ASCII digits, signed as the words say; known units.

Full-width digits, thousands separators, exponents and NaN pass for numbers elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from publish.checks.descriptor_files import shown
from publish.checks.problems import PackageProblem, PlaceKind
from publish.documents import figures, units
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.checks.sheets import Sheet

# More digits than any account has: exact arithmetic and the charts hold these, and no longer ones.
WHOLE, DECIMALS = 15, 20
PLAIN = {
    "integer": re.compile(rf"-?(?:0|[1-9][0-9]{{0,{WHOLE - 1}}})"),  # 2019
    # 1222.5, -8.06
    "number": re.compile(rf"-?(?:0|[1-9][0-9]{{0,{WHOLE - 1}}})(?:\.[0-9]{{1,{DECIMALS}}})?"),
}

# Columns whose sign stands in words: 增加 and 减少 become change_direction.
SIGNED = frozenset({"change_wanyuan", "change_pct"})
# 0, -0.00
_ZERO = re.compile(r"-?[0.]*")

UNIT = "unit_as_published"
UNITS = (units.MISSING, *(unit for unit in figures.IN_WANYUAN if unit != "万元"))
"""What may stand where the document prints another unit than 万元, or none."""


def controls(text: str) -> frozenset[str]:
    """Return the control characters in a text, tabs and line feeds aside."""
    marks = set(text) - {"\t", "\n"}
    return frozenset(mark for mark in marks if unicodedata.category(mark) == "Cc")


def _expected(kind: str, text: str) -> str:
    if len(text) > WHOLE:
        return _("at most {whole} digits, and {decimals} behind the point").format(
            whole=WHOLE, decimals=DECIMALS
        )
    if kind == "integer":
        return _("a whole number in plain digits, as 12")
    return _("a plain decimal, as 1234.5")


def texts_are_printable(sheet: Sheet, printed: frozenset[str]) -> Iterator[PackageProblem]:
    """Yield every cell with control characters, those aside that the document has: `printed`.

    Word processors leave field marks in an export, and its words stand in the cells as they are.
    """
    for index, column in enumerate(sheet.table.fields):
        for line in sheet.lines:
            if controls(line.cells[index]) - printed:
                yield PackageProblem(
                    PlaceKind.CONSTRAINT,
                    sheet.place(line.number, column.name),
                    shown(line.cells[index]),
                    expected=_("a text without control characters that the document has not"),
                    remedy=_("remove them, then run publish import again with --force"),
                )


def units_are_known(sheet: Sheet) -> Iterator[PackageProblem]:
    """Yield every printed unit that is none of money."""
    if UNIT not in [column.name for column in sheet.table.fields]:
        return
    for line in sheet.lines:
        text = line.cells[sheet.index(UNIT)]
        if text and text not in UNITS:
            yield PackageProblem(
                PlaceKind.CONSTRAINT,
                sheet.place(line.number, UNIT),
                shown(text),
                expected=_("nothing for 万元, else one of: {values}").format(
                    values=", ".join(UNITS)
                ),
                remedy=_("write the unit as the document prints it"),
            )


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
                    PlaceKind.NUMBER,
                    sheet.place(line.number, column.name),
                    shown(text),
                    expected=_expected(column.type, text),
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
                    PlaceKind.NUMBER,
                    sheet.place(line.number, name),
                    shown(line.cells[index]),
                    expected=_("the sign of {direction}").format(direction=line.cells[word]),
                    remedy=_("give an increase no sign and a decrease a minus"),
                )
