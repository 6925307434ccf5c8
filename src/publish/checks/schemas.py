"""Table Schemas on the rows: types, limits, primary and foreign keys. Owns frictionless.

It is given only what was found safe: the schemas of the data model, and rows in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import frictionless
from frictionless import errors

from publish.checks.descriptor_files import shown
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace, letter
from publish.checks.sheets import FIRST_ROW
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.checks.sheets import Sheet, SheetLine
    from publish.tables import Field

NO_LIMIT = 0  # of errors in a table: every one is reported


def _resource(sheet: Sheet, present: frozenset[str]) -> dict[str, object]:
    schema = sheet.table.schema()
    references = [
        key for key in schema.pop("foreignKeys", []) if key["reference"]["resource"] in present
    ]
    header = [column.name for column in sheet.table.fields]
    return {
        "name": sheet.table.name,
        "data": [header, *(list(line.cells) for line in sheet.lines)],
        "schema": {**schema, "foreignKeys": references},
    }


def _validate(sheets: Iterable[Sheet]) -> frictionless.Report:
    present = frozenset(sheet.table.name for sheet in sheets)
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "resources": [_resource(sheet, present) for sheet in sheets],
    }
    report: frictionless.Report = frictionless.validate(descriptor, limit_errors=NO_LIMIT)
    return report


def _limits(column: Field, text: str) -> str:
    if not text:
        return _("a value; this column is never empty")
    if column.values:
        return _("one of: {values}").format(values=", ".join(column.values))
    if column.pattern:
        return _("a text of the form {pattern}").format(pattern=column.pattern)
    if column.maximum is None:
        return _("at least {minimum}").format(minimum=column.minimum)
    return _("from {minimum} to {maximum}").format(minimum=column.minimum, maximum=column.maximum)


def _cell(sheet: Sheet, error: errors.CellError, line: SheetLine) -> PackageProblem:
    text = line.cells[error.field_number - 1]
    return PackageProblem(
        PlaceKind.CONSTRAINT,
        sheet.place(line.number, error.field_name),
        shown(text or None),
        expected=_limits(sheet.table.field(error.field_name), text),
        remedy=_("compare the cell with the document, then run publish import again with --force"),
    )


def _primary_key(sheet: Sheet, line: SheetLine) -> PackageProblem:
    columns = sheet.table.primary_key
    values = [line.cells[sheet.index(column)] for column in columns]
    return PackageProblem(
        PlaceKind.PRIMARY_KEY,
        ProblemPlace(sheet.file, line.number, letter(sheet.index(columns[0])), ", ".join(columns)),
        shown(", ".join(values)) if any(values) else _("nothing"),
        expected=_("a key that no other row has"),
        remedy=_("number the second row of a key in the column statement, or remove it"),
    )


def _foreign_key(sheet: Sheet, error: errors.ForeignKeyError, line: SheetLine) -> PackageProblem:
    (column,) = error.field_names
    target, key = sheet.table.foreign_keys[column]
    return PackageProblem(
        PlaceKind.FOREIGN_KEY,
        sheet.place(line.number, column),
        shown(line.cells[sheet.index(column)]),
        expected=_("a {key} of the resource {target}").format(key=key, target=target),
        remedy=_("add the row to {target}, or leave the cell empty").format(target=target),
    )


def _other(error: frictionless.Error, file: str = "") -> PackageProblem:
    return PackageProblem(PlaceKind.SCHEMA, ProblemPlace(file), shown(error.message))


def _problems(sheet: Sheet, found: Iterable[frictionless.Error]) -> Iterator[PackageProblem]:
    """Yield the errors of a table as ours; a row of frictionless is one of the sheet's lines."""
    for error in found:
        match error:
            case errors.CellError():
                yield _cell(sheet, error, _line(sheet, error))
            case errors.PrimaryKeyError():
                yield _primary_key(sheet, _line(sheet, error))
            case errors.ForeignKeyError():
                yield _foreign_key(sheet, error, _line(sheet, error))
            case _:
                yield _other(error, sheet.file)


def _line(sheet: Sheet, error: errors.RowError) -> SheetLine:
    return sheet.lines[error.row_number - FIRST_ROW]


def check(sheets: tuple[Sheet, ...]) -> Iterator[PackageProblem]:
    """Yield what frictionless finds in the rows; a cell may be named more than once."""
    if not sheets:
        return
    try:
        report = _validate(sheets)
    except frictionless.FrictionlessException as error:
        yield from map(_other, error.to_errors())
        return
    yield from map(_other, report.errors)
    for sheet, task in zip(sheets, report.tasks, strict=False):
        yield from _problems(sheet, task.errors)
