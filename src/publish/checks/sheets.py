"""The CSV files of a package as a spreadsheet shows them: columns, rows from 2, cells as text."""

from __future__ import annotations

import codecs
import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.checks.descriptor_files import shown
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace, letter
from publish.messages import _
from publish.packages import contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.checks.resources import Resource
    from publish.tables import TableSchema

FIRST_ROW = 2  # row 1 is the header
MOST_COLUMNS = 2  # times as many as a table has are named one by one; more are no such table


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row of the file that has a cell for every column, and its number."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose header is that of the data model; ragged and blank rows are left out."""

    table: TableSchema
    file: str
    lines: tuple[SheetLine, ...]

    def index(self, column: str) -> int:
        """Return the position of a column, from 0."""
        return [field.name for field in self.table.fields].index(column)

    def place(self, row: int, column: str) -> ProblemPlace:
        """Return the place of a cell."""
        return ProblemPlace(self.file, row, letter(self.index(column)), column)


def _form(kind: PlaceKind, place: ProblemPlace, found: str, expected: str) -> PackageProblem:
    remedy = _("save the file as CSV in UTF-8 without a byte order mark, with line feeds")
    if kind is not PlaceKind.ENCODING:
        remedy = _("restore it from version control, or run publish import again with --force")
    return PackageProblem(kind, place, found, expected=expected, remedy=remedy)


def _text(file: str, content: bytes) -> tuple[str | None, tuple[PackageProblem, ...]]:
    """Return the text of a file, None where it is no UTF-8, and what is wrong with its form."""
    place, problems = ProblemPlace(file), []
    if content.startswith(codecs.BOM_UTF8):
        found = _("a byte order mark")
        problems.append(_form(PlaceKind.ENCODING, place, found, _("UTF-8 without one")))
    if b"\r" in content:
        row = content[: content.index(b"\r")].count(b"\n") + 1
        found = _("a carriage return at the end of the line or in it")
        problems.append(
            _form(PlaceKind.ENCODING, ProblemPlace(file, row), found, _("lines that end in LF"))
        )
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8"), tuple(problems)
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        found = _("byte {number} is not UTF-8").format(number=error.start + 1)
        problems.append(_form(PlaceKind.ENCODING, ProblemPlace(file, row), found, "UTF-8"))
        return None, tuple(problems)


def _renamed(file: str, found: list[str], right: list[str]) -> Iterator[PackageProblem]:
    """Yield what is wrong with the names of the columns, their order aside."""
    missing = [name for name in right if name not in found]
    for index, name in enumerate(found):
        place = ProblemPlace(file, 1, letter(index), shown(name))
        instead = right[index] if index < len(right) else ""
        if instead in missing and name not in right:
            missing.remove(instead)
            yield _form(PlaceKind.HEADER, place, shown(name), instead)
        elif name not in right:
            yield _form(PlaceKind.HEADER, place, shown(name), _("no such column"))
        elif name in found[:index]:
            yield _form(PlaceKind.HEADER, place, name, _("each column once"))
    for name in missing:
        place = ProblemPlace(file, 1, letter(right.index(name)), name)
        yield _form(PlaceKind.HEADER, place, _("no such column"), name)


def _header(file: str, found: list[str], right: list[str]) -> tuple[PackageProblem, ...]:
    if len(found) > MOST_COLUMNS * len(right):
        many, few = (_("{count} columns").format(count=len(names)) for names in (found, right))
        return (_form(PlaceKind.HEADER, ProblemPlace(file, 1), many, few),)
    problems = tuple(_renamed(file, found, right))
    if problems or found == right:
        return problems
    index = next(at for at, pair in enumerate(zip(found, right, strict=True)) if pair[0] != pair[1])
    place = ProblemPlace(file, 1, letter(index), found[index])
    order = _("columns in the order {names}").format(names=", ".join(right))
    return (_form(PlaceKind.HEADER, place, ", ".join(found), order),)


def _lines(
    file: str, rows: Iterator[list[str]], width: int
) -> tuple[tuple[SheetLine, ...], tuple[PackageProblem, ...]]:
    lines, problems = [], []
    for number, cells in enumerate(rows, start=FIRST_ROW):
        if not any(cells):
            found = _("a blank row")
            problems.append(
                _form(PlaceKind.ROW, ProblemPlace(file, number), found, _("no blank rows"))
            )
        elif len(cells) != width:
            found = _("{count} cells").format(count=len(cells))
            expected = _("{count} cells").format(count=width)
            problems.append(_form(PlaceKind.ROW, ProblemPlace(file, number), found, expected))
        else:
            lines.append(SheetLine(number, tuple(cells)))
    return tuple(lines), tuple(problems)


def read(resource: Resource) -> tuple[Sheet | None, tuple[PackageProblem, ...]]:
    """Return the sheet of a resource, None where it has none, and what is wrong with its form."""
    if resource.file.content is None:
        return None, ()
    table, file = resource.table, resource.file.path
    text, problems = _text(file, resource.file.content)
    if text is None:
        return None, problems
    rows = contents.csv_rows(text)
    names = [field.name for field in table.fields]
    try:
        wrong = _header(file, next(rows, []), names)
        if wrong:
            return None, (*problems, *wrong)
        lines, more = _lines(file, rows, len(names))
    except csv.Error as error:
        place = ProblemPlace(file, rows.line_num)
        return None, (
            *problems,
            _form(PlaceKind.ROW, place, str(error), _("cells quoted as in CSV")),
        )
    return Sheet(table, file, lines), (*problems, *more)
